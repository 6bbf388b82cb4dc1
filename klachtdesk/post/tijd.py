"""The moment of a mail as a clock in the Netherlands showed it."""

from datetime import UTC, datetime, timedelta

from dateutil.zoneinfo import get_zonefile_instance

_EARLIEST = 1990
_BEGIN_OF_FILETIME = datetime(1601, 1, 1, tzinfo=UTC)


def dutch_time(moment: datetime | None) -> datetime | None:
    """Return a moment in the time of Amsterdam; one without a zone is taken for that. None for what can't be true."""
    if moment is None:
        return None
    amsterdam = get_zonefile_instance().get("Europe/Amsterdam")  # its own tables: Windows has none
    try:
        found = moment.replace(tzinfo=amsterdam) if moment.tzinfo is None else moment.astimezone(amsterdam)
    except (OverflowError, ValueError):
        return None
    return found if found.year >= _EARLIEST else None


def from_filetime(ticks: int) -> datetime | None:
    """Return a moment counted in steps of 100 nanoseconds from 1601, as Windows does; None for none."""
    try:
        return _BEGIN_OF_FILETIME + timedelta(microseconds=ticks // 10) if ticks > 0 else None
    except OverflowError:
        return None
