"""The story of Klassewerk over the services: a trainer who can't be reached, a bezwaar, the Geschillencommissie.

A phone call on Friday 24 April 2026; the outcome is ongegrond, the bezwaar deels gegrond, and the klager never
confirms to be satisfied, so that the bewaartermijn has to come from the directie.
"""

from collections.abc import Callable
from datetime import date

import pytest
from office import Office, OfficeMaker
from verhaal import Verhaal

from klachtdesk.errors import InvalidInput
from klachtdesk.services.vandaag import read_vandaag

LEERKRACHT = "Elsbeth Kuiper"
TRAINER = "Wim de Boer"
DIRECTEUR = "Simone Haven"

MELDING = {
    "kanaal": "telefoon",
    "hoedanigheid": "school_leerkracht",
    "omschrijving": "De trainer viel mij af voor de groep.",
    "melder.1.naam": LEERKRACHT,
    "melder.1.organisatie": "Basisschool De Regenboog",
}

OORDEEL = {
    "bevindingen": "De trainer gaf een aanwijzing voor de groep.",
    "conclusies": "Dat hoort bij de training en was niet persoonlijk bedoeld.",
    "gegrondheid": "ongegrond",
}


@pytest.fixture
def begin(make_office: OfficeMaker) -> Callable[[], Verhaal]:
    """Return what lets the phone call of 24 April come in, before it is known whom it is about."""

    def call() -> Verhaal:
        office: Office = make_office("klassewerk", date(2026, 4, 24))
        return Verhaal(office, date(2026, 4, 24), MELDING)

    return call


def _passed_on(verhaal: Verhaal) -> None:
    day = date(2026, 4, 24)
    verhaal.filled_in(day, "meldingsformulier", onderwerpen="trainer", betrokkene__1__naam=TRAINER)
    verhaal.happened(day, "doorgezonden", persoon=DIRECTEUR)


def _up_to_the_outcome(verhaal: Verhaal) -> None:
    _passed_on(verhaal)
    verhaal.happened(
        date(2026, 4, 28),
        "contact_klager",
        persoon=DIRECTEUR,
        kanaal="telefoon",
        uitkomst="niet_opgelost",
        verslag="Meer informatie gekregen; wij werden het niet eens.",
    )
    verhaal.judged(date(2026, 5, 12), **OORDEEL)


def _up_to_the_uitspraak(verhaal: Verhaal) -> None:
    _up_to_the_outcome(verhaal)
    verhaal.happened(date(2026, 6, 8), "bezwaar_ontvangen", kanaal="brief")
    verhaal.happened(date(2026, 6, 11), "bezwaar_toelichting_uitgenodigd")
    verhaal.happened(date(2026, 6, 22), "bezwaar_toelichting_gehouden", verslag="De klager gaf uitleg.")
    verhaal.happened(date(2026, 7, 3), "bezwaar_uitspraak_verzonden")


def _up_to_the_closing(verhaal: Verhaal) -> None:
    _up_to_the_uitspraak(verhaal)
    verhaal.happened(date(2026, 7, 20), "beroep_ingesteld", instantie="geschillencommissie")
    verhaal.happened(date(2026, 9, 14), "beroep_uitspraak", instantie="geschillencommissie", bindend="ja")
    verhaal.happened(date(2026, 9, 21), "afgehandeld", oplossing="Excuses, en de uitspraak is gevolgd.")


@pytest.mark.clausule("KW-2b")
def test_the_klacht_is_passed_on_once_it_is_known_whom_or_what_it_is_about(begin: Callable[[], Verhaal]):
    verhaal = begin()
    assert verhaal.tijdlijn() == [(date(2026, 4, 24), "ontvangen")]  # by phone is enough (artikel 1)
    refusal = verhaal.refused(date(2026, 4, 24), "doorgezonden", persoon=DIRECTEUR)
    assert refusal.artikel == "2"
    assert "op wie of wat de klacht betrekking heeft" in refusal.message
    _passed_on(verhaal)
    assert verhaal.view().procedure.aan_zet == "de directie"


@pytest.mark.clausule("KW-3a")
def test_the_directie_has_to_call_when_the_trainer_is_not_reached_that_day(begin: Callable[[], Verhaal]):
    verhaal = begin()
    _passed_on(verhaal)
    # The same day ("dezelfde dag") is the Friday itself; no day is added to it.
    signaal = verhaal.termijn("verantwoordelijke_bereiken")
    assert (signaal.einde, signaal.status, signaal.voor) == (date(2026, 4, 24), "open", "signaal")
    assert "termijn_verlopen" not in verhaal.signalen()
    assert verhaal.wacht_op() == ("verantwoordelijke_bereikt", "de directie")
    verhaal.to(date(2026, 4, 28))
    assert verhaal.wacht_op() == ("contact_klager", "de directie")
    assert verhaal.termijn("verantwoordelijke_bereiken").status == "verlopen"
    assert "artikel 3" in verhaal.signalen()["termijn_verlopen"]
    contact = verhaal.stap("contact_klager")
    assert (contact.mogelijk, contact.door) == (True, "de directie")
    todo = [regel for regel in read_vandaag(verhaal.office.desk).regels if regel.datum == date(2026, 4, 29)]
    assert [(regel.groep, regel.aan_zet) for regel in todo] == [("deze_week", "de directie")]
    assert todo[0].stap is not None
    assert (todo[0].stap.soort, todo[0].stap.mogelijk) == ("contact_klager", True)  # the task, one click away


@pytest.mark.clausule("KW-2c")
def test_the_call_is_within_two_werkdagen_and_by_telephone(begin: Callable[[], Verhaal]):
    verhaal = begin()
    _passed_on(verhaal)
    # Friday 24 April; Monday the 27th is Koningsdag, so Tuesday 28 is the first werkdag and Wednesday 29 the second.
    termijn = verhaal.termijn("telefonisch_contact")
    assert (termijn.start, termijn.einde, termijn.streefdatum) == (
        date(2026, 4, 24),
        date(2026, 4, 29),
        date(2026, 4, 29),
    )
    velden = {"persoon": DIRECTEUR, "uitkomst": "niet_opgelost", "verslag": "Meer informatie."}
    with pytest.raises(InvalidInput) as unread:
        verhaal.happened(date(2026, 4, 28), "contact_klager", kanaal="email", **velden)
    assert set(unread.value.fields) == {"kanaal"}  # artikel 2: telefonisch contact
    verhaal.happened(date(2026, 4, 28), "contact_klager", kanaal="telefoon", **velden)
    met = verhaal.termijn("telefonisch_contact")
    assert (met.status, met.voldaan_op) == ("gehaald", date(2026, 4, 28))


@pytest.mark.clausule("KW-5a")
def test_the_bezwaar_comes_in_writing_within_a_month(begin: Callable[[], Verhaal]):
    verhaal = begin()
    _up_to_the_outcome(verhaal)
    # One month after Tuesday 12 May is Friday 12 June, a werkdag.
    right = verhaal.termijn("bezwaar_indienen")
    assert (right.start, right.einde, right.streefdatum, right.voor) == (
        date(2026, 5, 12),
        date(2026, 6, 12),
        None,
        "klager",
    )
    with pytest.raises(InvalidInput) as unread:
        verhaal.happened(date(2026, 6, 8), "bezwaar_ontvangen", kanaal="telefoon")
    assert set(unread.value.fields) == {"kanaal"}
    assert verhaal.stap("schriftelijke_indiening_gevraagd").mogelijk  # what the office can do instead
    verhaal.happened(date(2026, 6, 8), "bezwaar_ontvangen", kanaal="brief")
    assert verhaal.termijn("bezwaar_indienen").status == "gehaald"


@pytest.mark.clausule("KW-5b")
@pytest.mark.clausule("KW-5c")
def test_the_klager_is_invited_before_the_uitspraak_which_comes_within_a_month(begin: Callable[[], Verhaal]):
    verhaal = begin()
    _up_to_the_outcome(verhaal)
    verhaal.happened(date(2026, 6, 8), "bezwaar_ontvangen", kanaal="brief")
    # Monday 8 June and a month: Wednesday 8 July; to be there by then it is sent a werkdag earlier.
    termijn = verhaal.termijn("uitspraak_bezwaar")
    assert (termijn.einde, termijn.streefdatum) == (date(2026, 7, 8), date(2026, 7, 7))
    refusal = verhaal.refused(date(2026, 6, 9), "bezwaar_uitspraak_verzonden")
    assert refusal.artikel == "5"
    assert "uitgenodigd om het bezwaar mondeling toe te lichten" in refusal.message
    verhaal.happened(date(2026, 6, 11), "bezwaar_toelichting_uitgenodigd")
    verhaal.happened(date(2026, 6, 22), "bezwaar_toelichting_gehouden", verslag="De klager gaf uitleg.")
    verhaal.happened(date(2026, 7, 3), "bezwaar_uitspraak_verzonden")
    met = verhaal.termijn("uitspraak_bezwaar")
    assert (met.status, met.voldaan_op) == ("gehaald", date(2026, 7, 3))


@pytest.mark.clausule("KW-6")
def test_the_geschillencommissie_comes_after_the_uitspraak_on_the_bezwaar(begin: Callable[[], Verhaal]):
    verhaal = begin()
    _up_to_the_outcome(verhaal)
    refusal = verhaal.refused(date(2026, 5, 20), "beroep_ingesteld", instantie="geschillencommissie")
    assert refusal.artikel == "6"
    assert "nog geen uitspraak op een bezwaar" in refusal.message
    verhaal.happened(date(2026, 6, 8), "bezwaar_ontvangen", kanaal="brief")
    refusal = verhaal.refused(date(2026, 6, 9), "beroep_ingesteld", instantie="geschillencommissie")
    assert refusal.artikel == "6"
    verhaal.happened(date(2026, 6, 11), "bezwaar_toelichting_uitgenodigd")
    verhaal.happened(date(2026, 7, 3), "bezwaar_uitspraak_verzonden")
    verhaal.happened(date(2026, 7, 20), "beroep_ingesteld", instantie="geschillencommissie")
    assert verhaal.view().procedure.aan_zet == "de beroepsinstantie"
    verhaal.happened(date(2026, 9, 14), "beroep_uitspraak", instantie="geschillencommissie", bindend="ja")
    assert verhaal.stap("uitspraak_uitgevoerd").mogelijk


@pytest.mark.clausule("KW-4b")
def test_the_bewaartermijn_does_not_run_until_the_directie_decides(begin: Callable[[], Verhaal]):
    verhaal = begin()
    _up_to_the_closing(verhaal)
    kept = verhaal.view().bewaren
    assert (kept.status, kept.tot) == ("loopt_niet", None)
    assert kept.reden is not None
    assert "nog niet schriftelijk bevestigd tevreden te zijn" in kept.reden
    assert "De directie kan met een motivering anders besluiten" in verhaal.signalen()["bewaren_loopt_niet"]
    assert "tevreden" in verhaal.stap("vernietigd").redenen[0].zin

    besluit = {"besluit": "Bewaren tot 12 maanden na afhandeling.", "bewaren_tot": "21-9-2027"}
    with pytest.raises(InvalidInput) as unread:
        verhaal.happened(date(2026, 10, 5), "besluit_directie", **besluit)
    assert set(unread.value.fields) == {"motivering"}
    motivering = "De klager reageert niet meer; het reglement noemt 12 maanden."
    verhaal.happened(date(2026, 10, 5), "besluit_directie", motivering=motivering, **besluit)
    decided = verhaal.view().bewaren
    assert (decided.status, decided.tot) == ("loopt", date(2027, 9, 21))
    assert decided.reden == "De directie besloot hoe lang dit dossier wordt bewaard."
    assert "bewaren_loopt_niet" not in verhaal.signalen()
    assert not verhaal.stap("vernietigd").mogelijk
    verhaal.to(date(2027, 9, 22))  # the day after the last one on which it is kept
    assert verhaal.view().bewaren.status == "verstreken"
    assert verhaal.stap("vernietigd").mogelijk


def test_the_story_runs_event_for_event(begin: Callable[[], Verhaal]):
    verhaal = begin()
    _up_to_the_closing(verhaal)
    assert verhaal.tijdlijn() == [
        (date(2026, 4, 24), "ontvangen"),
        (date(2026, 4, 24), "doorgezonden"),
        (date(2026, 4, 28), "contact_klager"),
        (date(2026, 5, 12), "oordeel_vastgesteld"),
        (date(2026, 5, 12), "oordeel_verzonden"),
        (date(2026, 6, 8), "bezwaar_ontvangen"),
        (date(2026, 6, 11), "bezwaar_toelichting_uitgenodigd"),
        (date(2026, 6, 22), "bezwaar_toelichting_gehouden"),
        (date(2026, 7, 3), "bezwaar_uitspraak_verzonden"),
        (date(2026, 7, 20), "beroep_ingesteld"),
        (date(2026, 9, 14), "beroep_uitspraak"),
        (date(2026, 9, 21), "afgehandeld"),
    ]
    assert {item.sleutel.termijn: item.status for item in verhaal.view().termijnen} == {
        "verantwoordelijke_bereiken": "verlopen",
        "telefonisch_contact": "gehaald",
        "bezwaar_indienen": "gehaald",
        "uitspraak_bezwaar": "gehaald",
    }
    assert not verhaal.view().open
