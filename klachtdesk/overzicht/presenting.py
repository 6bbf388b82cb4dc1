"""From counts to what is shown: figures in Dutch, and in a copy for outside no small ones."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from klachtdesk.dutch import dutch_number
from klachtdesk.overzicht.labels import ONBEKEND
from klachtdesk.overzicht.percentielen import median, ninetieth_percentile, percentage
from klachtdesk.overzicht.suppression import Kolom, Teken, hide_column, hide_count, hide_stock
from klachtdesk.views.overzicht import Cel, DuurView, Maat, RijView, TabelView, TermijnCijfers, VoorraadView

if TYPE_CHECKING:
    from collections.abc import Sequence

    from klachtdesk.overzicht.counting import Telling, TermijnTelling

WEGGELATEN = "×"
"""What stands for a count that would give away another one."""

_GEEN = Maat(None, "–")
_VERBORGEN = Maat(None, WEGGELATEN)
_PARETO = "pareto"

Tekens = Mapping[tuple[str, str], tuple[Teken, ...]]
"""What stands in the rows that other tables take apart, by table and row: a sign for each period."""


@dataclass(frozen=True, slots=True)
class Presenter:
    """Shows counts; below `drempel` it hides them, and with a drempel of 0 nothing."""

    drempel: int = 0

    def cel(self, aantal: int, teken: Teken) -> Cel:
        """Return a count as it may be shown."""
        if teken is Teken.TOON:
            return Cel(aantal, dutch_number(aantal))
        return Cel(None, f"<{self.drempel}" if teken is Teken.KLEIN else WEGGELATEN)

    def alone(self, aantal: int) -> Cel:
        """Return a count that has nothing to do with others."""
        return self.cel(aantal, hide_count(aantal, self.drempel))

    def voorraad(self, perioden: Sequence[Mapping[str, int]]) -> tuple[VoorraadView, ...]:
        """Return the stock of each period."""
        teken = hide_stock((number for stock in perioden for number in stock.values()), self.drempel)
        return tuple(
            VoorraadView(
                begin=self.cel(stock["begin"], teken),
                binnengekomen=self.alone(stock["binnengekomen"]),
                afgesloten=self.alone(stock["afgesloten"]),
                eind=self.cel(stock["eind"], teken),
            )
            for stock in perioden
        )

    def doorlooptijd(self, dagen: list[int]) -> DuurView:
        """Return how long it took to close what was closed."""
        aantal = self.alone(len(dagen))
        hidden = aantal.aantal is None
        return DuurView(aantal, days(median(dagen), hidden), days(ninetieth_percentile(dagen), hidden))

    def termijn(self, telling: TermijnTelling) -> TermijnCijfers:
        """Return what became of a termijn."""
        counts = telling.aantallen
        total = hide_count(counts["afgelopen"], self.drempel)
        parts = ("gehaald", "te_laat", "vervallen")
        kolom = Kolom(tuple(counts[part] for part in parts), counts["afgelopen"], "verdeling")
        signs = dict(zip(parts, hide_column(kolom, self.drempel, total), strict=True))
        cells = {part: self.cel(counts[part], sign) for part, sign in signs.items()}
        hidden = any(signs[part] is not Teken.TOON for part in ("gehaald", "te_laat"))
        due = counts["gehaald"] + counts["te_laat"]
        return TermijnCijfers(
            afgelopen=self.cel(counts["afgelopen"], total),
            gehaald=cells["gehaald"],
            te_laat=cells["te_laat"],
            vervallen=cells["vervallen"],
            verdaagd=self.alone(counts["verdaagd"]),
            loopt=self.alone(counts["loopt"]),
            op_tijd=percent(percentage(counts["gehaald"], due), hidden),
            mediaan=days(median(telling.dagen), hidden),
            p90=days(ninetieth_percentile(telling.dagen), hidden),
        )

    def tekens(self, telling: Telling, known: Tekens) -> tuple[tuple[Teken, ...], tuple[Teken, ...]]:
        """Return what stands for the total of each period, and then in the rows of each period, one after the other.

        `known` holds the rows of earlier tables; a table that takes one apart has the sign of that row as its total.
        """
        regel = telling.regel
        totals = tuple(
            known[regel.totaal_uit][place] if regel.totaal_uit else hide_count(totaal, self.drempel)
            for place, totaal in enumerate(telling.totalen)
        )
        geen = len(telling.rijen) - 1 if regel.geen else None
        rows = tuple(
            teken
            for kolom, totaal, total, never in zip(
                telling.kolommen, telling.totalen, totals, telling.never, strict=True
            )
            for teken in hide_column(
                Kolom(kolom, totaal, regel.soort, geen, never),
                self.drempel,
                Teken.TOON if regel.soort == "los" else total,
            )
        )
        return totals, rows

    def tabel(self, telling: Telling, totals: Sequence[Teken], tekens: Sequence[Teken]) -> TabelView:
        """Return a table as it is shown; `tekens` as `tekens` gives them."""
        regel, size = telling.regel, len(telling.rijen)
        cells = [
            tuple(
                self.cel(kolom[row], tekens[place * size + row])
                for place, kolom in enumerate(telling.kolommen)
            )
            for row in range(size)
        ]
        los = regel.soort == "los"
        totaal = tuple(self.cel(count, sign) for count, sign in zip(telling.totalen, totals, strict=True))
        rows = [
            RijView(
                sleutel,
                label,
                cells[row],
                tuple(_GEEN if los else _share(cel, of) for cel, of in zip(cells[row], totaal, strict=True)),
            )
            for row, (sleutel, label) in enumerate(telling.rijen)
        ]
        return TabelView(
            sleutel=regel.sleutel,
            titel=regel.titel,
            toelichting=regel.toelichting,
            eenheid=regel.eenheid,
            soort=regel.soort,
            vorm=regel.vorm,
            rijen=_pareto(rows, totaal[0]) if regel.vorm == _PARETO else tuple(rows),
            totaal=None if los else totaal,
        )


def percent(value: float | None, hidden: bool = False) -> Maat:
    """Return a percentage, written in whole ones."""
    if hidden:
        return _VERBORGEN
    return _GEEN if value is None else Maat(value, f"{int(value + 0.5)}%")


def days(value: float | None, hidden: bool = False) -> Maat:
    """Return a number of days; only a median can be half a day."""
    if hidden:
        return _VERBORGEN
    return _GEEN if value is None else Maat(value, f"{value:g}".replace(".", ","))


def _share(cel: Cel, totaal: Cel) -> Maat:
    if cel.aantal is None or totaal.aantal is None:
        return _VERBORGEN
    return percent(percentage(cel.aantal, totaal.aantal))


def _pareto(rows: list[RijView], totaal: Cel) -> tuple[RijView, ...]:
    """Put the highest first and add up; what is hidden stands last in its own order: its place tells nothing."""

    def place(row: RijView) -> tuple[bool, bool, int]:
        aantal = row.cellen[0].aantal
        return aantal is None, row.sleutel == ONBEKEND, -(aantal or 0)

    found: list[RijView] = []
    sum_so_far: int | None = 0
    for row in sorted(rows, key=place):
        aantal = row.cellen[0].aantal
        sum_so_far = None if aantal is None or sum_so_far is None else sum_so_far + aantal
        cumulatief = _VERBORGEN
        if sum_so_far is not None and totaal.aantal is not None:
            cumulatief = percent(percentage(sum_so_far, totaal.aantal))
        found.append(RijView(row.sleutel, row.label, row.cellen, row.aandelen, cumulatief))
    return tuple(found)
