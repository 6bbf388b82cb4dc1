"""What the keys in the records are called: from the forms, the lists of the office and all versions of its reglementen.

A record keeps keys only. A key that several reglementen share is one row when they call it the same, else one row each.
What a later version of a reglement calls it counts; that it was called otherwise is a note with the overview.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping
    from datetime import date

    from klachtdesk.reglement.parts import Keuze
    from klachtdesk.reglement.schema import Reglement, Termijn

Pairs = tuple[tuple[str, str], ...]
"""Rows: the key of each and what it is called."""

ONBEKEND = "onbekend"
"""The row of what was not filled in."""


@dataclass(frozen=True, slots=True)
class Versie:
    """A version of a reglement; `lijn` is the key of the reglement that it is, also where it took another's place."""

    id: int
    lijn: str
    van_kracht: date
    reglement: Reglement


def _onderwerpen(reglement: Reglement) -> Iterable[Keuze]:
    return reglement.onderwerpen


def _oorzaken(reglement: Reglement) -> Iterable[Keuze]:
    return reglement.oorzaken


def _hoedanigheden(reglement: Reglement) -> Iterable[Keuze]:
    return reglement.hoedanigheden


def _gronden(reglement: Reglement) -> Iterable[Keuze]:
    stap = reglement.stap_bij_gebeurtenis.get("niet_in_behandeling")
    return stap.gronden if stap is not None else ()


_LISTS: Mapping[str, Callable[[Reglement], Iterable[Keuze]]] = {
    "onderwerp": _onderwerpen,
    "oorzaak": _oorzaken,
    "hoedanigheid": _hoedanigheden,
    "grond": _gronden,
}


@dataclass(frozen=True)
class Labels:
    """The names of all keys. `versies` stand in the order in which they came into force.

    `producten` and `instanties` are the lists that the office keeps itself.
    """

    versies: tuple[Versie, ...]
    producten: Pairs = ()
    instanties: Pairs = ()
    _lists: dict[str, _Lijst] = field(default_factory=dict, repr=False)

    @cached_property
    def lijnen(self) -> dict[str, str]:
        """The reglementen of the office: the key of each, and its name in the latest version."""
        return {versie.lijn: versie.reglement.naam for versie in self.versies}

    @cached_property
    def _lijn_of_versie(self) -> dict[int, str]:
        return {versie.id: versie.lijn for versie in self.versies}

    def lijn_of(self, versie: int, reglement: str) -> str:
        """Return under which reglement a version falls; its own key where the version is not known any more."""
        return self._lijn_of_versie.get(versie, reglement)

    @cached_property
    def product_keys(self) -> frozenset[str]:
        """The keys on the list of producten."""
        return frozenset(sleutel for sleutel, _naam in self.producten)

    def lijst(self, soort: str) -> _Lijst:
        """Return the names of one kind: `onderwerp`, `oorzaak`, `hoedanigheid` or `grond`."""
        if soort not in self._lists:
            self._lists[soort] = _Lijst(self.versies, _LISTS[soort])
        return self._lists[soort]

    @cached_property
    def termijnen(self) -> dict[tuple[str, str], tuple[Versie, Termijn]]:
        """The termijnen of the office, by reglement and key, each from the latest version that has it."""
        return {
            (versie.lijn, termijn.sleutel): (versie, termijn)
            for versie in self.versies
            for termijn in versie.reglement.termijnen
            if termijn.voor == "kantoor"
        }

    def renamed(self) -> tuple[tuple[str, str], ...]:
        """Return what was renamed from one version to a later one: what it was called, and what it is called now."""
        found = [pair for soort in _LISTS for pair in self.lijst(soort).renamed]
        return tuple(dict.fromkeys(found))


class _Lijst:
    """The names of one kind of key over all versions."""

    def __init__(self, versies: Iterable[Versie], keuzes_of: Callable[[Reglement], Iterable[Keuze]]) -> None:
        self._labels: dict[str, dict[str, str]] = {}
        self._rows: dict[tuple[str, str], str] = {}
        self.renamed: list[tuple[str, str]] = []
        for versie in versies:
            for keuze in keuzes_of(versie.reglement):
                named = self._labels.setdefault(keuze.sleutel, {})
                before = named.get(versie.lijn)
                if before is not None and before != keuze.label:
                    self.renamed.append((before, keuze.label))
                named[versie.lijn] = keuze.label

    def row(self, lijn: str, sleutel: str) -> str:
        """Return the key of the row on which a key of a reglement is counted; one that was left empty is unknown."""
        found = self._rows.get((lijn, sleutel))
        if found is None:
            called = set(self._labels.get(sleutel, {}).values())
            found = sleutel if len(called) == 1 else f"{lijn}.{sleutel}" if called else ONBEKEND
            self._rows[lijn, sleutel] = found
        return found

    def rows(self) -> Pairs:
        """Return all rows, in the order of the reglementen."""
        found: dict[str, str] = {}
        for sleutel, named in self._labels.items():
            for lijn, label in named.items():
                found.setdefault(self.row(lijn, sleutel), label)
        return tuple(found.items())
