"""The oordeel as a PDF, read back with other programs than those that made it."""

import io
import shutil
import subprocess
from dataclasses import replace
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
from oordelen import BETROKKENE, FUNCTIONARIS, KLAGER, make_oordeel
from pikepdf import pdfa
from pypdf import PdfReader

from klachtdesk.documenten.oordeel import render_oordeel
from klachtdesk.documenten.opmaak import MAX_CHARACTERS, MAX_LINES
from klachtdesk.errors import DocumentError
from klachtdesk.views.oordeel import OnderdeelView, OordeelInhoud, PartijView


def _reader(pdf: bytes) -> PdfReader:
    return PdfReader(io.BytesIO(pdf), strict=True)


def _text(inhoud: OordeelInhoud) -> str:
    """Return the text with all white space as single spaces, so that line ends do not matter."""
    pages = _reader(render_oordeel(inhoud).pdf).pages
    return " ".join(" ".join(page.extract_text() for page in pages).split())


def _passes(pdf: bytes) -> bool:
    return bool(pdfa.validate_written(io.BytesIO(pdf), "2b").passed)


def test_everything_stands_in_it_in_the_order_of_an_oordeel() -> None:
    text = _text(make_oordeel())
    parts = [
        "Kade 12",
        "3811 AB Amersfoort",
        "Kenmerk 2026-003",
        "Datum 21 april 2026",
        "Klager mevrouw M. van der Heijden-Öztürk, Zorggroep Rivierenland",
        "Betrokkene de heer J. de Boer, trainer",
        "Klacht ontvangen op 1 april 2026",
        "De factuur is € 850 hoger",
        "Bevindingen De offerte noemt",
        "Reacties van partijen De betrokkene erkent",
        "Conclusies Voor het meerwerk",
        "Het oordeel",
        "De factuur is hoger dan de offerte Hoogte van de factuur gegrond",
        "De trainer ging niet in op de casussen Kwaliteit deels gegrond",
        "De klacht als geheel deels gegrond",
        "Aanbevelingen Meerwerk alleen na schriftelijk akkoord.",
        "Afhandeling Creditnota van € 850",
        "Voor de klager: als u het niet eens bent met dit oordeel",
        "Geschillencommissie",
        "Ondertekening",
    ]
    places = [text.find(part) for part in parts]
    assert -1 not in places, parts[places.index(-1)]
    assert places == sorted(places)


@pytest.mark.clausule("IA-5.6")
@pytest.mark.parametrize(
    ("aanbevelingen", "printed"),
    [
        (
            "Meerwerk alleen na schriftelijk akkoord.",
            "Aanbevelingen Meerwerk alleen na schriftelijk akkoord.",
        ),
        ("", "Aanbevelingen Bij dit oordeel horen geen aanbevelingen."),
    ],
)
def test_it_tells_the_gegrondheid_with_or_without_aanbevelingen(aanbevelingen: str, printed: str) -> None:
    text = _text(make_oordeel(aanbevelingen=aanbevelingen))
    assert "De klacht als geheel deels gegrond" in text
    assert printed in text


def test_it_quotes_the_words_it_rests_on_with_their_artikel() -> None:
    text = _text(make_oordeel())
    assert "op de hoogte.” (Klachtenregeling Interactie, artikel 5.6)" in text
    assert "ondertekenen zij.” (Klachtenregeling Interactie, artikel 5.7)" in text


def test_each_page_has_its_number_and_kenmerk_and_later_pages_the_office() -> None:
    inhoud = make_oordeel(bevindingen="\n\n".join(f"Bevinding {n} van vele." for n in range(1, 121)))
    pages = [" ".join(page.extract_text().split()) for page in _reader(render_oordeel(inhoud).pdf).pages]
    assert len(pages) > 3
    for number, page in enumerate(pages, start=1):
        assert f"Pagina {number} van {len(pages)}" in page
        assert "Kenmerk 2026-003 · Vertrouwelijk" in page
    assert all("Interactie Oordeel 2026-003" in page for page in pages[1:])


def test_it_is_pdf_a_in_dutch_with_a_title_that_names_nobody() -> None:
    pdf = render_oordeel(make_oordeel()).pdf
    reader = _reader(pdf)
    assert _passes(pdf)
    assert reader.trailer["/Root"]["/Lang"] == "nl-NL"
    assert reader.metadata is not None
    assert reader.metadata.title == "Oordeel 2026-003"
    assert reader.metadata.creation_date is not None
    assert reader.metadata.creation_date.date() == make_oordeel().datum


def test_every_font_is_embedded() -> None:
    fonts: dict[str, Any] = {}
    for page in _reader(render_oordeel(make_oordeel(klacht="vet, ☑ en gewoon")).pdf).pages:
        fonts |= {name: font.get_object() for name, font in page["/Resources"]["/Font"].items()}
    families = {str(font["/BaseFont"]).split("+")[1] for font in fonts.values()}
    assert families == {"NotoSans-Regular", "NotoSans-Bold", "NotoSans-Italic", "DejaVuSans"}
    assert all("/FontFile2" in font["/FontDescriptor"] for font in fonts.values())


def test_equal_input_gives_equal_bytes() -> None:
    assert render_oordeel(make_oordeel()).pdf == render_oordeel(make_oordeel()).pdf


def test_qpdf_finds_nothing_wrong(tmp_path: Path) -> None:
    qpdf = shutil.which("qpdf")
    assert qpdf, "this test needs qpdf: apt-get install qpdf"
    file = tmp_path / "oordeel.pdf"
    file.write_bytes(render_oordeel(make_oordeel()).pdf)
    assert subprocess.run([qpdf, "--check", file], capture_output=True, check=False).returncode == 0


@pytest.mark.clausule("IA-5.7")
def test_the_three_parties_have_a_box_each_of_their_own() -> None:
    rendered = render_oordeel(make_oordeel())
    assert [(vak.naam, vak.partij) for vak in rendered.velden] == [
        ("klager", KLAGER.naam),
        ("klachtenfunctionaris", FUNCTIONARIS.naam),
        ("betrokkene", BETROKKENE.naam),
    ]
    page = _reader(rendered.pdf).pages[rendered.velden[0].pagina].extract_text()
    assert all(partij.naam in " ".join(page.split()) for partij in (KLAGER, FUNCTIONARIS, BETROKKENE))


@pytest.mark.parametrize("paragraphs", range(1, 30, 2))
def test_the_boxes_are_never_split_over_pages(paragraphs: int) -> None:
    # Growing by two lines a time moves the block past every place on the page where it could break.
    inhoud = make_oordeel(bevindingen="\n\n".join(["Een bevinding."] * paragraphs))
    vakken = render_oordeel(inhoud).velden
    assert len({vak.pagina for vak in vakken}) == 1
    for above, below in pairwise(vakken):
        assert above.rect[1] > below.rect[3], "a box overlaps the next"
    for left, bottom, right, top in (vak.rect for vak in vakken):
        assert 0 < left < right < 595
        assert 0 < bottom < top < 842
        assert right - left > 200, "too narrow to sign in"
        assert top - bottom > 60, "too low to sign in"


def test_boxes_stay_together_with_the_longest_names() -> None:
    parties = tuple(PartijView(rol, "Willemijn " * 20, "Stichting " * 20) for rol in (p.rol for p in PARTIES))
    rendered = render_oordeel(make_oordeel(partijen=parties))
    assert len({vak.pagina for vak in rendered.velden}) == 1
    assert _passes(rendered.pdf)


PARTIES = (KLAGER, FUNCTIONARIS, BETROKKENE)


@pytest.mark.parametrize("missing", PARTIES, ids=lambda partij: partij.rol)
def test_a_missing_party_is_named(missing: PartijView) -> None:
    others = tuple(partij for partij in PARTIES if partij is not missing)
    nameless = tuple(replace(p, naam=" ") if p is missing else p for p in PARTIES)
    for parties in (others, nameless):
        with pytest.raises(DocumentError, match=f"de naam van de {missing.rol} die ondertekent"):
            render_oordeel(make_oordeel(partijen=parties))


def test_all_that_is_missing_is_named_at_once() -> None:
    with pytest.raises(
        DocumentError, match=r"ontbreekt: de bevindingen, het oordeel over de klacht als geheel\."
    ):
        render_oordeel(make_oordeel(bevindingen="  ", gegrondheid=""))


def test_a_second_betrokkene_signs_in_a_field_of_their_own() -> None:
    second = PartijView("betrokkene", "mevrouw S. Vos")
    rendered = render_oordeel(make_oordeel(partijen=(*PARTIES, second)))
    assert [vak.naam for vak in rendered.velden][2:] == ["betrokkene", "betrokkene_2"]
    assert len({vak.pagina for vak in rendered.velden}) == 1


def test_signers_that_do_not_fit_on_one_page_are_refused() -> None:
    # With names of 250 characters a row takes about 170 points: five of them 850, on a page with room for 680.
    long = tuple(PartijView(rol, "x" * 250, "y" * 250) for rol in ("klager", "klachtenfunctionaris"))
    several = tuple(PartijView("betrokkene", "x" * 250, "y" * 250) for _ in range(3))
    with pytest.raises(DocumentError, match="passen niet bij elkaar op één pagina"):
        render_oordeel(make_oordeel(partijen=(*long, *several)))


def test_the_signatures_never_stand_on_a_page_of_their_own() -> None:
    for paragraphs in range(1, 30, 3):
        rendered = render_oordeel(make_oordeel(bevindingen="\n\n".join(["Een bevinding."] * paragraphs)))
        page = _reader(rendered.pdf).pages[rendered.velden[0].pagina].extract_text()
        assert "Geschillencommissie" in page


def test_a_sixth_signer_is_refused() -> None:
    with pytest.raises(DocumentError, match="6 ondertekenaars"):
        render_oordeel(make_oordeel(partijen=(*PARTIES, *[BETROKKENE] * 3)))


def test_without_a_ground_for_signing_the_behandelaar_closes_it() -> None:
    inhoud = make_oordeel(ondertekening=None, partijen=())
    assert render_oordeel(inhoud).velden == ()
    text = _text(inhoud)
    assert "Amersfoort, 21 april 2026 mevrouw A. Veldman klachtenfunctionaris" in text
    assert "Ondertekening" not in text


EVIL = "<b>vet</b> & &amp; <img src='/etc/hostname'/> {{ kenmerk }} </para> <a href='http://x'> %s $x \\n"


@pytest.mark.parametrize(
    "field", ["klacht", "bevindingen", "reacties", "conclusies", "afhandeling", "vervolg"]
)
def test_markup_in_a_text_is_printed_as_those_characters(field: str) -> None:
    assert EVIL in _text(make_oordeel(**{field: EVIL}))


def test_markup_in_names_is_printed_as_those_characters() -> None:
    party = PartijView("klager", EVIL, "<i>R&D</i>")
    evil = make_oordeel(klager=party, partijen=(party, FUNCTIONARIS, BETROKKENE), kenmerk="<u>1</u>")
    text = _text(evil)
    assert f"Klager {EVIL}, <i>R&D</i>" in text
    assert "Kenmerk <u>1</u>" in text


def test_what_no_font_has_leaves_a_square_and_valid_pdf_a() -> None:
    inhoud = make_oordeel(klacht="nul\x00 bel\x07 שלום 😀 \u202e einde")
    assert "nul□ bel□ □□□□ □ □ einde" in _text(inhoud)
    assert _passes(render_oordeel(inhoud).pdf)


def test_line_breaks_are_kept() -> None:
    pdf = render_oordeel(make_oordeel(klacht="Kade 12\nAmersfoort")).pdf
    assert "Kade 12\nAmersfoort" in _reader(pdf).pages[0].extract_text()


def test_ten_pages_of_bevindingen_keep_every_word() -> None:
    words = [f"woord{n}" for n in range(1, 4_001)]
    blocks = [" ".join(words[start : start + 80]) for start in range(0, len(words), 80)]
    inhoud = make_oordeel(bevindingen="\n\n".join(blocks))
    pdf = render_oordeel(inhoud).pdf
    text = " ".join(page.extract_text() for page in _reader(pdf).pages)
    assert len(_reader(pdf).pages) >= 10
    assert [word for word in text.split() if word.startswith("woord")] == words
    assert _passes(pdf)


def test_one_block_of_many_pages_keeps_every_word() -> None:
    words = [f"woord{n}" for n in range(1, 4_001)]
    text = _text(make_oordeel(bevindingen=" ".join(words)))
    assert [word for word in text.split() if word.startswith("woord")] == words


def test_a_word_without_spaces_is_broken_inside_the_margins() -> None:
    pages = _reader(render_oordeel(make_oordeel(bevindingen="w" * 3_000)).pdf).pages
    assert sum(page.extract_text().count("w" * 20) for page in pages) > 0
    longest = max(len(line) for page in pages for line in page.extract_text().splitlines())
    assert longest < 120, "at 9.75 points some 110 letters fit at the very most"


@pytest.mark.parametrize(
    "text",
    ["x " * 2_500_000, "w" * (MAX_CHARACTERS + 1), "a\n" * (MAX_LINES + 1)],
    ids=["5 MB", "characters", "lines"],
)
def test_too_much_text_is_refused_with_the_limit(text: str) -> None:
    with pytest.raises(
        DocumentError, match=r"De tekst is te lang: .* Er passen 250\.000 tekens en 6\.000 regels"
    ):
        render_oordeel(make_oordeel(bevindingen=text))


def test_a_name_too_long_for_its_place_is_refused() -> None:
    with pytest.raises(DocumentError, match="De naam bij klager telt 251 tekens; er passen er 250"):
        render_oordeel(make_oordeel(klager=replace(KLAGER, naam="x" * 251)))


def test_an_onderdeel_of_more_than_a_page_breaks_over_pages() -> None:
    long = OnderdeelView(" ".join(["woord"] * 1_500), "Kwaliteit", "ongegrond")
    assert _text(make_oordeel(onderdelen=(long,))).count("woord") == 1_500


def test_no_text_is_written_to_disk(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise AssertionError("a temporary file would hold the text of the oordeel")

    for name in ("TemporaryFile", "NamedTemporaryFile", "mkstemp", "SpooledTemporaryFile"):
        monkeypatch.setattr(f"tempfile.{name}", refuse)
    assert render_oordeel(make_oordeel()).pdf
