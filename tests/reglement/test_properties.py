"""What holds for every list of gebeurtenissen that can be true, found out by making up many of them."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st

from klachtdesk.errors import GebeurtenisError
from klachtdesk.reglement.bewaartermijn import derive_bewaartermijn
from klachtdesk.reglement.dossier import DossierFeiten, Gebeurtenis
from klachtdesk.reglement.explanation import explain
from klachtdesk.reglement.explanation_bewaren import explain_bewaren
from klachtdesk.reglement.gebeurtenissen import REF_SOORTEN, SOORTEN
from klachtdesk.reglement.termijnen import derive_termijnen
from klachtdesk.reglement.validation import validate_gebeurtenissen

SLEUTELS = ["interactie", "klassewerk", "klik_onderwijs", "leefstijlwijzer", "tien_voor_taal"]
PEILDATUM = date(2027, 1, 1)
FIRST_DAY = date(2026, 1, 1)

# Kinds that mean something to a termijn come up more often than the others.
TELLING = [
    "ingediend", "ontvangen", "doorgezonden", "contact_klager", "ontvangstbevestiging_verzonden",
    "niet_in_behandeling", "oordeel_verzonden", "bezwaar_ontvangen", "bezwaar_uitspraak_verzonden",
    "bezwaar_ingetrokken", "reactie_verzonden", "reactie_ontvangen", "afgehandeld", "ingetrokken",
    "direct_opgelost", "heropend", "tevredenheid_bevestigd", "besproken", "verdaagd", *sorted(REF_SOORTEN),
]  # fmt: skip

gebeurtenissen = st.builds(
    lambda soort, day, ref, termijn, extra, grond: Gebeurtenis(
        soort,
        FIRST_DAY + timedelta(days=day),
        ref=ref if soort in REF_SOORTEN else None,
        termijn=termijn if soort == "verdaagd" else None,
        tot=FIRST_DAY + timedelta(days=day + extra) if soort == "verdaagd" else None,
        reden="onderzoek" if soort == "verdaagd" else None,
        grond=grond if soort == "verdaagd" else None,
    ),
    st.one_of(st.sampled_from(TELLING), st.sampled_from(sorted(SOORTEN))),
    st.integers(0, 200),
    st.sampled_from("ab"),
    st.sampled_from(["oordeel", "uitspraak_bezwaar"]),
    st.integers(0, 60),
    st.sampled_from(["ernst", "complexiteit"]),
)


@st.composite
def true_lists(draw, reglement):
    """Make a list up event by event, and leave out each that can't follow on the others."""
    received = Gebeurtenis("ontvangen", FIRST_DAY + timedelta(days=draw(st.integers(0, 20))))
    accepted = [received] if draw(st.booleans()) else []
    for made_up in draw(st.lists(gebeurtenissen, max_size=14)):
        try:
            validate_gebeurtenissen(reglement, [*accepted, made_up], PEILDATUM)
        except GebeurtenisError:
            continue
        accepted.append(made_up)
    return accepted


def told(reglement, events, peildatum=PEILDATUM):
    feiten = validate_gebeurtenissen(reglement, events, peildatum)
    return derive_termijnen(reglement, feiten, peildatum)


def in_short(standen):
    return [
        (stand.termijn, stand.ref, stand.ronde, stand.start, stand.einde, stand.streefdatum, stand.status)
        for stand in standen
    ]


pytestmark = pytest.mark.parametrize("sleutel", SLEUTELS)
some = settings(max_examples=60, suppress_health_check=[HealthCheck.too_slow])


@some
@given(data=st.data())
def test_a_true_list_always_has_an_answer(reglementen, sleutel, data):
    reglement = reglementen[sleutel]
    events = data.draw(true_lists(reglement))
    feiten = validate_gebeurtenissen(reglement, events, PEILDATUM)
    standen = derive_termijnen(reglement, feiten, PEILDATUM)
    assert [(s.einde, s.termijn, s.ref or "", s.ronde or 0) for s in standen] == sorted(
        (s.einde, s.termijn, s.ref or "", s.ronde or 0) for s in standen
    )
    for stand in standen:
        assert (stand.ronde is None) == (stand.ref is not None)
        assert stand.start <= stand.einde
        assert (stand.streefdatum is None) == (stand.voor == "klager")
        assert stand.streefdatum is None or stand.start <= stand.streefdatum <= stand.einde
        assert (stand.voldaan_op is None) or stand.voldaan_op >= stand.start
        assert stand.status not in (
            {"te_laat", "te_laat_vervallen"} if stand.voor != "kantoor" else {"verlopen"}
        )
        assert all(sentence.endswith(".") for sentence in explain(reglement, feiten, stand))
    bewaren = derive_bewaartermijn(reglement, feiten, PEILDATUM)
    assert (bewaren.vanaf is None) == (bewaren.tot is None)
    assert bewaren.vanaf is None or bewaren.tot is None or bewaren.vanaf <= bewaren.tot
    assert all(sentence.endswith(".") for sentence in explain_bewaren(reglement, bewaren))


@some
@given(data=st.data())
def test_a_note_changes_nothing(reglementen, sleutel, data):
    reglement = reglementen[sleutel]
    events = data.draw(true_lists(reglement))
    day = FIRST_DAY + timedelta(days=data.draw(st.integers(0, 300)))
    at = data.draw(st.integers(0, len(events)))
    with_note = [*events[:at], Gebeurtenis("notitie", day), *events[at:]]
    assert in_short(told(reglement, with_note)) == in_short(told(reglement, events))


@some
@given(data=st.data())
def test_the_order_of_the_list_counts_only_within_a_day(reglementen, sleutel, data):
    reglement = reglementen[sleutel]
    events = data.draw(true_lists(reglement))
    by_date = sorted(events, key=lambda event: event.datum)
    assert in_short(told(reglement, by_date)) == in_short(told(reglement, events))


@some
@given(data=st.data())
def test_time_alone_only_turns_open_into_late(reglementen, sleutel, data):
    reglement = reglementen[sleutel]
    events = data.draw(true_lists(reglement))
    assume(events)
    last = max(event.datum for event in events)
    before = told(reglement, events, last)
    after = told(reglement, events, last + timedelta(days=data.draw(st.integers(0, 400))))
    for then, now in zip(before, after, strict=True):
        assert (then.termijn, then.einde, then.voldaan_op) == (now.termijn, now.einde, now.voldaan_op)
        if then.status == "open":
            assert now.status in {"open", "te_laat" if now.voor == "kantoor" else "verlopen"}
        else:
            assert now.status == then.status


@some
@given(data=st.data())
def test_all_a_week_later_has_the_same_number_of_termijnen(reglementen, sleutel, data):
    """Which termijnen run, and in which ronde, depends on the order of things and not on the calendar."""
    reglement = reglementen[sleutel]
    events = [event for event in data.draw(true_lists(reglement)) if event.soort != "verdaagd"]
    later = [replace(event, datum=event.datum + timedelta(days=7)) for event in events]
    assert sorted((s.termijn, s.ref or "", s.ronde or 0) for s in told(reglement, later)) == sorted(
        (s.termijn, s.ref or "", s.ronde or 0) for s in told(reglement, events)
    )


@some
@given(data=st.data())
def test_only_met_or_lapsed_or_waiting(reglementen, sleutel, data):
    """The status table, read from its other side: each status says what must and must not have happened."""
    reglement = reglementen[sleutel]
    for stand in told(reglement, data.draw(true_lists(reglement))):
        met, lapsed = stand.loop.voldaan_door, stand.loop.vervallen_door
        if stand.status in {"gehaald", "te_laat_gehaald"}:
            assert met is not None
            assert met.datum == stand.voldaan_op
            assert (met.datum > stand.einde) == (stand.status == "te_laat_gehaald")
        elif stand.status in {"vervallen", "te_laat_vervallen"}:
            assert lapsed is not None
            assert met is None or met.datum > lapsed.datum
        elif stand.status in {"open", "te_laat"}:
            assert met is None
            assert lapsed is None
            assert (stand.status == "te_laat") == (stand.einde < PEILDATUM)


@some
@given(data=st.data())
def test_validated_feiten_are_in_counting_order(reglementen, sleutel, data):
    feiten = validate_gebeurtenissen(
        reglementen[sleutel], data.draw(true_lists(reglementen[sleutel])), PEILDATUM
    )
    dates = [event.datum for event in feiten.gebeurtenissen]
    assert dates == sorted(dates)
    assert sum(len(ronde) for ronde in feiten.rondes) == len(feiten.gebeurtenissen)
    assert DossierFeiten(feiten.gebeurtenissen) == feiten
