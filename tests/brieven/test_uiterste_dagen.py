"""What a letter promises: a day that the reglement names, one that it strives for, and none that has passed already."""

from datetime import date

import pytest
from brievenpost import Post
from office import OfficeMaker

MELDING = {
    "kanaal": "email",
    "omschrijving": "De factuur klopt niet.",
    "melder.1.naam": "mevrouw Jo Bos",
    "melder.1.adres": "Dorpsweg 2",
    "melder.1.plaats": "Eindhoven",
    "betrokkene.1.naam": "Joris Kramer",
}
STAND = {"stand": "Wij wachten op de cursusleider."}


@pytest.fixture
def klik(make_office: OfficeMaker) -> Post:
    """Return a klacht at Klik of Thursday 2 April 2026, with its outcome of 6 May and a bezwaar of Tuesday 19 May."""
    day = date(2026, 4, 2)
    post = Post(make_office("klik_onderwijs", day), day, MELDING)
    besluit = {"besluit": "Toegestaan.", "motivering": "De proef vraagt erom.", "stap": "oordeel_verzonden"}
    post.happened(date(2026, 5, 6), "besluit_directie", **besluit)
    post.happened(date(2026, 5, 6), "oordeel_verzonden")
    post.happened(date(2026, 5, 19), "bezwaar_ontvangen", kanaal="email")
    return post


def _tussenbericht(post: Post, day: date) -> str:
    return post.shows(day, "tussenbericht_verzonden", vrij=STAND).tekst


@pytest.mark.clausule("KL-11")
def test_a_day_that_the_reglement_strives_for_is_not_promised(klik: Post) -> None:
    words = _tussenbericht(klik, date(2026, 5, 20))
    # Four weeks after Tuesday 19 May is Tuesday 16 June.
    assert "Wij streven ernaar u de uitspraak op uw bezwaar uiterlijk op 16 juni 2026 te sturen." in words
    assert "Lukt dat niet? Dan leest u voor die dag in een brief wanneer de uitspraak wel komt." in words
    assert "wij streven naar uiterlijk 16 juni 2026 (punt 11 van de formele klachtenprocedure)" in words
    assert "U krijgt de uitspraak op uw bezwaar uiterlijk" not in words


@pytest.mark.clausule("KL-11")
def test_the_day_that_the_office_itself_named_in_a_verdaging_is_a_promise(klik: Post) -> None:
    verdaagd = {"termijn": "uitspraak_bezwaar", "tot": "30-6-2026", "reden": "De commissie wacht op cijfers."}
    klik.happened(date(2026, 6, 10), "verdaagd", **verdaagd)
    words = _tussenbericht(klik, date(2026, 6, 11))
    assert "U krijgt de uitspraak op uw bezwaar uiterlijk op 30 juni 2026." in words
    assert "streven" not in words


def test_a_day_that_has_passed_is_not_promised_any_more(klik: Post) -> None:
    words = _tussenbericht(klik, date(2026, 6, 17))
    assert (
        "Wij wilden u de uitspraak op uw bezwaar uiterlijk op 16 juni 2026 sturen. Dat is niet gelukt."
        in words
    )
    assert "U krijgt de uitspraak zo snel mogelijk." in words


def test_nothing_is_said_of_a_bezwaar_that_was_taken_back(klik: Post) -> None:
    klik.happened(date(2026, 5, 20), "bezwaar_ingetrokken", reden="Toch tevreden.")
    assert "16 juni 2026" not in _tussenbericht(klik, date(2026, 5, 21))


@pytest.mark.clausule("IA-7.3")
def test_an_outcome_that_is_late_comes_with_an_apology_and_no_day(make_office: OfficeMaker) -> None:
    day = date(2026, 4, 1)
    post = Post(make_office("interactie", day), day, MELDING)
    post.happened(day, "doorgezonden", persoon="Amber Veldman")
    # Four weeks after Wednesday 1 April is Wednesday 29 April.
    on_the_day = _tussenbericht(post, date(2026, 4, 29))
    assert "U krijgt de uitkomst uiterlijk op 29 april 2026 (artikel 5.5)." in on_the_day
    words = _tussenbericht(post, date(2026, 4, 30))
    assert "U had de uitkomst uiterlijk op 29 april 2026 van ons moeten krijgen (artikel 5.5)." in words
    assert "Onze excuses daarvoor. U krijgt de uitkomst zo snel mogelijk." in words
    assert "U krijgt de uitkomst uiterlijk" not in words
