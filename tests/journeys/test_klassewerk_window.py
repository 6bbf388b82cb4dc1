"""The story of Klassewerk through the window: a trainer who can't be reached, a bezwaar, the Geschillencommissie.

A phone call on Friday 24 April 2026; the outcome is ongegrond, the bezwaar deels gegrond, and the klager never
confirms to be satisfied, so that the directie decides how long the dossier is kept.
"""

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from program import Program
from window_verhaal import WindowVerhaal

LEERKRACHT = "Elsbeth Kuiper"
TRAINER = "Wim de Boer"
DIRECTEUR = "Simone Haven"


@pytest.mark.clausule("KW-4b")
def test_the_story_of_klassewerk(start: Callable[[date], Program], tmp_path: Path):
    verhaal = WindowVerhaal(start(date(2026, 4, 24)), "klassewerk", tmp_path / "kluis")
    _call(verhaal)
    _unreachable_trainer(verhaal)
    _outcome(verhaal)
    _bezwaar(verhaal)
    _geschillencommissie(verhaal)
    _bewaartermijn(verhaal)


def _call(verhaal: WindowVerhaal) -> None:
    keys = verhaal.take_call(
        "De trainer viel mij af voor de groep.",
        hoedanigheid="School/leerkracht",
        melder=LEERKRACHT,
        melder__1__organisatie="Basisschool De Regenboog",
    )
    assert keys <= 12  # Ctrl+N, Tab past eight fields to who calls, Ctrl+S: nothing else is asked
    verhaal.sees("Klacht ontvangen")  # by phone is enough (artikel 1)
    # Before it can be passed on it must be known whom or what it is about (artikel 2).
    (reden,) = verhaal.refused("Klacht doorgezonden")
    assert "op wie of wat de klacht betrekking heeft" in reden
    verhaal.fill_in("meldingsformulier", onderwerpen="trainer", betrokkene__1__naam=TRAINER)
    verhaal.do_next("Klacht doorgezonden", persoon=DIRECTEUR)
    verhaal.sees("Nu aan zet: de directie")
    # "Dezelfde dag" is the Friday itself.
    assert "vrijdag 24 april 2026" in verhaal.termijn("verantwoordelijke_bereiken")


def _unreachable_trainer(verhaal: WindowVerhaal) -> None:
    """The trainer is not reached on Friday: the directie calls herself, before Wednesday is over."""
    verhaal.morning(2026, 4, 28)
    # Monday 27 April is Koningsdag, so Tuesday is the first werkdag and Wednesday the 29th the second (artikel 2).
    call = "Telefonisch contact met de klager, nog 1 dag, Aan zet: de directie"
    said = [row for row, _button in verhaal.due()]
    assert any(call in row for row in said)
    assert any("verantwoordelijke bereiken, anders belt de directie zelf (artikel 3)" in row for row in said)
    verhaal.do_from_vandaag(
        "Contact met de klager",
        persoon=DIRECTEUR,
        kanaal="Telefoon",  # artikel 2 allows nothing else
        uitkomst="niet opgelost",
        verslag="Meer informatie gekregen; wij werden het niet eens.",
    )
    assert "Voldaan op 28 apr 2026; uiterlijk 29 apr 2026" in verhaal.termijn("telefonisch_contact")
    assert "termijn_verlopen" not in verhaal.signalen()  # she called, so Friday's signaal is over


def _outcome(verhaal: WindowVerhaal) -> None:
    verhaal.to(2026, 5, 12)
    verhaal.waits_for("Oordeel vastgesteld")  # the telephone did not solve it
    verhaal.judge(
        bevindingen="De trainer gaf een aanwijzing voor de groep.",
        conclusies="Dat hoort bij de training en was niet persoonlijk bedoeld.",
        gegrondheid="Ongegrond",
    )
    # One month after Tuesday 12 May; it is a right of the klager, so nothing of it is due on Vandaag.
    right = verhaal.termijn("bezwaar_indienen")
    assert "vrijdag 12 juni 2026" in right
    assert "recht van de klager" in right
    # The Geschillencommissie comes after the uitspraak on a bezwaar only (artikel 6).
    (reden,) = verhaal.refused("Beroep ingesteld")
    assert "nog geen uitspraak op een bezwaar" in reden
    assert "artikel 6" in reden


def _bezwaar(verhaal: WindowVerhaal) -> None:
    verhaal.to(2026, 6, 8)
    assert verhaal.offered("Bezwaar ontvangen", "kanaal") == [
        "E-mail",
        "Brief",
        "Klachtenformulier",
    ]  # in writing
    verhaal.record("Bezwaar ontvangen", kanaal="Brief")
    # Monday 8 June and a month: Wednesday 8 July; to be there by then it is sent a werkdag earlier.
    termijn = verhaal.termijn("uitspraak_bezwaar")
    assert "Streef naar 7 jul 2026; uiterlijk woensdag 8 juli 2026" in termijn
    assert "woensdag 8 juli 2026" in verhaal.why("uitspraak_bezwaar")
    (reden,) = verhaal.refused("Uitspraak op het bezwaar verzonden")
    assert "uitgenodigd om het bezwaar mondeling toe te lichten" in reden
    verhaal.to(2026, 6, 11)
    verhaal.record("Uitgenodigd om het bezwaar toe te lichten")
    verhaal.to(2026, 6, 22)
    verhaal.record("Bezwaar toegelicht", verslag="De klager gaf uitleg.")
    verhaal.morning(2026, 7, 3)
    verhaal.do_from_vandaag("Uitspraak op het bezwaar verzonden", uitkomst="deels gegrond")
    assert "Voldaan op 3 jul 2026" in verhaal.termijn("uitspraak_bezwaar")


def _geschillencommissie(verhaal: WindowVerhaal) -> None:
    verhaal.to(2026, 7, 20)
    verhaal.record("Beroep ingesteld")  # there is one instantie, and it is filled in
    verhaal.sees("Nu aan zet: de beroepsinstantie")
    verhaal.to(2026, 9, 14)
    verhaal.do_next("Uitspraak in beroep", bindend="ja")
    verhaal.to(2026, 9, 21)
    verhaal.record("Klacht afgehandeld", oplossing="Excuses, en de uitspraak is gevolgd.")
    verhaal.sees("Gesloten")


def _bewaartermijn(verhaal: WindowVerhaal) -> None:
    """The klager never confirms in writing: the screen says that the bewaartermijn does not run, and what to do."""
    verhaal.sees("De bewaartermijn loopt nog niet", "nog niet schriftelijk bevestigd tevreden te zijn")
    assert "De directie kan met een motivering anders besluiten" in verhaal.signaal("bewaren_loopt_niet")
    verhaal.to(2026, 10, 5)
    besluit = {"besluit": "Bewaren tot 12 maanden na afhandeling.", "bewaren_tot": "21-9-2027"}
    (fault,) = verhaal.refused("Besluit van de directie", **besluit)
    assert "motivering" in fault
    motivering = "De klager reageert niet meer; het reglement noemt 12 maanden."
    verhaal.record("Besluit van de directie", motivering=motivering, **besluit)
    verhaal.sees("Wordt bewaard tot 21 sep 2027", "De directie besloot hoe lang dit dossier wordt bewaard.")
    assert "bewaren_loopt_niet" not in verhaal.signalen()
    assert verhaal.tijdlijn() == [
        "Besluit van de directie",
        "Klacht afgehandeld",
        "Uitspraak in beroep",
        "Beroep ingesteld",
        "Uitspraak op het bezwaar verzonden",
        "Bezwaar toegelicht",
        "Uitgenodigd om het bezwaar toe te lichten",
        "Bezwaar ontvangen",
        "Oordeel verzonden aan de klager",
        "Oordeel vastgesteld",
        "Contact met de klager",
        "Klacht doorgezonden",
        "Klacht ontvangen",
    ]
