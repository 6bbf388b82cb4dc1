"""The klachtenformulier as a file: an empty one to send, and one that was filled in to read."""

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import QStandardPaths, Qt
from PySide6.QtWidgets import QFileDialog, QWidget

from klachtdesk.services.changes import Changes
from klachtdesk.services.desk import Desk
from klachtdesk.services.formulier_import import IngelezenFormulier, import_formulier, import_formulier_file
from klachtdesk.services.klachtenformulier import save_klachtenformulier
from klachtdesk.ui.workspace import Workspace


def ask_save_form(
    workspace: Workspace, owner: QWidget, *, versie_id: int | None = None, dossier_id: int | None = None
) -> None:
    """Ask for a place and write the empty form there: of a version of a reglement, or of that of a dossier."""

    def save(chosen: str) -> None:
        target = Path(chosen)

        def service(desk: Desk) -> Changes:
            save_klachtenformulier(desk, target, versie_id=versie_id, dossier_id=dossier_id)
            return Changes()

        def told(_changes: Changes) -> None:
            workspace.notices.tell(
                f"Opgeslagen als {target.name}. Het formulier is leeg: u kunt het mailen, afdrukken of op uw website "
                "zetten."
            )

        workspace.change(owner, service, told)

    dialog = _file_dialog(owner, "Klachtenformulier opslaan als", "klachtenformulier.bestand")
    dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
    dialog.setDefaultSuffix("pdf")
    dialog.selectFile("Klachtenformulier.pdf")
    dialog.fileSelected.connect(save)
    dialog.open()


def ask_read_form(workspace: Workspace, owner: QWidget, done: Callable[[IngelezenFormulier], None]) -> None:
    """Ask which file somebody filled in and read it; `done` gets the melding that it makes."""

    def read(chosen: str) -> None:
        _read(workspace, owner, partial(import_formulier_file, source=Path(chosen)), done)

    dialog = _file_dialog(owner, "Klachtenformulier inlezen", "klachtenformulier.inlezen")
    dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
    dialog.fileSelected.connect(read)
    dialog.open()


def read_form(
    workspace: Workspace,
    owner: QWidget,
    naam: str,
    inhoud: bytes,
    done: Callable[[IngelezenFormulier], None],
) -> None:
    """Read a form that was dropped on the window; `done` gets the melding that it makes."""
    _read(workspace, owner, partial(import_formulier, naam=naam, inhoud=inhoud), done)


def _read(
    workspace: Workspace,
    owner: QWidget,
    service: Callable[[Desk], IngelezenFormulier],
    done: Callable[[IngelezenFormulier], None],
) -> None:
    wanted = workspace.wish(owner)

    def show(made: IngelezenFormulier) -> None:
        if wanted():
            done(made)
        else:
            workspace.notices.tell(
                "Het formulier is ingelezen. De melding staat klaar bij ‘Nog niet opgeslagen’."
            )

    workspace.make(owner, service, show)


def _file_dialog(owner: QWidget, titel: str, name: str) -> QFileDialog:
    folder = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
    dialog = QFileDialog(owner, titel, folder, "PDF (*.pdf)")
    dialog.setObjectName(name)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    return dialog
