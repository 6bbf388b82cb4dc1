"""How Dutch writes dates, numbers, lists, capitals and postcodes."""

from datetime import date, datetime, timedelta, timezone

from klachtdesk.dutch import (
    abbreviated_month,
    capital,
    counted,
    dutch_date,
    dutch_datetime,
    dutch_number,
    dutch_postcode,
    in_a_row,
    long_date,
    typed_date,
)


def test_a_date_is_written_in_words_with_its_weekday_or_as_it_is_typed():
    first_of_april = date(2026, 4, 1)
    assert dutch_date(first_of_april) == "1 april 2026"
    assert long_date(first_of_april) == "woensdag 1 april 2026"
    assert typed_date(first_of_april) == "1-4-2026"
    assert long_date(date(2026, 3, 1)) == "zondag 1 maart 2026"


def test_a_month_has_three_letters():
    assert list(map(abbreviated_month, ("januari", "maart", "mei", "augustus"))) == [
        "jan",
        "mrt",
        "mei",
        "aug",
    ]


def test_a_moment_is_written_in_the_time_zone_it_has():
    amsterdam_in_summer = timezone(timedelta(hours=2))
    moment = datetime(2026, 4, 24, 9, 5, tzinfo=amsterdam_in_summer)
    assert dutch_datetime(moment) == "24 april 2026, 09.05 uur"


def test_thousands_are_set_apart_with_a_point():
    assert list(map(dutch_number, (0, 999, 1_000, 1_234_567))) == ["0", "999", "1.000", "1.234.567"]


def test_phrases_are_joined_with_a_word_before_the_last():
    assert in_a_row([]) == ""
    assert in_a_row(["a"]) == "a"
    assert in_a_row(["a", "b"]) == "a en b"
    assert in_a_row(["a", "b", "c"], "of") == "a, b of c"


def test_a_postcode_is_written_as_the_post_reads_it():
    assert [dutch_postcode(typed) for typed in ("3700aa", "3700 AA", " 3700  Aa ")] == ["3700 AA"] * 3
    for other in ("", "B-2000", "0700aa", "12345 AB"):
        assert dutch_postcode(other) == other


def test_a_capital_at_the_start_leaves_the_rest_as_it_is():
    assert capital("de klachtenfunctionaris van IVO") == "De klachtenfunctionaris van IVO"
    assert capital("") == ""


def test_what_is_counted_is_named_for_one_or_for_several():
    assert [counted(number, "dag", "dagen") for number in (0, 1, 2, 1250)] == [
        "0 dagen",
        "1 dag",
        "2 dagen",
        "1.250 dagen",
    ]
