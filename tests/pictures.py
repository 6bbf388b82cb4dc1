"""Makes pictures to try things on."""

import io

from PIL import Image


def picture(width: int, height: int, kind: str = "PNG") -> bytes:
    """Return a teal picture in this form, as Pillow calls it."""
    target = io.BytesIO()
    Image.new("RGB", (width, height), "teal").save(target, kind)
    return target.getvalue()
