"""The office as it stands at the top of its letters."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class KantoorView:
    """Name, address and contact lines; an empty string where the office left something open."""

    naam: str
    adres: str
    postcode: str
    plaats: str
    telefoon: str = ""
    email: str = ""
    website: str = ""
