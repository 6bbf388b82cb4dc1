"""Files from outside in a dossier: added, recorded as post that came in, looked at, and taken away again."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from sqlalchemy import select
from sqlalchemy.orm import Session

from klachtdesk.documenten.pdf_inhoud import pdf_remarks
from klachtdesk.documenten.weergave import as_seen
from klachtdesk.errors import NotAllowed, NotFound
from klachtdesk.models import Document, Dossier, Gebeurtenis
from klachtdesk.post.bestandssoort import kind_of_media_type
from klachtdesk.post.herkennen import kind_of
from klachtdesk.post.tekst import file_name
from klachtdesk.services.audit import record_audit
from klachtdesk.services.changes import Changes, dossier_changed
from klachtdesk.services.desk import Desk
from klachtdesk.services.documenten import document_content, store_document
from klachtdesk.services.dossier_records import get_dossier
from klachtdesk.services.formulier_records import counting_events
from klachtdesk.services.gebeurtenissen import add_gelezen, read_gebeurtenis
from klachtdesk.services.inkomende_bestanden import check_bestanden
from klachtdesk.services.mailweergave import mail_as_pdf
from klachtdesk.services.zoeken import index_dossier
from klachtdesk.views.bijlagen import Bestand, BijlageInhoud

SOORT = "bijlage"
"""The kind of document that every file from outside is."""

ONTVANGEN, BIJGEVOEGD = "ontvangen", "bijgevoegd"


@dataclass(frozen=True, slots=True)
class Toegevoegd:
    """Files that were added to a dossier."""

    document_ids: tuple[int, ...]
    changes: Changes


@dataclass(frozen=True, slots=True)
class Verwijderd:
    """Files that were taken out of a dossier, to put them back with."""

    dossier_id: int
    bestanden: tuple[Bestand, ...]
    changes: Changes


def add_bijlagen(
    desk: Desk, dossier_id: int, files: Sequence[Bestand], *, herkomst: str = BIJGEVOEGD
) -> Toegevoegd:
    """Keep files in a dossier. Raises PostError for what may not come in, NotAllowed for a destroyed dossier."""
    with desk.writing() as session:
        documents = store_files(session, desk, get_dossier(session, dossier_id), files, herkomst=herkomst)
        ids = tuple(document.id for document in documents)
    return Toegevoegd(ids, dossier_changed(dossier_id))


def record_post(
    desk: Desk,
    dossier_id: int,
    soort: str,
    datum: str,
    velden: Mapping[str, str],
    files: Sequence[Bestand],
) -> Toegevoegd:
    """Keep files that came in and record that they did, all or nothing; the gebeurtenis points at the first.

    Raises as `add_bijlagen` and as `record_gebeurtenis`.
    """
    with desk.writing() as session:
        dossier = get_dossier(session, dossier_id)
        gelezen = read_gebeurtenis(session, desk, dossier, soort, datum, velden)
        documents = store_files(session, desk, dossier, files, herkomst=ONTVANGEN)
        add_gelezen(session, desk, dossier, gelezen, document=documents[0])
        index_dossier(session, dossier)
        record_audit(session, desk, f"gebeurtenis:{soort}", "dossier", dossier.id)
        ids = tuple(document.id for document in documents)
    return Toegevoegd(ids, dossier_changed(dossier_id))


def store_files(
    session: Session, desk: Desk, dossier: Dossier, files: Sequence[Bestand], *, herkomst: str
) -> tuple[Document, ...]:
    """Keep files in a dossier, each judged by its content; within the transaction of whoever calls."""
    check_bestanden(files)
    if any(item.soort == "vernietigd" for item in counting_events(dossier)):
        raise NotAllowed("Dit dossier is vernietigd; er kan niets meer bij.")
    documents = []
    for file in files:
        naam = file_name(file.naam)
        document = store_document(
            session,
            desk,
            dossier,
            soort=SOORT,
            titel=naam,
            inhoud=file.inhoud,
            media_type=kind_of(file.inhoud, naam).media_type,
            bestandsnaam=naam,
            herkomst=herkomst,
        )
        record_audit(session, desk, "bijlage_toegevoegd", "document", document.id)
        documents.append(document)
    return tuple(documents)


def remove_bijlagen(desk: Desk, document_ids: Sequence[int]) -> Verwijderd:
    """Take files out of a dossier that were added by mistake, and return them.

    Raises NotFound, and NotAllowed for what was made here or what a gebeurtenis rests on.
    """
    with desk.writing() as session:
        documents = [_bijlage(session, document_id) for document_id in document_ids]
        for document in documents:
            _check_free(session, document)
        bestanden = tuple(
            Bestand(document.bestandsnaam, document_content(session, document.id)) for document in documents
        )
        for document in documents:
            record_audit(session, desk, "bijlage_verwijderd", "document", document.id)
            session.delete(document)
        dossier_id = documents[0].dossier_id
    return Verwijderd(dossier_id, bestanden, dossier_changed(dossier_id))


def open_bijlage(desk: Desk, document_id: int) -> BijlageInhoud:
    """Return a file to look at, from memory. Raises NotFound, and DocumentError when it is not what was stored."""
    with desk.writing() as session:
        document = _bijlage(session, document_id)
        inhoud = document_content(session, document_id)
        record_audit(session, desk, "document_gelezen", "document", document_id)
        return shown(document.bestandsnaam, document.media_type, inhoud)


def export_warnings(desk: Desk, document_id: int) -> tuple[str, ...]:
    """Return what to tell before a file leaves the kluis: what can do harm elsewhere though it can't here."""
    with desk.reading() as session:
        document = _bijlage(session, document_id)
        return warnings_of(document.media_type, document_content(session, document_id))


def warnings_of(media_type: str, inhoud: bytes) -> tuple[str, ...]:
    """Return what in a file can do harm elsewhere."""
    soort = kind_of_media_type(media_type)
    remarks = pdf_remarks(inhoud) if soort.toonbaar == "pdf" else ()
    return (soort.gevaar, *remarks) if soort.gevaar else remarks


def shown(naam: str, media_type: str, inhoud: bytes) -> BijlageInhoud:
    """Return a file as it is looked at: a mail as pages, and of a PDF the fields are part of the page, without scripts.

    Raises PostError or DocumentError for a mail that can't be read.
    """
    toonbaar = kind_of_media_type(media_type).toonbaar
    if toonbaar == "mail":
        pages = mail_as_pdf(Bestand(naam, inhoud))
        return BijlageInhoud(naam, inhoud, "") if pages is None else BijlageInhoud(naam, pages, "pdf")
    if toonbaar == "pdf":
        return BijlageInhoud(naam, as_seen(inhoud), toonbaar, pdf_remarks(inhoud))
    return BijlageInhoud(naam, inhoud, toonbaar)


def _bijlage(session: Session, document_id: int) -> Document:
    document = session.get(Document, document_id)
    if document is None:
        raise NotFound("Dit bestand is er niet (meer).", "Kijk op het tabblad Documenten van het dossier.")
    return document


def _check_free(session: Session, document: Document) -> None:
    if document.soort != SOORT:
        raise NotAllowed(
            "Dit document is hier gemaakt en hoort bij het dossier; het kan niet worden verwijderd."
        )
    query = select(Gebeurtenis.id).where(Gebeurtenis.document_id == document.id)
    if session.scalars(query).first() is not None:
        raise NotAllowed(
            "Op dit bestand rust een gebeurtenis op de tijdlijn; het kan niet worden verwijderd.",
            "Klopt de gebeurtenis niet? Corrigeer die dan op de tijdlijn.",
        )
