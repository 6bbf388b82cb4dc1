"""A place on a page where somebody can fill something in."""

from dataclasses import dataclass

Rect = tuple[float, float, float, float]
"""Left, bottom, right and top, in points from the corner of the page."""


@dataclass(frozen=True, slots=True)
class Invulvak:
    """One box: the full name of its field, where it stands, and what a reader hears of it.

    With `keuze` it is a box to tick: those of one name are answers of which one can be chosen when `enkel`, and boxes
    of their own otherwise. Without, it is a line of text, or with `regels` several lines.
    """

    naam: str
    pagina: int
    """Counts from 0."""
    rect: Rect
    uitleg: str
    lengte: int = 0
    """The longest text that fits, in characters."""
    regels: bool = False
    nodig: bool = False
    keuze: str = ""
    enkel: bool = False
