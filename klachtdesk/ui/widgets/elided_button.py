"""A button that shortens its words where there is no room for them: names can be long."""

from collections.abc import Callable

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QPushButton, QSizePolicy, QStyle, QStyleOptionButton, QStylePainter

from klachtdesk.ui.widgets.controls import as_tip, dress_button

_LEAST = 8
"""Width of an average letter, so many times, that stays however narrow it gets."""


class ElidedButton(QPushButton):
    """Shows its words literally and ends them with "…" when they do not fit; a screen reader says all of them."""

    def __init__(
        self, name: str, words: str, on_click: Callable[[], object], *, look: str = "", icon: str = ""
    ) -> None:
        super().__init__(words.replace("&", "&&"))
        dress_button(self, name, on_click, look=look, icon=icon)
        self.setAccessibleName(words)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)

    def minimumSizeHint(self) -> QSize:
        """Return a width that is enough for the first word."""
        return QSize(_LEAST * self.fontMetrics().averageCharWidth(), super().sizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Say all the words in the tool tip when they do not fit."""
        super().resizeEvent(event)
        shortened = event.size().width() < self.sizeHint().width()
        self.setToolTip(as_tip(self.text().replace("&&", "&")) if shortened else "")

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the button with as many of its words as fit."""
        option = QStyleOptionButton()
        self.initStyleOption(option)
        room = self.style().subElementRect(QStyle.SubElement.SE_PushButtonContents, option, self)
        width = room.width() - (0 if self.icon().isNull() else self.iconSize().width() + 4)
        mode, flag = Qt.TextElideMode.ElideRight, Qt.TextFlag.TextShowMnemonic
        option.text = self.fontMetrics().elidedText(option.text, mode, width, flag)
        painter = QStylePainter(self)
        painter.drawControl(QStyle.ControlElement.CE_PushButton, option)
        painter.end()
