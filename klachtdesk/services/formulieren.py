"""Registering a melding, and the forms of a dossier: reading them, saving them, and what they held before."""

from dataclasses import dataclass
from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session

from klachtdesk.errors import InvalidInput
from klachtdesk.formulieren import (
    FORMULIEREN,
    MELDINGSFORMULIER,
    Formulier,
    Gelezen,
    write_value,
)
from klachtdesk.formulieren import read_formulier as read_raw
from klachtdesk.models import Dossier, Draft, FormulierWijziging, Gebruiker
from klachtdesk.services import formulier_records as records
from klachtdesk.services.actie_rijen import record_rows
from klachtdesk.services.audit import record_audit
from klachtdesk.services.changes import Changes, dossier_changed
from klachtdesk.services.dagtekening import record_dagtekening
from klachtdesk.services.desk import Desk
from klachtdesk.services.dossier_records import get_dossier, new_dossier
from klachtdesk.services.draft_bijlagen import SPOKEN, move_to_dossier
from klachtdesk.services.draft_records import drop_draft, own_draft
from klachtdesk.services.form_history import keep_history, keep_up, sharing_dossiers, snapshot
from klachtdesk.services.gebeurtenis_records import add_gebeurtenis, replace_ontvangst
from klachtdesk.services.invuller import check_invuller
from klachtdesk.services.overzicht.producten import propose_producten
from klachtdesk.services.reglementen import form_choices, reglement_of, versie_on
from klachtdesk.services.reglementkeuze import melding_view
from klachtdesk.services.zoeken import index_dossier
from klachtdesk.views.formulier import REGLEMENT, FormulierView, WijzigingRegel


@dataclass(frozen=True, slots=True)
class Registratie:
    """A melding that became a dossier."""

    dossier_id: int
    nummer: str
    changes: Changes


def new_melding(desk: Desk) -> FormulierView:
    """Return an empty meldingsformulier for a call that starts now: by phone, today, taken by who is at work."""
    moment = desk.klok.nu()
    waarden = {
        "kanaal": "telefoon",
        "ontvangen_op": write_value(desk.klok.vandaag()),
        "ontvangen_om": write_value(moment.time().replace(second=0, microsecond=0)),
        "aangenomen_door": desk.gebruiker.naam,
        "soort": "klacht",
        "uiting": "direct",
    }
    with desk.reading() as session:
        return melding_view(session, desk.klok.vandaag(), waarden)


def register_melding(
    desk: Desk, waarden: dict[str, str], *, draft_id: int | None, reglement: str | None = None
) -> Registratie:
    """Make a dossier of a melding, with its number, its people and the gebeurtenis of its receipt.

    `reglement` is the key of the one it falls under, where the office has several; without it what stands in
    `waarden` under REGLEMENT, or else the main one.

    Only what can't be read is refused (InvalidInput, every fault at once); nothing has to be filled in. A kanaal by
    which the reglement accepts a klacht makes it `ontvangen`, any other a `melding_ontvangen`.
    """
    vandaag = desk.klok.vandaag()
    with desk.writing() as session:
        ontvangen_op = _received_on(waarden, vandaag)
        versie = versie_on(session, ontvangen_op, reglement or waarden.get(REGLEMENT))
        regels = reglement_of(versie)
        formulier = MELDINGSFORMULIER.with_keuzes(form_choices(regels))
        gelezen = _read(formulier, waarden, vandaag)
        gelezen.waarden["ontvangen_op"] = ontvangen_op
        dossier = new_dossier(session, desk, versie)
        records.store_values(session, dossier, gelezen, formulier)
        kanaal = gelezen.waarden.get("kanaal")
        soort = "ontvangen" if regels.accepts_kanaal(str(kanaal)) else "melding_ontvangen"
        draft = own_draft(session, desk, draft_id)
        bijlagen = () if draft is None else move_to_dossier(session, desk, draft, dossier)
        proof = None if kanaal in SPOKEN else next(iter(bijlagen), None)
        velden = {"kanaal": str(kanaal or "")}
        add_gebeurtenis(session, desk, dossier, soort, ontvangen_op, velden=velden, document=proof)
        record_dagtekening(session, desk, dossier, gelezen, ontvangen_op)
        drop_draft(session, desk, draft_id)
        index_dossier(session, dossier)
        record_audit(session, desk, "melding_geregistreerd", "dossier", dossier.id)
        return Registratie(dossier.id, dossier.nummer, dossier_changed(dossier.id))


def read_formulier(desk: Desk, dossier_id: int, formulier: str) -> FormulierView:
    """Return a form of a dossier: what was saved, under what this user typed since and did not save."""
    with desk.reading() as session:
        dossier, asked = get_dossier(session, dossier_id), FORMULIEREN[formulier]
        return form_view(session, dossier, asked, _latest_draft(session, desk, dossier, asked))


def form_view(session: Session, dossier: Dossier, formulier: Formulier, draft: Draft | None) -> FormulierView:
    """Return a form of a dossier for the screen: what was saved, or what stands in a draft."""
    filled = formulier.with_keuzes(form_choices(reglement_of(dossier.reglement_versie)))
    filled = propose_producten(session, filled)
    saved = records.raw_values(session, dossier, filled)
    fixed = records.fixed_keys(dossier)
    if draft is None:
        return FormulierView(filled, saved, dossier.id, dossier.nummer, vaste_sleutels=fixed)
    typed = {**draft.waarden, **{key: saved[key] for key in fixed if key in saved}}
    return FormulierView(filled, typed, dossier.id, dossier.nummer, draft.id, draft.bewaard_op, fixed)


def save_formulier(
    desk: Desk, dossier_id: int, formulier: str, waarden: dict[str, str], *, draft_id: int | None
) -> Changes:
    """Save a form of a dossier; what fields held before is kept in their history.

    Raises InvalidInput with every fault at once, and NotAllowed for an invuller who is betrokken; then nothing changes.
    """
    vandaag = desk.klok.vandaag()
    with desk.writing() as session:
        dossier = get_dossier(session, dossier_id)
        filled = FORMULIEREN[formulier].with_keuzes(form_choices(reglement_of(dossier.reglement_versie)))
        before = records.raw_values(session, dossier, filled)
        others = sharing_dossiers(session, dossier)
        before_others = snapshot(session, others)
        fixed = records.fixed_keys(dossier)
        asked = {**waarden, **{key: before[key] for key in fixed if key in before}}
        gelezen = _read(filled, asked, vandaag)
        records.store_values(session, dossier, gelezen, filled)
        record_rows(session, desk, dossier, gelezen)
        after = records.raw_values(session, dossier, filled)
        if after.get("invuller") != before.get("invuller"):
            check_invuller(session, dossier, vandaag)
        keep_history(session, desk, dossier, before, after)
        if filled.sleutel == MELDINGSFORMULIER.sleutel:
            replace_ontvangst(session, desk, dossier, _received(gelezen), after.get("kanaal", ""))
            if after.get("dagtekening") != before.get("dagtekening"):
                record_dagtekening(session, desk, dossier, gelezen, _received(gelezen))
        drop_draft(session, desk, draft_id)
        index_dossier(session, dossier)
        changes = dossier_changed(dossier_id) | keep_up(session, desk, others, before_others)
        record_audit(session, desk, "formulier_bewaard", "dossier", dossier.id)
    return changes


def read_wijzigingen(desk: Desk, dossier_id: int) -> tuple[WijzigingRegel, ...]:
    """Return what the fields of a dossier held before, the latest change first."""
    with desk.reading() as session:
        found = session.execute(
            select(FormulierWijziging, Gebruiker.naam)
            .join(Gebruiker, Gebruiker.id == FormulierWijziging.gebruiker_id)
            .where(FormulierWijziging.dossier_id == dossier_id)
            .order_by(FormulierWijziging.id.desc())
        )
        return tuple(
            WijzigingRegel(item.moment, naam, _label_of(item.sleutel), item.oude_waarde)
            for item, naam in found
        )


def _latest_draft(session: Session, desk: Desk, dossier: Dossier, formulier: Formulier) -> Draft | None:
    query = select(Draft).where(
        Draft.dossier_id == dossier.id,
        Draft.formulier == formulier.sleutel,
        Draft.gebruiker_id == desk.gebruiker.id,
    )
    return session.scalars(query.order_by(Draft.bewaard_op.desc(), Draft.id.desc())).first()


def _received_on(waarden: dict[str, str], vandaag: date) -> date:
    """Return the day of receipt, which chooses the reglement; unreadable is reported with the other faults later."""
    gelezen = read_raw(MELDINGSFORMULIER, {"ontvangen_op": waarden.get("ontvangen_op", "")}, vandaag)
    found = gelezen.waarden.get("ontvangen_op")
    return found if isinstance(found, date) else vandaag


def _received(gelezen: Gelezen) -> date:
    """Return the date of receipt, which a registered melding can't do without: termijnen count from it."""
    found = gelezen.waarden.get("ontvangen_op")
    if not isinstance(found, date):
        message = "Vul in wanneer de klacht is ontvangen; vanaf die dag lopen de termijnen."
        raise InvalidInput(message, "Er is nog niets opgeslagen.", fields={"ontvangen_op": message})
    return found


def _read(formulier: Formulier, waarden: dict[str, str], vandaag: date) -> Gelezen:
    gelezen = read_raw(formulier, waarden, vandaag)
    if gelezen.fouten:
        faults = {fout.sleutel: fout.bericht for fout in gelezen.fouten}
        first = gelezen.fouten[0].bericht
        more = "" if len(faults) == 1 else f" En nog {len(faults) - 1} andere."
        raise InvalidInput(first + more, "Wat u typte is bewaard als concept.", fields=faults)
    return gelezen


def _label_of(raw_key: str) -> str:
    """Return what the screen calls a raw key: `betrokkene.2.naam` is "Betrokkene 2: Naam"."""
    for formulier in FORMULIEREN.values():
        for sectie in formulier.secties:
            for veld in sectie.velden:
                if sectie.rij is None and veld.sleutel == raw_key:
                    return veld.label
                if (
                    sectie.rij is not None
                    and raw_key.startswith(f"{sectie.rij}.")
                    and raw_key.endswith(f".{veld.sleutel}")
                ):
                    return f"{sectie.enkelvoud.capitalize()} {raw_key.split('.')[1]}: {veld.label}"
    return "Reglement" if raw_key == REGLEMENT else raw_key
