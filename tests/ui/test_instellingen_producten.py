"""The list of producten in the settings, with a mouse and with the keyboard: from what was typed on forms.

Today is Wednesday 1 April 2026, at the office of Interactie.
"""

import pytest
from dossiers import klacht_by_mail
from hand import Hand
from office import Office
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QApplication, QPushButton
from stage import Stage

from klachtdesk.services.overzicht.producten import add_product, read_producten, save_product
from klachtdesk.ui.pages.instellingen_page import InstellingenPage


@pytest.fixture
def hand(stage: Stage, office: Office) -> Hand:
    """Return a hand at the list, after four klachten about "Gesprekken onder druk" and two about "NT2 tot B1"."""
    for product in (*["Gesprekken onder druk"] * 3, "gesprekken ONDER druk", "NT2 tot B1", "NT2 tot B1"):
        klacht_by_mail(office, "Marijke de Vries", "1-4-2026", product=product)
    open_list(stage)
    return Hand()


def open_list(stage: Stage) -> None:
    page = InstellingenPage(stage.workspace)
    stage.show(page)
    page.open_part("producten")
    stage.window.activateWindow()
    stage.settle()


def listed(office: Office) -> list[tuple[str, tuple[str, ...]]]:
    return [(item.naam, item.ook_wel) for item in read_producten(office.desk).producten]


def choose(stage: Stage, button: str, action: str) -> None:
    """Choose from the menu of a button."""
    menu = Hand().find(button, QPushButton).menu()
    (found,) = [item for item in menu.findChildren(QAction) if item.objectName() == action]
    found.trigger()
    stage.settle()


def test_without_anything_typed_the_page_says_what_the_list_is_for(stage: Stage):
    open_list(stage)
    hand = Hand()
    assert hand.text("producten.leeg.titel") == "Er staat nog niets op de lijst"
    hand.gone("producten.getypt")


def test_something_is_added_changed_removed_and_brought_back(stage: Stage, office: Office):
    open_list(stage)
    hand = Hand()
    hand.click("producten.toevoegen")
    hand.fill("product.naam", "Inburgering B1")
    hand.fill("product.ook_wel", "NT2")
    hand.press(Qt.Key.Key_Return)
    hand.write("Staatsexamen")
    hand.click("product.opslaan")
    hand.gone("product.venster")
    stage.settle()
    assert hand.text("producten.1.titel") == "Inburgering B1"
    assert hand.text("producten.1.regel.1") == "Ook wel: NT2, Staatsexamen"
    assert hand.text("producten.1.regel.2") == "Nog in geen dossier"
    hand.click("producten.1.wijzigen")
    hand.fill("product.naam", "Inburgering")
    hand.click("product.opslaan")
    hand.gone("product.venster")
    stage.settle()
    assert listed(office) == [("Inburgering", ("NT2", "Staatsexamen"))]
    hand.click("producten.1.verwijderen")
    hand.find("producten.leeg")
    hand.click("notice_undo")
    stage.settle()
    assert listed(office) == [("Inburgering", ("NT2", "Staatsexamen"))]


def test_a_name_that_is_there_already_is_refused_at_its_field(stage: Stage, office: Office):
    save_product(office.desk, {"naam": "Rekenen", "ook_wel": "Sommen"})
    open_list(stage)
    hand = Hand()
    hand.click("producten.toevoegen")
    hand.click("product.opslaan")
    assert hand.text("product.naam.fout") == "Vul de naam in van de training, het product of de dienst."
    hand.fill("product.naam", "SOMMEN")
    hand.click("product.opslaan")
    stage.settle()
    assert hand.text("product.naam.fout") == "“SOMMEN” staat al in de lijst, bij Rekenen."
    hand.click("product.annuleren")


def test_what_was_typed_is_offered_with_how_often_and_added_in_one_click(
    hand: Hand, stage: Stage, office: Office
):
    assert hand.text("producten.getypt.1.titel") == "Gesprekken onder druk"
    assert hand.text("producten.getypt.1.regel.1") == "In 4 dossiers"
    assert hand.text("producten.getypt.2.titel") == "NT2 tot B1"
    hand.click("producten.getypt.1.toevoegen")
    stage.settle()
    assert hand.text("producten.1.titel") == "Gesprekken onder druk"
    assert hand.text("producten.1.regel.1") == "In 4 dossiers"
    assert hand.text("producten.getypt.1.titel") == "NT2 tot B1"
    assert stage.notice().startswith("“Gesprekken onder druk” staat op de lijst.")
    hand.click("notice_undo")
    stage.settle()
    assert listed(office) == []
    assert hand.text("producten.getypt.1.titel") == "Gesprekken onder druk"


def test_a_second_click_on_what_is_being_added_does_nothing(hand: Hand, stage: Stage, office: Office):
    button = hand.find("producten.getypt.1.toevoegen", QPushButton)
    button.click()
    button.click()
    stage.settle()
    assert listed(office) == [("Gesprekken onder druk", ())]
    assert stage.notice().startswith("“Gesprekken onder druk” staat op de lijst.")


def test_what_was_typed_is_joined_to_something_on_the_list(hand: Hand, stage: Stage, office: Office):
    made = add_product(office.desk, "Inburgering & taal B1")
    stage.workspace.changed.emit(made.changes)
    stage.settle()
    assert hand.find("producten.getypt.2.hoort_bij", QPushButton).accessibleName() == "Hoort bij…: NT2 tot B1"
    choose(stage, "producten.getypt.2.hoort_bij", f"producten.getypt.2.hoort_bij.{made.product_id}")
    assert listed(office) == [("Inburgering & taal B1", ("NT2 tot B1",))]
    assert hand.text(f"producten.{made.product_id}.regel.2") == "In 2 dossiers"
    hand.gone("producten.getypt.2")
    hand.click("notice_undo")
    stage.settle()
    assert listed(office) == [("Inburgering & taal B1", ())]


def test_with_the_keyboard_alone_one_after_the_other_is_added(hand: Hand, stage: Stage, office: Office):
    hand.find("producten.toevoegen").setFocus()
    hand.press(Qt.Key.Key_Tab)
    first = hand.find("producten.getypt.1.toevoegen")
    assert first.hasFocus()
    hand.press(Qt.Key.Key_Space)
    stage.settle()
    # The keyboard stays at the first of what is left.
    again = hand.find("producten.getypt.1.toevoegen")
    assert again.hasFocus()
    assert hand.text("producten.getypt.1.titel") == "NT2 tot B1"
    hand.press(Qt.Key.Key_Space)
    stage.settle()
    assert [naam for naam, _others in listed(office)] == ["Gesprekken onder druk", "NT2 tot B1"]
    hand.gone("producten.getypt")
    assert QApplication.focusWidget() is hand.find("producten.toevoegen")


def test_a_whole_sentence_gets_a_name_before_it_is_added(stage: Stage, office: Office):
    story = "De training over agressie " * 6  # 156 letters: more than the 120 of a name
    klacht_by_mail(office, "Marijke de Vries", "1-4-2026", product=story.strip())
    open_list(stage)
    hand = Hand()
    hand.click("producten.getypt.1.toevoegen")
    assert hand.text("product.ook_wel") == story.strip()
    hand.fill("product.naam", "Agressie")
    hand.click("product.opslaan")
    hand.gone("product.venster")
    stage.settle()
    assert listed(office) == [("Agressie", (story.strip(),))]
    hand.gone("producten.getypt")


def test_of_many_names_the_most_frequent_come_first_and_the_rest_on_demand(stage: Stage, office: Office):
    for number in range(22):
        klacht_by_mail(office, "Marijke de Vries", "1-4-2026", product=f"Training {number:02}")
    klacht_by_mail(office, "Marijke de Vries", "1-4-2026", product="Training 21")
    open_list(stage)
    hand = Hand()
    assert hand.text("producten.getypt.1.titel") == "Training 21"
    assert hand.text("producten.getypt.alles") == "Nog 2 tonen"
    hand.click("producten.getypt.alles")
    stage.settle()
    assert hand.text("producten.getypt.22.titel") == "Training 20"
    hand.gone("producten.getypt.alles")
