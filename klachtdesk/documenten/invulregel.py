"""What a form to fill in is laid out with: lines and boxes under their labels, and rows of boxes to tick.

Each remembers, once drawn, where its boxes came to stand.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from reportlab.lib.styles import ParagraphStyle
from reportlab.lib.units import mm
from reportlab.platypus import Flowable, Paragraph

from klachtdesk.documenten.invulvak import Invulvak
from klachtdesk.documenten.opmaak import BODY, LINE, QUIET, SMALL, TEXT_WIDTH, TINT, paragraph

_LABEL: Final = ParagraphStyle("form label", parent=SMALL, fontSize=8.5, leading=11)
_ANSWER: Final = ParagraphStyle("form answer", parent=BODY, fontSize=9.25, leading=12)
_LINE_HEIGHT: Final = 6.6 * mm
_GUTTER: Final = 5 * mm
_BELOW: Final = 2.4 * mm
_TICK: Final = 9.5
_TICK_GAP: Final = 5.5
_SIGNING: Final = 13 * mm


@dataclass(frozen=True, slots=True)
class Vraag:
    """One question with a line or a box for its answer: the name of its field, and how much fits.

    `hoogte` is the height of the box in points; 0 for one line.
    """

    naam: str
    label: str
    uitleg: str
    lengte: int
    hoogte: float = 0
    nodig: bool = False

    @property
    def asked(self) -> str:
        """The label, with an asterisk where the reglement wants an answer."""
        return f"{self.label} *" if self.nodig else self.label


class Invulregel(Flowable):
    """Questions beside each other, each with its box below it; one short question by itself gets half the width."""

    def __init__(self, vragen: Sequence[Vraag], vakken: list[Invulvak]) -> None:
        super().__init__()
        self._vragen = vragen
        self._vakken = vakken
        self._labels = [paragraph(vraag.asked, _LABEL) for vraag in vragen]
        columns = 1 if any(vraag.hoogte for vraag in vragen) else max(len(vragen), 2)
        self._column = (TEXT_WIDTH - _GUTTER * (columns - 1)) / columns

    def wrap(self, width: float, height: float) -> tuple[float, float]:  # noqa: ARG002 - ReportLab's signature
        """Return the size in points: labels, boxes and the room below them."""
        self._label_height = max(label.wrap(self._column, 0xFFFF)[1] for label in self._labels)
        self._box = max(vraag.hoogte or _LINE_HEIGHT for vraag in self._vragen)
        self.width, self.height = TEXT_WIDTH, self._label_height + self._box + _BELOW
        return self.width, self.height

    def draw(self) -> None:
        """Draw labels and boxes, and remember where the boxes stand."""
        canvas = self.canv
        for place, (vraag, label) in enumerate(zip(self._vragen, self._labels, strict=True)):
            left = place * (self._column + _GUTTER)
            label.drawOn(canvas, left, self.height - label.height)
            canvas.setStrokeColor(LINE)
            canvas.setFillColor(TINT)
            canvas.setLineWidth(0.6)
            canvas.roundRect(left, _BELOW, self._column, self._box, 1.5, fill=1)
            low = canvas.absolutePosition(left + 1, _BELOW + 0.8)
            high = canvas.absolutePosition(left + self._column - 1, _BELOW + self._box - 0.8)
            self._vakken.append(
                Invulvak(
                    vraag.naam,
                    canvas.getPageNumber() - 1,
                    (*low, *high),
                    vraag.uitleg,
                    lengte=vraag.lengte,
                    regels=bool(vraag.hoogte),
                    nodig=vraag.nodig,
                )
            )


@dataclass(frozen=True, slots=True)
class Antwoord:
    """One answer to tick: the field it stands in, its key there, and its words."""

    naam: str
    sleutel: str
    label: str
    uitleg: str


class Aankruisregel(Flowable):
    """A question with answers to tick below it; of those in one field only one when `enkel`."""

    def __init__(
        self, vraag: str, antwoorden: Sequence[Antwoord], vakken: list[Invulvak], *, enkel: bool, nodig: bool
    ) -> None:
        super().__init__()
        self._antwoorden = antwoorden
        self._vakken = vakken
        self._enkel = enkel
        self._nodig = nodig
        self._label = paragraph(vraag, _LABEL)
        self._words = [paragraph(antwoord.label, _ANSWER) for antwoord in antwoorden]

    def wrap(self, width: float, height: float) -> tuple[float, float]:  # noqa: ARG002 - ReportLab's signature
        """Return the size in points: the question and its answers under each other, long ones over the full width."""
        head = self._label.wrap(TEXT_WIDTH, 0xFFFF)[1]
        self._columns = 2 if all(map(_fits_half, self._words)) else 1
        self._column = (TEXT_WIDTH - _GUTTER * (self._columns - 1)) / self._columns
        heights = [word.wrap(self._column - _TICK - _TICK_GAP, 0xFFFF)[1] + 2.5 for word in self._words]
        self._lines = [max(heights[i : i + self._columns]) for i in range(0, len(heights), self._columns)]
        self.width, self.height = TEXT_WIDTH, head + 2 + sum(self._lines) + _BELOW
        return self.width, self.height

    def draw(self) -> None:
        """Draw question and answers, and remember where the boxes to tick stand."""
        canvas = self.canv
        self._label.drawOn(canvas, 0, self.height - self._label.height)
        top = self.height - self._label.height - 2
        for number, (antwoord, words) in enumerate(zip(self._antwoorden, self._words, strict=True)):
            line, column = divmod(number, self._columns)
            left = column * (self._column + _GUTTER)
            upper = top - sum(self._lines[:line])
            words.drawOn(canvas, left + _TICK + _TICK_GAP, upper - words.height)
            box = upper - _TICK - 1.6
            # On the page itself: a program that draws its own cross seldom draws a box around it.
            canvas.setStrokeColor(QUIET)
            canvas.setLineWidth(0.7)
            canvas.rect(left, box, _TICK, _TICK)
            low = canvas.absolutePosition(left, box)
            self._vakken.append(
                Invulvak(
                    antwoord.naam,
                    canvas.getPageNumber() - 1,
                    (*low, low[0] + _TICK, low[1] + _TICK),
                    antwoord.uitleg,
                    keuze=antwoord.sleutel,
                    enkel=self._enkel,
                    nodig=self._nodig,
                )
            )


class Tekenregel(Flowable):
    """Boxes beside each other to sign in with a pen, each under who signs."""

    def __init__(self, wie: Sequence[str]) -> None:
        super().__init__()
        self._labels = [paragraph(item, _LABEL) for item in wie]
        self._column = (TEXT_WIDTH - _GUTTER * (len(wie) - 1)) / len(wie)

    def wrap(self, width: float, height: float) -> tuple[float, float]:  # noqa: ARG002 - ReportLab's signature
        """Return the size in points."""
        text = max(label.wrap(self._column, 0xFFFF)[1] for label in self._labels)
        self.width, self.height = TEXT_WIDTH, text + _SIGNING + _BELOW
        return self.width, self.height

    def draw(self) -> None:
        """Draw the boxes."""
        self.canv.setStrokeColor(LINE)
        self.canv.setLineWidth(0.6)
        for place, label in enumerate(self._labels):
            left = place * (self._column + _GUTTER)
            label.drawOn(self.canv, left, self.height - label.height)
            self.canv.roundRect(left, _BELOW, self._column, _SIGNING, 1.5)


def _fits_half(words: Paragraph) -> bool:
    """Tell whether an answer stands on one line in half the width."""
    half = (TEXT_WIDTH - _GUTTER) / 2 - _TICK - _TICK_GAP
    return words.wrap(half, 0xFFFF)[1] <= _ANSWER.leading
