"""Klassewerk, clause by clause, where no story passes: on a real kluis."""

from datetime import date

import pytest
from office import Office, OfficeMaker

from klachtdesk.services.dossiers import read_dossier
from klachtdesk.services.formulieren import new_melding, read_formulier, register_melding
from klachtdesk.services.gebeurtenissen import record_gebeurtenis


@pytest.fixture
def office(make_office: OfficeMaker) -> Office:
    """The office of Klassewerk on Friday 24 April 2026, the day of its story."""
    return make_office("klassewerk", date(2026, 4, 24))


@pytest.mark.clausule("KW-1")
@pytest.mark.parametrize("kanaal", ["mondeling", "telefoon", "email", "brief"])
def test_any_medewerker_takes_it_and_it_stands_who_did_and_when(office: Office, kanaal: str):
    """By word of mouth or in writing (artikel 1); the klacht counts as received on the day it came in."""
    proposed = new_melding(office.desk).waarden
    assert (proposed["aangenomen_door"], proposed["ontvangen_op"]) == ("Noor Bakker", "24-4-2026")
    typed = {
        "kanaal": kanaal,
        "aangenomen_door": "Bo Prins",
        "ontvangen_op": "23-4-2026",
        "ontvangen_om": "16:05",
    }
    dossier = register_melding(office.desk, typed, draft_id=None).dossier_id
    saved = read_formulier(office.desk, dossier, "meldingsformulier").waarden
    assert {key: saved[key] for key in typed} == typed
    assert [(line.soort, line.datum) for line in read_dossier(office.desk, dossier).tijdlijn] == [
        ("ontvangen", date(2026, 4, 23))
    ]


@pytest.mark.clausule("KW-D2")
def test_the_trainingsovereenkomst_is_recorded_with_the_klacht(office: Office):
    """Its number, its date and the training it is about (Definities: Trainingsovereenkomst)."""
    typed = {
        "overeenkomst": "KW-2026-12",
        "overeenkomst_op": "5-1-2026",
        "product": "Onderbouwd jaartraining",
    }
    dossier = register_melding(office.desk, typed, draft_id=None).dossier_id
    saved = read_formulier(office.desk, dossier, "meldingsformulier").waarden
    assert {key: saved[key] for key in typed} == typed


@pytest.mark.clausule("KW-2a")
def test_what_is_solved_at_once_has_its_oplossing_and_date_and_goes_to_nobody(office: Office):
    dossier = register_melding(office.desk, {"kanaal": "telefoon"}, draft_id=None).dossier_id
    solved = {"oplossing": "Het materiaal is nagestuurd."}
    record_gebeurtenis(office.desk, dossier, "direct_opgelost", "24-4-2026", solved)
    view = read_dossier(office.desk, dossier)
    assert [(line.soort, line.datum) for line in view.tijdlijn] == [
        ("ontvangen", date(2026, 4, 24)),
        ("direct_opgelost", date(2026, 4, 24)),
    ]
    assert dict(view.tijdlijn[-1].details) == {"Oplossing": solved["oplossing"]}
    assert (view.open, view.termijnen[0].sleutel.termijn) == (False, "bezwaar_indienen")
