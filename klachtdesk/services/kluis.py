"""Making, opening and closing the kluis of an office."""

from collections.abc import Sequence
from datetime import datetime
from pathlib import Path

from sqlalchemy import select
from sqlalchemy.orm import Session

from klachtdesk import kluis as encrypted
from klachtdesk.errors import DamagedKluis, InvalidInput
from klachtdesk.formulieren.kantoor import KANTOOR
from klachtdesk.formulieren.velden import MAX_TEKST
from klachtdesk.kluis import KdfParameters, OpenKluis, is_kluis
from klachtdesk.kluis.wachtwoorden import password_strength
from klachtdesk.models import Gebruiker, Kantoor
from klachtdesk.services.audit import record_audit
from klachtdesk.services.desk import Desk, Klok
from klachtdesk.services.kantoor.certificaat import new_certificaat
from klachtdesk.services.kantoor.kantoren import KANTOOR_FIELDS, kantoor_view
from klachtdesk.services.kantoor.start import store_start
from klachtdesk.services.reglementen import beschikbare_reglementen, reglement_of, store_shipped, versies_on
from klachtdesk.views.kantoor import KantoorView
from klachtdesk.views.kluis import GebruikerView, KantoorStatus

__all__ = [
    "beschikbare_reglementen",
    "close_kluis",
    "create_kluis",
    "is_kluis",
    "open_kluis",
    "password_strength",
    "read_status",
]

EERSTE_ROL = "beheerder"
"""The role of who makes the kluis: somebody has to be able to let others in."""


def create_kluis(
    folder: Path,
    *,
    kantoor: KantoorView,
    reglement: str,
    gebruikersnaam: str,
    wachtwoord: str,
    klok: Klok,
    kdf: KdfParameters | None = None,
    naast: Sequence[str] = (),
) -> Desk:
    """Make the kluis of an office with its first user, its reglement and its own certificate, and open it.

    `naast` are the keys of other reglementen under which klachten of this office can fall; a melding for which nobody
    says otherwise falls under `reglement`.
    Raises InvalidInput (fields `naam`, `gebruikersnaam`, `wachtwoord`), KluisError, or ReglementError for an unknown
    reglement; in each case nothing is left behind.
    """
    now = klok.nu()
    _check_names(kantoor, gebruikersnaam)
    made: list[GebruikerView] = []

    def fill(session: Session, sleutel: str) -> None:
        session.add(Kantoor(**{name: getattr(kantoor, name).strip() for name in KANTOOR_FIELDS}))
        gebruiker = Gebruiker(sleutel=sleutel, naam=gebruikersnaam.strip(), rol=EERSTE_ROL)
        session.add(gebruiker)
        _store_reglementen(session, reglement, naast, now)
        session.add(new_certificaat(kantoor.naam.strip(), now))
        session.flush()
        made.append(GebruikerView(gebruiker.id, gebruiker.naam, gebruiker.rol))

    opened = encrypted.create_kluis(folder, wachtwoord, nu=now, kdf=kdf or KdfParameters(), fill=fill)
    return _desk(opened, made[0], klok, "kluis_gemaakt")


def open_kluis(folder: Path, wachtwoord: str, klok: Klok) -> Desk:
    """Open a kluis with the password of one of its users; raises WrongPassword and the other KluisErrors."""
    opened = encrypted.open_kluis(folder, wachtwoord, nu=klok.nu())
    try:
        with opened.reading() as session:
            view = _gebruiker_of(session, opened.gebruiker_id)
        return _desk(opened, view, klok, "kluis_geopend")
    except BaseException:
        opened.close()
        raise


def _store_reglementen(session: Session, reglement: str, naast: Sequence[str], now: datetime) -> None:
    """Store the reglementen of a new kluis; the first one is the main one."""
    for sleutel in (reglement, *naast):
        store_start(session, reglement_of(store_shipped(session, sleutel, now)))


def close_kluis(desk: Desk) -> None:
    """Lock: note it in the audit log, close the file and forget the key."""
    try:
        with desk.writing() as session:
            record_audit(session, desk, "kluis_gesloten", "kluis")
    finally:
        desk.kluis.close()


def read_status(desk: Desk) -> KantoorStatus:
    """Return what the window shows of the open kluis."""
    with desk.reading() as session:
        return KantoorStatus(
            kantoor=kantoor_view(session),
            reglementen=tuple(reglement_of(item).naam for item in versies_on(session, desk.klok.vandaag())),
            gebruiker=desk.gebruiker,
            map=str(desk.kluis.folder),
        )


def _desk(opened: OpenKluis, gebruiker: GebruikerView, klok: Klok, handeling: str) -> Desk:
    desk = Desk(opened, gebruiker, klok)
    with desk.writing() as session:
        record_audit(session, desk, handeling, "kluis")
    return desk


def _gebruiker_of(session: Session, sleutel: str) -> GebruikerView:
    gebruiker = session.scalars(select(Gebruiker).where(Gebruiker.sleutel == sleutel)).first()
    if gebruiker is None:
        raise DamagedKluis(
            "Het wachtwoord klopt, maar de gebruiker staat niet in de kluis.",
            "Zet een reservekopie terug of vraag de beheerder om hulp.",
        )
    return GebruikerView(gebruiker.id, gebruiker.naam, gebruiker.rol)


def _check_names(kantoor: KantoorView, gebruikersnaam: str) -> None:
    faults = {}
    if not kantoor.naam.strip():
        faults["naam"] = "Vul de naam van het kantoor in; die staat boven elke brief."
    if not gebruikersnaam.strip():
        faults["gebruikersnaam"] = "Vul uw eigen naam in; die komt bij wat u vastlegt."
    for name, value, longest in [
        *((name, getattr(kantoor, name), KANTOOR.veld(name).max_lengte) for name in KANTOOR_FIELDS),
        ("gebruikersnaam", gebruikersnaam, MAX_TEKST),
    ]:
        if len(value) > longest:
            faults[name] = f"Dit is te lang: er passen {longest} tekens."
    if faults:
        raise InvalidInput(next(iter(faults.values())), fields=faults)
