"""The page that every document stands on: letterhead, repeated head, kenmerk and page numbers."""

import io
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, Final

from reportlab.lib.styles import ParagraphStyle
from reportlab.lib.units import mm
from reportlab.pdfbase.pdfmetrics import stringWidth
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import BaseDocTemplate, Flowable, Frame, NextPageTemplate, PageTemplate, Table

from klachtdesk.documenten.opmaak import (
    ACCENT,
    BODY,
    LINE,
    MARGIN_LEFT,
    MARGIN_RIGHT,
    PAGE_HEIGHT,
    PAGE_WIDTH,
    QUIET,
    SMALL,
    TEXT_WIDTH,
    paragraph,
    table,
)
from klachtdesk.documenten.pdfa import to_pdfa
from klachtdesk.typografie import BOLD, REGULAR, font_runs, printable_text, register_fonts
from klachtdesk.views.kantoor import KantoorView

_RIGHT: Final = PAGE_WIDTH - MARGIN_RIGHT
_TOP_FIRST: Final = 17 * mm
_TOP_NEXT: Final = 30 * mm
_BOTTOM: Final = 27 * mm
_HEAD: Final = PAGE_HEIGHT - 19 * mm
_FOOT: Final = 14 * mm
NEXT_PAGE_HEIGHT: Final = PAGE_HEIGHT - _TOP_NEXT - _BOTTOM
"""The room in points for text on a page after the first."""

_SENDER_WIDTH: Final = 50 * mm
_RUNNING_SIZE: Final = 8.0
_OFFICE: Final = ParagraphStyle(
    "office", parent=BODY, fontName=BOLD, fontSize=14.5, leading=18.5, textColor=ACCENT, spaceAfter=0
)


@dataclass(frozen=True, slots=True)
class Briefhoofd:
    """What stands at the edges of each page, and in the metadata."""

    kantoor: KantoorView
    soort: str
    """What kind of document this is, such as "Oordeel"."""
    kenmerk: str
    datum: date
    vertrouwelijk: bool = True

    @property
    def titel(self) -> str:
        """The title in the metadata; it names no person, for it shows in windows and lists of files."""
        return f"{self.soort} {self.kenmerk}"


class _NumberedCanvas(Canvas):
    """A canvas that holds back its pages until their number is known, then draws the foot of each."""

    def __init__(self, *args: Any, briefhoofd: Briefhoofd, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self._briefhoofd = briefhoofd
        self._held_pages: list[dict[str, Any]] = []

    def showPage(self) -> None:  # noqa: N802 - ReportLab's own name
        self._held_pages.append(dict(self.__dict__))
        self._startPage()  # type: ignore[attr-defined]  # left out of the stubs

    def save(self) -> None:
        pages = self._held_pages
        for number, state in enumerate(pages, start=1):
            self.__dict__.update(state)
            _draw_foot(self, self._briefhoofd, f"Pagina {number} van {len(pages)}")
            super().showPage()
        super().save()


def render_pdfa(body: Sequence[Flowable], briefhoofd: Briefhoofd) -> bytes:
    """Lay `body` out under the letterhead and return validated PDF/A-2b bytes; equal input gives equal bytes.

    Raises DocumentError when the result is not valid PDF/A.
    """
    register_fonts()
    output = io.BytesIO()
    document = BaseDocTemplate(
        output,
        pagesize=(PAGE_WIDTH, PAGE_HEIGHT),
        title=printable_text(briefhoofd.titel),
        subject=printable_text(briefhoofd.soort),
        author=printable_text(briefhoofd.kantoor.naam),
        creator="klachtdesk",
        lang="nl-NL",
        displayDocTitle=True,
        initialFontName=REGULAR,
        invariant=1,
    )
    document.addPageTemplates(
        [
            PageTemplate("first", [_frame(_TOP_FIRST)]),
            PageTemplate(
                "next", [_frame(_TOP_NEXT)], onPage=lambda canvas, _: _draw_head(canvas, briefhoofd)
            ),
        ]
    )
    story = [NextPageTemplate("next"), _letterhead(briefhoofd.kantoor), *body]
    document.build(
        story, canvasmaker=lambda *args, **kwargs: _NumberedCanvas(*args, briefhoofd=briefhoofd, **kwargs)
    )
    return to_pdfa(output.getvalue(), briefhoofd.datum)


def _frame(top: float) -> Frame:
    height = PAGE_HEIGHT - top - _BOTTOM
    return Frame(
        MARGIN_LEFT, _BOTTOM, TEXT_WIDTH, height, leftPadding=0, rightPadding=0, topPadding=0, bottomPadding=0
    )


def _letterhead(kantoor: KantoorView) -> Table:
    """Name of the office at the left (a logo can stand above it), address and contact lines at the right."""
    place = f"{kantoor.postcode}  {kantoor.plaats}".strip()
    lines = (kantoor.adres, place, kantoor.telefoon, kantoor.email, kantoor.website)
    sender: list[Flowable] = [paragraph(line, SMALL) for line in lines if line.strip()]
    name: list[Flowable] = [paragraph(kantoor.naam, _OFFICE)]
    commands = [
        ("RIGHTPADDING", (0, 0), (0, 0), 8 * mm),
        ("TOPPADDING", (1, 0), (1, 0), 3),
        ("BOTTOMPADDING", (0, 0), (-1, -1), 4.5 * mm),
        ("LINEBELOW", (0, 0), (-1, -1), 0.8, ACCENT),
    ]
    return table([(name, sender)], (TEXT_WIDTH - _SENDER_WIDTH, _SENDER_WIDTH), commands, spaceAfter=11 * mm)


def _draw_head(canvas: Canvas, briefhoofd: Briefhoofd) -> None:
    half = TEXT_WIDTH / 2 - 3 * mm
    _draw_line(canvas, MARGIN_LEFT, _HEAD, briefhoofd.kantoor.naam, half)
    _draw_line(canvas, _RIGHT, _HEAD, briefhoofd.titel, half, right=True)
    _draw_rule(canvas, _HEAD - 2.4 * mm)


def _draw_foot(canvas: Canvas, briefhoofd: Briefhoofd, page: str) -> None:
    left = f"Kenmerk {briefhoofd.kenmerk}" + ("  ·  Vertrouwelijk" if briefhoofd.vertrouwelijk else "")
    _draw_rule(canvas, _FOOT + 4.4 * mm)
    _draw_line(canvas, MARGIN_LEFT, _FOOT, left, TEXT_WIDTH - 35 * mm)
    _draw_line(canvas, _RIGHT, _FOOT, page, 33 * mm, right=True)


def _draw_rule(canvas: Canvas, y: float) -> None:
    canvas.setStrokeColor(LINE)
    canvas.setLineWidth(0.5)
    canvas.line(MARGIN_LEFT, y, _RIGHT, y)


def _draw_line(canvas: Canvas, x: float, y: float, text: str, width: float, *, right: bool = False) -> None:
    """Draw one line of small text, cut off with an ellipsis when it is wider than `width`."""
    runs = font_runs(_fit(text, width))
    if right:
        x -= sum(stringWidth(run, font, _RUNNING_SIZE) for font, run in runs)
    drawing = canvas.beginText(x, y)
    drawing.setFillColor(QUIET)
    for font, run in runs:
        drawing.setFont(font, _RUNNING_SIZE)
        drawing.textOut(run)
    canvas.drawText(drawing)


def _fit(text: str, width: float) -> str:
    line = " ".join(text.split())
    if stringWidth(line, REGULAR, _RUNNING_SIZE) <= width:
        return line
    while line and stringWidth(line + "…", REGULAR, _RUNNING_SIZE) > width:
        line = line[:-1]
    return line.rstrip() + "…"
