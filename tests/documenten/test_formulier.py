"""A form of a dossier on paper: everything on it, as it was filled in."""

from dataclasses import replace
from datetime import date

import pytest
from klachtenformulieren import KANTOOR
from pdf_text import text_of

from klachtdesk.documenten.formulier import NOTHING, OPEN, TICKED, render_formulier, ticked
from klachtdesk.errors import DocumentError
from klachtdesk.formulieren import FORMULIEREN, Keuze, VeldSoort
from klachtdesk.views.formulier_pdf import FormulierInhoud

LIJSTEN = {
    "onderwerpen": (Keuze("gedrag", "Gedrag van medewerkers"), Keuze("factuur", "Hoogte van de factuur")),
    "hoedanigheden": (Keuze("client", "Cliënt"), Keuze("opdrachtgever", "Opdrachtgever")),
    "oorzaken": (Keuze("planning", "Planning"),),
}


def _text(formulier: str, waarden: dict[str, str]) -> str:
    return text_of(render_formulier(_inhoud(formulier, waarden)))


def _inhoud(formulier: str, waarden: dict[str, str]) -> FormulierInhoud:
    filled = FORMULIEREN[formulier].with_keuzes(LIJSTEN)
    return FormulierInhoud(KANTOOR, filled, waarden, "2026-001", date(2026, 4, 13), "Klachtenregeling")


@pytest.mark.clausule("TT-2.2a")
def test_the_meldingsformulier_shows_who_what_and_how_with_all_its_boxes():
    text = _text("meldingsformulier", {"hoedanigheid": "client", "soort": "ongeval", "uiting": "indirect"})
    for words in (
        f"{TICKED} Cliënt",
        f"{OPEN} Opdrachtgever",
        f"{OPEN} Klacht",
        f"{TICKED} Ongeval",
        f"{OPEN} Bijna-ongeval",
        f"{TICKED} Indirect geuit of gesignaleerd",
    ):
        assert words in text.replace("\N{NO-BREAK SPACE}", " ")


@pytest.mark.clausule("TT-2.2b")
def test_the_intern_klachtenformulier_shows_klacht_actiepunten_and_voortgang():
    waarden = {
        "omschrijving": "De uitnodiging kwam te laat.",
        "actiepunt.1.omschrijving": "Nieuw examen regelen",
        "actiepunt.1.wie": "Noor Bakker",
        "actiepunt.1.uiterlijk": "20-5-2026",
        "actiepunt.2.omschrijving": "Verzendlijst nakijken",
        "voortgang": "Examen is aangevraagd.",
    }
    text = _text("intern_klachtenformulier", waarden)
    assert all(value in text for value in waarden.values())


@pytest.mark.parametrize("formulier", FORMULIEREN)
def test_every_question_stands_on_it_filled_in_or_not(formulier: str):
    form = FORMULIEREN[formulier].with_keuzes(LIJSTEN)
    first = {
        sectie.raw_key(sectie.velden[0], 1): "x"
        for sectie in form.secties
        if sectie.rij and sectie.velden[0].soort is VeldSoort.TEKST
    }
    text = _text(formulier, first)
    shown = [
        veld.label
        for sectie in form.secties
        for veld in sectie.velden
        if sectie.rij is None or sectie.raw_key(sectie.velden[0], 1) in first
    ]
    assert [label for label in shown if label not in text] == []
    assert NOTHING in text


def test_people_of_one_part_are_numbered():
    text = _text("meldingsformulier", {"betrokkene.1.naam": "K. Smit", "betrokkene.3.naam": "L. Bos"})
    assert "Betrokkene 1 Naam" in text
    assert "Betrokkene 3 Naam" in text


def test_what_was_typed_prints_as_typed():
    typed = "<b>vet</b> & {{ 7*7 }} <img src='/etc/hostname'/> O'Brien"
    assert typed in _text("meldingsformulier", {"omschrijving": typed, "melder.1.naam": typed})


def test_a_choice_that_is_not_in_the_list_any_more_is_shown():
    veld = FORMULIEREN["meldingsformulier"].with_keuzes(LIJSTEN).veld("onderwerpen")
    answers = ticked(veld, "gedrag vroeger").replace("\N{NO-BREAK SPACE}", " ")
    assert f"{TICKED} Gedrag van medewerkers" in answers
    assert f"{TICKED} vroeger" in answers


def test_a_story_runs_on_over_pages():
    sentences = [f"Zin{number}." for number in range(6_000)]
    text = _text("meldingsformulier", {"omschrijving": " ".join(sentences)})
    assert [sentence for sentence in sentences if sentence not in text] == []


def test_more_than_a_document_holds_is_refused_in_words():
    with pytest.raises(DocumentError, match="te lang"):
        render_formulier(_inhoud("meldingsformulier", {"omschrijving": "x" * 300_000}))


def test_equal_input_gives_equal_bytes():
    inhoud = _inhoud("meldingsformulier", {"omschrijving": "Te laat."})
    assert render_formulier(inhoud) == render_formulier(replace(inhoud))


def test_a_klager_who_reports_the_klacht_is_not_left_blank():
    text = _text("meldingsformulier", {"melder.1.naam": "Marijke de Vries"})
    assert "Wie is de klager? Dezelfde persoon als bij “Wie meldt?”." in text
    assert "Over wie gaat het? Niet ingevuld." in text
