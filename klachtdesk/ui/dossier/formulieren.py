"""The forms of a dossier, one at a time, each editable for as long as the dossier is there."""

from collections.abc import Callable
from functools import partial

import shiboken6
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QMenu, QPushButton, QVBoxLayout, QWidget

from klachtdesk.errors import DeskError
from klachtdesk.formulieren import FORMULIEREN
from klachtdesk.services.changes import Changes
from klachtdesk.services.desk import Desk
from klachtdesk.services.formulier_pdf import BewaardFormulier, keep_formulier, preview_formulier
from klachtdesk.services.formulieren import read_formulier, read_wijzigingen, save_formulier
from klachtdesk.ui.dialogs.document_dialog import open_preview
from klachtdesk.ui.dialogs.klachtenformulier import ask_save_form
from klachtdesk.ui.dialogs.wijzigingen import WijzigingenDialog
from klachtdesk.ui.forms.draft import Draft
from klachtdesk.ui.forms.editor import EditorWords, FormEditor
from klachtdesk.ui.forms.keeper import keep_again
from klachtdesk.ui.widgets.controls import let_go, push_button, text_label
from klachtdesk.ui.widgets.flow_layout import FlowLayout
from klachtdesk.ui.widgets.keyboard_kept import keyboard_kept
from klachtdesk.ui.workspace import Workspace
from klachtdesk.views.formulier import FormulierView, WijzigingRegel

_WORDS = EditorWords(
    "&Opslaan", "De oude waarden blijven te zien bij ‘Eerdere waarden’ (Ctrl+S)", "&Wijzigingen weggooien"
)


class Formulieren(QWidget):
    """Chooses a form and edits it."""

    def __init__(self, workspace: Workspace, dossier_id: int) -> None:
        super().__init__()
        self.setObjectName("dossier.formulieren")
        self._workspace = workspace
        self._dossier_id = dossier_id
        self._editor: FormEditor | None = None
        self._shown = ""
        self._coming = 0
        self._buttons: dict[str, QPushButton] = {}
        self._group = QButtonGroup(self)
        self._explanation = text_label(look="muted", wrap=True)
        self._menu = QMenu(self)
        self._fill_menu()
        self._column = QVBoxLayout(self)
        self._assemble()

    def _assemble(self) -> None:
        forms = FlowLayout()
        for sleutel, formulier in FORMULIEREN.items():
            button = push_button(
                f"dossier.formulier.{sleutel}", formulier.titel, partial(self.open, sleutel), look="segment"
            )
            button.setCheckable(True)
            self._group.addButton(button)
            self._buttons[sleutel] = button
            forms.addWidget(button)
        row = QHBoxLayout()
        row.setContentsMargins(24, 12, 24, 0)
        row.addLayout(forms, 1)
        paper = push_button("dossier.formulier.pdf", "Als pdf", lambda: None, look="quiet", icon="printer")
        paper.setMenu(self._menu)
        row.addWidget(paper, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(
            push_button(
                "dossier.wijzigingen", "Eerdere waarden", self._on_history, look="quiet", icon="history"
            ),
            0,
            Qt.AlignmentFlag.AlignTop,
        )
        below = QHBoxLayout()
        below.setContentsMargins(24, 6, 24, 8)
        below.addWidget(self._explanation)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self._column.addLayout(row)
        self._column.addLayout(below)
        self._column.addStretch()

    def _fill_menu(self) -> None:
        for name, words, act in (
            ("bekijken", "Bekijken en afdrukken", self._on_preview),
            ("bewaren", "Bewaren bij de documenten", self._on_keep),
            ("klachtenformulier", "Leeg klachtenformulier opslaan…", self._on_empty_form),
        ):
            action = self._menu.addAction(words)
            action.setObjectName(f"dossier.formulier.pdf.{name}")
            action.triggered.connect(lambda _checked, act=act: act())

    def open(self, sleutel: str, *, focus: bool = False) -> None:
        """Show a form; typing in the one that is in sight is kept first."""
        if self._editor is not None:
            self._editor.keeper.keep()
        self._shown = sleutel
        self._coming += 1
        self._buttons[sleutel].setChecked(True)
        service = partial(read_formulier, dossier_id=self._dossier_id, formulier=sleutel)
        before = {} if self._editor is None else self._editor.draft.waarden
        self._workspace.read(self, service, partial(self._show, before, focus=focus), self._on_failed)

    def open_first(self) -> None:
        """Show the form that is shown already, as it stands now, or else the first."""
        if not self._coming and (self._editor is None or not self._editor.draft.unsaved):
            self.open(self._shown or next(iter(self._buttons)))

    def _on_failed(self, error: DeskError) -> None:
        self._coming -= 1
        self._workspace.notices.tell_error(error)

    def _show(self, before: dict[str, str], view: FormulierView, *, focus: bool) -> None:
        """Show a form that was read, unless it is there already; `before` is what stood on the screen until then."""
        self._coming -= 1
        if view.formulier.sleutel != self._shown:
            return
        old = self._editor
        same = old is not None and old.draft.formulier.sleutel == view.formulier.sleutel
        if old is not None and same and (old.draft.waarden != before or old.shows(view)):
            if focus and old.draft.waarden == before:
                old.form.focus_first()
            return  # somebody typed in it since: what is on the screen is what counts
        with keyboard_kept(self):
            self._replace(view, old.form.verticalScrollBar().value() if old is not None and same else 0)
        if focus and self._editor is not None:
            self._editor.form.focus_first()

    def _replace(self, view: FormulierView, old_place: int) -> None:
        if self._editor is not None:
            self._editor.keeper.keep()  # what was typed while the other form was read
            let_go(self._editor)
        self._explanation.setText(view.formulier.uitleg)
        editor = FormEditor(self._workspace, view, _WORDS, self._save)
        editor.discarded.connect(self._on_discarded)
        self._column.takeAt(2)
        self._column.insertWidget(2, editor, 1)
        self._editor = editor
        if old_place:
            editor.form.scroll_back_to(old_place)

    def _save(self, draft: Draft) -> None:
        waarden = draft.waarden

        def service(desk: Desk) -> Changes:
            return save_formulier(
                desk, self._dossier_id, draft.formulier.sleutel, waarden, draft_id=draft.draft_id
            )

        editor = self._editor
        if editor is not None:
            self._save_in(editor, waarden, service)

    def _save_in(
        self, editor: FormEditor, waarden: dict[str, str], service: Callable[[Desk], Changes]
    ) -> None:
        """Save; who left the form meanwhile hears of it all the same, for the work is of the workspace."""
        workspace, titel = self._workspace, editor.draft.formulier.titel

        def done(_changes: Changes) -> None:
            if shiboken6.isValid(editor):
                editor.saved(waarden)
            workspace.notices.tell(f"{titel} opgeslagen.")

        def refused(error: DeskError) -> None:
            if shiboken6.isValid(editor):
                editor.saving_failed(error)
            else:
                workspace.notices.tell_error(error)

        workspace.change(workspace, service, done, refused)

    def _on_discarded(self, view: FormulierView) -> None:
        self.open(view.formulier.sleutel)

        def undo() -> None:
            keep_again(self._workspace, self, view, lambda _draft_id: self.open(view.formulier.sleutel))

        self._workspace.notices.tell("Wat niet was opgeslagen is weggegooid.", undo=undo)

    def _on_preview(self) -> None:
        self._say_unsaved()
        make = partial(preview_formulier, dossier_id=self._dossier_id, formulier=self._shown)
        open_preview(self._workspace, self, FORMULIEREN[self._shown].titel, make)

    def _on_keep(self) -> None:
        self._say_unsaved()
        titel = FORMULIEREN[self._shown].titel

        def told(_made: BewaardFormulier) -> None:
            self._workspace.notices.tell(f"{titel} bewaard bij de documenten van dit dossier.")

        service = partial(keep_formulier, dossier_id=self._dossier_id, formulier=self._shown)
        self._workspace.make(self, service, told)

    def _on_empty_form(self) -> None:
        ask_save_form(self._workspace, self, dossier_id=self._dossier_id)

    def _say_unsaved(self) -> None:
        if self._editor is not None and self._editor.draft.unsaved:
            self._workspace.notices.tell("Wat u nog niet hebt opgeslagen, staat niet in de pdf.")

    def _on_history(self) -> None:
        service = partial(read_wijzigingen, dossier_id=self._dossier_id)
        self._workspace.open(self, service, self._show_history)

    def _show_history(self, regels: tuple[WijzigingRegel, ...]) -> None:
        dialog = WijzigingenDialog(regels, self._workspace.klok.vandaag(), self.window())
        dialog.setWindowModality(Qt.WindowModality.WindowModal)
        dialog.open()
