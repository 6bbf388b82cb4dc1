"""The grid of the calendar: a table of weeks, moved through by keyboard and opened by click or Enter."""

from datetime import date, timedelta

from PySide6.QtCore import QEvent, QItemSelectionModel, QPointF, Qt, Signal
from PySide6.QtGui import QHelpEvent, QKeyEvent, QMouseEvent, QResizeEvent
from PySide6.QtWidgets import QHeaderView, QTableView, QToolTip

from klachtdesk.dutch import WEEKDAGEN
from klachtdesk.ui.kalender.day_list import DayList
from klachtdesk.ui.kalender.model import DAG, Index, MonthModel
from klachtdesk.ui.kalender.paint import DayDelegate, DayLayout, lay_out, lowest_row
from klachtdesk.ui.kalender.words import feestdag, item_words
from klachtdesk.ui.widgets.controls import as_tip
from klachtdesk.views.termijn import KalenderDag, KalenderMaand

_WEEK = len(WEEKDAGEN)
_HEADER_MARGIN = 14
_MOVES = {
    Qt.Key.Key_Left: -1,
    Qt.Key.Key_Right: 1,
    Qt.Key.Key_Up: -_WEEK,
    Qt.Key.Key_Down: _WEEK,
}


class MonthGrid(QTableView):
    """Shows a month. A table, so that a screen reader knows it as one and reads each day in words."""

    item_chosen = Signal(object)
    """The KalenderItem that was clicked, or chosen with Enter."""
    day_chosen = Signal(object)
    """A date of the month that is shown."""
    day_wanted = Signal(object)
    """A date that the keyboard went to and that is of another month."""
    month_wanted = Signal(int)
    """-1 for the month before, 1 for the one after."""
    today_wanted = Signal()

    def __init__(self, name: str) -> None:
        super().__init__()
        self.setObjectName(name)
        self.setProperty("look", "maand")
        self._model = MonthModel(self)
        self.setModel(self._model)
        self.setItemDelegate(DayDelegate(self))
        self.setSelectionMode(QTableView.SelectionMode.SingleSelection)
        self.setEditTriggers(QTableView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setShowGrid(False)
        self.setTabKeyNavigation(False)
        self.setCornerButtonEnabled(False)
        self.setMouseTracking(True)
        for header in (self.horizontalHeader(), self.verticalHeader()):
            header.setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
            header.setSectionsClickable(False)
            header.setHighlightSections(False)
            header.setProperty("look", "maand")
        self.verticalHeader().setDefaultAlignment(
            Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignVCenter
        )
        self.verticalHeader().setMinimumSectionSize(lowest_row(self.font()))
        self.horizontalHeader().setMinimumSectionSize(60)

    def show_month(self, maand: KalenderMaand, day: date) -> None:
        """Show a month with a day of it chosen."""
        self._model.show(maand)
        self.choose(day)

    def dagen(self) -> tuple[KalenderDag, ...]:
        """Return all days that are shown."""
        return self._model.dagen()

    def day(self) -> date | None:
        """Return the day that is chosen."""
        index = self.currentIndex()
        return self._dag(index).datum if index.isValid() else None

    def choose(self, day: date) -> bool:
        """Choose a day; return False when it is not of the month that is shown."""
        index = self._model.index_of(day)
        if not index.isValid() or not self._dag(index).in_maand:
            return False
        self.selectionModel().setCurrentIndex(index, QItemSelectionModel.SelectionFlag.ClearAndSelect)
        return True

    def open_day(self) -> None:
        """Open what is on the chosen day: its only item, or the list of all."""
        index = self.currentIndex()
        if not index.isValid():
            return
        items = self._dag(index).items
        if len(items) == 1:
            self.item_chosen.emit(items[0])
        elif items:
            self._open_list(index)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Move by day, week and month; Enter opens the day, Home goes to today."""
        key = Qt.Key(event.key())
        day = self.day()
        if key in _MOVES and day is not None:
            self._move_to(day, _MOVES[key])
        elif key in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.open_day()
        elif key in {Qt.Key.Key_PageUp, Qt.Key.Key_PageDown}:
            self.month_wanted.emit(1 if key is Qt.Key.Key_PageDown else -1)
        elif key is Qt.Key.Key_Home:
            self.today_wanted.emit()
        else:
            super().keyPressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Open what was clicked: an item, or the list behind "+3 meer"."""
        super().mouseReleaseEvent(event)
        index = self.indexAt(event.position().toPoint())
        if event.button() is not Qt.MouseButton.LeftButton or not index.isValid():
            return
        places = self._places(index)
        item = places.item_at(event.position())
        if item is not None:
            self.item_chosen.emit(item)
        elif places.is_more(event.position()):
            self._open_list(index)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Show a hand over what can be clicked."""
        super().mouseMoveEvent(event)
        self.viewport().setCursor(
            Qt.CursorShape.PointingHandCursor
            if self._can_click(event.position())
            else Qt.CursorShape.ArrowCursor
        )

    def viewportEvent(self, event: QEvent) -> bool:
        """Tell in a tool tip what an item is, or which feestdag it is."""
        if event.type() is QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            QToolTip.showText(event.globalPos(), as_tip(self.tip_at(QPointF(event.pos()))), self.viewport())
            return True
        return super().viewportEvent(event)

    def tip_at(self, place: QPointF) -> str:
        """Return what there is to say about a place in the grid."""
        index = self.indexAt(place.toPoint())
        if not index.isValid():
            return ""
        item = self._places(index).item_at(place)
        return item_words(item) if item is not None else feestdag(self._dag(index))

    def changeEvent(self, event: QEvent) -> None:
        """Keep room for one chip when the font changes."""
        super().changeEvent(event)
        if event.type() is QEvent.Type.FontChange:
            self.verticalHeader().setMinimumSectionSize(lowest_row(self.font()))

    def currentChanged(self, current: Index, previous: Index) -> None:
        """Tell which day was chosen."""
        super().currentChanged(current, previous)
        if current.isValid() and self._dag(current).in_maand:
            self.day_chosen.emit(self._dag(current).datum)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Name the days as long as there is room for."""
        super().resizeEvent(event)
        metrics = self.horizontalHeader().fontMetrics()
        widest = max(metrics.horizontalAdvance(name) for name in WEEKDAGEN)
        self._model.shorten(short=widest + _HEADER_MARGIN > self.viewport().width() / len(WEEKDAGEN))

    def _move_to(self, day: date, away: int) -> None:
        try:
            wanted = day + timedelta(days=away)
        except OverflowError:
            return
        if not self.choose(wanted):
            self.day_wanted.emit(wanted)

    def _can_click(self, place: QPointF) -> bool:
        index = self.indexAt(place.toPoint())
        if not index.isValid():
            return False
        places = self._places(index)
        return places.item_at(place) is not None or places.is_more(place)

    def _open_list(self, index: Index) -> None:
        popup = DayList(self._dag(index), self)
        popup.chosen.connect(self.item_chosen)
        popup.open_at(self.viewport().mapToGlobal(self.visualRect(index).topLeft()))

    def _places(self, index: Index) -> DayLayout:
        return lay_out(self.visualRect(index), self._dag(index), self.font())

    def _dag(self, index: Index) -> KalenderDag:
        dag: KalenderDag = index.data(DAG)
        return dag
