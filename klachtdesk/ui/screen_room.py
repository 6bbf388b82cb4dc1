"""How large a window can be on its screen."""

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QWidget

_FRAME = QSize(24, 56)
"""What the system draws around a window, at most."""


def screen_room(widget: QWidget) -> QSize:
    """Return how large a window can be on the screen that this is on, in pixels; its frame fits on it too."""
    return widget.screen().availableSize() - _FRAME
