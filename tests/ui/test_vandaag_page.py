"""The page of the morning, in the whole window over a real kluis; Interactie judges within four weeks (5.5)."""

from collections.abc import Callable

import pytest
from dossiers import klacht_by_mail
from office import Office
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QComboBox, QLabel, QWidget
from pytestqt.qtbot import QtBot
from stage import texts_in

from klachtdesk.services.dossiers import read_dossier
from klachtdesk.services.gebeurtenissen import record_gebeurtenis
from klachtdesk.ui.main_window import MainWindow
from klachtdesk.ui.pages.vandaag_page import VandaagPage
from klachtdesk.ui.tasks import Tasks
from klachtdesk.ui.widgets.todo_row import TodoRow

Find = Callable[[QWidget, str], QWidget]
Press = Callable[[QWidget, str], None]
CONTROL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def keys(tasks: Tasks) -> Callable[..., None]:
    """Return what presses a key wherever the keyboard is, and waits for what that started."""

    def press_keys(key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        widget = QApplication.focusWidget()
        assert widget is not None
        QTest.keyClick(widget, key, modifier)
        tasks.finish()
        QApplication.processEvents()

    return press_keys


def _received(office: Office, klager: str, maand: int, dag: int) -> int:
    """Let a klacht come in on a day of 2026 and be passed on that day; the klager hears of it on 15 April."""
    office.on(2026, maand, dag)
    day = f"{dag}-{maand}-2026"
    dossier = klacht_by_mail(office, klager, day, onderwerpen="hoogte_factuur", overeenkomst="IA-1")
    record_gebeurtenis(office.desk, dossier, "doorgezonden", day, {"persoon": "Amber Veldman"})
    return dossier


def _groups(window: MainWindow) -> dict[str, list[str]]:
    """Return who stands in which group, in the order of the screen."""
    found: dict[str, list[str]] = {}
    rows = sorted(window.findChildren(TodoRow), key=lambda row: row.mapTo(window, row.rect().topLeft()).y())
    for row in rows:
        found.setdefault(row.regel.groep, []).append(row.regel.klager)
    return found


@pytest.mark.clausule("IA-5.5")
def test_what_is_late_comes_first_and_each_says_how_long(
    office: Office, open_window: Callable[[], MainWindow], find: Find
):
    # Four weeks after 20 March is 17 April, after 2 March 30 March (18 days before the 17th), after 26 March
    # 23 April (in 6 days), after 13 April 11 May (in 24 days).
    for klager, maand, dag in (("Late", 3, 2), ("Now", 3, 20), ("Soon", 3, 26), ("Once", 4, 13)):
        _received(office, klager, maand, dag)
    office.on(2026, 4, 17)
    window = open_window()
    groups = _groups(window)
    groups.pop("signaal", None)
    assert groups == {"te_laat": ["Late"], "vandaag": ["Now"], "deze_week": ["Soon"], "later": ["Once"]}
    page = find(window, "vandaag")
    assert "Vrijdag 17 april 2026" in texts_in(page)
    assert "1 te laat, 1 voor vandaag" in texts_in(page)
    for name, words in (
        ("vandaag.te_laat.1", "18 dagen te laat"),
        ("vandaag.vandaag.1", "vandaag"),
        ("vandaag.deze_week.1", "nog 6 dagen"),
        ("vandaag.later.1", "nog 24 dagen"),
    ):
        assert words in texts_in(find(page, name))
    assert "uiterlijk 30 mrt 2026" in texts_in(find(page, "vandaag.te_laat.1"))
    assert "Aan zet: de klachtenfunctionaris" in texts_in(find(page, "vandaag.te_laat.1"))


def test_the_next_stap_is_one_click_away_and_escape_leads_back_to_the_row(
    office: Office,
    open_window: Callable[[], MainWindow],
    find: Find,
    press: Press,
    keys: Callable[..., None],
    qtbot: QtBot,
):
    _received(office, "Ali Bek", 3, 19)
    dossier = _received(office, "Marijke de Vries", 3, 20)
    window = open_window()
    press(window, "vandaag.later.2.stap")
    letter = find(window, "brief")
    person = find(letter, "brief.geadresseerde")
    assert isinstance(person, QComboBox)
    assert person.currentText() == "Betrokkene: Joris Kramer"
    press(letter, "brief.definitief_maken")
    press(letter, "brief.sluiten")
    assert [regel.soort for regel in read_dossier(office.desk, dossier).tijdlijn][
        -1
    ] == "betrokkene_ingelicht"
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    keys(Qt.Key.Key_Escape)
    row = QApplication.focusWidget()
    assert isinstance(row, TodoRow)
    assert row.regel.klager == "Marijke de Vries"
    # Now that the betrokkene knows, the next one to do is to invite for the hearing.
    assert row.regel.stap is not None
    assert row.regel.stap.soort != "betrokkene_ingelicht"


def test_the_arrows_go_over_the_rows_and_enter_opens_the_dossier(
    office: Office, open_window: Callable[[], MainWindow], find: Find, keys: Callable[..., None]
):
    _received(office, "Ali Bek", 3, 19)
    _received(office, "Marijke de Vries", 3, 20)
    window = open_window()
    keys(Qt.Key.Key_Down)
    keys(Qt.Key.Key_Down)
    keys(Qt.Key.Key_Up)
    keys(Qt.Key.Key_Return)
    title = find(window, "dossier.titel")
    assert isinstance(title, QLabel)
    assert title.text() == "Marijke de Vries"


def test_a_click_on_a_row_opens_the_dossier_too(
    office: Office, open_window: Callable[[], MainWindow], find: Find, tasks: Tasks
):
    _received(office, "Marijke de Vries", 3, 20)
    window = open_window()
    QTest.mouseClick(find(window, "vandaag.later.1"), Qt.MouseButton.LeftButton)
    tasks.finish()
    assert "Marijke de Vries" in texts_in(find(window, "dossier"))


def test_nothing_to_do_says_so(window: MainWindow, find: Find, press: Press, office: Office):
    # Interactie asks to check once whether the klachtenprocedure is made known; that is for the office.
    page = find(window, "vandaag")
    assert "Niets te laat, en niets voor vandaag." in texts_in(page)
    assert find(page, "vandaag.kantoor").isVisible()


def test_a_long_group_shows_its_first_rows_and_the_rest_when_asked(
    office: Office, open_window: Callable[[], MainWindow], press: Press
):
    for number in range(27):
        klacht_by_mail(office, f"Klager {number}", "1-4-2026", overeenkomst="IA-1")
    window = open_window()
    assert len(_groups(window)["later"]) == 25
    press(window, "vandaag.later.meer")
    assert len(_groups(window)["later"]) == 27


def test_signalen_of_one_dossier_share_a_row_and_nothing_is_said_twice(
    office: Office, open_window: Callable[[], MainWindow], find: Find
):
    # Without overeenkomst one signaal (2.1); nothing heard for weeks another (7.3).
    office.on(2026, 3, 20)
    klacht_by_mail(office, "Marijke de Vries", "20-3-2026")
    office.on(2026, 4, 17)
    window = open_window()
    (row,) = [row for row in window.findChildren(TodoRow) if row.regel.groep == "signaal"]
    zinnen = row.regel.wat.split("\n")
    assert len(zinnen) == len(set(zinnen)) >= 2
    assert set(zinnen) <= set(texts_in(row))


def test_a_name_is_shown_as_it_was_typed(office: Office, open_window: Callable[[], MainWindow]):
    klacht_by_mail(office, "<b>Bobby</b> & Zn", "1-4-2026")
    window = open_window()
    labels = [label for label in window.findChildren(QLabel) if "Bobby" in label.text()]
    assert {label.text() for label in labels if label.isVisible()} == {"<b>Bobby</b> & Zn"}
    assert {label.textFormat() for label in labels} == {Qt.TextFormat.PlainText}


def test_the_pages_have_their_keys(window: MainWindow, find: Find, keys: Callable[..., None]):
    for key, name in (
        (Qt.Key.Key_2, "dossiers"),
        (Qt.Key.Key_3, "kalender"),
        (Qt.Key.Key_1, "vandaag"),
    ):
        keys(key, CONTROL)
        find(window, name)


def test_a_dossier_closes_to_the_page_it_was_opened_from(
    office: Office, open_window: Callable[[], MainWindow], find: Find, keys: Callable[..., None]
):
    _received(office, "Marijke de Vries", 3, 20)
    window = open_window()
    window.show_page("dossiers")
    keys(Qt.Key.Key_Return)
    find(window, "dossier")
    keys(Qt.Key.Key_Escape)
    find(window, "dossiers")


def test_a_page_that_stayed_open_overnight_shows_the_new_day(
    open_window: Callable[[], MainWindow], office: Office, keys: Callable[..., None], find: Find
):
    _received(office, "Marijke de Vries", 4, 1)
    window = open_window()
    office.on(2026, 4, 2)
    keys(Qt.Key.Key_1, CONTROL)
    title = find(window, "vandaag.titel")
    assert isinstance(title, QLabel)
    assert title.text() == "Donderdag 2 april 2026"


def _row_of(window: MainWindow, klager: str) -> TodoRow:
    return next(row for row in window.findChildren(TodoRow) if row.regel.klager == klager)


def test_the_keyboard_stays_in_the_button_when_the_list_is_read_again(
    office: Office, open_window: Callable[[], MainWindow], tasks: Tasks
) -> None:
    _received(office, "Youssef Amrani", 4, 3)
    _received(office, "Lotte Bakker", 4, 2)
    window = open_window()
    _row_of(window, "Youssef Amrani").button.setFocus()

    # Somebody's third klacht is late by now: it comes above the others, and every row is made anew.
    _received(office, "Ineke Dekker", 3, 2)
    office.on(2026, 4, 15)
    window.findChild(VandaagPage, "vandaag").refresh()
    tasks.finish()
    QApplication.processEvents()

    assert len(window.findChildren(TodoRow)) >= 3
    assert QApplication.focusWidget() is _row_of(window, "Youssef Amrani").button


def test_a_list_that_did_not_change_is_left_alone(
    office: Office, open_window: Callable[[], MainWindow], tasks: Tasks
) -> None:
    _received(office, "Youssef Amrani", 4, 3)
    window = open_window()
    row = _row_of(window, "Youssef Amrani")
    window.findChild(VandaagPage, "vandaag").refresh()
    tasks.finish()
    QApplication.processEvents()
    assert _row_of(window, "Youssef Amrani") is row


def test_the_keyboard_goes_on_with_the_first_row_that_was_not_shown_yet(
    office: Office, open_window: Callable[[], MainWindow], press: Press
) -> None:
    for number in range(27):
        _received(office, f"Klager Nummer{number:02}", 4, 3)
    window = open_window()
    shown = {row.regel.klager for row in window.findChildren(TodoRow)}
    press(window, "vandaag.later.meer")
    holder = QApplication.focusWidget()
    assert isinstance(holder, TodoRow)
    assert holder.regel.klager not in shown
