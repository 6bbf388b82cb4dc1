"""Hides small counts, and as many others as it takes, so that nobody can work them out.

For a copy that leaves the directie. A count below the drempel is shown as "<3" (`KLEIN`), zero included: so it stands
for several values. Where the total of a column and its other rows would still give it away, more is hidden (`WEG`, as
"×").

What holds for every count that is hidden: there is at least one other set of counts that gives the same printed page.
`hide_column` looks for that set, and hides more until it finds one for each. Between columns and tables nothing is
shared but the totals: a table whose total is hidden is hidden whole, and so is the stock as soon as one of the numbers
in its sum is small (`hide_stock`).
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from itertools import product
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

Soort = Literal["verdeling", "overlap", "los"]
"""How the rows of a column relate to its total: they add up to it, they may overlap, or there is no total."""

SMALLEST_DREMPEL = 2
"""Below this nothing is hidden: "<1" says zero."""


class Teken(Enum):
    """What stands in a cell: the count, that it is small, or nothing at all."""

    TOON = "toon"
    KLEIN = "klein"
    WEG = "weg"


@dataclass(frozen=True, slots=True)
class Kolom:
    """A column to hide small counts in.

    `geen` is the row for what has none of the others, where rows may overlap. `never` are the rows that everybody knows
    to be nothing: they are shown, for no other count can hide behind them.
    """

    aantallen: tuple[int, ...]
    totaal: int
    soort: Soort
    geen: int | None = None
    never: frozenset[int] = frozenset()


def is_small(aantal: int, drempel: int) -> bool:
    """Tell whether a count is not to be shown outside the directie."""
    return drempel >= SMALLEST_DREMPEL and aantal < drempel


def hide_count(aantal: int, drempel: int) -> Teken:
    """Return what stands for a count that has nothing to do with any other."""
    return Teken.KLEIN if is_small(aantal, drempel) else Teken.TOON


def hide_column(kolom: Kolom, drempel: int, total: Teken = Teken.TOON) -> tuple[Teken, ...]:
    """Return what stands in the rows of a column; all of it is withheld when its total is not shown."""
    if total is not Teken.TOON:
        return (Teken.WEG,) * len(kolom.aantallen)
    tekens = [
        Teken.TOON if place in kolom.never else hide_count(aantal, drempel)
        for place, aantal in enumerate(kolom.aantallen)
    ]
    if kolom.soort == "los":
        return tuple(tekens)
    while any(_is_given_away(kolom, tekens, place, drempel) for place in _hidden(tekens)):
        shown = [
            place for place, teken in enumerate(tekens) if teken is Teken.TOON and place not in kolom.never
        ]
        if not shown:
            return tuple(Teken.TOON if place in kolom.never else Teken.WEG for place in range(len(tekens)))
        tekens[min(shown, key=lambda place: (kolom.aantallen[place], place))] = Teken.WEG
    return tuple(tekens)


def hide_stock(aantallen: Iterable[int], drempel: int) -> Teken:
    """Return what stands for the stock at all beginnings and ends, from these and from what came in and was closed.

    As they hang together by sums, one small number among them hides every stock: then each of them may be higher.
    """
    return Teken.WEG if any(is_small(aantal, drempel) for aantal in aantallen) else Teken.TOON


def _hidden(tekens: Sequence[Teken]) -> Iterator[int]:
    return (place for place, teken in enumerate(tekens) if teken is not Teken.TOON)


def _is_given_away(kolom: Kolom, tekens: Sequence[Teken], place: int, drempel: int) -> bool:
    """Tell whether no other counts give the same page with another value here: one more or less, alone or exchanged."""
    partners = [other for other in _hidden(tekens) if other != place]
    for step in (1, -1):
        if _is_possible(kolom, tekens, {place: step}, drempel):
            return False
        for other, back in product(partners, (-step, step)):
            if _is_possible(kolom, tekens, {place: step, other: back}, drempel):
                return False
    return True


def _is_possible(kolom: Kolom, tekens: Sequence[Teken], steps: dict[int, int], drempel: int) -> bool:
    counts = list(kolom.aantallen)
    for place, step in steps.items():
        counts[place] += step
        low, high = (0, drempel - 1) if tekens[place] is Teken.KLEIN else (drempel, kolom.totaal)
        if not low <= counts[place] <= high:
            return False
    if kolom.soort == "verdeling":
        return sum(counts) == kolom.totaal
    none = 0 if kolom.geen is None else counts[kolom.geen]
    others = [count for place, count in enumerate(counts) if place != kolom.geen]
    some = kolom.totaal - none
    return some >= 0 and max(others, default=0) <= some <= sum(others)
