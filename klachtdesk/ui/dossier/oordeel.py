"""The oordeel: look at it, make it final, and have it signed by the parties."""

from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QMessageBox, QScrollArea, QVBoxLayout, QWidget

from klachtdesk.errors import DeskError
from klachtdesk.services.changes import Changes
from klachtdesk.services.oordeel import freeze_oordeel, preview_oordeel, read_ondertekening
from klachtdesk.ui.dialogs.document_dialog import open_preview
from klachtdesk.ui.dialogs.ondertekenen import OndertekenenDialog
from klachtdesk.ui.dutch_dates import short_moment
from klachtdesk.ui.widgets.controls import card, chip, empty_layout, line, push_button, text_label
from klachtdesk.ui.widgets.icon_mark import IconMark
from klachtdesk.ui.workspace import Workspace
from klachtdesk.views.ondertekening import HandtekeningStatus, HandtekeningView, OndertekeningView

_CHIPS = {
    HandtekeningStatus.OPEN: ("Nog niet ondertekend", ""),
    HandtekeningStatus.GETEKEND: ("Ondertekend", "good"),
    HandtekeningStatus.ONGELDIG: ("Ongeldig", "danger"),
}
_ICONS = {
    HandtekeningStatus.OPEN: ("clock", "muted"),
    HandtekeningStatus.GETEKEND: ("circle-check", "good"),
    HandtekeningStatus.ONGELDIG: ("circle-alert", "danger"),
}


class OordeelTab(QWidget):
    """First the document, then the signatures under it."""

    form_wanted = Signal()

    def __init__(self, workspace: Workspace, dossier_id: int) -> None:
        super().__init__()
        self.setObjectName("dossier.oordeel")
        self._workspace = workspace
        self._dossier_id = dossier_id
        self._state = text_label(look="muted", name="oordeel.stand", wrap=True)
        self._preview = push_button("oordeel.voorbeeld", "&Voorbeeld bekijken", self._on_preview, icon="eye")
        self._freeze = push_button(
            "oordeel.definitief", "Definitief &maken…", self._on_freeze, look="primary", icon="lock"
        )
        self._signing = card("oordeel.ondertekening")
        self._verdict = text_label(look="muted", name="oordeel.ondertekening.stand", wrap=True)
        self._rows = QVBoxLayout()
        self._assemble()

    def _assemble(self) -> None:
        document = card()
        inside = QVBoxLayout(document)
        inside.setContentsMargins(18, 14, 18, 16)
        inside.setSpacing(8)
        inside.addWidget(text_label("Het document", look="heading"))
        inside.addWidget(self._state)
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        buttons.addWidget(
            push_button("oordeel.formulier", "&Inhoud invullen", self.form_wanted.emit, icon="file-pen-line")
        )
        buttons.addWidget(self._preview)
        buttons.addWidget(self._freeze)
        buttons.addStretch()
        inside.addLayout(buttons)
        parties = QVBoxLayout(self._signing)
        parties.setContentsMargins(18, 14, 18, 12)
        parties.setSpacing(8)
        parties.addWidget(text_label("Ondertekening", look="heading"))
        parties.addWidget(self._verdict)
        parties.addLayout(self._rows)
        content = QWidget()
        content.setProperty("look", "clear")
        column = QVBoxLayout(content)
        column.setContentsMargins(24, 16, 24, 24)
        column.setSpacing(14)
        column.addWidget(document)
        column.addWidget(self._signing)
        column.addStretch()
        scroll = QScrollArea()
        scroll.setWidgetResizable(True)
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scroll.setWidget(content)
        page = QVBoxLayout(self)
        page.setContentsMargins(0, 0, 0, 0)
        page.addWidget(scroll)

    def refresh(self) -> None:
        """Read anew how the oordeel and its signatures stand."""
        service = partial(read_ondertekening, dossier_id=self._dossier_id)
        self._workspace.read(self, service, self._show)

    def _show(self, view: OndertekeningView | None) -> None:
        self._freeze.setEnabled(True)
        self._freeze.setText("Definitief &maken…" if view is None else "&Nieuwe versie maken…")
        self._signing.setVisible(view is not None and bool(view.velden))
        if view is None:
            self._state.setText(
                "Nog niet definitief. Vul de inhoud in, bekijk het voorbeeld en maak het definitief."
            )
            return
        self._state.setText("Definitief: de tekst ligt vast. U vindt het document op het tabblad Documenten.")
        self._verdict.setText(view.oordeel)
        empty_layout(self._rows)
        for handtekening in view.velden:
            if self._rows.count():
                self._rows.addWidget(line())
            self._rows.addWidget(self._row(handtekening))

    def _row(self, item: HandtekeningView) -> QWidget:
        row = QWidget()
        row.setObjectName(f"handtekening.{item.veld}")
        row.setProperty("look", "clear")
        texts = QVBoxLayout()
        texts.setSpacing(1)
        texts.addWidget(text_label(item.naam, look="strong", wrap=True))
        texts.addWidget(text_label(self._how(item), look="small", wrap=True))
        box = QHBoxLayout(row)
        box.setContentsMargins(0, 8, 0, 8)
        box.setSpacing(12)
        icon, color = _ICONS[item.status]
        box.addWidget(IconMark(icon, color, 20))
        box.addLayout(texts, 1)
        words, kind = _CHIPS[item.status]
        box.addWidget(chip(words, kind, f"handtekening.{item.veld}.status"))
        if item.status is HandtekeningStatus.OPEN:
            sign = push_button(
                f"handtekening.{item.veld}.zetten",
                "Ondertekenen…",
                lambda: self._on_sign(item),
                icon="signature",
            )
            sign.setAccessibleName(f"Ondertekenen voor {item.naam}")
            box.addWidget(sign)
        return row

    def _how(self, item: HandtekeningView) -> str:
        if item.status is HandtekeningStatus.OPEN:
            return f"Vak: {item.veld}"
        moment = short_moment(item.gezet_op, self._workspace.klok.vandaag()) if item.gezet_op else ""
        who = f"{item.ondertekenaar}, certificaat van {item.uitgever}" if item.ondertekenaar else ""
        return ". ".join(filter(None, (f"Vak: {item.veld}", item.wijze, moment, who, item.uitleg)))

    def _on_preview(self) -> None:
        make = partial(preview_oordeel, dossier_id=self._dossier_id)
        open_preview(self._workspace, self, "Voorbeeld van het oordeel", make)

    def _on_freeze(self) -> None:
        question = QMessageBox(
            QMessageBox.Icon.Question,
            "Oordeel definitief maken?",
            "Wilt u het oordeel definitief maken?",
            parent=self,
        )
        question.setObjectName("oordeel.vraag")
        question.setInformativeText(
            "De tekst ligt daarna vast: er kunnen alleen nog handtekeningen bij. Bekijk daarom eerst het voorbeeld."
        )
        yes = question.addButton("Definitief maken", QMessageBox.ButtonRole.AcceptRole)
        question.addButton("Annuleren", QMessageBox.ButtonRole.RejectRole)
        question.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        question.finished.connect(lambda: self._freeze_if(question.clickedButton() is yes))
        question.open()

    def _freeze_if(self, wanted: bool) -> None:
        if not wanted:
            return
        self._freeze.setEnabled(False)
        service = partial(freeze_oordeel, dossier_id=self._dossier_id)
        self._workspace.change(self, service, self._on_frozen, self._on_refused)

    def _on_frozen(self, _changes: Changes) -> None:
        self._workspace.notices.tell("Het oordeel is definitief. De partijen kunnen ondertekenen.")

    def _on_refused(self, error: DeskError) -> None:
        self._freeze.setEnabled(True)
        self._workspace.notices.tell_error(error)

    def _on_sign(self, item: HandtekeningView) -> None:
        OndertekenenDialog(self._workspace, self._dossier_id, item, self.window()).open()
