"""The story of Klik Onderwijs over the services: first informal, then formal, with consequenties and a bezwaar.

A phone call on Thursday 5 March 2026 about an e-learning; mediation does not help, the formal klacht of 2 April is
not complete, the oordeel of 6 May is gegrond and has two consequenties, and the bezwaar of 19 May is ongegrond.
"""

from collections.abc import Callable
from datetime import date

import pytest
from office import OfficeMaker
from verhaal import Verhaal

from klachtdesk.errors import InvalidInput
from klachtdesk.services.kantoor.functionarissen import save_commissielid
from klachtdesk.services.vandaag import read_vandaag

INDIENER = "Ruben Postma"
BEMIDDELAAR = "Carla Jonkers"
MANAGER = "Hilde Smits"
KORST = "dhr. N. Korst"
HELPDESK_LID = "Bram Hoekstra"
LEDEN = ("Anneke Mulder", "Joost Visser")

MELDING = {
    "kanaal": "telefoon",
    "hoedanigheid": "klant",
    "omschrijving": "Leerlingen kunnen niet inloggen, en de helpdesk geeft geen antwoord.",
    "product": "E-learning Digitaal toetsen",
    "onderwerpen": "product",
    "melder.1.naam": INDIENER,
    "melder.1.functie": "ICT-coordinator",
    "melder.1.organisatie": "Scholengroep Het Anker",
    "melder.1.email": "r.postma@example.org",
    "betrokkene.1.naam": "Iris Blom",
    "betrokkene.1.functie": "Medewerker helpdesk",
    "betrokkene.1.afdeling": "Helpdesk",
}

OORDEEL = {
    "bevindingen": "Het inloggen lukte van 2 tot 20 februari niet; drie meldingen bleven liggen.",
    "conclusies": "De klacht is terecht.",
    "afhandeling": "Drie maanden licentie terug, en een afspraak met de helpdesk.",
    "gegrondheid": "gegrond",
}


@pytest.fixture
def begin(make_office: OfficeMaker) -> Callable[[], Verhaal]:
    """Return what lets the phone call of 5 March come in."""
    return lambda: Verhaal(make_office("klik_onderwijs", date(2026, 3, 5)), date(2026, 3, 5), MELDING)


def _informal(verhaal: Verhaal) -> None:
    verhaal.happened(date(2026, 3, 10), "informele_fase_gestart", persoon=BEMIDDELAAR)
    verhaal.happened(
        date(2026, 3, 17),
        "informele_fase_beeindigd",
        uitkomst="niet_opgelost",
        verslag="Twee gesprekken, op 10 en 17 maart; er kwam geen oplossing.",
    )


def _up_to_the_aanvulling(verhaal: Verhaal) -> None:
    """Let the formal klacht come in, and be made complete on 8 April."""
    _informal(verhaal)
    verhaal.happened(date(2026, 4, 2), "ontvangen", kanaal="email")
    verhaal.happened(date(2026, 4, 3), "aanvulling_gevraagd", velden="Telefoonnummer en motivering.")
    verhaal.happened(date(2026, 4, 7), "ontvangstbevestiging_verzonden")
    verhaal.happened(date(2026, 4, 7), "toegewezen", persoon=KORST, door=MANAGER)
    verhaal.filled_in(
        date(2026, 4, 8),
        "meldingsformulier",
        melder__1__telefoon="070 000 00 00",
        motivering="Wij betalen voor een dienst die wij niet kregen.",
    )
    verhaal.happened(date(2026, 4, 8), "aanvulling_ontvangen")


def _up_to_the_oordeel(verhaal: Verhaal) -> None:
    _up_to_the_aanvulling(verhaal)
    verhaal.happened(
        date(2026, 4, 14),
        "contact_klager",
        persoon=KORST,
        kanaal="telefoon",
        verslag="Uitleg over het vervolg.",
    )
    verhaal.happened(date(2026, 5, 4), "overleg", persoon=MANAGER, verslag="Eens: de klacht is gegrond.")
    verhaal.judged(date(2026, 5, 6), **OORDEEL)


def _with_consequenties(verhaal: Verhaal) -> None:
    _up_to_the_oordeel(verhaal)
    for ref, omschrijving in (
        ("C1", "Drie maanden licentie terugbetalen."),
        ("C2", "Afspraak met de helpdesk."),
    ):
        verhaal.happened(date(2026, 5, 6), "consequenties_vastgesteld", ref=ref, omschrijving=omschrijving)
    verhaal.happened(date(2026, 5, 18), "consequenties_afgehandeld", ref="C1")


def _appoint(verhaal: Verhaal) -> None:
    verhaal.happened(
        date(2026, 5, 22),
        "bezwaar_commissie_benoemd",
        personen=", ".join(LEDEN),
        door=MANAGER,
        motivering="Beiden kennen de dienstverlening en werken op een andere afdeling.",
    )


def _extend(verhaal: Verhaal) -> None:
    reden = "De commissie wacht op de cijfers van de leverancier."
    verhaal.happened(date(2026, 6, 10), "verdaagd", termijn="uitspraak_bezwaar", tot="30-6-2026", reden=reden)


def _up_to_the_closing(verhaal: Verhaal) -> None:
    _with_consequenties(verhaal)
    verhaal.happened(date(2026, 5, 19), "bezwaar_ontvangen", kanaal="email")
    _appoint(verhaal)
    _extend(verhaal)
    verhaal.happened(date(2026, 6, 29), "bezwaar_uitspraak_verzonden")
    verhaal.happened(
        date(2026, 6, 30), "afgehandeld", oplossing="Oordeel en vergoeding blijven zoals zij zijn."
    )


@pytest.mark.clausule("KL-F1")
def test_the_informal_fase_comes_first_and_starts_no_termijn(begin: Callable[[], Verhaal]):
    verhaal = begin()
    assert verhaal.tijdlijn() == [(date(2026, 3, 5), "melding_ontvangen")]
    verhaal.happened(date(2026, 3, 10), "informele_fase_gestart", persoon=BEMIDDELAAR)
    assert not verhaal.stap("informele_fase_gestart").mogelijk
    with pytest.raises(InvalidInput) as unread:
        verhaal.happened(date(2026, 3, 17), "informele_fase_beeindigd", uitkomst="niet_opgelost")
    assert set(unread.value.fields) == {"verslag"}
    verhaal.happened(date(2026, 3, 17), "informele_fase_beeindigd", uitkomst="niet_opgelost", verslag="Nee.")
    assert verhaal.view().termijnen == ()
    assert "ontvangen" in {item.soort for item in verhaal.view().procedure.stappen if item.mogelijk}


@pytest.mark.clausule("KL-1")
def test_the_formal_klacht_is_in_writing(begin: Callable[[], Verhaal]):
    verhaal = begin()
    _informal(verhaal)
    with pytest.raises(InvalidInput) as unread:
        verhaal.happened(date(2026, 4, 2), "ontvangen", kanaal="telefoon")
    assert set(unread.value.fields) == {"kanaal"}
    refusal = verhaal.refused(date(2026, 4, 2), "toegewezen", persoon=KORST, door=MANAGER)
    assert refusal.artikel == "Formeel 1"  # before there is a formal klacht, nobody is appointed for it
    verhaal.happened(date(2026, 4, 2), "ontvangen", kanaal="email")
    assert verhaal.stap("toegewezen").mogelijk


@pytest.mark.clausule("KL-4")
@pytest.mark.clausule("KL-7")
def test_the_first_termijnen_skip_the_days_of_easter(begin: Callable[[], Verhaal]):
    verhaal = begin()
    _informal(verhaal)
    verhaal.happened(date(2026, 4, 2), "ontvangen", kanaal="email")
    # Thursday 2 April; Friday 3 is Goede Vrijdag, Monday 6 tweede paasdag: the werkdagen are 7, 8 and 9 April. To be
    # received by Thursday 9, it is sent on Wednesday 8.
    confirmation = verhaal.termijn("ontvangstbevestiging")
    assert (confirmation.einde, confirmation.streefdatum) == (date(2026, 4, 9), date(2026, 4, 8))
    # Ten werkdagen: 7, 8, 9, 10, 13, 14, 15, 16, 17 and 20 April.
    contact = verhaal.termijn("contact_indiener")
    assert (contact.einde, contact.streefdatum) == (date(2026, 4, 20), date(2026, 4, 20))
    verhaal.happened(date(2026, 4, 7), "ontvangstbevestiging_verzonden")
    velden = {"persoon": KORST, "kanaal": "telefoon", "verslag": "Uitleg over het vervolg."}
    verhaal.happened(date(2026, 4, 14), "contact_klager", **velden)
    assert [(item.status, item.voldaan_op) for item in verhaal.view().termijnen] == [
        ("gehaald", date(2026, 4, 7)),
        ("gehaald", date(2026, 4, 14)),
    ]


@pytest.mark.clausule("KL-2")
def test_what_is_missing_is_named_and_asked_for_on_goede_vrijdag(begin: Callable[[], Verhaal]):
    verhaal = begin()
    _informal(verhaal)
    verhaal.happened(date(2026, 4, 2), "ontvangen", kanaal="email")
    missing = ("het telefoonnummer van de klager", "de motivering van de klacht")
    assert verhaal.stap("aanvulling_gevraagd").ontbreekt == missing
    # Goede Vrijdag is no werkdag, but somebody may work; and the termijnen go on.
    verhaal.happened(date(2026, 4, 3), "aanvulling_gevraagd", velden=" en ".join(missing))
    assert verhaal.view().procedure.aan_zet == "de klager"
    assert verhaal.termijn("ontvangstbevestiging").einde == date(2026, 4, 9)
    redenen = [
        item.zin for item in verhaal.stap("oordeel_vastgesteld").redenen if item.artikel == "Formeel 2"
    ]
    assert len(redenen) == 1
    assert " en ".join(missing) in redenen[0]
    aanvulling = {
        "melder__1__telefoon": "070 000 00 00",
        "motivering": "Wij kregen niet waarvoor wij betalen.",
    }
    verhaal.filled_in(date(2026, 4, 8), "meldingsformulier", **aanvulling)
    verhaal.happened(date(2026, 4, 8), "aanvulling_ontvangen")
    assert verhaal.stap("aanvulling_gevraagd").ontbreekt == ()


@pytest.mark.clausule("KL-6")
def test_the_oordeel_needs_somebody_independent_and_overleg(begin: Callable[[], Verhaal]):
    verhaal = begin()
    _up_to_the_aanvulling(verhaal)
    refusal = verhaal.refused(date(2026, 4, 13), "toegewezen", persoon="Iris Blom", door=MANAGER)
    assert refusal.artikel == "Formeel 5"  # she is whom it is about
    verhaal.to(date(2026, 5, 4))
    assert (
        "nog geen overleg geweest met de manager Propositie"
        in verhaal.stap("oordeel_vastgesteld").redenen[0].zin
    )
    verhaal.happened(date(2026, 5, 4), "overleg", persoon=MANAGER, verslag="Eens: de klacht is gegrond.")
    verhaal.judged(date(2026, 5, 6), **OORDEEL)
    # Ten werkdagen after Wednesday 6 May: 7, 8, 11, 12, 13, then Hemelvaartsdag on the 14th, 15, 18, 19, 20 and 21.
    right = verhaal.termijn("bezwaar_indienen")
    assert (right.einde, right.streefdatum) == (date(2026, 5, 21), None)


@pytest.mark.clausule("KL-14")
def test_each_consequentie_has_two_weeks_from_the_oordeel(begin: Callable[[], Verhaal]):
    verhaal = begin()
    _with_consequenties(verhaal)
    verhaal.to(date(2026, 5, 25))
    # Two weeks after Wednesday 6 May: Wednesday 20 May.
    paid, appointment = verhaal.termijn("consequenties", "C1"), verhaal.termijn("consequenties", "C2")
    assert (paid.start, paid.einde, paid.status) == (date(2026, 5, 6), date(2026, 5, 20), "gehaald")
    assert (appointment.einde, appointment.status) == (date(2026, 5, 20), "te_laat")
    late = [regel for regel in read_vandaag(verhaal.office.desk).regels if regel.groep == "te_laat"]
    assert [regel.uiterlijk for regel in late] == [date(2026, 5, 20)]


@pytest.mark.clausule("KL-10")
def test_who_works_on_the_betrokken_afdeling_is_refused_for_the_commissie(begin: Callable[[], Verhaal]):
    verhaal = begin()
    _with_consequenties(verhaal)
    lid = {
        "commissie": "Interne geschillencommissie",
        "deskundigheid": "Techniek.",
        "onafhankelijkheid": "Ja.",
    }
    save_commissielid(verhaal.office.desk, lid | {"naam": HELPDESK_LID, "afdeling": "Helpdesk"})
    for naam, afdeling in zip(LEDEN, ("Uitgeverij", "Verkoop"), strict=True):
        save_commissielid(verhaal.office.desk, lid | {"naam": naam, "afdeling": afdeling})
    verhaal.happened(date(2026, 5, 19), "bezwaar_ontvangen", kanaal="email")
    velden = {"door": MANAGER, "motivering": "Zij kennen de dienst en werken op een andere afdeling."}
    proposed = {"personen": f"{LEDEN[0]}, {HELPDESK_LID}"}
    refusal = verhaal.refused(date(2026, 5, 22), "bezwaar_commissie_benoemd", **proposed, **velden)
    assert refusal.artikel == "Formeel 10"
    assert "betrokken afdeling" in refusal.message
    refusal = verhaal.refused(date(2026, 5, 22), "bezwaar_commissie_benoemd", personen=KORST, **velden)
    assert "behandelde" in refusal.message  # nor who gave the oordeel that the bezwaar is about
    blocked = verhaal.refused(date(2026, 5, 22), "bezwaar_uitspraak_verzonden")
    assert blocked.artikel == "Formeel 10"
    verhaal.happened(date(2026, 5, 22), "bezwaar_commissie_benoemd", personen=", ".join(LEDEN), **velden)
    assert verhaal.stap("bezwaar_uitspraak_verzonden").mogelijk


@pytest.mark.clausule("KL-9")
@pytest.mark.clausule("KL-11")
@pytest.mark.clausule("KL-12")
def test_the_uitspraak_on_the_bezwaar_moves_with_the_verdaging(begin: Callable[[], Verhaal]):
    verhaal = begin()
    _with_consequenties(verhaal)
    verhaal.happened(date(2026, 5, 19), "bezwaar_ontvangen", kanaal="email")
    assert verhaal.termijn("bezwaar_indienen").status == "gehaald"
    # Four weeks after Tuesday 19 May: Tuesday 16 June.
    assert verhaal.termijn("uitspraak_bezwaar").einde == date(2026, 6, 16)
    _appoint(verhaal)
    _extend(verhaal)
    moved = verhaal.termijn("uitspraak_bezwaar")
    assert (moved.einde, moved.streefdatum) == (date(2026, 6, 30), date(2026, 6, 30))
    verhaal.happened(date(2026, 6, 29), "bezwaar_uitspraak_verzonden")
    met = verhaal.termijn("uitspraak_bezwaar")
    assert (met.status, met.voldaan_op) == ("gehaald", date(2026, 6, 29))


@pytest.mark.clausule("KL-13")
def test_the_dossier_is_kept_for_a_year(begin: Callable[[], Verhaal]):
    verhaal = begin()
    _up_to_the_closing(verhaal)
    # Closed on 30 June 2026, after the uitspraak of the 29th.
    kept = verhaal.view().bewaren
    assert (kept.status, kept.tot) == ("loopt", date(2027, 6, 30))
    verhaal.to(date(2027, 7, 1))
    assert verhaal.view().bewaren.status == "verstreken"
    assert verhaal.stap("vernietigd").mogelijk


def test_the_story_runs_event_for_event(begin: Callable[[], Verhaal]):
    verhaal = begin()
    _up_to_the_closing(verhaal)
    assert verhaal.tijdlijn() == [
        (date(2026, 3, 5), "melding_ontvangen"),
        (date(2026, 3, 10), "informele_fase_gestart"),
        (date(2026, 3, 17), "informele_fase_beeindigd"),
        (date(2026, 4, 2), "ontvangen"),
        (date(2026, 4, 3), "aanvulling_gevraagd"),
        (date(2026, 4, 7), "ontvangstbevestiging_verzonden"),
        (date(2026, 4, 7), "toegewezen"),
        (date(2026, 4, 8), "aanvulling_ontvangen"),
        (date(2026, 4, 14), "contact_klager"),
        (date(2026, 5, 4), "overleg"),
        (date(2026, 5, 6), "oordeel_vastgesteld"),
        (date(2026, 5, 6), "oordeel_verzonden"),
        (date(2026, 5, 6), "consequenties_vastgesteld"),
        (date(2026, 5, 6), "consequenties_vastgesteld"),
        (date(2026, 5, 18), "consequenties_afgehandeld"),
        (date(2026, 5, 19), "bezwaar_ontvangen"),
        (date(2026, 5, 22), "bezwaar_commissie_benoemd"),
        (date(2026, 6, 10), "verdaagd"),
        (date(2026, 6, 29), "bezwaar_uitspraak_verzonden"),
        (date(2026, 6, 30), "afgehandeld"),
    ]
    assert not verhaal.view().open
