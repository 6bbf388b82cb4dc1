"""A window to try pages and dialogs in: dressed as the program is, at work on a real kluis.

A warning from Qt fails the test that caused it.
"""

import os
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from office import Office
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from klachtdesk.ui.notify import Notices
from klachtdesk.ui.tasks import Tasks
from klachtdesk.ui.theme import Theme
from klachtdesk.ui.workspace import Workspace

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Let warnings of Qt count as failures here."""
    for item in items:
        if Path(__file__).parent in item.path.parents:
            item.add_marker(pytest.mark.qt_log_level_fail("WARNING"))


@pytest.fixture(scope="session", autouse=True)
def _dressed(qapp: QApplication) -> None:
    """Give the application the looks that users see: sizes and keys depend on them."""
    Theme(qapp)


class Stage:
    """A window with room for one page, and the workspace that the page works with."""

    def __init__(self, office: Office) -> None:
        self.office = office
        self.window = QWidget()
        self.window.setObjectName("toneel")
        self.window.resize(1100, 700)
        self.notices = Notices(self.window)
        self.tasks = Tasks(self.window)
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


@pytest.fixture
def make_stage(qtbot: QtBot) -> Iterator[Callable[[Office], Stage]]:
    """Return what makes a window for an office."""
    made: list[Stage] = []

    def make(office: Office) -> Stage:
        stage = Stage(office)
        qtbot.addWidget(stage.window)
        made.append(stage)
        return stage

    yield make
    for stage in made:
        stage.tasks.close()
        assert not stage.crashes


@pytest.fixture
def stage(make_stage: Callable[[Office], Stage], office: Office) -> Stage:
    """Return a window for the office of Interactie on Wednesday 1 April 2026."""
    return make_stage(office)
