"""Extending a termijn: what it does to the dates, and when it is refused."""

import pytest

from klachtdesk.errors import GebeurtenisError

INTERACTIE = "ontvangen 2026-04-01"  # the oordeel is due on 29 April
TAAL = "ontvangen 2026-04-13"  # the oordeel is due on 25 May
REDEN = "reden=onderzoek"


@pytest.mark.clausule("IA-5.5")
@pytest.mark.parametrize(
    ("tot", "streefdatum"),
    [
        ("2026-05-20", "2026-05-20"),  # a Wednesday
        ("2026-05-23", "2026-05-22"),  # a Saturday: exactly this end, done by Friday
        ("2026-05-25", "2026-05-22"),  # tweede pinksterdag: done by Friday
    ],
)
def test_the_end_becomes_exactly_tot(interactie, tot, streefdatum):
    verdaagd = f"verdaagd 2026-04-29 termijn=oordeel tot={tot} {REDEN}"
    assert interactie.dates("oordeel", INTERACTIE, verdaagd) == (tot, streefdatum)


@pytest.mark.clausule("TT-4c")
@pytest.mark.parametrize("grond", ["ernst", "complexiteit"])
def test_with_a_grond_of_the_reglement(tien_voor_taal, grond):
    verdaagd = f"verdaagd 2026-05-20 termijn=oordeel tot=2026-06-12 {REDEN} grond={grond}"
    # Friday; the klager must have it, so it is sent on Thursday.
    assert tien_voor_taal.dates("oordeel", TAAL, verdaagd) == ("2026-06-12", "2026-06-11")
    assert tien_voor_taal.status("oordeel", TAAL, verdaagd, "oordeel_verzonden 2026-06-12") == "gehaald"


@pytest.mark.clausule("KL-11")
def test_of_a_bezwaar(klik_onderwijs):
    events = ("ontvangen 2026-04-02", "oordeel_verzonden 2026-05-06", "bezwaar_ontvangen 2026-05-19")
    verdaagd = f"verdaagd 2026-06-10 termijn=uitspraak_bezwaar tot=2026-06-30 {REDEN}"
    assert klik_onderwijs.dates("uitspraak_bezwaar", *events, verdaagd) == ("2026-06-30", "2026-06-30")
    assert (
        klik_onderwijs.status(
            "uitspraak_bezwaar", *events, verdaagd, "bezwaar_uitspraak_verzonden 2026-06-29"
        )
        == "gehaald"
    )


def test_more_than_once_each_against_the_end_then_in_force(interactie):
    twice = (
        f"verdaagd 2026-04-20 termijn=oordeel tot=2026-05-08 {REDEN}",
        f"verdaagd 2026-05-08 termijn=oordeel tot=2026-05-29 {REDEN}",
    )
    assert interactie.dates("oordeel", INTERACTIE, *twice) == ("2026-05-29", "2026-05-29")


def test_it_moves_the_run_that_started_last(klik_onderwijs):
    events = (
        "ontvangen 2026-04-02",
        "bezwaar_ontvangen 2026-05-04",
        "bezwaar_uitspraak_verzonden 2026-05-18",
        "afgehandeld 2026-05-19",
        "heropend 2026-05-20",
        "bezwaar_ontvangen 2026-05-26",
        f"verdaagd 2026-06-01 termijn=uitspraak_bezwaar tot=2026-07-31 {REDEN}",
    )
    termijnen = klik_onderwijs.termijnen(*events)
    assert str(termijnen["uitspraak_bezwaar"].einde) == "2026-06-01"  # four weeks after 4 May
    assert str(termijnen["uitspraak_bezwaar#2"].einde) == "2026-07-31"


def test_between_two_runs_it_moves_the_one_that_is_still_open(klik_onderwijs):
    events = (
        "ontvangen 2026-04-02",
        "bezwaar_ontvangen 2026-05-04",
        "afgehandeld 2026-05-19",
        "heropend 2026-05-20",
        f"verdaagd 2026-05-21 termijn=uitspraak_bezwaar tot=2026-06-30 {REDEN}",
        "bezwaar_ontvangen 2026-05-26",
    )
    termijnen = klik_onderwijs.termijnen(*events)
    assert str(termijnen["uitspraak_bezwaar"].einde) == "2026-06-30"
    assert str(termijnen["uitspraak_bezwaar#2"].einde) == "2026-06-23"  # four weeks after 26 May


@pytest.mark.clausule("IA-5.5")
@pytest.mark.parametrize(
    ("verdaagd", "field"),
    [
        ("verdaagd 2026-04-10 tot=2026-05-20 reden=x", "termijn"),
        ("verdaagd 2026-04-10 termijn=reactie tot=2026-05-20 reden=x", "termijn"),  # not in this reglement
        ("verdaagd 2026-04-10 termijn=oordeel reden=x", "tot"),
        ("verdaagd 2026-04-10 termijn=oordeel tot=2026-05-20", "reden"),
        ("verdaagd 2026-04-10 termijn=oordeel tot=2026-05-20 reden=\t", "reden"),
        ("verdaagd 2026-04-10 termijn=oordeel tot=2026-04-29 reden=x", "tot"),  # the end itself
        ("verdaagd 2026-04-10 termijn=oordeel tot=2026-04-12 reden=x", "tot"),
        ("verdaagd 2026-04-30 termijn=oordeel tot=2026-05-20 reden=x", "datum"),  # the day after the end
    ],
)
def test_refused(interactie, verdaagd, field):
    with pytest.raises(GebeurtenisError) as refused:
        interactie.feiten(INTERACTIE, verdaagd)
    assert (refused.value.place, refused.value.field) == (2, field)


@pytest.mark.clausule("TT-4c")
@pytest.mark.parametrize("grond", ["", " grond=drukte"])
def test_refused_without_a_grond_of_the_reglement(tien_voor_taal, grond):
    with pytest.raises(GebeurtenisError, match="ernst, complexiteit") as refused:
        tien_voor_taal.feiten(TAAL, f"verdaagd 2026-05-20 termijn=oordeel tot=2026-06-12 {REDEN}{grond}")
    assert refused.value.field == "grond"


def test_a_grond_is_ignored_where_the_reglement_lists_none(interactie):
    verdaagd = f"verdaagd 2026-04-10 termijn=oordeel tot=2026-05-20 {REDEN} grond=drukte"
    assert interactie.dates("oordeel", INTERACTIE, verdaagd)[0] == "2026-05-20"


@pytest.mark.clausule("TT-2.2c", "TT-2.3a")
@pytest.mark.parametrize("termijn", ["ontvangstbevestiging", "bericht_afhandeling"])
def test_refused_where_the_text_knows_no_verdaging(tien_voor_taal, termijn):
    with pytest.raises(GebeurtenisError, match="kan deze termijn niet worden verdaagd"):
        tien_voor_taal.feiten(
            TAAL, f"verdaagd 2026-04-20 termijn={termijn} tot=2026-06-12 {REDEN} grond=ernst"
        )


@pytest.mark.parametrize("ended", ["oordeel_verzonden", "ingetrokken", "afgehandeld", "direct_opgelost"])
@pytest.mark.parametrize(
    ("day", "accepted"), [("2026-04-09", False), ("2026-04-10", False), ("2026-04-11", True)]
)
def test_refused_once_it_was_met_or_had_lapsed(interactie, ended, day, accepted):
    events = (f"verdaagd 2026-04-10 termijn=oordeel tot=2026-05-20 {REDEN}", f"{ended} {day}")
    if accepted:
        assert interactie.dates("oordeel", INTERACTIE, *events)[0] == "2026-05-20"
        return
    with pytest.raises(GebeurtenisError, match=r"is al (voldaan|vervallen)") as refused:
        interactie.feiten(INTERACTIE, *events)
    assert (refused.value.place, refused.value.field) == (2, "termijn")


def test_allowed_again_once_the_closing_is_undone(interactie):
    events = ("afgehandeld 2026-04-10", "heropend 2026-04-12")
    verdaagd = f"verdaagd 2026-04-13 termijn=oordeel tot=2026-05-20 {REDEN}"
    assert interactie.dates("oordeel", INTERACTIE, *events, verdaagd)[0] == "2026-05-20"


def test_refused_before_the_termijn_runs(klik_onderwijs):
    verdaagd = f"verdaagd 2026-05-04 termijn=uitspraak_bezwaar tot=2026-07-31 {REDEN}"
    for events in (
        ("ontvangen 2026-04-02", verdaagd),
        ("ontvangen 2026-04-02", verdaagd, "bezwaar_ontvangen 2026-05-04"),
    ):
        with pytest.raises(GebeurtenisError, match="loopt nog niet") as refused:
            klik_onderwijs.feiten(*events)
        assert (refused.value.place, refused.value.field) == (2, "termijn")
    # On the same day, but after the bezwaar in the list, it does.
    klik_onderwijs.feiten("ontvangen 2026-04-02", "bezwaar_ontvangen 2026-05-04", verdaagd)
