"""A drop-down list that does not change under a scrolling mouse."""

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QWheelEvent
from PySide6.QtWidgets import QComboBox, QWidget

from klachtdesk.ui.icons import paint_icon
from klachtdesk.ui.theme import colors

_ARROW = 14


class Choice(QComboBox):
    """A combo box for forms that scroll: the wheel scrolls the form, unless the list is open."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMaxVisibleItems(16)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setMinimumContentsLength(12)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Leave the wheel to whatever scrolls around this."""
        event.ignore()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the box, then the arrow, which the style sheet can't tint."""
        super().paintEvent(event)
        painter = QPainter(self)
        rect = QRectF(self.width() - _ARROW - 9, (self.height() - _ARROW) / 2, _ARROW, _ARROW)
        paint_icon(painter, rect, "chevron-down", colors().muted if self.isEnabled() else colors().faint)
        painter.end()
