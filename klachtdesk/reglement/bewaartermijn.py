"""Derives how long a dossier is kept: from when, until when, what is missing, what blocks destruction."""

from __future__ import annotations

from dataclasses import dataclass, replace
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

    The others tell how it came about, see `explanation_bewaren.explain_bewaren`: what closed the dossier, what
    the reglement requires and came later than that, the kinds it does not require and because of what, and the
    uitspraak that moved the begin.
    """

    status: BewaarStatus
    vanaf: date | None = None
    tot: date | None = None
    reden: str | None = None
    geblokkeerd_door: tuple[str, ...] = ()
    afgesloten_door: Gebeurtenis | None = None
    vereist_door: Gebeurtenis | None = None
    niet_vereist: tuple[tuple[str, Gebeurtenis], ...] = ()
    verschoven_door: Gebeurtenis | None = None
    vernietigd_op: date | None = None


@dataclass(frozen=True, slots=True)
class _Begin:
    """From when is counted and what led to that; without a day, `missing` is the sentence that says why."""

    vanaf: date | None = None
    missing: str | None = None
    vereist_door: Gebeurtenis | None = None
    niet_vereist: tuple[tuple[str, Gebeurtenis], ...] = ()
    verschoven_door: Gebeurtenis | None = None


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
    duur = regel.duur or gekozen
    closing = _closing(feiten)
    begin = _Begin(missing=_NOT_CLOSED) if closing is None else _begin(regel.vereist, feiten, closing)
    tot = _last_day(begin.vanaf, duur, reglement) if begin.vanaf is not None and duur is not None else None
    stand = BewaarStand(
        status="loopt_niet",
        reden=begin.missing,
        geblokkeerd_door=_blocked_by(feiten),
        afgesloten_door=closing,
        vereist_door=begin.vereist_door,
        niet_vereist=begin.niet_vereist,
        verschoven_door=begin.verschoven_door,
        vernietigd_op=_vernietigd_op(feiten),
    )
    if stand.vernietigd_op is not None:
        return replace(stand, status="vernietigd", vanaf=begin.vanaf if tot else None, tot=tot, reden=None)
    if duur is None:
        return replace(stand, status="geen_termijn", reden=_NOT_CHOSEN)
    vanaf = begin.vanaf
    if closing is not None and tot is None and (decided := _decided_by_directie(feiten)) is not None:
        vanaf, tot, stand = closing.datum, decided, replace(stand, reden=_DECIDED)
    if tot is None:
        return stand
    return replace(stand, status="verstreken" if peildatum > tot else "loopt", vanaf=vanaf, tot=tot)


def _closing(feiten: DossierFeiten) -> Gebeurtenis | None:
    """Return the last closing that no `heropend` undid."""
    ronde = feiten.rondes[-1]
    found = [
        position for soort in BEEINDIGEND for position in feiten.posities.get(soort, ()) if position in ronde
    ]
    return feiten.gebeurtenissen[max(found)] if found else None


def _begin(vereist: tuple[Vereiste, ...], feiten: DossierFeiten, closing: Gebeurtenis) -> _Begin:
    """Return the day that is counted from: the closing, or what is required or was decided after it."""
    ronde = feiten.rondes[-1]
    vanaf, vereist_door, verschoven_door = closing.datum, None, None
    niet_vereist: list[tuple[str, Gebeurtenis]] = []
    for vereiste in vereist:
        lifting = [at for soort in vereiste.niet_bij if (at := feiten.first(soort, ronde)) is not None]
        if lifting:
            niet_vereist.append((vereiste.gebeurtenis, feiten.gebeurtenissen[lifting[0]]))
            continue
        counting = [
            happened
            for happened in _all_of(vereiste.gebeurtenis, feiten, ronde)
            if happened.datum >= closing.datum or not vereiste.na_afsluiten
        ]
        if not counting:
            return _Begin(missing=vereiste.anders)
        if counting[0].datum > vanaf:
            vanaf, vereist_door = counting[0].datum, counting[0]
    for soort in _UITSPRAKEN:
        for uitspraak in _all_of(soort, feiten):
            if uitspraak.datum > vanaf:
                vanaf, verschoven_door = uitspraak.datum, uitspraak
    return _Begin(vanaf, None, vereist_door, tuple(niet_vereist), verschoven_door)


def _all_of(soort: str, feiten: DossierFeiten, ronde: range | None = None) -> list[Gebeurtenis]:
    """Return the gebeurtenissen of a kind in counting order, of one ronde or of all."""
    return [
        feiten.gebeurtenissen[position]
        for position in feiten.posities.get(soort, ())
        if ronde is None or position in ronde
    ]


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
    decided = [besluit.bewaren_tot for besluit in _all_of("besluit_directie", feiten)]
    return next((day for day in reversed(decided) if day is not None), None)


def _vernietigd_op(feiten: DossierFeiten) -> date | None:
    return next((vernietigd.datum for vernietigd in _all_of("vernietigd", feiten)), None)


def _blocked_by(feiten: DossierFeiten) -> tuple[str, ...]:
    """Name what forbids destruction: what was begun last and has not ended since."""
    return tuple(
        name
        for name, begins, ends in _BLOCKS
        if feiten.posities.get(begins, (-1,))[-1]
        > max(feiten.posities.get(soort, (-1,))[-1] for soort in ends)
    )
