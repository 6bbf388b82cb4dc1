"""The settings of the office in the window: who does what, where people are told, how long is kept.

Today is Wednesday 1 April 2026, at the office of Interactie unless a test says otherwise.
"""

from collections.abc import Callable
from datetime import date

import pytest
from hand import Hand
from office import Office, OfficeMaker
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QPushButton
from stage import Stage

from klachtdesk.services.kantoor.bekendmaking import due_bekendmakingen, list_bekendmakingen
from klachtdesk.services.kantoor.bewaarkeuze import read_bewaarregels
from klachtdesk.services.kantoor.functionarissen import list_commissieleden, list_functionarissen
from klachtdesk.services.kantoor.instanties import list_instanties
from klachtdesk.ui.instellingen.kaart import Kaart
from klachtdesk.ui.main_window import MainWindow
from klachtdesk.ui.pages.instellingen_page import InstellingenPage
from klachtdesk.ui.tasks import Tasks

MakeStage = Callable[[Office], Stage]
Shown = Callable[[Stage, str], Hand]


@pytest.fixture
def shown() -> Shown:
    """Return what shows a part of the settings in a window, and lends a hand."""

    def show(stage: Stage, part: str) -> Hand:
        page = InstellingenPage(stage.workspace)
        stage.show(page)
        page.open_part(part)
        stage.settle()
        return Hand()

    return show


def _says(stage: Stage, words: str) -> bool:
    return any(words in label.text() for label in stage.window.findChildren(QLabel) if label.isVisible())


def test_the_list_starts_with_whom_the_reglement_names(stage: Stage, shown: Shown):
    hand = shown(stage, "functionarissen")
    assert hand.text("functionarissen.1.titel") == "Klachtenfunctionaris: mevrouw Amber Veldman"
    wijzigen = hand.find("functionarissen.1.wijzigen", QPushButton)
    assert wijzigen.accessibleName() == "Wijzigen: Klachtenfunctionaris: mevrouw Amber Veldman"


def test_a_functionaris_is_added_with_a_vervanger_and_says_who_takes_over_today(
    stage: Stage, office: Office, shown: Shown
):
    hand = shown(stage, "functionarissen")
    hand.click("functionarissen.toevoegen")
    hand.fill("functionaris.functie", "directeur")
    hand.fill("functionaris.naam", "Jo Bos")
    hand.fill("functionaris.vervanger.1.naam", "Ali Demir")
    hand.fill("functionaris.vervanger.1.aanleiding", "Bij afwezigheid, in deze periode")
    hand.fill("functionaris.vervanger.1.van", "30-3-2026")
    hand.click("functionaris.opslaan")
    hand.gone("functionaris.venster")
    stage.settle()
    added = list_functionarissen(office.desk)[-1]
    assert (added.naam, added.waarnemer) == ("Jo Bos", "Ali Demir")
    assert _says(stage, "Vandaag: Ali Demir")


def test_what_is_missing_is_said_at_its_field_and_nothing_is_saved(
    stage: Stage, office: Office, shown: Shown
):
    before = list_functionarissen(office.desk)
    hand = shown(stage, "functionarissen")
    hand.click("functionarissen.toevoegen")
    hand.fill("functionaris.naam", "Jo Bos")
    hand.click("functionaris.opslaan")
    assert hand.text("functionaris.functie.fout") == "Vul de functie in."
    assert list_functionarissen(office.desk) == before


def test_what_was_typed_and_not_saved_can_be_brought_back(stage: Stage, shown: Shown):
    hand = shown(stage, "commissieleden")
    hand.click("commissieleden.toevoegen")
    hand.fill("commissielid.naam", "Jo Bos")
    hand.click("commissielid.annuleren")
    hand.gone("commissielid.venster")
    hand.click("notice_undo")
    assert hand.text("commissielid.naam") == "Jo Bos"


def test_a_member_is_added_changed_back_and_removed_with_a_way_back(
    stage: Stage, office: Office, shown: Shown
):
    hand = shown(stage, "commissieleden")
    assert hand.text("commissieleden.leeg.titel") == "Er zijn nog geen leden"
    hand.click("commissieleden.toevoegen")
    for key, text in (
        ("commissie", "bezwaarcommissie"),
        ("naam", "Jo Bos"),
        ("deskundigheid", "onderwijs"),
        ("onafhankelijkheid", "werkt elders"),
    ):
        hand.fill(f"commissielid.{key}", text)
    hand.click("commissielid.opslaan")
    hand.click("commissieleden.1.wijzigen")
    hand.fill("commissielid.naam", "Jo Bosch")
    hand.click("commissielid.opslaan")
    hand.gone("commissielid.venster")
    assert list_commissieleden(office.desk)[0].naam == "Jo Bosch"
    hand.click("notice_undo")
    stage.settle()
    assert list_commissieleden(office.desk)[0].naam == "Jo Bos"
    hand.click("commissieleden.1.verwijderen")
    hand.find("commissieleden.leeg")
    hand.click("notice_undo")
    stage.settle()
    assert [lid.naam for lid in list_commissieleden(office.desk)] == ["Jo Bos"]


def test_what_came_with_the_reglement_is_removed_only_after_a_question(
    stage: Stage, office: Office, shown: Shown
):
    hand = shown(stage, "instanties")
    assert hand.text("instanties.1.titel") == "De Geschillencommissie"
    hand.click("instanties.1.verwijderen")
    assert (
        hand.find("instanties.vraag").windowTitle() == "Uit de lijst verwijderen?"
    )  # of whom is said inside
    hand.click("instanties.vraag.nee")
    hand.gone("instanties.vraag")
    assert len(list_instanties(office.desk)) == 1
    hand.click("instanties.1.verwijderen")
    hand.click("instanties.vraag.ja")
    hand.find("instanties.leeg")
    assert list_instanties(office.desk) == ()


def test_nagekeken_is_noted_for_today_and_can_be_taken_back(stage: Stage, office: Office, shown: Shown):
    due = len(due_bekendmakingen(office.desk))
    hand = shown(stage, "bekendmakingen")
    assert _says(stage, "Nog nooit nagekeken.")
    hand.click("bekendmakingen.1.nagekeken")
    stage.settle()
    assert list_bekendmakingen(office.desk)[0].laatst_nagekeken == date(2026, 4, 1)
    assert len(due_bekendmakingen(office.desk)) == due - 1
    assert _says(stage, "Laatst nagekeken op 1 apr 2026, opnieuw vóór 1 apr 2027.")
    hand.click("notice_undo")
    stage.settle()
    assert list_bekendmakingen(office.desk)[0].laatst_nagekeken is None


def test_where_the_reglement_names_a_bewaartermijn_there_is_nothing_to_choose(
    make_stage: MakeStage, make_office: OfficeMaker, shown: Shown
):
    stage = make_stage(make_office("klik_onderwijs", date(2026, 4, 1)))
    hand = shown(stage, "bewaartermijnen")
    assert hand.text("bewaartermijnen.klik_onderwijs.regel.titel") == "1 jaar"  # Klik Onderwijs, formeel 13
    assert not stage.window.findChildren(QPushButton, "bewaartermijnen.klik_onderwijs.kiezen")


def test_a_bewaartermijn_is_chosen_with_its_motivering_and_an_earlier_choice_stays_readable(
    make_stage: MakeStage, make_office: OfficeMaker, shown: Shown
):
    office = make_office("tien_voor_taal", date(2026, 4, 1))
    stage = make_stage(office)
    hand = shown(stage, "bewaartermijnen")
    assert hand.text("bewaartermijnen.tien_voor_taal.regel.titel") == "Kies een bewaartermijn"
    for aantal, motivering in (
        ("2", "Zo lang kan iemand terugkomen."),
        ("3", "Onze verzekeraar vraagt het."),
    ):
        hand.click("bewaartermijnen.tien_voor_taal.kiezen")
        hand.fill("bewaarkeuze.aantal", aantal)
        hand.fill("bewaarkeuze.motivering", motivering)
        hand.click("bewaarkeuze.opslaan")
        hand.gone("bewaarkeuze.venster")
        stage.settle()
    assert read_bewaarregels(office.desk)[0].duur == "3 jaar"
    assert hand.text("bewaartermijnen.tien_voor_taal.regel.titel") == "3 jaar"
    assert hand.text("bewaartermijnen.tien_voor_taal.keuze.2.titel") == "2 jaar"
    assert _says(stage, "Zo lang kan iemand terugkomen.")


def test_the_page_is_reached_and_walked_through_with_the_keyboard(window: MainWindow, tasks: Tasks):
    QTest.keyClick(window, Qt.Key.Key_5, Qt.KeyboardModifier.ControlModifier)
    tasks.finish()
    first = window.focusWidget()
    assert first is not None
    assert first.objectName() == "instellingen.kantoor"
    QTest.keyClick(first, Qt.Key.Key_Down)
    tasks.finish()
    now = window.focusWidget()
    assert now is not None
    assert now.objectName() == "instellingen.functionarissen"
    assert Hand().text("functionarissen.titel") == "Functionarissen en vervangers"


def test_a_chip_stands_behind_the_title_where_there_is_room_and_below_it_where_there_is_none(stage: Stage):
    titel = "Onafhankelijke bevoegde persoon, manager Kwaliteit en Compliance"
    kaart = Kaart("proef", titel, ("Een regel eronder.",), (("Geldt nu", "good"),))
    stage.show(kaart)
    title, chip = Hand().find("proef.titel", QLabel), kaart.findChildren(QLabel)[1]
    assert chip.text() == "Geldt nu"
    assert chip.geometry().left() > title.geometry().right()
    stage.window.resize(260, 700)
    stage.settle()
    assert chip.geometry().top() >= title.geometry().bottom()
    assert title.width() <= kaart.width()
    assert title.height() >= title.heightForWidth(title.width())
