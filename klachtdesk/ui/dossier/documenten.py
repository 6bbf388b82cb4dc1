"""The documents of a dossier: open, and take one out of the kluis."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from klachtdesk.ui.brieven.openen import write_nieuwe_versie
from klachtdesk.ui.dialogs.document_dialog import export_as, open_document
from klachtdesk.ui.dialogs.mail import mail_document
from klachtdesk.ui.dossier.bijlage_rij import bijlage_row
from klachtdesk.ui.dutch_dates import short_moment
from klachtdesk.ui.file_size import file_size
from klachtdesk.ui.widgets.controls import card, chip, empty_layout, push_button, scrolled, text_label
from klachtdesk.ui.widgets.icon_mark import IconMark
from klachtdesk.ui.widgets.keyboard_kept import keyboard_kept
from klachtdesk.ui.workspace import Workspace
from klachtdesk.views.dossier import DocumentRegel


class Documenten(QWidget):
    """Lists documents, the latest on top."""

    add_wanted = Signal()
    """Ask which files belong to this dossier."""

    def __init__(self, workspace: Workspace) -> None:
        super().__init__()
        self.setObjectName("dossier.documenten")
        self._workspace = workspace
        self._shown: object = None
        self._inside = QWidget()
        self._inside.setProperty("look", "clear")
        self._rows = QVBoxLayout(self._inside)
        self._rows.setContentsMargins(24, 16, 24, 24)
        self._rows.setSpacing(8)
        scroll = scrolled(self._inside)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        add = push_button(
            "documenten.bestand",
            "&Bestand toevoegen…",
            self.add_wanted.emit,
            icon="paperclip",
            tip="Post, een scan of een ander bestand; u kunt het ook hierheen slepen (Ctrl+O)",
        )
        head = QHBoxLayout()
        head.setContentsMargins(24, 12, 24, 0)
        head.addStretch()
        head.addWidget(add)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addLayout(head)
        column.addWidget(scroll)

    def show_documenten(self, documenten: Sequence[DocumentRegel]) -> None:
        """Show these documents."""
        shown = (tuple(documenten), self._workspace.klok.vandaag())
        if shown != self._shown:
            self._shown = shown
            with keyboard_kept(self._inside):
                self._fill(documenten)

    def _fill(self, documenten: Sequence[DocumentRegel]) -> None:
        empty_layout(self._rows)
        for regel in documenten:
            outside = regel.herkomst != "gemaakt"
            self._rows.addWidget(bijlage_row(self._workspace, self, regel) if outside else self._row(regel))
        if not documenten:
            words = "Nog geen documenten. Brieven en het oordeel komen hier te staan als ze definitief zijn."
            self._rows.addWidget(text_label(words, look="muted", wrap=True))
        self._rows.addStretch()

    def _row(self, regel: DocumentRegel) -> QFrame:
        frame = card(f"document.{regel.id}")
        moment = short_moment(regel.gemaakt_op, self._workspace.klok.vandaag())
        counts = regel.actueel and not regel.teruggenomen
        texts = QVBoxLayout()
        texts.setSpacing(1)
        texts.addWidget(text_label(regel.titel, look="strong" if counts else "muted", wrap=True))
        texts.addWidget(text_label(f"{moment}, {file_size(regel.grootte)}", look="small"))
        row = QHBoxLayout(frame)
        row.setContentsMargins(16, 10, 12, 10)
        row.setSpacing(12)
        row.addWidget(IconMark("file-text", "muted", 20))
        row.addLayout(texts, 1)
        if not regel.actueel:
            row.addWidget(chip("Vervangen"))
        elif regel.teruggenomen:
            mark = chip("Teruggenomen", "warning", f"document.{regel.id}.teruggenomen")
            mark.setToolTip("De gebeurtenis bij dit document is gecorrigeerd en telt niet meer.")
            row.addWidget(mark)
        opens = push_button(
            f"document.{regel.id}.openen",
            "Openen",
            lambda: open_document(self._workspace, self, regel),
            icon="eye",
        )
        opens.setAccessibleName(f"{regel.titel} openen")
        exports = push_button(
            f"document.{regel.id}.exporteren",
            "Opslaan als…",
            lambda: export_as(self._workspace, self, regel),
            look="quiet",
            icon="download",
        )
        exports.setAccessibleName(f"{regel.titel} opslaan als")
        if regel.brief:
            row.addWidget(self._new_version(regel))
        row.addWidget(opens)
        row.addWidget(self._mails(regel))
        row.addWidget(exports)
        return frame

    def _mails(self, regel: DocumentRegel) -> QPushButton:
        button = push_button(
            f"document.{regel.id}.mailen",
            "E-mail…",
            lambda: mail_document(
                self._workspace, self, self._workspace.notices, regel.id, regel.naam_buiten
            ),
            look="quiet",
            icon="mail",
            tip="Maakt een e-mail klaar met dit document als bijlage",
        )
        button.setAccessibleName(f"{regel.titel} naar het mailprogramma")
        return button

    def _new_version(self, regel: DocumentRegel) -> QPushButton:
        button = push_button(
            f"document.{regel.id}.nieuwe_versie",
            "Nieuwe versie",
            lambda: write_nieuwe_versie(self._workspace, self, regel.id),
            look="quiet",
            icon="pencil",
        )
        button.setAccessibleName(f"Nieuwe versie van {regel.titel} maken")
        return button
