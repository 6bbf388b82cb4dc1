"""Where a dossier stands, in words: derived from its events and its people."""

from datetime import date

from klachtdesk.models import Dossier, Persoon
from klachtdesk.reglement.gebeurtenissen import BEEINDIGEND
from klachtdesk.services.formulier_records import counting_events, person_of
from klachtdesk.services.gebeurtenis_records import ONTVANGST
from klachtdesk.services.vergissingen import VERGISSING, is_vergissing

NIEUW = "Nieuw"
"""What a dossier is called in which nothing has happened yet."""

STATUS_LABELS = {
    "melding_ontvangen": "Melding",
    "ontvangen": "In behandeling",
    "doorgezonden": "In behandeling",
    "oordeel_vastgesteld": "Oordeel vastgesteld",
    "oordeel_verzonden": "Oordeel verzonden",
    "afgehandeld": "Afgehandeld",
    "ingetrokken": "Ingetrokken",
    "direct_opgelost": "Direct opgelost",
    "niet_in_behandeling": "Niet in behandeling",
    "alsnog_in_behandeling": "In behandeling",
    "heropend": "Heropend",
    "bezwaar_ontvangen": "Bezwaar",
    "bezwaar_ingetrokken": "Bezwaar ingetrokken",
    "bezwaar_uitspraak_verzonden": "Bezwaar beslist",
    "beroep_ingesteld": "Beroep",
    "beroep_ingetrokken": "Beroep ingetrokken",
    "beroep_uitspraak": "Beroep beslist",
    "vernietigd": "Vernietigd",
}
"""The kinds that change where a dossier stands; the last of them decides."""


def status_of(dossier: Dossier) -> str:
    """Return where a dossier stands, in the words of the list of dossiers (`dossier_rows`)."""
    if is_vergissing(dossier):
        return VERGISSING
    known = (STATUS_LABELS[soort] for soort in reversed(_by_date(dossier)) if soort in STATUS_LABELS)
    return next(known, NIEUW)


def is_open(dossier: Dossier) -> bool:
    """Tell whether something may still have to be done: no closing event that nothing reopened."""
    for soort in reversed(_by_date(dossier)):
        if soort in {"heropend", "alsnog_in_behandeling"}:
            return True
        if soort in BEEINDIGEND or soort == "vernietigd":
            return False
    return True


def ontvangen_op(dossier: Dossier) -> date | None:
    """Return when the klacht was received, else the melding."""
    found = {item.soort: item.datum for item in counting_events(dossier) if item.soort in ONTVANGST}
    return found.get("ontvangen", found.get("melding_ontvangen"))


def klager_of(dossier: Dossier) -> Persoon | None:
    """Return the klager, or the melder while no klager is known."""
    item = person_of(dossier, "klager") or person_of(dossier, "melder")
    return None if item is None else item.persoon


def klager_named(dossier: Dossier) -> str:
    """Return the name of the klager, or else their organisation; nothing while neither is known."""
    klager = klager_of(dossier)
    return "" if klager is None else klager.naam or klager.organisatie


def betrokkenen_of(dossier: Dossier) -> list[Persoon]:
    """Return whom the klacht is about, in the order of the form."""
    return [item.persoon for item in dossier.betrokkenheden if item.rol == "betrokkene"]


def behandelaar_of(dossier: Dossier) -> str | None:
    """Return who handles the klacht: to whom it was last assigned, or passed on while nobody was assigned."""
    for soort in ("toegewezen", "doorgezonden"):
        names = [
            item.persoon.naam for item in counting_events(dossier) if item.soort == soort and item.persoon
        ]
        if names:
            return names[-1]
    return None


def _by_date(dossier: Dossier) -> list[str]:
    return [item.soort for item in sorted(counting_events(dossier), key=lambda item: item.datum)]
