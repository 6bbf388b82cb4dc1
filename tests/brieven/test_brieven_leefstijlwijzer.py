"""The letters of Leefstijlwijzer's story: a klacht of 22 December 2025 about roosters that come too late."""

from collections.abc import Callable

import pytest
from brieven_verhalen import Brieven
from elke_brief import ElkeBrief


@pytest.fixture
def brieven(brieven_of: Callable[[str], Brieven]) -> Brieven:
    return brieven_of("leefstijlwijzer")


class TestElkeBrief(ElkeBrief):
    sleutel = "leefstijlwijzer"
    kantoor = "Leefstijlwijzer Opleidingen"


@pytest.mark.clausule("LW-0")
def test_the_confirmation_says_that_it_is_confidential(brieven: Brieven) -> None:
    words = brieven["ontvangstbevestiging"].tekst
    assert "Wij behandelen iedere klacht vertrouwelijk" in words


def test_the_confirmation_tells_when_a_reaction_comes(brieven: Brieven) -> None:
    words = brieven["ontvangstbevestiging"].tekst
    # Five werkdagen after Monday 22 December: 23, 24, 29, 30 and Wednesday 31; Christmas and the weekend do not count.
    assert "U krijgt van ons een reactie. uiterlijk 31 december 2025 (onderdeel Behandelen)" in words
    assert "binnen 14 werkdagen nadat u onze reactie hebt gekregen (onderdeel Behandelen)" in words
    assert "De klacht wordt behandeld door Jacqueline Philippo." in words


@pytest.mark.clausule("LW-3", "LW-4", "LW-6")
def test_the_reaction_tells_when_the_klacht_will_be_dealt_with(brieven: Brieven) -> None:
    words = brieven["reactie"].tekst
    assert "Onze reactie U hebt gelijk: het rooster kwam te laat." in words
    # Fourteen werkdagen after Wednesday 31 December: Nieuwjaarsdag does not count, so Friday 2 January is the first,
    # 5 to 9 January the next five, 12 to 16 January again five, and 19, 20 and Wednesday 21 January the last three.
    assert "binnen 14 werkdagen nadat u deze brief hebt gekregen" in words
    assert "Geteld vanaf de dag van deze brief is dat 21 januari 2026." in words
    assert "onafhankelijke examencommissie van Leefstijlwijzer Opleidingen" in words


def test_who_is_kept_informed_hears_the_day_that_counts_now(brieven: Brieven) -> None:
    # The reaction was received on Friday 2 January: 5 to 9, 12 to 16, and 19 to Thursday 22 January.
    assert "Wij handelen de klacht af. uiterlijk 22 januari 2026" in brieven["tussenbericht"].tekst


@pytest.mark.clausule("LW-6")
def test_the_examencommissie_is_named(brieven: Brieven) -> None:
    words = brieven["doorverwijzing_extern"].tekst
    assert "Onafhankelijke examencommissie van Leefstijlwijzer Opleidingen" in words
    assert "De uitspraak is bindend." in words
    assert "staat in het onderdeel Behandelen van de Klachtenprocedure Leefstijlwijzer Opleidingen" in words


@pytest.mark.clausule("LW-11")
def test_each_letter_names_the_contact_person(brieven: Brieven) -> None:
    contact = (
        "Neem dan gerust contact op met Jacqueline Philippo, contactpersoon voor vragen over de klachtenprocedure: "
        "0645102233 of info@leefstijlwijzeropleidingen.nl."
    )
    assert [naam for naam, brief in brieven.items() if contact not in brief.tekst] == []
