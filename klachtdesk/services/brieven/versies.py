"""New versions of a letter: which one is replaced, and the gebeurtenis that rested on it."""

from sqlalchemy import select
from sqlalchemy.orm import Session

from klachtdesk.errors import NotAllowed, NotFound
from klachtdesk.models import Brief, Document, Dossier, Gebeurtenis
from klachtdesk.services.formulier_records import counting_events
from klachtdesk.services.lookup import get_record

_MAKE_ANOTHER = "Maak een nieuwe versie van de laatste brief."


def replaceable(session: Session, document_id: int) -> tuple[Document, Brief]:
    """Return a letter and what it was made from.

    Raises NotFound, and NotAllowed for a copy, for what is no letter, and for one that has a later version.
    """
    document = get_record(session, Document, document_id, "Dit document bestaat niet (meer).")
    brief = session.get(Brief, document_id)
    if brief is None or not brief.invoer:
        raise NotAllowed("Van dit document kan geen nieuwe versie worden gemaakt.", "Maak de brief opnieuw.")
    if session.scalars(select(Document.id).where(Document.vervangt_id == document_id)).first() is not None:
        raise NotAllowed("Van deze brief is al een nieuwe versie.", _MAKE_ANOTHER)
    return document, brief


def letter_kinds(session: Session, dossier: Dossier) -> dict[int, str]:
    """Return of which kind of gebeurtenis the letters of a dossier are, by document; copies are not among them."""
    query = select(Brief.document_id, Brief.invoer).join(Document, Document.id == Brief.document_id)
    found = session.execute(query.where(Document.dossier_id == dossier.id))
    return {document_id: invoer["soort"] for document_id, invoer in found if invoer}


def event_of(session: Session, dossier: Dossier, document_id: int | None) -> Gebeurtenis | None:
    """Return the gebeurtenis that rests on a letter which is to be replaced; None when it was taken back already.

    Raises as `replaceable`.
    """
    if document_id is None:
        return None
    document, _brief = replaceable(session, document_id)
    if document.dossier_id != dossier.id:
        raise NotFound("Deze brief hoort bij een ander dossier.")
    return next((item for item in counting_events(dossier) if item.document_id == document_id), None)


def version_before(
    session: Session, dossier: Dossier, titel: str, vervangt: int | None, *, first: bool
) -> Document | None:
    """Return the document that a new one replaces: for a copy, the one to the same person with that letter."""
    if vervangt is None:
        return None
    if first:
        return session.get(Document, vervangt)
    replaced = select(Document.vervangt_id).where(Document.vervangt_id.is_not(None))
    query = select(Document).where(
        Document.dossier_id == dossier.id, Document.titel == titel, Document.id.not_in(replaced)
    )
    return session.scalars(query.order_by(Document.id.desc())).first()
