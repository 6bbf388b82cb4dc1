"""The whole dossier as one PDF, from the window. Today is Wednesday 1 April 2026."""

from pathlib import Path

import pytest
from dossiers import KLAGER, klacht_by_mail
from office import Office
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QFileDialog, QPushButton
from stage import Stage

from klachtdesk.ui.dialogs.document_dialog import DocumentDialog
from klachtdesk.ui.pages.dossier_page import DossierPage


@pytest.fixture
def shown(stage: Stage, office: Office) -> DocumentDialog:
    page = DossierPage(stage.workspace, klacht_by_mail(office, KLAGER, "1-4-2026"))
    stage.show(page)
    stage.settle()
    action = page.findChild(QAction, "dossier.bundel")
    assert action is not None
    action.trigger()
    stage.settle()
    dialog = stage.window.findChild(DocumentDialog, "document")
    assert dialog is not None
    return dialog


def test_a_dossier_is_one_pdf_from_its_menu(shown: DocumentDialog):
    assert shown.windowTitle() == "Dossier 2026-001"


def test_it_can_be_taken_along_and_the_window_says_what_that_means(
    shown: DocumentDialog, stage: Stage, tmp_path: Path
):
    button = shown.findChild(QPushButton, "document.opslaan")
    assert button is not None
    assert not button.isHidden()
    button.click()
    stage.settle()
    dialog = shown.findChild(QFileDialog, "document.bestand")
    assert dialog is not None
    target = tmp_path / "meegenomen.pdf"
    dialog.fileSelected.emit(str(target))
    stage.settle()
    assert target.read_bytes().startswith(b"%PDF")
