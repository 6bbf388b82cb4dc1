"""Reads a JSON list of gebeurtenissen, as the command `termijnen` takes it; every fault gets a clear message."""

from __future__ import annotations

import re
from datetime import date
from typing import TYPE_CHECKING, Any, NoReturn

from klachtdesk.cli.streams import printable
from klachtdesk.cli.strict_json import load_json, repeated_key
from klachtdesk.errors import GebeurtenisError, InvalidInput
from klachtdesk.reglement.dossier import Gebeurtenis
from klachtdesk.reglement.gebeurtenissen import REF_SOORTEN

if TYPE_CHECKING:
    from klachtdesk.reglement.schema import Reglement

_DATE = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
_HINT = 'Geef een lijst van gebeurtenissen: [{"soort": "ontvangen", "datum": "2026-04-01"}]'


def parse_date(text: str) -> date | None:
    """Return the date that is written as JJJJ-MM-DD, or None when it is none."""
    if not _DATE.fullmatch(text):
        return None
    try:
        return date.fromisoformat(text)
    except ValueError:
        return None


def read_gebeurtenissen(content: bytes, reglement: Reglement) -> list[Gebeurtenis]:
    """Return the gebeurtenissen of a JSON text in UTF-8, with or without a byte order mark.

    Raises InvalidInput when it is no list in JSON, GebeurtenisError when an item can't be read.
    """
    return [_gebeurtenis(item, place, reglement) for place, item in enumerate(_load_list(content), 1)]


def _load_list(content: bytes) -> list[object]:
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise InvalidInput("De invoer is geen tekst in UTF-8.", _HINT) from error
    data = load_json(text, _HINT)
    if not isinstance(data, list):
        raise InvalidInput("De invoer is geen lijst.", _HINT)
    return data


def _gebeurtenis(item: object, place: int, reglement: Reglement) -> Gebeurtenis:
    """Take over the keys that count for this soort; all others are ignored."""
    repeated = repeated_key(item)
    if repeated is not None:
        _refuse(place, printable(repeated), "deze sleutel staat er twee keer.")
    if not isinstance(item, dict):
        _refuse(place, "gebeurtenis", "dit is geen JSON-object met een soort en een datum.")
    soort = _text(item, "soort", place)
    datum = _date(item, "datum", place)
    if soort is None:
        _refuse(place, "soort", "deze sleutel ontbreekt.")
    if datum is None:
        _refuse(place, "datum", "deze sleutel ontbreekt.")
    if soort in REF_SOORTEN:
        return Gebeurtenis(soort, datum, ref=_text(item, "ref", place))
    if soort == "verdaagd":
        termijn = _text(item, "termijn", place)
        return Gebeurtenis(
            soort,
            datum,
            termijn=termijn,
            tot=_date(item, "tot", place),
            reden=_text(item, "reden", place),
            grond=_text(item, "grond", place) if _takes_grond(reglement, termijn) else None,
        )
    return Gebeurtenis(soort, datum)


def _takes_grond(reglement: Reglement, termijn: str | None) -> bool:
    """Tell whether the reglement lists gronden for a verdaging of this termijn; else the key means nothing."""
    regel = reglement.termijn_bij_sleutel.get(termijn or "")
    return bool(regel and regel.verdaging and regel.verdaging.gronden)


def _text(item: dict[str, Any], field: str, place: int) -> str | None:
    value = item.get(field)
    if value is None:
        return None
    if not isinstance(value, str):
        _refuse(place, field, "hier hoort tekst te staan.")
    if not value.isascii() and any("\ud800" <= character <= "\udfff" for character in value):
        _refuse(place, field, "hierin staat een ongeldig teken.")
    return value


def _date(item: dict[str, Any], field: str, place: int) -> date | None:
    value = item.get(field)
    if value is None:
        return None
    found = parse_date(value) if isinstance(value, str) else None
    if found is None:
        _refuse(place, field, "dit is geen datum; schrijf hem als JJJJ-MM-DD.")
    return found


def _refuse(place: int, field: str, why: str) -> NoReturn:
    raise GebeurtenisError(f"Gebeurtenis {place}, {field}: {why}", place=place, field=field)
