"""The oordeel: how it looks, making it final, and having it signed by three parties (Interactie 5.6 and 5.7)."""

from collections.abc import Iterator
from dataclasses import asdict
from datetime import date
from typing import TYPE_CHECKING

from sqlalchemy.orm import Session

from klachtdesk.errors import NotAllowed, SignatureError
from klachtdesk.models import Document, Dossier, Persoon
from klachtdesk.ondertekening.bevriezen import freeze
from klachtdesk.ondertekening.certificaten import Ondertekenaar, load_pkcs12
from klachtdesk.ondertekening.verifieren import is_revision_of, verify
from klachtdesk.services.audit import record_audit
from klachtdesk.services.changes import Changes, dossier_changed
from klachtdesk.services.desk import Desk
from klachtdesk.services.documenten import latest_document, store_document
from klachtdesk.services.dossier_records import get_dossier
from klachtdesk.services.gebeurtenis_records import add_gebeurtenis, check_gebeurtenis
from klachtdesk.services.kantoor.certificaat import load_kantoorzegel
from klachtdesk.services.oordeel_inhoud import oordeel_inhoud
from klachtdesk.services.people import person_named
from klachtdesk.services.reglementen import reglement_of
from klachtdesk.services.status import betrokkenen_of, klager_of
from klachtdesk.views.ondertekening import HandtekeningStatus, HandtekeningView, OndertekeningView

if TYPE_CHECKING:
    from klachtdesk.documenten.oordeel import RenderedOordeel

SOORT = "oordeel"


def preview_oordeel(desk: Desk, dossier_id: int) -> bytes:
    """Return the oordeel as it would look now, as a PDF; nothing is stored.

    Raises DocumentError that names what is still missing.
    """
    with desk.reading() as session:
        return _render(session, get_dossier(session, dossier_id), desk.klok.vandaag()).pdf


def unprintable_in(desk: Desk, dossier_id: int) -> tuple[str, ...]:
    """Return the characters that no embedded font has: on paper each becomes a box, so they are named before."""
    from klachtdesk.typografie import characters_without_glyph  # loads ReportLab

    with desk.reading() as session:
        inhoud = oordeel_inhoud(session, get_dossier(session, dossier_id), desk.klok.vandaag())
    return characters_without_glyph("\n".join(_texts(asdict(inhoud))))


def freeze_oordeel(desk: Desk, dossier_id: int) -> Changes:
    """Make the oordeel final: from here on only signatures can be added (Interactie 5.6).

    The PDF gets the invisible certifying signature of the office and its three fields, is stored with its hash, and
    `oordeel_vastgesteld` is recorded, all in one. A second one replaces the first as long as nobody signed it.
    Raises DocumentError that names what is missing, and NotAllowed when somebody signed already.
    """
    moment = desk.klok.nu()
    with desk.writing() as session:
        dossier = get_dossier(session, dossier_id)
        earlier = latest_document(session, dossier, SOORT)
        check_gebeurtenis(session, desk, dossier, "oordeel_vastgesteld")
        rendered = _render(session, dossier, desk.klok.vandaag())
        zegel = load_kantoorzegel(session, moment)
        document = store_document(
            session,
            desk,
            dossier,
            soort=SOORT,
            titel=f"Oordeel {dossier.nummer}",
            inhoud=freeze(rendered.pdf, rendered.velden, zegel, moment),
            vervangt=earlier,
        )
        add_gebeurtenis(session, desk, dossier, "oordeel_vastgesteld", desk.klok.vandaag(), document=document)
        record_audit(session, desk, "oordeel_vastgesteld", "document", document.id)
    return dossier_changed(dossier_id)


def read_ondertekening(desk: Desk, dossier_id: int) -> OndertekeningView | None:
    """Return how the signatures of the final oordeel stand, checked anew; None when there is no final oordeel."""
    with desk.reading() as session:
        document = latest_document(session, get_dossier(session, dossier_id), SOORT)
        inhoud = None if document is None else document.inhoud.inhoud
    return None if inhoud is None else verify(inhoud, desk.klok.nu())


def sign_oordeel(desk: Desk, dossier_id: int, veld: str, pkcs12: bytes, wachtwoord: str) -> Changes:
    """Sign one field of the final oordeel with a certificate, and store what came of it after checking it again.

    Raises NotAllowed before there is a final oordeel or while the klager is not known to be satisfied (Interactie
    5.7), and SignatureError for a certificate that can't be used or a field that can't be signed.
    """
    moment = desk.klok.nu()
    with desk.writing() as session:
        dossier = get_dossier(session, dossier_id)
        document = _signable(session, dossier)
        before = document.inhoud.inhoud
        party = _field(before, veld, desk)
        persoon = _party(session, dossier, party)
        wijze = {"wijze": "certificaat"}
        check_gebeurtenis(session, desk, dossier, "oordeel_ondertekend", velden=wijze, persoon=persoon)
        after = _signed(before, party, load_pkcs12(pkcs12, wachtwoord, moment), desk)
        signed = store_document(
            session,
            desk,
            dossier,
            soort=SOORT,
            titel=f"Oordeel {dossier.nummer}, ondertekend door {veld}",
            inhoud=after,
            vervangt=document,
        )
        add_gebeurtenis(
            session,
            desk,
            dossier,
            "oordeel_ondertekend",
            desk.klok.vandaag(),
            velden=wijze,
            persoon=persoon,
            document=signed,
        )
        record_audit(session, desk, "oordeel_ondertekend", "document", signed.id)
    return dossier_changed(dossier_id)


def _texts(value: object) -> Iterator[str]:
    """Yield every text in a view that was taken apart, however deep."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for item in value.values():
            yield from _texts(item)
    elif isinstance(value, (list, tuple)):
        for item in value:
            yield from _texts(item)


def _render(session: Session, dossier: Dossier, vandaag: date) -> "RenderedOordeel":
    from klachtdesk.documenten.oordeel import render_oordeel  # loads ReportLab and pikepdf

    return render_oordeel(oordeel_inhoud(session, dossier, vandaag))


def _signable(session: Session, dossier: Dossier) -> Document:
    document = latest_document(session, dossier, SOORT)
    if document is None:
        raise NotAllowed(
            "Er is nog geen definitief oordeel om te ondertekenen.", "Stel het oordeel eerst vast."
        )
    regels = reglement_of(dossier.reglement_versie).oordeel
    if regels is None or regels.ondertekening is None:
        raise NotAllowed("Dit reglement kent geen ondertekening door de partijen.")
    return document


def _party(session: Session, dossier: Dossier, field: HandtekeningView) -> Persoon:
    """Return who signs this field: found by part, because a name may have been corrected after the freeze."""
    if field.veld == "klager" and (klager := klager_of(dossier)) is not None:
        return klager
    if field.veld == "betrokkene" and (betrokkenen := betrokkenen_of(dossier)):
        return betrokkenen[0]
    return person_named(session, dossier, field.naam)


def _field(inhoud: bytes, veld: str, desk: Desk) -> HandtekeningView:
    found = next((item for item in verify(inhoud, desk.klok.nu()).velden if item.veld == veld), None)
    if found is None:
        raise SignatureError("Dit vak staat niet in het oordeel.")
    return found


def _signed(before: bytes, party: HandtekeningView, signer: Ondertekenaar, desk: Desk) -> bytes:
    from klachtdesk.ondertekening.tekenen import sign  # loads ReportLab

    after = sign(before, party.veld, signer, desk.klok.nu(), naam=party.naam)
    _check_signed(before, after, party.veld, desk)
    return after


def _check_signed(before: bytes, after: bytes, veld: str, desk: Desk) -> None:
    """Refuse to store what a fresh look does not find to be the same document with one valid signature more."""
    stand = verify(after, desk.klok.nu())
    signed = any(item.veld == veld and item.status is HandtekeningStatus.GETEKEND for item in stand.velden)
    broken = any(item.status is HandtekeningStatus.ONGELDIG for item in stand.velden)
    if broken or not (is_revision_of(before, after) and signed and stand.zegel_geldig):
        raise SignatureError(
            "De handtekening is gezet, maar klopt niet bij controle; er is niets opgeslagen.",
            "Probeer het opnieuw, of gebruik een ander certificaat.",
        )
