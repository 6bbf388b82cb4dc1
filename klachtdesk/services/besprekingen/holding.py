"""The yearly bespreking or analyse of all klachten: held once for the office, shown on each dossier it covered.

Where it is put to the directie, a klacht counts as discussed only after the besluit (Interactie 8.4 and 8.5).
"""

from collections.abc import Mapping
from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session

from klachtdesk.dutch import long_date
from klachtdesk.errors import InvalidInput, NotAllowed
from klachtdesk.formulieren import Formulier, Keuze, Waarde, clean_text, write_value
from klachtdesk.formulieren.kantoor import BESPREKING
from klachtdesk.models import Bespreking, BesprokenDossier
from klachtdesk.services.audit import record_audit
from klachtdesk.services.besprekingen.besluiten import (
    Besluit,
    decided_in,
    faults_of,
    raw_besluiten,
    settle_besluiten,
    take_besluiten,
    undo_besluiten,
    with_besluiten,
)
from klachtdesk.services.besprekingen.te_bespreken import closed_on, undiscussed
from klachtdesk.services.changes import Changes, dossier_changed
from klachtdesk.services.desk import Desk
from klachtdesk.services.dossier_records import get_dossier
from klachtdesk.services.form_input import day_of, fill_record, raw_of, read_input, refuse, text_of
from klachtdesk.services.formulier_records import counting_events
from klachtdesk.services.gebeurtenis_records import add_correctie, add_gebeurtenis
from klachtdesk.services.lookup import get_bespreking
from klachtdesk.services.reglementen import keys_of, lines, reglement_of, versies_on
from klachtdesk.views.formulier import FormulierView
from klachtdesk.views.kantoorgegevens import BesprekingView, TeBesprekenRegel

_CHANGED = Changes(instellingen=True)

_REQUIRED = {
    "datum": "Vul in wanneer de bespreking was.",
    "aanwezigen": "Vul in wie erbij waren.",
    "verslag": "Schrijf op wat er is besproken.",
    "voorgelegd": "Kies of het aan de directie is voorgelegd.",
}

_FIXED = ("datum", "reglementen", "voorgelegd", "besluit_op")
"""On these rest the gebeurtenissen in the dossiers."""

_REGLEMENTEN = "reglementen"


def list_besprekingen(desk: Desk) -> tuple[BesprekingView, ...]:
    """Return the besprekingen, the latest first; one that was recorded by mistake stays in the list and says so."""
    with desk.reading() as session:
        found = session.scalars(select(Bespreking).order_by(Bespreking.datum.desc(), Bespreking.id.desc()))
        names = {item.sleutel: reglement_of(item).naam for line in lines(session) for item in line}
        return tuple(_view(item, names, decided_in(session, item)) for item in found)


def to_discuss(desk: Desk, datum: date | None = None) -> tuple[TeBesprekenRegel, ...]:
    """Return the dossiers closed on or before a day (today when None) that were not discussed since."""
    day = datum or desk.klok.vandaag()
    with desk.reading() as session:
        under = _in_force_by_key(session, day)
        return tuple(
            TeBesprekenRegel(
                dossier.id, dossier.nummer, under.get(dossier.reglement_versie.sleutel, ""), closed
            )
            for dossier, closed in undiscussed(session, day)
        )


def bespreking_formulier(desk: Desk, bespreking_id: int | None) -> FormulierView:
    """Return the form of a bespreking, for a new one with today's date and all reglementen; raises NotFound.

    It has a part for each aanbeveling that waits for a decision.
    """
    with desk.reading() as session:
        formulier = _formulier(session, desk)
        if bespreking_id is None:
            raw = {"datum": write_value(desk.klok.vandaag())}
            if any(veld.sleutel == _REGLEMENTEN for veld in formulier.velden()):
                raw[_REGLEMENTEN] = " ".join(item.sleutel for item in formulier.veld(_REGLEMENTEN).keuzes)
            return FormulierView(formulier, raw | raw_besluiten(session))
        record = get_bespreking(session, bespreking_id)
        raw = raw_of(BESPREKING, record)
        raw |= {_REGLEMENTEN: " ".join(record.reglementen)} | raw_besluiten(session)
        fixed = frozenset(_FIXED) if _settled_on(record) else frozenset({"datum", _REGLEMENTEN})
        return FormulierView(formulier, raw, vaste_sleutels=fixed)


def _formulier(session: Session, desk: Desk) -> Formulier:
    """Return the form, which asks for the reglement only where there is something to choose."""
    versies = versies_on(session, desk.klok.vandaag())
    if len(versies) == 1:
        return with_besluiten(session, BESPREKING.without(_REGLEMENTEN))
    keuzes = tuple(Keuze(item.sleutel, reglement_of(item).naam) for item in versies)
    return with_besluiten(session, BESPREKING.with_keuzes({_REGLEMENTEN: keuzes}))


def _in_force_by_key(session: Session, day: date) -> dict[str, str]:
    """Return for the key of each reglement that is in use the one under which it is chosen today."""
    in_force = versies_on(session, day)
    return {
        key: item.sleutel
        for line in lines(session)
        for item in in_force
        if item in line
        for key in keys_of(line)
    }


def hold_bespreking(
    desk: Desk, waarden: dict[str, str], *, dossiers: tuple[int, ...] | None = None
) -> Changes:
    """Record a bespreking of these closed dossiers; of all that `to_discuss` names for its reglementen when None.

    Raises InvalidInput with every fault at once, for a dossier that was not closed on that day, and for an aanbeveling
    that is adopted without an owner or a day.
    """
    values, besluiten = _read(desk, waarden)
    datum = _day(values, "datum")
    asked = _reglementen(values)
    with desk.writing() as session:
        under = _in_force_by_key(session, datum)
        possible = {
            dossier.id
            for dossier, _closed in undiscussed(session, datum)
            if not asked or under.get(dossier.reglement_versie.sleutel, asked[0]) in asked
        }
        chosen = possible if dossiers is None else set(dossiers)
        if not chosen <= possible:
            raise InvalidInput(
                "Niet elk gekozen dossier was die dag afgesloten, nog niet besproken en van dit reglement.",
                "Kies de dossiers opnieuw. Er is nog niets opgeslagen.",
            )
        record = Bespreking(vastgelegd_op=desk.klok.nu(), vastgelegd_door=desk.gebruiker.id)
        record.reglementen = asked
        fill_record(record, values)
        record.dossiers = [BesprokenDossier(dossier_id=dossier_id) for dossier_id in sorted(chosen)]
        session.add(record)
        session.flush()
        record_audit(session, desk, "bespreking_vastgelegd", "bespreking", record.id)
        decided = settle_besluiten(session, desk, record, besluiten)
        return _CHANGED | decided | _settle(session, desk, record)


def save_bespreking(desk: Desk, bespreking_id: int, waarden: dict[str, str]) -> Changes:
    """Keep what was added to a bespreking, such as the besluit of the directie, and what it adopted.

    Raises as `hold_bespreking`, NotFound, and NotAllowed for a date on which gebeurtenissen in the dossiers rest
    already.
    """
    values, besluiten = _read(desk, waarden)
    with desk.writing() as session:
        record = get_bespreking(session, bespreking_id)
        values.pop(_REGLEMENTEN, None)  # what was discussed is fixed, as its date
        settled = _settled_on(record) is not None
        if record.datum != values["datum"] or (
            settled and any(getattr(record, key) != values[key] for key in _FIXED if key in values)
        ):
            raise NotAllowed(
                "De datum van een bespreking ligt vast: de dossiers zijn ermee bijgewerkt.",
                "Laat de bespreking vervallen en leg haar opnieuw vast.",
            )
        fill_record(record, values)
        session.flush()
        record_audit(session, desk, "bespreking_bewaard", "bespreking", record.id)
        changes = _CHANGED | settle_besluiten(session, desk, record, besluiten)
        return changes if settled else changes | _settle(session, desk, record)


def cancel_bespreking(desk: Desk, bespreking_id: int, *, reden: str) -> Changes:
    """Let a bespreking that was recorded by mistake count no more; in each dossier a correctie says so.

    What it decided on aanbevelingen waits for a decision again.

    Raises NotFound, and InvalidInput without a reden.
    """
    reden = clean_text(reden)
    if not reden:
        refuse({"reden": "Schrijf op waarom deze bespreking niet klopt."})
    changes = _CHANGED
    with desk.writing() as session:
        record = get_bespreking(session, bespreking_id)
        for item in record.dossiers:
            dossier = get_dossier(session, item.dossier_id)
            for event in counting_events(dossier):
                if event.soort == "besproken" and event.velden.get("bespreking") == str(record.id):
                    add_correctie(session, desk, dossier, event, reden)
                    changes |= dossier_changed(dossier.id)
        record.vervallen = reden
        changes |= undo_besluiten(session, desk, record)
        record_audit(session, desk, "bespreking_vervallen", "bespreking", record.id)
    return changes


def _read(desk: Desk, waarden: dict[str, str]) -> tuple[dict[str, Waarde], tuple[Besluit, ...]]:
    """Return the values of the bespreking, and what was decided in it on the aanbevelingen."""
    with desk.reading() as session:
        formulier = _formulier(session, desk)
    values = read_input(formulier, waarden, desk.klok.vandaag(), _REQUIRED).waarden
    besluiten = take_besluiten(values)
    faults = faults_of(besluiten)
    besluit_op = day_of(values, "besluit_op")
    if values["voorgelegd"]:
        if bool(text_of(values, "besluit")) != bool(besluit_op):
            missing = "besluit_op" if besluit_op is None else "besluit"
            faults[missing] = "Vul het besluit en de datum ervan samen in, of laat beide nog leeg."
        if besluit_op is not None and besluit_op < _day(values, "datum"):
            faults["besluit_op"] = "Het besluit ligt voor de bespreking."
    elif besluit_op is not None or text_of(values, "besluit"):
        faults["voorgelegd"] = "Er staat een besluit; kies dan dat het is voorgelegd."
    refuse(faults)
    return values, besluiten


def _reglementen(values: dict[str, Waarde]) -> list[str]:
    """Take what was chosen out of the values: it is no text or date as the others are."""
    chosen = values.pop(_REGLEMENTEN, None)
    return list(chosen) if isinstance(chosen, tuple) else []


def _day(values: dict[str, Waarde], key: str) -> date:
    found = day_of(values, key)
    if found is None:
        raise KeyError(key)
    return found


def _settled_on(record: Bespreking) -> date | None:
    """Return from when the dossiers count as discussed; None while the directie has it."""
    return record.besluit_op if record.voorgelegd else record.datum


def _settle(session: Session, desk: Desk, record: Bespreking) -> Changes:
    """Record in each dossier that it was discussed, once nothing is waited for."""
    day = _settled_on(record)
    changes = Changes()
    if day is None:
        return changes
    verslag = f"Besproken op {long_date(record.datum)}."
    if record.voorgelegd:
        verslag += f" De directie besloot op {long_date(day)}."
    for item in record.dossiers:
        dossier = get_dossier(session, item.dossier_id)
        closed = closed_on(dossier)
        if closed is not None and closed <= record.datum:  # not what was opened again in the meantime
            velden = {"verslag": verslag, "bespreking": str(record.id)}
            add_gebeurtenis(session, desk, dossier, "besproken", day, velden=velden)
            record_audit(session, desk, "gebeurtenis:besproken", "dossier", dossier.id)
            changes |= dossier_changed(dossier.id)
    return changes


def _view(
    record: Bespreking, names: Mapping[str, str], decided: Mapping[str, tuple[str, ...]]
) -> BesprekingView:
    day = _settled_on(record)
    return BesprekingView(
        id=record.id,
        reglementen=tuple(names[key] for key in record.reglementen if key in names),
        datum=record.datum,
        aanwezigen=tuple(line.strip() for line in record.aanwezigen.splitlines() if line.strip()),
        verslag=record.verslag,
        maatregelen=record.maatregelen,
        aanbevelingen=record.aanbevelingen,
        voorgelegd=record.voorgelegd,
        besluit=record.besluit,
        besluit_op=record.besluit_op,
        afgerond=day is not None,
        geldt_vanaf=day,
        vervallen=record.vervallen,
        dossiers=tuple(item.dossier_id for item in record.dossiers),
        overgenomen=decided["overgenomen"],
        niet_overgenomen=decided["niet_overgenomen"],
    )
