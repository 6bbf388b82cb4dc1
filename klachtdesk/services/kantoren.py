"""The office whose kluis this is."""

from sqlalchemy import select
from sqlalchemy.orm import Session

from klachtdesk.formulieren.kantoor import KANTOOR, WERKWIJZE
from klachtdesk.models import Kantoor
from klachtdesk.services.audit import record_audit
from klachtdesk.services.changes import Changes
from klachtdesk.services.desk import Desk
from klachtdesk.services.form_input import fill_record, raw_of, read_input, refuse
from klachtdesk.views.formulier import FormulierView
from klachtdesk.views.kantoor import KantoorView

KANTOOR_FIELDS = ("naam", "adres", "postcode", "plaats", "telefoon", "email", "website")
_ON_LETTERS = ("antwoordadres", "ondertekening", "logo")

LONGEST_STILTE = 366
"""A guard against a slip of the finger, in days: longer than this no klager is left without a word on purpose."""

_REQUIRED = {"naam": "Vul de naam van het kantoor in; die staat boven elke brief."}


def kantoor_view(session: Session) -> KantoorView:
    """Return the office, as it stands at the top of its letters."""
    kantoor = kantoor_record(session)
    texts = {name: getattr(kantoor, name) for name in (*KANTOOR_FIELDS, *_ON_LETTERS)}
    return KantoorView(**texts, venster=kantoor.venster or "links")


def kantoor_formulier(desk: Desk) -> FormulierView:
    """Return the form with the name and the addresses of the office."""
    with desk.reading() as session:
        return FormulierView(KANTOOR, raw_of(kantoor_record(session), KANTOOR.secties[0]))


def save_kantoor(desk: Desk, waarden: dict[str, str]) -> Changes:
    """Keep the name and the addresses of the office; raises InvalidInput with every fault at once."""
    gelezen = read_input(KANTOOR, waarden, desk.klok.vandaag(), _REQUIRED)
    with desk.writing() as session:
        kantoor = kantoor_record(session)
        fill_record(kantoor, gelezen.waarden)
        record_audit(session, desk, "kantoor_bewaard", "kantoor", kantoor.id)
    return Changes(instellingen=True)


def werkwijze_formulier(desk: Desk) -> FormulierView:
    """Return the form with how the office works where its reglement leaves that open."""
    with desk.reading() as session:
        return FormulierView(WERKWIJZE, raw_of(kantoor_record(session), WERKWIJZE.secties[0]))


def save_werkwijze(desk: Desk, waarden: dict[str, str]) -> Changes:
    """Keep how the office works; raises InvalidInput with every fault at once."""
    values = read_input(WERKWIJZE, waarden, desk.klok.vandaag(), {}).waarden
    dagen = values["stilte_dagen"]
    if isinstance(dagen, int) and dagen > LONGEST_STILTE:
        refuse({"stilte_dagen": f"Dit is langer dan een jaar ({LONGEST_STILTE} dagen). Klopt het getal?"})
    with desk.writing() as session:
        kantoor = kantoor_record(session)
        fill_record(kantoor, values)
        record_audit(session, desk, "werkwijze_bewaard", "kantoor", kantoor.id)
    return Changes(instellingen=True, lijst=True)


def kantoor_record(session: Session) -> Kantoor:
    """Return the one record of the office."""
    return session.scalars(select(Kantoor)).one()
