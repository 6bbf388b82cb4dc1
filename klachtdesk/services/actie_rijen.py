"""Actiepunten and verbetermaatregelen: rows on a form that are kept as gebeurtenissen, because time counts for them."""

from datetime import date

from sqlalchemy.orm import Session

from klachtdesk.errors import InvalidInput
from klachtdesk.formulieren import Gelezen, Waarde
from klachtdesk.models import Dossier
from klachtdesk.services.desk import Desk
from klachtdesk.services.formulier_records import (
    ACTIE_RIJEN,
    ActieRijen,
    actie_refs,
    counting_events,
    new_ref,
)
from klachtdesk.services.gebeurtenis_records import add_gebeurtenis
from klachtdesk.services.people import person_named


def record_rows(session: Session, desk: Desk, dossier: Dossier, gelezen: Gelezen) -> None:
    """Record what is new in these rows: a row that was added, and one that was finished.

    Raises InvalidInput for a row of which nobody could say what it is about.
    """
    for soort in ACTIE_RIJEN:
        for nummer, row in gelezen.rijen.get(soort.rij, {}).items():
            _record_row(session, desk, dossier, soort, nummer, row)


def _record_row(
    session: Session, desk: Desk, dossier: Dossier, soort: ActieRijen, nummer: int, row: dict[str, Waarde]
) -> None:
    refs = actie_refs(dossier, soort)
    key = f"{soort.rij}.{nummer}"
    if not row.get("omschrijving"):
        raise InvalidInput(
            f"Bij {soort.rij} {nummer} staat niet wat er moet gebeuren.",
            "Vul de omschrijving in of maak de rij leeg.",
            fields={f"{key}.omschrijving": "Vul in wat er moet gebeuren."},
        )
    if nummer <= len(refs):
        ref = refs[nummer - 1]
    else:
        ref = new_ref(soort.prefix, [item.ref for item in dossier.gebeurtenissen if item.ref])
        _begin(session, desk, dossier, soort, row, ref)
    ended = any(item.soort == soort.einde and item.ref == ref for item in counting_events(dossier))
    einde = row.get(soort.einde_datum)
    if isinstance(einde, date) and not ended:
        velden = {veld: _text(row.get(sleutel)) for sleutel, veld in soort.einde_velden.items()}
        if not all(velden.values()):
            raise InvalidInput(
                f"Bij {soort.rij} {nummer} staat wel een datum, maar niet de uitkomst.",
                "Kies de uitkomst van de evaluatie.",
                fields={f"{key}.{sleutel}": "Kies de uitkomst." for sleutel in soort.einde_velden},
            )
        add_gebeurtenis(session, desk, dossier, soort.einde, einde, ref=ref, velden=velden)


def _begin(
    session: Session, desk: Desk, dossier: Dossier, soort: ActieRijen, row: dict[str, Waarde], ref: str
) -> None:
    given = row.get(soort.begin_datum) if soort.begin_datum else None
    datum = given if isinstance(given, date) else desk.klok.vandaag()
    wie = row.get("wie")
    add_gebeurtenis(
        session,
        desk,
        dossier,
        soort.begin,
        datum,
        ref=ref,
        velden={
            veld: _text(row.get(sleutel)) for sleutel, veld in soort.begin_velden.items() if veld != "persoon"
        },
        persoon=person_named(session, dossier, str(wie)) if wie else None,
    )


def _text(value: Waarde) -> str:
    return value.isoformat() if isinstance(value, date) else str(value or "")
