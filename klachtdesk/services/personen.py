"""Makes one person of two: with history, nothing lost, and back again when it was wrong after all."""

from collections.abc import Iterable, Iterator, Sequence

from sqlalchemy import or_, select
from sqlalchemy.orm import Session

from klachtdesk.errors import NotAllowed, NotFound
from klachtdesk.formulieren.catalogus import PERSOON_VELDEN
from klachtdesk.models import Betrokkenheid, Dossier, Gebeurtenis, Gebruiker, Persoon, Samenvoeging
from klachtdesk.reglement.gebeurtenissen import SOORTEN
from klachtdesk.services.audit import record_audit
from klachtdesk.services.changes import Changes
from klachtdesk.services.desk import Desk
from klachtdesk.services.form_history import keep_up, snapshot
from klachtdesk.services.lookup import get_record
from klachtdesk.services.people import PERSON_KINDS
from klachtdesk.views.personen import SamenvoegingRegel

_VELDEN = (*(veld.sleutel for veld in PERSOON_VELDEN), "afdeling")

_KLAGENDE = frozenset({"melder", "klager"})

_NAMES_MORE = tuple(
    soort.sleutel
    for soort in SOORTEN.values()
    if any(veld.soort in PERSON_KINDS and veld.sleutel != "persoon" for veld in soort.velden)
)
"""Kinds of gebeurtenis that name people in more fields than the one that has a column."""


def merge_personen(desk: Desk, behouden_id: int, opgegaan_ids: Sequence[int]) -> Changes:
    """Let persons go into one of them: their parts and gebeurtenissen are that one's from now on.

    What only the others had filled in, the one who is kept takes over. Raises NotFound, and NotAllowed when one of them
    went into another already, or when in one dossier one complains and another is complained about.
    """
    changes = Changes()
    with desk.writing() as session:
        behouden = _person(session, behouden_id)
        for opgegaan_id in dict.fromkeys(opgegaan_ids):
            if opgegaan_id == behouden_id:
                raise NotAllowed("Iemand kan niet met zichzelf worden samengevoegd.")
            changes |= _merge(session, desk, behouden, _person(session, opgegaan_id))
    return changes


def undo_samenvoeging(desk: Desk, samenvoeging_id: int) -> Changes:
    """Make two persons of one again; what was recorded since stays with who was kept.

    Raises NotFound, and NotAllowed while who was kept has in turn gone into another.
    """
    with desk.writing() as session:
        record = session.get(Samenvoeging, samenvoeging_id)
        if record is None or record.ongedaan_op is not None:
            raise NotFound("Deze samenvoeging bestaat niet (meer).")
        if _went_into_another(session, record.behouden_id):
            raise NotAllowed(
                "Deze persoon is later zelf in een ander opgegaan.", "Maak eerst die samenvoeging ongedaan."
            )
        touched = _dossiers_of(session, record.behouden_id)
        before = snapshot(session, touched)
        _move_back(session, record)
        record.ongedaan_op = desk.klok.nu()
        record_audit(session, desk, "samenvoeging_ongedaan", "persoon", record.opgegaan_id)
        return _all(touched) | keep_up(session, desk, touched, before)


def list_samenvoegingen(desk: Desk) -> tuple[SamenvoegingRegel, ...]:
    """Return who went into whom, the latest first, with those that were undone."""
    with desk.reading() as session:
        names = {item.id: item.naam for item in session.scalars(select(Gebruiker))}
        return tuple(
            SamenvoegingRegel(
                id=item.id,
                behouden=session.get_one(Persoon, item.behouden_id).naam,
                opgegaan=session.get_one(Persoon, item.opgegaan_id).naam,
                behouden_id=item.behouden_id,
                opgegaan_id=item.opgegaan_id,
                dossiers=len(_moved_dossiers(session, item)),
                moment=item.moment,
                gebruiker=names.get(item.gebruiker_id, ""),
                ongedaan_op=item.ongedaan_op,
            )
            for item in session.scalars(select(Samenvoeging).order_by(Samenvoeging.id.desc()))
        )


def _person(session: Session, persoon_id: int) -> Persoon:
    persoon = get_record(session, Persoon, persoon_id, "Deze persoon bestaat niet (meer).")
    if _went_into_another(session, persoon_id):
        raise NotAllowed("Een van deze personen is al in een ander opgegaan.", "Bekijk de lijst opnieuw.")
    return persoon


def _went_into_another(session: Session, persoon_id: int) -> bool:
    query = select(Samenvoeging.id).where(
        Samenvoeging.opgegaan_id == persoon_id, Samenvoeging.ongedaan_op.is_(None)
    )
    return session.scalars(query).first() is not None


def _merge(session: Session, desk: Desk, behouden: Persoon, opgegaan: Persoon) -> Changes:
    touched = [*_dossiers_of(session, behouden.id), *_dossiers_of(session, opgegaan.id)]
    touched = list(dict.fromkeys(touched))
    _check_parts(touched, behouden, opgegaan)
    before = snapshot(session, touched)
    moved, dropped = _take_parts(touched, behouden, opgegaan)
    named = _take_gebeurtenissen(session, behouden.id, opgegaan.id)
    aangevuld = {
        key: value for key in _VELDEN if (value := getattr(opgegaan, key)) and not getattr(behouden, key)
    }
    for key, value in aangevuld.items():
        setattr(behouden, key, value)
    session.add(
        Samenvoeging(
            behouden_id=behouden.id,
            opgegaan_id=opgegaan.id,
            betrokkenheden=moved,
            vervallen=dropped,
            gebeurtenissen=named,
            aangevuld=aangevuld,
            moment=desk.klok.nu(),
            gebruiker_id=desk.gebruiker.id,
        )
    )
    record_audit(session, desk, "personen_samengevoegd", "persoon", behouden.id)
    return _all(touched) | keep_up(session, desk, touched, before)


def _check_parts(dossiers: Iterable[Dossier], behouden: Persoon, opgegaan: Persoon) -> None:
    """Refuse to make one person of the two sides in a dossier: both are to be heard."""
    for dossier in dossiers:
        parts = {
            persoon.id: {item.rol for item in dossier.betrokkenheden if item.persoon_id == persoon.id}
            for persoon in (behouden, opgegaan)
        }
        one, other = parts[behouden.id], parts[opgegaan.id]
        if (one & _KLAGENDE and "betrokkene" in other) or (other & _KLAGENDE and "betrokkene" in one):
            raise NotAllowed(
                f"In dossier {dossier.nummer} klaagt de een over de ander: dat kan niet dezelfde persoon zijn.",
                "Is een van de twee verkeerd ingevuld? Verbeter dat eerst op het meldingsformulier.",
            )


def _take_parts(
    dossiers: Iterable[Dossier], behouden: Persoon, opgegaan: Persoon
) -> tuple[list[int], list[dict[str, str | int]]]:
    """Move the parts in dossiers; a part that both play there is played once from now on."""
    moved: list[int] = []
    dropped: list[dict[str, str | int]] = []
    for dossier in dossiers:
        played = {item.rol for item in dossier.betrokkenheden if item.persoon_id == behouden.id}
        for item in [item for item in dossier.betrokkenheden if item.persoon_id == opgegaan.id]:
            if item.rol in played:
                dropped.append({"dossier_id": dossier.id, "rol": item.rol, "rij": item.rij})
                dossier.betrokkenheden.remove(item)
            else:
                item.persoon = behouden
                moved.append(item.id)
    return moved, dropped


def _take_gebeurtenissen(session: Session, behouden_id: int, opgegaan_id: int) -> dict[str, dict[str, str]]:
    """Let gebeurtenissen name who is kept; return by their id the fields that changed, as they were."""
    found: dict[str, dict[str, str]] = {}
    query = select(Gebeurtenis).where(
        or_(Gebeurtenis.persoon_id == opgegaan_id, Gebeurtenis.soort.in_(_NAMES_MORE))
    )
    for item in session.scalars(query):
        was = {key: text for key, text in _person_fields(item) if str(opgegaan_id) in text.split()}
        velden = dict(item.velden)
        for key, text in was.items():
            ids = [str(behouden_id) if part == str(opgegaan_id) else part for part in text.split()]
            velden[key] = " ".join(dict.fromkeys(ids))
        if was:
            item.velden = velden
        if item.persoon_id == opgegaan_id:
            was["persoon"] = str(opgegaan_id)
            item.persoon = session.get_one(Persoon, behouden_id)
        if was:
            found[str(item.id)] = was
    return found


def _person_fields(item: Gebeurtenis) -> Iterator[tuple[str, str]]:
    for veld in SOORTEN[item.soort].velden:
        if veld.soort in PERSON_KINDS and veld.sleutel != "persoon":
            yield veld.sleutel, str(item.velden.get(veld.sleutel, ""))


def _move_back(session: Session, record: Samenvoeging) -> None:
    behouden = session.get_one(Persoon, record.behouden_id)
    opgegaan = session.get_one(Persoon, record.opgegaan_id)
    for betrokkenheid_id in record.betrokkenheden:
        item = session.get(Betrokkenheid, betrokkenheid_id)
        if item is not None and item.persoon_id == behouden.id:
            item.persoon = opgegaan
    for part in record.vervallen:
        dossier = session.get(Dossier, part["dossier_id"])
        if dossier is not None:
            rol, rij = str(part["rol"]), int(part["rij"])
            taken = {item.rij for item in dossier.betrokkenheden if item.rol == rol}
            free = rij if rij not in taken else max(taken) + 1
            dossier.betrokkenheden.append(Betrokkenheid(rol=rol, rij=free, persoon=opgegaan))
    for gebeurtenis_id, was in record.gebeurtenissen.items():
        event = session.get(Gebeurtenis, int(gebeurtenis_id))
        if event is not None:
            more = {key: text for key, text in was.items() if key != "persoon"}
            event.velden = {**event.velden, **more}
            if "persoon" in was:
                event.persoon = opgegaan
    for key, value in record.aangevuld.items():
        if getattr(behouden, key) == value:
            setattr(behouden, key, "")
    session.flush()


def _dossiers_of(session: Session, persoon_id: int) -> list[Dossier]:
    parts = select(Betrokkenheid.dossier_id).where(Betrokkenheid.persoon_id == persoon_id)
    named = select(Gebeurtenis.dossier_id).where(Gebeurtenis.persoon_id == persoon_id)
    query = select(Dossier).where(or_(Dossier.id.in_(parts), Dossier.id.in_(named))).order_by(Dossier.id)
    return list(session.scalars(query))


def _moved_dossiers(session: Session, record: Samenvoeging) -> set[int]:
    events = [int(gebeurtenis_id) for gebeurtenis_id in record.gebeurtenissen]
    return {
        *session.scalars(select(Betrokkenheid.dossier_id).where(Betrokkenheid.id.in_(record.betrokkenheden))),
        *session.scalars(select(Gebeurtenis.dossier_id).where(Gebeurtenis.id.in_(events))),
        *(int(part["dossier_id"]) for part in record.vervallen),
    }


def _all(dossiers: Iterable[Dossier]) -> Changes:
    return Changes(frozenset(dossier.id for dossier in dossiers), lijst=True, drafts=True)
