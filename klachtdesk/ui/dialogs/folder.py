"""The folder of the procedure: to look at and print, and to hand to a klager."""

from functools import partial

from PySide6.QtWidgets import QWidget

from klachtdesk.services.documenten import view_document
from klachtdesk.services.folder import VerstrekteFolder, provide_folder, render_folder_of, save_folder
from klachtdesk.ui.dialogs.document_dialog import show_document
from klachtdesk.ui.dialogs.export import Export
from klachtdesk.ui.workspace import Workspace


def show_folder(workspace: Workspace, owner: QWidget, reglement: str | None = None) -> None:
    """Show the folder of a reglement as it is today."""
    service = partial(render_folder_of, reglement=reglement)
    workspace.open(owner, service, partial(_show, workspace, owner), lane="folder")


def hand_folder(workspace: Workspace, owner: QWidget, dossier_id: int) -> None:
    """Record that the klager gets the folder today, and show it, ready to be printed."""

    def recorded(made: VerstrekteFolder) -> None:
        workspace.notices.tell("Vastgelegd dat de klager de folder kreeg; hij staat bij de documenten.")
        service = partial(view_document, document_id=made.document_id)
        workspace.open(owner, service, partial(_show, workspace, owner), lane="folder")

    workspace.make(owner, partial(provide_folder, dossier_id=dossier_id), recorded)


def _show(workspace: Workspace, owner: QWidget, pdf: bytes) -> None:
    export = Export("Folder klachtenprocedure", lambda desk, target: save_folder(desk, pdf, target))
    show_document(workspace, owner, "Folder klachtenprocedure", pdf, export)
