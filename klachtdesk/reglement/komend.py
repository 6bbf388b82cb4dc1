"""Derives what is still to come in a dossier, and before which day: the steps that a letter tells the klager of."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from klachtdesk.reglement.procedure import derive_stappen
from klachtdesk.reglement.procedure_eisen import Situatie
from klachtdesk.reglement.procedure_status import is_awaited

if TYPE_CHECKING:
    from datetime import date

    from klachtdesk.reglement.dossier import DossierFeiten
    from klachtdesk.reglement.schema import Reglement, Termijn
    from klachtdesk.reglement.stappen import Stap
    from klachtdesk.reglement.termijnen import TermijnStand


@dataclass(frozen=True, slots=True)
class KomendeStap:
    """A stap that is still to come, for one person (by key) where it is one `per` person.

    `termijn` is the rule that says before when, if there is one; `uiterlijk` is the last day, None while the termijn
    does not run yet.
    """

    stap: Stap
    persoon: str | None
    termijn: Termijn | None
    uiterlijk: date | None


def derive_komende_stappen(
    reglement: Reglement, feiten: DossierFeiten, peildatum: date
) -> tuple[KomendeStap, ...]:
    """Return what the dossier waits for and what the klager may still do, in the order of the reglement.

    The feiten must have been validated, and hold nothing after the peildatum. Raises GebeurtenisError when a termijn
    would end after the year 9999.
    """
    situatie = Situatie(reglement, feiten, peildatum)
    found = []
    for stand in derive_stappen(reglement, feiten, peildatum).stappen:
        due = _due(situatie, stand.soort)
        called_for = due is not None and (due[0].voor == "klager" or due[1] is not None)
        if called_for or is_awaited(stand, situatie):
            regel, uiterlijk = due or (None, None)
            found.append(KomendeStap(stand.regel, stand.persoon, regel, uiterlijk))
    return tuple(found)


def _due(situatie: Situatie, soort: str) -> tuple[Termijn, date | None] | None:
    """Return the termijn that is there for this kind, with its last day once it runs; None when nothing is left of it.

    That is the one that is met by this kind in the first place: an oordeel also meets a termijn for lesser news.
    """
    for regel in situatie.reglement.termijnen:
        if soort != regel.voldaan_door[0] or regel.per_ref or regel.voor == "signaal":
            continue
        stand = _of_ronde(situatie, regel)
        if stand is None and _can_still_start(situatie, regel):
            return regel, None
        if stand is not None and stand.status in {"open", "te_laat"}:
            return regel, stand.einde
    return None


def _of_ronde(situatie: Situatie, regel: Termijn) -> TermijnStand | None:
    """Return how this termijn stands in the ronde that runs now; None when it did not start."""
    ronde = len(situatie.feiten.rondes)
    return next(
        (stand for stand in situatie.termijnen if stand.loop.regel is regel and stand.ronde == ronde), None
    )


def _can_still_start(situatie: Situatie, regel: Termijn) -> bool:
    return situatie.closed_by is None or regel.na_afsluiten
