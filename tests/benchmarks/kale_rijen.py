"""The bare program: what its tables need of each dossier, by one query a table and one loop over what happened.

Days are numbers, as `date.toordinal` gives them.
"""

import json
import sqlite3
from collections import defaultdict
from datetime import date
from functools import cache
from typing import Any, Final, NamedTuple

from dateutil.relativedelta import relativedelta
from holidays.countries.netherlands import NL

Voorval = tuple[int, str | None, str | None]
"""The day on which something happened, the one thing that is counted of it, and its ref."""

SLUITEND: Final = ("afgehandeld", "ingetrokken", "direct_opgelost", "niet_in_behandeling")
HEROPENEND: Final = ("heropend", "alsnog_in_behandeling")

_COUNTED: Final = {
    "ontvangen": "kanaal",
    "melding_ontvangen": "kanaal",
    "contact_klager": "uitkomst",
    "informele_fase_beeindigd": "uitkomst",
    "niet_in_behandeling": "gronden",
    "verdaagd": "tot",
    "tevredenheidscheck": "uitkomst",
    "afgehandeld": "overeenstemming",
    "ingetrokken": "vergissing",
    "doorverwezen": "instantie",
    "beroep_ingesteld": "instantie",
    "beroep_uitspraak": "uitkomst",
    "bezwaar_uitspraak_verzonden": "uitkomst",
    "verbetermaatregel_vastgesteld": "aard",
    "verbetermaatregel_geevalueerd": "uitkomst",
}
"""What is counted of a kind of event, beside its day."""

_DAYS_ONLY: Final = (
    "ontvangstbevestiging_verzonden", "bericht_afhandeling_verzonden", "oordeel_verzonden", "direct_opgelost",
    "heropend", "alsnog_in_behandeling", "gehoord", "afgezien_van_horen", "tevredenheid_bevestigd", "doorgezonden",
    "bezwaar_ontvangen", "bezwaar_ingetrokken", "beroep_ingetrokken", "actiepunt_vastgesteld", "actiepunt_gereed",
    "consequenties_vastgesteld", "consequenties_afgehandeld",
)  # fmt: skip

_FIELDS: Final = " ".join(f"WHEN '{soort}' THEN velden ->> '$.{veld}'" for soort, veld in _COUNTED.items())
_KINDS: Final = ", ".join(f"'{soort}'" for soort in (*_COUNTED, *_DAYS_ONLY))
_EVENTS: Final = f"""
    SELECT dossier_id, soort, datum, ref, CASE soort {_FIELDS} END, id, vervangt_id FROM gebeurtenis NOT INDEXED
    WHERE soort IN ({_KINDS}) OR vervangt_id IS NOT NULL
"""
"""Most rows are wanted: going through the table is quicker than looking each of them up by its kind."""

_FORMS: Final = """
    SELECT dossier_id, kanaal, hoedanigheid, soort, uiting, onderwerpen, product, oorzaak, gegrondheid, tevredenheid,
           overeenstemming
    FROM formulier
"""
_KLAGERS: Final = """
    SELECT b.dossier_id, b.persoon_id, p.naam_sleutel FROM betrokkenheid b JOIN persoon p ON p.id = b.persoon_id
    WHERE b.rol IN ('melder', 'klager')
"""


Formulier = tuple[Any, ...]
"""What was chosen on the forms of a dossier: the columns of `_FORMS`."""

_NO_FORM: Final[Formulier] = (None,) * 11


class Dossier(NamedTuple):
    """A dossier: what happened in it by kind, and the times in which it was open, each with what ended it."""

    id: int
    reglement: str
    voorvallen: dict[str, list[Voorval]]
    tijden: list[tuple[int, int | None, str]]
    formulier: Formulier
    onderdelen: list[str | None]
    klagers: set[Any]


def read_dossiers(connection: sqlite3.Connection) -> list[Dossier]:
    """Return all dossiers that were not withdrawn as a mistake."""
    reglementen = dict(connection.execute("SELECT id, sleutel FROM reglement_versie").fetchall())
    voorvallen = _read_voorvallen(connection)
    forms = {row[0]: row for row in connection.execute(_FORMS).fetchall()}
    onderdelen = defaultdict(list)
    for dossier_id, gegrondheid in connection.execute(
        "SELECT dossier_id, gegrondheid FROM klachtonderdeel"
    ).fetchall():
        onderdelen[dossier_id].append(gegrondheid)
    klagers = defaultdict(set)
    for dossier_id, persoon_id, naam in connection.execute(_KLAGERS).fetchall():
        klagers[dossier_id].add(persoon_id)
        if " " in naam:
            klagers[dossier_id].add(naam)
    found = []
    query = "SELECT id, reglement_versie_id, aangemaakt_op FROM dossier"
    for dossier_id, versie, made in connection.execute(query).fetchall():
        happened = voorvallen.get(dossier_id, {})
        if "ingetrokken" in happened and any(mark for _dag, mark, _ref in happened["ingetrokken"]):
            continue
        tijden = _open_times(happened, day_number(made[:10]))
        about = forms.get(dossier_id, _NO_FORM), onderdelen[dossier_id], klagers[dossier_id]
        found.append(Dossier(dossier_id, reglementen[versie], happened, tijden, *about))
    return found


def _read_voorvallen(connection: sqlite3.Connection) -> dict[int, dict[str, list[Voorval]]]:
    rows = connection.execute(_EVENTS).fetchall()
    replaced = {row[6] for row in rows if row[6] is not None}
    found: dict[int, dict[str, list[Voorval]]] = defaultdict(dict)
    for dossier_id, soort, datum, ref, counted, event_id, _replaces in rows:
        if event_id in replaced or soort == "correctie" or counted == "niet_bereikt":
            continue
        happened = found[dossier_id]
        if soort not in happened:
            happened[soort] = [(day_number(datum), counted, ref)]
        else:
            happened[soort].append((day_number(datum), counted, ref))
            happened[soort].sort(key=_day)
    return found


def _day(voorval: Voorval) -> int:
    return voorval[0]


def _open_times(happened: dict[str, list[Voorval]], made: int) -> list[tuple[int, int | None, str]]:
    """Return the times in which a dossier was open: from when, to when, and what closed it."""
    turns = [(happened[soort][0][0], soort) for soort in SLUITEND if soort in happened]
    if any(soort in happened for soort in HEROPENEND):
        kinds = (*SLUITEND, *HEROPENEND)
        turns = [(day, soort) for soort in kinds for day, _counted, _ref in happened.get(soort, ())]
    received = [
        happened[soort][0][0] for soort in ("melding_ontvangen", "ontvangen") if soort in happened
    ] or [made]
    since: int | None = min(received + [day for day, _soort in turns])
    found: list[tuple[int, int | None, str]] = []
    for day, soort in sorted(turns):
        if soort in HEROPENEND:
            since = day if since is None else since
        elif since is not None:
            found.append((since, day, soort))
            since = None
    if since is not None:
        found.append((since, None, ""))
    return found


@cache
def day_number(datum: str) -> int:
    """Return the number of a day that is written as 2026-03-01."""
    return date.fromisoformat(datum).toordinal()


@cache
def month(dag: int) -> str:
    """Return the month in which a day falls, from 1."""
    return str(date.fromordinal(dag).month)


@cache
def add_months(dag: int, months: int) -> int:
    """Return the day so many months later."""
    return (date.fromordinal(dag) + relativedelta(months=months)).toordinal()


_FEESTDAGEN: Final = NL(years=range(2020, 2030), categories=("public", "optional"))


@cache
def add_werkdagen(dag: int, aantal: int) -> int:
    """Return the day so many working days later."""
    day = date.fromordinal(dag)
    while aantal:
        day += relativedelta(days=1)
        aantal -= day.weekday() < 5 and day not in _FEESTDAGEN
    return day.toordinal()


@cache
def onderwerpen_of(stored: str | None) -> list[str]:
    """Return the onderwerpen that were chosen."""
    return json.loads(stored) if stored else []
