"""Recording what happened: the one place where a gebeurtenis is added, after the reglement has judged it."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date

from sqlalchemy.orm import Session

from klachtdesk.dutch import capital
from klachtdesk.errors import GebeurtenisError
from klachtdesk.models import Document, Dossier, Formulier, Gebeurtenis, Persoon
from klachtdesk.reglement.procedure import check_stap
from klachtdesk.reglement.validation import validate_gebeurtenissen
from klachtdesk.services.desk import Desk
from klachtdesk.services.feiten import gebeurtenis_of
from klachtdesk.services.formulier_records import counting_events
from klachtdesk.services.people import person_ids
from klachtdesk.services.procedure_feiten import one_key_each, procedure_feiten, with_keys
from klachtdesk.services.reglementen import reglement_of

ONTVANGST = ("melding_ontvangen", "ontvangen")
"""The kinds with which the receipt of a melding is recorded."""


def add_gebeurtenis(
    session: Session,
    desk: Desk,
    dossier: Dossier,
    soort: str,
    datum: date,
    *,
    ref: str | None = None,
    velden: Mapping[str, str] | None = None,
    persoon: Persoon | None = None,
    document: Document | None = None,
    vervangt: Gebeurtenis | None = None,
) -> Gebeurtenis:
    """Add an event to a dossier.

    Raises NotAllowed when the reglement does not let this stap happen, with every reason, and GebeurtenisError when
    the list can't be true with it. What takes the place of a wrong event is only held to the latter, and rests on the
    document of that one when it has none of its own.
    """
    proof = vervangt.document_id if document is None and vervangt is not None else None
    record = Gebeurtenis(
        soort=soort,
        datum=datum,
        ref=ref,
        velden={key: text for key, text in (velden or {}).items() if text},
        persoon=persoon,
        document_id=proof if document is None else document.id,
        vervangt_id=None if vervangt is None else vervangt.id,
        vastgelegd_op=desk.klok.nu(),
        vastgelegd_door=desk.gebruiker.id,
    )
    if vervangt is None:
        _check_stap(session, dossier, record, desk.klok.vandaag())
    dossier.gebeurtenissen.append(record)
    session.flush()
    check_gebeurtenissen(dossier, desk.klok.vandaag())
    return record


def check_gebeurtenis(
    session: Session,
    desk: Desk,
    dossier: Dossier,
    soort: str,
    *,
    velden: Mapping[str, str] | None = None,
    persoon: Persoon | None = None,
) -> None:
    """Raise NotAllowed when the reglement does not let this happen today: for an action that is much work to do."""
    vandaag = desk.klok.vandaag()
    record = Gebeurtenis(soort=soort, datum=vandaag, velden=dict(velden or {}), persoon=persoon)
    _check_stap(session, dossier, record, vandaag)


def _check_stap(session: Session, dossier: Dossier, record: Gebeurtenis, vandaag: date) -> None:
    """Hold an event to the stappen of the reglement, before it is added to the dossier."""
    named = [session.get(Persoon, persoon_id) for persoon_id in person_ids(record)]
    newcomers = [persoon for persoon in (record.persoon, *named) if persoon is not None]
    feiten = procedure_feiten(session, dossier, vandaag, newcomers)
    asked = replace(
        gebeurtenis_of(record), persoon=None if record.persoon is None else str(record.persoon.id)
    )
    asked = with_keys(asked, one_key_each(session, dossier))
    check_stap(reglement_of(dossier.reglement_versie), feiten, asked)


def check_gebeurtenissen(dossier: Dossier, vandaag: date) -> None:
    """Raise GebeurtenisError when the events of a dossier can't be true together (termijnen.md, refused events)."""
    events = tuple(map(gebeurtenis_of, counting_events(dossier)))
    try:
        validate_gebeurtenissen(reglement_of(dossier.reglement_versie), events, vandaag, in_dossier=True)
    except GebeurtenisError as error:
        # The core counts places in a list, for the command; on the screen there is a tijdlijn, and no list to count in.
        where, _, why = error.message.partition(": ")
        raise GebeurtenisError(
            capital(why or where), error.hint, place=error.place, field=error.field
        ) from error


def ontvangst_of(dossier: Dossier) -> Gebeurtenis | None:
    """Return the event of the receipt that the meldingsformulier speaks of: the first one that counts."""
    return next((item for item in counting_events(dossier) if item.soort in ONTVANGST), None)


def replace_ontvangst(
    session: Session, desk: Desk, dossier: Dossier, ontvangen_op: date, kanaal: str
) -> None:
    """Correct the event of the receipt when the meldingsformulier says otherwise; termijnen count from the event."""
    record = ontvangst_of(dossier)
    if record is None or (record.datum, record.velden.get("kanaal", "")) == (ontvangen_op, kanaal):
        return
    soort = record.soort
    if record.velden.get("kanaal", "") != kanaal:
        accepts = reglement_of(dossier.reglement_versie).accepts_kanaal(kanaal)
        soort = "ontvangen" if accepts else "melding_ontvangen"
    add_correctie(session, desk, dossier, record, "Gewijzigd op het meldingsformulier.")
    add_gebeurtenis(session, desk, dossier, soort, ontvangen_op, velden={"kanaal": kanaal}, vervangt=record)


def judge_ontvangst(session: Session, desk: Desk, dossier: Dossier, reden: str) -> None:
    """Record the receipt as that of a klacht, or of a melding that is none, where the reglement judges it otherwise."""
    record = ontvangst_of(dossier)
    if record is None:
        return
    accepts = reglement_of(dossier.reglement_versie).accepts_kanaal(record.velden.get("kanaal", ""))
    soort = "ontvangen" if accepts else "melding_ontvangen"
    if soort != record.soort:
        add_correctie(session, desk, dossier, record, reden)
        add_gebeurtenis(
            session,
            desk,
            dossier,
            soort,
            record.datum,
            velden=record.velden,
            vervangt=record,
        )


def follow_ontvangst(session: Session, dossier: Dossier) -> None:
    """Let the meldingsformulier say what the event of the receipt says, after that was corrected on the tijdlijn."""
    record, formulier = ontvangst_of(dossier), session.get(Formulier, dossier.id)
    if record is not None and formulier is not None:
        formulier.ontvangen_op = record.datum
        formulier.kanaal = record.velden.get("kanaal") or formulier.kanaal
        ingediend = (item for item in counting_events(dossier) if item.soort == "ingediend")
        formulier.dagtekening = next((item.datum for item in ingediend), None)


def _correctie(desk: Desk, record: Gebeurtenis, velden: Mapping[str, str]) -> Gebeurtenis:
    return Gebeurtenis(
        soort="correctie",
        datum=desk.klok.vandaag(),
        velden=dict(velden),
        vervangt_id=record.id,
        vastgelegd_op=desk.klok.nu(),
        vastgelegd_door=desk.gebruiker.id,
    )


def add_correctie(session: Session, desk: Desk, dossier: Dossier, record: Gebeurtenis, reden: str) -> None:
    """Cancel an event; it stays visible, but counts no more."""
    dossier.gebeurtenissen.append(_correctie(desk, record, {"vervangt": str(record.id), "reden": reden}))
    session.flush()
