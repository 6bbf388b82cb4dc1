"""What the figures need of all dossiers, straight from the tables: a few queries, however many dossiers there are."""

import json
from collections import defaultdict
from collections.abc import Hashable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import bindparam, text
from sqlalchemy.orm import Session

from klachtdesk.overzicht.cijferrecord import Onderdeel
from klachtdesk.overzicht.derivation import TELLING_VELDEN, Keuzes, came_in
from klachtdesk.reglement.dossier import Gebeurtenis
from klachtdesk.services.feiten import NOT_REACHED

_DOSSIERS = "SELECT id, jaar, volgnummer, reglement_versie_id, aangemaakt_op FROM dossier ORDER BY id"
_EVENTS = """
    SELECT dossier_id, id, soort, datum, ref, CASE WHEN soort IN :met_velden THEN velden END, vervangt_id
    FROM gebeurtenis WHERE soort IN :soorten OR vervangt_id IS NOT NULL ORDER BY id
"""
"""What takes the place of another event is of its kind; a correctie is read for what it cancels."""

_FORMS = """
    SELECT dossier_id, oorzaak, kanaal, hoedanigheid, soort, uiting, gegrondheid, tevredenheid, onderwerpen, product,
           overeenstemming
    FROM formulier
"""
_ONDERDELEN = "SELECT dossier_id, onderwerp, gegrondheid FROM klachtonderdeel ORDER BY dossier_id, rij"
_KLAGERS = """
    SELECT b.dossier_id, b.persoon_id, p.naam_sleutel FROM betrokkenheid b JOIN persoon p ON p.id = b.persoon_id
    WHERE b.rol IN ('melder', 'klager')
"""


NOT_LISTED = "overig"
"""The key of what was typed and does not stand on the list: no figure holds the text itself."""

Kenmerk = tuple[int, int]
"""The year and the number in it of a dossier."""

_DECODER = json.JSONDecoder()
"""Reads what the program wrote itself: without looking for blanks around it, which takes as long as reading it."""

_NOTHING: Mapping[str, str] = {}

_Rij = Sequence[Any]
"""A row as the database gives it: the columns in the order of the query."""


@dataclass(slots=True)
class DossierRijen:
    """What the tables hold of one dossier; objects are made of its rows when they are asked for.

    `binnen` is the day on which it first came in, and `dagen` tells what happened when. `voorvallen` are the rows of
    its events that count, in the order in which they were recorded.
    """

    id: int
    jaar: int
    volgnummer: int
    versie: int
    aangemaakt: date
    binnen: date
    oorzaak: str
    voorvallen: Sequence[_Rij]
    dagen: Sequence[tuple[str, date]]
    _formulier: _Rij | None
    _onderdelen: Sequence[_Rij]
    _klagers: Sequence[_Rij]

    @property
    def kenmerk(self) -> Kenmerk:
        """Its year and number."""
        return self.jaar, self.volgnummer

    @property
    def vergissing(self) -> bool:
        """Whether it was withdrawn as a mistake."""
        withdrawn = [_velden(row) for row in self.voorvallen if row[2] == "ingetrokken"]
        return any("vergissing" in velden for velden in withdrawn)

    def gebeurtenissen(self) -> tuple[Gebeurtenis, ...]:
        """Return its events; a call that nobody answered is none."""
        found = map(_event, self.voorvallen, self.dagen)
        return tuple([item for item in found if item.velden.get("uitkomst") != NOT_REACHED])

    def keuzes(self, producten: Mapping[str, str]) -> Keuzes:
        """Return what was chosen on its forms; `producten` gives the key of a product by how it is typed."""
        return _keuzes(self._formulier, self._onderdelen, producten)

    def klagers(self) -> Iterator[Hashable]:
        """Yield what its melder and klager are recognised by; a first name alone says nothing."""
        for _dossier, persoon_id, naam in self._klagers:
            yield persoon_id
            if " " in naam:
                yield naam


def load_rows(session: Session, soorten: Iterable[str]) -> Iterator[DossierRijen]:
    """Yield every dossier, with its events of these kinds."""
    kinds = {"soorten": sorted(soorten), "met_velden": sorted(TELLING_VELDEN)}
    query = text(_EVENTS).bindparams(*(bindparam(name, expanding=True) for name in kinds))
    rows = session.execute(query, kinds).all()
    corrected = {row[0] for row in rows if row[6] is not None}
    events = _grouped(rows)
    onderdelen = _grouped(session.execute(text(_ONDERDELEN)).all())
    klagers = _grouped(session.execute(text(_KLAGERS)).all())
    forms = {row[0]: row for row in session.execute(text(_FORMS)).all()}
    for dossier_id, jaar, volgnummer, versie, made in session.execute(text(_DOSSIERS)).all():
        form, happened = forms.get(dossier_id), events.get(dossier_id, [])
        if dossier_id in corrected:
            happened = _counting(happened)
        dagen = [(row[2], date.fromisoformat(row[3])) for row in happened]
        aangemaakt = date.fromisoformat(made[:10])
        yield DossierRijen(
            id=dossier_id,
            jaar=jaar,
            volgnummer=volgnummer,
            versie=versie,
            aangemaakt=aangemaakt,
            binnen=came_in(dagen, aangemaakt),
            oorzaak=(form and form[1]) or "",
            voorvallen=happened,
            dagen=dagen,
            _formulier=form,
            _onderdelen=onderdelen.get(dossier_id, ()),
            _klagers=klagers.get(dossier_id, ()),
        )


def plain_product(typed: str) -> str:
    """Return what somebody typed, as it is compared with the list: without capitals and needless blanks."""
    return " ".join(typed.split()).casefold()


def _grouped(rows: Iterable[_Rij]) -> dict[int, list[_Rij]]:
    found: dict[int, list[_Rij]] = defaultdict(list)
    for row in rows:
        found[row[0]].append(row)
    return found


def _counting(rows: list[_Rij]) -> list[_Rij]:
    """Return the rows of the events that count, in the order of `formulier_records.counting_events`."""
    replaces = {row[1]: row[6] for row in rows if row[6] is not None}
    replaced = set(replaces.values())
    counting = (row for row in rows if row[1] not in replaced and row[2] != "correctie")
    return sorted(counting, key=lambda row: _root(row[1], replaces))


def _root(event_id: int, replaces: Mapping[int, int]) -> int:
    while event_id in replaces:
        event_id = replaces[event_id]
    return event_id


def _event(row: _Rij, wanneer: tuple[str, date]) -> Gebeurtenis:
    soort, datum = wanneer
    ref, velden = row[4], _velden(row)
    if not velden:
        return Gebeurtenis(soort, datum, ref)
    tot = velden.get("tot")
    return Gebeurtenis(
        soort=soort,
        datum=datum,
        ref=ref,
        termijn=velden.get("termijn"),
        tot=date.fromisoformat(tot) if tot else None,
        reden=velden.get("reden"),
        velden=velden,
    )


def _velden(row: _Rij) -> Mapping[str, str]:
    """Return what is told of an event."""
    stored = row[5]
    return _DECODER.raw_decode(stored)[0] if stored and stored != "{}" else _NOTHING


def _keuzes(row: _Rij | None, onderdelen: Iterable[_Rij], producten: Mapping[str, str]) -> Keuzes:
    if row is None:
        return Keuzes()
    oorzaak, kanaal, hoedanigheid, soort, uiting, gegrondheid, tevredenheid = (key or "" for key in row[1:8])
    onderwerpen, typed, agreed = row[8:]
    product = plain_product(typed or "")
    return Keuzes(
        kanaal=kanaal,
        hoedanigheid=hoedanigheid,
        soort=soort,
        uiting=uiting,
        onderwerpen=tuple(_DECODER.raw_decode(onderwerpen)[0]) if onderwerpen else (),
        product=producten.get(product, NOT_LISTED) if product else "",
        oorzaak=oorzaak,
        gegrondheid=gegrondheid,
        onderdelen=tuple(Onderdeel(about or "", oordeel or "") for _dossier, about, oordeel in onderdelen),
        tevredenheid=tevredenheid,
        overeenstemming="" if agreed is None else "ja" if agreed else "nee",
    )
