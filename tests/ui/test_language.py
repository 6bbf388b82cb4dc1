"""Qt's own dialogs, menus and buttons are Dutch, also where the system has none of its own to show (on Linux)."""

import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtGui import QAction
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QFileDialog,
    QGroupBox,
    QLabel,
    QLineEdit,
    QMessageBox,
    QPushButton,
    QTabWidget,
    QWidget,
)
from pytestqt.qtbot import QtBot

WORDS = Path(__file__).parents[2] / "resources" / "vertalingen" / "qtbase_aanvulling_nl.ts"
LRELEASE = Path(sys.executable).with_name("pyside6-lrelease")


def _shown(dialog: QWidget) -> set[str]:
    """Return every word in a dialog, without the marks of its keys."""
    found = [item.text() for kind in (QLabel, QAbstractButton) for item in dialog.findChildren(kind)]
    found += [item.toolTip() for item in dialog.findChildren(QAbstractButton)]
    found += [item.title() for item in dialog.findChildren(QGroupBox)]
    found += [item.text() for item in dialog.findChildren(QAction)]
    found += [
        item.tabText(place) for item in dialog.findChildren(QTabWidget) for place in range(item.count())
    ]
    return {words.replace("&", "") for words in found if words.strip()}


@pytest.mark.parametrize("saving", [True, False])
def test_the_file_dialog(qtbot: QtBot, tmp_path: Path, saving: bool):
    dialog = QFileDialog(None, "Opslaan als", str(tmp_path), "PDF (*.pdf)")
    qtbot.addWidget(dialog)
    dialog.setOption(QFileDialog.Option.DontUseNativeDialog)
    dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave if saving else QFileDialog.AcceptMode.AcceptOpen)
    assert _shown(dialog) == {
        "Zoeken in:", "Bestandsnaam:", "Bestandstype:", "Opslaan" if saving else "Openen", "Annuleren",
        "Terug", "Verder", "Hogere map", "Nieuwe map aanmaken", "Lijstweergave", "Detailweergave",
        "Hernoemen", "Verwijderen", "Verborgen bestanden tonen", "Nieuwe map",
        "Tonen Grootte", "Tonen Type", "Tonen Datum gewijzigd",
    }  # fmt: skip


def test_the_print_dialog_and_what_is_behind_it(qtbot: QtBot):
    printer = QPrinter()
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    dialog = QPrintDialog(printer)
    qtbot.addWidget(dialog)
    shown = _shown(dialog)
    assert {"Dubbelzijdig afdrukken", "Uit", "Lange zijde", "Korte zijde", "Bladzijden:"} <= shown
    english = {"Double Sided Printing", "Off", "Long side binding", "Short side binding", "Page Set:"}
    assert not shown & english


def test_the_standard_buttons_and_the_menu_of_a_field(qtbot: QtBot):
    box, field = QMessageBox(), QLineEdit("tekst")
    for widget in (box, field):
        qtbot.addWidget(widget)
    standard = QMessageBox.StandardButton
    box.setStandardButtons(standard.Ok | standard.Cancel | standard.Yes | standard.No | standard.Close)
    assert {words.replace("&", "") for words in map(QPushButton.text, box.findChildren(QPushButton))} == {
        "OK", "Annuleren", "Ja", "Nee", "Sluiten",
    }  # fmt: skip
    menu = field.createStandardContextMenu()
    words = {action.text().partition("\t")[0].replace("&", "") for action in menu.actions()}
    assert {"Knippen", "Kopiëren", "Plakken", "Alles selecteren"} <= words
    menu.deleteLater()
    QApplication.processEvents()


def test_what_is_read_was_made_from_the_words_beside_it(tmp_path: Path):
    made = tmp_path / "made.qm"
    subprocess.run([LRELEASE, WORDS, "-qm", made], check=True, capture_output=True)
    assert made.read_bytes() == WORDS.with_suffix(".qm").read_bytes()
