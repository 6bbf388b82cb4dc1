"""Derives how long a dossier is kept: from when, until when, what is missing, what blocks destruction."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from klachtdesk.errors import InvalidInput
from klachtdesk.reglement.gebeurtenissen import BEEINDIGEND
from klachtdesk.reglement.kalender import kalender

if TYPE_CHECKING:
    from datetime import date

    from klachtdesk.reglement.dossier import DossierFeiten, Gebeurtenis
    from klachtdesk.reglement.schema import Duur, Reglement, Vereiste

BewaarStatus = Literal["geen_termijn", "loopt_niet", "loopt", "verstreken", "vernietigd"]

_UITSPRAKEN = ("bezwaar_uitspraak_verzonden", "beroep_uitspraak")

# What blocks destruction, by what it begins and by what it ends.
_BLOCKS = (
    ("bezwaar", "bezwaar_ontvangen", ("bezwaar_uitspraak_verzonden", "bezwaar_ingetrokken")),
    ("beroep", "beroep_ingesteld", ("beroep_uitspraak", "beroep_ingetrokken")),
    ("opgeschort", "bewaren_opgeschort", ("bewaren_hervat",)),
)

_DECIDED = "De directie besloot hoe lang dit dossier wordt bewaard."
_NOT_CLOSED = "Het dossier is nog niet afgesloten."
_NOT_CHOSEN = (
    "Het reglement noemt geen bewaartermijn. Het kantoor moet er een kiezen, met een motivering; "
    "tot dan wordt niets vernietigd."
)


@dataclass(frozen=True, slots=True)
class BewaarStand:
    """The bewaartermijn as it stands on the peildatum.

    `tot` is the last day on which the dossier is kept; `reden` is a Dutch sentence where the termijn does not
    run, or runs otherwise than the reglement says. `geblokkeerd_door` holds bezwaar, beroep and opgeschort.
    """

    status: BewaarStatus
    vanaf: date | None = None
    tot: date | None = None
    reden: str | None = None
    geblokkeerd_door: tuple[str, ...] = ()


def derive_bewaartermijn(
    reglement: Reglement, feiten: DossierFeiten, peildatum: date, *, gekozen: Duur | None = None
) -> BewaarStand:
    """Return how long a dossier is kept; `gekozen` is what the office chose where the text names no duur.

    Raises InvalidInput when a duur is chosen although the reglement names one, or when the last day would
    lie after the year 9999.
    """
    regel = reglement.bewaartermijn
    if gekozen is not None and regel.duur is not None:
        raise InvalidInput(
            f"Het reglement noemt zelf een bewaartermijn ({regel.vindplaats}); er valt er geen te kiezen."
        )
    blocked = _blocked_by(feiten)
    duur = regel.duur or gekozen
    closing = _closing(feiten)
    vanaf, missing = (None, _NOT_CLOSED) if closing is None else _vanaf(regel.vereist, feiten, closing)
    tot = _last_day(vanaf, duur, reglement) if vanaf is not None and duur is not None else None
    decided = (
        _decided_by_directie(feiten) if closing is not None and duur is not None and tot is None else None
    )
    if "vernietigd" in feiten.posities:
        return BewaarStand("vernietigd", vanaf if tot else None, tot, geblokkeerd_door=blocked)
    if duur is None:
        return BewaarStand("geen_termijn", reden=_NOT_CHOSEN, geblokkeerd_door=blocked)
    if decided is not None and closing is not None:
        vanaf, tot, missing = closing.datum, decided, _DECIDED
    if tot is None:
        return BewaarStand("loopt_niet", reden=missing, geblokkeerd_door=blocked)
    return BewaarStand("verstreken" if peildatum > tot else "loopt", vanaf, tot, missing, blocked)


def _closing(feiten: DossierFeiten) -> Gebeurtenis | None:
    """Return the last closing that no `heropend` undid."""
    ronde = feiten.rondes[-1]
    found = [
        position for soort in BEEINDIGEND for position in feiten.posities.get(soort, ()) if position in ronde
    ]
    return feiten.gebeurtenissen[max(found)] if found else None


def _vanaf(
    vereist: tuple[Vereiste, ...], feiten: DossierFeiten, closing: Gebeurtenis
) -> tuple[date | None, str | None]:
    """Return the day that is counted from, or None with the sentence that says what is missing."""
    ronde = feiten.rondes[-1]
    vanaf = closing.datum
    for vereiste in vereist:
        if any(feiten.first(soort, ronde) is not None for soort in vereiste.niet_bij):
            continue
        happened = [
            feiten.gebeurtenissen[position].datum
            for position in feiten.posities.get(vereiste.gebeurtenis, ())
            if position in ronde
        ]
        counting = [day for day in happened if day >= closing.datum or not vereiste.na_afsluiten]
        if not counting:
            return None, vereiste.anders
        vanaf = max(vanaf, counting[0])
    for soort in _UITSPRAKEN:
        for position in feiten.posities.get(soort, ()):
            vanaf = max(vanaf, feiten.gebeurtenissen[position].datum)
    return vanaf, None


def _last_day(vanaf: date, duur: Duur, reglement: Reglement) -> date:
    days = kalender(gelijkgestelde_dagen=reglement.gelijkgestelde_dagen)
    try:
        return days.add(vanaf, duur.aantal, duur.eenheid)
    except OverflowError as error:
        raise InvalidInput(
            "De bewaartermijn zou na het jaar 9999 eindigen.", "Controleer de datums."
        ) from error


def _decided_by_directie(feiten: DossierFeiten) -> date | None:
    """Return until when the directie decided to keep a dossier for which no termijn runs."""
    decided = [
        feiten.gebeurtenissen[position].bewaren_tot
        for position in feiten.posities.get("besluit_directie", ())
    ]
    return next((day for day in reversed(decided) if day is not None), None)


def _blocked_by(feiten: DossierFeiten) -> tuple[str, ...]:
    """Name what forbids destruction: what was begun last and has not ended since."""
    return tuple(
        name
        for name, begins, ends in _BLOCKS
        if feiten.posities.get(begins, (-1,))[-1]
        > max(feiten.posities.get(soort, (-1,))[-1] for soort in ends)
    )
