"""Leefstijlwijzer, clause by clause, where no story passes: on a real kluis."""

from datetime import date

import pytest
from dossiers import klacht_by_mail
from office import Office, OfficeMaker

from klachtdesk.services.dossiers import read_dossier
from klachtdesk.services.formulieren import new_melding, read_formulier
from klachtdesk.services.gebeurtenissen import record_gebeurtenis
from klachtdesk.services.kantoor.functionarissen import list_functionarissen
from klachtdesk.views.stap import ProcedureView


@pytest.fixture
def office(make_office: OfficeMaker) -> Office:
    """The office of Leefstijlwijzer on Monday 22 December 2025, the day of its story."""
    return make_office("leefstijlwijzer", date(2025, 12, 22))


def _procedure(office: Office, dossier: int) -> ProcedureView:
    return read_dossier(office.desk, dossier).procedure


@pytest.mark.clausule("LW-0")
def test_a_klant_is_from_inside_or_outside(office: Office):
    keuzes = new_melding(office.desk).formulier.veld("hoedanigheid").keuzes
    assert [keuze.label for keuze in keuzes] == ["Interne klant", "Externe klant"]


@pytest.mark.clausule("LW-1")
def test_who_receives_it_solves_it_and_writes_down_how(office: Office):
    dossier = klacht_by_mail(office, "Tess Mulder", "22-12-2025")
    typed = {"oplossing": "Het rooster is alsnog gestuurd."}
    record_gebeurtenis(office.desk, dossier, "direct_opgelost", "22-12-2025", typed)
    view = read_dossier(office.desk, dossier)
    assert not view.open
    assert dict(view.tijdlijn[-1].details) == {"Oplossing": typed["oplossing"]}


@pytest.mark.clausule("LW-5")
def test_what_is_solved_at_once_is_registered_with_its_oorzaak(office: Office):
    dossier = klacht_by_mail(office, "Tess Mulder", "22-12-2025")
    typed = {"oplossing": "Het rooster is alsnog gestuurd.", "oorzaak": "planning"}
    record_gebeurtenis(office.desk, dossier, "direct_opgelost", "22-12-2025", typed)
    assert read_formulier(office.desk, dossier, "intern_klachtenformulier").waarden["oorzaak"] == "planning"


@pytest.mark.clausule("LW-2")
def test_what_is_not_solved_at_once_is_put_to_the_directeur(office: Office):
    dossier = klacht_by_mail(office, "Tess Mulder", "22-12-2025")
    waits = _procedure(office, dossier).wacht_op
    assert waits is not None
    assert (waits.soort, waits.mogelijk) == ("doorgezonden", True)
    record_gebeurtenis(office.desk, dossier, "doorgezonden", "22-12-2025", {"persoon": "De directeur"})
    waits = _procedure(office, dossier).wacht_op
    assert waits is not None
    assert waits.soort == "reactie_verzonden"


@pytest.mark.clausule("LW-8")
def test_who_receives_who_handles_and_who_analyses(office: Office):
    dossier = klacht_by_mail(office, "Tess Mulder", "22-12-2025")
    door = {stap.soort: stap.door for stap in _procedure(office, dossier).stappen}
    assert (door["ontvangen"], door["doorgezonden"]) == ("een medewerker", "een medewerker")
    assert (door["reactie_verzonden"], door["afgehandeld"]) == ("de behandelaar", "de behandelaar")
    assert (door["toegewezen"], door["besproken"]) == ("de directie", "de directie")


@pytest.mark.clausule("LW-11")
def test_there_is_a_contactpersoon_for_questions(office: Office):
    found = next(item for item in list_functionarissen(office.desk) if item.sleutel == "contactpersoon")
    assert (found.naam, found.telefoon, found.email) == (
        "Jacqueline Philippo",
        "0645102233",
        "info@leefstijlwijzeropleidingen.nl",
    )
