"""The klachtenformulier of the office, empty: to mail, to put on a website, or to print."""

from pathlib import Path

from sqlalchemy.orm import Session

from klachtdesk.formulieren.klachtenformulier import klachtenformulier_for
from klachtdesk.models import ReglementVersie
from klachtdesk.services.audit import record_audit
from klachtdesk.services.desk import Desk
from klachtdesk.services.dossier_records import get_dossier
from klachtdesk.services.files import write_whole
from klachtdesk.services.kantoor.kantoren import kantoor_view
from klachtdesk.services.lookup import get_record
from klachtdesk.services.reglementen import form_choices, reglement_of, versie_on
from klachtdesk.views.formulier_pdf import KlachtenformulierInhoud


def save_klachtenformulier(
    desk: Desk, target: Path, *, versie_id: int | None = None, dossier_id: int | None = None
) -> None:
    """Write the form to a file outside the kluis; it names nobody. The file is complete or not there.

    It is that of a version, or of the reglement of a dossier, or of the one in force today.

    Raises NotFound, and DocumentError when the place can't be written to.
    """
    with desk.writing() as session:
        bound = None if dossier_id is None else get_dossier(session, dossier_id).reglement_versie
        versie = bound or _versie(session, desk, versie_id)
        write_whole(
            target,
            _render(session, desk, versie),
            wat="Het klachtenformulier",
            blijft="U kunt het altijd opnieuw maken.",
        )
        record_audit(session, desk, "klachtenformulier_geexporteerd", "reglement_versie", versie.id)


def _versie(session: Session, desk: Desk, versie_id: int | None) -> ReglementVersie:
    if versie_id is None:
        return versie_on(session, desk.klok.vandaag())
    return get_record(session, ReglementVersie, versie_id, "Dit reglement staat niet in de kluis.")


def _render(session: Session, desk: Desk, versie: ReglementVersie) -> bytes:
    from klachtdesk.documenten.klachtenformulier import render_klachtenformulier  # ReportLab is heavy

    reglement = reglement_of(versie)
    machtiging = reglement.indiening is not None and reglement.indiening.machtiging is not None
    inhoud = KlachtenformulierInhoud(
        kantoor=kantoor_view(session),
        formulier=klachtenformulier_for(form_choices(reglement), machtiging=machtiging),
        reglement=reglement,
        datum=desk.klok.vandaag(),
    )
    return render_klachtenformulier(inhoud)
