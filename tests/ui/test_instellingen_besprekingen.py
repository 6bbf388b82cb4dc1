"""The yearly bespreking in the window. Today is Wednesday 1 April 2026, at the office of Interactie."""

from collections.abc import Callable
from datetime import date

import pytest
from dossiers import klacht_by_mail
from hand import Hand
from office import Office
from PySide6.QtWidgets import QLabel, QLineEdit, QWidget
from stage import Stage

from klachtdesk.services.besprekingen.holding import list_besprekingen, to_discuss
from klachtdesk.services.gebeurtenissen import record_gebeurtenis
from klachtdesk.services.overzicht.aanbevelingen import read_conclusies, save_aanbeveling
from klachtdesk.ui.pages.instellingen_page import InstellingenPage
from klachtdesk.views.overzicht import Over

Find = Callable[[QWidget, str], QWidget]


@pytest.fixture
def closed(office: Office) -> tuple[int, int]:
    """Two klachten that were withdrawn today."""
    made = (
        klacht_by_mail(office, "Marijke de Vries", "1-4-2026"),
        klacht_by_mail(office, "Jan Bos", "1-4-2026"),
    )
    for dossier in made:
        record_gebeurtenis(office.desk, dossier, "ingetrokken", "1-4-2026", {"reden": "opgelost"})
    return made


@pytest.fixture
def hand(stage: Stage, closed: tuple[int, int]) -> Hand:
    page = InstellingenPage(stage.workspace)
    stage.show(page)
    page.open_part("besprekingen")
    stage.settle()
    return Hand()


def _hold(hand: Hand, stage: Stage, voorgelegd: str) -> None:
    """Record a bespreking, and leave what may go after it for later."""
    _record(hand, stage, voorgelegd)
    hand.click("te_vernietigen.sluiten")
    hand.gone("te_vernietigen")


def _record(hand: Hand, stage: Stage, voorgelegd: str) -> None:
    hand.click("besprekingen.vastleggen")
    stage.settle()
    hand.fill("bespreking.aanwezigen", "Amber Veldman")
    hand.fill("bespreking.verslag", "Twee klachten over de factuur.")
    hand.click(f"bespreking.voorgelegd.{voorgelegd}")
    hand.click("bespreking.opslaan")
    hand.gone("bespreking.venster")
    stage.settle()


def test_it_says_when_it_is_due_why_and_what_waits(stage: Stage, hand: Hand):
    # Interactie 8.4: once a year, counted from the first klacht, received on 1 April 2026.
    texts = [label.text() for label in stage.window.findChildren(QLabel) if label.isVisible()]
    assert hand.text("besprekingen.jaar.1.regel.1").startswith("Uiterlijk donderdag 1 april 2027")
    assert any("de eerste klacht, woensdag 1 april 2026" in text for text in texts)
    assert any("Minimaal eenmaal per jaar" in text for text in texts)
    assert hand.text("besprekingen.te_bespreken.titel") == "2 dossiers om te bespreken"
    assert hand.text("besprekingen.leeg.titel") == "Er is nog geen bespreking vastgelegd"


def test_a_bespreking_of_chosen_dossiers_is_held(
    stage: Stage, office: Office, hand: Hand, closed: tuple[int, int]
):
    hand.click("besprekingen.vastleggen")
    stage.settle()
    hand.click(f"bespreking.dossier.{closed[1]}")
    hand.fill("bespreking.aanwezigen", "Amber Veldman")
    hand.fill("bespreking.verslag", "Een klacht over de factuur.")
    hand.click("bespreking.voorgelegd.nee")
    hand.click("bespreking.opslaan")
    hand.gone("bespreking.venster")
    stage.settle()
    assert list_besprekingen(office.desk)[0].dossiers == (closed[0],)
    assert [item.dossier_id for item in to_discuss(office.desk)] == [closed[1]]
    assert hand.text("besprekingen.te_bespreken.titel") == "1 dossier om te bespreken"


def test_on_a_day_before_they_were_closed_there_is_nothing_to_choose(stage: Stage, hand: Hand):
    hand.click("besprekingen.vastleggen")
    stage.settle()
    hand.fill("bespreking.datum", "31-3-2026")
    stage.settle()
    assert hand.text("bespreking.dossiers") == "Op deze datum was er geen afgesloten dossier om te bespreken."
    hand.click("bespreking.annuleren")
    stage.settle()


def test_the_besluit_is_added_later(stage: Stage, office: Office, hand: Hand):
    _hold(hand, stage, "ja")
    assert not list_besprekingen(office.desk)[0].afgerond
    hand.click("besprekingen.1.wijzigen")
    hand.fill("bespreking.besluit", "Offertes worden voortaan nagebeld.")
    hand.fill("bespreking.besluit_op", "1-4-2026")
    hand.click("bespreking.opslaan")
    hand.gone("bespreking.venster")
    stage.settle()
    held = list_besprekingen(office.desk)[0]
    assert (held.afgerond, held.geldt_vanaf) == (True, date(2026, 4, 1))


def test_a_mistaken_bespreking_lapses_with_its_reason(stage: Stage, office: Office, hand: Hand):
    _hold(hand, stage, "nee")
    hand.click("besprekingen.1.vervallen")
    hand.click("besprekingen.vraag.ja")
    stage.settle()
    assert hand.text("besprekingen.vraag.reden.fout")
    hand.fill("besprekingen.vraag.reden", "Dat was vorig jaar.")
    hand.click("besprekingen.vraag.ja")
    hand.gone("besprekingen.vraag")
    stage.settle()
    assert list_besprekingen(office.desk)[0].vervallen == "Dat was vorig jaar."
    assert hand.text("besprekingen.1.regel.1") == "Vervallen: Dat was vorig jaar."
    assert hand.text("besprekingen.te_bespreken.titel") == "2 dossiers om te bespreken"


YEAR = Over(date(2025, 1, 1), date(2025, 12, 31))
READY = {"soort": "voorkoming", "tekst": "Nabellen.", "eigenaar": "Amber Veldman", "uiterlijk": "1-6-2026"}


@pytest.fixture
def advice(office: Office) -> None:
    """Two aanbevelingen, of which the second says neither who carries it out nor when."""
    save_aanbeveling(office.desk, YEAR, READY)
    save_aanbeveling(office.desk, YEAR, {"soort": "verbetering", "tekst": "Sneller bellen."})


@pytest.mark.usefixtures("advice")
def test_the_bespreking_records_which_aanbevelingen_were_adopted(stage: Stage, office: Office, hand: Hand):
    hand.click("besprekingen.vastleggen")
    stage.settle()
    hand.fill("bespreking.aanbeveling_1_besluit", "Overgenomen")
    hand.fill("bespreking.aanbeveling_2_besluit", "Niet overgenomen")
    hand.fill("bespreking.aanwezigen", "Amber Veldman")
    hand.fill("bespreking.verslag", "Twee klachten over de factuur.")
    hand.click("bespreking.voorgelegd.nee")
    hand.click("bespreking.opslaan")
    hand.gone("bespreking.venster")
    stage.settle()
    texts = {label.text() for label in stage.window.findChildren(QLabel)}
    assert {"Overgenomen: Nabellen.", "Niet overgenomen: Sneller bellen."} <= texts
    found = read_conclusies(office.desk, YEAR).aanbevelingen
    assert [(item.besluit, item.bespreking_id) for item in found] == [
        ("overgenomen", 1),
        ("niet_overgenomen", 1),
    ]


@pytest.mark.usefixtures("advice")
def test_the_meeting_says_who_carries_out_what_it_adopts_and_when(stage: Stage, office: Office, hand: Hand):
    hand.click("besprekingen.vastleggen")
    stage.settle()
    assert hand.find("bespreking.aanbeveling_1_eigenaar", QLineEdit).text() == "Amber Veldman"
    texts = {label.text() for label in hand.find("bespreking.sectie.aanbeveling_2").findChildren(QLabel)}
    assert {"Aanbeveling: om de behandeling van klachten te verbeteren", "Sneller bellen."} <= texts
    hand.fill("bespreking.aanwezigen", "Amber Veldman")
    hand.fill("bespreking.verslag", "Twee klachten over de factuur.")
    hand.click("bespreking.voorgelegd.nee")
    hand.fill("bespreking.aanbeveling_2_besluit", "Overgenomen")
    hand.click("bespreking.opslaan")
    stage.settle()
    assert hand.text("bespreking.aanbeveling_2_eigenaar.fout") == "Vul in wie dit uitvoert."
    assert list_besprekingen(office.desk) == ()
    hand.fill("bespreking.aanbeveling_2_eigenaar", "Joris Kramer")
    hand.fill("bespreking.aanbeveling_2_uiterlijk", "1-9-2026")
    hand.click("bespreking.opslaan")
    hand.gone("bespreking.venster")
    stage.settle()
    found = read_conclusies(office.desk, YEAR).aanbevelingen
    assert [(item.besluit, item.eigenaar, item.uiterlijk) for item in found] == [
        ("", "Amber Veldman", date(2026, 6, 1)),
        ("overgenomen", "Joris Kramer", date(2026, 9, 1)),
    ]


def test_what_was_left_can_be_taken_up_again_with_the_dossiers(
    stage: Stage, office: Office, hand: Hand, closed: tuple[int, int]
):
    hand.click("besprekingen.vastleggen")
    stage.settle()
    hand.click(f"bespreking.dossier.{closed[1]}")
    hand.fill("bespreking.aanwezigen", "Amber Veldman")
    hand.fill("bespreking.verslag", "Een klacht over de factuur.")
    hand.click("bespreking.voorgelegd.nee")
    hand.click("bespreking.annuleren")
    hand.gone("bespreking.venster")
    stage.settle()
    hand.click("notice_undo")
    stage.settle()
    hand.click("bespreking.opslaan")
    hand.gone("bespreking.venster")
    stage.settle()
    assert [item.dossiers for item in list_besprekingen(office.desk)] == [(closed[0],)]


@pytest.mark.usefixtures("advice")
def test_what_was_adopted_is_added_with_the_besluit(stage: Stage, office: Office, hand: Hand):
    _hold(hand, stage, "ja")
    hand.click("besprekingen.1.wijzigen")
    stage.settle()
    hand.fill("bespreking.aanbeveling_1_besluit", "Overgenomen")
    hand.click("bespreking.opslaan")
    hand.gone("bespreking.venster")
    stage.settle()
    assert [item.besluit for item in read_conclusies(office.desk, YEAR).aanbevelingen] == ["overgenomen", ""]


def test_what_may_be_destroyed_is_proposed_after_the_bespreking(
    stage: Stage, office: Office, hand: Hand, closed: tuple[int, int]
):
    _record(hand, stage, "nee")
    # The day of the bespreking is the last on which they are kept.
    assert hand.text("te_vernietigen.titel") == "2 dossiers mogen weg vanaf de dag die erbij staat"
    texts = {label.text() for label in hand.find("te_vernietigen").findChildren(QLabel)}
    assert {"Vanaf 2 apr 2026", "artikel 8.5"} <= texts
    for dossier in closed:
        hand.find(f"te_vernietigen.{dossier}")
    hand.click("te_vernietigen.sluiten")
    hand.gone("te_vernietigen")
    office.on(2026, 4, 2)
    hand.click("besprekingen.1.vernietigen")
    stage.settle()
    assert hand.text("te_vernietigen.titel") == "2 dossiers mogen nu weg"
    hand.click("te_vernietigen.sluiten")
    assert [item.dossiers for item in list_besprekingen(office.desk)] == [
        closed
    ]  # nothing is gone by looking
