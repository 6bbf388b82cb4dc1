"""What may be destroyed after a bespreking: the dossiers whose reglement waits for nothing else (Interactie 8.5)."""

from collections.abc import Iterator

from sqlalchemy.orm import Session

from klachtdesk.reglement.kalender import ONE_DAY
from klachtdesk.services.desk import Desk
from klachtdesk.services.dossier_records import load_dossiers
from klachtdesk.services.feiten import bewaren_of
from klachtdesk.services.lookup import get_bespreking
from klachtdesk.services.reglementen import reglement_of
from klachtdesk.views.kantoorgegevens import TeVernietigenRegel

_DISCUSSED = "besproken"


def proposed_destruction(desk: Desk, bespreking_id: int) -> tuple[TeVernietigenRegel, ...]:
    """Return the dossiers of a bespreking of which the reglement says that they are destroyed after it.

    Those that something still stands in the way of are there too, saying what. Nothing is destroyed by this. Raises
    NotFound for a bespreking that there is not (any more).
    """
    with desk.reading() as session:
        held = get_bespreking(session, bespreking_id)
        return tuple(_lines(session, desk, [item.dossier_id for item in held.dossiers]))


def _lines(session: Session, desk: Desk, dossier_ids: list[int]) -> Iterator[TeVernietigenRegel]:
    vandaag = desk.klok.vandaag()
    for dossier in load_dossiers(session, dossier_ids):
        regel = reglement_of(dossier.reglement_versie).bewaartermijn
        if not any(vereiste.gebeurtenis == _DISCUSSED for vereiste in regel.vereist):
            continue
        stand = bewaren_of(dossier, vandaag)
        if stand.status == "vernietigd":
            continue
        yield TeVernietigenRegel(
            dossier_id=dossier.id,
            nummer=dossier.nummer,
            artikel=regel.vindplaats,
            vanaf=None if stand.tot is None else stand.tot + ONE_DAY,
            mag_nu=stand.status == "verstreken" and not stand.geblokkeerd_door,
            reden=stand.reden or "",
            geblokkeerd_door=stand.geblokkeerd_door,
        )
