"""How long a dossier is kept explains itself: from which gebeurtenis, what moved that, and what blocks destruction."""

import pytest

from klachtdesk.reglement.explanation_bewaren import explain_bewaren
from klachtdesk.reglement.schema import Duur


def uitleg(desk, *events, op="2026-12-31", gekozen=None):
    stand = desk.bewaren(*events, op=op, gekozen=gekozen)
    return explain_bewaren(desk.reglement, stand, gekozen=gekozen)


@pytest.mark.clausule("TT-2.3d")
def test_a_duur_that_the_office_chose(tien_voor_taal):
    events = ("ontvangen 2026-04-13", "afgehandeld 2026-06-15", "beroep_ingesteld 2026-06-20")
    assert uitleg(tien_voor_taal, *events, gekozen=Duur(aantal=2, eenheid="jaren")) == (
        "In artikel 2.3 van het Klachtenreglement 10 VOOR TAAL-ONDERWIJS staat: “Het klachtenformulier en "
        "meldingsformulier worden bewaard in onze administratie”.",
        "Het dossier is afgesloten met “Klacht afgehandeld” op maandag 15 juni 2026.",
        "Het kantoor koos een bewaartermijn van 2 jaar.",
        "De bewaartermijn van 2 jaar telt vanaf maandag 15 juni 2026.",
        "De laatste dag waarop het dossier wordt bewaard, is donderdag 15 juni 2028.",
        "Er loopt nog een beroep: het dossier mag niet worden vernietigd.",
    )


@pytest.mark.clausule("TT-2.3d")
def test_a_duur_that_must_still_be_chosen(tien_voor_taal):
    closed = uitleg(tien_voor_taal, "ontvangen 2026-04-13", "afgehandeld 2026-06-15")
    assert closed[1:] == (
        "Het dossier is afgesloten met “Klacht afgehandeld” op maandag 15 juni 2026.",
        "Het reglement noemt geen bewaartermijn. Het kantoor moet er een kiezen, met een motivering; tot dan wordt "
        "niets vernietigd.",
    )


def test_a_dossier_that_is_open(klik_onderwijs):
    assert uitleg(klik_onderwijs, "ontvangen 2026-04-13") == (
        "In punt 13 van de formele klachtenprocedure (Klachtenprocedure Klik Onderwijs) staat: “Klachten worden 1 jaar "
        "bewaard in het dossier van Klik Onderwijs”.",
        "Het dossier is nog niet afgesloten.",
    )


@pytest.mark.clausule("KW-4b")
def test_what_had_to_happen_after_the_closing(klassewerk):
    events = ("ontvangen 2026-06-01", "afgehandeld 2026-06-10")
    missing = (
        "De klager heeft nog niet schriftelijk bevestigd tevreden te zijn met de afhandeling (artikel 4)."
    )
    closed = "Het dossier is afgesloten met “Klacht afgehandeld” op woensdag 10 juni 2026."
    assert uitleg(klassewerk, *events)[1:] == (closed, missing)
    assert uitleg(klassewerk, *events, "tevredenheid_bevestigd 2026-06-20")[1:] == (
        closed,
        "Ook “Tevredenheid schriftelijk bevestigd” is nodig; dat was op zaterdag 20 juni 2026.",
        "De bewaartermijn van 12 maanden telt vanaf zaterdag 20 juni 2026.",
        "De laatste dag waarop het dossier wordt bewaard, is zondag 20 juni 2027.",
    )


@pytest.mark.clausule("KW-4b", "KD-1")
def test_a_withdrawal_takes_a_requirement_away(klassewerk):
    assert uitleg(klassewerk, "ontvangen 2026-06-01", "ingetrokken 2026-06-10")[1:4] == (
        "Het dossier is afgesloten met “Klacht ingetrokken” op woensdag 10 juni 2026.",
        "Door “Klacht ingetrokken” op woensdag 10 juni 2026 is “Tevredenheid schriftelijk bevestigd” niet nodig "
        "(praktijkregel van klachtdesk).",
        "De bewaartermijn van 12 maanden telt vanaf woensdag 10 juni 2026.",
    )


@pytest.mark.clausule("KL-13", "KD-1")
def test_a_later_uitspraak_says_that_it_moves_the_count(klik_onderwijs):
    events = (
        "ontvangen 2026-04-13",
        "niet_in_behandeling 2026-04-20",
        "bezwaar_ontvangen 2026-05-04",
        "bezwaar_uitspraak_verzonden 2026-06-01",
    )
    assert uitleg(klik_onderwijs, *events)[1:] == (
        "Het dossier is afgesloten met “Niet in behandeling genomen” op maandag 20 april 2026.",
        "“Uitspraak op het bezwaar verzonden” kwam later en verschuift het begin naar maandag 1 juni 2026 "
        "(praktijkregel van klachtdesk).",
        "De bewaartermijn van 1 jaar telt vanaf maandag 1 juni 2026.",
        "De laatste dag waarop het dossier wordt bewaard, is dinsdag 1 juni 2027.",
    )


@pytest.mark.clausule("IA-8.5")
def test_a_duur_of_nothing(interactie):
    events = ("ontvangen 2026-04-01", "afgehandeld 2026-04-24", "besproken 2027-01-04")
    assert uitleg(interactie, *events, op="2027-01-04")[1:] == (
        "Het dossier is afgesloten met “Klacht afgehandeld” op vrijdag 24 april 2026.",
        "Ook “Besproken in de jaarlijkse bespreking” is nodig; dat was op maandag 4 januari 2027.",
        "Daarna hoeft het dossier niet langer te worden bewaard.",
        "De laatste dag waarop het dossier wordt bewaard, is maandag 4 januari 2027.",
    )


def test_a_dossier_that_was_destroyed(klik_onderwijs):
    events = (
        "ontvangen 2024-04-13",
        "afgehandeld 2024-04-20",
        "beroep_ingesteld 2025-04-20",
        "vernietigd 2025-04-21",
    )
    assert uitleg(klik_onderwijs, *events)[1:] == (
        "Het dossier is afgesloten met “Klacht afgehandeld” op zaterdag 20 april 2024.",
        "De bewaartermijn van 1 jaar telt vanaf zaterdag 20 april 2024.",
        "De laatste dag waarop het dossier wordt bewaard, is zondag 20 april 2025.",
        "Het dossier is vernietigd op maandag 21 april 2025.",
        "Er loopt nog een beroep.",
    )


@pytest.mark.clausule("KW-4b")
def test_a_decision_of_the_directie(klassewerk):
    events = (
        "ontvangen 2026-04-24",
        "afgehandeld 2026-09-21",
        "besluit_directie 2026-10-01 bewaren_tot=2027-09-21",
    )
    assert uitleg(klassewerk, *events)[1:] == (
        "Het dossier is afgesloten met “Klacht afgehandeld” op maandag 21 september 2026.",
        "De directie besloot hoe lang dit dossier wordt bewaard.",
        "De laatste dag waarop het dossier wordt bewaard, is dinsdag 21 september 2027.",
    )
