"""Persons who may stand in the kluis twice, and those who turned out to be one."""

from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True, slots=True)
class DeelnameView:
    """The part of a person in a dossier; `rol_label` is empty for one who is only named in what happened."""

    dossier_id: int
    nummer: str
    rol_label: str


@dataclass(frozen=True, slots=True)
class PersoonRegel:
    """A person with all by which somebody can tell whether it is the same one."""

    id: int
    naam: str
    organisatie: str
    functie: str
    afdeling: str
    plaats: str
    telefoon: str
    email: str
    deelnames: tuple[DeelnameView, ...]


@dataclass(frozen=True, slots=True)
class DubbelGroep:
    """Persons who may be one, and what they have in common."""

    gronden: tuple[str, ...]
    personen: tuple[PersoonRegel, ...]


@dataclass(frozen=True, slots=True)
class SamenvoegingRegel:
    """That somebody went into another; `ongedaan_op` is None while that holds."""

    id: int
    behouden: str
    opgegaan: str
    behouden_id: int
    opgegaan_id: int
    dossiers: int
    """How many dossiers moved along."""
    moment: datetime
    gebruiker: str
    ongedaan_op: datetime | None
