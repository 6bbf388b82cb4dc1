"""What the program points out by itself in a dossier: quiet notes, each with the ground it rests on."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from klachtdesk.ui.widgets.controls import card, empty_layout, readable_label, text_label
from klachtdesk.ui.widgets.icon_mark import IconMark
from klachtdesk.views.stap import SignaalView

_ICON = 16


class Signalen(QWidget):
    """Lists signalen; hides itself when there are none."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("dossier.signalen")
        self._rows = QVBoxLayout()
        self._rows.setSpacing(6)
        frame = card()
        inside = QVBoxLayout(frame)
        inside.setContentsMargins(18, 14, 14, 14)
        inside.setSpacing(8)
        inside.addWidget(text_label("Signalen", look="heading"))
        inside.addLayout(self._rows)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(frame)
        self.hide()

    def show_signalen(self, signalen: Sequence[SignaalView]) -> None:
        """Show these signalen; what would read the same is said once."""
        empty_layout(self._rows)
        for zin, sleutel in {signaal.zin: signaal.sleutel for signaal in signalen}.items():
            self._rows.addWidget(_note(zin, f"dossier.signaal.{sleutel}"))
        self.setVisible(bool(signalen))


def _note(zin: str, name: str) -> QWidget:
    note = QWidget()
    note.setProperty("look", "clear")
    row = QHBoxLayout(note)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(10)
    row.addWidget(IconMark("flag", "warning", _ICON), 0, Qt.AlignmentFlag.AlignTop)
    row.addWidget(readable_label(zin, name=name), 1)
    return note
