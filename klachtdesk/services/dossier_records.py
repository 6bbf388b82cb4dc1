"""Finding and making the record of a dossier."""

from collections.abc import Iterable, Sequence

from sqlalchemy import func, select
from sqlalchemy.orm import Session, selectinload

from klachtdesk.errors import NotFound
from klachtdesk.models import Cijferrecord, Dossier, ReglementVersie
from klachtdesk.services.desk import Desk


def get_dossier(session: Session, dossier_id: int) -> Dossier:
    """Return a dossier; raises NotFound when there is none with this id."""
    dossier = session.get(Dossier, dossier_id)
    if dossier is None:
        raise NotFound("Dit dossier bestaat niet (meer).", "Zoek het op in de lijst met dossiers.")
    return dossier


def load_dossiers(session: Session, ids: Iterable[int]) -> Sequence[Dossier]:
    """Return these dossiers with their people and their events, in a few queries however many there are."""
    query = select(Dossier).where(Dossier.id.in_(list(ids)))
    related = (Dossier.betrokkenheden, Dossier.gebeurtenissen, Dossier.reglement_versie)
    return session.scalars(query.options(*map(selectinload, related)).order_by(Dossier.id)).all()


def new_dossier(session: Session, desk: Desk, versie: ReglementVersie) -> Dossier:
    """Make an empty dossier with the next number of this year; that of a destroyed one is not given out again."""
    jaar = desk.klok.vandaag().year
    last = [
        session.scalar(select(func.max(model.volgnummer)).where(model.jaar == jaar)) or 0
        for model in (Dossier, Cijferrecord)
    ]
    dossier = Dossier(
        jaar=jaar,
        volgnummer=max(last) + 1,
        reglement_versie=versie,
        aangemaakt_op=desk.klok.nu(),
        aangemaakt_door=desk.gebruiker.id,
    )
    session.add(dossier)
    session.flush()
    return dossier
