"""10 voor Taal, clause by clause, where no story passes: on a real kluis."""

from datetime import date

import pytest
from office import Office, OfficeMaker
from pdf_text import text_of
from sqlalchemy import text

from klachtdesk.services.dossiers import read_dossier
from klachtdesk.services.formulieren import new_melding, register_melding, save_formulier
from klachtdesk.services.gebeurtenissen import possible_gebeurtenissen, record_gebeurtenis
from klachtdesk.services.kantoor.bewaarkeuze import choose_bewaartermijn
from klachtdesk.services.oordeel import freeze_oordeel, preview_oordeel
from klachtdesk.services.vandaag import read_vandaag

KLACHT = {
    "kanaal": "klachtenformulier",
    "ontvangen_op": "13-4-2026",
    "omschrijving": "De uitnodiging kwam te laat.",
    "melder.1.naam": "Senait Tesfay",
    "klager.1.naam": "Ria Bakker",
    "betrokkene.1.naam": "Wim de Planner",
    "betrokkene.2.naam": "Els de Docent",
}
OORDEEL = {
    "bevindingen": "Het adres was verouderd.",
    "reacties": "De planner wist dat niet.",
    "conclusies": "De uitnodiging is te laat verzonden.",
    "afhandeling": "Er komt een nieuw examen.",
    "gegrondheid": "gegrond",
}


@pytest.fixture
def office(make_office: OfficeMaker) -> Office:
    """The office of 10 voor Taal on Monday 13 April 2026, the day of its story."""
    return make_office("tien_voor_taal", date(2026, 4, 13))


@pytest.fixture
def dossier(office: Office) -> int:
    return register_melding(office.desk, KLACHT, draft_id=None).dossier_id


@pytest.mark.clausule("TT-1.1")
def test_a_klacht_has_one_of_the_four_onderwerpen(office: Office):
    keuzes = new_melding(office.desk).formulier.veld("onderwerpen").keuzes
    assert [keuze.label for keuze in keuzes] == [
        "Kwaliteit van cursussen, dienstverlening of resultaten",
        "Gedrag van medewerkers of directie",
        "Handelen van de organisatie, medewerkers of derden",
        "Proces van de klachtafhandeling",
    ]


@pytest.mark.clausule("TT-2.2a", "TT-D1")
def test_the_meldingsformulier_ticks_whether_it_comes_from_a_client_opdrachtgever_relatie_or_medewerker(
    office: Office,
):
    keuzes = new_melding(office.desk).formulier.veld("hoedanigheid").keuzes
    assert [keuze.label for keuze in keuzes] == [
        "Cliënt (cursist)", "Opdrachtgever", "Zakelijke relatie", "Medewerker",
    ]  # fmt: skip


@pytest.mark.clausule("TT-D1")
def test_melder_and_klager_are_two_rollen_and_a_klacht_can_be_about_nobody_or_more(
    office: Office, dossier: int
):
    people = read_dossier(office.desk, dossier).personen
    assert [(persoon.rol, persoon.naam) for persoon in people] == [
        ("melder", "Senait Tesfay"),
        ("klager", "Ria Bakker"),
        ("betrokkene", "Wim de Planner"),
        ("betrokkene", "Els de Docent"),
    ]
    alone = register_melding(office.desk, {"melder.1.naam": "Senait Tesfay"}, draft_id=None).dossier_id
    people = read_dossier(office.desk, alone).personen
    assert [persoon.rol for persoon in people] == ["melder", "klager"]
    assert len({persoon.id for persoon in people}) == 1


@pytest.mark.clausule("TT-1.2a")
def test_what_was_handled_before_is_pointed_out_with_its_artikel(office: Office):
    """The same persons, on the same onderwerp, after the first klacht was dealt with."""
    waarden = {**KLACHT, "onderwerpen": "kwaliteit"}
    first = register_melding(office.desk, waarden, draft_id=None).dossier_id
    record_gebeurtenis(
        office.desk, first, "besluit_directie", "13-4-2026",
        {"besluit": "Afsluiten.", "motivering": "Besproken.", "stap": "afgehandeld"},
    )  # fmt: skip
    chosen = {"aantal": "2", "eenheid": "jaren", "motivering": "De audit kijkt twee jaar terug."}
    choose_bewaartermijn(office.desk, chosen)
    record_gebeurtenis(office.desk, first, "afgehandeld", "13-4-2026", {"oplossing": "Nieuw examen."})
    second = register_melding(office.desk, waarden, draft_id=None).dossier_id
    found = {item.sleutel: item for item in read_dossier(office.desk, second).procedure.signalen}
    assert found["eerder_behandeld"].artikel == "1.2 lid 1"
    gronden = next(
        keuze
        for keuze in possible_gebeurtenissen(office.desk, second)
        if keuze.soort == "niet_in_behandeling"
    ).velden[0]
    assert "reeds_behandeld" in dict(gronden.keuzes)
    others = {**waarden, "melder.1.naam": "Abel Haile", "klager.1.naam": "Bram Haile"}
    third = register_melding(office.desk, others, draft_id=None).dossier_id
    found = {item.sleutel: item for item in read_dossier(office.desk, third).procedure.signalen}
    assert "eerder_behandeld" not in found


@pytest.mark.clausule("TT-2.3e")
def test_vandaag_asks_for_contact_with_the_klager_while_there_is_none(office: Office, dossier: int):
    """A call that nobody answered is none, nor is a talk with somebody else."""

    def asks() -> bool:
        return any("geen contact geweest" in regel.wat for regel in read_vandaag(office.desk).regels)

    assert asks()
    call = {"persoon": "Noor Bakker", "kanaal": "telefoon", "verslag": "Voicemail."}
    record_gebeurtenis(
        office.desk, dossier, "contact_klager", "13-4-2026", {**call, "uitkomst": "niet_bereikt"}
    )
    heard = {"persoon": "Wim de Planner", "verslag": "Hij wist van niets."}
    record_gebeurtenis(office.desk, dossier, "gehoord", "13-4-2026", heard)
    assert asks()
    record_gebeurtenis(office.desk, dossier, "contact_klager", "13-4-2026", {**call, "verslag": "Gesproken."})
    assert not asks()


@pytest.mark.clausule("TT-2.4e")
def test_the_werkoverleg_in_which_it_was_discussed_stands_with_the_klacht(office: Office, dossier: int):
    for dag in (20, 27):
        desk = office.on(2026, 4, dag)
        record_gebeurtenis(desk, dossier, "werkoverleg", f"{dag}-4-2026", {"verslag": "Wacht op vertaling."})
    lines = [line for line in read_dossier(office.desk, dossier).tijdlijn if line.soort == "werkoverleg"]
    assert [line.datum for line in lines] == [date(2026, 4, 20), date(2026, 4, 27)]
    assert dict(lines[0].details) == {"Verslag": "Wacht op vertaling."}


@pytest.mark.clausule("TT-4d", "TT-6.3", "TT-2.5")
def test_the_oordeel_tells_of_the_college_and_that_each_bears_their_own_costs(office: Office, dossier: int):
    save_formulier(office.desk, dossier, "oordeel", OORDEEL, draft_id=None)
    said = text_of(preview_oordeel(office.desk, dossier))
    assert (
        "door een onafhankelijke partij laten beoordelen: het College van Arbitrage van Blik op Werk" in said
    )
    assert "De kosten daarvan zijn voor u. Het bindend advies moeten u en wij allebei opvolgen." in said
    assert "Iedere partij draagt de eigen kosten." in said


@pytest.mark.clausule("TT-6.2")
def test_a_besluit_of_the_directie_lets_a_stap_through_and_stays_in_sight(office: Office, dossier: int):
    save_formulier(office.desk, dossier, "oordeel", OORDEEL, draft_id=None)
    decided = {"besluit": "Niet horen.", "motivering": "De klager is op reis.", "stap": "oordeel_vastgesteld"}
    record_gebeurtenis(office.desk, dossier, "besluit_directie", "13-4-2026", decided)
    freeze_oordeel(office.desk, dossier)
    line = next(
        line for line in read_dossier(office.desk, dossier).tijdlijn if line.soort == "besluit_directie"
    )
    assert dict(line.details)["Motivering"] == "De klager is op reis."
    with office.desk.reading() as session:
        logged = session.execute(
            text("SELECT handeling FROM audit_regel WHERE object_id = :id"), {"id": dossier}
        )
        assert "gebeurtenis:besluit_directie" in {row.handeling for row in logged}
