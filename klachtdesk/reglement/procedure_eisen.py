"""Judges the eisen of a stap against what happened, and says in Dutch what is still missing.

A `Situatie` is a dossier at one moment: it looks things up for all stappen, and knows nothing of what a stap means.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from klachtdesk.reglement.dossier import Persoon
from klachtdesk.reglement.gebeurtenissen import BEEINDIGEND
from klachtdesk.reglement.onafhankelijkheid import behandelaar_of
from klachtdesk.reglement.procedure_redenen import Reden, name_of, reden, reden_missing
from klachtdesk.reglement.stappen import IN_ROL
from klachtdesk.reglement.termijnen import derive_termijnen
from klachtdesk.reglement.validation import Course

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from datetime import date

    from klachtdesk.reglement.dossier import DossierFeiten, Gebeurtenis
    from klachtdesk.reglement.procedure_redenen import RestsOn
    from klachtdesk.reglement.schema import Reglement
    from klachtdesk.reglement.stappen import Eis, Voorval
    from klachtdesk.reglement.termijnen import TermijnStand

NEVER = -1
"""The position of what did not happen."""


@dataclass(frozen=True, slots=True)
class Deelnemer:
    """Somebody of whom a stap asks something: their key (None while nobody was named) and how they are called."""

    sleutel: str | None
    rol: str
    naam: str


@dataclass(frozen=True)
class Situatie:
    """A dossier on the peildatum. The feiten must have been validated."""

    reglement: Reglement
    feiten: DossierFeiten
    peildatum: date

    @cached_property
    def termijnen(self) -> tuple[TermijnStand, ...]:
        """Its termijnen."""
        return derive_termijnen(self.reglement, self.feiten, self.peildatum)

    @cached_property
    def course(self) -> Course:
        """What can't follow on what happened, in any reglement."""
        course = Course(in_dossier=True)
        for gebeurtenis in self.feiten.gebeurtenissen:
            course.add(gebeurtenis)
        return course

    @cached_property
    def since(self) -> int:
        """Where the ronde that runs now begins."""
        return self.feiten.rondes[-1].start

    @cached_property
    def closed_by(self) -> Gebeurtenis | None:
        """What closed this ronde, or None while it is open (again)."""
        taken_up = self.last("alsnog_in_behandeling")
        found = [
            position
            for soort in BEEINDIGEND
            for position in self.feiten.posities.get(soort, ())
            if position >= self.since and not (soort == "niet_in_behandeling" and position < taken_up)
        ]
        return self.feiten.gebeurtenissen[min(found)] if found else None

    @cached_property
    def _people(self) -> dict[str, tuple[Persoon, ...]]:
        """The people by their rol, each once; the klager is the melder as long as there is no other."""
        people: dict[str, tuple[Persoon, ...]] = {}
        for persoon in self.feiten.personen:
            others = people.get(persoon.rol, ())
            if all(persoon.sleutel != other.sleutel for other in others):
                people[persoon.rol] = (*others, persoon)
        melders = people.get("melder", ())
        people.setdefault("klager", melders)
        known = {melder.sleutel for melder in melders}
        people["gemachtigde"] = tuple(
            persoon for persoon in people["klager"] if known and persoon.sleutel not in known
        )
        behandelaar = behandelaar_of(self.feiten)
        people["behandelaar"] = (Persoon(behandelaar, "behandelaar"),) if behandelaar else ()
        return people

    def people(self, rollen: tuple[str, ...]) -> list[Deelnemer]:
        """Return everybody in these rollen, each once; there always is a klager, even before one was named."""
        seen: set[str] = set()
        found: list[Deelnemer] = []
        for rol in rollen:
            in_rol = self._people.get(rol, ())
            for number, persoon in enumerate(in_rol, 1):
                if persoon.sleutel not in seen:
                    seen.add(persoon.sleutel)
                    name = name_of(rol, number if len(in_rol) > 1 else 0)
                    found.append(Deelnemer(persoon.sleutel, rol, name))
            if rol == "klager" and not in_rol:
                found.append(Deelnemer(None, rol, name_of(rol)))
        return found

    def last(self, soort: str) -> int:
        """Return where a kind of gebeurtenis stands last in this ronde, or NEVER."""
        positions = self.feiten.posities.get(soort)
        return positions[-1] if positions and positions[-1] >= self.since else NEVER

    def last_of(self, events: Iterable[Voorval], *, persoon: str | None = None, ooit: bool = False) -> int:
        """Return where the last of these events stands in this ronde (`ooit`: in the dossier), or NEVER."""
        found = NEVER
        first = 0 if ooit else self.since
        for event in events:
            for position in reversed(self.feiten.posities.get(event.soort, ())):
                if position < first or position < found:
                    break
                gebeurtenis = self.feiten.gebeurtenissen[position]
                if (persoon is None or gebeurtenis.persoon == persoon) and self._matches(event, gebeurtenis):
                    found = position
                    break
        return found

    def missing(self, wanted: Iterable[tuple[str, ...]]) -> tuple[tuple[str, ...], ...]:
        """Return the form fields (or sets of which any would do) that are not filled in."""
        return tuple(keys for keys in wanted if self.feiten.ingevuld.isdisjoint(keys))

    def _matches(self, event: Voorval, gebeurtenis: Gebeurtenis) -> bool:
        if event.veld is None:
            return True
        if event.veld == IN_ROL:
            return any(
                persoon.sleutel == gebeurtenis.persoon for persoon in self._people.get(event.waarde, ())
            )
        found = gebeurtenis.waarde(event.veld)
        return found == event.waarde or event.waarde in found.split()


def unmet(eis: Eis, rests_on: RestsOn, situatie: Situatie) -> Iterator[Reden]:
    """Yield why an eis is not met: nothing when it is, and with `elk` a reason for each person.

    An eis that names no clause of its own rests on what it is part of.
    """
    rests_on = eis if eis.clausule else rests_on
    if eis.ingevuld:
        if missing := situatie.missing(eis.ingevuld):
            yield reden_missing(eis.anders, missing, rests_on)
        return
    since = situatie.last_of(eis.na, ooit=eis.ooit)
    if eis.elk:
        for deelnemer in situatie.people(eis.elk):
            sleutel = deelnemer.sleutel
            if sleutel is None or situatie.last_of(eis.gebeurd, persoon=sleutel, ooit=eis.ooit) <= since:
                yield reden(eis.anders.replace("{persoon}", deelnemer.naam), rests_on, persoon=sleutel)
        return
    happened = situatie.last_of(eis.gebeurd or eis.niet_gebeurd, ooit=eis.ooit) > since
    if happened != bool(eis.gebeurd):
        yield reden(eis.anders, rests_on)
