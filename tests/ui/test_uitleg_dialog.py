"""Why a date is what it is: the count, the artikel and the rule, on the screen, on the clipboard and on paper."""

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from dossiers import klacht_by_mail
from office import Office, OfficeMaker
from pypdf import PdfReader
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtWidgets import QFrame, QLabel, QPlainTextEdit, QPushButton
from pytestqt.qtbot import QtBot
from stage import Stage

from klachtdesk.services.dossiers import read_dossier
from klachtdesk.services.termijnen import read_uitleg
from klachtdesk.ui.dialogs.uitleg_dialog import UitlegDialog, as_text, ask_uitleg, print_uitleg
from klachtdesk.views.termijn import TermijnSleutel, Uitleg


@pytest.fixture
def office(make_office: OfficeMaker) -> Office:
    """The office of Leefstijlwijzer on Wednesday 1 April 2026: it counts in werkdagen, over Easter."""
    return make_office("leefstijlwijzer", date(2026, 4, 1))


def reactie(office: Office) -> tuple[int, TermijnSleutel]:
    dossier = klacht_by_mail(office, "Marijke de Vries", "1-4-2026")
    termijnen = read_dossier(office.desk, dossier).termijnen
    return dossier, next(item.sleutel for item in termijnen if item.label == "Reactie aan de klager")


@pytest.fixture
def uitleg(office: Office) -> Uitleg:
    return read_uitleg(office.desk, *reactie(office))


@pytest.fixture
def dialog(qtbot: QtBot, uitleg: Uitleg) -> UitlegDialog:
    dialog = UitlegDialog(uitleg)
    qtbot.addWidget(dialog)
    dialog.show()
    return dialog


def text_of(dialog: UitlegDialog, name: str) -> str:
    label = dialog.findChild(QLabel, name)
    assert label is not None
    return label.text()


def steps_of(dialog: UitlegDialog) -> list[str]:
    labels = (dialog.findChild(QLabel, f"uitleg.stap.{number}") for number in range(1, 30))
    return [label.text() for label in labels if label is not None]


def click(qtbot: QtBot, dialog: UitlegDialog, name: str) -> None:
    button = dialog.findChild(QPushButton, name)
    assert button is not None
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)


@pytest.mark.clausule("LW-3")
def test_it_counts_over_easter_and_names_what_it_skips(dialog: UitlegDialog):
    # Thursday 2 April is the first werkdag; Friday 3 April is Goede Vrijdag, then a weekend, then Tweede Paasdag;
    # Tuesday 7, Wednesday 8, Thursday 9 and Friday 10 April are werkdagen two to five.
    assert text_of(dialog, "uitleg.datum") == "vrijdag 10 april 2026"
    steps = steps_of(dialog)
    assert "Vrijdag 10 april 2026 is werkdag 5." in steps
    skipped = [step for step in steps if "telt niet mee" in step]
    assert [step.split(" telt")[0] for step in skipped] == [
        "Vrijdag 3 april 2026",
        "Zaterdag 4 april 2026",
        "Zondag 5 april 2026",
        "Maandag 6 april 2026",
    ]
    assert "Goede Vrijdag" in skipped[0]
    assert "paasdag" in skipped[3].lower()


def test_the_artikel_is_quoted_once_and_the_steps_do_not_repeat_it(dialog: UitlegDialog):
    words = "De klager ontvangt binnen 5 werkdagen een reactie."
    assert text_of(dialog, "uitleg.citaat") == f"“{words}”"
    assert not any(words.removesuffix(".") in step for step in steps_of(dialog))


def test_the_rule_opens_beside_it_as_it_stands_in_the_file(qtbot: QtBot, dialog: UitlegDialog):
    panel = dialog.findChild(QFrame, "uitleg.regel.paneel")
    box = dialog.findChild(QPlainTextEdit, "uitleg.toml")
    assert panel is not None
    assert box is not None
    assert not panel.isVisible()
    click(qtbot, dialog, "uitleg.regel")
    assert panel.isVisible()
    assert 'duur = { aantal = 5, eenheid = "werkdagen" }' in box.toPlainText().splitlines()
    assert box.isReadOnly()
    click(qtbot, dialog, "uitleg.regel")
    assert not panel.isVisible()


def test_copying_takes_the_whole_explanation_along(qtbot: QtBot, dialog: UitlegDialog, uitleg: Uitleg):
    click(qtbot, dialog, "uitleg.kopieren")
    copied = QGuiApplication.clipboard().text()
    assert copied == as_text(uitleg)
    assert copied.splitlines()[:2] == ["Reactie aan de klager", "vrijdag 10 april 2026"]
    assert "“De klager ontvangt binnen 5 werkdagen een reactie.”" in copied
    assert text_of(dialog, "uitleg.gekopieerd") == "Gekopieerd"


def test_it_prints_on_paper(uitleg: Uitleg, tmp_path: Path):
    target = tmp_path / "uitleg.pdf"
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(target))
    print_uitleg(uitleg, printer)
    words = " ".join(page.extract_text() for page in PdfReader(target).pages)
    words = " ".join(words.split())
    assert "vrijdag 10 april 2026" in words
    assert "Vrijdag 10 april 2026 is werkdag 5." in words
    assert "De klager ontvangt binnen 5 werkdagen een reactie." in words


def test_asking_reads_it_and_shows_it_over_the_window(
    qtbot: QtBot, make_stage: Callable[[Office], Stage], office: Office
):
    stage = make_stage(office)
    page = QLabel()
    stage.show(page)
    ask_uitleg(stage.workspace, page, *reactie(office))
    stage.settle()
    dialog = stage.window.findChild(UitlegDialog, "uitleg")
    assert dialog is not None
    assert dialog.isVisible()
    qtbot.keyClick(dialog, Qt.Key.Key_Escape)
    assert not dialog.isVisible()


def test_a_termijn_that_is_gone_is_told_at_the_foot_of_the_window(
    make_stage: Callable[[Office], Stage], office: Office
):
    stage = make_stage(office)
    page = QLabel()
    stage.show(page)
    dossier, _sleutel = reactie(office)
    ask_uitleg(stage.workspace, page, dossier, TermijnSleutel("reactie", None, 7))
    stage.settle()
    assert "Deze termijn loopt niet meer." in stage.notice()
