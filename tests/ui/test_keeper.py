"""Nothing that was typed is lost: drafts are kept by themselves, once, and thrown away only when asked."""

from functools import partial

import pytest
from office import Office
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot
from stage import Stage

from klachtdesk.services.drafts import list_drafts, open_draft
from klachtdesk.services.formulieren import new_melding
from klachtdesk.ui.forms.editor import EditorWords, FormEditor
from klachtdesk.ui.forms.keeper import keep_again
from klachtdesk.ui.workspace import Workspace

WORDS = EditorWords("Opslaan", "", "Weggooien")


@pytest.fixture
def editor(workspace: Workspace, office: Office, stage: Stage) -> FormEditor:
    editor = FormEditor(workspace, new_melding(office.desk), WORDS, lambda _draft: None)
    stage.show(editor)
    editor.form.focus_first()
    return editor


def _type(text: str) -> None:
    focused = QApplication.focusWidget()
    assert focused is not None
    QTest.keyClicks(focused, text)


def _state(editor: FormEditor) -> str:
    label = editor.findChild(QLabel, "meldingsformulier.concept")
    assert isinstance(label, QLabel)
    return label.text()


def test_typing_is_kept_by_itself_and_the_form_says_so(editor: FormEditor, office: Office, qtbot: QtBot):
    _type("De factuur is te hoog")
    qtbot.waitUntil(lambda: _state(editor) != "")
    assert _state(editor) == f"Concept bewaard {office.klok.nu().astimezone():%H:%M}"
    (draft,) = list_drafts(office.desk)
    assert draft.begin == "De factuur is te hoog"


def test_an_untouched_form_leaves_no_draft(editor: FormEditor, office: Office, stage: Stage):
    editor.keeper.keep()
    stage.tasks.finish()
    assert list_drafts(office.desk) == ()


def test_keeping_often_makes_one_draft(editor: FormEditor, office: Office, stage: Stage):
    for word in ("De ", "factuur ", "is"):
        _type(word)
        editor.keeper.keep()
    stage.tasks.finish()
    (draft,) = list_drafts(office.desk)
    assert draft.begin == "De factuur is"


def test_a_form_that_is_closed_while_it_is_being_kept_is_kept(
    editor: FormEditor, office: Office, stage: Stage, qapp: QApplication
):
    _type("De factuur")
    editor.keeper.keep()
    editor.deleteLater()
    QApplication.sendPostedEvents(editor, 0)
    stage.tasks.finish()
    assert [draft.begin for draft in list_drafts(office.desk)] == ["De factuur"]


def test_flushing_keeps_what_was_not_kept_yet(
    editor: FormEditor, office: Office, workspace: Workspace, stage: Stage
):
    _type("Half een wo")
    workspace.flushing.emit()
    stage.tasks.finish()
    assert [draft.begin for draft in list_drafts(office.desk)] == ["Half een wo"]


def test_an_unfinished_date_survives(editor: FormEditor, office: Office, stage: Stage):
    field = editor.findChild(QWidget, "meldingsformulier.datum_gebeurtenis")
    assert field is not None
    QTest.keyClicks(field, "12-")
    editor.keeper.keep()
    stage.tasks.finish()
    (draft,) = list_drafts(office.desk)
    assert open_draft(office.desk, draft.draft_id).waarden["datum_gebeurtenis"] == "12-"


def test_discarding_waits_for_keeping_and_can_be_undone(
    editor: FormEditor, office: Office, workspace: Workspace, stage: Stage
):
    thrown = []
    editor.discarded.connect(thrown.append)
    _type("De factuur")
    editor.keeper.keep()
    editor.discard()
    stage.tasks.finish()
    assert list_drafts(office.desk) == ()
    made: list[int] = []
    keep_again(workspace, workspace, thrown[0], made.append)
    stage.tasks.finish()
    assert open_draft(office.desk, made[0]).waarden["omschrijving"] == "De factuur"


def test_a_draft_that_cannot_be_kept_is_told_and_tried_again(
    editor: FormEditor, office: Office, workspace: Workspace, stage: Stage
):
    failures: list[object] = []
    workspace.keeping_failed.connect(failures.append)
    _type("De factuur")
    office.desk.kluis.close()
    editor.keeper.keep()
    stage.tasks.finish()
    assert _state(editor) == "Concept niet bewaard"
    assert len(failures) == 1
    editor.keeper.keep()
    stage.tasks.finish()
    assert len(failures) == 2


def test_saving_with_a_fault_saves_nothing_and_points_at_it(
    workspace: Workspace, office: Office, stage: Stage, qtbot: QtBot
):
    saved: list[object] = []
    editor = FormEditor(workspace, new_melding(office.desk), WORDS, saved.append)
    qtbot.addWidget(editor)
    editor.show()
    editor.draft.put("datum_gebeurtenis", "31-2-2026")
    editor.save()
    stage.tasks.finish()
    assert saved == []
    fault = editor.findChild(QLabel, "meldingsformulier.datum_gebeurtenis.fout")
    assert isinstance(fault, QLabel)
    assert "bestaat niet" in fault.text()
    assert len(list_drafts(office.desk)) == 1


def test_a_resumed_form_goes_on_in_its_own_draft(
    editor: FormEditor, office: Office, workspace: Workspace, stage: Stage, qtbot: QtBot
):
    _type("De factuur")
    editor.keeper.keep()
    stage.tasks.finish()
    (draft,) = list_drafts(office.desk)
    view = open_draft(office.desk, draft.draft_id)
    again = FormEditor(workspace, view, WORDS, lambda _draft: None)
    qtbot.addWidget(again)
    again.draft.put("product", "Gesprekken onder druk")
    again.keeper.keep()
    stage.tasks.finish()
    assert [item.draft_id for item in list_drafts(office.desk)] == [draft.draft_id]
    kept = partial(open_draft, office.desk)(draft.draft_id)
    assert kept.waarden["product"] == "Gesprekken onder druk"
