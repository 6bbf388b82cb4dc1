"""The window on a demo: open at once, on its own day, and saying so above every page."""

from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path

import pytest
from office import WACHTWOORD, OfficeMaker
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from klachtdesk.app import Shell
from klachtdesk.services.klok import VasteKlok
from klachtdesk.services.kluis import close_kluis
from klachtdesk.ui.main_window import MainWindow
from klachtdesk.ui.start.unlock import UnlockWindow
from klachtdesk.ui.start.wizard import Wizard
from klachtdesk.views.demo import DemoView

Find = Callable[[QWidget, str], QWidget]
DAY = date(2026, 5, 26)
BANNER = "Demo: het is dinsdag 26 mei 2026; alle personen zijn verzonnen."


@pytest.fixture
def demo(make_office: OfficeMaker) -> DemoView:
    """Return a demo with nothing in it: what the window does with it is what counts here."""
    office = make_office("interactie", DAY)
    close_kluis(office.desk)
    return DemoView(office.folder, WACHTWOORD, DAY, BANNER)


@pytest.fixture
def shell(
    qapp: QApplication, qtbot: QtBot, demo: DemoView, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> Iterator[Shell]:
    """Return the program on the demo, with its main window on the screen."""
    for name in ("XDG_CONFIG_HOME", "XDG_DATA_HOME", "LOCALAPPDATA"):
        monkeypatch.setenv(name, str(tmp_path / name.lower()))
    shell = Shell(qapp, VasteKlok(demo.vandaag))
    shell.begin_demo(demo)
    qtbot.waitUntil(lambda: isinstance(shell.window, MainWindow))
    yield shell
    shell.end()
    shell.deleteLater()
    qapp.processEvents()


def _shows(window: QWidget, name: str) -> bool:
    return any(widget.isVisible() for widget in window.findChildren(QWidget, name))


def _banner(shell: Shell, find: Find) -> str:
    assert shell.window is not None
    label = find(shell.window, "banner")
    assert isinstance(label, QLabel)
    return label.text()


def test_the_demo_opens_without_a_password_and_says_what_it_is(shell: Shell, find: Find):
    assert _banner(shell, find) == BANNER


def test_after_locking_only_the_demo_can_be_opened_again(shell: Shell, find: Find, qtbot: QtBot):
    assert shell.lock()
    window = shell.window
    assert isinstance(window, UnlockWindow)
    # Another kluis would be opened with the clock of the demo, and get wrong dates.
    assert not _shows(window, "ontgrendelen.andere")
    assert not _shows(window, "ontgrendelen.nieuw")
    said = find(window, "ontgrendelen.map")
    assert isinstance(said, QLabel)
    assert said.text() == f"Demo. Het wachtwoord is ‘{WACHTWOORD}’."
    field = find(window, "ontgrendelen.wachtwoord")
    assert isinstance(field, QLineEdit)
    field.setText(WACHTWOORD)
    QTest.keyClick(field, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: isinstance(shell.window, MainWindow))
    assert _banner(shell, find) == BANNER


def test_the_program_does_not_remember_the_demo(shell: Shell, qapp: QApplication, demo: DemoView):
    shell.end()
    again = Shell(qapp, VasteKlok(demo.vandaag))
    again.begin()
    assert isinstance(again.window, Wizard)
    again.end()
    again.deleteLater()


def test_a_window_that_is_no_demo_has_no_banner(shell: Shell, find: Find, demo: DemoView, qtbot: QtBot):
    shell.end()
    ordinary = Shell(QApplication.instance(), VasteKlok(demo.vandaag))
    ordinary.begin(demo.map)
    assert isinstance(ordinary.window, UnlockWindow)
    assert _shows(ordinary.window, "ontgrendelen.andere")
    field = find(ordinary.window, "ontgrendelen.wachtwoord")
    assert isinstance(field, QLineEdit)
    field.setText(WACHTWOORD)
    QTest.keyClick(field, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: isinstance(ordinary.window, MainWindow))
    assert isinstance(ordinary.window, MainWindow)
    assert not _shows(ordinary.window, "banner")
    ordinary.end()
    ordinary.deleteLater()


def test_a_window_that_does_not_fit_on_the_screen_fills_it(shell: Shell):
    window = shell.window
    assert window is not None
    assert window.sizeHint().boundedTo(window.screen().availableSize()) != window.sizeHint()
    assert window.isMaximized()
    assert shell.lock()
    assert shell.window is not None
    assert not shell.window.isMaximized()  # the unlock window is small
