"""The folder of the procedure (Klik Onderwijs, Informatie; Interactie 4.1): to print, hand out and send."""

from dataclasses import dataclass
from pathlib import Path

from sqlalchemy.orm import Session

from klachtdesk.models import Dossier, ReglementVersie
from klachtdesk.services.audit import record_audit
from klachtdesk.services.changes import Changes, dossier_changed
from klachtdesk.services.desk import Desk
from klachtdesk.services.documenten import store_document
from klachtdesk.services.dossier_records import get_dossier
from klachtdesk.services.files import write_whole
from klachtdesk.services.gebeurtenis_records import add_gebeurtenis, check_gebeurtenis
from klachtdesk.services.kantoor.functionarissen import functionarissen_on
from klachtdesk.services.kantoor.instanties import instanties_on
from klachtdesk.services.kantoor.kantoren import kantoor_view
from klachtdesk.services.reglementen import reglement_of, versie_on
from klachtdesk.services.zoeken import index_dossier
from klachtdesk.views.folder import FolderInhoud, FolderTermijn

SOORT = "folder"
VERSTREKT = "folder_verstrekt"
"""The gebeurtenis that the klager got it."""
_IN_WORDS = {
    "telefoon": "per telefoon",
    "mondeling": "mondeling",
    "email": "per e-mail",
    "brief": "per brief",
    "klachtenformulier": "met een klachtenformulier",
}
_FOR_EVERYBODY = frozenset({"vertrouwelijk", "kosten"})
"""The mededelingen that concern whoever has a klacht; the others are for the betrokkene."""


def render_folder_of(desk: Desk, reglement: str | None = None) -> bytes:
    """Return the folder of a reglement as it is today, as PDF/A; without a key of the main one."""
    with desk.reading() as session:
        versie = versie_on(session, desk.klok.vandaag(), reglement)
        return _render(session, desk, versie)


def save_folder(_desk: Desk, pdf: bytes, target: Path) -> None:
    """Write a folder that was made to a file; raises DocumentError when the place can't be written to.

    It holds nothing that is confidential, so this is not noted in the audit log.
    """
    write_whole(target, pdf, wat="De folder", blijft="U kunt hem altijd opnieuw maken.")


@dataclass(frozen=True, slots=True)
class VerstrekteFolder:
    """A folder that is recorded as given, and kept as it was."""

    document_id: int
    changes: Changes


def provide_folder(desk: Desk, dossier_id: int) -> VerstrekteFolder:
    """Record that the klager got the folder today, and keep it in the dossier as it was.

    Raises NotAllowed when the reglement does not let it happen.
    """
    with desk.writing() as session:
        dossier = get_dossier(session, dossier_id)
        check_gebeurtenis(session, desk, dossier, VERSTREKT)
        document = store_document(
            session,
            desk,
            dossier,
            soort=SOORT,
            titel=_titel(dossier),
            inhoud=_render(session, desk, dossier.reglement_versie),
        )
        add_gebeurtenis(session, desk, dossier, VERSTREKT, desk.klok.vandaag(), document=document)
        index_dossier(session, dossier)
        record_audit(session, desk, f"gebeurtenis:{VERSTREKT}", "dossier", dossier.id)
    return VerstrekteFolder(document.id, dossier_changed(dossier_id))


def _titel(dossier: Dossier) -> str:
    return f"Folder {reglement_of(dossier.reglement_versie).naam}"


def _render(session: Session, desk: Desk, versie: ReglementVersie) -> bytes:
    from klachtdesk.documenten.folder import render_folder  # loads ReportLab and pikepdf

    return render_folder(_inhoud(session, desk, versie))


def _inhoud(session: Session, desk: Desk, versie: ReglementVersie) -> FolderInhoud:
    regels, vandaag = reglement_of(versie), desk.klok.vandaag()
    kanalen = regels.indiening.kanalen if regels.indiening else ()
    return FolderInhoud(
        kantoor=kantoor_view(session),
        reglement=regels.naam,
        van_kracht=versie.van_kracht,
        datum=vandaag,
        kanalen=tuple(_IN_WORDS.get(kanaal, kanaal) for kanaal in kanalen),
        functionarissen=functionarissen_on(session, vandaag, regels.sleutel),
        termijnen=tuple(
            FolderTermijn(
                item.label,
                f"{item.duur}{' (streven)' * item.streven}",
                item.vindplaats,
                item.voor == "klager",
                item.verdaagbaar,
            )
            for item in regels.termijnen
            if item.voor != "signaal"
        ),
        mededelingen=tuple(item.zin for item in regels.mededelingen if item.sleutel in _FOR_EVERYBODY),
        instanties=instanties_on(session, vandaag, regels.sleutel),
        tekst=versie.tekst,
    )
