"""Double persons and mistaken dossiers in the window. Today is Wednesday 1 April 2026."""

import pytest
from hand import Hand
from office import Office
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QAbstractButton, QPushButton
from stage import Stage

from klachtdesk.services.dossiers import list_dossiers, read_dossier
from klachtdesk.services.dubbele_personen import possible_doubles
from klachtdesk.services.formulieren import register_melding
from klachtdesk.services.personen import list_samenvoegingen
from klachtdesk.ui.pages.dossier_page import DossierPage
from klachtdesk.ui.pages.instellingen_page import InstellingenPage

GROEP = "dubbele_personen.groep.1"


def _klager(office: Office, dossier: int) -> int:
    return read_dossier(office.desk, dossier).personen[0].id


def _melding(office: Office, email: str) -> int:
    waarden = {"kanaal": "brief", "melder.1.naam": "Marijke de Vries", "melder.1.email": email}
    return register_melding(office.desk, waarden, draft_id=None).dossier_id


@pytest.fixture
def twice(office: Office) -> tuple[int, int]:
    """Two dossiers with the same name and address."""
    return _melding(office, "m.devries@linde.nl"), _melding(office, "m.devries@linde.nl")


def _shown(stage: Stage) -> Hand:
    page = InstellingenPage(stage.workspace)
    stage.show(page)
    page.open_part("dubbele_personen")
    stage.settle()
    return Hand()


def test_without_doubles_there_is_nothing_to_do(stage: Stage):
    assert _shown(stage).text("dubbele_personen.leeg.titel") == "Niemand lijkt er dubbel in te staan"


def test_who_is_kept_is_chosen_and_a_merge_can_be_taken_back(
    stage: Stage, office: Office, twice: tuple[int, int]
):
    first, second = (_klager(office, dossier) for dossier in twice)
    hand = _shown(stage)
    assert "Dezelfde naam en hetzelfde e-mailadres" in hand.text(f"{GROEP}.gronden")
    hand.click(f"{GROEP}.{second}.behouden")
    hand.click(f"{GROEP}.samenvoegen")
    stage.settle()
    assert [_klager(office, dossier) for dossier in twice] == [second, second]
    assert hand.find("dubbele_personen.leeg")
    hand.click("notice_undo")
    stage.settle()
    assert [_klager(office, dossier) for dossier in twice] == [first, second]
    assert hand.find(GROEP)


def test_a_merge_of_before_is_undone_from_the_history(stage: Stage, office: Office, twice: tuple[int, int]):
    hand = _shown(stage)
    hand.click(f"{GROEP}.samenvoegen")
    stage.settle()
    hand.click("dubbele_personen.samenvoeging.1.ongedaan")
    stage.settle()
    assert list_samenvoegingen(office.desk)[0].ongedaan_op is not None
    assert not stage.window.findChildren(QPushButton, "dubbele_personen.samenvoeging.1.ongedaan")


def test_in_a_group_of_three_one_may_stay_out(stage: Stage, office: Office, twice: tuple[int, int]):
    third = _melding(office, "m.devries@linde.nl")
    before = _klager(office, third)
    hand = _shown(stage)
    hand.click(f"{GROEP}.{before}.meedoen")
    hand.click(f"{GROEP}.samenvoegen")
    stage.settle()
    assert _klager(office, twice[1]) == _klager(office, twice[0])
    assert _klager(office, third) == before


def test_different_people_are_told_apart_after_a_question(
    stage: Stage, office: Office, twice: tuple[int, int]
):
    hand = _shown(stage)
    hand.click(f"{GROEP}.verschillend")
    hand.click("dubbele_personen.vraag.ja")
    hand.find("dubbele_personen.leeg")
    stage.settle()
    assert possible_doubles(office.desk) == ()


def test_a_mistaken_dossier_is_withdrawn_with_its_reason(
    stage: Stage, office: Office, twice: tuple[int, int]
):
    stage.show(DossierPage(stage.workspace, twice[0]))
    hand = Hand()
    for action in stage.window.findChildren(QAction, "dossier.vergissing"):
        action.trigger()
    hand.click("vergissing.ja")
    stage.settle()
    assert hand.text("vergissing.reden.fout") == "Schrijf op waarom dit dossier een vergissing is."
    assert hand.find("vergissing.ja", QAbstractButton).isEnabled()
    hand.fill("vergissing.reden", "Dubbel ingevoerd.")
    hand.click("vergissing.ja")
    hand.gone("vergissing")
    stage.settle()
    stands = {regel.id: regel.status for regel in list_dossiers(office.desk)}
    assert stands[twice[0]] == "Vergissing"
    assert stands[twice[1]] != "Vergissing"
    assert hand.find("dossier.gesloten")
