"""What may happen next in a dossier, and what the program points out by itself."""

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class RedenView:
    """Why something is not possible: a whole sentence, and the artikel it rests on if it rests on one."""

    zin: str
    artikel: str | None


@dataclass(frozen=True, slots=True)
class StapView:
    """One stap, for one person where it is asked of somebody in particular."""

    soort: str
    label: str
    fase: str
    door: str
    """Who is to move, as the screen says it: "de directie"."""
    persoon: str
    """The name of whom it is about; empty when it is about nobody in particular."""
    mogelijk: bool
    gebeurd: bool
    verwacht: bool
    redenen: tuple[RedenView, ...]
    termijnen: tuple[str, ...]
    """The running termijnen that it would meet."""
    streefdatum: date | None
    besluit: bool
    """Possible only because the directie decided so."""
    ontbreekt: tuple[str, ...] = ()
    """What the klacht has to contain and does not, in words; only where the stap asks the klager for it."""
    ref: str = ""
    """Which of several things it is about, where a row of Vandaag speaks of one."""
    brief: str = ""
    """The key of the letter with which it is recorded; empty when there is none."""

    @property
    def words(self) -> str:
        """What it is, and about whom: "Gehoord: Marijke de Vries"."""
        return f"{self.label}: {self.persoon}" if self.persoon else self.label


@dataclass(frozen=True, slots=True)
class SignaalView:
    """Something that deserves attention, with the ground it rests on."""

    sleutel: str
    zin: str
    artikel: str | None


@dataclass(frozen=True, slots=True)
class ProcedureView:
    """Where a dossier stands: who is to move and with what, all stappen, and the signalen."""

    aan_zet: str
    wacht_op: StapView | None
    stappen: tuple[StapView, ...]
    signalen: tuple[SignaalView, ...]
