"""What a signature looks like on the page: who, when and in which way, drawn as vectors."""

import io
from dataclasses import dataclass
from datetime import datetime
from typing import Final

from reportlab.lib.colors import Color, HexColor, white
from reportlab.lib.styles import ParagraphStyle
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import Paragraph

from klachtdesk.dutch import dutch_datetime
from klachtdesk.typografie import BOLD, REGULAR, paragraph_markup, register_fonts

_INK: Final = HexColor("#1c1f24")
_QUIET: Final = HexColor("#5c6570")
_ACCENT: Final = HexColor("#17426b")
_PADDING: Final = 7.0
_LONGEST_LINE: Final = 200
_SCALES: Final = (1.0, 0.9, 0.8, 0.7, 0.6, 0.5)


@dataclass(frozen=True, slots=True)
class Stempel:
    """The text of a stamp; `wijze` says in which way was signed, in a full Dutch phrase."""

    naam: str
    moment: datetime
    wijze: str
    toelichting: str = ""


def draw_stempel(stempel: Stempel, width: float, height: float) -> bytes:
    """Return a PDF of one page of `width` by `height` points with the stamp; long texts are set smaller."""
    register_fonts()
    output = io.BytesIO()
    canvas = Canvas(
        output,
        pagesize=(width, height),
        initialFontName=REGULAR,  # type: ignore[arg-type]  # the stubs are wrong: it is a name
        invariant=1,
    )
    canvas.setFillColor(white)  # hides the date line for who signs with a pen
    canvas.rect(0, 0, width, height, stroke=0, fill=1)
    canvas.setFillColor(_ACCENT)
    canvas.rect(0, 0, 2.2, height, stroke=0, fill=1)
    lines = _fitting(stempel, width - 2 * _PADDING - 2.2, height - _PADDING)
    top = height - (height - sum(line.height for line in lines)) / 2
    for line in lines:
        top -= line.height
        line.drawOn(canvas, _PADDING + 2.2, top)
    canvas.showPage()
    canvas.save()
    return output.getvalue()


def _fitting(stempel: Stempel, width: float, height: float) -> list[Paragraph]:
    """Return the lines at the largest size at which they fit in the box."""
    for scale in _SCALES:
        lines = _lines(stempel, scale)
        if sum(line.wrap(width, height)[1] for line in lines) <= height:
            break
    return lines


def _lines(stempel: Stempel, scale: float) -> list[Paragraph]:
    def style(size: float, font: str = REGULAR, color: Color = _QUIET) -> ParagraphStyle:
        return ParagraphStyle(
            "stamp", fontName=font, fontSize=size * scale, leading=1.35 * size * scale, textColor=color
        )

    texts = [
        (stempel.naam, style(10.5, BOLD, _INK)),
        (dutch_datetime(stempel.moment), style(8.5, color=_INK)),
        (stempel.wijze, style(8)),
        (stempel.toelichting, style(8)),
    ]
    return [Paragraph(paragraph_markup(_shortened(text)), look) for text, look in texts if text.strip()]


def _shortened(text: str) -> str:
    return text if len(text) <= _LONGEST_LINE else text[: _LONGEST_LINE - 1].rstrip() + "…"
