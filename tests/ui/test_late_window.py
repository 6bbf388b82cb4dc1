"""The window while answers are on their way: nothing takes the keyboard over, and nothing acts on what was before."""

from collections.abc import Callable

import pytest
from dossiers import klacht_by_mail
from office import Office
from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QTableView, QWidget
from pytestqt.qtbot import QtBot
from stage import Gate, held, texts_in

from klachtdesk.services.changes import Changes
from klachtdesk.services.dossiers import list_dossiers
from klachtdesk.services.drafts import keep_draft, list_drafts
from klachtdesk.services.formulieren import register_melding
from klachtdesk.services.vergissingen import withdraw_vergissing
from klachtdesk.ui.main_window import MainWindow
from klachtdesk.ui.pages.dossier_page import DossierPage
from klachtdesk.ui.pages.melding_page import MeldingPage
from klachtdesk.ui.tasks import Tasks
from klachtdesk.ui.widgets.todo_row import TodoRow

Find = Callable[[QWidget, str], QWidget]
Press = Callable[[QWidget, str], None]
CONTROL = Qt.KeyboardModifier.ControlModifier


def _press(key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    """Press a key wherever the keyboard is, and wait for nothing."""
    holder = QApplication.focusWidget()
    assert holder is not None
    QTest.keyClick(holder, key, modifier)


def _type(text: str) -> None:
    holder = QApplication.focusWidget()
    assert holder is not None
    QTest.keyClicks(holder, text)


def _has_keyboard() -> str:
    holder = QApplication.focusWidget()
    return "" if holder is None else holder.objectName()


def _register(window: MainWindow, tasks: Tasks, office: Office, *names: str) -> list[int]:
    """Let these people have called; the window knows."""
    made = [
        register_melding(office.desk, {"melder.1.naam": naam, "kanaal": "email"}, draft_id=None).dossier_id
        for naam in names
    ]
    window.workspace.changed.emit(Changes(lijst=True))
    tasks.finish()
    return made


def _table(window: MainWindow, find: Find, tasks: Tasks) -> QTableView:
    window.show_page("dossiers")
    tasks.finish()
    table = find(window, "dossiers.tabel")
    assert isinstance(table, QTableView)
    return table


def _nummer(index: QModelIndex) -> str:
    return str(index.siblingAtColumn(0).data())


def test_a_form_that_comes_late_does_not_take_over(window: MainWindow, tasks: Tasks):
    with held(tasks):
        _press(Qt.Key.Key_N, CONTROL)
        _press(Qt.Key.Key_F, CONTROL)
        _type("jansen")
    assert _has_keyboard() == "dossiers.zoeken"
    assert window.findChildren(MeldingPage) == []


def test_an_empty_form_does_not_come_over_one_that_is_typed_in(
    window: MainWindow, tasks: Tasks, qtbot: QtBot
):
    first = Gate(tasks)
    _press(Qt.Key.Key_N, CONTROL)
    answered: list[None] = []
    tasks.run(window, lambda: None, answered.append)
    second = Gate(tasks)
    _press(Qt.Key.Key_N, CONTROL)
    first.open()
    qtbot.waitUntil(lambda: answered != [])
    assert window.findChildren(MeldingPage) == []  # one comes, and nobody types in what it would take away
    second.open()
    tasks.finish()
    assert len(window.findChildren(MeldingPage)) == 1
    assert _has_keyboard() == "meldingsformulier.omschrijving"


def test_a_melding_that_is_left_while_it_is_registered_is_registered_once(
    window: MainWindow, tasks: Tasks, office: Office
):
    _press(Qt.Key.Key_N, CONTROL)
    tasks.finish()
    _type("De factuur is te hoog")
    with held(tasks):
        _press(Qt.Key.Key_S, CONTROL)
        _press(Qt.Key.Key_Escape)
    (regel,) = list_dossiers(office.desk)
    assert list_drafts(office.desk) == ()
    assert f"Geregistreerd als dossier {regel.nummer}." in texts_in(window)
    assert window.findChildren(DossierPage) == []  # who left goes on with something else


def test_what_is_typed_after_saving_stays_with_the_dossier_though_the_form_is_left(
    window: MainWindow, tasks: Tasks, office: Office
):
    _press(Qt.Key.Key_N, CONTROL)
    tasks.finish()
    _type("De factuur")
    with held(tasks):
        _press(Qt.Key.Key_S, CONTROL)
        _type(" is te hoog")
        _press(Qt.Key.Key_Escape)
    (regel,) = list_dossiers(office.desk)
    (draft,) = list_drafts(office.desk)
    assert (draft.dossier_id, draft.begin) == (regel.id, "De factuur is te hoog")


def test_a_melding_that_can_not_be_registered_after_it_was_left_is_kept_and_that_is_told(
    window: MainWindow, tasks: Tasks, office: Office, monkeypatch: pytest.MonkeyPatch
):
    _press(Qt.Key.Key_N, CONTROL)
    tasks.finish()
    _type("De factuur is te hoog")
    _press(Qt.Key.Key_Tab)
    (page,) = window.findChildren(MeldingPage)
    page.editor.draft.put(
        "ontvangen_op", "2-4-2026"
    )  # tomorrow: the form does not see that, the service does
    with held(tasks):
        _press(Qt.Key.Key_S, CONTROL)
        _press(Qt.Key.Key_Escape)
    assert list_dossiers(office.desk) == ()
    assert [draft.begin for draft in list_drafts(office.desk)] == ["De factuur is te hoog"]
    assert window.notices.isVisible()


def test_enter_in_the_search_field_opens_what_was_typed_and_not_what_was_found_before(
    window: MainWindow, tasks: Tasks, office: Office, find: Find, qtbot: QtBot
):
    _register(window, tasks, office, "A. de Vries", "P. Jansen")
    table = _table(window, find, tasks)
    _press(Qt.Key.Key_F, CONTROL)
    _type("vries")
    qtbot.waitUntil(lambda: table.model().rowCount() == 1)
    with held(tasks):
        _press(Qt.Key.Key_A, CONTROL)
        _type("jansen")
        _press(Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: window.findChildren(DossierPage) != [])
    tasks.finish()
    number = find(window, "dossier.titel")
    assert isinstance(number, QLabel)
    assert "P. Jansen" in number.text()


def test_enter_opens_nothing_when_several_are_found_after_all(
    window: MainWindow, tasks: Tasks, office: Office, find: Find, qtbot: QtBot
):
    _register(window, tasks, office, "A. de Vries", "P. Jansen", "Q. Jansen")
    table = _table(window, find, tasks)
    _press(Qt.Key.Key_F, CONTROL)
    _type("vries")
    qtbot.waitUntil(lambda: table.model().rowCount() == 1)
    _press(Qt.Key.Key_A, CONTROL)
    _type("jansen")
    _press(Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: table.model().rowCount() == 2)
    tasks.finish()
    assert window.findChildren(DossierPage) == []
    search = find(window, "dossiers.zoeken")
    assert isinstance(search, QLineEdit)
    assert search.hasFocus()


def test_the_list_stays_at_the_chosen_dossier_and_where_it_was_scrolled_to(
    window: MainWindow, tasks: Tasks, office: Office, find: Find
):
    _register(window, tasks, office, *(f"Beller {number}" for number in range(40)))
    table = _table(window, find, tasks)
    table.selectRow(3)
    chosen = _nummer(table.currentIndex())
    bar = table.verticalScrollBar()
    bar.setValue(bar.maximum())
    place = bar.value()
    with held(tasks):
        window.workspace.changed.emit(Changes(lijst=True))
        window.workspace.changed.emit(Changes(lijst=True))
    assert _nummer(table.currentIndex()) == chosen
    assert bar.value() == place > 0


def test_where_the_chosen_dossier_has_left_the_list_what_came_in_its_place_is_chosen(
    window: MainWindow, tasks: Tasks, office: Office, find: Find
):
    made = _register(window, tasks, office, "One", "Two", "Three", "Four")
    table = _table(window, find, tasks)
    table.selectRow(1)
    below = _nummer(table.model().index(2, 0))
    chosen = next(item for item in list_dossiers(office.desk) if item.nummer == _nummer(table.currentIndex()))
    assert chosen.id in made
    changes = withdraw_vergissing(office.desk, chosen.id, reden="Twee keer geregistreerd.")
    window.workspace.changed.emit(changes)
    tasks.finish()
    assert _nummer(table.currentIndex()) == below


def _kept(office: Office, *begins: str) -> list[int]:
    return [
        keep_draft(office.desk, "meldingsformulier", {"omschrijving": begin}, draft_id=None, dossier_id=None)
        for begin in begins
    ]


@pytest.mark.parametrize("page", ["vandaag", "dossiers"])
def test_the_keyboard_stays_at_a_draft_when_the_drafts_are_read_again(
    window: MainWindow, tasks: Tasks, office: Office, find: Find, page: str
):
    first, _second = _kept(office, "De eerste", "De tweede")
    window.show_page("kalender")
    window.show_page(page)
    tasks.finish()
    name = f"concept.{first}.verder"
    find(window, name).setFocus()
    _kept(office, "De derde")
    with held(tasks):
        window.workspace.changed.emit(Changes(drafts=True))
    assert _has_keyboard() == name


def test_after_one_draft_was_thrown_away_the_keyboard_is_at_the_next(
    window: MainWindow, tasks: Tasks, office: Office, find: Find, press: Press
):
    _kept(office, "De eerste", "De tweede", "De derde")
    first, second, third = (draft.draft_id for draft in list_drafts(office.desk))
    window.show_page("kalender")
    window.show_page("dossiers")
    tasks.finish()
    find(window, f"concept.{second}.weggooien").setFocus()
    press(window, f"concept.{second}.weggooien")
    assert [draft.draft_id for draft in list_drafts(office.desk)] == [first, third]
    assert _has_keyboard() == f"concept.{third}.weggooien"


def test_throwing_away_twice_leaves_the_way_back(
    window: MainWindow, tasks: Tasks, office: Office, find: Find, press: Press
):
    (draft,) = _kept(office, "De eerste")
    window.show_page("kalender")
    window.show_page("dossiers")
    tasks.finish()
    button = find(window, f"concept.{draft}.weggooien")
    with held(tasks):
        for _ in range(2):
            QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    assert list_drafts(office.desk) == ()
    press(window, "notice_undo")
    assert [item.begin for item in list_drafts(office.desk)] == ["De eerste"]


def test_when_all_drafts_are_shown_the_keyboard_is_at_the_first_that_was_hidden(
    window: MainWindow, tasks: Tasks, office: Office, press: Press, find: Find
):
    _kept(office, "1", "2", "3", "4", "5")
    made = [draft.draft_id for draft in list_drafts(office.desk)]
    window.show_page("kalender")
    window.show_page("dossiers")
    tasks.finish()
    find(window, "concepten.alle").setFocus()
    press(window, "concepten.alle")
    assert _has_keyboard() == f"concept.{made[3]}.verder"  # three were shown already


def test_keys_go_to_the_row_of_vandaag_as_soon_as_it_has_the_keyboard(
    window: MainWindow, tasks: Tasks, office: Office
):
    klacht_by_mail(office, "Marijke de Vries", "1-4-2026")
    window.workspace.changed.emit(Changes(lijst=True))
    tasks.finish()  # the answer came; what it put on the screen has not been drawn
    row = QApplication.focusWidget()
    assert isinstance(row, TodoRow)
    assert window.focusWidget() is row  # it is the window that a key comes to
    _press(Qt.Key.Key_Tab)
    assert _has_keyboard() == f"{row.objectName()}.stap"
