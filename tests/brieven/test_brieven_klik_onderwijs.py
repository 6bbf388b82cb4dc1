"""The letters of Klik Onderwijs' story: formal on 2 April 2026, not complete, with a bezwaar that takes longer."""

from collections.abc import Callable

import pytest
from brieven_verhalen import Brieven
from elke_brief import ElkeBrief


@pytest.fixture
def brieven(brieven_of: Callable[[str], Brieven]) -> Brieven:
    return brieven_of("klik_onderwijs")


class TestElkeBrief(ElkeBrief):
    sleutel = "klik_onderwijs"
    kantoor = "Klik Onderwijs"


@pytest.mark.clausule("KL-3")
def test_the_confirmation_says_that_it_is_confidential(brieven: Brieven) -> None:
    words = brieven["ontvangstbevestiging"].tekst
    assert "Wij behandelen iedere klacht vertrouwelijk" in words


@pytest.mark.clausule("KL-1", "KL-2")
def test_the_klacht_is_asked_for_in_writing_with_all_it_has_to_hold(brieven: Brieven) -> None:
    words = brieven["verzoek_schriftelijke_indiening"].tekst
    assert "Op 5 maart 2026 liet u ons weten dat u een klacht hebt." in words
    assert "Stuur het ter attentie van de manager Propositie. Dat kan per e-mail of brief." in words
    assert "projectondersteuning@klikonderwijs.nl" in words
    assert "staat in punt 1 van de formele klachtenprocedure (Klachtenprocedure Klik Onderwijs)" in words
    assert "uw telefoonnummer" in words
    assert "de motivering van de klacht" in words
    assert "uw e-mailadres" not in words  # that one is known


@pytest.mark.clausule("KL-2")
def test_the_letter_names_exactly_what_is_missing(brieven: Brieven) -> None:
    words = brieven["verzoek_aanvulling"].tekst
    assert "Wat nog ontbreekt • uw telefoonnummer • de motivering van de klacht In punt 2" in words
    assert "Op 2 april 2026 ontvingen wij uw klacht." in words


@pytest.mark.clausule("KL-3", "KL-4")
def test_the_confirmation_lists_the_steps_with_their_dates(brieven: Brieven) -> None:
    words = brieven["ontvangstbevestiging"].tekst
    assert "U krijgt deze bevestiging namens de manager Propositie." in words
    # Ten werkdagen after Thursday 2 April: the 3rd is Goede Vrijdag and the 6th tweede paasdag, so 7, 8, 9 and 10 April
    # are the first four, 13 to 17 April the next five, and Monday 20 April the tenth.
    assert "uiterlijk 20 april 2026 (punt 7 van de formele klachtenprocedure)" in words
    assert "U krijgt een brief met de uitkomst." in words
    assert (
        "binnen 10 werkdagen nadat u de uitkomst hebt gekregen (punt 9 van de formele klachtenprocedure)"
        in words
    )
    assert "Wij behandelen iedere klacht vertrouwelijk." in words


@pytest.mark.clausule("KL-8", "KL-9", "KL-14")
def test_the_outcome_names_the_days_that_follow_from_it(brieven: Brieven) -> None:
    words = brieven["oordeel_klager"].tekst
    assert "De klacht is gegrond." in words
    # Two weeks after Wednesday 6 May is Wednesday 20 May.
    assert "binnen 2 weken, dus uiterlijk op 20 mei 2026 (punt 14 van de formele klachtenprocedure)" in words
    # Ten werkdagen after 6 May: 7, 8, 11, 12, 13, (14 is Hemelvaartsdag) 15, 18, 19, 20 and Thursday 21 May.
    assert "U kunt bezwaar maken tot en met 21 mei 2026 (punt 9 van de formele klachtenprocedure)." in words
    assert "interne geschillencommissie" in words
    assert "De heer N. Korst behandelaar van de klacht" in words  # who handled it signs


@pytest.mark.clausule("KL-11")
def test_the_verdaging_of_a_bezwaar_names_the_new_date(brieven: Brieven) -> None:
    words = brieven["verdaging_bezwaar"].tekst
    # Four weeks after Tuesday 19 May is Tuesday 16 June.
    assert (
        "Op 19 mei 2026 ontvingen wij uw bezwaar. Wij wilden u uiterlijk op 16 juni 2026 de uitspraak"
        in words
    )
    assert "U krijgt de uitspraak nu uiterlijk op 30 juni 2026." in words
    assert "Waarom het langer duurt De commissie wacht op cijfers." in words
    assert "beoordeeld door Anneke Mulder en Joost Visser" in words
    assert "punt 11 van de formele klachtenprocedure" in words


@pytest.mark.clausule("KL-12", "KL-14")
def test_the_uitspraak_on_a_bezwaar_is_motivated(brieven: Brieven) -> None:
    words = brieven["uitspraak_bezwaar"].tekst
    assert "De uitspraak Uw bezwaar is ongegrond." in words
    assert "Waarom De vergoeding past bij de tijd dat inloggen niet lukte." in words
    # Two weeks after Monday 29 June is Monday 13 July.
    assert "uiterlijk op 13 juli 2026" in words
    assert "Deze uitspraak is bindend: wij moeten ons eraan houden." in words
    assert "niet mee eens?" not in words  # there is no body above this one
