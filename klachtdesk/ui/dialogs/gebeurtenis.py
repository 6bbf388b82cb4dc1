"""Recording what happened: choose the kind, fill in what it asks for, or read why it can't be now."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from PySide6.QtCore import QEvent, QObject, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLineEdit,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from klachtdesk.errors import DeskError, faults_by_field
from klachtdesk.services.changes import Changes
from klachtdesk.services.desk import Desk
from klachtdesk.services.gebeurtenissen import record_gebeurtenis
from klachtdesk.ui.forms.gebeurtenis_form import GebeurtenisForm
from klachtdesk.ui.forms.gebeurtenis_keeper import GebeurtenisKeeper
from klachtdesk.ui.screen_room import screen_room
from klachtdesk.ui.widgets.controls import push_button, text_label
from klachtdesk.ui.widgets.error_line import ErrorLine
from klachtdesk.ui.widgets.kind_list import KindList
from klachtdesk.ui.widgets.refusal import Refusal
from klachtdesk.ui.widgets.working_dialog import WorkingDialog
from klachtdesk.ui.workspace import Workspace
from klachtdesk.views.dossier import GebeurtenisKeuze
from klachtdesk.views.gebeurtenis import GebeurtenisInvoer


@dataclass(frozen=True, slots=True)
class Begun:
    """A gebeurtenis to go on with; `proposed` when nobody typed its values yet, `draft_id` when they are kept."""

    soort: str
    waarden: Mapping[str, str] = field(default_factory=dict)
    proposed: bool = False
    draft_id: int | None = None


class GebeurtenisDialog(WorkingDialog):
    """Two columns: the kinds, which a few letters narrow down, and the fields of the chosen one.

    What is typed is kept as a draft until it is recorded or given up.
    """

    abandoned = Signal(object)
    """Closed with something filled in: a `GebeurtenisInvoer`, to offer the way back."""

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
        self.resize(QSize(840, 560).boundedTo(screen_room(parent)))
        self._workspace = workspace
        self._dossier_id = dossier_id
        self._keuzes = {keuze.soort: keuze for keuze in keuzes}
        self._form: GebeurtenisForm | None = None
        self._soort = ""
        self._known: dict[str, str] = {}
        self._keeper = GebeurtenisKeeper(workspace, dossier_id, self._typed, self)
        self._filter = QLineEdit()
        self._list = KindList()
        self._title = text_label(look="heading", name="gebeurtenis.titel", wrap=True)
        self._scroll = QScrollArea()
        self._error = ErrorLine("gebeurtenis.fout")
        self._record = push_button(
            "gebeurtenis.vastleggen",
            "&Vastleggen",
            self._on_record,
            look="primary",
            icon="check",
            tip="Ctrl+S",
        )
        self._record.setDefault(True)
        self._prepare()
        self._assemble()
        self._fill("")
        if begun is not None:
            self._resume(begun)

    def _prepare(self) -> None:
        QShortcut(QKeySequence(QKeySequence.StandardKey.Save), self).activated.connect(self._record.click)
        self._filter.setObjectName("gebeurtenis.zoeken")
        self._filter.setPlaceholderText("Wat is er gebeurd?")
        self._filter.setAccessibleName("Soort gebeurtenis zoeken")
        self._filter.setClearButtonEnabled(True)
        self._filter.textChanged.connect(self._fill)
        self._filter.installEventFilter(self)
        self._list.setObjectName("gebeurtenis.soorten")
        self._list.setAccessibleName("Soort gebeurtenis")
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
                self._list.step(1 if event.key() == Qt.Key.Key_Down else -1)
                return True
        return super().eventFilter(watched, event)

    def _fill(self, text: str) -> None:
        wanted = text.casefold().split()
        found = [
            keuze
            for keuze in self._keuzes.values()
            if all(word in f"{keuze.label} {keuze.fase}".casefold() for word in wanted)
        ]
        self._list.show_kinds(found, headings=not wanted)

    def _on_chosen(self) -> None:
        self._error.tell("")
        soort = self._list.soort()
        keuze = None if soort is None else self._keuzes[soort]
        self._record.setEnabled(keuze is not None and keuze.mogelijk)
        if keuze is None:
            return
        self._title.setText(keuze.label)
        if self._form is not None:
            self._known = self._in_hand()
        if not keuze.mogelijk:
            self._form = None
            self._scroll.setWidget(Refusal(keuze.redenen))
            return
        self._form = GebeurtenisForm(keuze, self._workspace.klok.vandaag)
        self._form.put(self._known)
        self._form.edited.connect(self._keeper.touch)
        self._soort = keuze.soort
        self._scroll.setWidget(self._form)

    def expect(self, soort: str) -> None:
        """Choose the kind that comes next, if it is there; the keyboard stays where another one is looked up."""
        self._list.choose(soort)

    def _resume(self, begun: Begun) -> None:
        self._list.choose(begun.soort)
        if self._form is not None and self._soort == begun.soort:
            (self._form.propose if begun.proposed else self._form.put)(begun.waarden)
            self._form.go_on()
        if begun.proposed:
            return
        # Also where it can't happen any more: with another kind chosen, what fits there is filled in.
        self._soort, self._known = begun.soort, {key: text for key, text in begun.waarden.items() if text}
        self._keeper.begin(GebeurtenisInvoer(begun.soort, begun.waarden, draft_id=begun.draft_id))

    def _in_hand(self) -> dict[str, str]:
        """Return what somebody filled in, also with a kind chosen earlier; `datum` stands in any of them."""
        if self._form is None:
            return self._known
        asked = self._form.waarden()
        elsewhere = {key: text for key, text in self._known.items() if key not in asked}
        return {**elsewhere, "datum": asked["datum"], **self._form.typed()}

    def _typed(self) -> GebeurtenisInvoer | None:
        """Return what is to be kept; None as long as there is nothing but what the program filled in."""
        in_hand = self._in_hand()
        if in_hand.keys() <= {"datum"}:
            return None
        return GebeurtenisInvoer(self._soort, in_hand | ({} if self._form is None else self._form.waarden()))

    def _begin(self) -> None:
        if self._form is not None:
            self._form.begin()

    def _on_record(self) -> None:
        form, soort = self._form, self._list.soort()
        if form is None or soort is None or self.at_work:
            return
        datum, velden, keeper = form.datum(), form.velden(), self._keeper
        keeper.keep()

        def service(desk: Desk) -> Changes:
            return record_gebeurtenis(
                desk, self._dossier_id, soort, datum, velden, draft_id=keeper.draft_id()
            )

        self.work(at_work=True)
        self._workspace.change(self, service, self._on_recorded, self._on_failed)

    def _on_recorded(self, _changes: Changes) -> None:
        self.work(at_work=False)
        self._keeper.let_be()
        self._workspace.notices.tell(f"Vastgelegd: {self._title.text()}.")
        self.accept()

    def _on_failed(self, error: DeskError) -> None:
        self.work(at_work=False)
        faults = faults_by_field(error)
        placed = self._form is not None and self._form.show_faults(faults)
        self._error.tell("" if placed else f"{error.title}. {error}")

    def reject(self) -> None:
        """Close without recording, unless it is being recorded now; what was filled in can be taken up again."""
        if self.at_work:
            return
        left = self._typed()
        if left is not None:
            self.abandoned.emit(left)
        self._keeper.discard()
        super().reject()
