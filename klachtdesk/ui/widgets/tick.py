"""Tick boxes and radio buttons whose edge can be seen: the style's own is too faint on our grounds."""

from PySide6.QtCore import QPoint, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QCheckBox, QRadioButton, QSizePolicy

from klachtdesk.ui.icons import paint_icon
from klachtdesk.ui.theme import colors

_SIDE = 17
_GAP = 8
_PADDING = 4
_ROUND = 4.0
_WORDS = Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextShowMnemonic
_ARROWS = (Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_Left, Qt.Key.Key_Right)


class TickBox(QCheckBox):
    """A tick box."""

    def sizeHint(self) -> QSize:
        """Return the size of box and text."""
        return _size(self)

    def minimumSizeHint(self) -> QSize:
        """Return the size of box and text."""
        return _size(self)

    def heightForWidth(self, width: int) -> int:
        """Return the height of the text when it is wrapped to a width (see `wrap_words`)."""
        return _height(self, width)

    def hitButton(self, pos: QPoint) -> bool:
        """Take a click anywhere on it."""
        return self.rect().contains(pos)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw it."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = _paint_ground(painter, self)
        paint_tick(painter, box, _edge(self), checked=self.isChecked(), enabled=self.isEnabled())
        painter.end()


class RadioChoice(QRadioButton):
    """One of several answers that exclude each other."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Let an arrow choose what it goes to, also when nothing was chosen before."""
        super().keyPressEvent(event)
        there = self.window().focusWidget()
        if event.key() in _ARROWS and isinstance(there, RadioChoice) and not there.isChecked():
            there.click()

    def sizeHint(self) -> QSize:
        """Return the size of disc and text."""
        return _size(self)

    def minimumSizeHint(self) -> QSize:
        """Return the size of disc and text."""
        return _size(self)

    def heightForWidth(self, width: int) -> int:
        """Return the height of the text when it is wrapped to a width (see `wrap_words`)."""
        return _height(self, width)

    def hitButton(self, pos: QPoint) -> bool:
        """Take a click anywhere on it."""
        return self.rect().contains(pos)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw it."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = _paint_ground(painter, self)
        painter.setPen(QPen(QColor(_edge(self)), 1.4))
        painter.setBrush(QColor(colors().surface))
        painter.drawEllipse(box)
        if self.isChecked():
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(_edge(self)))
            painter.drawEllipse(box.adjusted(4, 4, -4, -4))
        painter.end()


def paint_tick(painter: QPainter, box: QRectF, edge: str, *, checked: bool, enabled: bool) -> None:
    """Draw the box of a tick, with an edge in this colour."""
    named = colors()
    painter.setPen(QPen(QColor(edge), 1.4))
    painter.setBrush(QColor(named.accent if checked and enabled else named.surface))
    painter.drawRoundedRect(box, _ROUND, _ROUND)
    if checked:
        paint_icon(
            painter,
            box.adjusted(1.5, 1.5, -1.5, -1.5),
            "check",
            named.on_accent if enabled else named.muted,
        )


def wrap_words(button: TickBox | RadioChoice) -> None:
    """Let a long text go on on the next line, instead of asking for all the width it needs."""
    policy = QSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Minimum)
    policy.setHeightForWidth(True)
    button.setSizePolicy(policy)


def _height(button: QAbstractButton, width: int) -> int:
    room = QRect(0, 0, max(1, width - _PADDING - _SIDE - _GAP), 0)
    text = button.fontMetrics().boundingRect(room, _WORDS | Qt.TextFlag.TextWordWrap, button.text())
    return max(_SIDE, text.height()) + 2 * _PADDING


def _size(button: QAbstractButton) -> QSize:
    metrics = button.fontMetrics()
    text = metrics.size(Qt.TextFlag.TextShowMnemonic, button.text())
    return QSize(text.width() + _SIDE + _GAP + 3 * _PADDING, max(_SIDE, text.height()) + 2 * _PADDING)


def _edge(button: QAbstractButton) -> str:
    named = colors()
    if not button.isEnabled():
        return named.faint
    return named.accent if button.isChecked() or button.underMouse() else named.outline


def _paint_ground(painter: QPainter, button: QAbstractButton) -> QRectF:
    """Draw the focus ring and the text; return where the box or disc comes."""
    named = colors()
    if button.hasFocus():
        painter.setPen(QPen(QColor(named.accent), 2))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(QRectF(button.rect()).adjusted(1, 1, -1, -1), 5, 5)
    left = _PADDING + _SIDE + _GAP
    text = QRect(left, 0, button.width() - left, button.height())
    painter.setPen(QColor(named.text if button.isEnabled() else named.muted))
    painter.drawText(text, _WORDS | Qt.TextFlag.TextWordWrap, button.text())
    return QRectF(_PADDING + 0.5, (button.height() - _SIDE) / 2, _SIDE, _SIDE)
