"""Who gets a letter beside the one it is addressed to: a tick for each."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from klachtdesk.ui.widgets.controls import empty_layout, text_label
from klachtdesk.ui.widgets.tick import TickBox, wrap_words


class Receivers(QWidget):
    """Not there at all where a letter goes to one person."""

    edited = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("brief.ook")
        self._boxes: dict[str, TickBox] = {}
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(2)
        self.hide()

    def offer(self, people: Sequence[tuple[str, str]], chosen: tuple[str, ...] | None) -> None:
        """Show these people, all ticked unless somebody chose otherwise."""
        empty_layout(self._column)
        self._boxes = {}
        if people:
            self._column.addWidget(text_label("Ook naar", look="strong"))
        for place, (key, label) in enumerate(people, 1):
            box = TickBox(label.replace("&", "&&"))
            box.setObjectName(f"brief.ook.{place}")
            wrap_words(box)
            box.setChecked(chosen is None or key in chosen)
            box.clicked.connect(self.edited)
            self._boxes[key] = box
            self._column.addWidget(box)
        self.setVisible(bool(people))

    def chosen(self) -> tuple[str, ...] | None:
        """Return the keys that are ticked; None while all of them are, as proposed."""
        ticked = tuple(key for key, box in self._boxes.items() if box.isChecked())
        return None if len(ticked) == len(self._boxes) else ticked
