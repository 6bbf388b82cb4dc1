"""From the records of a dossier to the facts that the reglement derives everything from."""

from datetime import date

from klachtdesk.models import Dossier
from klachtdesk.models import Gebeurtenis as Record
from klachtdesk.reglement.bewaartermijn import BewaarStand, derive_bewaartermijn
from klachtdesk.reglement.dossier import DossierFeiten, Gebeurtenis, Persoon
from klachtdesk.reglement.termijnen import TermijnStand, derive_termijnen
from klachtdesk.services.formulier_records import counting_events
from klachtdesk.services.reglementen import reglement_of

NOT_REACHED = "niet_bereikt"
"""A call that nobody answered stands on the tijdlijn, but is no contact (Klassewerk 2: telefonisch contact)."""


def feiten_of(dossier: Dossier) -> DossierFeiten:
    """Return the facts of a dossier: its events that count, in the order in which they stand, and its people."""
    personen = tuple(Persoon(str(item.persoon_id), item.rol) for item in dossier.betrokkenheden)
    happened = (item for item in counting_events(dossier) if item.velden.get("uitkomst") != NOT_REACHED)
    return DossierFeiten(tuple(map(gebeurtenis_of, happened)), personen)


def gebeurtenis_of(record: Record) -> Gebeurtenis:
    """Return a stored event as the reglement reads it."""
    velden = record.velden
    return Gebeurtenis(
        soort=record.soort,
        datum=record.datum,
        ref=record.ref,
        termijn=velden.get("termijn"),
        tot=date.fromisoformat(velden["tot"]) if velden.get("tot") else None,
        reden=velden.get("reden"),
        grond=velden.get("grond"),
        persoon=None if record.persoon_id is None else str(record.persoon_id),
        bewaren_tot=date.fromisoformat(velden["bewaren_tot"]) if velden.get("bewaren_tot") else None,
    )


def termijnen_of(dossier: Dossier, vandaag: date) -> tuple[TermijnStand, ...]:
    """Return the termijnen of a dossier as they stand today."""
    return derive_termijnen(reglement_of(dossier.reglement_versie), feiten_of(dossier), vandaag)


def bewaren_of(dossier: Dossier, vandaag: date) -> BewaarStand:
    """Return until when a dossier is kept, as it stands today."""
    return derive_bewaartermijn(reglement_of(dossier.reglement_versie), feiten_of(dossier), vandaag)
