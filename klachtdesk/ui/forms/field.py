"""What every way of filling in a field has in common: it speaks raw text, as drafts hold it."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from klachtdesk.ui.theme import restyle


class Field(QWidget):
    """What all fields have in common: raw text in and out, and two signals."""

    edited = Signal(str)
    """The raw text, after a person changed it."""
    refused = Signal(str)
    """Something typed or pasted was not taken over; the Dutch sentence says why."""
    left = Signal()
    """A person is done with this field for now."""

    def text(self) -> str:
        """Return the raw text."""
        raise NotImplementedError

    def put(self, text: str) -> None:
        """Show a raw text, without saying that it was edited."""
        raise NotImplementedError

    def focus_target(self) -> QWidget:
        """Return the widget that takes the keyboard, to which a label belongs."""
        raise NotImplementedError

    def lock(self, reason: str) -> None:
        """Show the value without letting it be changed; the tool tip says why."""
        self.focus_target().setEnabled(False)
        self.setToolTip(reason)

    def mark(self, *, faulty: bool) -> None:
        """Show, or stop showing, that something is wrong here."""
        restyle(self.focus_target(), "faulty", "true" if faulty else "false")

    def _fill(self, widget: QWidget) -> None:
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(widget)
        self.setFocusProxy(widget)
