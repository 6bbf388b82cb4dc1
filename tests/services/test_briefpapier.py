"""The logo, the reply address and what stands under every letter."""

import io
from pathlib import Path

import pytest
from office import Office
from pdf_text import text_of
from PIL import Image
from pypdf import PdfReader

from klachtdesk.errors import DocumentError, InvalidInput
from klachtdesk.services.brieven.briefpapier import (
    MAX_LOGO,
    briefpapier_formulier,
    put_logo,
    read_briefpapier,
    save_briefpapier,
    set_logo,
)
from klachtdesk.services.brieven.sjablonen import preview_sjabloon


def picture(kind: str, mode: str = "RGBA") -> bytes:
    target = io.BytesIO()
    Image.new(mode, (300, 120), "navy").save(target, kind)
    return target.getvalue()


def letter(office: Office) -> bytes:
    return preview_sjabloon(office.desk, "ontvangstbevestiging", "Proef", "{{ aanhef }}")


def test_what_is_set_stands_in_the_letters(office: Office):
    typed = {
        "antwoordadres": "Antwoordnummer 12, 3800 VB Amersfoort",
        "ondertekening": "Klachtenbureau\nma en di",
    }
    assert save_briefpapier(office.desk, typed).instellingen
    assert briefpapier_formulier(office.desk).waarden == typed
    words = text_of(letter(office))
    assert "Antwoordadres Antwoordnummer 12, 3800 VB Amersfoort" in words
    assert "Klachtenbureau ma en di" in words
    save_briefpapier(office.desk, {})
    assert "Antwoordnummer" not in text_of(letter(office))


def test_what_does_not_fit_is_refused_all_at_once(office: Office):
    with pytest.raises(InvalidInput) as caught:
        save_briefpapier(office.desk, {"antwoordadres": "x" * 121, "ondertekening": "a\n" * 7})
    assert caught.value.fields == {
        "antwoordadres": "Dit is te lang: er passen 120 tekens op een regel van de brief.",
        "ondertekening": "Dit zijn 7 regels; er passen er 6.",
    }
    with pytest.raises(InvalidInput, match="Een van de regels is te lang"):
        save_briefpapier(office.desk, {"ondertekening": "a\n" + "x" * 121})
    assert briefpapier_formulier(office.desk).waarden == {}


@pytest.mark.parametrize(("kind", "mode", "name"), [("PNG", "RGBA", "logo.png"), ("JPEG", "RGB", "logo.gif")])
def test_a_logo_is_judged_by_what_is_in_the_file(
    office: Office, tmp_path: Path, kind: str, mode: str, name: str
):
    source = tmp_path / name
    source.write_bytes(picture(kind, mode))
    set_logo(office.desk, source)
    assert read_briefpapier(office.desk).logo == source.read_bytes()
    assert len(PdfReader(io.BytesIO(letter(office))).pages[0].images) == 1
    put_logo(office.desk, None)
    assert read_briefpapier(office.desk).logo is None
    assert len(PdfReader(io.BytesIO(letter(office))).pages[0].images) == 0


@pytest.mark.parametrize(
    ("inhoud", "said"),
    [
        (b"MZ\x90\x00", "is geen PNG- of JPEG-plaatje, ook als de naam anders zegt"),
        (b"", "is geen PNG- of JPEG-plaatje"),
        (picture("GIF", "P"), "is geen PNG- of JPEG-plaatje"),
        (picture("PNG")[:60], "kan niet worden gelezen"),
        (picture("PNG") + b"\0" * MAX_LOGO, "is groter dan 2 MB"),
    ],
)
def test_a_file_that_is_no_logo_is_refused_and_the_old_one_stays(
    office: Office, tmp_path: Path, inhoud: bytes, said: str
):
    (tmp_path / "goed.png").write_bytes(picture("PNG"))
    set_logo(office.desk, tmp_path / "goed.png")
    source = tmp_path / "logo.png"
    source.write_bytes(inhoud)
    with pytest.raises(DocumentError, match=said):
        set_logo(office.desk, source)
    assert read_briefpapier(office.desk).logo == picture("PNG")


def test_a_file_that_is_gone_is_told(office: Office, tmp_path: Path):
    with pytest.raises(DocumentError, match=r"weg\.png kan niet worden gelezen"):
        set_logo(office.desk, tmp_path / "weg.png")
