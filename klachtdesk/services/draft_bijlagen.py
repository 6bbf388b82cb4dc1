"""Files that belong to a melding which is still being typed; they go to its dossier when it is registered."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from klachtdesk.errors import NotFound, PostError
from klachtdesk.models import Document, Dossier, Draft, DraftBijlage
from klachtdesk.post.bestandssoort import kind_of_media_type
from klachtdesk.post.herkennen import kind_of
from klachtdesk.post.tekst import file_name
from klachtdesk.services.audit import record_audit
from klachtdesk.services.bijlagen import ONTVANGEN, shown, store_files, warnings_of
from klachtdesk.services.changes import Changes
from klachtdesk.services.desk import Desk
from klachtdesk.services.documentnamen import file_name_outside
from klachtdesk.services.files import write_whole
from klachtdesk.services.inkomende_bestanden import check_bestanden
from klachtdesk.views.bijlagen import MAX_BESTANDEN, MAX_TOTAAL, Bestand, BijlageInhoud, BijlageRegel

SPOKEN = frozenset({"telefoon", "mondeling"})
"""The kanalen of which no file can be the proof."""


@dataclass(frozen=True, slots=True)
class Aangehecht:
    """Files that were attached to a draft."""

    bijlage_ids: tuple[int, ...]
    changes: Changes


@dataclass(frozen=True, slots=True)
class Losgemaakt:
    """A file that was taken off a draft, to put it back with."""

    bestand: Bestand
    changes: Changes


def attach_to_draft(desk: Desk, draft_id: int, files: Sequence[Bestand]) -> Aangehecht:
    """Attach files to a draft of this user. Raises NotFound, and PostError for what may not come in."""
    with desk.writing() as session:
        draft = session.get(Draft, draft_id)
        if draft is None or draft.gebruiker_id != desk.gebruiker.id:
            raise NotFound("Dit concept is er niet meer.", "Het is opgeslagen of weggegooid.")
        ids = attach(session, draft, files)
    return Aangehecht(ids, Changes(drafts=True))


def attach(session: Session, draft: Draft, files: Sequence[Bestand]) -> tuple[int, ...]:
    """Attach files to a draft, each judged by its content; within the transaction of whoever calls."""
    check_bestanden(files)
    size = func.coalesce(func.sum(func.length(DraftBijlage.inhoud)), 0)
    query = select(func.count(), size).where(DraftBijlage.draft_id == draft.id)
    count, total = session.execute(query).one()
    if count + len(files) > MAX_BESTANDEN or total + sum(len(file.inhoud) for file in files) > MAX_TOTAAL:
        raise PostError(
            "Bij een melding passen 200 bestanden, samen 100 MB.",
            "Registreer de melding eerst, en voeg de rest toe aan het dossier.",
        )
    records = [
        DraftBijlage(
            draft_id=draft.id,
            naam=(naam := file_name(file.naam)),
            media_type=kind_of(file.inhoud, naam).media_type,
            inhoud=file.inhoud,
        )
        for file in files
    ]
    session.add_all(records)
    session.flush()
    return tuple(record.id for record in records)


def list_draft_bijlagen(desk: Desk, draft_id: int) -> tuple[BijlageRegel, ...]:
    """Return the files of a draft, in the order in which they came; none for a draft that is gone."""
    query = (
        select(DraftBijlage.id, DraftBijlage.naam, DraftBijlage.media_type, func.length(DraftBijlage.inhoud))
        .join(Draft, Draft.id == DraftBijlage.draft_id)
        .where(DraftBijlage.draft_id == draft_id, Draft.gebruiker_id == desk.gebruiker.id)
        .order_by(DraftBijlage.id)
    )
    with desk.reading() as session:
        found = session.execute(query).all()
    return tuple(_regel(place, *row) for place, row in enumerate(found, 1))


def open_draft_bijlage(desk: Desk, bijlage_id: int) -> BijlageInhoud:
    """Return a file of a draft to look at, from memory; raises NotFound."""
    with desk.reading() as session:
        record = _own(session, desk, bijlage_id)
        return shown(record.naam, record.media_type, record.inhoud)


def draft_bijlage_warnings(desk: Desk, bijlage_id: int) -> tuple[str, ...]:
    """Return what to tell before a file of a draft leaves the kluis; raises NotFound."""
    with desk.reading() as session:
        record = _own(session, desk, bijlage_id)
        return warnings_of(record.media_type, record.inhoud)


def export_draft_bijlage(desk: Desk, bijlage_id: int, target: Path) -> None:
    """Write a file of a draft outside the kluis, complete or not at all; raises NotFound and DocumentError."""
    with desk.writing() as session:
        record = _own(session, desk, bijlage_id)
        blijft = "Het bestand staat nog veilig bij de melding."
        write_whole(target, record.inhoud, wat="Het bestand", blijft=blijft)
        record_audit(session, desk, "bijlage_geexporteerd", "draft", record.draft_id)


def detach_from_draft(desk: Desk, bijlage_id: int) -> Losgemaakt:
    """Take a file off a draft and return it; raises NotFound."""
    with desk.writing() as session:
        record = _own(session, desk, bijlage_id)
        bestand = Bestand(record.naam, record.inhoud)
        session.delete(record)
    return Losgemaakt(bestand, Changes(drafts=True))


def files_of_draft(desk: Desk, draft_id: int) -> tuple[Bestand, ...]:
    """Return the files of a draft themselves, to bring them back after it was thrown away."""
    with desk.reading() as session:
        draft = session.get(Draft, draft_id)
        if draft is None or draft.gebruiker_id != desk.gebruiker.id:
            return ()
        return tuple(Bestand(item.naam, item.inhoud) for item in _records(session, draft_id))


def move_to_dossier(session: Session, desk: Desk, draft: Draft, dossier: Dossier) -> tuple[Document, ...]:
    """Keep the files of a draft in the dossier that it becomes; the draft itself goes after that."""
    files = [Bestand(item.naam, item.inhoud) for item in _records(session, draft.id)]
    return store_files(session, desk, dossier, files, herkomst=ONTVANGEN) if files else ()


def _records(session: Session, draft_id: int) -> Sequence[DraftBijlage]:
    query = select(DraftBijlage).where(DraftBijlage.draft_id == draft_id).order_by(DraftBijlage.id)
    return session.scalars(query).all()


def _own(session: Session, desk: Desk, bijlage_id: int) -> DraftBijlage:
    record = session.get(DraftBijlage, bijlage_id)
    draft = None if record is None else session.get(Draft, record.draft_id)
    if record is None or draft is None or draft.gebruiker_id != desk.gebruiker.id:
        raise NotFound("Dit bestand zit niet meer bij de melding.")
    return record


def _regel(place: int, bijlage_id: int, naam: str, media_type: str, size: int) -> BijlageRegel:
    soort = kind_of_media_type(media_type)
    opslaan_als = file_name_outside(f"Bijlage {place} bij een melding", naam, media_type)
    return BijlageRegel(bijlage_id, naam, opslaan_als, soort.label, size, soort.toonbaar, soort.gevaar)
