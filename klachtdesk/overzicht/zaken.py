"""What an answer to a question of a quality mark is made of: a share in words, and a table of cases to read."""

from __future__ import annotations

from typing import TYPE_CHECKING

from klachtdesk.dutch import typed_date
from klachtdesk.views.keurmerk import ZakenView

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from datetime import date

MOST_CASES = 150
"""Rows of a table of cases: an auditor takes a sample, and nobody reads more."""


def cases(
    koppen: tuple[str, ...],
    rows: Iterable[tuple[str, ...]],
    went_wrong: Callable[[tuple[str, ...]], bool] = lambda _row: False,
) -> ZakenView:
    """Return a table of cases; where there are too many, those that went wrong come first and the rest is cut off."""
    found = tuple(rows)
    shown = found
    if len(found) > MOST_CASES:
        shown = tuple(sorted(found, key=lambda row: not went_wrong(row)))[:MOST_CASES]
    return ZakenView(koppen, shown, len(found))


def share(words: str, good: int, bad: int) -> tuple[str, ...]:
    """Return how many of these were good, as a sentence; none where there is nothing to compare."""
    if not good + bad:
        return ()
    return (f"{words}: {good} van de {good + bad} ({_percentage(good, good + bad)}).",)


def _percentage(part: int, whole: int) -> str:
    """Write a share in whole percents, and never as all or nothing when it is not."""
    rounded = round(100 * part / whole)
    if rounded == 0 and part:
        return "minder dan 1%"
    return "ruim 99%" if rounded == 100 and part < whole else f"{rounded}%"  # noqa: PLR2004


def dutch_day(day: date | None) -> str:
    """Write a day in figures: 3-4-2026; nothing for none."""
    return "" if day is None else typed_date(day)
