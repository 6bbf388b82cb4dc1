"""Hands a document to the mail program: a mail that is ready to be sent, with the document attached.

The program sends nothing itself. What it writes has left the kluis: it is no longer encrypted.
"""

from email.errors import MessageError
from email.headerregistry import Address
from email.message import EmailMessage
from email.policy import SMTP
from pathlib import Path

from sqlalchemy.orm import Session

from klachtdesk.models import Brief, Document
from klachtdesk.post.tekst import file_name
from klachtdesk.services.audit import record_audit
from klachtdesk.services.desk import Desk
from klachtdesk.services.documenten import document_content
from klachtdesk.services.documentnamen import outside_names
from klachtdesk.services.dossier_records import get_dossier
from klachtdesk.services.files import write_whole
from klachtdesk.services.kantoor.kantoren import kantoor_view
from klachtdesk.views.dossier import name_without_ending


def write_mail_draft(desk: Desk, document_id: int, target: Path) -> None:
    """Write a document as the draft of a mail (.eml) that a mail program opens to be sent.

    It is addressed to whoever the letter went to, and what goes along with the letter is attached as well. The file is
    complete or not there. Raises NotFound, and DocumentError when the place can't be written to.
    """
    with desk.writing() as session:
        inhoud = _draft(session, document_id).as_bytes(policy=SMTP)
        write_whole(
            target, inhoud, wat="Het e-mailconcept", blijft="De brief staat nog veilig in het dossier."
        )
        record_audit(session, desk, "document_gemaild", "document", document_id)


def _draft(session: Session, document_id: int) -> EmailMessage:
    inhoud = document_content(session, document_id)
    document, brief = session.get_one(Document, document_id), session.get(Brief, document_id)
    names = outside_names(session, get_dossier(session, document.dossier_id))
    kantoor = kantoor_view(session).naam
    what = "document" if brief is None else "brief"
    mail = EmailMessage(policy=SMTP)
    mail["X-Unsent"] = "1"
    mail["Subject"] = " ".join(name_without_ending(names[document_id]).split())
    if brief is not None and (address := _address(brief.email)) is not None:
        mail["To"] = address
    mail.set_content(
        f"Goedendag,\n\nBij deze e-mail stuurt {kantoor} u een {what}.\n\nMet vriendelijke groet,\n{kantoor}\n"
    )
    _attach(mail, inhoud, document, names[document_id])
    if brief is not None and brief.bijlage_id is not None:
        along = session.get_one(Document, brief.bijlage_id)
        _attach(mail, document_content(session, along.id), along, names[along.id])
    return mail


def _address(email: str) -> Address | None:
    """Return an address that a mail program understands; None leaves it to whoever sends the mail."""
    try:
        return Address(addr_spec=email.encode("ascii").decode()) if email else None
    except (MessageError, ValueError, IndexError):
        return None


def _attach(mail: EmailMessage, inhoud: bytes, document: Document, naam: str) -> None:
    """Attach a document; a file from outside goes on under the name with which it came."""
    maintype, _, subtype = document.media_type.partition(";")[0].partition("/")
    if maintype == "message":  # a mail inside a mail may not be encoded: programs show nothing of it then
        maintype, subtype = "application", "octet-stream"
    called = file_name(document.bestandsnaam or naam)
    mail.add_attachment(inhoud, maintype=maintype, subtype=subtype or "octet-stream", filename=called)
