"""Which lists of gebeurtenissen can't be true, whatever the reglement."""

import pytest

from klachtdesk.errors import GebeurtenisError
from klachtdesk.reglement.gebeurtenissen import SOORTEN

MAY_COME_FIRST = {
    "melding_ontvangen",
    "ingediend",
    "informele_fase_gestart",
    "informele_fase_beeindigd",
    "folder_verstrekt",
    "contact_klager",
    "notitie",
    "direct_opgelost",
    "ingetrokken",
    "afgehandeld",
}


def refusal(desk, *events, op="2026-12-31"):
    with pytest.raises(GebeurtenisError) as refused:
        desk.feiten(*events, op=op)
    return refused.value.place, refused.value.field


def test_an_unknown_kind_is_refused_without_repeating_it(interactie):
    with pytest.raises(GebeurtenisError) as refused:
        interactie.feiten("ontvangen 2026-04-01", "jan_jansen 2026-04-02")
    assert (refused.value.place, refused.value.field) == (2, "soort")
    assert "jan" not in str(refused.value)


def test_a_date_after_the_peildatum(interactie):
    assert refusal(interactie, "ontvangen 2026-04-02", op="2026-04-01") == (1, "datum")
    interactie.feiten("ontvangen 2026-04-01", op="2026-04-01")


@pytest.mark.parametrize(
    "soort",
    [
        "consequenties_vastgesteld",
        "consequenties_afgehandeld",
        "verbetermaatregel_vastgesteld",
        "verbetermaatregel_geevalueerd",
    ],
)
@pytest.mark.parametrize("ref", ["", " ref=", " ref=\t"])
def test_a_ref_is_needed_for_the_four_kinds_that_have_one(interactie, soort, ref):
    assert refusal(interactie, "ontvangen 2026-04-01", f"{soort} 2026-04-02{ref}") == (2, "ref")


def test_a_second_receipt(interactie):
    assert refusal(interactie, "ontvangen 2026-04-01", "ontvangen 2026-04-02") == (2, "soort")


def test_submitted_after_it_was_received(klik_onderwijs):
    assert refusal(klik_onderwijs, "ontvangen 2026-04-01", "ingediend 2026-04-02") == (2, "soort")
    assert refusal(klik_onderwijs, "ontvangen 2026-04-01", "ingediend 2026-04-01") == (2, "soort")
    klik_onderwijs.feiten("ingediend 2026-04-01", "ontvangen 2026-04-01")


@pytest.mark.parametrize(
    ("opens", "closes"),
    [
        ("consequenties_vastgesteld", "consequenties_afgehandeld"),
        ("verbetermaatregel_vastgesteld", "verbetermaatregel_geevalueerd"),
    ],
)
def test_refs_open_once_and_before_they_close(interactie, opens, closes):
    received, opened, closed = (
        "ontvangen 2026-04-01",
        f"{opens} 2026-04-02 ref=a",
        f"{closes} 2026-04-03 ref=a",
    )
    interactie.feiten(received, opened, closed)
    assert refusal(interactie, received, opened, f"{opens} 2026-04-03 ref=a") == (3, "ref")
    assert refusal(interactie, received, closed) == (2, "ref")
    assert refusal(interactie, received, opened, f"{closes} 2026-04-03 ref=b") == (3, "ref")
    # On one day the order of the list counts.
    assert refusal(interactie, received, f"{closes} 2026-04-02 ref=a", opened) == (2, "ref")


def test_one_bezwaar_in_a_ronde(klassewerk):
    received, first, second = (
        "ontvangen 2026-04-01",
        "bezwaar_ontvangen 2026-04-02",
        "bezwaar_ontvangen 2026-04-09",
    )
    assert refusal(klassewerk, received, first, second) == (3, "soort")
    assert refusal(klassewerk, received, first, "bezwaar_ingetrokken 2026-04-03", second) == (4, "soort")
    klassewerk.feiten(received, first, "afgehandeld 2026-04-03", "heropend 2026-04-04", second)


@pytest.mark.parametrize("ended", ["beroep_uitspraak", "beroep_ingetrokken"])
def test_one_beroep_at_a_time(klassewerk, ended):
    received, first, second = (
        "ontvangen 2026-04-01",
        "beroep_ingesteld 2026-04-02",
        "beroep_ingesteld 2026-04-09",
    )
    assert refusal(klassewerk, received, first, second) == (3, "soort")
    klassewerk.feiten(received, first, f"{ended} 2026-04-03", second)


@pytest.mark.clausule("KD-1")
def test_only_what_was_closed_can_be_reopened(interactie):
    received = "ontvangen 2026-04-01"
    assert refusal(interactie, received, "heropend 2026-04-02") == (2, "soort")
    closed, reopened = "afgehandeld 2026-04-02", "heropend 2026-04-03"
    assert refusal(interactie, received, closed, reopened, "heropend 2026-04-04") == (4, "soort")
    for soort in ("afgehandeld", "ingetrokken", "direct_opgelost", "niet_in_behandeling"):
        interactie.feiten(received, f"{soort} 2026-04-02", reopened)


def test_a_correction_is_applied_before_anything_is_counted(interactie):
    assert refusal(interactie, "ontvangen 2026-04-01", "correctie 2026-04-02") == (2, "soort")


@pytest.mark.parametrize("soort", sorted(set(SOORTEN) - MAY_COME_FIRST - {"ontvangen"}))
def test_what_can_not_come_before_the_receipt(interactie, soort):
    event = f"{soort} 2026-04-01 ref=a termijn=oordeel tot=2026-05-29 reden=x"
    assert refusal(interactie, event)[0] == 1
    assert refusal(interactie, event, "ontvangen 2026-04-01")[0] == 1


@pytest.mark.parametrize("soort", sorted(MAY_COME_FIRST))
def test_what_can_come_before_the_receipt(interactie, soort):
    interactie.feiten(f"{soort} 2026-04-01")
    interactie.feiten(f"{soort} 2026-04-01", "ontvangen 2026-04-02")


def test_the_place_is_that_in_the_list_given(interactie):
    assert refusal(interactie, "notitie 2026-04-02", "heropend 2026-04-03", "ontvangen 2026-04-01") == (
        2,
        "soort",
    )


def test_a_message_names_the_place_the_kind_and_the_field(interactie):
    with pytest.raises(GebeurtenisError, match=r"^Gebeurtenis 2 \(heropend\), soort: "):
        interactie.feiten("ontvangen 2026-04-01", "heropend 2026-04-02")


def test_a_termijn_past_the_last_year(klik_onderwijs):
    assert refusal(klik_onderwijs, "ontvangen 9999-12-30", op="9999-12-31") == (1, "datum")


@pytest.mark.parametrize(
    "soort", ["besproken", "besluit_directie", "bewaren_opgeschort", "bewaren_hervat", "vernietigd"]
)
def test_a_closed_melding_that_never_became_a_klacht_is_kept_and_destroyed_like_one(interactie, soort):
    """In a dossier, that is; the command counts klachten and takes no such thing without one (termijnen.md)."""
    events = ("melding_ontvangen 2026-04-01", "direct_opgelost 2026-04-02", f"{soort} 2026-04-03")
    interactie.feiten(*events, in_dossier=True)
    assert refusal(interactie, *events) == (3, "soort")
    with pytest.raises(GebeurtenisError):
        interactie.feiten(events[0], events[2], in_dossier=True)


def test_who_reports_something_can_be_asked_in_a_dossier_to_write_it_down(interactie):
    """Article 1: only a written uiting is a klacht, so this is asked before there is one."""
    events = ("melding_ontvangen 2026-04-01", "schriftelijke_indiening_gevraagd 2026-04-01")
    interactie.feiten(*events, in_dossier=True)
    assert refusal(interactie, *events) == (2, "soort")
