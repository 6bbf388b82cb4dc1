"""The klachtenformulier in the window: read in, saved empty, and the forms of a dossier as PDF.

Today is Wednesday 15 April 2026, at the office of 10 voor Taal.
"""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from hand import Hand
from klachtenformulieren import empty_form, filled_form
from office import Office, OfficeMaker
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QApplication, QFileDialog
from pytestqt.qtbot import QtBot
from stage import texts_in

from klachtdesk.services.dossiers import list_dossiers, read_dossier
from klachtdesk.services.drafts import list_drafts
from klachtdesk.services.formulieren import register_melding
from klachtdesk.ui.main_window import MainWindow
from klachtdesk.ui.tasks import Tasks


@pytest.fixture
def office(make_office: OfficeMaker) -> Office:
    return make_office("tien_voor_taal", date(2026, 4, 15))


@pytest.fixture
def window(office: Office, qtbot: QtBot) -> Iterator[MainWindow]:
    tasks = Tasks()
    window = MainWindow(office.desk, office.klok, tasks)
    qtbot.addWidget(window)
    window.resize(1366, 768)
    window.show()
    _settle(tasks)
    window.workspace.setProperty("tasks", tasks)
    yield window
    tasks.close()


def _settle(tasks: Tasks) -> None:
    for _ in range(3):
        tasks.finish()
        QApplication.processEvents()


def _work(window: MainWindow) -> None:
    _settle(window.workspace.property("tasks"))


def _choose_file(window: MainWindow, name: str, path: Path) -> None:
    dialog = Hand().find(name, QFileDialog)
    dialog.fileSelected.emit(str(path))
    dialog.close()
    _work(window)


def _trigger(window: MainWindow, name: str) -> None:
    action = window.findChild(QAction, name)
    assert action is not None
    action.trigger()
    _work(window)


@pytest.mark.clausule("TT-1.3")
def test_a_form_that_was_dropped_becomes_a_melding_with_what_is_missing_on_top(
    window: MainWindow, office: Office
):
    window.meldingen.read_form("klacht.pdf", filled_form({"omschrijving": "De uitnodiging kwam te laat."}))
    _work(window)
    hand = Hand()
    assert hand.text("meldingsformulier.omschrijving") == "De uitnodiging kwam te laat."
    missing = "Ontbreekt nog: de naam van de melder, de datum van dagtekening."
    assert hand.text("melding.aandacht.ontbreekt") == missing
    hand.click("meldingsformulier.opslaan")
    _work(window)
    (regel,) = list_dossiers(office.desk)
    assert [item.titel for item in read_dossier(office.desk, regel.id).documenten] == ["klacht.pdf"]


def test_the_page_of_a_melding_asks_for_the_file(window: MainWindow, tmp_path: Path):
    source = tmp_path / "klacht.pdf"
    source.write_bytes(filled_form({"omschrijving": "Te laat."}))
    window.meldingen.begin()
    _work(window)
    Hand().click("melding.inlezen")
    _choose_file(window, "klachtenformulier.inlezen", source)
    assert Hand().text("meldingsformulier.omschrijving") == "Te laat."


def test_what_is_missing_is_said_again_when_the_draft_is_taken_up(window: MainWindow, office: Office):
    window.meldingen.read_form("klacht.pdf", filled_form({"omschrijving": "Te laat."}))
    _work(window)
    Hand().click("melding.terug")
    _work(window)
    (draft,) = list_drafts(office.desk)
    window.meldingen.resume(draft.draft_id)
    _work(window)
    assert Hand().text("melding.aandacht.ontbreekt").startswith("Ontbreekt nog: de naam van de melder")


def test_what_was_noticed_can_be_closed(window: MainWindow):
    window.meldingen.read_form("klacht.pdf", empty_form())
    _work(window)
    Hand().click("melding.aandacht.sluiten")
    Hand().gone("melding.aandacht")


def test_a_file_that_is_no_pdf_is_refused_in_words(window: MainWindow, office: Office):
    window.meldingen.read_form("klacht.pdf", b"MZ a program")
    _work(window)
    assert any("geen PDF" in text for text in texts_in(window))
    assert list_drafts(office.desk) == ()


def test_the_empty_form_of_a_reglement_is_saved_from_the_settings(window: MainWindow, tmp_path: Path):
    window.show_page("instellingen")
    page = window._pages["instellingen"]
    page.open_part("reglement")  # type: ignore[attr-defined]
    _work(window)
    Hand().click("reglementen.versie.1.klachtenformulier")
    target = tmp_path / "formulier.pdf"
    _choose_file(window, "klachtenformulier.bestand", target)
    assert target.read_bytes().startswith(b"%PDF-")


class TestInADossier:
    @pytest.fixture
    def dossier(self, window: MainWindow, office: Office) -> int:
        made = register_melding(office.desk, {"omschrijving": "Te laat."}, draft_id=None)
        window.open_dossier(made.dossier_id, "meldingsformulier")
        _work(window)
        return made.dossier_id

    @pytest.mark.usefixtures("dossier")
    def test_a_form_is_shown_as_pdf(self, window: MainWindow):
        _trigger(window, "dossier.formulier.pdf.bekijken")
        dialog = Hand().find("document")
        assert dialog.windowTitle() == "Meldingsformulier"
        dialog.close()

    def test_a_form_is_kept_as_a_document(self, window: MainWindow, office: Office, dossier: int):
        _trigger(window, "dossier.formulier.pdf.bewaren")
        titels = [item.titel for item in read_dossier(office.desk, dossier).documenten]
        assert titels == ["Meldingsformulier 2026-001"]

    @pytest.mark.usefixtures("dossier")
    def test_its_empty_klachtenformulier_is_saved(self, window: MainWindow, tmp_path: Path):
        _trigger(window, "dossier.formulier.pdf.klachtenformulier")
        target = tmp_path / "formulier.pdf"
        _choose_file(window, "klachtenformulier.bestand", target)
        assert target.read_bytes().startswith(b"%PDF-")
