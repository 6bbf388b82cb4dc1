"""The dossiers behind a number of the overview, one Enter away."""

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QDialog,
    QHBoxLayout,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from klachtdesk.dutch import counted
from klachtdesk.services.overzicht.reading import drill_down
from klachtdesk.ui.dutch_dates import short_date
from klachtdesk.ui.overzicht.rasters import Plek
from klachtdesk.ui.theme import colors
from klachtdesk.ui.widgets.controls import push_button, text_label
from klachtdesk.ui.workspace import Workspace
from klachtdesk.views.overzicht import AchterGetal, Over

_ENTER = frozenset({Qt.Key.Key_Return, Qt.Key.Key_Enter})
_SIZE = QSize(680, 440)
_COLUMN = 130
_HEADS = ("Nummer", "Binnen", "Afgesloten", "Reglement")
_ID = Qt.ItemDataRole.UserRole


class AchterGetalDialog(QDialog):
    """Lists the dossiers; Enter or a double click opens one."""

    opened = Signal(int)

    def __init__(self, titel: str, gevonden: tuple[AchterGetal, ...], parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("achter_getal")
        self.setWindowTitle("Dossiers achter dit getal")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.resize(_SIZE)
        self._list = _table(titel, gevonden)
        self._open = push_button("achter_getal.openen", "Dossier &openen", self._on_open, look="primary")
        self._assemble(titel, gevonden)
        self._list.itemActivated.connect(self._on_open)
        self._list.currentCellChanged.connect(self._on_current)
        if gevonden:
            self._list.setCurrentCell(0, 0)
        self._on_current()
        self._list.setFocus()

    def _assemble(self, titel: str, gevonden: tuple[AchterGetal, ...]) -> None:
        count = counted(len(gevonden), "dossier", "dossiers")
        gone = sum(item.dossier_id is None for item in gevonden)
        if gone:
            count += f"; van {gone} zijn alleen de cijfers bewaard, omdat het dossier is vernietigd"
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addStretch()
        row.addWidget(push_button("achter_getal.sluiten", "&Sluiten", self.reject))
        row.addWidget(self._open)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 16, 20, 14)
        column.setSpacing(8)
        column.addWidget(text_label(titel, look="heading", name="achter_getal.titel", wrap=True))
        column.addWidget(text_label(f"{count}.", look="muted", name="achter_getal.aantal", wrap=True))
        column.addWidget(self._list, 1)
        column.addLayout(row)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Open on Enter, also where a style does not take that as activating."""
        if event.key() in _ENTER and self._list.hasFocus():
            self._on_open()
        else:
            super().keyPressEvent(event)

    def _chosen(self) -> int | None:
        item = self._list.item(self._list.currentRow(), 0)
        found = item.data(_ID) if item is not None else None
        return found if isinstance(found, int) else None

    def _on_current(self) -> None:
        self._open.setEnabled(self._chosen() is not None)

    def _on_open(self) -> None:
        chosen = self._chosen()
        if chosen is not None:
            self.accept()
            self.opened.emit(chosen)


def show_behind(
    workspace: Workspace, owner: QWidget, over: Over, plek: Plek, titel: str, opened: Callable[[int], None]
) -> None:
    """Read the dossiers behind a number and list them; `opened` is called with the id of the one that is chosen."""

    def show(gevonden: tuple[AchterGetal, ...]) -> None:
        dialog = AchterGetalDialog(titel, gevonden, owner.window())
        dialog.opened.connect(opened)
        dialog.open()

    service = partial(
        drill_down,
        van=over.van,
        tot=over.tot,
        tabel=plek.tabel,
        rij=plek.rij,
        reglement=over.reglement or None,
        periode=plek.periode,
        kolom=plek.kolom,
    )
    workspace.open(owner, service, show)


def _table(titel: str, gevonden: Sequence[AchterGetal]) -> QTableWidget:
    several = len({item.reglement for item in gevonden}) > 1
    heads = _HEADS if several else _HEADS[:-1]
    table = QTableWidget(len(gevonden), len(heads))
    table.setObjectName("achter_getal.lijst")
    table.setAccessibleName(titel)
    table.setHorizontalHeaderLabels(heads)
    table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
    table.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
    table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
    table.setTabKeyNavigation(False)
    table.setShowGrid(False)
    table.verticalHeader().hide()
    head = table.horizontalHeader()
    head.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
    head.setHighlightSections(False)
    head.setStretchLastSection(True)
    for row, item in enumerate(gevonden):
        for column, words in enumerate(_words(item)[: len(heads)]):
            table.setItem(row, column, _cell(words, item))
    for column in range(len(heads) - 1):
        table.setColumnWidth(column, _COLUMN)
    return table


def _words(item: AchterGetal) -> tuple[str, str, str, str]:
    closed = short_date(item.afgesloten_op) or "Loopt"
    if item.dossier_id is None:
        closed += " (vernietigd)"
    return item.nummer, short_date(item.binnengekomen_op), closed, item.reglement


def _cell(words: str, item: AchterGetal) -> QTableWidgetItem:
    cell = QTableWidgetItem(words)
    cell.setData(_ID, item.dossier_id)
    if item.dossier_id is None:
        cell.setForeground(QColor(colors().muted))
    return cell
