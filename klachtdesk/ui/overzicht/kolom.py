"""A column of cards that scrolls, as wide as reads well."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from klachtdesk.ui.widgets.controls import empty_layout

_WIDEST = 980
"""Pixels; wider tables are hard to follow from the name of a row to its number."""

_ALL_OF_IT = 1_000
"""Stretch that leaves the rest of a wide window to the right of the column."""


class Kolom(QScrollArea):
    """A column of cards that scrolls."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self.setObjectName(name)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.column = QVBoxLayout()
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.setSpacing(12)
        inner = QWidget()
        inner.setProperty("look", "clear")
        inner.setMaximumWidth(_WIDEST)
        inner.setLayout(self.column)
        content = QWidget()
        content.setProperty("look", "clear")
        row = QHBoxLayout(content)
        row.setContentsMargins(24, 14, 24, 24)
        row.addWidget(inner, _ALL_OF_IT)
        row.addStretch(1)
        self.setWidget(content)

    def fill(self, widgets: Sequence[QWidget]) -> None:
        """Show these under each other, instead of what is there."""
        empty_layout(self.column)
        for widget in widgets:
            self.column.addWidget(widget)
        self.column.addStretch(1)
