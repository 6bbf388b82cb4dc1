"""The settings while answers are on their way: what is typed meanwhile stays, and the keyboard with it.

Today is Wednesday 1 April 2026, at the office of Interactie.
"""

import pytest
from dossiers import klacht_by_mail
from hand import Hand
from office import Office
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QComboBox, QLineEdit, QPlainTextEdit, QTabWidget
from stage import Stage, held

from klachtdesk.services.besprekingen.holding import list_besprekingen
from klachtdesk.services.brieven.sjablonen import read_sjabloon
from klachtdesk.services.eigen_reglement.concepten import read_concept
from klachtdesk.services.gebeurtenissen import record_gebeurtenis
from klachtdesk.ui.instellingen.form_dialog import FormDialog
from klachtdesk.ui.pages.instellingen_page import InstellingenPage
from klachtdesk.ui.widgets.line_editor import LineEditor

CONTROL = Qt.KeyboardModifier.ControlModifier
BRIEF = "ontvangstbevestiging"


@pytest.fixture
def hand(stage: Stage) -> Hand:
    stage.show(InstellingenPage(stage.workspace))
    return Hand()


@pytest.fixture
def concept(stage: Stage, office: Office, hand: Hand) -> int:
    """A copy of the reglement, on the screen."""
    hand.find("instellingen", InstellingenPage).open_part("reglement")
    stage.settle()
    hand.click("reglementen.versie.1.kopieren")
    hand.find("concept.onderdeel")
    stage.settle()
    return 1


def _has_keyboard(stage: Stage) -> str:
    holder = stage.window.focusWidget()
    return "" if holder is None else holder.objectName()


def _name(hand: Hand) -> QLineEdit:
    """Return the field with the name of the reglement, with the keyboard at its beginning."""
    box = hand.find("concept.onderdeel", QComboBox)
    box.setCurrentIndex(box.findData("reglement"))
    field = hand.find("eigen_reglement.naam", QLineEdit)
    field.setFocus()
    field.setCursorPosition(0)
    return field


def test_what_is_typed_while_a_reglement_is_saved_stays(
    stage: Stage, office: Office, hand: Hand, concept: int
):
    field = _name(hand)
    QTest.keyClicks(field, "Onze ")
    with held(stage.tasks):
        QTest.keyClick(field, Qt.Key.Key_S, CONTROL)
        QTest.keyClicks(field, "eigen ")
    assert _has_keyboard(stage) == field.objectName()
    assert hand.find(field.objectName(), QLineEdit).text().startswith("Onze eigen ")
    assert hand.text("concept.opgeslagen") == "Nog niet opgeslagen"
    assert read_concept(office.desk, concept).naam.startswith("Onze K")
    hand.click("concept.opslaan")
    stage.settle()
    assert hand.text("concept.opgeslagen") == ""
    assert read_concept(office.desk, concept).naam.startswith("Onze eigen ")


def test_one_goes_on_typing_where_one_was_after_a_reglement_was_saved(stage: Stage, hand: Hand, concept: int):
    field = _name(hand)
    QTest.keyClicks(field, "Onze ")
    QTest.keyClick(field, Qt.Key.Key_S, CONTROL)
    stage.settle()
    field = hand.find(field.objectName(), QLineEdit)
    assert _has_keyboard(stage) == field.objectName()
    assert field.cursorPosition() == len("Onze ")
    assert hand.text("concept.opgeslagen") == ""


def test_what_is_typed_in_the_text_of_a_reglement_while_it_is_saved_stays(
    stage: Stage, office: Office, hand: Hand, concept: int
):
    hand.find("concept.tabs", QTabWidget).setCurrentIndex(1)
    text = hand.find("concept.tekst", QPlainTextEdit)
    text.setFocus()
    QTest.keyClicks(text, "Een")
    with held(stage.tasks):
        QTest.keyClick(text, Qt.Key.Key_S, CONTROL)
        QTest.keyClicks(text, "maal ")
    assert text.toPlainText().startswith("Eenmaal ")
    assert text.textCursor().position() == len("Eenmaal ")
    assert hand.text("concept.opgeslagen") == "Nog niet opgeslagen"


def test_what_is_typed_while_a_reglement_is_left_is_saved_too(
    stage: Stage, office: Office, hand: Hand, concept: int
):
    field = _name(hand)
    QTest.keyClicks(field, "Onze ")
    with held(stage.tasks):
        QTest.keyClick(field, Qt.Key.Key_Escape)
        QTest.keyClicks(field, "eigen ")
    hand.gone("concept")
    assert read_concept(office.desk, concept).naam.startswith("Onze eigen ")


def test_what_is_typed_while_a_letter_is_left_is_saved_too(stage: Stage, office: Office, hand: Hand):
    hand.find("instellingen", InstellingenPage).open_part("brieven")
    stage.settle()
    hand.click(f"brieven.{BRIEF}.bewerken")
    stage.settle()
    editor = hand.find("brief.tekst", LineEditor)
    QTest.keyClicks(editor, "Een")
    with held(stage.tasks):
        QTest.keyClick(editor, Qt.Key.Key_Escape)
        QTest.keyClicks(editor, "maal ")
    hand.gone("brief")
    assert read_sjabloon(office.desk, BRIEF).tekst.startswith("Eenmaal ")


@pytest.fixture
def besprekingen(stage: Stage, office: Office, hand: Hand) -> Hand:
    """Show the besprekingen: one klacht was withdrawn on 31 March, two on 1 April."""
    for day in (31, 1, 1):
        office.on(2026, 3 if day == 31 else 4, day)
        typed = "31-3-2026" if day == 31 else "1-4-2026"
        dossier = klacht_by_mail(office, "Marijke de Vries", typed)
        record_gebeurtenis(office.desk, dossier, "ingetrokken", typed, {"reden": "Opgelost."})
    hand.find("instellingen", InstellingenPage).open_part("besprekingen")
    stage.settle()
    return hand


def test_a_bespreking_is_of_what_was_closed_on_the_day_that_was_typed_last(
    stage: Stage, office: Office, besprekingen: Hand
):
    hand = besprekingen
    hand.click("besprekingen.vastleggen")
    hand.fill("bespreking.datum", "31-3-2026")
    hand.fill("bespreking.aanwezigen", "Amber Veldman")
    hand.fill("bespreking.verslag", "Twee klachten over de factuur.")
    hand.click("bespreking.voorgelegd.nee")
    stage.settle()
    with held(stage.tasks):
        hand.fill("bespreking.datum", "1-4-2026")
        hand.click("bespreking.opslaan")
    hand.gone("bespreking.venster")
    stage.settle()
    (view,) = list_besprekingen(office.desk)
    assert len(view.dossiers) == 3


def test_a_form_that_is_asked_for_twice_opens_once(stage: Stage, besprekingen: Hand):
    with held(stage.tasks):
        besprekingen.click("besprekingen.vastleggen")
        besprekingen.click("besprekingen.vastleggen")
    assert len(stage.window.findChildren(FormDialog)) == 1
