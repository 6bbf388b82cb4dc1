"""What was begun and not saved, on any page that wants to show it: reads itself, throws away, brings back."""

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from klachtdesk.services.brief_drafts import (
    discard_brief_draft,
    keep_brief_draft,
    letter_in,
    read_brief_draft,
)
from klachtdesk.services.changes import Changes
from klachtdesk.services.desk import Desk
from klachtdesk.services.draft_bijlagen import files_of_draft
from klachtdesk.services.drafts import discard_draft, list_drafts, open_draft
from klachtdesk.ui.forms.keeper import keep_again
from klachtdesk.ui.widgets.draft_list import DraftList
from klachtdesk.ui.workspace import Workspace
from klachtdesk.views.formulier import DraftRegel, FormulierView

if TYPE_CHECKING:
    from klachtdesk.views.brief import BriefInvoer


class KeptDrafts(QWidget):
    """The list of drafts, kept up to date."""

    resumed = Signal(object)
    """A DraftRegel to go on with."""

    def __init__(self, workspace: Workspace) -> None:
        super().__init__()
        self._workspace = workspace
        self._list = DraftList()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._list)
        self._list.resumed.connect(self.resumed)
        self._list.discarded.connect(self._on_discarded)
        workspace.changed.connect(self._on_changed)

    def refresh(self) -> None:
        """Read the drafts again."""
        vandaag = self._workspace.klok.vandaag()
        self._workspace.read(self, list_drafts, lambda drafts: self._list.show_drafts(drafts, vandaag))

    def showEvent(self, event: QShowEvent) -> None:
        """Show the drafts as they are by now: typing elsewhere does not announce itself."""
        super().showEvent(event)
        self.refresh()

    def _on_changed(self, changes: Changes) -> None:
        if changes.drafts:
            self.refresh()

    def _on_discarded(self, regel: DraftRegel) -> None:
        """Throw a draft away, keeping in hand what is needed to bring it back."""
        if letter_in(regel.formulier) is not None:
            self._discard_letter(regel.draft_id)
            return
        taken: list[FormulierView] = []

        def service(desk: Desk) -> Changes:
            files = files_of_draft(desk, regel.draft_id)
            taken.append(replace(open_draft(desk, regel.draft_id), bijlagen=files))
            return discard_draft(desk, regel.draft_id)

        def told(_changes: Changes) -> None:
            self._workspace.notices.tell(
                "Weggegooid.", undo=lambda: keep_again(self._workspace, self, taken[0])
            )

        self._workspace.change(self, service, told)

    def _discard_letter(self, draft_id: int) -> None:
        taken: list[tuple[int, BriefInvoer]] = []

        def service(desk: Desk) -> Changes:
            taken.append(read_brief_draft(desk, draft_id))
            return discard_brief_draft(desk, draft_id)

        def again(desk: Desk) -> Changes:
            keep_brief_draft(desk, *taken[0])
            return Changes(drafts=True)

        def told(_changes: Changes) -> None:
            self._workspace.notices.tell("Weggegooid.", undo=lambda: self._workspace.change(self, again))

        self._workspace.change(self, service, told)
