"""What is due today, over all open dossiers."""

from dataclasses import dataclass
from datetime import date

from klachtdesk.views.stap import StapView


@dataclass(frozen=True, slots=True)
class VandaagRegel:
    """Something to do. `stap` is what does it, one click away; without one the dossier itself says more.

    `groep` is `te_laat`, `vandaag`, `deze_week`, `later` or `signaal`.
    """

    groep: str
    dossier_id: int
    nummer: str
    klager: str
    wat: str
    datum: date | None
    uiterlijk: date | None
    stap: StapView | None
    aan_zet: str


@dataclass(frozen=True, slots=True)
class VandaagView:
    """The page of the morning: what is late first."""

    datum: date
    regels: tuple[VandaagRegel, ...]
    kantoor: tuple[str, ...]
    """What the office as a whole has to see to, in sentences."""
