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

_AIR = 14
"""Pixels below the list, in a dossier."""


class KeptDrafts(QWidget):
    """The list of drafts, kept up to date: of this user, or only those that were begun in one dossier."""

    resumed = Signal(object)
    """A DraftRegel to go on with."""

    def __init__(self, workspace: Workspace, dossier_id: int | None = None) -> None:
        super().__init__()
        self._workspace = workspace
        self._dossier_id = dossier_id
        self._list = DraftList(in_dossier=dossier_id is not None)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.addWidget(self._list)
        self._list.resumed.connect(self.resumed)
        self._list.discarded.connect(self._on_discarded)
        workspace.changed.connect(self._on_changed)

    def refresh(self) -> None:
        """Read the drafts again."""
        self._workspace.read(self, partial(list_drafts, dossier_id=self._dossier_id), self._show)

    def showEvent(self, event: QShowEvent) -> None:
        """Show the drafts as they are by now: typing elsewhere does not announce itself."""
        super().showEvent(event)
        self.refresh()

    def _show(self, drafts: tuple[DraftRegel, ...]) -> None:
        self._list.show_drafts(drafts, self._workspace.klok.vandaag())
        if self._dossier_id is not None:
            self._column.setContentsMargins(0, 0, 0, _AIR if drafts else 0)

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
