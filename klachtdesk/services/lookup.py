"""Finding what is stored by its id, or saying in Dutch that it is not there any more."""

from typing import TypeVar

from sqlalchemy.orm import Session

from klachtdesk.errors import NotFound
from klachtdesk.models import Base, Bespreking

Stored = TypeVar("Stored", bound=Base)


def get_record(session: Session, model: type[Stored], record_id: int, gone: str) -> Stored:
    """Return the record with this id; raises NotFound, which says `gone`, when there is none."""
    record = session.get(model, record_id)
    if record is None:
        raise NotFound(gone)
    return record


def get_bespreking(session: Session, bespreking_id: int) -> Bespreking:
    """Return a bespreking; raises NotFound when there is none with this id, or when it lapsed."""
    gone = "Deze bespreking staat niet (meer) in de lijst."
    record = get_record(session, Bespreking, bespreking_id, gone)
    if record.vervallen:
        raise NotFound(gone)
    return record
