"""Recording what happened: choose the kind, fill in what it asks for."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from PySide6.QtCore import QEvent, QObject, QSize, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent
from PySide6.QtWidgets import (
    QDialog,
    QFrame,
    QHBoxLayout,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from klachtdesk.errors import DeskError, GebeurtenisError, InvalidInput
from klachtdesk.services.changes import Changes
from klachtdesk.services.desk import Desk
from klachtdesk.services.gebeurtenissen import record_gebeurtenis
from klachtdesk.ui.forms.gebeurtenis_form import GebeurtenisForm
from klachtdesk.ui.theme import colors
from klachtdesk.ui.widgets.controls import push_button, readable_label, text_label
from klachtdesk.ui.workspace import Workspace
from klachtdesk.views.dossier import GebeurtenisKeuze

_KEY = Qt.ItemDataRole.UserRole


@dataclass(frozen=True, slots=True)
class Begun:
    """A gebeurtenis that was being filled in, to go on with."""

    soort: str
    waarden: Mapping[str, str] = field(default_factory=dict)


class GebeurtenisDialog(QDialog):
    """Two columns: the kinds, which a few letters narrow down, and the fields of the chosen one."""

    abandoned = Signal(object)
    """Closed with something filled in: a `Begun`, to offer the way back."""

    def __init__(
        self,
        workspace: Workspace,
        dossier_id: int,
        keuzes: tuple[GebeurtenisKeuze, ...],
        begun: Begun | None,
        parent: QWidget,
    ) -> None:
        super().__init__(parent)
        self.setObjectName("gebeurtenis")
        self.setWindowTitle("Gebeurtenis vastleggen")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.resize(QSize(840, 560).boundedTo(parent.screen().availableSize()))
        self._workspace = workspace
        self._dossier_id = dossier_id
        self._keuzes = {keuze.soort: keuze for keuze in keuzes}
        self._form: GebeurtenisForm | None = None
        self._filter = QLineEdit()
        self._list = QListWidget()
        self._title = text_label(look="heading", name="gebeurtenis.titel", wrap=True)
        self._scroll = QScrollArea()
        self._error = text_label(look="error", name="gebeurtenis.fout", wrap=True)
        self._error.hide()
        self._record = push_button(
            "gebeurtenis.vastleggen", "&Vastleggen", self._on_record, look="primary", icon="check"
        )
        self._record.setDefault(True)
        self._prepare()
        self._assemble()
        self._fill("")
        if begun is not None:
            self._resume(begun)

    def _prepare(self) -> None:
        self._filter.setObjectName("gebeurtenis.zoeken")
        self._filter.setPlaceholderText("Wat is er gebeurd?")
        self._filter.setAccessibleName("Soort gebeurtenis zoeken")
        self._filter.setClearButtonEnabled(True)
        self._filter.textChanged.connect(self._fill)
        self._filter.installEventFilter(self)
        self._list.setObjectName("gebeurtenis.soorten")
        self._list.setAccessibleName("Soort gebeurtenis")
        self._list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._list.currentItemChanged.connect(self._on_chosen)
        self._list.itemActivated.connect(self._begin)
        self._scroll.setWidgetResizable(True)
        self._scroll.setFrameShape(QFrame.Shape.NoFrame)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)

    def _assemble(self) -> None:
        left = QVBoxLayout()
        left.setSpacing(8)
        left.addWidget(self._filter)
        left.addWidget(self._list, 1)
        buttons = QHBoxLayout()
        buttons.addStretch()
        buttons.addWidget(push_button("gebeurtenis.annuleren", "&Annuleren", self.reject))
        buttons.addWidget(self._record)
        right = QVBoxLayout()
        right.setSpacing(10)
        right.addWidget(self._title)
        right.addWidget(self._scroll, 1)
        right.addWidget(self._error)
        right.addLayout(buttons)
        row = QHBoxLayout(self)
        row.setContentsMargins(18, 18, 18, 16)
        row.setSpacing(18)
        row.addLayout(left, 2)
        row.addLayout(right, 3)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Let Enter and the arrows go from the search field to the chosen kind; Enter would record it."""
        if event.type() is QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
                self._begin()
                return True
            if event.key() in {Qt.Key.Key_Down, Qt.Key.Key_Up}:
                step = 1 if event.key() == Qt.Key.Key_Down else -1
                row = self._list.currentRow() + step
                self._list.setCurrentRow(min(max(0, row), self._list.count() - 1))
                return True
        return super().eventFilter(watched, event)

    def _fill(self, text: str) -> None:
        """List the kinds that hold these words: what is possible now first, the rest below it."""
        wanted = text.casefold().split()
        self._list.clear()
        for keuze in sorted(self._keuzes.values(), key=lambda keuze: not keuze.mogelijk):
            if all(word in f"{keuze.label} {keuze.fase}".casefold() for word in wanted):
                item = QListWidgetItem(keuze.label)
                item.setData(_KEY, keuze.soort)
                item.setToolTip(keuze.fase if keuze.mogelijk else f"{keuze.fase}. Kan nu niet.")
                if not keuze.mogelijk:
                    item.setForeground(QColor(colors().faint))
                self._list.addItem(item)
        self._list.setCurrentRow(0)

    def _on_chosen(self, item: QListWidgetItem | None) -> None:
        self._tell("")
        keuze = None if item is None else self._keuzes[str(item.data(_KEY))]
        self._record.setEnabled(keuze is not None and keuze.mogelijk)
        if keuze is None:
            return
        self._title.setText(keuze.label)
        if not keuze.mogelijk:
            self._form = None
            self._scroll.setWidget(_Reasons(keuze))
            return
        known = {"datum": self._form.datum()} | self._form.velden() if self._form else {}
        self._form = GebeurtenisForm(keuze, self._workspace.klok.vandaag)
        self._form.put(known)
        self._scroll.setWidget(self._form)

    def _resume(self, begun: Begun) -> None:
        for row in range(self._list.count()):
            if self._list.item(row).data(_KEY) == begun.soort:
                self._list.setCurrentRow(row)
        if self._form is not None:
            self._form.put(begun.waarden)

    def _begin(self) -> None:
        if self._form is not None:
            self._form.begin()

    def _soort(self) -> str:
        return str(self._list.currentItem().data(_KEY))

    def _on_record(self) -> None:
        form = self._form
        if form is None or self._list.currentItem() is None:
            return
        soort, datum, velden = self._soort(), form.datum(), form.velden()

        def service(desk: Desk) -> Changes:
            return record_gebeurtenis(desk, self._dossier_id, soort, datum, velden)

        self._record.setEnabled(False)
        self._workspace.change(self, service, self._on_recorded, self._on_failed)

    def _on_recorded(self, _changes: Changes) -> None:
        self._workspace.notices.tell(f"Vastgelegd: {self._title.text()}.")
        self.accept()

    def _on_failed(self, error: DeskError) -> None:
        self._record.setEnabled(True)
        faults: dict[str, str] = {}
        if isinstance(error, InvalidInput):
            faults = error.fields
        elif isinstance(error, GebeurtenisError) and error.field:
            faults = {error.field: error.message}
        placed = self._form is not None and self._form.show_faults(faults)
        self._tell("" if placed else f"{error.title}. {error}")

    def _tell(self, message: str) -> None:
        self._error.setText(message)
        self._error.setVisible(bool(message))

    def reject(self) -> None:
        """Close without recording; what was filled in can be taken up again."""
        form = self._form
        if form is not None and form.typed() and self._list.currentItem() is not None:
            self.abandoned.emit(Begun(self._soort(), {"datum": form.datum()} | form.velden()))
        super().reject()


class _Reasons(QWidget):
    """Why a kind of gebeurtenis is not possible now, each reason with its artikel."""

    def __init__(self, keuze: GebeurtenisKeuze) -> None:
        super().__init__()
        self.setObjectName("gebeurtenis.redenen")
        self.setProperty("look", "clear")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 4, 0)
        column.setSpacing(8)
        column.addWidget(text_label("Dit kan nu niet:", look="muted"))
        for reden in keuze.redenen:
            column.addWidget(readable_label(reden.zin))
        column.addStretch(1)
