"""The step of the first start that asks where the kluis comes, and for its password."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QFileDialog, QFrame, QGridLayout, QHBoxLayout, QLineEdit, QVBoxLayout

from klachtdesk.ui.start.step import Step, labelled
from klachtdesk.ui.theme import restyle
from klachtdesk.ui.widgets.controls import card, push_button, text_label
from klachtdesk.ui.widgets.password_edit import PasswordEdit
from klachtdesk.views.kluis import Sterkte

_STRENGTH_AFTER = 250
"""Milliseconds after the last keystroke: judging a password takes a moment."""


class KluisStep(Step):
    """Asks where the kluis comes and for its password, twice."""

    title = "De kluis en uw wachtwoord"
    explanation = "De kluis is een nieuwe map op deze computer. Alleen met uw wachtwoord gaat hij open."

    def __init__(self, folder: Path, strength: Callable[[str], Sterkte]) -> None:
        super().__init__()
        self._strength = strength
        self._folder = QLineEdit(str(folder))
        self._folder.setObjectName("wizard.map")
        self._browse = push_button("wizard.map.kiezen", "&Bladeren…", self._on_browse)
        self._first = PasswordEdit("wizard.wachtwoord", "Wachtwoord")
        self._second = PasswordEdit("wizard.wachtwoord_herhaald", "Wachtwoord nog een keer")
        self._hint = text_label("Minstens 12 tekens. Vier losse woorden is sterk.", "small", "wizard.sterkte")
        self._hint.setWordWrap(True)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(_STRENGTH_AFTER)
        self._timer.timeout.connect(self._judge)
        self._first.textEdited.connect(self._on_typed)
        self._assemble()

    def _assemble(self) -> None:
        where = QHBoxLayout()
        where.addWidget(self._folder, 1)
        where.addWidget(self._browse)
        label = text_label("&Map", look="strong")
        label.setBuddy(self._folder)
        passwords = QGridLayout()
        passwords.setHorizontalSpacing(14)
        passwords.addLayout(labelled("&Wachtwoord", self._first), 0, 0)
        passwords.addLayout(labelled("Wachtwoord &nog een keer", self._second), 0, 1)
        self.column.addWidget(label)
        self.column.addLayout(where)
        self.column.addSpacing(6)
        self.column.addLayout(passwords)
        self.column.addWidget(self._hint)
        self.column.addSpacing(6)
        self.column.addWidget(_warning())
        self.column.addStretch()

    def take_focus(self) -> None:
        """Begin with the password: the folder is fine as proposed."""
        self._first.setFocus()

    def folder(self) -> Path:
        """Return where the kluis comes."""
        return Path(self._folder.text().strip()).expanduser()

    def password(self) -> str:
        """Return the password."""
        return self._first.text()

    def fault(self) -> str:
        """Ask for a folder, and for a password that is good enough and typed the same twice."""
        if not self._folder.text().strip():
            self._folder.setFocus()
            return "Kies een map voor de kluis."
        strength = self._judge()
        if not strength.voldoende:
            self._first.setFocus()
            return f"Dit wachtwoord is te zwak. {strength.hint}"
        if self._first.text() != self._second.text():
            self._second.setFocus()
            self._second.selectAll()
            return "De twee wachtwoorden zijn niet hetzelfde."
        return ""

    def _on_typed(self) -> None:
        self._timer.start()

    def _judge(self) -> Sterkte:
        self._timer.stop()
        strength = self._strength(self._first.text())
        words = ("Te zwak", "Zwak", "Redelijk", "Goed", "Sterk")[strength.score]
        self._hint.setText(f"{words}. {strength.hint}".strip())
        restyle(self._hint, "look", "small" if strength.voldoende else "error")
        return strength

    def _on_browse(self) -> None:
        folder = QFileDialog.getExistingDirectory(self, "Kies een lege map", self._folder.text())
        if folder:
            self._folder.setText(folder)


def _warning() -> QFrame:
    box = card(look="card-warning")
    column = QVBoxLayout(box)
    column.setContentsMargins(14, 10, 14, 12)
    column.setSpacing(3)
    column.addWidget(text_label("Wachtwoord kwijt, is alles kwijt", look="strong"))
    words = (
        "Niemand kan de kluis zonder wachtwoord openen: wij niet, en een deskundige ook niet. "
        "Bewaar het wachtwoord daarom ook op een veilige plek buiten deze computer, bijvoorbeeld in een "
        "gesloten envelop."
    )
    label = text_label(words, wrap=True)
    label.setAlignment(Qt.AlignmentFlag.AlignTop)
    column.addWidget(label)
    return box
