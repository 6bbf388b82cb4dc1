"""Keys that do something on a page, wherever on it the keyboard is."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget

Keys = str | Qt.Key | QKeySequence.StandardKey
"""Such as "Ctrl+G", or what a platform has for saving."""


def add_keys(widget: QWidget, *pairs: tuple[Keys, Callable[[], object]]) -> None:
    """Let each of these keys do what it is paired with, while the keyboard is in the widget or in what is in it."""
    for keys, act in pairs:
        shortcut = QShortcut(QKeySequence(keys), widget)
        shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        shortcut.activated.connect(act)
