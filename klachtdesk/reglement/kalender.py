"""Feestdagen, werkdagen and the adding of a duur to a date (Algemene termijnenwet, article 3).

The days follow from the law itself and from Easter, so they hold for every year and need no table.
The package `holidays` gives the same days and is the witness in the tests; at run time it would cost
more than half a second of start-up, because importing one country imports them all.
"""

from __future__ import annotations

from calendar import monthrange
from datetime import date, timedelta
from functools import cache, lru_cache
from types import MappingProxyType
from typing import TYPE_CHECKING, Literal

from dateutil.easter import easter

if TYPE_CHECKING:
    from collections.abc import Mapping

Eenheid = Literal["dagen", "weken", "werkdagen", "maanden", "jaren"]

SATURDAY = 5
SUNDAY = 6
ONE_DAY = timedelta(days=1)

FIRST_KONINGSDAG = 2014  # the year in which it took the place of Koninginnedag

# Article 3, third paragraph: equated by royal decree. Later years have not been decreed yet.
GELIJKGESTELDE_DAGEN: Mapping[date, str] = MappingProxyType(
    {
        date(2026, 1, 2): "gelijkgestelde dag na nieuwjaar",
        date(2026, 5, 15): "gelijkgestelde dag na Hemelvaartsdag",
        date(2027, 5, 7): "gelijkgestelde dag na Hemelvaartsdag",
        date(2028, 4, 28): "gelijkgestelde dag na Koningsdag",
        date(2028, 5, 26): "gelijkgestelde dag na Hemelvaartsdag",
    }
)
LAST_DECREED_YEAR = 2028


def _koningsdag(year: int) -> tuple[date, str]:
    """Return the day on which the birthday of the Koning is celebrated, moved when it is a Sunday."""
    if year < FIRST_KONINGSDAG:
        day, name = date(year, 4, 30), "Koninginnedag"
    else:
        day, name = date(year, 4, 27), "Koningsdag"
    return (day - ONE_DAY if day.weekday() == SUNDAY else day), name


@cache
def feestdagen(year: int) -> Mapping[date, str]:
    """Return the feestdagen of a year with their Dutch names (article 3, first and second paragraph).

    The Sundays among them (eerste paasdag, eerste pinksterdag) are left out: no Sunday is a werkdag.
    """
    paasdag = easter(year)
    days = [
        (date(year, 1, 1), "Nieuwjaarsdag"),
        (paasdag - timedelta(days=2), "Goede Vrijdag"),
        (paasdag + timedelta(days=1), "tweede paasdag"),
        _koningsdag(year),
        (date(year, 5, 5), "Bevrijdingsdag"),
        (paasdag + timedelta(days=39), "Hemelvaartsdag"),
        (paasdag + timedelta(days=50), "tweede pinksterdag"),
        (date(year, 12, 25), "eerste kerstdag"),
        (date(year, 12, 26), "tweede kerstdag"),
    ]
    named: dict[date, str] = {}
    for day, name in days:  # two of them can fall on one day: Hemelvaartsdag on 5 May in 2016
        named[day] = f"{named[day]} en {name}" if day in named else name
    return MappingProxyType(named)


class Kalender:
    """The werkdagen, with or without the days equated by royal decree. Get one from `kalender`."""

    def __init__(self, *, gelijkgestelde_dagen: bool) -> None:
        self.gelijkgestelde_dagen = gelijkgestelde_dagen
        self._years: dict[int, Mapping[date, str]] = {}

    def feestdagen(self, year: int) -> Mapping[date, str]:
        """Return the feestdagen of a year with their names, the equated days included where they count."""
        known = self._years.get(year)
        if known is None:
            equated = GELIJKGESTELDE_DAGEN if self.gelijkgestelde_dagen else {}
            known = {**feestdagen(year), **{day: name for day, name in equated.items() if day.year == year}}
            self._years[year] = known
        return known

    def is_werkdag(self, day: date) -> bool:
        """Tell whether a day is Monday to Friday and not a feestdag."""
        return day.weekday() < SATURDAY and day not in self.feestdagen(day.year)

    def why_no_werkdag(self, day: date) -> str:
        """Name what makes a day no werkdag: "weekend", "Koningsdag", "weekend, tweede kerstdag"; "" if it is one."""
        reasons = ["weekend"] if day.weekday() >= SATURDAY else []
        if feestdag := self.feestdagen(day.year).get(day):
            reasons.append(feestdag)
        return ", ".join(reasons)

    def werkdag_on_or_after(self, day: date) -> date:
        """Return the day itself or the next werkdag; raises OverflowError past the year 9999."""
        while not self.is_werkdag(day):
            day += ONE_DAY
        return day

    def last_werkdag(self, day: date, not_before: date) -> date | None:
        """Return the last werkdag on or before a day, or None when that would lie before `not_before`."""
        while day >= not_before:
            if self.is_werkdag(day):
                return day
            if day == date.min:
                break
            day -= ONE_DAY
        return None

    def add(self, start: date, aantal: int, eenheid: Eenheid) -> date:
        """Add a duur to a date; the day of the start is not counted.

        Raises OverflowError when the result lies past the year 9999.
        """
        return _add(self, start, aantal, eenheid)


@lru_cache(maxsize=4096)
def _add(days: Kalender, start: date, aantal: int, eenheid: Eenheid) -> date:
    """Add a duur to a date; many klachten have the same."""
    if eenheid == "werkdagen":
        return _add_werkdagen(days, start, aantal)
    if eenheid == "dagen":
        return start + timedelta(days=aantal)
    if eenheid == "weken":
        return start + timedelta(weeks=aantal)
    return _add_months(start, aantal * 12 if eenheid == "jaren" else aantal)


def _add_werkdagen(days: Kalender, start: date, aantal: int) -> date:
    day = start
    while aantal > 0:
        day += ONE_DAY
        if days.is_werkdag(day):
            aantal -= 1
    return day


def _add_months(start: date, months: int) -> date:
    """Return the same-numbered day, or the last day of that month when it has no such day."""
    year, month = divmod(start.year * 12 + start.month - 1 + months, 12)
    if year > date.max.year:
        raise OverflowError("date value out of range")
    return date(year, month + 1, min(start.day, monthrange(year, month + 1)[1]))


@cache
def kalender(*, gelijkgestelde_dagen: bool) -> Kalender:
    """Return the kalender; there is one of each kind, so that its years are worked out once."""
    return Kalender(gelijkgestelde_dagen=gelijkgestelde_dagen)
