"""What the figures need of all dossiers, straight from the tables: a few queries, however many dossiers there are."""

import json
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import Row, text
from sqlalchemy.orm import Session

from klachtdesk.overzicht.cijferrecord import Onderdeel
from klachtdesk.overzicht.derivation import Keuzes
from klachtdesk.reglement.dossier import Gebeurtenis
from klachtdesk.services.feiten import NOT_REACHED

_DOSSIERS = "SELECT id, jaar, volgnummer, reglement_versie_id, aangemaakt_op FROM dossier ORDER BY id"
_EVENTS = (
    "SELECT dossier_id, id, soort, datum, ref, velden, vervangt_id FROM gebeurtenis ORDER BY dossier_id, id"
)
_FORMS = """
    SELECT dossier_id, kanaal, hoedanigheid, soort, uiting, onderwerpen, product, oorzaak, gegrondheid, tevredenheid,
           overeenstemming
    FROM formulier
"""
_ONDERDELEN = "SELECT dossier_id, onderwerp, gegrondheid FROM klachtonderdeel ORDER BY dossier_id, rij"
_KLAGERS = """
    SELECT b.dossier_id, b.persoon_id, p.naam_sleutel FROM betrokkenheid b JOIN persoon p ON p.id = b.persoon_id
    WHERE b.rol IN ('melder', 'klager')
"""
_NO_VELDEN: Mapping[str, str] = {}


@dataclass(frozen=True, slots=True)
class DossierRijen:
    """What the tables hold of one dossier; `klagers` are its melder and klager, each by what they are known by."""

    id: int
    jaar: int
    volgnummer: int
    versie: int
    aangemaakt: date
    gebeurtenissen: tuple[Gebeurtenis, ...]
    keuzes: Keuzes
    klagers: frozenset[str]
    vergissing: bool


def load_rows(session: Session, producten: Mapping[str, str]) -> Iterator[DossierRijen]:
    """Yield every dossier. `producten` gives the key of a product by how it is typed, in small letters."""
    events = _grouped(session.execute(text(_EVENTS)))
    onderdelen = _grouped(session.execute(text(_ONDERDELEN)))
    klagers = _grouped(session.execute(text(_KLAGERS)))
    forms = {row.dossier_id: row for row in session.execute(text(_FORMS))}
    for row in session.execute(text(_DOSSIERS)):
        counting = _counting(events.get(row.id, ()))
        yield DossierRijen(
            id=row.id,
            jaar=row.jaar,
            volgnummer=row.volgnummer,
            versie=row.reglement_versie_id,
            aangemaakt=date.fromisoformat(row.aangemaakt_op[:10]),
            gebeurtenissen=tuple(item for item in counting if item.velden.get("uitkomst") != NOT_REACHED),
            keuzes=_keuzes(forms.get(row.id), onderdelen.get(row.id, ()), producten),
            klagers=frozenset(_known_by(klagers.get(row.id, ()))),
            vergissing=any(item.soort == "ingetrokken" and "vergissing" in item.velden for item in counting),
        )


def plain_product(typed: str) -> str:
    """Return what somebody typed, as it is compared with the list: without capitals and needless blanks."""
    return " ".join(typed.split()).casefold()


def _grouped(rows: Iterable[Row[Any]]) -> dict[int, list[Row[Any]]]:
    found: dict[int, list[Row[Any]]] = defaultdict(list)
    for row in rows:
        found[row[0]].append(row)
    return found


def _counting(rows: Sequence[Row[Any]]) -> list[Gebeurtenis]:
    """Return the events that count, in the order of `formulier_records.counting_events`."""
    replaces = {row.id: row.vervangt_id for row in rows if row.vervangt_id is not None}
    if replaces:
        replaced = set(replaces.values())
        rows = sorted(
            (row for row in rows if row.id not in replaced and row.soort != "correctie"),
            key=lambda row: _root(row.id, replaces),
        )
    return [_event(row) for row in rows]


def _root(event_id: int, replaces: Mapping[int, int]) -> int:
    while event_id in replaces:
        event_id = replaces[event_id]
    return event_id


def _event(row: Row[Any]) -> Gebeurtenis:
    velden = _NO_VELDEN if row.velden == "{}" else json.loads(row.velden)
    tot = velden.get("tot")
    return Gebeurtenis(
        soort=row.soort,
        datum=date.fromisoformat(row.datum),
        ref=row.ref,
        termijn=velden.get("termijn"),
        tot=date.fromisoformat(tot) if tot else None,
        reden=velden.get("reden"),
        velden=velden,
    )


def _keuzes(row: Row[Any] | None, onderdelen: Iterable[Row[Any]], producten: Mapping[str, str]) -> Keuzes:
    if row is None:
        return Keuzes()
    product = plain_product(row.product or "")
    return Keuzes(
        kanaal=row.kanaal or "",
        hoedanigheid=row.hoedanigheid or "",
        soort=row.soort or "",
        uiting=row.uiting or "",
        onderwerpen=tuple(json.loads(row.onderwerpen)) if row.onderwerpen else (),
        product=producten.get(product, NOT_LISTED) if product else "",
        oorzaak=row.oorzaak or "",
        gegrondheid=row.gegrondheid or "",
        onderdelen=tuple(Onderdeel(item.onderwerp or "", item.gegrondheid or "") for item in onderdelen),
        tevredenheid=row.tevredenheid or "",
        overeenstemming="" if row.overeenstemming is None else "ja" if row.overeenstemming else "nee",
    )


NOT_LISTED = "overig"
"""The key of what was typed and does not stand on the list: no figure holds the text itself."""


def _known_by(rows: Iterable[Row[Any]]) -> Iterator[str]:
    """Yield what a klager is recognised by; a first name alone says nothing."""
    for row in rows:
        yield str(row.persoon_id)
        if " " in row.naam_sleutel:
            yield row.naam_sleutel
