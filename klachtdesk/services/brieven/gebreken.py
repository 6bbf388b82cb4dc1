"""What a letter in the making still lacks: told while it is typed, and refused when it would become final."""

from collections.abc import Iterator, Sequence

from sqlalchemy.orm import Session

from klachtdesk.services.brieven.geadresseerden import Geadresseerde
from klachtdesk.services.brieven.ontwerp import Briefstap, Ontwerp, values_for
from klachtdesk.services.brieven.views import asked_of
from klachtdesk.services.desk import Desk
from klachtdesk.views.brief import BriefInvoer

_NO_MACHTIGING = (
    "Er is nog geen volledige machtiging van {naam}. Stuur brieven tot die tijd alleen aan de melder."
)
_NOBODY = "Vul de naam en het adres in van wie deze brief krijgt."


def remarks_on(
    session: Session, desk: Desk, stap: Briefstap, invoer: BriefInvoer, ontwerpen: Sequence[Ontwerp]
) -> Iterator[str]:
    """Yield what deserves attention, each a whole sentence."""
    missing = [
        veld.label
        for veld in asked_of(session, desk, stap)
        if veld.verplicht and not invoer.velden.get(veld.sleutel, "").strip()
    ]
    missing += _missing_vrij(session, desk, stap, invoer, ontwerpen[0].aan).values()
    if missing:
        yield f"Nog in te vullen: {', '.join(label.lower() for label in missing)}."
    for item in ontwerpen:
        if item.aan.sleutel in stap.onbevoegd:
            yield _NO_MACHTIGING.format(naam=item.aan.naam)
        if not item.aan.naam:
            yield _NOBODY
        elif not item.aan.bereikbaar:
            yield f"Het adres van {item.aan.naam} is niet volledig. Vul het aan, of stuur de brief per e-mail."


def faults_in(
    session: Session, desk: Desk, stap: Briefstap, invoer: BriefInvoer, aan: Geadresseerde
) -> dict[str, str]:
    """Return what keeps a letter from being final beside its gebeurtenis, by field."""
    missing = _missing_vrij(session, desk, stap, invoer, aan)
    faults = {key: f"Vul in: {label.lower()}." for key, label in missing.items()}
    return faults if aan.naam else {**faults, "adres": _NOBODY}


def _missing_vrij(
    session: Session, desk: Desk, stap: Briefstap, invoer: BriefInvoer, aan: Geadresseerde
) -> dict[str, str]:
    """Return the labels of the free parts that have to be filled in and are not, by key."""
    parts = stap.sjabloon.vrij
    depends = any(part.verplicht_zonder for part in parts)
    waarden = values_for(session, desk, stap, invoer, aan) if depends else {}
    return {
        f"vrij.{part.sleutel}": part.label
        for part in parts
        if part.is_verplicht(waarden) and not invoer.vrij.get(part.sleutel, part.standaard).strip()
    }
