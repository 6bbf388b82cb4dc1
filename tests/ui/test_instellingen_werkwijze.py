"""How the office works, in the settings of the window."""

from hand import Hand
from office import Office
from stage import Stage

from klachtdesk.services.kantoor.kantoren import werkwijze_formulier
from klachtdesk.ui.pages.instellingen_page import InstellingenPage


def test_the_office_says_how_it_works_and_reads_it_back(stage: Stage, office: Office):
    page = InstellingenPage(stage.workspace)
    stage.show(page)
    page.open_part("werkwijze")
    stage.settle()
    hand = Hand()
    assert hand.text("werkwijze.bezetting.titel") == "Er werken meer mensen aan klachten"
    assert "het aantal dagen van het reglement" in hand.text("werkwijze.stilte.titel")
    hand.click("werkwijze.stilte.wijzigen")
    hand.click("werkwijze.eenmanskantoor.ja")
    hand.fill("werkwijze.stilte_dagen", "twee weken")
    hand.click("werkwijze.opslaan")
    assert "heel getal" in hand.text("werkwijze.stilte_dagen.fout")
    hand.fill("werkwijze.stilte_dagen", "21")
    hand.click("werkwijze.opslaan")
    hand.gone("werkwijze.venster")
    stage.settle()
    assert werkwijze_formulier(office.desk).waarden == {
        "eenmanskantoor": "ja",
        "stilte_dagen": "21",
        "kleine_aantallen": "3",
    }
    assert hand.text("werkwijze.bezetting.titel") == "Eén persoon doet alles op kantoor"
    assert hand.text("werkwijze.stilte.titel") == "Waarschuwing als de klager 21 dagen niets hoort"


def test_the_bound_for_small_counts_is_set_within_reason(stage: Stage, office: Office):
    page = InstellingenPage(stage.workspace)
    stage.show(page)
    page.open_part("werkwijze")
    stage.settle()
    hand = Hand()
    words = "Aantallen onder {} staan niet in een overzicht voor buiten"
    assert hand.text("werkwijze.kleine_aantallen.titel") == words.format(3)
    hand.click("werkwijze.kleine_aantallen.wijzigen")
    for typed, said in (("1", "kies 3 of meer"), ("500", "kies hoogstens 20")):
        hand.fill("werkwijze.kleine_aantallen", typed)
        hand.click("werkwijze.opslaan")
        stage.settle()
        assert said in hand.text("werkwijze.kleine_aantallen.fout")
    hand.fill("werkwijze.kleine_aantallen", "5")
    hand.click("werkwijze.opslaan")
    hand.gone("werkwijze.venster")
    stage.settle()
    assert hand.text("werkwijze.kleine_aantallen.titel") == words.format(5)
    assert werkwijze_formulier(office.desk).waarden["kleine_aantallen"] == "5"
