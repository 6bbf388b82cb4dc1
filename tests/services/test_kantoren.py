"""The name and the addresses of the office."""

import pytest
from office import Office

from klachtdesk.errors import InvalidInput
from klachtdesk.services.kantoren import (
    KANTOOR_FIELDS,
    kantoor_formulier,
    save_kantoor,
    save_werkwijze,
    werkwijze_formulier,
)
from klachtdesk.services.kluis import read_status


def test_the_office_can_move(office: Office):
    view = kantoor_formulier(office.desk)
    assert tuple(veld.sleutel for veld in view.formulier.velden()) == KANTOOR_FIELDS
    assert (view.waarden["naam"], view.waarden["plaats"]) == ("Interactie", "Amersfoort")
    changes = save_kantoor(
        office.desk, {**view.waarden, "adres": "Singel 3", "plaats": "Utrecht", "website": ""}
    )
    assert changes.instellingen
    kantoor = read_status(office.desk).kantoor
    assert (kantoor.adres, kantoor.plaats, kantoor.website) == ("Singel 3", "Utrecht", "")


def test_a_name_it_must_have(office: Office):
    with pytest.raises(InvalidInput) as caught:
        save_kantoor(office.desk, {"naam": " ", "plaats": "x" * 301})
    assert caught.value.fields.keys() == {"naam", "plaats"}
    assert read_status(office.desk).kantoor.naam == "Interactie"


def test_how_the_office_works_is_kept_and_can_be_emptied(office: Office):
    assert werkwijze_formulier(office.desk).waarden == {"eenmanskantoor": "nee"}
    assert save_werkwijze(office.desk, {"eenmanskantoor": "ja", "stilte_dagen": "21"}).lijst
    assert werkwijze_formulier(office.desk).waarden == {"eenmanskantoor": "ja", "stilte_dagen": "21"}
    save_werkwijze(office.desk, {})
    assert werkwijze_formulier(office.desk).waarden == {"eenmanskantoor": "nee"}


@pytest.mark.parametrize("typed", ["-1", "twee weken", "367"])
def test_a_number_of_days_that_can_not_be_meant_is_refused(office: Office, typed: str):
    with pytest.raises(InvalidInput) as caught:
        save_werkwijze(office.desk, {"eenmanskantoor": "ja", "stilte_dagen": typed})
    assert caught.value.fields.keys() == {"stilte_dagen"}
    assert werkwijze_formulier(office.desk).waarden == {"eenmanskantoor": "nee"}
