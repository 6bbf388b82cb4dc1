"""The story of Leefstijlwijzer through the window: an internal klacht, no agreement, beroep, a cause that returns.

An e-mail of Monday 22 December 2025 from a docent whose roosters are always late; two klachten of the year before it
had the same oorzaak.
"""

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from program import Program
from window_verhaal import WindowVerhaal

DOCENT = "Petra Linden"
DIRECTEUR = "Jacqueline Philippo"
OORZAAK = "Planning of bereikbaarheid"


@pytest.mark.clausule("LW-0")
def test_the_story_of_leefstijlwijzer(start: Callable[[date], Program], tmp_path: Path):
    verhaal = WindowVerhaal(start(date(2025, 2, 3)), "leefstijlwijzer", tmp_path / "kluis")
    _earlier(verhaal, "Docent van februari")
    verhaal.morning(2025, 9, 8)
    _earlier(verhaal, "Docent van september")
    verhaal.morning(2025, 12, 22)
    _mail(verhaal)
    _reaction(verhaal)
    _closing(verhaal)
    _examencommissie(verhaal)


def _earlier(verhaal: WindowVerhaal, docent: str) -> None:
    """Let an earlier klacht with the same oorzaak come in, and be solved on the spot."""
    verhaal.take_call("Het rooster kwam te laat.", hoedanigheid="Interne klant", melder=docent)
    verhaal.fill_in("intern_klachtenformulier", oorzaak=OORZAAK)
    verhaal.record("Direct opgelost", oplossing="Het rooster is alsnog verzonden.")
    verhaal.sees("Gesloten")


def _mail(verhaal: WindowVerhaal) -> None:
    verhaal.take_call(
        "De roosters komen telkens te laat.",
        kanaal="E-mail",
        hoedanigheid="Interne klant",
        melder=DOCENT,
    )
    verhaal.do_next("Klacht doorgezonden", persoon=DIRECTEUR)
    # Monday 22 December: 23, 24, (Christmas, a weekend,) 29, 30 and 31 December; received then, so sent on the 30th.
    assert "Streef naar 30 dec 2025; uiterlijk woensdag 31 december 2025" in verhaal.termijn("reactie")


def _reaction(verhaal: WindowVerhaal) -> None:
    verhaal.morning(2025, 12, 31)
    ((row, _button),) = verhaal.due()
    assert "Reactie aan de klager, vandaag" in row
    verhaal.do_from_vandaag("Reactie verzonden")
    assert "Voldaan op 31 dec 2025" in verhaal.termijn("reactie")
    # While its receipt is not known, from Wednesday 31 December: 2 January, 5-9, 12-16, 19, 20 and 21 January.
    assert "woensdag 21 januari 2026" in verhaal.termijn("afhandeling")
    verhaal.to(2026, 1, 2)
    verhaal.record("Reactie door de klager ontvangen")
    # From Friday 2 January: 5-9, 12-16 and 19, 20, 21 and Thursday 22 January.
    assert "donderdag 22 januari 2026" in verhaal.termijn("afhandeling")


def _closing(verhaal: WindowVerhaal) -> None:
    verhaal.to(2026, 1, 22)
    (reden,) = verhaal.refused("Klacht afgehandeld")
    assert reden == "Nog in te vullen: de oorzaak (onderdeel Behandelen)."
    assert "herhaling" not in verhaal.signalen()  # the oorzaak is not known yet
    verhaal.fill_in(
        "intern_klachtenformulier",
        oorzaak=OORZAAK,
        oorzaak_toelichting="Het rooster wacht op de zaalhuur.",
    )
    zin = "Dit is binnen 1 jaar klacht 3 met dezelfde oorzaak (onderdeel Doel)."
    verhaal.sees(zin)
    assert verhaal.signaal("herhaling") == zin
    verhaal.record(
        "Verbetermaatregel vastgesteld",
        omschrijving="Zalen per halfjaar vastleggen.",
        persoon=DIRECTEUR,
    )
    faults = verhaal.refused("Klacht afgehandeld", oplossing="Het rooster komt vier weken vooraf.")
    assert [fault.split(":")[0] for fault in faults] == [
        "Vul in",
        "Vul in",
    ]  # overeenstemming, and whether more is wanted
    verhaal.record(
        "Klacht afgehandeld",
        oplossing="Het rooster komt vier weken vooraf.",
        overeenstemming="nee",
        maatregel_gewenst="ja",
    )
    verhaal.sees("Gesloten", "Wordt bewaard tot 22 jan 2028")  # two years


def _examencommissie(verhaal: WindowVerhaal) -> None:
    verhaal.to(2026, 2, 2)
    verhaal.record("Beroep ingesteld")
    verhaal.sees("Nu aan zet: de beroepsinstantie")
    verhaal.to(2026, 3, 9)
    verhaal.do_next("Uitspraak in beroep", bindend="ja", uitkomst="gegrond")
    verhaal.sees("Wordt bewaard tot 9 mrt 2028")  # the oordeel of the examencommissie is part of the case
    assert verhaal.tijdlijn() == [
        "Uitspraak in beroep",
        "Beroep ingesteld",
        "Klacht afgehandeld",
        "Verbetermaatregel vastgesteld",
        "Reactie door de klager ontvangen",
        "Reactie verzonden",
        "Klacht doorgezonden",
        "Klacht ontvangen",
    ]
