"""How long the figures of a year take with 10,000 dossiers in the kluis, beside bare SQL that makes the same tables.

The bare SQL knows nothing of corrections, verdagingen, reopened dossiers or which dossiers are behind a number; its one
termijn is counted with 28 days. Run it with:
pytest tests/benchmarks/bench_overzicht.py -o addopts="--import-mode=importlib" --benchmark-group-by=group
"""

from datetime import date

import pytest
from office import OfficeMaker
from sqlalchemy import text
from veel_dossiers import fill_kluis

from klachtdesk.services.cijfers import read_cijfers
from klachtdesk.services.desk import Desk
from klachtdesk.services.overzicht import drill_down, read_overzicht

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


@pytest.fixture
def desk(make_office: OfficeMaker) -> Desk:
    """Return the desk of an office with 10,000 dossiers, spread over five years."""
    office = make_office("interactie", date(2026, 12, 31))
    fill_kluis(office.desk, 10_000, date(2022, 1, 1), 5 * 365)
    return office.desk


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
