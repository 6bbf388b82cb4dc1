"""The rows in which the parties sign: who, and room for the signature."""

from collections import Counter
from collections.abc import Sequence
from typing import Final

from reportlab.lib.styles import ParagraphStyle
from reportlab.lib.units import mm
from reportlab.platypus import Flowable, Paragraph

from klachtdesk.documenten.opmaak import LINE, QUIET, SMALL, STRONG, TEXT_WIDTH, paragraph
from klachtdesk.dutch import capital
from klachtdesk.typografie import REGULAR
from klachtdesk.views.ondertekening import Handtekeningvak
from klachtdesk.views.oordeel import PartijView

_NAME_WIDTH: Final = 58 * mm
_BOX_HEIGHT: Final = 27 * mm
_GAP: Final = 5 * mm
_LONG: Final = 90
_SMALL_NAME: Final = ParagraphStyle("small name", parent=STRONG, fontSize=7.75, leading=10)
_SMALL_LINE: Final = ParagraphStyle("small line", parent=SMALL, fontSize=7.25, leading=9.25)


class Handtekeningregel(Flowable):
    """One party: role, name and organisation at the left, the box to sign in at the right.

    Once drawn, `vak` tells where on which page the box stands.
    """

    def __init__(self, partij: PartijView, veld: str) -> None:
        super().__init__()
        self._partij = partij
        self._veld = veld
        self._lines = self._name_lines()
        self.vak: Handtekeningvak | None = None

    def _name_lines(self) -> list[Paragraph]:
        partij = self._partij
        long = max(len(partij.naam), len(partij.organisatie)) > _LONG
        role = paragraph(capital(partij.rol), SMALL)
        name = paragraph(partij.naam, _SMALL_NAME if long else STRONG)
        if not partij.organisatie.strip():
            return [role, name]
        return [role, name, paragraph(partij.organisatie, _SMALL_LINE if long else SMALL)]

    def wrap(self, width: float, height: float) -> tuple[float, float]:  # noqa: ARG002 - ReportLab's signature
        """Return the size in points: the full width of the text, and as high as the longest name needs."""
        text = sum(line.wrap(_NAME_WIDTH - _GAP, 0xFFFF)[1] for line in self._lines)
        self.width = TEXT_WIDTH
        self.height = max(_BOX_HEIGHT, text) + _GAP
        return self.width, self.height

    def draw(self) -> None:
        """Draw names, box and a date line for who signs with a pen, and remember where the box stands."""
        canvas, top = self.canv, self.height
        for line in self._lines:
            top -= line.height
            line.drawOn(canvas, 0, top)
        canvas.setStrokeColor(LINE)
        canvas.setLineWidth(0.75)
        canvas.roundRect(_NAME_WIDTH, _GAP, TEXT_WIDTH - _NAME_WIDTH, self.height - _GAP, 1.5)
        canvas.setFillColor(QUIET)
        canvas.setFont(REGULAR, 7.25)
        left, base = _NAME_WIDTH + 3 * mm, _GAP + 3 * mm
        canvas.drawString(left, base, "Datum")
        canvas.setLineWidth(0.5)
        canvas.line(left + 10 * mm, base, left + 45 * mm, base)
        self._remember_place(_GAP)

    def _remember_place(self, bottom: float) -> None:
        inset = 1.5
        left, low = self.canv.absolutePosition(_NAME_WIDTH + inset, bottom + inset)
        right, high = self.canv.absolutePosition(TEXT_WIDTH - inset, self.height - inset)
        self.vak = Handtekeningvak(
            naam=self._veld,
            pagina=self.canv.getPageNumber() - 1,
            rect=(round(left, 2), round(low, 2), round(right, 2), round(high, 2)),
            partij=self._partij.naam.strip(),
        )


class Handtekeningblok(Flowable):
    """Some introducing paragraphs with the rows below them, as one piece that no page break can split."""

    def __init__(self, intro: Sequence[Paragraph], regels: Sequence[Handtekeningregel]) -> None:
        super().__init__()
        self._parts: list[Flowable] = [*intro, *regels]

    def wrap(self, width: float, height: float) -> tuple[float, float]:
        """Return the size in points of all parts below each other, with the space after each."""
        self.width = width
        self.height = sum(part.wrap(width, height)[1] + part.getSpaceAfter() for part in self._parts)
        return self.width, self.height

    def draw(self) -> None:
        """Draw the parts from the top down."""
        top = self.height
        for part in self._parts:
            top -= part.height
            part.drawOn(self.canv, 0, top)
            top -= part.getSpaceAfter()

    def getSpaceBefore(self) -> float:  # noqa: N802 - ReportLab's own name
        """Return the room in points that the first paragraph asks above it."""
        return float(self._parts[0].getSpaceBefore())


def handtekeningregels(partijen: Sequence[PartijView]) -> list[Handtekeningregel]:
    """Return a row per party; a field is named after the role, with a number from the second of a kind on."""
    regels: list[Handtekeningregel] = []
    seen: Counter[str] = Counter()
    for partij in partijen:
        seen[partij.rol] += 1
        number = seen[partij.rol]
        regels.append(Handtekeningregel(partij, partij.rol if number == 1 else f"{partij.rol}_{number}"))
    return regels
