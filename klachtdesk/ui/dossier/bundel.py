"""The whole dossier as one PDF: made, shown, and ready to be printed or taken along."""

from functools import partial

from PySide6.QtWidgets import QWidget

from klachtdesk.services.dossierbundel import render_dossierbundel, save_dossierbundel
from klachtdesk.ui.dialogs.document_dialog import show_document
from klachtdesk.ui.dialogs.export import Export
from klachtdesk.ui.workspace import Workspace
from klachtdesk.views.bundel import Bundel


def show_bundel(workspace: Workspace, owner: QWidget, dossier_id: int, nummer: str) -> None:
    """Put a dossier together and show it; what could not be put in it is told."""

    def show(bundel: Bundel) -> None:
        titel = f"Dossier {nummer}"
        export = Export(titel, lambda desk, target: save_dossierbundel(desk, dossier_id, bundel.pdf, target))
        show_document(workspace, owner, titel, bundel.pdf, export)
        if bundel.weggelaten:
            workspace.notices.tell(_left_out(bundel))

    service = partial(render_dossierbundel, dossier_id=dossier_id)
    workspace.open(owner, service, show, lane=f"bundel {dossier_id}")


def _left_out(bundel: Bundel) -> str:
    titel, why = bundel.weggelaten[0]
    more = len(bundel.weggelaten) - 1
    others = f" En nog {more} andere; ze staan op de eerste bladzijde." if more else ""
    return f"Niet in de bundel: {titel} ({why}).{others}"
