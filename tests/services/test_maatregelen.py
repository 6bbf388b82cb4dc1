"""Verbetermaatregelen on the intern klachtenformulier: they are gebeurtenissen too."""

import pytest
from dossiers import KLAGER, klacht_by_mail
from office import Office

from klachtdesk.services.dossiers import read_dossier
from klachtdesk.services.formulieren import read_formulier, save_formulier


@pytest.mark.clausule("IA-3")
def test_a_maatregel_can_be_the_training_of_medewerkers(office: Office):
    dossier = klacht_by_mail(office, KLAGER, "1-4-2026", onderwerpen="hoogte_factuur")
    form = read_formulier(office.desk, dossier, "intern_klachtenformulier").waarden
    row = {
        "verbetermaatregel.1.omschrijving": "Oefenen met lastige gesprekken",
        "verbetermaatregel.1.aard": "training",
        "verbetermaatregel.1.wie": "Joris Kramer",
    }
    save_formulier(office.desk, dossier, "intern_klachtenformulier", {**form, **row}, draft_id=None)
    recorded = read_dossier(office.desk, dossier).tijdlijn[-1]
    assert recorded.soort == "verbetermaatregel_vastgesteld"
    assert ("Aard van de maatregel", "training") in recorded.details
    kept = read_formulier(office.desk, dossier, "intern_klachtenformulier")
    assert {key: kept.waarden[key] for key in row} == row
    assert kept.vaste_sleutels >= row.keys()
