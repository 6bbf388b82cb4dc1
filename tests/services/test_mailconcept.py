"""Drafts of mails: what a mail program reads in them."""

from email import message_from_bytes
from email.message import EmailMessage
from email.policy import default
from pathlib import Path

import pytest
from brieven_op_kantoor import audited, begun, klacht_met_adres
from dossiers import klacht_that_was_heard, write_oordeel
from mails import mail
from office import Office

from klachtdesk.errors import DocumentError, NotFound
from klachtdesk.services.bijlagen import add_bijlagen
from klachtdesk.services.brieven.mailconcept import write_mail_draft
from klachtdesk.services.brieven.making import finalize_brief
from klachtdesk.services.documenten import read_document
from klachtdesk.services.dossiers import read_dossier
from klachtdesk.services.oordeel import freeze_oordeel
from klachtdesk.views.bijlagen import Bestand

SOORT = "ontvangstbevestiging_verzonden"


def _read(file: Path) -> EmailMessage:
    message = message_from_bytes(file.read_bytes(), policy=default)
    assert isinstance(message, EmailMessage)
    return message


def test_a_mail_program_opens_it_to_be_sent(taal: Office, tmp_path: Path):
    dossier = klacht_met_adres(taal)
    made = finalize_brief(taal.desk, dossier, begun(taal, dossier, SOORT))
    target = tmp_path / "brief.eml"
    write_mail_draft(taal.desk, made.document_id, target)
    mail = _read(target)
    assert mail["X-Unsent"] == "1"
    assert mail["To"] == "marijke@delinde.example"
    assert mail["Subject"] == "Ontvangstbevestiging 2026-001", (
        "a subject is read by everybody: no names in it"
    )
    assert mail["From"] is None, "that is for the mail program to fill in"
    body = mail.get_body()
    assert body is not None
    assert "stuurt 10 VOOR TAAL-ONDERWIJS u een brief." in body.get_content()
    (attached,) = mail.iter_attachments()
    assert attached.get_filename() == "Ontvangstbevestiging 2026-001.pdf"
    assert attached.get_content_type() == "application/pdf"
    assert attached.get_content() == read_document(taal.desk, made.document_id)
    assert "document_gemaild" in audited(taal)


@pytest.mark.parametrize(
    "email", ["", "geen adres", "a@", "jö@post.example", "een@post.example, twee@post.example"]
)
def test_without_a_usable_address_the_sender_fills_it_in(taal: Office, tmp_path: Path, email: str):
    dossier = klacht_met_adres(taal, **{"melder.1.email": email})
    made = finalize_brief(taal.desk, dossier, begun(taal, dossier, SOORT))
    write_mail_draft(taal.desk, made.document_id, tmp_path / "brief.eml")
    assert _read(tmp_path / "brief.eml")["To"] is None


def test_the_oordeel_goes_along(office: Office, tmp_path: Path):
    dossier = klacht_that_was_heard(office)
    write_oordeel(office, dossier)
    freeze_oordeel(office.desk, dossier)
    made = finalize_brief(office.desk, dossier, begun(office, dossier, "oordeel_verzonden"))
    oordeel = next(item for item in read_dossier(office.desk, dossier).documenten if item.soort == "oordeel")
    write_mail_draft(office.desk, made.document_id, tmp_path / "brief.eml")
    letter, along = _read(tmp_path / "brief.eml").iter_attachments()
    assert letter.get_filename() == "Uitkomst van de klacht 2026-001.pdf"
    assert along.get_filename() == "Oordeel 2026-001.pdf"
    assert along.get_content() == read_document(office.desk, oordeel.id)


def test_any_document_can_be_mailed(office: Office, tmp_path: Path):
    dossier = klacht_that_was_heard(office)
    write_oordeel(office, dossier)
    freeze_oordeel(office.desk, dossier)
    (oordeel,) = read_dossier(office.desk, dossier).documenten
    write_mail_draft(office.desk, oordeel.id, tmp_path / "oordeel.eml")
    mail = _read(tmp_path / "oordeel.eml")
    assert mail["To"] is None
    assert [item.get_content_type() for item in mail.iter_attachments()] == ["application/pdf"]


def test_a_file_from_outside_goes_whole_and_its_name_is_not_in_the_subject(office: Office, tmp_path: Path):
    dossier = klacht_that_was_heard(office)
    sent = mail("Hierbij mijn verklaring.").as_bytes()
    (document_id,) = add_bijlagen(
        office.desk, dossier, [Bestand("Verklaring Jan Jansen.eml", sent)]
    ).document_ids
    write_mail_draft(office.desk, document_id, tmp_path / "post.eml")
    made = _read(tmp_path / "post.eml")
    assert made["Subject"] == "Bijlage 1 bij 2026-001", "a subject is read by everybody: no names in it"
    (attached,) = made.iter_attachments()
    assert attached.get_filename() == "Verklaring Jan Jansen.eml"
    assert attached.get_content_type() == "application/octet-stream"
    assert attached.get_content() == sent


def test_a_place_that_can_not_be_written_to_keeps_the_letter(taal: Office, tmp_path: Path):
    dossier = klacht_met_adres(taal)
    made = finalize_brief(taal.desk, dossier, begun(taal, dossier, SOORT))
    with pytest.raises(DocumentError, match="Het e-mailconcept kon niet worden opgeslagen"):
        write_mail_draft(taal.desk, made.document_id, tmp_path / "weg" / "brief.eml")
    assert "document_gemaild" not in audited(taal)
    with pytest.raises(NotFound):
        write_mail_draft(taal.desk, 999, tmp_path / "brief.eml")
    assert list(tmp_path.glob("*.eml")) == []
