"""Interactie, clause by clause, where no story passes: on a real kluis."""

from datetime import date

import pytest
from dossiers import BETROKKENE, KLAGER, klacht_by_mail, klacht_that_was_heard, write_oordeel
from office import Office
from pdf_text import text_of

from klachtdesk.errors import InvalidInput
from klachtdesk.services.dossiers import read_dossier
from klachtdesk.services.formulieren import new_melding, read_formulier, read_wijzigingen, save_formulier
from klachtdesk.services.gebeurtenissen import possible_gebeurtenissen, record_gebeurtenis
from klachtdesk.services.oordeel import freeze_oordeel, preview_oordeel
from klachtdesk.services.vandaag import read_vandaag

AMBER = {"persoon": "Amber Veldman"}


@pytest.mark.clausule("IA-1")
def test_a_klacht_has_one_of_the_four_onderwerpen(office: Office):
    keuzes = new_melding(office.desk).formulier.veld("onderwerpen").keuzes
    assert [keuze.label for keuze in keuzes] == [
        "Totstandkoming van de overeenkomst van opdracht",
        "Uitvoering van de overeenkomst van opdracht",
        "Kwaliteit van de dienstverlening",
        "Hoogte van de factuur",
    ]
    hoedanigheden = new_melding(office.desk).formulier.veld("hoedanigheid").keuzes
    assert [keuze.label for keuze in hoedanigheden] == [
        "Opdrachtgever",
        "Vertegenwoordiger van de opdrachtgever",
    ]


@pytest.mark.clausule("IA-2.1")
def test_the_overeenkomst_is_recorded_and_without_one_the_regeling_may_not_apply(office: Office):
    without = klacht_by_mail(office, KLAGER, "1-4-2026")
    said = [item for item in read_dossier(office.desk, without).procedure.signalen if item.artikel == "2.1"]
    assert [item.zin for item in said] == [
        "Er is geen overeenkomst vastgelegd; misschien is de regeling niet van toepassing (artikel 2.1)."
    ]
    of_an_order = klacht_by_mail(
        office, KLAGER, "1-4-2026", overeenkomst="IA-2026-014", overeenkomst_op="5-1-2026"
    )
    saved = read_formulier(office.desk, of_an_order, "meldingsformulier").waarden
    assert (saved["overeenkomst"], saved["overeenkomst_op"]) == ("IA-2026-014", "5-1-2026")
    assert not [
        item for item in read_dossier(office.desk, of_an_order).procedure.signalen if item.artikel == "2.1"
    ]


@pytest.mark.clausule("IA-8.2")
def test_a_klacht_can_have_no_onderwerp_or_more_than_one(office: Office):
    none = klacht_by_mail(office, KLAGER, "1-4-2026")
    two = klacht_by_mail(office, KLAGER, "1-4-2026", onderwerpen="hoogte_factuur kwaliteit_dienstverlening")
    assert read_dossier(office.desk, none).onderwerpen == ()
    assert read_dossier(office.desk, two).onderwerpen == (
        "Hoogte van de factuur",
        "Kwaliteit van de dienstverlening",
    )
    saved = read_formulier(office.desk, two, "intern_klachtenformulier").waarden["onderwerpen"]
    assert saved.split() == ["hoogte_factuur", "kwaliteit_dienstverlening"]


@pytest.mark.clausule("IA-5.1")
def test_a_klacht_waits_until_it_is_passed_on_to_the_klachtenfunctionaris(office: Office):
    dossier = klacht_by_mail(office, KLAGER, "1-4-2026", onderwerpen="hoogte_factuur")
    before = read_dossier(office.desk, dossier).procedure
    assert before.wacht_op is not None
    assert (before.wacht_op.soort, before.aan_zet) == ("doorgezonden", "een medewerker")
    record_gebeurtenis(office.desk, dossier, "doorgezonden", "1-4-2026", AMBER)
    after = read_dossier(office.desk, dossier).procedure
    assert after.wacht_op is not None
    # Next the klachtenfunctionaris lets the betrokkene know of it (artikel 5.2).
    assert (after.wacht_op.soort, after.aan_zet) == ("betrokkene_ingelicht", "de klachtenfunctionaris")
    passed_on = next(stap for stap in after.stappen if stap.soort == "doorgezonden")
    assert passed_on.gebeurd


@pytest.mark.clausule("IA-7.1")
def test_the_klachtenfunctionaris_is_to_see_to_it_that_it_is_done_in_time(office: Office):
    """Heard on 9 April, and on the 21st the oordeel has not been given: Vandaag shows whose it is."""
    dossier = klacht_that_was_heard(office)
    due = [regel for regel in read_vandaag(office.desk).regels if regel.datum == date(2026, 4, 29)]
    # Received on 1 April + 4 weeks: 29 April, eight days after the 21st.
    assert [(regel.dossier_id, regel.groep, regel.wat) for regel in due] == [
        (dossier, "later", "Oordeel over de klacht")
    ]
    assert due[0].aan_zet == "de klachtenfunctionaris"


@pytest.mark.clausule("IA-7.2")
def test_what_a_betrokkene_lets_know_stands_in_the_dossier_as_theirs(office: Office):
    dossier = klacht_by_mail(office, KLAGER, "1-4-2026")
    told = {"persoon": BETROKKENE, "verslag": "Ik heb de klager een voorstel gedaan."}
    record_gebeurtenis(office.on(2026, 4, 3), dossier, "mededeling_betrokkene", "2-4-2026", told)
    line = read_dossier(office.desk, dossier).tijdlijn[-1]
    assert (line.label, line.datum) == ("Mededeling van de betrokkene", date(2026, 4, 2))
    assert dict(line.details) == {"Persoon": BETROKKENE, "Verslag": told["verslag"]}
    stap = next(
        item
        for item in read_dossier(office.desk, dossier).procedure.stappen
        if item.soort == "mededeling_betrokkene"
    )
    # Of the betrokkene, and of nobody else in the dossier.
    assert (stap.persoon, stap.door) == (BETROKKENE, "de betrokkene")


@pytest.mark.clausule("IA-7.4")
def test_the_dossier_holds_forms_events_and_documents_in_one_place(office: Office):
    dossier = klacht_that_was_heard(office)
    write_oordeel(office, dossier)
    intern = read_formulier(office.desk, dossier, "intern_klachtenformulier").waarden
    typed = {**intern, "oorzaak": "administratie"}
    save_formulier(office.desk, dossier, "intern_klachtenformulier", typed, draft_id=None)
    freeze_oordeel(office.desk, dossier)
    view = read_dossier(office.desk, dossier)
    assert {(persoon.rol, persoon.naam) for persoon in view.personen} == {
        ("melder", KLAGER),
        ("klager", KLAGER),
        ("betrokkene", BETROKKENE),
    }
    assert [line.soort for line in view.tijdlijn] == [
        "ontvangen",
        "doorgezonden",
        "gehoord",
        "gehoord",
        "oordeel_vastgesteld",
    ]
    assert [document.soort for document in view.documenten] == ["oordeel"]
    assert view.tijdlijn[-1].document_id == view.documenten[0].id
    filled = {
        formulier: read_formulier(office.desk, dossier, formulier).waarden
        for formulier in ("meldingsformulier", "intern_klachtenformulier", "oordeel")
    }
    assert filled["meldingsformulier"]["omschrijving"] == "De factuur is hoger dan de offerte."
    assert filled["intern_klachtenformulier"]["oorzaak"] == "administratie"
    assert filled["oordeel"]["gegrondheid"] == "gegrond"


@pytest.mark.clausule("IA-6.3", "IA-4.3")
def test_the_oordeel_says_that_it_costs_the_klager_nothing_and_where_to_go_next(office: Office):
    dossier = klacht_that_was_heard(office)
    write_oordeel(office, dossier)
    said = text_of(preview_oordeel(office.desk, dossier))
    assert "U hoeft voor onze behandeling van uw klacht niets te betalen." in said
    assert "Geschillencommissie, Postbus 90600, 2509 LP Den Haag" in said


@pytest.mark.clausule("IA-5.3")
def test_a_poging_tot_oplossing_says_what_came_of_it_and_with_whose_help(office: Office):
    dossier = klacht_by_mail(office, KLAGER, "1-4-2026")
    stap = next(
        item
        for item in read_dossier(office.desk, dossier).procedure.stappen
        if item.soort == "oplossingspoging"
    )
    assert (stap.mogelijk, stap.door) == (True, "de betrokkene")
    tried = {"uitkomst": "niet_opgelost", "tussenkomst": "ja"}
    record_gebeurtenis(office.on(2026, 4, 14), dossier, "oplossingspoging", "14-4-2026", tried)
    line = read_dossier(office.desk, dossier).tijdlijn[-1]
    assert line.datum == date(2026, 4, 14)
    assert [label for label, _ in line.details] == ["Uitkomst", "Met tussenkomst van de klachtenfunctionaris"]


@pytest.mark.clausule("IA-3")
def test_closing_asks_for_the_oorzaak_and_keeps_it_with_the_klacht(office: Office):
    dossier = klacht_that_was_heard(office)
    decided = {"besluit": "Sluiten.", "motivering": "Geen oordeel nodig.", "stap": "afgehandeld"}
    record_gebeurtenis(office.desk, dossier, "besluit_directie", "21-4-2026", decided)
    closing = next(
        keuze for keuze in possible_gebeurtenissen(office.desk, dossier) if keuze.soort == "afgehandeld"
    )
    asked = next(veld for veld in closing.velden if veld.sleutel == "oorzaak")
    assert (asked.label, asked.verplicht, asked.voorstel) == ("Oorzaak", False, "")
    assert ("administratie", "Administratie of facturering") in asked.keuzes
    typed = {"oplossing": "Creditnota.", "oorzaak": "het weer"}
    with pytest.raises(InvalidInput) as unread:
        record_gebeurtenis(office.desk, dossier, "afgehandeld", "21-4-2026", typed)
    assert set(unread.value.fields) == {"oorzaak"}
    record_gebeurtenis(office.desk, dossier, "afgehandeld", "21-4-2026", typed | {"oorzaak": "administratie"})
    intern = read_formulier(office.desk, dossier, "intern_klachtenformulier").waarden
    assert (intern["oorzaak"], intern["omschrijving"]) == (
        "administratie",
        "De factuur is hoger dan de offerte.",
    )
    # It stands on the form, once, and not in the gebeurtenis as well.
    assert dict(read_dossier(office.desk, dossier).tijdlijn[-1].details) == {"Oplossing": "Creditnota."}


@pytest.mark.clausule("IA-3")
def test_what_stands_on_the_form_is_proposed_at_closing_and_stays_when_it_is_left_empty(office: Office):
    dossier = klacht_that_was_heard(office)
    filled = read_formulier(office.desk, dossier, "intern_klachtenformulier").waarden
    typed = {**filled, "oorzaak": "planning", "oplossing": "Een creditnota."}
    save_formulier(office.desk, dossier, "intern_klachtenformulier", typed, draft_id=None)
    keuzes = {keuze.soort: keuze for keuze in possible_gebeurtenissen(office.desk, dossier)}
    proposed = {veld.sleutel: veld.voorstel for veld in keuzes["afgehandeld"].velden}
    assert (proposed["oorzaak"], proposed["oplossing"]) == ("planning", "Een creditnota.")
    decided = {"besluit": "Sluiten.", "motivering": "Geen oordeel nodig.", "stap": "afgehandeld"}
    record_gebeurtenis(office.desk, dossier, "besluit_directie", "21-4-2026", decided)
    record_gebeurtenis(office.desk, dossier, "afgehandeld", "21-4-2026", {"oplossing": "Creditnota."})
    after = read_formulier(office.desk, dossier, "intern_klachtenformulier").waarden
    assert (after["oorzaak"], after["oplossing"]) == ("planning", "Een creditnota.")
    assert not read_wijzigingen(office.desk, dossier)
