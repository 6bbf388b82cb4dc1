"""Draws one day of the calendar: its number, its feestdag, and what is due as chips.

Where everything stands is worked out apart from drawing it, so that a click finds what the eye sees.
"""

from dataclasses import dataclass

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from klachtdesk.ui.colors import Colors
from klachtdesk.ui.icons import paint_icon
from klachtdesk.ui.kalender.model import DAG
from klachtdesk.ui.kalender.words import KINDS, chip_text, day_and_month, feestdag, short_what, who
from klachtdesk.ui.theme import colors
from klachtdesk.views.termijn import KalenderDag, KalenderItem

_EDGE = 4
_GAP = 3
_ICON = 13
_CORNER = 4.0
_BAR = 3
_BADGE = 24
_NAME_SHOWS = 1.4
"""How many times as wide as the dossier's number a line must be to show some of the name after it."""
_DIMMED = 0.75
_SMALLER = 1.0
"""Points by which the text of chips is smaller than the window's."""


@dataclass(frozen=True, slots=True)
class DayLayout:
    """Where things stand in a day; `more` tells of the items that had no room."""

    head: QRect
    chips: tuple[tuple[KalenderItem, QRect], ...]
    more: QRect | None
    hidden: tuple[KalenderItem, ...]

    def item_at(self, place: QPointF) -> KalenderItem | None:
        """Return the item whose chip is at a place."""
        return next((item for item, rect in self.chips if rect.contains(place.toPoint())), None)

    def is_more(self, place: QPointF) -> bool:
        """Tell whether a place is on "+3 meer"."""
        return self.more is not None and self.more.contains(place.toPoint())


def small_font(font: QFont) -> QFont:
    """Return the font of chips: a little smaller than that of the window."""
    small = QFont(font)
    small.setPointSizeF(font.pointSizeF() - _SMALLER)
    return small


def lowest_row(font: QFont) -> int:
    """Return the height in pixels below which a day can't show one chip, or how many there are."""
    return _EDGE * 2 + _BADGE + _GAP + _chip_height(font, lines=1)


def lay_out(rect: QRect, dag: KalenderDag, font: QFont) -> DayLayout:
    """Give each item of a day its place: chips of two lines when all fit so, else of one line."""
    head = QRect(rect.left() + _EDGE, rect.top() + _EDGE, rect.width() - 2 * _EDGE, _BADGE)
    top = head.bottom() + 1 + _GAP
    room = rect.bottom() - _EDGE - top + 1
    high = _chip_height(font, lines=2)
    if len(dag.items) * (high + _GAP) - _GAP > room:
        high = _chip_height(font, lines=1)
    slots = max(0, (room + _GAP) // (high + _GAP))
    fitting = len(dag.items) if len(dag.items) <= slots else max(0, slots - 1)
    places = [QRect(head.left(), top + number * (high + _GAP), head.width(), high) for number in range(slots)]
    hidden = dag.items[fitting:]
    return DayLayout(
        head=head,
        chips=tuple(zip(dag.items[:fitting], places[:fitting], strict=True)),
        more=places[fitting] if hidden and fitting < len(places) else None,
        hidden=hidden,
    )


def _chip_height(font: QFont, *, lines: int) -> int:
    return lines * QFontMetrics(small_font(font)).height() + 2


class DayDelegate(QStyledItemDelegate):
    """Draws the cells of a month."""

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        """Draw a day: ground, lines, head, chips, and where the keyboard is."""
        dag: KalenderDag = index.data(DAG)
        named = colors()
        rect: QRect = option.rect
        state: QStyle.StateFlag = option.state
        font: QFont = option.font
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillRect(rect, QColor(_ground(dag, named)))
        painter.setPen(QColor(named.line))
        if index.row() < index.model().rowCount() - 1:
            painter.drawLine(rect.bottomLeft(), rect.bottomRight())
        if index.column() < index.model().columnCount() - 1:
            painter.drawLine(rect.topRight(), rect.bottomRight())
        places = lay_out(rect, dag, font)
        _draw_head(painter, places.head, dag, font, named)
        painter.setFont(small_font(font))
        painter.setOpacity(1.0 if dag.in_maand else _DIMMED)
        for item, place in places.chips:
            _draw_chip(painter, place, item, named)
        if places.more is not None:
            late = any(item.te_laat for item in places.hidden)
            painter.setPen(QColor(named.danger if late else named.accent))
            _draw_elided(painter, places.more.adjusted(_EDGE, 0, 0, 0), _more_words(places))
        painter.setOpacity(1.0)
        if QStyle.StateFlag.State_Selected in state:
            focused = QStyle.StateFlag.State_HasFocus in state
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(QColor(named.accent if focused else named.outline), 2 if focused else 1))
            painter.drawRoundedRect(QRectF(rect).adjusted(1.5, 1.5, -2.5, -2.5), _CORNER, _CORNER)
        painter.restore()


_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter


def _more_words(places: DayLayout) -> str:
    number = len(places.hidden)
    late = sum(item.te_laat for item in places.hidden)
    if places.chips:
        return f"+{number} meer, {late} te laat" if late else f"+{number} meer"
    return f"{number}, {late} te laat" if late else f"{number} datums"


def _ground(dag: KalenderDag, named: Colors) -> str:
    if dag.weekend or dag.feestdag or not dag.in_maand:
        return named.window
    return named.surface


def _draw_head(painter: QPainter, rect: QRect, dag: KalenderDag, font: QFont, named: Colors) -> None:
    """Draw the number of the day, with its month where that is another, and the feestdag beside it."""
    number = str(dag.datum.day) if dag.in_maand else day_and_month(dag.datum)
    bold = QFont(font)
    bold.setBold(dag.vandaag)
    painter.setFont(bold)
    width = max(_BADGE, QFontMetrics(bold).horizontalAdvance(number) + 10)
    badge = QRect(rect.left(), rect.top(), width, _BADGE)
    if dag.vandaag:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(named.accent))
        painter.drawRoundedRect(badge, _BADGE / 2, _BADGE / 2)
        painter.setPen(QColor(named.on_accent))
    else:
        painter.setPen(QColor(named.text if dag.in_maand else named.faint))
    painter.drawText(badge, Qt.AlignmentFlag.AlignCenter, number)
    if dag.feestdag:
        painter.setFont(small_font(font))
        painter.setPen(QColor(named.muted if dag.in_maand else named.faint))
        _draw_elided(painter, rect.adjusted(width + _GAP, 0, 0, 0), feestdag(dag))


def _draw_chip(painter: QPainter, rect: QRect, item: KalenderItem, named: Colors) -> None:
    """Draw an item: its shape and icon tell the kind, a warning sign and red that it is late."""
    _draw_shape(painter, rect, item, named)
    ink = named.danger if item.te_laat else named.text
    line = QFontMetrics(painter.font()).height()
    one_line = rect.height() < 2 * line
    inside = rect.adjusted(_BAR + 4, 1, -_EDGE, -1)
    above = QRect(inside.left(), inside.top(), inside.width(), line)
    below = above if one_line else above.translated(0, line)
    if item.te_laat:
        sign = QRect(above.right() - _ICON + 1, above.top(), _ICON, line)
        _draw_icon(painter, sign, "triangle-alert", named.danger)
        above = above.adjusted(0, 0, -_ICON - 2, 0)
    kind = QRect(below.left(), below.top(), _ICON, line)
    _draw_icon(painter, kind, KINDS[item.soort].icon, named.danger if item.te_laat else named.accent)
    painter.setPen(QColor(ink))
    if one_line:
        _draw_fitting(painter, above.adjusted(_ICON + 4, 0, 0, 0), chip_text(item), item)
        return
    _draw_fitting(painter, above, who(item), item)
    painter.setPen(QColor(ink if item.te_laat else named.muted))
    _draw_elided(painter, below.adjusted(_ICON + 4, 0, 0, 0), short_what(item))


def _draw_fitting(painter: QPainter, rect: QRect, words: str, item: KalenderItem) -> None:
    """Draw words that begin with the number of the dossier; where that would be all, the name says more."""
    narrow = QFontMetrics(painter.font()).horizontalAdvance(item.nummer) * _NAME_SHOWS > rect.width()
    _draw_elided(painter, rect, item.klager if narrow and item.klager else words)


def _draw_icon(painter: QPainter, rect: QRect, name: str, color: str) -> None:
    """Draw an icon in the middle of the height of a rectangle as wide as it is."""
    top = rect.top() + (rect.height() - _ICON) / 2
    paint_icon(painter, QRectF(rect.left(), top, _ICON, _ICON), name, color)


def _draw_shape(painter: QPainter, rect: QRect, item: KalenderItem, named: Colors) -> None:
    """Draw what lies under an item: an end is a filled block with a bar, a streefdatum round, an actiepunt dashed."""
    edge, soft = (named.danger, named.danger_soft) if item.te_laat else (named.accent, named.accent_soft)
    box = QRectF(rect).adjusted(0.5, 0.5, -0.5, -0.5)
    if item.soort == "einde":
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(soft))
        painter.drawRect(box)
        painter.fillRect(QRectF(rect.left(), rect.top(), _BAR, rect.height()), QColor(edge))
        return
    painter.setBrush(QColor(soft if item.te_laat else named.surface))
    dashed = item.soort == "actiepunt"
    painter.setPen(QPen(QColor(edge), 1, Qt.PenStyle.DashLine if dashed else Qt.PenStyle.SolidLine))
    corner = _CORNER if dashed else min(9.0, rect.height() / 2)
    painter.drawRoundedRect(box, corner, corner)


def _draw_elided(painter: QPainter, rect: QRect, text: str) -> None:
    words = QFontMetrics(painter.font()).elidedText(text, Qt.TextElideMode.ElideRight, rect.width())
    painter.drawText(rect, _LEFT, words)
