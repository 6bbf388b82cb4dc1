"""A dossier as one PDF, to hand over or to put in a binder."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from sqlalchemy import select
from sqlalchemy.orm import Session

from klachtdesk.errors import DeskError
from klachtdesk.formulieren import INTERN_KLACHTENFORMULIER, MELDINGSFORMULIER
from klachtdesk.models import Document, Dossier
from klachtdesk.post.bestandssoort import kind_of_media_type
from klachtdesk.services.audit import record_audit
from klachtdesk.services.desk import Desk
from klachtdesk.services.documenten import corrected_away
from klachtdesk.services.dossier_records import get_dossier
from klachtdesk.services.dossiers import dossier_view
from klachtdesk.services.files import write_whole
from klachtdesk.services.formulier_pdf import formulier_inhoud
from klachtdesk.services.kantoor.kantoren import kantoor_view
from klachtdesk.services.mailweergave import mail_as_pdf
from klachtdesk.views.bijlagen import Bestand
from klachtdesk.views.bundel import Bundel, BundelInhoud, Stuk
from klachtdesk.views.formulier_pdf import FormulierInhoud

_PDF = "application/pdf"


def render_dossierbundel(desk: Desk, dossier_id: int) -> Bundel:
    """Return a dossier whole as one PDF: front page, tijdlijn, forms, and the last version of every document.

    What can't be printed is named, on the front page and in the answer. Raises NotFound.
    """
    from klachtdesk.documenten.dossierbundel import render_bundel  # loads ReportLab and pikepdf
    from klachtdesk.documenten.formulier import render_formulier

    vandaag = desk.klok.vandaag()
    with desk.writing() as session:
        dossier = get_dossier(session, dossier_id)
        record_audit(session, desk, "dossier_gebundeld", "dossier", dossier.id)
        forms = tuple(_forms(session, desk, dossier))
        documents = tuple(_documents(session, desk, dossier))
        view = dossier_view(session, dossier, vandaag)
        kantoor = kantoor_view(session)
    drawn = tuple(Stuk(form.formulier.titel, form.datum, _PDF, render_formulier(form)) for form in forms)
    return render_bundel(BundelInhoud(kantoor, view, vandaag, (*drawn, *map(_printable, documents))))


def save_dossierbundel(desk: Desk, dossier_id: int, pdf: bytes, target: Path) -> None:
    """Write a bundle to a file outside the kluis; from then on the office looks after it itself.

    The file is complete or not there. Raises DocumentError when the place can't be written to.
    """
    with desk.writing() as session:
        dossier = get_dossier(session, dossier_id)
        write_whole(target, pdf, wat="Het dossier", blijft="Het dossier zelf staat nog veilig in de kluis.")
        record_audit(session, desk, "dossier_geexporteerd", "dossier", dossier.id)


def _forms(session: Session, desk: Desk, dossier: Dossier) -> Iterator[FormulierInhoud]:
    """Yield the forms on which something was filled in."""
    for formulier in (MELDINGSFORMULIER, INTERN_KLACHTENFORMULIER):
        inhoud = formulier_inhoud(session, desk, dossier, formulier.sleutel)
        if any(text.strip() for text in inhoud.waarden.values()):
            yield inhoud


def _documents(session: Session, desk: Desk, dossier: Dossier) -> Iterator[Stuk]:
    """Yield what was stored, the oldest first; a version that was replaced stays behind.

    Of what rests on an event that was corrected away the title says so.
    """
    found = session.scalars(
        select(Document).where(Document.dossier_id == dossier.id).order_by(Document.id)
    ).all()
    replaced = {item.vervangt_id for item in found}
    taken_back = corrected_away(dossier)
    for item in found:
        if item.id not in replaced:
            day = item.gemaakt_op.astimezone(desk.klok.nu().tzinfo).date()
            titel = f"{item.titel} (teruggenomen)" if item.id in taken_back else item.titel
            yield Stuk(titel, day, item.media_type, item.inhoud.inhoud)


def _printable(stuk: Stuk) -> Stuk:
    """Return a mail as pages, and anything else as it is; a mail that can't be read is left out, and named."""
    if kind_of_media_type(stuk.media_type).toonbaar != "mail":
        return stuk
    try:
        pages = mail_as_pdf(Bestand(stuk.titel, stuk.inhoud))
    except DeskError:
        return stuk
    return stuk if pages is None else replace(stuk, media_type=_PDF, inhoud=pages)
