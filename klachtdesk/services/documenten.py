"""The stored documents of a dossier: keeping, reading and exporting them."""

import hashlib
from pathlib import Path

from sqlalchemy import select
from sqlalchemy.orm import Session

from klachtdesk.documenten.weergave import as_seen
from klachtdesk.errors import DocumentError
from klachtdesk.models import Document, DocumentInhoud, Dossier
from klachtdesk.services.audit import record_audit
from klachtdesk.services.desk import Desk
from klachtdesk.services.files import write_whole
from klachtdesk.services.formulier_records import counting_events
from klachtdesk.services.lookup import get_record

PDF = "application/pdf"


def store_document(
    session: Session,
    desk: Desk,
    dossier: Dossier,
    *,
    soort: str,
    titel: str,
    inhoud: bytes,
    vervangt: Document | None = None,
    media_type: str = PDF,
    bestandsnaam: str = "",
    herkomst: str = "gemaakt",
) -> Document:
    """Keep a final document with its hash in the dossier; a file from outside with its name and where it is from."""
    document = Document(
        dossier_id=dossier.id,
        soort=soort,
        titel=titel,
        media_type=media_type,
        sha256=hashlib.sha256(inhoud).hexdigest(),
        grootte=len(inhoud),
        herkomst=herkomst,
        bestandsnaam=bestandsnaam,
        vervangt_id=None if vervangt is None else vervangt.id,
        gemaakt_op=desk.klok.nu(),
        gemaakt_door=desk.gebruiker.id,
        inhoud=DocumentInhoud(inhoud=inhoud),
    )
    session.add(document)
    session.flush()
    return document


def corrected_away(dossier: Dossier) -> frozenset[int]:
    """Return the documents of which the gebeurtenis was corrected away: they stay, and prove nothing any more."""
    proof = {item.document_id for item in dossier.gebeurtenissen if item.document_id is not None}
    return frozenset(proof - {item.document_id for item in counting_events(dossier)})


def latest_document(session: Session, dossier: Dossier, soort: str) -> Document | None:
    """Return the last version of a kind of document in a dossier."""
    query = select(Document).where(Document.dossier_id == dossier.id, Document.soort == soort)
    return session.scalars(query.order_by(Document.id.desc())).first()


def read_document(desk: Desk, document_id: int) -> bytes:
    """Return the bytes of a document; raises NotFound, or DocumentError when they are not what was stored."""
    with desk.writing() as session:
        record_audit(session, desk, "document_gelezen", "document", document_id)
        return document_content(session, document_id)


def view_document(desk: Desk, document_id: int) -> bytes:
    """Return a copy of a document to be looked at or printed, signatures in sight; raises as `read_document`."""
    return as_seen(read_document(desk, document_id))


def export_document(desk: Desk, document_id: int, target: Path) -> None:
    """Write a document to a file outside the kluis; from then on the office looks after it itself.

    The file is complete or not there. Raises DocumentError when the place can't be written to.
    """
    with desk.writing() as session:
        inhoud = document_content(session, document_id)
        write_whole(
            target, inhoud, wat="Het document", blijft="Het document staat nog veilig in het dossier."
        )
        record_audit(session, desk, "document_geexporteerd", "document", document_id)


def document_content(session: Session, document_id: int) -> bytes:
    """Return the bytes of a document; raises NotFound, or DocumentError when they are not what was stored."""
    document = get_record(session, Document, document_id, "Dit document bestaat niet (meer).")
    inhoud = document.inhoud.inhoud
    if hashlib.sha256(inhoud).hexdigest() != document.sha256:
        raise DocumentError(
            "Dit document is niet meer wat er is opgeslagen.", "Zet een reservekopie van de kluis terug."
        )
    return inhoud
