"""The records of figures of all dossiers: derived of those that are there, kept of those that were destroyed."""

import gc
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session

from klachtdesk.models import Cijferrecord as Stored
from klachtdesk.models import ReglementVersie
from klachtdesk.overzicht.cijferrecord import Cijferrecord, from_json
from klachtdesk.overzicht.derivation import ONTVANGST, TURNS, Deriver, Nummer, telling_kinds
from klachtdesk.overzicht.herhaling import repeated_klagers, repeated_oorzaken
from klachtdesk.overzicht.rust import Rust
from klachtdesk.reglement.dossier import DossierFeiten
from klachtdesk.reglement.schema import Reglement
from klachtdesk.services.desk import Desk
from klachtdesk.services.overzicht.cijfer_rows import DossierRijen, Kenmerk, load_rows
from klachtdesk.services.overzicht.producten import keys_by_name
from klachtdesk.services.reglementen import reglement_of

_STILL_THERE = "dossier_bestaat"
"""Marks a stored record of a dossier that is there: of it only that its klager came back is taken."""


@dataclass(frozen=True, slots=True)
class Cijfers:
    """All records, the ids of the dossiers that are there, and the numbers of those that are not any more.

    `rustend` holds the ids of the versions of a reglement under which a dossier is at rest, and has no record here.
    """

    records: tuple[Cijferrecord, ...]
    ids: dict[str, int]
    bewaard: frozenset[str]
    rustend: frozenset[int] = frozenset()


@contextmanager
def uncollected() -> Iterator[None]:
    """Look for no garbage meanwhile: hardly anything here is any, and looking through it time and again takes long."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()


@uncollected()
def read_cijfers(session: Session, sinds: date | None = None) -> Cijfers:
    """Return the record of every dossier that counts: what was withdrawn as a mistake stands in no figure.

    With `sinds` those that were at rest by that day are left out: they stand in no figure of a period that begins then.
    """
    reglementen = {item.id: reglement_of(item) for item in session.scalars(select(ReglementVersie))}
    kept, came_back = _stored(session)
    found = load_rows(session, telling_kinds(reglementen.values()))
    rows = [row for row in found if row.kenmerk not in kept and not row.vergissing]
    awake, rustend = _awake(rows, reglementen, sinds)
    klagers = _coming_back(rows) | {row.id for row in rows if row.kenmerk in came_back}
    oorzaken = repeated_oorzaken([*map(_cause_of, rows), *map(_kept_cause, kept.values())], reglementen)
    live = _derived(session, awake, reglementen, (klagers, oorzaken))
    ended = (
        replace(record, herhaalde_oorzaak=True) if place in oorzaken else record
        for place, record in kept.items()
    )
    return Cijfers(
        records=(*live, *ended),
        ids={record.nummer: row.id for record, row in zip(live, awake, strict=True)},
        bewaard=frozenset(record.nummer for record in kept.values()),
        rustend=rustend,
    )


def _awake(
    rows: list[DossierRijen], reglementen: Mapping[int, Reglement], sinds: date | None
) -> tuple[list[DossierRijen], frozenset[int]]:
    """Return the dossiers that may count from that day on, and of the others the versions of their reglement."""
    if sinds is None:
        return rows, frozenset()
    rust = {versie: Rust(reglement, sinds) for versie, reglement in reglementen.items()}
    awake = [row for row in rows if not rust[row.versie].holds(row.dagen)]
    left_out = Counter(row.versie for row in rows)
    left_out.subtract(row.versie for row in awake)
    return awake, frozenset(+left_out)


def _derived(
    session: Session,
    rows: Iterable[DossierRijen],
    reglementen: Mapping[int, Reglement],
    repeated: tuple[frozenset[int], frozenset[Kenmerk]],
) -> list[Cijferrecord]:
    """Return the record of each; `repeated` holds of which the klager and of which the oorzaak came back."""
    derivers = {versie: Deriver(reglement) for versie, reglement in reglementen.items()}
    producten, (klagers, oorzaken) = keys_by_name(session), repeated
    return [
        derivers[row.versie].derive(
            Nummer(row.jaar, row.volgnummer, row.versie, row.aangemaakt),
            DossierFeiten(row.gebeurtenissen()),
            row.keuzes(producten),
            herhaald=(row.id in klagers, row.kenmerk in oorzaken),
        )
        for row in rows
    ]


def keep_cijfers(session: Session, desk: Desk, dossier_ids: Iterable[int]) -> None:
    """Store the records of dossiers that are about to be destroyed; nothing else of them has to stay for the figures.

    Where one of them is why the klager of another dossier counts as coming back, that is stored with the other one.
    To be called before anything of them is removed. What was withdrawn as a mistake gets no record.
    """
    going = set(dossier_ids)
    found = read_cijfers(session)
    staying = load_rows(session, (*ONTVANGST, *TURNS))
    left = _coming_back(row for row in staying if not row.vergissing and row.id not in going)
    for record in found.records:
        dossier_id = found.ids.get(record.nummer)
        if dossier_id in going:
            _store(session, desk, record, still_there=False)
        elif dossier_id is not None and record.herhaalde_klager and dossier_id not in left:
            _store(session, desk, record, still_there=True)


def _stored(session: Session) -> tuple[dict[Kenmerk, Cijferrecord], set[Kenmerk]]:
    """Return the records of what is gone, and of which dossiers that are there it is kept that the klager came back."""
    kept, came_back = {}, set()
    for item in session.scalars(select(Stored)):
        place = item.jaar, item.volgnummer
        if item.gegevens.get(_STILL_THERE):
            came_back.add(place)
        else:
            kept[place] = from_json(item.gegevens)
    return kept, came_back


def _coming_back(rows: Iterable[DossierRijen]) -> frozenset[int]:
    return repeated_klagers((row.id, row.binnen, row.klagers()) for row in rows)


def _cause_of(row: DossierRijen) -> tuple[Kenmerk, str, date, int]:
    """Return what tells whether its oorzaak came back, as the signaal counts it: from when the klacht was received."""
    received = next((dag for soort, dag in row.dagen if soort == "ontvangen"), row.binnen)
    return row.kenmerk, row.oorzaak, received, row.versie


def _kept_cause(record: Cijferrecord) -> tuple[Kenmerk, str, date, int]:
    return _place(record), record.oorzaak, record.ontvangen or record.binnen, record.versie


def _place(record: Cijferrecord) -> Kenmerk:
    return record.jaar, record.volgnummer


def _store(session: Session, desk: Desk, record: Cijferrecord, *, still_there: bool) -> None:
    jaar, volgnummer = _place(record)
    query = select(Stored).where(Stored.jaar == jaar, Stored.volgnummer == volgnummer)
    stored = session.scalars(query).one_or_none()
    if stored is None:
        stored = Stored(jaar=jaar, volgnummer=volgnummer)
        session.add(stored)
    stored.gegevens = record.as_json() | ({_STILL_THERE: True} if still_there else {})
    stored.vastgelegd_op = desk.klok.nu()
