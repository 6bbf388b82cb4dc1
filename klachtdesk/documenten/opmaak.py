"""The building blocks of a document: measures, colours, styles, and text that people typed."""

import re
import textwrap
from collections.abc import Sequence
from typing import Any, Final

from reportlab.lib.colors import Color, HexColor
from reportlab.lib.enums import TA_LEFT
from reportlab.lib.pagesizes import A4
from reportlab.lib.styles import ParagraphStyle
from reportlab.lib.units import mm
from reportlab.platypus import Flowable, Paragraph, Table, TableStyle

from klachtdesk.dutch import capital, dutch_number
from klachtdesk.errors import DocumentError
from klachtdesk.typografie import BOLD, ITALIC, REGULAR, paragraph_markup, register_fonts

PAGE_WIDTH, PAGE_HEIGHT = A4
MARGIN_LEFT: Final = 27 * mm
MARGIN_RIGHT: Final = 25 * mm
TEXT_WIDTH: Final = PAGE_WIDTH - MARGIN_LEFT - MARGIN_RIGHT

INK: Final[Color] = HexColor("#1c1f24")
QUIET: Final[Color] = HexColor("#5c6570")
ACCENT: Final[Color] = HexColor("#17426b")
LINE: Final[Color] = HexColor("#c3cad2")
TINT: Final[Color] = HexColor("#f1f4f8")

MAX_CHARACTERS: Final = 250_000
MAX_LINES: Final = 6_000
"""Together about a hundred full pages: more than any judgement needs, and laid out within seconds."""

MAX_NAME: Final = 250
"""Characters in what must stay on a few lines, such as a name."""

RULED: Final = (
    ("LINEBELOW", (0, 0), (-1, -1), 0.4, LINE),
    ("TOPPADDING", (0, 0), (-1, -1), 3),
    ("BOTTOMPADDING", (0, 0), (-1, -1), 4),
)
"""Commands for a table with a thin line below each row."""

_LONGEST_PIECE: Final = 2_500


Cell = Flowable | list[Flowable]
Command = tuple[Any, ...]
"""One of ReportLab's table style commands."""


def _style(name: str, size: float, leading: float, font: str = REGULAR, **more: Any) -> ParagraphStyle:
    base: dict[str, Any] = {
        "fontName": font,
        "fontSize": size,
        "leading": leading,
        "textColor": INK,
        "alignment": TA_LEFT,
        "allowWidows": 0,
        "allowOrphans": 0,
        "splitLongWords": 1,
    }
    return ParagraphStyle(name, **(base | more))


BODY: Final = _style("body", 9.75, 14.5, spaceAfter=6)
INTRO: Final = _style("intro", 9.75, 14.5, spaceAfter=11)
TITLE: Final = _style("title", 21, 26, BOLD, textColor=ACCENT, spaceAfter=1)
SUBTITLE: Final = _style("subtitle", 11.5, 16, textColor=QUIET, spaceAfter=10)
HEADING: Final = _style(
    "heading", 11.5, 15, BOLD, textColor=ACCENT, spaceBefore=13, spaceAfter=3.5, keepWithNext=1
)
QUOTE: Final = _style("quote", 9, 13.5, ITALIC, textColor=QUIET, leftIndent=9, spaceAfter=6)
LABEL: Final = _style("label", 8.25, 14.5, textColor=QUIET)
VALUE: Final = _style("value", 9.75, 14.5)
STRONG: Final = _style("strong", 9.75, 14.5, BOLD)
SMALL: Final = _style("small", 8.25, 11.75, textColor=QUIET)
COLUMN_HEAD: Final = _style("column head", 8.25, 11.75, BOLD, textColor=QUIET)


def paragraph(text: str, style: ParagraphStyle = BODY, bullet: str | None = None) -> Paragraph:
    """Return `text` as it was typed, in `style`, after a `bullet` if given; nothing in it is read as markup."""
    register_fonts()
    return Paragraph(paragraph_markup(text.strip()), style, bulletText=bullet)


def paragraphs(text: str, style: ParagraphStyle = BODY) -> list[Flowable]:
    """Return one Paragraph per block of `text`; blocks are what stands between empty lines."""
    blocks = (block for block in re.split(r"\n\s*\n", text.replace("\r\n", "\n")) if block.strip())
    return [piece for block in blocks for piece in _pieces(block, style)]


def _pieces(block: str, style: ParagraphStyle) -> list[Flowable]:
    """Cut a block of more than a page's text in pieces without space between.

    ReportLab lays out all that is left of a paragraph again for each page, which takes time by the square.
    """
    if len(block) <= _LONGEST_PIECE:
        return [paragraph(block, style)]
    pieces = textwrap.wrap(
        block, _LONGEST_PIECE, replace_whitespace=False, expand_tabs=False, break_on_hyphens=False
    )
    joined = ParagraphStyle("joined", parent=style, spaceAfter=0)
    return [*(paragraph(piece, joined) for piece in pieces[:-1]), paragraph(pieces[-1], style)]


def section(title: str, text: str) -> list[Flowable]:
    """Return a heading with its text, or nothing when there is no text."""
    body = paragraphs(text)
    return [paragraph(title, HEADING), *body] if body else []


def table(
    rows: Sequence[tuple[Cell, ...]],
    widths: Sequence[float],
    commands: Sequence[Command] = (),
    **options: Any,
) -> Table:
    """Return a table without padding, aligned to the top; `commands` add to that, `options` go to ReportLab.

    Rows break across pages where they must. The font is named because ReportLab's own default can't be
    embedded.
    """
    base: list[Command] = [
        ("FONTNAME", (0, 0), (-1, -1), REGULAR),
        ("VALIGN", (0, 0), (-1, -1), "TOP"),
        ("LEFTPADDING", (0, 0), (-1, -1), 0),
        ("RIGHTPADDING", (0, 0), (-1, -1), 0),
        ("TOPPADDING", (0, 0), (-1, -1), 0),
        ("BOTTOMPADDING", (0, 0), (-1, -1), 0),
    ]
    made = Table(rows, colWidths=list(widths), splitInRow=1, **options)
    made.setStyle(TableStyle([*base, *commands]))
    return made


def field_list(rows: Sequence[tuple[str, str]], label_width: float = 38 * mm) -> Table:
    """Return labels with their values in two columns; rows without a value are left out."""
    cells = [(paragraph(label, LABEL), paragraph(value, VALUE)) for label, value in rows if value.strip()]
    same_baseline = VALUE.fontSize - LABEL.fontSize
    commands = [("BOTTOMPADDING", (0, 0), (-1, -1), 0.75), ("TOPPADDING", (0, 0), (0, -1), same_baseline)]
    return table(cells, (label_width, TEXT_WIDTH - label_width), commands)


def check_size(texts: Sequence[str]) -> None:
    """Raise DocumentError when these texts together are more than a document may hold.

    Laying out takes time per line: a pasted log file of megabytes would keep the program busy for minutes.
    """
    characters = sum(map(len, texts))
    lines = sum(text.count("\n") for text in texts)
    if characters > MAX_CHARACTERS or lines > MAX_LINES:
        raise DocumentError(
            f"De tekst is te lang: {dutch_number(characters)} tekens op {dutch_number(lines + 1)} regels.",
            f"Er passen {dutch_number(MAX_CHARACTERS)} tekens en {dutch_number(MAX_LINES)} regels in. "
            "Kort de tekst in, of voeg het lange deel als bijlage bij het dossier.",
        )


def check_names(names: Sequence[tuple[str, str]]) -> None:
    """Raise DocumentError for the first (what it is, name) pair with a name longer than MAX_NAME."""
    for what, name in names:
        if len(name) > MAX_NAME:
            raise DocumentError(
                f"{capital(what)} telt {dutch_number(len(name))} tekens; er passen er {MAX_NAME}.",
                "Kort dit in.",
            )
