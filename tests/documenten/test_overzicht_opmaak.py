"""The pages of the report: what stands where, for periods of every length, and what became of an aanbeveling."""

import io
from dataclasses import replace
from datetime import date

import pytest
from overzichten import labels_of, records_of
from pdf_text import text_of
from pypdf import PdfReader
from reportlab.graphics.shapes import String

from klachtdesk.documenten.grafieken import columns
from klachtdesk.documenten.overzicht import render_overzicht
from klachtdesk.overzicht.assembly import Bron, assemble
from klachtdesk.overzicht.labels import Labels
from klachtdesk.overzicht.perioden import Periode
from klachtdesk.views.kantoor import KantoorView
from klachtdesk.views.overzicht import AanbevelingView, OverzichtView

KANTOOR = KantoorView("Interactie", "Kade 12", "3811 AB", "Amersfoort")
ADVICE = AanbevelingView(
    1, date(2025, 1, 1), date(2025, 12, 31), "", "voorkoming", "Om klachten te voorkomen", "Bel eerder.", 1,
    "overgenomen", "Overgenomen", "Noor Bakker", date(2026, 3, 1), None, "", "Nog niet geëvalueerd", None,
    te_laat=False,
)  # fmt: skip


@pytest.fixture(scope="module")
def labels() -> Labels:
    return labels_of("interactie", "klik_onderwijs")


def _overzicht(labels: Labels, van: date, tot: date, *, publiek: bool = False) -> OverzichtView:
    bron = Bron(records_of(labels, 60), labels, Periode(van, tot, tot))
    return assemble(bron, kantoor="Interactie", reglement="", drempel=3, publiek=publiek)


def _pages(overzicht: OverzichtView) -> list[str]:
    reader = PdfReader(io.BytesIO(render_overzicht(overzicht, KANTOOR)))
    return [" ".join(page.extract_text().split()) for page in reader.pages]


def _year(labels: Labels) -> OverzichtView:
    return _overzicht(labels, date(2026, 1, 1), date(2026, 12, 31))


@pytest.mark.parametrize(
    ("van", "tot", "head"),
    [
        (date(2026, 1, 1), date(2026, 12, 31), "2026 aandeel 2025 2024"),
        (date(2026, 1, 1), date(2026, 6, 30), "deze periode aandeel jaar eerder 2 jaar eerder"),
        (date(2026, 3, 3), date(2026, 4, 17), "deze periode aandeel jaar eerder 2 jaar eerder"),
    ],
)
def test_columns_have_names_that_fit(labels: Labels, van: date, tot: date, head: str) -> None:
    words = text_of(render_overzicht(_overzicht(labels, van, tot), KANTOOR))
    assert head in " ".join(words.split())


def test_three_years_of_months_stand_on_a_row_each(labels: Labels) -> None:
    """Thirty-six months beside each other can't be read; the numbers of each year are counted here from the records."""
    words = " ".join(_pages(_overzicht(labels, date(2024, 1, 1), date(2026, 12, 31))))
    came = words[words.index("Binnengekomen per maand") :]
    for year in (2024, 2025, 2026):
        days = [record.binnen for record in records_of(labels, 60)]
        counts = [sum((day.year, day.month) == (year, month) for day in days) for month in range(1, 13)]
        assert f"{year} {' '.join(map(str, counts))}" in came


def test_a_period_over_the_turn_of_the_year_says_where_its_months_begin(labels: Labels) -> None:
    words = " ".join(_pages(_overzicht(labels, date(2024, 8, 1), date(2026, 7, 31))))
    assert "vanaf aug 24" in words
    assert "vanaf aug 25" in words


@pytest.mark.parametrize(("number", "shown"), [(12, 12), (24, 12), (60, 10)])
def test_names_of_months_in_the_chart_do_not_overlap(number: int, shown: int) -> None:
    """On 446 points a year of names fits; of two years one in two, of five years one in six."""
    labels = ["jan"] * number if number == 12 else ["jan 26"] * number
    drawing = columns(labels, [1] * number, [0] * number, ("Binnen", "Weg"), 446)
    names = [item for item in drawing.contents if isinstance(item, String) and item.text.startswith("jan")]
    assert len(names) == shown


def test_what_somebody_should_know_stands_before_the_tables(labels: Labels) -> None:
    words = " ".join(_pages(_year(labels)))
    assert words.index("Bij de cijfers") < words.index("Wat er binnenkwam")
    assert words.count("Bij de cijfers") == 1


@pytest.mark.parametrize(
    ("became", "told"),
    [
        ({"besluit": "", "besluit_label": "Nog geen besluit", "eigenaar": ""}, "Nog geen besluit Uiterlijk"),
        ({}, "Overgenomen Door Noor Bakker Uiterlijk 1 maart 2026"),
        ({"te_laat": True}, "Uiterlijk 1 maart 2026 (te laat)"),
        ({"uitgevoerd_op": date(2026, 2, 3)}, "Uitgevoerd op 3 februari 2026 Nog niet geëvalueerd"),
        (
            {
                "uitgevoerd_op": date(2026, 2, 3),
                "geevalueerd_op": date(2026, 9, 1),
                "uitkomst": "deels",
                "uitkomst_label": "Deels",
            },
            "Uitgevoerd op 3 februari 2026 Effectief: deels",
        ),
    ],
)
def test_what_became_of_an_aanbeveling_is_told_in_words(
    labels: Labels, became: dict[str, object], told: str
) -> None:
    advice = replace(ADVICE, **became)  # type: ignore[arg-type]
    words = " ".join(_pages(replace(_year(labels), eerdere_aanbevelingen=(advice,))))
    after = words[words.index("Wat er van de eerdere aanbevelingen is geworden") :]
    assert told in after
    assert ("geëvalueerd" in after) == ("geëvalueerd" in told)


@pytest.mark.parametrize("publiek", [False, True])
def test_each_page_says_for_whom_it_is(labels: Labels, publiek: bool) -> None:
    pages = _pages(_overzicht(labels, date(2026, 1, 1), date(2026, 12, 31), publiek=publiek))
    for number, page in enumerate(pages, 1):
        assert ("Klachtenoverzicht 2026, voor buiten de directie" in page) is publiek
        assert ("Vertrouwelijk" in page) is not publiek
        assert f"Pagina {number} van {len(pages)}" in page


def test_the_document_has_the_title_that_it_shows(labels: Labels) -> None:
    reader = PdfReader(io.BytesIO(render_overzicht(_year(labels), KANTOOR)))
    assert reader.metadata is not None
    assert reader.metadata.title == "Klachtenoverzicht 2026"
    assert reader.trailer["/Root"]["/Lang"] == "nl-NL"
