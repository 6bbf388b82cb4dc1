"""An office with two reglementen in the window: added in the settings by hand, chosen at each melding, put right.

Interactie is the main one, Klassewerk comes beside it. Wednesday 1 April 2026.
"""

import pytest
from hand import Hand
from office import Office
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QTextDocument
from PySide6.QtWidgets import QApplication, QComboBox, QLabel, QMenu

from klachtdesk.services.dossiers import read_dossier
from klachtdesk.services.drafts import list_drafts, open_draft
from klachtdesk.services.eigen_reglement.concepten import copy_reglement
from klachtdesk.services.eigen_reglement.van_kracht import put_in_force
from klachtdesk.services.kantoor.gebruikte_reglementen import list_versies, propose_first
from klachtdesk.ui.main_window import MainWindow
from klachtdesk.ui.tasks import Tasks
from klachtdesk.views.formulier import REGLEMENT

FORM = "meldingsformulier"


@pytest.fixture
def both(office: Office) -> Office:
    concept = copy_reglement(office.desk, sleutel="klassewerk").concept_id
    put_in_force(office.desk, concept, "1-4-2026", vervangt="")
    return office


def _choose(window: MainWindow, name: str) -> None:
    """Choose from a menu that is open nowhere: its action does what a click on it does."""
    found = [action for menu in window.findChildren(QMenu) for action in menu.findChildren(QAction, name)]
    assert [action.isVisible() for action in found] == [True]
    found[0].trigger()


def _says(window: MainWindow, words: str) -> bool:
    return any(label.text() == words for label in window.findChildren(QLabel) if label.isVisible())


def _begin(hand: Hand) -> None:
    hand.press(Qt.Key.Key_N, Qt.KeyboardModifier.ControlModifier)
    hand.wait(lambda: hand.find(f"{FORM}.omschrijving").hasFocus())


def test_a_second_reglement_is_added_in_the_settings_beside_the_first(
    window: MainWindow, office: Office, hand: Hand
):
    window.show_page("instellingen")
    hand.click("instellingen.reglement")
    hand.find("reglementen.versie.1")
    _choose(window, "reglementen.kopie.klassewerk")
    hand.wait(lambda: hand.text("concept.stand") == "Klopt")
    hand.click("concept.van_kracht")
    hand.click("concept.vraag.ja")  # how it comes in has to be said
    hand.wait(lambda: "ernaast" in hand.text("concept.vraag.plaats.fout"))
    hand.fill("concept.vraag.plaats", "Ernaast: bij elke melding kiest u onder welk reglement die valt")
    hand.click("concept.vraag.ja")
    hand.gone("concept")
    assert hand.text("reglementen.versie.2.titel") == "Klachtenprocedure Klassewerk, versie 1"
    assert [item.geldt for item in list_versies(office.desk)] == [True, True]
    hand.wait(lambda: hand.text("zijbalk.reglement") == "Klachtenregeling Interactie en 1\u00a0ander")
    hand.click("instellingen.functionarissen")
    hand.wait(lambda: _says(window, "Uit het reglement: Klachtenprocedure Klassewerk."))
    hand.click("instellingen.bewaartermijnen")
    hand.find("bewaartermijnen.interactie.regel")
    hand.find("bewaartermijnen.klassewerk.regel")


def test_the_office_proposes_another_first_and_stops_with_one(window: MainWindow, both: Office, hand: Hand):
    window.show_page("instellingen")
    hand.click("instellingen.reglement")
    hand.click("reglementen.versie.2.voorstellen")
    hand.click("reglementen.versie.1.stoppen")
    hand.fill("reglementen.stop.tot", "30-4-2026")
    hand.click("reglementen.stop.ja")
    hand.gone("reglementen.stop")
    hand.wait(lambda: "30 apr 2026" in hand.text("reglementen.versie.1.regel.1"))
    assert [(item.sleutel, item.hoofd) for item in list_versies(both.desk)] == [
        ("klassewerk", True),
        ("interactie", False),
    ]


def test_the_side_bar_tells_of_every_reglement_the_office_works_by(
    window: MainWindow, both: Office, hand: Hand, tasks: Tasks
):
    changes = propose_first(both.desk, "klassewerk")
    put_in_force(
        both.desk, copy_reglement(both.desk, sleutel="leefstijlwijzer").concept_id, "1-4-2026", vervangt=""
    )
    window.workspace.changed.emit(changes)
    hand.wait(lambda: hand.text("zijbalk.reglement") == "Klachtenprocedure Klassewerk en 2\u00a0andere")
    tip = QTextDocument()
    tip.setHtml(hand.find("zijbalk.reglement").toolTip())
    assert tip.toPlainText().splitlines() == [
        "Klachtenprocedure Klassewerk",
        "Klachtenregeling Interactie",
        "Klachtenprocedure Leefstijlwijzer Opleidingen",
    ]


def test_one_key_puts_a_melding_under_the_other_reglement(
    window: MainWindow, both: Office, hand: Hand, tasks: Tasks
):
    _begin(hand)
    choice = hand.find("melding.reglement", QComboBox)
    assert choice.currentText() == "Klachtenregeling Interactie"
    hand.write("De trainer viel mij af")
    hand.click(f"{FORM}.onderwerpen.hoogte_factuur")
    hand.find(f"{FORM}.omschrijving").setFocus()
    hand.press(Qt.Key.Key_R, Qt.KeyboardModifier.ControlModifier)
    assert choice.currentText() == "Klachtenprocedure Klassewerk"
    assert hand.text(f"{FORM}.omschrijving") == "De trainer viel mij af"
    assert hand.find(f"{FORM}.omschrijving").hasFocus()  # typing goes on where it was
    hand.click(f"{FORM}.onderwerpen.trainer")
    hand.press(Qt.Key.Key_S, Qt.KeyboardModifier.ControlModifier)
    hand.wait(lambda: hand.text("dossier.nummer") == "2026-001")
    tasks.finish()
    view = read_dossier(both.desk, 1)
    assert (view.reglement, view.onderwerpen) == (
        "Klachtenprocedure Klassewerk",
        ("Gedrag, handelen of nalaten van de Onderbouwd trainer",),
    )


def test_what_the_other_list_does_not_have_is_back_with_the_first_reglement(
    window: MainWindow, both: Office, hand: Hand
):
    _begin(hand)
    hand.click(f"{FORM}.onderwerpen.hoogte_factuur")
    hand.press(Qt.Key.Key_R, Qt.KeyboardModifier.ControlModifier)
    assert "Niet alles wat u koos" in window.notices.accessibleName()
    hand.press(Qt.Key.Key_R, Qt.KeyboardModifier.ControlModifier)
    assert hand.find(f"{FORM}.onderwerpen.hoogte_factuur").property("checked") is True


def test_one_goes_on_typing_where_one_was_with_the_other_reglement(
    window: MainWindow, both: Office, hand: Hand
):
    _begin(hand)
    hand.wait_for_keyboard(f"{FORM}.omschrijving")
    hand.write("De factuur")
    hand.press(Qt.Key.Key_R, Qt.KeyboardModifier.ControlModifier)
    hand.write(" is te hoog")
    assert hand.text(f"{FORM}.omschrijving") == "De factuur is te hoog"


def test_the_draft_keeps_the_reglement(window: MainWindow, both: Office, hand: Hand, tasks: Tasks):
    _begin(hand)
    hand.press(Qt.Key.Key_R, Qt.KeyboardModifier.ControlModifier)
    hand.press(Qt.Key.Key_Escape)
    hand.gone("melding")
    tasks.finish()
    (regel,) = list_drafts(both.desk)
    assert open_draft(both.desk, regel.draft_id).waarden[REGLEMENT] == "klassewerk"


def test_an_office_with_one_reglement_sees_no_choice(window: MainWindow, hand: Hand):
    _begin(hand)
    assert not any(box.isVisible() for box in window.findChildren(QComboBox, "melding.reglement"))


def test_a_wrong_choice_is_put_right_on_the_dossier(
    window: MainWindow, both: Office, hand: Hand, tasks: Tasks
):
    _begin(hand)
    hand.press(Qt.Key.Key_S, Qt.KeyboardModifier.ControlModifier)
    hand.wait(lambda: hand.text("dossier.nummer") == "2026-001")
    tasks.finish()
    QApplication.processEvents()
    _choose(window, "dossier.reglement")
    hand.click("reglementkeuze.ja")  # there is one other, and it is filled in
    hand.gone("reglementkeuze")
    tasks.finish()
    assert read_dossier(both.desk, 1).reglement == "Klachtenprocedure Klassewerk"
