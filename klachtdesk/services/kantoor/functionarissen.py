"""Who does what in the office: functionarissen, who stands in for them, and the members of its commissies."""

from dataclasses import replace
from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session

from klachtdesk.formulieren.kantoor import AANLEIDINGEN, COMMISSIELID, FUNCTIONARIS
from klachtdesk.models import Commissielid, Functionaris, Vervanging
from klachtdesk.services.audit import record_audit
from klachtdesk.services.changes import Changes
from klachtdesk.services.desk import Desk
from klachtdesk.services.form_input import (
    day_of,
    fill_record,
    fill_rows,
    in_period,
    raw_of,
    read_input,
    refuse,
)
from klachtdesk.services.lookup import get_record
from klachtdesk.services.reglementen import names_beside, same_line
from klachtdesk.views.formulier import FormulierView
from klachtdesk.views.kantoorgegevens import CommissielidView, FunctionarisView, VervangerView

_CHANGED = Changes(instellingen=True)

_FUNCTIONARIS_REQUIRED = {
    "functie": "Vul de functie in.",
    "vervanger.naam": "Vul in wie vervangt.",
    "vervanger.aanleiding": "Kies wanneer deze persoon vervangt.",
}

_COMMISSIELID_REQUIRED = {
    "commissie": "Vul in van welke commissie dit lid is.",
    "naam": "Vul de naam in.",
    "deskundigheid": "Schrijf op waarin dit lid deskundig is.",
    "onafhankelijkheid": "Schrijf op waarom dit lid onafhankelijk kan oordelen.",
}
"""A benoeming rests on independence and expertise, so both are stated (Klik Onderwijs formeel 10)."""


def list_functionarissen(desk: Desk) -> tuple[FunctionarisView, ...]:
    """Return all functionarissen, in office or not, in the order of the reglement and then of adding."""
    vandaag = desk.klok.vandaag()
    with desk.reading() as session:
        names = names_beside(session)
        found = session.scalars(select(Functionaris).order_by(Functionaris.id))
        return tuple(replace(_view(item, vandaag), reglement=names.get(item.reglement, "")) for item in found)


def functionaris_formulier(desk: Desk, functionaris_id: int | None) -> FormulierView:
    """Return the form of a functionaris, empty for a new one; raises NotFound."""
    if functionaris_id is None:
        return FormulierView(FUNCTIONARIS, {})
    with desk.reading() as session:
        record = _functionaris(session, functionaris_id)
        return FormulierView(FUNCTIONARIS, raw_of(FUNCTIONARIS, record, record.vervangers))


def save_functionaris(desk: Desk, waarden: dict[str, str], *, functionaris_id: int | None = None) -> Changes:
    """Keep a functionaris with their vervangers; raises InvalidInput with every fault at once."""
    gelezen = read_input(FUNCTIONARIS, waarden, desk.klok.vandaag(), _FUNCTIONARIS_REQUIRED)
    rows = gelezen.rijen.get("vervanger", {})
    refuse(
        {
            f"vervanger.{nummer}.van": "Vul in vanaf wanneer deze persoon waarneemt."
            for nummer, row in rows.items()
            if row["aanleiding"] == "afwezigheid" and day_of(row, "van") is None
        }
    )
    with desk.writing() as session:
        record = Functionaris() if functionaris_id is None else _functionaris(session, functionaris_id)
        fill_record(record, gelezen.waarden)
        session.add(record)
        fill_rows(session, record.vervangers, Vervanging, rows)
        record_audit(session, desk, "functionaris_bewaard", "functionaris", record.id)
    return _CHANGED


def remove_functionaris(desk: Desk, functionaris_id: int) -> Changes:
    """Take out a functionaris who was entered by mistake; one who left gets a last day instead. Raises NotFound."""
    with desk.writing() as session:
        session.delete(_functionaris(session, functionaris_id))
        record_audit(session, desk, "functionaris_verwijderd", "functionaris", functionaris_id)
    return _CHANGED


def list_commissieleden(desk: Desk) -> tuple[CommissielidView, ...]:
    """Return all members of the commissies, in office or not."""
    vandaag = desk.klok.vandaag()
    with desk.reading() as session:
        found = session.scalars(select(Commissielid).order_by(Commissielid.commissie, Commissielid.id))
        return tuple(_lid_view(item, vandaag) for item in found)


def commissielid_formulier(desk: Desk, commissielid_id: int | None) -> FormulierView:
    """Return the form of a member, empty for a new one; raises NotFound."""
    if commissielid_id is None:
        return FormulierView(COMMISSIELID, {})
    with desk.reading() as session:
        record = _commissielid(session, commissielid_id)
        return FormulierView(COMMISSIELID, raw_of(COMMISSIELID, record))


def save_commissielid(desk: Desk, waarden: dict[str, str], *, commissielid_id: int | None = None) -> Changes:
    """Keep a member of a commissie; raises InvalidInput with every fault at once."""
    gelezen = read_input(COMMISSIELID, waarden, desk.klok.vandaag(), _COMMISSIELID_REQUIRED)
    with desk.writing() as session:
        record = Commissielid() if commissielid_id is None else _commissielid(session, commissielid_id)
        fill_record(record, gelezen.waarden)
        session.add(record)
        session.flush()
        record_audit(session, desk, "commissielid_bewaard", "commissielid", record.id)
    return _CHANGED


def remove_commissielid(desk: Desk, commissielid_id: int) -> Changes:
    """Take out a member who was entered by mistake; one who left gets a last day instead. Raises NotFound."""
    with desk.writing() as session:
        session.delete(_commissielid(session, commissielid_id))
        record_audit(session, desk, "commissielid_verwijderd", "commissielid", commissielid_id)
    return _CHANGED


def functionarissen_on(
    session: Session, day: date, reglement: str | None = None
) -> tuple[FunctionarisView, ...]:
    """Return who are in office on a day, each with who takes over that day; with a key, only for that reglement."""
    query = select(Functionaris).order_by(Functionaris.id)
    if reglement is not None:
        query = query.where(Functionaris.reglement.in_({"", *same_line(session, reglement)}))
    found = session.scalars(query)
    return tuple(_view(item, day) for item in found if in_period(item.van, item.tot, day))


def commissieleden_on(session: Session, day: date) -> tuple[CommissielidView, ...]:
    """Return who sit in a commissie on a day."""
    found = session.scalars(select(Commissielid).order_by(Commissielid.commissie, Commissielid.id))
    return tuple(_lid_view(item, day) for item in found if in_period(item.van, item.tot, day))


def _functionaris(session: Session, functionaris_id: int) -> Functionaris:
    return get_record(
        session, Functionaris, functionaris_id, "Deze functionaris staat niet (meer) in de lijst."
    )


def _commissielid(session: Session, commissielid_id: int) -> Commissielid:
    return get_record(
        session, Commissielid, commissielid_id, "Dit commissielid staat niet (meer) in de lijst."
    )


def _view(record: Functionaris, day: date) -> FunctionarisView:
    labels = {keuze.sleutel: keuze.label for keuze in AANLEIDINGEN}
    waarnemers = [
        item.naam
        for item in record.vervangers
        if item.aanleiding == "afwezigheid" and in_period(item.van, item.tot, day)
    ]
    return FunctionarisView(
        id=record.id,
        sleutel=record.sleutel,
        reglement="",
        functie=record.functie,
        naam=record.naam,
        adres=record.adres,
        telefoon=record.telefoon,
        email=record.email,
        website=record.website,
        van=record.van,
        tot=record.tot,
        in_functie=in_period(record.van, record.tot, day),
        vervangers=tuple(
            VervangerView(
                naam=item.naam,
                telefoon=item.telefoon,
                email=item.email,
                aanleiding=item.aanleiding,
                aanleiding_label=labels[item.aanleiding],
                van=item.van,
                tot=item.tot,
            )
            for item in record.vervangers
        ),
        waarnemer=waarnemers[0] if waarnemers else "",
    )


def _lid_view(record: Commissielid, day: date) -> CommissielidView:
    return CommissielidView(
        id=record.id,
        commissie=record.commissie,
        naam=record.naam,
        functie=record.functie,
        afdeling=record.afdeling,
        deskundigheid=record.deskundigheid,
        onafhankelijkheid=record.onafhankelijkheid,
        telefoon=record.telefoon,
        email=record.email,
        van=record.van,
        tot=record.tot,
        zittend=in_period(record.van, record.tot, day),
    )
