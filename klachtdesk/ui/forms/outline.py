"""The sections of a form beside it, to go to one at once; hidden where the window has no room for it."""

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from klachtdesk.formulieren import Formulier
from klachtdesk.ui.widgets.controls import push_button, text_label

_WIDTH = 210
_SCROLL_BAR = 16
_LEAST_ROOM = 1_100
"""Pixels in which a form of full width and the sections fit side by side."""


class FormOutline(QWidget):
    """One button for each section. Not in the order of Tab: that goes from field to field."""

    section_wanted = Signal(str)

    def __init__(self, formulier: Formulier, over: QWidget) -> None:
        super().__init__(over)
        self.setFixedWidth(_WIDTH)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 6, 0, 0)
        column.setSpacing(0)
        column.addWidget(text_label("Op dit formulier", look="small"))
        column.addSpacing(4)
        for sectie in formulier.secties:
            column.addWidget(self._button(formulier, sectie.sleutel, sectie.titel))
        column.addStretch()

    def place(self, room: QSize) -> None:
        """Stand at the right of a form that has this room, or hide when that would cost the form its width."""
        self.setVisible(room.width() >= _LEAST_ROOM)
        self.setGeometry(room.width() - _WIDTH - _SCROLL_BAR, 0, _WIDTH, self.sizeHint().height())

    def _button(self, formulier: Formulier, sleutel: str, titel: str) -> QWidget:
        button = push_button(
            f"{formulier.sleutel}.naar.{sleutel}",
            titel,
            lambda: self.section_wanted.emit(sleutel),
            look="navigation",
        )
        button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        return button
