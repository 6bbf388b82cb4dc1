"""Puts the overview together from the records; in a copy for outside the directie small counts are hidden."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from klachtdesk.dutch import counted, dutch_number
from klachtdesk.errors import NotFound
from klachtdesk.overzicht.counting import Beeld, TermijnTelling, behind_row, count_table
from klachtdesk.overzicht.opmerkingen import write_notes
from klachtdesk.overzicht.perioden import YEARS_BEFORE, Periode
from klachtdesk.overzicht.presenting import Presenter
from klachtdesk.overzicht.suppression import Teken
from klachtdesk.overzicht.tabellen import TABELLEN
from klachtdesk.views.overzicht import OverzichtView, PeriodeView, TermijnRij

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from klachtdesk.overzicht.cijferrecord import Cijferrecord
    from klachtdesk.overzicht.labels import Labels
    from klachtdesk.overzicht.tabelregel import Tabelregel
    from klachtdesk.views.overzicht import TabelView


@dataclass(frozen=True)
class Bron:
    """What an overview is made from: all records of the office, what their keys are called, and which period is asked.

    `bewaard` holds the numbers of the dossiers of which only the figures are kept. `eerder` tells that there are
    others, at rest before the first of the periods.
    """

    records: tuple[Cijferrecord, ...]
    labels: Labels
    periode: Periode
    bewaard: frozenset[str] = frozenset()
    eerder: bool = False
    beelden: tuple[Beeld, ...] = field(init=False, repr=False)

    def __post_init__(self) -> None:
        """Look at the period, and at the same one in the years before it."""
        periods = (self.periode, *(self.periode.earlier(years) for years in range(1, YEARS_BEFORE + 1)))
        beelden = tuple(Beeld(periode, self.labels, self.records) for periode in periods)
        object.__setattr__(self, "beelden", beelden)


def assemble(
    bron: Bron, *, kantoor: str, reglement: str, drempel: int, publiek: bool = False
) -> OverzichtView:
    """Return the overview; with `publiek` counts below the drempel are hidden, and what would give them away.

    `reglement` is the name of the one it is about, empty for all of the office.
    """
    presenter = Presenter(drempel if publiek else 0)
    beeld = bron.beelden[0]
    voorraad = presenter.voorraad([item.voorraad for item in bron.beelden])
    known = voorraad[0].begin.aantal is not None
    bewaard = sum(geval.record.nummer in bron.bewaard for geval in beeld.gevallen)
    sign = Teken.TOON if known else Teken.WEG
    return OverzichtView(
        titel=f"Klachtenoverzicht {bron.periode.label}",
        kantoor=kantoor,
        reglement=reglement,
        publiek=publiek,
        drempel=drempel,
        peildatum=bron.periode.peil,
        perioden=tuple(_period(item, began=publiek or bron.eerder) for item in bron.beelden),
        voorraad=voorraad,
        tabellen=tuple(_tables(bron, presenter)),
        termijnen=tuple(_termijnen(bron, presenter)),
        doorlooptijd=tuple(presenter.doorlooptijd(item.doorlooptijden) for item in bron.beelden),
        opmerkingen=(*_grounds(len(beeld.gevallen), bewaard, publiek), *write_notes(beeld, publiek=publiek)),
        dossiers=presenter.cel(len(beeld.gevallen), sign),
        bewaard=presenter.cel(bewaard, Teken.WEG if publiek else Teken.TOON),
    )


def look_behind(
    bron: Bron, tabel: str, rij: str | None, *, periode: int = 0, kolom: str = ""
) -> tuple[Cijferrecord, ...]:
    """Return the dossiers behind a number, each once.

    `tabel` is the key of a table, with the key of a row or None for its total; `voorraad` with the name of one of its
    numbers; `termijnen` with the key of a row and of a column; or `doorlooptijd`. `periode` is 0 for this period, 1 and
    2 for the earlier ones. Raises NotFound for a table that there is not.
    """
    beeld = bron.beelden[periode]
    if tabel == "voorraad":
        return tuple(_of_stock(beeld, rij or "eind"))
    if tabel == "doorlooptijd":
        return tuple(geval.record for geval in beeld.afgesloten)
    if tabel == "termijnen":
        lijn, _, sleutel = (rij or "").partition(".")
        telling = beeld.termijnen.get((lijn, sleutel), TermijnTelling())
        found = telling.records.get(kolom or "afgelopen", [])
        return tuple({record.nummer: record for record in found}.values())
    for regel in shown_tables(bron.labels):
        if regel.sleutel == tabel:
            return tuple(behind_row(regel, beeld, rij))
    raise NotFound("Deze tabel staat niet in het overzicht.")


def shown_tables(labels: Labels) -> tuple[Tabelregel, ...]:
    """Return the tables that have something to tell apart: not those of which the office has one row, or no list."""
    without = {
        "reglement": len(labels.lijnen) < 2,  # noqa: PLR2004
        "product": not labels.producten,
        "doorverwezen": not labels.instanties,
        "beroep": not labels.instanties,
        "grond": not labels.lijst("grond").rows(),
    }
    return tuple(regel for regel in TABELLEN if not without.get(regel.sleutel, False))


def _of_stock(beeld: Beeld, name: str) -> Iterator[Cijferrecord]:
    for geval in beeld.gevallen:
        stroom = geval.stroom
        held = {
            "begin": stroom.begin,
            "binnengekomen": stroom.binnen is not None,
            "afgesloten": stroom.dicht is not None,
            "eind": stroom.eind,
        }
        if held[name]:
            yield geval.record


def _tables(bron: Bron, presenter: Presenter) -> Iterator[TabelView]:
    known: dict[tuple[str, str], tuple[Teken, ...]] = {}
    for regel in shown_tables(bron.labels):
        if regel.inside_only and presenter.drempel:
            continue
        telling = count_table(regel, bron.beelden)
        totals, tekens = presenter.tekens(telling, known)
        size = len(telling.rijen)
        for row, (sleutel, _label) in enumerate(telling.rijen):
            known[regel.sleutel, sleutel] = tuple(tekens[row::size])
        yield presenter.tabel(telling, totals, tekens)


def _termijnen(bron: Bron, presenter: Presenter) -> Iterator[TermijnRij]:
    """Yield the termijnen of the reglementen that the overview is about, in the order of each."""
    for (lijn, sleutel), (versie, termijn) in bron.labels.termijnen.items():
        yield TermijnRij(
            sleutel=f"{lijn}.{sleutel}",
            label=termijn.label,
            reglement=versie.reglement.naam,
            artikel=termijn.vindplaats,
            norm=str(termijn.duur),
            perioden=tuple(
                presenter.termijn(beeld.termijnen.get((lijn, sleutel), TermijnTelling()))
                for beeld in bron.beelden
            ),
        )


def _period(beeld: Beeld, *, began: bool) -> PeriodeView:
    """Return a period; a copy for outside does not tell that there was nothing yet."""
    periode = beeld.periode
    began = began or any(record.binnen <= periode.tot for record in beeld.records)
    return PeriodeView(periode.van, periode.tot, periode.label, periode.in_een_zin, began)


def _grounds(dossiers: int, bewaard: int, publiek: bool) -> Sequence[str]:
    """Tell on how many dossiers the figures rest, and of how many only the figures are left."""
    if publiek or not dossiers:
        return ()
    rests = f"Dit overzicht rust op {counted(dossiers, 'dossier', 'dossiers')}"
    if not bewaard:
        return (f"{rests}.",)
    kept = f"van {dutch_number(bewaard)} daarvan zijn alleen de cijfers bewaard"
    return (f"{rests}; {kept}, omdat het dossier is vernietigd.",)
