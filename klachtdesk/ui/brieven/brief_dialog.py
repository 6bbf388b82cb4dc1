"""Making a letter: choose and type at the left, see it at the right, make it final, print it or hand it to the mail."""

from functools import partial
from pathlib import Path

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QCloseEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from klachtdesk.errors import DeskError, DocumentError, faults_by_field
from klachtdesk.services.brieven.afdruk import view_brieven
from klachtdesk.services.brieven.making import GemaakteBrief, finalize_brief
from klachtdesk.services.changes import Changes
from klachtdesk.services.desk import Desk
from klachtdesk.services.documenten import export_document
from klachtdesk.services.gebeurtenissen import NOT_BY_HAND
from klachtdesk.ui.announce import announce
from klachtdesk.ui.brieven.form import BriefForm
from klachtdesk.ui.brieven.keeper import BriefKeeper
from klachtdesk.ui.brieven.made import Made, MadeLetter
from klachtdesk.ui.brieven.preview import LivePreview
from klachtdesk.ui.dialogs.export import Export, ask_target
from klachtdesk.ui.dialogs.mail import mail_document
from klachtdesk.ui.forms.gebeurtenis_form import go_to_box
from klachtdesk.ui.notify import Notices
from klachtdesk.ui.screen_room import screen_room
from klachtdesk.ui.widgets.controls import card, push_button, text_label
from klachtdesk.ui.widgets.error_line import ErrorLine
from klachtdesk.ui.widgets.refusal import Refusal
from klachtdesk.ui.widgets.working_dialog import WorkingDialog
from klachtdesk.ui.workspace import Workspace
from klachtdesk.views.brief import BriefView

_SIDE = 400
"""Pixels for what there is to choose and to type."""


class BriefDialog(WorkingDialog):
    """One letter. Until it is final it can be left at any moment: what was typed is kept."""

    without_wanted = Signal(object)
    """The stap is to be recorded without a letter made here: what was typed for it, by key."""

    def __init__(
        self, workspace: Workspace, view: BriefView, parent: QWidget, *, can_without: bool = True
    ) -> None:
        super().__init__(parent)
        self.setObjectName("brief")
        self.setWindowTitle(f"{view.titel} {view.nummer}")
        self.setWindowFlag(Qt.WindowType.WindowMaximizeButtonHint)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.resize(QSize(1180, 740).boundedTo(screen_room(parent)))
        self._workspace = workspace
        self._view = view
        self._made: MadeLetter | None = None
        self._touched = False
        self._letter_read = False
        self._print_waits = False
        self._form = BriefForm(view, workspace.klok.vandaag)
        self._keeper = BriefKeeper(workspace, view.dossier_id, self._form.invoer, self)
        self._preview = LivePreview(workspace, view.dossier_id, self._form.invoer)
        self._side = QScrollArea()
        about = f"Dossier {view.nummer}. Wordt vastgelegd als: {view.gebeurtenis}."
        self._about = text_label(about, look="small", name="brief.gebeurtenis", wrap=True)
        self._error = ErrorLine("brief.fout")
        self._draft = text_label(look="muted", name="brief.concept")
        self._final = push_button(
            "brief.definitief_maken", "&Definitief maken", self._on_final, look="primary", icon="check"
        )
        self._discard = push_button(
            "brief.weggooien", "Concept weggooien", self._on_discard, look="quiet", icon="trash-2"
        )
        self._without = push_button("brief.zonder", "Vastleggen zonder brief", self._on_without, look="quiet")
        self._close = push_button("brief.sluiten", "&Sluiten", self.reject)
        self._notices = Notices(self)
        self._notices.setObjectName("brief.melding")
        self._without.setVisible(can_without and view.invoer.soort not in NOT_BY_HAND)
        self._prepare()
        self._assemble()
        self._connect()
        self._preview.draw()

    def _prepare(self) -> None:
        self._final.setDefault(True)
        self._final.setEnabled(False)  # until the letter has been on the screen
        self._discard.setVisible(self._view.invoer.draft_id is not None)
        self._side.setWidgetResizable(True)
        self._side.setFrameShape(QFrame.Shape.NoFrame)
        self._side.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._side.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._side.setWidget(self._form)

    def _assemble(self) -> None:
        left = QVBoxLayout()
        left.setContentsMargins(18, 16, 10, 12)
        left.setSpacing(8)
        left.addWidget(text_label(self._view.titel, look="heading", name="brief.titel", wrap=True))
        left.addWidget(self._about)
        if self._view.redenen:
            left.addWidget(Refusal(self._view.redenen))
        left.addWidget(self._side, 1)
        left.addWidget(self._error)
        side = QWidget()
        side.setProperty("look", "clear")
        side.setFixedWidth(_SIDE)
        side.setLayout(left)
        both = QHBoxLayout()
        both.setSpacing(0)
        both.addWidget(side)
        both.addWidget(self._preview, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(both, 1)
        column.addWidget(self._foot())

    def _foot(self) -> QFrame:
        foot = card(look="foot")
        row = QHBoxLayout(foot)
        row.setContentsMargins(14, 8, 14, 8)
        row.setSpacing(8)
        row.addWidget(self._without)
        row.addWidget(self._discard)
        row.addStretch(1)
        row.addWidget(self._draft)
        row.addWidget(self._close)
        row.addWidget(self._final)
        return foot

    def _connect(self) -> None:
        self._form.edited.connect(self._on_edited)
        self._keeper.told.connect(self._on_kept)
        self._preview.shown.connect(self._on_shown)
        for keys, act in (
            ("Ctrl+Return", self._final.click),
            (QKeySequence(QKeySequence.StandardKey.Print), self._on_print),
            ("Ctrl+M", lambda: self._press("brief.mailen")),
            (QKeySequence(QKeySequence.StandardKey.Save), lambda: self._press("brief.opslaan")),
        ):
            QShortcut(QKeySequence(keys), self).activated.connect(act)

    def _begin(self) -> None:
        """Put the keyboard where it is needed: in what must be filled in, or else on the button that ends it."""
        first = self._form.first_to_fill()
        if first is not None:
            go_to_box(first)
        else:
            self._final.setFocus()

    def _press(self, name: str) -> None:
        """Press a button that is only there once the letter is final."""
        button = self.findChild(QPushButton, name)
        if button is not None:
            button.click()

    def _on_shown(self) -> None:
        if self._made is not None:
            return
        self._final.setEnabled(self._view.mogelijk)
        if not self._touched:
            self._touched = True
            self._begin()

    def _on_edited(self) -> None:
        self._touched = True
        self._error.tell("")
        self._keeper.touch()
        self._preview.touch()

    def _on_kept(self, words: str) -> None:
        self._draft.setText(words)
        self._discard.setVisible(self._made is None)

    def _on_final(self) -> None:
        if self.at_work:
            return
        self._keeper.keep()
        self.work(at_work=True)
        invoer, keeper, dossier_id = self._form.invoer(), self._keeper, self._view.dossier_id

        def service(desk: Desk) -> GemaakteBrief:
            return finalize_brief(desk, dossier_id, keeper.as_kept(invoer))

        self._workspace.make(self, service, self._on_made, self._on_failed)

    def _on_made(self, made: GemaakteBrief) -> None:
        self.work(at_work=False)
        self._keeper.rest()
        self._preview.rest()
        letters = list(map(Made, made.documenten, made.titels, made.namen))
        self._made = MadeLetter(self._view.gebeurtenis, letters)
        self._made.print_wanted.connect(self._on_print)
        self._made.mail_wanted.connect(partial(mail_document, self._workspace, self, self._notices))
        self._made.save_wanted.connect(self._on_save)
        self._side.setWidget(self._made)
        for gone in (self._final, self._without, self._discard, self._draft, self._about):
            gone.hide()
        self._made.print.setDefault(True)
        self._made.print.setFocus()
        announce(self, "De brief is definitief.")
        service = partial(view_brieven, document_ids=made.documenten)
        self._workspace.read(self, service, self._on_letter_read, self._notices.tell_error)

    def _on_letter_read(self, inhoud: bytes) -> None:
        """Show the letter itself in place of the preview, and print it if that was asked for already."""
        try:
            self._preview.viewer.load(inhoud)
        except DocumentError as error:
            self._notices.tell_error(error)
            return
        self._letter_read = True
        if self._print_waits:
            self._on_print()

    def _on_failed(self, error: DeskError) -> None:
        self.work(at_work=False)
        faults = faults_by_field(error)
        placed = self._form.show_faults(faults)
        self._error.tell("" if placed else f"{error.title}. {error}")

    def _on_print(self) -> None:
        if self._made is None:
            self._error.tell("Maak de brief eerst definitief; daarna kunt u hem afdrukken.")
            return
        self._print_waits = not self._letter_read  # what is on the screen is the preview still
        if self._print_waits:
            return
        try:
            self._preview.viewer.print_dialog(self.windowTitle())
        except DocumentError as error:
            self._notices.tell_error(error)

    def _on_save(self, document_id: int, naam: str) -> None:
        def save(desk: Desk, target: Path) -> None:
            export_document(desk, document_id, target)

        ask_target(self._workspace, self, self._notices, Export(naam, save))

    def _on_discard(self) -> None:
        def told(_changes: Changes) -> None:
            self._workspace.notices.tell("Het concept van de brief is weggegooid.")
            super(BriefDialog, self).reject()

        self._keeper.discard(told)

    def _on_without(self) -> None:
        typed = self._form.invoer()
        self.reject()
        self.without_wanted.emit(
            {"datum": typed.datum} | {key: text for key, text in typed.velden.items() if text}
        )

    def closeEvent(self, event: QCloseEvent) -> None:
        """Keep what was typed, however the window is closed; not while the letter is made."""
        if self.at_work:
            event.ignore()
            return
        self._leave()
        super().closeEvent(event)

    def reject(self) -> None:
        """Close; what was typed is kept, and said so. Not while the letter is made: its outcome is told here."""
        if self.at_work:
            return
        self._leave()
        super().reject()

    def _leave(self) -> None:
        if self._made is None and self._keeper.keep():
            self._workspace.notices.tell("De brief is bewaard als concept.")
