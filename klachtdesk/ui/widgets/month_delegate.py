"""Draws the days of the month, with what is due on them; each kind has a shape of its own beside its words."""

from PySide6.QtCore import (
    QEvent,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QPoint,
    QRect,
    QRectF,
    Qt,
    Signal,
)
from PySide6.QtGui import QColor, QFont, QFontMetrics, QHelpEvent, QMouseEvent, QPainter, QPen, QPolygonF
from PySide6.QtWidgets import (
    QAbstractItemView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QToolTip,
)

from klachtdesk.ui.colors import Colors
from klachtdesk.ui.tables.maand import MaandModel, item_words
from klachtdesk.ui.theme import colors
from klachtdesk.views.termijn import KalenderDag, KalenderItem

Index = QModelIndex | QPersistentModelIndex
_PADDING = 5
_GAP = 2
_ROUND = 4.0


class MonthDelegate(QStyledItemDelegate):
    """Draws a day, and knows which item is where in it."""

    opened = Signal(int)
    """The id of the dossier whose item was clicked."""
    more_wanted = Signal(QModelIndex)

    def __init__(self, model: MaandModel, parent: QObject) -> None:
        super().__init__(parent)
        self._model = model

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw one day."""
        dag = self._model.dag(index)
        if dag is None:
            return
        named = colors()
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillRect(option.rect, QColor(_ground(dag, named)))
        self._paint_head(painter, option, dag, named)
        shown, rects, more = self._places(option.rect, option.font, dag)
        for item, rect in zip(shown, rects, strict=True):
            _paint_item(painter, rect, item, option.font, named)
        if more is not None:
            painter.setPen(QColor(named.muted))
            painter.setFont(option.font)
            painter.drawText(more, Qt.AlignmentFlag.AlignVCenter, f"+{len(dag.items) - len(shown)} meer")
        painter.setBrush(Qt.BrushStyle.NoBrush)
        if option.state & QStyle.StateFlag.State_Selected:
            painter.setPen(QPen(QColor(named.accent), 2))
            painter.drawRoundedRect(QRectF(option.rect).adjusted(1.5, 1.5, -1.5, -1.5), _ROUND, _ROUND)
        painter.restore()

    def editorEvent(self, event: QEvent, model: QObject, option: QStyleOptionViewItem, index: Index) -> bool:
        """Open the item that is clicked, or ask for all of a day."""
        if event.type() is QEvent.Type.MouseButtonRelease and isinstance(event, QMouseEvent):
            dag = self._model.dag(index)
            if dag is not None and event.button() is Qt.MouseButton.LeftButton:
                item, more = self._hit(option, dag, event.position().toPoint())
                if item is not None:
                    self.opened.emit(item.dossier_id)
                    return True
                if more:
                    self.more_wanted.emit(self._model.index(index.row(), index.column()))
                    return True
        return super().editorEvent(event, model, option, index)  # type: ignore[arg-type]

    def helpEvent(
        self, event: QHelpEvent, view: QAbstractItemView, option: QStyleOptionViewItem, index: Index
    ) -> bool:
        """Show an item in full where its text did not fit."""
        dag = self._model.dag(index)
        if dag is None or event.type() is not QEvent.Type.ToolTip:
            return False
        item, _more = self._hit(option, dag, event.pos())
        QToolTip.showText(event.globalPos(), item_words(item) if item else dag.feestdag or "", view)
        return True

    def _paint_head(
        self, painter: QPainter, option: QStyleOptionViewItem, dag: KalenderDag, named: Colors
    ) -> None:
        metrics = QFontMetrics(option.font)
        side = metrics.height() + 4
        place = QRect(option.rect.left() + _PADDING, option.rect.top() + 3, side + 2, side)
        bold = QFont(option.font)
        bold.setBold(dag.vandaag)
        painter.setFont(bold)
        if dag.vandaag:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(named.accent))
            painter.drawRoundedRect(place, side / 2, side / 2)
        painter.setPen(
            QColor(named.on_accent if dag.vandaag else named.text if dag.in_maand else named.muted)
        )
        painter.drawText(place, Qt.AlignmentFlag.AlignCenter, str(dag.datum.day))
        if dag.feestdag:
            rest = QRect(place.right() + 4, place.top(), option.rect.right() - place.right() - 8, side)
            painter.setFont(option.font)
            painter.setPen(QColor(named.muted))
            words = metrics.elidedText(dag.feestdag, Qt.TextElideMode.ElideRight, rest.width())
            painter.drawText(rest, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight, words)

    def _places(
        self, cell: QRect, font: QFont, dag: KalenderDag
    ) -> tuple[tuple[KalenderItem, ...], list[QRect], QRect | None]:
        """Return what fits in a day and where, and where the rest is counted."""
        height = QFontMetrics(font).height() + 3
        top = cell.top() + height + 7
        room = max(0, (cell.bottom() - top - 2) // (height + _GAP))
        fits = len(dag.items) if len(dag.items) <= room else max(0, room - 1)
        rects = [
            QRect(cell.left() + 3, top + number * (height + _GAP), cell.width() - 7, height)
            for number in range(fits + 1)
        ]
        more = None if fits == len(dag.items) else rects[-1].adjusted(_PADDING, 0, 0, 0)
        return dag.items[:fits], rects[:fits], more

    def _hit(
        self, option: QStyleOptionViewItem, dag: KalenderDag, point: QPoint
    ) -> tuple[KalenderItem | None, bool]:
        shown, rects, more = self._places(option.rect, option.font, dag)
        for item, rect in zip(shown, rects, strict=True):
            if rect.contains(point):
                return item, False
        return None, more is not None and more.contains(point)


def paint_shape(painter: QPainter, box: QRectF, soort: str, color: str) -> None:
    """Draw the shape of a kind: a full disc for an end, a hollow diamond for a streefdatum, a tick for an action."""
    ink = QColor(color)
    painter.setPen(QPen(ink, 1.6))
    painter.setBrush(ink if soort == "einde" else Qt.BrushStyle.NoBrush)
    middle = box.center()
    if soort == "einde":
        painter.drawEllipse(box.adjusted(1, 1, -1, -1))
    elif soort == "streefdatum":
        painter.drawPolygon(
            QPolygonF(
                (
                    QPoint(round(middle.x()), round(box.top())),
                    QPoint(round(box.right()), round(middle.y())),
                    QPoint(round(middle.x()), round(box.bottom())),
                    QPoint(round(box.left()), round(middle.y())),
                )
            )
        )
    else:
        painter.drawRect(box.adjusted(1, 1, -1, -1))


def _ground(dag: KalenderDag, named: Colors) -> str:
    if not dag.in_maand:
        return named.window
    return named.sidebar if dag.weekend or dag.feestdag else named.surface


def _paint_item(painter: QPainter, rect: QRect, item: KalenderItem, font: QFont, named: Colors) -> None:
    ink, ground = (named.danger, named.danger_soft) if item.te_laat else (named.text, named.accent_soft)
    painter.setPen(Qt.PenStyle.NoPen)
    if item.soort != "streefdatum" or item.te_laat:
        painter.setBrush(QColor(ground))
    else:
        painter.setPen(QPen(QColor(named.outline), 1))
        painter.setBrush(QColor(named.surface))
    painter.drawRoundedRect(QRectF(rect).adjusted(0.5, 0.5, -0.5, -0.5), _ROUND, _ROUND)
    size = rect.height() - 9
    shape = QRectF(rect.left() + 5, rect.top() + 4.5, size, size)
    paint_shape(painter, shape, item.soort, named.danger if item.te_laat else named.accent)
    text = rect.adjusted(round(size) + 10, 0, -4, 0)
    painter.setFont(font)
    painter.setPen(QColor(ink))
    number = item.nummer.rsplit("-", 1)[-1]
    words = f"{'! ' if item.te_laat else ''}{number} {item.label}"
    metrics = QFontMetrics(font)
    painter.drawText(
        text,
        Qt.AlignmentFlag.AlignVCenter,
        metrics.elidedText(words, Qt.TextElideMode.ElideRight, text.width()),
    )
