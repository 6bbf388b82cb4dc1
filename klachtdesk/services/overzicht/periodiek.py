"""What is looked at between two yearly overviews: the periodiek verslag, and the list for the werkoverleg.

A periodiek verslag is an overview of any period (`overzicht.read_overzicht`); here stand the periods to choose from.
"""

from collections.abc import Iterator, Mapping
from datetime import date

from dateutil.relativedelta import relativedelta
from sqlalchemy import func, select
from sqlalchemy.orm import Session

from klachtdesk.errors import InvalidInput
from klachtdesk.formulieren import write_value
from klachtdesk.formulieren.overzicht import WERKOVERLEG
from klachtdesk.models import Cijferrecord, Dossier, Formulier, Gebeurtenis, Kantoor
from klachtdesk.overzicht.perioden import Periode
from klachtdesk.reglement.kalender import ONE_DAY
from klachtdesk.reglement.stappen import FASE_LABELS
from klachtdesk.services.audit import record_audit
from klachtdesk.services.changes import Changes, dossier_changed
from klachtdesk.services.desk import Desk
from klachtdesk.services.dossier_records import get_dossier, load_dossiers
from klachtdesk.services.dossier_rows import under_way
from klachtdesk.services.feiten import termijnen_of
from klachtdesk.services.form_input import day_of, read_input, text_of
from klachtdesk.services.formulier_records import open_actiepunten
from klachtdesk.services.gebeurtenis_records import add_gebeurtenis
from klachtdesk.services.procedure_feiten import procedure_of
from klachtdesk.services.reglementen import form_choices, reglement_of
from klachtdesk.services.stappen import PARTIJ_LABELS
from klachtdesk.services.status import ontvangen_op, status_of
from klachtdesk.services.termijn_views import most_urgent
from klachtdesk.services.zoeken import index_dossier
from klachtdesk.views.formulier import FormulierView
from klachtdesk.views.overzicht import ActiepuntRegel, PeriodeView, WerkoverlegRegel, WerkoverlegView

_QUARTER = relativedelta(months=3)
_YEAR = relativedelta(years=1)
_KIND = "werkoverleg"


def list_periods(desk: Desk) -> tuple[PeriodeView, ...]:
    """Return the years and quarters to choose from, the latest first: each year before its quarters.

    They go back to the first klacht of the office; the year that is running is there, quarters to come are not.
    """
    vandaag = desk.klok.vandaag()
    with desk.reading() as session:
        first = _first_year(session, vandaag)
    return tuple(_period(*period) for period in _periods(vandaag, first))


def read_werkoverleg(desk: Desk) -> WerkoverlegView:
    """Return the open klachten with their open actiepunten, the most urgent first; nobody's name but who does what.

    What the meeting does not need (klager, betrokkene, omschrijving) is left out (10 voor Taal 2.4).
    """
    vandaag = desk.klok.vandaag()
    with desk.reading() as session:
        regels = [_regel(session, dossier, vandaag) for dossier in load_dossiers(session, under_way(session))]
        kantoor = session.scalars(select(Kantoor.naam)).one()
    regels.sort(key=lambda regel: (regel.uiterlijk or date.max, regel.nummer))
    return WerkoverlegView(vandaag, kantoor, tuple(regels))


def werkoverleg_formulier(desk: Desk) -> FormulierView:
    """Return the form with which a werkoverleg is recorded, with today's date."""
    return FormulierView(WERKOVERLEG, {"datum": write_value(desk.klok.vandaag())})


def hold_werkoverleg(
    desk: Desk, waarden: Mapping[str, str], *, dossiers: tuple[int, ...] | None = None
) -> Changes:
    """Record in each of these dossiers (all that are under way when None) that the werkoverleg discussed it.

    Raises InvalidInput without a date, NotFound, and NotAllowed when a reglement does not let it happen.
    """
    required = {"datum": "Vul in wanneer het werkoverleg was."}
    values = read_input(WERKOVERLEG, dict(waarden), desk.klok.vandaag(), required).waarden
    day = day_of(values, "datum")
    if day is None:
        raise InvalidInput(required["datum"], fields=required)
    velden = {"verslag": text_of(values, "verslag")}
    changes = Changes()
    with desk.writing() as session:
        for dossier_id in under_way(session) if dossiers is None else dossiers:
            dossier = get_dossier(session, dossier_id)
            if dossiers is None and (ontvangen_op(dossier) or day) > day:
                continue  # it came in after the meeting
            add_gebeurtenis(session, desk, dossier, _KIND, day, velden=velden)
            index_dossier(session, dossier)
            record_audit(session, desk, f"gebeurtenis:{_KIND}", "dossier", dossier.id)
            changes |= dossier_changed(dossier.id)
    return changes


def _first_year(session: Session, vandaag: date) -> int:
    first: date | None = session.scalar(select(func.min(Gebeurtenis.datum)))
    kept: int | None = session.scalar(select(func.min(Cijferrecord.jaar)))
    years = [vandaag.year]
    years += [] if first is None else [first.year]
    years += [] if kept is None else [kept]
    return min(years)


def _periods(vandaag: date, first: int) -> Iterator[tuple[date, date]]:
    for year in range(vandaag.year, first - 1, -1):
        start = date(year, 1, 1)
        yield start, start + _YEAR - ONE_DAY
        for quarter in (3, 2, 1, 0):
            van = start + quarter * _QUARTER
            if van <= vandaag:
                yield van, van + _QUARTER - ONE_DAY


def _period(van: date, tot: date) -> PeriodeView:
    periode = Periode(van, tot, tot)
    return PeriodeView(van, tot, periode.label, periode.in_een_zin, heeft_gegevens=True)


def _regel(session: Session, dossier: Dossier, vandaag: date) -> WerkoverlegRegel:
    status = procedure_of(session, dossier, vandaag).status
    urgent = most_urgent(termijnen_of(dossier, vandaag))
    acties = [
        ActiepuntRegel(
            omschrijving=str(item.velden.get("omschrijving", "")),
            wie="" if item.persoon is None else item.persoon.naam,
            uiterlijk=day,
            te_laat=day < vandaag,
        )
        for day, item in sorted(open_actiepunten(dossier), key=lambda pair: pair[0])
    ]
    termijn, uiterlijk, te_laat = "", None, False
    if urgent is not None:
        termijn, uiterlijk, te_laat = urgent.label, urgent.einde, urgent.status == "te_laat"
    if acties and (uiterlijk is None or acties[0].uiterlijk < uiterlijk):
        termijn, uiterlijk, te_laat = "Actiepunt", acties[0].uiterlijk, acties[0].te_laat
    return WerkoverlegRegel(
        dossier_id=dossier.id,
        nummer=dossier.nummer,
        reglement=reglement_of(dossier.reglement_versie).naam,
        onderwerpen=tuple(_onderwerpen(session, dossier)),
        binnengekomen_op=ontvangen_op(dossier),
        status=status_of(dossier),
        fase=FASE_LABELS[status.fase],
        aan_zet=PARTIJ_LABELS[status.aan_zet] if status.aan_zet else "",
        termijn=termijn,
        uiterlijk=uiterlijk,
        te_laat=te_laat,
        actiepunten=tuple(acties),
    )


def _onderwerpen(session: Session, dossier: Dossier) -> Iterator[str]:
    formulier = session.get(Formulier, dossier.id)
    labels = {
        keuze.sleutel: keuze.label
        for keuze in form_choices(reglement_of(dossier.reglement_versie))["onderwerpen"]
    }
    for sleutel in (formulier.onderwerpen or ()) if formulier else ():
        yield labels.get(sleutel, sleutel)
