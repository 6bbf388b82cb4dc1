"""A window to try pages and dialogs in: dressed as the program is, at work on a real kluis.

A warning from Qt fails the test that caused it.
"""

import os
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path

import pytest
from hand import PATIENCE, Hand
from office import Office, OfficeMaker
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton, QToolButton, QWidget
from pytestqt.qtbot import QtBot
from stage import Stage

from klachtdesk.app import dress
from klachtdesk.ui.main_window import MainWindow
from klachtdesk.ui.tasks import Tasks
from klachtdesk.ui.workspace import Workspace

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Let warnings of Qt count as failures here."""
    for item in items:
        if Path(__file__).parent in item.path.parents:
            item.add_marker(pytest.mark.qt_log_level_fail("WARNING"))
            item.add_marker(pytest.mark.qt_log_ignore("This plugin does not support"))  # no real screen


@pytest.fixture(scope="session", autouse=True)
def _dressed(qapp: QApplication) -> None:
    """Give the application the looks and the language that users see: sizes and keys depend on them."""
    dress(qapp)


@pytest.fixture
def qtbot(qapp: QApplication, request: pytest.FixtureRequest) -> QtBot:
    """Return pytest-qt's bot; its own five seconds are over before a kluis is made on a busy machine."""
    assert qapp
    bot = QtBot(request)
    for wait in ("waitUntil", "waitSignal"):
        setattr(bot, wait, partial(getattr(bot, wait), timeout=PATIENCE))
    return bot


@pytest.fixture
def tasks(qapp: QApplication) -> Iterator[Tasks]:
    """Return a worker; it is stopped after the test, and what crashed on it fails the test."""
    made = Tasks()
    crashes: list[Exception] = []
    made.crashed.connect(crashes.append)
    yield made
    made.close()
    for crash in crashes:
        raise crash


@pytest.fixture
def make_stage(qtbot: QtBot, make_office: OfficeMaker) -> Iterator[Callable[[Office], Stage]]:
    """Return what makes a window for an office; its work is done before `make_office` closes the kluis."""
    assert make_office
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


@pytest.fixture
def workspace(stage: Stage) -> Workspace:
    """Return what a page of that window is handed."""
    return stage.workspace


@pytest.fixture
def open_window(office: Office, tasks: Tasks, qtbot: QtBot) -> Callable[[], MainWindow]:
    """Return what shows the main window of that office, with all read that stands in the kluis by then."""

    def show() -> MainWindow:
        window = MainWindow(office.desk, office.klok, tasks)
        qtbot.addWidget(window)
        window.resize(1366, 768)
        window.show()
        window.activateWindow()
        qtbot.waitUntil(window.isActiveWindow)
        tasks.finish()
        QApplication.processEvents()
        return window

    return show


@pytest.fixture
def window(open_window: Callable[[], MainWindow]) -> MainWindow:
    """Return the main window of that office, on the screen, with its list read."""
    return open_window()


@pytest.fixture
def hand() -> Hand:
    """Return a person at whatever window is on the screen."""
    return Hand()


Find = Callable[[QWidget, str], QWidget]


@pytest.fixture
def find() -> Find:
    """Return what finds the one visible widget with an object name."""

    def find_it(parent: QWidget, name: str) -> QWidget:
        found = [widget for widget in parent.findChildren(QWidget, name) if widget.isVisible()]
        assert len(found) == 1, f"{len(found)} visible widgets are called {name}"
        return found[0]

    return find_it


@pytest.fixture
def press(find: Find, tasks: Tasks) -> Callable[[QWidget, str], None]:
    """Return what presses a button by its object name and waits for what that started."""

    def press_it(parent: QWidget, name: str) -> None:
        button = find(parent, name)
        assert isinstance(button, QPushButton | QToolButton)
        assert button.isEnabled(), f"{name} is switched off"
        button.click()
        tasks.finish()
        QApplication.processEvents()

    return press_it


@pytest.fixture
def click(stage: Stage, find: Find) -> Callable[[QWidget, str], None]:
    """Return what clicks a button of the page or of a dialog over it, and waits for what that started."""

    def click_it(parent: QWidget, name: str) -> None:
        QTest.mouseClick(find(parent, name), Qt.MouseButton.LeftButton)
        stage.settle()

    return click_it
