"""The name and the address of the office, in the settings of the window."""

from collections.abc import Callable

from hand import Hand
from office import Office
from PySide6.QtWidgets import QLabel, QPushButton, QWidget
from stage import Stage

from klachtdesk.services.kantoor.kantoren import kantoor_formulier, save_kantoor
from klachtdesk.ui.main_window import MainWindow
from klachtdesk.ui.pages.instellingen_page import InstellingenPage
from klachtdesk.ui.tasks import Tasks


def test_the_office_moves(stage: Stage, office: Office):
    stage.show(InstellingenPage(stage.workspace))  # the office is the first of its parts
    hand = Hand()
    assert hand.text("kantoor.gegevens.titel") == "Interactie"
    assert hand.text("kantoor.gegevens.regel.1") == "Kade 12, 3811 AB Amersfoort"
    hand.click("kantoor.wijzigen")
    for key, text in (("adres", "Singel 3"), ("postcode", "3512 GA"), ("plaats", "Utrecht")):
        hand.fill(f"kantoor.{key}", text)
    hand.click("kantoor.opslaan")
    hand.gone("kantoor.venster")
    stage.settle()
    assert kantoor_formulier(office.desk).waarden["adres"] == "Singel 3"
    assert hand.text("kantoor.gegevens.regel.1") == "Singel 3, 3512 GA Utrecht"
    assert "brieven die al gemaakt zijn, veranderen niet" in stage.notice()


def test_without_a_name_nothing_is_saved_and_what_was_typed_stays(stage: Stage, office: Office):
    stage.show(InstellingenPage(stage.workspace))
    hand = Hand()
    hand.click("kantoor.wijzigen")
    hand.fill("kantoor.naam", " ")
    hand.fill("kantoor.plaats", "Utrecht")
    hand.click("kantoor.opslaan")
    stage.settle()
    assert hand.text("kantoor.naam.fout") == "Vul de naam van het kantoor in; die staat boven elke brief."
    assert hand.text("kantoor.plaats") == "Utrecht"
    assert kantoor_formulier(office.desk).waarden["plaats"] == "Amersfoort"
    hand.click("kantoor.annuleren")


def test_an_office_without_an_address_is_told_so(stage: Stage, office: Office):
    save_kantoor(office.desk, {"naam": "Interactie"})
    stage.show(InstellingenPage(stage.workspace))
    assert "Adres ontbreekt" in [label.text() for label in stage.window.findChildren(QLabel)]


def test_what_else_stands_on_letters_is_one_click_away(stage: Stage):
    stage.show(InstellingenPage(stage.workspace))
    hand = Hand()
    hand.click("kantoor.brieven")
    stage.settle()
    hand.find("brieven.papier")
    assert hand.find("instellingen.brieven", QPushButton).hasFocus()


def test_the_window_takes_over_another_name_at_once(window: MainWindow, tasks: Tasks):
    hand = Hand()
    window.show_page("instellingen")
    tasks.finish()
    hand.click("kantoor.wijzigen")
    hand.fill("kantoor.naam", "Interactie Utrecht")
    hand.click("kantoor.opslaan")
    hand.gone("kantoor.venster")
    hand.wait(lambda: window.windowTitle() == "Interactie Utrecht - klachtdesk")
    assert hand.text("zijbalk.kantoor") == "Interactie Utrecht"
    tasks.finish()


def test_the_parts_fit_in_a_low_window(
    window: MainWindow, tasks: Tasks, find: Callable[[QWidget, str], QWidget]
):
    window.show_page("instellingen")
    tasks.finish()
    # A screen of 1366 by 768 at 150 % has 910 by 512; the bar of the system takes some of that.
    window.resize(910, 480)
    assert window.height() == 480
    last = find(window, "instellingen.dubbele_personen")
    window.open_setting("dubbele_personen")
    tasks.finish()
    assert last.visibleRegion().boundingRect() == last.rect()
