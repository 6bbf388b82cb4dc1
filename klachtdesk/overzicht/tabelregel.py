"""What a table of the overview is: what is counted, on which row, and what its rows are called.

A table is counted and looked behind by the same rule, so that a number and the dossiers behind it can't differ.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal, NamedTuple

from klachtdesk.overzicht.labels import ONBEKEND, Labels, Pairs
from klachtdesk.overzicht.perioden import Periode, Stroom, month_index

if TYPE_CHECKING:
    from klachtdesk.formulieren import Keuze
    from klachtdesk.overzicht.cijferrecord import Cijferrecord
    from klachtdesk.overzicht.suppression import Soort

Basis = Literal["binnengekomen", "afgesloten", "bezwaren", "beroepen", "doorverwezen", "maatregelen"]
"""Which dossiers a table looks at: what came in, what was closed, or all in which this came of it, open or closed."""

GEVOLGEN: tuple[Basis, ...] = ("bezwaren", "beroepen", "doorverwezen", "maatregelen")
"""What can come of a klacht: each a field of its record."""

Rows = Callable[[Labels, Periode], Pairs]


class Geval(NamedTuple):
    """A dossier in a period, as a table looks at it."""

    record: Cijferrecord
    stroom: Stroom
    periode: Periode
    labels: Labels

    @property
    def lijn(self) -> str:
        """The reglement it falls under."""
        return self.labels.lijn_of(self.record.versie, self.record.reglement)

    def rij(self, soort: str, sleutel: str) -> str:
        """Return the row of a key that the reglement names."""
        return self.labels.lijst(soort).row(self.lijn, sleutel)


@dataclass(frozen=True, slots=True)
class Tabelregel:
    """A table: see `views.overzicht.TabelView` for `soort`, `eenheid` and `vorm`.

    `tel` returns the row of each thing that is counted. The total is what is counted; of an `overlap`, the dossiers
    with at least one row. With `geen` the last row is for what has none of the others. `totaal_uit` names the table and
    the row that this table takes apart. `never` names the rows that everybody knows to be nothing, whatever happened.
    With `inside_only` the table is not for outside.
    """

    sleutel: str
    titel: str
    toelichting: str
    basis: Basis
    rijen: Rows
    tel: Callable[[Geval], Collection[str]]
    eenheid: str = "klachten"
    soort: Soort = "verdeling"
    vorm: str = "staaf"
    geen: bool = False
    totaal_uit: tuple[str, str] | None = None
    never: Callable[[Labels, Periode], frozenset[str]] = lambda _labels, _periode: frozenset()
    inside_only: bool = False


def fixed(*pairs: tuple[str, str]) -> Rows:
    """Let a table always have these rows."""
    return lambda _labels, _periode: pairs


def choices(keuzes: Iterable[Keuze], unknown: str = "Niet ingevuld") -> Rows:
    """Let a table have a row for each choice on a form, and one for none."""
    return fixed(*((keuze.sleutel, keuze.label) for keuze in keuzes), (ONBEKEND, unknown))


def from_reglement(soort: str, unknown: str = "Niet ingevuld") -> Rows:
    """Let a table have a row for each key of one kind in any version of the reglementen, and one for none."""

    def rows(labels: Labels, _periode: Periode) -> Pairs:
        return (*labels.lijst(soort).rows(), (ONBEKEND, unknown))

    return rows


def months(_labels: Labels, periode: Periode) -> Pairs:
    """Let a table have a row for each month of the period."""
    return periode.months()


def months_to_come(_labels: Labels, periode: Periode) -> frozenset[str]:
    """Return the months of which nothing can be known yet on the day up to which the figures go."""
    first = max(month_index(periode, periode.peil), 0) + 1
    return frozenset(map(str, range(first, month_index(periode, periode.tot) + 1)))


def not_in_the_reglement(
    gebeurtenissen: Mapping[str, str],
) -> Callable[[Labels, Periode], frozenset[str]]:
    """Return the rows whose gebeurtenis no reglement of the office knows in any version."""

    def rows(labels: Labels, _periode: Periode) -> frozenset[str]:
        return frozenset(
            row
            for row, soort in gebeurtenissen.items()
            if not any(soort in versie.reglement.stap_bij_gebeurtenis for versie in labels.versies)
        )

    return rows


def known(sleutel: str) -> tuple[str]:
    """Return the row of a key; that of what is not known for none."""
    return (sleutel or ONBEKEND,)
