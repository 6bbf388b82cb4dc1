"""Tells in whole Dutch sentences until when a dossier is kept and how that came about."""

from __future__ import annotations

from typing import TYPE_CHECKING

from klachtdesk.dutch import long_date
from klachtdesk.reglement.explanation import dated, named, quotes
from klachtdesk.reglement.parts import PRAKTIJKREGEL

if TYPE_CHECKING:
    from collections.abc import Iterator

    from klachtdesk.reglement.bewaartermijn import BewaarStand
    from klachtdesk.reglement.schema import Duur, Reglement

_BLOCKED = {
    "bezwaar": "Er loopt nog een bezwaar",
    "beroep": "Er loopt nog een beroep",
    "opgeschort": "De vernietiging is opgeschort",
}


def explain_bewaren(
    reglement: Reglement, stand: BewaarStand, *, gekozen: Duur | None = None
) -> tuple[str, ...]:
    """Return until when a dossier is kept and why; `gekozen` is the duur that the office chose, if it did."""
    sentences = list(quotes(reglement, reglement.bewaartermijn))
    if stand.afgesloten_door is not None:
        sentences.append(f"Het dossier is afgesloten met {dated(stand.afgesloten_door)}.")
    if stand.reden is not None:
        sentences.append(stand.reden)
    duur = reglement.bewaartermijn.duur or gekozen
    if stand.vanaf is not None and stand.tot is not None and duur is not None:
        if gekozen is not None:
            sentences.append(f"Het kantoor koos een bewaartermijn van {gekozen}.")
        if stand.reden is None:
            sentences.extend(_begin(stand))
            sentences.append(
                f"De bewaartermijn van {duur} telt vanaf {long_date(stand.vanaf)}."
                if duur.aantal
                else "Daarna hoeft het dossier niet langer te worden bewaard."
            )
        sentences.append(f"De laatste dag waarop het dossier wordt bewaard, is {long_date(stand.tot)}.")
    if stand.vernietigd_op is not None:
        sentences.append(f"Het dossier is vernietigd op {long_date(stand.vernietigd_op)}.")
    forbids = ": het dossier mag niet worden vernietigd" if stand.vernietigd_op is None else ""
    sentences.extend(f"{_BLOCKED[name]}{forbids}." for name in stand.geblokkeerd_door)
    return tuple(sentences)


def _begin(stand: BewaarStand) -> Iterator[str]:
    """Tell what the count begins with, where that is not simply the closing."""
    for soort, because_of in stand.niet_vereist:
        yield f"Door {dated(because_of)} is {named(soort)} niet nodig ({PRAKTIJKREGEL})."
    if stand.vereist_door is not None:
        required = stand.vereist_door
        yield f"Ook {named(required.soort)} is nodig; dat was op {long_date(required.datum)}."
    if stand.verschoven_door is not None:
        later = stand.verschoven_door
        yield (
            f"{named(later.soort)} kwam later en verschuift het begin naar {long_date(later.datum)} ({PRAKTIJKREGEL})."
        )
