"""Letters for many dossiers in one go: chosen, made with how far it is, stopped, and printed together."""

from collections.abc import Callable
from threading import Event

import pytest
from brieven_op_kantoor import begun, klacht_met_adres
from dossiers import klacht_by_mail
from hand import PATIENCE, Hand
from office import Office
from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QLabel, QListWidget, QPushButton
from stage import Stage

from klachtdesk.services.brieven.drafts import keep_brief_draft
from klachtdesk.services.brieven.making import finalize_brief
from klachtdesk.services.dossiers import read_dossier
from klachtdesk.services.gebeurtenissen import record_gebeurtenis
from klachtdesk.ui.brieven.letter_run import LetterRun
from klachtdesk.ui.brieven.veel_brieven import VeelBrievenDialog
from klachtdesk.ui.pages.vandaag_page import VandaagPage
from klachtdesk.ui.widgets.pdf_viewer import PdfViewer

SOORT = "ontvangstbevestiging_verzonden"


@pytest.fixture
def stage(taal: Office, make_stage: Callable[[Office], Stage]) -> Stage:
    return make_stage(taal)


def _vandaag(stage: Stage) -> VandaagPage:
    page = VandaagPage(stage.workspace)
    stage.show(page)
    return page


def _letters(office: Office, *dossiers: int) -> list[int]:
    """Return how many letters each dossier has."""
    return [len(read_dossier(office.desk, dossier).documenten) for dossier in dossiers]


def _open(stage: Stage, hand: Hand) -> VandaagPage:
    """Open the window from Vandaag, and wait until every dossier was looked over."""
    page = _vandaag(stage)
    hand.click("vandaag.brieven")
    stage.settle()
    return page


def test_the_button_is_there_only_when_two_wait_for_the_same_letter(taal: Office, stage: Stage):
    klacht_met_adres(taal)
    page = _vandaag(stage)
    button = page.findChild(QPushButton, "vandaag.brieven")
    assert button is not None
    assert not button.isVisible()
    klacht_met_adres(taal)
    page.refresh()
    stage.settle()
    assert button.isVisible()


def test_all_that_are_whole_are_made_with_two_keys_and_printing_is_the_next(
    taal: Office, stage: Stage, hand: Hand
):
    dossiers = [klacht_met_adres(taal) for _ in range(3)]
    _open(stage, hand)
    assert hand.text("brieven.maken") == "&Maak 3 brieven"
    hand.press(Qt.Key.Key_Return)
    stage.settle()
    assert hand.text("brieven.gemaakt") == "Er zijn 3 brieven gemaakt."
    assert _letters(taal, *dossiers) == [1, 1, 1]
    pages = hand.printing(lambda: hand.press(Qt.Key.Key_Return), lambda dialog: dialog.maxPage())
    # Three letters of one page or two each go to the printer together.
    assert pages == hand.find("brieven.pdf", PdfViewer).document.pageCount()
    assert pages in {3, 6}


def test_what_misses_something_is_listed_apart_with_why_and_gets_no_letter(
    taal: Office, stage: Stage, hand: Hand
):
    whole = [klacht_met_adres(taal) for _ in range(2)]
    homeless = klacht_by_mail(taal, "Sara Visser", "1-4-2026")
    half = klacht_met_adres(taal)
    keep_brief_draft(taal.desk, half, begun(taal, half, SOORT, vrij={"extra": "Beste"}))
    _open(stage, hand)
    apart = hand.find("brieven.apart", QListWidget)
    told = [apart.item(row).text() for row in range(apart.count())]
    assert [text.split("  ")[0] for text in told] == ["2026-003", "2026-004"]
    assert "Het adres van Sara Visser is niet volledig" in told[0]
    assert "is al begonnen" in told[1]
    assert hand.find("brieven.dossiers", QListWidget).count() == 2
    hand.click("brieven.maken")
    stage.settle()
    assert _letters(taal, *whole, homeless, half) == [1, 1, 0, 0]


def test_another_letter_has_other_dossiers(taal: Office, stage: Stage, hand: Hand):
    # Who has the ontvangstbevestiging waits for the next one: what is going to be done, once that was decided.
    confirmed = [klacht_met_adres(taal) for _ in range(2)]
    actie = {
        "omschrijving": "Adressen nakijken",
        "persoon": "Noor Bakker",
        "uiterlijk": "8-4-2026",
        "ref": "A1",
    }
    for dossier in confirmed:
        finalize_brief(taal.desk, dossier, begun(taal, dossier, SOORT))
        record_gebeurtenis(taal.desk, dossier, "actiepunt_vastgesteld", "1-4-2026", actie)
    waiting = [klacht_met_adres(taal) for _ in range(3)]
    _open(stage, hand)
    assert hand.text("brieven.maken") == "&Maak 3 brieven"
    hand.fill("brieven.welke", "Bericht over de afhandeling verzonden (2)")
    stage.settle()
    assert hand.text("brieven.maken") == "&Maak 2 brieven"
    hand.click("brieven.maken")
    stage.settle()
    assert _letters(taal, *confirmed, *waiting) == [2, 2, 0, 0, 0]


def test_a_dossier_that_is_not_ticked_gets_no_letter(taal: Office, stage: Stage, hand: Hand):
    dossiers = [klacht_met_adres(taal) for _ in range(3)]
    _open(stage, hand)
    hand.find("brieven.dossiers").setFocus()
    hand.press(Qt.Key.Key_Down)
    hand.press(Qt.Key.Key_Space)
    assert hand.text("brieven.maken") == "&Maak 2 brieven"
    hand.click("brieven.maken")
    stage.settle()
    assert _letters(taal, *dossiers) == [1, 0, 1]


def test_all_ticks_go_and_come_with_one_button(taal: Office, stage: Stage, hand: Hand):
    for _ in range(2):
        klacht_met_adres(taal)
    _open(stage, hand)
    hand.click("brieven.alles")
    assert not hand.find("brieven.maken").isEnabled()
    hand.click("brieven.alles")
    assert hand.text("brieven.maken") == "&Maak 2 brieven"


def test_escape_stops_after_the_letter_at_hand_and_what_was_made_stays(
    taal: Office, stage: Stage, hand: Hand
):
    dossiers = [klacht_met_adres(taal) for _ in range(4)]
    _open(stage, hand)
    dialog = hand.find("brieven", VeelBrievenDialog)
    (run,) = dialog.findChildren(LetterRun)
    places: list[str] = []
    pressed = Event()

    def press() -> None:
        hand.press(Qt.Key.Key_Escape)
        pressed.set()

    def stop_at_the_second(done: int, _total: int) -> None:
        places.append(hand.find("brieven.voortgang", QLabel).text())
        if done == 1:
            # The second letter is asked for, and made only after the key was pressed.
            stage.workspace.read(
                stage.window, lambda _desk: pressed.wait(PATIENCE / 1_000), lambda _nothing: None
            )
            QTimer.singleShot(0, press)

    run.progressed.connect(stop_at_the_second)
    hand.click("brieven.maken")
    hand.find("brieven.gemaakt")
    assert places[:2] == ["Brieven maken: 0 van 4", "Brieven maken: 1 van 4"]
    words = "Gestopt. Er zijn 2 brieven gemaakt. Wat gemaakt is, blijft. Nog 2 dossiers wachten op de brief."
    assert hand.text("brieven.gemaakt") == words
    stage.settle()
    assert _letters(taal, *dossiers) == [1, 1, 0, 0]
    assert hand.find("brieven.afdrukken").hasFocus()


def test_other_work_has_its_turn_between_two_letters(taal: Office, stage: Stage, hand: Hand):
    dossiers = [klacht_met_adres(taal) for _ in range(3)]
    _open(stage, hand)
    order: list[str] = []
    (run,) = hand.find("brieven", VeelBrievenDialog).findChildren(LetterRun)

    def ask_for_other_work(done: int, _total: int) -> None:
        order.append(f"brief {done}")
        if done == 1:
            stage.workspace.read(
                stage.window, lambda _desk: None, lambda _nothing: order.append("ander werk")
            )

    run.progressed.connect(ask_for_other_work)
    hand.click("brieven.maken")
    stage.settle()
    assert order == ["brief 0", "brief 1", "ander werk", "brief 2", "brief 3"]
    assert _letters(taal, *dossiers) == [1, 1, 1]


def test_the_pages_hear_of_it_once_with_every_dossier(taal: Office, stage: Stage, hand: Hand):
    dossiers = [klacht_met_adres(taal) for _ in range(3)]
    _open(stage, hand)
    heard: list[frozenset[int]] = []
    stage.workspace.changed.connect(lambda changes: heard.append(changes.dossiers))
    hand.click("brieven.maken")
    stage.settle()
    assert heard == [frozenset(dossiers)]


def test_closing_the_kluis_stops_the_work(taal: Office, stage: Stage, hand: Hand):
    dossiers = [klacht_met_adres(taal) for _ in range(3)]
    _open(stage, hand)
    hand.click("brieven.maken")
    stage.workspace.flushing.emit()
    stage.settle()
    assert _letters(taal, *dossiers) == [1, 0, 0]


def test_a_dossier_that_was_changed_meanwhile_is_told_and_can_be_opened(
    taal: Office, stage: Stage, hand: Hand
):
    dossiers = [klacht_met_adres(taal) for _ in range(3)]
    page = _open(stage, hand)
    finalize_brief(taal.desk, dossiers[1], begun(taal, dossiers[1], SOORT))
    opened: list[int] = []
    page.opened.connect(opened.append)
    hand.click("brieven.maken")
    stage.settle()
    assert hand.text("brieven.gemaakt") == "Er zijn 2 brieven gemaakt."
    hand.click("brieven.apart.openen")
    assert opened == [dossiers[1]]
    hand.gone("brieven")
