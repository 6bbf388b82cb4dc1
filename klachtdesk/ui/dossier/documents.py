"""Reading, showing and exporting stored documents, for every part of the window that offers one."""

from functools import partial
from pathlib import Path

from PySide6.QtCore import QStandardPaths
from PySide6.QtWidgets import QFileDialog, QWidget

from klachtdesk.services.changes import Changes
from klachtdesk.services.desk import Desk
from klachtdesk.services.documenten import export_document, read_document
from klachtdesk.ui.dialogs.document import DocumentWindow
from klachtdesk.ui.workspace import Workspace


def show_document(workspace: Workspace, owner: QWidget, document_id: int, title: str) -> None:
    """Read a document and show it in a window beside this one."""

    def show(content: bytes) -> None:
        export = partial(choose_and_export, workspace, owner, document_id, title)
        DocumentWindow(title, content, owner.window(), export).show()

    workspace.read(owner, partial(read_document, document_id=document_id), show)


def choose_and_export(workspace: Workspace, owner: QWidget, document_id: int, title: str) -> None:
    """Let the user choose a place outside the kluis, write the document there, and say what that means."""
    folder = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
    proposed = str(Path(folder) / f"{title}.pdf")
    chosen, _filter = QFileDialog.getSaveFileName(owner, "Document exporteren", proposed, "PDF (*.pdf)")
    if not chosen:
        return
    target = Path(chosen) if chosen.lower().endswith(".pdf") else Path(f"{chosen}.pdf")

    def service(desk: Desk) -> Changes:
        export_document(desk, document_id, target)
        return Changes()

    def told(_changes: Changes) -> None:
        workspace.notices.tell(
            f"Opgeslagen als {target.name}. Dit bestand staat buiten de kluis en is niet versleuteld; "
            "u beheert het zelf."
        )

    workspace.change(owner, service, told)
