"""What is due over all open dossiers, and what the program points out by itself."""

from datetime import date

import pytest
from office import Office, OfficeMaker

from klachtdesk.services.dossiers import read_dossier
from klachtdesk.services.formulieren import register_melding, save_formulier
from klachtdesk.services.gebeurtenissen import record_gebeurtenis
from klachtdesk.services.kantoor.kantoren import save_werkwijze
from klachtdesk.services.overzicht.aanbevelingen import save_aanbeveling
from klachtdesk.services.vandaag import read_vandaag
from klachtdesk.views.overzicht import Over

KLACHT = {
    "kanaal": "brief",
    "melder.1.naam": "Marijke de Vries",
    "betrokkene.1.naam": "Joris Kramer",
    "onderwerpen": "hoogte_factuur",
    "overeenkomst": "IA-2026-014",
    "ontvangen_op": "1-4-2026",
}


def _signalen(office: Office, dossier: int) -> set[str]:
    return {signaal.sleutel for signaal in read_dossier(office.desk, dossier).procedure.signalen}


@pytest.mark.parametrize(
    ("dag", "groep"),
    [
        # Received on Wednesday 1 April + 4 weeks: end and streefdatum on Wednesday 29 April (artikel 5.5).
        (date(2026, 4, 21), "later"),  # eight days before
        (date(2026, 4, 22), "deze_week"),  # seven days before
        (date(2026, 4, 29), "vandaag"),
        (date(2026, 4, 30), "te_laat"),
    ],
)
def test_a_termijn_moves_up_as_its_day_comes_nearer(office: Office, dag: date, groep: str):
    register_melding(office.desk, KLACHT, draft_id=None)
    office.klok.zet(dag)
    regel = next(regel for regel in read_vandaag(office.desk).regels if regel.groep != "signaal")
    assert (regel.groep, regel.datum, regel.klager) == (groep, date(2026, 4, 29), "Marijke de Vries")
    # Nothing was done yet: the oordeel can't be sent, so the stap offered is the one the dossier waits for.
    assert regel.stap is not None
    assert (regel.stap.soort, regel.stap.mogelijk) == ("doorgezonden", True)


def test_what_is_late_comes_first_and_what_is_closed_does_not_come(office: Office):
    first = register_melding(office.desk, KLACHT, draft_id=None)
    second = register_melding(office.on(2026, 4, 20), {**KLACHT, "ontvangen_op": "20-4-2026"}, draft_id=None)
    closed = register_melding(office.on(2026, 4, 20), {**KLACHT, "ontvangen_op": "2-4-2026"}, draft_id=None)
    desk = office.on(2026, 4, 30)
    record_gebeurtenis(desk, closed.dossier_id, "ingetrokken", "30-4-2026", {})
    due = [regel for regel in read_vandaag(desk).regels if regel.groep != "signaal"]
    assert [(regel.dossier_id, regel.groep) for regel in due] == [
        (first.dossier_id, "te_laat"),
        (second.dossier_id, "later"),  # 20 April + 4 weeks = 18 May, more than a week ahead
    ]


@pytest.mark.clausule("TT-2.4a")
def test_an_actiepunt_comes_up_until_it_is_done(make_office: OfficeMaker):
    office = make_office("tien_voor_taal", date(2026, 4, 1))
    made = register_melding(office.desk, {**KLACHT, "onderwerpen": "kwaliteit"}, draft_id=None)
    row = {"actiepunt.1.omschrijving": "Creditnota sturen", "actiepunt.1.uiterlijk": "10-4-2026"}
    save_formulier(
        office.desk,
        made.dossier_id,
        "intern_klachtenformulier",
        {**row, "onderwerpen": "kwaliteit"},
        draft_id=None,
    )
    found = [regel for regel in read_vandaag(office.on(2026, 4, 11)).regels if "Creditnota" in regel.wat]
    assert [(regel.groep, regel.datum) for regel in found] == [("te_laat", date(2026, 4, 10))]
    stap = found[0].stap  # one click away, and of this actiepunt
    assert stap is not None
    assert (stap.soort, stap.mogelijk, stap.ref) == ("actiepunt_gereed", True, "A1")
    record_gebeurtenis(office.desk, made.dossier_id, "actiepunt_gereed", "11-4-2026", {"ref": "A1"})
    assert not [regel for regel in read_vandaag(office.desk).regels if "Creditnota" in regel.wat]


@pytest.mark.clausule("IA-7.3")
def test_a_klager_who_heard_nothing_for_14_days_is_pointed_out(office: Office):
    made = register_melding(office.desk, KLACHT, draft_id=None)
    office.klok.zet(date(2026, 4, 15))  # 14 days after 1 April
    assert "lang_niets_gehoord" not in _signalen(office, made.dossier_id)
    office.klok.zet(date(2026, 4, 16))
    assert "lang_niets_gehoord" in _signalen(office, made.dossier_id)


@pytest.mark.clausule("IA-7.3")
def test_the_office_sets_how_long_a_klager_may_hear_nothing(office: Office):
    made = register_melding(office.desk, KLACHT, draft_id=None)
    save_werkwijze(office.desk, {"stilte_dagen": "21"})
    office.klok.zet(date(2026, 4, 22))  # 21 days after 1 April
    assert "lang_niets_gehoord" not in _signalen(office, made.dossier_id)
    office.klok.zet(date(2026, 4, 23))
    assert "lang_niets_gehoord" in _signalen(office, made.dossier_id)
    save_werkwijze(office.desk, {"stilte_dagen": "0"})
    assert "lang_niets_gehoord" not in _signalen(office, made.dossier_id)
    save_werkwijze(office.desk, {})  # the 14 days of the reglement again
    assert "lang_niets_gehoord" in _signalen(office, made.dossier_id)


@pytest.mark.clausule("TT-1.2a")
def test_an_event_of_more_than_a_year_ago_is_pointed_out_as_a_ground(make_office: OfficeMaker):
    office = make_office("tien_voor_taal", date(2026, 4, 13))
    waarden = {"kanaal": "klachtenformulier", "melder.1.naam": "A", "datum_gebeurtenis": "13-4-2025"}
    exactly = register_melding(office.desk, waarden, draft_id=None)
    longer = register_melding(office.desk, {**waarden, "datum_gebeurtenis": "12-4-2025"}, draft_id=None)
    assert "gebeurtenis_te_oud" not in _signalen(office, exactly.dossier_id)
    assert "gebeurtenis_te_oud" in _signalen(office, longer.dossier_id)


@pytest.mark.clausule("KD-1")
def test_a_klacht_that_was_handled_before_is_pointed_out(office: Office):
    earlier = register_melding(office.desk, KLACHT, draft_id=None)
    solved = {"oplossing": "Het bedrag is verlaagd."}
    record_gebeurtenis(office.desk, earlier.dossier_id, "direct_opgelost", "1-4-2026", solved)
    same = register_melding(office.desk, KLACHT, draft_id=None)
    other = register_melding(
        office.desk, {**KLACHT, "onderwerpen": "kwaliteit_dienstverlening"}, draft_id=None
    )
    assert "eerder_behandeld" in _signalen(office, same.dossier_id)
    assert "eerder_behandeld" not in _signalen(office, other.dossier_id)


def test_a_klacht_that_was_withdrawn_was_not_handled(office: Office):
    earlier = register_melding(office.desk, KLACHT, draft_id=None)
    record_gebeurtenis(office.desk, earlier.dossier_id, "ingetrokken", "1-4-2026", {})
    again = register_melding(office.desk, KLACHT, draft_id=None)
    assert "eerder_behandeld" not in _signalen(office, again.dossier_id)


@pytest.mark.clausule("LW-0")
def test_the_third_klacht_with_one_oorzaak_in_a_year_is_pointed_out(make_office: OfficeMaker):
    office = make_office("leefstijlwijzer", date(2026, 4, 1))
    made = []
    for nummer in range(3):
        desk = office.on(2026, 4, 1 + nummer)
        made.append(
            register_melding(desk, {"kanaal": "email", "melder.1.naam": f"Klager {nummer}"}, draft_id=None)
        )
        save_formulier(
            desk, made[-1].dossier_id, "intern_klachtenformulier", {"oorzaak": "planning"}, draft_id=None
        )
    assert "herhaling" not in _signalen(office, made[1].dossier_id)
    assert "herhaling" in _signalen(office, made[2].dossier_id)


@pytest.mark.clausule("KW-4b")
def test_a_closed_dossier_whose_bewaartermijn_does_not_run_comes_up(make_office: OfficeMaker):
    office = make_office("klassewerk", date(2026, 6, 1))
    waarden = {"kanaal": "telefoon", "melder.1.naam": "M. Smit", "onderwerpen": "trainer"}
    made = [register_melding(office.desk, waarden, draft_id=None).dossier_id for _ in range(3)]
    for dossier in made[:2]:
        record_gebeurtenis(office.desk, dossier, "direct_opgelost", "1-6-2026", {"oplossing": "Excuses."})
    record_gebeurtenis(office.desk, made[2], "ingetrokken", "1-6-2026", {})  # nothing to be satisfied with
    record_gebeurtenis(office.desk, made[1], "tevredenheid_bevestigd", "1-6-2026", {})
    found = [
        regel for regel in read_vandaag(office.desk).regels if "bewaartermijn loopt nog niet" in regel.wat
    ]
    assert [(regel.dossier_id, regel.groep) for regel in found] == [(made[0], "signaal")]
    assert "nog niet schriftelijk bevestigd tevreden" in found[0].wat


@pytest.mark.clausule("TT-2.3d")
def test_the_office_is_asked_to_choose_a_bewaartermijn_where_the_text_names_none(make_office: OfficeMaker):
    sentences = read_vandaag(make_office("tien_voor_taal", date(2026, 4, 13)).desk).kantoor
    assert any("bewaartermijn" in sentence for sentence in sentences)
    sentences = read_vandaag(make_office("interactie", date(2026, 4, 13)).desk).kantoor
    assert not any("bewaartermijn" in sentence for sentence in sentences)


def test_an_adopted_aanbeveling_that_is_past_its_day_is_pointed_out(office: Office):
    over = Over(date(2025, 1, 1), date(2025, 12, 31))
    maatregel = {
        "soort": "voorkoming",
        "tekst": "Nabellen.",
        "besluit": "overgenomen",
        "eigenaar": "Amber Veldman",
    }
    for day in ("10-4-2026", "20-4-2026"):
        save_aanbeveling(office.desk, over, {**maatregel, "uiterlijk": day})

    def told() -> list[str]:
        return [zin for zin in read_vandaag(office.desk).kantoor if "aanbeveling" in zin]

    office.on(2026, 4, 10)
    assert told() == []
    office.on(2026, 4, 11)
    assert told() == [
        "Een overgenomen aanbeveling is nog niet uitgevoerd: die had uiterlijk vrijdag 10 april 2026 klaar moeten "
        "zijn. Kijk bij Overzicht."
    ]
    office.on(2026, 4, 21)
    assert "2 overgenomen aanbevelingen zijn nog niet uitgevoerd: de eerste had uiterlijk" in told()[0]
