"""Who does what in the office, who stands in for them, and the members of its commissies."""

from datetime import date

import pytest
from office import Office, OfficeMaker
from sqlalchemy import text

from klachtdesk.errors import InvalidInput, NotFound
from klachtdesk.services.audit import audit_faults
from klachtdesk.services.formulieren import new_melding
from klachtdesk.services.kantoor.functionarissen import (
    commissieleden_on,
    commissielid_formulier,
    functionaris_formulier,
    functionarissen_on,
    list_commissieleden,
    list_functionarissen,
    remove_commissielid,
    remove_functionaris,
    save_commissielid,
    save_functionaris,
)
from klachtdesk.views.kantoorgegevens import FunctionarisView

LID = {
    "commissie": "Interne geschillencommissie",
    "naam": "Hanna Prins",
    "functie": "lid",
    "afdeling": "Uitgeverij",
    "deskundigheid": "Twaalf jaar ervaring met e-learning.",
    "onafhankelijkheid": "Werkt niet op de helpdesk en kent de indiener niet.",
    "van": "1-4-2026",
}


def _amber(office: Office) -> FunctionarisView:
    """The klachtenfunctionaris of Interactie."""
    return next(item for item in list_functionarissen(office.desk) if item.sleutel == "klachtenfunctionaris")


def test_the_start_is_what_the_reglement_says(office: Office):
    found = _amber(office)
    assert (found.functie, found.naam) == ("klachtenfunctionaris", "mevrouw Amber Veldman")
    assert (found.email, found.telefoon) == ("amber@interactietrainingen.nl", "")
    assert (found.in_functie, found.van, found.tot) == (True, None, None)


@pytest.mark.parametrize(
    ("reglement", "sleutel", "naam", "email"),
    [
        pytest.param("klassewerk", "directeur", "Simone Haven", "info@klassewerk.com",
                     marks=pytest.mark.clausule("KW-5a")),
        pytest.param("klik_onderwijs", "onafhankelijke_behandelaar", "dhr. N. Korst", "n.korst@vapro.nl",
                     marks=pytest.mark.clausule("KL-5")),
    ],
)  # fmt: skip
def test_whom_the_text_names_can_be_reached_as_it_says(
    make_office: OfficeMaker, reglement: str, sleutel: str, naam: str, email: str
):
    found = list_functionarissen(make_office(reglement, date(2026, 4, 1)).desk)
    assert [(item.naam, item.email) for item in found if item.sleutel == sleutel] == [(naam, email)]


def test_who_the_reglement_lets_stand_in_for_another_is_there_from_the_start(office: Office):
    (vervanger,) = _amber(office).vervangers
    assert vervanger.naam == "andere klachtenfunctionaris, die Interactie voor een klacht aanwijst"
    assert (vervanger.aanleiding, vervanger.van, vervanger.tot) == ("betrokkenheid", None, None)


@pytest.mark.clausule("KW-D2")
def test_klassewerk_has_its_own_staff_and_hoedanigheden(make_office: OfficeMaker):
    # Definities: Onderbouwd trainer, klachtencommissie, secretariaat; article 5 names the directeur.
    desk = make_office("klassewerk", date(2026, 4, 1)).desk
    assert [(item.functie, item.naam) for item in list_functionarissen(desk)] == [
        ("directeur Klassewerk Onderwijstraining", "Simone Haven"),
        ("secretariaat van de klachtencommissie", "mevr. H. Borgers"),
        ("Onderbouwd trainer", ""),
        ("klachtencommissie", ""),
    ]
    melding = new_melding(desk).formulier
    hoedanigheden = [keuze.label for keuze in melding.veld("hoedanigheid").keuzes]
    assert hoedanigheden == ["School/leerkracht", "Trainee", "Opdrachtgever"]
    labels = [melding.veld(key).label for key in ("overeenkomst", "overeenkomst_op", "product")]
    assert labels == [
        "Overeenkomst of contractnummer",
        "Datum van de overeenkomst",
        "Training, product of dienst",
    ]


def test_during_leave_the_waarnemer_takes_over_and_afterwards_not_any_more(office: Office):
    amber = _amber(office)
    typed = functionaris_formulier(office.desk, amber.id).waarden | {
        "vervanger.1.naam": "Ruben Smit",
        "vervanger.1.aanleiding": "afwezigheid",
        "vervanger.1.van": "13-7-2026",
        "vervanger.1.tot": "31-7-2026",
        "vervanger.2.naam": "Sara Mulder",
        "vervanger.2.aanleiding": "betrokkenheid",
    }
    changes = save_functionaris(office.desk, typed, functionaris_id=amber.id)
    assert changes.instellingen
    days = [date(2026, 7, 12), date(2026, 7, 13), date(2026, 7, 31), date(2026, 8, 1)]
    with office.desk.reading() as session:
        acting = [functionarissen_on(session, day)[0].waarnemer for day in days]
    assert acting == ["", "Ruben Smit", "Ruben Smit", ""]
    labels = [item.aanleiding_label for item in _amber(office).vervangers]
    assert labels == [
        "Bij afwezigheid, in deze periode",
        "Als de functionaris zelf betrokken is bij de klacht",
    ]


def test_a_form_comes_back_as_it_was_saved_and_rows_can_go(office: Office):
    typed = {
        "functie": "vertrouwenspersoon",
        "naam": "Ilse",
        "van": "1-5-2026",
        "vervanger.1.naam": "Bo",
        "vervanger.1.aanleiding": "betrokkenheid",
        "vervanger.2.naam": "Cas",
        "vervanger.2.aanleiding": "betrokkenheid",
    }
    save_functionaris(office.desk, typed)
    added = list_functionarissen(office.desk)[-1]
    assert functionaris_formulier(office.desk, added.id).waarden == typed
    assert not added.in_functie  # from 1 May, and it is 1 April
    save_functionaris(
        office.desk, {**typed, "vervanger.1.naam": "", "vervanger.1.aanleiding": ""}, functionaris_id=added.id
    )
    assert [item.naam for item in list_functionarissen(office.desk)[-1].vervangers] == ["Cas"]
    assert functionaris_formulier(office.desk, None).waarden == {}


def test_every_fault_is_named_at_once_and_nothing_is_kept(office: Office):
    typed = {
        "van": "1-5-2026",
        "tot": "30-4-2026",
        "vervanger.1.telefoon": "06",
        "vervanger.1.van": "morgen",
    }
    before = list_functionarissen(office.desk)
    with pytest.raises(InvalidInput) as caught:
        save_functionaris(office.desk, typed)
    assert caught.value.fields.keys() == {
        "functie",
        "tot",
        "vervanger.1.naam",
        "vervanger.1.aanleiding",
        "vervanger.1.van",
    }
    assert list_functionarissen(office.desk) == before


def test_who_stands_in_during_leave_needs_a_first_day(office: Office):
    typed = {"functie": "f", "vervanger.3.naam": "Bo", "vervanger.3.aanleiding": "afwezigheid"}
    with pytest.raises(InvalidInput) as caught:
        save_functionaris(office.desk, typed)
    assert caught.value.fields.keys() == {"vervanger.3.van"}


def test_one_that_is_gone_is_not_found(office: Office):
    amber = _amber(office)
    remove_functionaris(office.desk, amber.id)
    assert amber.id not in {item.id for item in list_functionarissen(office.desk)}
    for attempt in (
        lambda: remove_functionaris(office.desk, amber.id),
        lambda: functionaris_formulier(office.desk, amber.id),
        lambda: save_functionaris(office.desk, {"functie": "f"}, functionaris_id=amber.id),
        lambda: remove_commissielid(office.desk, 7),
        lambda: commissielid_formulier(office.desk, 7),
    ):
        with pytest.raises(NotFound):
            attempt()


@pytest.mark.clausule("KL-10")
def test_a_commissielid_states_expertise_and_independence(make_office: OfficeMaker):
    office = make_office("klik_onderwijs", date(2026, 4, 1))
    with pytest.raises(InvalidInput) as caught:
        save_commissielid(office.desk, {**LID, "deskundigheid": " ", "onafhankelijkheid": ""})
    assert caught.value.fields.keys() == {"deskundigheid", "onafhankelijkheid"}
    save_commissielid(office.desk, LID)
    (lid,) = list_commissieleden(office.desk)
    assert (lid.naam, lid.afdeling, lid.zittend) == ("Hanna Prins", "Uitgeverij", True)
    assert lid.onafhankelijkheid == "Werkt niet op de helpdesk en kent de indiener niet."


def test_a_commissielid_sits_for_a_period(office: Office):
    save_commissielid(office.desk, LID)
    (lid,) = list_commissieleden(office.desk)
    typed = commissielid_formulier(office.desk, lid.id).waarden
    assert typed == LID
    save_commissielid(office.desk, {**typed, "tot": "31-12-2026"}, commissielid_id=lid.id)
    days = [date(2026, 3, 31), date(2026, 4, 1), date(2026, 12, 31), date(2027, 1, 1)]
    with office.desk.reading() as session:
        assert [len(commissieleden_on(session, day)) for day in days] == [0, 1, 1, 0]
    remove_commissielid(office.desk, lid.id)
    assert list_commissieleden(office.desk) == ()


def test_each_change_has_its_line_without_a_name(office: Office):
    save_commissielid(office.desk, LID)
    amber = _amber(office)
    save_functionaris(
        office.desk, functionaris_formulier(office.desk, amber.id).waarden, functionaris_id=amber.id
    )
    with office.desk.reading() as session:
        lines = session.execute(
            text("SELECT handeling, object_soort, object_id FROM audit_regel ORDER BY id")
        )
        assert [tuple(line) for line in lines][1:] == [
            ("commissielid_bewaard", "commissielid", 1),
            ("functionaris_bewaard", "functionaris", amber.id),
        ]
        assert audit_faults(session) == ()
