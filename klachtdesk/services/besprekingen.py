"""The yearly bespreking or analyse of all klachten: held once for the office, shown on each dossier it covered.

Where it is put to the directie, a klacht counts as discussed only after the besluit (Interactie 8.4 and 8.5).
"""

from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session

from klachtdesk.errors import InvalidInput, NotAllowed, NotFound
from klachtdesk.formulieren import Waarde, clean_text
from klachtdesk.formulieren.kantoor import BESPREKING
from klachtdesk.models import Bespreking, BesprokenDossier
from klachtdesk.reglement.explanation import source_of
from klachtdesk.reglement.jaartermijn import derive_jaartermijn
from klachtdesk.reglement.kalender import in_words
from klachtdesk.services.audit import record_audit
from klachtdesk.services.changes import Changes, dossier_changed
from klachtdesk.services.desk import Desk
from klachtdesk.services.dossier_records import get_dossier
from klachtdesk.services.form_input import day_of, fill_record, raw_of, read_input, refuse, text_of
from klachtdesk.services.formulier_records import counting_events
from klachtdesk.services.gebeurtenis_records import add_correctie, add_gebeurtenis
from klachtdesk.services.reglementen import reglement_of, versie_on
from klachtdesk.services.te_bespreken import closed_on, first_ontvangen, undiscussed
from klachtdesk.views.formulier import FormulierView
from klachtdesk.views.kantoorgegevens import BesprekingView, JaarView, TeBesprekenRegel

_CHANGED = Changes(instellingen=True)

_REQUIRED = {
    "datum": "Vul in wanneer de bespreking was.",
    "aanwezigen": "Vul in wie erbij waren.",
    "verslag": "Schrijf op wat er is besproken.",
    "voorgelegd": "Kies of het aan de directie is voorgelegd.",
}

_FIXED = ("datum", "voorgelegd", "besluit_op")
"""On these rest the gebeurtenissen in the dossiers."""


def list_besprekingen(desk: Desk) -> tuple[BesprekingView, ...]:
    """Return the besprekingen, the latest first; one that was recorded by mistake stays in the list and says so."""
    with desk.reading() as session:
        found = session.scalars(select(Bespreking).order_by(Bespreking.datum.desc(), Bespreking.id.desc()))
        return tuple(map(_view, found))


def to_discuss(desk: Desk, datum: date | None = None) -> tuple[TeBesprekenRegel, ...]:
    """Return the dossiers closed on or before a day (today when None) that were not discussed since."""
    with desk.reading() as session:
        return tuple(
            TeBesprekenRegel(dossier.id, dossier.nummer, closed)
            for dossier, closed in undiscussed(session, datum or desk.klok.vandaag())
        )


def bespreking_formulier(desk: Desk, bespreking_id: int | None) -> FormulierView:
    """Return the form of a bespreking, for a new one with today's date; raises NotFound."""
    if bespreking_id is None:
        vandaag = desk.klok.vandaag()
        return FormulierView(BESPREKING, {"datum": f"{vandaag.day}-{vandaag.month}-{vandaag.year}"})
    with desk.reading() as session:
        record = _bespreking(session, bespreking_id)
        raw = {key: text for sectie in BESPREKING.secties for key, text in raw_of(record, sectie).items()}
        fixed = frozenset(_FIXED) if _settled_on(record) else frozenset({"datum"})
        return FormulierView(BESPREKING, raw, vaste_sleutels=fixed)


def hold_bespreking(
    desk: Desk, waarden: dict[str, str], *, dossiers: tuple[int, ...] | None = None
) -> Changes:
    """Record a bespreking of these closed dossiers; of all that `to_discuss` names when None.

    Raises InvalidInput with every fault at once, and for a dossier that was not closed on that day.
    """
    values = _read(desk, waarden)
    datum = _day(values, "datum")
    with desk.writing() as session:
        possible = {dossier.id for dossier, _closed in undiscussed(session, datum)}
        chosen = possible if dossiers is None else set(dossiers)
        if not chosen <= possible:
            raise InvalidInput(
                "Niet elk gekozen dossier was die dag afgesloten en nog niet besproken.",
                "Kies de dossiers opnieuw. Er is nog niets opgeslagen.",
            )
        record = Bespreking(vastgelegd_op=desk.klok.nu(), vastgelegd_door=desk.gebruiker.id)
        fill_record(record, values)
        record.dossiers = [BesprokenDossier(dossier_id=dossier_id) for dossier_id in sorted(chosen)]
        session.add(record)
        session.flush()
        record_audit(session, desk, "bespreking_vastgelegd", "bespreking", record.id)
        return _CHANGED | _settle(session, desk, record)


def save_bespreking(desk: Desk, bespreking_id: int, waarden: dict[str, str]) -> Changes:
    """Keep what was added to a bespreking, such as the besluit of the directie.

    Raises NotFound, InvalidInput, and NotAllowed for a date on which gebeurtenissen in the dossiers rest already.
    """
    values = _read(desk, waarden)
    with desk.writing() as session:
        record = _bespreking(session, bespreking_id)
        settled = _settled_on(record) is not None
        if record.datum != values["datum"] or (
            settled and any(getattr(record, key) != values[key] for key in _FIXED)
        ):
            raise NotAllowed(
                "De datum van een bespreking ligt vast: de dossiers zijn ermee bijgewerkt.",
                "Laat de bespreking vervallen en leg haar opnieuw vast.",
            )
        fill_record(record, values)
        session.flush()
        record_audit(session, desk, "bespreking_bewaard", "bespreking", record.id)
        return _CHANGED if settled else _CHANGED | _settle(session, desk, record)


def cancel_bespreking(desk: Desk, bespreking_id: int, *, reden: str) -> Changes:
    """Let a bespreking that was recorded by mistake count no more; in each dossier a correctie says so.

    Raises NotFound, and InvalidInput without a reden.
    """
    reden = clean_text(reden)
    if not reden:
        refuse({"reden": "Schrijf op waarom deze bespreking niet klopt."})
    changes = _CHANGED
    with desk.writing() as session:
        record = _bespreking(session, bespreking_id)
        for item in record.dossiers:
            dossier = get_dossier(session, item.dossier_id)
            for event in counting_events(dossier):
                if event.soort == "besproken" and event.velden.get("bespreking") == str(record.id):
                    add_correctie(session, desk, dossier, event, reden)
                    changes |= dossier_changed(dossier.id)
        record.vervallen = reden
        record_audit(session, desk, "bespreking_vervallen", "bespreking", record.id)
    return changes


def read_jaartermijn(desk: Desk, peildatum: date | None = None) -> JaarView | None:
    """Return when the klachten must be discussed (again).

    None where the reglement asks for nothing, and while no klacht was ever received.
    """
    day = peildatum or desk.klok.vandaag()
    with desk.reading() as session:
        reglement = reglement_of(versie_on(session, day))
        held = session.scalars(
            select(Bespreking.datum).where(Bespreking.vervallen == "", Bespreking.datum <= day)
        ).all()
        stand = derive_jaartermijn(reglement, held, first_ontvangen(session), day)
    if stand is None:
        return None
    return JaarView(
        label=stand.regel.label,
        artikel=source_of(reglement, stand.regel),
        citaat=" […] ".join(stand.regel.citaat),
        start=stand.start,
        einde=stand.einde,
        streefdatum=stand.streefdatum,
        te_laat=stand.status == "te_laat",
        eerste=stand.is_first,
    )


def _read(desk: Desk, waarden: dict[str, str]) -> dict[str, Waarde]:
    values = read_input(BESPREKING, waarden, desk.klok.vandaag(), _REQUIRED).waarden
    besluit_op = day_of(values, "besluit_op")
    faults = {}
    if values["voorgelegd"]:
        if bool(text_of(values, "besluit")) != bool(besluit_op):
            missing = "besluit_op" if besluit_op is None else "besluit"
            faults[missing] = "Vul het besluit en de datum ervan samen in, of laat beide nog leeg."
        if besluit_op is not None and besluit_op < _day(values, "datum"):
            faults["besluit_op"] = "Het besluit ligt voor de bespreking."
    elif besluit_op is not None or text_of(values, "besluit"):
        faults["voorgelegd"] = "Er staat een besluit; kies dan dat het is voorgelegd."
    refuse(faults)
    return values


def _day(values: dict[str, Waarde], key: str) -> date:
    found = day_of(values, key)
    if found is None:
        raise KeyError(key)
    return found


def _bespreking(session: Session, bespreking_id: int) -> Bespreking:
    record = session.get(Bespreking, bespreking_id)
    if record is None or record.vervallen:
        raise NotFound("Deze bespreking staat niet (meer) in de lijst.")
    return record


def _settled_on(record: Bespreking) -> date | None:
    """Return from when the dossiers count as discussed; None while the directie has it."""
    return record.besluit_op if record.voorgelegd else record.datum


def _settle(session: Session, desk: Desk, record: Bespreking) -> Changes:
    """Record in each dossier that it was discussed, once nothing is waited for."""
    day = _settled_on(record)
    changes = Changes()
    if day is None:
        return changes
    verslag = f"Besproken op {in_words(record.datum)}."
    if record.voorgelegd:
        verslag += f" De directie besloot op {in_words(day)}."
    for item in record.dossiers:
        dossier = get_dossier(session, item.dossier_id)
        closed = closed_on(dossier)
        if closed is not None and closed <= record.datum:  # not what was opened again in the meantime
            velden = {"verslag": verslag, "bespreking": str(record.id)}
            add_gebeurtenis(session, desk, dossier, "besproken", day, velden=velden)
            record_audit(session, desk, "gebeurtenis:besproken", "dossier", dossier.id)
            changes |= dossier_changed(dossier.id)
    return changes


def _view(record: Bespreking) -> BesprekingView:
    day = _settled_on(record)
    return BesprekingView(
        id=record.id,
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
    )
