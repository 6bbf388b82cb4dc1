"""The steps of the first start: what the program is, the reglement, the office, and that all is ready."""

from pathlib import Path

from PySide6.QtCore import QEvent, QObject, Signal
from PySide6.QtWidgets import QButtonGroup, QGridLayout, QLineEdit, QVBoxLayout, QWidget

from klachtdesk.formulieren.kantoor import KANTOOR
from klachtdesk.ui.start.step import Step, labelled
from klachtdesk.ui.theme import restyle
from klachtdesk.ui.widgets.controls import card, empty_layout, text_label
from klachtdesk.ui.widgets.tick import RadioChoice
from klachtdesk.views.kantoor import KantoorView
from klachtdesk.views.kluis import ReglementKeuze

_LONGEST = KANTOOR.veld("naam").max_lengte


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
            box = card(f"wizard.reglement.{keuze.sleutel}.kaart")
            box.installEventFilter(self)
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

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Let a click anywhere on a card choose."""
        if event.type() is QEvent.Type.MouseButtonRelease and isinstance(watched, QWidget):
            button = watched.findChild(RadioChoice)
            if button is not None:
                button.click()
        return super().eventFilter(watched, event)

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


_KANTOOR = {
    "naam": "&Naam van het kantoor",
    "adres": "&Adres",
    "postcode": "&Postcode",
    "plaats": "P&laats",
    "telefoon": "&Telefoon",
    "email": "&E-mailadres",
    "website": "&Website",
}
"""What is asked of the office here, in the order of a KantoorView; the rest of it comes in the settings."""


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
        for place, (key, label) in enumerate((*_KANTOOR.items(), ("gebruikersnaam", "&Uw eigen naam"))):
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
        """Begin with the first field that is still open: an address that is passed over stands on no letter."""
        empty = (edit for edit in self._edits.values() if not edit.text())
        next(empty, self._edits["naam"]).setFocus()

    def prefill(self, kantoor: KantoorView) -> None:
        """Start from the office for which the chosen reglement was written."""
        for key in _KANTOOR:
            self._edits[key].setText(getattr(kantoor, key))

    def kantoor(self) -> KantoorView:
        """Return the office as filled in."""
        naam, adres, postcode, plaats, *reach = (self._edits[key].text().strip() for key in _KANTOOR)
        telefoon, email, website = reach
        return KantoorView(naam, adres, postcode, plaats, telefoon, email, website)

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


class CreatedStep(Step):
    """Says that the kluis is there, and what to do first."""

    title = "Uw kluis staat klaar"
    explanation = "Met Ctrl+N legt u overal in het programma een nieuwe melding vast."

    def show_folder(self, folder: Path) -> None:
        """Say where the kluis is."""
        self.column.addWidget(text_label("De kluis staat in deze map:", look="muted"))
        self.column.addWidget(text_label(str(folder), look="strong", name="wizard.gemaakt", wrap=True))
        self.column.addStretch()
