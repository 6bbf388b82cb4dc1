"""A window to try pages and dialogs in: dressed as the program is, at work on a real kluis.

A warning from Qt fails the test that caused it.
"""

import os
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from office import Office
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from stage import Stage

from klachtdesk.ui.tasks import Tasks
from klachtdesk.ui.theme import Theme

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Let warnings of Qt count as failures here."""
    for item in items:
        if Path(__file__).parent in item.path.parents:
            item.add_marker(pytest.mark.qt_log_level_fail("WARNING"))
            item.add_marker(pytest.mark.qt_log_ignore("This plugin does not support"))  # no real screen


@pytest.fixture(scope="session", autouse=True)
def _dressed(qapp: QApplication) -> None:
    """Give the application the looks that users see: sizes and keys depend on them."""
    Theme(qapp)


@pytest.fixture
def tasks(qapp: QApplication) -> Iterator[Tasks]:
    """Return a worker; it is stopped after the test."""
    made = Tasks()
    yield made
    made.close()


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
