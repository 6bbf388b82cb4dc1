"""From raw text to values and back: what a person may type in a field, and what that means.

A draft keeps the raw text, so that an unfinished date survives; only saving a form asks for values.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, time

from klachtdesk.dutch import dutch_number, typed_date
from klachtdesk.formulieren.velden import Formulier, Sectie, Veld, VeldSoort

Waarde = str | date | time | bool | int | tuple[str, ...] | None
"""What a field can hold once it has been read; None when it is empty."""

MAX_RIJEN = 50
"""More rows than any real dossier has; a guard against damaged input."""

FURTHEST_YEARS = 20
"""How far ahead a date can be of something that still has to be done."""

_DATUM = re.compile(r"(\d{1,2})[-/. ](\d{1,2})[-/. ](\d{4})")
_ISO_DATUM = re.compile(r"(\d{4})-(\d{2})-(\d{2})")
_TIJD = re.compile(r"([01]?\d|2[0-3])[:.]?([0-5]\d)(?: ?uur)?")
_GETAL = re.compile(r"[0-9]{1,5}")
_EARLIEST = date(1900, 1, 1)


@dataclass(frozen=True, slots=True)
class Fout:
    """A raw value that can't be read: the raw key of the field, and what is wrong with it, in Dutch."""

    sleutel: str
    bericht: str


@dataclass(frozen=True, slots=True)
class Gelezen:
    """A form that was read: its single values, its rows, and every fault at once.

    A row keeps its own number (`rijen["betrokkene"][2]`), so that it can be recognised later.
    """

    waarden: dict[str, Waarde]
    rijen: dict[str, dict[int, dict[str, Waarde]]]
    fouten: tuple[Fout, ...]


def read_formulier(formulier: Formulier, raw: dict[str, str], vandaag: date) -> Gelezen:
    """Read every raw value of a form; unknown keys are passed over, faults are collected."""
    fouten: list[Fout] = []
    waarden: dict[str, Waarde] = {}
    rijen: dict[str, dict[int, dict[str, Waarde]]] = {}
    for sectie in formulier.secties:
        numbers = row_numbers(sectie, raw)
        if len(numbers) > MAX_RIJEN:
            key = sectie.raw_key(sectie.velden[0], numbers[MAX_RIJEN])
            fouten.append(Fout(key, f"{sectie.titel}: er passen {MAX_RIJEN} rijen op dit formulier."))
        for nummer in numbers[:MAX_RIJEN]:
            row = waarden if sectie.rij is None else {}
            for veld in sectie.velden:
                key = sectie.raw_key(veld, nummer)
                try:
                    row[veld.sleutel] = read_value(veld, raw.get(key, ""), vandaag)
                except ValueError as error:
                    fouten.append(Fout(key, str(error)))
            if sectie.rij is not None and any(value is not None for value in row.values()):
                rijen.setdefault(sectie.rij, {})[nummer] = row
    return Gelezen(waarden, rijen, tuple(fouten))


def row_numbers(sectie: Sectie, raw: dict[str, str]) -> list[int]:
    """Return the numbers of the rows that have a raw value; `[1]` for a section that does not repeat."""
    if sectie.rij is None:
        return [1]
    pattern = re.compile(rf"{re.escape(sectie.rij)}\.([1-9]\d?)\.\w+")
    found = {int(match[1]) for key, text in raw.items() if text and (match := pattern.fullmatch(key))}
    return sorted(found)


def read_value(veld: Veld, text: str, vandaag: date) -> Waarde:
    """Read one raw value; raises ValueError with a Dutch sentence when it can't be.

    Dates are read as day-month-year, the Dutch way, or as year-month-day.
    """
    clean = clean_text(text)
    if not clean:
        return None
    if len(clean) > veld.max_lengte:
        raise ValueError(f"{veld.naam}: {_too_long(len(clean), veld)}")
    reader = _READERS.get(veld.soort)
    return reader(veld, clean, vandaag) if reader else clean


def clean_text(text: str) -> str:
    """Return a raw text without blanks around it, in characters that can be stored.

    Half a surrogate pair (a symbol that was cut in two on its way through the clipboard) is no character: it becomes
    the replacement sign, so that somebody sees that something is missing there.
    """
    return text.encode("utf-16", "surrogatepass").decode("utf-16", "replace").strip()


def _too_long(found: int, veld: Veld) -> str:
    counts = f"({dutch_number(found)} tekens; hier passen er {dutch_number(veld.max_lengte)})"
    other = " of voeg het stuk als bijlage toe" if veld.soort is VeldSoort.LANGE_TEKST else ""
    return f"de tekst is te lang {counts}. Kort de tekst in{other}."


def write_value(value: Waarde) -> str:
    """Return the raw text that stands for a value: the inverse of `read_value`."""
    match value:
        case None:
            return ""
        case bool():
            return "ja" if value else "nee"
        case int():
            return str(value)
        case date():
            return typed_date(value)
        case time():
            return f"{value.hour}:{value.minute:02d}"
        case tuple():
            return " ".join(value)
        case _:
            return value


def _read_datum(veld: Veld, text: str, vandaag: date) -> date:
    if match := _DATUM.fullmatch(text):
        day, month, year = (int(part) for part in match.groups())
    elif match := _ISO_DATUM.fullmatch(text):
        year, month, day = (int(part) for part in match.groups())
    else:
        raise ValueError(f"{veld.naam}: schrijf de datum als dag-maand-jaar, bijvoorbeeld 12-3-2026.")
    try:
        found = date(year, month, day)
    except ValueError:
        raise ValueError(f"{veld.naam}: {text} bestaat niet in de kalender.") from None
    if found < _EARLIEST:
        raise ValueError(f"{veld.naam}: {text} ligt te ver in het verleden. Klopt het jaartal?")
    if found.year > vandaag.year + FURTHEST_YEARS:
        raise ValueError(f"{veld.naam}: {text} ligt te ver in de toekomst. Klopt het jaartal?")
    if found > vandaag and not veld.na_vandaag:
        raise ValueError(f"{veld.naam}: {text} ligt in de toekomst. Klopt de datum?")
    return found


def _read_tijd(veld: Veld, text: str, _vandaag: date) -> time:
    match = _TIJD.fullmatch(text)
    if match is None:
        raise ValueError(f"{veld.naam}: schrijf de tijd als uur:minuten, bijvoorbeeld 10:40.")
    return time(int(match[1]), int(match[2]))


def _read_meerkeuze(veld: Veld, text: str, vandaag: date) -> tuple[str, ...]:
    return tuple(_read_keuze(veld, part, vandaag) for part in text.split())


def _read_keuze(veld: Veld, sleutel: str, _vandaag: date) -> str:
    if any(keuze.sleutel == sleutel for keuze in veld.keuzes):
        return sleutel
    raise ValueError(f"{veld.naam}: ‘{sleutel[:40]}’ staat niet in de lijst. Kies iets uit de lijst.")


def _read_ja_nee(veld: Veld, text: str, _vandaag: date) -> bool:
    if text not in {"ja", "nee"}:
        raise ValueError(f"{veld.naam}: kies ja of nee.")
    return text == "ja"


def _read_getal(veld: Veld, text: str, _vandaag: date) -> int:
    if not _GETAL.fullmatch(text):
        raise ValueError(f"{veld.naam}: schrijf een heel getal, bijvoorbeeld 14.")
    return int(text)


_READERS: dict[VeldSoort, Callable[[Veld, str, date], Waarde]] = {
    VeldSoort.DATUM: _read_datum,
    VeldSoort.TIJD: _read_tijd,
    VeldSoort.KEUZE: _read_keuze,
    VeldSoort.MEERKEUZE: _read_meerkeuze,
    VeldSoort.JA_NEE: _read_ja_nee,
    VeldSoort.GETAL: _read_getal,
}
