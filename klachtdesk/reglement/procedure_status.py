"""How a stap stands, and what follows from all of them together: what a dossier waits for and who is to move."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from klachtdesk.reglement.gebeurtenissen import SOORTEN
from klachtdesk.reglement.onafhankelijkheid import derive_belemmeringen
from klachtdesk.reglement.procedure_eisen import NEVER, Situatie
from klachtdesk.reglement.procedure_kern import ASKS_FOR_MORE, OPENED_BY

if TYPE_CHECKING:
    from datetime import date

    from klachtdesk.reglement.procedure_redenen import Reden
    from klachtdesk.reglement.stappen import Fase, Grond, Partij, Stap
    from klachtdesk.reglement.termijnen import TermijnStand


@dataclass(frozen=True, slots=True)
class StapStand:
    """A stap as it stands on the peildatum, for one person (by key) where it is one `per` person.

    `gebeurd` tells that it happened in this ronde, `gronden` are those that can be chosen now, and `termijnen` the
    running ones that it would meet. With `besluit` it is possible only because the directie decided so. `ontbreekt`
    holds the form keys that the klager can be asked for: what the klacht has to contain and does not.
    """

    regel: Stap
    persoon: str | None
    redenen: tuple[Reden, ...]
    gebeurd: bool
    gronden: tuple[Grond, ...]
    termijnen: tuple[TermijnStand, ...]
    besluit: bool
    ontbreekt: tuple[str, ...] = ()

    @property
    def mogelijk(self) -> bool:
        """Whether it may happen now."""
        return not self.redenen

    @property
    def soort(self) -> str:
        """The kind of gebeurtenis that records it."""
        return self.regel.gebeurtenis

    @property
    def label(self) -> str:
        """Its Dutch name for the screen."""
        return SOORTEN[self.regel.gebeurtenis].label

    @property
    def brief(self) -> str | None:
        """The key of the letter that goes with it."""
        return self.regel.brief

    @property
    def streefdatum(self) -> date | None:
        """The first day on which a termijn calls for it; None when none does."""
        return min((stand.streefdatum for stand in self.termijnen if stand.streefdatum), default=None)


@dataclass(frozen=True, slots=True)
class DossierStatus:
    """Where a dossier stands: its fase, who is to move, and for which stap it waits (if any)."""

    fase: Fase
    aan_zet: Partij | None
    wacht_op: StapStand | None


def derive_status(stappen: tuple[StapStand, ...], situatie: Situatie) -> DossierStatus:
    """Return where a dossier stands: it waits for the first stap of the normal way that has not happened yet."""
    if "vernietigd" in situatie.feiten.posities:
        return DossierStatus("bewaren", None, None)
    wacht_op = _to_replace(stappen, situatie) or next(
        (stand for stand in stappen if is_awaited(stand, situatie)), None
    )
    if wacht_op is None:
        return DossierStatus("bewaren" if situatie.closed_by else "doorlopend", None, None)
    return DossierStatus(wacht_op.regel.fase, wacht_op.regel.door, wacht_op)


def _to_replace(stappen: tuple[StapStand, ...], situatie: Situatie) -> StapStand | None:
    """Return the appointment of another behandelaar, when the one there is can't be."""
    found = derive_belemmeringen(situatie.reglement, situatie.feiten)
    if not any(item.functie == "behandelaar" for item in found):
        return None
    return next((stand for stand in stappen if stand.soort == "toegewezen" and stand.mogelijk), None)


def _passed_by(soort: str, situatie: Situatie) -> bool:
    """Tell whether a stap was for a moment that passed without it: by then something else is called for."""
    meets = [stand for stand in situatie.termijnen if soort in stand.loop.regel.voldaan_door]
    return bool(meets) and all(stand.voor == "signaal" and stand.status == "verlopen" for stand in meets)


def is_awaited(stand: StapStand, situatie: Situatie) -> bool:
    """Tell whether the dossier still waits for a stap, now or once those before it have happened."""
    regel = stand.regel
    if not regel.verwacht or (situatie.closed_by is not None and not regel.na_afsluiten):
        return False
    if situatie.course.refusal(regel.gebeurtenis) is not None:
        return False
    if regel.gebeurtenis in OPENED_BY:
        return stand.mogelijk
    if _passed_by(regel.gebeurtenis, situatie):
        return False
    if regel.gebeurtenis == ASKS_FOR_MORE and not stand.ontbreekt:
        return False
    persoon = stand.persoon if regel.per else None
    if not regel.verwacht_na:
        replaced = situatie.last_of(regel.voldaan_door, persoon=persoon) != NEVER
        return situatie.closed_by is None and not stand.gebeurd and not replaced
    called_for = situatie.last_of(regel.verwacht_na)
    done = situatie.last_of((regel.voorval, *regel.voldaan_door), persoon=persoon)
    return stand.mogelijk and done < called_for
