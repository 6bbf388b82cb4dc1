"""The embedded fonts, what they can print, and text made safe for print.

Stands below `documenten` and `ondertekening`, which both draw text and do not know each other.
"""

import io
import unicodedata
from functools import cache
from itertools import groupby
from typing import Final
from xml.sax.saxutils import escape

from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont

from klachtdesk import assets

REGULAR: Final = "NotoSans-Regular"
BOLD: Final = "NotoSans-Bold"
ITALIC: Final = "NotoSans-Italic"
FALLBACK: Final = "DejaVuSans"
REPLACEMENT: Final = "\N{WHITE SQUARE}"
"""Printed where a character can't be: visible, so that nothing disappears from a text unnoticed."""

_VARIATION_SELECTORS: Final = frozenset(map(chr, range(0xFE00, 0xFE10)))
_INKLESS: Final = frozenset("\u00ad\u200b\u200c\u200d\u2060\ufeff") | _VARIATION_SELECTORS
"""Soft hyphens, joiners, byte order marks and variation selectors: left out without a word."""

_SPACES: Final = {"\t": "    ", "\v": "\n", "\f": "\n", "\u0085": "\n", "\u2028": "\n", "\u2029": "\n"}
_LAST_PLANE_0: Final = "\uffff"


@cache
def register_fonts() -> None:
    """Make the fonts in `resources/fonts` known to ReportLab, once; each face takes some milliseconds."""
    for name in (REGULAR, BOLD, ITALIC, FALLBACK):
        pdfmetrics.registerFont(TTFont(name, io.BytesIO(assets.read_bytes("fonts", f"{name}.ttf"))))
    pdfmetrics.registerFontFamily(REGULAR, normal=REGULAR, bold=BOLD, italic=ITALIC, boldItalic=BOLD)


@cache
def _glyphs(font: str) -> frozenset[str]:
    register_fonts()
    face = pdfmetrics.getFont(font).face  # type: ignore[attr-defined]  # left out of the stubs
    return frozenset(map(chr, face.charToGlyph))


@cache
def _font_for(character: str) -> str | None:
    """Return REGULAR or FALLBACK, or None for a character that can't be printed faithfully.

    Right-to-left scripts are refused although the fallback has their letters: ReportLab would set them
    in the wrong order. So are characters beyond U+FFFF: it would make them other ones for who copies or
    searches the text.
    """
    if character > _LAST_PLANE_0 or unicodedata.bidirectional(character) in {"R", "AL", "AN"}:
        return None
    if unicodedata.category(character) in {"Cc", "Cf", "Cs", "Co", "Cn"}:
        return None
    if character in _glyphs(REGULAR):
        return REGULAR
    return FALLBACK if character in _glyphs(FALLBACK) else None


def _normalized(text: str) -> str:
    """Compose accents, make one kind of line break, and leave out what has no ink."""
    text = unicodedata.normalize("NFC", text.replace("\r\n", "\n").replace("\r", "\n"))
    if text.isascii() and text.isprintable():
        return text
    return "".join(_SPACES.get(character, character) for character in text if character not in _INKLESS)


def characters_without_glyph(text: str) -> tuple[str, ...]:
    """Return each character of `text` that will be printed as an empty square, in order of first appearance.

    As it was typed, or by its number where there is nothing to see: ("😀", "U+0007"). Empty when all can be printed.
    """
    seen = dict.fromkeys(_normalized(text))
    missing = (character for character in seen if character != "\n" and _font_for(character) is None)
    return tuple(character if character.isprintable() else f"U+{ord(character):04X}" for character in missing)


def printable_text(text: str) -> str:
    """Return `text` with an empty square for each character that can't be printed; line breaks are kept."""
    return "".join(c if c == "\n" or _font_for(c) else REPLACEMENT for c in _normalized(text))


def font_runs(text: str, font: str = REGULAR) -> tuple[tuple[str, str], ...]:
    """Split printable text into (font, run) pairs: `font` where that has the glyphs, else the fallback."""
    runs = groupby(printable_text(text), key=lambda c: FALLBACK if _font_for(c) == FALLBACK else font)
    return tuple((run_font, "".join(run)) for run_font, run in runs)


def paragraph_markup(text: str) -> str:
    """Turn typed text into the markup of a ReportLab Paragraph that prints just those characters.

    Everything with a meaning in that markup is escaped: an unescaped `<img src=...>` would open the file.
    """
    parts = (
        f'<font name="{FALLBACK}">{escape(run)}</font>' if font == FALLBACK else escape(run)
        for font, run in font_runs(text)
    )
    return "".join(parts).replace("\n", "<br/>")
