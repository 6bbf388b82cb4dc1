"""How Dutch writes dates, numbers, lists, capitals and postcodes. It rests on nothing: every layer may use it."""

import re
from collections.abc import Sequence
from datetime import date, datetime

WEEKDAGEN = ("maandag", "dinsdag", "woensdag", "donderdag", "vrijdag", "zaterdag", "zondag")
MAANDEN = (
    "januari", "februari", "maart", "april", "mei", "juni",
    "juli", "augustus", "september", "oktober", "november", "december",
)  # fmt: skip

_POSTCODE = re.compile(r"\s*([1-9][0-9]{3})\s*([A-Za-z]{2})\s*")


def abbreviated_month(name: str) -> str:
    """Return the name of a month in three letters: "jan", "mrt"."""
    return "mrt" if name == "maart" else name[:3]


def typed_date(day: date) -> str:
    """Return a date as people type it: "1-4-2026"; `formulieren.lezen` reads it back."""
    return f"{day.day}-{day.month}-{day.year:04d}"


def dutch_date(day: date) -> str:
    """Return a date in words: "1 april 2026"."""
    return f"{day.day} {MAANDEN[day.month - 1]} {day.year}"


def long_date(day: date) -> str:
    """Return a date in words with its weekday: "woensdag 1 april 2026"."""
    return f"{WEEKDAGEN[day.weekday()]} {dutch_date(day)}"


def dutch_datetime(moment: datetime) -> str:
    """Return date and time in words, "1 april 2026, 14.05 uur", in the time zone of `moment`."""
    return f"{dutch_date(moment)}, {moment:%H.%M} uur"


def dutch_number(number: int) -> str:
    """Return a whole number with a point between thousands: "250.000"."""
    return f"{number:,}".replace(",", ".")


def counted(number: int, one: str, several: str) -> str:
    """Return a number with what is counted: "1 dossier", "3 dossiers", "0 dossiers", "1.250 dossiers"."""
    return f"{dutch_number(number)} {one if number == 1 else several}"


def in_a_row(phrases: Sequence[str], word: str = "en") -> str:
    """Join phrases, with `word` before the last: "de naam, het adres en de motivering"; nothing for none."""
    if len(phrases) <= 1:
        return "".join(phrases)
    return f"{', '.join(phrases[:-1])} {word} {phrases[-1]}"


def dutch_postcode(typed: str) -> str:
    """Return a postcode as the post reads it, "3531 JH"; what is none, such as a foreign one, stays as typed."""
    found = _POSTCODE.fullmatch(typed)
    return typed.strip() if found is None else f"{found[1]} {found[2].upper()}"


def capital(words: str) -> str:
    """Return words with a capital at the start; the rest stays as it is: "Klachtenfunctionaris bij IVO"."""
    return f"{words[:1].upper()}{words[1:]}"
