"""The list for the werkoverleg on paper. Today is Wednesday 1 April 2026."""

from datetime import date

import pytest
from dossiers import BETROKKENE, KLAGER, klacht_by_mail
from office import Office, OfficeMaker
from pdf_text import text_of

from klachtdesk.services.dossiers import list_dossiers
from klachtdesk.services.gebeurtenissen import record_gebeurtenis
from klachtdesk.services.overzicht.werkoverleg_pdf import render_werkoverleglijst


@pytest.mark.clausule("TT-2.4e")
def test_it_has_what_the_meeting_talks_about_and_not_who_complains(make_office: OfficeMaker) -> None:
    office = make_office("tien_voor_taal", date(2026, 4, 1))
    dossier_id = klacht_by_mail(office, KLAGER, "1-4-2026")
    velden = {
        "ref": "A1",
        "omschrijving": "Rooster nakijken.",
        "persoon": BETROKKENE,
        "uiterlijk": "9-4-2026",
    }
    record_gebeurtenis(office.desk, dossier_id, "actiepunt_vastgesteld", "1-4-2026", velden)
    text = text_of(render_werkoverleglijst(office.desk))
    assert "Stand op 1 april 2026" in text
    assert "2026-001" in text
    assert f"Rooster nakijken, {BETROKKENE}, uiterlijk 9 april 2026" in text
    assert KLAGER not in text
    # It stands there in the words of the list of dossiers, with the part of the procedure that it waits for.
    (listed,) = list_dossiers(office.desk)
    assert listed.status == "In behandeling"
    assert "In behandeling Fase: Ontvangen Aan zet: een medewerker" in text


def test_without_open_klachten_it_says_so(office: Office) -> None:
    assert "Er zijn op dit moment geen open klachten." in text_of(render_werkoverleglijst(office.desk))
