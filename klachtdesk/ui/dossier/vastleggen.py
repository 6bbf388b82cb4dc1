"""Opens the dialogs in which a gebeurtenis is recorded or corrected, also to go on with what was begun."""

from functools import partial

import shiboken6
from PySide6.QtWidgets import QWidget

from klachtdesk.services.changes import Changes
from klachtdesk.services.desk import Desk
from klachtdesk.services.dossiers import reread_dossier
from klachtdesk.services.gebeurtenis_drafts import keep_gebeurtenis_draft, open_gebeurtenis_draft
from klachtdesk.services.gebeurtenissen import possible_gebeurtenissen
from klachtdesk.ui.dialogs.correctie import CorrectieDialog
from klachtdesk.ui.dialogs.gebeurtenis import Begun, GebeurtenisDialog
from klachtdesk.ui.notify import RESUME
from klachtdesk.ui.workspace import Workspace
from klachtdesk.views.dossier import DossierView, GebeurtenisKeuze, TijdlijnRegel
from klachtdesk.views.gebeurtenis import GebeurtenisInvoer


def ask_gebeurtenis(
    workspace: Workspace, owner: QWidget, dossier_id: int, begun: Begun | None = None, awaited: str = ""
) -> None:
    """Ask what happened and record it. Closed without that, the notice offers the way back.

    Where nothing was begun, the kind that the dossier waits for stands first: `awaited`, or nothing.
    """

    def show(keuzes: tuple[GebeurtenisKeuze, ...]) -> None:
        dialog = GebeurtenisDialog(workspace, dossier_id, keuzes, begun, owner.window())
        if begun is None:
            dialog.expect(awaited)
        dialog.abandoned.connect(
            partial(_offer_back, workspace, owner, dossier_id, "De gebeurtenis is niet vastgelegd.")
        )
        dialog.open()

    workspace.open(owner, partial(possible_gebeurtenissen, dossier_id=dossier_id), show)


def ask_correctie(
    workspace: Workspace,
    owner: QWidget,
    dossier_id: int,
    regel: TijdlijnRegel,
    begun: GebeurtenisInvoer | None = None,
) -> None:
    """Ask what was wrong about a gebeurtenis and correct it. Closed without that, the notice offers the way back."""

    def show(keuzes: tuple[GebeurtenisKeuze, ...]) -> None:
        keuze = next((item for item in keuzes if item.soort == regel.soort), None)
        dialog = CorrectieDialog(workspace, dossier_id, (regel, keuze), begun, owner.window())
        dialog.abandoned.connect(
            partial(_offer_back, workspace, owner, dossier_id, "De gebeurtenis is niet gecorrigeerd.")
        )
        dialog.open()

    workspace.open(owner, partial(possible_gebeurtenissen, dossier_id=dossier_id), show)


def go_on(workspace: Workspace, owner: QWidget, dossier_id: int, draft_id: int) -> None:
    """Open the dialog of a gebeurtenis or a correction that was begun."""
    service = partial(open_gebeurtenis_draft, draft_id=draft_id)
    workspace.open(owner, service, partial(_take_up, workspace, owner, dossier_id))


def _take_up(workspace: Workspace, owner: QWidget, dossier_id: int, begun: GebeurtenisInvoer) -> None:
    def correct(dossier: DossierView) -> None:
        for regel in dossier.tijdlijn:
            if regel.id == begun.corrigeert:
                ask_correctie(workspace, owner, dossier_id, regel, begun)

    if begun.corrigeert is None:
        left = Begun(begun.soort, begun.waarden, draft_id=begun.draft_id)
        ask_gebeurtenis(workspace, owner, dossier_id, left)
    else:
        workspace.open(owner, partial(reread_dossier, dossier_id=dossier_id), correct)


def _offer_back(
    workspace: Workspace, owner: QWidget, dossier_id: int, words: str, left: GebeurtenisInvoer
) -> None:
    def keep(desk: Desk) -> Changes:
        keep_gebeurtenis_draft(desk, dossier_id, left)
        return Changes(drafts=True)

    def again() -> None:
        if shiboken6.isValid(owner):
            _take_up(workspace, owner, dossier_id, left)
        else:  # the dossier was left: it is there among what was begun
            workspace.change(workspace, keep)

    workspace.notices.tell(words, undo=again, way_back=RESUME)
