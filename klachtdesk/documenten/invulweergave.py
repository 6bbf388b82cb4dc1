"""Shows what was filled in by a program that left no picture of it: the values themselves, drawn on their places.

Only for a copy to look at. Without this such a form would look empty, however much stands in it.
"""

import io
from collections.abc import Iterator
from typing import Final

from pikepdf import Array, Dictionary, Name, Object, Page, Pdf, Rectangle, Stream, String

from klachtdesk.documenten.acroform import FONT
from klachtdesk.documenten.pdf_velden import text_of

_MOST_FIELDS: Final = 500
_LONGEST: Final = 8_000
"""Characters of one value that are drawn: more never fits in a box."""

_MOST_INSPECTED: Final = 4_096
"""Bytes of an appearance in which its first letters stand."""

_INSET: Final = 2.0


def draw_values(document: Pdf) -> None:
    """Draw every text that has no appearance on its page, and let ticked boxes look ticked.

    In our own form, and where the file itself says that its appearances are not to be trusted, all texts.
    """
    form = document.Root.get("/AcroForm")
    if not isinstance(form, Dictionary):
        return
    fonts = form.get("/DR", Dictionary()).get("/Font", Dictionary())
    every = bool(form.get("/NeedAppearances", False)) or FONT in fonts
    if "/NeedAppearances" in form:  # as long as it stands there, qpdf makes no field part of its page
        del form["/NeedAppearances"]
    for page in document.pages:
        texts = [found for widget in _widgets(page) if (found := _undrawn(widget, every=every)) is not None]
        if texts:
            left, low, right, high = (float(edge) for edge in page.mediabox)
            with Pdf.open(io.BytesIO(_drawn(texts, (right - left, high - low), (left, low)))) as layer:
                page.add_overlay(layer.pages[0], Rectangle(left, low, right, high))


def _widgets(page: Page) -> Iterator[Object]:
    annotations = page.obj.get("/Annots")
    for number, item in enumerate(annotations if isinstance(annotations, Array) else ()):
        if number >= _MOST_FIELDS:
            return
        if isinstance(item, Dictionary) and item.get("/Subtype") == Name.Widget:
            yield item


def _undrawn(widget: Object, *, every: bool) -> tuple[list[float], str] | None:
    """Return where and what to draw for a text without an appearance; a tick only gets its own appearance."""
    kind, value = _inherited(widget, "/FT"), _inherited(widget, "/V")
    if kind == Name.Btn and isinstance(value, Name):
        states = widget.get("/AP", Dictionary()).get("/N")
        if isinstance(states, Dictionary) and str(value) in states:
            widget.AS = value
        return None
    hidden = int(widget.get("/F", 0)) & 2
    if kind != Name.Tx or not isinstance(value, String | Stream) or hidden:
        return None
    if not every and _has_letters(widget):
        return None
    if "/AP" in widget:
        del widget["/AP"]
    return [float(edge) for edge in widget.Rect.as_list()], text_of(value)[:_LONGEST]


def _inherited(widget: Object, key: str) -> Object | None:
    node: object = widget
    for _ in range(16):
        if not isinstance(node, Dictionary):
            return None
        if key in node:
            return node.get(key)
        node = node.get("/Parent")
    return None


def _has_letters(widget: Object) -> bool:
    look = widget.get("/AP", Dictionary()).get("/N")
    if not isinstance(look, Stream):
        return False
    content = look.read_bytes()[:_MOST_INSPECTED]
    return b"Tj" in content or b"TJ" in content


def _drawn(
    texts: list[tuple[list[float], str]], size: tuple[float, float], origin: tuple[float, float]
) -> bytes:
    """Return a page of this size with the texts on their places, each as far as it fits."""
    from reportlab.lib.styles import ParagraphStyle
    from reportlab.pdfgen.canvas import Canvas

    from klachtdesk.documenten.opmaak import BODY, paragraph

    style = ParagraphStyle(
        "typed", parent=BODY, fontSize=10, leading=13, spaceAfter=0, allowOrphans=1, allowWidows=1
    )
    output = io.BytesIO()
    canvas = Canvas(output, pagesize=size, invariant=1)
    for rect, text in texts:
        left, right = sorted((rect[0] - origin[0], rect[2] - origin[0]))
        bottom, top = sorted((rect[1] - origin[1], rect[3] - origin[1]))
        width, height = right - left - 2 * _INSET, max(top - bottom, style.leading)
        if width <= style.fontSize:
            continue
        fitting = paragraph(text, style).split(width, height)
        if fitting:
            used = fitting[0].wrap(width, height)[1]
            over = (top - bottom - used) / 2 if top - bottom < 2 * style.leading else _INSET
            fitting[0].drawOn(canvas, left + _INSET, top - used - over)
    canvas.showPage()
    canvas.save()
    return output.getvalue()
