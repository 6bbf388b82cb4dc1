"""What a document is called outside the kluis: its kind and its dossier, and nobody's name. Today is 1 April 2026."""

from datetime import date

import pytest
from brieven_op_kantoor import GEMACHTIGDE, KLAGER, authorise, begun, klacht_met_adres
from office import OfficeMaker
from pictures import picture

from klachtdesk.services.bijlagen import add_bijlagen
from klachtdesk.services.brieven.making import finalize_brief
from klachtdesk.services.dossiers import read_dossier
from klachtdesk.services.draft_bijlagen import attach_to_draft, list_draft_bijlagen
from klachtdesk.services.drafts import keep_draft
from klachtdesk.services.folder import provide_folder
from klachtdesk.services.formulier_pdf import keep_formulier
from klachtdesk.views.bijlagen import Bestand

EXE = b"MZ" + bytes(100)


@pytest.mark.clausule("TT-0b")
def test_no_document_takes_a_name_of_a_person_along(make_office: OfficeMaker):
    office = make_office("tien_voor_taal", date(2026, 4, 1))
    dossier = klacht_met_adres(office, **GEMACHTIGDE)
    authorise(office, dossier)
    finalize_brief(office.desk, dossier, begun(office, dossier, "ontvangstbevestiging_verzonden"))
    keep_formulier(office.desk, dossier, "meldingsformulier")
    provide_folder(office.desk, dossier)
    files = [
        Bestand("Verklaring Jan Jansen.PNG", picture(20, 20)),
        Bestand("Foto van Noud", picture(20, 20)),
        Bestand("rekening de Vries.pdf.exe", EXE),
        Bestand("aantekening", b"\x00\x01 geen bekend soort"),
    ]
    add_bijlagen(office.desk, dossier, files)
    documenten = read_dossier(office.desk, dossier).documenten
    called = {item.titel: (item.opslaan_als, item.naam_buiten) for item in documenten}
    letter, form = "Ontvangstbevestiging 2026-001", "Meldingsformulier 2026-001"
    folder = "Folder Klachtenreglement 10 VOOR TAAL-ONDERWIJS 2026-001"
    assert called == {
        "Ontvangstbevestiging aan Noud Smit": (f"{letter}.pdf", letter),
        f"Ontvangstbevestiging, kopie aan {KLAGER}": (f"{letter}.pdf", letter),
        form: (f"{form}.pdf", form),
        "Folder Klachtenreglement 10 VOOR TAAL-ONDERWIJS": (f"{folder}.pdf", folder),
        "Verklaring Jan Jansen.PNG": ("Bijlage 1 bij 2026-001.PNG", "Bijlage 1 bij 2026-001"),
        "Foto van Noud": ("Bijlage 2 bij 2026-001.png", "Bijlage 2 bij 2026-001"),
        "rekening de Vries.pdf.exe": ("Bijlage 3 bij 2026-001.exe", "Bijlage 3 bij 2026-001"),
        "aantekening": ("Bijlage 4 bij 2026-001", "Bijlage 4 bij 2026-001"),
    }


def test_a_file_with_a_melding_that_has_no_number_yet_is_called_after_its_place(make_office: OfficeMaker):
    office = make_office("tien_voor_taal", date(2026, 4, 1))
    draft = keep_draft(
        office.desk, "meldingsformulier", {"omschrijving": "x"}, draft_id=None, dossier_id=None
    )
    attach_to_draft(office.desk, draft, [Bestand("Brief van Jan Jansen.png", picture(20, 20))])
    (regel,) = list_draft_bijlagen(office.desk, draft)
    assert (regel.naam, regel.opslaan_als) == ("Brief van Jan Jansen.png", "Bijlage 1 bij een melding.png")
