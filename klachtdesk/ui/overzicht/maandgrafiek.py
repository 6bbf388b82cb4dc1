"""The months as columns: what came in beside what was closed. Told apart by how dark they are, as in the report."""

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from klachtdesk.dutch import dutch_number
from klachtdesk.ui.overzicht.rasters import short_month
from klachtdesk.ui.theme import colors

Maand = tuple[str, int, int]
"""Its name, what came in, and what was closed."""

_PLOT = 132
_TOP = 26
_BOTTOM = 24
_LEFT = 34
_AIR = 8
_STEPS = 4
_WIDEST_COLUMN = 18
_NAMES = ("Binnengekomen", "Afgesloten")
_ROUND = (1, 2, 3, 4, 5, 6, 8, 10, 12, 15, 20, 25)


class Maandgrafiek(QWidget):
    """Draws the months; the numbers themselves stand in the tables by month."""

    def __init__(self, maanden: Sequence[Maand]) -> None:
        super().__init__()
        self.setObjectName("overzicht.maandgrafiek")
        self._maanden = tuple(maanden)
        self._left = _LEFT
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName("Binnengekomen en afgesloten per maand")
        self.setAccessibleDescription(
            "; ".join(f"{name}: {came} binnen, {went} afgesloten" for name, came, went in maanden)
        )

    def sizeHint(self) -> QSize:
        """Return the height of the columns with what stands above and below them."""
        return QSize(480, _TOP + _PLOT + _BOTTOM)

    def minimumSizeHint(self) -> QSize:
        """Return a size in which the columns can still be told apart."""
        return QSize(240, _TOP + _PLOT + _BOTTOM)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the scale, the columns, their names and the legend."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        most = scale_end(max((max(came, went) for _name, came, went in self._maanden), default=0))
        self._left = max(_LEFT, painter.fontMetrics().horizontalAdvance(dutch_number(most)) + _AIR + 4)
        self._draw_scale(painter, most)
        slot = (self.width() - self._left) / max(1, len(self._maanden))
        every = -(-self._widest_name(painter) // max(1, int(slot)))  # names that have no room are left out
        for place, (name, came, went) in enumerate(self._maanden):
            middle = self._left + slot * (place + 0.5)
            wide = min(slot * 0.34, _WIDEST_COLUMN)
            self._draw_column(painter, middle - wide - 1, wide, came / most, colors().accent)
            self._draw_column(painter, middle + 1, wide, went / most, colors().outline)
            if place % every == 0:
                self._draw_name(painter, middle, slot * every, short_month(name))
        self._draw_legend(painter)
        painter.end()

    def _widest_name(self, painter: QPainter) -> int:
        metrics = painter.fontMetrics()
        return (
            max(
                (metrics.horizontalAdvance(short_month(name)) for name, _came, _went in self._maanden),
                default=0,
            )
            + 6
        )

    def _draw_scale(self, painter: QPainter, most: int) -> None:
        for step in range(_STEPS + 1):
            if most * step % _STEPS:
                continue
            y = _TOP + _PLOT * (1 - step / _STEPS)
            painter.setPen(QPen(QColor(colors().line), 1))
            painter.drawLine(QPointF(self._left, y), QPointF(self.width(), y))
            painter.setPen(QColor(colors().muted))
            room = QRectF(0, y - 10, self._left - _AIR, 20)
            right = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
            painter.drawText(room, right, dutch_number(most * step // _STEPS))

    def _draw_column(self, painter: QPainter, x: float, wide: float, part: float, color: str) -> None:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(color))
        painter.drawRect(QRectF(x, _TOP + _PLOT * (1 - part), wide, _PLOT * part))

    def _draw_name(self, painter: QPainter, middle: float, room: float, name: str) -> None:
        painter.setPen(QColor(colors().muted))
        place = QRectF(middle - room / 2, _TOP + _PLOT + 2, room, _BOTTOM - 2)
        painter.drawText(place, Qt.AlignmentFlag.AlignCenter, name)

    def _draw_legend(self, painter: QPainter) -> None:
        x = float(self._left)
        for name, color in zip(_NAMES, (colors().accent, colors().outline), strict=True):
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(color))
            painter.drawRect(QRectF(x, 4, 10, 10))
            painter.setPen(QColor(colors().text))
            wide = painter.fontMetrics().horizontalAdvance(name)
            painter.drawText(QRectF(x + 16, 0, wide + 4, 18), Qt.AlignmentFlag.AlignVCenter, name)
            x += wide + 40


def scale_end(most: int) -> int:
    """Return the end of the scale: at least `most`, and four equal steps of a round number where that is enough."""
    tens: int = 10 ** max(len(str(most)) - 2, 0)
    return next(_STEPS * tens * step for step in _ROUND if _STEPS * tens * step >= most)
