"""A reglement in the making: its form, its text, what is wrong with it, and from when it is to hold."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QPlainTextEdit, QVBoxLayout, QWidget

from klachtdesk.dutch import counted
from klachtdesk.errors import DeskError, InvalidInput
from klachtdesk.services.changes import Changes
from klachtdesk.services.desk import Desk
from klachtdesk.services.eigen_reglement.concepten import (
    edit_concept,
    edit_tekst,
    read_concept,
)
from klachtdesk.ui.instellingen.concept_form import ConceptForm
from klachtdesk.ui.instellingen.concept_vragen import ask_discard, ask_put_in_force
from klachtdesk.ui.instellingen.editor_frame import editor_head, lay_out_editor
from klachtdesk.ui.instellingen.fouten import FoutenLijst
from klachtdesk.ui.instellingen.reglement_bestand import ask_export
from klachtdesk.ui.instellingen.vergelijking_dialog import VergelijkingDialog
from klachtdesk.ui.keys import add_keys
from klachtdesk.ui.theme import restyle
from klachtdesk.ui.widgets.controls import chip, let_go, page_tabs, push_button, text_label
from klachtdesk.ui.widgets.keyboard_kept import keyboard_kept
from klachtdesk.ui.widgets.toml_view import TomlView
from klachtdesk.ui.workspace import Workspace
from klachtdesk.views.reglementbeheer import ConceptView

_IN_ORDER = "Er is niets mis met dit reglement. Het kan van kracht worden."


class ConceptEditor(QWidget):
    """Edits one concept; whatever leaves it saves it first, so that nothing typed is lost."""

    left = Signal()

    def __init__(self, workspace: Workspace, concept_id: int) -> None:
        super().__init__()
        self.setObjectName("concept")
        self._workspace = workspace
        self._concept_id = concept_id
        self._view: ConceptView | None = None
        self._form: ConceptForm | None = None
        self._title = text_label(look="heading", name="concept.titel", wrap=True)
        self._state = chip("", "", "concept.stand")
        self._unsaved = text_label(look="muted", name="concept.opgeslagen")
        self._tabs = page_tabs("concept.tabs")
        self._form_tab = QWidget()
        self._tekst = QPlainTextEdit()
        self._fouten = FoutenLijst("concept.fouten")
        self._toml = TomlView("concept.toml", "Het bestand van het reglement", "")
        self._assemble()
        self._connect()
        self._read()

    def _assemble(self) -> None:
        head = editor_head("concept", "Reglementen", self.leave, self._title, self._unsaved, self._state)
        self._tekst.setObjectName("concept.tekst")
        self._tekst.setAccessibleName("Tekst van het reglement")
        self._tekst.setTabChangesFocus(True)
        QVBoxLayout(self._form_tab).setContentsMargins(0, 0, 0, 0)
        self._tabs.addTab(self._form_tab, "Formulier")
        self._tabs.addTab(_padded(self._tekst), "Tekst")
        self._tabs.addTab(self._fouten, "Controle")
        self._tabs.addTab(_padded(self._toml), "Bestand")
        buttons = (
            push_button("concept.opslaan", "&Opslaan", self.save, look="primary", icon="check", tip="Ctrl+S"),
            push_button("concept.vergelijken", "Wat verandert dit?", self._on_compare),
            push_button("concept.van_kracht", "&Van kracht laten worden…", self._on_put_in_force),
            push_button("concept.exporteren", "Exporteren…", self._on_export, look="quiet"),
            push_button("concept.weggooien", "Weggooien", self._on_discard, look="quiet"),
        )
        lay_out_editor(self, head, self._tabs, buttons)
        add_keys(self, (QKeySequence.StandardKey.Save, self.save), (Qt.Key.Key_Escape, self.leave))

    def _connect(self) -> None:
        self._tekst.textChanged.connect(self._show_unsaved)
        self._workspace.flushing.connect(self._on_flushing)

    @property
    def altered(self) -> bool:
        """Whether something was typed that is not saved."""
        if self._view is None or self._form is None:
            return False
        return self._form.draft.altered or self._tekst.toPlainText() != self._view.tekst

    def save(self) -> None:
        """Keep what was typed, and check the reglement anew."""
        self._save(lambda: self._workspace.notices.tell("Opgeslagen."))

    def leave(self) -> None:
        """Go back to the list; what was typed is saved, also meanwhile."""
        typed = self._typed()
        self._save(lambda: self.left.emit() if self._typed() == typed else self.leave())

    def _typed(self) -> tuple[dict[str, str], str]:
        """Return what stands here now: in the form, and as the text."""
        return {} if self._form is None else self._form.waarden(), self._tekst.toPlainText()

    def _save(self, then: Callable[[], object], failed: Callable[[DeskError], None] | None = None) -> None:
        if not self.altered or self._form is None:
            then()
            return
        waarden, tekst = typed = self._typed()

        def service(desk: Desk) -> Changes:
            edit_concept(desk, self._concept_id, waarden)
            return edit_tekst(desk, self._concept_id, tekst)

        def done(_changes: Changes) -> None:
            self._read(typed)
            then()

        self._workspace.change(self, service, done, failed or self._on_failed)

    def _read(self, saved: tuple[dict[str, str], str] | None = None) -> None:
        service = partial(read_concept, concept_id=self._concept_id)
        self._workspace.read(self, service, partial(self._show, saved), self._on_gone)

    def _show(self, saved: tuple[dict[str, str], str] | None, view: ConceptView) -> None:
        """Show how it stands; what was typed while that was saved is what counts in the form and the text."""
        kept = saved is not None and self._form is not None and self._typed() != saved
        self._view = view
        self._title.setText(f"{view.naam or 'Zonder naam'}, versie {view.versie or '?'} (concept)")
        self._show_faults(view.fouten)
        self._toml.setPlainText(view.toml)
        if not kept and self._tekst.toPlainText() != view.tekst:
            self._tekst.setPlainText(view.tekst)
        if self._form is not None and (kept or self._form.shows(view.formulier)):
            now_saved = saved[0] if saved is not None else self._form.draft.waarden
            self._form.draft.saved({key: text for key, text in now_saved.items() if text})
        else:
            self._show_form(view)
        self._show_unsaved()

    def _show_faults(self, fouten: tuple[str, ...]) -> None:
        number = len(fouten)
        words = counted(number, "fout", "fouten") if number else "Klopt"
        self._state.setText(words)
        restyle(self._state, "look", "chip-danger" if number else "chip-good")
        self._tabs.setTabText(2, f"Controle ({number})" if number else "Controle")
        self._fouten.show_fouten(fouten, _IN_ORDER)

    def _show_form(self, view: ConceptView) -> None:
        """Make the form anew, for the reglement may have got other sections; stay at the same one."""
        with keyboard_kept(self._form_tab):
            self._make_form(view)

    def _make_form(self, view: ConceptView) -> None:
        old = self._form
        form = ConceptForm(view.formulier, self._workspace.klok.vandaag)
        form.edited.connect(self._show_unsaved)
        form.row_removed.connect(self._workspace.notices.tell)
        layout = self._form_tab.layout()
        if layout is not None:
            layout.addWidget(form)
        self._form = form
        if old is None:
            form.focus_first()
            return
        form.open_section(old.section)
        let_go(old)

    def _show_unsaved(self) -> None:
        self._unsaved.setText("Nog niet opgeslagen" if self.altered else "")

    def _on_failed(self, error: DeskError) -> None:
        if isinstance(error, InvalidInput) and self._form is not None:
            self._tabs.setCurrentWidget(self._form_tab)
            self._form.show_faults(error.fields)
        self._workspace.notices.tell_error(error)

    def _on_gone(self, error: DeskError) -> None:
        self._workspace.notices.tell_error(error)
        self.left.emit()

    def _on_flushing(self) -> None:
        self._save(lambda: None, self._workspace.keeping_failed.emit)

    def _on_compare(self) -> None:
        self._save(lambda: VergelijkingDialog(self._workspace, self._concept_id, self.window()).open())

    def _on_export(self) -> None:
        titel = self._view.naam if self._view else ""
        self._save(lambda: ask_export(self._workspace, self, titel, concept_id=self._concept_id))

    def _on_put_in_force(self) -> None:
        service = partial(read_concept, concept_id=self._concept_id)
        self._save(lambda: self._workspace.open(self, service, self._ask_put_in_force))

    def _ask_put_in_force(self, view: ConceptView) -> None:
        if view.fouten:
            self._tabs.setCurrentWidget(self._fouten)
            self._workspace.notices.tell(
                "Dit reglement kan nog niet van kracht worden: kijk wat er niet klopt."
            )
            return
        ask_put_in_force(
            self._workspace, self._concept_id, view.vervangbaar, self.window(), self._on_in_force
        )

    def _on_in_force(self) -> None:
        self._workspace.notices.tell("Het reglement is vastgelegd.")
        self.left.emit()

    def _on_discard(self) -> None:
        ask_discard(self._workspace, self._concept_id, self.window(), self.left.emit)


def _padded(widget: QWidget) -> QWidget:
    around = QWidget()
    around.setProperty("look", "clear")
    column = QVBoxLayout(around)
    column.setContentsMargins(24, 14, 24, 14)
    column.addWidget(widget)
    return around
