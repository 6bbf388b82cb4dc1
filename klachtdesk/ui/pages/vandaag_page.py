"""The page of the morning: what is due over all open dossiers, late first, each with its next stap one click away."""

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QFocusEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from klachtdesk.dutch import capital, long_date
from klachtdesk.errors import DeskError
from klachtdesk.services.changes import Changes
from klachtdesk.services.vandaag import read_vandaag
from klachtdesk.ui.brieven.veel_brieven_button import VeelBrievenButton
from klachtdesk.ui.forms.kept_drafts import KeptDrafts
from klachtdesk.ui.reading import OneReading
from klachtdesk.ui.widgets.controls import push_button, text_label
from klachtdesk.ui.widgets.empty_state import EmptyState
from klachtdesk.ui.widgets.todo_list import TodoList
from klachtdesk.ui.workspace import Workspace
from klachtdesk.views.vandaag import VandaagView

_NARROW = 820
"""Pixels; below this a row takes two lines."""

_EMPTY = "Er loopt geen termijn. Komt er een klacht binnen? Druk op Ctrl+N en begin te typen."


class VandaagPage(QWidget):
    """One reading at a time; what changes meanwhile is read after it."""

    opened = Signal(int)
    stap_wanted = Signal(int, object)
    """The dossier and the StapView to do there."""
    draft_resumed = Signal(object)
    melding_wanted = Signal()
    files_wanted = Signal()

    def __init__(self, workspace: Workspace) -> None:
        super().__init__()
        self.setObjectName("vandaag")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._workspace = workspace
        self._reading = OneReading(self.refresh)
        self._view: VandaagView | None = None
        self._title = text_label(look="title", name="vandaag.titel")
        self._count = text_label(look="muted", name="vandaag.telling", wrap=True)
        self._drafts = KeptDrafts(workspace)
        self._letters = VeelBrievenButton(workspace)
        self._list = TodoList()
        self._scroll = QScrollArea()
        self._empty = EmptyState(
            "circle-check",
            "vandaag.leeg",
            push_button(
                "vandaag.leeg.melding",
                "Nieuwe melding",
                self.melding_wanted.emit,
                look="primary",
                icon="plus",
            ),
        )
        self._assemble()
        self._drafts.resumed.connect(self.draft_resumed)
        self._letters.opened.connect(self._list.remember)
        self._letters.opened.connect(self.opened)
        self._list.opened.connect(self.opened)
        self._list.stap_wanted.connect(self.stap_wanted)
        self._list.reached.connect(self._scroll.ensureWidgetVisible)
        workspace.changed.connect(self._on_changed)

    def _assemble(self) -> None:
        inside = QWidget()
        inside.setProperty("look", "clear")
        column = QVBoxLayout(inside)
        column.setContentsMargins(24, 0, 24, 24)
        column.setSpacing(4)
        column.addWidget(self._drafts)
        column.addWidget(self._list)
        column.addWidget(self._empty, 1)
        self._scroll.setObjectName("vandaag.lijst")
        self._scroll.setWidgetResizable(True)
        self._scroll.setFrameShape(QFrame.Shape.NoFrame)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._scroll.setWidget(inside)
        self._title.setText(capital(long_date(self._workspace.klok.vandaag())))
        self._empty.tell("Niets te doen vandaag", _EMPTY)
        self._empty.hide()
        page = QVBoxLayout(self)
        page.setContentsMargins(0, 0, 0, 0)
        page.setSpacing(0)
        page.addLayout(self._head())
        page.addWidget(self._scroll, 1)

    def _head(self) -> QHBoxLayout:
        texts = QVBoxLayout()
        texts.setSpacing(0)
        texts.addWidget(self._title)
        texts.addWidget(self._count)
        add = push_button(
            "vandaag.bestand", "Post toevoegen…", self.files_wanted.emit, look="quiet", icon="paperclip"
        )
        add.setToolTip("Een brief of e-mail die binnenkwam; u kunt hem ook hierheen slepen (Ctrl+O)")
        head = QHBoxLayout()
        head.setContentsMargins(24, 18, 24, 10)
        head.addLayout(texts, 1)
        head.addWidget(self._letters, 0, Qt.AlignmentFlag.AlignTop)
        head.addWidget(add, 0, Qt.AlignmentFlag.AlignTop)
        return head

    def refresh(self) -> None:
        """Read again what is to be done."""
        if self._reading.begin():
            self._workspace.read(self, read_vandaag, self._on_read, self._on_failed)

    def showEvent(self, event: QShowEvent) -> None:
        """Show how things stand now: it may have become another day."""
        super().showEvent(event)
        self.refresh()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Hand the keyboard on to the first row."""
        super().focusInEvent(event)
        self._follow_day()
        self._list.take_keyboard()

    def changeEvent(self, event: QEvent) -> None:
        """Look at the date when somebody comes back to the window, after a night for instance."""
        super().changeEvent(event)
        if event.type() is QEvent.Type.ActivationChange and self.isVisible() and self.isActiveWindow():
            self._follow_day()

    def _follow_day(self) -> None:
        """Read again when what is shown is of another day."""
        if self._view is not None and self._view.datum != self._workspace.klok.vandaag():
            self.refresh()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Let each row take two lines where there is little room."""
        super().resizeEvent(event)
        self._list.set_narrow(narrow=self.width() < _NARROW)

    def _on_read(self, view: VandaagView) -> None:
        self._view = view
        self._show(view)
        self._reading.done()

    def _on_failed(self, error: DeskError) -> None:
        self._workspace.notices.tell_error(error)
        self._reading.done()

    def _on_changed(self, changes: Changes) -> None:
        if changes.lijst and self.isVisible():
            self.refresh()

    def _show(self, view: VandaagView) -> None:
        waiting = self.hasFocus() or self._list.has_keyboard()
        self._title.setText(capital(long_date(view.datum)))
        self._count.setText(_summary(view))
        self._letters.offer(view)
        self._list.tell(view)
        self._empty.setVisible(not (view.regels or view.kantoor))
        if waiting and not self._list.has_keyboard():
            self.setFocus()
            self._list.take_keyboard()


def _summary(view: VandaagView) -> str:
    late = sum(1 for regel in view.regels if regel.groep == "te_laat")
    today = sum(1 for regel in view.regels if regel.groep == "vandaag")
    parts = [f"{late} te laat" if late else "", f"{today} voor vandaag" if today else ""]
    return ", ".join(filter(None, parts)) or "Niets te laat, en niets voor vandaag."
