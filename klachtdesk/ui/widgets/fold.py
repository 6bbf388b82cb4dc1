"""A line that unfolds what lies behind it."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from klachtdesk.ui.icons import icon
from klachtdesk.ui.widgets.controls import let_go, push_button


class Fold(QWidget):
    """Makes what it holds when it is first unfolded; stays open when it is filled again."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self.setObjectName(f"{name}.vouw")
        self.setProperty("look", "clear")
        self._make: Callable[[], QWidget] | None = None
        self._content: QWidget | None = None
        self._button = push_button(name, "", self._on_clicked, look="link", icon="chevron-right")
        self._button.setCheckable(True)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(4)
        self._column.addWidget(self._button, 0, Qt.AlignmentFlag.AlignLeft)

    def fill(self, words: str, make: Callable[[], QWidget]) -> None:
        """Put these words on the line, and behind it what `make` returns."""
        self._button.setText(words)
        self._make = make
        self._drop()
        self._on_clicked()

    def focus_target(self) -> QWidget:
        """Return the line."""
        return self._button

    def _drop(self) -> None:
        if self._content is not None:
            let_go(self._content)
            self._content = None

    def _on_clicked(self) -> None:
        opened = self._button.isChecked()
        self._button.setIcon(icon("chevron-down" if opened else "chevron-right", "accent"))
        if opened and self._content is None and self._make is not None:
            self._content = self._make()
            self._column.addWidget(self._content)
        if self._content is not None:
            self._content.setVisible(opened)
