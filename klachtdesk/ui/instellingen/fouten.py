"""What is wrong with a reglement, all of it at once: each fault with its key and its line."""

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QDialog, QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from klachtdesk.dutch import capital
from klachtdesk.errors import ReglementError
from klachtdesk.ui.widgets.controls import empty_layout, push_button, readable_label, text_label
from klachtdesk.ui.widgets.icon_mark import IconMark, marked

_ICON = 18
_SIZE = QSize(620, 420)


class FoutenLijst(QScrollArea):
    """Lists the faults, or says that there are none."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self.setObjectName(name)
        self.setAccessibleName("Wat er niet klopt")
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        content = QWidget()
        content.setProperty("look", "clear")
        self._rows = QVBoxLayout()
        self._rows.setSpacing(10)
        column = QVBoxLayout(content)
        column.setContentsMargins(24, 14, 24, 24)
        column.addLayout(self._rows)
        column.addStretch()
        self.setWidget(content)

    def show_fouten(self, fouten: Sequence[str], goed: str = "") -> None:
        """Show these faults; `goed` is what to say when there are none."""
        empty_layout(self._rows)
        if not fouten:
            self._add("circle-check", "good", goed, f"{self.objectName()}.goed")
        for number, fout in enumerate(fouten, 1):
            self._add("circle-alert", "danger", capital(fout), f"{self.objectName()}.{number}")

    def _add(self, picture: str, color: str, words: str, name: str) -> None:
        self._rows.addLayout(marked(IconMark(picture, color, _ICON), readable_label(words, name=name)))


class FoutenDialog(QDialog):
    """Says why a file was not taken in."""

    def __init__(self, error: ReglementError, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("reglement.fouten")
        self.setWindowTitle(error.title)
        self.setWindowModality(Qt.WindowModality.WindowModal)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.resize(_SIZE.boundedTo(parent.screen().availableSize()))
        head = QVBoxLayout()
        head.setContentsMargins(24, 18, 24, 0)
        head.addWidget(text_label(str(error), wrap=True, name="reglement.fouten.uitleg"))
        faults = FoutenLijst("reglement.fouten.lijst")
        faults.show_fouten(error.faults)
        close = push_button("reglement.fouten.sluiten", "&Sluiten", self.accept, look="primary")
        close.setDefault(True)
        foot = QHBoxLayout()
        foot.setContentsMargins(24, 8, 24, 16)
        foot.addStretch()
        foot.addWidget(close)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addLayout(head)
        column.addWidget(faults, 1)
        column.addLayout(foot)
        close.setFocus()
