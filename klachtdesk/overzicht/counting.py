"""Counts the records of a period: once how each stands in it, then every table over those."""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import dataclass
from functools import cached_property
from itertools import chain
from operator import attrgetter
from typing import TYPE_CHECKING, Any

from klachtdesk.overzicht.labels import ONBEKEND
from klachtdesk.overzicht.tabelregel import GEVOLGEN, Geval

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterator, Mapping

    from klachtdesk.overzicht.cijferrecord import Cijferrecord, TermijnCijfer, TermijnUitkomst
    from klachtdesk.overzicht.labels import Labels
    from klachtdesk.overzicht.perioden import Periode, Stroom
    from klachtdesk.overzicht.tabelregel import Basis, Tabelregel


@dataclass(frozen=True)
class Beeld:
    """All dossiers as they stand in one period, and the stock: what was open, came in, was closed and is open."""

    periode: Periode
    labels: Labels
    records: tuple[Cijferrecord, ...]

    @cached_property
    def _stromen(self) -> list[Stroom]:
        """What each of the records did in the period."""
        return list(map(self.periode.stroom, self.records))

    @cached_property
    def gevallen(self) -> tuple[Geval, ...]:
        """The dossiers that were open at some time in the period."""
        return tuple(
            [
                Geval(record, stroom, self.periode, self.labels)
                for record, stroom in zip(self.records, self._stromen, strict=True)
                if stroom.deed_mee
            ]
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
    def vervolg(self) -> Mapping[Basis, tuple[Geval, ...]]:
        """All in which a bezwaar, a beroep or a maatregel was ever begun, by what it was."""
        return {basis: tuple(self._with(attrgetter(basis))) for basis in GEVOLGEN}

    def _with(self, what: Callable[[Cijferrecord], Any]) -> Iterator[Geval]:
        """Yield every dossier in which this came of it."""
        for record, stroom in zip(self.records, self._stromen, strict=True):
            if what(record):
                yield Geval(record, stroom, self.periode, self.labels)

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
        if regel.basis == "binnengekomen":
            return self.binnengekomen
        return self.afgesloten if regel.basis == "afgesloten" else self.vervolg[regel.basis]

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
        found: dict[tuple[str, str], TermijnTelling] = defaultdict(TermijnTelling)
        periode, lijn_of = self.periode, self.labels.lijn_of
        for record in self.records:
            for cijfer in record.termijnen:
                uitkomst = periode.uitkomst(cijfer)
                if uitkomst is not None:
                    lijn = lijn_of(record.versie, record.reglement)
                    found[lijn, cijfer.sleutel].add(cijfer, uitkomst, record)
        return dict(found)


class TermijnTelling:
    """What became of one termijn in a period: the dossiers with each outcome, and in how many days it was met."""

    def __init__(self) -> None:
        self.records: dict[str, list[Cijferrecord]] = defaultdict(list)
        self.dagen: list[int] = []

    @property
    def aantallen(self) -> Counter[str]:
        """How often each outcome."""
        return Counter({kind: len(records) for kind, records in self.records.items()})

    def add(self, cijfer: TermijnCijfer, uitkomst: TermijnUitkomst, record: Cijferrecord) -> None:
        """Count one run."""
        self.records[uitkomst].append(record)
        if uitkomst == "loopt":
            return
        self.records["afgelopen"].append(record)
        if cijfer.verdaagd:
            self.records["verdaagd"].append(record)
        if (dagen := cijfer.dagen) is not None:
            self.dagen.append(dagen)


@dataclass(frozen=True, slots=True)
class Telling:
    """A table as counted: its rows, and for each period how often each and the total.

    `never` holds for each period the places of the rows that could not be anything but nothing.
    """

    regel: Tabelregel
    rijen: tuple[tuple[str, str], ...]
    kolommen: tuple[tuple[int, ...], ...]
    totalen: tuple[int, ...]
    never: tuple[frozenset[int], ...]


def count_table(regel: Tabelregel, beelden: tuple[Beeld, ...]) -> Telling:
    """Count a table over these periods, the first of which names its months."""
    rijen = regel.rijen(beelden[0].labels, beelden[0].periode)
    keys = [sleutel for sleutel, _label in rijen]
    kolommen, totalen, never = [], [], []
    for beeld in beelden:
        found = list(map(regel.tel, beeld.of(regel)))
        counter = _known(Counter(chain.from_iterable(found)), keys)
        kolommen.append(tuple(counter[key] for key in keys))
        totalen.append(sum(map(bool, found)) if regel.soort == "overlap" else counter.total())
        empty = regel.never(beeld.labels, beeld.periode)
        never.append(frozenset(place for place, key in enumerate(keys) if key in empty and not counter[key]))
    return Telling(regel, rijen, tuple(kolommen), tuple(totalen), tuple(never))


def behind_row(regel: Tabelregel, beeld: Beeld, rij: str | None) -> Iterator[Cijferrecord]:
    """Yield the dossiers behind a row of a table, or behind its total (None), each once."""
    keys = frozenset(sleutel for sleutel, _label in regel.rijen(beeld.labels, beeld.periode))
    for geval in beeld.of(regel):
        rows = _known(Counter(regel.tel(geval)), keys)
        if rows if rij is None else rij in rows:
            yield geval.record


def _known(counted: Counter[str], keys: Collection[str]) -> Counter[str]:
    """Return the counts by row; what has no row (any more) counts as unknown."""
    found: Counter[str] = Counter()
    for key, aantal in counted.items():
        found[key if key in keys else ONBEKEND] += aantal
    return found
