"""The analysis and the aanbevelingen with an overview, from being written to being judged (Interactie 8.3)."""

from collections.abc import Mapping
from datetime import date

from dateutil.relativedelta import relativedelta
from sqlalchemy import or_, select
from sqlalchemy.orm import Session

from klachtdesk.errors import NotAllowed
from klachtdesk.formulieren import Keuze, Waarde
from klachtdesk.formulieren.overzicht import (
    AANBEVELING,
    ANALYSE,
    BESLUITEN,
    SOORTEN_AANBEVELING,
    UITKOMSTEN,
)
from klachtdesk.models import Aanbeveling, Overzichtstekst
from klachtdesk.services.audit import record_audit
from klachtdesk.services.changes import Changes
from klachtdesk.services.desk import Desk
from klachtdesk.services.form_input import day_of, fill_record, raw_of, read_input, refuse, text_of
from klachtdesk.services.lookup import get_record
from klachtdesk.services.overzicht.periodegrenzen import check_period
from klachtdesk.views.formulier import FormulierView
from klachtdesk.views.overzicht import AanbevelingView, ConclusiesView, Over

_CHANGED = Changes(conclusies=True)

_REQUIRED = {
    "soort": "Kies waarvoor de aanbeveling is.",
    "tekst": "Schrijf op wat u aanbeveelt.",
}
_ADOPTED = "overgenomen"


def save_analyse(desk: Desk, over: Over, waarden: Mapping[str, str]) -> Changes:
    """Keep the analysis with an overview; raises InvalidInput for a period that can't be, or a text too long."""
    check_period(over.van, over.tot)
    analyse = text_of(read_input(ANALYSE, waarden, desk.klok.vandaag(), {}).waarden, "analyse")
    with desk.writing() as session:
        record = _tekst(session, over)
        if record is None:
            record = Overzichtstekst(van=over.van, tot=over.tot, reglement=over.reglement)
            session.add(record)
        record.analyse = analyse
        record.gewijzigd_op, record.gewijzigd_door = desk.klok.nu(), desk.gebruiker.id
        session.flush()
        record_audit(session, desk, "analyse_bewaard", "overzichtstekst", record.id)
    return _CHANGED


def read_conclusies(desk: Desk, over: Over) -> ConclusiesView:
    """Return all that was written with an overview, and what became of the aanbevelingen of the year before it."""
    vandaag = desk.klok.vandaag()
    with desk.reading() as session:
        return ConclusiesView(
            analyse_of(session, over),
            aanbevelingen_of(session, over, vandaag),
            earlier_aanbevelingen(session, over, vandaag),
        )


def open_aanbevelingen(desk: Desk) -> tuple[AanbevelingView, ...]:
    """Return what was adopted and not judged yet, over all overviews, the first due first."""
    with desk.reading() as session:
        query = select(Aanbeveling).where(
            Aanbeveling.besluit == _ADOPTED, Aanbeveling.geevalueerd_op.is_(None)
        )
        found = session.scalars(query.order_by(Aanbeveling.uiterlijk, Aanbeveling.id))
        return tuple(_view(item, desk.klok.vandaag()) for item in found)


def aanbeveling_formulier(desk: Desk, aanbeveling_id: int | None) -> FormulierView:
    """Return the form of an aanbeveling, empty for a new one; raises NotFound."""
    if aanbeveling_id is None:
        return FormulierView(AANBEVELING, {})
    with desk.reading() as session:
        record = _aanbeveling(session, aanbeveling_id)
        return FormulierView(AANBEVELING, raw_of(AANBEVELING, record))


def save_aanbeveling(
    desk: Desk, over: Over, waarden: Mapping[str, str], *, aanbeveling_id: int | None = None
) -> Changes:
    """Keep an aanbeveling, with what was decided on it and what came of it.

    Raises NotFound, and InvalidInput with every fault at once: one that is adopted needs who carries it out and by
    when, and only what was carried out can have worked.
    """
    check_period(over.van, over.tot)
    values = read_input(AANBEVELING, waarden, desk.klok.vandaag(), _REQUIRED).waarden
    refuse(_faults(values))
    with desk.writing() as session:
        if aanbeveling_id is None:
            record = Aanbeveling(
                van=over.van,
                tot=over.tot,
                reglement=over.reglement,
                vastgelegd_op=desk.klok.nu(),
                vastgelegd_door=desk.gebruiker.id,
            )
            session.add(record)
        else:
            record = _aanbeveling(session, aanbeveling_id)
        fill_record(record, values)
        session.flush()
        record_audit(session, desk, "aanbeveling_bewaard", "aanbeveling", record.id)
    return _CHANGED


def remove_aanbeveling(desk: Desk, aanbeveling_id: int) -> Changes:
    """Take back an aanbeveling on which nothing was decided yet; raises NotFound, NotAllowed once something was."""
    with desk.writing() as session:
        record = _aanbeveling(session, aanbeveling_id)
        if record.besluit:
            raise NotAllowed(
                "Over deze aanbeveling is al besloten; zij blijft daarom staan.",
                "Wijzig het besluit als het niet klopt.",
            )
        session.delete(record)
        record_audit(session, desk, "aanbeveling_verwijderd", "aanbeveling", aanbeveling_id)
    return _CHANGED


def analyse_of(session: Session, over: Over) -> str:
    """Return the analysis that was written with an overview; empty when none was."""
    record = _tekst(session, over)
    return "" if record is None else record.analyse


def aanbevelingen_of(session: Session, over: Over, vandaag: date) -> tuple[AanbevelingView, ...]:
    """Return the aanbevelingen from one overview."""
    query = select(Aanbeveling).where(
        Aanbeveling.van == over.van, Aanbeveling.tot == over.tot, Aanbeveling.reglement == over.reglement
    )
    return tuple(_view(item, vandaag) for item in session.scalars(query.order_by(Aanbeveling.id)))


def earlier_aanbevelingen(session: Session, over: Over, vandaag: date) -> tuple[AanbevelingView, ...]:
    """Return those of the year before an overview, and older ones that were adopted and not judged yet."""
    a_year_before = over.van - relativedelta(years=1)
    query = select(Aanbeveling).where(
        Aanbeveling.tot < over.van,
        Aanbeveling.reglement == over.reglement,
        or_(
            Aanbeveling.tot >= a_year_before,
            (Aanbeveling.besluit == _ADOPTED) & Aanbeveling.geevalueerd_op.is_(None),
        ),
    )
    found = session.scalars(query.order_by(Aanbeveling.tot, Aanbeveling.id))
    return tuple(_view(item, vandaag) for item in found)


def _tekst(session: Session, over: Over) -> Overzichtstekst | None:
    query = select(Overzichtstekst).where(
        Overzichtstekst.van == over.van,
        Overzichtstekst.tot == over.tot,
        Overzichtstekst.reglement == over.reglement,
    )
    return session.scalars(query).one_or_none()


def _aanbeveling(session: Session, aanbeveling_id: int) -> Aanbeveling:
    return get_record(session, Aanbeveling, aanbeveling_id, "Deze aanbeveling staat niet (meer) in de lijst.")


def _faults(values: Mapping[str, Waarde]) -> dict[str, str]:
    """Say what does not fit together."""
    faults = {}
    adopted = text_of(values, "besluit") == _ADOPTED
    done, judged, uitkomst = (
        day_of(values, "uitgevoerd_op"),
        day_of(values, "geevalueerd_op"),
        text_of(values, "uitkomst"),
    )
    if adopted and not text_of(values, "eigenaar"):
        faults["eigenaar"] = "Vul in wie dit uitvoert."
    if adopted and day_of(values, "uiterlijk") is None:
        faults["uiterlijk"] = "Vul in wanneer het uiterlijk klaar is."
    if done is not None and not adopted:
        faults["uitgevoerd_op"] = "Alleen wat is overgenomen, kan zijn uitgevoerd."
    if (judged is None) != (not uitkomst):
        missing = "geevalueerd_op" if judged is None else "uitkomst"
        faults[missing] = "Vul de datum van de evaluatie en de uitkomst samen in."
    elif judged is not None and done is None:
        faults["geevalueerd_op"] = "Vul eerst in wanneer het is uitgevoerd."
    elif judged is not None and done is not None and judged < done:
        faults["geevalueerd_op"] = "De evaluatie ligt voor de uitvoering."
    return faults


def _view(record: Aanbeveling, vandaag: date) -> AanbevelingView:
    due = record.besluit == _ADOPTED and record.uitgevoerd_op is None and record.uiterlijk is not None
    return AanbevelingView(
        id=record.id,
        van=record.van,
        tot=record.tot,
        reglement=record.reglement,
        soort=record.soort,
        soort_label=_label(SOORTEN_AANBEVELING, record.soort),
        tekst=record.tekst,
        bespreking_id=record.bespreking_id,
        besluit=record.besluit,
        besluit_label=_label(BESLUITEN, record.besluit) or "Nog geen besluit",
        eigenaar=record.eigenaar,
        uiterlijk=record.uiterlijk,
        uitgevoerd_op=record.uitgevoerd_op,
        uitkomst=record.uitkomst,
        uitkomst_label=_label(UITKOMSTEN, record.uitkomst) or "Nog niet geëvalueerd",
        geevalueerd_op=record.geevalueerd_op,
        te_laat=due and record.uiterlijk is not None and record.uiterlijk < vandaag,
    )


def _label(keuzes: tuple[Keuze, ...], sleutel: str) -> str:
    return next((keuze.label for keuze in keuzes if keuze.sleutel == sleutel), "")
