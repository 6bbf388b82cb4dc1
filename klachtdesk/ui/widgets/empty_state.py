"""What stands where a list would be: why there is nothing, and what to do next."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from klachtdesk.ui.widgets.controls import text_label
from klachtdesk.ui.widgets.icon_mark import IconMark

_ICON = 44


class EmptyState(QWidget):
    """An icon, a title, a sentence, and at most one button."""

    def __init__(self, picture: str, name: str, button: QPushButton | None = None) -> None:
        super().__init__()
        self.setObjectName(name)
        self._title = text_label(look="heading", name=f"{name}.titel")
        self._text = text_label(look="muted", name=f"{name}.tekst", wrap=True)
        self._button = button
        column = QVBoxLayout(self)
        column.setSpacing(6)
        column.addStretch(2)
        column.addWidget(IconMark(picture, "muted", _ICON), 0, Qt.AlignmentFlag.AlignHCenter)
        column.addSpacing(4)
        for label in (self._title, self._text):
            label.setAlignment(Qt.AlignmentFlag.AlignCenter)
            column.addWidget(label)
        if button is not None:
            column.addSpacing(8)
            column.addWidget(button, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addStretch(3)

    def tell(self, title: str, text: str, *, with_button: bool = True) -> None:
        """Say why it is empty and what to do."""
        self._title.setText(title)
        self._text.setText(text)
        if self._button is not None:
            self._button.setVisible(with_button)
