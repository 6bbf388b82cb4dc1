"""Opens the window of a letter: for a stap, for a letter that was begun, or for a new version of one."""

from collections.abc import Callable, Mapping
from functools import partial

from PySide6.QtWidgets import QWidget

from klachtdesk.errors import DeskError
from klachtdesk.services.brieven.making import begin_brief, begin_nieuwe_versie, resume_brief
from klachtdesk.services.changes import Changes
from klachtdesk.ui.brieven.brief_dialog import BriefDialog
from klachtdesk.ui.workspace import Workspace
from klachtdesk.views.brief import BriefView
from klachtdesk.views.stap import StapView

Without = Callable[[StapView, Mapping[str, str]], None]
"""Records a stap without a letter, with what was typed for it."""


def write_brief(
    workspace: Workspace, owner: QWidget, dossier_id: int, stap: StapView, without: Without
) -> None:
    """Open the letter of a stap; where there is nobody to write to, go on without one."""

    def refused(error: DeskError) -> None:
        workspace.notices.tell_error(error)
        without(stap, {})

    def show(view: BriefView) -> None:
        dialog = BriefDialog(workspace, view, owner.window())
        dialog.without_wanted.connect(partial(without, stap))
        _open(workspace, dialog)

    service = partial(begin_brief, dossier_id=dossier_id, soort=stap.soort, persoon=stap.persoon)
    workspace.open(owner, service, show, refused)


def write_nieuwe_versie(workspace: Workspace, owner: QWidget, document_id: int) -> None:
    """Open a final letter to make a new version of it."""
    service = partial(begin_nieuwe_versie, document_id=document_id)
    workspace.open(owner, service, partial(_show_alone, workspace, owner))


def write_on(workspace: Workspace, owner: QWidget, draft_id: int) -> None:
    """Open a letter that was begun."""
    service = partial(resume_brief, draft_id=draft_id)
    workspace.open(owner, service, partial(_show_alone, workspace, owner))


def _show_alone(workspace: Workspace, owner: QWidget, view: BriefView) -> None:
    _open(workspace, BriefDialog(workspace, view, owner.window(), can_without=False))


def _open(workspace: Workspace, dialog: BriefDialog) -> None:
    """Open it; when it is closed, what was typed may be a draft that is new or gone."""
    dialog.finished.connect(lambda _result: workspace.changed.emit(Changes(drafts=True)))
    dialog.open()
