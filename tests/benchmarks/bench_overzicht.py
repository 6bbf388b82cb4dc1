"""How long the figures of a year of 10,000 dossiers, and their files, take beside bare SQL, ReportLab and XlsxWriter.

The bare SQL knows nothing of corrections, verdagingen, reopened dossiers or which dossiers are behind a number; its one
termijn is counted with 28 days. Run it with:
pytest tests/benchmarks/bench_overzicht.py -o addopts="--import-mode=importlib" --benchmark-group-by=group
"""

import io
from collections.abc import Iterator
from datetime import date

import pytest
from office import CHEAP, WACHTWOORD
from reportlab.lib.styles import getSampleStyleSheet
from reportlab.platypus import Flowable, Paragraph, SimpleDocTemplate, Table
from sqlalchemy import text
from veel_dossiers import fill_kluis
from xlsxwriter import Workbook

from klachtdesk.services.cijfers import read_cijfers
from klachtdesk.services.desk import Desk, VasteKlok
from klachtdesk.services.keurmerken import render_bewijs
from klachtdesk.services.kluis import beschikbare_reglementen, close_kluis, create_kluis
from klachtdesk.services.overzicht import drill_down, read_overzicht
from klachtdesk.services.overzicht_bestanden import render_overzichten
from klachtdesk.services.producten import save_product
from klachtdesk.views.overzicht import Over, OverzichtView

JAAR = (date(2026, 1, 1), date(2026, 12, 31))

SPANS = """
    CREATE TEMP TABLE loop AS
    SELECT dossier_id, MIN(CASE WHEN soort = 'ontvangen' THEN datum END) AS binnen,
           MIN(CASE WHEN soort = 'afgehandeld' THEN datum END) AS dicht,
           MIN(CASE WHEN soort = 'oordeel_verzonden' THEN datum END) AS oordeel,
           MAX(CASE WHEN soort = 'tevredenheidscheck' THEN json_extract(velden, '$.uitkomst') END) AS tevreden,
           MAX(soort = 'gehoord') AS gehoord
    FROM gebeurtenis GROUP BY dossier_id
"""
IN_YEAR = (
    "SELECT {what}, COUNT(*) FROM loop JOIN formulier USING (dossier_id) "
    "WHERE {day} BETWEEN :van AND :tot GROUP BY 1"
)
IN_COLUMNS = ("kanaal", "hoedanigheid", "soort", "uiting", "product", "substr(binnen, 1, 7)")
OUT_COLUMNS = ("gegrondheid", "oorzaak", "tevreden", "gehoord", "overeenstemming", "substr(dicht, 1, 7)")
OTHERS = (
    "SELECT COUNT(*) FROM loop WHERE binnen < :van AND (dicht IS NULL OR dicht >= :van)",
    "SELECT o.value, COUNT(*) FROM loop JOIN formulier USING (dossier_id), json_each(onderwerpen) o "
    "WHERE binnen BETWEEN :van AND :tot GROUP BY 1",
    "SELECT julianday(dicht) - julianday(binnen) AS dagen FROM loop WHERE dicht BETWEEN :van AND :tot ORDER BY 1",
    "SELECT julianday(oordeel) - julianday(binnen) AS dagen FROM loop WHERE oordeel BETWEEN :van AND :tot ORDER BY 1",
    "SELECT oordeel <= date(binnen, '+28 days'), COUNT(*) FROM loop "
    "WHERE date(binnen, '+28 days') BETWEEN :van AND :tot GROUP BY 1",
    "SELECT soort, COUNT(*) FROM gebeurtenis WHERE datum BETWEEN :van AND :tot GROUP BY 1",
)


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Desk]:
    """Return the desk of an office with two reglementen and 10,000 dossiers, spread over five years."""
    desk = create_kluis(
        tmp_path_factory.mktemp("jaren") / "kluis",
        kantoor=beschikbare_reglementen()[0].kantoor,
        reglement="tien_voor_taal",
        gebruikersnaam="Noor Bakker",
        wachtwoord=WACHTWOORD,
        klok=VasteKlok(date(2026, 12, 31)),
        kdf=CHEAP,
        naast=["klassewerk"],
    )
    save_product(desk, "Gesprekken onder druk")
    save_product(desk, "Examen B1")
    fill_kluis(desk, 10_000, date(2022, 1, 1), 5 * 365)
    yield desk
    close_kluis(desk)


def _bare(desk: Desk) -> int:
    """Make the same tables for three years with SQL; return how many rows they have."""
    rows = 0
    with desk.writing() as session:  # a temporary table is made
        session.execute(text("DROP TABLE IF EXISTS temp.loop"))
        session.execute(text(SPANS))
        queries = [IN_YEAR.format(what=item, day="binnen") for item in IN_COLUMNS]
        queries += [IN_YEAR.format(what=item, day="dicht") for item in OUT_COLUMNS]
        for year in (2026, 2025, 2024):
            values = {"van": f"{year}-01-01", "tot": f"{year}-12-31"}
            for query in (*queries, *OTHERS):
                rows += len(session.execute(text(query), values).all())
    return rows


@pytest.mark.benchmark(group="a year of 10,000 dossiers")
def test_bare_sql(benchmark, desk):
    assert benchmark.pedantic(_bare, args=(desk,), rounds=3) > 1000


@pytest.mark.benchmark(group="a year of 10,000 dossiers")
def test_read_overzicht(benchmark, desk):
    view = benchmark.pedantic(read_overzicht, args=(desk, *JAAR), rounds=3)
    assert view.dossiers.aantal > 2000


@pytest.mark.benchmark(group="a year of 10,000 dossiers")
def test_drill_down(benchmark, desk):
    assert benchmark.pedantic(drill_down, args=(desk, *JAAR, "kanaal", "email"), rounds=3)


@pytest.mark.benchmark(group="the records of 10,000 dossiers")
def test_read_cijfers(benchmark, desk):
    def read() -> int:
        with desk.reading() as session:
            return len(read_cijfers(session).records)

    assert benchmark.pedantic(read, rounds=3) == 10_000


def _bare_pdf(view: OverzichtView) -> bytes:
    """Lay the same tables out with ReportLab alone, in its own font: no bars, no letterhead, no PDF/A."""
    styles = getSampleStyleSheet()
    body: list[Flowable] = []
    for tabel in view.tabellen:
        rows = [[rij.label, *(cel.tekst for cel in rij.cellen)] for rij in tabel.rijen]
        cells = [[Paragraph(words, styles["BodyText"]) for words in row] for row in rows]
        body += [Paragraph(tabel.titel, styles["Heading3"]), Table(cells)]
    for rij in view.termijnen:
        cells = [
            [Paragraph(cel.tekst, styles["BodyText"]) for cel in (item.gehaald, item.te_laat, item.loopt)]
            for item in rij.perioden
        ]
        body += [Paragraph(rij.label, styles["Heading3"]), Table(cells)]
    target = io.BytesIO()
    SimpleDocTemplate(target).build(body)
    return target.getvalue()


def _bare_xlsx(view: OverzichtView) -> bytes:
    """Write the same sheets with XlsxWriter alone, a chart beside each."""
    target = io.BytesIO()
    with Workbook(target, {"in_memory": True}) as book:
        for number, tabel in enumerate(view.tabellen):
            sheet = book.add_worksheet(f"Tabel {number}")
            for row, rij in enumerate(tabel.rijen):
                sheet.write_row(row, 0, [rij.label, *(cel.aantal for cel in rij.cellen)])
            chart = book.add_chart({"type": "bar"})
            chart.add_series({"values": [sheet.name, 0, 1, len(tabel.rijen), 1]})
            sheet.insert_chart(1, 6, chart)
    return target.getvalue()


@pytest.mark.benchmark(group="the files of a year of 10,000 dossiers")
def test_bare_files(benchmark, desk):
    view = read_overzicht(desk, *JAAR)

    def make() -> int:
        return _bare(desk) + len(_bare_pdf(view)) + len(_bare_xlsx(view))

    assert benchmark.pedantic(make, rounds=3, warmup_rounds=1)


@pytest.mark.benchmark(group="the files of a year of 10,000 dossiers")
def test_pdf_and_xlsx(benchmark, desk):
    made = benchmark.pedantic(render_overzichten, (desk, ("pdf", "xlsx"), *JAAR), rounds=3, warmup_rounds=1)
    assert all(made.values())


@pytest.mark.benchmark(group="the evidence for a quality mark of 10,000 dossiers")
def test_keurmerk(benchmark, desk):
    assert benchmark.pedantic(render_bewijs, args=(desk, "crkbo", Over(*JAAR)), rounds=2, warmup_rounds=1)
