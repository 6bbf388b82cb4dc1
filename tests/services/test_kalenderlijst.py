"""The calendar of a period on paper, read back from its PDF."""

from datetime import date

import pytest
from dossiers import BETROKKENE, KLAGER, klacht_by_mail
from office import Office, OfficeMaker
from pdf_text import text_of

from klachtdesk.errors import InvalidInput
from klachtdesk.services.gebeurtenissen import record_gebeurtenis
from klachtdesk.services.termijnen import render_kalender


def test_each_day_tells_what_is_due_for_which_dossier(office: Office) -> None:
    """Received on Wednesday 1 April 2026: four weeks (Interactie 5.5) end on Wednesday 29 April, in ISO week 18."""
    klacht_by_mail(office, KLAGER, "1-4-2026")
    text = text_of(render_kalender(office.desk, date(2026, 4, 1), date(2026, 4, 30)))
    assert "1 april 2026 tot en met 30 april 2026" in text
    assert "Week 18, 2026 " in text
    assert "woensdag 29-4 Oordeel over de klacht 2026-001 Laatste dag" in text


@pytest.mark.parametrize(
    "sleutel",
    [
        pytest.param("klassewerk", marks=pytest.mark.clausule("KW-3d")),
        pytest.param("klik_onderwijs", marks=pytest.mark.clausule("KL-3")),
        pytest.param("tien_voor_taal", marks=pytest.mark.clausule("TT-0b", "TT-2.4a")),
        pytest.param("interactie", marks=pytest.mark.clausule("IA-6.1")),
        pytest.param("leefstijlwijzer", marks=pytest.mark.clausule("LW-0")),
    ],
)
def test_it_can_hang_on_a_wall(make_office: OfficeMaker, sleutel: str) -> None:
    """It has what is to be done and by when, and names nobody: not in its own words, nor in those that were typed."""
    office = make_office(sleutel, date(2026, 4, 1))
    dossier_id = klacht_by_mail(office, KLAGER, "1-4-2026")
    velden = {
        "ref": "A1",
        "omschrijving": f"{KLAGER} bellen",
        "persoon": "Joris Kramer",
        "uiterlijk": "10-4-2026",
    }
    record_gebeurtenis(office.desk, dossier_id, "actiepunt_vastgesteld", "1-4-2026", velden)
    text = text_of(render_kalender(office.desk, date(2026, 4, 1), date(2026, 4, 30)))
    assert "vrijdag 10-4 Zie het dossier 2026-001 Actiepunt" in text
    names = {*KLAGER.split(), *BETROKKENE.split()} - {"de"}
    assert not names & set(text.split())


def test_an_empty_period_says_so(office: Office) -> None:
    text = text_of(render_kalender(office.desk, date(2026, 4, 1), date(2026, 4, 30)))
    assert "hoeft er voor geen enkel dossier iets te gebeuren" in text


@pytest.mark.parametrize(
    ("van", "tot", "words"),
    [
        (date(2026, 4, 2), date(2026, 4, 1), "voor de eerste dag"),
        (date(2026, 1, 1), date(2027, 1, 3), "langer dan een jaar"),
    ],
)
def test_a_period_that_is_none_is_refused(office: Office, van: date, tot: date, words: str) -> None:
    with pytest.raises(InvalidInput, match=words):
        render_kalender(office.desk, van, tot)
