"""What stands in an oordeel (judgement), ready to be laid out.

All texts are plain text as a person typed it, with line breaks; labels are the words to be printed.
"""

from dataclasses import dataclass
from datetime import date

from klachtdesk.views.kantoor import KantoorView


@dataclass(frozen=True, slots=True)
class PartijView:
    """Somebody who is named in the oordeel or signs it; `rol` is the Dutch word, such as "klager"."""

    rol: str
    naam: str
    organisatie: str = ""


@dataclass(frozen=True, slots=True)
class OnderdeelView:
    """One part of the klacht with its own judgement."""

    omschrijving: str
    onderwerp: str
    gegrondheid: str
    """As printed: "gegrond", "deels gegrond", "ongegrond" or "geen oordeel"."""


@dataclass(frozen=True, slots=True)
class GrondslagView:
    """The words of the reglement that something rests on, and the artikel where they stand."""

    artikel: str
    woorden: str


@dataclass(frozen=True, slots=True)
class OordeelInhoud:
    """A whole oordeel. Who must sign follows from the data: without `ondertekening` nobody does."""

    kantoor: KantoorView
    kenmerk: str
    datum: date
    reglement: str
    """The title of the reglement, such as "Klachtenregeling Interactie"."""
    klager: PartijView
    betrokkenen: tuple[PartijView, ...]
    behandelaar: PartijView
    ontvangen_op: date
    klacht: str
    bevindingen: str
    reacties: str
    conclusies: str
    afhandeling: str
    onderdelen: tuple[OnderdeelView, ...]
    gegrondheid: str
    """Of the klacht as a whole, as printed."""
    aanbevelingen: str
    vervolg: str
    """Where the klager can go next (bezwaar, beroep, geschillencommissie)."""
    grondslag: tuple[GrondslagView, ...]
    """What the oordeel itself rests on (Interactie: artikel 5.6)."""
    ondertekening: GrondslagView | None = None
    """What the signing rests on (Interactie: artikel 5.7)."""
    partijen: tuple[PartijView, ...] = ()
    """Who sign, in the order of the reglement."""
