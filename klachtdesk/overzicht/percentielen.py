"""Medians, 90th percentiles and percentages, each in one way for every table."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

_NINETY = 90


def median(values: Sequence[int]) -> float | None:
    """Return the middle one of the values, or halfway between the two in the middle; None when there are none."""
    if not values:
        return None
    ordered = sorted(values)
    middle = len(ordered) // 2
    return float(ordered[middle]) if len(ordered) % 2 else (ordered[middle - 1] + ordered[middle]) / 2


def ninetieth_percentile(values: Sequence[int]) -> float | None:
    """Return the 90th percentile by nearest rank: the lowest of the values that at least 90 % of them do not exceed.

    It is always a value that occurs. Of ten values it is the ninth, of five the fifth. None when there are none.
    """
    if not values:
        return None
    rank = -(-_NINETY * len(values) // 100)  # rounded up
    return float(sorted(values)[rank - 1])


def percentage(part: int, whole: int) -> float | None:
    """Return what part of the whole it is, from 0 to 100; None of nothing."""
    return None if whole == 0 else 100 * part / whole
