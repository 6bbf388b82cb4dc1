"""Recording and correcting what happened in a dossier."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date

from sqlalchemy.orm import Session

from klachtdesk.errors import InvalidInput, NotFound
from klachtdesk.formulieren import Veld, VeldSoort, clean_text
from klachtdesk.formulieren.lezen import read_value
from klachtdesk.models import Document, Dossier, Gebeurtenis, Persoon
from klachtdesk.reglement.gebeurtenissen import SOORTEN, GebeurtenisSoort
from klachtdesk.services.audit import record_audit
from klachtdesk.services.changes import Changes, dossier_changed
from klachtdesk.services.desk import Desk
from klachtdesk.services.dossier_records import get_dossier
from klachtdesk.services.draft_records import drop_draft
from klachtdesk.services.formulier_records import counting_events
from klachtdesk.services.gebeurtenis_drafts import GEBEURTENIS
from klachtdesk.services.gebeurtenis_records import (
    ONTVANGST,
    add_correctie,
    add_gebeurtenis,
    check_gebeurtenissen,
    follow_ontvangst,
)
from klachtdesk.services.gebeurtenis_velden import asked_velden, possible_keuzes
from klachtdesk.services.gevraagd import keep_on_form
from klachtdesk.services.people import PERSON_KINDS, person_named
from klachtdesk.services.zoeken import index_dossier
from klachtdesk.views.dossier import GebeurtenisKeuze, GebeurtenisVeld

NOT_BY_HAND = frozenset(
    {"correctie", "vernietigd", "oordeel_vastgesteld", "ondertekening_gevraagd", "oordeel_ondertekend"}
)
"""Kinds that the program records itself with the action they belong to."""

_DATUM = Veld("datum", "Datum", VeldSoort.DATUM)


def possible_gebeurtenissen(desk: Desk, dossier_id: int) -> tuple[GebeurtenisKeuze, ...]:
    """Return the kinds of gebeurtenis that the reglement knows: what it lets happen now, and the rest with why not."""
    with desk.reading() as session:
        dossier = get_dossier(session, dossier_id)
        keuzes = possible_keuzes(session, dossier, desk.klok.vandaag())
        return tuple(keuze for keuze in keuzes if keuze.soort not in NOT_BY_HAND)


def record_gebeurtenis(
    desk: Desk,
    dossier_id: int,
    soort: str,
    datum: str,
    velden: Mapping[str, str],
    *,
    draft_id: int | None = None,
) -> Changes:
    """Record that something happened, from raw texts as typed; the draft that held them goes.

    Raises InvalidInput for what can't be read or is missing (by field; `datum` too), NotAllowed when the reglement does
    not let it happen, and GebeurtenisError when it can't be true beside what was recorded before.
    """
    with desk.writing() as session:
        dossier = get_dossier(session, dossier_id)
        _add(session, desk, dossier, soort, datum, velden)
        drop_draft(session, desk, draft_id, GEBEURTENIS)
        index_dossier(session, dossier)
        record_audit(session, desk, f"gebeurtenis:{soort}", "dossier", dossier.id)
    return dossier_changed(dossier_id)


def correct_gebeurtenis(
    desk: Desk,
    dossier_id: int,
    gebeurtenis_id: int,
    *,
    reden: str,
    datum: str | None = None,
    velden: Mapping[str, str] | None = None,
    draft_id: int | None = None,
) -> Changes:
    """Cancel an event, or put another of its kind in its place when `datum` is given; the wrong one stays visible.

    The draft that held what was typed goes. Raises as `record_gebeurtenis`, NotFound for an event that does not count
    (any more), InvalidInput without reden.
    """
    reden = clean_text(reden)
    if not reden:
        raise InvalidInput(
            "Schrijf op waarom deze gebeurtenis niet klopt.", fields={"reden": "Vul de reden in."}
        )
    with desk.writing() as session:
        dossier = get_dossier(session, dossier_id)
        record = next((item for item in counting_events(dossier) if item.id == gebeurtenis_id), None)
        if record is None:
            raise NotFound(
                "Deze gebeurtenis is al vervangen.", "Kijk op de tijdlijn wat ervoor in de plaats kwam."
            )
        add_correctie(session, desk, dossier, record, reden)
        if datum is not None:
            _add(session, desk, dossier, record.soort, datum, velden or {}, vervangt=record)
        else:
            check_gebeurtenissen(dossier, desk.klok.vandaag())
        if record.soort in ONTVANGST:
            follow_ontvangst(session, dossier)
        drop_draft(session, desk, draft_id, GEBEURTENIS)
        index_dossier(session, dossier)
        record_audit(session, desk, "gebeurtenis_gecorrigeerd", "gebeurtenis", record.id)
    return dossier_changed(dossier_id)


@dataclass(frozen=True, slots=True)
class GelezenGebeurtenis:
    """What was typed of a gebeurtenis, read and found possible to store; whether it may happen is not judged yet.

    `antwoorden` are for the form: what the stap asks of it (`gevraagd.keep_on_form`).
    """

    soort: str
    datum: date
    ref: str | None
    velden: Mapping[str, str]
    persoon: Persoon | None
    antwoorden: Mapping[str, str]


def read_gebeurtenis(
    session: Session,
    desk: Desk,
    dossier: Dossier,
    soort: str,
    datum: str,
    velden: Mapping[str, str],
    *,
    vervangt: Gebeurtenis | None = None,
) -> GelezenGebeurtenis:
    """Read the raw texts of a gebeurtenis; raises InvalidInput for what can't be read or is missing, by field."""
    regel = SOORTEN.get(soort)
    if regel is None:
        raise InvalidInput("Deze soort gebeurtenis bestaat niet.")
    faults: dict[str, str] = {}
    day = _read_datum(datum, desk.klok.vandaag(), faults)
    asked = asked_velden(session, dossier, regel, desk.klok.vandaag())
    if vervangt is not None:
        asked = tuple(_with_own_ref(veld, vervangt) for veld in asked)
    values = _read_velden(asked, velden, desk.klok.vandaag(), faults)
    if faults or day is None:
        raise InvalidInput(next(iter(faults.values())), "Er is nog niets vastgelegd.", fields=faults)
    persoon = _resolve_people(session, dossier, regel, values)
    of_the_form = [key for key in values if regel.veld(key) is None]
    answers = {key: values.pop(key) for key in of_the_form}
    return GelezenGebeurtenis(soort, day, values.pop("ref", None), values, persoon, answers)


def add_gelezen(
    session: Session,
    desk: Desk,
    dossier: Dossier,
    gelezen: GelezenGebeurtenis,
    *,
    document: Document | None = None,
    vervangt: Gebeurtenis | None = None,
) -> None:
    """Add to a dossier what `read_gebeurtenis` read; raises as `add_gebeurtenis`."""
    add_gebeurtenis(
        session,
        desk,
        dossier,
        gelezen.soort,
        gelezen.datum,
        ref=gelezen.ref,
        velden=gelezen.velden,
        persoon=gelezen.persoon,
        document=document,
        vervangt=vervangt,
    )


def _add(
    session: Session,
    desk: Desk,
    dossier: Dossier,
    soort: str,
    datum: str,
    velden: Mapping[str, str],
    *,
    vervangt: Gebeurtenis | None = None,
) -> None:
    if soort in NOT_BY_HAND:
        raise InvalidInput("Deze soort gebeurtenis kan niet met de hand worden vastgelegd.")
    gelezen = read_gebeurtenis(session, desk, dossier, soort, datum, velden, vervangt=vervangt)
    keep_on_form(session, desk, dossier, gelezen.antwoorden)
    add_gelezen(session, desk, dossier, gelezen, vervangt=vervangt)


def _with_own_ref(veld: GebeurtenisVeld, vervangt: Gebeurtenis) -> GebeurtenisVeld:
    """Let the ref that the wrong event had be chosen again: by now nothing is open under it."""
    if veld.soort != "ref" or not veld.keuzes or vervangt.ref is None:
        return veld
    return replace(veld, keuzes=(*veld.keuzes, (vervangt.ref, vervangt.ref)))


def _resolve_people(
    session: Session, dossier: Dossier, regel: GebeurtenisSoort, values: dict[str, str]
) -> Persoon | None:
    """Turn names into people: the field `persoon` is returned, the others keep the ids of theirs."""
    for veld in regel.velden:
        if veld.soort in PERSON_KINDS and veld.sleutel != "persoon" and veld.sleutel in values:
            names = [naam for naam in values[veld.sleutel].replace("\n", ",").split(",") if naam.strip()]
            people = [person_named(session, dossier, naam) for naam in names]
            values[veld.sleutel] = " ".join(str(persoon.id) for persoon in dict.fromkeys(people))
    naam = values.pop("persoon", "")
    return person_named(session, dossier, naam) if naam else None


def _read_datum(text: str, vandaag: date, faults: dict[str, str]) -> date | None:
    try:
        found = read_value(_DATUM, text, vandaag)
    except ValueError as error:
        faults["datum"] = str(error)
        return None
    if not isinstance(found, date):
        faults["datum"] = "Vul de datum in waarop het gebeurde."
        return None
    return found


def _read_velden(
    asked: tuple[GebeurtenisVeld, ...], velden: Mapping[str, str], vandaag: date, faults: dict[str, str]
) -> dict[str, str]:
    values: dict[str, str] = {}
    for veld in asked:
        text = clean_text(velden.get(veld.sleutel, ""))
        if not text:
            if veld.verplicht:
                faults[veld.sleutel] = f"Vul in: {veld.label.lower()}."
            continue
        try:
            values[veld.sleutel] = _read_text(veld, text, vandaag)
        except ValueError as error:
            faults[veld.sleutel] = str(error)
    return values


def _read_text(asked: GebeurtenisVeld, text: str, vandaag: date) -> str:
    """Return a raw text as it is stored: dates as year-month-day, everything else as typed."""
    kinds = {"datum": VeldSoort.DATUM, "tekst": VeldSoort.LANGE_TEKST}
    veld = Veld(asked.sleutel, asked.label, kinds.get(asked.soort, VeldSoort.TEKST), na_vandaag=True)
    found = read_value(veld, text, vandaag)
    known = {sleutel for sleutel, _label in asked.keuzes}
    chosen = text.split() if asked.soort == "gronden" else [text]
    if known and asked.soort not in PERSON_KINDS and not known.issuperset(chosen):
        raise ValueError(f"{asked.label}: kies iets uit de lijst.")
    return found.isoformat() if isinstance(found, date) else text
