"""The bodies above the office, before which somebody can put a klacht that was not solved."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session

from klachtdesk.formulieren.kantoor import INSTANTIE
from klachtdesk.models import Instantie, Instantielid
from klachtdesk.services.audit import record_audit
from klachtdesk.services.changes import Changes
from klachtdesk.services.desk import Desk
from klachtdesk.services.form_input import fill_record, fill_rows, in_period, raw_of, read_input, text_of
from klachtdesk.services.lookup import get_record
from klachtdesk.services.reglementen import names_beside, same_line
from klachtdesk.services.sleutels import new_sleutel
from klachtdesk.views.formulier import FormulierView
from klachtdesk.views.kantoorgegevens import InstantielidView, InstantieView

_CHANGED = Changes(instellingen=True)

_REQUIRED = {
    "naam": "Vul de naam van de instantie in.",
    "bindend": "Kies of de uitspraak bindend is.",
    "lid.naam": "Vul de naam van het lid in.",
}


def list_instanties(desk: Desk) -> tuple[InstantieView, ...]:
    """Return all bodies above the office, past ones included."""
    vandaag = desk.klok.vandaag()
    with desk.reading() as session:
        names = names_beside(session)
        found = session.scalars(select(Instantie).order_by(Instantie.id))
        return tuple(replace(_view(item, vandaag), reglement=names.get(item.reglement, "")) for item in found)


def instantie_formulier(desk: Desk, instantie_id: int | None) -> FormulierView:
    """Return the form of a body, empty for a new one; raises NotFound."""
    if instantie_id is None:
        return FormulierView(INSTANTIE, {})
    with desk.reading() as session:
        record = _instantie(session, instantie_id)
        return FormulierView(INSTANTIE, raw_of(INSTANTIE, record, record.leden))


def save_instantie(desk: Desk, waarden: dict[str, str], *, instantie_id: int | None = None) -> Changes:
    """Keep a body with its members; raises InvalidInput with every fault at once."""
    gelezen = read_input(INSTANTIE, waarden, desk.klok.vandaag(), _REQUIRED)
    with desk.writing() as session:
        if instantie_id is None:
            taken = session.scalars(select(Instantie.sleutel)).all()
            record = Instantie(sleutel=new_sleutel(text_of(gelezen.waarden, "naam"), taken))
        else:
            record = _instantie(session, instantie_id)
        fill_record(record, gelezen.waarden)
        session.add(record)
        fill_rows(session, record.leden, Instantielid, gelezen.rijen.get("lid", {}))
        record_audit(session, desk, "instantie_bewaard", "instantie", record.id)
    return _CHANGED


def remove_instantie(desk: Desk, instantie_id: int) -> Changes:
    """Take out a body that was entered by mistake; a past one gets a last day instead. Raises NotFound."""
    with desk.writing() as session:
        session.delete(_instantie(session, instantie_id))
        record_audit(session, desk, "instantie_verwijderd", "instantie", instantie_id)
    return _CHANGED


def vervolg_paragraaf(desk: Desk, reglement: str | None = None) -> str:
    """Return what the overeenkomst and the opdrachtbevestiging say of where an unsolved klacht can go.

    A paragraph for each body (of the reglement with this key), ready to be copied or printed (Interactie 4.2); empty
    while there is no body.
    """
    with desk.reading() as session:
        return "\n\n".join(map(_paragraph, instanties_on(session, desk.klok.vandaag(), reglement)))


def instanties_on(session: Session, day: date, reglement: str | None = None) -> tuple[InstantieView, ...]:
    """Return the bodies to which somebody can go on a day; with a key, only under that reglement."""
    return tuple(
        _view(item, day) for item in _under(session, reglement) if in_period(item.van, item.tot, day)
    )


def instantie_names(session: Session, reglement: str) -> dict[str, str]:
    """Return what the bodies under a reglement are called by their key, past ones included."""
    return {item.sleutel: item.naam for item in _under(session, reglement)}


def _under(session: Session, reglement: str | None) -> Iterable[Instantie]:
    query = select(Instantie).order_by(Instantie.id)
    if reglement is not None:
        query = query.where(Instantie.reglement.in_({"", *same_line(session, reglement)}))
    return session.scalars(query)


def _instantie(session: Session, instantie_id: int) -> Instantie:
    return get_record(session, Instantie, instantie_id, "Deze instantie staat niet (meer) in de lijst.")


def _paragraph(view: InstantieView) -> str:
    reach = ", ".join(filter(None, (view.adres, view.telefoon, view.email, view.website)))
    where = f"{view.naam} ({reach})" if reach else view.naam
    sentences = [
        "Is uw klacht na onze behandeling niet opgelost? Dan kunt u die voorleggen aan een onafhankelijke "
        f"instantie: {where}."
    ]
    if view.bindend:
        sentences.append("De uitspraak van deze instantie is bindend.")
    return " ".join([*sentences, view.kosten]).strip()


def _view(record: Instantie, day: date) -> InstantieView:
    return InstantieView(
        id=record.id,
        sleutel=record.sleutel,
        reglement="",
        naam=record.naam,
        artikel=record.artikel,
        adres=record.adres,
        telefoon=record.telefoon,
        email=record.email,
        website=record.website,
        kosten=record.kosten,
        bindend=record.bindend,
        van=record.van,
        tot=record.tot,
        bevoegd=in_period(record.van, record.tot, day),
        leden=tuple(InstantielidView(lid.naam, lid.functie) for lid in record.leden),
    )
