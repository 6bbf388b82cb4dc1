"""The yearly bespreking or analyse of the office as a whole."""

from datetime import date

import pytest

from klachtdesk.reglement.jaartermijn import derive_jaartermijn

FIRST = date(2025, 3, 10)
DISCUSSED = [date(2026, 1, 5), date(2026, 2, 28), date(2025, 1, 6)]


@pytest.mark.clausule("IA-8.4", "KL-13", "LW-10")
@pytest.mark.parametrize("sleutel", ["interactie", "klik_onderwijs", "leefstijlwijzer"])
def test_a_year_after_the_last_or_after_the_first_klacht(reglementen, sleutel):
    reglement = reglementen[sleutel]
    first = derive_jaartermijn(reglement, [], FIRST, date(2026, 3, 10))
    assert first is not None
    assert (first.einde, first.status, first.is_first) == (date(2026, 3, 10), "open", True)
    after = derive_jaartermijn(reglement, DISCUSSED, FIRST, date(2027, 3, 1))
    assert after is not None
    # 28 February 2027 is a Sunday: to be held by Friday.
    assert (after.start, after.einde, after.streefdatum) == (
        date(2026, 2, 28),
        date(2027, 2, 28),
        date(2027, 2, 26),
    )
    assert (after.status, after.is_first) == ("te_laat", False)


@pytest.mark.parametrize("sleutel", ["klassewerk", "tien_voor_taal"])
def test_no_termijn_where_the_text_knows_none(reglementen, sleutel):
    assert derive_jaartermijn(reglementen[sleutel], DISCUSSED, FIRST, date(2027, 1, 1)) is None


def test_no_termijn_before_the_first_klacht(reglementen):
    assert derive_jaartermijn(reglementen["interactie"], [], None, date(2027, 1, 1)) is None
