"""A question before something that can't be undone, or that asks for a reason or a date."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from klachtdesk.errors import DeskError, InvalidInput
from klachtdesk.formulieren import Veld
from klachtdesk.services.changes import Changes
from klachtdesk.services.desk import Desk
from klachtdesk.ui.forms.field_box import FieldBox
from klachtdesk.ui.widgets.controls import push_button, text_label
from klachtdesk.ui.widgets.working_dialog import WorkingDialog
from klachtdesk.ui.workspace import Workspace

_WIDTH = 520


@dataclass(frozen=True, slots=True)
class Vraag:
    """What is asked. `naam` is the object name; `velden` are asked for with it."""

    naam: str
    titel: str
    uitleg: str
    ja: str
    velden: Sequence[Veld] = ()


class VraagDialog(WorkingDialog):
    """Does `act` with the answers and closes when that succeeds; Esc means no.

    Where `act` raises an error of the kind `asks_again`, the question is put once more with what the error says, and
    the second yes calls `act` with True.
    """

    def __init__(
        self,
        workspace: Workspace,
        vraag: Vraag,
        act: Callable[[Desk, dict[str, str], bool], Changes],
        done: Callable[[], None],
        parent: QWidget,
        asks_again: type[DeskError] | None = None,
    ) -> None:
        super().__init__(parent)
        self.setObjectName(vraag.naam)
        self.setWindowTitle(vraag.titel)
        self.setWindowModality(Qt.WindowModality.WindowModal)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setMinimumWidth(_WIDTH)
        self.setAccessibleDescription(vraag.uitleg)
        self._workspace = workspace
        self._act = act
        self._done = done
        self._asks_again = asks_again
        self._again = False
        self.boxes = {
            veld.sleutel: FieldBox(veld, f"{vraag.naam}.{veld.sleutel}", workspace.klok.vandaag)
            for veld in vraag.velden
        }
        self._error = text_label(look="error", name=f"{vraag.naam}.fout", wrap=True)
        self._error.hide()
        self._no = push_button(f"{vraag.naam}.nee", "&Annuleren", self.reject)
        self._yes = push_button(f"{vraag.naam}.ja", vraag.ja, self._on_yes, look="primary")
        self._assemble(vraag)

    def _assemble(self, vraag: Vraag) -> None:
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        buttons.addStretch()
        buttons.addWidget(self._no)
        buttons.addWidget(self._yes)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 20, 24, 18)
        column.setSpacing(12)
        column.addWidget(text_label(vraag.titel, look="heading", wrap=True))
        column.addWidget(text_label(vraag.uitleg, wrap=True))
        for box in self.boxes.values():
            column.addWidget(box)
        column.addStretch(1)
        column.addWidget(self._error)
        column.addLayout(buttons)
        if self.boxes:
            next(iter(self.boxes.values())).field.focus_target().setFocus()
        else:
            self._no.setDefault(True)
            self._no.setFocus()

    def _on_yes(self) -> None:
        if self.at_work:
            return
        answers = {key: box.field.text() for key, box in self.boxes.items()}
        again = self._again

        def service(desk: Desk) -> Changes:
            return self._act(desk, answers, again)

        self.work(at_work=True)
        self._workspace.change(self, service, self._on_done, self._on_failed)

    def _on_done(self, _changes: Changes) -> None:
        self.accept()
        self._done()

    def _on_failed(self, error: DeskError) -> None:
        self.work(at_work=False)
        faults = error.fields if isinstance(error, InvalidInput) else {}
        for key, box in self.boxes.items():
            box.show_fault(faults.get(key, ""))
        if self._asks_again is not None and isinstance(error, self._asks_again):
            self._again = True
            self._yes.setText("&Ja, toch doen")
        elif self._again:
            self._again = False
        lines = [f"{error.title}. {error}", *getattr(error, "faults", ())]
        self._error.setText("\n".join(lines))
        self._error.setVisible(not faults.keys() & self.boxes.keys())
        self._grow()

    def _grow(self) -> None:
        """Make room for what is said now; a dialog does not do so by itself for words that wrap."""
        layout = self.layout()
        if layout is not None:
            layout.activate()
            self.resize(self.width(), max(self.height(), layout.totalHeightForWidth(self.width())))

    def showEvent(self, event: QShowEvent) -> None:
        """Take the height that the words need."""
        super().showEvent(event)
        self._grow()
