"""The overview as grids of cells: what each shows, and which number leads to which dossiers. No Qt."""

from collections.abc import Sequence
from dataclasses import dataclass

from klachtdesk.dutch import abbreviated_month
from klachtdesk.views.overzicht import Cel, OverzichtView, RijView, TabelView, TermijnCijfers, TermijnRij

_LONGEST_LABEL = 16
"""Letters of the name of a period that fit above a column of numbers."""
_RELATIVE = ("Deze periode", "Jaar eerder", "2 jaar eerder")
_PARTS = ("instroom", "maanden_afgesloten", "bezwaar")
"""The table with which each part of the overview begins: what came in, what was closed, what came of it."""
_STOCK = (
    ("begin", "Liep aan het begin", ""),
    ("binnengekomen", "Binnengekomen", "+ "),
    ("afgesloten", "Afgesloten", "− "),
    ("eind", "Liep aan het eind", "= "),
)
_COUNTS = (
    ("gehaald", "Gehaald"),
    ("te_laat", "Te laat"),
    ("vervallen", "Vervallen"),
    ("verdaagd", "Verdaagd"),
    ("loopt", "Loopt"),
)


@dataclass(frozen=True, slots=True)
class Plek:
    """A number of the overview, as `services.overzicht.drill_down` asks for it; `woorden` says what it counts."""

    tabel: str
    rij: str | None
    periode: int
    woorden: str
    kolom: str = ""


@dataclass(frozen=True, slots=True)
class Vak:
    """A cell: its text, the dossiers behind it if there are any, and how long its bar is (0 to 1) if it is one."""

    tekst: str
    plek: Plek | None = None
    staaf: float | None = None


@dataclass(frozen=True, slots=True)
class Raster:
    """A grid with its title; the first cell of each row says what the row is about."""

    sleutel: str
    titel: str
    uitleg: str
    koppen: tuple[str, ...]
    rijen: tuple[tuple[Vak, ...], ...]
    met_totaal: bool = False
    """Whether the last row adds the others up."""


@dataclass(frozen=True, slots=True)
class Groep:
    """What stands on one tab: its grids, and the titles of the tables that have nothing in them."""

    rasters: tuple[Raster, ...]
    leeg: tuple[str, ...] = ()


def voorraad_raster(overzicht: OverzichtView) -> Raster:
    """Return what was open, came in, was closed and is open; every number is a sum of those above it."""
    years = _shown(overzicht)
    rows = []
    for name, label, sign in _STOCK:
        cells = [
            _number(getattr(overzicht.voorraad[year], name), Plek("voorraad", name, year, label), sign)
            for year in years
        ]
        rows.append((Vak(label), *cells))
    koppen = ("", *(_labels(overzicht)[year] for year in years))
    return Raster("voorraad", "Voorraad", "", koppen, tuple(rows), met_totaal=True)


def tabel_groepen(overzicht: OverzichtView) -> tuple[Groep, Groep, Groep]:
    """Return the tables in three parts: what came in, what was closed, and what came of it."""
    parts: list[tuple[list[Raster], list[str]]] = [([], []) for _ in _PARTS]
    place = 0
    for tabel in overzicht.tabellen:
        if tabel.sleutel in _PARTS:
            place = _PARTS.index(tabel.sleutel)
        rasters, empty = parts[place]
        if all(cel.aantal == 0 for rij in tabel.rijen for cel in rij.cellen):
            empty.append(tabel.titel)
        else:
            rasters.append(
                _by_month(overzicht, tabel) if tabel.vorm == "maanden" else _tabel(overzicht, tabel)
            )
    first, second, third = (Groep(tuple(rasters), tuple(empty)) for rasters, empty in parts)
    return first, second, third


def termijn_groep(overzicht: OverzichtView) -> Groep:
    """Return what became of each termijn, and how long the dossiers took."""
    found = [_termijn(overzicht, rij) for rij in overzicht.termijnen if _has_run(rij.perioden[0])]
    rest = tuple(rij.label for rij in overzicht.termijnen if not _has_run(rij.perioden[0]))
    return Groep((*found, _doorlooptijd(overzicht)), rest)


def maanden(overzicht: OverzichtView) -> tuple[tuple[str, int, int], ...]:
    """Return for each month of the period its name, what came in and what was closed."""
    came, went = overzicht.tabel("maanden_binnen"), overzicht.tabel("maanden_afgesloten")
    return tuple(
        (first.label, first.cellen[0].aantal or 0, second.cellen[0].aantal or 0)
        for first, second in zip(came.rijen, went.rijen, strict=True)
    )


def _shown(overzicht: OverzichtView) -> list[int]:
    return [place for place, item in enumerate(overzicht.perioden) if place == 0 or item.heeft_gegevens]


def _labels(overzicht: OverzichtView) -> Sequence[str]:
    """Return what stands above the columns: the periods, or how long ago they were when their names are long."""
    names = [item.label for item in overzicht.perioden]
    return names if max(map(len, names)) <= _LONGEST_LABEL else _RELATIVE


def _number(cel: Cel, plek: Plek, sign: str = "") -> Vak:
    """Return a cell with a number that leads to its dossiers, unless there are none."""
    return Vak(sign + cel.tekst, plek if cel.aantal else None)


def _tabel(overzicht: OverzichtView, tabel: TabelView) -> Raster:
    rows = [rij for rij in tabel.rijen if any(cel.aantal != 0 for cel in rij.cellen)]
    most = max((rij.cellen[0].aantal or 0 for rij in rows), default=0)
    years, names = _shown(overzicht), _labels(overzicht)
    extra = _extra_heads(tabel)
    koppen = ("", "", names[0], *extra, *(names[year] for year in years[1:]))
    cells = [_row(tabel, rij, most, years) for rij in rows]
    if tabel.totaal is not None:
        label = f"Totaal {tabel.eenheid}"
        totals = [
            _number(tabel.totaal[year], Plek(tabel.sleutel, None, year, f"{tabel.titel}: totaal"))
            for year in years
        ]
        cells.append((Vak(label), Vak(""), totals[0], *(Vak("") for _ in extra), *totals[1:]))
    return Raster(
        tabel.sleutel,
        tabel.titel,
        tabel.toelichting,
        koppen,
        tuple(cells),
        met_totaal=tabel.totaal is not None,
    )


def _extra_heads(tabel: TabelView) -> tuple[str, ...]:
    shares = ("Aandeel",) if tabel.soort != "los" else ()
    return (*shares, "Opgeteld") if tabel.vorm == "pareto" else shares


def _row(tabel: TabelView, rij: RijView, most: int, years: Sequence[int]) -> tuple[Vak, ...]:
    words = f"{tabel.titel}: {rij.label}"
    numbers = [_number(rij.cellen[year], Plek(tabel.sleutel, rij.sleutel, year, words)) for year in years]
    staaf = (rij.cellen[0].aantal or 0) / most if most else 0.0
    extra = [Vak(rij.aandelen[0].tekst)] if tabel.soort != "los" else []
    if tabel.vorm == "pareto":
        extra.append(Vak("" if rij.cumulatief is None else rij.cumulatief.tekst))
    return (Vak(rij.label), Vak("", staaf=staaf), numbers[0], *extra, *numbers[1:])


def _by_month(overzicht: OverzichtView, tabel: TabelView) -> Raster:
    """Return the months beside each other, with a row for each period."""
    names = _labels(overzicht)
    rows = []
    for year in _shown(overzicht):
        cells = [
            _number(rij.cellen[year], Plek(tabel.sleutel, rij.sleutel, year, f"{tabel.titel}: {rij.label}"))
            for rij in tabel.rijen
        ]
        if tabel.totaal is not None:
            total = Plek(tabel.sleutel, None, year, f"{tabel.titel}: totaal")
            cells.append(_number(tabel.totaal[year], total))
        rows.append((Vak(names[year]), *cells))
    koppen = ("", *(short_month(rij.label) for rij in tabel.rijen), *(("Totaal",) if tabel.totaal else ()))
    return Raster(tabel.sleutel, tabel.titel, tabel.toelichting, koppen, tuple(rows))


def short_month(name: str) -> str:
    """Return the name of a month, with its year if it has one, as short as a column has room for."""
    word, _, year = name.partition(" ")
    return " ".join(filter(None, (abbreviated_month(word), year[-2:])))


def _has_run(cijfers: TermijnCijfers) -> bool:
    return cijfers.afgelopen.aantal != 0 or cijfers.loopt.aantal != 0


def _termijn(overzicht: OverzichtView, rij: TermijnRij) -> Raster:
    names = _labels(overzicht)
    rows = []
    for year in _shown(overzicht):
        item = rij.perioden[year]
        counts = [
            _number(
                getattr(item, name),
                Plek("termijnen", rij.sleutel, year, f"{rij.label}: {label.lower()}", name),
            )
            for name, label in _COUNTS
        ]
        share = Vak("", staaf=(item.op_tijd.waarde or 0.0) / 100)
        measures = [Vak(item.mediaan.tekst), Vak(item.p90.tekst)]
        rows.append((Vak(names[year]), share, Vak(item.op_tijd.tekst), *counts, *measures))
    koppen = ("", "", "Op tijd", *(label for _name, label in _COUNTS), "Helft in", "9 van 10")
    told = ", ".join(filter(None, (rij.norm, rij.artikel, "" if overzicht.reglement else rij.reglement)))
    return Raster(f"termijn.{rij.sleutel}", rij.label, told, koppen, tuple(rows))


def _doorlooptijd(overzicht: OverzichtView) -> Raster:
    names = _labels(overzicht)
    rows = tuple(
        (
            Vak(names[year]),
            _number(item.aantal, Plek("doorlooptijd", None, year, "Afgesloten")),
            Vak(item.mediaan.tekst),
            Vak(item.p90.tekst),
        )
        for year in _shown(overzicht)
        for item in (overzicht.doorlooptijd[year],)
    )
    told = (
        "Van de dag waarop de melding of klacht binnenkwam tot de dag waarop het dossier is gesloten, in "
        "kalenderdagen."
    )
    return Raster("doorlooptijd", "Doorlooptijd", told, ("", "Afgesloten", "Helft in", "9 van 10"), rows)


def behind_words(overzicht: OverzichtView, plek: Plek) -> str:
    """Return what a number counts, with its period: "Kanaal: telefoon, 2026"."""
    return f"{plek.woorden}, {overzicht.perioden[plek.periode].label}"
