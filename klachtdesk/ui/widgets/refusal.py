"""Why something can't be recorded now: each reason in a sentence, with the artikel it rests on."""

from collections.abc import Sequence

from PySide6.QtWidgets import QVBoxLayout, QWidget

from klachtdesk.ui.widgets.controls import readable_label, text_label
from klachtdesk.ui.widgets.icon_mark import IconMark, marked
from klachtdesk.views.stap import RedenView

_ICON = 16


class Refusal(QWidget):
    """Takes the place of the fields."""

    def __init__(self, redenen: Sequence[RedenView]) -> None:
        super().__init__()
        self.setObjectName("gebeurtenis.redenen")
        self.setProperty("look", "clear")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 4, 0)
        column.setSpacing(8)
        column.addWidget(text_label("Dit kan nu niet:", look="muted"))
        for place, reden in enumerate(redenen, 1):
            words = readable_label(reden.zin, name=f"gebeurtenis.reden.{place}")
            column.addLayout(marked(IconMark("circle-dashed", "muted", _ICON), words))
        column.addStretch(1)
