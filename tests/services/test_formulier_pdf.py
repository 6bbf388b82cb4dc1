"""Forms of a dossier as PDF, and the empty klachtenformulier as a file."""

from io import BytesIO
from pathlib import Path

import pytest
from dossiers import KLAGER, klacht_by_mail
from klachtenformulieren import fields_of
from office import Office
from pdf_text import text_of
from pikepdf import Pdf
from sqlalchemy import select

from klachtdesk.errors import DocumentError, NotFound
from klachtdesk.models import AuditRegel
from klachtdesk.services.documenten import read_document
from klachtdesk.services.dossiers import read_dossier
from klachtdesk.services.drafts import keep_draft
from klachtdesk.services.formulier_import import is_klachtenformulier
from klachtdesk.services.formulier_pdf import keep_formulier, preview_formulier
from klachtdesk.services.klachtenformulier import save_klachtenformulier


def _handelingen(office: Office) -> list[str]:
    with office.desk.reading() as session:
        return list(session.scalars(select(AuditRegel.handeling).order_by(AuditRegel.id)))


def test_a_form_is_shown_as_it_was_saved_and_the_log_says_who_looked(office: Office):
    dossier = klacht_by_mail(office, KLAGER, "1-4-2026", onderwerpen="hoogte_factuur")
    typed = {"omschrijving": "Nog niet opgeslagen."}
    keep_draft(office.desk, "meldingsformulier", typed, draft_id=None, dossier_id=dossier)
    text = text_of(preview_formulier(office.desk, dossier, "meldingsformulier"))
    assert KLAGER in text
    assert "De factuur is hoger dan de offerte." in text
    assert "Nog niet opgeslagen." not in text
    assert _handelingen(office)[-1] == "formulier_als_pdf"


def test_a_form_that_is_kept_stands_among_the_documents_and_a_later_one_takes_its_place(office: Office):
    dossier = klacht_by_mail(office, KLAGER, "1-4-2026")
    first = keep_formulier(office.desk, dossier, "meldingsformulier")
    second = keep_formulier(office.desk, dossier, "meldingsformulier")
    assert dossier in second.changes.dossiers
    documenten = {item.id: item.actueel for item in read_dossier(office.desk, dossier).documenten}
    assert documenten == {first.document_id: False, second.document_id: True}
    assert KLAGER in text_of(read_document(office.desk, second.document_id))


def test_the_empty_form_is_written_whole_and_logged(office: Office, tmp_path: Path):
    target = tmp_path / "Klachtenformulier.pdf"
    save_klachtenformulier(office.desk, target)
    assert is_klachtenformulier(target.read_bytes())
    assert [item.name for item in tmp_path.glob("*.pdf")] == ["Klachtenformulier.pdf"]
    assert _handelingen(office)[-1] == "klachtenformulier_geexporteerd"


def test_the_form_of_a_dossier_is_that_of_its_reglement(office: Office, tmp_path: Path):
    dossier = klacht_by_mail(office, KLAGER, "1-4-2026")
    target = tmp_path / "Klachtenformulier.pdf"
    save_klachtenformulier(office.desk, target, dossier_id=dossier)
    with Pdf.open(BytesIO(target.read_bytes())) as document:
        assert "onderwerpen.hoogte_factuur" in fields_of(document)


def test_a_place_that_can_not_be_written_to_is_named(office: Office, tmp_path: Path):
    with pytest.raises(DocumentError, match="klachtenformulier kon niet"):
        save_klachtenformulier(office.desk, tmp_path / "bestaat niet" / "formulier.pdf")


def test_a_version_that_is_not_there(office: Office, tmp_path: Path):
    with pytest.raises(NotFound):
        save_klachtenformulier(office.desk, tmp_path / "formulier.pdf", versie_id=999)
    assert list(tmp_path.glob("*.pdf")) == []
