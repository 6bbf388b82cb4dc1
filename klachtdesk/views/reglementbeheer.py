"""The reglementen of the office: versions in force, concepts in the making, and what a change does."""

from dataclasses import dataclass
from datetime import date, datetime

from klachtdesk.formulieren import Keuze
from klachtdesk.views.formulier import FormulierView


@dataclass(frozen=True, slots=True)
class VersieRegel:
    """A reglement as it is or was in force."""

    id: int
    sleutel: str
    naam: str
    versie: str
    van_kracht: date
    tot: date | None
    """Last day, where the office stopped using it beside another one."""
    geldt: bool
    """Whether a klacht that is received today falls under it, or can."""
    later: bool
    """Whether it comes into force after today."""
    hoofd: bool
    """Whether it is (a version of) the reglement that is proposed for a melding."""
    dossiers: int
    """How many dossiers are bound to it."""


@dataclass(frozen=True, slots=True)
class ConceptRegel:
    """A reglement in the making."""

    id: int
    naam: str
    versie: str
    gewijzigd_op: datetime
    gewijzigd_door: str


@dataclass(frozen=True, slots=True)
class ConceptView:
    """A reglement in the making, whole. While there are `fouten` it can't come into force."""

    id: int
    naam: str
    versie: str
    formulier: FormulierView
    tekst: str
    toml: str
    fouten: tuple[str, ...]
    vervangbaar: tuple[Keuze, ...] = ()
    """Whose place it could take; empty where it is the next version of a reglement that the office has."""


@dataclass(frozen=True, slots=True)
class VergelijkingRegel:
    """One termijn under the reglement in force and under the concept; None where it does not run."""

    label: str
    artikel: str
    oud: date | None
    nieuw: date | None
    oud_streefdatum: date | None
    nieuw_streefdatum: date | None
    gewijzigd: bool


@dataclass(frozen=True, slots=True)
class Vergelijking:
    """What a concept would do to one dossier, or to an example."""

    voorbeeld: str
    """What was compared: the number of the dossier, or what happens in the example."""
    termijnen: tuple[VergelijkingRegel, ...]
    bewaren_oud: date | None
    bewaren_nieuw: date | None
