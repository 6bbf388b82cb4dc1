"""The same letter for many dossiers, as the screen knows it."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Kandidaat:
    """A dossier that waits for the letter, and the name of whom its stap is about, if of anybody in particular."""

    dossier_id: int
    nummer: str
    klager: str
    persoon: str = ""


@dataclass(frozen=True, slots=True)
class Briefstapel:
    """A stap that is recorded with a letter, and the dossiers in which it is the next to do, what is late first."""

    soort: str
    """The kind of gebeurtenis that is recorded with the letter."""
    label: str
    kandidaten: tuple[Kandidaat, ...]
