"""The main window, over a real kluis: from a ringing telephone to a dossier, and back to the list."""

from collections.abc import Callable

import pytest
from office import Office
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QComboBox,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QPushButton,
    QTableView,
    QWidget,
)
from stage import texts_in

from klachtdesk.services.dossiers import list_dossiers
from klachtdesk.services.drafts import keep_draft, list_drafts
from klachtdesk.services.formulieren import register_melding
from klachtdesk.ui.main_window import MainWindow
from klachtdesk.ui.tasks import Tasks

Find = Callable[[QWidget, str], QWidget]
Press = Callable[[QWidget, str], None]

CONTROL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def keys(window: MainWindow, tasks: Tasks) -> Callable[..., None]:
    """Return what presses a key wherever the keyboard is, and waits for what that started."""

    def press_keys(key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        QTest.keyClick(QApplication.focusWidget() or window, key, modifier)
        tasks.finish()
        QApplication.processEvents()

    return press_keys


def _type(text: str) -> None:
    focused = QApplication.focusWidget()
    assert focused is not None
    QTest.keyClicks(focused, text)


def test_from_ctrl_n_to_a_dossier(window: MainWindow, keys: Callable[..., None], office: Office):
    keys(Qt.Key.Key_N, CONTROL)
    _type("De factuur is 850 euro hoger dan de offerte")
    keys(Qt.Key.Key_Tab)
    _type("Gesprekken onder druk")
    keys(Qt.Key.Key_S, CONTROL)
    (regel,) = list_dossiers(office.desk)
    assert regel.nummer in texts_in(window)
    assert "De factuur is 850 euro hoger dan de offerte" in texts_in(window)
    assert f"Geregistreerd als dossier {regel.nummer}." in texts_in(window)
    assert list_drafts(office.desk) == ()


def test_what_is_typed_while_the_melding_is_registered_is_a_draft_of_its_dossier(
    window: MainWindow, keys: Callable[..., None], find: Find, office: Office, tasks: Tasks
):
    keys(Qt.Key.Key_N, CONTROL)
    field = find(window, "meldingsformulier.omschrijving")
    QTest.keyClicks(field, "De factuur")
    QTest.keyClick(field, Qt.Key.Key_S, CONTROL)
    QTest.keyClicks(field, " is te hoog")
    tasks.finish()
    (regel,) = list_dossiers(office.desk)
    (draft,) = list_drafts(office.desk)
    assert draft.dossier_id == regel.id
    assert draft.begin == "De factuur is te hoog"


def test_with_a_caller_on_the_line_one_key_goes_from_the_story_to_who_calls(
    window: MainWindow, keys: Callable[..., None], office: Office
):
    keys(Qt.Key.Key_N, CONTROL)
    _type("De trainer kwam niet")
    keys(Qt.Key.Key_PageDown, CONTROL)
    _type("Marijke de Vries")
    keys(Qt.Key.Key_S, CONTROL)
    (regel,) = list_dossiers(office.desk)
    assert regel.klager == "Marijke de Vries"
    assert "De trainer kwam niet" in texts_in(window)


def test_a_second_call_leaves_the_first_as_a_draft(
    window: MainWindow, keys: Callable[..., None], office: Office
):
    keys(Qt.Key.Key_N, CONTROL)
    _type("De eerste beller")
    keys(Qt.Key.Key_N, CONTROL)
    _type("De tweede beller")
    keys(Qt.Key.Key_Escape)
    assert {draft.begin for draft in list_drafts(office.desk)} == {"De eerste beller", "De tweede beller"}
    assert "‘De eerste beller’" in texts_in(window)
    assert "‘De tweede beller’" in texts_in(window)


def test_a_draft_is_taken_up_where_it_was_left(
    window: MainWindow, press: Press, find: Find, office: Office, tasks: Tasks
):
    draft_id = keep_draft(
        office.desk, "meldingsformulier", {"omschrijving": "De factuur"}, draft_id=None, dossier_id=None
    )
    window.show_page("kalender")
    window.show_page("dossiers")
    tasks.finish()
    press(window, f"concept.{draft_id}.verder")
    field = find(window, "meldingsformulier.omschrijving")
    assert isinstance(field, QPlainTextEdit)
    assert field.toPlainText() == "De factuur"
    press(window, "meldingsformulier.opslaan")
    assert list_drafts(office.desk) == ()
    assert len(list_dossiers(office.desk)) == 1


def test_a_draft_that_was_thrown_away_comes_back(
    window: MainWindow, press: Press, office: Office, tasks: Tasks
):
    draft_id = keep_draft(
        office.desk, "meldingsformulier", {"omschrijving": "De factuur"}, draft_id=None, dossier_id=None
    )
    window.show_page("kalender")
    window.show_page("dossiers")
    tasks.finish()
    press(window, f"concept.{draft_id}.weggooien")
    assert list_drafts(office.desk) == ()
    press(window, "notice_undo")
    assert [draft.begin for draft in list_drafts(office.desk)] == ["De factuur"]


def test_a_melding_that_was_thrown_away_comes_back_on_the_screen(
    window: MainWindow, keys: Callable[..., None], press: Press, find: Find, office: Office
):
    keys(Qt.Key.Key_N, CONTROL)
    _type("De factuur")
    press(window, "meldingsformulier.weggooien")
    assert list_drafts(office.desk) == ()
    press(window, "notice_undo")
    field = find(window, "meldingsformulier.omschrijving")
    assert isinstance(field, QPlainTextEdit)
    assert field.toPlainText() == "De factuur"


def test_an_empty_list_says_what_to_do(window: MainWindow, press: Press, find: Find):
    window.show_page("dossiers")
    assert "Geen open dossiers" in texts_in(window)
    assert any("Ctrl+N" in text for text in texts_in(window))
    press(window, "dossiers.leeg.melding")
    find(window, "meldingsformulier.omschrijving")


def test_searching_narrows_the_list_and_enter_opens_what_is_left(
    window: MainWindow, keys: Callable[..., None], find: Find, office: Office, tasks: Tasks, qtbot
):
    for naam in ("A. de Vries", "P. Jansen"):
        made = register_melding(office.desk, {"melder.1.naam": naam, "kanaal": "email"}, draft_id=None)
        window.workspace.changed.emit(made.changes)
    tasks.finish()
    keys(Qt.Key.Key_F, CONTROL)
    _type("jansen")
    table = find(window, "dossiers.tabel")
    assert isinstance(table, QTableView)
    qtbot.waitUntil(lambda: table.model().rowCount() == 1)
    keys(Qt.Key.Key_Return)
    assert any(text.startswith("P. Jansen") for text in texts_in(window))


def test_a_dossier_opens_with_the_keyboard_on_its_next_stap_and_a_new_one_with_it_nowhere(
    window: MainWindow, keys: Callable[..., None], find: Find, office: Office
):
    keys(Qt.Key.Key_N, CONTROL)
    _type("De factuur is hoger")
    keys(Qt.Key.Key_S, CONTROL)
    # Whoever is still typing presses no button of the dossier that has come in the place of the form.
    assert not isinstance(QApplication.focusWidget(), QAbstractButton)
    keys(Qt.Key.Key_2, CONTROL)
    keys(Qt.Key.Key_Return)
    assert QApplication.focusWidget() is find(window, "dossier.stap.vastleggen")


def test_a_search_that_finds_nothing_says_so(
    window: MainWindow, keys: Callable[..., None], office: Office, qtbot
):
    register_melding(office.desk, {"melder.1.naam": "A. de Vries"}, draft_id=None)
    keys(Qt.Key.Key_F, CONTROL)
    _type("bestaat niet")
    qtbot.waitUntil(lambda: "Niets gevonden" in texts_in(window))


def test_a_dossier_that_was_made_elsewhere_in_the_window_is_in_the_list(
    window: MainWindow, keys: Callable[..., None], find: Find
):
    keys(Qt.Key.Key_N, CONTROL)
    _type("De factuur")
    keys(Qt.Key.Key_S, CONTROL)
    window.show_page("dossiers")
    table = find(window, "dossiers.tabel")
    assert isinstance(table, QTableView)
    assert table.model().rowCount() == 1


def test_a_fault_keeps_the_form_on_the_screen_and_what_was_typed_as_a_draft(
    window: MainWindow, keys: Callable[..., None], find: Find, office: Office
):
    keys(Qt.Key.Key_N, CONTROL)
    _type("De factuur")
    date = find(window, "meldingsformulier.datum_gebeurtenis")
    date.setFocus()
    _type("31-2-2026")
    keys(Qt.Key.Key_S, CONTROL)
    assert QApplication.focusWidget() is find(window, "meldingsformulier.datum_gebeurtenis")
    assert list_dossiers(office.desk) == ()
    assert [draft.begin for draft in list_drafts(office.desk)] == ["De factuur"]


def test_the_side_bar_tells_which_office_and_who(window: MainWindow):
    assert {"Interactie", "Noor Bakker"} <= set(texts_in(window))
    assert window.windowTitle() == "Interactie - klachtdesk"


def test_f1_lists_keys_that_work(window: MainWindow, keys: Callable[..., None], find: Find):
    keys(Qt.Key.Key_F1)
    dialog = find(window, "sneltoetsen")
    shown = {label.text() for label in dialog.findChildren(QLabel)}
    assert {"Ctrl+N", "Ctrl+F", "Ctrl+L", "Ctrl+S"} <= shown
    dialog.close()


def test_everything_to_press_or_fill_in_has_a_name_of_its_own_and_words_for_a_screen_reader(
    window: MainWindow, keys: Callable[..., None], office: Office, tasks: Tasks
):
    made = register_melding(office.desk, {"kanaal": "email", "betrokkene.1.naam": "K. Smit"}, draft_id=None)
    window.open_dossier(made.dossier_id, "intern_klachtenformulier")
    tasks.finish()
    QApplication.processEvents()
    inputs = (QAbstractButton, QComboBox, QLineEdit, QPlainTextEdit)
    shown = [
        widget
        for widget in window.findChildren(QWidget)
        if isinstance(widget, inputs) and widget.isVisible() and not widget.objectName().startswith("qt_")
    ]
    names = [widget.objectName() for widget in shown if widget.focusPolicy() is not Qt.FocusPolicy.NoFocus]
    assert len(names) > 20
    assert "" not in names
    assert len(names) == len(set(names))
    for widget in shown:
        words = widget.accessibleName() or (widget.text() if isinstance(widget, QPushButton) else "")
        assert words or isinstance(widget, QAbstractButton), widget.objectName()
