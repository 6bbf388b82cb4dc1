"""The folder of the procedure from the window. Today is Wednesday 1 April 2026."""

import pytest
from dossiers import KLAGER, klacht_by_mail
from office import Office
from PySide6.QtWidgets import QApplication, QPushButton
from stage import Stage

from klachtdesk.services.dossiers import read_dossier
from klachtdesk.ui.dialogs.document_dialog import DocumentDialog
from klachtdesk.ui.instellingen.reglementen import ReglementenLijst
from klachtdesk.ui.pages.dossier_page import DossierPage


def test_handing_it_over_is_one_stap_that_is_recorded_and_kept(stage: Stage, office: Office):
    dossier_id = klacht_by_mail(office, KLAGER, "1-4-2026")
    page = DossierPage(stage.workspace, dossier_id)
    stage.show(page)
    stage.settle()
    stap = next(
        item
        for item in read_dossier(office.desk, dossier_id).procedure.stappen
        if item.soort == "folder_verstrekt"
    )
    page.do_stap(stap)
    stage.settle()
    dossier = read_dossier(office.desk, dossier_id)
    assert [item.soort for item in dossier.tijdlijn].count("folder_verstrekt") == 1
    assert [item.soort for item in dossier.documenten] == ["folder"]
    shown = stage.window.findChild(DocumentDialog, "document")
    assert shown is not None
    assert shown.windowTitle() == "Folder klachtenprocedure"


@pytest.mark.clausule("IA-4.2")
def test_the_paragraph_for_the_overeenkomst_can_be_copied(stage: Stage):
    part = ReglementenLijst(stage.workspace)
    stage.show(part)
    stage.settle()
    button = next(item for item in part.findChildren(QPushButton) if item.objectName().endswith(".alinea"))
    button.click()
    stage.settle()
    assert "De Geschillencommissie (Postbus 90600, 2509 LP Den Haag" in QApplication.clipboard().text()


def test_it_can_be_printed_from_the_settings(stage: Stage):
    part = ReglementenLijst(stage.workspace)
    stage.show(part)
    stage.settle()
    button = next(item for item in part.findChildren(QPushButton) if item.objectName().endswith(".folder"))
    button.click()
    stage.settle()
    assert stage.window.findChild(DocumentDialog, "document") is not None
