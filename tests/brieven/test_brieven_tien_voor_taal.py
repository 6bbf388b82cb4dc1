"""The letters of 10 voor Taal's story: a klacht of 13 April 2026 with a gemachtigde, put off until 12 June."""

from collections.abc import Callable

import pytest
from brieven_verhalen import Brieven
from elke_brief import ElkeBrief


@pytest.fixture
def brieven(brieven_of: Callable[[str], Brieven]) -> Brieven:
    return brieven_of("tien_voor_taal")


class TestElkeBrief(ElkeBrief):
    sleutel = "tien_voor_taal"
    kantoor = "10 VOOR TAAL-ONDERWIJS"


@pytest.mark.clausule("TT-0b")
def test_the_confirmation_says_that_it_is_confidential(brieven: Brieven) -> None:
    words = brieven["ontvangstbevestiging"].tekst
    assert "Wij behandelen iedere klacht zorgvuldig en vertrouwelijk" in words


@pytest.mark.clausule("TT-1.3")
def test_an_incomplete_machtiging_is_asked_for(brieven: Brieven) -> None:
    words = brieven["verzoek_aanvulling"].tekst
    assert "Wat nog ontbreekt • de machtiging, helemaal ingevuld en door u allebei ondertekend" in words
    assert (
        "In artikel 1.2 van het Klachtenreglement 10 VOOR TAAL-ONDERWIJS staat wat wij van u nodig hebben."
        in words
    )


@pytest.mark.clausule("TT-1.4b")
def test_a_translation_is_asked_for(brieven: Brieven) -> None:
    words = brieven["verzoek_vertaling"].tekst
    assert "Een deel daarvan is niet in het Nederlands, maar in het Tigrinya." in words
    assert (
        "Wilt u ons een Nederlandse vertaling sturen van dit deel? Het deel over wat er is gebeurd." in words
    )
    assert "In artikel 1.2 van het Klachtenreglement 10 VOOR TAAL-ONDERWIJS staat dat u zelf" in words


@pytest.mark.clausule("TT-2.1", "TT-2.2c", "TT-6.3")
def test_the_confirmation_goes_to_the_gemachtigde_with_the_melder_in_copy(brieven: Brieven) -> None:
    words = brieven["ontvangstbevestiging"].tekst
    assert "Mevrouw Ria Postmus Dorpsweg 4 5611 CD EINDHOVEN" in words
    assert (
        "Geachte mevrouw Postmus, Op 13 april 2026 hebben wij de klacht van Selam Tesfay ontvangen." in words
    )
    assert "Selam Tesfay heeft u gemachtigd om deze klacht af te handelen." in words
    assert "Kopie aan: Selam Tesfay" in words
    # Monday 13 April and four weeks: Monday 11 May; and six weeks: Monday 25 May 2026.
    assert "uiterlijk 11 mei 2026 (artikelen 1.2, 2.3 en 4)" in words
    assert "U krijgt de uitkomst uiterlijk op 25 mei 2026 (artikel 4)." in words
    assert "U stuurt ons de vertaling." in words
    assert "U betaalt uw eigen kosten en wij betalen de onze." in words


@pytest.mark.clausule("TT-2.3a", "TT-2.5", "TT-4d", "TT-6.3")
def test_the_bericht_tells_what_is_done_and_when_and_of_an_independent_judgement(brieven: Brieven) -> None:
    words = brieven["bericht_afhandeling"].tekst
    assert "Een nieuw examen regelen. uiterlijk 20 mei 2026" in words
    assert "De verzendlijst nakijken. uiterlijk 13 mei 2026" in words
    assert "U krijgt de uitkomst uiterlijk op 25 mei 2026 (artikel 4)." in words
    assert (
        "door een onafhankelijke partij laten beoordelen: het College van Arbitrage van Blik op Werk" in words
    )
    assert "030-3030645" in words
    assert "De kosten daarvan zijn voor u." in words
    assert "U betaalt uw eigen kosten en wij betalen de onze." in words


@pytest.mark.clausule("TT-3.1", "TT-3.2", "TT-3.4")
def test_both_are_invited_and_may_say_no(brieven: Brieven) -> None:
    for naam, aanhef in (("uitnodiging_klager", "mevrouw Postmus"), ("uitnodiging_betrokkene", "Henk Vos")):
        words = brieven[naam].tekst
        assert f"Geachte {aanhef}," in words
        assert "Maandag 11 mei 2026 om 10.00 uur" in words
        assert "U hoeft niet te komen." in words
        assert "Wij maken een verslag van het gesprek." in words
        assert "staat in artikel 3.1 van het Klachtenreglement 10 VOOR TAAL-ONDERWIJS" in words
    assert "Op 11 mei 2026 spraken wij met u" in brieven["verslag_horen"].tekst


@pytest.mark.clausule("TT-4c")
def test_the_verdaging_names_ground_reason_and_date(brieven: Brieven) -> None:
    words = brieven["verdaging"].tekst
    assert "U zou uiterlijk op 25 mei 2026 de uitkomst krijgen." in words
    assert "U krijgt de uitkomst nu uiterlijk op 12 juni 2026." in words
    assert "Waarom het langer duurt Dat komt door de complexiteit van de klacht." in words
    assert "Het examen loopt via een andere instelling." in words
    assert "artikel 4 van het Klachtenreglement" in words


@pytest.mark.clausule("TT-4c", "TT-4d", "TT-2.5")
def test_the_outcome_says_where_to_go_next(brieven: Brieven) -> None:
    words = brieven["oordeel_klager"].tekst
    assert "De uitkomst van de klacht van Selam Tesfay" in words
    assert "De klacht is gegrond." in words
    assert "College van Arbitrage van Blik op Werk (030-3030645, klachten@ikwilinburgeren.nl" in words
    assert "Bijlage: Oordeel 2026-001" in words


@pytest.mark.clausule("TT-D1")
def test_the_betrokkene_reads_whose_klacht_it_is_and_who_acts_for_them(brieven: Brieven) -> None:
    words = brieven["kennisgeving_betrokkene"].tekst
    assert (
        "De klacht komt van Selam Tesfay. Namens Selam Tesfay handelt mevrouw Ria Postmus de klacht met ons af."
        in words
    )


def test_who_is_invited_as_betrokkene_reads_what_it_is_about(brieven: Brieven) -> None:
    """This reglement knows no notice to the betrokkene before the invitation."""
    words = brieven["uitnodiging_betrokkene"].tekst
    assert "Op 13 april 2026 kregen wij een klacht waar u bij betrokken bent." in words
    assert "Het gaat om: Inburgering B1." in words
    assert "Dorpsweg" not in words


@pytest.mark.clausule("TT-2.5")
def test_the_college_van_arbitrage_is_named_with_what_it_costs(brieven: Brieven) -> None:
    words = brieven["doorverwijzing_extern"].tekst
    assert "College van Arbitrage van Blik op Werk • Telefoon: 030-3030645" in words
    assert "E-mail: klachten@ikwilinburgeren.nl" in words
    assert "Die zijn voor rekening van de melder of klager." in words
    assert "De uitspraak is bindend." in words
    assert "staat in de artikelen 2.5 en 5 van het Klachtenreglement 10 VOOR TAAL-ONDERWIJS" in words


@pytest.mark.clausule("TT-2.6")
def test_the_insurer_is_told_of_the_body_and_of_the_money(brieven: Brieven) -> None:
    words = brieven["kennisgeving_verzekeraar"].tekst
    assert "Geachte heer, mevrouw," in words
    assert "Verzekeraar Zeker Postbus 1" in words
    assert "Voorgelegd op 22 juni 2026 aan: College van Arbitrage van Blik op Werk" in words
    assert "Gevraagde vergoeding: € 350" in words
    assert "Klager: mevrouw Ria Postmus, namens Selam Tesfay" in words
    assert "Ons eigen oordeel van 9 juni 2026: gegrond" in words
    assert "staat in artikel 2.6 van het Klachtenreglement 10 VOOR TAAL-ONDERWIJS" in words


@pytest.mark.clausule("TT-1.2a", "TT-1.2c")
def test_a_klacht_that_is_not_handled_is_refused_with_the_words_of_the_gronden(brieven: Brieven) -> None:
    words = brieven["niet_in_behandeling"].tekst
    assert "Het gebeurde langer dan een jaar voor de indiening van de klacht." in words
    assert "“Een situatie die langer dan één jaar voor indiening van de klacht heeft plaatsgevonden”" in words
    assert "een opsporingsonderzoek op bevel van de officier van justitie" in words
    assert "In artikel 1.2 lid 1 staat het zo:" in words
    assert "Het gebeurde op 3 maart 2025." in words
    # An investigation ends, but that it happened more than a year before does not change: no hope is given.
    assert "Later misschien wel" not in words
    assert "College van Arbitrage" in words
