"""The icons (lucide), drawn in the colour of the text around them, light or dark."""

from functools import cache

from PySide6.QtCore import QByteArray, QPoint, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QIcon, QIconEngine, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

from klachtdesk import assets
from klachtdesk.ui.theme import colors


def icon(name: str, color: str = "text") -> QIcon:
    """Return the icon `resources/icons/<name>.svg` in a colour of `Colors`, as the scheme has it."""
    return QIcon(_TintedEngine(name, color))


def paint_icon(painter: QPainter, rect: QRectF, name: str, color: str) -> None:
    """Draw an icon in a rectangle, in a `#rrggbb` colour."""
    _renderer(name, color).render(painter, rect)


class _TintedEngine(QIconEngine):
    """Draws an icon in the colours of the moment, so that a change of scheme asks nothing of anybody."""

    def __init__(self, name: str, color: str) -> None:
        super().__init__()
        self._name = name
        self._color = color

    def paint(self, painter: QPainter, rect: QRect, mode: QIcon.Mode, _state: QIcon.State) -> None:
        """Draw it, faint when it is switched off."""
        named = "faint" if mode is QIcon.Mode.Disabled else self._color
        side = min(rect.width(), rect.height())
        paint_icon(painter, QRectF(rect.x(), rect.y(), side, side), self._name, getattr(colors(), named))

    def pixmap(self, size: QSize, mode: QIcon.Mode, state: QIcon.State) -> QPixmap:
        """Return it as a picture; a null one where there is no room for it."""
        pixmap = QPixmap(size)
        if pixmap.isNull():
            return pixmap
        pixmap.fill(Qt.GlobalColor.transparent)
        painter = QPainter(pixmap)
        self.paint(painter, QRect(QPoint(0, 0), size), mode, state)
        painter.end()
        return pixmap

    def clone(self) -> QIconEngine:
        """Return another like it."""
        return _TintedEngine(self._name, self._color)


@cache
def _renderer(name: str, color: str) -> QSvgRenderer:
    svg = assets.read_bytes("icons", f"{name}.svg").replace(b"currentColor", color.encode())
    return QSvgRenderer(QByteArray(svg))
