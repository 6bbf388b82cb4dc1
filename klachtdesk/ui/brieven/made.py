"""What there is to do with a letter that has become final: print it, hand it to the mail program, save a copy."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from klachtdesk.ui.widgets.choice import Choice
from klachtdesk.ui.widgets.controls import push_button, text_label
from klachtdesk.ui.widgets.icon_mark import IconMark, marked

_ICON = 20


@dataclass(frozen=True, slots=True)
class Made:
    """One letter: its document, what it is called here, and outside the kluis, where that names nobody."""

    document_id: int
    titel: str
    naam: str


class MadeLetter(QWidget):
    """Takes the place of the fields."""

    print_wanted = Signal()
    mail_wanted = Signal(int, str)
    """A document, and what it is called outside the kluis."""
    save_wanted = Signal(int, str)

    def __init__(self, gebeurtenis: str, letters: Sequence[Made]) -> None:
        super().__init__()
        self.setProperty("look", "clear")
        self._letters = list(letters)
        self._choice = Choice()
        self._choice.setObjectName("brief.welke")
        self._choice.setAccessibleName("Welke brief mailen of opslaan")
        for letter in letters:
            self._choice.addItem(letter.titel)
        self._choice.setVisible(len(letters) > 1)
        self.print = push_button(
            "brief.afdrukken",
            "&Afdrukken…",
            self.print_wanted.emit,
            look="primary",
            icon="printer",
            tip="Ctrl+P",
        )
        self._mail = push_button(
            "brief.mailen",
            "Naar het &mailprogramma…",
            lambda: self.mail_wanted.emit(self._chosen().document_id, self._chosen().naam),
            icon="mail",
            tip="Maakt een e-mail klaar met de brief als bijlage (Ctrl+M)",
        )
        self._save = push_button(
            "brief.opslaan",
            "&Opslaan als…",
            lambda: self.save_wanted.emit(self._chosen().document_id, self._chosen().naam),
            icon="download",
            tip="Ctrl+S",
        )
        self._assemble(gebeurtenis)

    def _assemble(self, gebeurtenis: str) -> None:
        words = "De brief is definitief" if len(self._letters) == 1 else "De brieven zijn definitief"
        title = text_label(words, look="heading", name="brief.definitief", wrap=True)
        head = marked(IconMark("circle-check", "good", _ICON), title, spacing=8)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 6, 0)
        column.setSpacing(10)
        column.addLayout(head)
        told = f"Vastgelegd: {gebeurtenis}. U vindt alles terug bij Documenten."
        column.addWidget(text_label(told, name="brief.vastgelegd", wrap=True))
        if len(self._letters) > 1:
            listed = "\n".join(f"- {letter.titel}" for letter in self._letters)
            column.addWidget(text_label(listed, look="muted", name="brief.lijst", wrap=True))
        column.addWidget(self.print)
        if len(self._letters) > 1:
            column.addSpacing(6)
            column.addWidget(text_label("Mailen of opslaan:", look="small"))
        column.addWidget(self._choice)
        column.addWidget(self._mail)
        column.addWidget(self._save)
        column.addStretch(1)

    def _chosen(self) -> Made:
        return self._letters[max(0, self._choice.currentIndex())]
