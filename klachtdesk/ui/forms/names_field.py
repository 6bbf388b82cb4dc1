"""Several names on one line, separated by commas, each with suggestions."""

from collections.abc import Mapping

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtWidgets import QCompleter, QLineEdit, QWidget

from klachtdesk.formulieren import Keuze, Veld
from klachtdesk.ui.forms.text_fields import LineField


class NamesField(LineField):
    """A line of names; suggestions are for the name that is being typed, the last."""

    def __init__(self, veld: Veld, keuzes: tuple[Keuze, ...]) -> None:
        super().__init__(veld)
        self.edit.setPlaceholderText("Namen, met een komma ertussen")
        self._complete_with(_LastName({keuze.label: keuze.sleutel for keuze in keuzes}, self.edit))

    def focus_target(self) -> QWidget:
        """Return the line."""
        return self.edit


class _LastName(QCompleter):
    """Completes what stands behind the last comma."""

    def __init__(self, names: Mapping[str, str], line: QLineEdit) -> None:
        super().__init__(list(names), line)
        self._names = names
        self._line = line
        self.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        self.setFilterMode(Qt.MatchFlag.MatchContains)

    def splitPath(self, path: str) -> list[str]:
        """Return what to look for."""
        return [path.rpartition(",")[2].strip()]

    def pathFromIndex(self, index: QModelIndex | QPersistentModelIndex) -> str:
        """Return the whole line with the chosen name as its last."""
        before, comma, _typed = self._line.text().rpartition(",")
        shown = super().pathFromIndex(index)
        name = self._names.get(shown, shown)
        return f"{before}{comma} {name}" if comma else name
