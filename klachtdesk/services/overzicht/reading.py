"""The yearly overview, and one of any other period: figures that name nobody, and the dossiers behind a number."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session

from klachtdesk.errors import ReglementError
from klachtdesk.models import Instantie, Kantoor
from klachtdesk.overzicht.assembly import Bron, assemble, look_behind
from klachtdesk.overzicht.cijferrecord import Cijferrecord
from klachtdesk.overzicht.labels import Labels, Versie
from klachtdesk.overzicht.perioden import YEARS_BEFORE, Periode
from klachtdesk.services.desk import Desk
from klachtdesk.services.overzicht.aanbevelingen import aanbevelingen_of, analyse_of, earlier_aanbevelingen
from klachtdesk.services.overzicht.cijfers import Cijfers, read_cijfers, uncollected
from klachtdesk.services.overzicht.periodegrenzen import check_period
from klachtdesk.services.overzicht.producten import product_labels
from klachtdesk.services.reglementen import lines, reglement_of
from klachtdesk.views.overzicht import AchterGetal, Over, OverzichtView


@uncollected()
def read_overzicht(
    desk: Desk, van: date, tot: date, *, reglement: str | None = None, publiek: bool = False
) -> OverzichtView:
    """Return the overview of a period, both days included; of one reglement (by its key) or of all of the office.

    With `publiek` it is fit to leave the directie: small counts are hidden, and what would give them away, and there is
    no text in it that somebody typed. It shows no dossier, so the audit log does not note that it was looked at; what
    is made of it is noted (`overzicht_bestanden`). Raises InvalidInput (fields `van`, `tot`) for a period that can't
    be, and ReglementError for a reglement that the office does not have.
    """
    with desk.reading() as session:
        bron, naam, _cijfers = bron_of(session, desk, van, tot, reglement)
        kantoor = session.scalars(select(Kantoor)).one()
        view = assemble(
            bron, kantoor=kantoor.naam, reglement=naam, drempel=kantoor.kleine_aantallen, publiek=publiek
        )
        if publiek:
            return view
        over, vandaag = Over(van, tot, reglement or ""), desk.klok.vandaag()
        return replace(
            view,
            analyse=analyse_of(session, over),
            aanbevelingen=aanbevelingen_of(session, over, vandaag),
            eerdere_aanbevelingen=earlier_aanbevelingen(session, over, vandaag),
        )


@uncollected()
def drill_down(
    desk: Desk,
    van: date,
    tot: date,
    tabel: str,
    rij: str | None,
    *,
    reglement: str | None = None,
    periode: int = 0,
    kolom: str = "",
) -> tuple[AchterGetal, ...]:
    """Return the dossiers behind a number of the overview of the directie, by their number.

    `tabel`, `rij`, `periode` and `kolom` are as in `overzicht.assembly.look_behind`. Raises as `read_overzicht`, and
    NotFound for a table that there is not.
    """
    with desk.reading() as session:
        bron, _naam, cijfers = bron_of(session, desk, van, tot, reglement)
        found = look_behind(bron, tabel, rij, periode=periode, kolom=kolom)
        peil, names = bron.beelden[periode].periode.peil, bron.labels.lijnen
        return tuple(
            _behind(record, cijfers.ids, names, bron.labels, peil)
            for record in sorted(found, key=lambda record: (record.jaar, record.volgnummer))
        )


def bron_of(
    session: Session, desk: Desk, van: date, tot: date, reglement: str | None
) -> tuple[Bron, str, Cijfers]:
    """Return what the overview is made from, the name of the reglement that was chosen, and the records.

    Raises as `read_overzicht`.
    """
    check_period(van, tot)
    labels = office_labels(session, reglement)
    periode = Periode(van, tot, min(tot, desk.klok.vandaag()))
    cijfers = read_cijfers(session, periode.earlier(YEARS_BEFORE).van)
    lijnen = labels.lijnen
    records = tuple(
        record
        for record in cijfers.records
        if reglement is None or labels.lijn_of(record.versie, "") in lijnen
    )
    naam = next(iter(lijnen.values())) if reglement is not None else ""
    eerder = any(labels.lijn_of(versie, "") in lijnen for versie in cijfers.rustend)
    return Bron(records, labels, periode, cijfers.bewaard, eerder), naam, cijfers


def office_labels(session: Session, reglement: str | None) -> Labels:
    """Return what all keys are called; with a key only those of that reglement.

    Raises ReglementError for one that the office does not have.
    """
    versies = [
        Versie(item.id, line[0].sleutel, item.van_kracht, reglement_of(item))
        for line in lines(session)
        if reglement is None or reglement in {item.sleutel for item in line}
        for item in line
    ]
    if not versies:
        known = ", ".join(line[0].sleutel for line in lines(session))
        raise ReglementError("Dit kantoor heeft dit reglement niet.", f"Kies een van: {known}.")
    instanties = session.scalars(select(Instantie).order_by(Instantie.id))
    return Labels(
        versies=tuple(versies),
        producten=product_labels(session),
        instanties=tuple({item.sleutel: item.naam for item in instanties}.items()),
    )


def _behind(
    record: Cijferrecord, ids: Mapping[str, int], names: Mapping[str, str], labels: Labels, peil: date
) -> AchterGetal:
    closing = record.closing(peil)
    return AchterGetal(
        dossier_id=ids.get(record.nummer),
        nummer=record.nummer,
        reglement=names.get(labels.lijn_of(record.versie, record.reglement), record.reglement),
        binnengekomen_op=record.binnen,
        afgesloten_op=None if closing is None else closing.dag,
    )
