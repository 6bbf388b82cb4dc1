"""The list of dossiers: search as you type, and what was begun and not saved on top."""

from functools import partial

from PySide6.QtCore import QEvent, QItemSelectionModel, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import (
    QButtonGroup,
    QHBoxLayout,
    QHeaderView,
    QLineEdit,
    QPushButton,
    QStackedWidget,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from klachtdesk.dutch import counted
from klachtdesk.errors import DeskError
from klachtdesk.services.changes import Changes
from klachtdesk.services.dossiers import list_dossiers
from klachtdesk.ui.forms.kept_drafts import KeptDrafts
from klachtdesk.ui.icons import icon
from klachtdesk.ui.reading import OneReading
from klachtdesk.ui.tables.dossiers import COLUMN, DossiersModel
from klachtdesk.ui.widgets.controls import push_button, text_label
from klachtdesk.ui.widgets.empty_state import EmptyState
from klachtdesk.ui.workspace import Workspace
from klachtdesk.views.dossiers import DossierRegel

_PAUSE = 150
"""Milliseconds without a keystroke before a search starts."""

_ROW_HEIGHT = 36
_WIDTHS = {
    "nummer": 96,
    "status": 140,
    "eerstvolgend": 176,
    "termijn": 190,
    "behandelaar": 140,
    "ontvangen": 112,
}


_NEEDS_WIDTH = {"termijn": 780, "ontvangen": 900, "behandelaar": 1_020}
"""Pixels of the page from which a column is shown."""


class DossiersPage(QWidget):
    """Finds dossiers. One reading at a time: what is typed meanwhile is looked for when that is done."""

    opened = Signal(int)
    draft_resumed = Signal(object)
    melding_wanted = Signal()

    def __init__(self, workspace: Workspace) -> None:
        super().__init__()
        self.setObjectName("dossiers")
        self._workspace = workspace
        self._reading = OneReading(self.refresh)
        self._asked: tuple[str, bool] | None = None
        self._enter_waits = False
        self.model = DossiersModel(self)
        self._search = QLineEdit()
        self._open_button, self._all_button = (
            self._filter_button("open", "Open"),
            self._filter_button("alle", "Alle"),
        )
        self._drafts = KeptDrafts(workspace)
        self._table = QTableView()
        self._empty = EmptyState(
            "inbox",
            "dossiers.leeg",
            push_button(
                "dossiers.leeg.melding",
                "Nieuwe melding",
                self.melding_wanted.emit,
                look="primary",
                icon="plus",
            ),
        )
        self._count = text_label(look="muted", name="dossiers.aantal")
        self._body = QStackedWidget()
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(_PAUSE)
        self._prepare()
        self.setFocusProxy(self._table)
        self._assemble()
        self._connect()

    def _filter_button(self, name: str, text: str) -> QPushButton:
        button = push_button(f"dossiers.filter.{name}", text, self.refresh, look="segment")
        button.setCheckable(True)
        return button

    def _prepare(self) -> None:
        self._search.setObjectName("dossiers.zoeken")
        self._search.setAccessibleName("Zoeken in dossiers")
        self._search.setPlaceholderText("Zoeken op naam, nummer of tekst (Ctrl+F)")
        self._search.setClearButtonEnabled(True)
        self._search.setMaxLength(200)
        self._search.addAction(icon("search", "muted"), QLineEdit.ActionPosition.LeadingPosition)
        self._group = QButtonGroup(self)
        for button in (self._open_button, self._all_button):
            self._group.addButton(button)
        self._open_button.setChecked(True)
        table = self._table
        table.setObjectName("dossiers.tabel")
        table.setAccessibleName("Dossiers")
        table.setModel(self.model)
        table.setSelectionBehavior(QTableView.SelectionBehavior.SelectRows)
        table.setSelectionMode(QTableView.SelectionMode.SingleSelection)
        table.setEditTriggers(QTableView.EditTrigger.NoEditTriggers)
        table.setShowGrid(False)
        table.setTabKeyNavigation(False)
        table.setWordWrap(False)
        table.verticalHeader().hide()
        table.verticalHeader().setDefaultSectionSize(_ROW_HEIGHT)
        header = table.horizontalHeader()
        header.setHighlightSections(False)
        header.setMinimumSectionSize(60)
        for name, width in _WIDTHS.items():
            table.setColumnWidth(COLUMN[name], width)
        header.setSectionResizeMode(COLUMN["klager"], QHeaderView.ResizeMode.Stretch)
        header.setSortIndicatorClearable(True)
        header.setSortIndicator(-1, Qt.SortOrder.AscendingOrder)
        table.setSortingEnabled(True)

    def _assemble(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(text_label("Dossiers", look="title"))
        head.addSpacing(8)
        head.addWidget(self._count)
        head.addStretch()
        head.addWidget(self._open_button)
        head.addWidget(self._all_button)
        self._search.setMinimumWidth(130)
        self._search.setMaximumWidth(380)
        head.addWidget(self._search, 1)
        self._body.addWidget(self._table)
        self._body.addWidget(self._empty)
        page = QVBoxLayout(self)
        page.setContentsMargins(24, 18, 24, 20)
        page.setSpacing(12)
        page.addLayout(head)
        page.addWidget(self._drafts)
        page.addWidget(self._body, 1)

    def _connect(self) -> None:
        self._search.textEdited.connect(self._on_typed)
        self._search.textChanged.connect(self._on_search_changed)
        self._search.installEventFilter(self)
        self._pause.timeout.connect(self.refresh)
        self._table.activated.connect(lambda index: self.opened.emit(self.model.regel(index.row()).id))
        self._drafts.resumed.connect(self.draft_resumed)
        self._workspace.changed.connect(self._on_changed)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leave columns out where the window is too narrow for all: better than scrolling sideways."""
        super().resizeEvent(event)
        for name, least in _NEEDS_WIDTH.items():
            self._table.setColumnHidden(COLUMN[name], event.size().width() < least)
        self._count.setHidden(event.size().width() < _NEEDS_WIDTH["termijn"])

    def search(self) -> None:
        """Put the keyboard in the search field."""
        self._search.setFocus()
        self._search.selectAll()

    def refresh(self) -> None:
        """Read the list again."""
        if not self._reading.begin():
            return
        zoek, alleen_open = self._search.text(), self._open_button.isChecked()
        service = partial(list_dossiers, zoek=zoek, alleen_open=alleen_open)
        self._workspace.read(self, service, partial(self._on_rows, (zoek, alleen_open)), self._on_failed)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Let the arrows and Enter go from the search field to the list."""
        if event.type() is QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            if event.key() == Qt.Key.Key_Down and self.model.rowCount():
                self._table.setFocus()
                self._select(max(0, self._table.currentIndex().row()))
                return True
            if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
                self._open_only()
                return True
        return super().eventFilter(watched, event)

    def _open_only(self) -> None:
        """Open the dossier that was searched for, when it is the only one; once the list is of what was typed."""
        self._enter_waits = self._reading.busy or self._pause.isActive()
        if self._pause.isActive():
            self._pause.stop()
            self.refresh()
        elif not self._enter_waits and self.model.rowCount() == 1:
            self.opened.emit(self.model.regel(0).id)

    def _on_typed(self) -> None:
        self._enter_waits = False
        self._pause.start()

    def _on_search_changed(self, text: str) -> None:
        if not text:
            self._pause.start()

    def _on_rows(self, asked: tuple[str, bool], rows: tuple[DossierRegel, ...]) -> None:
        current, bar = self._table.currentIndex(), self._table.verticalScrollBar()
        chosen = self.model.regel(current.row()).id if current.isValid() else None
        again, scrolled = asked == self._asked, bar.value()
        self._asked = asked
        self.model.show(rows)
        place = self.model.row_of(chosen) if chosen is not None else None
        if rows:
            in_its_place = min(max(current.row(), 0), len(rows) - 1) if again else 0
            self._select(in_its_place if place is None else place)
        if again:
            bar.setValue(
                scrolled
            )  # choosing scrolls to what is chosen, and somebody may have scrolled away from it
        self._tell(len(rows))
        self._reading.done()
        self._end_waiting()

    def _end_waiting(self) -> None:
        """Do what Enter was pressed for, unless the keyboard went elsewhere meanwhile."""
        if self._enter_waits and not self._reading.busy:
            self._enter_waits = False
            if self._search.hasFocus() and self.model.rowCount() == 1:
                self.opened.emit(self.model.regel(0).id)

    def _on_failed(self, error: DeskError) -> None:
        self._enter_waits = False
        self._reading.done()
        self._workspace.notices.tell_error(error)

    def _select(self, row: int) -> None:
        flags = QItemSelectionModel.SelectionFlag.ClearAndSelect | QItemSelectionModel.SelectionFlag.Rows
        self._table.selectionModel().setCurrentIndex(self.model.index(row, 0), flags)

    def _tell(self, number: int) -> None:
        self._count.setText(counted(number, "dossier", "dossiers") if number else "")
        self._body.setCurrentWidget(self._table if number else self._empty)
        if self._search.text():
            self._empty.tell(
                "Niets gevonden",
                "Zoek op een ander woord, of kies ‘Alle’ om ook gesloten dossiers te doorzoeken.",
                with_button=False,
            )
        elif self._open_button.isChecked():
            self._empty.tell(
                "Geen open dossiers", "Komt er een klacht binnen? Druk op Ctrl+N en begin te typen."
            )
        else:
            self._empty.tell(
                "Nog geen dossiers", "Komt er een klacht binnen? Druk op Ctrl+N en begin te typen."
            )

    def _on_changed(self, changes: Changes) -> None:
        if changes.lijst:
            self.refresh()
