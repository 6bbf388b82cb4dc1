"""Which reglementen the office works with beside each other: what is in force, which is proposed, what it ended."""

from sqlalchemy import func, select

from klachtdesk.errors import NotAllowed
from klachtdesk.formulieren import Veld, VeldSoort
from klachtdesk.models import Dossier, Kantoor
from klachtdesk.services.audit import record_audit
from klachtdesk.services.changes import Changes
from klachtdesk.services.desk import Desk
from klachtdesk.services.form_input import read_day, refuse
from klachtdesk.services.reglementen import lines, reglement_of, versie_on, versies_on
from klachtdesk.views.reglementbeheer import VersieRegel

_TOT = Veld("tot", "Laatste dag", VeldSoort.DATUM, na_vandaag=True)
_CHANGED = Changes(lijst=True, instellingen=True)


def list_versies(desk: Desk) -> tuple[VersieRegel, ...]:
    """Return the reglementen that are, were and will be in force: the main one first, of each the latest one first."""
    vandaag = desk.klok.vandaag()
    with desk.reading() as session:
        per_versie = select(Dossier.reglement_versie_id, func.count()).group_by(Dossier.reglement_versie_id)
        bound = dict(session.execute(per_versie).all())
        in_force = versies_on(session, vandaag)
        return tuple(
            VersieRegel(
                id=item.id,
                sleutel=item.sleutel,
                naam=reglement_of(item).naam,
                versie=reglement_of(item).versie,
                van_kracht=item.van_kracht,
                tot=item.tot,
                geldt=item in in_force,
                later=item.van_kracht > vandaag,
                hoofd=place == 0,
                dossiers=bound.get(item.id, 0),
            )
            for place, line in enumerate(lines(session))
            for item in reversed(line)
        )


def propose_first(desk: Desk, reglement: str) -> Changes:
    """Let this be the main reglement, which is proposed for each new melding.

    Raises ReglementError for one that the office does not have, NotAllowed for one that is not in force today.
    """
    with desk.writing() as session:
        versie = versie_on(session, desk.klok.vandaag(), reglement)
        if versie not in versies_on(session, desk.klok.vandaag()):
            raise NotAllowed("Dit reglement geldt vandaag niet.", "Kies een reglement dat nu geldt.")
        session.scalars(select(Kantoor)).one().hoofdreglement = versie.sleutel
        record_audit(session, desk, "hoofdreglement_gekozen", "reglement_versie", versie.id)
    return _CHANGED


def stop_with(desk: Desk, reglement: str, tot: str) -> Changes:
    """Let no klacht received after a day (as typed) fall under this reglement any more; its dossiers keep it.

    A later version of it brings it back. Raises ReglementError for one that the office does not have, NotAllowed for
    the main one, InvalidInput (field `tot`).
    """
    day = read_day(_TOT, tot, desk.klok.vandaag(), otherwise="Vul de laatste dag in.")
    with desk.writing() as session:
        versie = versie_on(session, desk.klok.vandaag(), reglement)
        line = next(item for item in lines(session) if versie in item)
        if line == lines(session)[0]:
            raise NotAllowed(
                "Dit reglement wordt voorgesteld bij elke nieuwe melding.",
                "Laat eerst een ander voorstellen.",
            )
        if day < line[0].van_kracht:
            refuse({"tot": "Deze dag ligt voor de dag waarop dit reglement ging gelden."})
        line[-1].tot = day
        record_audit(session, desk, "reglement_gestopt", "reglement_versie", versie.id)
    return _CHANGED
