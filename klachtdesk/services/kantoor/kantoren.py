"""The office whose kluis this is."""

from collections.abc import Mapping

from sqlalchemy import select
from sqlalchemy.orm import Session

from klachtdesk.formulieren import Waarde
from klachtdesk.formulieren.kantoor import KANTOOR, KLEINE_AANTALLEN, WERKWIJZE
from klachtdesk.models import Kantoor
from klachtdesk.services.audit import record_audit
from klachtdesk.services.changes import Changes
from klachtdesk.services.desk import Desk
from klachtdesk.services.form_input import fill_record, raw_of, read_input, refuse
from klachtdesk.services.kantoor.certificaat import new_certificaat
from klachtdesk.views.formulier import FormulierView
from klachtdesk.views.kantoor import KantoorView

KANTOOR_FIELDS = ("naam", "adres", "postcode", "plaats", "telefoon", "email", "website")
_ON_LETTERS = ("antwoordadres", "ondertekening", "logo")

LONGEST_STILTE = 366
"""A guard against a slip of the finger, in days: longer than this no klager is left without a word on purpose."""

HIGHEST_DREMPEL = 20
"""Above this an overview of tens of klachten has no numbers left."""

_REQUIRED = {"naam": "Vul de naam van het kantoor in; die staat boven elke brief."}


def kantoor_view(session: Session) -> KantoorView:
    """Return the office, as it stands at the top of its letters."""
    kantoor = kantoor_record(session)
    texts = {name: getattr(kantoor, name) for name in (*KANTOOR_FIELDS, *_ON_LETTERS)}
    return KantoorView(**texts, venster=kantoor.venster or "links")


def kantoor_formulier(desk: Desk) -> FormulierView:
    """Return the form with the name and the addresses of the office."""
    with desk.reading() as session:
        return FormulierView(KANTOOR, raw_of(KANTOOR, kantoor_record(session)))


def save_kantoor(desk: Desk, waarden: dict[str, str]) -> Changes:
    """Keep the name and the addresses of the office: what is made from now on has them.

    With another name comes another certificate, so that what the office seals says who it is. Raises InvalidInput with
    every fault at once.
    """
    gelezen = read_input(KANTOOR, waarden, desk.klok.vandaag(), _REQUIRED)
    with desk.writing() as session:
        kantoor = kantoor_record(session)
        if gelezen.waarden["naam"] != kantoor.naam:
            session.add(new_certificaat(str(gelezen.waarden["naam"]), desk.klok.nu()))
        fill_record(kantoor, gelezen.waarden)
        record_audit(session, desk, "kantoor_bewaard", "kantoor", kantoor.id)
    return Changes(instellingen=True)


def werkwijze_formulier(desk: Desk) -> FormulierView:
    """Return the form with how the office works where its reglement leaves that open."""
    with desk.reading() as session:
        return FormulierView(WERKWIJZE, raw_of(WERKWIJZE, kantoor_record(session)))


def save_werkwijze(desk: Desk, waarden: dict[str, str]) -> Changes:
    """Keep how the office works; raises InvalidInput with every fault at once."""
    values = read_input(WERKWIJZE, waarden, desk.klok.vandaag(), {}).waarden
    refuse(_werkwijze_faults(values))
    if values["kleine_aantallen"] is None:
        values["kleine_aantallen"] = KLEINE_AANTALLEN
    with desk.writing() as session:
        kantoor = kantoor_record(session)
        fill_record(kantoor, values)
        record_audit(session, desk, "werkwijze_bewaard", "kantoor", kantoor.id)
    return Changes(instellingen=True, lijst=True)


def _werkwijze_faults(values: Mapping[str, Waarde]) -> dict[str, str]:
    found: dict[str, str] = {}
    dagen, drempel = values["stilte_dagen"], values["kleine_aantallen"]
    if isinstance(dagen, int) and dagen > LONGEST_STILTE:
        found["stilte_dagen"] = f"Dit is langer dan een jaar ({LONGEST_STILTE} dagen). Klopt het getal?"
    if isinstance(drempel, int) and drempel < KLEINE_AANTALLEN:
        found["kleine_aantallen"] = (
            f"Dit is te laag: kies {KLEINE_AANTALLEN} of meer. Bij minder is te raden over wie een getal gaat."
        )
    elif isinstance(drempel, int) and drempel > HIGHEST_DREMPEL:
        found["kleine_aantallen"] = (
            f"Dit is te hoog: kies hoogstens {HIGHEST_DREMPEL}. Bij meer blijft er van een overzicht weinig over."
        )
    return found


def kantoor_record(session: Session) -> Kantoor:
    """Return the one record of the office."""
    return session.scalars(select(Kantoor)).one()
