"""A document as it is looked at: with the signatures in sight, and the stored one untouched."""

from datetime import date
from io import BytesIO

from certificates import party_certificate
from dossiers import klacht_that_was_heard, klager_satisfied, write_oordeel
from office import Office
from pypdf import PdfReader

from klachtdesk.documenten.weergave import as_seen
from klachtdesk.services.documenten import read_document, view_document
from klachtdesk.services.dossiers import read_dossier
from klachtdesk.services.oordeel import freeze_oordeel, sign_oordeel

STAMP = "Digitaal ondertekend met het certificaat van Marijke de Vries"


def _page_words(pdf: bytes) -> str:
    """Return what the pages themselves say, without their form fields."""
    return " ".join(" ".join(page.extract_text() for page in PdfReader(BytesIO(pdf)).pages).split())


def test_signatures_are_part_of_what_is_looked_at(office: Office):
    dossier = klacht_that_was_heard(office)
    write_oordeel(office, dossier)
    freeze_oordeel(office.desk, dossier)
    klager_satisfied(office, dossier)
    party = party_certificate("Marijke de Vries", date(2026, 1, 1))
    sign_oordeel(office.desk, dossier, "klager", party.data, party.wachtwoord)
    signed = next(item for item in read_dossier(office.desk, dossier).documenten if item.actueel)

    stored = read_document(office.desk, signed.id)
    assert STAMP not in _page_words(stored)
    assert STAMP in _page_words(view_document(office.desk, signed.id))
    assert read_document(office.desk, signed.id) == stored


def test_what_can_not_be_read_stays_as_it_is():
    for inhoud in (b"", b"dit is geen PDF", b"%PDF-1.7 en verder niets"):
        assert as_seen(inhoud) == inhoud
