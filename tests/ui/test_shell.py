"""The program from its first window to its last: making a kluis, opening, locking, closing."""

import sys
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path

import pytest
from dossiers import KLAGER, klacht_by_mail
from office import WACHTWOORD, Office, OfficeMaker
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QMessageBox, QPushButton, QRadioButton, QWidget
from pytestqt.qtbot import QtBot

from klachtdesk.app import Shell, main
from klachtdesk.services.dossiers import list_dossiers
from klachtdesk.services.drafts import list_drafts
from klachtdesk.services.klok import VasteKlok
from klachtdesk.services.kluis import close_kluis, open_kluis
from klachtdesk.ui.main_window import MainWindow
from klachtdesk.ui.start.unlock import UnlockWindow
from klachtdesk.ui.start.wizard import Wizard
from klachtdesk.ui.widgets.kind_list import KindList

Find = Callable[[QWidget, str], QWidget]
KLOK = VasteKlok(date(2026, 4, 1))


@pytest.fixture
def shell(qapp: QApplication, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Shell]:
    """Return a program that has never been started before."""
    for name in ("XDG_CONFIG_HOME", "XDG_DATA_HOME", "LOCALAPPDATA"):
        monkeypatch.setenv(name, str(tmp_path / name.lower()))
    shell = Shell(qapp, KLOK)
    yield shell
    shell.end()
    shell.deleteLater()
    qapp.processEvents()


@pytest.fixture
def kluis_folder(tmp_path: Path) -> Path:
    """Return a folder in which a kluis can be made."""
    return tmp_path / "nieuwe kluis"


@pytest.fixture
def kluis(make_office: OfficeMaker) -> Path:
    """Return the folder of a kluis that is locked."""
    office = make_office("interactie", date(2026, 4, 1))
    close_kluis(office.desk)
    return office.folder


def _window(shell: Shell, kind: type) -> QWidget:
    assert isinstance(shell.window, kind)
    return shell.window


def _visible(window: QWidget, name: str) -> bool:
    return any(widget.isVisible() for widget in window.findChildren(QWidget, name))


def _fill(window: QWidget, find: Find, **texts: str) -> None:
    for name, text in texts.items():
        field = find(window, f"wizard.{name}")
        assert isinstance(field, QLineEdit)
        field.setText(text)


def _unlock(shell: Shell, find: Find, qtbot: QtBot, password: str = WACHTWOORD) -> None:
    window = _window(shell, UnlockWindow)
    field = find(window, "ontgrendelen.wachtwoord")
    assert isinstance(field, QLineEdit)
    field.setText(password)
    QTest.keyClick(field, Qt.Key.Key_Return)


def _open(shell: Shell, find: Find, qtbot: QtBot, folder: Path) -> MainWindow:
    shell.begin(folder)
    _unlock(shell, find, qtbot)
    qtbot.waitUntil(lambda: isinstance(shell.window, MainWindow))
    window = shell.window
    assert isinstance(window, MainWindow)
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    return window


def _next(window: QWidget, find: Find) -> None:
    button = find(window, "wizard.verder")
    assert isinstance(button, QPushButton)
    button.click()


def test_the_first_start_makes_a_kluis_where_it_proposes_and_goes_to_work(
    shell: Shell, find: Find, qtbot: QtBot
):
    shell.begin()
    wizard = _window(shell, Wizard)
    _next(wizard, find)
    qtbot.waitUntil(lambda: _visible(wizard, "wizard.reglement.klassewerk"))
    # Anywhere on its card: what stands below the name looks as if it belongs to it.
    label = find(wizard, "wizard.reglement.klassewerk.kaart").findChild(QLabel)
    assert label is not None
    QTest.mouseClick(label, Qt.MouseButton.LeftButton)
    _next(wizard, find)
    naam = find(wizard, "wizard.naam")
    assert isinstance(naam, QLineEdit)
    assert naam.text() == "Klassewerk onderwijstraining"
    _fill(wizard, find, plaats="Zeist", gebruikersnaam="Noor Bakker")
    _next(wizard, find)
    # On a new computer nothing of the proposed place is there yet, not even the folder above it.
    proposed = find(wizard, "wizard.map")
    assert isinstance(proposed, QLineEdit)
    kluis_folder = Path(proposed.text())
    assert not kluis_folder.parent.exists()
    _fill(wizard, find, wachtwoord=WACHTWOORD, wachtwoord_herhaald=WACHTWOORD)
    _next(wizard, find)
    qtbot.waitUntil(
        lambda: any(label.isVisible() for label in wizard.findChildren(QLabel, "wizard.gemaakt")),
        timeout=15_000,
    )
    _next(wizard, find)
    window = _window(shell, MainWindow)
    qtbot.waitUntil(lambda: window.windowTitle() == "Klassewerk onderwijstraining - klachtdesk")
    shell.end()
    desk = open_kluis(kluis_folder, WACHTWOORD, KLOK)
    assert desk.gebruiker.naam == "Noor Bakker"
    close_kluis(desk)


@pytest.mark.parametrize(
    ("first", "second", "told"),
    [
        ("kort", "kort", "te zwak"),
        (WACHTWOORD, f"{WACHTWOORD}!", "niet hetzelfde"),
    ],
)
def test_a_password_that_will_not_do_is_told_and_makes_nothing(
    shell: Shell, find: Find, qtbot: QtBot, kluis_folder: Path, first: str, second: str, told: str
):
    shell.begin()
    wizard = _window(shell, Wizard)
    _next(wizard, find)
    qtbot.waitUntil(lambda: _visible(wizard, "wizard.reglement.interactie"))
    QTest.mouseClick(find(wizard, "wizard.reglement.interactie"), Qt.MouseButton.LeftButton)
    _next(wizard, find)
    _fill(wizard, find, gebruikersnaam="Noor Bakker")
    _next(wizard, find)
    _fill(wizard, find, map=str(kluis_folder), wachtwoord=first, wachtwoord_herhaald=second)
    _next(wizard, find)
    error = find(wizard, "wizard.fout")
    assert isinstance(error, QLabel)
    assert told in error.text()
    assert not kluis_folder.exists()


def test_each_step_asks_for_what_it_needs(shell: Shell, find: Find, qtbot: QtBot):
    shell.begin()
    wizard = _window(shell, Wizard)
    _next(wizard, find)
    _next(wizard, find)
    error = find(wizard, "wizard.fout")
    assert isinstance(error, QLabel)
    assert error.text() == "Kies het reglement dat bij uw kantoor geldt."


def test_an_arrow_chooses_the_reglement_that_it_goes_to(shell: Shell, find: Find, qtbot: QtBot):
    shell.begin()
    wizard = _window(shell, Wizard)
    _next(wizard, find)
    qtbot.waitUntil(lambda: _visible(wizard, "wizard.reglement.klassewerk"))
    first = find(wizard, "wizard.reglement.interactie")
    first.setFocus()
    QTest.keyClick(first, Qt.Key.Key_Down)
    second = find(wizard, "wizard.reglement.klassewerk")
    assert isinstance(second, QRadioButton)
    assert second.isChecked()
    QTest.keyClick(second, Qt.Key.Key_Return)
    assert _visible(wizard, "wizard.naam")


def test_the_folder_is_remembered_and_only_the_folder(
    shell: Shell, find: Find, qtbot: QtBot, kluis: Path, qapp: QApplication, tmp_path: Path
):
    _open(shell, find, qtbot, kluis)
    shell.end()
    again = Shell(qapp, KLOK)
    again.begin()
    path = find(_window(again, UnlockWindow), "ontgrendelen.map")
    assert path.toolTip() == f"<qt>{kluis}</qt>"
    again.end()
    (settings,) = (tmp_path / "xdg_config_home").rglob("*.ini")
    lines = [line for line in settings.read_text().splitlines() if "=" in line]
    assert len(lines) == 1


def test_a_wrong_password_is_told_in_place_and_can_be_typed_again(
    shell: Shell, find: Find, qtbot: QtBot, kluis: Path
):
    shell.begin(kluis)
    window = _window(shell, UnlockWindow)
    _unlock(shell, find, qtbot, "niet het goede wachtwoord")
    qtbot.waitUntil(lambda: _visible(window, "ontgrendelen.fout"))
    title = find(window, "ontgrendelen.fout")
    assert isinstance(title, QLabel)
    assert title.text() == "Het wachtwoord klopt niet"
    _unlock(shell, find, qtbot)
    qtbot.waitUntil(lambda: isinstance(shell.window, MainWindow))


def test_a_folder_without_a_kluis_is_told(shell: Shell, find: Find, qtbot: QtBot, tmp_path: Path):
    shell.begin(tmp_path)
    window = _window(shell, UnlockWindow)
    _unlock(shell, find, qtbot)
    qtbot.waitUntil(lambda: _visible(window, "ontgrendelen.fout"))
    title = find(window, "ontgrendelen.fout")
    assert isinstance(title, QLabel)
    assert title.text() == "Dit is geen kluis"


def test_a_kluis_that_is_open_elsewhere_is_told(shell: Shell, find: Find, qtbot: QtBot, office: Office):
    shell.begin(office.folder)
    window = _window(shell, UnlockWindow)
    _unlock(shell, find, qtbot)
    qtbot.waitUntil(lambda: _visible(window, "ontgrendelen.fout"))
    title = find(window, "ontgrendelen.fout")
    assert isinstance(title, QLabel)
    assert title.text() == "De kluis is al open"


def test_locking_keeps_what_was_being_typed_and_closes_the_kluis(
    shell: Shell, find: Find, qtbot: QtBot, kluis: Path
):
    window = _open(shell, find, qtbot, kluis)
    QTest.keyClick(window, Qt.Key.Key_N, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: _visible(window, "meldingsformulier.omschrijving"))
    field = find(window, "meldingsformulier.omschrijving")
    QTest.keyClicks(field, "Half een wo")
    QTest.keyClick(window, Qt.Key.Key_L, Qt.KeyboardModifier.ControlModifier)
    _window(shell, UnlockWindow)
    desk = open_kluis(kluis, WACHTWOORD, KLOK)
    assert [draft.begin for draft in list_drafts(desk)] == ["Half een wo"]
    close_kluis(desk)
    _unlock(shell, find, qtbot)
    qtbot.waitUntil(lambda: isinstance(shell.window, MainWindow))


def test_closing_the_window_keeps_what_was_being_typed(shell: Shell, find: Find, qtbot: QtBot, kluis: Path):
    window = _open(shell, find, qtbot, kluis)
    window.meldingen.begin()
    qtbot.waitUntil(lambda: _visible(window, "meldingsformulier.omschrijving"))
    QTest.keyClicks(find(window, "meldingsformulier.omschrijving"), "Half een wo")
    window.close()
    desk = open_kluis(kluis, WACHTWOORD, KLOK)
    assert [draft.begin for draft in list_drafts(desk)] == ["Half een wo"]
    assert list_dossiers(desk) == ()
    close_kluis(desk)


@pytest.mark.parametrize("leave", [Shell.lock, Shell.quit])
def test_a_gebeurtenis_that_is_being_typed_is_kept_too(
    shell: Shell, find: Find, qtbot: QtBot, make_office: OfficeMaker, leave: Callable[[Shell], object]
):
    office = make_office("interactie", date(2026, 4, 1))
    dossier = klacht_by_mail(office, KLAGER, "1-4-2026")
    close_kluis(office.desk)
    window = _open(shell, find, qtbot, office.folder)
    window.open_dossier(dossier)
    qtbot.waitUntil(lambda: _visible(window, "dossier.status"))
    window.findChild(QPushButton, "dossier.gebeurtenis").click()
    qtbot.waitUntil(lambda: _visible(window, "gebeurtenis.soorten"))
    kinds = find(window, "gebeurtenis.soorten")
    assert isinstance(kinds, KindList)
    kinds.choose("notitie")
    QTest.keyClicks(find(window, "gebeurtenis.tekst"), "Half een wo")
    leave(shell)
    desk = open_kluis(office.folder, WACHTWOORD, KLOK)
    assert [draft.begin for draft in list_drafts(desk)] == ["Half een wo"]
    close_kluis(desk)


def test_what_cannot_be_kept_keeps_the_window_open_until_the_user_gives_it_up(
    shell: Shell, find: Find, qtbot: QtBot, kluis: Path, monkeypatch: pytest.MonkeyPatch
):
    window = _open(shell, find, qtbot, kluis)
    window.meldingen.begin()
    qtbot.waitUntil(lambda: _visible(window, "meldingsformulier.omschrijving"))
    QTest.keyClicks(find(window, "meldingsformulier.omschrijving"), "Half een wo")
    answers = iter(["Terug", "Toch sluiten"])

    def answer(question: QMessageBox) -> int:
        wanted = next(answers)
        button = next(item for item in question.buttons() if item.text() == wanted)
        button.click()
        return 0

    monkeypatch.setattr(QMessageBox, "exec", answer)
    assert shell._desk is not None
    shell._desk.kluis.close()  # it can't be written to any more, as when a stick is pulled out
    window.close()
    assert shell.window is window
    window.close()
    assert shell.window is None


def test_wrong_use_is_told_on_the_command_line(capsys: pytest.CaptureFixture[str]):
    assert main(["--onbekend"]) == 2
    assert "Gebruik: klachtdesk [--kluis MAP]" in capsys.readouterr().err


def test_the_exception_hook_is_given_back(qapp: QApplication):
    before = sys.excepthook
    shell = Shell(qapp, KLOK)
    assert sys.excepthook is not before
    shell.end()
    assert sys.excepthook is before
