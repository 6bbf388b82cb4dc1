"""Files are judged by what is in them; a name can only make them more suspect."""

from io import BytesIO
from zipfile import ZipFile

import pytest
from compound_files import compound_file
from outlook_mails import MARIJKE, outlook_mail

from klachtdesk.post.bestandssoort import SOORTEN, kind_of_media_type, name_to_save_as
from klachtdesk.post.herkennen import kind_of


def zipped(*names: str) -> bytes:
    made = BytesIO()
    with ZipFile(made, "w") as package:
        for name in names:
            package.writestr(name, "x")
    return made.getvalue()


def open_document(kind: bytes) -> bytes:
    made = BytesIO()
    with ZipFile(made, "w") as package:
        package.writestr("mimetype", kind)
        package.writestr("content.xml", "<x/>")
    return made.getvalue()


OFFICE = "[Content_Types].xml"
VBA = "_VBA_PROJECT"


@pytest.mark.parametrize(
    ("inhoud", "sleutel"),
    [
        (b"%PDF-1.7\n...", "pdf"),
        (b"\xef\xbb\xbf%PDF-1.7\n...", "pdf"),
        (b"\x89PNG\r\n\x1a\n....", "png"),
        (b"\xff\xd8\xff\xe0....JFIF", "jpeg"),
        (b"GIF89a....", "gif"),
        (b"RIFF\x10\x00\x00\x00WEBPVP8 ", "webp"),
        (b"II*\x00....", "tiff"),
        (b"\x00\x00\x00\x18ftypheic....", "heic"),
        (b"\x00\x00\x00\x18ftypisom....", "video"),
        (b"{\\rtf1 hallo}", "rtf"),
        (b"MZ\x90\x00", "programma"),
        (b"\x7fELF\x02", "programma"),
        (b"#!/bin/sh\nrm", "programma"),
        (b"L\x00\x00\x00\x01\x14\x02\x00", "programma"),
        (b"\x78\x9f\x3e\x22\x01\x00", "tnef"),
        (b"Rar!\x1a\x07\x01\x00", "pakket"),
        (b"<!DOCTYPE html><p>hoi", "html"),
        (b"<?xml version='1.0'?><svg xmlns='x'>", "html"),
        (b"Gewone tekst.\r\nMet twee regels.", "tekst"),
        ("Tekst in UTF-16".encode("utf-16"), "tekst"),
        (b"\x00\x01\x02\x03", "onbekend"),
        (b"", "leeg"),
        (b"From: a@b.nl\r\nSubject: Klacht\r\nDate: Wed, 1 Apr 2026 10:00:00 +0200\r\n\r\nTekst", "eml"),
        (b"Received: from x\r\n by y\r\nFrom: a\r\nTo: b\r\n\r\n", "eml"),
        (b"Aan: Jan\r\nOnderwerp: brief\r\n\r\nTekst", "tekst"),
        (zipped(OFFICE, "word/document.xml"), "docx"),
        (zipped(OFFICE, "xl/workbook.xml"), "xlsx"),
        (zipped(OFFICE, "ppt/presentation.xml"), "pptx"),
        (zipped(OFFICE, "word/document.xml", "word/vbaProject.bin"), "ooxml_macros"),
        (open_document(b"application/vnd.oasis.opendocument.text"), "odt"),
        (zipped("foto.jpg"), "zip"),
        (zipped("factuur.pdf.exe"), "zip_programma"),
        (b"PK\x03\x04 damaged", "zip"),
        (outlook_mail(MARIJKE), "msg"),
        (compound_file({"WordDocument": b"x"}), "doc"),
        (compound_file({"Workbook": b"x", "_VBA_PROJECT_CUR": {VBA: b"x"}}), "ole_macros"),
        (compound_file({"EncryptedPackage": b"x", "EncryptionInfo": b"x"}), "office_beveiligd"),
        (compound_file({"Iets": b"x"}), "ole"),
        (bytes.fromhex("d0cf11e0a1b11ae1") + b"damaged", "ole"),
    ],
)
def test_the_content_tells_the_kind(inhoud: bytes, sleutel: str):
    assert kind_of(inhoud).sleutel == sleutel


@pytest.mark.parametrize("naam", ["factuur.pdf", "foto.jpg", "brief.docx", "", "zonder punt"])
def test_a_program_stays_a_program_whatever_it_is_called(naam: str):
    assert kind_of(b"MZ\x90\x00", naam).sleutel == "programma"


@pytest.mark.parametrize(
    "naam", ["brief.pdf.exe", "lees.JS", "installeer.msi", "macro.vbs", "koppeling.url", "a.lnk"]
)
def test_what_windows_would_run_by_its_name_counts_as_a_program(naam: str):
    kind = kind_of(b"%PDF-1.7\n...", naam)
    assert kind.sleutel == "programma"
    assert kind.toonbaar == ""
    assert kind.gevaar.startswith("Dit is een programma")


def test_only_pdf_pictures_and_mails_are_shown_and_they_carry_no_warning():
    shown = {soort.sleutel: soort.toonbaar for soort in SOORTEN.values() if soort.toonbaar}
    assert shown == {
        "pdf": "pdf", "png": "beeld", "jpeg": "beeld", "gif": "beeld", "webp": "beeld", "bmp": "beeld", "tiff": "beeld",
        "eml": "mail", "msg": "mail",
    }  # fmt: skip
    assert not any(SOORTEN[sleutel].gevaar for sleutel in shown)


def test_a_kind_is_known_again_by_the_media_type_that_was_stored():
    for soort in SOORTEN.values():
        assert kind_of_media_type(soort.media_type) is soort
    assert kind_of_media_type("iets/anders") is SOORTEN["onbekend"]


def test_a_name_gets_the_ending_that_its_content_asks():
    assert name_to_save_as("scan", "application/pdf") == "scan.pdf"
    assert name_to_save_as("scan.txt", "application/pdf") == "scan.txt.pdf"
    assert name_to_save_as("Scan.PDF", "application/pdf") == "Scan.PDF"
    assert name_to_save_as("foto.jpeg", "image/jpeg") == "foto.jpeg"


def test_a_name_that_hides_a_program_is_not_made_to_run():
    assert name_to_save_as("factuur.pdf", SOORTEN["programma"].media_type) == "factuur.pdf"
