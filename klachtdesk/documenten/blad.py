"""Pages without letterhead: for what the office did not write as a letter. Their foot is left free for a number."""

import io
from collections.abc import Sequence
from typing import Final

from reportlab.lib.units import mm
from reportlab.platypus import BaseDocTemplate, Flowable, Frame, PageTemplate, Spacer

from klachtdesk.documenten.opmaak import MARGIN_LEFT, PAGE_HEIGHT, PAGE_WIDTH, TEXT_WIDTH
from klachtdesk.typografie import REGULAR, register_fonts

_TOP: Final = 20 * mm
_BOTTOM: Final = 22 * mm


def render_bladen(body: Sequence[Flowable]) -> bytes:
    """Lay `body` out on pages of A4 and return them as PDF; equal input gives equal bytes."""
    register_fonts()
    output = io.BytesIO()
    document = BaseDocTemplate(
        output, pagesize=(PAGE_WIDTH, PAGE_HEIGHT), initialFontName=REGULAR, invariant=1
    )
    frame = Frame(
        MARGIN_LEFT,
        _BOTTOM,
        TEXT_WIDTH,
        PAGE_HEIGHT - _TOP - _BOTTOM,
        leftPadding=0,
        rightPadding=0,
        topPadding=0,
        bottomPadding=0,
    )
    document.addPageTemplates([PageTemplate("page", [frame])])
    document.build([*body, Spacer(1, 1)])
    return output.getvalue()
