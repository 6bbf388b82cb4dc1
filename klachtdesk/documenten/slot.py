"""The end of a letter: its last words, which never leave the signature alone on a page."""

from collections.abc import Sequence

from reportlab.platypus import Flowable, Paragraph

_LINES_ALONG = 2
"""How many lines of text at least stand above a signature on its page."""


class Slot(Flowable):
    """The last paragraph with what closes the letter. Where both do not fit, lines of the paragraph go along."""

    def __init__(self, last: Paragraph, closing: Sequence[Flowable]) -> None:
        super().__init__()
        self._last = last
        self._closing = list(closing)

    def wrap(self, width: float, height: float) -> tuple[float, float]:
        """Return the size in points of all parts below each other, with the space between them."""
        self.width = width
        self.height = self._last.wrap(width, height)[1] + self._last.getSpaceAfter()
        for part in self._closing:
            self.height += part.getSpaceBefore() + part.wrap(width, height)[1] + part.getSpaceAfter()
        return self.width, self.height

    def split(self, width: float, height: float) -> list[Flowable]:
        """Leave on this page what fits of the paragraph, but keep some lines of it for the next."""
        text = self._last.wrap(width, height)[1]
        along = _LINES_ALONG * self._last.style.leading
        match self._last.split(width, min(height, text - along)):
            case [first, Paragraph() as rest]:
                return [first, Slot(rest, self._closing)]
        return []

    def draw(self) -> None:
        """Draw the parts from the top down."""
        top = self.height - self._last.height
        self._last.drawOn(self.canv, 0, top)
        top -= self._last.getSpaceAfter()
        for part in self._closing:
            top -= part.getSpaceBefore() + part.height
            part.drawOn(self.canv, 0, top)
            top -= part.getSpaceAfter()

    def getSpaceBefore(self) -> float:  # noqa: N802 - ReportLab's own name
        """Return the room in points that the paragraph asks above it."""
        return float(self._last.getSpaceBefore())
