"""The report of the yearly overview: what its sentences say, and what stands on its pages."""

import io
import re
from dataclasses import replace
from datetime import date

import pytest
from overzichten import bron_of, labels_of, records_of
from pdf_text import text_of
from pikepdf import pdfa
from pypdf import PdfReader
from reportlab.graphics.shapes import Rect, String

from klachtdesk.documenten.grafieken import columns
from klachtdesk.documenten.overzicht import render_overzicht
from klachtdesk.documenten.overzicht_zinnen import samenvatting
from klachtdesk.overzicht.assembly import assemble
from klachtdesk.overzicht.cijferrecord import Cijferrecord, Wending
from klachtdesk.overzicht.labels import Labels
from klachtdesk.views.kantoor import KantoorView
from klachtdesk.views.overzicht import AanbevelingView, OverzichtView

KANTOOR = KantoorView("Interactie", "Kade 12", "3811 AB", "Amersfoort")


@pytest.fixture(scope="module")
def labels() -> Labels:
    return labels_of("interactie", "klik_onderwijs")


def _overzicht(labels: Labels, records: tuple[Cijferrecord, ...], *, publiek: bool = False) -> OverzichtView:
    bron = bron_of(labels, records, 2026)
    return assemble(bron, kantoor="Interactie", reglement="", drempel=3, publiek=publiek)


def _klacht(number: int, day: date, closed: date | None = None, **more: object) -> Cijferrecord:
    ended = () if closed is None else (Wending(closed, "afgehandeld"),)
    base = Cijferrecord(
        day.year, number, "interactie", 1, day, ontvangen=day, wendingen=ended, kanaal="email"
    )
    return replace(base, **more)  # type: ignore[arg-type]


def _known_numbers(overzicht: OverzichtView) -> set[str]:
    """Return every number that stands in a table, and the differences between two years."""
    counts = [cel for tabel in overzicht.tabellen for row in tabel.rijen for cel in row.cellen]
    counts += [cel for tabel in overzicht.tabellen for cel in tabel.totaal or ()]
    for item in overzicht.voorraad:
        counts += [item.begin, item.binnengekomen, item.afgesloten, item.eind]
    now, before = (overzicht.voorraad[place].binnengekomen.aantal or 0 for place in (0, 1))
    known = {cel.tekst for cel in counts} | {str(abs(now - before)), overzicht.perioden[0].label}
    for duur in overzicht.doorlooptijd:
        known |= {duur.mediaan.tekst, duur.p90.tekst}
    met = sum(rij.perioden[0].gehaald.aantal or 0 for rij in overzicht.termijnen)
    late = sum(rij.perioden[0].te_laat.aantal or 0 for rij in overzicht.termijnen)
    content = {row.sleutel: row.cellen[0].aantal or 0 for row in overzicht.tabel("tevredenheid").rijen}
    asked = content["tevreden"] + content["niet_tevreden"]
    return known | {str(met + late), str(late), str(asked), *(item.label for item in overzicht.perioden)}


@pytest.mark.parametrize("seed", range(12))
def test_every_number_in_the_sentences_stands_in_a_table_or_adds_up_from_one(
    labels: Labels, seed: int
) -> None:
    overzicht = _overzicht(labels, records_of(labels, 60, seed))
    sentences = samenvatting(overzicht)
    numbers = {number for zin in sentences for number in re.findall(r"\d+(?:,\d+)?", zin)}
    assert numbers
    assert numbers <= _known_numbers(overzicht)


def test_the_sentences_say_what_happened(labels: Labels) -> None:
    """Two in 2025 of which one was closed that year; three in 2026, of which two were closed after 10 and 20 days."""
    records = (
        _klacht(1, date(2025, 3, 3), date(2025, 3, 13)),
        _klacht(2, date(2025, 12, 29)),
        _klacht(1, date(2026, 2, 2), date(2026, 2, 12), oorzaak="planning", gegrondheid="gegrond"),
        _klacht(2, date(2026, 4, 1), date(2026, 4, 21), oorzaak="planning", gegrondheid="ongegrond"),
        _klacht(3, date(2026, 11, 2), onderwerpen=("hoogte_factuur",)),
    )
    sentences = samenvatting(_overzicht(labels, records))
    assert sentences[0] == "In 2026 kwamen 3 klachten en meldingen binnen, 1 meer dan in 2025."
    assert sentences[1] == (
        "Aan het begin liep er 1, er zijn er 2 afgesloten, en aan het eind liepen er nog 2."
    )
    assert "Het vaakst ging het over “Hoogte van de factuur” (1 van de 3)." in sentences
    assert "De oorzaak was het vaakst “Planning of bereikbaarheid” (2 van de 2)." in sentences
    assert "Het oordeel was 1 keer gegrond en 1 keer ongegrond." in sentences
    assert "Niemand maakte bezwaar, en niemand stapte naar een instantie buiten het kantoor." in sentences


def test_a_year_without_klachten_is_one_sentence(labels: Labels) -> None:
    overzicht = _overzicht(labels, ())
    assert samenvatting(overzicht) == (
        "In 2026 kwam er geen enkele klacht of melding binnen, en er liep er ook geen meer.",
    )
    text = text_of(render_overzicht(overzicht, KANTOOR))
    assert "kwam er geen enkele klacht of melding binnen" in text
    assert "In deze periode is er geen enkele termijn afgelopen." in text


@pytest.mark.parametrize("publiek", [False, True])
def test_it_is_fit_to_be_kept_and_tells_all_parts(labels: Labels, publiek: bool) -> None:
    pdf = render_overzicht(_overzicht(labels, records_of(labels, 150), publiek=publiek), KANTOOR)
    assert pdfa.validate_written(io.BytesIO(pdf), "2b").passed
    text = text_of(pdf)
    parts = ["Klachtenoverzicht 2026", "In het kort", "Voorraad", "Wat er binnenkwam", "Wat er is afgesloten"]
    parts += ["Bezwaar, beroep en maatregelen", "Termijnen", "Doorlooptijd"]
    places = [text.find(part) for part in parts]
    assert -1 not in places, parts[places.index(-1)]
    assert ("Deze versie is voor buiten de directie" in text) is publiek
    assert ("Analyse en aanbevelingen" in text) is not publiek  # no typed text leaves the directie
    assert ("Vertrouwelijk" in text) is not publiek


def test_a_copy_for_outside_says_nothing_of_what_it_hides(labels: Labels) -> None:
    """Two by telefoon are too few to show, and so is what would give them away."""
    records = tuple(
        _klacht(
            number, date(2026, 3, number), kanaal="telefoon" if number < 3 else "email", oorzaak="planning"
        )
        for number in range(1, 10)
    )
    text = text_of(render_overzicht(_overzicht(labels, records, publiek=True), KANTOOR))
    kanaal = text[text.index("Kanaal") : text.index("Totaal klachten", text.index("Kanaal"))]
    assert "Telefoon <3" in kanaal
    assert not re.search(r"Telefoon \d", kanaal)
    assert kanaal.count("<3") > 1  # one alone would follow from the total


def test_a_copy_for_outside_tells_what_its_signs_mean(labels: Labels) -> None:
    words = text_of(render_overzicht(_overzicht(labels, records_of(labels, 12, 1), publiek=True), KANTOOR))
    assert "Een aantal kleiner dan 3 staat er niet in: u ziet dan <3." in words
    assert "Een × staat voor een getal waaruit zo’n klein aantal is af te leiden." in words


@pytest.mark.parametrize("publiek", [False, True])
def test_it_reads_as_dutch(labels: Labels, publiek: bool) -> None:
    words = text_of(render_overzicht(_overzicht(labels, records_of(labels, 60, 1), publiek=publiek), KANTOOR))
    assert "jan feb mrt apr mei jun" in words
    assert "?." not in words


@pytest.mark.parametrize("number", [6, 12, 20, 40, 60, 90, 150])
@pytest.mark.parametrize("publiek", [False, True])
def test_no_heading_is_left_behind_at_the_foot_of_a_page(
    labels: Labels,
    number: int,
    publiek: bool,
) -> None:
    overzicht = _overzicht(labels, records_of(labels, number, 1), publiek=publiek)
    headings = {"Wat er binnenkwam", "Wat er is afgesloten", "Bezwaar, beroep en maatregelen", "Termijnen"}
    headings |= {"Voorraad", "Per maand", "Bij de cijfers", "Doorlooptijd", "Analyse en aanbevelingen"}
    headings |= {tabel.titel for tabel in overzicht.tabellen} | {rij.label for rij in overzicht.termijnen}
    for page in PdfReader(io.BytesIO(render_overzicht(overzicht, KANTOOR))).pages:
        lines = [
            line
            for line in page.extract_text().splitlines()
            if not line.startswith(("Klachtenoverzicht 2026", "Pagina"))
        ]
        assert lines[-1] not in headings
        assert not lines[-1].endswith(
            "afgelopen termijnen die waren verlengd."
        )  # goes with the first termijn


def test_analysis_and_aanbevelingen_print_as_they_were_typed(labels: Labels) -> None:
    advice = AanbevelingView(
        id=1,
        van=date(2026, 1, 1),
        tot=date(2026, 12, 31),
        reglement="",
        soort="voorkoming",
        soort_label="Ter voorkoming",
        tekst="Stuur de <b>offerte</b> & de {{ planning }} mee.",
        bespreking_id=None,
        besluit="overgenomen",
        besluit_label="Overgenomen",
        eigenaar="Noor Bakker",
        uiterlijk=date(2027, 3, 1),
        uitgevoerd_op=None,
        uitkomst="",
        uitkomst_label="",
        geevalueerd_op=None,
        te_laat=False,
    )
    overzicht = replace(
        _overzicht(labels, records_of(labels, 30)),
        analyse="Veel over <i>facturen</i>.",
        aanbevelingen=(advice,),
    )
    text = text_of(render_overzicht(overzicht, KANTOOR))
    assert "Veel over <i>facturen</i>." in text
    assert "Om klachten te voorkomen Stuur de <b>offerte</b> & de {{ planning }} mee." in text
    assert "Overgenomen Door Noor Bakker Uiterlijk 1 maart 2027" in text


@pytest.mark.parametrize("most", [1, 5, 13, 99, 20_000])
def test_the_scale_of_a_chart_holds_its_highest_column(most: int) -> None:
    drawing = columns(["jan", "feb"], [most, 0], [0, most // 2], ("Binnen", "Weg"), 400)
    bars = [shape for shape in drawing.contents if isinstance(shape, Rect)]
    assert len(bars) == (4 if most > 1 else 3)  # the columns that are not nothing, and two of the legend
    assert max(bar.y + bar.height for bar in bars) <= drawing.height


def test_the_scale_of_a_chart_has_points_between_thousands() -> None:
    drawing = columns(["jan"], [1_900], [0], ("Binnen", "Weg"), 400)
    assert "2.000" in {item.text for item in drawing.contents if isinstance(item, String)}
