"""In which ronde a termijn runs, what starts it there, and what a heropening does to it."""

import pytest


@pytest.mark.clausule("KW-5a", "KD-1")
def test_a_right_runs_once_in_each_ronde(klassewerk):
    termijnen = klassewerk.termijnen(
        "ontvangen 2026-03-01",
        "oordeel_verzonden 2026-03-02",
        "afgehandeld 2026-03-02",
        "heropend 2026-05-01",
        "oordeel_verzonden 2026-06-01",
        "bezwaar_ontvangen 2026-06-15",
    )
    first, second = termijnen["bezwaar_indienen"], termijnen["bezwaar_indienen#2"]
    # The bezwaar of 15 June belongs to the second ronde: it came after that one's start.
    assert (str(first.einde), first.status, first.voldaan_op) == ("2026-04-02", "verlopen", None)
    assert (str(second.einde), second.status, str(second.voldaan_op)) == (
        "2026-07-01",
        "gehaald",
        "2026-06-15",
    )


@pytest.mark.clausule("KD-1")
def test_heropend_lets_a_duty_run_on(interactie):
    events = ("ontvangen 2026-06-01", "direct_opgelost 2026-06-01", "heropend 2026-06-05")
    assert interactie.status("oordeel", *events[:2], op="2026-06-05") == "vervallen"
    stand = interactie.termijnen(*events, op="2026-06-05")["oordeel"]
    assert (stand.status, str(stand.einde)) == ("open", "2026-06-29")


@pytest.mark.clausule("KD-1", "LW-4")
def test_what_was_met_stays_met(leefstijlwijzer):
    events = ("ontvangen 2026-06-01", "reactie_verzonden 2026-06-02", "afgehandeld 2026-06-10")
    for more in ((), ("heropend 2026-06-12",)):
        assert leefstijlwijzer.status("afhandeling", *events, *more) == "gehaald"


@pytest.mark.clausule("KD-1")
def test_only_a_closing_after_the_last_heropening_counts(interactie):
    events = (
        "ontvangen 2026-06-01",
        "ingetrokken 2026-06-02",
        "heropend 2026-06-03",
        "ingetrokken 2026-06-04",
        "heropend 2026-06-05",
    )
    assert interactie.status("oordeel", *events, op="2026-06-05") == "open"
    closed_again = interactie.termijnen(*events, "ingetrokken 2026-06-30")["oordeel"]
    assert closed_again.status == "te_laat_vervallen"  # the end was the 29th


def test_heropend_on_the_day_of_the_closing_counts_by_place(interactie):
    undone = ("ontvangen 2026-06-01", "afgehandeld 2026-06-02", "heropend 2026-06-02")
    assert interactie.status("oordeel", *undone, op="2026-06-02") == "open"
    closed_again = (*undone, "afgehandeld 2026-06-02")
    assert interactie.status("oordeel", *closed_again, op="2026-06-02") == "vervallen"


@pytest.mark.clausule("KD-1", "TT-4c")
def test_heropend_undoes_niet_in_behandeling(tien_voor_taal):
    events = ("ontvangen 2026-04-13", "niet_in_behandeling 2026-04-20")
    assert tien_voor_taal.status("oordeel", *events, op="2026-04-21") == "vervallen"
    assert tien_voor_taal.status("oordeel", *events, "heropend 2026-04-21", op="2026-04-21") == "open"
    # It had met the term for saying so, and that stays.
    assert tien_voor_taal.status("bericht_afhandeling", *events, "heropend 2026-04-21") == "gehaald"


@pytest.mark.parametrize("closing", ["afgehandeld", "ingetrokken", "direct_opgelost"])
def test_a_start_after_the_closing_is_no_start(klassewerk, closing):
    events = ("ontvangen 2026-06-01", f"{closing} 2026-06-02", "doorgezonden 2026-06-03")
    assert "telefonisch_contact" not in klassewerk.termijnen(*events)
    assert "telefonisch_contact" in klassewerk.termijnen(
        "ontvangen 2026-06-01", "doorgezonden 2026-06-01", events[1]
    )


def test_a_start_on_the_day_of_the_closing_counts_by_place(klassewerk):
    before = ("ontvangen 2026-06-01", "doorgezonden 2026-06-02", "direct_opgelost 2026-06-02")
    after = ("ontvangen 2026-06-01", "direct_opgelost 2026-06-02", "doorgezonden 2026-06-02")
    assert klassewerk.status("telefonisch_contact", *before) == "vervallen"
    assert "telefonisch_contact" not in klassewerk.termijnen(*after)


def test_the_next_preference_is_looked_at_when_the_first_came_too_late(leefstijlwijzer):
    events = ("ontvangen 2026-06-01", "reactie_verzonden 2026-06-02", "afgehandeld 2026-06-03")
    stand = leefstijlwijzer.termijnen(*events, "reactie_ontvangen 2026-06-04")["afhandeling"]
    assert str(stand.start) == "2026-06-02"


def test_niet_in_behandeling_does_not_keep_a_later_start_from_counting(klassewerk):
    events = ("ontvangen 2026-06-01", "niet_in_behandeling 2026-06-02", "doorgezonden 2026-06-03")
    assert "telefonisch_contact" in klassewerk.termijnen(*events)


def test_a_termijn_that_may_start_after_closing_does(klassewerk):
    events = ("ontvangen 2026-06-01", "afgehandeld 2026-06-02", "bezwaar_ontvangen 2026-06-10")
    assert klassewerk.status("uitspraak_bezwaar", *events, op="2026-06-10") == "open"


def test_a_new_ronde_needs_a_start_of_its_own(klassewerk):
    events = (
        "ontvangen 2026-06-01",
        "doorgezonden 2026-06-01",
        "direct_opgelost 2026-06-01",
        "heropend 2026-06-08",
    )
    assert set(klassewerk.termijnen(*events)) == {
        "verantwoordelijke_bereiken",
        "telefonisch_contact",
        "bezwaar_indienen",
    }
    again = klassewerk.termijnen(*events, "doorgezonden 2026-06-08")
    assert str(again["telefonisch_contact#2"].start) == "2026-06-08"


def test_a_ref_runs_once_whatever_the_ronde(tien_voor_taal):
    termijnen = tien_voor_taal.termijnen(
        "ontvangen 2026-04-13",
        "verbetermaatregel_vastgesteld 2026-05-01 ref=a",
        "afgehandeld 2026-05-04",
        "heropend 2026-05-06",
        "verbetermaatregel_vastgesteld 2026-05-11 ref=b",
        "afgehandeld 2026-05-12",
        "verbetermaatregel_vastgesteld 2026-05-13 ref=c",
        "verbetermaatregel_geevalueerd 2026-06-01 ref=a",
        "verbetermaatregel_geevalueerd 2026-09-01 ref=b",
        op="2026-09-01",
    )
    evaluaties = {name: stand for name, stand in termijnen.items() if stand.ref}
    assert {name: (stand.ronde, stand.status) for name, stand in evaluaties.items()} == {
        "evaluatie_maatregel@a": (None, "gehaald"),  # closing did not end it
        "evaluatie_maatregel@b": (None, "te_laat_gehaald"),  # the end was 11 August
        "evaluatie_maatregel@c": (None, "te_laat"),  # it started after the closing, and the end was 13 August
    }


def test_the_answers_are_sorted(tien_voor_taal):
    events = ("ontvangen 2026-04-13", "verbetermaatregel_vastgesteld 2026-04-13 ref=b")
    same_day = "verbetermaatregel_vastgesteld 2026-04-13 ref=a"
    assert list(tien_voor_taal.termijnen(*events, same_day)) == [
        "ontvangstbevestiging",  # 27 April
        "bericht_afhandeling",  # 11 May
        "oordeel",  # 25 May
        "evaluatie_maatregel@a",  # 13 July, then by ref
        "evaluatie_maatregel@b",
    ]


def test_the_order_of_the_list_counts_only_within_a_day(interactie):
    given = ("direct_opgelost 2026-06-01", "heropend 2026-06-05", "ontvangen 2026-05-29")
    assert interactie.status("oordeel", *given, op="2026-06-05") == "open"
