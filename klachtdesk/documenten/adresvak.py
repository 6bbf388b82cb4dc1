"""The address on a letter, where a window envelope shows it.

A sheet folded in three is 99 mm high, in an envelope of 110 mm (DL, EA5/6) or 114 mm (C5/6): it can slide, and so can
what stands behind the window. A window of 90 by 45 mm, 20 mm from the side and 15 mm from the bottom, shows in every
place of the sheet what lies 52 to 84 mm below its top, and 20 to 91 mm from its left edge (119 to 190 mm for a window
at the right). The address stands within that, in the middle of its height, so that a smaller window shows it as well.
"""

from dataclasses import dataclass
from typing import Final

from reportlab.lib.styles import ParagraphStyle
from reportlab.lib.units import mm
from reportlab.pdfgen.canvas import Canvas

from klachtdesk.documenten.opmaak import BODY, MARGIN_LEFT, PAGE_HEIGHT, paragraph
from klachtdesk.errors import DocumentError

LINKS: Final = "links"
RECHTS: Final = "rechts"

_LEFT: Final = {LINKS: MARGIN_LEFT, RECHTS: 121 * mm}
WIDTH: Final = 64 * mm
TOP: Final = 53 * mm
HEIGHT: Final = 27 * mm
_STYLES: Final = tuple(
    ParagraphStyle(f"address {size}", parent=BODY, fontSize=size, leading=leading, spaceAfter=0)
    for size, leading in ((10, 12.75), (8.5, 10.5))
)
"""As letters are, and smaller for who needs more lines."""


@dataclass(frozen=True, slots=True)
class Adresvak:
    """The lines of an address, and on which side of the envelope its window is."""

    regels: tuple[str, ...]
    venster: str = LINKS

    def draw(self, canvas: Canvas) -> None:
        """Draw the lines; raises DocumentError when they do not fit behind the window."""
        for style in _STYLES:
            lines = [paragraph(regel, style) for regel in self.regels if regel.strip()]
            height = sum(line.wrap(WIDTH, HEIGHT)[1] for line in lines)
            if height <= HEIGHT:
                break
        else:
            raise DocumentError(
                f"Het adres is te lang: {len(lines)} regels passen niet achter het venster van een envelop.",
                "Kort het adres in, tot zes regels.",
            )
        top = PAGE_HEIGHT - TOP - (HEIGHT - height) / 2
        for line in lines:
            top -= line.height
            line.drawOn(canvas, _LEFT[self.venster], top)
