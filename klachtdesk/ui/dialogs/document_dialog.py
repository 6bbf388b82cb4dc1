"""A window with one document: to read, to print, and to take a copy out of the kluis."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from klachtdesk.errors import DeskError, DocumentError
from klachtdesk.services.desk import Desk
from klachtdesk.services.documenten import export_document, view_document
from klachtdesk.ui.dialogs.export import Export, ask_target, export_called
from klachtdesk.ui.notify import Notices
from klachtdesk.ui.widgets.controls import card, push_button, text_label
from klachtdesk.ui.widgets.pdf_viewer import PdfViewer
from klachtdesk.ui.workspace import Workspace
from klachtdesk.views.dossier import DocumentRegel

_IN_THE_QUEUE = "Document uit klachtdesk"
"""What a print job is called. Who else uses the printer can read it, and the title of a letter names who it is to."""


def open_document(workspace: Workspace, owner: QWidget, regel: DocumentRegel) -> None:
    """Read a stored document and show it beside the window of `owner`."""

    def show(inhoud: bytes) -> None:
        show_document(workspace, owner, regel.naam_buiten, inhoud, _export_of(regel), regel.titel)

    service = partial(view_document, document_id=regel.id)
    workspace.open(owner, service, show, lane=f"document {regel.id}")


def open_preview(
    workspace: Workspace,
    owner: QWidget,
    titel: str,
    make: Callable[[Desk], bytes],
    failed: Callable[[DeskError], None] | None = None,
) -> None:
    """Make a document that is not kept, and show it; it can be printed, and says that it is an example."""

    def show(inhoud: bytes) -> None:
        show_document(workspace, owner, titel, inhoud, None)

    workspace.open(owner, make, show, failed, lane=titel)


def export_as(workspace: Workspace, owner: QWidget, regel: DocumentRegel) -> None:
    """Ask for a place outside the kluis and put a copy of a stored document there."""
    ask_target(workspace, owner, workspace.notices, _export_of(regel))


def show_document(
    workspace: Workspace, owner: QWidget, titel: str, inhoud: bytes, export: Export | None, note: str = ""
) -> None:
    """Show a PDF beside the window of `owner`; `note` says at its foot what to know of it.

    `titel` stands in the list of windows of the system: it names nobody, where `note` may.
    """
    _show(DocumentDialog(workspace, titel, inhoud, export, owner.window(), note))


def _export_of(regel: DocumentRegel) -> Export:
    return export_called(
        regel.opslaan_als, lambda desk, target: export_document(desk, document_id=regel.id, target=target)
    )


class DocumentDialog(QDialog):
    """Shows one PDF. Without `export` it is an example that can't be taken out of the kluis."""

    def __init__(
        self,
        workspace: Workspace,
        titel: str,
        inhoud: bytes,
        export: Export | None,
        parent: QWidget | None = None,
        note: str = "",
    ) -> None:
        super().__init__(parent)
        self.setObjectName("document")
        self.setWindowTitle(titel)
        self.setWindowFlag(Qt.WindowType.WindowMaximizeButtonHint)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._workspace = workspace
        self._titel = titel
        self._export = export
        self._viewer = PdfViewer("document.pdf")
        self._print = push_button(
            "document.afdrukken", "&Afdrukken…", self._on_print, icon="printer", tip="Afdrukken (Ctrl+P)"
        )
        self._save = push_button(
            "document.opslaan", "&Opslaan als…", self._on_save, icon="download", tip="Ctrl+S"
        )
        self._notices = Notices(self)
        self._notices.setObjectName("document.melding")
        self._assemble(note)
        for keys, button in (
            (QKeySequence.StandardKey.Print, self._print),
            (QKeySequence.StandardKey.Save, self._save),
        ):
            QShortcut(QKeySequence(keys), self).activated.connect(button.click)
        self._load(inhoud)
        self._viewer.setFocus()

    def sizeHint(self) -> QSize:
        """Return a size in which a page can be read, on a small laptop too."""
        return QSize(860, 690)

    def _assemble(self, note: str) -> None:
        if self._export is None:
            note = "Voorbeeld: dit document is nog niet opgeslagen."
        self._save.setVisible(self._export is not None)
        foot = card(look="foot")
        row = QHBoxLayout(foot)
        row.setContentsMargins(14, 8, 14, 8)
        row.setSpacing(8)
        row.addWidget(self._print)
        row.addWidget(self._save)
        row.addWidget(text_label(note, look="muted", name="document.voorbeeld", wrap=True), 1)
        row.addWidget(push_button("document.sluiten", "&Sluiten", self.close))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._viewer, 1)
        column.addWidget(foot)

    def _load(self, inhoud: bytes) -> None:
        try:
            self._viewer.load(inhoud)
        except DocumentError as error:
            self._print.setEnabled(False)
            self._notices.tell_error(error)

    def _on_print(self) -> None:
        try:
            self._viewer.print_dialog(_IN_THE_QUEUE)
        except DocumentError as error:
            self._notices.tell_error(error)

    def _on_save(self) -> None:
        if self._export is not None:
            ask_target(self._workspace, self, self._notices, self._export)


def _show(dialog: DocumentDialog) -> None:
    """Show it beside the window, which stays usable: a document is read while a form is filled in."""
    room = dialog.screen().availableGeometry().size()
    dialog.resize(dialog.sizeHint().boundedTo(room))
    dialog.show()
