"""Typed text made safe for print."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from reportlab.lib.styles import ParagraphStyle
from reportlab.pdfbase import pdfmetrics
from reportlab.platypus import Paragraph

from klachtdesk.typografie import (
    BOLD,
    FALLBACK,
    ITALIC,
    REGULAR,
    characters_without_glyph,
    font_runs,
    paragraph_markup,
    printable_text,
    register_fonts,
)


@pytest.mark.parametrize(
    "text",
    [
        "Ĳsbrand Ångström-Łukasz Çağlar Nguyễn",
        "Ελένη Παπαδοπούλου",
        "Екатерина Щукина",
        "€ 850 – “aanhaling” ‘enkel’ … ½ ²",
        "☑ → ✓",
    ],
)
def test_european_names_and_office_signs_are_printed_as_typed(text: str) -> None:
    assert characters_without_glyph(text) == ()
    assert printable_text(text) == text


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("blij 😀", ("😀",)),
        ("שלום", ("ש", "ל")),
        ("nul\x00bel\x07", ("U+0000", "U+0007")),
        ("omgekeerd\u202e", ("U+202E",)),
        ("王王", ("王",)),
    ],
)
def test_what_cannot_be_printed_is_named_and_leaves_a_square(text: str, named: tuple[str, ...]) -> None:
    assert characters_without_glyph(text)[: len(named)] == named
    assert "□" in printable_text(text)


def test_each_missing_character_is_named_once() -> None:
    assert len(characters_without_glyph("😀😀😀")) == 1


@pytest.mark.parametrize("inkless", ["\u00ad", "\u200b", "\ufeff", "\ufe0f"])
def test_marks_without_ink_disappear_unnamed(inkless: str) -> None:
    assert characters_without_glyph(f"a{inkless}b") == ()
    assert printable_text(f"a{inkless}b") == "ab"


def test_an_accent_typed_apart_is_joined_to_its_letter() -> None:
    assert printable_text("Zoe\u0308") == "Zoë"


def test_line_breaks_of_every_system_become_one_kind() -> None:
    assert paragraph_markup("een\r\ntwee\rdrie\nvier\u2028vijf") == "een<br/>twee<br/>drie<br/>vier<br/>vijf"


def test_markup_is_escaped() -> None:
    assert paragraph_markup("<b>&amp;</b>") == "&lt;b&gt;&amp;amp;&lt;/b&gt;"


def test_the_fallback_takes_only_what_the_first_font_lacks() -> None:
    assert font_runs("vink ✓ af", BOLD) == ((BOLD, "vink "), (FALLBACK, "✓"), (BOLD, " af"))


def test_bold_and_italic_have_the_glyphs_that_regular_promises() -> None:
    register_fonts()
    regular = pdfmetrics.getFont(REGULAR).face.charToGlyph.keys()
    for font in (BOLD, ITALIC):
        assert regular <= pdfmetrics.getFont(font).face.charToGlyph.keys()


@given(st.text())
def test_any_text_makes_a_paragraph_with_just_its_printable_characters(text: str) -> None:
    style = ParagraphStyle("any", fontName=REGULAR)
    printed = Paragraph(paragraph_markup(text), style).getPlainText(identify=1)
    assert "".join(printed.split()) == "".join(printable_text(text).split())
