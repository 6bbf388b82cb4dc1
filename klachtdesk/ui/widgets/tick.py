"""Tick boxes and radio buttons whose edge can be seen: the style's own is too faint on our grounds."""

from typing import TYPE_CHECKING

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

if TYPE_CHECKING:
    _Button = QAbstractButton
else:
    _Button = object  # what stands beside a class of Qt among the bases can't be one of Qt itself


class _WithMark(_Button):
    """What the two share: a mark before words that may wrap, and a click anywhere counts."""

    def sizeHint(self) -> QSize:
        """Return the size of mark and text."""
        metrics = self.fontMetrics()
        text = metrics.size(Qt.TextFlag.TextShowMnemonic, self.text())
        return QSize(text.width() + _SIDE + _GAP + 3 * _PADDING, max(_SIDE, text.height()) + 2 * _PADDING)

    def minimumSizeHint(self) -> QSize:
        """Return the size of mark and text."""
        return self.sizeHint()

    def heightForWidth(self, width: int) -> int:
        """Return the height of the text when it is wrapped to a width (see `wrap_words`)."""
        room = QRect(0, 0, max(1, width - _PADDING - _SIDE - _GAP), 0)
        text = self.fontMetrics().boundingRect(room, _WORDS | Qt.TextFlag.TextWordWrap, self.text())
        return max(_SIDE, text.height()) + 2 * _PADDING

    def hitButton(self, pos: QPoint) -> bool:
        """Take a click anywhere on it."""
        return self.rect().contains(pos)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the focus ring, the text and the mark."""
        named = colors()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self.hasFocus():
            painter.setPen(QPen(QColor(named.accent), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), 5, 5)
        left = _PADDING + _SIDE + _GAP
        text = QRect(left, 0, self.width() - left, self.height())
        painter.setPen(QColor(named.text if self.isEnabled() else named.muted))
        painter.drawText(text, _WORDS | Qt.TextFlag.TextWordWrap, self.text())
        self._paint_mark(painter, QRectF(_PADDING + 0.5, (self.height() - _SIDE) / 2, _SIDE, _SIDE))
        painter.end()

    def _paint_mark(self, painter: QPainter, place: QRectF) -> None:
        raise NotImplementedError

    def _edge(self) -> str:
        named = colors()
        if not self.isEnabled():
            return named.faint
        return named.accent if self.isChecked() or self.underMouse() else named.outline


class TickBox(_WithMark, QCheckBox):
    """A tick box."""

    def _paint_mark(self, painter: QPainter, place: QRectF) -> None:
        paint_tick(painter, place, self._edge(), checked=self.isChecked(), enabled=self.isEnabled())


class RadioChoice(_WithMark, QRadioButton):
    """One of several answers that exclude each other."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Let an arrow choose what it goes to, also when nothing was chosen before."""
        super().keyPressEvent(event)
        there = self.window().focusWidget()
        if event.key() in _ARROWS and isinstance(there, RadioChoice) and not there.isChecked():
            there.click()

    def _paint_mark(self, painter: QPainter, place: QRectF) -> None:
        edge = QColor(self._edge())
        painter.setPen(QPen(edge, 1.4))
        painter.setBrush(QColor(colors().surface))
        painter.drawEllipse(place)
        if self.isChecked():
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(edge)
            painter.drawEllipse(place.adjusted(4, 4, -4, -4))


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
