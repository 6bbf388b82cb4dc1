"""The story of Klik Onderwijs through the window: first informal, then formal, with consequenties and a bezwaar.

A phone call on Thursday 5 March 2026 about an e-learning; mediation does not help, the formal klacht of 2 April is
not complete, the oordeel of 6 May is gegrond and has two consequenties, and the bezwaar of 19 May is ongegrond.
"""

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from program import Program
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QTableView, QTabWidget
from window_verhaal import WindowVerhaal

INDIENER = "Ruben Postma"
BEMIDDELAAR = "Carla Jonkers"
MANAGER = "Hilde Smits"
KORST = "dhr. N. Korst"
HELPDESK_LID = "Bram Hoekstra"
PRODUCT = "E-learning Digitaal toetsen"
LEDEN = {"Anneke Mulder": "Uitgeverij", "Joost Visser": "Verkoop"}


@pytest.mark.clausule("KL-2")
@pytest.mark.clausule("KL-10")
def test_the_story_of_klik_onderwijs(start: Callable[[date], Program], tmp_path: Path):
    verhaal = WindowVerhaal(start(date(2026, 3, 5)), "klik_onderwijs", tmp_path / "kluis")
    _informal(verhaal)
    _formal_and_not_complete(verhaal)
    _oordeel(verhaal)
    _consequenties(verhaal)
    _commissie(verhaal)
    _closing(verhaal)
    _figures_by_product(verhaal)


def _informal(verhaal: WindowVerhaal) -> None:
    verhaal.take_call(
        "Leerlingen kunnen niet inloggen, en de helpdesk geeft geen antwoord.",
        product=PRODUCT,
        onderwerpen="product",
        hoedanigheid="Klant",
        melder=INDIENER,
        melder__1__functie="ICT-coordinator",
        melder__1__organisatie="Scholengroep Het Anker",
        melder__1__email="r.postma@example.org",
        betrokkene__1__naam="Iris Blom",
        betrokkene__1__afdeling="Helpdesk",
    )
    verhaal.sees(
        "Melding ontvangen", "Er loopt nog geen termijn"
    )  # a formal klacht is in writing (formeel 1)
    verhaal.to(2026, 3, 10)
    verhaal.do_next("Informele fase gestart", persoon=BEMIDDELAAR)
    verhaal.to(2026, 3, 17)
    verhaal.do_next(
        "Informele fase beëindigd",
        uitkomst="niet opgelost",
        verslag="Twee gesprekken, op 10 en 17 maart; er kwam geen oplossing.",
    )


def _formal_and_not_complete(verhaal: WindowVerhaal) -> None:
    verhaal.to(2026, 4, 2)
    assert verhaal.offered("Klacht ontvangen", "kanaal") == ["E-mail", "Brief"]
    verhaal.record("Klacht ontvangen", kanaal="E-mail")
    # Friday 3 April is Goede Vrijdag, Monday 6 tweede paasdag: the werkdagen are 7, 8 and 9 April. To be received on
    # the 9th it is sent on the 8th. Ten werkdagen: 7-10, 13-17 and 20 April.
    assert "Streef naar 8 apr 2026; uiterlijk donderdag 9 april 2026" in verhaal.termijn(
        "ontvangstbevestiging"
    )
    assert "maandag 20 april 2026" in verhaal.termijn("contact_indiener")
    verhaal.to(2026, 4, 3)  # Goede Vrijdag: no werkdag, but somebody is at work
    missing = "het telefoonnummer van de klager en de motivering van de klacht"
    assert verhaal.proposed("Aanvulling gevraagd", "velden") == missing
    verhaal.record("Aanvulling gevraagd")
    verhaal.sees("Nu aan zet: de klager")
    verhaal.morning(2026, 4, 7)
    verhaal.do_from_vandaag("Ontvangstbevestiging verzonden")
    assert "Voldaan op 7 apr 2026" in verhaal.termijn("ontvangstbevestiging")
    (fault,) = verhaal.refused("Behandelaar toegewezen", persoon="Iris Blom", door=MANAGER)
    assert "punt 5 van de formele klachtenprocedure" in fault  # it is about her
    verhaal.record("Behandelaar toegewezen", persoon=KORST, door=MANAGER)
    verhaal.to(2026, 4, 8)
    verhaal.fill_in(
        "meldingsformulier",
        melder__1__telefoon="070 000 00 00",
        motivering="Wij betalen voor een dienst die wij niet kregen.",
    )
    verhaal.record("Aanvulling ontvangen")
    assert verhaal.proposed("Aanvulling gevraagd", "velden") == ""


def _oordeel(verhaal: WindowVerhaal) -> None:
    verhaal.morning(2026, 4, 14)
    verhaal.do_from_vandaag(
        "Contact met de klager", persoon=KORST, kanaal="Telefoon", verslag="Uitleg over het vervolg."
    )
    verhaal.to(2026, 5, 4)
    verhaal.do_next("Overleg gevoerd", persoon=MANAGER, verslag="Eens: de klacht is gegrond.")
    verhaal.to(2026, 5, 6)
    verhaal.judge(
        bevindingen="Het inloggen lukte van 2 tot 20 februari niet; drie meldingen bleven liggen.",
        conclusies="De klacht is terecht.",
        afhandeling="Drie maanden licentie terug, en een afspraak met de helpdesk.",
        gegrondheid="Gegrond",
    )
    assert not verhaal.named(
        "stap.informele_fase_gestart"
    )  # what is passed is offered no more beside the next stap
    # Ten werkdagen after Wednesday 6 May: 7, 8, 11, 12, 13, (Hemelvaartsdag,) 15, 18, 19, 20 and 21.
    assert "donderdag 21 mei 2026" in verhaal.termijn("bezwaar_indienen")


def _consequenties(verhaal: WindowVerhaal) -> None:
    verhaal.record("Consequentie vastgesteld", omschrijving="Drie maanden licentie terugbetalen.")
    verhaal.record("Consequentie vastgesteld", omschrijving="Afspraak met de helpdesk.")
    # Two weeks after Wednesday 6 May: Wednesday 20 May.
    assert "woensdag 20 mei 2026" in verhaal.termijn("consequenties.C2")
    verhaal.morning(2026, 5, 18)
    consequentie = "Consequentie van het oordeel afhandelen: Drie maanden licentie terugbetalen."
    verhaal.do_from_vandaag("Consequentie afgehandeld", of=consequentie)  # that one of the two is filled in
    assert "Voldaan op 18 mei 2026" in verhaal.termijn("consequenties.C1")


def _commissie(verhaal: WindowVerhaal) -> None:
    """A proposed member works at the helpdesk, about which the klacht is: the screen refuses her, and says why."""
    verhaal.to(2026, 5, 19)
    verhaal.record("Bezwaar ontvangen", kanaal="E-mail")
    # Four weeks after Tuesday 19 May: Tuesday 16 June.
    assert "dinsdag 16 juni 2026" in verhaal.termijn("uitspraak_bezwaar")
    _enter_leden(verhaal)
    verhaal.to(2026, 5, 22)
    (reden,) = verhaal.refused("Uitspraak op het bezwaar verzonden")
    assert "punt 10" in reden
    velden = {"door": MANAGER, "motivering": "Zij kennen de dienst en werken op een andere afdeling."}
    (fault,) = verhaal.refused(
        "Bezwaarcommissie benoemd", personen=f"Anneke Mulder, {HELPDESK_LID}", **velden
    )
    assert "betrokken afdeling" in fault
    assert "punt 10" in fault
    (fault,) = verhaal.refused("Bezwaarcommissie benoemd", personen=KORST, **velden)
    assert "behandelde" in fault  # nor who gave the oordeel that the bezwaar is about
    verhaal.record("Bezwaarcommissie benoemd", personen=", ".join(LEDEN), **velden)
    verhaal.morning(2026, 5, 25)
    (late,) = [row for row, _button in verhaal.due() if "te laat" in row]
    assert "Afspraak met de helpdesk" in late  # the helpdesk-afspraak, until 20 May


def _enter_leden(verhaal: WindowVerhaal) -> None:
    hand = verhaal.hand
    hand.click("zijbalk.instellingen")
    hand.click("instellingen.commissieleden")
    for naam, afdeling in {HELPDESK_LID: "Helpdesk", **LEDEN}.items():
        hand.click("commissieleden.toevoegen")
        hand.fill("commissielid.commissie", "Interne geschillencommissie")
        hand.fill("commissielid.naam", naam)
        hand.fill("commissielid.afdeling", afdeling)
        hand.fill("commissielid.deskundigheid", "Techniek.")
        hand.fill("commissielid.onafhankelijkheid", "Werkt op een andere afdeling.")
        hand.click("commissielid.opslaan")
        hand.gone("commissielid.venster")


def _closing(verhaal: WindowVerhaal) -> None:
    verhaal.to(2026, 6, 10)
    verhaal.record(
        "Termijn verdaagd", tot="30-6-2026", reden="De commissie wacht op de cijfers van de leverancier."
    )
    assert "dinsdag 30 juni 2026" in verhaal.termijn("uitspraak_bezwaar")
    verhaal.morning(2026, 6, 29)
    verhaal.do_from_vandaag("Uitspraak op het bezwaar verzonden", uitkomst="ongegrond")
    assert "Voldaan op 29 jun 2026" in verhaal.termijn("uitspraak_bezwaar")
    verhaal.to(2026, 6, 30)
    verhaal.record("Klacht afgehandeld", oplossing="Oordeel en vergoeding blijven zoals zij zijn.")
    verhaal.sees("Gesloten", "Wordt bewaard tot 30 jun 2027")  # a year (formeel 13)
    assert verhaal.tijdlijn() == [
        "Klacht afgehandeld",
        "Uitspraak op het bezwaar verzonden",
        "Termijn verdaagd",
        "Bezwaarcommissie benoemd",
        "Bezwaar ontvangen",
        "Consequentie afgehandeld",
        "Consequentie vastgesteld",
        "Consequentie vastgesteld",
        "Oordeel verzonden aan de klager",
        "Oordeel vastgesteld",
        "Overleg gevoerd",
        "Contact met de klager",
        "Aanvulling ontvangen",
        "Behandelaar toegewezen",
        "Ontvangstbevestiging verzonden",
        "Aanvulling gevraagd",
        "Klacht ontvangen",
        "Informele fase beëindigd",
        "Informele fase gestart",
        "Melding ontvangen",
    ]


def _figures_by_product(verhaal: WindowVerhaal) -> None:
    """In the overview no product has a figure yet: it leads to the list, where what was typed is one click away."""
    hand = verhaal.hand
    _show_what_came_in(verhaal)
    hand.click("overzicht.product.lijst")
    assert hand.text("producten.getypt.1.titel") == PRODUCT
    assert hand.text("producten.getypt.1.regel.1") == "In 1 dossier"
    hand.click("producten.getypt.1.toevoegen")
    hand.gone("producten.getypt")
    assert hand.text("producten.1.titel") == PRODUCT
    _call_about_what_is_on_the_list(verhaal)
    _show_what_came_in(verhaal)
    rows = hand.find("overzicht.product", QTableView).model()
    hand.wait(lambda: rows.index(0, 0).data() == PRODUCT)
    assert rows.index(0, 2).data() == "2"
    assert not verhaal.named("overzicht.product.lijst")  # nothing is left to put on the list


def _show_what_came_in(verhaal: WindowVerhaal) -> None:
    verhaal.hand.click("zijbalk.overzicht")
    tabs = verhaal.hand.find("overzicht.tabs", QTabWidget)
    (place,) = (place for place in range(tabs.count()) if tabs.tabText(place) == "Binnengekomen")
    tabs.setCurrentIndex(place)


def _call_about_what_is_on_the_list(verhaal: WindowVerhaal) -> None:
    """Another call: a part of the name is enough to find the product, and Esc leaves the list and not the form."""
    hand = verhaal.hand
    hand.press(Qt.Key.Key_N, Qt.KeyboardModifier.ControlModifier)
    hand.find("meldingsformulier.omschrijving")
    hand.fill("meldingsformulier.product", "toetsen")
    field = hand.find("meldingsformulier.product", QLineEdit)
    offered = field.completer().popup()
    hand.wait(offered.isVisible, "nothing was offered")
    QTest.keyClick(offered, Qt.Key.Key_Escape)
    hand.wait(lambda: not offered.isVisible())
    assert hand.text("meldingsformulier.product") == "toetsen"
    hand.fill("meldingsformulier.product", "toetsen")
    QTest.keyClick(offered, Qt.Key.Key_Down)
    QTest.keyClick(offered, Qt.Key.Key_Return)
    assert hand.text("meldingsformulier.product") == PRODUCT
    hand.press(Qt.Key.Key_S, Qt.KeyboardModifier.ControlModifier)
    hand.wait(lambda: hand.text("dossier.nummer") not in {"", verhaal.nummer})
