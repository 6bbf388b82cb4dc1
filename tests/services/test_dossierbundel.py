"""A dossier as one PDF, read back: what is in it, in which order, and what it says of the rest."""

import hashlib
import io
from datetime import date
from pathlib import Path

import pytest
from dossiers import BETROKKENE, KLAGER, klacht_by_mail, klacht_that_was_heard, write_oordeel
from mails import mail
from office import Office
from pypdf import PdfReader

from klachtdesk.errors import DocumentError
from klachtdesk.models import Document, DocumentInhoud
from klachtdesk.services.dossierbundel import render_dossierbundel, save_dossierbundel
from klachtdesk.services.dossiers import read_dossier
from klachtdesk.services.gebeurtenissen import correct_gebeurtenis
from klachtdesk.services.oordeel import freeze_oordeel


def _pages(pdf: bytes) -> list[str]:
    return [" ".join(page.extract_text().split()) for page in PdfReader(io.BytesIO(pdf)).pages]


def _bookmarks(pdf: bytes) -> list[tuple[str, int]]:
    reader = PdfReader(io.BytesIO(pdf))
    marks = [item for item in reader.outline if not isinstance(item, list)]
    return [(str(item.title), (reader.get_destination_page_number(item) or 0) + 1) for item in marks]


def _attach(office: Office, dossier_id: int, titel: str, media_type: str, inhoud: bytes) -> None:
    with office.desk.writing() as session:
        session.add(
            Document(
                dossier_id=dossier_id,
                soort="bijlage",
                titel=titel,
                media_type=media_type,
                sha256=hashlib.sha256(inhoud).hexdigest(),
                grootte=len(inhoud),
                herkomst="bijgevoegd",
                bestandsnaam=titel,
                gemaakt_op=office.desk.klok.nu(),
                gemaakt_door=office.desk.gebruiker.id,
                inhoud=DocumentInhoud(inhoud=inhoud),
            )
        )


@pytest.fixture
def judged(office: Office) -> int:
    """Return a dossier of Interactie with a final oordeel, on 21 April 2026."""
    dossier_id = klacht_that_was_heard(office)
    write_oordeel(office, dossier_id)
    freeze_oordeel(office.desk, dossier_id)
    return dossier_id


@pytest.mark.clausule("IA-7.4")
def test_front_page_forms_and_documents_follow_each_other(office: Office, judged: int) -> None:
    bundel = render_dossierbundel(office.desk, judged)
    titles = [titel for titel, _page in _bookmarks(bundel.pdf)]
    assert [titel.split(",")[0] for titel in titles] == [
        "Overzicht van het dossier",
        "Meldingsformulier",
        "Intern klachtenformulier",
        "Oordeel 2026-001",
    ]
    pages = _pages(bundel.pdf)
    assert bundel.weggelaten == ()
    for titel, number in _bookmarks(bundel.pdf):
        assert f"{titel} {number} " in pages[0]
    assert "De factuur is hoger dan de offerte." in pages[0]
    assert KLAGER in pages[0]
    assert BETROKKENE in pages[0]


def test_the_tijdlijn_and_the_termijnen_stand_in_it(office: Office, judged: int) -> None:
    """Four weeks from Wednesday 1 April 2026 (Interactie 5.5) are Wednesday 29 April."""
    text = " ".join(_pages(render_dossierbundel(office.desk, judged).pdf))
    assert "29 april 2026 Oordeel over de klacht (artikel 5.5)" in text
    assert (
        f"9 april 2026 Gehoord Persoon: {KLAGER} Verslag: De toelichting is opgeschreven. Noor Bakker" in text
    )


@pytest.mark.clausule("IA-7.4")
def test_what_can_not_be_printed_is_named_with_the_reason(office: Office, judged: int) -> None:
    _attach(office, judged, "Opname.zip", "application/zip", b"PK\x03\x04")
    bundel = render_dossierbundel(office.desk, judged)
    assert bundel.weggelaten == (
        ("Opname.zip, 21 april 2026", "dit soort bestand kan hier niet worden afgedrukt"),
    )
    assert "Wel in het dossier, niet in deze bundel Opname.zip, 21 april 2026" in _pages(bundel.pdf)[0]


def test_a_mail_is_printed_with_it(office: Office, judged: int) -> None:
    _attach(office, judged, "klacht.eml", "message/rfc822", mail().as_bytes())
    bundel = render_dossierbundel(office.desk, judged)
    assert bundel.weggelaten == ()
    assert _bookmarks(bundel.pdf)[-1] == ("klacht.eml, 21 april 2026", len(_pages(bundel.pdf)))
    assert "Onderwerp Klacht over de factuur" in _pages(bundel.pdf)[-1]


def test_a_mail_that_can_not_be_read_is_named_among_what_is_left_out(office: Office, judged: int) -> None:
    _attach(office, judged, "klacht.eml", "message/rfc822", b"\x00\x01\x02")
    bundel = render_dossierbundel(office.desk, judged)
    assert [titel for titel, _why in bundel.weggelaten] == ["klacht.eml, 21 april 2026"]


def test_a_dossier_of_a_minute_old_is_a_bundle_too(office: Office) -> None:
    dossier_id = klacht_by_mail(office, "", "1-4-2026")
    bundel = render_dossierbundel(office.desk, dossier_id)
    assert "Klager nog onbekend" in _pages(bundel.pdf)[0]


def test_text_prints_as_it_was_typed(office: Office) -> None:
    typed = '<img src="/etc/hostname"/> {{ naam }} & <b>vet</b>'
    dossier_id = klacht_by_mail(office, typed, "1-4-2026", omschrijving=typed)
    assert typed in _pages(render_dossierbundel(office.desk, dossier_id).pdf)[0]


def test_it_is_written_whole_or_not_at_all(office: Office, judged: int, tmp_path: Path) -> None:
    pdf = render_dossierbundel(office.desk, judged).pdf
    target = tmp_path / "dossier.pdf"
    save_dossierbundel(office.desk, judged, pdf, target)
    assert target.read_bytes() == pdf
    with pytest.raises(DocumentError, match="kon niet worden opgeslagen"):
        save_dossierbundel(office.desk, judged, pdf, tmp_path / "nergens" / "dossier.pdf")
    assert [item.name for item in tmp_path.iterdir() if item.suffix == ".pdf"] == ["dossier.pdf"]


def test_the_day_is_that_of_the_office(office: Office, judged: int) -> None:
    assert office.desk.klok.vandaag() == date(2026, 4, 21)
    assert "Samengesteld op 21 april 2026" in _pages(render_dossierbundel(office.desk, judged).pdf)[0]


def test_a_letter_of_which_the_gebeurtenis_was_corrected_away_says_so(office: Office, judged: int) -> None:
    tijdlijn = read_dossier(office.desk, judged).tijdlijn
    (frozen,) = [item for item in tijdlijn if item.soort == "oordeel_vastgesteld"]
    correct_gebeurtenis(office.desk, judged, frozen.id, reden="Er ontbrak een bevinding.")
    (document,) = read_dossier(office.desk, judged).documenten
    assert document.teruggenomen
    titles = [titel for titel, _page in _bookmarks(render_dossierbundel(office.desk, judged).pdf)]
    assert "Oordeel 2026-001 (teruggenomen), 21 april 2026" in titles
