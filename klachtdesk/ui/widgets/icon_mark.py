"""An icon on its own, as a picture in a page."""

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from klachtdesk.ui.icons import paint_icon
from klachtdesk.ui.theme import colors


class IconMark(QWidget):
    """Draws an icon in a colour of `Colors`, as the scheme has it at that moment."""

    def __init__(self, name: str, color: str, size: int) -> None:
        super().__init__()
        self._name = name
        self._color = color
        self.setFixedSize(size, size)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw it."""
        painter = QPainter(self)
        paint_icon(painter, QRectF(self.rect()), self._name, getattr(colors(), self._color))
        painter.end()
