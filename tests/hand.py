"""A person at the window: finds things by their name, types, chooses and clicks. Only for tests that have Qt."""

from collections.abc import Callable
from typing import TypeVar

from PySide6.QtCore import QCoreApplication, QEventLoop, Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QComboBox,
    QLineEdit,
    QPlainTextEdit,
    QTextEdit,
    QWidget,
)

W = TypeVar("W", bound=QWidget)
PATIENCE = 60_000
"""Milliseconds until a person gives up waiting for something to come on the screen."""

STEP = 20
"""Milliseconds between two looks."""


class Hand:
    """Works at whatever window of the program is on the screen now."""

    def find(self, name: str, kind: type[W] = QWidget) -> W:  # type: ignore[assignment]
        """Return the one visible widget of this name; waits for it to come on the screen."""
        self.wait(lambda: self._visible(name, kind) != [], f"{name} never came on the screen")
        return self._visible(name, kind)[-1]

    def wait(self, reached: Callable[[], bool], otherwise: str = "it never happened") -> None:
        """Let the program work until something is so.

        Qt shows what was put in a window only by a posted event: before each look, all that was posted has been done.
        (A person can't be so quick that a key comes before it, but a test can.)
        """
        for _ in range(PATIENCE // STEP):
            QCoreApplication.sendPostedEvents()
            if reached():
                return
            _let_it_work()
        raise AssertionError(otherwise)

    def gone(self, name: str) -> None:
        """Wait until nothing of this name is on the screen."""
        self.wait(lambda: self._visible(name, QWidget) == [])

    def click(self, name: str) -> None:
        """Click a button, as soon as it can be clicked."""
        self.wait(lambda: any(button.isEnabled() for button in self._visible(name, QAbstractButton)))
        QTest.mouseClick(self.find(name, QAbstractButton), Qt.MouseButton.LeftButton)

    def fill(self, name: str, text: str) -> None:
        """Put a text in a field, in place of what stands there; a choice is made by its label."""
        widget = self.find(name)
        widget.setFocus()
        if isinstance(widget, QComboBox) and not widget.isEditable():
            place = widget.findText(text)
            assert place >= 0, f"{name} has no {text}"
            widget.setCurrentIndex(place)
            return
        target = widget.lineEdit() if isinstance(widget, QComboBox) else widget
        assert isinstance(target, QLineEdit | QPlainTextEdit | QTextEdit), name
        target.selectAll()
        QTest.keyClicks(target, text) if text.isascii() else _paste(target, text)

    def text(self, name: str) -> str:
        """Return what a label or a field says."""
        widget = self.find(name)
        if isinstance(widget, QPlainTextEdit | QTextEdit):
            return widget.toPlainText()
        return str(widget.property("text"))

    def press(self, key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        """Press a key wherever the keyboard is."""
        QTest.keyClick(self._keyboard(), key, modifier)

    def write(self, text: str) -> None:
        """Type wherever the keyboard is."""
        QTest.keyClicks(self._keyboard(), text)

    def _keyboard(self) -> QWidget:
        """Return what has the keyboard; nobody brings a window to the front where there is no screen."""
        windows = [top for top in QApplication.topLevelWidgets() if top.isVisible() and top.isWindow()]
        window = QApplication.activeModalWidget() or windows[-1]
        if QApplication.activeWindow() is not window:
            window.activateWindow()
            self.wait(lambda: QApplication.activeWindow() is window)
        return window.focusWidget() or window

    @staticmethod
    def _visible(name: str, kind: type[W]) -> list[W]:
        found = []
        for top in QApplication.topLevelWidgets():
            inside = top.findChildren(kind, name)
            if isinstance(top, kind) and top.objectName() == name:
                inside.append(top)
            found += [widget for widget in inside if widget.isVisible()]
        return found


def _let_it_work() -> None:
    """Let the program go on for one step. (QTest.qWait would keep the worker thread from its turn.)"""
    loop = QEventLoop()
    QTimer.singleShot(STEP, loop.quit)
    loop.exec()


def _paste(target: QLineEdit | QPlainTextEdit | QTextEdit, text: str) -> None:
    QApplication.clipboard().setText(text)
    target.paste()
