"""The work of pages: what is told of it when its page is gone, and which window still opens after a wait."""

import pytest
from office import Office
from PySide6.QtCore import QObject
from PySide6.QtWidgets import QApplication, QDialog, QWidget
from pytestqt.qtbot import QtBot
from stage import Stage, held

from klachtdesk.errors import DeskError, NotFound
from klachtdesk.services.changes import Changes
from klachtdesk.services.desk import Desk
from klachtdesk.ui.workspace import Workspace

LIST = Changes(lijst=True)


def _change(_desk: Desk) -> Changes:
    return LIST


def _refuse(_desk: Desk) -> Changes:
    raise NotFound("Dit dossier bestaat niet.")


def _crash(_desk: Desk) -> Changes:
    raise ZeroDivisionError


def _leave(widget: QObject) -> None:
    """Delete it now, as happens to a page that is left."""
    widget.deleteLater()
    QApplication.sendPostedEvents(widget, 0)


@pytest.fixture
def heard(workspace: Workspace) -> list[Changes]:
    """Return what pages are told of, as it comes."""
    found: list[Changes] = []
    workspace.changed.connect(found.append)
    return found


@pytest.fixture
def page(stage: Stage) -> QWidget:
    """Return a page in the window."""
    page = QWidget()
    stage.show(page)
    return page


def test_what_changed_is_told_to_the_pages_though_its_own_was_left(stage: Stage, heard: list[Changes]):
    done: list[Changes] = []
    page = QWidget()
    with held(stage.tasks):
        stage.workspace.change(page, _change, done.append)
        _leave(page)
    assert (heard, done) == ([LIST], [])


def test_what_was_made_is_told_to_the_pages_though_its_own_was_left(stage: Stage, heard: list[Changes]):
    class Made:
        changes = LIST

    done: list[Made] = []
    page = QWidget()
    with held(stage.tasks):
        stage.workspace.make(page, lambda _desk: Made(), done.append)
        _leave(page)
    assert (heard, done) == ([LIST], [])


def test_a_change_that_is_refused_after_its_page_was_left_is_told_in_the_window(
    stage: Stage, heard: list[Changes]
):
    failed: list[DeskError] = []
    page = QWidget()
    stage.window.show()
    with held(stage.tasks):
        stage.workspace.change(page, _refuse, failed=failed.append)
        _leave(page)
    assert "Dit dossier bestaat niet." in stage.notice()
    assert (heard, failed) == ([], [])


def test_a_change_that_crashes_is_reported_once(stage: Stage, page: QWidget):
    stage.workspace.change(page, _crash)
    stage.tasks.finish()
    assert [type(crash) for crash in stage.crashes] == [ZeroDivisionError]
    assert stage.notice() == ""
    stage.crashes.clear()


def test_what_is_asked_for_twice_opens_once(stage: Stage, page: QWidget):
    opened: list[str] = []
    with held(stage.tasks):
        for word in ("first", "second"):
            stage.workspace.open(page, lambda _desk, word=word: word, opened.append)
    assert opened == ["second"]


def test_nothing_opens_for_a_page_that_is_out_of_sight_by_then(stage: Stage, page: QWidget):
    opened: list[str] = []
    failed: list[DeskError] = []
    with held(stage.tasks):
        stage.workspace.open(page, lambda _desk: "window", opened.append)
        stage.workspace.open(page, _refuse, opened.append, failed.append, lane="document")
        page.hide()
    assert (opened, failed) == ([], [])


def test_nothing_opens_once_somebody_went_elsewhere(stage: Stage, page: QWidget):
    opened: list[str] = []
    with held(stage.tasks):
        stage.workspace.open(page, lambda _desk: "window", opened.append)
        stage.workspace.open(page, lambda _desk: "document", opened.append, lane="document")
        stage.workspace.forget()
    assert opened == ["document"]  # a document that was asked for stands beside whatever is done meanwhile


def test_nothing_opens_over_a_question_that_came_first(stage: Stage, page: QWidget, qtbot: QtBot):
    opened: list[str] = []
    question = QDialog(stage.window)
    qtbot.addWidget(question)
    with held(stage.tasks):
        stage.workspace.open(page, lambda _desk: "window", opened.append)
        question.open()
    assert opened == []
    stage.workspace.open(question, lambda _desk: "from the question itself", opened.append)
    stage.settle()
    assert opened == ["from the question itself"]


def test_what_can_not_be_read_to_open_is_told(stage: Stage, page: QWidget, office: Office):
    assert office
    stage.workspace.open(page, _refuse, lambda _nothing: None)
    stage.settle()
    assert "Dit dossier bestaat niet." in stage.notice()
