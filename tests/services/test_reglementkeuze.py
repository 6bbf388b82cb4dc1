"""Under which reglement a melding falls, and how a wrong choice is put right.

Interactie (klacht in writing only) is the main one, Klassewerk (by phone too) beside it. Wednesday 1 April 2026.
"""

from datetime import date

import pytest
from office import Office

from klachtdesk.errors import NotAllowed, ReglementError
from klachtdesk.services.dossiers import read_dossier
from klachtdesk.services.drafts import keep_draft, list_drafts, open_draft
from klachtdesk.services.eigen_reglement.concepten import copy_reglement
from klachtdesk.services.eigen_reglement.van_kracht import put_in_force
from klachtdesk.services.formulieren import new_melding, read_formulier, read_wijzigingen, register_melding
from klachtdesk.services.gebeurtenissen import record_gebeurtenis
from klachtdesk.services.kantoor.gebruikte_reglementen import stop_with
from klachtdesk.services.reglementkeuze import change_reglement
from klachtdesk.views.formulier import REGLEMENT

INTERACTIE, KLASSEWERK = "Klachtenregeling Interactie", "Klachtenprocedure Klassewerk"


@pytest.fixture
def both(office: Office) -> Office:
    concept = copy_reglement(office.desk, sleutel="klassewerk").concept_id
    put_in_force(office.desk, concept, "1-4-2026", vervangt="")
    return office


def _kinds(office: Office, dossier: int) -> list[tuple[str, bool]]:
    return [(regel.soort, regel.vervangen) for regel in read_dossier(office.desk, dossier).tijdlijn]


def test_a_melding_proposes_the_main_reglement_and_knows_the_form_of_each(both: Office):
    view = new_melding(both.desk)
    assert view.waarden[REGLEMENT] == "interactie"
    assert [item.naam for item in view.reglementen] == [INTERACTIE, KLASSEWERK]
    (_own, other) = view.reglementen
    assert [keuze.sleutel for keuze in other.formulier.veld("onderwerpen").keuzes] == [
        "trainer",
        "financieel_geschil",
    ]
    assert view.formulier == view.reglementen[0].formulier


def test_an_office_with_one_reglement_is_offered_no_choice(office: Office):
    view = new_melding(office.desk)
    assert (view.reglementen, REGLEMENT in view.waarden) == ((), False)
    assert (
        read_dossier(
            office.desk, register_melding(office.desk, {}, draft_id=None).dossier_id
        ).andere_reglementen
        == ()
    )


def test_what_was_chosen_is_kept_in_the_draft_and_registered(both: Office):
    waarden = {REGLEMENT: "klassewerk", "onderwerpen": "trainer", "kanaal": "telefoon"}
    draft = keep_draft(both.desk, "meldingsformulier", waarden, draft_id=None, dossier_id=None)
    view = open_draft(both.desk, draft)
    assert (view.waarden[REGLEMENT], view.formulier) == ("klassewerk", view.reglementen[1].formulier)
    made = register_melding(both.desk, view.waarden, draft_id=draft)
    assert read_dossier(both.desk, made.dossier_id).reglement == KLASSEWERK
    assert _kinds(both, made.dossier_id) == [
        ("ontvangen", False)
    ]  # by phone is enough (Klassewerk, artikel 1)


def test_a_draft_for_a_reglement_that_ended_falls_under_the_main_one(both: Office):
    draft = keep_draft(
        both.desk, "meldingsformulier", {REGLEMENT: "klassewerk"}, draft_id=None, dossier_id=None
    )
    assert list_drafts(both.desk)[0].begin == ""  # the reglement is nothing that somebody typed
    stop_with(both.desk, "klassewerk", "1-4-2026")
    both.on(2026, 4, 2)
    view = open_draft(both.desk, draft)
    assert (view.reglementen, REGLEMENT in view.waarden) == ((), False)


def test_a_wrong_choice_is_put_right_as_long_as_nothing_happened(both: Office):
    waarden = {
        "kanaal": "telefoon",
        "onderwerpen": "hoogte_factuur",
        "omschrijving": "De trainer viel mij af.",
    }
    dossier = register_melding(both.desk, waarden, draft_id=None).dossier_id
    view = read_dossier(both.desk, dossier)
    assert (view.reglement, [keuze.label for keuze in view.andere_reglementen]) == (INTERACTIE, [KLASSEWERK])
    assert _kinds(both, dossier) == [("melding_ontvangen", False)]
    change_reglement(both.desk, dossier, "klassewerk")
    view = read_dossier(both.desk, dossier)
    assert (view.reglement, [keuze.label for keuze in view.andere_reglementen]) == (KLASSEWERK, [INTERACTIE])
    # Klassewerk takes a klacht by phone: the melding was a klacht after all, and its termijnen count from today.
    assert sorted(_kinds(both, dossier)) == [
        ("correctie", False),
        ("melding_ontvangen", True),
        ("ontvangen", False),
    ]
    assert view.onderwerpen == ()
    assert view.omschrijving == "De trainer viel mij af."
    kept = {(item.veld, item.oude_waarde) for item in read_wijzigingen(both.desk, dossier)}
    assert kept == {("Reglement", INTERACTIE), ("Onderwerpen", "hoogte_factuur")}
    assert "onderwerpen" not in read_formulier(both.desk, dossier, "meldingsformulier").waarden


def test_once_something_happened_a_dossier_keeps_its_reglement(both: Office):
    dossier = register_melding(both.desk, {"kanaal": "brief"}, draft_id=None).dossier_id
    record_gebeurtenis(both.desk, dossier, "notitie", "1-4-2026", {"tekst": "Belt morgen."})
    with pytest.raises(NotAllowed, match="al iets gebeurd") as refusal:
        change_reglement(both.desk, dossier, "klassewerk")
    assert "vergissing" in refusal.value.hint
    assert read_dossier(both.desk, dossier).andere_reglementen == ()
    assert read_dossier(both.desk, dossier).reglement == INTERACTIE


def test_only_what_was_in_force_on_the_day_of_receipt_is_offered(office: Office):
    concept = copy_reglement(office.desk, sleutel="klassewerk").concept_id
    put_in_force(office.desk, concept, "1-6-2026", vervangt="")
    office.on(2026, 6, 2)
    before = register_melding(office.desk, {"ontvangen_op": "29-5-2026"}, draft_id=None).dossier_id
    assert read_dossier(office.desk, before).andere_reglementen == ()
    with pytest.raises(ReglementError):
        change_reglement(office.desk, before, "onbekend")
    assert read_dossier(office.desk, before).ontvangen_op == date(2026, 5, 29)
