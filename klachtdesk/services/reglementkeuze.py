"""Under which reglement a melding falls, where the office has several: the choice, and its correction soon after."""

from collections.abc import Mapping
from datetime import date, datetime

from sqlalchemy.orm import Session

from klachtdesk.errors import NotAllowed
from klachtdesk.formulieren import FORMULIEREN, MELDINGSFORMULIER, Formulier, Keuze, read_formulier
from klachtdesk.formulieren.keuzelijsten import split_keuzes
from klachtdesk.models import Dossier, FormulierWijziging, ReglementVersie
from klachtdesk.services.audit import record_audit
from klachtdesk.services.changes import Changes, dossier_changed
from klachtdesk.services.desk import Desk
from klachtdesk.services.dossier_records import get_dossier
from klachtdesk.services.form_history import keep_history
from klachtdesk.services.formulier_records import counting_events, raw_values, store_values
from klachtdesk.services.gebeurtenis_records import ONTVANGST, judge_ontvangst
from klachtdesk.services.overzicht.producten import propose_producten
from klachtdesk.services.reglementen import form_choices, known_versie, reglement_of, versie_on, versies_on
from klachtdesk.services.status import ontvangen_op
from klachtdesk.views.formulier import REGLEMENT, FormulierView, MeldingReglement


def melding_view(
    session: Session,
    day: date,
    waarden: Mapping[str, str],
    *,
    draft_id: int | None = None,
    bewaard_op: datetime | None = None,
) -> FormulierView:
    """Return a meldingsformulier as the reglement makes it that was chosen, or else the main one.

    Where the office has several, the view has them all, so that the screen can change over at once.
    """
    versies = versies_on(session, day)
    meant = known_versie(session, waarden.get(REGLEMENT, ""), day)
    chosen = meant if meant in versies else versies[0]
    offered = tuple(
        MeldingReglement(item.sleutel, reglement_of(item).naam, _form(session, item)) for item in versies
    )
    raw = {key: text for key, text in waarden.items() if key != REGLEMENT}
    if len(versies) > 1:
        raw[REGLEMENT] = chosen.sleutel
    return FormulierView(
        _form(session, chosen),
        raw,
        draft_id=draft_id,
        bewaard_op=bewaard_op,
        reglementen=offered if len(versies) > 1 else (),
    )


def other_reglementen(session: Session, dossier: Dossier, vandaag: date) -> tuple[Keuze, ...]:
    """Return under which other reglementen a dossier can still be put: none once anything has happened in it."""
    if not _just_received(dossier):
        return ()
    day = ontvangen_op(dossier) or vandaag
    return tuple(
        Keuze(item.sleutel, reglement_of(item).naam)
        for item in versies_on(session, day)
        if item is not dossier.reglement_versie
    )


def change_reglement(desk: Desk, dossier_id: int, reglement: str) -> Changes:
    """Put a dossier that came under the wrong reglement under another one, as long as nothing has happened in it.

    What was chosen from lists that the other one does not have is kept in the history of the form; whether the receipt
    is of a klacht is judged anew. Raises NotFound, ReglementError for one that the office does not have, NotAllowed
    when something happened already: then the dossier is withdrawn as a vergissing and the melding registered again.
    """
    with desk.writing() as session:
        dossier = get_dossier(session, dossier_id)
        if not _just_received(dossier):
            raise NotAllowed(
                "In dit dossier is al iets gebeurd; het houdt zijn reglement.",
                "Trek het in als vergissing en registreer de melding opnieuw onder het andere reglement.",
            )
        was = reglement_of(dossier.reglement_versie).naam
        dossier.reglement_versie = versie_on(session, ontvangen_op(dossier) or desk.klok.vandaag(), reglement)
        session.add(
            FormulierWijziging(
                dossier_id=dossier.id,
                sleutel=REGLEMENT,
                oude_waarde=was,
                moment=desk.klok.nu(),
                gebruiker_id=desk.gebruiker.id,
            )
        )
        _drop_unknown(session, desk, dossier)
        judge_ontvangst(session, desk, dossier, "Onder een ander reglement gebracht.")
        record_audit(session, desk, "reglement_gewijzigd", "dossier", dossier.id)
    return dossier_changed(dossier_id)


def _drop_unknown(session: Session, desk: Desk, dossier: Dossier) -> None:
    """Take out of every form what the lists of the reglement do not have; the history of the form keeps it."""
    choices = form_choices(reglement_of(dossier.reglement_versie))
    for formulier in FORMULIEREN.values():
        filled = formulier.with_keuzes(choices)
        before = raw_values(session, dossier, filled)
        fits, rest = split_keuzes(filled, before)
        if rest:
            store_values(session, dossier, read_formulier(filled, fits, desk.klok.vandaag()), filled)
            keep_history(session, desk, dossier, before, fits)


def _just_received(dossier: Dossier) -> bool:
    events = counting_events(dossier)
    return len(events) == 1 and events[0].soort in ONTVANGST


def _form(session: Session, versie: ReglementVersie) -> Formulier:
    filled = MELDINGSFORMULIER.with_keuzes(form_choices(reglement_of(versie)))
    return propose_producten(session, filled)
