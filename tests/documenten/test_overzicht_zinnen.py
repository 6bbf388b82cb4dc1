"""The sentences of the overview: right Dutch for none, one and many, and for every sort of period."""

from dataclasses import replace
from datetime import date
from typing import Any

import pytest
from overzichten import labels_of

from klachtdesk.documenten.overzicht_zinnen import samenvatting
from klachtdesk.overzicht.assembly import Bron, assemble
from klachtdesk.overzicht.cijferrecord import (
    Cijferrecord,
    Maatregel,
    Onderdeel,
    Rechtsgang,
    TermijnCijfer,
    Wending,
)
from klachtdesk.overzicht.labels import Labels
from klachtdesk.overzicht.perioden import Periode

YEAR = date(2026, 1, 1), date(2026, 12, 31)
NOBODY = "Niemand maakte bezwaar, en niemand stapte naar een instantie buiten het kantoor."


@pytest.fixture(scope="module")
def labels() -> Labels:
    return labels_of("interactie", "klik_onderwijs")


def _klacht(number: int, day: date, closed: date | None = None, **more: Any) -> Cijferrecord:
    ended = () if closed is None else (Wending(closed, "afgehandeld"),)
    base = Cijferrecord(
        day.year, number, "interactie", 1, day, ontvangen=day, wendingen=ended, kanaal="email"
    )
    return replace(base, **more)


def _sentences(
    labels: Labels,
    *records: Cijferrecord,
    periode: tuple[date, date] = YEAR,
    peil: date | None = None,
    publiek: bool = False,
) -> tuple[str, ...]:
    van, tot = periode
    bron = Bron(records, labels, Periode(van, tot, min(peil or tot, tot)))
    return samenvatting(assemble(bron, kantoor="Interactie", reglement="", drempel=3, publiek=publiek))


def test_one_klacht_that_was_closed_the_same_day(labels: Labels) -> None:
    record = _klacht(
        1,
        date(2026, 3, 3),
        date(2026, 3, 3),
        gegrondheid="gegrond",
        oorzaak="planning",
        onderwerpen=("hoogte_factuur",),
        tevredenheid="niet_tevreden",
        onderdelen=(Onderdeel("hoogte_factuur", "gegrond"),),
        termijnen=(
            TermijnCijfer("oordeel", date(2026, 3, 3), date(2026, 3, 31), date(2026, 3, 3), gehaald=True),
        ),
    )
    assert _sentences(labels, record) == (
        "In 2026 kwam 1 klacht of melding binnen.",
        "Aan het begin liep er geen, er is er 1 afgesloten, en aan het eind liep er geen meer.",
        "Het ging over “Hoogte van de factuur”.",
        "De oorzaak was “Planning of bereikbaarheid”.",
        "Het enige oordeel was: gegrond.",
        "De enige termijn die gehaald moest worden, is gehaald.",
        "Wat is afgesloten, was op de dag zelf klaar.",
        "De enige klager die het liet weten, was niet tevreden.",
        NOBODY,
    )


def test_a_klacht_of_last_year_that_still_runs(labels: Labels) -> None:
    sentences = _sentences(labels, _klacht(1, date(2025, 3, 3)))
    assert sentences == (
        "In 2026 kwam er geen enkele klacht of melding binnen, 1 minder dan in 2025.",
        "Aan het begin liep er 1, er is er geen afgesloten, en aan het eind liep er nog 1.",
        NOBODY,
    )


def test_a_quiet_year_tells_what_came_of_klachten_of_earlier(labels: Labels) -> None:
    """It was closed in 2025; in January 2026 the klager objected, and in February its measure was judged."""
    day = date(2026, 2, 2)
    maatregel = Maatregel("verbetermaatregel", date(2025, 4, 1), "", day, day, "effectief")
    record = _klacht(
        1,
        date(2025, 3, 3),
        date(2025, 3, 5),
        bezwaren=(Rechtsgang(date(2026, 1, 5)),),
        maatregelen=(maatregel,),
    )
    assert _sentences(labels, record) == (
        "In 2026 kwam er geen enkele klacht of melding binnen, en er liep er ook geen meer.",
        "Er is 1 keer bezwaar gemaakt; niemand stapte naar een instantie buiten het kantoor.",
        "Er is 1 verbetermaatregel geëvalueerd: effectief.",
    )


@pytest.mark.parametrize(
    ("periode", "opening"),
    [
        (YEAR, "In 2026 kwamen 2 klachten en meldingen binnen, 1 meer dan in 2025."),
        (
            (date(2026, 1, 1), date(2026, 6, 30)),
            "In de eerste helft van 2026 kwamen 2 klachten en meldingen binnen, "
            "1 meer dan in de eerste helft van 2025.",
        ),
        (
            (date(2026, 4, 1), date(2026, 6, 30)),
            "In het 2e kwartaal van 2026 kwam 1 klacht of melding binnen, "
            "evenveel als in het 2e kwartaal van 2025.",
        ),
        (
            (date(2026, 2, 1), date(2026, 2, 28)),
            "In februari 2026 kwam 1 klacht of melding binnen.",  # there was nothing yet in February 2025
        ),
        (
            (date(2026, 2, 2), date(2026, 4, 17)),
            "Van 2 februari tot en met 17 april 2026 kwamen 2 klachten en meldingen binnen, "
            "1 meer dan een jaar eerder.",
        ),
        (
            (date(2025, 1, 1), date(2026, 12, 31)),  # the two years overlap with those of a year before
            "In de jaren 2025 tot en met 2026 kwamen 3 klachten en meldingen binnen.",
        ),
    ],
)
def test_every_sort_of_period_reads_as_dutch(
    labels: Labels, periode: tuple[date, date], opening: str
) -> None:
    """One came in in April 2025, the first ever; one in February and one in April 2026."""
    records = [_klacht(1, day) for day in (date(2025, 4, 1), date(2026, 2, 2), date(2026, 4, 1))]
    assert _sentences(labels, *records, periode=periode)[0] == opening


def test_a_year_that_runs_is_not_measured_against_a_whole_one(labels: Labels) -> None:
    """Two in 2025, of which one in December; one in 2026 so far."""
    days = (date(2025, 3, 3), date(2025, 12, 1), date(2026, 2, 2))
    sentences = _sentences(labels, *(_klacht(1, day) for day in days), peil=date(2026, 11, 21))
    assert sentences[:2] == (
        "In 2026 kwam 1 klacht of melding binnen, tot en met 21 november; in 2025 waren dat er in totaal 2.",
        "Aan het begin liepen er 2, er is er geen afgesloten, en op 21 november liepen er nog 3.",
    )


@pytest.mark.parametrize("publiek", [False, True])
def test_a_year_to_come_is_one_sentence(labels: Labels, publiek: bool) -> None:
    open_still = _klacht(1, date(2026, 3, 3))
    periode = date(2028, 1, 1), date(2028, 12, 31)
    sentences = _sentences(labels, open_still, periode=periode, peil=date(2026, 11, 21), publiek=publiek)
    assert sentences == ("Deze periode moet nog beginnen; er zijn nog geen cijfers.",)


def test_nothing_is_called_most_when_nothing_was(labels: Labels) -> None:
    """Two klachten with an oorzaak each and an onderwerp each."""
    day = date(2026, 3, 2)
    first = _klacht(1, day, day, oorzaak="planning", onderwerpen=("hoogte_factuur",))
    second = _klacht(2, day, day, oorzaak="techniek", onderwerpen=("kwaliteit_dienstverlening",))
    sentences = _sentences(labels, first, second)
    assert "Geen onderwerp kwam vaker dan 1 keer voor." in sentences
    assert "Geen oorzaak kwam vaker dan 1 keer voor." in sentences
    assert "Alles wat is afgesloten, was klaar op de dag zelf." in sentences


@pytest.mark.parametrize(
    ("lengths", "told"),
    [
        ((53,), "Wat is afgesloten, was na 53 dagen klaar."),
        ((1,), "Wat is afgesloten, was na 1 dag klaar."),
        # The median of 0 and 3 is one and a half; with two dossiers the longest is told, not nine in ten.
        ((0, 3), "De helft van wat is afgesloten, was klaar binnen 1,5 dag; het langst duurde 3 dagen."),
        ((0, 0, 1), "De helft van wat is afgesloten, was klaar op de dag zelf; het langst duurde 1 dag."),
        # The ninth of ten took 12 days.
        (
            (0, 0, 0, 1, 1, 1, 2, 3, 12, 90),
            "De helft van wat is afgesloten, was klaar binnen een dag; negen van de tien binnen 12 dagen.",
        ),
        ((0,) * 9 + (5,), "Negen van de tien dossiers waren klaar op de dag zelf."),
    ],
)
def test_days_read_as_dutch(labels: Labels, lengths: tuple[int, ...], told: str) -> None:
    first = date(2026, 3, 2)
    records = [
        _klacht(number, first, date.fromordinal(first.toordinal() + length))
        for number, length in enumerate(lengths, 1)
    ]
    assert told in _sentences(labels, *records)


@pytest.mark.parametrize(
    ("days", "told"),
    [
        ((3,), "De enige termijn die gehaald moest worden, is gehaald."),
        ((None,), "De enige termijn die gehaald moest worden, is niet gehaald."),
        ((3, 4), "Beide termijnen die gehaald moesten worden, zijn gehaald."),
        ((3, 4, 5), "Alle 3 termijnen die gehaald moesten worden, zijn gehaald."),
        ((3, None), "Van de 2 termijnen die gehaald moesten worden, was er 1 te laat."),
        ((3, 40, None), "Van de 3 termijnen die gehaald moesten worden, waren er 2 te laat."),
    ],
)
def test_termijnen_read_as_dutch(labels: Labels, days: tuple[int | None, ...], told: str) -> None:
    """Each was to be met within 28 days; None was never met, and is late by the end of the year."""
    start = date(2026, 3, 2)
    records = [
        _klacht(
            number,
            start,
            termijnen=(
                TermijnCijfer(
                    "oordeel",
                    start,
                    date(2026, 3, 30),
                    None if length is None else date.fromordinal(start.toordinal() + length),
                    gehaald=length is not None,
                ),
            ),
        )
        for number, length in enumerate(days, 1)
    ]
    assert told in _sentences(labels, *records)


@pytest.mark.parametrize(
    ("answers", "told"),
    [
        (("tevreden",), "De enige klager die het liet weten, was tevreden."),
        (("tevreden",) * 2, "Beide klagers die het lieten weten, waren tevreden."),
        (("tevreden", "niet_tevreden"), "Van de 2 klagers die het lieten weten, was er 1 tevreden."),
        (("niet_tevreden",) * 2, "Van de 2 klagers die het lieten weten, was er geen tevreden."),
    ],
)
def test_satisfaction_reads_as_dutch(labels: Labels, answers: tuple[str, ...], told: str) -> None:
    day = date(2026, 3, 2)
    records = [_klacht(number, day, day, tevredenheid=answer) for number, answer in enumerate(answers, 1)]
    assert told in _sentences(labels, *records)


def test_measures_are_told_by_what_they_did(labels: Labels) -> None:
    """Three decided on in 2026; two of them judged in 2026, and one of 2025 as well."""
    day, before = date(2026, 3, 2), date(2025, 6, 2)
    judged = [
        Maatregel("verbetermaatregel", besloten, "", day, day, uitkomst)
        for besloten, uitkomst in ((day, "effectief"), (day, "niet"), (before, "effectief"))
    ]
    records = [
        _klacht(number, day, day, maatregelen=(item,))
        for number, item in enumerate((*judged, Maatregel("verbetermaatregel", day)), 1)
    ]
    sentences = _sentences(labels, *records)
    assert "Er zijn 3 verbetermaatregelen vastgesteld." in sentences
    assert "Er zijn 3 verbetermaatregelen geëvalueerd: 2 effectief en 1 niet effectief." in sentences


def test_outside_the_longest_of_a_few_is_not_told(labels: Labels) -> None:
    """Three closed after 1, 2 and 30 days: what took 30 days is one klacht, and its klager knows which."""
    start = date(2026, 3, 2)
    records = [
        _klacht(1, start, date(2026, 3, 3)),
        _klacht(2, start, date(2026, 3, 4)),
        _klacht(3, start, date(2026, 4, 1)),
    ]
    inside, outside = (_sentences(labels, *records, publiek=publiek) for publiek in (False, True))
    assert "De helft van wat is afgesloten, was klaar binnen 2 dagen; het langst duurde 30 dagen." in inside
    assert "De helft van wat is afgesloten, was klaar binnen 2 dagen." in outside
