"""How strong a password is; the bits are added by hand beside each example."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from klachtdesk.errors import InvalidInput
from klachtdesk.kluis.wachtwoorden import MINIMUM_LENGTH, check_new_password, password_strength


@pytest.mark.parametrize(
    ("password", "score"),
    [
        ("aaaaaaaaaaaa", 0),  # one pattern: 4
        ("abababababab", 0),  # one pattern: 4
        ("abcdefghijklmnop", 0),  # along the alphabet: 4
        ("poiuytrewq987654", 0),  # along the keyboard and the digits, backwards: 8
        ("wachtwoord123", 0),  # a word 8, three digits 12.6: 20.6
        ("Welkom2026!!", 0),  # a word 8, a year 6, two others 8.4: 22.4
        (
            "geheim geheim geheim",
            0,
        ),  # three times "geheim ": 4 and the last word... under 28 however it is cut
        ("zomervakantie2026", 0),  # two words 16, a year 6: 22
        ("xkqjvbwmzptr", 1),  # twelve letters: 33.6
        ("fiets boom kat nu", 2),  # 14 letters 39.2, three spaces 12.6: 51.8
        ("fiets boom kat stoel", 3),  # 17 letters 47.6, three spaces 12.6: 60.2
        ("vier losse woorden samen", 4),  # 21 letters 58.8, three spaces 12.6: 71.4
    ],
)
def test_what_everybody_picks_adds_little(password: str, score: int) -> None:
    strength = password_strength(password)

    assert strength.score == score
    assert strength.voldoende is (score > 0)
    assert strength.hint


def test_too_short_is_never_enough_and_says_how_many_are_missing() -> None:
    assert password_strength("x7#Qp!z9&Lm").hint.startswith("Nog 1 teken.")
    assert not password_strength("x7#Qp!z9&Lm").voldoende
    assert password_strength("").hint.startswith("Nog 12 tekens.")


def test_letters_of_any_alphabet_count() -> None:
    # Fifteen letters (42.0) and two spaces (8.4).
    assert password_strength("велосипед кот да").score == 2


def test_composed_letters_count_once() -> None:
    assert password_strength("e\u0301" * 6).hint == password_strength("é" * 6).hint


@given(st.text(max_size=60))
def test_any_text_gets_an_answer_that_agrees_with_the_check(password: str) -> None:
    strength = password_strength(password)

    assert 0 <= strength.score <= 4
    if strength.voldoende:
        check_new_password(password)
    else:
        with pytest.raises(InvalidInput) as refused:
            check_new_password(password)
        assert refused.value.fields == {"wachtwoord": strength.hint}


@given(st.text(max_size=MINIMUM_LENGTH - 1))
def test_below_the_least_length_nothing_is_enough(password: str) -> None:
    assert not password_strength(password).voldoende
