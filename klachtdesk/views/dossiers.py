"""The list of dossiers."""

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class DossierRegel:
    """One dossier in the list; `eerstvolgend` is the day that the most urgent open termijn pushes."""

    id: int
    nummer: str
    ontvangen_op: date | None
    klager: str
    organisatie: str
    status: str
    loopt: bool
    """Whether something may still have to be done: also in a closed dossier, with a beroep or an actiepunt."""
    eerstvolgend: date | None
    termijn: str
    te_laat: bool
    behandelaar: str
