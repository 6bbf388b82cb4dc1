"""One part of the settings: a heading, what it is for, and under it whatever the part reads from the kluis."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QScrollArea, QVBoxLayout, QWidget

from klachtdesk.services.changes import Changes
from klachtdesk.ui.widgets.controls import empty_layout, text_label
from klachtdesk.ui.workspace import Workspace

_WIDEST = 860
"""Pixels; longer lines than this read badly."""


class Deel(QWidget):
    """Reads itself each time it comes in sight, and when something it shows was changed."""

    def __init__(self, workspace: Workspace, name: str, titel: str, uitleg: str) -> None:
        super().__init__()
        self.setObjectName(name)
        self.name = name
        self.workspace = workspace
        self.buttons = QHBoxLayout()
        self._body = QVBoxLayout()
        self._content = QWidget()
        self._scroll = QScrollArea()
        self._stand: object = None
        self._assemble(titel, uitleg)
        workspace.changed.connect(self._on_changed)

    def _assemble(self, titel: str, uitleg: str) -> None:
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(text_label(titel, look="heading", name=f"{self.name}.titel"), 1)
        head.addLayout(self.buttons)
        self._body.setSpacing(10)
        column = QVBoxLayout()
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(10)
        column.addLayout(head)
        column.addWidget(text_label(uitleg, look="muted", wrap=True))
        column.addLayout(self._body)
        column.addStretch()
        inner = QWidget()
        inner.setProperty("look", "clear")
        inner.setMaximumWidth(_WIDEST)
        inner.setLayout(column)
        content = self._content
        content.setProperty("look", "clear")
        row = QHBoxLayout(content)
        row.setContentsMargins(24, 4, 24, 24)
        row.addWidget(inner, 1)
        scroll = self._scroll
        scroll.setWidgetResizable(True)
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scroll.setWidget(content)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(scroll)

    def refresh(self) -> None:
        """Read what this part shows again."""
        raise NotImplementedError

    def fresh(self, stand: object) -> bool:
        """Return whether what was read differs from what is shown; what is half chosen there is not to be lost."""
        known, self._stand = self._stand, (stand, self.workspace.klok.vandaag())
        return known != self._stand

    def concerns(self, changes: Changes) -> bool:
        """Return whether this part may look different after these changes."""
        return changes.instellingen

    def show_widgets(self, widgets: list[QWidget]) -> None:
        """Put these under the heading; one stays where one was, with the keyboard at the same button if it is there."""
        place = self._scroll.verticalScrollBar().value()
        had_focus = self.window().focusWidget()
        name = had_focus.objectName() if had_focus is not None and self.isAncestorOf(had_focus) else ""
        if had_focus is not None and name:
            had_focus.clearFocus()  # else it would pass through all buttons that go, and scroll along
        empty_layout(self._body)
        for widget in widgets:
            self._body.addWidget(widget)
            widget.show()  # not only once there is time: the height has to be known now
        self._content.adjustSize()
        self._scroll.verticalScrollBar().setValue(place)
        if name:
            again = self.findChild(QPushButton, name) or self.findChild(QPushButton)
            if again is not None:
                again.setFocus()

    def showEvent(self, event: QShowEvent) -> None:
        """Show what holds by now."""
        super().showEvent(event)
        self.refresh()

    def _on_changed(self, changes: Changes) -> None:
        if self.isVisible() and self.concerns(changes):
            self.refresh()
