"""The oordeel on the dossier page: look at it, make it final, and have it signed by the parties."""

from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout

from klachtdesk.errors import DeskError
from klachtdesk.services.changes import Changes
from klachtdesk.services.oordeel import freeze_oordeel, preview_oordeel, read_ondertekening, unprintable_in
from klachtdesk.ui.dialogs.document_dialog import export_as, open_document, open_preview
from klachtdesk.ui.dialogs.freeze_dialog import FreezeDialog
from klachtdesk.ui.dialogs.sign_dialog import SignDialog, refusal
from klachtdesk.ui.dossier.signature_row import SignatureRow
from klachtdesk.ui.icons import icon
from klachtdesk.ui.theme import restyle
from klachtdesk.ui.widgets.controls import empty_layout, line, push_button, text_label
from klachtdesk.ui.widgets.flow_layout import FlowLayout
from klachtdesk.ui.widgets.icon_mark import IconMark
from klachtdesk.ui.widgets.keyboard_kept import keyboard_kept
from klachtdesk.ui.workspace import Workspace
from klachtdesk.views.dossier import DocumentRegel, DossierView
from klachtdesk.views.ondertekening import HandtekeningStatus, HandtekeningView, OndertekeningView

_OORDEEL = "oordeel"


class SigningPanel(QFrame):
    """Shows how the oordeel of one dossier stands, and offers what can be done with it now."""

    changed = Signal(object)
    """The Changes, after the oordeel was made final or signed."""

    def __init__(self, workspace: Workspace) -> None:
        super().__init__()
        self.setObjectName("ondertekening")
        self.setProperty("look", "card")
        self._workspace = workspace
        self._dossier: DossierView | None = None
        self._document: DocumentRegel | None = None
        self._stand: OndertekeningView | None = None
        self._status = text_label(name="ondertekening.status", look="chip")
        self._words = text_label(look="muted", name="ondertekening.uitleg", wrap=True)
        self._error = _SigningFault()
        self._preview = push_button(
            "ondertekening.voorbeeld", "&Voorbeeld bekijken", self._on_preview, icon="eye"
        )
        self._freeze = push_button(
            "ondertekening.definitief",
            "Oordeel &definitief maken…",
            self._on_freeze,
            look="primary",
            icon="lock",
        )
        self._show = push_button(
            "ondertekening.bekijken", "Oordeel &bekijken", self._on_show, icon="file-text"
        )
        self._save = push_button("ondertekening.opslaan", "O&pslaan als…", self._on_save, icon="download")
        self._rows = QVBoxLayout()
        self._assemble()
        self._switch()

    def _assemble(self) -> None:
        head = QHBoxLayout()
        head.addWidget(text_label("Oordeel en ondertekening", look="heading"))
        head.addStretch()
        head.addWidget(self._status)
        buttons = FlowLayout(spacing=8)
        for button in (self._preview, self._show, self._save, self._freeze):
            buttons.addWidget(button)
        self._rows.setSpacing(0)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 16, 20, 16)
        column.setSpacing(10)
        column.addLayout(head)
        column.addWidget(self._words)
        column.addLayout(self._rows)
        column.addWidget(self._error)
        column.addLayout(buttons)

    def show_dossier(self, view: DossierView) -> None:
        """Show this dossier, and read anew how its signatures stand."""
        self._dossier = view
        self._document = next(
            (regel for regel in view.documenten if regel.soort == _OORDEEL and regel.actueel), None
        )
        service = partial(read_ondertekening, dossier_id=view.id)
        self._workspace.read(self, service, partial(self._on_stand, view.id), self._error.tell)

    def _on_stand(self, dossier_id: int, stand: OndertekeningView | None) -> None:
        if self._dossier is None or self._dossier.id != dossier_id:
            return
        self._stand = stand
        self._error.clear()
        with keyboard_kept(self):
            self._switch()

    def _switch(self) -> None:
        """Show what belongs to how the oordeel stands now."""
        stand = self._stand
        words, look = _chip(stand)
        self._status.setText(words)
        restyle(self._status, "look", look)
        self._words.setText(_explained(stand))
        for button in (self._show, self._save):
            button.setVisible(stand is not None)
        nobody_signed = stand is None or not any(_is_signed(vak) for vak in stand.velden)
        for button in (self._preview, self._freeze):
            button.setVisible(nobody_signed)
            button.setEnabled(self._dossier is not None)
        self._freeze.setText(
            "Oordeel &definitief maken…" if stand is None else "&Nieuwe versie definitief maken…"
        )
        restyle(self._freeze, "look", "primary" if stand is None else "")
        self._freeze.setIcon(icon("lock", "on_accent" if stand is None else "text"))
        empty_layout(self._rows)
        for vak in stand.velden if stand is not None else ():
            self._rows.addWidget(line())
            self._rows.addWidget(SignatureRow(vak, partial(self._on_sign, vak)))

    def _on_preview(self) -> None:
        if self._dossier is not None:
            self._error.clear()
            open_preview(
                self._workspace,
                self,
                f"Voorbeeld van het oordeel in {self._dossier.nummer}",
                partial(preview_oordeel, dossier_id=self._dossier.id),
                self._error.tell,
            )

    def _on_show(self) -> None:
        if self._document is not None:
            open_document(self._workspace, self, self._document)

    def _on_save(self) -> None:
        if self._document is not None:
            export_as(self._workspace, self, self._document)

    def _on_freeze(self) -> None:
        """Ask first: what is final can't be made a draft again."""
        if self._dossier is not None:
            service = partial(unprintable_in, dossier_id=self._dossier.id)
            self._workspace.open(self, service, self._ask_to_freeze, self._on_refused)

    def _ask_to_freeze(self, unprintable: tuple[str, ...]) -> None:
        if self._dossier is None:
            return
        question = FreezeDialog(self._dossier.nummer, unprintable, self.window())
        question.accepted.connect(self._on_sure)
        question.open()

    def _on_sure(self) -> None:
        if self._dossier is None:
            return
        self._error.clear()
        self._freeze.setEnabled(False)
        service = partial(freeze_oordeel, dossier_id=self._dossier.id)
        self._workspace.change(self, service, self._on_frozen, self._on_refused)

    def _on_frozen(self, changes: Changes) -> None:
        self._freeze.setEnabled(True)
        self._workspace.notices.tell("Het oordeel is definitief. De partijen kunnen het ondertekenen.")
        self.changed.emit(changes)

    def _on_refused(self, error: DeskError) -> None:
        self._freeze.setEnabled(True)
        self._error.tell(error)

    def _on_sign(self, vak: HandtekeningView) -> None:
        if self._dossier is not None:
            dialog = SignDialog(self._workspace, self._dossier.id, vak, self.window())
            dialog.signed.connect(self.changed)
            dialog.open()


class _SigningFault(QFrame):
    """Says why something was refused, in the place where it was asked; the artikel stands with it."""

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("look", "card-warning")
        self._title = text_label(look="strong", name="ondertekening.melding.titel", wrap=True)
        self._text = text_label(name="ondertekening.melding", wrap=True)
        texts = QVBoxLayout()
        texts.setSpacing(2)
        texts.addWidget(self._title)
        texts.addWidget(self._text)
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 10, 12, 10)
        row.setSpacing(10)
        row.addWidget(IconMark("info", "warning", 18), 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(texts, 1)
        self.hide()

    def tell(self, error: DeskError) -> None:
        """Show an error."""
        self._title.setText(error.title)
        self._text.setText(refusal(error))
        self.setAccessibleName(f"{error.title}. {refusal(error)}")
        self.show()

    def clear(self) -> None:
        """Take it away."""
        self.hide()


def _is_signed(vak: HandtekeningView) -> bool:
    return vak.status is not HandtekeningStatus.OPEN


def _chip(stand: OndertekeningView | None) -> tuple[str, str]:
    """Return in a word or three how the oordeel stands, and the look of that."""
    if stand is None:
        return "Nog niet definitief", "chip"
    if stand.volledig:
        return "Volledig ondertekend", "chip-good"
    if not stand.zegel_geldig or any(vak.status is HandtekeningStatus.ONGELDIG for vak in stand.velden):
        return "Niet in orde", "chip-danger"
    if not stand.velden:
        return "Definitief", "chip-good"
    signed = sum(_is_signed(vak) for vak in stand.velden)
    return f"{signed} van {len(stand.velden)} ondertekend", "chip-accent"


def _explained(stand: OndertekeningView | None) -> str:
    if stand is not None:
        return stand.oordeel
    return (
        "Bekijk eerst het voorbeeld. Klopt alles, maak het oordeel dan definitief: de tekst ligt daarna vast en de "
        "partijen kunnen ondertekenen."
    )
