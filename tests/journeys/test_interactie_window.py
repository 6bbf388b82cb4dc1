"""The story of Interactie through the window: from the wizard and the phone call to the oordeel with three signatures.

From the story: too high an invoice and a trainer who did not listen; phone call on Wednesday 1 April 2026, in writing
the same day, heard on 9 April, solved on 14 April, oordeel on 21 April, satisfied and signed on 24 April.
"""

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from certificates import party_certificate
from hand import Hand
from program import Program
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog, QListWidget, QTabWidget
from second_opinion import check_signed_oordeel

WACHTWOORD = "vier losse woorden samen"
PARTIES = {
    "klager": "Marijke de Vries",
    "klachtenfunctionaris": "Amber Veldman",
    "betrokkene": "Joris Kramer",
}


def _wizard(hand: Hand, folder: Path) -> None:
    hand.click("wizard.verder")
    hand.click("wizard.reglement.interactie")
    hand.click("wizard.verder")
    assert hand.text("wizard.naam") == "Interactie"  # the office that the reglement was written for
    hand.fill("wizard.adres", "Kade 12")
    hand.fill("wizard.postcode", "3811 AB")
    hand.fill("wizard.plaats", "Amersfoort")
    hand.fill("wizard.gebruikersnaam", "Noor Bakker")
    hand.click("wizard.verder")
    hand.fill("wizard.map", str(folder))
    hand.fill("wizard.wachtwoord", WACHTWOORD)
    hand.fill("wizard.wachtwoord_herhaald", WACHTWOORD)
    hand.click("wizard.verder")
    hand.find("wizard.gemaakt")
    hand.click("wizard.verder")
    hand.find("zijbalk")


def _phone_call(hand: Hand) -> None:
    """Take the call down: one key to an empty form, the keyboard in its first field."""
    hand.press(Qt.Key.Key_N, Qt.KeyboardModifier.ControlModifier)
    hand.find("meldingsformulier.omschrijving")
    hand.wait(lambda: hand.find("meldingsformulier.omschrijving").hasFocus())
    hand.write("De factuur is 850 euro hoger dan de offerte. De trainer ging niet in op de casussen.")
    form = "meldingsformulier"
    hand.fill(f"{form}.product", "Gesprekken onder druk")
    hand.fill(f"{form}.datum_gebeurtenis", "12-3-2026")
    hand.fill(f"{form}.overeenkomst", "IA-2026-014")
    for onderwerp in ("hoogte_factuur", "kwaliteit_dienstverlening"):
        hand.click(f"{form}.onderwerpen.{onderwerp}")
    hand.fill(f"{form}.wens", "Creditnota en een extra dagdeel.")
    hand.fill(f"{form}.melder.1.naam", PARTIES["klager"])
    hand.fill(f"{form}.melder.1.organisatie", "Zorggroep De Linde")
    hand.fill(f"{form}.betrokkene.1.naam", PARTIES["betrokkene"])
    hand.press(Qt.Key.Key_S, Qt.KeyboardModifier.ControlModifier)
    hand.wait(lambda: hand.text("dossier.nummer") == "2026-001")


def _record(hand: Hand, label: str, **velden: str) -> None:
    """Record that something happened today, through the dialog."""
    hand.click("dossier.gebeurtenis")
    hand.fill("gebeurtenis.zoeken", label)
    kinds = hand.find("gebeurtenis.soorten", QListWidget)
    hand.wait(lambda: kinds.count() > 0)
    matches = [row for row in range(kinds.count()) if kinds.item(row).text() == label]
    kinds.setCurrentRow(matches[0])
    for key, text in velden.items():
        hand.fill(f"gebeurtenis.{key}", text)
    hand.click("gebeurtenis.vastleggen")
    hand.gone("gebeurtenis")


def _treatment(program: Program) -> None:
    """Let happen what the story tells from 1 to 14 April."""
    hand = program.hand
    _record(hand, "Klacht doorgezonden", persoon=PARTIES["klachtenfunctionaris"])
    program.on(2026, 4, 2)
    _record(hand, "Betrokkene ingelicht", persoon=PARTIES["betrokkene"])
    program.on(2026, 4, 9)
    _record(hand, "Gehoord", persoon=PARTIES["klager"], verslag="De offerte was duidelijk.")
    _record(hand, "Gehoord", persoon=PARTIES["betrokkene"], verslag="De casussen kwamen te laat.")
    program.on(2026, 4, 14)
    _record(hand, "Poging tot een oplossing", uitkomst="opgelost", tussenkomst="nee")


def _oordeel(hand: Hand) -> None:
    hand.find("dossier.tabs", QTabWidget).setCurrentIndex(1)
    hand.click("dossier.formulier.oordeel")
    form = "oordeel"
    hand.fill(f"{form}.bevindingen", "De offerte noemt 2.400 euro, de factuur 3.250 euro.")
    hand.fill(f"{form}.reacties", "De trainer heeft de casussen te laat ontvangen.")
    hand.fill(f"{form}.conclusies", "Voor het meerwerk was geen akkoord gevraagd.")
    hand.fill(f"{form}.afhandeling", "Creditnota van 850 euro en een follow-up van een dagdeel.")
    hand.fill(f"{form}.klachtonderdeel.1.onderwerp", "Hoogte van de factuur")
    hand.fill(f"{form}.klachtonderdeel.1.omschrijving", "De factuur is hoger dan de offerte.")
    hand.fill(f"{form}.klachtonderdeel.1.gegrondheid", "Gegrond")
    hand.click(f"{form}.klachtonderdeel.toevoegen")
    hand.fill(f"{form}.klachtonderdeel.2.onderwerp", "Kwaliteit van de dienstverlening")
    hand.fill(f"{form}.klachtonderdeel.2.omschrijving", "De trainer ging niet in op de casussen.")
    hand.fill(f"{form}.klachtonderdeel.2.gegrondheid", "Deels gegrond")
    hand.fill(f"{form}.gegrondheid", "Gegrond")
    hand.fill(f"{form}.aanbevelingen", "Meerwerk alleen na schriftelijk akkoord.")
    hand.press(Qt.Key.Key_S, Qt.KeyboardModifier.ControlModifier)
    hand.wait(lambda: hand.text(f"{form}.concept") == "Opgeslagen")


def _cause(hand: Hand) -> None:
    """Note the oorzaak on the intern klachtenformulier: artikel 3 asks for it at closing."""
    hand.find("dossier.tabs", QTabWidget).setCurrentIndex(1)
    hand.click("dossier.formulier.intern_klachtenformulier")
    hand.fill("intern_klachtenformulier.oorzaak", "Administratie of facturering")
    hand.press(Qt.Key.Key_S, Qt.KeyboardModifier.ControlModifier)
    hand.wait(lambda: hand.text("intern_klachtenformulier.concept") == "Opgeslagen")


def _sign(hand: Hand, veld: str, file: Path, wachtwoord: str) -> None:
    hand.click(f"ondertekening.{veld}.tekenen")
    hand.fill("tekenen.bestand", str(file))
    hand.fill("tekenen.wachtwoord", wachtwoord)
    hand.click("tekenen.tekenen")


@pytest.mark.clausule("IA-5.6")
@pytest.mark.clausule("IA-5.7")
def test_from_the_phone_call_to_three_signatures(start: Callable[[date], Program], tmp_path: Path):
    program = start(date(2026, 4, 1))
    hand = program.hand
    _wizard(hand, tmp_path / "kluis")
    _phone_call(hand)
    _record(hand, "Klacht ontvangen", kanaal="E-mail")
    # 1 April 2026 + 4 weeks = Wednesday 29 April (artikel 5.5)
    hand.click("termijn.oordeel.waarom")
    assert hand.text("uitleg.datum") == "woensdag 29 april 2026"
    assert "binnen vier weken na ontvangst van de klacht" in hand.text("uitleg.citaat")
    assert "5.5" in hand.text("uitleg.artikel")
    hand.click("uitleg.sluiten")
    _treatment(program)
    program.on(2026, 4, 21)
    _oordeel(hand)

    hand.find("dossier.tabs", QTabWidget).setCurrentIndex(3)
    hand.click("ondertekening.definitief")
    hand.click("ondertekening.vraag.ja")
    hand.find("ondertekening.klager")
    _record(hand, "Oordeel verzonden aan de klager")
    _record(hand, "Oordeel verzonden aan de betrokkene", persoon=PARTIES["betrokkene"])
    files = {}
    for veld, naam in PARTIES.items():
        certificate = party_certificate(naam, date(2026, 1, 1))
        files[veld] = tmp_path / f"{veld}.p12"
        files[veld].write_bytes(certificate.data)

    _sign(hand, "klager", files["klager"], certificate.wachtwoord)
    assert "tevreden" in hand.text("tekenen.fout")  # artikel 5.7: not before the klager is satisfied
    hand.click("tekenen.annuleren")
    program.on(2026, 4, 24)
    _record(hand, "Tevredenheidscontrole", uitkomst="tevreden", kanaal="Telefoon")
    _sign(hand, "betrokkene", files["betrokkene"], "een verkeerd wachtwoord")
    assert "wachtwoord" in hand.text("tekenen.fout").lower()
    hand.fill("tekenen.wachtwoord", certificate.wachtwoord)
    hand.click("tekenen.tekenen")
    hand.gone("tekenen")
    for veld in ("klachtenfunctionaris", "klager"):
        _sign(hand, veld, files[veld], certificate.wachtwoord)
        hand.gone("tekenen")
    hand.wait(lambda: "volledig" in hand.text("ondertekening.status").lower())
    _cause(hand)
    _record(hand, "Klacht afgehandeld", oplossing="Creditnota en follow-up.")
    hand.find("dossier.tabs", QTabWidget).setCurrentIndex(3)

    target = tmp_path / "oordeel.pdf"
    hand.click("ondertekening.opslaan")
    _choose_in_dialog(hand, target)
    hand.wait(target.exists)
    check_signed_oordeel(target, PARTIES)


def _choose_in_dialog(hand: Hand, target: Path) -> None:
    dialog = hand.find("document.bestand", QFileDialog)
    dialog.selectFile(str(target))
    dialog.accept()
