"""A PDF from outside: what is in it that does not work here is told, and never run."""

from io import BytesIO

import pytest
from pikepdf import AttachedFileSpec, Dictionary, Encryption, Name, Pdf, String

from klachtdesk.documenten.pdf_inhoud import pdf_remarks


def saved(document: Pdf, **how: Encryption) -> bytes:
    made = BytesIO()
    document.save(made, **how)  # type: ignore[arg-type]
    return made.getvalue()


@pytest.fixture
def document() -> Pdf:
    made = Pdf.new()
    made.add_blank_page()
    return made


def test_an_ordinary_pdf_has_nothing_to_tell(document: Pdf):
    assert pdf_remarks(saved(document)) == ()


@pytest.mark.parametrize(
    ("actie", "woord"),
    [
        (Dictionary(S=Name.JavaScript, JS=String("app.alert(1)")), "JavaScript"),
        (Dictionary(S=Name.Launch, F=String("cmd.exe")), "een programma of een ander bestand"),
        (Dictionary(S=Name.GoToR, F=String("ander.pdf")), "een programma of een ander bestand"),
    ],
)
def test_what_would_run_elsewhere_is_told(document: Pdf, actie: Dictionary, woord: str):
    document.Root.OpenAction = actie
    (opmerking,) = pdf_remarks(saved(document))
    assert woord in opmerking


def test_a_script_behind_a_page_is_found_too(document: Pdf):
    document.pages[0].AA = Dictionary(O=document.make_indirect(Dictionary(S=Name.JavaScript, JS=String("x"))))
    (opmerking,) = pdf_remarks(saved(document))
    assert "JavaScript" in opmerking


def test_files_inside_are_told(document: Pdf):
    document.attachments["virus.exe"] = AttachedFileSpec(document, b"MZ")
    assert any("andere bestanden" in opmerking for opmerking in pdf_remarks(saved(document)))


def test_a_password_is_told(document: Pdf):
    (opmerking,) = pdf_remarks(saved(document, encryption=Encryption(owner="eigenaar", user="geheim")))
    assert "wachtwoord" in opmerking


@pytest.mark.parametrize("inhoud", [b"", b"%PDF-1.7", b"%PDF-1.7\n" + b"\xff" * 5_000])
def test_damage_is_told(inhoud: bytes):
    (opmerking,) = pdf_remarks(inhoud)
    assert "beschadigd" in opmerking
