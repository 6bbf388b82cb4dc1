"""What happened in a dossier, in words: the rows of the tijdlijn."""

from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session

from klachtdesk.dutch import typed_date
from klachtdesk.formulieren.catalogus import KANALEN
from klachtdesk.models import Dossier, Gebeurtenis, Gebruiker
from klachtdesk.reglement.gebeurtenissen import SOORTEN
from klachtdesk.reglement.schema import Reglement
from klachtdesk.services.formulier_records import counting_events
from klachtdesk.services.kantoor.instanties import instantie_names
from klachtdesk.services.people import PERSON_KINDS, names_of
from klachtdesk.services.reglementen import reglement_of
from klachtdesk.views.dossier import TijdlijnRegel


def tijdlijn_of(session: Session, dossier: Dossier) -> tuple[TijdlijnRegel, ...]:
    """Return everything that was recorded, by date; what was replaced stays, and is told apart."""
    names = {gebruiker.id: gebruiker.naam for gebruiker in session.scalars(select(Gebruiker))}
    labels = _labels(reglement_of(dossier.reglement_versie))
    labels["instantie"] |= instantie_names(session, dossier.reglement_versie.sleutel)
    order = {item.id: place for place, item in enumerate(counting_events(dossier))}
    events = sorted(
        dossier.gebeurtenissen, key=lambda item: (item.datum, order.get(item.id, len(order)), item.id)
    )
    return tuple(
        TijdlijnRegel(
            id=item.id,
            datum=item.datum,
            soort=item.soort,
            label=SOORTEN[item.soort].label,
            details=_details(session, item, labels),
            document_id=item.document_id,
            vastgelegd_door=names.get(item.vastgelegd_door, ""),
            vastgelegd_op=item.vastgelegd_op,
            vervangen=item.id not in order and item.soort != "correctie",
            waarden=_raw_values(session, item),
        )
        for item in events
    )


def _labels(reglement: Reglement) -> dict[str, dict[str, str]]:
    """Return what the reglement calls the keys that events hold, by kind of field."""
    gronden = {grond.sleutel: grond.label for stap in reglement.stappen for grond in stap.gronden}
    for termijn in reglement.termijnen:
        gronden |= (
            {grond.sleutel: grond.label for grond in termijn.verdaging.gronden} if termijn.verdaging else {}
        )
    return {
        "termijn": {item.sleutel: item.label for item in reglement.termijnen},
        "instantie": {item.sleutel: item.naam for item in reglement.beroepsinstanties},
        "gronden": gronden,
        "stap": {sleutel: soort.label for sleutel, soort in SOORTEN.items()},
        "keuze": {keuze.sleutel: keuze.label for keuze in KANALEN},
    }


def _details(
    session: Session, item: Gebeurtenis, labels: dict[str, dict[str, str]]
) -> tuple[tuple[str, str], ...]:
    shown = [] if item.persoon is None else [("Persoon", item.persoon.naam)]
    for veld in SOORTEN[item.soort].velden:
        value = str(item.velden.get(veld.sleutel, ""))
        if not value or veld.soort == "gebeurtenis":
            continue
        if veld.soort in PERSON_KINDS:
            words = names_of(session, map(int, value.split()))
        else:
            words = _in_words(value, veld.soort, labels.get(veld.soort, {}))
        shown.append((veld.label, words))
    return tuple(shown)


def _raw_values(session: Session, item: Gebeurtenis) -> tuple[tuple[str, str], ...]:
    """Return the recorded fields as a dialog takes them: people by name, dates the Dutch way."""
    raw = {"ref": item.ref or "", "persoon": "" if item.persoon is None else item.persoon.naam}
    for veld in SOORTEN[item.soort].velden:
        value = str(item.velden.get(veld.sleutel, ""))
        if veld.soort in PERSON_KINDS and veld.sleutel != "persoon":
            raw[veld.sleutel] = names_of(session, map(int, value.split()))
        elif value:
            raw[veld.sleutel] = typed_date(date.fromisoformat(value)) if veld.soort == "datum" else value
    return tuple((key, text) for key, text in raw.items() if text)


def _in_words(value: str, soort: str, labels: dict[str, str]) -> str:
    if soort == "datum":
        return typed_date(date.fromisoformat(value))
    if soort == "gronden":
        return "; ".join(labels.get(key, key) for key in value.split())
    if soort == "keuze":
        return labels.get(value, value.replace("_", " "))
    return labels.get(value, value)
