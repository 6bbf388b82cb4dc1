"""The letter as a PDF, read back with other programs than those that made it."""

import io
from dataclasses import replace
from typing import Any

import pytest
from briefinhoud import KANTOOR, TEKST, make_brief, make_logo
from pdf_text import text_of
from pikepdf import pdfa
from pypdf import PdfReader

from klachtdesk.brieven.waarden import Alinea, Brieftekst, Lijst
from klachtdesk.documenten.brief import render_brief
from klachtdesk.errors import DocumentError

POINTS_PER_MM = 72 / 25.4
A4_HEIGHT = 297


def _passes(pdf: bytes) -> bool:
    return bool(pdfa.validate_written(io.BytesIO(pdf), "2b").passed)


def _places(pdf: bytes, page: int = 0) -> list[tuple[str, float, float]]:
    """Return each piece of text with where it begins, in millimetres from the left and from the top of the page."""
    found: list[tuple[str, float, float]] = []

    def visit(text: str, user: list[float], matrix: list[float], font: Any, size: float) -> None:
        if text.strip():
            x = matrix[4] * user[0] + user[4]
            y = matrix[5] * user[3] + user[5]
            found.append((text.strip(), x / POINTS_PER_MM, A4_HEIGHT - y / POINTS_PER_MM))

    PdfReader(io.BytesIO(pdf)).pages[page].extract_text(visitor_text=visit)
    return found


def test_everything_stands_in_it_in_the_order_of_a_letter() -> None:
    inhoud = make_brief(bijlagen=("Oordeel 2026-003",), kopie_aan=("de heer J. Jansen",))
    text = text_of(render_brief(inhoud))
    parts = [
        "Interactie",
        "3811 AB Amersfoort",
        "Zorggroep De Linde",
        "t.a.v. mevrouw M. de Vries",
        "3511 AB UTRECHT",
        "Datum Amersfoort, 3 april 2026",
        "Ons kenmerk 2026-003",
        "Betreft Ontvangst van uw klacht over de factuur",
        "Geachte mevrouw De Vries,",
        "Wat gebeurt er nu?",
        "• U wordt gehoord. • U krijgt ons oordeel.",
        "Wat Uiterlijk Oordeel 29 april 2026",
        "Hebt u vragen? Bel ons.",
        "Met vriendelijke groet,",
        "Amber Veldman klachtenfunctionaris",
        "Bijlage: Oordeel 2026-003",
        "Kopie aan: de heer J. Jansen",
    ]
    # pypdf reads the address, which is drawn apart, before or after the rest: look for it by itself.
    flow = [part for part in parts if text.count(part) and part not in parts[2:5]]
    assert [part for part in parts if part not in text] == []
    places = [text.find(part) for part in flow]
    assert places == sorted(places)


@pytest.mark.parametrize(("venster", "window"), [("links", (20, 91)), ("rechts", (119, 190))])
@pytest.mark.parametrize(
    "adres",
    [
        ("A. Jansen", "Dorpsstraat 1", "1234 AB  ONS DORP"),
        (
            "Stichting tot bevordering van het onderwijs aan volwassenen in Midden-Nederland",
            "t.a.v. mevrouw dr. M. van der Heijden-Öztürk",
            "Lindelaan 14",
            "3511 AB  UTRECHT",
        ),
    ],
)
def test_the_address_stands_where_the_window_shows_it_however_the_sheet_slides(
    adres: tuple[str, ...], venster: str, window: tuple[int, int]
) -> None:
    # A window 15 to 60 mm above the bottom of the envelope; the folded sheet is 99 mm high. At the bottom of any
    # envelope it shows 39 to 84 mm from the top of the sheet; with the sheet 13 mm higher (C5/6: 114 - 99 = 15 less
    # what the fold takes) 52 to 97 mm. Always in sight: 52 to 84 mm. Sideways, see Adresvak.
    pdf = render_brief(make_brief(adres=adres, kantoor=replace(KANTOOR, venster=venster)))
    words = {word for regel in adres for word in regel.split()}
    lines = [(text, x, y) for text, x, y in _places(pdf) if 45 < y < 90]
    assert words <= {word for text, _x, _y in lines for word in text.split()}
    for text, x, y in lines:
        assert window[0] < x < window[1] - 20, text
        assert 52 + 3.5 < y < 84 - 1, f"{text}: its capitals and tails too"


def test_nothing_else_comes_where_the_window_looks() -> None:
    # 39 to 97 mm: all that a window can show of a sheet that slides, over the whole width.
    inhoud = make_brief(kantoor=replace(KANTOOR, logo=make_logo(), naam="Een lange naam " * 8), adres=())
    assert [text for text, _x, y in _places(render_brief(inhoud)) if 39 < y < 97] == []


def test_more_lines_are_set_smaller_and_too_many_are_refused() -> None:
    eight = tuple(f"Adresregel {number}" for number in range(1, 8))
    assert "Adresregel 7" in text_of(render_brief(make_brief(adres=eight)))
    with pytest.raises(DocumentError, match="12 regels passen niet achter het venster"):
        render_brief(make_brief(adres=tuple(f"Adresregel {number}" for number in range(12))))


@pytest.mark.parametrize(
    ("mode", "kind"), [("RGBA", "PNG"), ("P", "PNG"), ("L", "PNG"), ("CMYK", "JPEG"), ("RGB", "JPEG")]
)
def test_a_logo_of_any_kind_keeps_the_letter_archivable(mode: str, kind: str) -> None:
    pdf = render_brief(make_brief(kantoor=replace(KANTOOR, logo=make_logo(mode, kind))))
    assert _passes(pdf)
    images = PdfReader(io.BytesIO(pdf)).pages[0].images
    assert len(images) == 1
    picture = images[0].image
    assert picture is not None
    assert picture.mode == "RGB"


def test_what_is_transparent_in_a_logo_becomes_white_paper() -> None:
    pdf = render_brief(make_brief(kantoor=replace(KANTOOR, logo=make_logo("RGBA"))))
    picture = next(iter(PdfReader(io.BytesIO(pdf)).pages[0].images)).image
    assert picture is not None
    # Half of (20, 120, 90) on white: (255 + 20) / 2 = 137, (255 + 120) / 2 = 187, (255 + 90) / 2 = 172.
    found = picture.getpixel((5, 5))
    assert isinstance(found, tuple)
    assert all(abs(channel - wanted) <= 2 for channel, wanted in zip(found, (137, 187, 172), strict=True))


def test_a_logo_that_is_no_picture_is_named() -> None:
    with pytest.raises(DocumentError, match="Het logo van het kantoor kan niet worden gelezen"):
        render_brief(make_brief(kantoor=replace(KANTOOR, logo=b"GIF89a of iets anders")))


def test_a_logo_of_a_poster_is_refused_before_it_is_unpacked() -> None:
    with pytest.raises(DocumentError, match="7000 bij 6000 pixels"):
        render_brief(make_brief(kantoor=replace(KANTOOR, logo=make_logo("L", size=(7000, 6000)))))


def test_it_is_pdf_a_in_dutch_with_a_title_that_names_nobody() -> None:
    pdf = render_brief(make_brief())
    reader = PdfReader(io.BytesIO(pdf), strict=True)
    assert _passes(pdf)
    assert reader.root_object["/Lang"] == "nl-NL"
    assert reader.metadata is not None
    assert reader.metadata.title == "Ontvangstbevestiging 2026-003"
    assert render_brief(make_brief()) == pdf


def test_ten_pages_have_their_numbers_and_each_later_one_a_head() -> None:
    pages = PdfReader(io.BytesIO(render_brief(make_brief(alineas=120)))).pages
    texts = [" ".join(page.extract_text().split()) for page in pages]
    assert len(texts) >= 10
    for number, text in enumerate(texts, start=1):
        assert f"Pagina {number} van {len(texts)}" in text
        assert ("Ons kenmerk" in text) == (number == 1)
        assert ("Interactie Ontvangstbevestiging 2026-003" in text) == (number > 1)


def test_no_line_of_a_paragraph_stands_alone_on_a_page() -> None:
    long = tuple(Alinea(f"Alinea {number}. " + "Wij lezen uw klacht. " * 24) for number in range(70))
    pages = PdfReader(io.BytesIO(render_brief(make_brief(tekst=replace(TEKST, blokken=long))))).pages
    assert len(pages) >= 8
    for page in pages[:-1]:  # how the last one ends is the next test
        lines = [line for line in page.extract_text().splitlines() if "klacht." in line]
        starts = [place for place, line in enumerate(lines) if line.startswith("Alinea")]
        assert starts[0] != 1, "one line left over from the page before"
        assert len(lines) - starts[-1] != 1, "one line of a paragraph that goes on overleaf"


@pytest.mark.parametrize("alineas", range(5, 17))
def test_a_signature_never_stands_alone_on_a_page(alineas: int) -> None:
    # Growing by a paragraph at a time moves the end of the letter past every place where a page can end.
    laatste = "Tot slot lezen wij uw klacht nog eens helemaal door, van het begin tot het eind. " * 6
    inhoud = make_brief(alineas=alineas)
    tekst = replace(inhoud.tekst, blokken=(*inhoud.tekst.blokken, Alinea(laatste)))
    last = PdfReader(io.BytesIO(render_brief(replace(inhoud, tekst=tekst)))).pages[-1].extract_text()
    before, found, _after = last.partition("Met vriendelijke groet,")
    assert found
    assert len([line for line in before.splitlines() if "klacht" in line or "eind" in line]) >= 2


def test_a_list_that_ends_a_letter_keeps_its_signature() -> None:
    tekst = Brieftekst("Lijst", (Alinea("Dag,"), Lijst(tuple(f"Punt {number}." for number in range(60)))))
    last = PdfReader(io.BytesIO(render_brief(make_brief(tekst=tekst)))).pages[-1].extract_text()
    assert "Punt 59." in last
    assert "Met vriendelijke groet," in last


def test_what_people_typed_prints_as_typed() -> None:
    name = '<img src="/etc/hostname"/> & {{ naam }} ## kop'
    tekst = replace(TEKST, onderwerp=name, blokken=(Alinea(name), Lijst((name,))))
    assert text_of(render_brief(make_brief(tekst=tekst))).count(name) == 3


def test_a_copy_says_whose_letter_it_is() -> None:
    assert "Kopie van de brief aan M. de Vries" in text_of(render_brief(make_brief(kopie_van="M. de Vries")))
    assert "Kopie" not in text_of(render_brief(make_brief()))


@pytest.mark.parametrize(
    ("changes", "zin"),
    [
        ({"tekst": replace(TEKST, onderwerp="x" * 300)}, "Het onderwerp telt 300 tekens"),
        ({"ondertekening": ("x" * 300,)}, "Een regel van de ondertekening telt 300 tekens"),
        ({"tekst": replace(TEKST, blokken=(Alinea("x" * 300_000),))}, "De tekst is te lang"),
    ],
)
def test_what_is_too_long_is_named(changes: dict[str, Any], zin: str) -> None:
    with pytest.raises(DocumentError, match=zin):
        render_brief(make_brief(**changes))
