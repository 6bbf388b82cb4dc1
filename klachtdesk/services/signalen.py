"""What the program points out by itself in a dossier, with what only the other dossiers know."""

from collections.abc import Iterator
from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session, selectinload

from klachtdesk.models import Betrokkenheid, Dossier, Formulier, Kantoor, Persoon
from klachtdesk.reglement.gebeurtenissen import BEEINDIGEND
from klachtdesk.reglement.kalender import kalender
from klachtdesk.reglement.onafhankelijkheid import derive_belemmeringen
from klachtdesk.reglement.schema import Duur, Reglement
from klachtdesk.reglement.signalen import Omgeving, derive_signalen
from klachtdesk.services.dubbele_personen import doubles_in
from klachtdesk.services.formulier_records import counting_events
from klachtdesk.services.kandidaten import substitute_words
from klachtdesk.services.procedure_feiten import procedure_feiten
from klachtdesk.services.reglementen import reglement_of
from klachtdesk.services.status import is_open, ontvangen_op
from klachtdesk.services.vergissingen import is_vergissing
from klachtdesk.views.stap import SignaalView

_HERHALING = "herhaling"
_KLAGERS = ("melder", "klager")


def signalen_of(session: Session, dossier: Dossier, vandaag: date) -> tuple[SignaalView, ...]:
    """Return what deserves attention in a dossier today."""
    reglement = reglement_of(dossier.reglement_versie)
    feiten = procedure_feiten(session, dossier, vandaag)
    omgeving = Omgeving(
        zelfde_oorzaak=_same_oorzaak(session, dossier, reglement),
        eerder_behandeld=_handled_before(session, dossier),
        dubbele_personen=tuple((str(one), str(other)) for one, other in doubles_in(session, dossier)),
        stilte=_stilte(session),
    )
    found = derive_signalen(reglement, feiten, omgeving, vandaag)
    substitutes = {
        item.reden.zin: substitute_words(session, dossier, item.functie, vandaag)
        for item in derive_belemmeringen(reglement, feiten)
        if item.functie != "invuller"
    }
    return tuple(
        SignaalView(item.sleutel, f"{item.zin} {substitutes.get(item.zin, '')}".rstrip(), item.artikel)
        for item in found
    )


def _stilte(session: Session) -> Duur | None:
    """Return how long a klager may hear nothing, where the office set that itself."""
    dagen = session.scalars(select(Kantoor.stilte_dagen)).one()
    return None if dagen is None else Duur(aantal=dagen, eenheid="dagen")


def _same_oorzaak(session: Session, dossier: Dossier, reglement: Reglement) -> int:
    """Count the klachten with this oorzaak that were received in the duur of the signaal, this one included."""
    formulier = session.get(Formulier, dossier.id)
    regel = reglement.signaal_bij_sleutel.get(_HERHALING)
    received = ontvangen_op(dossier)
    if formulier is None or not formulier.oorzaak or regel is None or regel.duur is None or received is None:
        return 0
    duur, days = regel.duur, kalender(gelijkgestelde_dagen=reglement.gelijkgestelde_dagen)
    others = select(Dossier).join(Formulier, Formulier.dossier_id == Dossier.id)
    others = others.where(Formulier.oorzaak == formulier.oorzaak).options(
        selectinload(Dossier.gebeurtenissen)
    )
    return sum(
        earlier <= received <= days.add(earlier, duur.aantal, duur.eenheid)
        for other in session.scalars(others)
        if not is_vergissing(other) and (earlier := ontvangen_op(other)) is not None
    )


def _handled_before(session: Session, dossier: Dossier) -> bool:
    """Tell whether an earlier klacht of the same persons, on one of the same onderwerpen, was dealt with.

    One that was withdrawn or not admitted was not (10 voor Taal 1.2: "die is afgehandeld").
    """
    formulier = session.get(Formulier, dossier.id)
    onderwerpen = set((formulier.onderwerpen or ()) if formulier else ())
    if not onderwerpen:
        return False
    for other in _earlier_of_same_klager(session, dossier):
        theirs = session.get(Formulier, other.id)
        if theirs is not None and onderwerpen & set(theirs.onderwerpen or ()) and _dealt_with(other):
            return True
    return False


def _dealt_with(dossier: Dossier) -> bool:
    closing = [item.soort for item in counting_events(dossier) if item.soort in BEEINDIGEND]
    return not is_open(dossier) and closing[-1:] in (["afgehandeld"], ["direct_opgelost"])


def _earlier_of_same_klager(session: Session, dossier: Dossier) -> Iterator[Dossier]:
    people = [item.persoon for item in dossier.betrokkenheden if item.rol in _KLAGERS]
    ids = {persoon.id for persoon in people}
    names = {persoon.naam_sleutel for persoon in people if persoon.naam_sleutel}
    if not ids:
        return
    same = select(Betrokkenheid.dossier_id).join(Persoon, Persoon.id == Betrokkenheid.persoon_id)
    same = same.where(Betrokkenheid.rol.in_(_KLAGERS), Persoon.id.in_(ids) | Persoon.naam_sleutel.in_(names))
    query = select(Dossier).where(Dossier.id.in_(same), Dossier.id < dossier.id)
    yield from (other for other in session.scalars(query) if not is_vergissing(other))
