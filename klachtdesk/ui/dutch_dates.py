"""Dates as people type them: "12 maart", "12-3", "gisteren", "vrijdag".

What stays as it was typed is judged by `formulieren.lezen`, which says what is wrong with it.
"""

import re
from datetime import date, datetime, timedelta

from klachtdesk.dutch import MAANDEN, WEEKDAGEN, abbreviated_month, counted

_WORDS = {"vandaag": 0, "nu": 0, "gisteren": -1, "eergisteren": -2, "morgen": 1, "overmorgen": 2}
_NUMBERS = re.compile(r"(\d{1,2})[-/. ](\d{1,2})(?:[-/. ](\d{2}|\d{4}))?")
_DIGITS = re.compile(r"(\d{2})(\d{2})(\d{4}|\d{2})")
_NAMED = re.compile(r"(?:([a-z]+)\.? )?(\d{1,2})[- ]([a-z]{3,})\.?(?:[- ](\d{2}|\d{4}))?")


def short_date(day: date | None) -> str:
    """Return a date as short as a list has room for, "12 mrt 2026", or nothing for none."""
    if day is None:
        return ""
    return f"{day.day} {abbreviated_month(MAANDEN[day.month - 1])} {day.year}"


def clock_time(moment: datetime) -> str:
    """Return the time of day on this computer's clock: "10:41"."""
    return f"{moment.astimezone():%H:%M}"


def short_moment(moment: datetime, vandaag: date) -> str:
    """Return a moment as briefly as it stays clear: "10:41" today, "2 apr 2026 10:41" on another day."""
    local = moment.astimezone()
    return (
        clock_time(moment) if local.date() == vandaag else f"{short_date(local.date())} {clock_time(moment)}"
    )


def days_left(day: date, vandaag: date, over: str = "te laat") -> str:
    """Return how far off a last day is: "nog 2 dagen", "vandaag", "3 dagen te laat"; `over` is said of what is past."""
    days = (day - vandaag).days
    if days == 0:
        return "vandaag"
    words = counted(abs(days), "dag", "dagen")
    return f"nog {words}" if days > 0 else f"{words} {over}"


def understand_date(text: str, vandaag: date, *, ahead: bool = False) -> date | None:
    """Return the date that somebody means, or None when that is not certain.

    Without a year the nearest day in the past is meant, or with `ahead` the nearest in the future.
    """
    clean = " ".join(text.lower().split())
    if clean in _WORDS:
        return vandaag + timedelta(days=_WORDS[clean])
    if (weekday := _index(clean, WEEKDAGEN, shortest=2)) is not None:
        away = (weekday - vandaag.weekday()) % 7
        return vandaag + timedelta(days=away if ahead or away == 0 else away - 7)
    if match := _NUMBERS.fullmatch(clean) or _DIGITS.fullmatch(clean):
        return _date(int(match[1]), int(match[2]), match[3], vandaag, ahead=ahead)
    if match := _NAMED.fullmatch(clean):
        return _named_date(match, vandaag, ahead=ahead)
    try:
        return date.fromisoformat(clean)
    except ValueError:
        return None


def _named_date(match: re.Match[str], vandaag: date, *, ahead: bool) -> date | None:
    """Read "donderdag 12 maart 2026"; a weekday that contradicts the date makes it uncertain."""
    written = "maart" if match[3] == abbreviated_month("maart") else match[3]
    month = _index(written, MAANDEN, shortest=3)
    if month is None:
        return None
    found = _date(int(match[2]), month + 1, match[4], vandaag, ahead=ahead)
    if match[1] and found and _index(match[1], WEEKDAGEN, shortest=2) != found.weekday():
        return None
    return found


def _index(word: str, names: tuple[str, ...], *, shortest: int) -> int | None:
    if len(word) < shortest:
        return None
    return next((number for number, name in enumerate(names) if name.startswith(word)), None)


def _date(day: int, month: int, year: str | None, vandaag: date, *, ahead: bool) -> date | None:
    try:
        if year is not None:
            return date(int(year) if len(year) == 4 else 2000 + int(year), month, day)  # noqa: PLR2004
        found = date(vandaag.year, month, day)
        if ahead and found < vandaag:
            return found.replace(year=vandaag.year + 1)
        if not ahead and found > vandaag:
            return found.replace(year=vandaag.year - 1)
    except ValueError:
        return None
    return found
