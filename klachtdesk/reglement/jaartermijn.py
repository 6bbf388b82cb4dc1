"""Derives when the yearly bespreking or analyse of the office as a whole is due."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from klachtdesk.reglement.kalender import kalender

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

    from klachtdesk.reglement.schema import Jaartermijn, Reglement


@dataclass(frozen=True, slots=True)
class JaarStand:
    """The yearly termijn on the peildatum; `is_first` tells that there has been no bespreking yet."""

    regel: Jaartermijn
    start: date
    einde: date
    streefdatum: date
    status: Literal["open", "te_laat"]
    is_first: bool


def derive_jaartermijn(
    reglement: Reglement, besproken_op: Iterable[date], first_ontvangen: date | None, peildatum: date
) -> JaarStand | None:
    """Return when all klachten must be discussed again, or None when nothing calls for it (yet).

    It counts from the last bespreking, or from the receipt of the first klacht ever while there was none.
    """
    regel = reglement.jaartermijn
    last = max(besproken_op, default=None)
    start = last or first_ontvangen
    if regel is None or start is None:
        return None
    days = kalender(gelijkgestelde_dagen=reglement.gelijkgestelde_dagen)
    einde = days.add(start, regel.duur.aantal, regel.duur.eenheid)
    return JaarStand(
        regel=regel,
        start=start,
        einde=einde,
        streefdatum=days.last_werkdag(einde, not_before=start) or einde,
        status="te_laat" if peildatum > einde else "open",
        is_first=last is None,
    )
