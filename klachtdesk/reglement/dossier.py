"""The facts of a dossier from which all else is derived: what happened, who is in it, what is filled in."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from klachtdesk.reglement.gebeurtenissen import AFSLUITEND

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date


@dataclass(frozen=True, slots=True)
class Persoon:
    """Somebody in the dossier: a key without meaning (no name) and the rol in which they are in it."""

    sleutel: str
    rol: str


@dataclass(frozen=True, slots=True)
class Gebeurtenis:
    """One thing that happened, on a calendar date.

    `ref` tells consequenties and verbetermaatregelen apart; `termijn`, `tot`, `reden` and `grond` belong to a
    verdaging; `bewaren_tot` to a besluit_directie. `persoon` is the key of who it is about. `plaats` is its
    place (from 1) in the list it came in, for messages.
    """

    soort: str
    datum: date
    ref: str | None = None
    termijn: str | None = None
    tot: date | None = None
    reden: str | None = None
    grond: str | None = None
    persoon: str | None = None
    bewaren_tot: date | None = None
    plaats: int = 0


@dataclass(frozen=True)
class DossierFeiten:
    """What is known of a dossier. The gebeurtenissen are put in counting order: by date, else as given.

    `validation.validate_gebeurtenissen` says whether such a list can be true; the rest of this package
    relies on that.
    """

    gebeurtenissen: tuple[Gebeurtenis, ...] = ()
    personen: tuple[Persoon, ...] = ()
    ingevuld: frozenset[str] = frozenset()

    def __post_init__(self) -> None:
        in_order = tuple(sorted(self.gebeurtenissen, key=lambda gebeurtenis: gebeurtenis.datum))
        object.__setattr__(self, "gebeurtenissen", in_order)

    @cached_property
    def posities(self) -> Mapping[str, tuple[int, ...]]:
        """For each kind of gebeurtenis, where it stands in the counting order."""
        found: dict[str, tuple[int, ...]] = {}
        for position, gebeurtenis in enumerate(self.gebeurtenissen):
            found[gebeurtenis.soort] = (*found.get(gebeurtenis.soort, ()), position)
        return found

    @cached_property
    def rondes(self) -> tuple[range, ...]:
        """The positions of each ronde; a ronde ends with `heropend`, the next begins after it."""
        first = 0
        found = []
        for position in self.posities.get("heropend", ()):
            found.append(range(first, position + 1))
            first = position + 1
        return (*found, range(first, len(self.gebeurtenissen)))

    def first(self, soort: str, within: range) -> int | None:
        """Return the position of the first gebeurtenis of a kind in a ronde, or None."""
        return next((position for position in self.posities.get(soort, ()) if position in within), None)

    def closing(self, ronde: range) -> int | None:
        """Return the position of what closed a ronde for its termijnen, or None while it is open."""
        found = [position for soort in AFSLUITEND if (position := self.first(soort, ronde)) is not None]
        return min(found, default=None)
