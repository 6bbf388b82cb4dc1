"""A month as Qt's views see it: a row for each week, a column for each day of it."""

from datetime import date
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from klachtdesk.dutch import WEEKDAGEN
from klachtdesk.ui.kalender.words import day_words
from klachtdesk.views.termijn import KalenderDag, KalenderMaand

Index = QModelIndex | QPersistentModelIndex
_NOWHERE = QModelIndex()

DAG = Qt.ItemDataRole.UserRole
"""The role under which a cell hands out its KalenderDag."""


class MonthModel(QAbstractTableModel):
    """Holds the weeks of one month, as a service returned them."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._weken: tuple[tuple[KalenderDag, ...], ...] = ()
        self._short = False

    def show(self, maand: KalenderMaand) -> None:
        """Show this month."""
        self.beginResetModel()
        self._weken = maand.weken
        self.endResetModel()

    def shorten(self, *, short: bool) -> None:
        """Name the days "ma", "di" where there is no room for more."""
        if short != self._short:
            self._short = short
            self.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, len(WEEKDAGEN) - 1)

    def dagen(self) -> tuple[KalenderDag, ...]:
        """Return all days that are shown, in order."""
        return tuple(dag for week in self._weken for dag in week)

    def index_of(self, day: date) -> QModelIndex:
        """Return the cell of a day; an invalid one when that day is not shown."""
        first = self._weken[0][0].datum if self._weken else day
        row, column = divmod((day - first).days, len(WEEKDAGEN))
        return self.index(row, column)

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        """Return how many weeks there are."""
        return 0 if parent.isValid() else len(self._weken)

    def columnCount(self, parent: Index = _NOWHERE) -> int:
        """Return how many days a week has."""
        return 0 if parent.isValid() else len(WEEKDAGEN)

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        """Return the days above and the week numbers (ISO 8601) beside the weeks."""
        if orientation is Qt.Orientation.Horizontal:
            if role == Qt.ItemDataRole.DisplayRole:
                return WEEKDAGEN[section][:2] if self._short else WEEKDAGEN[section]
            if role == Qt.ItemDataRole.AccessibleTextRole:
                return WEEKDAGEN[section]
        elif role == Qt.ItemDataRole.DisplayRole:
            return str(self._week_number(section))
        elif role in {Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.ToolTipRole}:
            return f"Week {self._week_number(section)}"
        return None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return the day itself, its number, or all of it in words."""
        dag = self._weken[index.row()][index.column()]
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return str(dag.datum.day)
            case Qt.ItemDataRole.AccessibleTextRole:
                return day_words(dag)
            case _:
                return dag if role == DAG else None

    def _week_number(self, row: int) -> int:
        return self._weken[row][0].datum.isocalendar().week
