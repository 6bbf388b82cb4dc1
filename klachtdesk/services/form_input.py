"""From the raw values of a form for the office to a record and back; the forms of a dossier have more to them."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import TypeVar

from sqlalchemy.orm import Session

from klachtdesk.errors import InvalidInput
from klachtdesk.formulieren import Formulier, Gelezen, Sectie, Veld, Waarde, read_formulier, write_value
from klachtdesk.formulieren.lezen import read_value
from klachtdesk.models import Base, Instantielid, Vervanging

Required = Mapping[str, str]
"""Keys that must be filled in, and what to say when they are not; `lid.naam` is asked of every row `lid`."""

Row = TypeVar("Row", Vervanging, Instantielid)


def read_input(
    formulier: Formulier, waarden: Mapping[str, str], vandaag: date, required: Required
) -> Gelezen:
    """Return what was filled in; raises InvalidInput with every fault at once, by raw key."""
    gelezen = read_formulier(formulier, dict(waarden), vandaag)
    faults = {fout.sleutel: fout.bericht for fout in gelezen.fouten}
    for sectie in formulier.secties:
        for prefix, row in _rows_of(sectie, gelezen):
            faults = _missing(sectie, prefix, row, required) | _period_fault(prefix, row) | faults
    refuse(faults)
    return gelezen


def refuse(faults: Mapping[str, str]) -> None:
    """Raise InvalidInput when there are faults."""
    if faults:
        raise InvalidInput(next(iter(faults.values())), "Er is nog niets opgeslagen.", fields=faults)


def read_day(veld: Veld, text: str, vandaag: date, *, otherwise: str) -> date:
    """Return a date as typed; raises InvalidInput at this field, with `otherwise` when nothing was filled in."""
    try:
        found = read_value(veld, text, vandaag)
    except ValueError as error:
        raise InvalidInput(str(error), fields={veld.sleutel: str(error)}) from error
    if not isinstance(found, date):
        raise InvalidInput(otherwise, fields={veld.sleutel: otherwise})
    return found


def fill_record(record: Base, row: Mapping[str, Waarde]) -> None:
    """Put the values of a row in the columns of the same names; a text that is empty is stored as such."""
    columns = record.__table__.columns
    for key, value in row.items():
        if value is None and not columns[key].nullable:
            setattr(record, key, columns[key].type.python_type())
        else:
            setattr(record, key, value)


def fill_rows(
    session: Session, kept: list[Row], model: type[Row], rows: Mapping[int, Mapping[str, Waarde]]
) -> None:
    """Put rows in the place of those that were kept, each under its number on the form."""
    kept.clear()
    session.flush()  # a row that goes may have the number of one that comes
    for nummer, row in rows.items():
        record = model(rij=nummer)
        fill_record(record, row)
        kept.append(record)


def raw_of(
    formulier: Formulier, record: Base, rows: Sequence[Vervanging | Instantielid] = ()
) -> dict[str, str]:
    """Return what a record and its rows hold as the raw values of a form, without the empty ones."""
    raw: dict[str, str] = {}
    for sectie in formulier.secties:
        held = [(None, record)] if sectie.rij is None else [(row.rij, row) for row in rows]
        for nummer, source in held:
            for veld in sectie.velden:
                raw[sectie.raw_key(veld, nummer)] = write_value(getattr(source, veld.sleutel))
    return {key: text for key, text in raw.items() if text}


def text_of(row: Mapping[str, Waarde], key: str) -> str:
    """Return a text that was filled in, without blanks around it."""
    return str(row.get(key) or "").strip()


def day_of(row: Mapping[str, Waarde], key: str) -> date | None:
    """Return a date that was filled in."""
    value = row.get(key)
    return value if isinstance(value, date) else None


def in_period(van: date | None, tot: date | None, day: date) -> bool:
    """Tell whether a day falls in a period, both ends included; an end that is None is open."""
    return (van is None or van <= day) and (tot is None or day <= tot)


def _rows_of(sectie: Sectie, gelezen: Gelezen) -> list[tuple[str, Mapping[str, Waarde]]]:
    if sectie.rij is None:
        return [("", gelezen.waarden)]
    return [(f"{sectie.rij}.{nummer}.", row) for nummer, row in gelezen.rijen.get(sectie.rij, {}).items()]


def _missing(sectie: Sectie, prefix: str, row: Mapping[str, Waarde], required: Required) -> dict[str, str]:
    group = "" if sectie.rij is None else f"{sectie.rij}."
    return {
        f"{prefix}{veld.sleutel}": required[group + veld.sleutel]
        for veld in sectie.velden
        if group + veld.sleutel in required and row.get(veld.sleutel) is None
    }


def _period_fault(prefix: str, row: Mapping[str, Waarde]) -> dict[str, str]:
    van, tot = day_of(row, "van"), day_of(row, "tot")
    if van is not None and tot is not None and tot < van:
        return {f"{prefix}tot": "De laatste dag ligt voor de eerste."}
    return {}
