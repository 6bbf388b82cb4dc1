"""Finds persons who may stand in the kluis twice: each melding brings its own, so the same klager can come in again."""

from collections import defaultdict
from collections.abc import Iterator
from itertools import combinations

from sqlalchemy import Row, or_, select
from sqlalchemy.orm import Session

from klachtdesk.models import Betrokkenheid, Dossier, Gebeurtenis, Onderscheid, Persoon
from klachtdesk.services.audit import record_audit
from klachtdesk.services.changes import Changes
from klachtdesk.services.desk import Desk
from klachtdesk.services.people import ROL_LABELS
from klachtdesk.views.personen import DeelnameView, DubbelGroep, PersoonRegel

_GRONDEN = {
    "naam": "dezelfde naam",
    "email": "hetzelfde e-mailadres",
    "telefoon": "hetzelfde telefoonnummer",
}

_AT_ONCE = 50
"""Groups in the list; others come up as these are dealt with."""

_SLEUTELS = (Persoon.id, Persoon.naam_sleutel, Persoon.email_sleutel, Persoon.telefoon_sleutel)

Kenmerk = tuple[str, str]
"""What two persons can have in common: which ground, and the key they share."""


def possible_doubles(desk: Desk) -> tuple[DubbelGroep, ...]:
    """Return groups of persons who may be one, those with most in common first, and no more than can be looked at.

    Only melders, klagers and betrokkenen: that the same behandelaar is named in many dossiers is no news.
    """
    with desk.reading() as session:
        groups: dict[Kenmerk, list[int]] = defaultdict(list)
        in_a_dossier = Persoon.id.in_(select(Betrokkenheid.persoon_id))
        for row in session.execute(select(*_SLEUTELS).where(in_a_dossier).order_by(Persoon.id)):
            for kenmerk in _kenmerken(row):
                groups[kenmerk].append(row.id)
        apart = _told_apart(session)
        gronden: dict[tuple[int, ...], list[str]] = defaultdict(list)
        for (grond, _key), ids in groups.items():
            if any(pair not in apart for pair in combinations(ids, 2)):
                gronden[tuple(ids)].append(_GRONDEN[grond])
        ordered = sorted(gronden, key=lambda ids: (-len(gronden[ids]), ids))[:_AT_ONCE]
        return tuple(
            DubbelGroep(tuple(gronden[ids]), tuple(persoon_regel(session, item) for item in ids))
            for ids in ordered
        )


def doubles_in(session: Session, dossier: Dossier) -> tuple[tuple[int, int], ...]:
    """Return who in a dossier may stand in another one as well: pairs of their own id and the other's."""
    own = dict.fromkeys(item.persoon for item in dossier.betrokkenheden)
    apart = _told_apart(session)
    return tuple(
        (persoon.id, other)
        for persoon in own
        for other in _lookalikes(session, persoon)
        if other not in {item.id for item in own} and _pair(persoon.id, other) not in apart
    )


def keep_apart(desk: Desk, personen: tuple[int, ...]) -> Changes:
    """Note that these are different persons, so that nobody is asked again."""
    with desk.writing() as session:
        apart = _told_apart(session)
        for pair in {_pair(*both) for both in combinations(set(personen), 2)} - apart:
            session.add(
                Onderscheid(
                    eerste_id=pair[0],
                    tweede_id=pair[1],
                    moment=desk.klok.nu(),
                    gebruiker_id=desk.gebruiker.id,
                )
            )
            record_audit(session, desk, "personen_onderscheiden", "persoon", pair[0])
    return Changes(lijst=True)


def persoon_regel(session: Session, persoon_id: int) -> PersoonRegel:
    """Return a person with the dossiers in which they are."""
    persoon = session.get_one(Persoon, persoon_id)
    return PersoonRegel(
        id=persoon.id,
        naam=persoon.naam,
        organisatie=persoon.organisatie,
        functie=persoon.functie,
        afdeling=persoon.afdeling,
        plaats=persoon.plaats,
        telefoon=persoon.telefoon,
        email=persoon.email,
        deelnames=tuple(_deelnames(session, persoon.id)),
    )


def _deelnames(session: Session, persoon_id: int) -> Iterator[DeelnameView]:
    played = session.execute(
        select(Dossier, Betrokkenheid.rol)
        .join(Betrokkenheid)
        .where(Betrokkenheid.persoon_id == persoon_id)
        .order_by(Dossier.id, Betrokkenheid.id)
    ).all()
    for dossier, rol in played:
        yield DeelnameView(dossier.id, dossier.nummer, ROL_LABELS[rol])
    named = select(Gebeurtenis.dossier_id).where(Gebeurtenis.persoon_id == persoon_id)
    for dossier in session.scalars(select(Dossier).where(Dossier.id.in_(named)).order_by(Dossier.id)):
        if dossier.id not in {item.id for item, _rol in played}:
            yield DeelnameView(dossier.id, dossier.nummer, "")


def _kenmerken(row: Row[int, str, str, str]) -> Iterator[Kenmerk]:
    """Yield what somebody can be recognised by.

    A first name alone says nothing. An address or number is shared by a whole school, so the last name must agree.
    """
    _id, naam, email, telefoon = row
    last_name = naam.rpartition(" ")[2]
    if " " in naam:
        yield "naam", naam
    if email and last_name:
        yield "email", f"{email} {last_name}"
    if telefoon and last_name:
        yield "telefoon", f"{telefoon} {last_name}"


def _lookalikes(session: Session, persoon: Persoon) -> Iterator[int]:
    keys = (
        (Persoon.naam_sleutel, persoon.naam_sleutel),
        (Persoon.email_sleutel, persoon.email_sleutel),
        (Persoon.telefoon_sleutel, persoon.telefoon_sleutel),
    )
    same = [column == value for column, value in keys if value]
    if not same:
        return
    query = (
        select(*_SLEUTELS)
        .where(or_(*same), Persoon.id != persoon.id, Persoon.id.in_(select(Betrokkenheid.persoon_id)))
        .order_by(Persoon.id)
    )
    own = session.execute(select(*_SLEUTELS).where(Persoon.id == persoon.id)).one()
    for row in session.execute(query):
        if set(_kenmerken(row)) & set(_kenmerken(own)):
            yield row.id


def _told_apart(session: Session) -> set[tuple[int, int]]:
    return {(item.eerste_id, item.tweede_id) for item in session.scalars(select(Onderscheid))}


def _pair(one: int, other: int) -> tuple[int, int]:
    return (one, other) if one < other else (other, one)
