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
from reportlab.platypus import (
    BaseDocTemplate,
    Flowable,
    Frame,
    FrameBreak,
    KeepInFrame,
    NextPageTemplate,
    PageTemplate,
)

from klachtdesk.documenten.adresvak import Adresvak
from klachtdesk.documenten.logo import Logo
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
    Command,
    paragraph,
    table,
)
from klachtdesk.documenten.pdfa import to_pdfa
from klachtdesk.dutch import dutch_postcode
from klachtdesk.typografie import BOLD, REGULAR, font_runs, printable_text, register_fonts
from klachtdesk.views.kantoor import KantoorView

_RIGHT: Final = PAGE_WIDTH - MARGIN_RIGHT
_TOP_FIRST: Final = 17 * mm
_TOP_NEXT: Final = 30 * mm
_TOP_LETTER: Final = 10.5 * mm
_HEAD_LETTER: Final = 28 * mm
_TEXT_LETTER: Final = 94 * mm
"""On a letter the letterhead stays above what the window of the envelope can show, and the text below it."""
_BOTTOM: Final = 27 * mm
_HEAD: Final = PAGE_HEIGHT - 19 * mm
_FOOT: Final = 14 * mm
NEXT_PAGE_HEIGHT: Final = PAGE_HEIGHT - _TOP_NEXT - _BOTTOM
"""The room in points for text on a page after the first."""

_SENDER_WIDTH: Final = 54 * mm
_RUNNING_SIZE: Final = 8.0
_OFFICE: Final = ParagraphStyle(
    "office", parent=BODY, fontName=BOLD, fontSize=14.5, leading=18.5, textColor=ACCENT, spaceAfter=0
)
_LETTERHEAD_WIDTHS: Final = (TEXT_WIDTH - _SENDER_WIDTH, _SENDER_WIDTH)
_LETTERHEAD: Final[tuple[Command, ...]] = (
    ("RIGHTPADDING", (0, 0), (0, 0), 8 * mm),
    ("TOPPADDING", (1, 0), (1, 0), 3),
)
_SENDER_NAME: Final = ParagraphStyle("sender name", parent=SMALL, fontName=BOLD, textColor=ACCENT)


@dataclass(frozen=True, slots=True)
class Briefhoofd:
    """What stands at the edges of each page, and in the metadata."""

    kantoor: KantoorView
    soort: str
    """What kind of document this is, such as "Oordeel"."""
    kenmerk: str
    datum: date
    vertrouwelijk: bool = True
    voet: str = ""
    """Stands at the foot of each page instead of the kenmerk, on what belongs to no dossier."""

    @property
    def titel(self) -> str:
        """The title in the metadata; it names no person, for it shows in windows and lists of files."""
        return f"{self.soort} {self.kenmerk}".rstrip()


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


def render_pdfa(body: Sequence[Flowable], briefhoofd: Briefhoofd, adresvak: Adresvak | None = None) -> bytes:
    """Lay `body` out under the letterhead and return validated PDF/A-2b bytes; equal input gives equal bytes.

    With `adresvak` it is a letter: the address stands in its own place, and the text begins below it.
    Raises DocumentError when the result is not valid PDF/A, or when the address or the logo can't be drawn.
    """
    return to_pdfa(render_pdf(body, briefhoofd, adresvak), briefhoofd.datum)


def render_pdf(body: Sequence[Flowable], briefhoofd: Briefhoofd, adresvak: Adresvak | None = None) -> bytes:
    """Lay out as `render_pdfa`, for a document to which something comes that PDF/A does not allow."""
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
    next_page = PageTemplate(
        "next", [_frame(_TOP_NEXT)], onPage=lambda canvas, _: _draw_head(canvas, briefhoofd)
    )
    document.addPageTemplates([_first_page(adresvak), next_page])
    story = [NextPageTemplate("next"), *_head(briefhoofd.kantoor, letter=adresvak is not None), *body]
    document.build(
        story, canvasmaker=lambda *args, **kwargs: _NumberedCanvas(*args, briefhoofd=briefhoofd, **kwargs)
    )
    return output.getvalue()


def _first_page(adresvak: Adresvak | None) -> PageTemplate:
    if adresvak is None:
        return PageTemplate("first", [_frame(_TOP_FIRST)])
    return PageTemplate(
        "first",
        [_frame(_TOP_LETTER, _HEAD_LETTER), _frame(_TEXT_LETTER)],
        onPage=lambda canvas, _: _draw_letter_head(canvas, adresvak),
    )


def _frame(top: float, height: float | None = None) -> Frame:
    """Return the room for text from `top`, in points below the edge of the page, down to the foot or `height`."""
    bottom = _BOTTOM if height is None else PAGE_HEIGHT - top - height
    return Frame(
        MARGIN_LEFT,
        bottom,
        TEXT_WIDTH,
        PAGE_HEIGHT - top - bottom,
        leftPadding=0,
        rightPadding=0,
        topPadding=0,
        bottomPadding=0,
    )


def _head(kantoor: KantoorView, *, letter: bool) -> list[Flowable]:
    """Return the letterhead; on a letter it is made smaller where it would come behind the window."""
    if letter:
        head = table([_letterhead(kantoor)], _LETTERHEAD_WIDTHS, _LETTERHEAD)
        return [KeepInFrame(TEXT_WIDTH, _HEAD_LETTER, [head], mode="shrink"), FrameBreak()]
    commands = [*_LETTERHEAD, ("LINEBELOW", (0, 0), (-1, -1), 0.8, ACCENT)]
    commands.append(("BOTTOMPADDING", (0, 0), (-1, -1), 4.5 * mm))
    return [table([_letterhead(kantoor)], _LETTERHEAD_WIDTHS, commands, spaceAfter=11 * mm)]


def _letterhead(kantoor: KantoorView) -> tuple[list[Flowable], list[Flowable]]:
    """Logo or name of the office at the left, address and contact lines at the right."""
    place = f"{dutch_postcode(kantoor.postcode)}  {kantoor.plaats}".strip()
    lines = (kantoor.adres, place, kantoor.telefoon, kantoor.email, kantoor.website)
    sender: list[Flowable] = [paragraph(line, SMALL) for line in lines if line.strip()]
    name: list[Flowable] = [paragraph(kantoor.naam, _OFFICE)]
    if kantoor.logo:
        name, sender = [Logo(kantoor.logo)], [paragraph(kantoor.naam, _SENDER_NAME), *sender]
    return name, sender


def _draw_letter_head(canvas: Canvas, adresvak: Adresvak) -> None:
    bottom = PAGE_HEIGHT - _TOP_LETTER - _HEAD_LETTER
    canvas.setStrokeColor(ACCENT)
    canvas.setLineWidth(0.8)
    canvas.line(MARGIN_LEFT, bottom, _RIGHT, bottom)
    adresvak.draw(canvas)


def _draw_head(canvas: Canvas, briefhoofd: Briefhoofd) -> None:
    half = TEXT_WIDTH / 2 - 3 * mm
    draw_line(canvas, MARGIN_LEFT, _HEAD, briefhoofd.kantoor.naam, half)
    draw_line(canvas, _RIGHT, _HEAD, briefhoofd.titel, half, right=True)
    draw_rule(canvas, _HEAD - 2.4 * mm)


def _draw_foot(canvas: Canvas, briefhoofd: Briefhoofd, page: str) -> None:
    left = briefhoofd.voet or f"Kenmerk {briefhoofd.kenmerk}"
    left += "  ·  Vertrouwelijk" if briefhoofd.vertrouwelijk else ""
    draw_rule(canvas, _FOOT + 4.4 * mm)
    draw_line(canvas, MARGIN_LEFT, _FOOT, left, TEXT_WIDTH - 35 * mm)
    draw_line(canvas, _RIGHT, _FOOT, page, 33 * mm, right=True)


def draw_rule(canvas: Canvas, y: float, right: float = _RIGHT) -> None:
    """Draw a thin line from the left margin to `right`."""
    canvas.setStrokeColor(LINE)
    canvas.setLineWidth(0.5)
    canvas.line(MARGIN_LEFT, y, right, y)


def draw_line(canvas: Canvas, x: float, y: float, text: str, width: float, *, right: bool = False) -> None:
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
