"""Derives what may happen next in a dossier and why not, and where it stands: from the reglement and what happened.

Nothing here is stored, and nothing knows a reglement by name: the stappen stand in its file.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from klachtdesk.dutch import long_date
from klachtdesk.errors import NotAllowed
from klachtdesk.reglement.procedure_eisen import NEVER, Deelnemer, Situatie, unmet
from klachtdesk.reglement.procedure_invoer import invoer_redenen, usable_gronden
from klachtdesk.reglement.procedure_kern import ASKS_FOR_MORE, is_let_through, kern_redenen, ontbreekt
from klachtdesk.reglement.procedure_redenen import Reden, reden
from klachtdesk.reglement.procedure_status import DossierStatus, StapStand, derive_status

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from klachtdesk.reglement.dossier import DossierFeiten, Gebeurtenis
    from klachtdesk.reglement.schema import Reglement
    from klachtdesk.reglement.stappen import Stap
    from klachtdesk.reglement.termijnen import TermijnStand

_BY_DECISION = "Alleen een besluit van de directie, met een motivering, kan deze stap toch toelaten."
_NOBODY = Deelnemer(None, "", "")


@dataclass(frozen=True, slots=True)
class Procedure:
    """All stappen of a dossier, in the order of the reglement, and where it stands."""

    stappen: tuple[StapStand, ...]
    status: DossierStatus

    def stand(self, soort: str, persoon: str | None = None) -> StapStand | None:
        """Return how one stap stands, for this person if one is given; None when this reglement does not know it."""
        return next(
            (
                stand
                for stand in self.stappen
                if stand.soort == soort and (persoon is None or stand.persoon == persoon)
            ),
            None,
        )


def derive_stappen(reglement: Reglement, feiten: DossierFeiten, peildatum: date) -> Procedure:
    """Return every stap of the reglement: possible now, or with the reasons why not.

    The feiten must have been validated, and hold nothing after the peildatum. Raises GebeurtenisError when a termijn
    would end after the year 9999.
    """
    situatie = Situatie(reglement, feiten, peildatum)
    met_by: dict[str, list[TermijnStand]] = {}
    for stand in situatie.termijnen:
        if stand.status in {"open", "te_laat"}:
            for soort in stand.loop.regel.voldaan_door:
                met_by.setdefault(soort, []).append(stand)
    stappen = tuple(
        _stand(stap, deelnemer, situatie, tuple(met_by.get(stap.gebeurtenis, ())))
        for stap in reglement.stappen
        for deelnemer in _asked_of(stap, situatie)
    )
    return Procedure(stappen, derive_status(stappen, situatie))


def check_stap(reglement: Reglement, feiten: DossierFeiten, gebeurtenis: Gebeurtenis) -> None:
    """Raise NotAllowed, with every reason, when this can't be recorded on its date beside what else happened.

    `feiten` are those without it. What happened after its date is left out, so that something that was forgotten
    can be recorded later. Whether the list can be true with it is for `validation` to say.
    """
    found = redenen_against(reglement, feiten, gebeurtenis)
    if found:
        artikel = next((item.artikel for item in found if item.artikel), None)
        hint = "" if any(item.vast for item in found) else _BY_DECISION
        raise NotAllowed(" ".join(item.zin for item in found), hint, artikel=artikel)


def redenen_against(
    reglement: Reglement, feiten: DossierFeiten, gebeurtenis: Gebeurtenis
) -> tuple[Reden, ...]:
    """Return why a gebeurtenis can't be recorded, as `check_stap`; empty when it can."""
    earlier = tuple(item for item in feiten.gebeurtenissen if item.datum <= gebeurtenis.datum)
    situatie = Situatie(reglement, replace(feiten, gebeurtenissen=earlier), gebeurtenis.datum)
    stap = reglement.stap_bij_gebeurtenis.get(gebeurtenis.soort)
    if stap is None:
        if is_let_through(gebeurtenis.soort, situatie):
            return ()
        return (reden("dit reglement kent deze stap niet."),)
    deelnemer = next(
        (item for item in _asked_of(stap, situatie) if item.sleutel == gebeurtenis.persoon),
        None if stap.per else _NOBODY,
    )
    if deelnemer is None:
        return (
            reden(f"kies voor deze stap een {' of '.join(stap.per)}.", stap, velden=("persoon",), vast=True),
        )
    found, _ = _redenen(stap, deelnemer, situatie, _happened(stap, deelnemer, situatie))
    return (
        *found,
        *invoer_redenen(stap, deelnemer, gebeurtenis, situatie),
        *_happens_later(stap, gebeurtenis, feiten, situatie),
    )


def _asked_of(stap: Stap, situatie: Situatie) -> list[Deelnemer]:
    """Return of whom a stap asks something: of nobody in particular where it is not one `per` person."""
    return situatie.people(stap.per) if stap.per else [_NOBODY]


def _stand(
    stap: Stap, deelnemer: Deelnemer, situatie: Situatie, termijnen: tuple[TermijnStand, ...]
) -> StapStand:
    happened = _happened(stap, deelnemer, situatie)
    redenen, besluit = _redenen(stap, deelnemer, situatie, happened)
    return StapStand(
        regel=stap,
        persoon=deelnemer.sleutel,
        redenen=redenen,
        gebeurd=happened != NEVER,
        gronden=usable_gronden(stap, deelnemer, situatie),
        termijnen=termijnen,
        besluit=besluit,
        ontbreekt=ontbreekt(situatie) if stap.gebeurtenis == ASKS_FOR_MORE else (),
    )


def _redenen(
    stap: Stap, deelnemer: Deelnemer, situatie: Situatie, happened: int
) -> tuple[tuple[Reden, ...], bool]:
    """Return why a stap is not possible, and whether a besluit of the directie set reasons aside."""
    found = tuple(_every_reden(stap, deelnemer, situatie, happened))
    if not found or not is_let_through(stap.gebeurtenis, situatie):
        return found, False
    kept = tuple(item for item in found if item.vast)
    return kept, kept != found


def _every_reden(stap: Stap, deelnemer: Deelnemer, situatie: Situatie, happened: int) -> Iterator[Reden]:
    core = tuple(kern_redenen(stap, situatie))
    yield from core
    if stap.per and deelnemer.sleutel is None:
        yield reden(f"er is nog geen {deelnemer.rol} vastgelegd.", vast=True)
    once = happened != NEVER and not stap.herhaalbaar
    if once and not any(item.vast for item in core):
        day = situatie.feiten.gebeurtenissen[happened].datum
        yield reden(f"dit is al gebeurd op {long_date(day)}.", persoon=deelnemer.sleutel)
    for eis in stap.eisen:
        yield from unmet(eis, stap, situatie)


def _happened(stap: Stap, deelnemer: Deelnemer, situatie: Situatie) -> int:
    """Return where this stap happened last in this ronde, for this person, and since what makes it due again."""
    position = situatie.last_of((stap.voorval,), persoon=deelnemer.sleutel, ooit=stap.eenmalig)
    if position == NEVER or not stap.opnieuw_na:
        return position
    return position if position > situatie.last_of(stap.opnieuw_na) else NEVER


def _happens_later(
    stap: Stap, gebeurtenis: Gebeurtenis, feiten: DossierFeiten, situatie: Situatie
) -> Iterator[Reden]:
    """Refuse a second one in a ronde, also when it is dated before the first."""
    if stap.herhaalbaar or stap.opnieuw_na:
        return
    ronde = feiten.rondes[len(situatie.feiten.rondes) - 1]
    for position in feiten.posities.get(stap.gebeurtenis, ()):
        other = feiten.gebeurtenissen[position]
        later = position in ronde and other.datum > gebeurtenis.datum
        if later and (not stap.per or other.persoon == gebeurtenis.persoon):
            yield reden(f"dit is al gebeurd op {long_date(other.datum)}.", vast=True)
