"""No verslag is lost: what is typed in the dialogs of a gebeurtenis is a draft. It is Wednesday 1 April 2026."""

from collections.abc import Callable

import pytest
from dossiers import KLAGER, klacht_by_mail, wrong_note
from office import Office
from PySide6.QtCore import QEvent, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit, QWidget
from pytestqt.qtbot import QtBot
from stage import Stage

from klachtdesk.services.dossiers import read_dossier
from klachtdesk.services.drafts import list_drafts
from klachtdesk.services.gebeurtenis_drafts import keep_gebeurtenis_draft, open_gebeurtenis_draft
from klachtdesk.ui.main_window import MainWindow
from klachtdesk.ui.pages.dossier_page import DossierPage
from klachtdesk.ui.tasks import Tasks
from klachtdesk.ui.widgets.kind_list import KindList
from klachtdesk.views.formulier import DraftRegel
from klachtdesk.views.gebeurtenis import GebeurtenisInvoer

Find = Callable[[QWidget, str], QWidget]
Press = Callable[[QWidget, str], None]
Choose = Callable[[str], QWidget]
Correct = Callable[[], QWidget]


@pytest.fixture
def dossier(office: Office) -> int:
    return klacht_by_mail(office, KLAGER, "1-4-2026")


@pytest.fixture
def wrong(office: Office, dossier: int) -> int:
    return wrong_note(office, dossier)


@pytest.fixture
def page(stage: Stage, dossier: int) -> DossierPage:
    page = DossierPage(stage.workspace, dossier)
    stage.show(page)
    return page


@pytest.fixture
def choose(page: DossierPage, stage: Stage, find: Find, click: Press) -> Choose:
    """Return what opens the dialog at a kind of gebeurtenis."""

    def choose_it(soort: str) -> QWidget:
        click(page, "dossier.gebeurtenis")
        dialog = find(stage.window, "gebeurtenis")
        _kinds(dialog).choose(soort)
        return dialog

    return choose_it


@pytest.fixture
def correct(page: DossierPage, stage: Stage, find: Find, click: Press, wrong: int) -> Correct:
    """Return what opens the dialog to correct the note."""

    def correct_it() -> QWidget:
        page.refresh()
        stage.settle()
        click(page, f"tijdlijn.{wrong}.corrigeren")
        return find(stage.window, "correctie")

    return correct_it


def _kinds(dialog: QWidget) -> KindList:
    kinds = dialog.findChild(KindList, "gebeurtenis.soorten")
    assert isinstance(kinds, KindList)
    return kinds


def _text(dialog: QWidget, name: str) -> str:
    field = dialog.findChild(QWidget, name)
    assert isinstance(field, QPlainTextEdit | QLineEdit)
    return field.toPlainText() if isinstance(field, QPlainTextEdit) else field.text()


def _draft(office: Office) -> DraftRegel:
    (regel,) = list_drafts(office.desk)
    return regel


def test_typing_is_kept_by_itself_with_its_unfinished_date(
    choose: Choose, find: Find, office: Office, qtbot: QtBot
):
    dialog = choose("notitie")
    field = find(dialog, "gebeurtenis.datum")
    assert isinstance(field, QLineEdit)
    field.selectAll()
    QTest.keyClicks(field, "31-3-")
    QTest.keyClicks(find(dialog, "gebeurtenis.tekst"), "Belde over de factuur")
    qtbot.waitUntil(lambda: list_drafts(office.desk) != ())
    kept = open_gebeurtenis_draft(office.desk, _draft(office).draft_id)
    assert (kept.soort, kept.waarden["datum"]) == ("notitie", "31-3-")
    assert "Belde over de factuur".startswith(kept.waarden["tekst"])


def test_choosing_a_kind_and_looking_at_it_leaves_no_draft(
    choose: Choose, stage: Stage, office: Office, click: Press
):
    dialog = choose("notitie")
    stage.workspace.flushing.emit()
    stage.settle()
    assert list_drafts(office.desk) == ()
    click(dialog, "gebeurtenis.annuleren")
    assert stage.notice() == ""


def test_what_was_emptied_again_leaves_no_draft(choose: Choose, stage: Stage, office: Office, find: Find):
    field = find(choose("notitie"), "gebeurtenis.tekst")
    assert isinstance(field, QPlainTextEdit)
    QTest.keyClicks(field, "Belde")
    stage.workspace.flushing.emit()
    stage.settle()
    assert _draft(office).begin == "Belde"
    field.selectAll()
    QTest.keyClick(field, Qt.Key.Key_Delete)
    stage.workspace.flushing.emit()
    stage.settle()
    assert list_drafts(office.desk) == ()


def test_recording_leaves_no_draft(
    choose: Choose, stage: Stage, office: Office, find: Find, click: Press, dossier: int
):
    dialog = choose("notitie")
    QTest.keyClicks(find(dialog, "gebeurtenis.tekst"), "Belde over de factuur")
    stage.workspace.flushing.emit()
    click(dialog, "gebeurtenis.vastleggen")
    assert "notitie" in [regel.soort for regel in read_dossier(office.desk, dossier).tijdlijn]
    assert list_drafts(office.desk) == ()


def test_what_was_refused_is_a_draft(choose: Choose, office: Office, find: Find, click: Press):
    dialog = choose("contact_klager")
    QTest.keyClicks(find(dialog, "gebeurtenis.verslag"), "Belde")
    click(dialog, "gebeurtenis.vastleggen")
    assert _draft(office).begin == "Belde"


def test_giving_up_drops_the_draft_and_the_way_back_brings_it_back(
    choose: Choose, stage: Stage, office: Office, find: Find, click: Press
):
    dialog = choose("notitie")
    QTest.keyClicks(find(dialog, "gebeurtenis.tekst"), "Belde over de factuur")
    stage.workspace.flushing.emit()
    click(dialog, "gebeurtenis.annuleren")
    assert stage.notice().startswith("De gebeurtenis is niet vastgelegd.")
    assert find(stage.window, "notice_undo").property("text") == "&Verder gaan"
    assert list_drafts(office.desk) == ()
    click(stage.window, "notice_undo")
    again = find(stage.window, "gebeurtenis")
    assert _text(again, "gebeurtenis.tekst") == "Belde over de factuur"
    assert _draft(office).begin == "Belde over de factuur"


def test_the_way_back_is_there_also_after_the_dossier_was_left(
    choose: Choose, page: DossierPage, stage: Stage, office: Office, find: Find, click: Press
):
    dialog = choose("notitie")
    QTest.keyClicks(find(dialog, "gebeurtenis.tekst"), "Belde over de factuur")
    click(dialog, "gebeurtenis.annuleren")
    page.deleteLater()
    QApplication.sendPostedEvents(page, QEvent.Type.DeferredDelete)
    click(stage.window, "notice_undo")
    assert _draft(office).titel == "Gebeurtenis: Notitie"


def test_a_draft_is_taken_up_and_stays_the_same_one(
    page: DossierPage, stage: Stage, office: Office, find: Find, click: Press, dossier: int
):
    typed = {"datum": "31-3-", "tekst": "Belde over"}
    made = keep_gebeurtenis_draft(office.desk, dossier, GebeurtenisInvoer("notitie", typed))
    page.open_form(_draft(office).formulier)
    stage.settle()
    dialog = find(stage.window, "gebeurtenis")
    assert _text(dialog, "gebeurtenis.datum") == "31-3-"
    field = find(dialog, "gebeurtenis.tekst")
    assert isinstance(field, QPlainTextEdit)
    field.appendPlainText("de factuur")
    stage.workspace.flushing.emit()
    stage.settle()
    kept = open_gebeurtenis_draft(office.desk, made)
    assert (kept.waarden["datum"], kept.waarden["tekst"]) == ("31-3-", "Belde over\nde factuur")
    click(dialog, "gebeurtenis.annuleren")
    assert list_drafts(office.desk) == ()


def test_looking_at_other_kinds_loses_nothing(choose: Choose, stage: Stage, office: Office, find: Find):
    dialog = choose("notitie")
    QTest.keyClicks(find(dialog, "gebeurtenis.tekst"), "Belde over de factuur")
    # One that asks for other things, and one that can't be now: nothing was judged yet.
    for soort in ("terugbelverzoek", "oordeel_verzonden"):
        _kinds(dialog).choose(soort)
        stage.workspace.flushing.emit()
        stage.settle()
        assert _draft(office).begin == "Belde over de factuur"
    _kinds(dialog).choose("notitie")
    assert _text(dialog, "gebeurtenis.tekst") == "Belde over de factuur"


def test_a_draft_of_what_can_no_longer_be_is_not_lost(
    page: DossierPage, stage: Stage, office: Office, find: Find, click: Press, dossier: int
):
    begun = GebeurtenisInvoer("oordeel_verzonden", {"datum": "1-4-2026", "tekst": "Op de bus gedaan"})
    keep_gebeurtenis_draft(office.desk, dossier, begun)
    page.open_form(_draft(office).formulier)
    stage.settle()
    dialog = find(stage.window, "gebeurtenis")
    assert not find(dialog, "gebeurtenis.vastleggen").isEnabled()
    _kinds(dialog).choose("notitie")
    assert _text(dialog, "gebeurtenis.tekst") == "Op de bus gedaan"
    stage.workspace.flushing.emit()
    stage.settle()
    assert _draft(office).titel == "Gebeurtenis: Notitie"


def test_a_correction_is_kept_taken_up_and_saved(
    correct: Correct, page: DossierPage, stage: Stage, office: Office, find: Find, click: Press, wrong: int
):
    dialog = correct()
    stage.workspace.flushing.emit()
    stage.settle()
    assert list_drafts(office.desk) == (), "nobody typed anything yet"
    QTest.keyClicks(find(dialog, "correctie.reden"), "Hoort bij een ander")
    click(dialog, "correctie.vervallen")
    stage.workspace.flushing.emit()
    stage.settle()
    draft = _draft(office)
    assert (draft.titel, draft.begin) == ("Correctie: Notitie", "Hoort bij een ander")
    dialog.deleteLater()  # as if the program was gone
    QApplication.sendPostedEvents(dialog, QEvent.Type.DeferredDelete)
    page.open_form(draft.formulier)
    stage.settle()
    again = find(stage.window, "correctie")
    assert _text(again, "correctie.reden") == "Hoort bij een ander"
    click(again, "correctie.opslaan")
    assert list_drafts(office.desk) == ()
    tijdlijn = read_dossier(office.desk, 1).tijdlijn
    assert [regel.vervangen for regel in tijdlijn if regel.soort == "notitie"] == [True]


def test_a_correction_that_is_given_up_can_be_taken_up_again(
    correct: Correct, stage: Stage, office: Office, find: Find, click: Press
):
    dialog = correct()
    field = find(dialog, "gebeurtenis.tekst")
    assert isinstance(field, QPlainTextEdit)
    field.setPlainText("Het goede dossier")
    stage.workspace.flushing.emit()
    click(dialog, "correctie.annuleren")
    assert stage.notice().startswith("De gebeurtenis is niet gecorrigeerd.")
    assert list_drafts(office.desk) == ()
    click(stage.window, "notice_undo")
    again = find(stage.window, "correctie")
    assert _text(again, "gebeurtenis.tekst") == "Het goede dossier"
    assert _draft(office).titel == "Correctie: Notitie"


def test_a_correction_that_nobody_began_is_closed_in_silence(correct: Correct, stage: Stage, click: Press):
    click(correct(), "correctie.annuleren")
    assert stage.notice() == ""


def test_a_draft_that_cannot_be_kept_is_told_and_tried_again(
    choose: Choose, stage: Stage, office: Office, find: Find
):
    failures: list[object] = []
    stage.workspace.keeping_failed.connect(failures.append)
    QTest.keyClicks(find(choose("notitie"), "gebeurtenis.tekst"), "Belde")
    office.desk.kluis.close()
    for times in (1, 2):
        stage.workspace.flushing.emit()
        stage.settle()
        assert len(failures) == times


def test_what_was_begun_stands_on_the_first_page_and_is_taken_up_there(
    window: MainWindow, press: Press, find: Find, office: Office, tasks: Tasks, dossier: int
):
    typed = {"datum": "1-4-2026", "tekst": "Belde over de factuur"}
    made = keep_gebeurtenis_draft(office.desk, dossier, GebeurtenisInvoer("notitie", typed))
    window.show_page("dossiers")
    window.show_page("vandaag")
    tasks.finish()
    press(window, f"concept.{made}.weggooien")
    assert list_drafts(office.desk) == ()
    press(window, "notice_undo")
    press(window, f"concept.{_draft(office).draft_id}.verder")
    tasks.finish()
    dialog = find(window, "gebeurtenis")
    assert _text(dialog, "gebeurtenis.tekst") == "Belde over de factuur"
