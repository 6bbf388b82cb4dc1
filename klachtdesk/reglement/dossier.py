"""The facts of a dossier from which all else is derived: what happened, who is in it, what is filled in."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cached_property
from operator import attrgetter
from typing import TYPE_CHECKING

from klachtdesk.reglement.gebeurtenissen import AFSLUITEND

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

    from klachtdesk.reglement.parts import Duur

_OWN_ATTRIBUTES = frozenset({"ref", "termijn", "reden", "grond", "persoon"})


@dataclass(frozen=True, slots=True)
class Persoon:
    """Somebody in the dossier: a key without meaning (no name) and the rol in which they are in it.

    The rollen that mean something here are melder, klager, betrokkene, behandelaar, invuller (of the intern
    klachtenformulier), beoordelaar (of a bezwaar) and gebruiker (of the program, at this office). Who has two rollen
    is listed twice. `functie` is the key of the functionaris of the reglement that they are, `afdeling` the part of
    the office they work in.
    """

    sleutel: str
    rol: str
    afdeling: str | None = None
    functie: str | None = None


@dataclass(frozen=True, slots=True)
class Gebeurtenis:
    """One thing that happened, on a calendar date.

    `ref` tells consequenties and verbetermaatregelen apart; `termijn`, `tot`, `reden` and `grond` belong to a
    verdaging; `bewaren_tot` to a besluit_directie. `persoon` is the key of who it is about. `plaats` is its
    place (from 1) in the list it came in, for messages. `velden` holds its other recorded fields as text;
    several persons or gronden in one field are their keys with blanks between them.
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
    velden: Mapping[str, str] = field(default_factory=dict, hash=False)

    def waarde(self, veld: str) -> str:
        """Return what was recorded in a field, without blanks around it; empty when nothing was."""
        found = getattr(self, veld) if veld in _OWN_ATTRIBUTES else None
        return (found or self.velden.get(veld, "")).strip()


@dataclass(frozen=True)
class DossierFeiten:
    """What is known of a dossier. The gebeurtenissen are put in counting order: by date, else as given.

    `ingevuld` holds the form keys that are filled in (`invulvelden.INVULVELDEN`), `datum_gebeurtenis` the date
    on the form of what the klacht is about, and `gekozen_bewaartermijn` what the office chose where its
    reglement names none. `eenmanskantoor` tells that one person does everything there.

    `validation.validate_gebeurtenissen` says whether such a list can be true; the rest of this package
    relies on that.
    """

    gebeurtenissen: tuple[Gebeurtenis, ...] = ()
    personen: tuple[Persoon, ...] = ()
    ingevuld: frozenset[str] = frozenset()
    datum_gebeurtenis: date | None = None
    gekozen_bewaartermijn: Duur | None = None
    eenmanskantoor: bool = False

    def __post_init__(self) -> None:
        in_order = tuple(sorted(self.gebeurtenissen, key=attrgetter("datum")))
        object.__setattr__(self, "gebeurtenissen", in_order)

    @cached_property
    def posities(self) -> Mapping[str, tuple[int, ...]]:
        """For each kind of gebeurtenis, where it stands in the counting order."""
        found: dict[str, tuple[int, ...]] = {}
        for position, gebeurtenis in enumerate(self.gebeurtenissen):
            soort = gebeurtenis.soort
            found[soort] = (*found[soort], position) if soort in found else (position,)
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
        for position in self.posities.get(soort, ()):
            if position in within:
                return position
        return None

    @cached_property
    def sluitingen(self) -> tuple[int | None, ...]:
        """The position of what closed each ronde for its termijnen, or None while that is open."""
        closed = sorted([position for soort in AFSLUITEND for position in self.posities.get(soort, ())])
        return tuple([next(filter(ronde.__contains__, closed), None) for ronde in self.rondes])
