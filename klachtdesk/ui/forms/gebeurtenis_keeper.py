"""Keeps a gebeurtenis that is being typed, within two seconds, as an encrypted draft."""

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import QObject

from klachtdesk.errors import DeskError
from klachtdesk.services.changes import Changes
from klachtdesk.services.desk import Desk
from klachtdesk.services.drafts import discard_draft
from klachtdesk.services.gebeurtenis_drafts import keep_gebeurtenis_draft
from klachtdesk.ui.forms.pauses import TypingPauses
from klachtdesk.ui.workspace import Workspace
from klachtdesk.views.gebeurtenis import GebeurtenisInvoer


class GebeurtenisKeeper(QObject):
    """Keeps what `typed` returns, which is None as long as nobody typed anything worth keeping."""

    def __init__(
        self,
        workspace: Workspace,
        dossier_id: int,
        typed: Callable[[], GebeurtenisInvoer | None],
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self._dossier_id = dossier_id
        self._typed = typed
        self._kept: GebeurtenisInvoer | None = None
        self._draft_id: int | None = None
        self._pauses = TypingPauses(self)
        self._pauses.due.connect(self.keep)
        workspace.flushing.connect(self.keep)

    def begin(self, begun: GebeurtenisInvoer) -> None:
        """Go on with what was typed before: in its draft, or in a new one where that was thrown away."""
        self._draft_id = begun.draft_id
        if begun.draft_id is not None:
            self._kept = replace(begun, draft_id=None)
        self.keep()

    def draft_id(self) -> int | None:
        """Return the draft that holds it by now; to be asked on the worker."""
        return self._draft_id

    def touch(self) -> None:
        """Something was typed: keep it soon."""
        self._pauses.touch()

    def keep(self) -> None:
        """Keep what was typed now, if there is anything new."""
        self._pauses.rest()
        invoer = self._typed()
        if invoer == self._kept:
            return
        self._kept = invoer

        def service(desk: Desk) -> None:
            # On the worker, after any earlier keeping: the id is known by then, so no second draft is made.
            if invoer is not None:
                asked = replace(invoer, draft_id=self._draft_id)
                self._draft_id = keep_gebeurtenis_draft(desk, self._dossier_id, asked)
            elif self._draft_id is not None:
                discard_draft(desk, self._draft_id)

        self._workspace.keep(service, lambda _nothing: None, self._on_failed)

    def discard(self) -> None:
        """Throw the draft away, if there is one, once all earlier keeping is done."""
        begun = self._kept is not None or self._draft_id is not None
        self.let_be()

        def service(desk: Desk) -> Changes:
            return discard_draft(desk, self._draft_id or 0)

        if begun:
            self._workspace.change(self._workspace, service)

    def let_be(self) -> None:
        """What stands there now is dealt with: keep it no more."""
        self._pauses.rest()
        self._kept = self._typed()

    def _on_failed(self, error: DeskError) -> None:
        self._kept = None  # so that it is tried again
        self._workspace.notices.tell_error(error)
        self._workspace.keeping_failed.emit(error)
