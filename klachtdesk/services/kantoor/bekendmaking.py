"""Where klanten and medewerkers are told of the procedure, and when somebody has to look whether that is still so."""

from collections.abc import Mapping
from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session

from klachtdesk.formulieren.kantoor import BEKENDMAKING, DOELGROEPEN
from klachtdesk.models import Bekendmaking
from klachtdesk.reglement.kalender import kalender
from klachtdesk.services.audit import record_audit
from klachtdesk.services.changes import Changes
from klachtdesk.services.desk import Desk
from klachtdesk.services.form_input import day_of, fill_record, raw_of, read_input, refuse
from klachtdesk.services.lookup import get_record
from klachtdesk.services.reglementen import names_beside
from klachtdesk.views.formulier import FormulierView
from klachtdesk.views.kantoorgegevens import BekendmakingView

_CHANGED = Changes(instellingen=True)

_REQUIRED = {"doelgroep": "Kies voor wie dit is.", "waar": "Vul in waar of hoe dit bekend is gemaakt."}


def list_bekendmakingen(desk: Desk) -> tuple[BekendmakingView, ...]:
    """Return where people are told of the procedure, klanten first."""
    vandaag = desk.klok.vandaag()
    with desk.reading() as session:
        return _views(session, vandaag)


def due_bekendmakingen(desk: Desk, peildatum: date | None = None) -> tuple[BekendmakingView, ...]:
    """Return what nobody has looked at for a year on the peildatum (today when None), or ever."""
    with desk.reading() as session:
        return tuple(view for view in _views(session, peildatum or desk.klok.vandaag()) if view.nakijken)


def bekendmaking_formulier(desk: Desk, bekendmaking_id: int | None) -> FormulierView:
    """Return the form of a bekendmaking, empty for a new one; raises NotFound."""
    if bekendmaking_id is None:
        return FormulierView(BEKENDMAKING, {})
    with desk.reading() as session:
        record = _bekendmaking(session, bekendmaking_id)
        return FormulierView(BEKENDMAKING, raw_of(BEKENDMAKING, record))


def save_bekendmaking(desk: Desk, waarden: dict[str, str], *, bekendmaking_id: int | None = None) -> Changes:
    """Keep where people are told; raises InvalidInput with every fault at once."""
    gelezen = read_input(BEKENDMAKING, waarden, desk.klok.vandaag(), _REQUIRED)
    sinds, nagekeken = (day_of(gelezen.waarden, key) for key in ("sinds", "laatst_nagekeken"))
    if sinds is not None and nagekeken is not None and nagekeken < sinds:
        refuse({"laatst_nagekeken": "Dit ligt voor de dag sinds wanneer het er staat."})
    with desk.writing() as session:
        record = Bekendmaking() if bekendmaking_id is None else _bekendmaking(session, bekendmaking_id)
        fill_record(record, gelezen.waarden)
        session.add(record)
        session.flush()
        record_audit(session, desk, "bekendmaking_bewaard", "bekendmaking", record.id)
    return _CHANGED


def check_bekendmaking(desk: Desk, bekendmaking_id: int) -> Changes:
    """Note that somebody looked today and found it in order; raises NotFound."""
    with desk.writing() as session:
        _bekendmaking(session, bekendmaking_id).laatst_nagekeken = desk.klok.vandaag()
        record_audit(session, desk, "bekendmaking_nagekeken", "bekendmaking", bekendmaking_id)
    return _CHANGED


def remove_bekendmaking(desk: Desk, bekendmaking_id: int) -> Changes:
    """Take out a place where people are not told any more; raises NotFound."""
    with desk.writing() as session:
        session.delete(_bekendmaking(session, bekendmaking_id))
        record_audit(session, desk, "bekendmaking_verwijderd", "bekendmaking", bekendmaking_id)
    return _CHANGED


def _bekendmaking(session: Session, bekendmaking_id: int) -> Bekendmaking:
    return get_record(
        session, Bekendmaking, bekendmaking_id, "Deze bekendmaking staat niet (meer) in de lijst."
    )


def _views(session: Session, day: date) -> tuple[BekendmakingView, ...]:
    order = [keuze.sleutel for keuze in DOELGROEPEN]
    found = session.scalars(select(Bekendmaking).order_by(Bekendmaking.id)).all()
    names = names_beside(session)
    return tuple(
        _view(item, day, names) for item in sorted(found, key=lambda item: order.index(item.doelgroep))
    )


def _view(record: Bekendmaking, day: date, names: Mapping[str, str]) -> BekendmakingView:
    labels = {keuze.sleutel: keuze.label for keuze in DOELGROEPEN}
    last = record.laatst_nagekeken or record.sinds
    before = None if last is None else kalender(gelijkgestelde_dagen=False).add(last, 1, "jaren")
    return BekendmakingView(
        id=record.id,
        doelgroep=record.doelgroep,
        doelgroep_label=labels[record.doelgroep],
        waar=record.waar,
        artikel=record.artikel,
        reglement=names.get(record.reglement, ""),
        sinds=record.sinds,
        laatst_nagekeken=record.laatst_nagekeken,
        nakijken_voor=before,
        nakijken=before is None or day >= before,
    )
