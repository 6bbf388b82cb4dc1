"""How long a dossier is kept: from when, until when, what is missing and what blocks its destruction."""

import pytest

from klachtdesk.errors import InvalidInput
from klachtdesk.reglement.schema import Duur

TWO_YEARS = Duur(aantal=2, eenheid="jaren")


def summary(stand):
    return stand.status, stand.vanaf and str(stand.vanaf), stand.tot and str(stand.tot)


@pytest.mark.clausule("KW-4b")
@pytest.mark.parametrize(
    ("events", "vanaf", "tot"),
    [
        (["afgehandeld 2026-06-10", "tevredenheid_bevestigd 2026-06-20"], "2026-06-20", "2027-06-20"),
        (["tevredenheid_bevestigd 2026-06-05", "afgehandeld 2026-06-10"], "2026-06-10", "2027-06-10"),
        (  # the first confirmation counts
            [
                "afgehandeld 2026-06-10",
                "tevredenheid_bevestigd 2026-06-20",
                "tevredenheid_bevestigd 2026-07-01",
            ],
            "2026-06-20",
            "2027-06-20",
        ),
        (["ingetrokken 2026-06-10"], "2026-06-10", "2027-06-10"),  # nothing to be satisfied with
        (["ingetrokken 2026-06-10", "tevredenheid_bevestigd 2026-06-20"], "2026-06-10", "2027-06-10"),
        (["direct_opgelost 2026-06-01", "tevredenheid_bevestigd 2026-06-02"], "2026-06-02", "2027-06-02"),
    ],
)
def test_klassewerk_keeps_twelve_months_after_satisfaction(klassewerk, events, vanaf, tot):
    assert summary(klassewerk.bewaren("ontvangen 2026-06-01", *events, op="2026-08-01")) == (
        "loopt",
        vanaf,
        tot,
    )


@pytest.mark.clausule("KW-4b")
def test_klassewerk_says_that_the_confirmation_is_missing(klassewerk):
    stand = klassewerk.bewaren("ontvangen 2026-06-01", "afgehandeld 2026-06-10")
    assert summary(stand) == ("loopt_niet", None, None)
    assert stand.reden is not None
    assert "schriftelijk bevestigd tevreden" in stand.reden


@pytest.mark.clausule("KW-4b")
def test_satisfaction_in_an_earlier_ronde_does_not_count(klassewerk):
    events = (
        "ontvangen 2026-06-01",
        "tevredenheid_bevestigd 2026-06-09",
        "afgehandeld 2026-06-10",
        "heropend 2026-07-01",
        "afgehandeld 2026-07-10",
    )
    assert klassewerk.bewaren(*events).status == "loopt_niet"
    assert summary(klassewerk.bewaren(*events, "tevredenheid_bevestigd 2026-07-12", op="2026-08-01")) == (
        "loopt",
        "2026-07-12",
        "2027-07-12",
    )


@pytest.mark.clausule("KL-13")
@pytest.mark.parametrize("closing", ["afgehandeld", "ingetrokken", "direct_opgelost", "niet_in_behandeling"])
def test_klik_keeps_one_year(klik_onderwijs, closing):
    stand = klik_onderwijs.bewaren("ontvangen 2024-02-01", f"{closing} 2024-02-29", op="2025-02-28")
    assert summary(stand) == ("loopt", "2024-02-29", "2025-02-28")  # 2025 has no 29 February


@pytest.mark.clausule("LW-9")
@pytest.mark.parametrize(("op", "status"), [("2028-01-22", "loopt"), ("2028-01-23", "verstreken")])
def test_leefstijlwijzer_keeps_two_years_the_last_day_included(leefstijlwijzer, op, status):
    events = ("ontvangen 2025-12-22", "afgehandeld 2026-01-22")
    assert summary(leefstijlwijzer.bewaren(*events, op=op)) == (status, "2026-01-22", "2028-01-22")


@pytest.mark.clausule("IA-8.5")
def test_interactie_keeps_until_the_bespreking_after_the_closing(interactie):
    events = ("ontvangen 2026-04-01", "besproken 2026-04-20", "afgehandeld 2026-04-24")
    stand = interactie.bewaren(*events)
    assert summary(stand) == ("loopt_niet", None, None)  # besproken before it was closed
    assert stand.reden is not None
    assert "besproken" in stand.reden
    discussed = (*events, "besproken 2027-01-04")
    assert summary(interactie.bewaren(*discussed, op="2027-01-04")) == ("loopt", "2027-01-04", "2027-01-04")
    assert interactie.bewaren(*discussed, op="2027-01-05").status == "verstreken"


@pytest.mark.clausule("IA-8.5")
def test_interactie_besproken_on_the_day_of_the_closing_counts(interactie):
    events = ("ontvangen 2026-04-01", "besproken 2026-04-24", "afgehandeld 2026-04-24")
    assert summary(interactie.bewaren(*events, op="2026-04-24")) == ("loopt", "2026-04-24", "2026-04-24")


@pytest.mark.clausule("TT-2.3d")
def test_tien_voor_taal_has_none_until_the_office_chooses(tien_voor_taal):
    events = ("ontvangen 2026-04-13", "afgehandeld 2026-06-15")
    stand = tien_voor_taal.bewaren(*events)
    assert summary(stand) == ("geen_termijn", None, None)
    assert stand.reden is not None
    assert "motivering" in stand.reden
    chosen = tien_voor_taal.bewaren(*events, op="2026-07-01", gekozen=TWO_YEARS)
    assert summary(chosen) == ("loopt", "2026-06-15", "2028-06-15")
    assert tien_voor_taal.bewaren("ontvangen 2026-04-13", gekozen=TWO_YEARS).status == "loopt_niet"


@pytest.mark.clausule("KL-13")
def test_an_office_can_not_choose_where_the_reglement_did(klik_onderwijs):
    with pytest.raises(InvalidInput, match="zelf een bewaartermijn"):
        klik_onderwijs.bewaren("ontvangen 2026-04-13", gekozen=TWO_YEARS)


def test_not_closed_or_opened_again(klik_onderwijs):
    assert klik_onderwijs.bewaren().status == "loopt_niet"
    events = ("ontvangen 2026-04-13", "afgehandeld 2026-04-20", "heropend 2026-04-21")
    stand = klik_onderwijs.bewaren(*events)
    assert (stand.status, stand.reden) == ("loopt_niet", "Het dossier is nog niet afgesloten.")
    again = klik_onderwijs.bewaren(
        *events, "afgehandeld 2026-04-23", "afgehandeld 2026-04-24", op="2026-05-01"
    )
    assert str(again.vanaf) == "2026-04-24"  # the last closing


@pytest.mark.parametrize(
    ("opened", "decided"),
    [
        ("bezwaar_ontvangen 2026-05-04", "bezwaar_uitspraak_verzonden 2026-06-01"),
        ("beroep_ingesteld 2026-05-04", "beroep_uitspraak 2026-06-01"),
    ],
)
def test_a_later_uitspraak_moves_the_count(klik_onderwijs, opened, decided):
    events = ("ontvangen 2026-04-13", "afgehandeld 2026-04-20", opened)
    running = klik_onderwijs.bewaren(*events, op="2026-07-01")
    assert summary(running) == ("loopt", "2026-04-20", "2027-04-20")
    assert running.geblokkeerd_door in {("bezwaar",), ("beroep",)}
    moved = klik_onderwijs.bewaren(*events, decided, op="2026-07-01")
    assert summary(moved) == ("loopt", "2026-06-01", "2027-06-01")
    assert moved.geblokkeerd_door == ()


def test_an_earlier_uitspraak_moves_nothing(klik_onderwijs):
    events = (
        "ontvangen 2026-04-13",
        "bezwaar_ontvangen 2026-04-14",
        "bezwaar_uitspraak_verzonden 2026-04-15",
    )
    assert str(klik_onderwijs.bewaren(*events, "afgehandeld 2026-04-20").vanaf) == "2026-04-20"


@pytest.mark.clausule("IA-8.5", "KD-1")
@pytest.mark.parametrize(
    ("events", "blocked"),
    [
        (["bezwaar_ontvangen 2026-05-01"], ("bezwaar",)),
        (["bezwaar_ontvangen 2026-05-01", "bezwaar_ingetrokken 2026-05-02"], ()),
        (["beroep_ingesteld 2026-05-01"], ("beroep",)),
        (["beroep_ingesteld 2026-05-01", "beroep_ingetrokken 2026-05-02"], ()),
        (["bewaren_opgeschort 2026-05-01"], ("opgeschort",)),
        (["bewaren_opgeschort 2026-05-01", "bewaren_hervat 2026-05-02"], ()),
        (["bewaren_opgeschort 2026-05-01", "bewaren_hervat 2026-05-02", "bewaren_opgeschort 2026-05-03"],
         ("opgeschort",)),
        (["bewaren_opgeschort 2026-05-01", "beroep_ingesteld 2026-05-01", "bezwaar_ontvangen 2026-05-01"],
         ("bezwaar", "beroep", "opgeschort")),
    ],
)  # fmt: skip
def test_what_blocks_destruction(interactie, events, blocked):
    closed = ("ontvangen 2026-04-01", "afgehandeld 2026-04-24", *events, "besproken 2027-01-04")
    assert interactie.bewaren(*closed).geblokkeerd_door == blocked


def test_destroyed(klik_onderwijs, tien_voor_taal):
    events = ("ontvangen 2024-04-13", "afgehandeld 2024-04-20", "vernietigd 2025-04-21")
    assert summary(klik_onderwijs.bewaren(*events)) == ("vernietigd", "2024-04-20", "2025-04-20")
    assert summary(tien_voor_taal.bewaren(*events)) == ("vernietigd", None, None)


@pytest.mark.clausule("KW-4b")
def test_the_directie_can_decide_while_a_confirmation_never_comes(klassewerk):
    events = ("ontvangen 2026-04-24", "afgehandeld 2026-09-21")
    without_date = klassewerk.bewaren(*events, "besluit_directie 2026-10-01")
    assert without_date.status == "loopt_niet"
    stand = klassewerk.bewaren(*events, "besluit_directie 2026-10-01 bewaren_tot=2027-09-21", op="2026-10-01")
    assert summary(stand) == ("loopt", "2026-09-21", "2027-09-21")
    assert stand.reden == "De directie besloot hoe lang dit dossier wordt bewaard."


def test_a_duur_past_the_last_year(tien_voor_taal):
    with pytest.raises(InvalidInput, match="na het jaar 9999"):
        tien_voor_taal.bewaren("direct_opgelost 2026-04-13", gekozen=Duur(aantal=9000, eenheid="jaren"))


@pytest.mark.clausule("IA-8.5")
def test_interactie_keeps_a_melding_that_became_no_klacht_until_it_was_discussed(interactie):
    """Article 1: a klacht is in writing. What was said and solved by word of mouth is discussed with the klachten."""
    events = ("melding_ontvangen 2026-04-01", "direct_opgelost 2026-04-01")
    assert summary(interactie.bewaren(*events)) == ("loopt_niet", None, None)
    discussed = interactie.bewaren(*events, "besproken 2027-01-04", op="2027-01-05", in_dossier=True)
    assert summary(discussed) == ("verstreken", "2027-01-04", "2027-01-04")
