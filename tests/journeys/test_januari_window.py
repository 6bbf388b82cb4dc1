"""The directeur in January, through the window: the overview, what it means, what is decided, and a year later.

One klacht of 2026, solved on the spot. On Monday 11 January 2027 the figures are analysed and discussed; on Monday
10 January 2028 it is asked whether what was decided worked.
"""

from collections.abc import Callable
from datetime import date
from pathlib import Path

from program import Program
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QTabWidget
from window_verhaal import WindowVerhaal

ADVICE = "Verstuur het rooster vier weken vooraf."


def test_what_is_decided_in_january_is_judged_a_year_later(start: Callable[[date], Program], tmp_path: Path):
    program = start(date(2026, 3, 2))
    verhaal = WindowVerhaal(program, "leefstijlwijzer", tmp_path / "kluis")
    verhaal.take_call("Het rooster kwam te laat.", hoedanigheid="Interne klant", melder="Petra Linden")
    verhaal.fill_in("intern_klachtenformulier", oorzaak="Planning of bereikbaarheid")
    verhaal.record("Direct opgelost", oplossing="Het rooster is alsnog verzonden.")
    verhaal.sees("Gesloten")
    verhaal.morning(2027, 1, 11)
    _looks_back_on(verhaal, 2026)
    verhaal.sees(
        "In 2026 kwam 1 klacht of melding binnen.",
        "De oorzaak was “Planning of bereikbaarheid”.",
        "Wat is afgesloten, was op de dag zelf klaar.",
    )
    _writes_what_it_means(verhaal)
    _records_the_bespreking(verhaal)
    program.on(2028, 1, 10)
    verhaal.hand.press(Qt.Key.Key_1, Qt.KeyboardModifier.ControlModifier)
    verhaal.sees(
        "Een overgenomen aanbeveling is nog niet uitgevoerd: die had uiterlijk woensdag 1 september 2027 klaar "
        "moeten zijn. Kijk bij Overzicht."
    )
    _looks_back_on(verhaal, 2027)
    verhaal.sees("In 2027 kwam er geen enkele klacht of melding binnen, en er liep er ook geen meer.")
    _judges(verhaal)


def _looks_back_on(verhaal: WindowVerhaal, jaar: int) -> None:
    """Open the overview: in January it begins with the year before, and stays with what was looked at last."""
    verhaal.hand.press(Qt.Key.Key_4, Qt.KeyboardModifier.ControlModifier)
    choice = verhaal.hand.find("overzicht.periode", QComboBox)
    verhaal.hand.wait(lambda: choice.findText(str(jaar)) >= 0)
    if choice.currentText() != str(jaar):
        choice.setCurrentText(str(jaar))
        choice.activated.emit(choice.currentIndex())
    verhaal.hand.wait(lambda: verhaal.hand.text("overzicht.titel") == f"Klachtenoverzicht {jaar}")
    verhaal.hand.find("overzicht.tabs", QTabWidget).setCurrentIndex(0)


def _turns_to_the_aanbevelingen(verhaal: WindowVerhaal) -> None:
    tabs = verhaal.hand.find("overzicht.tabs", QTabWidget)
    tabs.setCurrentIndex(tabs.count() - 1)


def _writes_what_it_means(verhaal: WindowVerhaal) -> None:
    hand = verhaal.hand
    _turns_to_the_aanbevelingen(verhaal)
    hand.fill("overzicht.analyse", "De roosters zijn te laat bekend.")
    hand.wait(lambda: hand.text("overzicht.analyse.stand").startswith("Opgeslagen"))
    hand.click("aanbevelingen.toevoegen")
    hand.fill("aanbeveling.soort", "Om klachten te voorkomen")
    hand.fill("aanbeveling.tekst", ADVICE)
    hand.click("aanbeveling.opslaan")
    hand.gone("aanbeveling.venster")
    verhaal.sees(ADVICE, "Nog geen besluit")


def _records_the_bespreking(verhaal: WindowVerhaal) -> None:
    """The meeting adopts it, and says who does it by when; the next bespreking is due a year later."""
    hand = verhaal.hand
    hand.click("aanbevelingen.bespreking")
    hand.click("besprekingen.vastleggen")
    hand.find("bespreking.dossier.1")
    hand.fill("bespreking.aanwezigen", "Jacqueline Philippo")
    hand.fill("bespreking.verslag", "De klacht van 2026 is besproken.")
    hand.fill("bespreking.aanbeveling_1_besluit", "Overgenomen")
    hand.fill("bespreking.aanbeveling_1_eigenaar", "Noor Bakker")
    hand.fill("bespreking.aanbeveling_1_uiterlijk", "1-9-2027")
    hand.click("bespreking.voorgelegd.nee")
    hand.click("bespreking.opslaan")
    hand.gone("bespreking.venster")
    verhaal.sees(f"Overgenomen: {ADVICE}", "Er is nu niets te bespreken")
    hand.wait(lambda: hand.text("besprekingen.jaar.1.regel.1") == "Uiterlijk dinsdag 11 januari 2028.")


def _judges(verhaal: WindowVerhaal) -> None:
    """It was never said that it was carried out: it is late, until that is filled in with whether it worked."""
    hand = verhaal.hand
    _turns_to_the_aanbevelingen(verhaal)
    verhaal.sees("Wat er van de eerdere aanbevelingen is geworden", ADVICE, "Te laat")
    hand.click("aanbevelingen.1.wijzigen")
    hand.fill("aanbeveling.uitgevoerd_op", "30-8-2027")
    hand.fill("aanbeveling.geevalueerd_op", "10-1-2028")
    hand.fill("aanbeveling.uitkomst", "Ja")
    hand.click("aanbeveling.opslaan")
    hand.gone("aanbeveling.venster")
    verhaal.sees("Effectief: ja")
    hand.click("overzicht.verslag")
    hand.click("document.sluiten")
