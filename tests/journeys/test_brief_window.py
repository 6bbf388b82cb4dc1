"""The morning of the klachtenfunctionaris: what is due, one key to its letter, one to make it final, one to print it.

A klacht under 10 voor Taal came in by e-mail on Wednesday 1 April 2026. Its confirmation is due within 14 days (article
2.2), and it is the first thing to do.
"""

from collections.abc import Iterator
from datetime import date

import pytest
from brieven_op_kantoor import KLAGER, klacht_met_adres
from hand import Hand
from office import Office, OfficeMaker
from pdf_text import text_of
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from klachtdesk.app import dress
from klachtdesk.services.documenten import read_document
from klachtdesk.services.dossiers import read_dossier
from klachtdesk.ui.main_window import MainWindow
from klachtdesk.ui.tasks import Tasks
from klachtdesk.ui.widgets.todo_row import TodoRow


class Keyboard:
    """Presses keys, and counts them."""

    def __init__(self, hand: Hand) -> None:
        self.hand = hand
        self.pressed = 0

    def press(self, key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        self.pressed += 1
        self.hand.press(key, modifier)


@pytest.fixture
def office(make_office: OfficeMaker) -> Office:
    return make_office("tien_voor_taal", date(2026, 4, 1))


@pytest.fixture
def window(office: Office, qapp: QApplication, qtbot: QtBot) -> Iterator[MainWindow]:
    """Return the main window on Thursday 9 April, the day after the confirmation was best sent."""
    dress(qapp)
    klacht_met_adres(office)
    office.on(2026, 4, 9)
    tasks = Tasks()
    window = MainWindow(office.desk, office.klok, tasks)
    qtbot.addWidget(window)
    window.resize(1366, 768)
    window.show()
    yield window
    tasks.close()


def test_four_keys_from_the_list_of_the_morning_to_the_printer(office: Office, window: MainWindow) -> None:
    hand = Hand()
    keyboard = Keyboard(hand)
    window.activateWindow()
    hand.wait(lambda: isinstance(QApplication.focusWidget(), TodoRow), "the keyboard begins in the first row")
    row = QApplication.focusWidget()
    assert isinstance(row, TodoRow)
    assert row.regel.stap is not None
    assert row.regel.stap.soort == "ontvangstbevestiging_verzonden"

    keyboard.press(Qt.Key.Key_Tab)
    keyboard.press(Qt.Key.Key_Return)
    hand.wait_for_keyboard("brief.definitief_maken")
    keyboard.press(Qt.Key.Key_Return)
    hand.wait_for_keyboard("brief.afdrukken")

    def print_it() -> None:
        keyboard.press(Qt.Key.Key_P, Qt.KeyboardModifier.ControlModifier)

    assert hand.printing(print_it, lambda dialog: dialog.maxPage()) >= 1
    assert keyboard.pressed == 4

    view = read_dossier(office.desk, 1)
    (sent,) = [item for item in view.tijdlijn if item.soort == "ontvangstbevestiging_verzonden"]
    (document,) = view.documenten
    assert (sent.datum, sent.document_id) == (date(2026, 4, 9), document.id)
    letter = text_of(read_document(office.desk, document.id))
    assert "Mevrouw Marijke de Vries Lindelaan 14" in letter
    assert "9 april 2026" in letter
    # Six weeks from 1 April (article 4): the letter tells by when the outcome comes.
    assert "13 mei 2026" in letter
    assert KLAGER in document.titel

    hand.press(Qt.Key.Key_Escape)
    hand.gone("brief")
    hand.press(Qt.Key.Key_Escape)
    hand.wait(lambda: isinstance(QApplication.focusWidget(), TodoRow), "back in the list of the morning")
