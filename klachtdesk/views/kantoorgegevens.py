"""The office as a whole: who does what, the bodies above it, where it is made known, what was discussed and chosen."""

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class VervangerView:
    """Who stands in for a functionaris, and when."""

    naam: str
    telefoon: str
    email: str
    aanleiding: str
    aanleiding_label: str
    van: date | None
    tot: date | None


@dataclass(frozen=True, slots=True)
class FunctionarisView:
    """Who has a functie. `waarnemer` is who takes over today, during an absence; empty while nobody does."""

    id: int
    sleutel: str
    reglement: str
    """What the reglement it came from is called, where the office has several; empty otherwise."""
    functie: str
    naam: str
    adres: str
    telefoon: str
    email: str
    website: str
    van: date | None
    tot: date | None
    in_functie: bool
    vervangers: tuple[VervangerView, ...]
    waarnemer: str


@dataclass(frozen=True, slots=True)
class CommissielidView:
    """A member of a commissie of the office."""

    id: int
    commissie: str
    naam: str
    functie: str
    afdeling: str
    deskundigheid: str
    onafhankelijkheid: str
    telefoon: str
    email: str
    van: date | None
    tot: date | None
    zittend: bool


@dataclass(frozen=True, slots=True)
class InstantielidView:
    """A member of a body above the office."""

    naam: str
    functie: str


@dataclass(frozen=True, slots=True)
class InstantieView:
    """A body above the office; `artikel` is where the reglement names it, empty for one the office added."""

    id: int
    sleutel: str
    reglement: str
    """What the reglement it came from is called, where the office has several; empty otherwise."""
    naam: str
    artikel: str
    adres: str
    telefoon: str
    email: str
    website: str
    kosten: str
    bindend: bool
    van: date | None
    tot: date | None
    bevoegd: bool
    leden: tuple[InstantielidView, ...]


@dataclass(frozen=True, slots=True)
class BekendmakingView:
    """Where people are told of the procedure. `nakijken_voor` is None while nobody ever looked: then it is due now."""

    id: int
    doelgroep: str
    doelgroep_label: str
    waar: str
    artikel: str
    reglement: str
    """What the reglement it came from is called, where the office has several; empty otherwise."""
    sinds: date | None
    laatst_nagekeken: date | None
    nakijken_voor: date | None
    nakijken: bool


@dataclass(frozen=True, slots=True)
class TeBesprekenRegel:
    """A closed dossier that a bespreking would cover."""

    dossier_id: int
    nummer: str
    reglement: str
    """The key of the reglement it falls under."""
    gesloten_op: date


@dataclass(frozen=True, slots=True)
class BesprekingView:
    """A bespreking of the klachten; `afgerond` when the dossiers in it count as discussed, from `geldt_vanaf` on."""

    id: int
    reglementen: tuple[str, ...]
    """The names of those whose klachten were discussed; empty for all."""
    datum: date
    aanwezigen: tuple[str, ...]
    verslag: str
    maatregelen: str
    aanbevelingen: str
    voorgelegd: bool
    besluit: str
    besluit_op: date | None
    afgerond: bool
    geldt_vanaf: date | None
    vervallen: str
    """Why it was recorded by mistake; empty for one that counts."""
    dossiers: tuple[int, ...]
    overgenomen: tuple[str, ...]
    niet_overgenomen: tuple[str, ...]
    """What it decided on: the texts of the aanbevelingen."""


@dataclass(frozen=True, slots=True)
class TeVernietigenRegel:
    """A discussed dossier that its reglement has destroyed after the bespreking; `vanaf` is the first day it may be.

    `reden` says in a sentence what is still waited for, `geblokkeerd_door` holds bezwaar, beroep and opgeschort.
    """

    dossier_id: int
    nummer: str
    artikel: str
    vanaf: date | None
    mag_nu: bool
    reden: str
    geblokkeerd_door: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class JaarView:
    """When the klachten under a reglement must be discussed (again)."""

    reglement: str
    """Its name."""
    label: str
    artikel: str
    citaat: str
    start: date
    einde: date
    streefdatum: date
    te_laat: bool
    eerste: bool
    """No bespreking has been held yet: it counts from the first klacht."""


@dataclass(frozen=True, slots=True)
class BewaarkeuzeView:
    """A bewaartermijn that the office chose; only the last one counts."""

    duur: str
    motivering: str
    gekozen_op: date
    gekozen_door: str
    geldt: bool


@dataclass(frozen=True, slots=True)
class BewaarregelView:
    """Where the bewaartermijn of a reglement comes from: its own text, or a choice of the office."""

    sleutel: str
    """The key of the reglement."""
    reglement: str
    """Its name."""
    artikel: str
    duur: str
    """In words; empty while there is none."""
    te_kiezen: bool
    """Whether the reglement names none, so that the office chooses."""
    keuzes: tuple[BewaarkeuzeView, ...]
