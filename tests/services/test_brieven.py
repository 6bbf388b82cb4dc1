"""Letters of a dossier: begun, looked at, made final with their gebeurtenis, and made anew."""

from dataclasses import replace
from datetime import date

import pytest
from brieven_op_kantoor import GEMACHTIGDE, KLAGER, audited, authorise, begun, klacht_met_adres
from dossiers import BETROKKENE, klacht_by_mail, klacht_that_was_heard, write_oordeel
from office import Office, OfficeMaker
from pdf_text import text_of

from klachtdesk.errors import InvalidInput, NotAllowed, NotFound
from klachtdesk.services.brieven.drafts import discard_brief_draft, keep_brief_draft
from klachtdesk.services.brieven.making import begin_brief, begin_nieuwe_versie, finalize_brief, preview_brief
from klachtdesk.services.documenten import read_document
from klachtdesk.services.dossiers import list_dossiers, read_dossier
from klachtdesk.services.gebeurtenissen import record_gebeurtenis
from klachtdesk.services.oordeel import freeze_oordeel
from klachtdesk.views.dossier import DossierView


def _happened(view: DossierView, soort: str) -> list[int | None]:
    return [item.document_id for item in view.tijdlijn if item.soort == soort and not item.vervangen]


def test_a_letter_is_proposed_whole(taal: Office):
    dossier = klacht_met_adres(taal)
    view = begin_brief(taal.desk, dossier, "ontvangstbevestiging_verzonden")
    assert (view.titel, view.gebeurtenis) == ("Ontvangstbevestiging", "Ontvangstbevestiging verzonden")
    assert view.mogelijk
    assert [(item.naam, item.adres) for item in view.geadresseerden] == [
        (KLAGER, ("Mevrouw Marijke de Vries", "Lindelaan 14", "3511 AB  UTRECHT"))
    ]
    assert view.invoer.datum == "1-4-2026"
    voorbeeld = preview_brief(taal.desk, dossier, view.invoer)
    text = text_of(voorbeeld.pdf)
    for words in ("Geachte mevrouw De Vries,", "Lindelaan 14", "Ons kenmerk 2026-001", "Noor Bakker"):
        assert words in text
    assert voorbeeld.opmerkingen == ()


def test_making_it_final_stores_the_pdf_and_records_the_stap_at_once(taal: Office):
    dossier = klacht_met_adres(taal)
    invoer = begun(
        taal, dossier, "ontvangstbevestiging_verzonden", vrij={"toelichting": "Wij bellen u morgen."}
    )
    before = len(audited(taal))
    made = finalize_brief(taal.desk, dossier, invoer)
    view = read_dossier(taal.desk, dossier)
    assert [item.titel for item in view.documenten] == [f"Ontvangstbevestiging aan {KLAGER}"]
    assert _happened(view, "ontvangstbevestiging_verzonden") == [made.document_id]
    assert made.changes.dossiers == {dossier}
    pdf = read_document(taal.desk, made.document_id)
    assert "Wij bellen u morgen." in text_of(pdf)
    assert audited(taal)[before:][:2] == ["brief_gemaakt", "gebeurtenis:ontvangstbevestiging_verzonden"]
    assert pdf == preview_brief(taal.desk, dossier, invoer).pdf, "what was looked at is what was made"


def test_what_the_reglement_does_not_allow_leaves_nothing_behind(taal: Office):
    dossier = klacht_met_adres(taal)
    invoer = begun(taal, dossier, "oordeel_verzonden")
    with pytest.raises(NotAllowed, match="Het oordeel is nog niet vastgesteld"):
        finalize_brief(taal.desk, dossier, invoer)
    # Allowed today, but not on the day that was typed, before the klacht came in: refused when all has been made.
    early = begun(taal, dossier, "ontvangstbevestiging_verzonden", datum="30-3-2026")
    with pytest.raises(NotAllowed, match="Dit kan pas als er een formele klacht is"):
        finalize_brief(taal.desk, dossier, early)
    view = read_dossier(taal.desk, dossier)
    assert view.documenten == ()
    assert [item.soort for item in view.tijdlijn] == ["ontvangen"]


def test_everything_that_is_missing_is_told_at_once(taal: Office):
    dossier = klacht_by_mail(taal, "", "1-4-2026")
    invoer = begun(taal, dossier, "verdaagd", datum="morgen of zo")
    with pytest.raises(InvalidInput) as caught:
        finalize_brief(taal.desk, dossier, invoer)
    assert set(caught.value.fields) == {"datum", "tot", "reden", "grond", "adres"}
    remarks = " ".join(preview_brief(taal.desk, dossier, invoer).opmerkingen)
    assert "Nog in te vullen: nieuwe einddatum, reden, grond." in remarks
    assert "Vul de naam en het adres in" in remarks


def test_the_fields_of_a_gebeurtenis_are_filled_in_once(office: Office):
    # Interactie 5.5: four weeks from 1 April 2026 is 29 April; here it is put off by letter to 13 May.
    dossier = klacht_met_adres(office)
    velden = {"termijn": "oordeel", "tot": "13-5-2026", "reden": "De trainer is tot 4 mei met verlof."}
    made = finalize_brief(office.desk, dossier, begun(office, dossier, "verdaagd", velden=velden))
    text = text_of(read_document(office.desk, made.document_id))
    assert "13 mei 2026" in text
    assert "De trainer is tot 4 mei met verlof." in text
    (regel,) = [item for item in read_dossier(office.desk, dossier).tijdlijn if item.soort == "verdaagd"]
    assert dict(regel.waarden)["reden"] == "De trainer is tot 4 mei met verlof."


def test_a_letter_about_one_person_goes_to_that_person_and_to_nobody_else(office: Office):
    dossier = klacht_met_adres(office, **GEMACHTIGDE)
    view = begin_brief(office.desk, dossier, "uitgenodigd_horen", BETROKKENE)
    assert [item.naam for item in view.geadresseerden] == [BETROKKENE, "Noud Smit"]
    assert view.geadresseerden[0].ook == (), "what a betrokkene gets is no business of the klager"
    assert "persoon" not in [veld.sleutel for veld in view.velden]
    invoer = replace(view.invoer, vrij={"afspraak": "Donderdag 9 april om 14.00 uur."})
    made = finalize_brief(office.desk, dossier, invoer)
    assert len(made.documenten) == 1
    (regel,) = [
        item for item in read_dossier(office.desk, dossier).tijdlijn if item.soort == "uitgenodigd_horen"
    ]
    assert dict(regel.waarden)["persoon"] == BETROKKENE


def test_who_works_at_the_office_gets_the_letter_there(office: Office):
    dossier = klacht_met_adres(office)
    view = begin_brief(office.desk, dossier, "betrokkene_ingelicht", BETROKKENE)
    assert view.geadresseerden[0].adres == (BETROKKENE, "Interactie", "Kade 12", "3811 AB  AMERSFOORT")


def test_the_melder_for_whom_a_klager_speaks_gets_a_copy_of_their_own(taal: Office):
    dossier = klacht_met_adres(taal, **GEMACHTIGDE)
    authorise(taal, dossier)
    view = begin_brief(taal.desk, dossier, "ontvangstbevestiging_verzonden")
    assert [item.label for item in view.geadresseerden[0].ook] == [f"Melder: {KLAGER} (kopie)"]
    made = finalize_brief(taal.desk, dossier, view.invoer)
    letter, copy = (text_of(read_document(taal.desk, item)) for item in made.documenten)
    assert "Dorpsstraat 2" in letter
    assert f"Kopie aan: {KLAGER}" in letter
    assert "Lindelaan 14" in copy
    assert "Dorpsstraat 2" not in copy
    assert "van de brief aan Noud Smit" in copy
    assert len(_happened(read_dossier(taal.desk, dossier), "ontvangstbevestiging_verzonden")) == 1


def test_a_copy_can_be_left_out(taal: Office):
    dossier = klacht_met_adres(taal, **GEMACHTIGDE)
    authorise(taal, dossier)
    made = finalize_brief(taal.desk, dossier, begun(taal, dossier, "ontvangstbevestiging_verzonden", ook=()))
    (only,) = made.documenten
    assert "Kopie aan" not in text_of(read_document(taal.desk, only))


def test_two_klagers_each_get_a_letter_in_their_own_name(make_office: OfficeMaker):
    klik = make_office("klik_onderwijs", date(2026, 4, 1))
    second = {"klager.2.naam": "mevrouw P. Smit", "klager.2.adres": "Kerkweg 9", "klager.2.plaats": "Houten"}
    dossier = klacht_met_adres(klik, **(GEMACHTIGDE | second))
    made = finalize_brief(klik.desk, dossier, begun(klik, dossier, "ontvangstbevestiging_verzonden"))
    letters = [text_of(read_document(klik.desk, item)) for item in made.documenten]
    assert len(letters) == 2, (
        "the klacht is theirs: who reported it gets a copy only when somebody asks for it"
    )
    assert "Geachte Noud Smit," in letters[0]
    assert "Geachte mevrouw Smit," in letters[1]
    assert "Kerkweg 9" in letters[1]


def test_an_address_and_a_name_can_be_typed_where_the_dossier_has_none(taal: Office):
    dossier = klacht_by_mail(taal, "", "1-4-2026")
    invoer = begun(
        taal, dossier, "ontvangstbevestiging_verzonden", adres="A. Jansen\nBergweg 3\n1234 AB  ERGENS"
    )
    made = finalize_brief(taal.desk, dossier, invoer)
    assert "Bergweg 3" in text_of(read_document(taal.desk, made.document_id))
    (document,) = read_dossier(taal.desk, dossier).documenten
    assert document.titel == "Ontvangstbevestiging aan A. Jansen"


def test_an_address_that_is_not_whole_is_told(taal: Office):
    dossier = klacht_by_mail(taal, KLAGER, "1-4-2026")
    invoer = begun(taal, dossier, "ontvangstbevestiging_verzonden")
    assert preview_brief(taal.desk, dossier, invoer).opmerkingen == (
        f"Het adres van {KLAGER} is niet volledig. Vul het aan, of stuur de brief per e-mail.",
    )


def test_characters_that_no_font_has_are_named_before(taal: Office):
    dossier = klacht_met_adres(taal)
    invoer = begun(taal, dossier, "ontvangstbevestiging_verzonden", vrij={"toelichting": "Dag 𓀀 en 😀."})
    (remark,) = preview_brief(taal.desk, dossier, invoer).opmerkingen
    assert remark.endswith("worden een blokje: 𓀀 😀.")


def test_of_a_text_in_a_script_that_no_font_has_some_characters_are_named(taal: Office):
    dossier = klacht_met_adres(taal)
    typed = "".join(chr(0x1200 + number) for number in range(30))  # Ethiopic
    invoer = begun(taal, dossier, "ontvangstbevestiging_verzonden", vrij={"toelichting": typed})
    (remark,) = preview_brief(taal.desk, dossier, invoer).opmerkingen
    assert remark.endswith(f"een blokje: {' '.join(typed[:10])} en nog 20 andere.")


def test_a_draft_survives_and_is_gone_once_the_letter_is_final(taal: Office):
    dossier = klacht_met_adres(taal)
    soort = "ontvangstbevestiging_verzonden"
    typed = begun(taal, dossier, soort, vrij={"toelichting": "Half"}, datum="1-4", ook=())
    draft = keep_brief_draft(taal.desk, dossier, typed)
    view = begin_brief(taal.desk, dossier, soort)
    assert view.invoer == replace(typed, draft_id=draft)
    assert view.bewaard_op is not None
    assert keep_brief_draft(taal.desk, dossier, view.invoer) == draft
    finalize_brief(taal.desk, dossier, replace(view.invoer, datum="1-4-2026"))
    assert begin_brief(taal.desk, dossier, soort).bewaard_op is None


def test_a_draft_can_be_thrown_away_and_is_no_other_persons_letter(office: Office):
    dossier = klacht_met_adres(office)
    soort = "uitgenodigd_horen"
    typed = begun(office, dossier, soort, KLAGER, vrij={"afspraak": "Maandag."})
    draft = keep_brief_draft(office.desk, dossier, typed)
    assert begin_brief(office.desk, dossier, soort, BETROKKENE).bewaard_op is None
    assert begin_brief(office.desk, dossier, soort, KLAGER).invoer.vrij["afspraak"] == "Maandag."
    discard_brief_draft(office.desk, draft)
    assert begin_brief(office.desk, dossier, soort, KLAGER).bewaard_op is None


def test_the_oordeel_goes_along_with_its_letter(office: Office):
    dossier = klacht_that_was_heard(office)
    write_oordeel(office, dossier)
    freeze_oordeel(office.desk, dossier)
    made = finalize_brief(office.desk, dossier, begun(office, dossier, "oordeel_verzonden"))
    assert "Bijlage: Oordeel 2026-001" in text_of(read_document(office.desk, made.document_id))
    assert _happened(read_dossier(office.desk, dossier), "oordeel_verzonden") == [made.document_id]


def test_a_new_version_names_the_one_it_replaces_and_so_does_its_gebeurtenis(taal: Office):
    dossier = klacht_met_adres(taal, **GEMACHTIGDE)
    authorise(taal, dossier)
    soort = "ontvangstbevestiging_verzonden"
    first = finalize_brief(taal.desk, dossier, begun(taal, dossier, soort, vrij={"toelichting": "Eerst."}))
    before = read_document(taal.desk, first.document_id)
    taal.on(2026, 4, 2)
    view = begin_nieuwe_versie(taal.desk, first.document_id)
    assert view.mogelijk, "it happens once in a dossier, but this takes the place of it"
    assert view.invoer.vrij["toelichting"] == "Eerst."
    assert view.invoer.datum == "2-4-2026"
    again = finalize_brief(taal.desk, dossier, replace(view.invoer, vrij={"toelichting": "Beter."}))
    shown = read_dossier(taal.desk, dossier)
    assert {item.id for item in shown.documenten if item.actueel} == set(again.documenten)
    assert {item.id for item in shown.documenten if not item.actueel} == set(first.documenten)
    assert _happened(shown, soort) == [again.document_id]
    assert read_document(taal.desk, first.document_id) == before
    with pytest.raises(NotAllowed, match="al een nieuwe versie"):
        begin_nieuwe_versie(taal.desk, first.document_id)
    with pytest.raises(NotAllowed, match="geen nieuwe versie worden gemaakt"):
        begin_nieuwe_versie(taal.desk, again.documenten[1])


def test_a_letter_of_another_dossier_can_not_be_replaced(taal: Office):
    one, other = klacht_met_adres(taal), klacht_met_adres(taal)
    soort = "ontvangstbevestiging_verzonden"
    made = finalize_brief(taal.desk, one, begun(taal, one, soort))
    with pytest.raises(NotFound, match="ander dossier"):
        finalize_brief(taal.desk, other, begun(taal, other, soort, vervangt=made.document_id))


def test_a_stap_without_a_letter_says_so(office: Office):
    dossier = klacht_met_adres(office)
    with pytest.raises(NotFound, match="Bij deze stap hoort geen brief"):
        begin_brief(office.desk, dossier, "notitie")
    by_kind = {stap.soort: stap.brief for stap in read_dossier(office.desk, dossier).procedure.stappen}
    assert by_kind["betrokkene_ingelicht"] == "kennisgeving_betrokkene"
    assert by_kind["oordeel_vastgesteld"] == "", "that document is made and frozen elsewhere"


def test_somebody_who_left_the_dossier_meanwhile_gets_no_letter(taal: Office):
    dossier = klacht_met_adres(taal)
    invoer = begun(taal, dossier, "ontvangstbevestiging_verzonden", geadresseerde="klager:999")
    with pytest.raises(InvalidInput, match="Kies aan wie de brief gaat"):
        preview_brief(taal.desk, dossier, invoer)


def test_who_handles_the_klacht_signs_what_the_behandelaar_sends(office: Office):
    dossier = klacht_met_adres(office)
    record_gebeurtenis(office.desk, dossier, "doorgezonden", "1-4-2026", {"persoon": "Amber Veldman"})
    ondertekening = begun(office, dossier, "betrokkene_ingelicht").ondertekening
    assert ondertekening == "Mevrouw Amber Veldman\nklachtenfunctionaris"


def test_a_letter_is_found_by_what_its_gebeurtenis_says(office: Office):
    dossier = klacht_met_adres(office)
    velden = {"termijn": "oordeel", "tot": "13-5-2026", "reden": "Ziekteverlof van de trainer."}
    finalize_brief(office.desk, dossier, begun(office, dossier, "verdaagd", velden=velden))
    assert [item.id for item in list_dossiers(office.desk, "ziekteverlof")] == [dossier]


@pytest.mark.clausule("KL-1")
def test_who_calls_gets_the_request_to_write_it_down_before_there_is_a_klacht(make_office: OfficeMaker):
    """Klik Onderwijs, formeel 1: "schriftelijk en gemotiveerd", by mail or by letter; a call is no klacht yet."""
    office = make_office("klik_onderwijs", date(2026, 4, 1))
    dossier = klacht_met_adres(office, kanaal="telefoon")
    made = finalize_brief(office.desk, dossier, begun(office, dossier, "schriftelijke_indiening_gevraagd"))
    view = read_dossier(office.desk, dossier)
    assert [item.soort for item in view.tijdlijn] == ["melding_ontvangen", "schriftelijke_indiening_gevraagd"]
    assert _happened(view, "schriftelijke_indiening_gevraagd") == [made.document_id]
    assert "projectondersteuning@klikonderwijs.nl" in text_of(read_document(office.desk, made.document_id))
