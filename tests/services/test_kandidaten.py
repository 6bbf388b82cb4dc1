"""Whom the dialog of a gebeurtenis proposes, whom it leaves out and why. It is Wednesday 1 April 2026."""

from datetime import date

import pytest
from dossiers import BETROKKENE, KLAGER, klacht_by_mail
from office import Office, OfficeMaker

from klachtdesk.services.dossiers import read_dossier
from klachtdesk.services.formulieren import read_formulier, register_melding, save_formulier
from klachtdesk.services.gebeurtenissen import (
    correct_gebeurtenis,
    possible_gebeurtenissen,
    record_gebeurtenis,
)
from klachtdesk.services.kantoor.functionarissen import (
    functionaris_formulier,
    list_functionarissen,
    save_commissielid,
    save_functionaris,
)
from klachtdesk.views.dossier import GebeurtenisVeld

AMBER = "mevrouw Amber Veldman"


def asked(office: Office, dossier: int, soort: str, veld: str) -> GebeurtenisVeld:
    keuze = next(item for item in possible_gebeurtenissen(office.desk, dossier) if item.soort == soort)
    return next(item for item in keuze.velden if item.sleutel == veld)


def names(veld: GebeurtenisVeld) -> list[str]:
    return [naam for naam, _label in veld.keuzes]


def signaal(office: Office, dossier: int, sleutel: str) -> str:
    signalen = read_dossier(office.desk, dossier).procedure.signalen
    return next(item.zin for item in signalen if item.sleutel == sleutel)


def fill_in(office: Office, sleutel: str, **typed: str) -> None:
    """Add to what is known of a functionaris of the reglement."""
    record = next(item for item in list_functionarissen(office.desk) if item.sleutel == sleutel)
    waarden = {**functionaris_formulier(office.desk, record.id).waarden}
    save_functionaris(
        office.desk,
        waarden | {key.replace("__", "."): text for key, text in typed.items()},
        functionaris_id=record.id,
    )


def now_betrokken(office: Office, dossier: int, naam: str, rij: int = 2) -> None:
    form = read_formulier(office.desk, dossier, "meldingsformulier").waarden
    more = {f"betrokkene.{rij}.naam": naam}
    save_formulier(office.desk, dossier, "meldingsformulier", {**form, **more}, draft_id=None)


@pytest.mark.clausule("IA-5.1")
def test_the_klacht_goes_to_whom_the_reglement_names(office: Office):
    dossier = klacht_by_mail(office, KLAGER, "1-4-2026")
    veld = asked(office, dossier, "doorgezonden", "persoon")
    assert veld.voorstel == AMBER
    assert veld.keuzes[0] == (AMBER, f"{AMBER} (klachtenfunctionaris)")
    assert names(veld) == [AMBER, "Noor Bakker"]
    assert veld.toelichting == (
        f"{BETROKKENE} kan niet worden gekozen. Een betrokkene kan de klacht niet behandelen (artikel 5.4)."
    )


@pytest.mark.clausule("KW-2b")
def test_klassewerk_puts_it_to_its_directeur(make_office: OfficeMaker):
    office = make_office("klassewerk", date(2026, 4, 24))
    dossier = register_melding(office.desk, {"kanaal": "telefoon", "melder.1.naam": "Elsbeth"}, draft_id=None)
    assert asked(office, dossier.dossier_id, "doorgezonden", "persoon").voorstel == "Simone Haven"


@pytest.mark.clausule("LW-2")
def test_leefstijlwijzer_puts_it_to_its_directrice_who_is_not_named(make_office: OfficeMaker):
    office = make_office("leefstijlwijzer", date(2025, 12, 22))
    dossier = register_melding(office.desk, {"kanaal": "email", "melder.1.naam": "Petra"}, draft_id=None)
    veld = asked(office, dossier.dossier_id, "doorgezonden", "persoon")
    assert veld.toelichting == "Het reglement noemt: directrice. Vul in wie dat is."


def test_who_is_named_twice_is_one_and_is_told_apart_by_what_she_is(office: Office):
    save_functionaris(office.desk, {"functie": "directeur", "naam": "Amber Veldman"})
    dossier = klacht_by_mail(office, KLAGER, "1-4-2026")
    veld = asked(office, dossier, "doorgezonden", "persoon")
    assert veld.keuzes[0] == (AMBER, f"{AMBER} (klachtenfunctionaris, directeur)")
    assert names(veld) == [AMBER, "Noor Bakker"]


def test_during_leave_the_waarnemer_is_proposed(office: Office):
    leave = {"naam": "Ali Demir", "aanleiding": "afwezigheid", "van": "30-3-2026", "tot": "10-4-2026"}
    fill_in(office, "klachtenfunctionaris", **{f"vervanger__2__{key}": text for key, text in leave.items()})
    dossier = klacht_by_mail(office, KLAGER, "1-4-2026")
    veld = asked(office, dossier, "doorgezonden", "persoon")
    assert veld.voorstel == "Ali Demir"
    assert veld.keuzes[:2] == (
        ("Ali Demir", "Ali Demir (neemt waar als klachtenfunctionaris)"),
        (AMBER, f"{AMBER} (klachtenfunctionaris, afwezig)"),
    )
    office.on(2026, 4, 11)
    assert asked(office, dossier, "doorgezonden", "persoon").voorstel == AMBER


@pytest.mark.clausule("IA-5.4")
def test_a_behandelaar_who_becomes_betrokkene_is_replaced_by_name(office: Office):
    dossier = klacht_by_mail(office, KLAGER, "1-4-2026")
    record_gebeurtenis(office.desk, dossier, "doorgezonden", "1-4-2026", {"persoon": AMBER})
    now_betrokken(office, dossier, "Amber Veldman")
    refused = "Een betrokkene kan de klacht niet behandelen (artikel 5.4)."
    unnamed = "andere klachtenfunctionaris, die Interactie voor een klacht aanwijst"
    assert signaal(office, dossier, "niet_onafhankelijk") == (
        f"{refused} Het reglement noemt: {unnamed}. Wijs iemand aan."
    )
    veld = asked(office, dossier, "toegewezen", "persoon")
    assert veld.voorstel == ""
    assert f"Het reglement noemt: {unnamed}. Vul in wie dat is." in veld.toelichting
    assert f"kan niet worden gekozen. {refused}" in veld.toelichting
    fill_in(office, "andere_klachtenfunctionaris", naam="Bo Prins")
    assert signaal(office, dossier, "niet_onafhankelijk") == f"{refused} Voorstel: wijs Bo Prins aan."
    veld = asked(office, dossier, "toegewezen", "persoon")
    assert veld.voorstel == "Bo Prins"
    appointed = {"persoon": veld.voorstel, "door": "Noor Bakker"}
    record_gebeurtenis(office.desk, dossier, "toegewezen", "1-4-2026", appointed)
    signalen = read_dossier(office.desk, dossier).procedure.signalen
    assert "niet_onafhankelijk" not in {item.sleutel for item in signalen}


@pytest.mark.clausule("TT-2.3c")
def test_the_office_itself_can_name_who_stands_in(make_office: OfficeMaker):
    office = make_office("tien_voor_taal", date(2026, 4, 13))
    fill_in(office, "klachtenfunctionaris", naam="Ida Kok", vervanger__1__naam="Wim Vos")
    dossier = register_melding(
        office.desk, {"kanaal": "brief", "melder.1.naam": "Ria"}, draft_id=None
    ).dossier_id
    assert asked(office, dossier, "toegewezen", "persoon").voorstel == "Ida Kok"
    now_betrokken(office, dossier, "Ida Kok", rij=1)
    assert asked(office, dossier, "toegewezen", "persoon").voorstel == "Wim Vos"


@pytest.mark.clausule("KL-5")
def test_klik_sends_it_to_somebody_from_outside(make_office: OfficeMaker):
    office = make_office("klik_onderwijs", date(2026, 4, 1))
    made = register_melding(office.desk, {"kanaal": "email", "melder.1.naam": "Ruben"}, draft_id=None)
    veld = asked(office, made.dossier_id, "toegewezen", "persoon")
    assert veld.voorstel == "dhr. N. Korst"
    assert "Noor Bakker" in names(asked(office, made.dossier_id, "toegewezen", "door"))


@pytest.mark.clausule("KL-F1")
def test_who_mediates_is_somebody_without_a_part_in_it(make_office: OfficeMaker):
    office = make_office("klik_onderwijs", date(2026, 3, 5))
    waarden = {"kanaal": "telefoon", "melder.1.naam": "Ruben", "betrokkene.1.naam": "Noor Bakker"}
    dossier = register_melding(office.desk, waarden, draft_id=None).dossier_id
    veld = asked(office, dossier, "informele_fase_gestart", "persoon")
    assert names(veld) == ["dhr. N. Korst"]
    assert "Noor Bakker kan niet worden gekozen. Een betrokkene kan niet bemiddelen" in veld.toelichting


@pytest.mark.clausule("KL-10")
def test_the_commissie_without_who_has_ties(make_office: OfficeMaker):
    office = make_office("klik_onderwijs", date(2026, 4, 1))
    for naam, afdeling in (("Anna Smit", "Verkoop"), ("Bo Prins", "Helpdesk"), ("Cas Roos", "")):
        lid = {"commissie": "interne geschillencommissie", "naam": naam, "afdeling": afdeling}
        stated = {"deskundigheid": "Recht", "onafhankelijkheid": "Werkt elders."}
        save_commissielid(office.desk, lid | stated)
    waarden = {
        "kanaal": "email",
        "melder.1.naam": "Ruben",
        "betrokkene.1.naam": "Jo",
        "betrokkene.1.afdeling": "Helpdesk",
    }
    dossier = register_melding(office.desk, waarden, draft_id=None).dossier_id
    appointed = {"persoon": "dhr. N. Korst", "door": "Noor Bakker"}
    record_gebeurtenis(office.desk, dossier, "toegewezen", "1-4-2026", appointed)
    veld = asked(office, dossier, "bezwaar_commissie_benoemd", "personen")
    assert veld.voorstel == "Anna Smit, Cas Roos"
    assert names(veld) == ["Anna Smit", "Cas Roos", "Noor Bakker"]
    place = "(punt 10 van de formele klachtenprocedure)"
    for naam, why in (
        ("dhr. N. Korst", "Wie de klacht behandelde, kan het bezwaar niet beoordelen"),
        ("Bo Prins", "Wie op de betrokken afdeling werkt, kan het bezwaar niet beoordelen"),
        ("Jo", "Een betrokkene kan het bezwaar niet beoordelen"),
    ):
        assert f"{naam} kan niet worden gekozen. {why} {place}." in veld.toelichting.splitlines()
    assert "Ruben" not in veld.toelichting  # nobody looks for the klager here


def test_the_next_free_kenmerk_is_proposed(office: Office):
    dossier = klacht_by_mail(office, KLAGER, "1-4-2026", onderwerpen="hoogte_factuur")
    kinds = {
        "actiepunt_vastgesteld": "A",
        "verbetermaatregel_vastgesteld": "M",
        "consequenties_vastgesteld": "C",
    }
    known = {item.soort for item in possible_gebeurtenissen(office.desk, dossier)}
    for soort in kinds.keys() & known:
        assert asked(office, dossier, soort, "ref").voorstel == f"{kinds[soort]}1"
    actie = {"ref": "A1", "omschrijving": "Bellen", "persoon": "Bo", "uiterlijk": "8-4-2026"}
    record_gebeurtenis(office.desk, dossier, "actiepunt_vastgesteld", "1-4-2026", actie)
    assert asked(office, dossier, "actiepunt_vastgesteld", "ref").voorstel == "A2"
    mistake = read_dossier(office.desk, dossier).tijdlijn[-1].id
    correct_gebeurtenis(office.desk, dossier, mistake, reden="Niet afgesproken.")
    assert (
        asked(office, dossier, "actiepunt_vastgesteld", "ref").voorstel == "A2"
    )  # a kenmerk is given out once
    typed = {"actiepunt.1.omschrijving": "Schrijven", "onderwerpen": "hoogte_factuur"}
    save_formulier(office.desk, dossier, "intern_klachtenformulier", typed, draft_id=None)
    tijdlijn = read_dossier(office.desk, dossier).tijdlijn
    refs = {dict(item.waarden)["ref"] for item in tijdlijn if item.soort == "actiepunt_vastgesteld"}
    assert refs == {"A1", "A2"}


@pytest.mark.clausule("KL-2")
def test_what_is_missing_is_what_the_klager_is_asked_for(make_office: OfficeMaker):
    office = make_office("klik_onderwijs", date(2026, 4, 1))
    complete = {f"melder.1.{key}": "x" for key in ("naam", "organisatie", "email", "telefoon")}
    waarden = {
        **complete,
        "melder.1.email": "",
        "kanaal": "email",
        "product": "Rekenspel",
        "omschrijving": "Stuk.",
    }
    dossier = register_melding(office.desk, waarden, draft_id=None).dossier_id
    missing = asked(office, dossier, "aanvulling_gevraagd", "velden").voorstel
    assert "het e-mailadres van de klager" in missing
    assert "de motivering van de klacht" in missing
    assert "de naam van de klager" not in missing


@pytest.mark.clausule("KW-3c")
def test_a_field_that_is_asked_only_with_another_says_so(make_office: OfficeMaker):
    office = make_office("klassewerk", date(2026, 6, 1))
    made = register_melding(office.desk, {"kanaal": "telefoon", "melder.1.naam": "M. Smit"}, draft_id=None)
    veld = asked(office, made.dossier_id, "contact_klager", "bevestiging_gewenst")
    assert not veld.verplicht
    assert veld.toelichting == "Verplicht als bij ‘Uitkomst’ staat: opgelost."
