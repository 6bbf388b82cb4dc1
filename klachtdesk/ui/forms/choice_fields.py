"""Fields with answers to choose from: one of a list, any number of a list, yes or no."""

from functools import partial

from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget

from klachtdesk.formulieren import Keuze
from klachtdesk.ui.forms.field import Field
from klachtdesk.ui.widgets.choice import Choice
from klachtdesk.ui.widgets.flow_layout import FlowLayout
from klachtdesk.ui.widgets.tick import TickBox


class ChoiceField(Field):
    """One out of a list, or nothing."""

    def __init__(self, keuzes: tuple[Keuze, ...]) -> None:
        super().__init__()
        self.box = Choice()
        self.box.addItem("–", "")
        for keuze in keuzes:
            self.box.addItem(keuze.label, keuze.sleutel)
        self.box.activated.connect(self._on_activated)
        self.box.currentIndexChanged.connect(self._on_activated)
        self._shown = ""
        self._fill(self.box)

    def text(self) -> str:
        """Return the key of the choice."""
        return str(self.box.currentData() or "")

    def put(self, text: str) -> None:
        """Show a choice; one that is not in the list any more stays visible by its key."""
        if text and self.box.findData(text) < 0:
            self.box.addItem(text, text)
        self._shown = text
        self.box.setCurrentIndex(max(0, self.box.findData(text)))

    def focus_target(self) -> QWidget:
        """Return the drop-down list."""
        return self.box

    def _on_activated(self) -> None:
        if self.text() != self._shown:
            self._shown = self.text()
            self.edited.emit(self._shown)


class MultiChoiceField(Field):
    """Any number out of a list, all in sight."""

    def __init__(self, keuzes: tuple[Keuze, ...]) -> None:
        super().__init__()
        self._flow = FlowLayout(self, spacing=4)
        self._boxes: dict[str, TickBox] = {}
        for keuze in keuzes:
            self._add(keuze.sleutel, keuze.label)
        policy = self.sizePolicy()
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def text(self) -> str:
        """Return the keys that are ticked, separated by spaces."""
        return " ".join(key for key, box in self._boxes.items() if box.isChecked())

    def put(self, text: str) -> None:
        """Tick these keys and no others."""
        wanted = text.split()
        for key in wanted:
            if key not in self._boxes:
                self._add(key, key)
        for key, box in self._boxes.items():
            box.setChecked(key in wanted)

    @property
    def is_empty(self) -> bool:
        """Whether there is nothing to choose from."""
        return not self._boxes

    def focus_target(self) -> QWidget:
        """Return the first box, or this when there is none."""
        return next(iter(self._boxes.values()), self)

    def lock(self, reason: str) -> None:
        """Switch all boxes off."""
        for box in self._boxes.values():
            box.setEnabled(False)
        self.setToolTip(reason)

    def name_boxes(self, name: str) -> None:
        """Give each box a name of its own."""
        for key, box in self._boxes.items():
            box.setObjectName(f"{name}.{key}")

    def _add(self, key: str, label: str) -> None:
        box = TickBox(label.replace("&", "&&"))
        box.clicked.connect(self._on_clicked)
        self._boxes[key] = box
        self._flow.addWidget(box)

    def _on_clicked(self) -> None:
        self.edited.emit(self.text())


class YesNoField(Field):
    """Yes, no, or not answered: pressing the chosen answer again takes it back.

    Each answer is a stop of its own: in a group of Qt only one would be, and where none is needed no arrow leads on.
    """

    def __init__(self) -> None:
        super().__init__()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(6)
        self._buttons: dict[str, QPushButton] = {}
        for key, label in (("ja", "Ja"), ("nee", "Nee")):
            button = QPushButton(label)
            button.setCheckable(True)
            button.setAutoDefault(False)
            button.setProperty("look", "segment")
            button.clicked.connect(partial(self._on_clicked, key))
            self._buttons[key] = button
            row.addWidget(button)
        row.addStretch()

    def text(self) -> str:
        """Return `ja`, `nee` or nothing."""
        return next((key for key, button in self._buttons.items() if button.isChecked()), "")

    def put(self, text: str) -> None:
        """Show an answer."""
        for key, button in self._buttons.items():
            button.setChecked(key == text)

    def focus_target(self) -> QWidget:
        """Return the first answer."""
        return self._buttons["ja"]

    def lock(self, reason: str) -> None:
        """Switch both answers off."""
        for button in self._buttons.values():
            button.setEnabled(False)
        self.setToolTip(reason)

    def name_buttons(self, name: str, label: str) -> None:
        """Give each answer a name, and the question for a screen reader."""
        for key, button in self._buttons.items():
            button.setObjectName(f"{name}.{key}")
            button.setAccessibleName(f"{label}: {button.text()}")

    def _on_clicked(self, clicked: str, _checked: bool = False) -> None:
        for key, button in self._buttons.items():
            if key != clicked:
                button.setChecked(False)
        self.edited.emit(self.text())
