"""Tells which dossiers are at rest: so long closed that they stand in no figure from some day on.

They need not be looked into for an overview that begins on that day, and most of a kluis is at rest.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from klachtdesk.overzicht.cijferrecord import HEROPENEND
from klachtdesk.reglement.gebeurtenissen import BEEINDIGEND
from klachtdesk.reglement.kalender import ONE_DAY, kalender

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from klachtdesk.reglement.parts import Duur
    from klachtdesk.reglement.schema import Reglement

_UNSURE = frozenset({*HEROPENEND, "verdaagd"})
"""What may let a dossier be open after its closing, or a termijn end on any day."""


class Rust:
    """Tells of the dossiers under one version of a reglement whether they are at rest on a day."""

    def __init__(self, reglement: Reglement, dag: date) -> None:
        self._duren = tuple(termijn.duur for termijn in reglement.termijnen if termijn.voor == "kantoor")
        self._calendar = kalender(gelijkgestelde_dagen=reglement.gelijkgestelde_dagen)
        self._dag = dag
        self._known: dict[date, bool] = {}

    def holds(self, dagen: Sequence[tuple[str, date]]) -> bool:
        """Tell whether no figure from the day on rests on a dossier in which this happened, as kind and date.

        It does not when the dossier is closed, was never opened again, and the last that happened in it is so long ago
        that every termijn has ended: each begins on a day on which something happened, so none ends later than one that
        would begin on the last of those. Of a dossier with a verdaging this is not certain, so the answer is no.
        """
        if not dagen or not self._is_over(max([dag for _soort, dag in dagen])):
            return False
        soorten = {soort for soort, _dag in dagen}
        return not soorten.isdisjoint(BEEINDIGEND) and soorten.isdisjoint(_UNSURE)

    def _is_over(self, last: date) -> bool:
        """Tell whether whatever begins on this day, or before it, has ended: late on the day after its end at most."""
        if last not in self._known:
            self._known[last] = last < self._dag and all(self._ends(last, duur) for duur in self._duren)
        return self._known[last]

    def _ends(self, start: date, duur: Duur) -> bool:
        try:
            return self._calendar.add(start, duur.aantal, duur.eenheid) + ONE_DAY < self._dag
        except OverflowError:  # after the year 9999
            return False
