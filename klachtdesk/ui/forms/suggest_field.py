"""A line of text with suggestions: a name that is in the dossier already, or a new one."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QCompleter, QWidget

from klachtdesk.formulieren import Keuze
from klachtdesk.ui.forms.field import Field
from klachtdesk.ui.widgets.choice import Choice


class SuggestField(Field):
    """Free text, with a list to pick from."""

    def __init__(self, keuzes: tuple[Keuze, ...]) -> None:
        super().__init__()
        self.box = Choice()
        self.box.setEditable(True)
        self.box.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        for keuze in keuzes:
            self.box.addItem(keuze.label)
        self.box.setCurrentText("")
        completer = QCompleter(self.box.model(), self.box)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        completer.setFilterMode(Qt.MatchFlag.MatchContains)
        self.box.setCompleter(completer)
        self.box.currentTextChanged.connect(self.edited)
        self._fill(self.box)

    def text(self) -> str:
        """Return the text."""
        return self.box.currentText()

    def put(self, text: str) -> None:
        """Show a text."""
        self.box.blockSignals(True)
        self.box.setCurrentText(text)
        self.box.blockSignals(False)

    def focus_target(self) -> QWidget:
        """Return the box."""
        return self.box
