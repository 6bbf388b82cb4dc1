"""The bewaartermijn that the office chooses where its reglement names none."""

from datetime import date

import pytest
from office import Office, OfficeMaker

from klachtdesk.errors import InvalidInput, NotAllowed
from klachtdesk.services.dossier_records import get_dossier
from klachtdesk.services.dossiers import read_dossier
from klachtdesk.services.feiten import bewaren_of
from klachtdesk.services.formulieren import register_melding
from klachtdesk.services.gebeurtenissen import record_gebeurtenis
from klachtdesk.services.kantoor.bewaarkeuze import (
    bewaarkeuze_formulier,
    choose_bewaartermijn,
    read_bewaarregels,
)

TWEE_JAAR = {"aantal": "2", "eenheid": "jaren", "motivering": "Zo lang kan er een geschil over ontstaan."}


def _withdraw(office: Office, dossier: int) -> None:
    record_gebeurtenis(office.desk, dossier, "ingetrokken", "1-4-2026", {})


@pytest.mark.clausule("TT-2.3d")
def test_no_dossier_closes_before_the_office_chose_with_a_motivering(taal: Office):
    dossier = register_melding(taal.desk, {"kanaal": "brief"}, draft_id=None).dossier_id
    with pytest.raises(NotAllowed, match="bewaartermijn"):
        _withdraw(taal, dossier)
    with pytest.raises(InvalidInput) as caught:
        choose_bewaartermijn(taal.desk, {**TWEE_JAAR, "motivering": "  "})
    assert caught.value.fields.keys() == {"motivering"}
    assert read_dossier(taal.desk, dossier).bewaren.status == "geen_termijn"
    choose_bewaartermijn(taal.desk, TWEE_JAAR)
    _withdraw(taal, dossier)
    bewaren = read_dossier(taal.desk, dossier).bewaren
    assert (bewaren.status, bewaren.tot) == ("loopt", date(2028, 4, 1))  # closed 1 April 2026, two years
    with taal.desk.reading() as session:
        stand = bewaren_of(get_dossier(session, dossier), date(2028, 4, 2))
    assert stand.status == "verstreken"


@pytest.mark.clausule("TT-2.3d")
def test_a_second_choice_counts_and_the_first_stays_readable(taal: Office):
    choose_bewaartermijn(taal.desk, TWEE_JAAR)
    desk = taal.on(2026, 5, 1)
    choose_bewaartermijn(desk, {"aantal": "6", "eenheid": "maanden", "motivering": "Korter kan ook."})
    regel = read_bewaarregels(desk)[0]
    assert (regel.te_kiezen, regel.duur) == (True, "6 maanden")
    assert [(k.duur, k.geldt, k.gekozen_op, k.gekozen_door) for k in regel.keuzes] == [
        ("6 maanden", True, date(2026, 5, 1), "Noor Bakker"),
        ("2 jaar", False, date(2026, 4, 1), "Noor Bakker"),
    ]
    assert regel.keuzes[1].motivering == TWEE_JAAR["motivering"]


@pytest.mark.clausule("TT-2.3d")
@pytest.mark.parametrize("reglement", ["klassewerk", "klik_onderwijs", "interactie", "leefstijlwijzer"])
def test_where_the_reglement_names_one_there_is_nothing_to_choose(make_office: OfficeMaker, reglement: str):
    office = make_office(reglement, date(2026, 4, 1))
    with pytest.raises(NotAllowed) as caught:
        choose_bewaartermijn(office.desk, TWEE_JAAR)
    assert caught.value.artikel
    regel = read_bewaarregels(office.desk)[0]
    assert (regel.te_kiezen, regel.keuzes) == (False, ())


@pytest.mark.parametrize(
    ("aantal", "eenheid"),
    [
        ("-1", "jaren"),
        ("0", "jaren"),
        ("anderhalf", "jaren"),
        ("1,5", "jaren"),
        ("101", "jaren"),
        ("9" * 300, "werkdagen"),
        ("999999999", "dagen"),
        ("٣", "jaren"),
    ],
)
def test_a_duration_that_cannot_be_meant_is_refused(taal: Office, aantal: str, eenheid: str):
    with pytest.raises(InvalidInput) as caught:
        choose_bewaartermijn(taal.desk, {**TWEE_JAAR, "aantal": aantal, "eenheid": eenheid})
    assert caught.value.fields.keys() == {"aantal"}
    assert read_bewaarregels(taal.desk)[0].keuzes == ()


def test_everything_that_is_missing_is_named_at_once(taal: Office):
    with pytest.raises(InvalidInput) as caught:
        choose_bewaartermijn(taal.desk, {})
    assert caught.value.fields.keys() == {veld.sleutel for veld in bewaarkeuze_formulier().formulier.velden()}
