"""From derived termijnen to what screens show of them."""

from collections.abc import Iterable
from datetime import date

from klachtdesk.models import Dossier
from klachtdesk.reglement.parts import vindplaats_of
from klachtdesk.reglement.termijnen import TermijnStand
from klachtdesk.services.formulier_records import counting_events
from klachtdesk.views.termijn import TermijnSleutel, TermijnView

STATUS_LABELS = {
    "open": "Loopt",
    "gehaald": "Gehaald",
    "te_laat_gehaald": "Te laat gehaald",
    "vervallen": "Vervallen",
    "te_laat_vervallen": "Te laat vervallen",
    "te_laat": "Te laat",
    "verlopen": "Verlopen",
}


def sleutel_of(stand: TermijnStand) -> TermijnSleutel:
    """Return what tells this termijn apart from the others of its dossier."""
    return TermijnSleutel(stand.termijn, stand.ref, stand.ronde)


def named_label(dossier: Dossier, stand: TermijnStand) -> str:
    """Return what a termijn is called, and what it is about where each of several things has one of its own."""
    about = (
        item.velden["omschrijving"]
        for item in counting_events(dossier)
        if stand.ref and item.ref == stand.ref and item.velden.get("omschrijving")
    )
    found = next(about, "")
    return f"{stand.label}: {found}" if found else stand.label


def termijn_view(dossier: Dossier, stand: TermijnStand) -> TermijnView:
    """Return a termijn of a dossier as a screen shows it."""
    return TermijnView(
        sleutel=sleutel_of(stand),
        label=named_label(dossier, stand),
        artikel=vindplaats_of(stand.artikel),
        voor=stand.voor,
        start=stand.start,
        einde=stand.einde,
        streefdatum=stand.streefdatum,
        status=stand.status,
        status_label=STATUS_LABELS[stand.status],
        te_laat=stand.status == "te_laat",
        open=is_running(stand),
        voldaan_op=stand.voldaan_op,
        verdaagbaar=stand.loop.regel.verdaagbaar,
    )


def is_running(stand: TermijnStand) -> bool:
    """Tell whether something can still be done about it: it runs, or it is late and unmet."""
    return stand.status in {"open", "te_laat"}


def push_date(stand: TermijnStand) -> date:
    """Return the day that screens push: the streefdatum, or the end where there is none."""
    return stand.streefdatum or stand.einde


def most_urgent(standen: Iterable[TermijnStand]) -> TermijnStand | None:
    """Return the running termijn of the office that comes first; rights of the klager push nobody here."""
    running = [stand for stand in standen if is_running(stand) and stand.voor == "kantoor"]
    return min(running, key=push_date, default=None)
