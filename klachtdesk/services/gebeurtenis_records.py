"""Recording what happened: the one place where a gebeurtenis is added, after the reglement has judged it."""

from collections.abc import Mapping
from datetime import date

from sqlalchemy.orm import Session

from klachtdesk.formulieren import read_formulier
from klachtdesk.formulieren.catalogus import MELDINGSFORMULIER
from klachtdesk.models import Document, Dossier, Gebeurtenis, Persoon
from klachtdesk.reglement.validation import validate_gebeurtenissen
from klachtdesk.services.desk import Desk
from klachtdesk.services.feiten import gebeurtenis_of
from klachtdesk.services.formulier_records import counting_events
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
    """Add an event to a dossier; raises GebeurtenisError when the list can't be true with it."""
    record = Gebeurtenis(
        soort=soort,
        datum=datum,
        ref=ref,
        velden={key: text for key, text in (velden or {}).items() if text},
        persoon=persoon,
        document_id=None if document is None else document.id,
        vervangt_id=None if vervangt is None else vervangt.id,
        vastgelegd_op=desk.klok.nu(),
        vastgelegd_door=desk.gebruiker.id,
    )
    dossier.gebeurtenissen.append(record)
    session.flush()
    check_gebeurtenissen(dossier, desk.klok.vandaag())
    return record


def check_gebeurtenissen(dossier: Dossier, vandaag: date) -> None:
    """Raise GebeurtenisError when the events of a dossier can't be true together (termijnen.md, refused events)."""
    events = tuple(map(gebeurtenis_of, counting_events(dossier)))
    validate_gebeurtenissen(reglement_of(dossier.reglement_versie), events, vandaag)


def person_named(session: Session, dossier: Dossier, naam: str) -> Persoon:
    """Return the person of this name in the dossier, or a new one: an event points at a person, not at a text."""
    known = [item.persoon for item in dossier.betrokkenheden]
    known += [item.persoon for item in dossier.gebeurtenissen if item.persoon is not None]
    wanted = " ".join(naam.split())
    for persoon in known:
        if persoon.naam.casefold() == wanted.casefold():
            return persoon
    persoon = Persoon(naam=wanted)
    session.add(persoon)
    return persoon


def replace_ontvangst(
    session: Session, desk: Desk, dossier: Dossier, before: Mapping[str, str], after: Mapping[str, str]
) -> None:
    """Correct the event of the receipt when its date or kanaal was corrected on the meldingsformulier."""
    if all(before.get(key) == after.get(key) for key in ("ontvangen_op", "kanaal")):
        return
    was, now = (_received(values, desk.klok.vandaag()) for values in (before, after))
    record = next(
        (item for item in counting_events(dossier) if item.soort in ONTVANGST and item.datum == was), None
    )
    if record is None or now is None:
        return
    reden = {"vervangt": str(record.id), "reden": "Gewijzigd op het meldingsformulier."}
    soort = record.soort
    if before.get("kanaal") != after.get("kanaal"):
        accepts = reglement_of(dossier.reglement_versie).accepts_kanaal(after.get("kanaal", ""))
        soort = "ontvangen" if accepts else "melding_ontvangen"
    dossier.gebeurtenissen.append(_correctie(desk, record, reden))
    session.flush()
    add_gebeurtenis(
        session, desk, dossier, soort, now, velden={"kanaal": after.get("kanaal", "")}, vervangt=record
    )


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


def _received(values: Mapping[str, str], vandaag: date) -> date | None:
    gelezen = read_formulier(MELDINGSFORMULIER, {"ontvangen_op": values.get("ontvangen_op", "")}, vandaag)
    found = gelezen.waarden.get("ontvangen_op")
    return found if isinstance(found, date) else None
