"""Where klanten and medewerkers are told of the procedure, and the yearly reminder to look at it."""

from datetime import date

import pytest
from office import Office, OfficeMaker

from klachtdesk.errors import InvalidInput, NotFound
from klachtdesk.services.desk import Desk
from klachtdesk.services.kantoor.bekendmaking import (
    bekendmaking_formulier,
    check_bekendmaking,
    due_bekendmakingen,
    list_bekendmakingen,
    remove_bekendmaking,
    save_bekendmaking,
)
from klachtdesk.services.vandaag import read_vandaag


def _told(make_office: OfficeMaker, reglement: str) -> list[tuple[str, str]]:
    found = list_bekendmakingen(make_office(reglement, date(2026, 4, 1)).desk)
    return [(item.doelgroep_label, item.waar) for item in found]


def _asked_in_vandaag(desk: Desk) -> bool:
    return any("bekend is gemaakt: Website" in zin for zin in read_vandaag(desk).kantoor)


@pytest.mark.clausule("KL-I1")
def test_klik_tells_klanten_in_two_ways_and_medewerkers_in_three(make_office: OfficeMaker):
    assert _told(make_office, "klik_onderwijs") == [
        ("Klanten", "Website"),
        ("Klanten", "Persoonlijk contact"),
        ("Medewerkers", "Inwerkperiode"),
        ("Medewerkers", "Arbeidsvoorwaarden en gedragsregels"),
        ("Medewerkers", "Intranet"),
    ]


@pytest.mark.clausule("IA-4.1", "IA-4.2")
def test_interactie_tells_on_the_website_and_around_the_overeenkomst(make_office: OfficeMaker):
    found = list_bekendmakingen(make_office("interactie", date(2026, 4, 1)).desk)
    assert [(item.artikel, item.waar.partition(":")[0]) for item in found] == [
        ("4.1", "Website www.interactietrainingen.nl"),
        ("4.1", "Mededeling voor het aangaan van de overeenkomst van opdracht"),
        ("4.2", "Overeenkomst van opdracht"),
        ("4.2", "Opdrachtbevestiging"),
    ]


@pytest.mark.clausule("TT-6.1")
def test_10_voor_taal_publishes_on_the_website_and_its_medewerkers_know(make_office: OfficeMaker):
    assert _told(make_office, "tien_voor_taal") == [
        ("Klanten", "Website"),
        ("Medewerkers", "Uitleg aan de medewerkers"),
    ]


@pytest.mark.parametrize(
    ("reglement", "places"),
    [
        pytest.param("klik_onderwijs", 5, marks=pytest.mark.clausule("KL-I1")),
        pytest.param("interactie", 4, marks=pytest.mark.clausule("IA-4.1")),
        pytest.param("tien_voor_taal", 2, marks=pytest.mark.clausule("TT-6.1")),
    ],
)
def test_what_nobody_looked_at_for_a_year_is_due(make_office: OfficeMaker, reglement: str, places: int):
    office = make_office(reglement, date(2026, 4, 1))
    first, *others = list_bekendmakingen(office.desk)
    assert first.nakijken  # nobody ever looked
    for item in (first, *others):
        check_bekendmaking(office.desk, item.id)
    assert due_bekendmakingen(office.desk) == ()
    # looked at on 1 April 2026, so again from 1 April 2027
    assert due_bekendmakingen(office.desk, date(2027, 3, 31)) == ()
    assert len(due_bekendmakingen(office.desk, date(2027, 4, 1))) == places
    desk = office.on(2027, 3, 31)
    assert not _asked_in_vandaag(desk)
    desk = office.on(2027, 4, 1)
    assert _asked_in_vandaag(desk)
    assert list_bekendmakingen(desk)[0].nakijken_voor == date(2027, 4, 1)
    check_bekendmaking(desk, first.id)
    assert [item.id for item in due_bekendmakingen(desk)] == [item.id for item in others]


def test_a_leap_day_comes_round_on_28_february(make_office: OfficeMaker):
    office = make_office("leefstijlwijzer", date(2028, 2, 29))
    typed = {"doelgroep": "klanten", "waar": "Folder", "sinds": "29-2-2028"}
    save_bekendmaking(office.desk, typed)
    (found,) = list_bekendmakingen(office.desk)
    assert found.nakijken_voor == date(2029, 2, 28)
    assert bekendmaking_formulier(office.desk, found.id).waarden == typed


def test_faults_are_named_at_once(office: Office):
    with pytest.raises(InvalidInput) as caught:
        save_bekendmaking(office.desk, {"doelgroep": "honden", "sinds": "2-4-2026"})
    assert caught.value.fields.keys() == {"doelgroep", "waar", "sinds"}  # 2 April is tomorrow
    typed = {"doelgroep": "klanten", "waar": "Folder", "sinds": "2-3-2026", "laatst_nagekeken": "1-3-2026"}
    with pytest.raises(InvalidInput) as caught:
        save_bekendmaking(office.desk, typed)
    assert caught.value.fields.keys() == {"laatst_nagekeken"}


def test_a_place_can_go(office: Office):
    first = list_bekendmakingen(office.desk)[0]
    remove_bekendmaking(office.desk, first.id)
    assert first.id not in {item.id for item in list_bekendmakingen(office.desk)}
    with pytest.raises(NotFound):
        check_bekendmaking(office.desk, first.id)
    assert bekendmaking_formulier(office.desk, None).waarden == {}
