"""A dossier as one PDF: what goes in, and what came out of it."""

from dataclasses import dataclass
from datetime import date

from klachtdesk.views.dossier import DossierView
from klachtdesk.views.kantoor import KantoorView


@dataclass(frozen=True, slots=True)
class Stuk:
    """A document that goes into the bundle: a form, a letter, or a file that came in."""

    titel: str
    datum: date
    media_type: str
    inhoud: bytes


@dataclass(frozen=True, slots=True)
class BundelInhoud:
    """A dossier with all that belongs to it, in the order in which it is read."""

    kantoor: KantoorView
    dossier: DossierView
    datum: date
    stukken: tuple[Stuk, ...]


@dataclass(frozen=True, slots=True)
class Bundel:
    """The PDF, and the titles of what could not be put in it, each with why."""

    pdf: bytes
    weggelaten: tuple[tuple[str, str], ...]
