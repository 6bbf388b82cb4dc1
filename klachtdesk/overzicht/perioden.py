"""The period of an overview, the same one in the years before it, and what each dossier did in it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

from dateutil.relativedelta import relativedelta

from klachtdesk.dutch import MAANDEN, dutch_date
from klachtdesk.reglement.kalender import ONE_DAY

if TYPE_CHECKING:
    from datetime import date

    from klachtdesk.overzicht.cijferrecord import Cijferrecord, TermijnCijfer, TermijnUitkomst, Wending

YEARS_BEFORE = 2
"""With how many earlier years an overview is compared."""

_DECEMBER = 12
_QUARTERS = {1: "1e kwartaal", 4: "2e kwartaal", 7: "3e kwartaal", 10: "4e kwartaal"}
_HALVES = {1: "eerste helft van", 7: "tweede helft van"}


class Stroom(NamedTuple):
    """What a dossier did in a period: whether it was open when that began, and when it came in and was closed.

    One that was closed before, and opened again in the period, comes in anew. One that was closed and opened again
    within the period is closed once, or not at all: what counts is how it stands in the end. So for every dossier
    begin + binnen - dicht is whether it is open at the end.
    """

    begin: bool
    binnen: date | None
    heropend: bool
    dicht: Wending | None
    sinds: date | None
    """When the time began that ended with `dicht`."""

    @property
    def deed_mee(self) -> bool:
        """Whether it was open at some time in the period."""
        return self.begin or self.binnen is not None

    @property
    def eind(self) -> bool:
        """Whether it is open at the end of the period."""
        return self.deed_mee and self.dicht is None


_NOTHING = Stroom(begin=False, binnen=None, heropend=False, dicht=None, sinds=None)


@dataclass(frozen=True, slots=True)
class Periode:
    """A period, both ends included, as it is known on a day (`peil`): what happens later does not count yet."""

    van: date
    tot: date
    peil: date

    def holds(self, day: date | None) -> bool:
        """Tell whether a day falls in the period, as far as it is known."""
        return day is not None and self.van <= day <= self.peil

    def stroom(self, record: Cijferrecord) -> Stroom:
        """Return what a dossier did in this period."""
        begin, binnen, sinds, dicht = False, None, None, None
        for since, closed in record.looptijden:
            if since > self.peil:
                break
            if since >= self.van:
                binnen = binnen or since
            elif closed is None or closed.dag >= self.van:
                begin = True
            sinds, dicht = since, closed
        if not begin and binnen is None:
            return _NOTHING
        if dicht is None or dicht.dag > self.peil:
            sinds = dicht = None
        return Stroom(
            begin=begin,
            binnen=None if begin else binnen,
            heropend=not begin and record.binnen < self.van,
            dicht=dicht,
            sinds=sinds,
        )

    def uitkomst(self, cijfer: TermijnCijfer) -> TermijnUitkomst | None:
        """Return as what a run of a termijn counts in this period: as ended in it, or as running at its end."""
        if cijfer.start > self.peil or cijfer.telt_op < self.van:
            return None
        return cijfer.uitkomst(self.peil)

    def earlier(self, years: int) -> Periode:
        """Return the same period some years before; a period that ends with a month still does."""
        van = self.van - relativedelta(years=years)
        tot = self.tot + ONE_DAY - relativedelta(years=years) - ONE_DAY
        return Periode(van, tot, min(tot, self.peil))

    @property
    def label(self) -> str:
        """The period as a title: "2026", "3e kwartaal 2026", "maart 2026", or its days."""
        return self._names[0]

    @property
    def in_een_zin(self) -> str:
        """The period in a sentence: "in 2026", "in het 3e kwartaal van 2026", "op 3 maart 2026"."""
        return self._names[1]

    @property
    def _names(self) -> tuple[str, str]:
        year, month, length = self.van.year, self.van.month, self._whole_months
        if length and month == 1 and length % _DECEMBER == 0:
            last = self.tot.year
            if last == year:
                return str(year), f"in {year}"
            return f"{year} t/m {last}", f"in de jaren {year} tot en met {last}"
        if length == _DECEMBER // 2 and month in _HALVES:
            return f"{_HALVES[month]} {year}", f"in de {_HALVES[month]} {year}"
        if length == _DECEMBER // 4 and month in _QUARTERS:
            return f"{_QUARTERS[month]} {year}", f"in het {_QUARTERS[month]} van {year}"
        if length == 1:
            return f"{MAANDEN[month - 1]} {year}", f"in {MAANDEN[month - 1]} {year}"
        return self._days

    @property
    def _days(self) -> tuple[str, str]:
        """The period by its days; what the first has in common with the last is said once."""
        last = dutch_date(self.tot)
        if self.van == self.tot:
            return last, f"op {last}"
        first = dutch_date(self.van)
        if self.van.year == self.tot.year:
            first = first.removesuffix(f" {self.van.year}")
        return f"{first} t/m {last}", f"van {first} tot en met {last}"

    @property
    def _whole_months(self) -> int:
        """Of how many whole months it is; 0 for a part of one."""
        after = self.tot + ONE_DAY
        if self.van.day != 1 or after.day != 1:
            return 0
        return (after.year - self.van.year) * _DECEMBER + after.month - self.van.month

    def months(self) -> tuple[tuple[str, str], ...]:
        """Return a key and a name for each month that the period touches, the first month being "1"."""
        one_year = self.van.year == self.tot.year
        found = []
        for index in range(month_index(self, self.tot)):
            month = self.van.month - 1 + index
            name = MAANDEN[month % _DECEMBER]
            year = self.van.year + month // _DECEMBER
            found.append((str(index + 1), name if one_year else f"{name} {year}"))
        return tuple(found)


def month_index(periode: Periode, day: date) -> int:
    """Return in which month of a period a day falls, the first being 1."""
    return (day.year - periode.van.year) * _DECEMBER + day.month - periode.van.month + 1
