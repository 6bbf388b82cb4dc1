"""How long the stappen of one dossier of ten events take, beside a bare loop over dateutil and holidays.

Run it with: pytest tests/benchmarks/bench_procedure.py -o addopts="--import-mode=importlib" --benchmark-group-by=group
"""

from datetime import date

import pytest
from bare_counting import bare_counting
from procedures import event, reglement

from klachtdesk.reglement.dossier import DossierFeiten, Persoon
from klachtdesk.reglement.procedure import check_stap, derive_stappen
from klachtdesk.reglement.signalen import Omgeving, derive_signalen

PEILDATUM = date(2026, 12, 1)
EVENTS = tuple(
    event(text, PEILDATUM)
    for text in (
        "ontvangen @2026-04-24 kanaal=telefoon",
        "doorgezonden @2026-04-24 persoon=d",
        "contact_klager @2026-04-28 persoon=d kanaal=telefoon uitkomst=niet_opgelost verslag=ja",
        "oordeel_verzonden @2026-05-12",
        "bezwaar_ontvangen @2026-06-08 kanaal=brief",
        "bezwaar_toelichting_uitgenodigd @2026-06-11",
        "bezwaar_toelichting_gehouden @2026-06-22 verslag=ja",
        "bezwaar_uitspraak_verzonden @2026-07-03",
        "beroep_ingesteld @2026-07-20 instantie=geschillencommissie",
        "afgehandeld @2026-09-21 oplossing=excuses",
    )
)
PERSONEN = (Persoon("k", "melder"), Persoon("b", "betrokkene"))


def feiten():
    return DossierFeiten(EVENTS, PERSONEN, frozenset({"onderwerpen", "betrokkene.naam"}))


@pytest.mark.benchmark(group="one dossier")
def test_bare_loop(benchmark):
    """Count the same four ends and their streefdatums, and nothing else."""
    assert benchmark(bare_counting())[0][1] == date(2026, 4, 29)


@pytest.mark.benchmark(group="one dossier")
def test_derive_stappen(benchmark):
    rules = reglement("klassewerk")
    procedure = benchmark(lambda: derive_stappen(rules, feiten(), PEILDATUM))
    assert procedure.status.wacht_op.soort == "beroep_uitspraak"


@pytest.mark.benchmark(group="one dossier")
def test_derive_signalen(benchmark):
    rules = reglement("klassewerk")
    assert benchmark(lambda: derive_signalen(rules, feiten(), Omgeving(), PEILDATUM))


@pytest.mark.benchmark(group="one dossier")
def test_check_stap(benchmark):
    rules = reglement("klassewerk")
    decided = event("beroep_uitspraak instantie=geschillencommissie bindend=ja", PEILDATUM)
    assert benchmark(lambda: check_stap(rules, feiten(), decided)) is None
