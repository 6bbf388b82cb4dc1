"""A melding by word of mouth that was solved at once and never became a klacht: what is kept of it, and how long.

At Interactie a klacht is in writing (article 1), so this one was never `ontvangen`; the office on 1 April 2026.
"""

from datetime import date

import pytest
from office import Office

from klachtdesk.services.besprekingen.holding import hold_bespreking, to_discuss
from klachtdesk.services.dossiers import read_dossier
from klachtdesk.services.formulieren import register_melding
from klachtdesk.services.gebeurtenissen import record_gebeurtenis

BESPREKING = {
    "datum": "14-1-2027",
    "aanwezigen": "Amber Veldman",
    "verslag": "Alle klachten van 2026.",
    "voorgelegd": "nee",
}


@pytest.fixture
def melding(office: Office) -> int:
    waarden = {"kanaal": "telefoon", "omschrijving": "De les begon te laat."}
    made = register_melding(office.desk, waarden, draft_id=None).dossier_id
    record_gebeurtenis(office.desk, made, "direct_opgelost", "1-4-2026", {"oplossing": "Excuses gemaakt."})
    return made


@pytest.mark.clausule("IA-8.5")
def test_it_is_discussed_with_the_klachten_and_kept_no_longer(office: Office, melding: int):
    assert read_dossier(office.desk, melding).bewaren.status == "loopt_niet"
    desk = office.on(2027, 1, 14)
    assert [item.dossier_id for item in to_discuss(desk)] == [melding]
    assert hold_bespreking(desk, BESPREKING).dossiers == {melding}
    bewaren = read_dossier(desk, melding).bewaren
    assert (bewaren.status, bewaren.tot) == ("loopt", date(2027, 1, 14))  # 0 dagen after the bespreking
    view = read_dossier(office.on(2027, 1, 15), melding)
    assert view.bewaren.status == "verstreken"
    assert [stap.mogelijk for stap in view.procedure.stappen if stap.soort == "vernietigd"] == [True]


def test_the_directie_can_decide_otherwise(office: Office, melding: int):
    velden = {
        "besluit": "Een jaar bewaren.",
        "motivering": "Er kan nog iets komen.",
        "bewaren_tot": "1-4-2027",
    }
    record_gebeurtenis(office.desk, melding, "besluit_directie", "1-4-2026", velden)
    bewaren = read_dossier(office.desk, melding).bewaren
    assert (bewaren.status, bewaren.tot) == ("loopt", date(2027, 4, 1))
