"""Recording and correcting what happened in a dossier."""

from collections.abc import Mapping
from datetime import date

from sqlalchemy.orm import Session

from klachtdesk.errors import InvalidInput, NotFound
from klachtdesk.formulieren import Veld, VeldSoort
from klachtdesk.formulieren.catalogus import KANALEN
from klachtdesk.formulieren.lezen import read_value
from klachtdesk.models import Dossier, Gebeurtenis, Persoon
from klachtdesk.reglement.gebeurtenissen import SOORTEN, GebeurtenisSoort
from klachtdesk.reglement.gebeurtenissen import GebeurtenisVeld as VeldRegel
from klachtdesk.reglement.schema import Reglement
from klachtdesk.services.audit import record_audit
from klachtdesk.services.changes import Changes, dossier_changed
from klachtdesk.services.desk import Desk
from klachtdesk.services.dossier_records import get_dossier
from klachtdesk.services.formulier_records import counting_events
from klachtdesk.services.gebeurtenis_records import (
    add_correctie,
    add_gebeurtenis,
    check_gebeurtenissen,
    person_named,
)
from klachtdesk.services.reglementen import reglement_of
from klachtdesk.views.dossier import GebeurtenisKeuze, GebeurtenisVeld

NOT_BY_HAND = frozenset(
    {"correctie", "vernietigd", "oordeel_vastgesteld", "ondertekening_gevraagd", "oordeel_ondertekend"}
)
"""Kinds that the program records itself with the action they belong to."""

_DATUM = Veld("datum", "Datum", VeldSoort.DATUM)


def possible_gebeurtenissen(desk: Desk, dossier_id: int) -> tuple[GebeurtenisKeuze, ...]:
    """Return the kinds of gebeurtenis that can be recorded by hand, each with what it asks for."""
    with desk.reading() as session:
        dossier = get_dossier(session, dossier_id)
        reglement = reglement_of(dossier.reglement_versie)
        return tuple(
            GebeurtenisKeuze(soort.sleutel, soort.label, _asked(soort, reglement, dossier))
            for soort in SOORTEN.values()
            if soort.sleutel not in NOT_BY_HAND
        )


def record_gebeurtenis(
    desk: Desk, dossier_id: int, soort: str, datum: str, velden: Mapping[str, str]
) -> Changes:
    """Record that something happened, from raw texts as typed.

    Raises InvalidInput for what can't be read or is missing (by field; `datum` too), and GebeurtenisError when it
    can't be true beside what was recorded before.
    """
    with desk.writing() as session:
        dossier = get_dossier(session, dossier_id)
        _add(session, desk, dossier, soort, datum, velden)
        record_audit(session, desk, f"gebeurtenis:{soort}", "dossier", dossier.id)
    return dossier_changed(dossier_id)


def correct_gebeurtenis(
    desk: Desk,
    dossier_id: int,
    gebeurtenis_id: int,
    *,
    reden: str,
    datum: str | None = None,
    velden: Mapping[str, str] | None = None,
) -> Changes:
    """Cancel an event, or put another of its kind in its place when `datum` is given; the wrong one stays visible.

    Raises as `record_gebeurtenis`, NotFound for an event that does not count (any more), InvalidInput without reden.
    """
    if not reden.strip():
        raise InvalidInput(
            "Schrijf op waarom deze gebeurtenis niet klopt.", fields={"reden": "Vul de reden in."}
        )
    with desk.writing() as session:
        dossier = get_dossier(session, dossier_id)
        record = next((item for item in counting_events(dossier) if item.id == gebeurtenis_id), None)
        if record is None:
            raise NotFound(
                "Deze gebeurtenis is al vervangen.", "Kijk op de tijdlijn wat ervoor in de plaats kwam."
            )
        add_correctie(session, desk, dossier, record, reden.strip())
        if datum is not None:
            _add(session, desk, dossier, record.soort, datum, velden or {}, vervangt=record)
        else:
            check_gebeurtenissen(dossier, desk.klok.vandaag())
        record_audit(session, desk, "gebeurtenis_gecorrigeerd", "gebeurtenis", record.id)
    return dossier_changed(dossier_id)


def _add(
    session: Session,
    desk: Desk,
    dossier: Dossier,
    soort: str,
    datum: str,
    velden: Mapping[str, str],
    *,
    vervangt: Gebeurtenis | None = None,
) -> None:
    regel = SOORTEN.get(soort)
    if regel is None or soort in NOT_BY_HAND:
        raise InvalidInput("Deze soort gebeurtenis kan niet met de hand worden vastgelegd.")
    faults: dict[str, str] = {}
    day = _read_datum(datum, desk.klok.vandaag(), faults)
    values = _read_velden(regel, reglement_of(dossier.reglement_versie), dossier, velden, faults)
    if faults or day is None:
        raise InvalidInput(next(iter(faults.values())), "Er is nog niets vastgelegd.", fields=faults)
    naam = values.pop("persoon", "")
    persoon: Persoon | None = person_named(session, dossier, naam) if naam else None
    ref = values.pop("ref", None)
    add_gebeurtenis(
        session, desk, dossier, soort, day, ref=ref, velden=values, persoon=persoon, vervangt=vervangt
    )


def _read_datum(text: str, vandaag: date, faults: dict[str, str]) -> date | None:
    try:
        found = read_value(_DATUM, text, vandaag)
    except ValueError as error:
        faults["datum"] = str(error)
        return None
    if not isinstance(found, date):
        faults["datum"] = "Vul de datum in waarop het gebeurde."
        return None
    return found


def _read_velden(
    regel: GebeurtenisSoort,
    reglement: Reglement,
    dossier: Dossier,
    velden: Mapping[str, str],
    faults: dict[str, str],
) -> dict[str, str]:
    values: dict[str, str] = {}
    for asked in _asked(regel, reglement, dossier):
        text = velden.get(asked.sleutel, "").strip()
        if not text:
            if asked.verplicht:
                faults[asked.sleutel] = f"Vul in: {asked.label.lower()}."
            continue
        try:
            values[asked.sleutel] = _read_text(asked, text)
        except ValueError as error:
            faults[asked.sleutel] = str(error)
    return values


def _read_text(asked: GebeurtenisVeld, text: str) -> str:
    """Return a raw text as it is stored: dates as year-month-day, everything else as typed."""
    kinds = {"datum": VeldSoort.DATUM, "tekst": VeldSoort.LANGE_TEKST}
    veld = Veld(asked.sleutel, asked.label, kinds.get(asked.soort, VeldSoort.TEKST), na_vandaag=True)
    found = read_value(veld, text, date.max)
    if (
        asked.keuzes
        and asked.soort != "persoon"
        and text not in {sleutel for sleutel, _label in asked.keuzes}
    ):
        raise ValueError(f"{asked.label}: kies iets uit de lijst.")
    return found.isoformat() if isinstance(found, date) else text


def _asked(soort: GebeurtenisSoort, reglement: Reglement, dossier: Dossier) -> tuple[GebeurtenisVeld, ...]:
    """Return the fields to fill in; documents are attached by the action that makes them, not typed."""
    return tuple(
        GebeurtenisVeld(
            veld.sleutel, veld.label, veld.soort, _choices(veld, reglement, dossier), veld.verplicht
        )
        for veld in soort.velden
        if veld.soort not in {"document", "gebeurtenis"}
    )


def _choices(veld: VeldRegel, reglement: Reglement, dossier: Dossier) -> tuple[tuple[str, str], ...]:
    if veld.keuzes:
        return tuple((sleutel, sleutel.replace("_", " ")) for sleutel in veld.keuzes)
    match veld.soort:
        case "keuze":
            return tuple((keuze.sleutel, keuze.label) for keuze in KANALEN)
        case "termijn":
            return tuple((item.sleutel, item.label) for item in reglement.termijnen if item.verdaagbaar)
        case "instantie":
            return tuple((item.sleutel, item.naam) for item in reglement.beroepsinstanties)
        case "gronden":
            verdagingen = [item.verdaging for item in reglement.termijnen if item.verdaging]
            return tuple((grond.sleutel, grond.label) for item in verdagingen for grond in item.gronden)
        case "persoon":
            return tuple((naam, naam) for naam in names_in(dossier))
        case _:
            return ()


def names_in(dossier: Dossier) -> list[str]:
    """Return the names of the people in a dossier, each once, in the order in which they came in."""
    people = [item.persoon for item in dossier.betrokkenheden]
    people += [item.persoon for item in dossier.gebeurtenissen if item.persoon is not None]
    return list(dict.fromkeys(persoon.naam for persoon in people if persoon.naam))
