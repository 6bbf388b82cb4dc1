"""What the dialog of a gebeurtenis proposes, and what it leaves to who types. Interactie on 1 April 2026."""

from collections.abc import Callable

from dossiers import KLAGER, klacht_by_mail
from hand import Hand
from office import Office
from PySide6.QtWidgets import QComboBox, QWidget
from stage import Stage

from klachtdesk.formulieren import Keuze
from klachtdesk.services.dossiers import read_dossier
from klachtdesk.ui.dialogs.gebeurtenis import Begun
from klachtdesk.ui.forms.suggest_field import SuggestField
from klachtdesk.ui.pages.dossier_page import DossierPage

AMBER = "mevrouw Amber Veldman"
Find = Callable[[QWidget, str], QWidget]


def test_of_what_is_picked_the_name_alone_is_filled_in(stage: Stage):
    field = SuggestField((Keuze("Bo Prins", "Bo Prins (klachtenfunctionaris)"), Keuze("Jo", "Jo")))
    stage.show(field)
    box = field.focus_target()
    assert isinstance(box, QComboBox)
    box.setCurrentIndex(0)
    assert field.text() == "Bo Prins"
    field.put("Jo")
    assert field.text() == "Jo"
    box.setEditText("Iemand anders")
    assert field.text() == "Iemand anders"


def test_who_handles_it_is_proposed_and_recorded_and_why_not_is_said(stage: Stage, office: Office):
    dossier = klacht_by_mail(office, KLAGER, "1-4-2026")
    page = DossierPage(stage.workspace, dossier)
    stage.show(page)
    page.record(Begun("doorgezonden", proposed=True))
    hand = Hand()
    assert hand.find("gebeurtenis.persoon", QComboBox).currentText() == AMBER
    assert (
        "Een betrokkene kan de klacht niet behandelen"
        in hand.find("gebeurtenis.persoon", QComboBox).accessibleDescription()
    )
    hand.click("gebeurtenis.vastleggen")
    hand.gone("gebeurtenis")
    stage.settle()
    last = read_dossier(office.desk, dossier).tijdlijn[-1]
    assert (last.soort, dict(last.waarden)["persoon"]) == ("doorgezonden", AMBER)


def test_a_proposal_is_no_typing_and_does_not_come_along_to_another_kind(
    stage: Stage, office: Office, find: Find
):
    dossier = klacht_by_mail(office, KLAGER, "1-4-2026")
    page = DossierPage(stage.workspace, dossier)
    stage.show(page)
    page.record(Begun("doorgezonden", proposed=True))
    hand = Hand()
    hand.fill("gebeurtenis.zoeken", "actiepunt vast")
    stage.settle()
    assert hand.find("gebeurtenis.persoon", QComboBox).currentText() == ""
    assert hand.text("gebeurtenis.ref") == "A1"
    hand.click("gebeurtenis.annuleren")
    hand.gone("gebeurtenis")
    assert stage.notice() == ""  # nothing was typed, so nothing is offered back
