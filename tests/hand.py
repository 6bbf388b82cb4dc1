"""A person at the window: finds things by their name, types, chooses and clicks. Only for tests that have Qt."""

from collections.abc import Callable
from typing import TypeVar

from PySide6.QtCore import QCoreApplication, QEventLoop, QObject, Qt, QTimer
from PySide6.QtPrintSupport import QPrintDialog
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
T = TypeVar("T")
PATIENCE = 60_000
"""Milliseconds until a person gives up waiting for something to come on the screen."""

STEP = 20
"""Milliseconds between two looks."""


class Hand:
    """Works at whatever window of the program is on the screen now; what is not there yet is waited for."""

    def find(self, name: str, kind: type[W] = QWidget) -> W:  # type: ignore[assignment]
        """Return the one visible widget of this name; waits for it to come on the screen."""
        self.wait(lambda: _visible(name, kind) != [], f"{name} never came on the screen")
        found = _visible(name, kind)
        if len(found) > 1:
            found = _within_reach(name, kind)
        assert len(found) == 1, f"{found} are called {name}; {screen()}"
        return found[0]

    def wait(self, reached: Callable[[], bool], otherwise: str = "it never happened") -> None:
        """Let the program work until something is so.

        Qt shows what was put in a window only by a posted event, and an answer of the worker is one too: it is so only
        when it still is after all that was posted has been done. (A person can't be so quick that a key comes
        before it, but a test can.)
        """
        for _ in range(PATIENCE // STEP):
            QCoreApplication.sendPostedEvents()
            if reached():
                QCoreApplication.sendPostedEvents()
                if reached():
                    return
            _let_it_work()
        raise AssertionError(f"{otherwise}; {screen()}")

    def wait_for_keyboard(self, name: str) -> None:
        """Wait until what has this name has the keyboard."""

        def there() -> bool:
            holder = QApplication.focusWidget()
            return holder is not None and holder.objectName() == name

        self.wait(there, f"{name} never got the keyboard")

    def gone(self, name: str) -> None:
        """Wait until nothing of this name is on the screen."""
        self.wait(lambda: _visible(name, QWidget) == [], f"{name} stays on the screen")

    def click(self, name: str) -> None:
        """Click a button, as soon as it can be clicked."""
        QTest.mouseClick(self._usable(name, QAbstractButton), Qt.MouseButton.LeftButton)

    def fill(self, name: str, text: str) -> None:
        """Put a text in a field, in place of what stands there; a choice is made by its label."""
        widget = self._usable(name, QWidget)
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
        widget = self.find(name, QWidget)
        if isinstance(widget, QPlainTextEdit | QTextEdit):
            return widget.toPlainText()
        return str(widget.property("text"))

    def press(self, key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        """Press a key wherever the keyboard is."""
        QTest.keyClick(self._keyboard(), key, modifier)

    def write(self, text: str) -> None:
        """Type wherever the keyboard is."""
        QTest.keyClicks(self._keyboard(), text)

    def printing(self, ask: Callable[[], None], look: Callable[[QPrintDialog], T]) -> T:
        """Do what asks for a printer, look at that question when it comes, and say no."""
        seen: list[T] = []
        looking = QTimer()
        looking.setInterval(STEP)

        def look_for_it() -> None:
            for window in QApplication.topLevelWidgets():
                if isinstance(window, QPrintDialog) and window.isVisible():
                    looking.stop()
                    seen.append(look(window))
                    window.reject()

        looking.timeout.connect(look_for_it)
        looking.start()
        ask()
        self.wait(lambda: seen != [], "nobody asked for a printer")
        return seen[0]

    def _usable(self, name: str, kind: type[W]) -> W:
        """Return a widget as soon as it takes a click or a key."""
        self.wait(
            lambda: [widget.isEnabled() for widget in _within_reach(name, kind)] == [True],
            f"{name} never came on the screen, stays switched off, or is there twice",
        )
        return _within_reach(name, kind)[0]

    def _keyboard(self) -> QWidget:
        """Return what has the keyboard; nobody brings a window to the front where there is no screen."""
        popup = QApplication.activePopupWidget()
        if popup is not None:
            return popup.focusWidget() or popup
        window = _front()
        if QApplication.activeWindow() is not window:
            window.activateWindow()
            self.wait(
                lambda: QApplication.activeWindow() is window, f"{_called(window)} never came to the front"
            )
        return window.focusWidget() or window


def screen() -> str:
    """Return which windows are up and what has the keyboard: what one wants to know when something is not there."""
    modal, active = QApplication.activeModalWidget(), QApplication.activeWindow()
    windows = [
        _called(window) + " (asks)" * (window is modal) + " (in front)" * (window is active)
        for window in _windows()
    ]
    holder = QApplication.focusWidget()
    has_it = "nothing has the keyboard" if holder is None else f"{_called(holder)} has the keyboard"
    return f"on the screen: {', '.join(windows) or 'nothing'}; {has_it}"


def _windows() -> list[QWidget]:
    return [top for top in QApplication.topLevelWidgets() if top.isVisible() and top.isWindow()]


def _front() -> QWidget:
    """Return the window that a key goes to: the one that asks something, or else the last that was opened."""
    modal, active = QApplication.activeModalWidget(), QApplication.activeWindow()
    if modal is not None:
        return modal
    if active is not None and active.isVisible():
        return active
    # Qt tells the windows in no order at all. The last is the one that was opened from others, and not they from it.
    last = [one for one in _windows() if not any(_opened_from(other, one) for other in _windows())]
    assert len(last) == 1, f"it is not certain where a key goes; {screen()}"
    return last[0]


def _opened_from(window: QWidget, other: QWidget) -> bool:
    """Whether `window` stands over `other`, or over one that does."""
    above: QObject | None = window.parent()
    while above is not None and above is not other:
        above = above.parent()
    return above is not None


def _within_reach(name: str, kind: type[W]) -> list[W]:
    """Return what is visible and not behind a window that asks something first."""
    modal = QApplication.activeModalWidget()
    return [
        widget for widget in _visible(name, kind) if modal is None or not _opened_from(modal, widget.window())
    ]


def _visible(name: str, kind: type[W]) -> list[W]:
    found: list[W] = []
    for top in QApplication.topLevelWidgets():
        inside = top.findChildren(kind, name)
        if isinstance(top, kind) and top.objectName() == name:
            inside.append(top)
        # A window over another is a child of it too, and a window by itself.
        found += [widget for widget in inside if widget.isVisible() and widget.window() is top]
    return found


def _called(widget: QWidget) -> str:
    return f"{widget.objectName() or 'nameless'} [{type(widget).__name__}]"


def _let_it_work() -> None:
    """Let the program go on for one step. (QTest.qWait would keep the worker thread from its turn.)"""
    loop = QEventLoop()
    QTimer.singleShot(STEP, loop.quit)
    loop.exec()


def _paste(target: QLineEdit | QPlainTextEdit | QTextEdit, text: str) -> None:
    QApplication.clipboard().setText(text)
    target.paste()
