"""Handing a document to the mail program: a draft of a mail is written where somebody says, and opened."""

from functools import partial
from pathlib import Path

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QWidget

from klachtdesk.services.brieven.mailconcept import write_mail_draft
from klachtdesk.services.desk import Desk
from klachtdesk.ui.dialogs.export import Export, ask_target
from klachtdesk.ui.notify import Notices
from klachtdesk.ui.workspace import Workspace


def mail_document(
    workspace: Workspace, owner: QWidget, notices: Notices, document_id: int, naam: str
) -> None:
    """Ask where the draft may stand, write it there and open it in the mail program.

    `naam` is what the document is called outside the kluis, where it names nobody.
    """

    def save(desk: Desk, target: Path) -> None:
        write_mail_draft(desk, document_id, target)

    export = Export(naam, save, ending="eml", kind="E-mail")
    ask_target(workspace, owner, notices, export, partial(_open, notices))


def _open(notices: Notices, target: Path) -> None:
    opened = QDesktopServices.openUrl(QUrl.fromLocalFile(str(target)))
    words = (
        "De e-mail staat klaar in uw mailprogramma."
        if opened
        else f"De e-mail is opgeslagen als {target.name}. Open dat bestand in uw mailprogramma."
    )
    notices.tell(
        f"{words} Het bestand staat buiten de kluis en is niet versleuteld: gooi het weg als de mail is verstuurd."
    )
