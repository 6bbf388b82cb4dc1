"""The status table: what became of a termijn, on the last day and the day after it."""

import pytest

from klachtdesk.assets import read_text
from klachtdesk.reglement.loading import load_reglement

KANTOOR = ["ontvangen 2026-04-01"]  # interactie, oordeel: ends Wednesday 29 April
KLAGER = [
    "ontvangen 2026-03-01",
    "oordeel_verzonden 2026-03-02",
]  # klassewerk, bezwaar_indienen: ends 2 April
SIGNAAL = [
    "ontvangen 2026-04-24",
    "doorgezonden 2026-04-24",
]  # klassewerk, verantwoordelijke_bereiken: the 24th


@pytest.mark.clausule("IA-5.5")
@pytest.mark.parametrize(
    ("happens", "status", "voldaan_op"),
    [
        ("oordeel_verzonden 2026-04-29", "gehaald", "2026-04-29"),
        ("oordeel_verzonden 2026-04-30", "te_laat_gehaald", "2026-04-30"),
        ("ingetrokken 2026-04-29", "vervallen", "None"),
        ("ingetrokken 2026-04-30", "te_laat_vervallen", "None"),
        ("afgehandeld 2026-04-29", "vervallen", "None"),
        ("direct_opgelost 2026-04-29", "vervallen", "None"),
        ("notitie 2026-04-30", "te_laat", "None"),
        ("niet_in_behandeling 2026-04-29", "te_laat", "None"),  # lapses only where the reglement says so
    ],
)
def test_a_duty_of_the_office(interactie, happens, status, voldaan_op):
    stand = interactie.termijnen(*KANTOOR, happens)["oordeel"]
    assert (stand.status, str(stand.voldaan_op)) == (status, voldaan_op)


@pytest.mark.parametrize(
    ("op", "status"), [("2026-04-01", "open"), ("2026-04-29", "open"), ("2026-04-30", "te_laat")]
)
def test_a_duty_is_open_up_to_and_on_its_last_day(interactie, op, status):
    assert interactie.status("oordeel", *KANTOOR, op=op) == status


@pytest.mark.clausule("KW-5a")
@pytest.mark.parametrize(
    ("bezwaar", "op", "status"),
    [
        (["bezwaar_ontvangen 2026-04-02"], "2026-05-01", "gehaald"),
        (["bezwaar_ontvangen 2026-04-03"], "2026-05-01", "te_laat_gehaald"),
        ([], "2026-04-02", "open"),
        ([], "2026-04-03", "verlopen"),
    ],
)
def test_a_right_of_the_klager(klassewerk, bezwaar, op, status):
    assert klassewerk.status("bezwaar_indienen", *KLAGER, *bezwaar, op=op) == status


@pytest.mark.clausule("KW-3a")
@pytest.mark.parametrize(
    ("happens", "op", "status"),
    [
        (["verantwoordelijke_bereikt 2026-04-24"], "2026-05-01", "gehaald"),
        (["contact_klager 2026-04-24"], "2026-05-01", "gehaald"),
        (["contact_klager 2026-04-28"], "2026-05-01", "verlopen"),
        (["ingetrokken 2026-04-24"], "2026-05-01", "vervallen"),
        (["ingetrokken 2026-04-28"], "2026-05-01", "verlopen"),
        ([], "2026-04-24", "open"),
        ([], "2026-04-25", "verlopen"),
    ],
)
def test_a_signaal(klassewerk, happens, op, status):
    assert klassewerk.status("verantwoordelijke_bereiken", *SIGNAAL, *happens, op=op) == status


@pytest.mark.parametrize(("closed", "status"), [("2026-05-29", "vervallen"), ("2026-05-30", "verlopen")])
def test_a_right_that_lapses_by_closing(interactie, closed, status):
    """None of the five has one: here the termijn of 5.5 is made a right."""
    as_right = read_text("reglementen", "interactie.toml").replace('voor = "kantoor"', 'voor = "klager"')
    desk = type(interactie)(load_reglement(as_right))
    # 1 May 2026 plus four weeks is Friday 29 May.
    assert desk.status("oordeel", "ontvangen 2026-05-01", f"ingetrokken {closed}") == status


@pytest.mark.parametrize(
    ("events", "status"),
    [
        (
            ["oordeel_verzonden 2026-04-10", "ingetrokken 2026-04-10"],
            "gehaald",
        ),  # on one day the meeting decides
        (["ingetrokken 2026-04-10", "oordeel_verzonden 2026-04-10"], "gehaald"),
        (["oordeel_verzonden 2026-04-10", "ingetrokken 2026-04-11"], "gehaald"),
        (["ingetrokken 2026-04-10", "oordeel_verzonden 2026-04-11"], "vervallen"),  # the earlier decides
        (["ingetrokken 2026-04-30", "oordeel_verzonden 2026-05-01"], "te_laat_vervallen"),
    ],
)
def test_the_earlier_of_meeting_and_lapsing_decides(interactie, events, status):
    stand = interactie.termijnen(*KANTOOR, *events)["oordeel"]
    assert stand.status == status
    assert (stand.voldaan_op is not None) == (status == "gehaald")


@pytest.mark.clausule("KW-2c")
def test_meeting_counts_by_date_not_by_place(klassewerk):
    before = ["ontvangen 2026-04-23", "contact_klager 2026-04-23", "doorgezonden 2026-04-24"]
    assert klassewerk.status("telefonisch_contact", *before, op="2026-04-24") == "open"
    same_day = ["ontvangen 2026-04-24", "contact_klager 2026-04-24", "doorgezonden 2026-04-24"]
    assert klassewerk.status("telefonisch_contact", *same_day) == "gehaald"


@pytest.mark.clausule("TT-1.2c", "TT-2.3a")
@pytest.mark.parametrize(
    "met_by", ["bericht_afhandeling_verzonden", "niet_in_behandeling", "oordeel_verzonden"]
)
def test_bericht_afhandeling_is_met_in_three_ways(tien_voor_taal, met_by):
    assert (
        tien_voor_taal.status("bericht_afhandeling", "ontvangen 2026-04-13", f"{met_by} 2026-05-11")
        == "gehaald"
    )


@pytest.mark.clausule("TT-4c")
def test_oordeel_lapses_by_niet_in_behandeling(tien_voor_taal):
    events = ("ontvangen 2026-04-13", "niet_in_behandeling 2026-05-11")
    assert tien_voor_taal.status("oordeel", *events) == "vervallen"


@pytest.mark.clausule("KW-5c", "KL-11")
def test_uitspraak_bezwaar_lapses_by_bezwaar_ingetrokken(klassewerk, klik_onderwijs):
    events = ("ontvangen 2026-06-01", "oordeel_verzonden 2026-06-02", "bezwaar_ontvangen 2026-06-15")
    for desk in (klassewerk, klik_onderwijs):
        assert desk.status("uitspraak_bezwaar", *events, "bezwaar_ingetrokken 2026-07-13") == "vervallen"
        # 13 July is the last day of the four weeks, 15 July of the month; closing does not end either.
        assert desk.status("uitspraak_bezwaar", *events, "afgehandeld 2026-06-16", op="2026-07-13") == "open"
        assert (
            desk.status("uitspraak_bezwaar", *events, "bezwaar_uitspraak_verzonden 2026-07-13") == "gehaald"
        )


@pytest.mark.clausule("KL-14")
def test_a_consequentie_is_met_by_its_own_ref_only(klik_onderwijs):
    termijnen = klik_onderwijs.termijnen(
        "ontvangen 2026-04-02",
        "oordeel_verzonden 2026-05-06",
        "consequenties_vastgesteld 2026-05-06 ref=licentie",
        "consequenties_vastgesteld 2026-05-06 ref=helpdesk",
        "consequenties_afgehandeld 2026-05-18 ref=licentie",
        op="2026-05-25",
    )
    # Both ended on Wednesday 20 May.
    assert termijnen["consequenties@licentie"].status == "gehaald"
    assert termijnen["consequenties@helpdesk"].status == "te_laat"


@pytest.mark.clausule("KL-4", "TT-2.2c", "LW-3")
def test_sent_is_enough_to_meet_what_must_be_received(klik_onderwijs, tien_voor_taal, leefstijlwijzer):
    cases = [
        (
            klik_onderwijs,
            "ontvangstbevestiging",
            "ontvangstbevestiging_verzonden 2026-06-04",
        ),  # three werkdagen
        (
            tien_voor_taal,
            "ontvangstbevestiging",
            "ontvangstbevestiging_verzonden 2026-06-15",
        ),  # fourteen days
        (leefstijlwijzer, "reactie", "reactie_verzonden 2026-06-08"),  # five werkdagen
    ]
    for desk, termijn, sent in cases:
        assert desk.status(termijn, "ontvangen 2026-06-01", sent) == "gehaald"


@pytest.mark.clausule("KL-7")
def test_contact_before_the_receipt_counts_from_the_indiening(klik_onderwijs):
    events = ("ingediend 2026-06-01", "contact_klager 2026-06-02", "ontvangen 2026-06-03")
    assert klik_onderwijs.status("contact_indiener", *events) == "gehaald"


def test_asking_for_what_is_missing_suspends_nothing(tien_voor_taal):
    plain = tien_voor_taal.dates("oordeel", "ontvangen 2026-04-13")
    asked = (
        "aanvulling_gevraagd 2026-04-14",
        "vertaling_gevraagd 2026-04-14",
        "vertaling_ontvangen 2026-04-22",
    )
    assert tien_voor_taal.dates("oordeel", "ontvangen 2026-04-13", *asked) == plain
