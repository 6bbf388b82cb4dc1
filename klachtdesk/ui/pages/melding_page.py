"""A new melding: an empty form, ready to be typed in while somebody is on the line."""

from collections.abc import Sequence
from functools import partial

import shiboken6
from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from klachtdesk.errors import DeskError
from klachtdesk.services.desk import Desk
from klachtdesk.services.formulier_import import KANAAL, list_missing
from klachtdesk.services.formulieren import Registratie, register_melding
from klachtdesk.ui.announce import announce
from klachtdesk.ui.forms.draft import Draft
from klachtdesk.ui.forms.editor import EditorWords, FormEditor
from klachtdesk.ui.keys import add_keys
from klachtdesk.ui.pages.melding_bijlagen import DraftBijlagen
from klachtdesk.ui.widgets.aandacht import Aandacht
from klachtdesk.ui.widgets.choice import Choice
from klachtdesk.ui.widgets.controls import push_button, text_label
from klachtdesk.ui.workspace import Workspace
from klachtdesk.views.bijlagen import Bestand
from klachtdesk.views.formulier import REGLEMENT, FormulierView

_REGLEMENT_LETTERS = 42
"""Room for the name of a reglement, at most."""

_REGLEMENT_WIDTH = 180
"""Pixels that are left of that room in a narrow window."""

_WORDS = EditorWords("&Registreren", "Er komt een dossier met een nummer (Ctrl+S)", "&Weggooien")


class MeldingPage(QWidget):
    """One meldingsformulier that is not a dossier yet. Leaving it loses nothing: what was typed is a draft."""

    registered = Signal(int)
    left = Signal()
    discarded = Signal(object)
    """The form as it was thrown away."""
    form_wanted = Signal()
    """Read in a klachtenformulier that somebody filled in."""
    files_wanted = Signal()
    """Ask which files belong to this melding."""

    def __init__(self, workspace: Workspace, view: FormulierView) -> None:
        super().__init__()
        self.setObjectName("melding")
        self._workspace = workspace
        self.editor = FormEditor(workspace, view, _WORDS, self._save)
        self.editor.discarded.connect(self.discarded)
        self._view = view
        self._aandacht = Aandacht("melding.aandacht")
        self._bijlagen = DraftBijlagen(workspace, self.editor.draft)
        self._bijlagen.draft_made.connect(self.editor.draft_made)
        self._told = False
        self._reglement = Choice(self)
        self._reglement.setVisible(bool(view.reglementen))
        self._assemble()
        add_keys(self, (Qt.Key.Key_Escape, self.leave))

    def _assemble(self) -> None:
        head = QHBoxLayout()
        head.setContentsMargins(16, 16, 24, 8)
        head.setSpacing(10)
        head.addWidget(
            push_button(
                "melding.terug", "Terug", self.leave, look="quiet", icon="arrow-left", tip="Terug (Esc)"
            )
        )
        texts = QVBoxLayout()
        texts.setSpacing(0)
        texts.addWidget(text_label("Nieuwe melding", look="title"))
        texts.addWidget(text_label(self._view.formulier.uitleg, look="muted", wrap=True))
        head.addLayout(texts, 1)
        for button in self._file_buttons():
            head.addWidget(button)
        page = QVBoxLayout(self)
        page.setContentsMargins(0, 0, 0, 0)
        page.setSpacing(0)
        page.addLayout(head)
        if self._view.reglementen:
            page.addLayout(self._choose_reglement())
        page.addWidget(self._aandacht)
        page.addWidget(self._bijlagen)
        page.addWidget(self.editor, 1)

    def _file_buttons(self) -> tuple[QPushButton, QPushButton]:
        return (
            push_button(
                "melding.inlezen",
                "Formulier inlezen…",
                self.form_wanted.emit,
                look="quiet",
                icon="file-text",
                tip="Lees een ingevuld klachtenformulier in",
            ),
            push_button(
                "melding.bestand",
                "Bestand toevoegen…",
                self.files_wanted.emit,
                look="quiet",
                icon="paperclip",
                tip="Voeg een bestand toe, of sleep het hierheen (Ctrl+O)",
            ),
        )

    def _choose_reglement(self) -> QHBoxLayout:
        """Return the choice of the reglement that this melding falls under; Ctrl+R goes to the next one."""
        choice = self._reglement
        choice.setObjectName("melding.reglement")
        for item in self._view.reglementen:
            choice.addItem(item.naam, item.sleutel)
        choice.setCurrentIndex(choice.findData(self._view.waarden[REGLEMENT]))
        longest = max(len(item.naam) for item in self._view.reglementen)
        choice.setMinimumContentsLength(min(longest, _REGLEMENT_LETTERS))
        choice.setMinimumWidth(_REGLEMENT_WIDTH)
        choice.setToolTip("Het volgende reglement: Ctrl+R")
        choice.currentIndexChanged.connect(self._on_reglement)
        label = text_label("Valt onder (Ctrl+R)", look="muted")
        label.setBuddy(choice)
        add_keys(self, ("Ctrl+R", self._next_reglement))
        row = QHBoxLayout()
        row.setContentsMargins(24, 0, 24, 10)
        row.setSpacing(8)
        row.addWidget(label)
        row.addWidget(choice)
        row.addStretch()
        return row

    def begin(self) -> None:
        """Put the keyboard in the first field; of a klachtenformulier, say what is missing on it."""
        self.editor.form.focus_first()
        waarden = self._view.waarden
        if not self._told and waarden.get("kanaal") == KANAAL:
            self._workspace.read(self, partial(list_missing, waarden=waarden), self.tell)

    def tell(self, ontbreekt: Sequence[str], opmerkingen: Sequence[str] = ()) -> None:
        """Say above the form what is missing, and what else to look at."""
        self._told = True
        self._aandacht.show_points(ontbreekt, opmerkingen)

    def take_files(self, files: Sequence[Bestand]) -> None:
        """Keep files with this melding."""
        self._bijlagen.add(files)

    def leave(self) -> None:
        """Keep what was typed and go back to the list."""
        self.editor.keeper.keep()
        self.left.emit()

    def _next_reglement(self) -> None:
        place = (self._reglement.currentIndex() + 1) % self._reglement.count()
        self._reglement.setCurrentIndex(place)
        announce(self, f"Valt onder {self._reglement.currentText()}")

    def _on_reglement(self, place: int) -> None:
        chosen = self._view.reglementen[place]
        self.editor.draft.put(REGLEMENT, chosen.sleutel)
        if self.editor.change_formulier(chosen.formulier):
            self._workspace.notices.tell(
                "Niet alles wat u koos staat in de lijsten van dit reglement. Kies opnieuw, of ga terug met Ctrl+R."
            )

    def _save(self, draft: Draft) -> None:
        waarden, workspace = draft.waarden, self._workspace

        def service(desk: Desk) -> Registratie:
            made = register_melding(desk, waarden, draft_id=draft.draft_id)
            # What is typed from Ctrl+S on becomes a draft of the dossier that the melding has become.
            draft.dossier_id = made.dossier_id
            return made

        def done(made: Registratie) -> None:
            workspace.notices.tell(f"Geregistreerd als dossier {made.nummer}.")
            if shiboken6.isValid(self) and self.isVisible():
                self.editor.saved(waarden)
                self.registered.emit(made.dossier_id)

        # Of the workspace, not of this page: who left it meanwhile hears of it all the same.
        workspace.make(workspace, service, done, self._on_refused)

    def _on_refused(self, error: DeskError) -> None:
        if shiboken6.isValid(self):
            self.editor.saving_failed(error)
        else:
            self._workspace.notices.tell_error(error)
