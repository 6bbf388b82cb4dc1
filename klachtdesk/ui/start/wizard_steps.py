"""The steps of the first start: what the program is, the reglement, the office, the folder and password."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import (
    QButtonGroup,
    QFileDialog,
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QLineEdit,
    QVBoxLayout,
    QWidget,
)

from klachtdesk.ui.theme import restyle
from klachtdesk.ui.widgets.controls import card, empty_layout, push_button, text_label
from klachtdesk.ui.widgets.password_edit import PasswordEdit
from klachtdesk.ui.widgets.tick import RadioChoice
from klachtdesk.views.kantoor import KantoorView
from klachtdesk.views.kluis import ReglementKeuze, Sterkte

_LONGEST = 300
_STRENGTH_AFTER = 250
"""Milliseconds after the last keystroke: judging a password takes a moment."""


class Step(QWidget):
    """One page of the wizard: a title, a sentence, and what is asked."""

    title = ""
    explanation = ""

    def __init__(self) -> None:
        super().__init__()
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.setSpacing(8)
        self.column.addWidget(text_label(self.title, look="title", wrap=True))
        if self.explanation:
            self.column.addWidget(text_label(self.explanation, look="muted", wrap=True))
        self.column.addSpacing(8)

    def fault(self) -> str:
        """Return what still has to be done on this page before the next, or an empty string."""
        return ""

    def take_focus(self) -> None:
        """Put the keyboard where this page begins."""


class WelcomeStep(Step):
    """Says what the program does with what it is told."""

    title = "Welkom bij klachtdesk"
    explanation = "Klachten registreren, termijnen bewaken en afhandelen volgens uw eigen klachtenreglement."

    def __init__(self) -> None:
        super().__init__()
        for heading, text in (
            ("Alles blijft op deze computer", "Uw gegevens staan in een versleutelde map: de kluis."),
            ("Elke datum legt zichzelf uit", "Bij elke termijn ziet u het artikel en hoe er is geteld."),
            ("Niets raakt kwijt", "Wat u typt wordt meteen bewaard, ook als de stroom uitvalt."),
        ):
            box = card()
            column = QVBoxLayout(box)
            column.setContentsMargins(16, 10, 16, 12)
            column.setSpacing(2)
            column.addWidget(text_label(heading, look="strong", wrap=True))
            column.addWidget(text_label(text, look="muted", wrap=True))
            self.column.addWidget(box)
        self.column.addStretch()


class ReglementStep(Step):
    """Chooses the reglement that the office works by."""

    title = "Welk reglement geldt bij u?"
    explanation = "De termijnen en stappen volgen uit dit reglement."
    chosen = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self._group = QButtonGroup(self)
        self._keuzes: list[ReglementKeuze] = []
        self._list = QVBoxLayout()
        self._list.setSpacing(8)
        self.column.addLayout(self._list)
        self.column.addStretch()
        self._list.addWidget(text_label("De reglementen worden gelezen…", look="muted"))
        self._group.idClicked.connect(lambda number: self.chosen.emit(self._keuzes[number]))

    def show_choices(self, keuzes: tuple[ReglementKeuze, ...]) -> None:
        """Show the reglementen to choose from."""
        empty_layout(self._list)
        self._keuzes = list(keuzes)
        for number, keuze in enumerate(keuzes):
            button = RadioChoice(keuze.naam.replace("&", "&&"))
            button.setObjectName(f"wizard.reglement.{keuze.sleutel}")
            button.setAccessibleDescription(f"Geschreven voor {keuze.kantoor.naam}")
            self._group.addButton(button, number)
            box = card()
            column = QVBoxLayout(box)
            column.setContentsMargins(12, 8, 12, 8)
            column.setSpacing(0)
            column.addWidget(button)
            words = text_label(f"Geschreven voor {keuze.kantoor.naam}", look="small", wrap=True)
            words.setIndent(28)
            column.addWidget(words)
            self._list.addWidget(box)
        if self.isVisible():
            self.take_focus()

    def take_focus(self) -> None:
        """Begin with what is chosen, or the first."""
        button = self._group.checkedButton() or self._group.button(0)
        if button is not None:
            button.setFocus()

    def keuze(self) -> ReglementKeuze | None:
        """Return what is chosen."""
        number = self._group.checkedId()
        return self._keuzes[number] if number >= 0 else None

    def fault(self) -> str:
        """Ask for a choice."""
        return "" if self.keuze() else "Kies het reglement dat bij uw kantoor geldt."


class KantoorStep(Step):
    """Asks for the office as it stands on its letters, and for the name of who is at work."""

    title = "Uw kantoor"
    explanation = "Dit staat boven de brieven. Alleen de naam van het kantoor en uw eigen naam zijn nodig."

    def __init__(self) -> None:
        super().__init__()
        self._edits: dict[str, QLineEdit] = {}
        grid = QGridLayout()
        grid.setHorizontalSpacing(14)
        grid.setVerticalSpacing(8)
        for place, (key, label) in enumerate(
            (
                ("naam", "&Naam van het kantoor"),
                ("adres", "&Adres"),
                ("postcode", "&Postcode"),
                ("plaats", "P&laats"),
                ("telefoon", "&Telefoon"),
                ("email", "&E-mailadres"),
                ("website", "&Website"),
                ("gebruikersnaam", "&Uw eigen naam"),
            )
        ):
            grid.addLayout(self._field(key, label), place // 2, place % 2)
        self.column.addLayout(grid)
        self.column.addStretch()

    def _field(self, key: str, label: str) -> QVBoxLayout:
        edit = QLineEdit()
        edit.setObjectName(f"wizard.{key}")
        edit.setMaxLength(_LONGEST)
        edit.textEdited.connect(lambda _text: restyle(edit, "faulty", "false"))
        self._edits[key] = edit
        return labelled(label, edit)

    def take_focus(self) -> None:
        """Begin with the first name that is still open."""
        empty = (key for key in ("naam", "gebruikersnaam") if not self._edits[key].text())
        self._edits[next(empty, "naam")].setFocus()

    def prefill(self, kantoor: KantoorView) -> None:
        """Start from the office for which the chosen reglement was written."""
        for key in KantoorView.__slots__:
            self._edits[key].setText(getattr(kantoor, key))

    def kantoor(self) -> KantoorView:
        """Return the office as filled in."""
        return KantoorView(**{key: self._edits[key].text().strip() for key in KantoorView.__slots__})

    def gebruikersnaam(self) -> str:
        """Return the name of the first user."""
        return self._edits["gebruikersnaam"].text().strip()

    def fault(self) -> str:
        """Ask for the two names."""
        for key, message in (
            ("naam", "Vul de naam van het kantoor in."),
            ("gebruikersnaam", "Vul uw eigen naam in; die komt bij wat u vastlegt."),
        ):
            empty = not self._edits[key].text().strip()
            restyle(self._edits[key], "faulty", "true" if empty else "false")
            if empty:
                self._edits[key].setFocus()
                return message
        return ""


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


class CreatedStep(Step):
    """Says that the kluis is there, and what to do first."""

    title = "Uw kluis staat klaar"
    explanation = "Met Ctrl+N legt u overal in het programma een nieuwe melding vast."

    def show_folder(self, folder: Path) -> None:
        """Say where the kluis is."""
        self.column.addWidget(text_label("De kluis staat in deze map:", look="muted"))
        self.column.addWidget(text_label(str(folder), look="strong", name="wizard.gemaakt", wrap=True))
        self.column.addStretch()


def labelled(label: str, edit: QLineEdit) -> QVBoxLayout:
    """Return a field under its label; the ampersand in the label marks its mnemonic."""
    words = text_label(label, look="strong")
    words.setBuddy(edit)
    edit.setAccessibleName(label.replace("&", ""))
    column = QVBoxLayout()
    column.setSpacing(3)
    column.addWidget(words)
    column.addWidget(edit)
    return column


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
