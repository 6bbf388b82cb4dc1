"""The dates of the story of Klassewerk by a bare loop over dateutil and holidays: what benchmarks stand beside."""

from collections.abc import Callable
from datetime import date, timedelta

from dateutil.relativedelta import relativedelta
from holidays.countries.netherlands import NL

Dates = tuple[list[date], list[date]]


def bare_counting() -> Callable[[], Dates]:
    """Return what counts the four ends and their streefdatums, and nothing else; it knows the feestdagen already."""
    feestdagen = NL(years=range(2025, 2028), categories=("public", "optional"))

    def is_werkdag(day: date) -> bool:
        return day.weekday() < 5 and day not in feestdagen

    def add_werkdagen(day: date, aantal: int) -> date:
        while aantal:
            day += timedelta(days=1)
            aantal -= is_werkdag(day)
        return day

    def count() -> Dates:
        ends = [add_werkdagen(date(2026, 4, 24), 0), add_werkdagen(date(2026, 4, 24), 2)]
        ends += [date(2026, 5, 12) + relativedelta(months=1), date(2026, 6, 8) + relativedelta(months=1)]
        aims = []
        for end in ends:
            aim = end
            while not is_werkdag(aim):
                aim -= timedelta(days=1)
            aims.append(aim)
        return ends, aims

    return count
