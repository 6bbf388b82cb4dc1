"""Letters in the settings: own words with a live preview, faults with their line, and the way back; the letter paper.

Today is Wednesday 1 April 2026, at the office of Interactie.
"""

from pathlib import Path

import pytest
from hand import Hand
from office import Office
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QComboBox,
    QFileDialog,
    QLabel,
    QListWidget,
    QPushButton,
    QScrollArea,
    QTabWidget,
)
from stage import Stage

from klachtdesk.services.brieven.briefpapier import read_briefpapier
from klachtdesk.services.brieven.sjablonen import read_sjabloon, save_sjabloon
from klachtdesk.ui.instellingen.brief_editor import BriefEditor
from klachtdesk.ui.pages.instellingen_page import InstellingenPage
from klachtdesk.ui.widgets.line_editor import LineEditor
from klachtdesk.ui.widgets.pdf_viewer import PdfViewer

BRIEF = "ontvangstbevestiging"


@pytest.fixture
def hand(stage: Stage) -> Hand:
    page = InstellingenPage(stage.workspace)
    stage.show(page)
    page.open_part("brieven")
    stage.settle()
    return Hand()


@pytest.fixture
def editor(hand: Hand, stage: Stage) -> LineEditor:
    """The letter of receipt, open to be changed."""
    hand.click(f"brieven.{BRIEF}.bewerken")
    found = hand.find("brief.tekst", LineEditor)
    hand.wait(lambda: found.toPlainText() != "")
    stage.settle()
    return found


def shown(hand: Hand) -> str:
    """Return the words of the first page of the preview."""
    return hand.find("brief.voorbeeld", PdfViewer).document.getAllText(0).text()


def write(stage: Stage, editor: LineEditor, text: str) -> None:
    editor.replace_all(text)
    Hand().wait(lambda: not stage.window.findChildren(BriefEditor)[0].busy)
    stage.settle()


def test_own_words_are_shown_while_one_types_saved_and_listed(
    stage: Stage, office: Office, hand: Hand, editor: LineEditor
):
    assert "Geachte mevrouw De Vries," in shown(hand)
    assert hand.text("brief.stand") == "Standaardtekst"
    write(stage, editor, "{{ aanhef }}\n\nUw klacht heeft nummer {{ dossier.nummer }}.")
    assert "Uw klacht heeft nummer 2026-014." in shown(hand)
    assert hand.text("brief.opgeslagen") == "Nog niet opgeslagen"
    hand.click("brief.opslaan")
    stage.settle()
    assert hand.text("brief.opgeslagen") == ""
    assert hand.text("brief.stand") == "Eigen tekst"
    assert read_sjabloon(office.desk, BRIEF).tekst.endswith("{{ dossier.nummer }}.")
    hand.press(Qt.Key.Key_Escape)
    hand.gone("brief")
    stage.settle()
    assert any(label.text() == "Eigen tekst" for label in hand.find(f"brieven.{BRIEF}").findChildren(QLabel))


def test_a_fault_is_told_with_its_line_and_the_line_is_marked(
    stage: Stage, office: Office, hand: Hand, editor: LineEditor
):
    write(stage, editor, "{{ aanhef }}\n\n{{ geheim }}\n{% for x in y %}")
    faults = hand.find("brief.fouten", QListWidget)
    assert [faults.item(row).text().partition(":")[0] for row in range(faults.count())] == [
        "Regel 3",
        "Regel 4",
    ]
    assert editor.faulty == (3, 4)
    assert hand.text("brief.stand") == "2 fouten"
    faults.setFocus()
    faults.setCurrentRow(1)
    QTest.keyClick(faults, Qt.Key.Key_Return)
    assert editor.textCursor().blockNumber() == 3
    hand.click("brief.terug")
    stage.settle()
    assert stage.notice() == "Nog niet opgeslagen: kijk onder de tekst wat er niet klopt."
    assert faults.item(0).text() == "Regel 3: Het veld geheim bestaat niet."
    assert hand.find("brief.tekst", LineEditor) is editor
    assert not read_sjabloon(office.desk, BRIEF).eigen
    hand.click("brief.weggooien")
    stage.settle()
    assert hand.text("brief.opgeslagen") == ""
    hand.click("notice_undo")
    assert "{{ geheim }}" in editor.toPlainText()
    hand.click("brief.weggooien")
    hand.click("brief.terug")
    hand.gone("brief")


def test_a_field_is_found_and_put_where_the_cursor_is(stage: Stage, hand: Hand, editor: LineEditor):
    write(stage, editor, "Nummer: ")
    editor.moveCursor(editor.textCursor().MoveOperation.End)
    hand.find("brief.tabs", QTabWidget).setCurrentIndex(1)
    hand.fill("brief.velden.zoeken", "nummer dossier")
    velden = hand.find("brief.velden", QListWidget)
    assert velden.currentItem().text().startswith("dossier.nummer\nHet nummer van het dossier, bijvoorbeeld:")
    QTest.keyClick(velden, Qt.Key.Key_Return)
    assert editor.toPlainText() == "Nummer: {{ dossier.nummer }}"
    hand.fill("brief.velden.zoeken", "aan.klager")
    QTest.keyClick(velden, Qt.Key.Key_Return)
    QTest.keyClicks(editor, "ja")
    assert editor.toPlainText().endswith("{% if aan.klager %}ja{% endif %}")


def test_the_standard_comes_back_and_the_notice_undoes_it(stage: Stage, office: Office, hand: Hand):
    save_sjabloon(office.desk, BRIEF, "Eigen onderwerp", "Eigen woorden.")
    hand.click(f"brieven.{BRIEF}.bewerken")
    editor = hand.find("brief.tekst", LineEditor)
    hand.wait(lambda: editor.toPlainText() == "Eigen woorden.")
    hand.click("brief.standaard")
    stage.settle()
    standard = read_sjabloon(office.desk, BRIEF)
    assert not standard.eigen
    assert editor.toPlainText() == standard.tekst
    hand.click("notice_undo")
    stage.settle()
    assert editor.toPlainText() == "Eigen woorden."
    assert hand.text("brief.onderwerp") == "Eigen onderwerp"
    assert read_sjabloon(office.desk, BRIEF).tekst == "Eigen woorden."


def test_a_shared_part_has_no_subject(stage: Stage, hand: Hand):
    hand.click("brieven.delen.vragen.bewerken")
    hand.wait(lambda: hand.text("brief.titel") == "Gedeelde tekst: Vragen")
    stage.settle()
    assert not stage.window.findChild(BriefEditor).findChild(QLabel, "brief.onderwerp.label").isVisible()


def test_what_is_typed_is_kept_when_the_kluis_is_locked(
    stage: Stage, office: Office, hand: Hand, editor: LineEditor
):
    write(stage, editor, "Net getypt.")
    stage.workspace.flushing.emit()
    stage.settle()
    assert read_sjabloon(office.desk, BRIEF).tekst == "Net getypt."
    failures: list[object] = []
    stage.workspace.keeping_failed.connect(failures.append)
    write(stage, editor, "{{ fout }}")
    stage.workspace.flushing.emit()
    stage.settle()
    assert len(failures) == 1


def choose_file(hand: Hand, path: Path) -> None:
    hand.click("brieven.logo.kiezen")
    dialog = hand.find("brieven.logo.bestand", QFileDialog)
    dialog.fileSelected.emit(str(path))
    dialog.close()
    hand.gone("brieven.logo.bestand")


def test_the_logo_is_shown_and_can_be_taken_away_and_brought_back(
    stage: Stage, office: Office, hand: Hand, tmp_path: Path
):
    image = QImage(400, 100, QImage.Format.Format_RGB32)
    image.fill(QColor("navy"))
    assert image.save(str(tmp_path / "logo.png"))
    choose_file(hand, tmp_path / "logo.png")
    stage.settle()
    picture = hand.find("brieven.logo.beeld", QLabel)
    assert (picture.pixmap().width(), picture.pixmap().height()) == (240, 60)
    hand.click("brieven.logo.verwijderen")
    stage.settle()
    assert read_briefpapier(office.desk).logo is None
    hand.click("notice_undo")
    stage.settle()
    assert read_briefpapier(office.desk).logo == (tmp_path / "logo.png").read_bytes()


def test_a_file_that_is_no_picture_is_refused(stage: Stage, office: Office, hand: Hand, tmp_path: Path):
    (tmp_path / "logo.png").write_bytes(b"MZ")
    choose_file(hand, tmp_path / "logo.png")
    stage.settle()
    assert "geen PNG- of JPEG-plaatje" in stage.notice()
    assert read_briefpapier(office.desk).logo is None


def test_the_reply_address_and_the_signature_are_kept(stage: Stage, office: Office, hand: Hand):
    hand.click("brieven.papier.wijzigen")
    hand.fill("briefpapier.antwoordadres", "Antwoordnummer 12, Amersfoort")
    hand.fill("briefpapier.ondertekening", "Klachtenbureau")
    window_side = hand.find("briefpapier.venster", QComboBox)
    window_side.setCurrentIndex(window_side.findText("Rechts"))
    hand.click("briefpapier.opslaan")
    hand.gone("briefpapier.venster")
    stage.settle()
    kantoor = read_briefpapier(office.desk)
    assert (kantoor.antwoordadres, kantoor.ondertekening) == (
        "Antwoordnummer 12, Amersfoort",
        "Klachtenbureau",
    )
    assert hand.text("brieven.papier.regel.1") == "Antwoordadres: Antwoordnummer 12, Amersfoort"
    assert hand.text("brieven.papier.regel.2") == "Venster van uw enveloppen: rechts"


def test_in_a_narrow_window_the_editor_gets_the_room_of_the_list_of_parts(stage: Stage, hand: Hand):
    page = hand.find("instellingen", InstellingenPage)
    stage.window.resize(698, 480)
    stage.settle()
    hand.find("instellingen.werkwijze")
    hand.click("brieven.ontvangstbevestiging.bewerken")
    stage.settle()
    werkwijze = page.findChild(QPushButton, "instellingen.werkwijze")
    assert werkwijze is not None
    assert not werkwijze.isVisible()
    # The longest name of a field in this letter, ontvangen_op with klacht. before it, fits on a line.
    editor = hand.find("brief.tekst", LineEditor)
    assert editor.viewport().width() >= editor.fontMetrics().horizontalAdvance("klacht.ontvangen_op")
    hand.click("brief.terug")
    stage.settle()
    hand.find("instellingen.werkwijze")


def test_after_a_letter_the_list_is_where_it_was(stage: Stage, hand: Hand):
    list_of_letters = hand.find("brieven.lijst").findChild(QScrollArea)
    assert list_of_letters is not None
    bar = list_of_letters.verticalScrollBar()
    bar.setValue(150)
    button = hand.find(f"brieven.{BRIEF}.bewerken")
    button.setFocus()
    hand.click(f"brieven.{BRIEF}.bewerken")
    stage.settle()
    hand.click("brief.terug")
    stage.settle()
    assert bar.value() == 150
    assert hand.find(f"brieven.{BRIEF}.bewerken").hasFocus()
