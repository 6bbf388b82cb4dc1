"""A file from outside: looked at from memory when it is a PDF or a picture, and else only saved elsewhere."""

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from klachtdesk.errors import PostError
from klachtdesk.services.bijlagen import export_warnings, open_bijlage
from klachtdesk.services.changes import Changes
from klachtdesk.services.desk import Desk
from klachtdesk.services.documenten import export_document
from klachtdesk.services.draft_bijlagen import (
    draft_bijlage_warnings,
    export_draft_bijlage,
    open_draft_bijlage,
)
from klachtdesk.ui.dialogs.document_dialog import show_document
from klachtdesk.ui.dialogs.export import Export, ask_target, export_called
from klachtdesk.ui.dialogs.vraag_dialog import Vraag, VraagDialog
from klachtdesk.ui.notify import Notices
from klachtdesk.ui.widgets.controls import card, push_button, text_label
from klachtdesk.ui.widgets.picture_view import PictureView
from klachtdesk.ui.workspace import Workspace
from klachtdesk.views.bijlagen import BijlageInhoud, BijlageRegel
from klachtdesk.views.dossier import DocumentRegel


class _Source:
    """Where a file is kept: in a dossier, or with a melding that is not registered yet."""

    def __init__(
        self,
        export: Export,
        read: Callable[[Desk], BijlageInhoud],
        warnings: Callable[[Desk], tuple[str, ...]],
    ) -> None:
        self.export = export
        self.read = read
        self.warnings = warnings


def show_bijlage(workspace: Workspace, owner: QWidget, regel: DocumentRegel | BijlageRegel) -> None:
    """Show a PDF or a picture beside the window of `owner`; of what can't be shown, offer to save it elsewhere."""
    if not regel.toonbaar:
        save_bijlage(workspace, owner, regel)
        return
    source = _source(regel)

    def show(inhoud: BijlageInhoud) -> None:
        if inhoud.toonbaar == "pdf":
            note = ". ".join((inhoud.naam, " ".join(inhoud.opmerkingen))).removesuffix(". ")
            show_document(workspace, owner, regel.naam_buiten, inhoud.inhoud, source.export, note)
        else:
            _show_picture(workspace, owner, regel.naam_buiten, inhoud, source)

    workspace.open(owner, source.read, show, lane=f"bijlage {regel.id}")


def save_bijlage(workspace: Workspace, owner: QWidget, regel: DocumentRegel | BijlageRegel) -> None:
    """Ask for a place outside the kluis and put a copy of a file there; warn first of what can do harm."""
    _save(workspace, owner, workspace.notices, _source(regel))


def _source(regel: DocumentRegel | BijlageRegel) -> _Source:
    naam = regel.opslaan_als
    if isinstance(regel, BijlageRegel):
        export = export_called(naam, partial(_export_of_draft, regel.id), regel.soort)
        return _Source(
            export,
            partial(open_draft_bijlage, bijlage_id=regel.id),
            partial(draft_bijlage_warnings, bijlage_id=regel.id),
        )
    export = export_called(naam, partial(_export_of_dossier, regel.id), regel.soort_bestand)
    return _Source(
        export, partial(open_bijlage, document_id=regel.id), partial(export_warnings, document_id=regel.id)
    )


def _export_of_dossier(document_id: int, desk: Desk, target: Path) -> None:
    export_document(desk, document_id, target)


def _export_of_draft(bijlage_id: int, desk: Desk, target: Path) -> None:
    export_draft_bijlage(desk, bijlage_id, target)


def _save(workspace: Workspace, owner: QWidget, notices: Notices, source: _Source) -> None:
    def ask() -> None:
        ask_target(workspace, owner, notices, source.export)

    def warn(warnings: tuple[str, ...]) -> None:
        if not warnings:
            ask()
            return
        vraag = Vraag(
            "bijlage.waarschuwing",
            "Dit bestand buiten de kluis opslaan?",
            " ".join(warnings),
            "&Opslaan als…",
        )
        VraagDialog(workspace, vraag, lambda _desk, _answers, _again: Changes(), ask, owner.window()).open()

    workspace.open(owner, source.warnings, warn, notices.tell_error)


def _show_picture(
    workspace: Workspace, owner: QWidget, titel: str, inhoud: BijlageInhoud, source: _Source
) -> None:
    view = PictureView("bijlage.beeld")
    try:
        view.load(inhoud.inhoud)
    except PostError as error:
        workspace.notices.tell_error(error)
        return
    dialog = QDialog(owner.window())
    dialog.setObjectName("bijlage")
    dialog.setWindowTitle(titel)
    dialog.setWindowFlag(Qt.WindowType.WindowMaximizeButtonHint)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    notices = Notices(dialog)
    notices.setObjectName("bijlage.melding")
    foot = card(look="foot")
    row = QHBoxLayout(foot)
    row.setContentsMargins(14, 8, 14, 8)
    row.addWidget(
        push_button(
            "bijlage.opslaan",
            "&Opslaan als…",
            lambda: _save(workspace, dialog, notices, source),
            icon="download",
        )
    )
    row.addWidget(text_label(inhoud.naam, look="muted", name="bijlage.naam", wrap=True), 1)
    row.addWidget(push_button("bijlage.sluiten", "&Sluiten", dialog.close))
    column = QVBoxLayout(dialog)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(0)
    column.addWidget(view, 1)
    column.addWidget(foot)
    room = dialog.screen().availableGeometry().size()
    dialog.resize(QSize(860, 690).boundedTo(room))
    dialog.show()
