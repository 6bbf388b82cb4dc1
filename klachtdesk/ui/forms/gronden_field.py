"""The gronden of a reglement to choose from: whole sentences, all in sight."""

from PySide6.QtWidgets import QButtonGroup, QVBoxLayout, QWidget

from klachtdesk.formulieren import Keuze
from klachtdesk.ui.forms.field import Field
from klachtdesk.ui.widgets.tick import RadioChoice, TickBox, wrap_words


class GrondenField(Field):
    """Any number of gronden, or exactly `one`."""

    def __init__(self, keuzes: tuple[Keuze, ...], name: str, *, one: bool) -> None:
        super().__init__()
        self._group = QButtonGroup(self)
        self._group.setExclusive(one)
        self._boxes: dict[str, TickBox | RadioChoice] = {}
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        for keuze in keuzes:
            words = keuze.label.replace("&", "&&")
            box = RadioChoice(words) if one else TickBox(words)
            box.setObjectName(f"{name}.{keuze.sleutel}")
            wrap_words(box)
            self._group.addButton(box)
            self._boxes[keuze.sleutel] = box
            column.addWidget(box)
        self._group.buttonClicked.connect(self._on_clicked)

    def text(self) -> str:
        """Return the keys that are chosen, separated by blanks."""
        return " ".join(key for key, box in self._boxes.items() if box.isChecked())

    def put(self, text: str) -> None:
        """Choose these keys; what is no ground here any more is left out."""
        wanted = text.split()
        exclusive = self._group.exclusive()
        self._group.setExclusive(False)
        for key, box in self._boxes.items():
            box.setChecked(key in wanted)
        self._group.setExclusive(exclusive)

    def focus_target(self) -> QWidget:
        """Return this; the keyboard goes to the first ground."""
        return self

    def begin(self) -> None:
        """Put the keyboard in the first ground."""
        next(iter(self._boxes.values()), self).setFocus()

    def _on_clicked(self) -> None:
        self.edited.emit(self.text())
