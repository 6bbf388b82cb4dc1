"""A grid of the overview as Qt shows it."""

from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt
from PySide6.QtGui import QColor, QFont

from klachtdesk.ui.overzicht.rasters import Raster, Vak
from klachtdesk.ui.theme import colors

Index = QModelIndex | QPersistentModelIndex
_NOWHERE = QModelIndex()
_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter


class RasterModel(QAbstractTableModel):
    """Hands out the cells of one grid, in words for a screen reader too."""

    def __init__(self, raster: Raster, parent: QObject) -> None:
        super().__init__(parent)
        self.raster = raster

    def vak(self, index: Index) -> Vak:
        """Return a cell."""
        return self.raster.rijen[index.row()][index.column()]

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        """Return how many rows there are."""
        return 0 if parent.isValid() else len(self.raster.rijen)

    def columnCount(self, parent: Index = _NOWHERE) -> int:
        """Return how many columns there are."""
        return 0 if parent.isValid() else len(self.raster.koppen)

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        """Return what stands above the columns."""
        if orientation is not Qt.Orientation.Horizontal:
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return self.raster.koppen[section]
        return _RIGHT if role == Qt.ItemDataRole.TextAlignmentRole else None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return what a cell shows; a number with dossiers behind it is coloured as something to press."""
        vak = self.vak(index)
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return vak.tekst
            case Qt.ItemDataRole.TextAlignmentRole:
                return _LEFT if index.column() == 0 else _RIGHT
            case Qt.ItemDataRole.ForegroundRole if vak.plek is not None:
                return QColor(colors().accent)
            case Qt.ItemDataRole.FontRole if self._is_total(index.row()):
                return _bold()
            case Qt.ItemDataRole.AccessibleTextRole:
                return self._words(index)
            case Qt.ItemDataRole.ToolTipRole if vak.plek is not None:
                return "Toon de dossiers"
            case _:
                return None

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Let the keyboard go to the rows' names and numbers, and pass over the bars."""
        if self.vak(index).staaf is not None:
            return Qt.ItemFlag.NoItemFlags
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable

    def _is_total(self, row: int) -> bool:
        return self.raster.met_totaal and row == len(self.raster.rijen) - 1

    def _words(self, index: Index) -> str:
        row = self.raster.rijen[index.row()]
        kop = self.raster.koppen[index.column()]
        words = ", ".join(filter(None, (row[0].tekst, kop, row[index.column()].tekst)))
        if index.column() == 0:
            return row[0].tekst
        return f"{words}. Enter toont de dossiers" if row[index.column()].plek is not None else words


def _bold() -> QFont:
    font = QFont()
    font.setBold(True)
    return font
