"""Keys for what the office adds itself, made from its label as a reglement writes them."""

import re
import unicodedata
from collections.abc import Container


def new_sleutel(label: str, taken: Container[str]) -> str:
    """Return a key of small letters, digits and underscores for a label, one that is not taken yet."""
    plain = unicodedata.normalize("NFKD", label.casefold()).encode("ascii", "ignore").decode()
    base = re.sub(r"[^a-z0-9]+", "_", plain).strip("_")[:40].strip("_")
    if not base or not base[0].isalpha():
        base = f"eigen_{base}".rstrip("_")
    sleutel, nummer = base, 1
    while sleutel in taken:
        nummer += 1
        sleutel = f"{base}_{nummer}"
    return sleutel
