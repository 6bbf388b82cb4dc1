"""The records of figures of all dossiers: derived of those that are there, kept of those that were destroyed."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from sqlalchemy import select
from sqlalchemy.orm import Session

from klachtdesk.models import Cijferrecord as Stored
from klachtdesk.models import ReglementVersie
from klachtdesk.overzicht.cijferrecord import Cijferrecord, from_json
from klachtdesk.overzicht.derivation import Deriver, Nummer
from klachtdesk.overzicht.herhaling import mark_repeated_oorzaken, repeated_klagers
from klachtdesk.reglement.dossier import DossierFeiten
from klachtdesk.reglement.schema import Reglement
from klachtdesk.services.cijfer_rows import load_rows
from klachtdesk.services.desk import Desk
from klachtdesk.services.producten import keys_by_name
from klachtdesk.services.reglementen import reglement_of

_STILL_THERE = "dossier_bestaat"
"""Marks a stored record of a dossier that is there: of it only that its klager came back is taken."""

Kenmerk = tuple[int, int]
"""The year and the number in it of a dossier."""


@dataclass(frozen=True, slots=True)
class Cijfers:
    """All records, the ids of the dossiers that are there, and the numbers of those that are not any more."""

    records: tuple[Cijferrecord, ...]
    ids: dict[str, int]
    bewaard: frozenset[str]


def read_cijfers(session: Session) -> Cijfers:
    """Return the record of every dossier that counts: what was withdrawn as a mistake stands in no figure."""
    reglementen = {item.id: reglement_of(item) for item in session.scalars(select(ReglementVersie))}
    stored = {(item.jaar, item.volgnummer): item for item in session.scalars(select(Stored))}
    kept = {
        place: from_json(item.gegevens)
        for place, item in stored.items()
        if not item.gegevens.get(_STILL_THERE)
    }
    came_back = {place for place, item in stored.items() if item.gegevens.get("herhaalde_klager")}
    live = _derive(session, reglementen)
    records = [
        replace(record, herhaalde_klager=True) if _place(record) in came_back else record
        for _id, record in live
        if _place(record) not in kept
    ]
    return Cijfers(
        records=mark_repeated_oorzaken([*records, *kept.values()], reglementen),
        ids={record.nummer: dossier_id for dossier_id, record in live if _place(record) not in kept},
        bewaard=frozenset(record.nummer for record in kept.values()),
    )


def keep_cijfers(session: Session, desk: Desk, dossier_ids: Iterable[int]) -> None:
    """Store the records of dossiers that are about to be destroyed; nothing else of them has to stay for the figures.

    Where one of them is why the klager of another dossier counts as coming back, that is stored with the other one.
    To be called before anything of them is removed. What was withdrawn as a mistake gets no record.
    """
    going = set(dossier_ids)
    found = read_cijfers(session)
    rows = [row for row in load_rows(session, {}) if not row.vergissing]
    by_place = {(row.jaar, row.volgnummer): row for row in rows}
    staying = [
        (row.id, record.binnen, row.klagers)
        for record in found.records
        if (row := by_place.get(_place(record))) is not None and row.id not in going
    ]
    left = repeated_klagers(staying)
    for record in found.records:
        row = by_place.get(_place(record))
        if row is None:
            continue
        if row.id in going:
            _store(session, desk, record, still_there=False)
        elif record.herhaalde_klager and row.id not in left:
            _store(session, desk, record, still_there=True)


def _derive(session: Session, reglementen: dict[int, Reglement]) -> Sequence[tuple[int, Cijferrecord]]:
    derivers = {versie: Deriver(reglement) for versie, reglement in reglementen.items()}
    rows = [row for row in load_rows(session, keys_by_name(session)) if not row.vergissing]
    found = [
        (
            row.id,
            derivers[row.versie].derive(
                Nummer(row.jaar, row.volgnummer, row.versie, row.aangemaakt),
                DossierFeiten(row.gebeurtenissen),
                row.keuzes,
            ),
        )
        for row in rows
    ]
    klagers = {row.id: row.klagers for row in rows}
    again = repeated_klagers((dossier_id, record.binnen, klagers[dossier_id]) for dossier_id, record in found)
    return [
        (dossier_id, replace(record, herhaalde_klager=True) if dossier_id in again else record)
        for dossier_id, record in found
    ]


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
