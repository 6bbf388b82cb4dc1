"""Dossiers at rest: what is left out of an overview may stand in none of its figures."""

import random
from datetime import date, timedelta

import pytest
from procedures import reglement
from veel_verhalen import VERLOPEN, Voorval, invent

from klachtdesk.overzicht.cijferrecord import Cijferrecord
from klachtdesk.overzicht.derivation import Deriver, Keuzes, Nummer
from klachtdesk.overzicht.perioden import Periode
from klachtdesk.overzicht.rust import Rust
from klachtdesk.reglement.dossier import DossierFeiten, Gebeurtenis

NEW_YEAR = date(2024, 1, 1)
FOR_EVER = Periode(NEW_YEAR, date(2100, 1, 1), date(2100, 1, 1))
CLOSED = ("afgehandeld", date(2023, 6, 1))


def holds(*dagen: tuple[str, date], sleutel: str = "tien_voor_taal") -> bool:
    return Rust(reglement(sleutel), NEW_YEAR).holds(dagen)


@pytest.mark.parametrize(
    ("last", "at_rest"),
    [
        # Three months to judge a maatregel: to 30 December, so late on 31 December at most.
        (date(2023, 9, 30), True),
        # To 1 January: it may be late in the new year.
        (date(2023, 10, 1), False),
    ],
)
def test_it_is_at_rest_when_the_longest_termijn_that_can_run_has_ended(last: date, at_rest: bool):
    assert holds(("ontvangen", date(2023, 3, 1)), CLOSED, ("verbetermaatregel_vastgesteld", last)) is at_rest


def test_what_is_open_or_was_opened_again_or_extended_is_not_at_rest():
    received = ("ontvangen", date(2023, 3, 1))
    assert holds(received, CLOSED)
    assert not holds(received)
    assert not holds()
    assert not holds(received, CLOSED, ("heropend", date(2023, 6, 2)))
    assert not holds(received, ("verdaagd", date(2023, 3, 20)), CLOSED)
    assert not holds(received, CLOSED, ("beroep_uitspraak", NEW_YEAR))


def _record(happened: list[Voorval], sleutel: str) -> Cijferrecord:
    events = tuple(
        Gebeurtenis(item.soort, item.dag, item.ref, termijn=item.velden.get("termijn"), velden=item.velden)
        for item in happened
    )
    nummer = Nummer(2022, 1, 1, happened[0].dag)
    return Deriver(reglement(sleutel)).derive(nummer, DossierFeiten(events), Keuzes())


def _days_of_what_came_of_it(record: Cijferrecord) -> set[date | None]:
    courts = (*record.bezwaren, *record.beroepen, *record.doorverwezen)
    days = {day for item in courts for day in (item.begonnen, item.beslist)}
    return days | {
        day for item in record.maatregelen for day in (item.besloten, item.uitgevoerd, item.geevalueerd)
    }


def test_no_figure_rests_on_a_dossier_at_rest():
    chance = random.Random(7)
    counted = {True: 0, False: 0}
    for sleutel in VERLOPEN:
        rust = Rust(reglement(sleutel), NEW_YEAR)
        for _dossier in range(1500):
            begin = date(2022, 1, 1) + timedelta(days=chance.randrange(900))
            happened = list(invent(chance, sleutel, begin, date(2025, 12, 31)))
            at_rest = rust.holds([(item.soort, item.dag) for item in happened])
            counted[at_rest] += 1
            if at_rest:
                record = _record(happened, sleutel)
                assert not FOR_EVER.stroom(record).deed_mee
                assert not any(map(FOR_EVER.uitkomst, record.termijnen))
                assert not any(map(FOR_EVER.holds, _days_of_what_came_of_it(record)))
    assert min(counted.values()) > 500
