"""The oordeel on the dossier page: an example, final, and signed by three parties (Interactie 5.6 and 5.7)."""

from datetime import date
from functools import partial
from pathlib import Path

import pytest
from certificates import party_certificate
from dossiers import klacht_that_was_heard, klager_satisfied, write_oordeel
from office import Office
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QDialog, QLabel, QLineEdit, QPushButton, QWidget
from pytestqt.qtbot import QtBot
from stage import Stage

from klachtdesk.services.changes import Changes
from klachtdesk.services.dossiers import read_dossier
from klachtdesk.services.oordeel import freeze_oordeel, read_ondertekening, sign_oordeel
from klachtdesk.ui.dialogs.document_dialog import DocumentDialog
from klachtdesk.ui.dialogs.freeze_dialog import FreezeDialog
from klachtdesk.ui.dialogs.sign_dialog import SignDialog
from klachtdesk.ui.dossier.signature_row import SignatureRow
from klachtdesk.ui.dossier.signing_panel import SigningPanel
from klachtdesk.views.ondertekening import HandtekeningStatus, HandtekeningView

VELDEN = ("klager", "klachtenfunctionaris", "betrokkene")


class Page(QWidget):
    """Does for the panel what the dossier page does: reads the dossier, again after each change."""

    def __init__(self, stage: Stage, dossier: int) -> None:
        super().__init__()
        self.stage = stage
        self.dossier = dossier
        self.panel = SigningPanel(stage.workspace)
        self.panel.setParent(self)
        self.told: list[Changes] = []
        self.panel.changed.connect(self.told.append)
        stage.workspace.changed.connect(self.read)
        self.read()
        stage.show(self)

    def read(self) -> None:
        service = partial(read_dossier, dossier_id=self.dossier)
        self.stage.workspace.read(self, service, self.panel.show_dossier)

    def text(self, name: str) -> str:
        label = self.stage.window.findChild(QLabel, name)
        assert label is not None
        return label.text()

    def button(self, name: str) -> QAbstractButton:
        button = self.stage.window.findChild(QAbstractButton, name)
        assert button is not None
        return button

    def dialog(self, kind: type[QDialog]) -> QDialog | None:
        """Return the open dialog of a kind; those that are closed are gone."""
        return self.stage.window.findChild(kind)

    def click(self, name: str) -> None:
        self.button(name).click()
        self.stage.settle()


@pytest.fixture
def dossier(office: Office) -> int:
    """A dossier in which everybody was heard, on 21 April 2026, without an oordeel."""
    return klacht_that_was_heard(office)


@pytest.fixture
def page(stage: Stage, dossier: int) -> Page:
    """The page of a dossier whose oordeel is written and not yet final."""
    write_oordeel(stage.office, dossier)
    return Page(stage, dossier)


@pytest.fixture
def frozen(stage: Stage, dossier: int) -> Page:
    """The page of a dossier whose oordeel is final."""
    write_oordeel(stage.office, dossier)
    freeze_oordeel(stage.office.desk, dossier)
    return Page(stage, dossier)


@pytest.fixture
def certificate(tmp_path: Path) -> Path:
    """The certificate of the klager, with password "geheim van de partij"."""
    path = tmp_path / "klager.p12"
    path.write_bytes(party_certificate("Marijke de Vries", date(2026, 1, 1)).data)
    return path


def fill_in(page: Page, path: Path, wachtwoord: str) -> SignDialog:
    page.click("ondertekening.klager.tekenen")
    dialog = page.stage.window.findChild(SignDialog, "tekenen")
    assert dialog is not None
    for name, text in (("tekenen.bestand", str(path)), ("tekenen.wachtwoord", wachtwoord)):
        field = dialog.findChild(QLineEdit, name)
        assert field is not None
        field.setText(text)
    return dialog


def test_an_example_can_be_looked_at_before_anything_is_final(page: Page):
    assert page.text("ondertekening.status") == "Nog niet definitief"
    page.click("ondertekening.voorbeeld")
    shown = page.stage.window.findChild(DocumentDialog, "document")
    assert shown is not None
    assert shown.windowTitle() == "Voorbeeld van het oordeel in 2026-001"
    assert read_ondertekening(page.stage.office.desk, page.dossier) is None


def test_what_is_still_missing_is_named_in_place(stage: Stage, dossier: int):
    page = Page(stage, dossier)
    page.click("ondertekening.voorbeeld")
    told = page.text("ondertekening.melding")
    assert "bevindingen" in told
    assert "conclusies" in told
    assert stage.notice() == ""
    page.click("ondertekening.definitief")
    page.stage.settle()
    assert page.dialog(FreezeDialog) is None  # nothing is asked that would be refused
    assert "bevindingen" in page.text("ondertekening.melding")
    assert page.button("ondertekening.definitief").isEnabled()


def test_the_question_names_characters_that_no_font_has(qtbot: QtBot):
    question = FreezeDialog("2026-001", ("ש", "ר"))
    qtbot.addWidget(question)
    named = question.findChild(QLabel, "ondertekening.vraag.tekens")
    assert "ש ר" in named.text()


def test_final_is_asked_first_and_enter_means_not_yet(qtbot: QtBot, page: Page):
    page.click("ondertekening.definitief")
    question = page.stage.window.findChild(FreezeDialog, "ondertekening.vraag")
    assert question is not None
    qtbot.keyClick(question, Qt.Key.Key_Return)
    page.stage.settle()
    assert page.dialog(FreezeDialog) is None
    assert read_ondertekening(page.stage.office.desk, page.dossier) is None


@pytest.mark.clausule("IA-5.7")
def test_made_final_it_waits_for_three_parties(page: Page):
    page.click("ondertekening.definitief")
    page.click("ondertekening.vraag.ja")
    page.stage.settle()
    assert page.told == [Changes(frozenset({page.dossier}), lijst=True, drafts=True)]
    assert page.text("ondertekening.status") == "0 van 3 ondertekend"
    assert [page.text(f"ondertekening.{veld}.status") for veld in VELDEN] == ["Nog niet ondertekend"] * 3
    assert page.text("ondertekening.klager.naam") == "Marijke de Vries"
    assert page.text("ondertekening.betrokkene.naam") == "Joris Kramer"
    assert "definitief" in page.stage.notice()


@pytest.mark.clausule("IA-5.7")
def test_before_the_klager_is_satisfied_signing_is_refused_with_the_artikel(frozen: Page, certificate: Path):
    fill_in(frozen, certificate, "geheim van de partij")
    frozen.click("tekenen.tekenen")
    told = frozen.text("tekenen.fout")
    assert "tevreden" in told
    assert "artikel 5.7" in told
    assert frozen.told == []


@pytest.mark.clausule("IA-5.7")
def test_the_klager_signs_with_a_certificate(frozen: Page, certificate: Path):
    klager_satisfied(frozen.stage.office, frozen.dossier)
    fill_in(frozen, certificate, "geheim van de partij")
    frozen.click("tekenen.tekenen")
    assert frozen.dialog(SignDialog) is None
    assert len(frozen.told) == 1
    assert "Marijke de Vries" in frozen.stage.notice()
    assert frozen.text("ondertekening.status") == "1 van 3 ondertekend"
    status = frozen.text("ondertekening.klager.status")
    assert status.startswith("Ondertekend op 21 apr 2026 om ")
    assert status.endswith(" met het certificaat van Marijke de Vries")
    assert "niemand anders staat in voor de naam" in frozen.text("ondertekening.klager.vertrouwen")
    assert frozen.panel.findChild(QPushButton, "ondertekening.klager.tekenen") is None
    assert not frozen.button("ondertekening.definitief").isVisible()


@pytest.mark.parametrize("wachtwoord", ["fout", "", "Geheim Van De Partij"])
def test_a_wrong_password_is_told_in_place_and_can_be_typed_again(
    frozen: Page, certificate: Path, wachtwoord: str
):
    klager_satisfied(frozen.stage.office, frozen.dossier)
    dialog = fill_in(frozen, certificate, wachtwoord)
    frozen.click("tekenen.tekenen")
    assert dialog.isVisible()
    assert "wachtwoord" in frozen.text("tekenen.fout")
    field = dialog.findChild(QLineEdit, "tekenen.wachtwoord")
    assert field is not None
    assert field.isEnabled()
    field.setText("geheim van de partij")
    assert frozen.text("tekenen.fout") == ""
    frozen.click("tekenen.tekenen")
    assert frozen.dialog(SignDialog) is None


def test_a_file_that_is_not_there_or_no_certificate_is_told_in_place(frozen: Page, tmp_path: Path):
    klager_satisfied(frozen.stage.office, frozen.dossier)
    dialog = fill_in(frozen, tmp_path / "weg.p12", "geheim")
    frozen.click("tekenen.tekenen")
    assert "kan niet worden gelezen" in frozen.text("tekenen.fout")
    other = tmp_path / "brief.p12"
    other.write_bytes(b"Geachte mevrouw De Vries")
    field = dialog.findChild(QLineEdit, "tekenen.bestand")
    assert field is not None
    field.setText(str(other))
    frozen.click("tekenen.tekenen")
    assert "geen certificaatbestand" in frozen.text("tekenen.fout")
    other.write_bytes(bytes(1_000_001))
    frozen.click("tekenen.tekenen")
    assert "te groot" in frozen.text("tekenen.fout")
    field.clear()
    frozen.click("tekenen.tekenen")
    assert "Kies eerst" in frozen.text("tekenen.fout")


def test_while_the_signature_is_set_nothing_can_be_pressed_twice(
    qtbot: QtBot, frozen: Page, certificate: Path
):
    klager_satisfied(frozen.stage.office, frozen.dossier)
    dialog = fill_in(frozen, certificate, "geheim van de partij")
    frozen.button("tekenen.tekenen").click()
    assert not frozen.button("tekenen.tekenen").isEnabled()
    qtbot.keyClick(dialog, Qt.Key.Key_Escape)
    assert dialog.isVisible()
    frozen.stage.settle()
    assert frozen.dialog(SignDialog) is None


@pytest.mark.clausule("IA-5.7")
def test_signed_by_all_it_is_complete_and_can_be_opened_and_exported(frozen: Page):
    office = frozen.stage.office
    klager_satisfied(office, frozen.dossier)
    for veld, naam in zip(VELDEN, ("Marijke de Vries", "Amber Veldman", "Joris Kramer"), strict=True):
        party = party_certificate(naam, date(2026, 1, 1))
        sign_oordeel(office.desk, frozen.dossier, veld, party.data, party.wachtwoord)
    frozen.read()
    frozen.stage.settle()
    assert frozen.text("ondertekening.status") == "Volledig ondertekend"
    assert frozen.button("ondertekening.opslaan").isVisible()
    frozen.click("ondertekening.bekijken")
    assert frozen.stage.window.findChild(DocumentDialog, "document") is not None


def test_an_invalid_signature_says_why(qtbot: QtBot):
    why = "Het document is na deze handtekening gewijzigd."
    row = SignatureRow(
        HandtekeningView(
            "klager",
            "Marijke de Vries",
            HandtekeningStatus.ONGELDIG,
            ondertekenaar="Marijke de Vries",
            uitleg=why,
        ),
        lambda: None,
    )
    qtbot.addWidget(row)
    words = {label.objectName(): label.text() for label in row.findChildren(QLabel)}
    assert words["ondertekening.klager.status"] == (
        "Ongeldige handtekening met het certificaat van Marijke de Vries"
    )
    assert words["ondertekening.klager.uitleg"] == why
    assert row.findChild(QPushButton, "ondertekening.klager.tekenen") is None
