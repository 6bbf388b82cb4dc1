"""Registering a melding, and the drafts that keep what is being typed."""

from datetime import date

import pytest
from office import WACHTWOORD, Office, OfficeMaker

from klachtdesk.errors import InvalidInput, NotFound
from klachtdesk.services.dossiers import list_dossiers, read_dossier
from klachtdesk.services.drafts import discard_draft, keep_draft, list_drafts, open_draft
from klachtdesk.services.formulieren import (
    new_melding,
    read_formulier,
    read_wijzigingen,
    register_melding,
    save_formulier,
)
from klachtdesk.services.gebeurtenissen import correct_gebeurtenis, record_gebeurtenis
from klachtdesk.services.kluis import close_kluis, open_kluis

EVIL = (
    "<b>vet</b> & {{ 7*7 }} 😀 \u202eomgekeerd\u202c <img src='/etc/hostname'/> O'Brien; DROP TABLE dossier"
)


def test_a_new_melding_is_ready_for_a_call_that_starts_now(office: Office):
    view = new_melding(office.desk)
    assert view.waarden["ontvangen_op"] == "1-4-2026"
    assert view.waarden["ontvangen_om"] == "10:40"
    assert view.waarden["kanaal"] == "telefoon"
    assert view.waarden["aangenomen_door"] == "Noor Bakker"
    assert view.formulier.secties[0].velden[0].sleutel == "omschrijving"  # what the caller says first


def test_nothing_has_to_be_filled_in(office: Office):
    made = register_melding(office.desk, {}, draft_id=None)
    assert made.nummer == "2026-001"
    assert read_dossier(office.desk, made.dossier_id).ontvangen_op == date(2026, 4, 1)


def test_numbers_count_on_within_a_year_and_start_again_in_the_next(office: Office):
    numbers = [register_melding(office.desk, {}, draft_id=None).nummer for _ in range(2)]
    numbers.append(register_melding(office.on(2027, 1, 4), {}, draft_id=None).nummer)
    assert numbers == ["2026-001", "2026-002", "2027-001"]


@pytest.mark.parametrize("key", ["omschrijving", "melder.1.naam", "betrokkene.2.naam", "product", "wens"])
def test_any_text_comes_back_as_it_was_typed(office: Office, key: str):
    made = register_melding(office.desk, {key: EVIL}, draft_id=None)
    assert read_formulier(office.desk, made.dossier_id, "meldingsformulier").waarden[key] == EVIL


def test_what_cannot_be_read_is_named_by_field_and_nothing_is_registered(office: Office):
    typed = {"ontvangen_op": "31-2-2026", "datum_gebeurtenis": "12-3-2062", "omschrijving": "x"}
    draft = keep_draft(office.desk, "meldingsformulier", typed, draft_id=None, dossier_id=None)
    with pytest.raises(InvalidInput) as caught:
        register_melding(office.desk, typed, draft_id=draft)
    assert caught.value.fields.keys() == {"ontvangen_op", "datum_gebeurtenis"}
    assert list_dossiers(office.desk) == ()
    assert open_draft(office.desk, draft).waarden == typed


def test_a_name_of_200_characters_fits_and_one_of_5_mb_is_refused_with_its_length(office: Office):
    made = register_melding(office.desk, {"melder.1.naam": "N" * 200}, draft_id=None)
    assert read_dossier(office.desk, made.dossier_id).personen[0].naam == "N" * 200
    with pytest.raises(InvalidInput, match=r"5\.000\.000 tekens"):
        register_melding(office.desk, {"omschrijving": "x" * 5_000_000}, draft_id=None)


def test_a_draft_survives_closing_and_keeps_an_unfinished_date(office: Office):
    typed = {"datum_gebeurtenis": "12-3-", "omschrijving": "De factuur is"}
    keep_draft(office.desk, "meldingsformulier", typed, draft_id=None, dossier_id=None)
    close_kluis(office.desk)
    desk = open_kluis(office.folder, WACHTWOORD, office.klok)
    (regel,) = list_drafts(desk)
    assert regel.begin == "De factuur is"
    assert open_draft(desk, regel.draft_id).waarden == typed
    close_kluis(desk)


def test_registering_uses_the_draft_up(office: Office):
    draft = keep_draft(office.desk, "meldingsformulier", {"wens": "x"}, draft_id=None, dossier_id=None)
    register_melding(office.desk, {"wens": "x"}, draft_id=draft)
    assert list_drafts(office.desk) == ()
    with pytest.raises(NotFound):
        open_draft(office.desk, draft)


def test_a_draft_that_was_thrown_away_comes_back_when_typing_goes_on(office: Office):
    draft = keep_draft(office.desk, "meldingsformulier", {"wens": "x"}, draft_id=None, dossier_id=None)
    discard_draft(office.desk, draft)
    again = keep_draft(office.desk, "meldingsformulier", {"wens": "xy"}, draft_id=draft, dossier_id=None)
    assert open_draft(office.desk, again).waarden == {"wens": "xy"}


def test_a_draft_of_a_saved_form_lies_over_what_was_saved(office: Office):
    made = register_melding(office.desk, {"wens": "creditnota"}, draft_id=None)
    keep_draft(
        office.desk, "meldingsformulier", {"wens": "creditnota en"}, draft_id=None, dossier_id=made.dossier_id
    )
    view = read_formulier(office.desk, made.dossier_id, "meldingsformulier")
    assert view.waarden["wens"] == "creditnota en"
    assert view.draft_id is not None


def test_editing_a_saved_form_keeps_what_it_held_before(office: Office):
    made = register_melding(office.desk, {"wens": "creditnota", "melder.1.naam": "A. de Vris"}, draft_id=None)
    typed = read_formulier(office.desk, made.dossier_id, "meldingsformulier").waarden
    typed |= {"wens": "creditnota van 850 euro", "melder.1.naam": "A. de Vries"}
    save_formulier(office.on(2026, 4, 2), made.dossier_id, "meldingsformulier", typed, draft_id=None)
    found = {(regel.veld, regel.oude_waarde) for regel in read_wijzigingen(office.desk, made.dossier_id)}
    assert found == {("Wat wil de klager?", "creditnota"), ("Melder 1: Naam", "A. de Vris")}


def test_the_melder_is_the_klager_until_another_is_named(office: Office):
    made = register_melding(office.desk, {"melder.1.naam": "De melder"}, draft_id=None)
    rollen = [(p.rol, p.naam) for p in read_dossier(office.desk, made.dossier_id).personen]
    assert rollen == [("melder", "De melder"), ("klager", "De melder")]
    save_formulier(
        office.desk,
        made.dossier_id,
        "meldingsformulier",
        {"melder.1.naam": "De melder", "klager.1.naam": "De klager", "ontvangen_op": "1-4-2026"},
        draft_id=None,
    )
    rollen = [(p.rol, p.naam) for p in read_dossier(office.desk, made.dossier_id).personen]
    assert rollen == [("melder", "De melder"), ("klager", "De klager")]


@pytest.mark.clausule("TT-2.3b")
def test_voortgang_that_was_typed_on_one_form_stands_on_the_other(make_office: OfficeMaker):
    office = make_office("tien_voor_taal", date(2026, 4, 13))
    made = register_melding(office.desk, {"voortgang": "Trainer gesproken."}, draft_id=None)
    intern = read_formulier(office.desk, made.dossier_id, "intern_klachtenformulier")
    assert intern.waarden["voortgang"] == "Trainer gesproken."


def test_a_corrected_date_of_receipt_corrects_the_gebeurtenis_and_so_the_termijn(office: Office):
    made = register_melding(office.desk, {"kanaal": "email", "ontvangen_op": "1-4-2026"}, draft_id=None)
    # 1 April + 4 weeks = 29 April; 31 March + 4 weeks = 28 April (artikel 5.5)
    assert [t.einde for t in read_dossier(office.desk, made.dossier_id).termijnen] == [date(2026, 4, 29)]
    save_formulier(
        office.desk,
        made.dossier_id,
        "meldingsformulier",
        {"kanaal": "email", "ontvangen_op": "31-3-2026"},
        draft_id=None,
    )
    view = read_dossier(office.desk, made.dossier_id)
    assert [t.einde for t in view.termijnen] == [date(2026, 4, 28)]
    assert [(r.soort, r.vervangen) for r in view.tijdlijn] == [
        ("ontvangen", False),
        ("ontvangen", True),
        ("correctie", False),
    ]


@pytest.mark.clausule("IA-1")
def test_a_klacht_by_phone_is_a_melding_until_it_comes_in_writing(office: Office):
    made = register_melding(office.desk, {"kanaal": "telefoon"}, draft_id=None)
    assert read_dossier(office.desk, made.dossier_id).termijnen == ()
    made = register_melding(office.desk, {"kanaal": "brief"}, draft_id=None)
    assert len(read_dossier(office.desk, made.dossier_id).termijnen) == 1


@pytest.mark.clausule("TT-2.4a")
def test_an_actiepunt_is_kept_with_who_and_when_until_it_is_done(make_office: OfficeMaker):
    office = make_office("tien_voor_taal", date(2026, 4, 1))
    made = register_melding(office.desk, {"kanaal": "brief"}, draft_id=None)
    rij = {
        "actiepunt.1.omschrijving": "Creditnota sturen",
        "actiepunt.1.wie": "Boekhouding",
        "actiepunt.1.uiterlijk": "14-4-2026",
    }
    save_formulier(office.desk, made.dossier_id, "intern_klachtenformulier", rij, draft_id=None)
    view = read_formulier(office.desk, made.dossier_id, "intern_klachtenformulier")
    assert {key: view.waarden[key] for key in rij} == rij
    assert view.vaste_sleutels == rij.keys()
    done = {**view.waarden, "actiepunt.1.gereed_op": "10-4-2026"}
    save_formulier(office.on(2026, 4, 10), made.dossier_id, "intern_klachtenformulier", done, draft_id=None)
    soorten = [regel.soort for regel in read_dossier(office.desk, made.dossier_id).tijdlijn]
    assert soorten == ["ontvangen", "actiepunt_vastgesteld", "actiepunt_gereed"]


def test_an_actiepunt_without_a_description_is_refused_and_nothing_of_the_form_is_saved(office: Office):
    made = register_melding(office.desk, {"voortgang": "oud"}, draft_id=None)
    typed = {"voortgang": "nieuw", "actiepunt.1.wie": "Boekhouding"}
    with pytest.raises(InvalidInput) as caught:
        save_formulier(office.desk, made.dossier_id, "intern_klachtenformulier", typed, draft_id=None)
    assert caught.value.fields.keys() == {"actiepunt.1.omschrijving"}
    intern = read_formulier(office.desk, made.dossier_id, "intern_klachtenformulier")
    assert intern.waarden["voortgang"] == "oud"


def test_a_second_office_has_its_own_numbers(make_office: OfficeMaker):
    for reglement in ("interactie", "klassewerk"):
        office = make_office(reglement, date(2026, 4, 1))
        assert register_melding(office.desk, {}, draft_id=None).nummer == "2026-001"


def test_the_date_of_receipt_can_not_be_left_out_afterwards(office: Office):
    made = register_melding(office.desk, {"kanaal": "email", "ontvangen_op": "1-4-2026"}, draft_id=None)
    with pytest.raises(InvalidInput) as caught:
        save_formulier(office.desk, made.dossier_id, "meldingsformulier", {"kanaal": "email"}, draft_id=None)
    assert caught.value.fields.keys() == {"ontvangen_op"}


def test_a_receipt_corrected_on_the_tijdlijn_is_corrected_on_the_form_too(office: Office):
    made = register_melding(office.desk, {"kanaal": "email", "ontvangen_op": "1-4-2026"}, draft_id=None)
    receipt = read_dossier(office.desk, made.dossier_id).tijdlijn[0]
    velden = {"kanaal": "brief"}
    correct_gebeurtenis(
        office.desk, made.dossier_id, receipt.id, reden="Te laat geopend.", datum="30-3-2026", velden=velden
    )
    form = read_formulier(office.desk, made.dossier_id, "meldingsformulier").waarden
    assert (form["ontvangen_op"], form["kanaal"]) == ("30-3-2026", "brief")
    # and saving the form for another reason leaves the termijn where it is: 30 March + 4 weeks = 27 April
    save_formulier(office.desk, made.dossier_id, "meldingsformulier", {**form, "wens": "x"}, draft_id=None)
    assert [t.einde for t in read_dossier(office.desk, made.dossier_id).termijnen] == [date(2026, 4, 27)]


def test_more_rows_than_fit_are_refused_and_not_left_out(office: Office):
    rows = {f"betrokkene.{number}.naam": f"Betrokkene {number}" for number in range(1, 61)}
    with pytest.raises(InvalidInput, match="50 rijen"):
        register_melding(office.desk, rows, draft_id=None)


def test_any_word_that_was_typed_finds_the_dossier(office: Office):
    made = register_melding(office.desk, {"kanaal": "brief", "voortgang": "wachtkamer"}, draft_id=None)
    record_gebeurtenis(office.desk, made.dossier_id, "notitie", "1-4-2026", {"tekst": "paraplu vergeten"})
    for typed in ("wachtkamer", "paraplu"):
        assert [row.id for row in list_dossiers(office.desk, typed)] == [made.dossier_id]


def test_half_a_character_from_a_clipboard_does_no_harm(office: Office):
    half = "kapot \ud83d teken"
    draft = keep_draft(office.desk, "meldingsformulier", {"wens": half}, draft_id=None, dossier_id=None)
    typed = {**open_draft(office.desk, draft).waarden, "kanaal": "brief", "melder.1.naam": half}
    made = register_melding(office.desk, typed, draft_id=draft)
    record_gebeurtenis(office.desk, made.dossier_id, "notitie", "1-4-2026", {"tekst": half})
    note = read_dossier(office.desk, made.dossier_id).tijdlijn[-1]
    assert dict(note.waarden)["tekst"] == "kapot \ufffd teken"
    correct_gebeurtenis(office.desk, made.dossier_id, note.id, reden=half)
    assert [row.id for row in list_dossiers(office.desk, half)] == [made.dossier_id]


def test_a_draft_is_opened_by_its_own_id_and_a_form_with_the_latest(office: Office):
    made = register_melding(office.desk, {"kanaal": "brief"}, draft_id=None)
    earlier, later = (
        keep_draft(
            office.desk, "meldingsformulier", {"wens": wens}, draft_id=None, dossier_id=made.dossier_id
        )
        for wens in ("eerst", "later")
    )
    assert [open_draft(office.desk, draft).waarden["wens"] for draft in (earlier, later)] == [
        "eerst",
        "later",
    ]
    assert read_formulier(office.desk, made.dossier_id, "meldingsformulier").waarden["wens"] == "later"


def test_an_actiepunt_can_be_corrected_with_what_was_recorded(office: Office):
    made = register_melding(office.desk, {"kanaal": "brief", "onderwerpen": "hoogte_factuur"}, draft_id=None)
    row = {
        "actiepunt.1.omschrijving": "Bellen",
        "actiepunt.1.wie": "Bo",
        "actiepunt.1.uiterlijk": "14-4-2026",
    }
    save_formulier(
        office.desk,
        made.dossier_id,
        "intern_klachtenformulier",
        {**row, "onderwerpen": "hoogte_factuur"},
        draft_id=None,
    )
    wrong = read_dossier(office.desk, made.dossier_id).tijdlijn[-1]
    recorded = {**dict(wrong.waarden), "uiterlijk": "15-4-2026"}
    correct_gebeurtenis(
        office.desk, made.dossier_id, wrong.id, reden="Een dag later.", datum="1-4-2026", velden=recorded
    )
    form = read_formulier(office.desk, made.dossier_id, "intern_klachtenformulier").waarden
    assert {key: form[key] for key in row} == {**row, "actiepunt.1.uiterlijk": "15-4-2026"}


@pytest.mark.parametrize("uiterlijk", ["31-12-9999", "1-1-2047"])
def test_a_day_too_far_ahead_is_questioned(office: Office, uiterlijk: str):
    made = register_melding(office.desk, {"kanaal": "brief"}, draft_id=None)
    row = {"actiepunt.1.omschrijving": "Bellen", "actiepunt.1.uiterlijk": uiterlijk}
    with pytest.raises(InvalidInput, match="toekomst"):
        save_formulier(office.desk, made.dossier_id, "intern_klachtenformulier", row, draft_id=None)
