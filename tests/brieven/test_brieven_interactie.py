"""The letters of Interactie's story: a klacht of 1 April 2026 about an invoice, with hearings and signing."""

from collections.abc import Callable

import pytest
from brieven_verhalen import Brieven
from elke_brief import ElkeBrief


@pytest.fixture
def brieven(brieven_of: Callable[[str], Brieven]) -> Brieven:
    return brieven_of("interactie")


class TestElkeBrief(ElkeBrief):
    sleutel = "interactie"
    kantoor = "Interactie"


@pytest.mark.clausule("IA-6.1")
def test_the_confirmation_says_that_it_is_confidential(brieven: Brieven) -> None:
    words = brieven["ontvangstbevestiging"].tekst
    assert "Wij behandelen iedere klacht vertrouwelijk" in words


@pytest.mark.clausule("IA-1")
def test_what_was_said_by_phone_is_asked_for_in_writing(brieven: Brieven) -> None:
    words = brieven["verzoek_schriftelijke_indiening"].tekst
    assert "Op 1 april 2026 liet u ons weten dat u een klacht hebt." in words
    assert "Dat het op schrift moet, staat in artikel 1 van de Klachtenregeling Interactie." in words
    assert "Dat kan per e-mail, brief of klachtenformulier." in words


@pytest.mark.clausule("IA-6.3")
def test_the_confirmation_tells_what_comes_when_and_that_it_costs_nothing(brieven: Brieven) -> None:
    words = brieven["ontvangstbevestiging"].tekst
    assert "Geachte mevrouw De Vries, Op 1 april 2026 hebben wij uw klacht ontvangen." in words
    # Wednesday 1 April and four weeks is Wednesday 29 April 2026.
    assert "U krijgt de uitkomst uiterlijk op 29 april 2026 (artikel 5.5)." in words
    assert "Hoogte van de factuur" in words
    assert "Kwaliteit van de dienstverlening" in words
    assert "U hoeft voor de behandeling van uw klacht niets te betalen." in words
    assert "De klacht wordt behandeld door mevrouw Veldman." in words
    steps = ("Degene over wie u klaagt, krijgt bericht.", "nodigt u uit", "zoekt met u een oplossing")
    assert all(step in words for step in steps)
    # The office of the klager stands above the name, for the window of the envelope.
    assert "Zorggroep De Linde t.a.v. mevrouw Marijke de Vries Lindelaan 8 7311 AB APELDOORN" in words


@pytest.mark.clausule("IA-5.2", "IA-5.3", "IA-6.2", "IA-7.2")
def test_the_betrokkene_is_told_of_the_klacht_and_asked_for_secrecy(brieven: Brieven) -> None:
    words = brieven["kennisgeving_betrokkene"].tekst
    assert "Geachte Joris Kramer, Op 1 april 2026 kregen wij een klacht waar u bij betrokken bent." in words
    assert "De klacht komt van mevrouw Marijke de Vries, Zorggroep De Linde." in words
    assert "De factuur is 850 euro hoger dan de offerte." in words
    assert "U mag op deze klacht reageren voordat er een oordeel komt." in words
    assert "Probeer samen met de klager tot een oplossing te komen." in words
    assert "Laat de klachtenfunctionaris weten wat er gebeurt en welke oplossingen u ziet." in words
    assert "moeten geheimhouden wat zij over de klacht weten" in words
    assert "De klager krijgt een brief met de uitkomst. uiterlijk 29 april 2026 (artikel 5.5)" in words


@pytest.mark.clausule("IA-5.2", "IA-6.2")
def test_both_are_invited_and_get_the_verslag_of_what_they_said(brieven: Brieven) -> None:
    klager, betrokkene = brieven["uitnodiging_klager"].tekst, brieven["uitnodiging_betrokkene"].tekst
    assert "Uitnodiging voor een gesprek over uw klacht" in klager
    assert "Wij willen graag ook uw kant van het verhaal horen" in betrokkene
    for words in (klager, betrokkene):
        assert "Donderdag 9 april 2026 om 14.00 uur" in words
        assert "staat in artikel 5.2 van de Klachtenregeling Interactie" in words
    assert "geheimhouden" in betrokkene
    assert "geheimhouden" not in klager
    assert "Op 9 april 2026 spraken wij met u over uw klacht." in brieven["verslag_klager"].tekst
    told = brieven["verslag_betrokkene"].tekst
    assert "Op 9 april 2026 spraken wij met u over de klacht waar u bij betrokken bent." in told
    assert "De offerte noemde 2.400 euro. Over meerwerk is niet gesproken." in told


@pytest.mark.clausule("IA-7.3")
def test_the_klager_is_kept_informed(brieven: Brieven) -> None:
    words = brieven["tussenbericht"].tekst
    assert "Hoe het ervoor staat Wij hebben met beide partijen gesproken." in words
    assert "U krijgt de uitkomst uiterlijk op 29 april 2026 (artikel 5.5)." in words
    assert "nodigt u uit" not in words  # everybody has been heard by then


@pytest.mark.clausule("IA-5.5")
def test_a_verdaging_names_its_reason_and_the_new_date(brieven: Brieven) -> None:
    words = brieven["verdaging"].tekst
    assert "U zou uiterlijk op 29 april 2026 de uitkomst krijgen. Dat lukt ons helaas niet." in words
    assert "U krijgt de uitkomst nu uiterlijk op 13 mei 2026." in words
    assert "Waarom het langer duurt De trainer is tot 4 mei op reis." in words
    assert "staat in artikel 5.5 van de Klachtenregeling Interactie" in words


@pytest.mark.clausule("IA-5.6")
def test_klager_and_betrokkene_are_told_of_the_oordeel(brieven: Brieven) -> None:
    klager, betrokkene = brieven["oordeel_klager"].tekst, brieven["oordeel_betrokkene"].tekst
    for words in (klager, betrokkene):
        assert "De klacht is deels gegrond." in words
        assert "De factuur is hoger dan de offerte. gegrond" in words
        assert "De trainer ging niet in op de casussen. deels gegrond" in words
        assert "Bijlage: Oordeel 2026-001" in words
    assert "Meerwerk alleen na schriftelijk akkoord." in betrokkene
    assert "geheimhouden" in betrokkene
    # Where the klager can go next, in the words of the reglement.
    assert "Geschillencommissie, Postbus 90600, 2509 LP Den Haag (www.degeschillencommissie.nl)" in klager
    assert "Geschillencommissie" not in betrokkene


@pytest.mark.clausule("IA-5.7")
def test_the_oordeel_is_offered_to_be_signed_by_the_three_parties(brieven: Brieven) -> None:
    for naam, aanhef in (
        ("aanbieding_klager", "mevrouw De Vries"),
        ("aanbieding_betrokkene", "Joris Kramer"),
    ):
        words = brieven[naam].tekst
        assert f"Geachte {aanhef}," in words
        assert "het oordeel van 21 april 2026" in words
        assert "de klager: mevrouw Marijke de Vries" in words
        assert "de klachtenfunctionaris: mevrouw Amber Veldman" in words
        assert "de betrokkene: Joris Kramer" in words
        assert "staat in artikel 5.7 van de Klachtenregeling Interactie" in words


@pytest.mark.clausule("IA-5.7")
def test_only_the_klager_is_told_that_nobody_has_to_sign(brieven: Brieven) -> None:
    """Artikel 5.7 lets the others sign ("ondertekenen de klager, de klachtenfunctionaris en degene over wie ...")."""
    klager, betrokkene = brieven["aanbieding_klager"].tekst, brieven["aanbieding_betrokkene"].tekst
    assert "U bent tevreden over de afhandeling van uw klacht." in klager
    assert "U bent niet verplicht om te ondertekenen." in klager
    assert "De klacht van mevrouw De Vries is naar tevredenheid afgehandeld." in betrokkene
    assert "niet verplicht" not in betrokkene
    assert "Kunt of wilt u niet ondertekenen? Laat het ons dan weten." in betrokkene


@pytest.mark.clausule("IA-4.3")
def test_the_klager_is_told_where_to_go_next(brieven: Brieven) -> None:
    words = brieven["doorverwijzing_extern"].tekst
    assert "De Geschillencommissie" in words
    assert "Postbus 90600, 2509 LP Den Haag" in words
    assert "De uitspraak is bindend." in words
    assert "staat in de artikelen 4.2 en 4.3 van de Klachtenregeling Interactie" in words
