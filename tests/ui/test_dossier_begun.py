"""A dossier shows what was begun in it and not finished. It is Wednesday 1 April 2026 at Interactie."""

from collections.abc import Callable
from datetime import date

import pytest
from brieven_op_kantoor import klacht_met_adres
from dossiers import KLAGER, klacht_by_mail
from hand import Hand
from office import Office, OfficeMaker
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QPlainTextEdit, QTabWidget, QWidget
from stage import Stage

from klachtdesk.services.drafts import keep_draft, list_drafts
from klachtdesk.services.gebeurtenis_drafts import keep_gebeurtenis_draft
from klachtdesk.ui.pages.dossier_page import DossierPage
from klachtdesk.views.gebeurtenis import GebeurtenisInvoer

Find = Callable[[QWidget, str], QWidget]
TYPED = {"datum": "1-4-2026", "tekst": "Belde over de factuur"}


@pytest.fixture
def dossier(office: Office) -> int:
    return klacht_by_mail(office, KLAGER, "1-4-2026")


@pytest.fixture
def opened(stage: Stage, dossier: int) -> Callable[[], DossierPage]:
    def open_it() -> DossierPage:
        page = DossierPage(stage.workspace, dossier)
        stage.show(page)
        stage.settle()
        return page

    return open_it


@pytest.fixture
def hand() -> Hand:
    return Hand()


def _words(page: DossierPage) -> list[str]:
    """Return what the card with what was begun says, line by line; nothing while it is not there."""
    card = page.findChild(QWidget, "concepten")
    if card is None or not card.isVisible():
        return []
    return [label.text() for label in card.findChildren(QLabel)]


def _click(stage: Stage, find: Find, page: QWidget, name: str) -> None:
    QTest.mouseClick(find(page, name), Qt.MouseButton.LeftButton)
    stage.settle()


def test_what_was_begun_here_stands_on_top_and_is_gone_on_with(
    opened: Callable[[], DossierPage], stage: Stage, office: Office, find: Find, dossier: int
):
    made = keep_gebeurtenis_draft(office.desk, dossier, GebeurtenisInvoer("notitie", TYPED))
    elsewhere = klacht_by_mail(office, "Sara Visser", "1-4-2026")
    keep_gebeurtenis_draft(office.desk, elsewhere, GebeurtenisInvoer("notitie", TYPED | {"tekst": "Elders"}))
    page = opened()
    title, begin, kind = _words(page)
    assert (title, begin) == ("U was hiermee bezig", "‘Belde over de factuur’")
    assert kind.startswith("Gebeurtenis: Notitie, bewaard")
    _click(stage, find, page, f"concept.{made}.verder")
    dialog = find(stage.window, "gebeurtenis")
    _click(stage, find, dialog, "gebeurtenis.vastleggen")
    assert _words(page) == []


def test_it_is_thrown_away_and_brought_back(
    opened: Callable[[], DossierPage], stage: Stage, office: Office, find: Find, dossier: int
):
    made = keep_gebeurtenis_draft(office.desk, dossier, GebeurtenisInvoer("notitie", TYPED))
    page = opened()
    _click(stage, find, page, f"concept.{made}.weggooien")
    assert (_words(page), list_drafts(office.desk)) == ([], ())
    _click(stage, find, stage.window, "notice_undo")
    assert "‘Belde over de factuur’" in _words(page)


def test_without_anything_begun_there_is_no_card(opened: Callable[[], DossierPage]):
    assert _words(opened()) == []


def test_a_form_is_gone_on_with_in_its_tab_and_thrown_away_there(
    opened: Callable[[], DossierPage], stage: Stage, office: Office, find: Find, dossier: int
):
    form, typed = "intern_klachtenformulier", {"oplossing": "Een creditnota"}
    made = keep_draft(office.desk, form, typed, draft_id=None, dossier_id=dossier)
    page = opened()
    assert "‘Een creditnota’" in _words(page)
    discard = page.findChild(QWidget, f"concept.{made}.weggooien")
    assert discard is None or not discard.isVisible()
    _click(stage, find, page, f"concept.{made}.verder")
    tabs = page.findChild(QTabWidget, "dossier.tabs")
    assert tabs is not None
    assert tabs.currentWidget().objectName() == "dossier.formulieren"


def test_a_letter_that_was_closed_half_is_there_at_once(
    make_office: OfficeMaker, make_stage: Callable[[Office], Stage], hand: Hand
):
    office = make_office("tien_voor_taal", date(2026, 4, 1))
    stage = make_stage(office)
    page = DossierPage(stage.workspace, klacht_met_adres(office))
    stage.show(page)
    stage.window.activateWindow()
    hand.click("dossier.stap.vastleggen")
    hand.find("brief.vrij.toelichting", QPlainTextEdit).setPlainText("Nog niet af")
    hand.click("brief.sluiten")
    hand.wait(lambda: any("Brief: Ontvangstbevestiging" in words for words in _words(page)))
