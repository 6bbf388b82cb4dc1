"""Dates as people type them. Today is Wednesday 1 April 2026."""

from datetime import date

import pytest

from klachtdesk.ui.dutch_dates import short_date, understand_date

TODAY = date(2026, 4, 1)


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("12-3-2026", date(2026, 3, 12)),
        ("12/3/26", date(2026, 3, 12)),
        ("12.3", date(2026, 3, 12)),
        ("12 03 2026", date(2026, 3, 12)),
        ("12032026", date(2026, 3, 12)),
        ("2026-03-12", date(2026, 3, 12)),
        ("12 maart", date(2026, 3, 12)),
        ("12 mrt 2025", date(2025, 3, 12)),
        ("Do. 12 Maart 2026", date(2026, 3, 12)),
        ("31 december", date(2025, 12, 31)),  # without a year: the last one that was
        ("1-4", TODAY),
        ("vandaag", TODAY),
        ("gisteren", date(2026, 3, 31)),
        ("Eergisteren", date(2026, 3, 30)),
        ("vrijdag", date(2026, 3, 27)),  # the last Friday before Wednesday 1 April
        ("ma", date(2026, 3, 30)),
        ("woensdag", TODAY),
    ],
)
def test_what_is_meant_is_understood(typed: str, meant: date):
    assert understand_date(typed, TODAY) == meant


@pytest.mark.parametrize(
    ("typed", "meant"),
    [("12-3", date(2027, 3, 12)), ("15 april", date(2026, 4, 15)), ("vrijdag", date(2026, 4, 3))],
)
def test_a_date_to_come_is_looked_for_ahead(typed: str, meant: date):
    assert understand_date(typed, TODAY, ahead=True) == meant


@pytest.mark.parametrize(
    "typed",
    [
        "",
        "12",
        "31-2-2026",
        "29-2",
        "12 brumaire",
        "ergens in maart",
        "vrijdag 12 maart 2026",
        "99-99-9999",
        "m",
    ],
)
def test_what_is_uncertain_is_left_alone(typed: str):
    # 12 March 2026 was a Thursday, and 2026 has no 29 February.
    assert understand_date(typed, TODAY) is None


def test_a_list_gets_short_dates():
    assert short_date(date(2026, 3, 12)) == "12 mrt 2026"
    assert short_date(None) == ""
