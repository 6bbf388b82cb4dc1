"""A second, plain judge of what was recorded: it reads the TOML of a reglement itself, and none of the program's rules.

Slow and naive on purpose. It looks at what happened before an event and says what that event lacked.
"""

import tomllib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import cache
from typing import Any

from klachtdesk.assets import read_text

CLOSING = ("afgehandeld", "ingetrokken", "direct_opgelost", "niet_in_behandeling")
BEFORE_RECEIPT = (
    "melding_ontvangen", "ingediend", "ontvangen", "informele_fase_gestart", "informele_fase_beeindigd",
    "folder_verstrekt", "contact_klager", "notitie", "schriftelijke_indiening_gevraagd", "afgehandeld",
    "ingetrokken", "direct_opgelost",
)  # fmt: skip
KEEPING = ("besproken", "besluit_directie", "bewaren_opgeschort", "bewaren_hervat", "vernietigd")
Table = dict[str, Any]


@dataclass(frozen=True)
class Happened:
    """Something that happened: what, when, about whom (their id), and its other fields."""

    soort: str
    datum: date
    persoon: str = ""
    velden: dict[str, str] = field(default_factory=dict)

    def value(self, veld: str) -> str:
        return self.persoon if veld == "persoon" else self.velden.get(veld, "")


@cache
def _stappen(reglement: str) -> dict[str, Table]:
    praktijk = tomllib.loads(read_text("praktijk", "praktijk.toml"))["stap"]
    own = tomllib.loads(read_text("reglementen", f"{reglement}.toml"))["stap"]
    return {stap["gebeurtenis"]: stap for stap in (*praktijk, *own)}


def lacking(
    reglement: str,
    new: Happened,
    happened: Sequence[Happened],
    people: dict[str, list[str]],
    filled: set[str],
) -> list[str]:
    """Return what an event lacked, given all that happened up to its date; `people` are ids by rol."""
    earlier = sorted((item for item in happened if item.datum <= new.datum), key=lambda item: item.datum)
    begins = max((place for place, item in enumerate(earlier, 1) if item.soort == "heropend"), default=0)
    ronde = earlier[begins:]
    found = []
    before_receipt = (*BEFORE_RECEIPT, *KEEPING) if _closed(ronde) else BEFORE_RECEIPT
    if new.soort not in before_receipt and not any(item.soort == "ontvangen" for item in earlier):
        found.append("before the klacht was received")
    if _let_through(new.soort, ronde):
        return found
    stap = _stappen(reglement).get(new.soort)
    if stap is None:
        return [*found, "no stap of this reglement"]
    if _closed(ronde) and not stap.get("na_afsluiten"):
        found.append("the dossier was closed")
    found += [f"no {veld}" for veld in stap.get("velden", ()) if ":" not in veld and not new.value(veld)]
    if stap.get("kanalen") and new.value("kanaal") not in stap["kanalen"]:
        found.append("by another kanaal")
    for eis in stap.get("eisen", ()):
        if not _met(eis, earlier if eis.get("ooit") else ronde, earlier, people, filled):
            found.append(eis["anders"])
    return found


def _met(
    eis: Table,
    window: Sequence[Happened],
    earlier: Sequence[Happened],
    people: dict[str, list[str]],
    filled: set[str],
) -> bool:
    if "ingevuld" in eis:
        return all(filled & set(keys if isinstance(keys, list) else [keys]) for keys in eis["ingevuld"])
    last_na = max(
        (place for place, item in enumerate(window) if _is_one_of(item, eis.get("na", ()))), default=-1
    )
    after = window[last_na + 1 :]
    if "elk" in eis:
        asked = {person for rol in eis["elk"] for person in people.get(rol, ())}
        done = {item.persoon for item in after if _is_one_of(item, eis["gebeurd"])}
        return asked <= done and not ("klager" in eis["elk"] and not people.get("klager"))
    if "gebeurd" in eis:
        return any(_is_one_of(item, eis["gebeurd"]) for item in after)
    return not any(_is_one_of(item, eis["niet_gebeurd"]) for item in after)


def _is_one_of(item: Happened, wanted: Sequence[str]) -> bool:
    for text in wanted:
        soort, narrowed, condition = text.partition(":")
        veld, _, waarde = condition.partition("=")
        found = item.value(veld) if narrowed else ""
        if item.soort == soort and (not narrowed or found == waarde or waarde in found.split()):
            return True
    return False


def _closed(ronde: Sequence[Happened]) -> bool:
    is_closed = False
    for item in ronde:
        if item.soort == "alsnog_in_behandeling":
            is_closed = any(other.soort in CLOSING[:3] for other in _before(ronde, item))
        elif item.soort in CLOSING:
            is_closed = True
    return is_closed


def _before(ronde: Sequence[Happened], item: Happened) -> Iterator[Happened]:
    for other in ronde:
        if other is item:
            return
        yield other


def _let_through(soort: str, ronde: Sequence[Happened]) -> bool:
    """Tell whether the directie decided that this stap may be done, and it was not done since."""
    allowed = False
    for item in ronde:
        if item.soort == "besluit_directie" and item.value("stap") == soort and item.value("motivering"):
            allowed = True
        elif item.soort == soort:
            allowed = False
    return allowed
