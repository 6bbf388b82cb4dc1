"""A form of a dossier as PDF: to look at and print, or to keep in the dossier as it is now."""

from dataclasses import dataclass

from sqlalchemy.orm import Session

from klachtdesk.formulieren import FORMULIEREN
from klachtdesk.models import Dossier
from klachtdesk.services.audit import record_audit
from klachtdesk.services.changes import Changes, dossier_changed
from klachtdesk.services.desk import Desk
from klachtdesk.services.documenten import latest_document, store_document
from klachtdesk.services.dossier_records import get_dossier
from klachtdesk.services.formulier_records import raw_values
from klachtdesk.services.kantoor.kantoren import kantoor_view
from klachtdesk.services.reglementen import form_choices, reglement_of
from klachtdesk.views.formulier_pdf import FormulierInhoud


@dataclass(frozen=True, slots=True)
class BewaardFormulier:
    """A form that was kept in its dossier as a document."""

    document_id: int
    changes: Changes


def formulier_inhoud(session: Session, desk: Desk, dossier: Dossier, formulier: str) -> FormulierInhoud:
    """Return a form of a dossier as it was saved; what is being typed and not saved is not in it."""
    regels = reglement_of(dossier.reglement_versie)
    filled = FORMULIEREN[formulier].with_keuzes(form_choices(regels))
    return FormulierInhoud(
        kantoor=kantoor_view(session),
        formulier=filled,
        waarden=raw_values(session, dossier, filled),
        kenmerk=dossier.nummer,
        datum=desk.klok.vandaag(),
        reglement=regels.naam,
    )


def preview_formulier(desk: Desk, dossier_id: int, formulier: str) -> bytes:
    """Return a form as PDF/A, to look at or print; nothing is kept but a line in the audit log.

    Raises NotFound, and DocumentError when what was filled in is too long for one document.
    """
    from klachtdesk.documenten.formulier import render_formulier  # ReportLab is heavy

    with desk.writing() as session:
        dossier = get_dossier(session, dossier_id)
        record_audit(session, desk, "formulier_als_pdf", "dossier", dossier.id)
        inhoud = formulier_inhoud(session, desk, dossier, formulier)
    return render_formulier(inhoud)


def keep_formulier(desk: Desk, dossier_id: int, formulier: str) -> BewaardFormulier:
    """Keep a form as it is now among the documents of its dossier, in the place of the one kept before.

    Raises as `preview_formulier`.
    """
    from klachtdesk.documenten.formulier import render_formulier

    with desk.writing() as session:
        dossier = get_dossier(session, dossier_id)
        inhoud = formulier_inhoud(session, desk, dossier, formulier)
        document = store_document(
            session,
            desk,
            dossier,
            soort=formulier,
            titel=f"{inhoud.formulier.titel} {dossier.nummer}",
            inhoud=render_formulier(inhoud),
            vervangt=latest_document(session, dossier, formulier),
        )
        record_audit(session, desk, "formulier_als_document_bewaard", "document", document.id)
        return BewaardFormulier(document.id, dossier_changed(dossier.id))
