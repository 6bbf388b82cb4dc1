"""What the reglement says of the office as a whole: the start of a kluis, and what a new version does to it.

From then on the office edits it. A new version of the reglement touches only what it says otherwise than the one before
it, from its own date on; what was true before that stays with its period.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from typing import TypeVar

from sqlalchemy import or_, select
from sqlalchemy.orm import Session

from klachtdesk.models import Bekendmaking, Functionaris, Instantie, Instantielid, Vervanging
from klachtdesk.reglement.schema import Beroepsinstantie, Reglement
from klachtdesk.reglement.schema import Functionaris as FunctionarisRegel

Record = TypeVar("Record", Functionaris, Instantie)
Onderdeel = TypeVar("Onderdeel", Vervanging, Instantielid)

_CONTACT = ("adres", "telefoon", "email", "website")


@dataclass(frozen=True, slots=True)
class _Rij:
    """A functionaris or instantie as a reglement has it: its columns, and the rows that belong to it."""

    velden: Mapping[str, str | bool]
    onderdelen: tuple[tuple[str, str], ...] = ()


def store_start(session: Session, reglement: Reglement) -> None:
    """Put the functionarissen, bodies and bekendmakingen of a reglement in the kluis, beside those of any other."""
    for sleutel, rij in _functionarissen(reglement).items():
        session.add(_new_functionaris(reglement.sleutel, sleutel, rij, None))
    for sleutel, rij in _instanties(reglement).items():
        session.add(_new_instantie(reglement.sleutel, sleutel, rij, None))
    _add_bekendmakingen(session, reglement, frozenset({reglement.sleutel}))


def follow_reglement(
    session: Session, before: Reglement, after: Reglement, van: date, line: frozenset[str]
) -> None:
    """Carry what a new version says otherwise over to the office, from the day on which it comes into force.

    `line` has the keys under which this reglement was and is known: what another one brought stays as it is.
    """
    change = _Change(session, van, after.sleutel, line)
    change.follow(Functionaris, _functionarissen(before), _functionarissen(after))
    change.follow(Instantie, _instanties(before), _instanties(after))
    _add_bekendmakingen(session, after, line)


@dataclass(frozen=True)
class _Change:
    """A new version that comes into force."""

    session: Session
    van: date
    reglement: str
    line: frozenset[str]

    def follow(self, model: type[Record], before: Mapping[str, _Rij], after: Mapping[str, _Rij]) -> None:
        for sleutel in [*before, *(key for key in after if key not in before)]:
            if before.get(sleutel) != after.get(sleutel):
                self._carry_over(model, sleutel, before.get(sleutel), after.get(sleutel))

    def _carry_over(self, model: type[Record], sleutel: str, was: _Rij | None, now: _Rij | None) -> None:
        van, record = self.van, self._record(model, sleutel)
        if now is None:
            if record is not None:
                record.tot = van - timedelta(days=1)
            return
        if record is not None and record.van is not None and record.van >= van:
            _overwrite(record, _said_otherwise(was, now))
            return
        kept = {} if record is None else {key: getattr(record, key) for key in now.velden}
        rij = _Rij({**now.velden, **kept, **_said_otherwise(was, now)}, now.onderdelen)
        make = _new_functionaris if model is Functionaris else _new_instantie
        made = make(self.reglement, sleutel, rij, van)
        if record is not None:
            record.tot = van - timedelta(days=1)
            if was is not None and was.onderdelen == now.onderdelen:
                _take_over(record, made)
        self.session.add(made)

    def _record(self, model: type[Record], sleutel: str) -> Record | None:
        """Return what the office has under this key of this reglement on the day, or after it."""
        query = select(model).where(model.sleutel == sleutel, model.reglement.in_(self.line))
        query = query.where(or_(model.tot.is_(None), model.tot >= self.van))
        return self.session.scalars(query.order_by(model.van.desc(), model.id.desc())).first()


def _take_over(record: Functionaris | Instantie, made: Functionaris | Instantie) -> None:
    """Let the people that the office itself entered come along."""
    match record, made:
        case Functionaris(), Functionaris():
            made.vervangers = [_copied(item) for item in record.vervangers]
        case Instantie(), Instantie():
            made.leden = [_copied(item) for item in record.leden]


def _copied(item: Onderdeel) -> Onderdeel:
    columns = (column for column in item.__table__.columns if not column.foreign_keys)
    return type(item)(**{column.key: getattr(item, column.key) for column in columns})


def _said_otherwise(was: _Rij | None, now: _Rij) -> dict[str, str | bool]:
    return {key: value for key, value in now.velden.items() if was is None or was.velden[key] != value}


def _overwrite(record: Functionaris | Instantie, velden: Mapping[str, str | bool]) -> None:
    for key, value in velden.items():
        setattr(record, key, value)


def _functionarissen(reglement: Reglement) -> dict[str, _Rij]:
    return {
        item.sleutel: _Rij(
            {"functie": item.functie, "naam": item.naam or "", **_contact(item)},
            tuple(
                (other.naam or other.functie, "betrokkenheid")
                for other in reglement.functionarissen
                if item.sleutel in other.vervangt
            ),
        )
        for item in reglement.functionarissen
    }


def _instanties(reglement: Reglement) -> dict[str, _Rij]:
    return {
        item.sleutel: _Rij(
            {
                "naam": item.naam,
                "artikel": item.artikel,
                "kosten": item.kosten or "",
                "bindend": item.bindend,
                **_contact(item),
            },
            tuple((lid.naam, lid.functie) for lid in item.leden),
        )
        for item in reglement.beroepsinstanties
    }


def _contact(item: FunctionarisRegel | Beroepsinstantie) -> dict[str, str]:
    return {key: getattr(item, key) or "" for key in _CONTACT}


def _new_functionaris(reglement: str, sleutel: str, rij: _Rij, van: date | None) -> Functionaris:
    vervangers = [
        Vervanging(rij=nummer, naam=naam, aanleiding=aanleiding)
        for nummer, (naam, aanleiding) in enumerate(rij.onderdelen, start=1)
    ]
    return Functionaris(sleutel=sleutel, reglement=reglement, van=van, vervangers=vervangers, **rij.velden)


def _new_instantie(reglement: str, sleutel: str, rij: _Rij, van: date | None) -> Instantie:
    leden = [
        Instantielid(rij=nummer, naam=naam, functie=functie)
        for nummer, (naam, functie) in enumerate(rij.onderdelen, start=1)
    ]
    return Instantie(sleutel=sleutel, reglement=reglement, van=van, leden=leden, **rij.velden)


def _add_bekendmakingen(session: Session, reglement: Reglement, line: frozenset[str]) -> None:
    known = set(session.scalars(select(Bekendmaking.sleutel).where(Bekendmaking.reglement.in_(line))))
    for item in reglement.bekendmakingen:
        if item.sleutel not in known:
            session.add(
                Bekendmaking(
                    sleutel=item.sleutel,
                    reglement=reglement.sleutel,
                    doelgroep=item.doelgroep,
                    waar=item.waar,
                    artikel=item.artikel,
                )
            )
