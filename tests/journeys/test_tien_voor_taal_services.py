"""The story of 10 voor Taal over the services: a cursist with a gemachtigde, a form in Tigrinya, a missed exam.

At the counter on Monday 13 April 2026, with a klachtenformulier that a neighbour helped to fill in; the oordeel of
9 June, after a verdaging, is gegrond, and its verbetermaatregel is judged within three months.
"""

from collections.abc import Callable
from datetime import date

import pytest
from office import OfficeMaker
from verhaal import Verhaal

from klachtdesk.errors import InvalidInput, NotAllowed
from klachtdesk.services.kantoor.bewaarkeuze import choose_bewaartermijn
from klachtdesk.services.termijnen import read_maand

CURSIST = "Selam Tesfay"
BUURVROUW = "Ria Postmus"
PLANNER = "Henk Vos"
COLLEGA = "Noor Bakker"

MELDING = {
    "kanaal": "klachtenformulier",
    "hoedanigheid": "client",
    "omschrijving": "De uitnodiging voor het examen kwam te laat. (De rest is in het Tigrinya.)",
    "product": "Inburgering B1",
    "onderwerpen": "handelen",
    "aangenomen_door": PLANNER,
    "melder.1.naam": CURSIST,
    "klager.1.naam": BUURVROUW,
    "betrokkene.1.naam": PLANNER,
    "betrokkene.1.functie": "Planner van de examens",
}

OORDEEL = {
    "bevindingen": "De uitnodiging is naar een oud adres gestuurd.",
    "reacties": "De klager wil zo snel mogelijk een nieuw examen.",
    "conclusies": "De klacht is terecht.",
    "afhandeling": "Een nieuw examen, en de verzendlijst is nagekeken.",
    "gegrondheid": "gegrond",
}


@pytest.fixture
def begin(make_office: OfficeMaker) -> Callable[[], Verhaal]:
    """Return what lets the klachtenformulier come in on 13 April, taken by who is himself betrokken."""
    return lambda: Verhaal(make_office("tien_voor_taal", date(2026, 4, 13)), date(2026, 4, 13), MELDING)


def _up_to_the_bericht(verhaal: Verhaal) -> None:
    """Let everything happen up to the bericht over de afhandeling of 6 May."""
    verhaal.happened(date(2026, 4, 13), "machtiging_ontvangen", persoon=BUURVROUW, volledig="ja")
    verhaal.filled_in(date(2026, 4, 13), "intern_klachtenformulier", invuller=COLLEGA)
    verhaal.happened(date(2026, 4, 14), "vertaling_gevraagd")
    verhaal.happened(date(2026, 4, 16), "ontvangstbevestiging_verzonden")
    verhaal.happened(date(2026, 4, 22), "vertaling_ontvangen")
    for ref, omschrijving in (("A1", "Nieuw examen regelen."), ("A2", "Verzendlijst nakijken.")):
        velden = {"ref": ref, "omschrijving": omschrijving, "persoon": COLLEGA, "uiterlijk": "20-5-2026"}
        verhaal.happened(date(2026, 5, 6), "actiepunt_vastgesteld", **velden)
    verhaal.happened(date(2026, 5, 6), "bericht_afhandeling_verzonden")


def _heard(verhaal: Verhaal) -> None:
    verhaal.happened(date(2026, 5, 11), "gehoord", persoon=BUURVROUW, verslag="Het examen is gemist.")
    verhaal.happened(date(2026, 5, 11), "afgezien_van_horen", persoon=PLANNER, grond="verklaard")


def _extended(verhaal: Verhaal) -> None:
    reden = "Het examen loopt via een andere instelling."
    verhaal.happened(
        date(2026, 5, 20), "verdaagd", termijn="oordeel", tot="12-6-2026", grond="complexiteit", reden=reden
    )


def _chosen(verhaal: Verhaal) -> None:
    verhaal.to(date(2026, 6, 1))
    motivering = "De keurmerkaudit kijkt twee jaar terug."
    choose_bewaartermijn(verhaal.office.desk, {"aantal": "2", "eenheid": "jaren", "motivering": motivering})


def _judged(verhaal: Verhaal) -> None:
    verhaal.judged(date(2026, 6, 9), **OORDEEL)
    velden = {
        "ref": "M1",
        "omschrijving": "Adressen bij elke herinschrijving controleren.",
        "persoon": COLLEGA,
    }
    verhaal.happened(date(2026, 6, 9), "verbetermaatregel_vastgesteld", **velden)


def _closed(verhaal: Verhaal) -> None:
    verhaal.happened(date(2026, 6, 15), "tevredenheidscheck", uitkomst="tevreden", kanaal="telefoon")
    verhaal.filled_in(
        date(2026, 6, 15),
        "intern_klachtenformulier",
        oorzaak="administratie",
        oorzaak_toelichting="Verouderde adressenlijst.",
        oplossing="Nieuw examen.",
    )
    verhaal.happened(date(2026, 6, 15), "afgehandeld", oplossing="Nieuw examen; de lijst is bijgewerkt.")


def _whole(verhaal: Verhaal) -> None:
    _up_to_the_bericht(verhaal)
    _heard(verhaal)
    _extended(verhaal)
    _chosen(verhaal)
    _judged(verhaal)
    _closed(verhaal)
    verhaal.happened(date(2026, 9, 3), "verbetermaatregel_geevalueerd", ref="M1", uitkomst="effectief")


@pytest.mark.clausule("TT-1.4a")
def test_without_dagtekening_the_day_of_receipt_counts_and_the_screen_says_so(begin: Callable[[], Verhaal]):
    verhaal = begin()
    assert verhaal.tijdlijn() == [(date(2026, 4, 13), "ontvangen")]
    assert (
        "als datum van indiening geldt de ontvangst op maandag 13 april 2026"
        in verhaal.signalen()["geen_dagtekening"]
    )


@pytest.mark.clausule("TT-2.2b")
def test_who_is_betrokken_can_not_fill_in_the_intern_klachtenformulier(begin: Callable[[], Verhaal]):
    verhaal = begin()
    with pytest.raises(NotAllowed) as refusal:
        verhaal.filled_in(date(2026, 4, 13), "intern_klachtenformulier", invuller=PLANNER)
    assert refusal.value.artikel == "2.2"
    verhaal.filled_in(date(2026, 4, 13), "intern_klachtenformulier", invuller=COLLEGA)
    assert "niet_onafhankelijk" not in verhaal.signalen()
    # Who turns out to be betrokken later is pointed out at once.
    verhaal.filled_in(date(2026, 4, 20), "meldingsformulier", betrokkene__2__naam=COLLEGA)
    assert "artikel 2.2" in verhaal.signalen()["niet_onafhankelijk"]


@pytest.mark.clausule("TT-2.3c")
def test_who_is_betrokken_can_not_handle_the_klacht(begin: Callable[[], Verhaal]):
    refusal = begin().refused(date(2026, 4, 13), "toegewezen", persoon=PLANNER, door=COLLEGA)
    assert refusal.artikel == "2.3 en 4"


@pytest.mark.clausule("TT-1.3")
def test_the_machtiging_has_to_be_complete_before_the_oordeel(begin: Callable[[], Verhaal]):
    verhaal = begin()

    def missing() -> bool:
        return any("machtiging" in item.zin for item in verhaal.stap("oordeel_vastgesteld").redenen)

    assert missing()
    verhaal.happened(date(2026, 4, 13), "machtiging_ontvangen", persoon=BUURVROUW, volledig="nee")
    assert missing()
    verhaal.happened(date(2026, 4, 13), "machtiging_ontvangen", persoon=BUURVROUW, volledig="ja")
    assert not missing()


@pytest.mark.clausule("TT-1.4b")
def test_the_oordeel_waits_for_the_translation_that_was_asked_for(begin: Callable[[], Verhaal]):
    verhaal = begin()
    verhaal.happened(date(2026, 4, 14), "vertaling_gevraagd")
    assert verhaal.view().procedure.aan_zet == "de klager"
    assert any("vertaling" in item.zin for item in verhaal.stap("oordeel_vastgesteld").redenen)
    verhaal.happened(date(2026, 4, 22), "vertaling_ontvangen")
    assert not any("vertaling" in item.zin for item in verhaal.stap("oordeel_vastgesteld").redenen)


@pytest.mark.clausule("TT-2.2c")
@pytest.mark.clausule("TT-2.3a")
def test_the_confirmation_and_the_bericht_are_there_in_time(begin: Callable[[], Verhaal]):
    verhaal = begin()
    # Monday 13 April and 14 days: Monday 27 April, Koningsdag. To be received by then it is sent on Friday the 24th.
    confirmation = verhaal.termijn("ontvangstbevestiging")
    assert (confirmation.einde, confirmation.streefdatum) == (date(2026, 4, 27), date(2026, 4, 24))
    # Four weeks: Monday 11 May, so sent on Friday 8 May.
    bericht = verhaal.termijn("bericht_afhandeling")
    assert (bericht.einde, bericht.streefdatum) == (date(2026, 5, 11), date(2026, 5, 8))
    _up_to_the_bericht(verhaal)
    confirmation, bericht = verhaal.termijn("ontvangstbevestiging"), verhaal.termijn("bericht_afhandeling")
    assert (confirmation.status, confirmation.voldaan_op) == ("gehaald", date(2026, 4, 16))
    assert (bericht.status, bericht.voldaan_op) == ("gehaald", date(2026, 5, 6))
    mei = read_maand(verhaal.office.desk, 2026, 5)
    acties = [
        item.label for week in mei.weken for dag in week for item in dag.items if item.soort == "actiepunt"
    ]
    assert acties == ["Nieuw examen regelen.", "Verzendlijst nakijken."]


@pytest.mark.clausule("TT-3.2")
@pytest.mark.clausule("TT-3.3")
def test_horen_is_waived_on_the_grounds_of_the_reglement_only(begin: Callable[[], Verhaal]):
    verhaal = begin()
    _up_to_the_bericht(verhaal)
    day = date(2026, 5, 11)
    for persoon in (BUURVROUW, PLANNER):
        with pytest.raises(InvalidInput) as unread:  # 1.2 was not applied, so this ground is not in the list
            verhaal.happened(day, "afgezien_van_horen", persoon=persoon, grond="niet_in_behandeling")
        assert set(unread.value.fields) == {"grond"}
        with pytest.raises(InvalidInput) as unread:
            verhaal.happened(day, "afgezien_van_horen", persoon=persoon, grond="geen_tijd")
        assert set(unread.value.fields) == {"grond"}
    verhaal.happened(day, "gehoord", persoon=BUURVROUW, verslag="Het examen is gemist.")
    waiting = [item.zin for item in verhaal.stap("oordeel_vastgesteld").redenen]
    assert any("De betrokkene is nog niet gehoord (artikel 3.1)" in zin for zin in waiting)
    verhaal.happened(day, "afgezien_van_horen", persoon=PLANNER, grond="verklaard")
    waiting = [item.zin for item in verhaal.stap("oordeel_vastgesteld").redenen]
    assert not any("gehoord" in zin for zin in waiting)


@pytest.mark.clausule("TT-4c")
def test_the_oordeel_is_put_off_for_ernst_or_complexiteit_only(begin: Callable[[], Verhaal]):
    verhaal = begin()
    _up_to_the_bericht(verhaal)
    _heard(verhaal)
    # Six weeks after Monday 13 April: Monday 25 May, tweede pinksterdag; sent on Friday 22 May to be there by then.
    termijn = verhaal.termijn("oordeel")
    assert (termijn.einde, termijn.streefdatum) == (date(2026, 5, 25), date(2026, 5, 22))
    velden = {
        "termijn": "oordeel",
        "tot": "12-6-2026",
        "reden": "Het examen loopt via een andere instelling.",
    }
    for grond in ({}, {"grond": "drukte"}):
        with pytest.raises(InvalidInput) as unread:
            verhaal.happened(date(2026, 5, 20), "verdaagd", **velden, **grond)
        assert set(unread.value.fields) == {"grond"}
    _extended(verhaal)
    # The indicated date itself, Friday 12 June; sent on Thursday the 11th.
    termijn = verhaal.termijn("oordeel")
    assert (termijn.einde, termijn.streefdatum) == (date(2026, 6, 12), date(2026, 6, 11))
    written = {"bevindingen": "Een oud adres.", "conclusies": "Terecht.", "gegrondheid": "gegrond"}
    verhaal.filled_in(date(2026, 6, 9), "oordeel", **written)
    redenen = [item.zin for item in verhaal.stap("oordeel_vastgesteld").redenen]
    assert redenen == [
        "Nog in te vullen: de reacties van klager en betrokkene en de afhandeling (artikel 4)."
    ]
    _judged(verhaal)
    met = verhaal.termijn("oordeel")
    assert (met.status, met.voldaan_op) == ("gehaald", date(2026, 6, 9))


@pytest.mark.clausule("TT-2.3d")
def test_no_dossier_closes_before_the_office_chose_a_bewaartermijn(begin: Callable[[], Verhaal]):
    verhaal = begin()
    _up_to_the_bericht(verhaal)
    _heard(verhaal)
    _extended(verhaal)
    assert "bewaartermijn_kiezen" in verhaal.signalen()
    assert any("bewaartermijn" in item.zin for item in verhaal.stap("afgehandeld").redenen)
    _chosen(verhaal)
    assert "bewaartermijn_kiezen" not in verhaal.signalen()
    _judged(verhaal)
    _closed(verhaal)
    # Two years after Monday 15 June 2026.
    kept = verhaal.view().bewaren
    assert (kept.status, kept.tot) == ("loopt", date(2028, 6, 15))
    verhaal.to(date(2028, 6, 15))
    assert not verhaal.stap("vernietigd").mogelijk
    verhaal.to(date(2028, 6, 16))
    assert verhaal.stap("vernietigd").mogelijk


@pytest.mark.clausule("TT-2.4b")
@pytest.mark.clausule("TT-2.4c")
def test_closing_asks_for_the_tevredenheidscontrole_the_oorzaak_and_the_oplossing(
    begin: Callable[[], Verhaal],
):
    verhaal = begin()
    _up_to_the_bericht(verhaal)
    _heard(verhaal)
    _extended(verhaal)
    _chosen(verhaal)
    _judged(verhaal)
    refusal = verhaal.refused(date(2026, 6, 15), "afgehandeld", oplossing="Nieuw examen.")
    assert "De tevredenheidscontrole is nog niet gedaan (artikel 2.4)." in refusal.message
    assert "Nog in te vullen: de oorzaak en de oplossing (artikel 2.4)." in refusal.message
    _closed(verhaal)
    assert not verhaal.view().open


@pytest.mark.clausule("TT-2.4d")
def test_the_verbetermaatregel_is_judged_within_three_months(begin: Callable[[], Verhaal]):
    verhaal = begin()
    _whole(verhaal)
    # Three months after 9 June: Wednesday 9 September. Closing the dossier on 15 June does not end it.
    termijn = verhaal.termijn("evaluatie_maatregel", "M1")
    assert (termijn.start, termijn.einde) == (date(2026, 6, 9), date(2026, 9, 9))
    assert (termijn.status, termijn.voldaan_op) == ("gehaald", date(2026, 9, 3))


def test_the_story_runs_event_for_event(begin: Callable[[], Verhaal]):
    verhaal = begin()
    _whole(verhaal)
    assert verhaal.tijdlijn() == [
        (date(2026, 4, 13), "ontvangen"),
        (date(2026, 4, 13), "machtiging_ontvangen"),
        (date(2026, 4, 14), "vertaling_gevraagd"),
        (date(2026, 4, 16), "ontvangstbevestiging_verzonden"),
        (date(2026, 4, 22), "vertaling_ontvangen"),
        (date(2026, 5, 6), "actiepunt_vastgesteld"),
        (date(2026, 5, 6), "actiepunt_vastgesteld"),
        (date(2026, 5, 6), "bericht_afhandeling_verzonden"),
        (date(2026, 5, 11), "gehoord"),
        (date(2026, 5, 11), "afgezien_van_horen"),
        (date(2026, 5, 20), "verdaagd"),
        (date(2026, 6, 9), "oordeel_vastgesteld"),
        (date(2026, 6, 9), "oordeel_verzonden"),
        (date(2026, 6, 9), "verbetermaatregel_vastgesteld"),
        (date(2026, 6, 15), "tevredenheidscheck"),
        (date(2026, 6, 15), "afgehandeld"),
        (date(2026, 9, 3), "verbetermaatregel_geevalueerd"),
    ]
