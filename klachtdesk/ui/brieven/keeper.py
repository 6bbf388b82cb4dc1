"""Keeps a letter that is being typed, within two seconds, as an encrypted draft."""

from collections.abc import Callable
from dataclasses import replace

import shiboken6
from PySide6.QtCore import QObject, Signal

from klachtdesk.errors import DeskError
from klachtdesk.services.brieven.drafts import discard_brief_draft, keep_brief_draft
from klachtdesk.services.changes import Changes
from klachtdesk.services.desk import Desk
from klachtdesk.ui.dutch_dates import clock_time
from klachtdesk.ui.forms.pauses import TypingPauses
from klachtdesk.ui.workspace import Workspace
from klachtdesk.views.brief import BriefInvoer


class BriefKeeper(QObject):
    """Keeps what `typed` returns. `told` says, in a few words, how it stands."""

    told = Signal(str)

    def __init__(
        self, workspace: Workspace, dossier_id: int, typed: Callable[[], BriefInvoer], parent: QObject
    ) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self._dossier_id = dossier_id
        self._typed = typed
        self._kept = typed()
        self._draft_id = self._kept.draft_id
        self._pauses = TypingPauses(self)
        self._pauses.due.connect(self.keep)
        workspace.flushing.connect(self.keep)

    def as_kept(self, invoer: BriefInvoer) -> BriefInvoer:
        """Return what was typed with the draft that holds it by now; to be asked on the worker."""
        return replace(invoer, draft_id=self._draft_id)

    def touch(self) -> None:
        """Something was typed: keep it soon."""
        self._pauses.touch()

    def rest(self) -> None:
        """Keep nothing by itself until something is typed again."""
        self._pauses.rest()

    def keep(self) -> bool:
        """Keep what was typed now; return whether there was anything new."""
        self.rest()
        invoer = self._typed()
        if invoer == self._kept:
            return False
        self._kept = invoer

        def service(desk: Desk) -> None:
            # On the worker, after any earlier keeping: the id is known by then, so no second draft is made.
            self._draft_id = keep_brief_draft(desk, self._dossier_id, self.as_kept(invoer))

        self._workspace.keep(service, self._on_kept, self._on_failed)
        return True

    def discard(self, done: Callable[[Changes], None]) -> None:
        """Throw the draft away, once all earlier keeping is done."""
        self.rest()
        self._kept = self._typed()

        def service(desk: Desk) -> Changes:
            return discard_brief_draft(desk, self._draft_id or 0)

        self._workspace.change(self, service, done)

    def _on_kept(self, _nothing: None) -> None:
        if shiboken6.isValid(self):
            self.told.emit(f"Concept bewaard {clock_time(self._workspace.klok.nu())}")

    def _on_failed(self, error: DeskError) -> None:
        if shiboken6.isValid(self):
            self.told.emit("Concept niet bewaard")
        self._workspace.notices.tell_error(error)
        self._workspace.keeping_failed.emit(error)
