"""What went wrong, said in a window itself."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel

from klachtdesk.ui.announce import announce


class ErrorLine(QLabel):
    """Takes no room while there is nothing to say; a screen reader says what there is."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self.setObjectName(name)
        self.setProperty("look", "error")
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setWordWrap(True)
        self.hide()

    def tell(self, message: str) -> None:
        """Say what went wrong, or nothing any more."""
        self.setText(message)
        self.setVisible(bool(message))
        announce(self.window(), message)
