"""Reads JSON as its standard has it, and says of every fault what it is and where it stands."""

from __future__ import annotations

import json
import re
import sys
from collections import Counter
from typing import NoReturn

from klachtdesk.errors import InvalidInput

# Lists and objects inside each other: far more than anybody needs, far less than Python gives up at.
_DEEP = 100

_STRING = r'"[^"\\]*(?:\\.[^"\\]*)*"'


class RepeatingObject(dict[str, object]):
    """A JSON object in which `key` stands twice: which of the two is meant can't be known."""

    def __init__(self, pairs: list[tuple[str, object]]) -> None:
        super().__init__(pairs)
        self.key = next(key for key, times in Counter(key for key, _ in pairs).items() if times > 1)


class _NoNumberError(ValueError):
    """NaN or Infinity, which Python reads but JSON does not have."""


def load_json(text: str, hint: str) -> object:
    """Return what a JSON text says; an object that holds a key twice is a RepeatingObject.

    Raises InvalidInput, with this hint, when it can't be read.
    """
    try:
        return json.loads(text, object_pairs_hook=_object, parse_constant=_no_number)
    except json.JSONDecodeError as error:
        what, position = "De invoer is geen geldige JSON", error.pos
    except RecursionError:
        what, position = "De invoer is te diep genest", _too_deep(text)
    except _NoNumberError as error:
        what = f"De invoer is geen geldige JSON: {error} is geen getal"
        position = _first_outside_strings(str(error), text)
    except ValueError:  # what is left: Python reads no whole number of thousands of digits
        what = "De invoer bevat een getal met te veel cijfers"
        position = _first_outside_strings(f"[0-9]{{{sys.get_int_max_str_digits() + 1}}}", text)
    line = text.count("\n", 0, position) + 1
    column = position - text.rfind("\n", 0, position)
    raise InvalidInput(f"{what} (regel {line}, teken {column}).", hint)


def repeated_key(value: object) -> str | None:
    """Return a key that stands twice in an object, be it this one or one inside it; None when there is none."""
    inside = [value]
    while inside:
        found = inside.pop()
        if isinstance(found, RepeatingObject):
            return found.key
        if isinstance(found, dict | list):
            inside.extend(found.values() if isinstance(found, dict) else found)
    return None


def _object(pairs: list[tuple[str, object]]) -> dict[str, object]:
    found = dict(pairs)
    return found if len(found) == len(pairs) else RepeatingObject(pairs)


def _no_number(name: str) -> NoReturn:
    raise _NoNumberError(name)


def _first_outside_strings(pattern: str, text: str) -> int:
    """Return where something stands in JSON that was read up to there, and so is sound so far."""
    found = (match.start() for match in re.finditer(f"{_STRING}|({pattern})", text) if match[1])
    return next(found, 0)


def _too_deep(text: str) -> int:
    """Return where the nesting gets deeper than anybody needs."""
    depth = 0
    for match in re.finditer(f"{_STRING}|([][{{}}])", text):
        depth += {"[": 1, "{": 1, "]": -1, "}": -1}.get(match[0], 0)
        if depth > _DEEP:
            return match.start()
    return 0
