"""A form with what is needed to work in it: the form, how its draft stands, and the buttons under it."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace

from PySide6.QtCore import Signal
from PySide6.QtGui import QKeySequence, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from klachtdesk.errors import DeskError, InvalidInput
from klachtdesk.formulieren import Formulier
from klachtdesk.ui.dutch_dates import short_moment
from klachtdesk.ui.forms.draft import Draft
from klachtdesk.ui.forms.form_widget import FormWidget
from klachtdesk.ui.forms.keeper import DraftKeeper
from klachtdesk.ui.forms.outline import FormOutline
from klachtdesk.ui.keys import add_keys
from klachtdesk.ui.widgets.controls import card, let_go, push_button, text_label
from klachtdesk.ui.widgets.keyboard_kept import keyboard_kept
from klachtdesk.ui.workspace import Workspace
from klachtdesk.views.formulier import FormulierView


@dataclass(frozen=True, slots=True)
class EditorWords:
    """What the buttons under a form say."""

    save: str
    save_tip: str
    discard: str


class FormEditor(QWidget):
    """Keeps what is typed as a draft; saving and discarding are left to `save` and the signal `discarded`.

    `save` gets the draft, and calls `saving_failed` when the service refuses it.
    """

    discarded = Signal(object)
    """The form as it was thrown away, a FormulierView: `keep_again` brings it back."""

    def __init__(
        self,
        workspace: Workspace,
        view: FormulierView,
        words: EditorWords,
        save: Callable[[Draft], None],
    ) -> None:
        super().__init__()
        self.setObjectName(f"{view.formulier.sleutel}.bewerken")
        self._workspace = workspace
        self._view = view
        self._save = save
        self.draft = Draft(view)
        self.keeper = DraftKeeper(workspace, self.draft, self)
        self._column = QVBoxLayout(self)
        self.form, self._outline = self._make_form()
        name = view.formulier.sleutel
        self._state = text_label(look="muted", name=f"{name}.concept")
        self._save_button = push_button(
            f"{name}.opslaan", words.save, self.save, look="primary", icon="check", tip=words.save_tip
        )
        self._discard_button = push_button(f"{name}.weggooien", words.discard, self.discard, look="quiet")
        self._assemble()
        self._connect()
        if view.bewaard_op is not None:
            self._state.setText(f"Concept bewaard {short_moment(view.bewaard_op, workspace.klok.vandaag())}")
        self._show_state()

    def _assemble(self) -> None:
        foot = card(look="foot")
        row = QHBoxLayout(foot)
        row.setContentsMargins(24, 10, 24, 10)
        row.setSpacing(10)
        row.addWidget(self._save_button)
        row.addWidget(self._discard_button)
        row.addStretch()
        row.addWidget(self._state)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self._column.addWidget(self.form, 1)
        self._column.addWidget(foot)

    def _make_form(self) -> tuple[FormWidget, FormOutline]:
        form = FormWidget(self.draft, self._workspace.klok.vandaag)
        form.edited.connect(self._on_edited)
        form.row_removed.connect(self._workspace.notices.tell)
        outline = FormOutline(self.draft.formulier, form)
        outline.section_wanted.connect(form.show_section)
        return form, outline

    def _connect(self) -> None:
        self.keeper.told.connect(self._state.setText)
        self._workspace.flushing.connect(self.keeper.keep)
        add_keys(
            self,
            (QKeySequence.StandardKey.Save, self.save),
            ("Ctrl+PgDown", lambda: self.form.show_next_section(1)),
            ("Ctrl+PgUp", lambda: self.form.show_next_section(-1)),
        )

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Show the sections beside the form only where they cost it no width."""
        super().resizeEvent(event)
        self._outline.place(event.size())

    def change_formulier(self, formulier: Formulier) -> bool:
        """Go on with the same draft on a form with other lists; return whether a choice is not in those.

        The keyboard stays where it was.
        """
        old, place = self.form, self.form.verticalScrollBar().value()
        dropped = self.draft.change_formulier(formulier)
        with keyboard_kept(self):
            self.form, self._outline = self._make_form()
            self._column.insertWidget(0, self.form, 1)
            self._outline.place(self.size())
            let_go(old)
        self.form.scroll_back_to(place)
        self._on_edited()
        return dropped

    def shows(self, view: FormulierView) -> bool:
        """Return whether a form that was read is what stands here."""
        filled = {key: text for key, text in view.waarden.items() if text}
        read = (view.formulier, filled, view.draft_id, view.vaste_sleutels)
        draft = self.draft
        return read == (draft.formulier, draft.waarden, draft.draft_id, draft.vaste_sleutels)

    def save(self) -> None:
        """Check everything at once and hand the draft over to be saved; once, however often the keys are pressed."""
        if not self._save_button.isEnabled():
            return
        faults = self.draft.faults(self._workspace.klok.vandaag())
        if faults:
            self.keeper.keep()
            self.form.show_faults(faults)
            many = "één veld klopt" if len(faults) == 1 else f"{len(faults)} velden kloppen"
            self._workspace.notices.tell(f"Nog niet opgeslagen: {many} nog niet. Wat u typte is bewaard.")
            return
        self.keeper.keep()  # so that nothing is lost when it is refused after this form was left
        self._save_button.setEnabled(False)
        self._save(self.draft)

    def saving_failed(self, error: DeskError) -> None:
        """Show why it was refused, at the fields it is about, and keep what was typed."""
        self._save_button.setEnabled(True)
        self.keeper.keep()
        if isinstance(error, InvalidInput) and error.fields:
            self.form.show_faults(error.fields)
        self._workspace.notices.tell_error(error)

    def saved(self, waarden: Mapping[str, str]) -> None:
        """Note that these values are saved; what was typed while that went on is kept."""
        self.draft.saved(waarden)
        self._save_button.setEnabled(True)
        self._state.setText("Opgeslagen")
        self._show_state()
        if self.draft.to_keep:
            self.keeper.touch()

    def discard(self) -> None:
        """Throw away what was not saved."""
        taken = replace(self._view, waarden=self.draft.waarden, bijlagen=self.keeper.discard())
        self.draft.saved(self.draft.waarden)
        self.discarded.emit(taken)

    def draft_made(self) -> None:
        """Note that there is a draft by now, though perhaps nothing was typed: a file was added."""
        self._show_state()

    def _on_edited(self) -> None:
        self.keeper.touch()
        self._show_state()

    def _show_state(self) -> None:
        self._discard_button.setEnabled(self.draft.unsaved)
