"""A grid of the overview on the screen: as high as its rows, with bars, and numbers to press."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QFocusEvent,
    QFontMetrics,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPen,
    QResizeEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QHeaderView,
    QScrollArea,
    QSizePolicy,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)

from klachtdesk.ui.overzicht.raster_model import Index, RasterModel
from klachtdesk.ui.overzicht.rasters import Plek, Raster
from klachtdesk.ui.theme import colors

_ENTER = frozenset({Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space})
_BAR = 9
_LABEL_PART = 0.42
"""Of the width of a grid with bars, for the names of its rows: so the bars of all grids begin at the same place."""
_ROOM_FOR_BARS = 520
"""Pixels of the grid below which the bars give way to the words."""
_AIR = 10
_PADDING, _LITTLE_PADDING = 24, 15
"""Pixels around a number; the little where the numbers would not fit otherwise."""
_LABEL = 150
"""Pixels that the name of a row has at least."""


class RasterView(QTableView):
    """Arrows go from number to number; Enter or a click asks for the dossiers behind one."""

    plek_wanted = Signal(object)
    """A `Plek`."""

    def __init__(self, raster: Raster) -> None:
        super().__init__()
        self.setObjectName(f"overzicht.{raster.sleutel}")
        self.setAccessibleName(raster.titel)
        self.setProperty("look", "raster")
        self._model = RasterModel(raster, self)
        self._bars = [place for place, vak in enumerate(raster.rijen[0]) if vak.staaf is not None]
        self.setModel(self._model)
        self.setItemDelegate(_BarDelegate(self))
        self.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setTabKeyNavigation(False)
        self.setShowGrid(False)
        self.setWordWrap(True)
        self.setMouseTracking(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.verticalHeader().hide()
        head = self.horizontalHeader()
        head.setMinimumSectionSize(24)
        head.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        head.setHighlightSections(False)
        head.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.clicked.connect(self._on_clicked)

    def place(self) -> tuple[str, int] | None:
        """Return at which number the keyboard is or was: the name of its row, and the column."""
        index = self.currentIndex()
        return (self._model.raster.rijen[index.row()][0].tekst, index.column()) if index.isValid() else None

    def go_to(self, place: tuple[str, int] | None) -> None:
        """Go to a number where another showing of this grid was, if it has that row."""
        for row, cells in enumerate(self._model.raster.rijen):
            if place is not None and cells[0].tekst == place[0] and place[1] < len(cells):
                self.setCurrentIndex(self._model.index(row, place[1]))

    def minimumSizeHint(self) -> QSize:
        """Ask for little width: the names of the rows wrap."""
        return QSize(_LABEL, self.height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Give the names of the rows what the numbers leave, and take the height of all rows."""
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self._fit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Show the dossiers behind the number at which the keyboard is."""
        if event.key() in _ENTER:
            self._ask(self.currentIndex())
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Begin at the first number."""
        fresh = not self.currentIndex().isValid()
        super().focusInEvent(event)
        if fresh:
            self.setCurrentIndex(self._first_number())
        self._show_current()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Take the mark away."""
        super().focusOutEvent(event)
        self.viewport().update()

    def currentChanged(self, current: Index, previous: Index) -> None:
        """Keep the number at which the keyboard is in sight."""
        super().currentChanged(current, previous)
        self.viewport().update()
        if self.hasFocus():
            self._show_current()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Show a hand over what can be pressed."""
        super().mouseMoveEvent(event)
        index = self.indexAt(event.position().toPoint())
        presses = index.isValid() and self._model.vak(index).plek is not None
        shape = Qt.CursorShape.PointingHandCursor if presses else Qt.CursorShape.ArrowCursor
        self.viewport().setCursor(shape)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Leave the wheel to the page."""
        event.ignore()

    def _first_number(self) -> QModelIndex:
        for row, cells in enumerate(self._model.raster.rijen):
            for column, vak in enumerate(cells):
                if vak.plek is not None:
                    return self._model.index(row, column)
        return self._model.index(0, 0)

    def _show_current(self) -> None:
        area = self.parentWidget()
        while area is not None and not isinstance(area, QScrollArea):
            area = area.parentWidget()
        content = area.widget() if isinstance(area, QScrollArea) else None
        if isinstance(area, QScrollArea) and content is not None:
            rect = self.visualRect(self.currentIndex())
            middle = self.viewport().mapTo(content, rect.center())
            area.ensureVisible(middle.x(), middle.y(), 0, rect.height() + 2 * _PADDING)

    def _fit(self) -> None:
        width = self.width() - 2 * self.frameWidth()
        names = min(_LABEL, self._widest(0) + _PADDING)
        numbers = [column for column in range(1, self._model.columnCount()) if column not in self._bars]
        widths = {column: self._widest(column) for column in numbers}
        fits = names + sum(widths.values()) + _PADDING * len(widths) <= width
        padding = _PADDING if fits else _LITTLE_PADDING
        left = width
        for column, wide in widths.items():
            self.setColumnWidth(column, wide + padding)
            left -= wide + padding
        with_bars = bool(self._bars) and width >= _ROOM_FOR_BARS and left > 2 * _LABEL
        for column in self._bars:
            self.setColumnHidden(column, not with_bars)
        label = min(round(width * _LABEL_PART), left - _LABEL) if with_bars else max(names, left)
        self.setColumnWidth(0, label)
        for column in self._bars:
            self.setColumnWidth(column, left - label)
        self.resizeRowsToContents()
        height = sum(self.rowHeight(row) for row in range(self._model.rowCount()))
        height += self.horizontalHeader().sizeHint().height() + 2 * self.frameWidth()
        scrolls = left < names
        policy = Qt.ScrollBarPolicy.ScrollBarAlwaysOn if scrolls else Qt.ScrollBarPolicy.ScrollBarAlwaysOff
        self.setHorizontalScrollBarPolicy(policy)
        self.setFixedHeight(height + (self.horizontalScrollBar().sizeHint().height() if scrolls else 0))

    def _widest(self, column: int) -> int:
        """Return the width of the widest text in a column, what stands above it included."""
        texts = [self._model.raster.koppen[column], *(row[column].tekst for row in self._model.raster.rijen)]
        font = self.font()
        font.setBold(True)
        metrics = QFontMetrics(font)
        return max(metrics.horizontalAdvance(text) for text in texts)

    def _on_clicked(self, index: QModelIndex) -> None:
        self._ask(index)

    def _ask(self, index: Index) -> None:
        plek: Plek | None = self._model.vak(index).plek if index.isValid() else None
        if plek is not None:
            self.plek_wanted.emit(plek)


class _BarDelegate(QStyledItemDelegate):
    """Draws the bars, and a frame around the number at which the keyboard is."""

    def __init__(self, view: RasterView) -> None:
        super().__init__(view)
        self._view = view

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Draw one cell."""
        super().paint(painter, option, index)
        rect: QRect = option.rect
        model = index.model()
        vak = model.vak(index) if isinstance(model, RasterModel) else None
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if vak is not None and vak.staaf:
            length = max(2.0, (rect.width() - 2 * _AIR) * min(vak.staaf, 1.0))
            top = rect.y() + (rect.height() - _BAR) / 2
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(colors().accent))
            painter.drawRoundedRect(QRectF(rect.x() + _AIR, top, length, _BAR), 2, 2)
        view: QWidget = self._view
        if view.hasFocus() and index == self._view.currentIndex():
            painter.setPen(QPen(QColor(colors().accent), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(QRectF(rect).adjusted(2, 2, -2, -2), 4, 4)
        painter.restore()
