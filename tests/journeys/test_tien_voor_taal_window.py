"""The story of 10 voor Taal through the window: a cursist with a gemachtigde, a form in Tigrinya, a missed exam.

At the counter on Monday 13 April 2026, with a klachtenformulier that a neighbour helped to fill in; the oordeel of
9 June, after a verdaging, is gegrond, and its verbetermaatregel is judged within three months.
"""

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from program import Program
from window_verhaal import MEDEWERKER, WindowVerhaal

CURSIST = "Selam Tesfay"
BUURVROUW = "Ria Postmus"
PLANNER = "Henk Vos"
COLLEGA = MEDEWERKER


@pytest.mark.clausule("TT-2.2b")
@pytest.mark.clausule("TT-2.3d")
def test_the_story_of_10_voor_taal(start: Callable[[date], Program], tmp_path: Path):
    verhaal = WindowVerhaal(start(date(2026, 4, 13)), "tien_voor_taal", tmp_path / "kluis")
    _at_the_counter(verhaal)
    _translation(verhaal)
    _acties(verhaal)
    _heard(verhaal)
    _bewaartermijn(verhaal)
    _oordeel(verhaal)
    _closing(verhaal)


def _at_the_counter(verhaal: WindowVerhaal) -> None:
    verhaal.take_call(
        "De uitnodiging voor het examen kwam te laat. (De rest is in het Tigrinya.)",
        product="Inburgering B1",
        onderwerpen="handelen",
        melder=CURSIST,
        klager__1__naam=BUURVROUW,
        betrokkene__1__naam=PLANNER,
        betrokkene__1__functie="Planner van de examens",
        kanaal="Klachtenformulier",
        aangenomen_door=PLANNER,
        hoedanigheid="Cliënt (cursist)",
    )
    geen_dagtekening = verhaal.signaal("geen_dagtekening")
    assert "als datum van indiening geldt de ontvangst op maandag 13 april 2026" in geen_dagtekening
    verhaal.record("Machtiging ontvangen", persoon=BUURVROUW, volledig="ja")
    # Who planned the exams is betrokken, and can't fill in the intern klachtenformulier (artikel 2.2).
    assert "2.2" in verhaal.fill_in_refused("intern_klachtenformulier", invuller=PLANNER)
    verhaal.fill_in("intern_klachtenformulier", invuller=COLLEGA)
    # 14 days: Monday 27 April, Koningsdag; to be received by then it is sent on Friday the 24th. Four weeks: Monday
    # 11 May, sent on Friday the 8th.
    assert "Streef naar 24 apr 2026; uiterlijk maandag 27 april 2026" in verhaal.termijn(
        "ontvangstbevestiging"
    )
    assert "Streef naar 8 mei 2026; uiterlijk maandag 11 mei 2026" in verhaal.termijn("bericht_afhandeling")


def _translation(verhaal: WindowVerhaal) -> None:
    verhaal.to(2026, 4, 14)
    verhaal.record("Vertaling gevraagd")
    verhaal.sees("Nu aan zet: de klager")
    verhaal.morning(2026, 4, 16)
    verhaal.do_from_vandaag("Ontvangstbevestiging verzonden")
    assert "Voldaan op 16 apr 2026" in verhaal.termijn("ontvangstbevestiging")
    verhaal.to(2026, 4, 22)
    verhaal.do_next("Vertaling ontvangen")


def _acties(verhaal: WindowVerhaal) -> None:
    verhaal.to(2026, 5, 6)
    for wat in ("Nieuw examen regelen.", "Verzendlijst nakijken."):
        verhaal.record("Actiepunt vastgesteld", omschrijving=wat, persoon=COLLEGA, uiterlijk="20-5-2026")
    verhaal.record("Bericht over de afhandeling verzonden")
    assert "Voldaan op 6 mei 2026" in verhaal.termijn("bericht_afhandeling")
    verhaal.morning(2026, 5, 11)
    acties = [row for row, _button in verhaal.due() if "Actiepunt" in row]
    assert len(acties) == 2
    verhaal.open()


def _heard(verhaal: WindowVerhaal) -> None:
    verhaal.record("Gehoord", persoon=BUURVROUW, verslag="Het examen is gemist.")
    assert "De betrokkene is nog niet gehoord (artikel 3.1)" in verhaal.not_yet()
    verhaal.record("Afgezien van horen", persoon=PLANNER, grond="verklaard")
    # Six weeks after Monday 13 April: Monday 25 May, tweede pinksterdag; sent on Friday the 22nd.
    assert "Streef naar 22 mei 2026; uiterlijk maandag 25 mei 2026" in verhaal.termijn("oordeel")
    verhaal.to(2026, 5, 20)
    velden = {"tot": "12-6-2026", "reden": "Het examen loopt via een andere instelling."}
    (fault,) = verhaal.refused("Termijn verdaagd", **velden)  # not without one of the gronden of artikel 4
    assert "grond" in fault
    verhaal.record("Termijn verdaagd", grond="complexiteit", **velden)
    # The indicated date itself, Friday 12 June; sent on Thursday the 11th.
    assert "Streef naar 11 jun 2026; uiterlijk vrijdag 12 juni 2026" in verhaal.termijn("oordeel")


def _bewaartermijn(verhaal: WindowVerhaal) -> None:
    """The reglement names none: the office chooses one on 1 June, with why."""
    assert "bewaartermijn" in verhaal.signaal("bewaartermijn_kiezen")
    verhaal.morning(2026, 6, 1)
    verhaal.sees("Kies een bewaartermijn, met een motivering")
    hand = verhaal.hand
    hand.click("zijbalk.instellingen")
    hand.click("instellingen.bewaartermijnen")
    hand.click("bewaartermijnen.tien_voor_taal.kiezen")
    hand.fill("bewaarkeuze.aantal", "2")
    hand.fill("bewaarkeuze.motivering", "De keurmerkaudit kijkt twee jaar terug.")
    hand.click("bewaarkeuze.opslaan")
    hand.gone("bewaarkeuze.venster")


def _oordeel(verhaal: WindowVerhaal) -> None:
    verhaal.to(2026, 6, 9)
    assert "bewaartermijn_kiezen" not in verhaal.signalen()
    verhaal.judge(
        bevindingen="De uitnodiging is naar een oud adres gestuurd.",
        reacties="De klager wil zo snel mogelijk een nieuw examen.",
        conclusies="De klacht is terecht.",
        afhandeling="Een nieuw examen, en de verzendlijst is nagekeken.",
        gegrondheid="Gegrond",
    )
    assert "Voldaan op 9 jun 2026" in verhaal.termijn("oordeel")
    verhaal.record(
        "Verbetermaatregel vastgesteld",
        omschrijving="Adressen bij elke herinschrijving controleren.",
        persoon=COLLEGA,
    )
    # Three months after 9 June: Wednesday 9 September.
    assert "woensdag 9 september 2026" in verhaal.termijn("evaluatie_maatregel.M1")


def _closing(verhaal: WindowVerhaal) -> None:
    verhaal.to(2026, 6, 15)
    redenen = verhaal.refused("Klacht afgehandeld")
    assert "De tevredenheidscontrole is nog niet gedaan (artikel 2.4)." in redenen
    assert "Nog in te vullen: de oorzaak en de oplossing (artikel 2.4)." in redenen
    verhaal.record("Tevredenheidscontrole", uitkomst="tevreden", kanaal="Telefoon")
    verhaal.fill_in(
        "intern_klachtenformulier",
        oorzaak="Administratie of facturering",
        oorzaak_toelichting="Verouderde adressenlijst.",
        oplossing="Nieuw examen.",
    )
    verhaal.record("Klacht afgehandeld", oplossing="Nieuw examen; de lijst is bijgewerkt.")
    verhaal.sees("Gesloten", "Wordt bewaard tot 15 jun 2028")
    verhaal.morning(2026, 9, 3)
    verhaal.do_from_vandaag("Verbetermaatregel geëvalueerd", uitkomst="effectief")
    assert "Voldaan op 3 sep 2026" in verhaal.termijn("evaluatie_maatregel.M1")
    assert verhaal.tijdlijn() == [
        "Verbetermaatregel geëvalueerd",
        "Klacht afgehandeld",
        "Tevredenheidscontrole",
        "Verbetermaatregel vastgesteld",
        "Oordeel verzonden aan de klager",
        "Oordeel vastgesteld",
        "Termijn verdaagd",
        "Afgezien van horen",
        "Gehoord",
        "Bericht over de afhandeling verzonden",
        "Actiepunt vastgesteld",
        "Actiepunt vastgesteld",
        "Vertaling ontvangen",
        "Ontvangstbevestiging verzonden",
        "Vertaling gevraagd",
        "Machtiging ontvangen",
        "Klacht ontvangen",
    ]
