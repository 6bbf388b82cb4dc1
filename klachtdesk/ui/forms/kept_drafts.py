"""What was begun and not saved, on any page that wants to show it: reads itself, throws away, brings back."""

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from klachtdesk.services.changes import Changes
from klachtdesk.services.drafts import Weggegooid, bring_back, list_drafts, throw_away
from klachtdesk.ui.widgets.draft_list import DraftList
from klachtdesk.ui.workspace import Workspace
from klachtdesk.views.formulier import DraftRegel


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

        def told(thrown: Weggegooid) -> None:
            back = partial(bring_back, weggegooid=thrown)
            self._workspace.notices.tell("Weggegooid.", undo=lambda: self._workspace.change(self, back))

        service = partial(throw_away, draft_id=regel.draft_id)
        self._workspace.make(self, service, told, once=f"draft {regel.draft_id}")
