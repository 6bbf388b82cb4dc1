"""Between the raw values of a form and the records that hold them, both ways.

Persons stand in `betrokkenheid`, actiepunten and verbetermaatregelen in gebeurtenissen, klachtonderdelen in rows
of their own, and everything else in a typed column. A form knows nothing of that.
"""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session

from klachtdesk.formulieren import Formulier as FormulierSoort
from klachtdesk.formulieren import Gelezen, Waarde, write_value
from klachtdesk.formulieren.catalogus import ROL_VELDEN
from klachtdesk.models import Betrokkenheid, Dossier, Formulier, Gebeurtenis, Klachtonderdeel, Persoon

PERSOON_RIJEN = ("melder", "klager", "betrokkene")
"""The rows of a form that are persons, by the part they play."""


@dataclass(frozen=True, slots=True)
class ActieRijen:
    """A kind of row that is kept as gebeurtenissen: which event starts it, which one ends it, and their fields."""

    rij: str
    prefix: str
    begin: str
    einde: str
    begin_datum: str | None
    einde_datum: str
    begin_velden: dict[str, str]
    einde_velden: dict[str, str]


ACTIE_RIJEN = (
    ActieRijen(
        "actiepunt",
        "A",
        "actiepunt_vastgesteld",
        "actiepunt_gereed",
        None,
        "gereed_op",
        {"omschrijving": "omschrijving", "wie": "persoon", "uiterlijk": "uiterlijk"},
        {},
    ),
    ActieRijen(
        "verbetermaatregel",
        "M",
        "verbetermaatregel_vastgesteld",
        "verbetermaatregel_geevalueerd",
        "vastgesteld_op",
        "geevalueerd_op",
        {"omschrijving": "omschrijving", "aard": "aard", "wie": "persoon"},
        {"uitkomst": "uitkomst"},
    ),
)


def raw_values(session: Session, dossier: Dossier, formulier: FormulierSoort) -> dict[str, str]:
    """Return the raw values of a form of this dossier, without the empty ones."""
    raw: dict[str, str] = {}
    record = session.get(Formulier, dossier.id)
    for veld in formulier.velden():
        value = getattr(record, veld.sleutel, None)
        raw[veld.sleutel] = write_value(tuple(value) if isinstance(value, list) else value)
    rows = {sectie.rij for sectie in formulier.secties if sectie.rij}
    raw |= _person_values(dossier, rows)
    if "klachtonderdeel" in rows:
        raw |= _onderdeel_values(session, dossier)
    for soort in ACTIE_RIJEN:
        if soort.rij in rows:
            raw |= _actie_values(dossier, soort)
    return {key: text for key, text in raw.items() if text}


def fixed_keys(dossier: Dossier) -> frozenset[str]:
    """Return the raw keys that stand in a recorded gebeurtenis: a form can't change those any more."""
    fixed = set()
    for soort in ACTIE_RIJEN:
        begin = [*soort.begin_velden, *filter(None, [soort.begin_datum])]
        einde = [*soort.einde_velden, soort.einde_datum]
        ended = {item.ref for item in counting_events(dossier) if item.soort == soort.einde}
        for row, ref in enumerate(actie_refs(dossier, soort), start=1):
            keys = begin + einde if ref in ended else begin
            fixed |= {f"{soort.rij}.{row}.{key}" for key in keys}
    return frozenset(fixed)


def store_values(session: Session, dossier: Dossier, gelezen: Gelezen, formulier: FormulierSoort) -> None:
    """Write what was read from a form into the records (not the rows that are gebeurtenissen)."""
    record = session.get(Formulier, dossier.id)
    if record is None:
        record = Formulier(dossier_id=dossier.id)
        session.add(record)
    for veld in formulier.velden():
        value = gelezen.waarden.get(veld.sleutel)
        setattr(record, veld.sleutel, list(value) if isinstance(value, tuple) else value)
    rows = {sectie.rij for sectie in formulier.secties if sectie.rij}
    for rol in PERSOON_RIJEN:
        if rol in rows:
            _store_persons(session, dossier, rol, gelezen.rijen.get(rol, {}))
    if "melder" in rows:
        _melder_is_klager(session, dossier)
    if "klachtonderdeel" in rows:
        _store_onderdelen(session, dossier, gelezen.rijen.get("klachtonderdeel", {}))


def person_of(dossier: Dossier, rol: str, rij: int = 1) -> Betrokkenheid | None:
    """Return who plays this part on this row of the form."""
    return next((item for item in dossier.betrokkenheden if item.rol == rol and item.rij == rij), None)


def actie_refs(dossier: Dossier, soort: ActieRijen) -> list[str]:
    """Return the refs of the rows of this kind, in the order in which they were decided."""
    return [item.ref for item in counting_events(dossier) if item.soort == soort.begin and item.ref]


def new_ref(prefix: str, taken: Collection[str]) -> str:
    """Return the next kenmerk that begins so and that nothing in the dossier ever had, such as A2 after A1."""
    nummer = 1
    while f"{prefix}{nummer}" in taken:
        nummer += 1
    return f"{prefix}{nummer}"


def counting_events(dossier: Dossier) -> list[Gebeurtenis]:
    """Return the events that count, in the order in which they stand: what a correctie replaced is left out.

    An event that takes the place of another stands where that one stood; a klacht was put in before anything else.
    """
    replaces = {item.id: item.vervangt_id for item in dossier.gebeurtenissen if item.vervangt_id is not None}
    replaced = set(replaces.values())

    def place(item: Gebeurtenis) -> int:
        root = item.id
        while root in replaces:
            root = replaces[root]
        return 0 if item.soort == "ingediend" else root

    counting = [
        item for item in dossier.gebeurtenissen if item.id not in replaced and item.soort != "correctie"
    ]
    return sorted(counting, key=place)


def open_actiepunten(dossier: Dossier) -> list[tuple[date, Gebeurtenis]]:
    """Return the actiepunten with a last day that are not done yet, each with that day."""
    events = counting_events(dossier)
    done = {item.ref for item in events if item.soort == "actiepunt_gereed"}
    return [
        (date.fromisoformat(item.velden["uiterlijk"]), item)
        for item in events
        if item.soort == "actiepunt_vastgesteld" and item.ref not in done and item.velden.get("uiterlijk")
    ]


def _person_values(dossier: Dossier, rows: set[str]) -> dict[str, str]:
    melder = person_of(dossier, "melder")
    raw = {}
    for item in dossier.betrokkenheden:
        same_as_melder = item.rol == "klager" and melder is not None and item.persoon_id == melder.persoon_id
        if item.rol in rows and not same_as_melder:
            for veld in ROL_VELDEN[item.rol]:
                raw[f"{item.rol}.{item.rij}.{veld.sleutel}"] = getattr(item.persoon, veld.sleutel)
    return raw


def _onderdeel_values(session: Session, dossier: Dossier) -> dict[str, str]:
    found = session.scalars(select(Klachtonderdeel).where(Klachtonderdeel.dossier_id == dossier.id))
    return {
        f"klachtonderdeel.{item.rij}.{key}": getattr(item, key) or ""
        for item in found
        for key in ("onderwerp", "omschrijving", "gegrondheid")
    }


def _actie_values(dossier: Dossier, soort: ActieRijen) -> dict[str, str]:
    raw = {}
    refs = actie_refs(dossier, soort)
    for item in counting_events(dossier):
        if item.ref not in refs or item.soort not in {soort.begin, soort.einde}:
            continue
        prefix = f"{soort.rij}.{refs.index(item.ref) + 1}"
        begins = item.soort == soort.begin
        for key, veld in (soort.begin_velden if begins else soort.einde_velden).items():
            raw[f"{prefix}.{key}"] = _shown(item, veld)
        datum_key = soort.begin_datum if begins else soort.einde_datum
        if datum_key:
            raw[f"{prefix}.{datum_key}"] = write_value(item.datum)
    return raw


def _shown(item: Gebeurtenis, veld: str) -> str:
    if veld == "persoon":
        return "" if item.persoon is None else item.persoon.naam
    text = str(item.velden.get(veld, ""))
    return write_value(date.fromisoformat(text)) if veld == "uiterlijk" and text else text


def _store_persons(session: Session, dossier: Dossier, rol: str, rows: dict[int, dict[str, Waarde]]) -> None:
    melder = person_of(dossier, "melder")
    for gone in [item for item in dossier.betrokkenheden if item.rol == rol and item.rij not in rows]:
        dossier.betrokkenheden.remove(gone)
    for rij, values in rows.items():
        item = person_of(dossier, rol, rij)
        shared = (
            rol == "klager"
            and melder is not None
            and item is not None
            and item.persoon_id == melder.persoon_id
        )
        if item is None:
            item = Betrokkenheid(rol=rol, rij=rij, persoon=Persoon())
            dossier.betrokkenheden.append(item)
        elif shared:
            item.persoon = Persoon()
        for key, value in values.items():
            setattr(item.persoon, key, value or "")
    session.flush()


def _melder_is_klager(session: Session, dossier: Dossier) -> None:
    """Make the melder the klager too, when the form names no other (10 voor Taal, definities)."""
    melder = person_of(dossier, "melder")
    if melder is not None and person_of(dossier, "klager") is None:
        dossier.betrokkenheden.append(Betrokkenheid(rol="klager", rij=1, persoon=melder.persoon))
        session.flush()


def _store_onderdelen(session: Session, dossier: Dossier, rows: dict[int, dict[str, Waarde]]) -> None:
    kept = {
        item.rij: item
        for item in session.scalars(select(Klachtonderdeel).where(Klachtonderdeel.dossier_id == dossier.id))
    }
    for rij in kept.keys() - rows.keys():
        session.delete(kept[rij])
    for rij, values in rows.items():
        item = kept.get(rij)
        if item is None:
            item = Klachtonderdeel(dossier_id=dossier.id, rij=rij)
            session.add(item)
        for key, value in values.items():
            setattr(item, key, value)
