"""How long the figures and files of a year of 10,000 dossiers take, beside a bare program that makes the same tables.

That is SQL and plain loops, ReportLab and XlsxWriter, written for this one office (`kale_tellingen`, `kale_bestanden`).
Before anything is timed every number of it is held against that of klachtdesk. Neither looks for garbage meanwhile, and
what is timed is the work of the processor: other programs may run beside it. Run it with:
pytest tests/benchmarks/bench_overzicht.py -o addopts="--import-mode=importlib" --benchmark-group-by=group
"""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from functools import partial
from time import process_time

import pytest
from benchmarks.kale_bestanden import (
    figures,
    figures_of_duur,
    figures_of_termijn,
    render_pdf,
    render_xlsx,
    stock,
)
from benchmarks.kale_tellingen import count
from benchmarks.kale_termijnen import Jaar
from office import CHEAP, WACHTWOORD
from veel_dossiers import fill_kluis

from klachtdesk.services.desk import Desk, VasteKlok
from klachtdesk.services.kluis import beschikbare_reglementen, close_kluis, create_kluis, open_kluis
from klachtdesk.services.overzicht.bestanden import render_overzichten
from klachtdesk.services.overzicht.cijfers import read_cijfers, uncollected
from klachtdesk.services.overzicht.keurmerken import render_bewijs
from klachtdesk.services.overzicht.reading import drill_down, read_overzicht
from klachtdesk.views.overzicht import Over, OverzichtView, TermijnCijfers

JAAR = (date(2026, 1, 1), date(2026, 12, 31))
JAREN = ("2026", "2025", "2024")

benchmark_of = partial(pytest.mark.benchmark, timer=process_time)


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Desk]:
    """Return the desk of an office with two reglementen and 10,000 dossiers, spread over five years, opened anew."""
    folder, klok = tmp_path_factory.mktemp("jaren") / "kluis", VasteKlok(date(2026, 12, 31))
    filled = create_kluis(
        folder,
        kantoor=beschikbare_reglementen()[0].kantoor,
        reglement="tien_voor_taal",
        gebruikersnaam="Noor Bakker",
        wachtwoord=WACHTWOORD,
        klok=klok,
        kdf=CHEAP,
        naast=["klassewerk"],
    )
    fill_kluis(filled, 10_000, date(2022, 1, 1), 5 * 365)
    close_kluis(filled)
    desk = open_kluis(folder, WACHTWOORD, klok)
    view = read_overzicht(desk, *JAAR)
    with _bare_connection(desk) as connection:
        _compare(view, count(connection, 2026))
    yield desk
    close_kluis(desk)


@contextmanager
def _bare_connection(desk: Desk) -> Iterator[sqlite3.Connection]:
    """Give the connection of the driver itself."""
    with desk.reading() as session:
        connection = session.connection().connection.driver_connection
        assert connection is not None
        yield connection


def _compare(view: OverzichtView, jaren: list[Jaar]) -> None:
    """Hold every number of the bare program against that of klachtdesk."""
    of_stock = [[item.begin, item.binnengekomen, item.afgesloten, item.eind] for item in view.voorraad]
    assert [[cel.aantal for cel in row] for row in of_stock] == stock(jaren)
    found = figures(jaren)
    assert [tabel.sleutel for tabel in view.tabellen] == list(found)
    for tabel in view.tabellen:
        figuren = found[tabel.sleutel]
        rijen = [
            (rij.sleutel, [cel.aantal for cel in rij.cellen], [maat.waarde for maat in rij.aandelen])
            for rij in tabel.rijen
        ]
        assert rijen == figuren.rijen, tabel.sleutel
        assert (tabel.totaal and [cel.aantal for cel in tabel.totaal]) == figuren.totaal, tabel.sleutel
        added = [rij.cumulatief.waarde for rij in tabel.rijen if rij.cumulatief is not None]
        assert (added or None) == figuren.opgeteld, tabel.sleutel
    for rij in view.termijnen:
        bare = [figures_of_termijn(jaar.termijnen[rij.sleutel]) for jaar in jaren]
        assert list(map(_of_termijn, rij.perioden)) == bare, rij.sleutel
    durations = [[item.aantal.aantal, item.mediaan.waarde, item.p90.waarde] for item in view.doorlooptijd]
    assert durations == list(map(figures_of_duur, jaren))


def _of_termijn(item: TermijnCijfers) -> list[float | None]:
    counts = (item.afgelopen, item.gehaald, item.te_laat, item.vervallen, item.verdaagd, item.loopt)
    return [*(cel.aantal for cel in counts), item.op_tijd.waarde, item.mediaan.waarde, item.p90.waarde]


@uncollected()
def _count_bare(desk: Desk) -> list[Jaar]:
    with _bare_connection(desk) as connection:
        return count(connection, 2026)


@uncollected()
def _make_bare_files(desk: Desk) -> tuple[bytes, bytes]:
    jaren = _count_bare(desk)
    return render_pdf(jaren, JAREN), render_xlsx(jaren, JAREN)


@benchmark_of(group="the figures of a year of 10,000 dossiers")
def test_bare_figures(benchmark, desk):
    assert benchmark.pedantic(_count_bare, args=(desk,), rounds=7, warmup_rounds=1)


@benchmark_of(group="the figures of a year of 10,000 dossiers")
def test_read_overzicht(benchmark, desk):
    view = benchmark.pedantic(read_overzicht, args=(desk, *JAAR), rounds=7, warmup_rounds=1)
    assert view.dossiers.aantal > 2000


@benchmark_of(group="the figures of a year of 10,000 dossiers")
def test_drill_down(benchmark, desk):
    assert benchmark.pedantic(drill_down, args=(desk, *JAAR, "kanaal", "email"), rounds=3)


@benchmark_of(group="the records of 10,000 dossiers")
def test_read_cijfers(benchmark, desk):
    def read() -> int:
        with desk.reading() as session:
            return len(read_cijfers(session).records)

    assert benchmark.pedantic(read, rounds=3) > 9_900  # a few were mistakes


@benchmark_of(group="the files of a year of 10,000 dossiers")
def test_bare_files(benchmark, desk):
    made = benchmark.pedantic(_make_bare_files, args=(desk,), rounds=7, warmup_rounds=1)
    assert all(made)


@benchmark_of(group="the files of a year of 10,000 dossiers")
def test_pdf_and_xlsx(benchmark, desk):
    made = benchmark.pedantic(render_overzichten, (desk, ("pdf", "xlsx"), *JAAR), rounds=7, warmup_rounds=1)
    assert all(made.values())


@benchmark_of(group="the evidence for a quality mark of 10,000 dossiers")
def test_keurmerk(benchmark, desk):
    assert benchmark.pedantic(render_bewijs, args=(desk, "crkbo", Over(*JAAR)), rounds=2, warmup_rounds=1)
