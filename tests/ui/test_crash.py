"""The report of something unexpected."""

from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QPlainTextEdit, QPushButton
from pytestqt.qtbot import QtBot

from klachtdesk.ui.dialogs.crash import CrashDialog, report_of


def _fail(naam: str) -> None:
    try:
        int(naam)
    except ValueError as error:
        raise RuntimeError(f"kon {naam} niet lezen") from error


def _crash() -> Exception:
    try:
        _fail("Marijke de Vries")
    except RuntimeError as error:
        return error
    raise AssertionError


def test_the_report_names_places_and_kinds_and_no_values():
    report = report_of(_crash())
    assert "builtins.RuntimeError" in report
    assert "builtins.ValueError" in report
    assert "_fail" in report
    assert "Marijke" not in report
    assert "kon " not in report


def test_the_report_names_no_folder_of_the_user():
    assert "/" not in report_of(_crash()).replace("klachtdesk/", "")


def test_the_dialog_hands_the_report_over(qtbot: QtBot):
    dialog = CrashDialog(_crash(), None)
    qtbot.addWidget(dialog)
    button = dialog.findChild(QPushButton, "onverwacht.kopieren")
    report = dialog.findChild(QPlainTextEdit, "onverwacht.verslag")
    assert isinstance(button, QPushButton)
    assert isinstance(report, QPlainTextEdit)
    button.click()
    assert QGuiApplication.clipboard().text() == report.toPlainText() != ""
