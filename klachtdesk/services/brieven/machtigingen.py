"""Who may speak for the melder: by a machtiging that is complete and was not withdrawn (10 voor Taal 1.2 and 2.1)."""

from collections.abc import Iterable

from sqlalchemy.orm import Session

from klachtdesk.models import Dossier, Gebeurtenis
from klachtdesk.reglement.schema import Reglement
from klachtdesk.services.formulier_records import counting_events
from klachtdesk.services.procedure_feiten import one_key_each
from klachtdesk.services.reglementen import reglement_of

_GEMACHTIGDE = "gemachtigde"
"""Of whom a reglement asks a machtiging: each klager who is not the melder."""


def gemachtigden(
    session: Session, dossier: Dossier, voorvallen: Iterable[Gebeurtenis] | None = None
) -> frozenset[int]:
    """Return the ids of who is authorised by the melder, as it stands after these gebeurtenissen, or else all of them.

    A machtiging that is not complete authorises nobody; withdrawing takes away every one that there was.
    """
    happened = counting_events(dossier) if voorvallen is None else voorvallen
    same = one_key_each(session, dossier)
    found: set[int] = set()
    for item in sorted(happened, key=lambda item: item.datum):
        if item.soort == "machtiging_ingetrokken":
            found.clear()
        elif item.soort == "machtiging_ontvangen" and item.persoon_id is not None:
            persoon = int(same.get(str(item.persoon_id), item.persoon_id))
            (found.discard if item.velden.get("volledig") == "nee" else found.add)(persoon)
    return frozenset(found)


def onbevoegden(
    session: Session, dossier: Dossier, voorvallen: Iterable[Gebeurtenis] | None = None
) -> frozenset[int]:
    """Return the ids of the klagers who can't speak for the melder yet: the reglement asks for a machtiging.

    Elsewhere the klager is whose klacht it is, whoever reported it.
    """
    if not asks_machtiging(reglement_of(dossier.reglement_versie)):
        return frozenset()
    melders, klagers = (
        {item.persoon_id for item in dossier.betrokkenheden if item.rol == rol and item.persoon.naam}
        for rol in ("melder", "klager")
    )
    return frozenset(klagers - melders - gemachtigden(session, dossier, voorvallen) if melders else ())


def asks_machtiging(reglement: Reglement) -> bool:
    """Tell whether a klager who is not the melder has to be authorised, by what a stap of the reglement asks."""
    return any(_GEMACHTIGDE in eis.elk for stap in reglement.stappen for eis in stap.eisen)
