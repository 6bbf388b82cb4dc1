"""The bodies above the office."""

from datetime import date

import pytest
from office import Office, OfficeMaker

from klachtdesk.errors import InvalidInput, NotFound
from klachtdesk.services.kantoor.instanties import (
    instantie_formulier,
    instanties_on,
    list_instanties,
    remove_instantie,
    save_instantie,
    vervolg_paragraaf,
)


@pytest.mark.clausule("KW-6")
def test_the_geschillencommissie_of_klassewerk_has_its_members(make_office: OfficeMaker):
    (found,) = list_instanties(make_office("klassewerk", date(2026, 4, 1)).desk)
    assert (found.naam, found.bindend, found.artikel) == ("Geschillencommissie", True, "6")
    assert [(lid.functie, lid.naam) for lid in found.leden] == [
        ("voorzitter", "dhr. M. de Groot"),
        ("vicevoorzitter", "mevr. N. Stubbe"),
        ("lid", "mevr. I. Stevelink"),
        ("lid", "mevr. I. Vermeulen-de Vilder"),
        ("secretariaat", "mevr. H. Borgers"),
    ]


@pytest.mark.clausule("TT-2.5")
def test_the_college_of_10_voor_taal_has_its_contact_and_says_who_pays(make_office: OfficeMaker):
    (found,) = list_instanties(make_office("tien_voor_taal", date(2026, 4, 1)).desk)
    assert (found.telefoon, found.email) == ("030-3030645", "klachten@ikwilinburgeren.nl")
    assert found.website == "www.blikopwerk.nl"
    assert found.bindend
    assert "voor rekening van de melder of klager" in found.kosten


@pytest.mark.clausule("IA-4.3")
def test_the_geschillencommissie_of_interactie_has_its_address(office: Office):
    (found,) = list_instanties(office.desk)
    assert found.adres == "Postbus 90600, 2509 LP Den Haag"


def test_a_body_can_be_edited_and_ended_and_its_key_stays(office: Office):
    (found,) = list_instanties(office.desk)
    typed = instantie_formulier(office.desk, found.id).waarden
    save_instantie(
        office.desk,
        {**typed, "naam": "Geschillencommissie Opleidingen", "tot": "30-6-2026", "lid.1.naam": "Jo Bos"},
        instantie_id=found.id,
    )
    (changed,) = list_instanties(office.desk)
    assert (changed.naam, changed.sleutel) == ("Geschillencommissie Opleidingen", found.sleutel)
    assert [lid.naam for lid in changed.leden] == ["Jo Bos"]
    with office.desk.reading() as session:
        assert len(instanties_on(session, date(2026, 6, 30))) == 1
        assert instanties_on(session, date(2026, 7, 1)) == ()


def test_one_that_the_office_adds_gets_a_key_of_its_own(office: Office):
    for _ in range(2):
        save_instantie(office.desk, {"naam": "Één Ombudsman & Co.", "bindend": "nee"})
    assert [item.sleutel for item in list_instanties(office.desk)[1:]] == [
        "een_ombudsman_co",
        "een_ombudsman_co_2",
    ]


def test_what_is_missing_is_named_at_once(office: Office):
    with pytest.raises(InvalidInput) as caught:
        save_instantie(office.desk, {"lid.2.functie": "voorzitter", "van": "x"})
    assert caught.value.fields.keys() == {"naam", "bindend", "lid.2.naam", "van"}


def test_one_that_is_gone_is_not_found(office: Office):
    (found,) = list_instanties(office.desk)
    remove_instantie(office.desk, found.id)
    with pytest.raises(NotFound):
        instantie_formulier(office.desk, found.id)
    assert instantie_formulier(office.desk, None).waarden == {}


@pytest.mark.clausule("IA-4.2")
def test_the_paragraph_for_the_overeenkomst_is_ready(office: Office):
    assert vervolg_paragraaf(office.desk) == (
        "Is uw klacht na onze behandeling niet opgelost? Dan kunt u die voorleggen aan een onafhankelijke instantie: "
        "De Geschillencommissie (Postbus 90600, 2509 LP Den Haag, www.degeschillencommissie.nl). "
        "De uitspraak van deze instantie is bindend."
    )
    (found,) = list_instanties(office.desk)
    remove_instantie(office.desk, found.id)
    assert vervolg_paragraaf(office.desk) == ""
    save_instantie(office.desk, {"naam": "Ombudsman", "bindend": "nee", "kosten": "Dit is gratis."})
    assert vervolg_paragraaf(office.desk).endswith("een onafhankelijke instantie: Ombudsman. Dit is gratis.")
