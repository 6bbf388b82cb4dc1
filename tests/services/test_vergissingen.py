"""A dossier that should never have been made is withdrawn as such, and stays visible."""

from datetime import date

import pytest
from office import Office, OfficeMaker

from klachtdesk.errors import InvalidInput, NotAllowed
from klachtdesk.services.dossier_records import get_dossier
from klachtdesk.services.dossiers import list_dossiers, read_dossier
from klachtdesk.services.formulieren import register_melding
from klachtdesk.services.gebeurtenissen import correct_gebeurtenis, record_gebeurtenis
from klachtdesk.services.vergissingen import is_vergissing, withdraw_vergissing


def _mistaken(office: Office, dossier: int) -> bool:
    with office.desk.reading() as session:
        return is_vergissing(get_dossier(session, dossier))


@pytest.mark.clausule("KD-1")
@pytest.mark.parametrize("kanaal", ["brief", "telefoon"])  # a klacht, and a melding that is none yet
def test_a_mistake_closes_the_dossier_and_stays_in_the_list(office: Office, kanaal: str):
    dossier = register_melding(office.desk, {"kanaal": kanaal}, draft_id=None).dossier_id
    with pytest.raises(InvalidInput):
        withdraw_vergissing(office.desk, dossier, reden="  ")
    assert not _mistaken(office, dossier)
    withdraw_vergissing(office.desk, dossier, reden="Twee keer ingevoerd.")
    assert _mistaken(office, dossier)
    (row,) = list_dossiers(office.desk)
    assert (row.status, row.loopt, row.eerstvolgend) == ("Vergissing", False, None)
    view = read_dossier(office.desk, dossier)
    assert view.status == "Vergissing"
    assert ("Reden", "Twee keer ingevoerd.") in view.tijdlijn[-1].details
    assert {termijn.status for termijn in view.termijnen} <= {"vervallen"}
    with pytest.raises(NotAllowed):
        withdraw_vergissing(office.desk, dossier, reden="Nog een keer.")


def test_a_klager_who_withdraws_makes_no_mistake(office: Office):
    dossier = register_melding(office.desk, {"kanaal": "brief"}, draft_id=None).dossier_id
    record_gebeurtenis(office.desk, dossier, "ingetrokken", "1-4-2026", {"reden": "vergissing"})
    assert not _mistaken(office, dossier)
    withdraw_vergissing(office.desk, dossier, reden="Was een test.")  # closed, and yet
    assert _mistaken(office, dossier)


@pytest.mark.clausule("KD-1")
def test_a_correctie_undoes_it(office: Office):
    dossier = register_melding(office.desk, {"kanaal": "brief"}, draft_id=None).dossier_id
    withdraw_vergissing(office.desk, dossier, reden="Dacht ik.")
    event = read_dossier(office.desk, dossier).tijdlijn[-1]
    correct_gebeurtenis(office.desk, dossier, event.id, reden="Het was toch een klacht.")
    assert not _mistaken(office, dossier)
    assert list_dossiers(office.desk)[0].loopt


def test_it_waits_for_no_bewaartermijn(make_office: OfficeMaker):
    office = make_office("tien_voor_taal", date(2026, 4, 1))
    dossier = register_melding(office.desk, {"kanaal": "brief"}, draft_id=None).dossier_id
    withdraw_vergissing(office.desk, dossier, reden="Testje.")
    assert _mistaken(office, dossier)
