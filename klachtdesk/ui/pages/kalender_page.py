"""The calendar: what is due in a month, over all open dossiers."""

from collections.abc import Callable
from datetime import date, timedelta
from functools import partial

from PySide6.QtCore import QEvent, QModelIndex, QObject, QPoint, QRectF, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QHeaderView, QTableView, QVBoxLayout, QWidget

from klachtdesk.services.changes import Changes
from klachtdesk.services.termijnen import read_maand
from klachtdesk.ui.dutch_dates import MAANDEN
from klachtdesk.ui.tables.maand import SOORT_LABELS, MaandModel
from klachtdesk.ui.theme import colors
from klachtdesk.ui.widgets.controls import icon_button, push_button, text_label
from klachtdesk.ui.widgets.day_popup import DayPopup
from klachtdesk.ui.widgets.month_delegate import MonthDelegate, paint_shape
from klachtdesk.ui.workspace import Workspace
from klachtdesk.views.termijn import KalenderMaand

_LOWEST_ROW = 62
_SHAPE = 12


class KalenderPage(QWidget):
    """One month at a time. Read again when it comes in sight and when a dossier changed."""

    opened = Signal(int)

    def __init__(self, workspace: Workspace) -> None:
        super().__init__()
        self.setObjectName("kalender")
        self._workspace = workspace
        self._first = workspace.klok.vandaag().replace(day=1)
        self._stale = True
        self.model = MaandModel(self)
        self._title = text_label(look="title", name="kalender.maand")
        self._table = QTableView()
        self._delegate = MonthDelegate(self.model, self._table)
        self._prepare()
        self._assemble()
        self._delegate.opened.connect(self.opened)
        self._delegate.more_wanted.connect(self._show_day)
        self._table.installEventFilter(self)
        workspace.changed.connect(self._on_changed)
        self.setFocusProxy(self._table)

    def _prepare(self) -> None:
        table = self._table
        table.setObjectName("kalender.tabel")
        table.setAccessibleName("Kalender")
        table.setModel(self.model)
        table.setItemDelegate(self._delegate)
        table.setSelectionMode(QTableView.SelectionMode.SingleSelection)
        table.setTabKeyNavigation(False)
        table.setMouseTracking(True)
        table.setCornerButtonEnabled(False)
        for header in (table.horizontalHeader(), table.verticalHeader()):
            header.setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
            header.setSectionsClickable(False)
            header.setHighlightSections(False)
        table.verticalHeader().setMinimumSectionSize(_LOWEST_ROW)
        table.verticalHeader().setDefaultAlignment(Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop)
        table.verticalHeader().setToolTip("Weeknummer")

    def _assemble(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(6)
        head.addWidget(self._title)
        head.addSpacing(10)
        head.addWidget(
            icon_button("kalender.vorige", "chevron-left", "Vorige maand (Page Up)", lambda: self.move_by(-1))
        )
        head.addWidget(push_button("kalender.vandaag", "Vandaag", self.show_today, tip="Home"))
        head.addWidget(
            icon_button(
                "kalender.volgende", "chevron-right", "Volgende maand (Page Down)", lambda: self.move_by(1)
            )
        )
        head.addStretch()
        for soort, label in SOORT_LABELS.items():
            head.addWidget(_Shape(soort))
            head.addWidget(text_label(label, look="small"))
            head.addSpacing(8)
        page = QVBoxLayout(self)
        page.setContentsMargins(24, 18, 24, 20)
        page.setSpacing(12)
        page.addLayout(head)
        page.addWidget(self._table, 1)

    def show_today(self) -> None:
        """Go to the month of today."""
        self._first = self._workspace.klok.vandaag().replace(day=1)
        self.refresh()

    def move_by(self, months: int) -> None:
        """Go that many months further, or back."""
        place = self._first.year * 12 + self._first.month - 1 + months
        self._first = date(place // 12, place % 12 + 1, 1)
        self.refresh()

    def refresh(self) -> None:
        """Read the month again."""
        self._stale = False
        self._title.setText(f"{MAANDEN[self._first.month - 1]} {self._first.year}")
        service = partial(read_maand, jaar=self._first.year, maand=self._first.month)
        self._workspace.read(self, service, self._show)

    def showEvent(self, event: QShowEvent) -> None:
        """Read the month when it comes in sight and something changed."""
        super().showEvent(event)
        if self._stale:
            self.refresh()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Let the keyboard leaf through months, go to today and open a day."""
        if event.type() is QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            acts: dict[int, Callable[[], None]] = {
                Qt.Key.Key_PageUp: partial(self.move_by, -1),
                Qt.Key.Key_PageDown: partial(self.move_by, 1),
                Qt.Key.Key_Home: self.show_today,
                Qt.Key.Key_Return: self._show_current,
                Qt.Key.Key_Enter: self._show_current,
                Qt.Key.Key_Space: self._show_current,
            }
            act = acts.get(event.key())
            if act is not None:
                act()
                return True
            if event.key() == Qt.Key.Key_Down and self._leave_by(7):
                return True
            if event.key() == Qt.Key.Key_Up and self._leave_by(-7):
                return True
        return super().eventFilter(watched, event)

    def _leave_by(self, days: int) -> bool:
        """Go on to the next month, or back, when the arrows come to the edge of this one."""
        index = self._table.currentIndex()
        dag = self.model.dag(index)
        edge = self.model.rowCount() - 1 if days > 0 else 0
        if dag is None or index.row() != edge:
            return False
        there = dag.datum + timedelta(days=days)
        self._first = there.replace(day=1)
        self.refresh()
        return True

    def _show(self, maand: KalenderMaand) -> None:
        if (maand.jaar, maand.maand) != (self._first.year, self._first.month):
            return
        self.model.show(maand)
        self._table.setCurrentIndex(self.model.index_of_today())

    def _show_current(self) -> None:
        self._show_day(self._table.currentIndex())

    def _show_day(self, index: QModelIndex) -> None:
        dag = self.model.dag(index)
        if dag is None or not dag.items:
            return
        popup = DayPopup(dag, self)
        popup.opened.connect(self.opened)
        cell = self._table.visualRect(index)
        popup.show_at(self._table.viewport().mapToGlobal(QPoint(cell.left(), cell.top() + 24)))

    def _on_changed(self, changes: Changes) -> None:
        if changes.lijst:
            self._stale = True
            if self.isVisible():
                self.refresh()


class _Shape(QWidget):
    """One shape of the legend."""

    def __init__(self, soort: str) -> None:
        super().__init__()
        self._soort = soort
        self.setFixedSize(_SHAPE, _SHAPE)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw it as the calendar does."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        paint_shape(painter, QRectF(self.rect()).adjusted(1, 1, -1, -1), self._soort, colors().accent)
        painter.end()
