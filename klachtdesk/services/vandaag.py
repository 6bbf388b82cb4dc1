"""What is due over all open dossiers, late first, each with the stap that does it."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta

from sqlalchemy import select
from sqlalchemy.orm import Session

from klachtdesk.models import Dossier, ReglementVersie
from klachtdesk.reglement.procedure import Procedure
from klachtdesk.reglement.procedure_status import StapStand
from klachtdesk.reglement.termijnen import TermijnStand
from klachtdesk.services.desk import Desk
from klachtdesk.services.dossier_records import load_dossiers
from klachtdesk.services.dossier_rows import closed_without
from klachtdesk.services.feiten import termijnen_of
from klachtdesk.services.formulier_records import open_actiepunten
from klachtdesk.services.kantoorsignalen import kantoor_sentences
from klachtdesk.services.people import people_in
from klachtdesk.services.procedure_feiten import procedure_of
from klachtdesk.services.reglementen import reglement_of
from klachtdesk.services.signalen import signalen_of
from klachtdesk.services.stappen import PARTIJ_LABELS, stap_view
from klachtdesk.services.status import klager_named
from klachtdesk.services.termijn_views import is_running, named_label, push_date
from klachtdesk.services.termijnen import open_dossiers
from klachtdesk.views.stap import StapView
from klachtdesk.views.vandaag import VandaagRegel, VandaagView

GROEPEN = ("te_laat", "vandaag", "deze_week", "later", "signaal")
_LOOPT_NIET = "bewaren_loopt_niet"
_WEEK = timedelta(days=7)


def read_vandaag(desk: Desk) -> VandaagView:
    """Return what is due, in the order in which it asks for attention."""
    vandaag = desk.klok.vandaag()
    with desk.reading() as session:
        regels = [regel for dossier in open_dossiers(session) for regel in _of(session, dossier, vandaag)]
        regels += _not_running(session, vandaag)
    regels.sort(key=lambda regel: (GROEPEN.index(regel.groep), regel.datum or date.max, regel.nummer))
    return VandaagView(vandaag, tuple(regels), kantoor_sentences(desk))


def _of(session: Session, dossier: Dossier, vandaag: date) -> Iterator[VandaagRegel]:
    """Yield what one dossier asks for: its termijnen, else the stap it waits for, its actiepunten and its signalen."""
    procedure = procedure_of(session, dossier, vandaag)
    names = {str(persoon.id): persoon.naam for persoon in people_in(session, dossier)}
    running = [item for item in termijnen_of(dossier, vandaag) if is_running(item) and item.voor != "klager"]
    for stand in running:
        stap = _that_meets(procedure, stand)
        if stand.voor == "signaal" and not _calls(stand, vandaag):
            continue
        yield _regel(
            dossier,
            _groep(push_date(stand), stand.status, vandaag),
            named_label(dossier, stand),
            datum=push_date(stand),
            uiterlijk=stand.einde,
            stap=None if stap is None else replace(stap_view(stap, names), ref=stand.ref or ""),
            aan_zet=_mover(stap or procedure.status.wacht_op),
        )
    waits = procedure.status.wacht_op
    if waits is not None and not running:
        words = f"Volgende stap: {waits.label}"
        yield _regel(dossier, "later", words, stap=stap_view(waits, names), aan_zet=_mover(waits))
    yield from _actiepunten(dossier, procedure, vandaag)
    for signaal in signalen_of(session, dossier, vandaag):
        yield _regel(dossier, "signaal", signaal.zin)


def _not_running(session: Session, vandaag: date) -> Iterator[VandaagRegel]:
    """Yield the closed dossiers of which the bewaartermijn does not run, where the reglement has that pointed out."""
    for versie in session.scalars(select(ReglementVersie)):
        reglement = reglement_of(versie)
        if _LOOPT_NIET not in reglement.signaal_bij_sleutel:
            continue
        vereist = reglement.bewaartermijn.vereist
        lifting = {soort for item in vereist for soort in (item.gebeurtenis, *item.niet_bij)}
        for dossier in load_dossiers(session, closed_without(session, [versie.id], lifting)):
            for signaal in signalen_of(session, dossier, vandaag):
                if signaal.sleutel == _LOOPT_NIET:
                    yield _regel(dossier, "signaal", signaal.zin)


def _that_meets(procedure: Procedure, stand: TermijnStand) -> StapStand | None:
    """Return the stap to do for a termijn: what the dossier waits for, when that is possible, brings it nearer.

    Else the stap that meets the termijn, possible or not: then the screen says why not.
    """
    meeting = [stap for stap in procedure.stappen if stap.soort in stand.loop.regel.voldaan_door]
    possible = next((stap for stap in meeting if stap.mogelijk and stap.regel.verwacht), None)
    waits = procedure.status.wacht_op
    return possible or (waits if waits is not None and waits.mogelijk else None) or next(iter(meeting), None)


def _actiepunten(dossier: Dossier, procedure: Procedure, vandaag: date) -> Iterator[VandaagRegel]:
    done = next((stap_view(stap, {}) for stap in procedure.stappen if stap.soort == "actiepunt_gereed"), None)
    for day, item in open_actiepunten(dossier):
        yield _regel(
            dossier,
            _groep(day, "te_laat" if day < vandaag else "open", vandaag),
            f"Actiepunt: {item.velden.get('omschrijving', '')}",
            datum=day,
            uiterlijk=day,
            stap=None if done is None else replace(done, ref=item.ref or ""),
            aan_zet="" if item.persoon is None else item.persoon.naam,
        )


def _calls(stand: TermijnStand, vandaag: date) -> bool:
    """Tell whether a signaal has something to say yet: on its day and after."""
    return stand.einde <= vandaag


def _groep(day: date, status: str, vandaag: date) -> str:
    if status in {"te_laat", "verlopen"}:
        return "te_laat"
    if day <= vandaag:
        return "vandaag"
    return "deze_week" if day <= vandaag + _WEEK else "later"


def _mover(stap: StapStand | None) -> str:
    return "" if stap is None else PARTIJ_LABELS[stap.regel.door]


def _regel(
    dossier: Dossier,
    groep: str,
    wat: str,
    *,
    datum: date | None = None,
    uiterlijk: date | None = None,
    stap: StapView | None = None,
    aan_zet: str = "",
) -> VandaagRegel:
    return VandaagRegel(
        groep=groep,
        dossier_id=dossier.id,
        nummer=dossier.nummer,
        klager=klager_named(dossier),
        wat=wat,
        datum=datum,
        uiterlijk=uiterlijk,
        stap=stap,
        aan_zet=aan_zet,
    )
