"""What a field of a letter can hold, and the blocks that a filled-in letter is made of."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum


class VeldSoort(StrEnum):
    """How a field of a letter may be used."""

    TEKST = "tekst"
    DATUM = "datum"
    LIJST = "lijst"
    """Prints as a list where it stands alone on its line, and as "a, b en c" in a sentence."""
    TABEL = "tabel"
    """Must stand alone on its line."""
    VRAAG = "vraag"
    """Yes or no, to decide with: it can't be printed."""
    DEEL = "deel"
    """A shared part: text with fields of its own."""


@dataclass(frozen=True, slots=True)
class Opsomming:
    """Things to list, in their order; counts as no when there are none."""

    items: tuple[str, ...]

    def __bool__(self) -> bool:
        """Return whether there is anything to list."""
        return any(item.strip() for item in self.items)


@dataclass(frozen=True, slots=True)
class Tabel:
    """Rows of equal length under the heads of their columns; counts as no when there are none."""

    kop: tuple[str, ...]
    rijen: tuple[tuple[str, ...], ...]

    def __bool__(self) -> bool:
        """Return whether there is any row."""
        return bool(self.rijen)


Waarde = str | date | bool | Opsomming | Tabel
Waarden = Mapping[str, Waarde]
"""What each field holds, by its key, such as "dossier.ontvangen_op"; what there is none of is an empty text."""


@dataclass(frozen=True, slots=True)
class Kop:
    """A heading in a letter."""

    tekst: str


@dataclass(frozen=True, slots=True)
class Alinea:
    """A paragraph; a line break in it is meant, and an empty line stands in what somebody typed."""

    tekst: str


@dataclass(frozen=True, slots=True)
class Lijst:
    """Items, each with a mark before it."""

    items: tuple[str, ...]


Blok = Kop | Alinea | Lijst | Tabel


@dataclass(frozen=True, slots=True)
class Brieftekst:
    """The words of one letter, ready to be drawn: all of it is text as typed, none of it is markup."""

    onderwerp: str
    """One line."""
    blokken: tuple[Blok, ...]


def soort_of(waarde: Waarde) -> VeldSoort:
    """Return how a field with this value may be used."""
    if isinstance(waarde, bool):
        return VeldSoort.VRAAG
    if isinstance(waarde, date):
        return VeldSoort.DATUM
    if isinstance(waarde, Opsomming):
        return VeldSoort.LIJST
    return VeldSoort.TABEL if isinstance(waarde, Tabel) else VeldSoort.TEKST


def soorten_of(waarden: Waarden) -> dict[str, VeldSoort]:
    """Return how each of these fields may be used."""
    return {sleutel: soort_of(waarde) for sleutel, waarde in waarden.items()}
