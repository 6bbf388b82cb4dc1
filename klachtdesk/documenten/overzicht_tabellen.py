"""The tables of the overview: a row with its bar and a column for each period; what is empty is only named."""

from collections.abc import Iterator, Sequence
from typing import Final

from reportlab.lib.units import mm
from reportlab.platypus import Flowable, KeepTogether, Spacer

from klachtdesk.documenten.grafieken import bar
from klachtdesk.documenten.opmaak import (
    BODY,
    HEADING,
    SMALL,
    STRONG,
    TEXT_WIDTH,
    VALUE,
    Cell,
    paragraph,
    table,
)
from klachtdesk.documenten.overzicht_kolommen import (
    COUNT,
    HEADED,
    NUMBER_HEAD,
    PART,
    column_names,
    number,
)
from klachtdesk.documenten.overzicht_maanden import month_table
from klachtdesk.documenten.overzicht_woorden import with_figures
from klachtdesk.views.overzicht import OverzichtView, RijView, TabelView, TermijnRij

_BAR: Final = 30 * mm
_NOTHING: Final = "–"
_ABOUT_DAYS: Final = (
    "‘Helft in’ is het aantal kalenderdagen waarbinnen de helft klaar was, ‘9 van 10’ dat van negen van de tien. "
    "‘Vervallen’ is een termijn waarvan de stap niet meer nodig was; die telt bij ‘op tijd’ niet mee. ‘Verdaagd’ zijn "
    "afgelopen termijnen die waren verlengd."
)
_PARTS: Final = (
    ("Wat er binnenkwam", "instroom"),
    ("Wat er is afgesloten", "maanden_afgesloten"),
    ("Bezwaar, beroep en maatregelen", "bezwaar"),
)
"""The parts of the report after the summary, each with the table that comes first in it."""


def figures(overzicht: OverzichtView) -> Iterator[Flowable]:
    """Yield all tables, each part under its own heading; what has nothing in it is named on one line."""
    starts = {sleutel: titel for titel, sleutel in _PARTS}
    heading: list[Flowable] = []
    empty: list[str] = []
    hidden: list[str] = []
    for tabel in overzicht.tabellen:
        if tabel.sleutel in starts:
            yield from _named(heading, empty, hidden)
            heading, empty, hidden = [paragraph(starts[tabel.sleutel], PART)], [], []
        if _is_empty(tabel):
            empty.append(tabel.titel)
        elif all(cel.aantal is None for row in tabel.rijen for cel in row.cellen):
            hidden.append(tabel.titel)
        else:
            made = month_table if tabel.vorm == "maanden" else _table
            # ReportLab leaves a heading behind when what it has to stay with is a KeepTogether of its own.
            yield KeepTogether([*heading, *made(overzicht, tabel)])
            heading = []
    yield from _named(heading, empty, hidden)


def _is_empty(tabel: TabelView) -> bool:
    return all(cel.aantal == 0 for row in tabel.rijen for cel in row.cellen)


def _named(heading: Sequence[Flowable], empty: Sequence[str], hidden: Sequence[str]) -> Iterator[Flowable]:
    """Name the tables of which nothing is shown, instead of printing them."""
    lines: list[Flowable] = []
    for words, titels in (("Niets te melden bij", empty), ("Te kleine aantallen om te tonen bij", hidden)):
        if titels:
            names = ", ".join(titel.removesuffix("?") for titel in titels).lower()
            lines += [Spacer(1, 6), paragraph(f"{words}: {names}.", SMALL)]
    if lines:
        yield KeepTogether([*heading, *lines])


def _table(overzicht: OverzichtView, tabel: TabelView) -> list[Flowable]:
    rows = [row for row in tabel.rijen if any(cel.aantal != 0 for cel in row.cellen)]
    shown = with_figures(overzicht)
    most = max((row.cellen[0].aantal or 0 for row in rows), default=0)
    shares = tabel.soort != "los"
    pareto = tabel.vorm == "pareto"
    before, names = shown[1:], column_names(overzicht)
    head = ["", "", names[0], *(["aandeel"] if shares else []), *(["opgeteld"] if pareto else [])]
    head += [names[year] for year in before]
    cells: list[tuple[Cell, ...]] = [tuple(paragraph(words, NUMBER_HEAD) for words in head)]
    cells += [_row(row, most, shares=shares, pareto=pareto, before=before) for row in rows]
    if tabel.totaal is not None:
        extra = int(shares) + int(pareto)
        total = [number(cel.tekst) for cel in (tabel.totaal[year] for year in before)]
        name = f"Totaal {tabel.eenheid}"
        cells.append(
            (
                paragraph(name, STRONG),
                [],
                number(tabel.totaal[0].tekst),
                *([] for _ in range(extra)),
                *total,
            )
        )
    counted = len(head) - 2
    widths = (TEXT_WIDTH - _BAR - 3 * mm - counted * COUNT, _BAR + 3 * mm, *(COUNT for _ in range(counted)))
    made = table(cells, widths, HEADED, repeatRows=1)
    return [paragraph(tabel.titel, HEADING), paragraph(tabel.toelichting, SMALL), made]


def _row(row: RijView, most: int, *, shares: bool, pareto: bool, before: Sequence[int]) -> tuple[Cell, ...]:
    words = [row.cellen[0].tekst]
    if shares:
        words.append(row.aandelen[0].tekst if row.aandelen else _NOTHING)
    if pareto:
        words.append(row.cumulatief.tekst if row.cumulatief else _NOTHING)
    words += [row.cellen[year].tekst for year in before]
    drawn = bar(row.cellen[0].aantal or 0, most, _BAR)
    return (paragraph(row.label, VALUE), drawn, *(number(text) for text in words))


def termijnen(overzicht: OverzichtView) -> Iterator[Flowable]:
    """Yield what became of each termijn, and how long the dossiers took."""
    rows = [
        rij
        for rij in overzicht.termijnen
        if rij.perioden[0].afgelopen.aantal != 0 or rij.perioden[0].loopt.aantal
    ]
    told = _ABOUT_DAYS if rows else "In deze periode is er geen enkele termijn afgelopen."
    opening: list[Flowable] = [paragraph("Termijnen", PART), paragraph(told, SMALL if rows else BODY)]
    for block in (*(_termijn(overzicht, rij) for rij in rows), _duur(overzicht)):
        yield KeepTogether([*opening, *block])
        opening = []


def _termijn(overzicht: OverzichtView, rij: TermijnRij) -> list[Flowable]:
    head = (
        "",
        "gehaald",
        "te laat",
        "vervallen",
        "verdaagd",
        "loopt nog",
        "op tijd",
        "helft in",
        "9 van 10",
    )
    names = column_names(overzicht)
    cells: list[tuple[Cell, ...]] = [tuple(paragraph(words, NUMBER_HEAD) for words in head)]
    for year in with_figures(overzicht):
        item = rij.perioden[year]
        counts = (item.gehaald, item.te_laat, item.vervallen, item.verdaagd, item.loopt)
        measures = (item.op_tijd, item.mediaan, item.p90)
        words = [cel.tekst for cel in counts] + [maat.tekst for maat in measures]
        cells.append((paragraph(names[year], VALUE), *(number(text) for text in words)))
    narrow = (TEXT_WIDTH - 26 * mm) / (len(head) - 1)
    place = ", ".join(filter(None, (rij.norm, rij.artikel, rij.reglement if not overzicht.reglement else "")))
    made = table(cells, (26 * mm, *(narrow for _ in head[1:])), HEADED)
    return [paragraph(rij.label, HEADING), paragraph(place, SMALL), made]


def _duur(overzicht: OverzichtView) -> list[Flowable]:
    head = ("", "afgesloten", "helft in (dagen)", "9 van 10 in (dagen)")
    cells: list[tuple[Cell, ...]] = [tuple(paragraph(words, NUMBER_HEAD) for words in head)]
    names = column_names(overzicht)
    for year in with_figures(overzicht):
        item = overzicht.doorlooptijd[year]
        words = (item.aantal.tekst, item.mediaan.tekst, item.p90.tekst)
        cells.append((paragraph(names[year], VALUE), *(number(text) for text in words)))
    told = "Van de dag waarop de melding of klacht binnenkwam tot de dag waarop het dossier is gesloten."
    made = table(cells, (TEXT_WIDTH - 96 * mm, 32 * mm, 32 * mm, 32 * mm), HEADED)
    return [paragraph("Doorlooptijd", HEADING), paragraph(told, SMALL), made]
