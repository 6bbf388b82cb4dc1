"""A reglement as files: out of the kluis, and into it as a concept."""

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import QStandardPaths, Qt
from PySide6.QtWidgets import QFileDialog, QWidget

from klachtdesk.errors import DeskError, ReglementError
from klachtdesk.services.changes import Changes
from klachtdesk.services.desk import Desk
from klachtdesk.services.eigen_reglement.concepten import ConceptGemaakt, export_reglement, import_reglement
from klachtdesk.services.eigen_reglement.toets import OlderReglement
from klachtdesk.ui.dialogs.export import file_name
from klachtdesk.ui.dialogs.vraag_dialog import Vraag, VraagDialog
from klachtdesk.ui.instellingen.fouten import FoutenDialog
from klachtdesk.ui.workspace import Workspace

_KIND = "Reglement (*.toml)"


def ask_export(
    workspace: Workspace,
    owner: QWidget,
    titel: str,
    *,
    concept_id: int | None = None,
    versie_id: int | None = None,
) -> None:
    """Ask for a place and write a concept or a version there, with its text beside it."""

    def export(chosen: str) -> None:
        target = Path(chosen)

        def service(desk: Desk) -> Changes:
            export_reglement(desk, target, concept_id=concept_id, versie_id=versie_id)
            return Changes()

        def told(_changes: Changes) -> None:
            workspace.notices.tell(f"Opgeslagen als {target.name}, met de tekst ernaast.")

        workspace.change(owner, service, told)

    dialog = _file_dialog(owner, "Reglement exporteren", "reglement.bestand")
    dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
    dialog.setDefaultSuffix("toml")
    dialog.selectFile(f"{file_name(titel)}.toml")
    dialog.fileSelected.connect(export)
    dialog.open()


def ask_import(workspace: Workspace, owner: QWidget, made: Callable[[int], None]) -> None:
    """Ask for a file and make a concept of it; `made` gets its id."""
    dialog = _file_dialog(owner, "Reglement inlezen", "reglement.inlezen")
    dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
    dialog.fileSelected.connect(lambda chosen: _read_in(workspace, owner, Path(chosen), made))
    dialog.open()


def _read_in(workspace: Workspace, owner: QWidget, source: Path, made: Callable[[int], None]) -> None:
    def failed(error: DeskError) -> None:
        if isinstance(error, OlderReglement):
            _ask_older(workspace, owner, source, error, made)
        elif isinstance(error, ReglementError) and error.faults:
            FoutenDialog(error, owner.window()).open()
        else:
            workspace.notices.tell_error(error)

    def done(concept: ConceptGemaakt) -> None:
        made(concept.concept_id)

    workspace.make(owner, partial(import_reglement, source=source), done, failed)


def _ask_older(
    workspace: Workspace, owner: QWidget, source: Path, error: DeskError, made: Callable[[int], None]
) -> None:
    concepts: list[int] = []

    def act(desk: Desk, _answers: dict[str, str], _again: bool) -> Changes:
        concept = import_reglement(desk, source, ook_al_ouder=True)
        concepts.append(concept.concept_id)
        return concept.changes

    vraag = Vraag("reglement.ouder", error.title, str(error), "Toch &inlezen")
    VraagDialog(workspace, vraag, act, lambda: made(concepts[-1]), owner.window()).open()


def _file_dialog(owner: QWidget, titel: str, name: str) -> QFileDialog:
    folder = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
    dialog = QFileDialog(owner, titel, folder, _KIND)
    dialog.setObjectName(name)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    return dialog
