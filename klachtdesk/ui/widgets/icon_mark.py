"""An icon on its own, as a picture in a page or as a mark before words."""

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QWidget

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


def marked(mark: IconMark, words: QLabel, spacing: int = 10) -> QHBoxLayout:
    """Return words with a mark before their first line; `spacing` is what stands between, in pixels."""
    row = QHBoxLayout()
    row.setSpacing(spacing)
    row.addWidget(mark, 0, Qt.AlignmentFlag.AlignTop)
    row.addWidget(words, 1)
    return row
