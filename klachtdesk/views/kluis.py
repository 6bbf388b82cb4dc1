"""What the wizard and the unlock window show and ask."""

from dataclasses import dataclass

from klachtdesk.views.kantoor import KantoorView


@dataclass(frozen=True, slots=True)
class ReglementKeuze:
    """A reglement that comes with the program, with the office it was written for as a start."""

    sleutel: str
    naam: str
    kantoor: KantoorView


@dataclass(frozen=True, slots=True)
class Sterkte:
    """How strong a password is: 0 (too weak to be accepted) to 4, with a hint in Dutch."""

    score: int
    hint: str
    voldoende: bool


@dataclass(frozen=True, slots=True)
class GebruikerView:
    """Who is at work; `id` is the stored record's."""

    id: int
    naam: str
    rol: str


@dataclass(frozen=True, slots=True)
class KantoorStatus:
    """What the main window shows of the open kluis: the office, its reglementen and who is at work."""

    kantoor: KantoorView
    reglementen: tuple[str, ...]
    """The names of those under which a klacht of today can fall, the main one first."""
    gebruiker: GebruikerView
    map: str
    """The kluis folder, as shown to the user."""
