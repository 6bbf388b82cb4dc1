"""Periods and dossiers that make a report hard to get right: each gives one that reads, on paper and as a spreadsheet.

The office of Interactie. On 1 July 2026 the onderwerp “Hoogte van de factuur” is renamed, and with it a new version of
the reglement comes into force.
"""

import io
from datetime import date

import openpyxl
import pytest
from dossiers import klacht_by_mail
from office import Office
from pdf_text import text_of

from klachtdesk.services.eigen_reglement.concepten import copy_reglement, edit_concept, read_concept
from klachtdesk.services.eigen_reglement.van_kracht import put_in_force
from klachtdesk.services.formulieren import register_melding
from klachtdesk.services.gebeurtenissen import record_gebeurtenis
from klachtdesk.services.kantoor.gebruikte_reglementen import list_versies
from klachtdesk.services.overzicht.bestanden import render_overzichten
from klachtdesk.services.overzicht.keurmerken import list_keurmerken, render_bewijs
from klachtdesk.services.overzicht.keuze import sentences_of
from klachtdesk.services.overzicht.reading import read_overzicht
from klachtdesk.views.overzicht import Over

BEFORE, AFTER = "Hoogte van de factuur", "Facturen en offertes"


def _report(office: Office, van: date, tot: date, *, publiek: bool = False) -> str:
    """Return the words of the report, after making the other files and the evidence as well."""
    made = render_overzichten(office.desk, ("pdf", "xlsx", "csv"), van, tot, publiek=publiek)
    openpyxl.load_workbook(io.BytesIO(made["xlsx"]))
    assert made["csv"].startswith(b"\xef\xbb\xbf")
    for keuze in list_keurmerken():
        assert text_of(render_bewijs(office.desk, keuze.sleutel, Over(van, tot)))
    return " ".join(text_of(made["pdf"]).split())


def _rename(office: Office) -> None:
    """Let the onderwerp be called otherwise from 1 July on."""
    (versie,) = list_versies(office.desk)
    concept = copy_reglement(office.desk, versie_id=versie.id).concept_id
    view = read_concept(office.desk, concept).formulier
    (key,) = (key for key, text in view.waarden.items() if text == BEFORE)
    edit_concept(office.desk, concept, {**view.waarden, key: AFTER})
    put_in_force(office.desk, concept, "1-7-2026")


@pytest.mark.parametrize(
    ("publiek", "told"),
    [
        (False, "In 2026 kwam er geen enkele klacht of melding binnen"),
        (
            True,
            "In 2026 kwamen minder dan 3 klachten en meldingen binnen",
        ),  # that there was none is a small count too
    ],
)
def test_an_office_without_any_klacht(office: Office, publiek: bool, told: str) -> None:
    assert told in _report(office, date(2026, 1, 1), date(2026, 12, 31), publiek=publiek)


def test_a_half_year_says_that_it_is_a_part(office: Office) -> None:
    klacht_by_mail(office, "Marijke de Vries", "1-4-2026")
    office.on(2026, 7, 1)
    words = _report(office, date(2026, 1, 1), date(2026, 6, 30))
    assert "Klachtenoverzicht eerste helft van 2026" in words
    assert "Dit is een deel van een jaar" in words


def test_a_year_to_come_has_no_figures_and_says_so(office: Office) -> None:
    klacht_by_mail(office, "Marijke de Vries", "1-4-2026")
    words = _report(office, date(2028, 1, 1), date(2028, 12, 31))
    assert "Deze periode moet nog beginnen" in words


def test_a_dossier_without_end_and_one_without_outcome(office: Office) -> None:
    register_melding(office.desk, {}, draft_id=None)  # a phone that was put down: nothing is filled in
    done = klacht_by_mail(office, "Marijke de Vries", "1-4-2026")
    record_gebeurtenis(office.desk, done, "ingetrokken", "1-4-2026", {"reden": "Opgelost."})
    office.on(2027, 12, 31)
    year = date(2027, 1, 1), date(2027, 12, 31)
    view = read_overzicht(office.desk, *year)
    # The one that was never closed was open on the first and on the last day.
    assert [cel.aantal for cel in (view.voorraad[0].begin, view.voorraad[0].eind)] == [1, 1]
    assert "1 klacht loopt al langer dan een jaar." in view.opmerkingen
    assert "1 klacht loopt al langer dan een jaar." in _report(office, *year)
    before = read_overzicht(office.desk, date(2026, 1, 1), date(2026, 12, 31))
    assert "Bij 1 afgesloten klacht is de oorzaak niet ingevuld." in before.opmerkingen


def test_an_onderwerp_that_was_renamed_half_way_is_one_row(office: Office) -> None:
    for day, maand in ((1, 4), (2, 4)):
        office.on(2026, maand, day)
        klacht_by_mail(office, f"Klager {day}", f"{day}-{maand}-2026", onderwerpen="hoogte_factuur")
    _rename(office)
    office.on(2026, 7, 6)
    klacht_by_mail(office, "Klager later", "6-7-2026", onderwerpen="hoogte_factuur")
    office.on(2026, 12, 31)
    year = date(2026, 1, 1), date(2026, 12, 31)
    view = read_overzicht(office.desk, *year)
    # Two before and one after: three, under the name of now.
    assert [
        (rij.label, rij.cellen[0].aantal) for rij in view.tabel("onderwerp").rijen if rij.cellen[0].aantal
    ] == [(AFTER, 3)]
    assert f"Het vaakst ging het over “{AFTER}” (3 van de 3)." in sentences_of(view)
    words = _report(office, *year)
    assert f"“{BEFORE}” heet nu “{AFTER}”; beide zijn samen geteld." in words
    assert "Sinds 1 juli 2026 geldt een nieuwe versie van Klachtenregeling Interactie." in words
    # A termijn that both versions have is one row, of all three.
    (oordeel,) = (rij for rij in view.termijnen if rij.sleutel == "interactie.oordeel")
    assert oordeel.perioden[0].te_laat.aantal == 3
