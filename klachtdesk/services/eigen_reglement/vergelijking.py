"""What a reglement in the making would do to a dossier: its dates under the old rules beside those under the new."""

from collections.abc import Iterator
from datetime import date, timedelta

from klachtdesk.errors import InvalidInput
from klachtdesk.reglement.bewaartermijn import derive_bewaartermijn
from klachtdesk.reglement.dossier import DossierFeiten, Gebeurtenis
from klachtdesk.reglement.schema import Duur, Reglement
from klachtdesk.reglement.termijnen import TermijnStand, derive_termijnen
from klachtdesk.views.reglementbeheer import Vergelijking, VergelijkingRegel

_EXAMPLE = (
    (0, "ontvangen", None),
    (0, "doorgezonden", None),
    (3, "reactie_verzonden", None),
    (14, "verbetermaatregel_vastgesteld", "M1"),
    (21, "oordeel_verzonden", None),
    (21, "consequenties_vastgesteld", "C1"),
    (28, "tevredenheid_bevestigd", None),
    (28, "afgehandeld", None),
    (35, "bezwaar_ontvangen", None),
)
"""What happens in the example, in days after the receipt: something from which each kind of termijn can start."""


def example(ontvangen_op: date) -> DossierFeiten:
    """Return a made-up klacht in which much happens."""
    return DossierFeiten(
        tuple(Gebeurtenis(soort, ontvangen_op + timedelta(days=day), ref=ref) for day, soort, ref in _EXAMPLE)
    )


def compare(
    voorbeeld: str,
    feiten: DossierFeiten,
    old: tuple[Reglement, Duur | None],
    new: tuple[Reglement, Duur | None],
    peildatum: date,
) -> Vergelijking:
    """Return the dates of a dossier under two reglementen, each with the bewaartermijn the office chose for it."""
    return Vergelijking(
        voorbeeld,
        tuple(_rows(old[0], new[0], feiten, peildatum)),
        _kept_until(*old, feiten, peildatum),
        _kept_until(*new, feiten, peildatum),
    )


def _rows(
    old: Reglement, new: Reglement, feiten: DossierFeiten, peildatum: date
) -> Iterator[VergelijkingRegel]:
    was, now = (
        {
            (stand.termijn, stand.ref, stand.ronde): stand
            for stand in derive_termijnen(item, feiten, peildatum)
        }
        for item in (old, new)
    )
    for key in [*was, *(key for key in now if key not in was)]:
        before, after = was.get(key), now.get(key)
        shown = after or before
        if shown is not None:
            yield VergelijkingRegel(
                label=shown.label,
                artikel=shown.artikel,
                oud=_einde(before),
                nieuw=_einde(after),
                oud_streefdatum=None if before is None else before.streefdatum,
                nieuw_streefdatum=None if after is None else after.streefdatum,
                gewijzigd=_dates(before) != _dates(after),
            )


def _einde(stand: TermijnStand | None) -> date | None:
    return None if stand is None else stand.einde


def _dates(stand: TermijnStand | None) -> tuple[date | None, date | None]:
    return (None, None) if stand is None else (stand.einde, stand.streefdatum)


def _kept_until(
    reglement: Reglement, gekozen: Duur | None, feiten: DossierFeiten, peildatum: date
) -> date | None:
    chosen = None if reglement.bewaartermijn.duur is not None else gekozen
    try:
        return derive_bewaartermijn(reglement, feiten, peildatum, gekozen=chosen).tot
    except InvalidInput:  # the last day would lie after the year 9999
        return None
