"""Which klachten a bespreking covers: closed, and not discussed since."""

from collections.abc import Iterable, Iterator
from datetime import date

from sqlalchemy import Select, and_, case, func, select
from sqlalchemy.orm import Session, selectinload

from klachtdesk.models import Bespreking, BesprokenDossier, Dossier, Gebeurtenis, ReglementVersie
from klachtdesk.reglement.gebeurtenissen import BEEINDIGEND
from klachtdesk.services.formulier_records import counting_events
from klachtdesk.services.status import is_open
from klachtdesk.services.vergissingen import is_vergissing


def undiscussed(session: Session, day: date) -> Iterator[tuple[Dossier, date]]:
    """Yield the dossiers that were closed on a day and not discussed since, each with when it was closed.

    A melding that never became a klacht is discussed with them: it is not kept longer than a klacht would be, and the
    office learns as much from it (Interactie 3 and 8.5).
    """
    waiting = set(
        session.scalars(
            select(BesprokenDossier.dossier_id)
            .join(Bespreking)
            .where(Bespreking.vervallen == "", Bespreking.voorgelegd, Bespreking.besluit_op.is_(None))
        )
    )
    query = (
        select(Dossier)
        .where(Dossier.id.in_(_closed_and_not_discussed_since(day)))
        .options(selectinload(Dossier.gebeurtenissen), selectinload(Dossier.reglement_versie))
        .order_by(Dossier.jaar, Dossier.volgnummer)
    )
    for dossier in session.scalars(query):
        closed = closed_on(dossier)
        if closed is None or closed > day or dossier.id in waiting:
            continue
        events = counting_events(dossier)
        if not any(item.soort == "besproken" and item.datum >= closed for item in events):
            yield dossier, closed


def _closed_and_not_discussed_since(day: date) -> Select[int]:
    """Select the ids of all dossiers that may be meant: years of discussed ones need not be read to leave them out."""
    replaced = select(Gebeurtenis.vervangt_id).where(Gebeurtenis.vervangt_id.is_not(None))
    is_closing = and_(Gebeurtenis.soort.in_(BEEINDIGEND), Gebeurtenis.datum <= day)
    closed = func.max(case((is_closing, Gebeurtenis.datum)))
    discussed = func.max(case((Gebeurtenis.soort == "besproken", Gebeurtenis.datum), else_=date.min))
    return (
        select(Gebeurtenis.dossier_id)
        .where(Gebeurtenis.soort.in_((*BEEINDIGEND, "besproken")), Gebeurtenis.id.not_in(replaced))
        .group_by(Gebeurtenis.dossier_id)
        .having(closed > discussed)
    )


def closed_on(dossier: Dossier) -> date | None:
    """Return when a dossier was closed; None while it is open, and once it is destroyed."""
    events = counting_events(dossier)
    if is_open(dossier) or any(item.soort == "vernietigd" for item in events):
        return None
    return max(item.datum for item in events if item.soort in BEEINDIGEND)


def first_ontvangen(session: Session, reglementen: Iterable[str]) -> date | None:
    """Return when the first klacht ever was received under one of these reglementen, mistakes left out."""
    query = (
        select(Gebeurtenis.datum, Dossier)
        .join(Dossier)
        .join(ReglementVersie, ReglementVersie.id == Dossier.reglement_versie_id)
        .where(Gebeurtenis.soort == "ontvangen", ReglementVersie.sleutel.in_(list(reglementen)))
        .order_by(Gebeurtenis.datum, Gebeurtenis.id)
        .execution_options(yield_per=10)  # the first will nearly always do
    )
    for day, dossier in session.execute(query):
        if not is_vergissing(dossier) and any(
            item.soort == "ontvangen" and item.datum == day for item in counting_events(dossier)
        ):
            return day
    return None
