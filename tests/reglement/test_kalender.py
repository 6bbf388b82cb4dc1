"""The feestdagen against a written-out table, an independent Easter and the package holidays; then the counting."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from klachtdesk.reglement.kalender import feestdagen, kalender

# Goede Vrijdag, tweede paasdag, Koningsdag, Hemelvaartsdag, tweede pinksterdag, worked out from Easter Sunday by
# counting on the calendar. The other five stand on the same date in every year.
MOVABLE = {  # Easter Sunday in the comment
    2020: ("04-10", "04-13", "04-27", "05-21", "06-01"),  # 12 April
    2021: ("04-02", "04-05", "04-27", "05-13", "05-24"),  # 4 April
    2022: ("04-15", "04-18", "04-27", "05-26", "06-06"),  # 17 April
    2023: ("04-07", "04-10", "04-27", "05-18", "05-29"),  # 9 April
    2024: ("03-29", "04-01", "04-27", "05-09", "05-20"),  # 31 March
    2025: ("04-18", "04-21", "04-26", "05-29", "06-09"),  # 20 April; the 27th is a Sunday
    2026: ("04-03", "04-06", "04-27", "05-14", "05-25"),  # 5 April
    2027: ("03-26", "03-29", "04-27", "05-06", "05-17"),  # 28 March
    2028: ("04-14", "04-17", "04-27", "05-25", "06-05"),  # 16 April
    2029: ("03-30", "04-02", "04-27", "05-10", "05-21"),  # 1 April
    2030: ("04-19", "04-22", "04-27", "05-30", "06-10"),  # 21 April
    2031: ("04-11", "04-14", "04-26", "05-22", "06-02"),  # 13 April; the 27th is a Sunday
    2032: ("03-26", "03-29", "04-27", "05-06", "05-17"),  # 28 March
    2033: ("04-15", "04-18", "04-27", "05-26", "06-06"),  # 17 April
    2034: ("04-07", "04-10", "04-27", "05-18", "05-29"),  # 9 April
    2035: ("03-23", "03-26", "04-27", "05-03", "05-14"),  # 25 March
    2036: ("04-11", "04-14", "04-26", "05-22", "06-02"),  # 13 April; the 27th is a Sunday
    2037: ("04-03", "04-06", "04-27", "05-14", "05-25"),  # 5 April
    2038: ("04-23", "04-26", "04-27", "06-03", "06-14"),  # 25 April
    2039: ("04-08", "04-11", "04-27", "05-19", "05-30"),  # 10 April
    2040: ("03-30", "04-02", "04-27", "05-10", "05-21"),  # 1 April
}
FIXED = ("01-01", "05-05", "12-25", "12-26")


def easter_sunday(year: int) -> date:
    """Work out Easter by the method of Gauss, with its two exceptions."""
    golden, century = year % 19, year // 100
    m = (15 - (13 + 8 * century) // 25 + century - century // 4) % 30
    n = (4 + century - century // 4) % 7
    d = (19 * golden + m) % 30
    e = (2 * (year % 4) + 4 * (year % 7) + 6 * d + n) % 7
    if (d, e) == (29, 6) or (d == 28 and e == 6 and (11 * m + 11) % 30 < 19):
        e -= 7
    return date(year, 3, 22) + timedelta(days=d + e)


@pytest.mark.parametrize("year", MOVABLE)
def test_feestdagen_of_a_year(year):
    expected = {date.fromisoformat(f"{year}-{day}") for day in (*MOVABLE[year], *FIXED)}
    assert set(feestdagen(year)) == expected


@pytest.mark.parametrize("year", MOVABLE)
def test_the_table_itself_follows_from_easter(year):
    easter = easter_sunday(year)
    expected = [easter + timedelta(days=days) for days in (-2, 1, 39, 50)]
    good_friday, easter_monday, _, ascension, whit_monday = MOVABLE[year]
    assert [str(day)[5:] for day in expected] == [good_friday, easter_monday, ascension, whit_monday]


def test_the_package_holidays_agrees():
    from holidays.countries.netherlands import NL

    sundays = {"Eerste paasdag", "Eerste pinksterdag"}  # no werkdag anyway
    for year in range(2014, 2101):
        theirs = NL(years=year, language="nl", categories=("public", "optional"))
        assert set(feestdagen(year)) == {day for day, name in theirs.items() if name not in sundays}, year


def test_before_2014_it_was_koninginnedag():
    assert feestdagen(2013)[date(2013, 4, 30)] == "Koninginnedag"
    assert feestdagen(2006)[date(2006, 4, 29)] == "Koninginnedag"  # the 30th was a Sunday
    assert date(2013, 4, 27) not in feestdagen(2013)


def test_feestdagen_have_dutch_names():
    assert list(feestdagen(2026).values()) == [
        "Nieuwjaarsdag",
        "Goede Vrijdag",
        "tweede paasdag",
        "Koningsdag",
        "Bevrijdingsdag",
        "Hemelvaartsdag",
        "tweede pinksterdag",
        "eerste kerstdag",
        "tweede kerstdag",
    ]


def test_two_feestdagen_on_one_day_both_have_their_name():
    assert feestdagen(2016)[date(2016, 5, 5)] == "Bevrijdingsdag en Hemelvaartsdag"


@pytest.mark.parametrize(
    ("day", "reason"),
    [
        (date(2026, 4, 24), ""),
        (date(2026, 4, 25), "weekend"),
        (date(2026, 4, 27), "Koningsdag"),
        (date(2026, 12, 26), "weekend, tweede kerstdag"),
        (date(2026, 5, 15), ""),  # equated, but not switched on
        (date(2026, 1, 2), ""),
    ],
)
def test_why_a_day_is_no_werkdag(day, reason):
    days = kalender(gelijkgestelde_dagen=False)
    assert days.why_no_werkdag(day) == reason
    assert days.is_werkdag(day) == (not reason)


@pytest.mark.parametrize("day", ["2026-01-02", "2026-05-15", "2027-05-07", "2028-04-28", "2028-05-26"])
def test_gelijkgestelde_dagen_are_no_werkdag_when_switched_on(day):
    assert not kalender(gelijkgestelde_dagen=True).is_werkdag(date.fromisoformat(day))


def test_five_days_are_equated_by_decree_and_no_more():
    off, on = kalender(gelijkgestelde_dagen=False), kalender(gelijkgestelde_dagen=True)
    every_day = [date(2020, 1, 1) + timedelta(days=n) for n in range(366 * 20)]
    assert sum(off.is_werkdag(day) != on.is_werkdag(day) for day in every_day) == 5


@pytest.mark.parametrize(
    ("start", "aantal", "eenheid", "end"),
    [
        ("2026-04-13", 14, "dagen", "2026-04-27"),
        ("2026-04-13", 0, "dagen", "2026-04-13"),
        ("2026-04-13", 6, "weken", "2026-05-25"),
        ("2026-01-31", 1, "maanden", "2026-02-28"),
        ("2024-01-31", 1, "maanden", "2024-02-29"),
        ("2026-01-31", 13, "maanden", "2027-02-28"),
        ("2025-12-15", 1, "maanden", "2026-01-15"),
        ("2025-11-30", 12, "maanden", "2026-11-30"),
        ("2024-02-29", 1, "jaren", "2025-02-28"),
        ("2024-02-29", 4, "jaren", "2028-02-29"),
        ("2026-04-24", 0, "werkdagen", "2026-04-24"),
        ("2026-04-25", 0, "werkdagen", "2026-04-25"),  # the same day, though a Saturday
        ("2026-04-25", 1, "werkdagen", "2026-04-28"),  # Sun 26, Koningsdag, Tue 28
    ],
)
def test_adding_a_duur(start, aantal, eenheid, end):
    days = kalender(gelijkgestelde_dagen=False)
    assert days.add(date.fromisoformat(start), aantal, eenheid) == date.fromisoformat(end)


@pytest.mark.parametrize("eenheid", ["dagen", "weken", "werkdagen", "maanden", "jaren"])
def test_a_duur_past_the_last_year_overflows(eenheid):
    with pytest.raises(OverflowError):
        kalender(gelijkgestelde_dagen=False).add(date.max, 1, eenheid)


@given(start=st.dates(date(2015, 1, 1), date(2060, 1, 1)), aantal=st.integers(0, 60))
def test_werkdagen_against_a_naive_count(start, aantal):
    """The end has exactly so many werkdagen in (start, end], and is one itself."""
    days = kalender(gelijkgestelde_dagen=False)
    end = days.add(start, aantal, "werkdagen")
    passed = [start + timedelta(days=n) for n in range(1, (end - start).days + 1)]
    counted = [day for day in passed if day.strftime("%w") not in "06" and day not in feestdagen(day.year)]
    assert len(counted) == aantal
    assert aantal == 0 or counted[-1] == end


@given(
    start=st.dates(date(1, 1, 1), date(9000, 1, 1)),
    more=st.integers(0, 400),
    aantal=st.integers(0, 200),
    eenheid=st.sampled_from(["dagen", "weken", "werkdagen", "maanden", "jaren"]),
)
def test_a_later_start_never_ends_earlier(start, more, aantal, eenheid):
    days = kalender(gelijkgestelde_dagen=True)
    assert days.add(start, aantal, eenheid) <= days.add(start + timedelta(days=more), aantal, eenheid)
