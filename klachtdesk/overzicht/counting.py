"""Counts the records of a period: once how each stands in it, then every table over those."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from klachtdesk.overzicht.labels import ONBEKEND
from klachtdesk.overzicht.tabelregel import Geval

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from klachtdesk.overzicht.cijferrecord import Cijferrecord, TermijnCijfer
    from klachtdesk.overzicht.labels import Labels
    from klachtdesk.overzicht.perioden import Periode
    from klachtdesk.overzicht.tabelregel import Tabelregel


@dataclass(frozen=True)
class Beeld:
    """All dossiers as they stand in one period, and the stock: what was open, came in, was closed and is open."""

    periode: Periode
    labels: Labels
    records: tuple[Cijferrecord, ...]

    @cached_property
    def gevallen(self) -> tuple[Geval, ...]:
        """The dossiers that were open at some time in the period."""
        found = ((item, self.periode.stroom(item)) for item in self.records)
        return tuple(
            Geval(record, stroom, self.periode, self.labels)
            for record, stroom in found
            if stroom.begin or stroom.binnen is not None
        )

    @cached_property
    def binnengekomen(self) -> tuple[Geval, ...]:
        """Those that came in."""
        return tuple(geval for geval in self.gevallen if geval.stroom.binnen is not None)

    @cached_property
    def afgesloten(self) -> tuple[Geval, ...]:
        """Those that are closed at the end."""
        return tuple(geval for geval in self.gevallen if geval.stroom.dicht is not None)

    @cached_property
    def vervolg(self) -> tuple[Geval, ...]:
        """All in which a bezwaar, a beroep or a maatregel was ever begun, open or closed."""
        return tuple(
            Geval(record, self.periode.stroom(record), self.periode, self.labels)
            for record in self.records
            if record.bezwaren or record.beroepen or record.doorverwezen or record.maatregelen
        )

    @cached_property
    def voorraad(self) -> dict[str, int]:
        """The stock, by the name of each of its four numbers; the sum always holds."""
        begin = sum(geval.stroom.begin for geval in self.gevallen)
        eind = sum(geval.stroom.eind for geval in self.gevallen)
        binnen, dicht = len(self.binnengekomen), len(self.afgesloten)
        if begin + binnen - dicht != eind:
            raise AssertionError(f"the stock does not add up: {begin} + {binnen} - {dicht} != {eind}")
        return {"begin": begin, "binnengekomen": binnen, "afgesloten": dicht, "eind": eind}

    def of(self, regel: Tabelregel) -> tuple[Geval, ...]:
        """Return the dossiers that a table looks at."""
        if regel.basis == "vervolg":
            return self.vervolg
        return self.binnengekomen if regel.basis == "binnengekomen" else self.afgesloten

    @property
    def doorlooptijden(self) -> list[int]:
        """The calendar days from coming in (or from being opened again) to the closing, of what was closed."""
        return [
            (stroom.dicht.dag - stroom.sinds).days
            for stroom in (geval.stroom for geval in self.afgesloten)
            if stroom.dicht is not None and stroom.sinds is not None
        ]

    @cached_property
    def termijnen(self) -> Mapping[tuple[str, str], TermijnTelling]:
        """What became of each termijn, by reglement and key."""
        found: dict[tuple[str, str], TermijnTelling] = {}
        peil = self.periode.peil
        for record in self.records:
            lijn = self.labels.lijn_of(record.versie, record.reglement)
            for cijfer in record.termijnen:
                if cijfer.start > peil:
                    continue
                uitkomst = cijfer.uitkomst(peil)
                if uitkomst == "loopt" or self.periode.holds(cijfer.telt_op):
                    telling = found.setdefault((lijn, cijfer.sleutel), TermijnTelling())
                    telling.add(cijfer, uitkomst, record)
        return found


class TermijnTelling:
    """What became of one termijn in a period: how often each outcome, in which dossiers, and in how many days."""

    def __init__(self) -> None:
        self.aantallen: Counter[str] = Counter()
        self.dagen: list[int] = []
        self.records: dict[str, list[Cijferrecord]] = {}

    def add(self, cijfer: TermijnCijfer, uitkomst: str, record: Cijferrecord) -> None:
        """Count one run."""
        kinds = [uitkomst]
        if uitkomst != "loopt":
            kinds += ["afgelopen", *(["verdaagd"] if cijfer.verdaagd else [])]
            if cijfer.dagen is not None and uitkomst in {"gehaald", "te_laat"}:
                self.dagen.append(cijfer.dagen)
        for kind in kinds:
            self.aantallen[kind] += 1
            self.records.setdefault(kind, []).append(record)


@dataclass(frozen=True, slots=True)
class Telling:
    """A table as counted: its rows, and for each period how often each and the total."""

    regel: Tabelregel
    rijen: tuple[tuple[str, str], ...]
    kolommen: tuple[tuple[int, ...], ...]
    totalen: tuple[int, ...]


def count_table(regel: Tabelregel, beelden: tuple[Beeld, ...]) -> Telling:
    """Count a table over these periods, the first of which names its months."""
    rijen = regel.rijen(beelden[0].labels, beelden[0].periode)
    keys = [sleutel for sleutel, _label in rijen]
    known = frozenset(keys)
    kolommen, totalen = [], []
    for beeld in beelden:
        counter: Counter[str] = Counter()
        dossiers = 0
        for geval in beeld.of(regel):
            rows = list(_rows(regel, geval, known))
            counter.update(rows)
            dossiers += bool(rows)
        kolommen.append(tuple(counter[key] for key in keys))
        totalen.append(dossiers if regel.soort == "overlap" else counter.total())
    return Telling(regel, rijen, tuple(kolommen), tuple(totalen))


def behind_row(regel: Tabelregel, beeld: Beeld, rij: str | None) -> Iterator[Cijferrecord]:
    """Yield the dossiers behind a row of a table, or behind its total (None), each once."""
    keys = frozenset(sleutel for sleutel, _label in regel.rijen(beeld.labels, beeld.periode))
    for geval in beeld.of(regel):
        rows = set(_rows(regel, geval, keys))
        if rows if rij is None else rij in rows:
            yield geval.record


def _rows(regel: Tabelregel, geval: Geval, keys: frozenset[str]) -> Iterator[str]:
    """Yield the rows on which a dossier counts; what has no row (any more) counts as unknown."""
    for key in regel.tel(geval):
        yield key if key in keys else ONBEKEND
