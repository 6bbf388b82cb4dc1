"""The columns of the overview: which periods stand beside each other, what they are called, and how they look."""

from collections.abc import Sequence
from typing import Final

from reportlab.lib.styles import ParagraphStyle
from reportlab.lib.units import mm
from reportlab.platypus import Flowable

from klachtdesk.documenten.opmaak import COLUMN_HEAD, LINE, TITLE, VALUE
from klachtdesk.views.overzicht import OverzichtView

PART: Final = ParagraphStyle(
    "part", parent=TITLE, fontSize=15, leading=20, spaceBefore=18, spaceAfter=2, keepWithNext=1
)
NUMBER: Final = ParagraphStyle("number", parent=VALUE, alignment=2)
NUMBER_HEAD: Final = ParagraphStyle("number head", parent=COLUMN_HEAD, alignment=2)
COUNT: Final = 17 * mm
ROWS: Final = (
    ("LINEBELOW", (0, 0), (-1, -1), 0.4, LINE),
    ("TOPPADDING", (0, 0), (-1, -1), 2.2),
    ("BOTTOMPADDING", (0, 0), (-1, -1), 2.8),
    ("VALIGN", (0, 0), (-1, -1), "MIDDLE"),
)
HEADED: Final = (*ROWS, ("VALIGN", (0, 0), (-1, 0), "BOTTOM"))
"""Commands for a table; for one with names above its columns."""

_LONGEST: Final = 11
"""Letters that fit above a column of numbers."""
_RELATIVE: Final = ("deze periode", "jaar eerder", "2 jaar eerder")


class _Number(Flowable):
    """A number on one line at the right of its cell. As a Paragraph it would be searched for places to break it."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self._text = text

    def wrap(self, aW: float, aH: float) -> tuple[float, float]:  # noqa: ARG002, N803 (as ReportLab calls them)
        """Take the whole width, and one line."""
        self.width, self.height = aW, NUMBER.leading
        return self.width, self.height

    def draw(self) -> None:
        """Draw it where a Paragraph would."""
        self.canv.setFont(NUMBER.fontName, NUMBER.fontSize)
        self.canv.setFillColor(NUMBER.textColor)
        self.canv.drawRightString(self.width, self.height - NUMBER.fontSize, self._text)


def number(text: str) -> Flowable:
    """Return a number, or what stands for one, as the cell of a table: all that the text font has itself."""
    return _Number(text)


def column_names(overzicht: OverzichtView) -> Sequence[str]:
    """Return what stands above the columns: the periods, or how long ago they were when their names are long."""
    names = [item.label for item in overzicht.perioden]
    return names if max(map(len, names)) <= _LONGEST else _RELATIVE
