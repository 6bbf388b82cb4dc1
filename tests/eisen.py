"""What a table of eisen is made of: a road by which a stap is possible, and what to take away from it.

The tables themselves stand in `eisen_<reglement>.py`; `test_procedure_eisen.py` goes through them.
"""

from dataclasses import dataclass

import pytest
from procedures import Case, case

HEARD = "gehoord persoon=k verslag=ja; gehoord persoon=b verslag=ja"
BEROEP = "beroep_ingesteld instantie=geschillencommissie"
BEROEP_ENDED = ("+beroep_uitspraak bindend=ja", "+beroep_ingetrokken")
NOT_JUDGED = "Het oordeel is nog niet vastgesteld"
NO_BEZWAAR = "Er loopt geen bezwaar"


@dataclass(frozen=True)
class Row:
    """A road by which a stap is possible, what to take from it (or with a + to add), and what is said then."""

    sleutel: str
    soort: str
    road: str
    without: str
    said: str
    keys: str = ""
    persoon: str | None = None

    def case(self) -> Case:
        return case(self.sleutel).filled(self.keys).after(*self.events())

    def events(self) -> list[str]:
        return [text.strip() for text in self.road.split(";") if text.strip()]

    def lacking(self) -> Case:
        if self.without.startswith("+"):
            return self.case().after(self.without.removeprefix("+"))
        if self.without in self.keys.split():
            return self.case().empty(self.without)
        assert self.without in self.events()
        left = [text for text in self.events() if text != self.without]
        return case(self.sleutel).filled(self.keys).after(*left)


def rows(clausule: str | None, *found: Row) -> list:
    """Mark these with the clause that they test; None where the eis follows from a clause without being one."""
    marks = [] if clausule is None else [pytest.mark.clausule(clausule)]
    return [pytest.param(row, marks=marks, id=f"{row.sleutel}-{row.soort}") for row in found]
