"""From the records of a dossier to the facts that the reglement derives everything from."""

from collections.abc import Iterator
from datetime import date

from sqlalchemy.orm import Session, object_session

from klachtdesk.models import Dossier
from klachtdesk.models import Gebeurtenis as Record
from klachtdesk.reglement.bewaartermijn import BewaarStand, derive_bewaartermijn
from klachtdesk.reglement.dossier import DossierFeiten, Gebeurtenis, Persoon
from klachtdesk.reglement.termijnen import TermijnStand, derive_termijnen
from klachtdesk.services.formulier_records import counting_events
from klachtdesk.services.kantoor.bewaarkeuze import gekozen_bewaartermijn
from klachtdesk.services.reglementen import reglement_of

NOT_REACHED = "niet_bereikt"
"""A call that nobody answered stands on the tijdlijn, but is no contact (Klassewerk 2: telefonisch contact)."""


def feiten_of(dossier: Dossier) -> DossierFeiten:
    """Return what termijnen need of a dossier: its events that count, and its people. Cheap enough for lists."""
    happened = (item for item in counting_events(dossier) if item.velden.get("uitkomst") != NOT_REACHED)
    return DossierFeiten(tuple(map(gebeurtenis_of, happened)), tuple(_people(dossier)))


def gebeurtenis_of(record: Record) -> Gebeurtenis:
    """Return a stored event as the reglement reads it."""
    velden = record.velden
    return Gebeurtenis(
        soort=record.soort,
        datum=record.datum,
        ref=record.ref,
        persoon=None if record.persoon_id is None else str(record.persoon_id),
        termijn=velden.get("termijn"),
        tot=_day(velden.get("tot")),
        reden=velden.get("reden"),
        grond=velden.get("grond"),
        bewaren_tot=_day(velden.get("bewaren_tot")),
        velden=velden,
    )


def termijnen_of(dossier: Dossier, vandaag: date) -> tuple[TermijnStand, ...]:
    """Return the termijnen of a dossier as they stand today."""
    return derive_termijnen(reglement_of(dossier.reglement_versie), feiten_of(dossier), vandaag)


def bewaren_of(dossier: Dossier, vandaag: date) -> BewaarStand:
    """Return until when a dossier is kept, as it stands today."""
    gekozen = gekozen_bewaartermijn(_session_of(dossier), dossier.reglement_versie)
    reglement = reglement_of(dossier.reglement_versie)
    return derive_bewaartermijn(reglement, feiten_of(dossier), vandaag, gekozen=gekozen)


def _session_of(dossier: Dossier) -> Session:
    session = object_session(dossier)
    if session is None:
        raise RuntimeError("a dossier is only read within its transaction")
    return session


def _people(dossier: Dossier) -> Iterator[Persoon]:
    for item in dossier.betrokkenheden:
        yield Persoon(str(item.persoon_id), item.rol, afdeling=item.persoon.afdeling or None)


def _day(text: str | None) -> date | None:
    return date.fromisoformat(text) if text else None
