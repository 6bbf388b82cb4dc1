"""Who gets a letter beside the one it is addressed to: a tick for each."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from klachtdesk.ui.widgets.controls import empty_layout, text_label
from klachtdesk.ui.widgets.tick import TickBox, wrap_words
from klachtdesk.views.brief import MedeOntvanger


class Receivers(QWidget):
    """Not there at all where a letter goes to one person."""

    edited = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("brief.ook")
        self._boxes: dict[str, TickBox] = {}
        self._proposed: tuple[str, ...] = ()
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(2)
        self.hide()

    def offer(self, people: Sequence[MedeOntvanger], chosen: tuple[str, ...] | None) -> None:
        """Show these people, ticked as the letter proposes unless somebody chose otherwise."""
        empty_layout(self._column)
        self._boxes = {}
        self._proposed = tuple(item.sleutel for item in people if item.voorgesteld)
        if people:
            self._column.addWidget(text_label("Ook naar", look="strong"))
        for place, item in enumerate(people, 1):
            box = TickBox(item.label.replace("&", "&&"))
            box.setObjectName(f"brief.ook.{place}")
            wrap_words(box)
            box.setChecked(item.sleutel in (self._proposed if chosen is None else chosen))
            box.clicked.connect(self.edited)
            self._boxes[item.sleutel] = box
            self._column.addWidget(box)
        self.setVisible(bool(people))

    def chosen(self) -> tuple[str, ...] | None:
        """Return the keys that are ticked; None while they are as proposed."""
        ticked = tuple(key for key, box in self._boxes.items() if box.isChecked())
        return None if ticked == self._proposed else ticked
