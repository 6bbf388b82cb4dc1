"""Dialogs while answers are on their way: nothing is done twice, lost, or done with what was found before."""

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from brieven_op_kantoor import KLAGER, klacht_met_adres
from dossiers import klacht_by_mail
from hand import Hand
from office import Office, OfficeMaker
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QApplication,
    QComboBox,
    QLineEdit,
    QListWidget,
    QPlainTextEdit,
    QPushButton,
    QWidget,
)
from pytestqt.qtbot import QtBot
from stage import Gate, Stage, held

from klachtdesk.services.dossiers import read_dossier
from klachtdesk.services.drafts import list_drafts
from klachtdesk.ui.brieven.preview import LivePreview
from klachtdesk.ui.incoming import Incoming
from klachtdesk.ui.main_window import MainWindow
from klachtdesk.ui.pages.dossier_page import DossierPage
from klachtdesk.ui.pages.melding_page import MeldingPage
from klachtdesk.ui.pages.vandaag_page import VandaagPage
from klachtdesk.ui.tasks import Tasks
from klachtdesk.ui.widgets.pdf_viewer import PdfViewer
from klachtdesk.views.bijlagen import Bestand

ONTVANGST = "ontvangstbevestiging_verzonden"
CONTROL = Qt.KeyboardModifier.ControlModifier
Find = Callable[[QWidget, str], QWidget]


@pytest.fixture
def taal(make_office: OfficeMaker) -> Office:
    """Return the office of 10 voor Taal, which confirms each klacht by letter."""
    return make_office("tien_voor_taal", date(2026, 4, 1))


@pytest.fixture
def taal_stage(taal: Office, make_stage: Callable[[Office], Stage]) -> Stage:
    return make_stage(taal)


@pytest.fixture
def hand() -> Hand:
    return Hand()


def _letter(stage: Stage, hand: Hand, **who: str) -> int:
    """Go to the letter of receipt of a dossier, until it can be made final; return the dossier."""
    dossier = klacht_met_adres(stage.office, **who)
    page = DossierPage(stage.workspace, dossier)
    stage.show(page)
    stappen = read_dossier(stage.office.desk, dossier).procedure.stappen
    page.do_stap(next(item for item in stappen if item.soort == ONTVANGST))
    hand.wait_for_keyboard("brief.definitief_maken")
    return dossier


def test_printing_at_once_prints_the_letter_and_not_the_preview(taal_stage: Stage, hand: Hand):
    _letter(taal_stage, hand)
    viewer = hand.find("brief.pdf", PdfViewer)
    hand.fill("brief.vrij.toelichting", "Wij bellen u donderdag.")
    hand.click("brief.definitief_maken")
    reading = Gate(taal_stage.tasks)
    hand.find("brief.definitief")

    def ask() -> None:
        hand.press(Qt.Key.Key_P, CONTROL)
        reading.open()

    words = hand.printing(ask, lambda _dialog: viewer.document.getAllText(0).text())
    assert "Wij bellen u donderdag." in words


def test_a_letter_is_made_once_however_late_its_preview_comes(taal_stage: Stage, hand: Hand, qtbot: QtBot):
    dossier = _letter(taal_stage, hand)
    preview = taal_stage.window.findChild(LivePreview)
    assert preview is not None
    button = hand.find("brief.definitief_maken", QPushButton)
    drawing = Gate(taal_stage.tasks)
    preview.draw()
    making = Gate(taal_stage.tasks)
    hand.click("brief.definitief_maken")
    with qtbot.waitSignal(preview.shown):
        drawing.open()
    button.click()
    making.open()
    taal_stage.settle()
    assert len(read_dossier(taal_stage.office.desk, dossier).documenten) == 1


def test_nothing_is_typed_in_a_letter_that_is_being_made_and_it_does_not_close(taal_stage: Stage, hand: Hand):
    dossier = _letter(taal_stage, hand)
    story = hand.find("brief.vrij.toelichting", QPlainTextEdit)
    story.setFocus()
    with held(taal_stage.tasks):
        QTest.keyClick(story, Qt.Key.Key_Return, CONTROL)
        QTest.keyClicks(story, "Te laat")
        QTest.keyClick(story, Qt.Key.Key_Escape)
    assert hand.text("brief.definitief") == "De brief is definitief"
    assert len(read_dossier(taal_stage.office.desk, dossier).documenten) == 1
    hand.click("brief.sluiten")


def test_one_goes_on_where_one_was_when_a_letter_is_refused(taal_stage: Stage, hand: Hand):
    _letter(taal_stage, hand)
    hand.fill("brief.datum", "2-4-2026")  # tomorrow
    QTest.keyClick(hand.find("brief.datum"), Qt.Key.Key_Return, CONTROL)
    taal_stage.settle()
    assert hand.text("brief.datum.fout") != ""
    hand.wait_for_keyboard("brief.datum")


def test_a_gebeurtenis_that_is_being_recorded_can_not_be_left_as_if_it_were_not(
    stage: Stage, office: Office, hand: Hand
):
    dossier = klacht_by_mail(office, KLAGER, "1-4-2026")
    page = DossierPage(stage.workspace, dossier)
    stage.show(page)
    page.record()
    hand.fill("gebeurtenis.zoeken", "notitie")
    hand.fill("gebeurtenis.tekst", "Zij belde.")
    text = hand.find("gebeurtenis.tekst")
    with held(stage.tasks):
        hand.click("gebeurtenis.vastleggen")
        QTest.keyClicks(text, " Te laat.")
        QTest.keyClick(text, Qt.Key.Key_Escape)
    assert stage.notice().startswith("Vastgelegd: Notitie")
    assert list_drafts(office.desk) == ()
    (noted,) = (item for item in read_dossier(office.desk, dossier).tijdlijn if item.soort == "notitie")
    assert noted.details[-1][1] == "Zij belde."


def _post(stage: Stage, office: Office, hand: Hand, *klagers: str) -> Incoming:
    """Let a file come in, and choose that it goes to a dossier."""
    for klager in klagers:
        klacht_by_mail(office, klager, "30-3-2026")
    incoming = Incoming(stage.workspace, stage.window, lambda: None)
    stage.window.show()
    incoming.take([Bestand("brief.pdf", b"%PDF-1.4\n%%EOF\n")])
    stage.settle()
    hand.click("post.dossier")
    stage.settle()
    return incoming


def test_post_does_not_go_to_a_dossier_that_was_found_before(stage: Stage, office: Office, hand: Hand):
    _post(stage, office, hand, "Marijke de Vries", "Jan Jansen")
    hand.fill("post.soort", "Alleen bewaren als bijlage")
    search = hand.find("post.zoeken", QLineEdit)
    search.setFocus()
    QTest.keyClicks(search, "jansen")
    QTest.keyClick(search, Qt.Key.Key_Return)
    hand.wait(lambda: hand.find("post.dossiers", QListWidget).count() == 1, "jansen was never found")
    hand.click("post.toevoegen")
    hand.gone("post")
    stage.settle()
    assert [len(read_dossier(office.desk, number).documenten) for number in (1, 2)] == [0, 1]


def test_what_is_filled_in_for_post_stays_when_the_same_dossier_is_found_again(
    stage: Stage, office: Office, hand: Hand
):
    _post(stage, office, hand, "Jan Jansen")
    kinds = hand.find("post.soort", QComboBox)
    kinds.setCurrentIndex(max(kinds.findData("ontvangen"), 0))
    search = hand.find("post.zoeken", QLineEdit)
    with held(stage.tasks):
        QTest.keyClicks(search, "jansen")
        day = hand.find("gebeurtenis.datum", QLineEdit)
        day.setFocus()
        day.selectAll()
        QTest.keyClicks(day, "29-3-2026")
        hand.wait(lambda: not hand.find("post.toevoegen").isEnabled(), "the search never began")
    hand.wait(lambda: hand.find("post.toevoegen").isEnabled(), "the search never ended")
    assert hand.find("gebeurtenis.datum", QLineEdit).text() == "29-3-2026"
    hand.wait_for_keyboard("gebeurtenis.datum")


def test_post_is_recorded_once(stage: Stage, office: Office, hand: Hand):
    _post(stage, office, hand, "Jan Jansen")
    hand.fill("post.soort", "Alleen bewaren als bijlage")
    button = hand.find("post.toevoegen", QPushButton)
    with held(stage.tasks):
        button.click()
        search = hand.find("post.zoeken", QLineEdit)
        QTest.keyClicks(search, "jan")
        button.click()
        QTest.keyClick(search, Qt.Key.Key_Escape)
    hand.gone("post")
    assert len(read_dossier(office.desk, 1).documenten) == 1
    assert "niet toegevoegd" not in stage.notice()


def test_files_that_are_read_late_do_not_go_with_a_melding_that_was_begun_since(
    window: MainWindow, tasks: Tasks, find: Find, tmp_path: Path, office: Office
):
    (tmp_path / "brief.pdf").write_bytes(b"%PDF-1.4\n%%EOF\n")
    (incoming,) = window.findChildren(Incoming)
    with held(tasks):
        incoming.take_paths([tmp_path / "brief.pdf"])
        window.meldingen.begin()
    tasks.finish()
    QApplication.processEvents()
    (page,) = window.findChildren(MeldingPage)
    assert list_drafts(office.desk) == ()  # nothing was added to it
    assert page.isVisible()


def test_many_letters_are_not_made_by_the_key_that_was_to_close(taal_stage: Stage, taal: Office, hand: Hand):
    for _ in range(2):
        klacht_met_adres(taal)
    taal_stage.show(VandaagPage(taal_stage.workspace))
    with held(taal_stage.tasks):
        hand.click("vandaag.brieven")
        hand.find("brieven.sluiten").setFocus()
    hand.wait(lambda: hand.find("brieven.maken").isEnabled(), "the dossiers were never looked over")
    assert hand.find("brieven.sluiten").hasFocus()
    hand.press(Qt.Key.Key_Return)
    hand.gone("brieven")
