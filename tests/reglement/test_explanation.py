"""Each date explains itself: start, count, skipped days by name, the words it rests on, and what is our own rule."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from klachtdesk.reglement.explanation import explain
from klachtdesk.reglement.termijnen import derive_termijnen


def uitleg(desk, termijn, *events, op="2030-01-01"):
    feiten = desk.feiten(*events, op=op)
    standen = derive_termijnen(desk.reglement, feiten, date.fromisoformat(op))
    (stand,) = (stand for stand in standen if stand.termijn == termijn)
    return explain(desk.reglement, feiten, stand)


@pytest.mark.clausule("KW-2c")
def test_werkdagen_are_counted_out(klassewerk):
    events = ("ontvangen 2026-04-24", "doorgezonden 2026-04-24", "contact_klager 2026-04-28")
    assert uitleg(klassewerk, "telefonisch_contact", *events) == (
        "In artikel 2 van de Klachtenprocedure Klassewerk staat: “In dat geval zal er uiterlijk binnen twee werkdagen "
        "telefonisch contact met u worden opgenomen”.",
        "De termijn begint met “Klacht doorgezonden” op vrijdag 24 april 2026.",
        "De duur is 2 werkdagen; de dag van het begin telt zelf niet mee.",
        "Zaterdag 25 april 2026 telt niet mee: weekend.",
        "Zondag 26 april 2026 telt niet mee: weekend.",
        "Maandag 27 april 2026 telt niet mee: Koningsdag.",
        "Dinsdag 28 april 2026 is werkdag 1.",
        "Woensdag 29 april 2026 is werkdag 2.",
        "De laatste dag van de termijn is woensdag 29 april 2026.",
        "De streefdatum is woensdag 29 april 2026, het einde zelf (praktijkregel van klachtdesk).",
        "Eraan is voldaan met “Contact met de klager” op dinsdag 28 april 2026.",
    )


@pytest.mark.clausule("KW-5a")
def test_a_right_that_moves_says_over_which_days(klassewerk):
    sentences = uitleg(klassewerk, "bezwaar_indienen", "ontvangen 2026-01-05", "oordeel_verzonden 2026-01-31")
    assert sentences[3:] == (
        "1 maand na zaterdag 31 januari 2026 is zaterdag 28 februari 2026, de laatste dag van die maand.",
        "Zaterdag 28 februari 2026 is geen werkdag: weekend.",
        "Zondag 1 maart 2026 is geen werkdag: weekend.",
        "Omdat dit een recht van de klager is, schuift het einde op naar de eerstvolgende werkdag (praktijkregel van "
        "klachtdesk).",
        "De laatste dag van de termijn is maandag 2 maart 2026.",
        "De klager heeft dit recht tot en met de laatste dag niet gebruikt.",
    )


@pytest.mark.clausule("TT-4c")
def test_a_duty_that_ends_on_a_feestdag_and_was_extended(tien_voor_taal):
    verdaagd = "verdaagd 2026-05-20 termijn=oordeel tot=2026-06-12 reden=geheim grond=complexiteit"
    sentences = uitleg(tien_voor_taal, "oordeel", "ontvangen 2026-04-13", verdaagd, op="2026-05-20")
    assert sentences[3:9] == tuple(
        f"Week {week} loopt tot en met maandag {day} 2026."
        for week, day in enumerate(("20 april", "27 april", "4 mei", "11 mei", "18 mei", "25 mei"), 1)
    )
    assert sentences[9:] == (
        "Dat is geen werkdag (tweede pinksterdag), maar het einde blijft staan: de Algemene termijnenwet verlengt een "
        "termijn uit een reglement niet (praktijkregel van klachtdesk).",
        "Zonder verdaging is de laatste dag van de termijn maandag 25 mei 2026.",
        "In artikel 4 van het Klachtenreglement 10 VOOR TAAL-ONDERWIJS staat: “Mocht door de ernst en/of de "
        "complexiteit meer dan 6 weken nodig zijn, dan ontvangt de klachtmelder en/of klager schriftelijk een "
        "indicatie van wanneer hij de beslissing kan verwachten”.",
        "Op woensdag 20 mei 2026 is de termijn vanwege de complexiteit van de klacht verdaagd tot en met vrijdag 12 "
        "juni 2026.",
        "De laatste dag van de termijn is nu vrijdag 12 juni 2026.",
        "De streefdatum is donderdag 11 juni 2026, de laatste werkdag voor het einde, zodat de klager het volgens "
        "artikel 4 op tijd ontvangt (praktijkregel van klachtdesk).",
    )


@pytest.mark.clausule("KL-14")
def test_a_consequentie_says_what_it_counts_from(klik_onderwijs):
    events = (
        "ontvangen 2026-04-02",
        "oordeel_verzonden 2026-05-06",
        "consequenties_vastgesteld 2026-05-08 ref=a",
    )
    sentences = uitleg(klik_onderwijs, "consequenties", *events)
    assert sentences[1:4] == (
        "De termijn begint met “Consequentie vastgesteld” op vrijdag 8 mei 2026.",
        "Hij telt vanaf “Oordeel verzonden aan de klager” op woensdag 6 mei 2026, want daaruit volgt wat er gebeuren "
        "moet.",
        "De duur is 2 weken; de dag van het begin telt zelf niet mee.",
    )


@pytest.mark.clausule("KD-1")
def test_what_no_reglement_says_is_called_our_own_rule(interactie):
    events = (
        "ontvangen 2026-06-01",
        "ingetrokken 2026-06-02",
        "heropend 2026-06-03",
        "ingetrokken 2026-06-30",
    )
    sentences = uitleg(interactie, "oordeel", *events)
    assert sentences[-2:] == (
        "“Klacht ingetrokken” op dinsdag 2 juni 2026 laat de termijn niet vervallen, want het dossier is heropend op "
        "woensdag 3 juni 2026 (praktijkregel van klachtdesk).",
        "De termijn is vervallen door “Klacht ingetrokken” op dinsdag 30 juni 2026, na de laatste dag (praktijkregel "
        "van klachtdesk).",
    )


@pytest.mark.clausule("TT-4c")
def test_what_the_reglement_lets_lapse_names_the_artikel(tien_voor_taal):
    events = ("ontvangen 2026-04-13", "niet_in_behandeling 2026-04-20")
    assert uitleg(tien_voor_taal, "oordeel", *events)[-1] == (
        "De termijn is vervallen door “Niet in behandeling genomen” op maandag 20 april 2026 (artikel 4)."
    )


@pytest.mark.clausule("KW-5c", "KD-1")
def test_what_lapses_by_a_withdrawal_does_not_name_an_artikel(klassewerk):
    events = ("ontvangen 2026-04-13", "bezwaar_ontvangen 2026-05-04", "bezwaar_ingetrokken 2026-05-18")
    assert uitleg(klassewerk, "uitspraak_bezwaar", *events)[-1] == (
        "De termijn is vervallen door “Bezwaar ingetrokken” op maandag 18 mei 2026 (praktijkregel van klachtdesk)."
    )


@pytest.mark.clausule("IA-5.5")
def test_a_duty_that_was_not_met_in_time(interactie):
    assert uitleg(interactie, "oordeel", "ontvangen 2026-04-01", op="2026-04-30")[-1] == (
        "Tot en met de laatste dag is er niet aan voldaan."
    )
    assert (
        "niet aan voldaan" not in uitleg(interactie, "oordeel", "ontvangen 2026-04-01", op="2026-04-29")[-1]
    )
    met = uitleg(interactie, "oordeel", "ontvangen 2026-04-01", "oordeel_verzonden 2026-04-30")
    assert met[-1] == (
        "Eraan is voldaan met “Oordeel verzonden aan de klager” op donderdag 30 april 2026, na de laatste dag."
    )


@pytest.mark.clausule("KL-9")
def test_a_right_that_was_used(klik_onderwijs):
    events = ("ontvangen 2026-04-02", "oordeel_verzonden 2026-05-20", "bezwaar_ontvangen 2026-06-03")
    # Ten werkdagen after 20 May, over tweede pinksterdag (25 May): Thursday 4 June.
    assert uitleg(klik_onderwijs, "bezwaar_indienen", *events)[-2:] == (
        "De laatste dag van de termijn is donderdag 4 juni 2026.",
        "De klager heeft dit recht gebruikt met “Bezwaar ontvangen” op woensdag 3 juni 2026.",
    )
    late = (*events[:2], "bezwaar_ontvangen 2026-06-05")
    assert uitleg(klik_onderwijs, "bezwaar_indienen", *late)[-1] == (
        "De klager heeft dit recht gebruikt met “Bezwaar ontvangen” op vrijdag 5 juni 2026, na de laatste dag."
    )


@pytest.mark.clausule("TT-2.2c")
def test_the_days_between_the_end_and_the_streefdatum_are_named(tien_voor_taal):
    sentences = uitleg(tien_voor_taal, "ontvangstbevestiging", "ontvangen 2026-04-13", op="2026-04-13")
    assert sentences[:2] == (
        "In de artikelen 2.2 en 4 van het Klachtenreglement 10 VOOR TAAL-ONDERWIJS staat: “10 VOOR TAAL-ONDERWIJS "
        "stuurt binnen 14 dagen een ontvangstbevestiging naar de melder en/of klager”.",
        "Er staat ook: “De klachtmelder en/of klager ontvangen binnen 14 dagen een ontvangstbevestiging”.",
    )
    assert sentences[-6:] == (
        "14 dagen na maandag 13 april 2026 is maandag 27 april 2026.",
        "Dat is geen werkdag (Koningsdag), maar het einde blijft staan: de Algemene termijnenwet verlengt een termijn "
        "uit een reglement niet (praktijkregel van klachtdesk).",
        "De laatste dag van de termijn is maandag 27 april 2026.",
        "Voor de streefdatum valt zondag 26 april 2026 af: weekend.",
        "Voor de streefdatum valt zaterdag 25 april 2026 af: weekend.",
        "De streefdatum is vrijdag 24 april 2026, de laatste werkdag voor het einde, zodat de klager het volgens de "
        "artikelen 2.2 en 4 op tijd ontvangt (praktijkregel van klachtdesk).",
    )


@pytest.mark.clausule("IA-5.5")
def test_two_verdagingen_and_an_end_at_christmas(interactie):
    sentences = uitleg(
        interactie,
        "oordeel",
        "ontvangen 2026-11-16",
        "verdaagd 2026-11-20 termijn=oordeel tot=2026-12-18 reden=a",
        "verdaagd 2026-12-10 termijn=oordeel tot=2026-12-27 reden=b",
        op="2026-12-10",
    )
    assert sentences[7] == "Zonder verdaging is de laatste dag van de termijn maandag 14 december 2026."
    assert sentences[9:] == (
        "Op vrijdag 20 november 2026 is de termijn verdaagd tot en met vrijdag 18 december 2026.",
        "Op donderdag 10 december 2026 is de termijn verdaagd tot en met zondag 27 december 2026.",
        "Dat is geen werkdag (weekend), maar het einde blijft staan: de Algemene termijnenwet verlengt een termijn uit "
        "een reglement niet (praktijkregel van klachtdesk).",
        "De laatste dag van de termijn is nu zondag 27 december 2026.",
        "Voor de streefdatum valt zaterdag 26 december 2026 af: weekend, tweede kerstdag.",
        "Voor de streefdatum valt vrijdag 25 december 2026 af: eerste kerstdag.",
        "De streefdatum is donderdag 24 december 2026, de laatste werkdag op of voor het einde (praktijkregel van "
        "klachtdesk).",
    )


@pytest.mark.parametrize(
    ("desk", "termijn", "event", "words"),
    [
        (
            "klik_onderwijs",
            "ontvangstbevestiging",
            "ontvangen",
            "In punt 4 van de formele klachtenprocedure (Klachtenprocedure Klik Onderwijs) staat: “",
        ),
        (
            "leefstijlwijzer",
            "reactie",
            "ontvangen",
            "In het onderdeel Behandelen van de Klachtenprocedure Leefstijlwijzer Opleidingen staat: “",
        ),
        ("interactie", "oordeel", "ontvangen", "In artikel 5.5 van de Klachtenregeling Interactie staat: “"),
    ],
)
def test_a_quote_is_a_whole_sentence(request, desk, termijn, event, words):
    quote = uitleg(request.getfixturevalue(desk), termijn, f"{event} 2026-04-01")[0]
    assert quote.startswith(words)
    assert quote.endswith("”.")


def test_a_name_without_a_lidwoord_is_quoted_without_one(interactie):
    nameless = type(interactie)(interactie.reglement.model_copy(update={"lidwoord": None}))
    assert uitleg(nameless, "oordeel", "ontvangen 2026-04-01")[0].startswith(
        "In artikel 5.5 van Klachtenregeling Interactie staat: “"
    )


def test_a_streefdatum_that_would_lie_before_the_start(klassewerk):
    sentences = uitleg(
        klassewerk,
        "verantwoordelijke_bereiken",
        "ontvangen 2026-04-25",
        "doorgezonden 2026-04-25",
        op="2026-04-25",
    )
    assert sentences[2:] == (
        "Het moet dezelfde dag: zaterdag 25 april 2026.",
        "Dat is geen werkdag (weekend), maar het einde blijft staan: de Algemene termijnenwet verlengt een termijn uit "
        "een reglement niet (praktijkregel van klachtdesk).",
        "De laatste dag van de termijn is zaterdag 25 april 2026.",
        "De streefdatum is zaterdag 25 april 2026, het einde zelf, want daarvoor ligt geen werkdag meer in de termijn "
        "(praktijkregel van klachtdesk).",
    )


def test_equated_days_past_the_last_decree_are_warned_of(interactie, with_gelijkgestelde_dagen):
    equated = with_gelijkgestelde_dagen(interactie)
    warning = "De gelijkgestelde dagen na 2028 zijn nog niet vastgesteld"
    reaches_2029 = uitleg(equated, "oordeel", "ontvangen 2028-12-11")
    assert reaches_2029[-1].startswith(warning)
    assert not any(
        sentence.startswith(warning) for sentence in uitleg(equated, "oordeel", "ontvangen 2028-11-30")
    )
    assert not any(
        sentence.startswith(warning) for sentence in uitleg(interactie, "oordeel", "ontvangen 2028-12-11")
    )


@given(st.dates(date(2020, 1, 1), date(2045, 1, 1)))
def test_the_explanation_ends_where_the_count_does(klassewerk, day):
    """The werkdagen that are named are as many as the duur, and the last of them is the einde."""
    feiten = klassewerk.feiten(f"ontvangen {day}", f"doorgezonden {day}", op=str(day))
    (stand,) = (
        stand
        for stand in derive_termijnen(klassewerk.reglement, feiten, day)
        if stand.termijn == "telefonisch_contact"
    )
    counted = [
        sentence for sentence in explain(klassewerk.reglement, feiten, stand) if " is werkdag " in sentence
    ]
    assert len(counted) == 2
    assert f" {stand.einde.day} " in counted[-1]
    assert str(stand.einde.year) in counted[-1]
