"""A window with room for one page, at work on a real kluis. Only for tests that have Qt."""

from collections.abc import Iterator
from contextlib import contextmanager
from threading import Event

from office import Office
from PySide6.QtCore import QObject
from PySide6.QtWidgets import QApplication, QLabel, QVBoxLayout, QWidget

from klachtdesk.ui.notify import Notices
from klachtdesk.ui.tasks import Tasks
from klachtdesk.ui.workspace import Workspace


class Gate:
    """Holds up the worker: what is started after it was made waits until it opens, in the order of its start."""

    def __init__(self, tasks: Tasks) -> None:
        self._event = Event()
        self._owner = QObject()
        tasks.run(self._owner, self._event.wait)

    def open(self) -> None:
        """Let the worker go on, up to the next gate."""
        self._event.set()


@contextmanager
def held(tasks: Tasks) -> Iterator[None]:
    """Let nothing be read or changed meanwhile; after that all of it is done and delivered."""
    gate = Gate(tasks)
    try:
        yield
        QApplication.processEvents()
    finally:
        gate.open()
        tasks.finish()
        QApplication.processEvents()


def texts_in(widget: QWidget) -> list[str]:
    """Return what the labels in it say that can be seen."""
    return [label.text() for label in widget.findChildren(QLabel) if label.isVisible()]


class Stage:
    """A window with room for one page, and the workspace that the page works with."""

    def __init__(self, office: Office) -> None:
        self.office = office
        self.window = QWidget()
        self.window.setObjectName("toneel")
        self.window.resize(1100, 700)
        self.notices = Notices(self.window)
        self.tasks = Tasks()
        self.crashes: list[object] = []
        self.tasks.crashed.connect(self.crashes.append)
        self.tasks.refused.connect(self.notices.tell_error)
        self.workspace = Workspace(office.desk, office.klok, self.tasks, self.notices)
        self._room = QVBoxLayout(self.window)

    def show(self, page: QWidget) -> None:
        """Put a page in the window and let it read what it wants to show."""
        self._room.addWidget(page)
        self.window.show()
        self.settle()

    def settle(self) -> None:
        """Let all work be done and delivered."""
        self.tasks.finish()
        QApplication.processEvents()
        assert not self.crashes

    def notice(self) -> str:
        """Return what the window says at its foot, or nothing."""
        return self.notices.accessibleName() if self.notices.isVisible() else ""
