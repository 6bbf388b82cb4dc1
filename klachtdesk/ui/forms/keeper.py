"""Keeps what is being typed, within two seconds, as an encrypted draft."""

from collections.abc import Callable

import shiboken6
from PySide6.QtCore import QObject, Signal

from klachtdesk.errors import DeskError
from klachtdesk.services.changes import Changes
from klachtdesk.services.desk import Desk
from klachtdesk.services.draft_bijlagen import attach_to_draft, files_of_draft
from klachtdesk.services.drafts import discard_draft, keep_draft
from klachtdesk.ui.dutch_dates import clock_time
from klachtdesk.ui.forms.draft import Draft
from klachtdesk.ui.forms.pauses import TypingPauses
from klachtdesk.ui.workspace import Workspace
from klachtdesk.views.bijlagen import Bestand
from klachtdesk.views.formulier import FormulierView


class DraftKeeper(QObject):
    """Watches one draft. `told` says, in a few words, how it stands: kept at what time, or not kept and why."""

    told = Signal(str)

    def __init__(self, workspace: Workspace, draft: Draft, parent: QObject) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self._draft = draft
        self._pauses = TypingPauses(self)
        self._pauses.due.connect(self.keep)

    def touch(self) -> None:
        """Something was typed: keep it soon."""
        self._pauses.touch()

    def keep(self) -> None:
        """Keep what was typed now, if there is anything new."""
        self.rest()
        draft = self._draft
        if not draft.to_keep:
            return
        waarden = draft.waarden

        def service(desk: Desk) -> None:
            # On the worker, after any earlier keeping: the id is known by then, so no second draft is made.
            draft.draft_id = keep_draft(
                desk,
                draft.formulier.sleutel,
                waarden,
                draft_id=draft.draft_id,
                dossier_id=draft.dossier_id,
            )

        draft.kept(waarden)
        self._workspace.keep(service, self._on_kept, self._on_failed)

    def rest(self) -> None:
        """Keep nothing by itself until something is typed again."""
        self._pauses.rest()

    def discard(self) -> list[Bestand]:
        """Throw the draft away, once all earlier keeping is done; the list gets the files that were with it by then."""
        self.rest()
        draft, known = self._draft, self._draft.draft_id
        taken: list[Bestand] = []

        def service(desk: Desk) -> Changes:
            # On the worker: what was still being kept has its id by now, and the form may have let go of the old one.
            draft_id = draft.draft_id or known or 0
            taken.extend(files_of_draft(desk, draft_id))
            return discard_draft(desk, draft_id)

        self._workspace.change(self, service)
        return taken

    def _on_kept(self, _nothing: None) -> None:
        if shiboken6.isValid(self):
            self.told.emit(f"Concept bewaard {clock_time(self._workspace.klok.nu())}")

    def _on_failed(self, error: DeskError) -> None:
        self._draft.kept({})
        if shiboken6.isValid(self):
            self.told.emit("Concept niet bewaard")
        self._workspace.notices.tell_error(error)
        self._workspace.keeping_failed.emit(error)


def keep_again(
    workspace: Workspace, owner: QObject, view: FormulierView, done: Callable[[int], None] | None = None
) -> None:
    """Bring back a draft that was thrown away, as a new one; `done` gets its id."""
    made: list[int] = []

    def service(desk: Desk) -> Changes:
        draft_id = keep_draft(
            desk, view.formulier.sleutel, view.waarden, draft_id=None, dossier_id=view.dossier_id
        )
        if view.bijlagen:
            attach_to_draft(desk, draft_id, view.bijlagen)
        made.append(draft_id)
        return Changes(drafts=True)

    def told(_changes: Changes) -> None:
        if done is not None:
            done(made[0])

    workspace.change(owner, service, told)
