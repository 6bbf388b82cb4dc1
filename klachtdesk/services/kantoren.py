"""The office whose kluis this is."""

from sqlalchemy import select
from sqlalchemy.orm import Session

from klachtdesk.formulieren.kantoor import KANTOOR
from klachtdesk.models import Kantoor
from klachtdesk.services.audit import record_audit
from klachtdesk.services.changes import Changes
from klachtdesk.services.desk import Desk
from klachtdesk.services.form_input import fill_record, raw_of, read_input
from klachtdesk.views.formulier import FormulierView
from klachtdesk.views.kantoor import KantoorView

KANTOOR_FIELDS = ("naam", "adres", "postcode", "plaats", "telefoon", "email", "website")

_REQUIRED = {"naam": "Vul de naam van het kantoor in; die staat boven elke brief."}


def kantoor_view(session: Session) -> KantoorView:
    """Return the office, as it stands at the top of its letters."""
    kantoor = _kantoor(session)
    return KantoorView(**{name: getattr(kantoor, name) for name in KANTOOR_FIELDS})


def kantoor_formulier(desk: Desk) -> FormulierView:
    """Return the form with the name and the addresses of the office."""
    with desk.reading() as session:
        return FormulierView(KANTOOR, raw_of(_kantoor(session), KANTOOR.secties[0]))


def save_kantoor(desk: Desk, waarden: dict[str, str]) -> Changes:
    """Keep the name and the addresses of the office; raises InvalidInput with every fault at once."""
    gelezen = read_input(KANTOOR, waarden, desk.klok.vandaag(), _REQUIRED)
    with desk.writing() as session:
        kantoor = _kantoor(session)
        fill_record(kantoor, gelezen.waarden)
        record_audit(session, desk, "kantoor_bewaard", "kantoor", kantoor.id)
    return Changes(instellingen=True)


def _kantoor(session: Session) -> Kantoor:
    return session.scalars(select(Kantoor)).one()
