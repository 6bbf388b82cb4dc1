"""A line of text with suggestions: a name that is known already, or a new one."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QCompleter, QWidget

from klachtdesk.formulieren import Keuze
from klachtdesk.ui.forms.field import Field
from klachtdesk.ui.widgets.choice import Choice


class SuggestField(Field):
    """Free text, with a list to pick from; the list may say more of a name than its name."""

    def __init__(self, keuzes: tuple[Keuze, ...]) -> None:
        super().__init__()
        self._names = {keuze.label: keuze.sleutel for keuze in keuzes}
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
        self.box.currentTextChanged.connect(self._on_changed)
        self._fill(self.box)

    def text(self) -> str:
        """Return the text: of what was picked, the name alone."""
        shown = self.box.currentText()
        return self._names.get(shown, shown)

    def put(self, text: str) -> None:
        """Show a text."""
        self.box.blockSignals(True)
        self.box.setCurrentText(text)
        self.box.blockSignals(False)

    def focus_target(self) -> QWidget:
        """Return the box."""
        return self.box

    def _on_changed(self, _shown: str) -> None:
        self.edited.emit(self.text())
