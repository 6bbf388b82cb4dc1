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
    antwoordadres: str = ""
    """Where answers go, when that is not the address of the office."""
    ondertekening: str = ""
    """Lines below the name of who signs a letter."""
    venster: str = "links"
    """On which side its envelopes have their window: "links" or "rechts"."""
    logo: bytes | None = None
    """PNG or JPEG."""
