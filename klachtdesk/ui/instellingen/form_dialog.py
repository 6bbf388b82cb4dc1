"""A form in a dialog: to add something to the settings, or to change it."""

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from klachtdesk.errors import DeskError, InvalidInput
from klachtdesk.services.changes import Changes
from klachtdesk.services.desk import Desk
from klachtdesk.ui.forms.draft import Draft
from klachtdesk.ui.forms.form_widget import FormWidget
from klachtdesk.ui.notify import RESUME
from klachtdesk.ui.widgets.controls import card, push_button, text_label
from klachtdesk.ui.widgets.working_dialog import WorkingDialog
from klachtdesk.ui.workspace import Workspace
from klachtdesk.views.formulier import FormulierView

Save = Callable[[Desk, dict[str, str]], Changes]
"""A service that keeps the raw values of a form."""

_SIZE, _TALL = QSize(720, 640), QSize(720, 800)
"""The tall one is for a form with something under it."""


class FormDialog(WorkingDialog):
    """Saves through `save`; `saved` is called with the values once that is done.

    What was typed and not saved can be brought back from the notice. What `more` makes for it stands under the form.
    """

    def __init__(
        self,
        workspace: Workspace,
        view: FormulierView,
        save: Save,
        saved: Callable[[dict[str, str]], None],
        parent: QWidget,
        more: "Callable[[FormDialog], QWidget] | None" = None,
        button: str = "&Opslaan",
    ) -> None:
        super().__init__(parent)
        self.name = view.formulier.sleutel
        self.setObjectName(f"{self.name}.venster")
        self.setWindowTitle(view.formulier.titel)
        self.setWindowModality(Qt.WindowModality.WindowModal)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        wanted = _SIZE if more is None else _TALL
        self.resize(wanted.boundedTo(parent.screen().availableSize() - QSize(40, 60)))
        self._workspace = workspace
        self._view = view
        self._save = save
        self._saved = saved
        self._over = parent
        self.draft = Draft(view)
        self.form = FormWidget(self.draft, workspace.klok.vandaag)
        self._error = text_label(look="error", name=f"{self.name}.fout", wrap=True)
        self._error.hide()
        self._button = push_button(
            f"{self.name}.opslaan", button, self._on_save, look="primary", icon="check", tip="Ctrl+S"
        )
        self._more = more
        self._assemble()
        self._button.setDefault(True)  # else Enter in a line presses the first button, which gives up
        QShortcut(QKeySequence(QKeySequence.StandardKey.Save), self).activated.connect(self._on_save)
        self.form.focus_first()

    def _assemble(self) -> None:
        head = QVBoxLayout()
        head.setContentsMargins(24, 14, 24, 6)
        head.addWidget(text_label(self._view.formulier.uitleg, look="muted", wrap=True))
        foot = card(look="foot")
        row = QHBoxLayout(foot)
        row.setContentsMargins(24, 10, 24, 10)
        row.setSpacing(8)
        row.addWidget(self._error, 1)
        row.addStretch()
        row.addWidget(push_button(f"{self.name}.annuleren", "&Annuleren", self.reject))
        row.addWidget(self._button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(head)
        column.addWidget(self.form, 1)
        if self._more is not None:
            column.addWidget(self._more(self))
        column.addWidget(foot)

    def reject(self) -> None:
        """Close without saving, unless that is being done now; what was typed can be taken up again."""
        if self.at_work:
            return
        if self.draft.altered:
            typed = replace(self._view, waarden=self.draft.waarden)
            workspace, save, saved, parent = self._workspace, self._save, self._saved, self._over
            more = self._more
            workspace.notices.tell(
                "Er is niets opgeslagen.",
                undo=lambda: FormDialog(workspace, typed, save, saved, parent, more).open(),
                way_back=RESUME,
            )
        super().reject()

    def _on_save(self) -> None:
        if self.at_work:
            return
        faults = self.draft.faults(self._workspace.klok.vandaag())
        if faults:
            self.form.show_faults(faults)
            return
        self.work(at_work=True)
        waarden = self.draft.waarden

        def service(desk: Desk) -> Changes:
            return self._save(desk, waarden)

        def done(_changes: Changes) -> None:
            self.accept()
            self._saved(waarden)

        self._workspace.change(self, service, done, self._on_failed)

    def _on_failed(self, error: DeskError) -> None:
        self.work(at_work=False)
        faults = error.fields if isinstance(error, InvalidInput) else {}
        self.form.show_faults(faults)
        self._error.setText("Kijk naar de velden met een rode rand." if faults else str(error))
        self._error.show()
