"""How long the termijnen of one dossier of ten events take, beside a bare loop over dateutil and holidays.

Run it with: pytest tests/benchmarks/bench_termijnen.py -o addopts="--import-mode=importlib" --benchmark-group-by=group
"""

from datetime import date

import pytest
from bare_counting import bare_counting

from klachtdesk.assets import read_text
from klachtdesk.reglement.dossier import DossierFeiten, Gebeurtenis
from klachtdesk.reglement.explanation import explain
from klachtdesk.reglement.loading import load_reglement
from klachtdesk.reglement.termijnen import derive_termijnen
from klachtdesk.reglement.validation import validate_gebeurtenissen

PEILDATUM = date(2026, 12, 1)
EVENTS = (
    Gebeurtenis("ontvangen", date(2026, 4, 24)),
    Gebeurtenis("doorgezonden", date(2026, 4, 24)),
    Gebeurtenis("contact_klager", date(2026, 4, 28)),
    Gebeurtenis("oordeel_verzonden", date(2026, 5, 12)),
    Gebeurtenis("bezwaar_ontvangen", date(2026, 6, 8)),
    Gebeurtenis("bezwaar_toelichting_uitgenodigd", date(2026, 6, 11)),
    Gebeurtenis("bezwaar_toelichting_gehouden", date(2026, 6, 22)),
    Gebeurtenis("bezwaar_uitspraak_verzonden", date(2026, 7, 3)),
    Gebeurtenis("beroep_ingesteld", date(2026, 7, 20)),
    Gebeurtenis("afgehandeld", date(2026, 9, 21)),
)


@pytest.fixture(scope="module")
def reglement():
    return load_reglement(read_text("reglementen", "klassewerk.toml"))


@pytest.mark.benchmark(group="dates of one dossier")
def test_bare_loop(benchmark):
    """Count the same four ends and their streefdatums, and nothing else."""
    assert benchmark(bare_counting())[0][1] == date(2026, 4, 29)


@pytest.mark.benchmark(group="dates of one dossier")
def test_derive_termijnen(benchmark, reglement):
    standen = benchmark(lambda: derive_termijnen(reglement, DossierFeiten(EVENTS), PEILDATUM))
    assert len(standen) == 4


@pytest.mark.benchmark(group="with validation or explanation")
def test_validate(benchmark, reglement):
    assert benchmark(lambda: validate_gebeurtenissen(reglement, EVENTS, PEILDATUM)).gebeurtenissen


@pytest.mark.benchmark(group="with validation or explanation")
def test_explain_all(benchmark, reglement):
    feiten = DossierFeiten(EVENTS)
    standen = derive_termijnen(reglement, feiten, PEILDATUM)
    assert all(benchmark(lambda: [explain(reglement, feiten, stand) for stand in standen]))
