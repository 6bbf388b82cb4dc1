"""The calendar, with a mouse and with the keyboard alone."""

from datetime import date

import pytest
from dossiers import klacht_by_mail
from PySide6.QtCore import QEvent, QPoint, QRect, Qt
from PySide6.QtGui import QFont, QFontMetrics, QHelpEvent
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QListWidget, QToolButton, QToolTip
from pytestqt.qtbot import QtBot
from stage import Stage

from klachtdesk.services.changes import Changes
from klachtdesk.services.gebeurtenissen import record_gebeurtenis
from klachtdesk.ui.dialogs.document_dialog import DocumentDialog
from klachtdesk.ui.kalender.grid import MonthGrid
from klachtdesk.ui.kalender.model import DAG, MonthModel
from klachtdesk.ui.kalender.paint import DayLayout, lay_out, lowest_row
from klachtdesk.ui.pages.calendar_page import CalendarPage
from klachtdesk.views.termijn import KalenderDag, KalenderItem

ACCESSIBLE = Qt.ItemDataRole.AccessibleTextRole
# Interactie 5.5: four weeks from the klacht, so that one of Wednesday 1 April 2026 is due on Wednesday 29 April.
DUE = date(2026, 4, 29)


@pytest.fixture
def page(stage: Stage) -> CalendarPage:
    page = CalendarPage(stage.workspace)
    stage.show(page)
    page.setFocus()
    return page


def places_on(page: CalendarPage, day: date) -> DayLayout:
    """Return where things stand in a day, in pixels of the grid."""
    grid = grid_of(page)
    model = grid.model()
    assert isinstance(model, MonthModel)
    index = model.index_of(day)
    return lay_out(grid.visualRect(index), index.data(DAG), grid.font())


def grid_of(page: CalendarPage) -> MonthGrid:
    found = page.findChild(MonthGrid, "kalender.maand")
    assert found is not None
    return found


def text_of(page: CalendarPage, name: str) -> str:
    label = page.findChild(QLabel, name)
    assert label is not None
    return label.text()


def words_of(page: CalendarPage, row: int, column: int) -> str:
    model = grid_of(page).model()
    return str(model.index(row, column).data(ACCESSIBLE))


def press(qtbot: QtBot, stage: Stage, page: CalendarPage, key: Qt.Key) -> None:
    qtbot.keyClick(grid_of(page), key)
    stage.settle()


def click(qtbot: QtBot, page: CalendarPage, place: QPoint) -> None:
    qtbot.mouseClick(grid_of(page).viewport(), Qt.MouseButton.LeftButton, pos=place)


def open_list() -> QListWidget:
    popup = QApplication.activePopupWidget()
    assert popup is not None
    found = popup.findChild(QListWidget, "kalender.dag.lijst")
    assert found is not None
    return found


def test_a_month_is_whole_weeks_with_their_numbers_and_feestdagen(page: CalendarPage):
    assert text_of(page, "kalender.titel") == "April 2026"
    model = grid_of(page).model()
    # 1 April 2026 is a Wednesday in ISO week 14; 30 April a Thursday in week 18.
    assert [model.headerData(row, Qt.Orientation.Vertical) for row in range(model.rowCount())] == [
        "14",
        "15",
        "16",
        "17",
        "18",
    ]
    assert model.columnCount() == 7
    assert words_of(page, 0, 0).startswith("maandag 30 maart 2026")
    assert words_of(page, 0, 2) == "woensdag 1 april 2026; vandaag; niets"
    assert words_of(page, 4, 0) == "maandag 27 april 2026; Koningsdag; niets"
    assert words_of(page, 4, 6).startswith("zondag 3 mei 2026")


def test_an_empty_month_says_so(page: CalendarPage):
    assert "staat er niets" in text_of(page, "kalender.telling")


def test_what_is_due_stands_on_its_day_and_a_click_opens_the_dossier(
    qtbot: QtBot, stage: Stage, page: CalendarPage
):
    dossier = klacht_by_mail(stage.office, "Marijke de Vries", "1-4-2026")
    page.refresh()
    stage.settle()
    assert text_of(page, "kalender.telling") == "1 datum om op te letten"
    item, rect = places_on(page, DUE).chips[0]
    assert (item.nummer, item.klager, item.soort) == ("2026-001", "Marijke de Vries", "einde")
    tip = grid_of(page).tip_at(rect.center().toPointF())
    assert tip.splitlines() == [
        "Dossier 2026-001",
        "Klager: Marijke de Vries",
        "Einde: Oordeel over de klacht",
        "De laatste dag van een termijn: woensdag 29 april 2026",
    ]
    with qtbot.waitSignal(page.dossier_chosen) as chosen:
        click(qtbot, page, rect.center())
    assert chosen.args == [dossier]


def test_what_a_user_typed_is_no_markup_in_a_tool_tip(qtbot: QtBot, stage: Stage, page: CalendarPage):
    klacht_by_mail(stage.office, '<img src="x.png">', "1-4-2026")
    page.refresh()
    stage.settle()
    _item, rect = places_on(page, DUE).chips[0]
    place = rect.center()
    viewport = grid_of(page).viewport()
    QApplication.sendEvent(viewport, QHelpEvent(QEvent.Type.ToolTip, place, viewport.mapToGlobal(place)))
    assert "&lt;img src=&quot;x.png&quot;&gt;" in QToolTip.text()
    QToolTip.hideText()


def test_late_items_say_so_in_words(stage: Stage, page: CalendarPage):
    klacht_by_mail(stage.office, "Marijke de Vries", "1-4-2026")
    stage.office.on(2026, 4, 30)  # the day after the last day
    page.refresh()
    stage.settle()
    assert text_of(page, "kalender.telling") == "1 datum om op te letten, 1 te laat"
    assert "Te laat. Einde: Oordeel over de klacht" in words_of(page, 4, 2)
    item, rect = places_on(page, DUE).chips[0]
    assert item.te_laat
    assert grid_of(page).tip_at(rect.center().toPointF()).endswith("Te laat")


def test_a_full_day_opens_a_list_of_everything_on_it(qtbot: QtBot, stage: Stage, page: CalendarPage):
    made = [klacht_by_mail(stage.office, f"Klager {number}", "1-4-2026") for number in range(12)]
    page.refresh()
    stage.settle()
    places = places_on(page, DUE)
    assert places.more is not None
    assert len(places.chips) + len(places.hidden) == 12
    click(qtbot, page, places.more.center())
    rows = open_list()
    assert rows.count() == 12
    assert rows.item(0).text() == "2026-001 Klager 0\nEinde: Oordeel over de klacht"
    with qtbot.waitSignal(page.dossier_chosen) as chosen:
        qtbot.keyClick(rows, Qt.Key.Key_Down)
        qtbot.keyClick(rows, Qt.Key.Key_Return)
    assert chosen.args == [made[1]]
    assert QApplication.activePopupWidget() is None


def test_escape_closes_the_list_and_chooses_nothing(qtbot: QtBot, stage: Stage, page: CalendarPage):
    for number in range(2):
        klacht_by_mail(stage.office, f"Klager {number}", "1-4-2026")
    page.refresh()
    stage.settle()
    grid_of(page).choose(DUE)
    with qtbot.assertNotEmitted(page.dossier_chosen):
        press(qtbot, stage, page, Qt.Key.Key_Return)
        qtbot.keyClick(open_list(), Qt.Key.Key_Escape)
    assert QApplication.activePopupWidget() is None


def test_enter_opens_the_only_item_of_a_day(qtbot: QtBot, stage: Stage, page: CalendarPage):
    dossier = klacht_by_mail(stage.office, "Marijke de Vries", "1-4-2026")
    page.refresh()
    stage.settle()
    for _week in range(4):  # from 1 April, four weeks down
        press(qtbot, stage, page, Qt.Key.Key_Down)
    with qtbot.waitSignal(page.dossier_chosen) as chosen:
        press(qtbot, stage, page, Qt.Key.Key_Return)
    assert chosen.args == [dossier]


def test_the_keyboard_goes_by_day_by_month_and_back_to_today(qtbot: QtBot, stage: Stage, page: CalendarPage):
    grid = grid_of(page)
    assert grid.day() == date(2026, 4, 1)
    press(qtbot, stage, page, Qt.Key.Key_Left)  # out of the month
    assert (text_of(page, "kalender.titel"), grid.day()) == ("Maart 2026", date(2026, 3, 31))
    press(qtbot, stage, page, Qt.Key.Key_PageDown)  # April has no 31st
    assert (text_of(page, "kalender.titel"), grid.day()) == ("April 2026", date(2026, 4, 30))
    press(qtbot, stage, page, Qt.Key.Key_Down)
    assert (text_of(page, "kalender.titel"), grid.day()) == ("Mei 2026", date(2026, 5, 7))
    for _month in range(5):
        press(qtbot, stage, page, Qt.Key.Key_PageUp)
    assert text_of(page, "kalender.titel") == "December 2025"
    press(qtbot, stage, page, Qt.Key.Key_Home)
    assert (text_of(page, "kalender.titel"), grid.day()) == ("April 2026", date(2026, 4, 1))


def test_leafing_faster_than_the_kluis_ends_where_it_was_going(
    qtbot: QtBot, stage: Stage, page: CalendarPage
):
    for _month in range(9):
        qtbot.keyClick(grid_of(page), Qt.Key.Key_PageDown)
    stage.settle()
    assert text_of(page, "kalender.titel") == "Januari 2027"


def test_the_buttons_do_what_the_keys_do(qtbot: QtBot, stage: Stage, page: CalendarPage):
    for name, title in (
        ("kalender.volgende", "Mei 2026"),
        ("kalender.vandaag", "April 2026"),
        ("kalender.vorige", "Maart 2026"),
    ):
        button = page.findChild(QAbstractButton, name)
        assert button is not None
        qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
        stage.settle()
        assert text_of(page, "kalender.titel") == title


def test_the_calendar_follows_what_happens_in_a_dossier(stage: Stage, page: CalendarPage):
    dossier = klacht_by_mail(stage.office, "Marijke de Vries", "1-4-2026")
    velden = {
        "ref": "A1",
        "omschrijving": "Offertesjabloon aanpassen",
        "persoon": "Joris Kramer",
        "uiterlijk": "16-4-2026",
    }
    record_gebeurtenis(stage.office.desk, dossier, "actiepunt_vastgesteld", "1-4-2026", velden)
    stage.workspace.changed.emit(Changes(frozenset({dossier}), lijst=True))
    stage.settle()
    # Thursday 16 April: third row, fourth column.
    assert words_of(page, 2, 3) == (
        "donderdag 16 april 2026; Actiepunt: Offertesjabloon aanpassen, 2026-001 Marijke de Vries"
    )


def test_a_change_elsewhere_leaves_the_chosen_day(qtbot: QtBot, stage: Stage, page: CalendarPage):
    press(qtbot, stage, page, Qt.Key.Key_Down)
    stage.workspace.changed.emit(Changes(lijst=True))
    qtbot.keyClick(grid_of(page), Qt.Key.Key_Right)  # while the month is being read
    stage.settle()
    assert grid_of(page).day() == date(2026, 4, 9)


def _day(items: int) -> KalenderDag:
    item = KalenderItem(DUE, "einde", 1, "2026-001", "Marijke de Vries", "Oordeel", te_laat=False)
    return KalenderDag(DUE, in_maand=True, weekend=False, vandaag=False, feestdag=None, items=(item,) * items)


def test_chips_have_two_lines_when_all_fit_so_and_never_leave_the_day():
    font = QApplication.font()
    line = QFontMetrics(_smaller(font)).height()
    roomy = lay_out(QRect(0, 0, 150, 400), _day(2), font)
    assert [rect.height() for _item, rect in roomy.chips] == [2 * line + 2] * 2
    crowded = lay_out(QRect(0, 0, 150, 110), _day(9), font)
    assert {rect.height() for _item, rect in crowded.chips} == {line + 2}
    assert crowded.more is not None
    assert crowded.more.bottom() <= 109
    assert len(crowded.hidden) == 9 - len(crowded.chips)


def test_the_lowest_day_still_tells_how_much_there_is():
    font = QApplication.font()
    rect = QRect(0, 0, 80, lowest_row(font))
    assert len(lay_out(rect, _day(1), font).chips) == 1
    many = lay_out(rect, _day(5), font)
    assert (many.chips, len(many.hidden)) == ((), 5)
    assert many.more is not None


def _smaller(font: QFont) -> QFont:
    small = QFont(font)
    small.setPointSizeF(font.pointSizeF() - 1)
    return small


def test_a_narrow_calendar_names_its_days_shortly(stage: Stage, page: CalendarPage):
    model = grid_of(page).model()
    assert model.headerData(3, Qt.Orientation.Horizontal) == "donderdag"
    stage.window.resize(560, 500)
    stage.settle()
    assert model.headerData(3, Qt.Orientation.Horizontal) == "do"
    assert model.headerData(3, Qt.Orientation.Horizontal, ACCESSIBLE) == "donderdag"


def test_a_period_can_be_looked_at_on_paper(stage: Stage, page: CalendarPage):
    button = page.findChild(QToolButton, "kalender.afdrukken")
    assert button is not None
    assert button.accessibleName() == "Afdrukken, zonder namen"
    menu = button.menu()
    assert menu is not None
    first = menu.actions()[0]
    assert first.text() == "Deze maand"
    first.trigger()
    stage.settle()
    shown = stage.window.findChild(DocumentDialog, "document")
    assert shown is not None
    assert shown.windowTitle() == "Kalender"
