"""When the klachten must be discussed (again), for each reglement of the office."""

from collections.abc import Iterator
from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session

from klachtdesk.models import Bespreking
from klachtdesk.reglement.explanation import source_of
from klachtdesk.reglement.jaartermijn import derive_jaartermijn
from klachtdesk.services.besprekingen.te_bespreken import first_ontvangen
from klachtdesk.services.desk import Desk
from klachtdesk.services.reglementen import keys_of, lines, reglement_of, versies_on
from klachtdesk.views.kantoorgegevens import JaarView


def read_jaartermijnen(desk: Desk, peildatum: date | None = None) -> tuple[JaarView, ...]:
    """Return the yearly termijn of each reglement in force, that of the main one first.

    One that asks for nothing, or under which no klacht was ever received, has none.
    """
    with desk.reading() as session:
        return tuple(_standing(session, peildatum or desk.klok.vandaag()))


def _standing(session: Session, day: date) -> Iterator[JaarView]:
    by_line = {item.id: keys_of(line) for line in lines(session) for item in line}
    held = session.scalars(
        select(Bespreking).where(Bespreking.vervallen == "", Bespreking.datum <= day)
    ).all()
    for versie in versies_on(session, day):
        reglement, keys = reglement_of(versie), by_line[versie.id]
        days = [item.datum for item in held if not item.reglementen or keys & set(item.reglementen)]
        stand = derive_jaartermijn(reglement, days, first_ontvangen(session, keys), day)
        if stand is not None:
            yield JaarView(
                reglement=reglement.naam,
                label=stand.regel.label,
                artikel=source_of(reglement, stand.regel),
                citaat=" […] ".join(stand.regel.citaat),
                start=stand.start,
                einde=stand.einde,
                streefdatum=stand.streefdatum,
                te_laat=stand.status == "te_laat",
                eerste=stand.is_first,
            )
