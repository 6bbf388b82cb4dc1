"""Charts that print in grey: told apart by how dark they are, and by the numbers beside them."""

from collections.abc import Sequence
from typing import Final, Literal

from reportlab.graphics.shapes import Drawing, Line, Rect, String
from reportlab.lib.colors import Color, HexColor
from reportlab.lib.units import mm
from reportlab.pdfbase.pdfmetrics import stringWidth

from klachtdesk.documenten.opmaak import INK, LINE, QUIET
from klachtdesk.dutch import dutch_number
from klachtdesk.typografie import REGULAR, register_fonts

DARK: Final[Color] = HexColor("#17426b")
LIGHT: Final[Color] = HexColor("#a9bfd6")
"""In grey a quarter and three quarters white: told apart on any printer."""

_BAR: Final = 2.6 * mm
_SIZE: Final = 7.5
_STEPS: Final = 4
_EVERY: Final = (1, 2, 3, 6, 12)
_ROUND: Final = (1, 2, 3, 4, 5, 6, 8, 10, 12, 15, 20, 25)


def bar(value: float, most: float, width: float) -> Drawing:
    """Return a bar for one row of a table, as long as its value is of the most."""
    drawing = _drawing(width, _BAR)
    length = width * value / most if most else 0
    if length:
        drawing.add(_rect(0, 0, max(length, 0.8), _BAR, DARK))
    return drawing


def columns(
    labels: Sequence[str], first: Sequence[int], second: Sequence[int], names: tuple[str, str], width: float
) -> Drawing:
    """Return two columns a label, the first dark and the second light, with a legend and a scale at the left."""
    height, bottom, left = 46 * mm, 9 * mm, 9 * mm
    drawing = _drawing(width, height + 7 * mm)
    most = _round_up(max([*first, *second, 1]))
    room = height - bottom
    for step in range(_STEPS + 1):
        if most * step % _STEPS:
            continue
        y = bottom + room * step / _STEPS
        drawing.add(Line(left, y, width, y, strokeColor=LINE, strokeWidth=0.4))
        drawing.add(_text(left - 2 * mm, y - 2.4, dutch_number(most * step // _STEPS), "end"))
    slot = (width - left) / len(labels)
    thick = min(slot * 0.34, 6 * mm)
    every = _room_for(labels, slot)
    for place, (label, dark, light) in enumerate(zip(labels, first, second, strict=True)):
        middle = left + slot * (place + 0.5)
        for value, color, x in ((dark, DARK, middle - thick), (light, LIGHT, middle)):
            if value:
                drawing.add(_rect(x, bottom, thick, room * value / most, color))
        if place % every == 0:
            drawing.add(_text(middle, bottom - 4 * mm, label, "middle"))
    _legend(drawing, left, height + 3.4 * mm, names)
    return drawing


def _room_for(labels: Sequence[str], slot: float) -> int:
    """Return each how many columns a label has room for: 1, or a part of a year."""
    widest = max(stringWidth(label, REGULAR, _SIZE) for label in labels) + 1 * mm
    return next((every for every in _EVERY if every * slot >= widest), _EVERY[-1])


def _drawing(width: float, height: float) -> Drawing:
    """Return an empty drawing; the font is named because ReportLab's own can't be embedded."""
    register_fonts()
    return Drawing(width, height, initialFontName=REGULAR)


def _legend(drawing: Drawing, x: float, y: float, names: tuple[str, str]) -> None:
    for name, color in zip(names, (DARK, LIGHT), strict=True):
        drawing.add(_rect(x, y, _BAR, _BAR, color))
        drawing.add(_text(x + 4 * mm, y + 0.6, name, "start", INK))
        x += 9 * mm + stringWidth(name, REGULAR, _SIZE)


def _rect(x: float, y: float, width: float, height: float, color: Color) -> Rect:
    made = Rect(x, y, width, height)
    made.fillColor, made.strokeColor = color, None
    return made


def _text(
    x: float, y: float, words: str, anchor: Literal["start", "middle", "end"], color: Color = QUIET
) -> String:
    return String(x, y, words, fontName=REGULAR, fontSize=_SIZE, fillColor=color, textAnchor=anchor)


def _round_up(most: int) -> int:
    """Return the end of the scale: at least `most`, and four equal steps of a round number."""
    tens: int = 10 ** max(len(str(most)) - 2, 0)
    return next(_STEPS * tens * step for step in _ROUND if _STEPS * tens * step >= most)
