"""Titles of windows and names of files tell the dossier and the kind of document: others can read them, and later."""

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from brieven_op_kantoor import KLAGER, begun, klacht_met_adres
from hand import Hand
from office import Office, OfficeMaker
from pictures import picture
from PySide6.QtWidgets import QDialog, QFileDialog, QTabWidget
from stage import Stage

from klachtdesk.services.bijlagen import add_bijlagen
from klachtdesk.services.brieven.making import finalize_brief
from klachtdesk.ui.pages.dossier_page import DossierPage
from klachtdesk.views.bijlagen import Bestand

SOORT = "ontvangstbevestiging_verzonden"
LETTER = "Ontvangstbevestiging 2026-001"


@pytest.fixture
def taal(make_office: OfficeMaker) -> Office:
    return make_office("tien_voor_taal", date(2026, 4, 1))


@pytest.fixture
def dossier(taal: Office) -> int:
    return klacht_met_adres(taal)


@pytest.fixture
def hand() -> Hand:
    return Hand()


@pytest.fixture
def documents(taal: Office, dossier: int, make_stage: Callable[[Office], Stage]) -> Callable[[], Stage]:
    """Return what shows the documents of the dossier."""

    def show() -> Stage:
        stage = make_stage(taal)
        page = DossierPage(stage.workspace, dossier)
        stage.show(page)
        tabs = page.findChild(QTabWidget, "dossier.tabs")
        assert tabs is not None
        tabs.setCurrentIndex(2)
        stage.settle()
        return stage

    return show


def _proposed(hand: Hand) -> str:
    """Return the name that is proposed for a file, and close the window that asks for it."""
    chooser = hand.find("document.bestand", QFileDialog)
    name = Path(chooser.selectedFiles()[0]).name
    chooser.close()
    return name


def test_a_letter_on_the_screen_and_on_its_way_out(
    taal: Office, dossier: int, documents: Callable[[], Stage], hand: Hand
):
    made = finalize_brief(taal.desk, dossier, begun(taal, dossier, SOORT))
    documents()
    hand.click(f"document.{made.document_id}.openen")
    shown = hand.find("document", QDialog)
    assert shown.windowTitle() == LETTER
    assert hand.text("document.voorbeeld") == f"Ontvangstbevestiging aan {KLAGER}"  # inside it may be said
    hand.click("document.opslaan")
    assert _proposed(hand) == f"{LETTER}.pdf"
    shown.close()
    hand.click(f"document.{made.document_id}.exporteren")
    assert _proposed(hand) == f"{LETTER}.pdf"
    hand.click(f"document.{made.document_id}.mailen")
    assert _proposed(hand) == f"{LETTER}.eml"


def test_a_letter_that_was_just_made(taal: Office, dossier: int, documents: Callable[[], Stage], hand: Hand):
    stage = documents()
    stage.window.findChildren(QTabWidget)[0].setCurrentIndex(0)
    hand.click("dossier.stap.vastleggen")
    hand.click("brief.definitief_maken")
    hand.click("brief.opslaan")
    assert _proposed(hand) == f"{LETTER}.pdf"
    hand.click("brief.mailen")
    assert _proposed(hand) == f"{LETTER}.eml"
    assert hand.find("brief", QDialog).windowTitle() == LETTER


def test_a_file_from_outside(taal: Office, dossier: int, documents: Callable[[], Stage], hand: Hand):
    files = [Bestand("Verklaring Jan Jansen.png", picture(20, 20))]
    (photo,) = add_bijlagen(taal.desk, dossier, files).document_ids
    documents()
    hand.click(f"document.{photo}.openen")
    shown = hand.find("bijlage", QDialog)
    assert shown.windowTitle() == "Bijlage 1 bij 2026-001"
    assert hand.text("bijlage.naam") == "Verklaring Jan Jansen.png"
    hand.click("bijlage.opslaan")
    assert _proposed(hand) == "Bijlage 1 bij 2026-001.png"
