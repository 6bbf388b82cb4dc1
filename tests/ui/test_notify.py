"""Quiet notices: what was done, the way back, and errors that stay."""

import pytest
import shiboken6
from PySide6.QtWidgets import (
    QApplication,
    QFrame,
    QLabel,
    QLineEdit,
    QPushButton,
    QToolButton,
    QVBoxLayout,
    QWidget,
)
from pytestqt.qtbot import QtBot

from klachtdesk.errors import NotAllowed
from klachtdesk.ui.notify import RESUME, Notices


class Window(QWidget):
    """A window with something that has the keyboard, and notices over it."""

    def __init__(self) -> None:
        super().__init__()
        self.field = QLineEdit()
        QVBoxLayout(self).addWidget(self.field)
        self.notices = Notices(self)
        self.resize(900, 600)

    def label(self, name: str) -> str:
        found = self.findChild(QLabel, name)
        assert isinstance(found, QLabel)
        return found.text() if found.isVisible() else ""

    def undo_button(self) -> QPushButton:
        found = self.findChild(QPushButton, "notice_undo")
        assert isinstance(found, QPushButton)
        return found


@pytest.fixture
def window(qtbot: QtBot) -> Window:
    window = Window()
    qtbot.addWidget(window)
    window.show()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    window.field.setFocus()
    return window


def test_a_notice_does_not_take_the_keyboard(window: Window):
    window.notices.tell("Opgeslagen.", undo=lambda: None)
    assert QApplication.focusWidget() is window.field
    assert window.label("notice_text") == "Opgeslagen."


def test_undo_is_done_once_and_takes_the_notice_away(window: Window):
    undone: list[str] = []
    window.notices.tell("Weggegooid.", undo=lambda: undone.append("terug"))
    window.undo_button().click()
    assert undone == ["terug"]
    assert window.notices.isHidden()


def test_what_was_left_is_gone_on_with_and_not_undone(window: Window):
    window.notices.tell("Er is niets opgeslagen.", undo=lambda: None, way_back=RESUME)
    assert window.undo_button().text() == "&Verder gaan"
    window.notices.tell("Weggegooid.", undo=lambda: None)
    assert window.undo_button().text() == "&Ongedaan maken"


def test_the_way_back_to_what_somebody_typed_stays(window: Window):
    window.notices.tell("Opgeslagen.")
    assert window.notices._timer.isActive()
    window.notices.tell("De gebeurtenis is niet vastgelegd.", undo=lambda: None, way_back=RESUME)
    assert not window.notices._timer.isActive()


def test_words_that_fit_on_one_line_take_one(window: Window):
    window.notices.tell("Opgeslagen.")
    height = window.notices.height()
    for words in (
        "Vastgelegd in dossier 2026-001: Klacht ontvangen.",
        "Vastgelegd: Klacht ontvangen.",
        "Opgeslagen.",
    ):
        window.notices.tell(words)
        assert window.notices.height() == height


def test_a_new_notice_takes_the_place_of_the_old_and_of_its_undo(window: Window):
    window.notices.tell("Weggegooid.", undo=lambda: None)
    window.notices.tell("Opgeslagen.")
    assert window.label("notice_text") == "Opgeslagen."
    assert window.undo_button().isHidden()


def test_an_error_says_what_and_what_to_do_and_stays(window: Window):
    window.notices.tell_error(NotAllowed("Dat kan nog niet.", "Leg eerst het horen vast."))
    assert window.label("notice_title") == "Dat kan nu niet"
    assert window.label("notice_text") == "Dat kan nog niet. Leg eerst het horen vast."
    assert not window.notices._timer.isActive()
    close = window.findChild(QToolButton, "notice_close")
    assert isinstance(close, QToolButton)
    close.click()
    assert window.notices.isHidden()


def test_what_a_user_typed_is_shown_literally(window: Window):
    window.notices.tell("<b>Bobby</b> is verwijderd.")
    assert window.label("notice_text") == "<b>Bobby</b> is verwijderd."


def test_a_notice_leaves_the_buttons_at_the_foot_free(window: Window):
    foot = QFrame(window)
    foot.setProperty("look", "foot")
    foot.setGeometry(0, 544, 900, 56)
    foot.show()
    window.notices.tell("Opgeslagen.")
    assert window.notices.geometry().bottom() < foot.y()
    foot.hide()
    assert window.notices.geometry().bottom() > foot.y()


def test_a_window_goes_with_its_foot_and_its_notice_in_silence(qtbot: QtBot):
    window = Window()
    foot = QFrame(window)
    foot.setProperty("look", "foot")
    foot.setGeometry(0, 544, 900, 56)
    window.show()
    window.notices.tell("Opgeslagen.")
    shiboken6.delete(window)  # qtbot fails on what is raised in an event


def test_a_notice_stays_inside_a_window_that_becomes_smaller(window: Window):
    window.notices.tell("Een bericht dat langer is dan het venster breed wordt, en dat dus moet afbreken.")
    window.resize(360, 300)
    QApplication.processEvents()
    assert window.rect().contains(window.notices.geometry())


def test_a_notice_stays_while_the_keyboard_is_on_its_button(window: Window):
    window.notices.tell("Weggegooid.", undo=lambda: None)
    window.undo_button().setFocus()
    window.notices._timer.timeout.emit()
    assert window.undo_button().isVisible()
    window.field.setFocus()
    window.notices._timer.timeout.emit()
    assert window.notices.isHidden()


def test_the_keyboard_goes_back_to_where_it_was_when_a_notice_is_closed(window: Window):
    window.notices.tell("Weggegooid.", undo=lambda: None)
    window.undo_button().setFocus()
    window.undo_button().click()
    assert QApplication.focusWidget() is window.field


def test_a_key_does_not_take_back_what_is_told_only_now(window: Window):
    undone: list[str] = []
    window.notices.tell("De eerste is weggegooid.", undo=lambda: undone.append("eerste"))
    window.undo_button().setFocus()
    window.notices.tell("De tweede is weggegooid.", undo=lambda: undone.append("tweede"))
    assert QApplication.focusWidget() is window.field
    assert undone == []
