"""Puts documents of several kinds behind one another as pages of one size, numbered through, with bookmarks."""

import io
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

import pikepdf
from PIL.Image import DecompressionBombError, DecompressionBombWarning
from reportlab.lib.pagesizes import A4
from reportlab.lib.units import mm
from reportlab.lib.utils import ImageReader
from reportlab.pdfgen.canvas import Canvas

from klachtdesk.documenten.opmaak import MARGIN_LEFT, MARGIN_RIGHT
from klachtdesk.documenten.pagina import draw_line, draw_rule
from klachtdesk.documenten.pdf_grenzen import PDF_FAULTS, bounded_pdf
from klachtdesk.typografie import REGULAR, printable_text, register_fonts

PDF: Final = "application/pdf"
PICTURES: Final = frozenset({"image/png", "image/jpeg", "image/gif"})

MAX_PAGES: Final = 2_000
"""More than fits in a binder; a file with more pages is left out rather than keep the program busy for minutes."""
MAX_PIXELS: Final = 60_000_000
"""A picture is unpacked in memory: this is 180 MB, and more than any scanner makes of a page of A4."""

_EDGE: Final = 9 * mm
_FOOT_ROOM: Final = 17 * mm
_FOOT: Final = 9.5 * mm
_NUMBER: Final = 60 * mm

_TOO_MANY_PIXELS: Final = "de afbeelding is te groot om af te drukken"


class Unusable(Exception):
    """A document can't be put among the pages; the message says why, in Dutch."""


@dataclass(frozen=True, slots=True)
class Part:
    """Pages that belong together, under one bookmark."""

    titel: str
    pages: pikepdf.Pdf
    whole_page: bool = False
    """Whether the pages are of A4 and have room for the foot already."""

    @property
    def count(self) -> int:
        """How many pages it has."""
        return len(self.pages.pages)


def pages_of(titel: str, media_type: str, inhoud: bytes) -> Part:
    """Return a stored document as pages; raises Unusable with why it can't be printed here."""
    if media_type == PDF:
        return Part(titel, _opened(inhoud), whole_page=True)
    if media_type in PICTURES:
        return Part(titel, _picture_page(inhoud))
    raise Unusable("dit soort bestand kan hier niet worden afgedrukt")


def join(parts: Sequence[Part], titel: str, kenmerk: str) -> bytes:
    """Return all parts as one PDF of A4 pages.

    What stood in form fields and remarks is drawn on the page; scripts, links and attached files stay behind.
    """
    made = pikepdf.new()
    starts: list[int] = []
    for part in parts:
        starts.append(len(made.pages))
        for source in part.pages.pages:
            _add_page(made, source, whole_page=part.whole_page)
    _number(made, kenmerk)
    with made.open_outline() as outline:
        for part, start in zip(parts, starts, strict=True):
            outline.root.append(pikepdf.OutlineItem(printable_text(part.titel), start))
    made.Root.Lang = pikepdf.String("nl-NL")
    made.Root.PageMode = pikepdf.Name.UseOutlines
    made.Root.ViewerPreferences = pikepdf.Dictionary(DisplayDocTitle=True)
    with made.open_metadata(set_pikepdf_as_editor=False) as metadata:
        metadata["dc:title"] = printable_text(titel)
        metadata["dc:language"] = ["nl-NL"]
    output = io.BytesIO()
    made.save(output, deterministic_id=True)
    return output.getvalue()


def _opened(inhoud: bytes) -> pikepdf.Pdf:
    """Return what somebody else made as pages of A4, within bounds: whatever is wrong with it comes out here."""
    try:
        with bounded_pdf(), pikepdf.open(io.BytesIO(inhoud), suppress_warnings=True) as document:
            document.flatten_annotations("all")
            _check_count(len(document.pages))
            return _redrawn(document)
    except pikepdf.PasswordError:
        raise Unusable("er zit een wachtwoord op") from None
    except PDF_FAULTS:
        raise Unusable("het bestand is beschadigd") from None


def _check_count(count: int) -> None:
    if count == 0:
        raise Unusable("er staat geen enkele bladzijde in")
    if count > MAX_PAGES:
        raise Unusable(f"het heeft {count} bladzijden; er passen er {MAX_PAGES} in")


def _redrawn(document: pikepdf.Pdf) -> pikepdf.Pdf:
    made = pikepdf.new()
    for source in document.pages:
        if "/Annots" in source:  # what has no appearance, such as links
            del source["/Annots"]
        _add_page(made, source, whole_page=False)
    output = io.BytesIO()
    made.save(output)
    return pikepdf.open(output)


def _picture_page(inhoud: bytes) -> pikepdf.Pdf:
    """Return one page with the picture as large as it goes, on its side when the picture is wide."""
    try:
        picture = ImageReader(io.BytesIO(inhoud))
        width, height = picture.getSize()
        if width * height > MAX_PIXELS:
            raise Unusable(_TOO_MANY_PIXELS)
        page = (A4[1], A4[0]) if width > height else A4
        output = io.BytesIO()
        canvas = Canvas(output, pagesize=page)
        scale = min(page[0] / width, page[1] / height, 1)
        w, h = width * scale, height * scale
        canvas.drawImage(picture, (page[0] - w) / 2, (page[1] - h) / 2, w, h, mask="auto")
        canvas.showPage()
        canvas.save()
    except (DecompressionBombError, DecompressionBombWarning):
        raise Unusable(_TOO_MANY_PIXELS) from None
    except (OSError, ValueError, SyntaxError, EOFError, ZeroDivisionError):
        raise Unusable("de afbeelding is beschadigd") from None
    return pikepdf.open(io.BytesIO(output.getvalue()))


def _add_page(made: pikepdf.Pdf, source: pikepdf.Page, *, whole_page: bool) -> None:
    """Draw a page on an empty one: as it is, or somewhat smaller so that the number has room below it."""
    wide = _is_wide(source)
    width, height = (A4[1], A4[0]) if wide else A4
    page = made.add_blank_page(page_size=(width, height))
    room = (
        pikepdf.Rectangle(0, 0, width, height)
        if whole_page
        else pikepdf.Rectangle(_EDGE, _FOOT_ROOM, width - _EDGE, height - _EDGE)
    )
    page.add_overlay(source, room)


def _is_wide(page: pikepdf.Page) -> bool:
    left, bottom, right, top = (float(edge) for edge in page.mediabox)
    turned = int(page.obj.get("/Rotate", 0)) % 180 != 0
    return (right - left > top - bottom) != turned


def _number(made: pikepdf.Pdf, kenmerk: str) -> None:
    sizes = [(float(page.mediabox[2]), float(page.mediabox[3])) for page in made.pages]
    with pikepdf.open(io.BytesIO(_feet(sizes, kenmerk))) as feet:
        for page, foot, (width, height) in zip(made.pages, feet.pages, sizes, strict=True):
            page.add_overlay(foot, pikepdf.Rectangle(0, 0, width, height))


def _feet(sizes: Sequence[tuple[float, float]], kenmerk: str) -> bytes:
    register_fonts()
    output = io.BytesIO()
    canvas = Canvas(output, initialFontName=REGULAR)  # type: ignore[arg-type]  # the stubs say float
    for number, (width, height) in enumerate(sizes, start=1):
        canvas.setPageSize((width, height))
        right = width - MARGIN_RIGHT
        draw_rule(canvas, _FOOT + 4 * mm, right)
        draw_line(
            canvas, MARGIN_LEFT, _FOOT, f"Dossier {kenmerk}  ·  Vertrouwelijk", right - MARGIN_LEFT - _NUMBER
        )
        words = f"Bladzijde {number} van {len(sizes)}"
        draw_line(canvas, right, _FOOT, words, _NUMBER, right=True)
        canvas.showPage()
    canvas.save()
    return output.getvalue()
