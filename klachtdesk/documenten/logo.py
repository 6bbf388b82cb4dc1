"""The logo of the office, made fit for an archivable letter.

Without transparency, in RGB, and with no more pixels than a printer shows.
"""

import io
from functools import lru_cache
from typing import Final

from PIL import Image, UnidentifiedImageError
from reportlab.lib.units import mm
from reportlab.lib.utils import ImageReader
from reportlab.platypus import Flowable

from klachtdesk.errors import DocumentError

MAX_WIDTH: Final = 62 * mm
MAX_HEIGHT: Final = 17 * mm
_FORMATS: Final = ("PNG", "JPEG")
_DOTS_PER_POINT: Final = 300 / 72
"""What a letter is printed with."""
_MAX_PIXELS: Final = 40_000_000
"""A larger picture is no logo, and takes hundreds of megabytes to unpack."""


class Logo(Flowable):
    """A PNG or JPEG as large as fits in the letterhead; raises DocumentError when it can't be read."""

    def __init__(self, inhoud: bytes) -> None:
        super().__init__()
        self._picture = _flattened(inhoud)
        width, height = self._picture.size
        scale = min(MAX_WIDTH / width, MAX_HEIGHT / height)
        self.width, self.height = width * scale, height * scale

    def wrap(self, width: float, height: float) -> tuple[float, float]:  # noqa: ARG002 - ReportLab's signature
        """Return the size in points."""
        return self.width, self.height

    def draw(self) -> None:
        """Draw the picture in the place that the page gives it."""
        self.canv.drawImage(ImageReader(self._picture), 0, 0, self.width, self.height)


@lru_cache(maxsize=2)
def _flattened(inhoud: bytes) -> Image.Image:
    """Return the picture on white, small enough to print well; remembered, because every letter has the same."""
    try:
        with Image.open(io.BytesIO(inhoud), formats=_FORMATS) as opened:
            if opened.width * opened.height > _MAX_PIXELS:
                raise DocumentError(
                    f"Het logo is te groot: {opened.width} bij {opened.height} pixels.",
                    "Kies bij Instellingen een kleiner plaatje; 1.000 pixels breed is genoeg.",
                )
            layered = opened.convert("RGBA")
    except (UnidentifiedImageError, Image.DecompressionBombError, OSError, SyntaxError, ValueError) as error:
        raise DocumentError(
            "Het logo van het kantoor kan niet worden gelezen.",
            "Kies bij Instellingen een ander plaatje: een PNG- of JPEG-bestand.",
        ) from error
    flat = Image.new("RGB", layered.size, "white")
    flat.paste(layered, mask=layered.getchannel("A"))
    most = (round(MAX_WIDTH * _DOTS_PER_POINT), round(MAX_HEIGHT * _DOTS_PER_POINT))
    flat.thumbnail(most, Image.Resampling.LANCZOS)
    return flat
