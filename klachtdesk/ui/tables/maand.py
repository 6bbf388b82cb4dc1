"""A month as Qt shows it: a row for each week, a column for each day of it."""

from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from klachtdesk.ui.dutch_dates import DAGEN, long_date
from klachtdesk.views.termijn import KalenderDag, KalenderItem, KalenderMaand

Index = QModelIndex | QPersistentModelIndex
_NOWHERE = QModelIndex()

SOORT_LABELS = {"streefdatum": "Streefdatum", "einde": "Uiterlijk", "actiepunt": "Actiepunt"}


class MaandModel(QAbstractTableModel):
    """Holds one month; its days are drawn by a delegate, and told to a screen reader in words."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._maand: KalenderMaand | None = None

    def show(self, maand: KalenderMaand) -> None:
        """Show this month."""
        self.beginResetModel()
        self._maand = maand
        self.endResetModel()

    def dag(self, index: Index) -> KalenderDag | None:
        """Return the day in a cell."""
        if self._maand is None or not index.isValid():
            return None
        return self._maand.weken[index.row()][index.column()]

    def index_of_today(self) -> QModelIndex:
        """Return the cell of today when it is in sight, else that of the first day of the month."""
        first = _NOWHERE
        if self._maand is not None:
            for row, week in enumerate(self._maand.weken):
                for column, dag in enumerate(week):
                    if dag.vandaag:
                        return self.index(row, column)
                    if dag.in_maand and not first.isValid():
                        first = self.index(row, column)
        return first

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        """Return the number of weeks."""
        return 0 if parent.isValid() or self._maand is None else len(self._maand.weken)

    def columnCount(self, parent: Index = _NOWHERE) -> int:
        """Return the number of days in a week."""
        return 0 if parent.isValid() else len(DAGEN)

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        """Return the names of the days, and the numbers of the weeks."""
        if role != Qt.ItemDataRole.DisplayRole:
            return None
        if orientation is Qt.Orientation.Horizontal:
            return DAGEN[section]
        return None if self._maand is None else str(self._maand.weken[section][0].datum.isocalendar().week)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return a day in words for a screen reader; the rest is drawn."""
        dag = self.dag(index)
        if dag is None or role != Qt.ItemDataRole.AccessibleTextRole:
            return None
        return ", ".join(filter(None, (long_date(dag.datum), dag.feestdag, *map(item_words, dag.items))))


def item_words(item: KalenderItem) -> str:
    """Return an item in one line: what it is, of which dossier, of whom."""
    late = "Te laat. " if item.te_laat else ""
    who = f", {item.klager}" if item.klager else ""
    return f"{late}{SOORT_LABELS[item.soort]}: {item.label}, {item.nummer}{who}"
