"""What happened as far as somebody typed it, between the window and the services."""

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class GebeurtenisInvoer:
    """A gebeurtenis that is being recorded or, with `corrigeert`, one that is being corrected."""

    soort: str
    waarden: Mapping[str, str]
    """Raw texts by field, `datum` among them."""
    corrigeert: int | None = None
    """The gebeurtenis that is wrong."""
    reden: str = ""
    vervalt: bool = False
    """The wrong one did not happen at all: nothing comes in its place."""
    draft_id: int | None = None
