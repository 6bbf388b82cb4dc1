"""The work on many letters, in portions on the worker: what is typed elsewhere is kept in between."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import QObject, Signal

from klachtdesk.errors import DeskError
from klachtdesk.services.brieven.many import Voortgang, finalize_many, why_apart
from klachtdesk.services.changes import Changes
from klachtdesk.services.desk import Desk
from klachtdesk.ui.workspace import Workspace
from klachtdesk.views.veel_brieven import Briefstapel, Kandidaat

_PORTION = 10
"""Dossiers that are looked at in one go: half a second of work on a slow machine."""


@dataclass(frozen=True, slots=True)
class RunResult:
    """How it ended: what was told of each dossier that was dealt with, and how many were not reached."""

    told: tuple[Voortgang, ...]
    left: int
    error: DeskError | None = None
    """What ended it before its time, when nobody asked for that."""

    @property
    def documenten(self) -> tuple[int, ...]:
        """The letters that were made, in the order in which they were."""
        return tuple(document for item in self.told for document in item.documenten)


class LetterRun(QObject):
    """Looks many dossiers over, or makes their letters; one thing at a time."""

    progressed = Signal(int, int)
    """How many are done, and of how many."""
    looked_over = Signal(object)
    """Why each dossier has to be done by itself, in their order; empty where it need not."""
    ended = Signal(object)
    """A RunResult."""
    failed = Signal(object)
    """A DeskError that came while looking over."""

    def __init__(self, workspace: Workspace, parent: QObject) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self._turn = 0
        self._stopped = False
        self._reasons: list[str] = []
        self._told: list[Voortgang] = []
        self._letters: Iterator[Voortgang] | None = None
        workspace.flushing.connect(self.stop)

    def look_over(self, stapel: Briefstapel) -> None:
        """Find out which dossiers have to be done by themselves; an earlier looking over is dropped."""
        self._turn += 1
        self._stopped = False
        self._reasons = []
        self._look_on(self._turn, stapel)

    def make(self, soort: str, kandidaten: Sequence[Kandidaat]) -> None:
        """Make the letters, each in a piece of work of its own."""
        self._stopped = False
        self._told = []
        self._letters = None
        self._make_next(soort, kandidaten)

    def stop(self) -> None:
        """Stop after the piece of work that is being done now; what was made stays."""
        self._stopped = True

    def _look_on(self, turn: int, stapel: Briefstapel) -> None:
        place, total = len(self._reasons), len(stapel.kandidaten)
        self.progressed.emit(place, total)
        if place == total:
            self.looked_over.emit(tuple(self._reasons))
            return
        service = partial(
            why_apart, soort=stapel.soort, kandidaten=stapel.kandidaten[place : place + _PORTION]
        )
        self._workspace.read(self, service, partial(self._on_looked, turn, stapel), self.failed.emit)

    def _on_looked(self, turn: int, stapel: Briefstapel, reasons: tuple[str, ...]) -> None:
        if turn == self._turn and not self._stopped:
            self._reasons += reasons
            self._look_on(turn, stapel)

    def _make_next(self, soort: str, kandidaten: Sequence[Kandidaat]) -> None:
        self.progressed.emit(len(self._told), len(kandidaten))
        if self._stopped or len(self._told) == len(kandidaten):
            self._end(len(kandidaten))
            return

        def service(desk: Desk) -> Voortgang:
            if self._letters is None:
                self._letters = finalize_many(desk, kandidaten, soort)
            return next(self._letters)

        def told(item: Voortgang) -> None:
            self._told.append(item)
            self._make_next(soort, kandidaten)

        # Not `make`: the page of the morning would read all dossiers again after each letter.
        self._workspace.read(self, service, told, partial(self._end, len(kandidaten)))

    def _end(self, total: int, error: DeskError | None = None) -> None:
        self._letters = None
        changes = Changes()
        for item in self._told:
            changes |= item.changes
        self.ended.emit(RunResult(tuple(self._told), total - len(self._told), error))
        if changes != Changes():
            self._workspace.changed.emit(changes)
