"""The list of dossiers as Qt shows it."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt
from PySide6.QtGui import QColor

from klachtdesk.ui.dutch_dates import short_date
from klachtdesk.ui.icons import icon
from klachtdesk.ui.theme import colors
from klachtdesk.ui.widgets.controls import as_tip
from klachtdesk.views.dossiers import DossierRegel

Index = QModelIndex | QPersistentModelIndex
_NOWHERE = QModelIndex()


@dataclass(frozen=True, slots=True)
class Column:
    """A column: what stands above it, what is shown of a dossier, and by which native value it sorts."""

    name: str
    title: str
    text: Callable[[DossierRegel], str]
    sort: Callable[[DossierRegel], Any]


def _who(regel: DossierRegel) -> str:
    return ", ".join(filter(None, (regel.klager, regel.organisatie))) or "Nog onbekend"


def _due(regel: DossierRegel) -> str:
    day = short_date(regel.eerstvolgend)
    return f"Te laat, {day}" if regel.te_laat else day


COLUMNS = (
    Column("nummer", "Nummer", lambda regel: regel.nummer, lambda regel: regel.nummer),
    Column("klager", "Klager", _who, lambda regel: _who(regel).casefold()),
    Column("status", "Status", lambda regel: regel.status, lambda regel: regel.status),
    Column("eerstvolgend", "Streefdatum", _due, lambda regel: regel.eerstvolgend or date.max),
    Column("termijn", "Eerstvolgende termijn", lambda regel: regel.termijn, lambda regel: regel.termijn),
    Column("behandelaar", "Behandelaar", lambda regel: regel.behandelaar, lambda regel: regel.behandelaar),
    Column(
        "ontvangen",
        "Ontvangen",
        lambda regel: short_date(regel.ontvangen_op),
        lambda regel: regel.ontvangen_op or date.min,
    ),
)
COLUMN = {column.name: place for place, column in enumerate(COLUMNS)}


class DossiersModel(QAbstractTableModel):
    """Holds the rows that a service returned. Sorts them itself: a proxy would ask Python for every comparison."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows: list[DossierRegel] = []
        self._sorted_by: tuple[int, Qt.SortOrder] | None = None

    def show(self, rows: Sequence[DossierRegel]) -> None:
        """Show these rows, in the order that the user chose, or else as they come."""
        self.beginResetModel()
        self._rows = list(rows)
        self._order()
        self.endResetModel()

    def regel(self, row: int) -> DossierRegel:
        """Return the dossier in a row."""
        return self._rows[row]

    def row_of(self, dossier_id: int) -> int | None:
        """Return the row in which a dossier stands, or None."""
        return next((row for row, regel in enumerate(self._rows) if regel.id == dossier_id), None)

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        """Return how many dossiers there are."""
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index = _NOWHERE) -> int:
        """Return how many columns there are."""
        return 0 if parent.isValid() else len(COLUMNS)

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        """Return the titles of the columns."""
        if orientation is Qt.Orientation.Horizontal:
            if role == Qt.ItemDataRole.DisplayRole:
                return COLUMNS[section].title
            if role == Qt.ItemDataRole.TextAlignmentRole:
                return Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        return None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return what a cell shows; late ones have a sign and words, not a colour alone."""
        regel, column = self._rows[index.row()], COLUMNS[index.column()]
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return column.text(regel)
            case Qt.ItemDataRole.ToolTipRole:
                return as_tip(column.text(regel))
            case Qt.ItemDataRole.ForegroundRole:
                return _ink(regel, column)
            case Qt.ItemDataRole.DecorationRole if column.name == "eerstvolgend" and regel.te_laat:
                return icon("triangle-alert", "danger")
            case _:
                return None

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        """Sort by a column; a negative one goes back to the order in which the rows came, at the next reading."""
        self._sorted_by = (column, order) if column >= 0 else None
        self.layoutAboutToBeChanged.emit()
        before = [self._rows[index.row()].id for index in self.persistentIndexList()]
        old = self.persistentIndexList()
        self._order()
        places = {regel.id: row for row, regel in enumerate(self._rows)}
        moved = [self.index(places[found], index.column()) for found, index in zip(before, old, strict=True)]
        self.changePersistentIndexList(old, moved)
        self.layoutChanged.emit()

    def _order(self) -> None:
        if self._sorted_by is not None:
            column, order = self._sorted_by
            self._rows.sort(key=COLUMNS[column].sort, reverse=order is Qt.SortOrder.DescendingOrder)


def _ink(regel: DossierRegel, column: Column) -> QColor | None:
    if column.name == "eerstvolgend" and regel.te_laat:
        return QColor(colors().danger)
    if not regel.loopt or (column.name == "klager" and not (regel.klager or regel.organisatie)):
        return QColor(colors().muted)
    return None
