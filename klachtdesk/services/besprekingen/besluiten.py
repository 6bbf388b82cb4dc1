"""The aanbevelingen that wait for a decision, on the form of a bespreking: what was decided on each, by whom and when.

The meeting that adopts an aanbeveling is also the one that says who carries it out and by which day (Interactie 8.4).
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session

from klachtdesk.formulieren import Formulier, Sectie, Veld, VeldSoort, Waarde, write_value
from klachtdesk.formulieren.overzicht import BESLUITEN, SOORTEN_AANBEVELING
from klachtdesk.models import Aanbeveling, Bespreking
from klachtdesk.services.audit import record_audit
from klachtdesk.services.changes import Changes
from klachtdesk.services.desk import Desk
from klachtdesk.services.form_input import day_of, text_of

_PREFIX = "aanbeveling"
_ADOPTED = "overgenomen"
_LONGEST = 400
"""Characters of an aanbeveling that stand with the decision on it; all of it stands with the overview."""


@dataclass(frozen=True, slots=True)
class Besluit:
    """What was decided on an aanbeveling; `besluit` is empty while nothing was."""

    aanbeveling_id: int
    besluit: str
    eigenaar: str
    uiterlijk: date | None


def with_besluiten(session: Session, formulier: Formulier) -> Formulier:
    """Return the form of a bespreking with a part for each aanbeveling on which nothing was decided yet.

    Each stands before the besluit of the directie, which is the last part.
    """
    *parts, last = formulier.secties
    waiting = tuple(map(_sectie, _undecided(session)))
    return replace(formulier, secties=(*parts, *waiting, last))


def raw_besluiten(session: Session) -> dict[str, str]:
    """Return what is filled in already of who carries out what, and by when."""
    return {
        key: text
        for item in _undecided(session)
        for key, text in (
            (_key(item.id, "eigenaar"), item.eigenaar),
            (_key(item.id, "uiterlijk"), "" if item.uiterlijk is None else write_value(item.uiterlijk)),
        )
        if text
    }


def take_besluiten(values: dict[str, Waarde]) -> tuple[Besluit, ...]:
    """Take the decisions out of the values of a bespreking; the rest are its own columns."""
    asked = [key for key in values if key.startswith(f"{_PREFIX}_") and key.endswith("_besluit")]
    return tuple(_taken(values, int(key.split("_")[1])) for key in asked)


def faults_of(besluiten: Iterable[Besluit]) -> dict[str, str]:
    """Say what an aanbeveling that is adopted lacks to be a maatregel, by the key of its field."""
    faults = {}
    for item in besluiten:
        if item.besluit == _ADOPTED and not item.eigenaar:
            faults[_key(item.aanbeveling_id, "eigenaar")] = "Vul in wie dit uitvoert."
        if item.besluit == _ADOPTED and item.uiterlijk is None:
            faults[_key(item.aanbeveling_id, "uiterlijk")] = "Vul in wanneer het uiterlijk klaar is."
    return faults


def settle_besluiten(session: Session, desk: Desk, held: Bespreking, besluiten: Iterable[Besluit]) -> Changes:
    """Record what was decided in a bespreking, in the transaction of whoever records that."""
    known = {item.id: item for item in _undecided(session)}
    changed = False
    for besluit in besluiten:
        record = known.get(besluit.aanbeveling_id)
        if record is None or (record.eigenaar, record.uiterlijk, "") == (
            besluit.eigenaar,
            besluit.uiterlijk,
            besluit.besluit,
        ):
            continue
        record.eigenaar, record.uiterlijk = besluit.eigenaar, besluit.uiterlijk
        what = "aanbeveling_bewaard"
        if besluit.besluit:
            record.besluit, record.bespreking_id = besluit.besluit, held.id
            what = f"aanbeveling_{besluit.besluit}"
        record_audit(session, desk, what, "aanbeveling", record.id)
        changed = True
    return Changes(conclusies=changed)


def decided_in(session: Session, held: Bespreking) -> dict[str, tuple[str, ...]]:
    """Return the texts of the aanbevelingen on which a bespreking decided, by what was decided."""
    query = select(Aanbeveling).where(Aanbeveling.bespreking_id == held.id).order_by(Aanbeveling.id)
    found = session.scalars(query).all()
    return {
        keuze.sleutel: tuple(item.tekst for item in found if item.besluit == keuze.sleutel)
        for keuze in BESLUITEN
    }


def undo_besluiten(session: Session, desk: Desk, held: Bespreking) -> Changes:
    """Let what was decided in a bespreking that lapses wait for a decision again, unless it was carried out already."""
    query = select(Aanbeveling).where(
        Aanbeveling.bespreking_id == held.id, Aanbeveling.uitgevoerd_op.is_(None)
    )
    found = session.scalars(query).all()
    for record in found:
        record.besluit, record.bespreking_id = "", None
        record_audit(session, desk, "aanbeveling_zonder_besluit", "aanbeveling", record.id)
    return Changes(conclusies=bool(found))


def _undecided(session: Session) -> Iterator[Aanbeveling]:
    query = select(Aanbeveling).where(Aanbeveling.besluit == "").order_by(Aanbeveling.id)
    return iter(session.scalars(query))


def _sectie(item: Aanbeveling) -> Sectie:
    for_what = next((keuze.label for keuze in SOORTEN_AANBEVELING if keuze.sleutel == item.soort), "")
    words = item.tekst if len(item.tekst) <= _LONGEST else f"{item.tekst[:_LONGEST].rstrip()}…"
    return Sectie(
        f"{_PREFIX}_{item.id}",
        f"Aanbeveling: {for_what[:1].lower()}{for_what[1:]}",
        (
            Veld(_key(item.id, "besluit"), "Besluit", VeldSoort.KEUZE, BESLUITEN),
            Veld(_key(item.id, "eigenaar"), "Wie voert uit"),
            Veld(_key(item.id, "uiterlijk"), "Uiterlijk", VeldSoort.DATUM, na_vandaag=True),
        ),
        hulp=words,
    )


def _key(aanbeveling_id: int, veld: str) -> str:
    return f"{_PREFIX}_{aanbeveling_id}_{veld}"


def _taken(values: dict[str, Waarde], aanbeveling_id: int) -> Besluit:
    part: Mapping[str, Waarde] = {
        veld: values.pop(_key(aanbeveling_id, veld), None) for veld in ("besluit", "eigenaar", "uiterlijk")
    }
    return Besluit(
        aanbeveling_id, text_of(part, "besluit"), text_of(part, "eigenaar"), day_of(part, "uiterlijk")
    )
