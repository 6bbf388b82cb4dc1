"""How long a letter takes beside bare ReportLab and pikepdf that make the same page, and a thousand letters in one go.

Run it with: pytest tests/benchmarks/bench_brieven.py -o addopts="--import-mode=importlib" --benchmark-group-by=group
"""

import io
from dataclasses import replace
from datetime import date

import pikepdf
import pytest
from briefinhoud import KANTOOR, make_brief, make_logo
from brieven_op_kantoor import klacht_met_adres
from office import OfficeMaker
from pikepdf import pdfa
from reportlab.lib.styles import ParagraphStyle
from reportlab.platypus import Paragraph, SimpleDocTemplate, Spacer, Table

from klachtdesk.documenten.brief import render_brief
from klachtdesk.documenten.opmaak import TEXT_WIDTH
from klachtdesk.services.brieven.many import finalize_many
from klachtdesk.typografie import BOLD, REGULAR, register_fonts
from klachtdesk.views.veel_brieven import Kandidaat

ALINEAS = 8
MANY = 1_000


def _bare_letter(texts):
    """Lay the same words out without a letterhead, a window or a foot, and make that PDF/A."""
    plain = ParagraphStyle("plain", fontName=REGULAR, fontSize=9.75, leading=14.5, spaceAfter=6)
    strong = ParagraphStyle("strong", parent=plain, fontName=BOLD)
    output = io.BytesIO()
    document = SimpleDocTemplate(output, title="Brief", lang="nl-NL", initialFontName=REGULAR, invariant=1)
    rows = [[Paragraph("Oordeel", plain), Paragraph("29 april 2026", plain)]]
    table = Table(rows, colWidths=[TEXT_WIDTH / 2] * 2, style=[("FONTNAME", (0, 0), (-1, -1), REGULAR)])
    story = [Paragraph("Betreft", strong), *(Paragraph(text, plain) for text in texts), table, Spacer(0, 20)]
    document.build(story)
    with pikepdf.open(io.BytesIO(output.getvalue())) as made:
        for page in made.pages:
            if "/Trans" in page:
                del page["/Trans"]
        target = io.BytesIO()
        pdfa.save(made, target, "2b")
    return target.getvalue()


def _texts(inhoud):
    kantoor = inhoud.kantoor
    head = (kantoor.naam, kantoor.adres, kantoor.plaats, kantoor.email, *inhoud.adres)
    words = (getattr(blok, "tekst", "") for blok in inhoud.tekst.blokken)
    return [text for text in (*head, inhoud.tekst.onderwerp, *words, *inhoud.ondertekening) if text]


@pytest.mark.benchmark(group="one letter")
def test_bare(benchmark):
    register_fonts()
    texts = _texts(make_brief(alineas=ALINEAS))
    assert benchmark(_bare_letter, texts).startswith(b"%PDF")


@pytest.mark.benchmark(group="one letter")
def test_letter(benchmark):
    inhoud = make_brief(alineas=ALINEAS)
    assert benchmark(render_brief, inhoud).startswith(b"%PDF")


@pytest.mark.benchmark(group="one letter")
def test_letter_with_a_logo(benchmark):
    inhoud = make_brief(alineas=ALINEAS, kantoor=replace(KANTOOR, logo=make_logo()))
    assert benchmark(render_brief, inhoud).startswith(b"%PDF")


@pytest.mark.benchmark(group="a thousand letters")
def test_a_thousand_in_one_go(benchmark, make_office: OfficeMaker):
    """Values, text, PDF/A, hash, gebeurtenis, search index and audit line, each in a transaction of its own."""
    office = make_office("tien_voor_taal", date(2026, 4, 1))
    wanting = [Kandidaat(klacht_met_adres(office), "", "") for _ in range(MANY)]

    def make_all():
        return sum(
            bool(item.documenten)
            for item in finalize_many(office.desk, wanting, "ontvangstbevestiging_verzonden")
        )

    assert benchmark.pedantic(make_all, rounds=1, iterations=1) == MANY
