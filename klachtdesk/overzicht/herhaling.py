"""Finds what comes back: klagers who had a klacht in the year before, and oorzaken that return too often."""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from typing import TYPE_CHECKING

from dateutil.relativedelta import relativedelta

from klachtdesk.reglement.kalender import kalender

if TYPE_CHECKING:
    from collections.abc import Hashable, Iterable, Mapping, Sequence
    from datetime import date

    from klachtdesk.reglement.schema import Reglement

_A_YEAR = relativedelta(years=1)

Nummer = tuple[int, int]
"""The year and the number in it of a dossier."""


def repeated_klagers(dossiers: Iterable[tuple[int, date, Iterable[Hashable]]]) -> frozenset[int]:
    """Return the dossiers whose klager had another one that came in in the year before it.

    Each is its id, the day on which it came in, and what its klagers are known by.
    """
    last: dict[Hashable, date] = {}
    found = set()
    for dossier_id, binnen, known_by in sorted(dossiers, key=lambda item: (item[1], item[0])):
        keys = set(known_by)
        earlier = [last[key] for key in keys if key in last]
        if earlier and binnen <= max(earlier) + _A_YEAR:
            found.add(dossier_id)
        last.update(dict.fromkeys(keys, binnen))
    return frozenset(found)


def repeated_oorzaken(
    dossiers: Iterable[tuple[Nummer, str, date, int]], reglementen: Mapping[int, Reglement]
) -> frozenset[Nummer]:
    """Return the dossiers whose oorzaak came back as often as the signaal `herhaling` of their reglement says.

    Each is its year and number, its oorzaak, the day on which it was received and the id of the version of its
    reglement; `reglementen` holds those. An oorzaak is counted over all reglementen, as the signaal does.
    """
    by_oorzaak: dict[str, list[tuple[date, Nummer, int]]] = defaultdict(list)
    for nummer, oorzaak, received, versie in dossiers:
        if oorzaak:
            by_oorzaak[oorzaak].append((received, nummer, versie))
    windows = {versie: _Window(reglement) for versie, reglement in reglementen.items()}
    found = set()
    for same in by_oorzaak.values():
        days = sorted(received for received, _nummer, _versie in same)
        for received, nummer, versie in same:
            if versie in windows and windows[versie].comes_back(days, received):
                found.add(nummer)
    return frozenset(found)


class _Window:
    """How often an oorzaak has to come, and within what time, for one version of a reglement."""

    def __init__(self, reglement: Reglement) -> None:
        self._regel = reglement.signaal_bij_sleutel.get("herhaling")
        self._calendar = kalender(gelijkgestelde_dagen=reglement.gelijkgestelde_dagen)
        self._ends: dict[date, date] = {}

    def comes_back(self, days: Sequence[date], received: date) -> bool:
        regel = self._regel
        if regel is None or regel.duur is None or regel.aantal is None:
            return False
        earlier = bisect_right(days, received)
        if earlier < regel.aantal:
            return False
        oldest = days[earlier - regel.aantal]
        if oldest not in self._ends:
            self._ends[oldest] = self._calendar.add(oldest, regel.duur.aantal, regel.duur.eenheid)
        return self._ends[oldest] >= received
