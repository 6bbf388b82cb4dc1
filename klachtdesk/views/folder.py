"""The folder of the procedure, to hand out: the reglement with whom to turn to and how long things take."""

from dataclasses import dataclass
from datetime import date

from klachtdesk.views.kantoor import KantoorView
from klachtdesk.views.kantoorgegevens import FunctionarisView, InstantieView


@dataclass(frozen=True, slots=True)
class FolderTermijn:
    """How long something takes: what, how long, and where the reglement says so."""

    label: str
    duur: str
    artikel: str
    voor_klager: bool
    """Whether it is the klager who has this long."""
    verdaagbaar: bool = False
    """Whether the reglement lets it take longer, with news of a later day."""


@dataclass(frozen=True, slots=True)
class FolderInhoud:
    """All that stands in the folder; `tekst` is the regulation itself, word for word."""

    kantoor: KantoorView
    reglement: str
    van_kracht: date
    datum: date
    kanalen: tuple[str, ...]
    """The ways in which a klacht can be put in; empty when any will do."""
    functionarissen: tuple[FunctionarisView, ...]
    termijnen: tuple[FolderTermijn, ...]
    mededelingen: tuple[str, ...]
    instanties: tuple[InstantieView, ...]
    tekst: str
