"""Letters as the screen knows them: one that is being made, and the texts that letters are made of."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime

from klachtdesk.views.dossier import GebeurtenisVeld
from klachtdesk.views.stap import RedenView


@dataclass(frozen=True, slots=True)
class Vrijdeel:
    """A part of a letter that the medewerker words before it is made final."""

    sleutel: str
    label: str
    uitleg: str
    standaard: str
    """What stands there to begin with, its fields filled in."""
    verplicht: bool


@dataclass(frozen=True, slots=True)
class BriefInvoer:
    """What somebody chose and typed for a letter: all of it raw text, and enough to make the letter with."""

    soort: str
    """The kind of gebeurtenis that is recorded with the letter."""
    datum: str
    geadresseerde: str
    """The key of one of `BriefView.geadresseerden`."""
    velden: Mapping[str, str] = field(default_factory=dict)
    """The fields of the gebeurtenis, by key."""
    vrij: Mapping[str, str] = field(default_factory=dict)
    """The free parts, by key."""
    adres: str = ""
    """The lines behind the window, where somebody typed others than the dossier has."""
    ondertekening: str = ""
    """Who signs, in lines: the name, the functie."""
    bijlagen: str = ""
    """What goes along, a line for each."""
    ook: tuple[str, ...] | None = None
    """The keys of who else gets it; None for those whom the letter proposes."""
    vervangt: int | None = None
    """The document of which this letter becomes the new version."""
    draft_id: int | None = None


@dataclass(frozen=True, slots=True)
class MedeOntvanger:
    """Who else can get a letter: a copy, or one of their own. `voorgesteld` tells that they get it unasked."""

    sleutel: str
    label: str
    voorgesteld: bool


@dataclass(frozen=True, slots=True)
class GeadresseerdeKeuze:
    """Somebody to whom a letter can go."""

    sleutel: str
    label: str
    naam: str
    adres: tuple[str, ...]
    """The lines behind the window of the envelope, as the dossier has them."""
    ook: tuple[MedeOntvanger, ...]
    """Who else can get it then."""


@dataclass(frozen=True, slots=True)
class BriefView:
    """A letter that can be made: what there is to choose and to type, and what was chosen and typed so far."""

    dossier_id: int
    nummer: str
    sleutel: str
    """The key of the letter, such as "ontvangstbevestiging"."""
    titel: str
    gebeurtenis: str
    """What is recorded when it becomes final, as the screen says it."""
    mogelijk: bool
    redenen: tuple[RedenView, ...]
    """Why the reglement does not let it be sent now, if it does not."""
    geadresseerden: tuple[GeadresseerdeKeuze, ...]
    """The proposed one first."""
    velden: tuple[GebeurtenisVeld, ...]
    """What the gebeurtenis asks, without its document and without the person: the letter itself, and who gets it."""
    vrij: tuple[Vrijdeel, ...]
    invoer: BriefInvoer
    verzending: bool = True
    """Whether the date is that of the letter; else it is of what happened, and the letter has the date of today."""
    bewaard_op: datetime | None = None
    """When the draft was kept, where `invoer` comes from one."""


@dataclass(frozen=True, slots=True)
class BriefVoorbeeld:
    """A letter as it would look now, for the eye: nothing is stored."""

    pdf: bytes
    opmerkingen: tuple[str, ...]
    """What is missing, and what can't be printed: each a whole sentence."""


@dataclass(frozen=True, slots=True)
class SjabloonRegel:
    """The text of a letter, or a shared part of it, as listed in the settings."""

    sleutel: str
    reglement: str
    """The key of the reglement that has a text of its own; empty for the text that serves every reglement."""
    titel: str
    eigen: bool
    """Whether the office made its own copy of it."""
    deel: bool = False
    """Whether it is a part that letters share."""
    reglement_naam: str = ""
    klopt: bool = True
    """Whether the office's copy can still be used; where it can't, letters use the standard and say so."""


@dataclass(frozen=True, slots=True)
class SjabloonVeld:
    """A field that a text may use, with what it is and what it may read like."""

    sleutel: str
    uitleg: str
    voorbeeld: str
    invoegen: str = ""
    """What to put in the text for it; the cursor comes in the place of the "|"."""


@dataclass(frozen=True, slots=True)
class SjabloonView:
    """A text to change, beside the one that came with the program."""

    sleutel: str
    reglement: str
    titel: str
    onderwerp: str
    tekst: str
    standaard_onderwerp: str
    standaard_tekst: str
    eigen: bool
    velden: tuple[SjabloonVeld, ...]
    deel: bool = False
    """Whether it is a part that letters share: then there is no onderwerp."""


@dataclass(frozen=True, slots=True)
class SjabloonFout:
    """What is wrong in a text, and in which line of it, counted from 1."""

    regel: int
    zin: str
    onderwerp: bool = False
    """Whether it is in the onderwerp, and not in the text below it."""
