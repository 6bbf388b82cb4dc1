"""The overview while it is read again: the number at which one is, what is in sight, and what is typed stay."""

from datetime import date

import pytest
from dossiers import klacht_by_mail
from office import Office, OfficeMaker
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QPlainTextEdit, QScrollArea, QTabWidget
from pytestqt.qtbot import QtBot
from stage import Gate, Stage, held

from klachtdesk.services.changes import Changes
from klachtdesk.services.overzicht.aanbevelingen import read_conclusies
from klachtdesk.ui.overzicht.raster_view import RasterView
from klachtdesk.ui.pages.overzicht_page import OverzichtPage
from klachtdesk.views.overzicht import Over

YEAR = Over(date(2026, 1, 1), date(2026, 12, 31))


@pytest.fixture
def office(make_office: OfficeMaker) -> Office:
    """Return the office of Interactie with two klachten of April 2026, on 4 May 2026."""
    office = make_office("interactie", date(2026, 4, 1))
    klacht_by_mail(office, "Marijke de Vries", "1-4-2026", onderwerpen="hoogte_factuur")
    office.on(2026, 4, 20)
    klacht_by_mail(office, "Pieter Bakker", "20-4-2026")
    office.on(2026, 5, 4)
    return office


@pytest.fixture
def page(stage: Stage) -> OverzichtPage:
    page = OverzichtPage(stage.workspace)
    stage.show(page)
    return page


def _tab(stage: Stage, page: OverzichtPage, label: str) -> None:
    tabs = page.findChild(QTabWidget, "overzicht.tabs")
    assert tabs is not None
    tabs.setCurrentIndex(next(place for place in range(tabs.count()) if tabs.tabText(place) == label))
    stage.settle()


def _grid(page: OverzichtPage, sleutel: str) -> RasterView:
    (found,) = (view for view in page.findChildren(RasterView) if view.objectName() == f"overzicht.{sleutel}")
    return found


def _one_more(stage: Stage) -> None:
    """Let a klacht come in elsewhere, and be told."""
    klacht_by_mail(stage.office, "Ali Bek", "4-5-2026")
    stage.workspace.changed.emit(Changes(lijst=True))
    stage.settle()


def test_the_keyboard_stays_at_the_number_when_the_figures_change(stage: Stage, page: OverzichtPage):
    _tab(stage, page, "In het kort")
    grid = _grid(page, "voorraad")
    grid.setFocus()
    grid.setCurrentIndex(grid.model().index(2, 1))
    row = grid.model().index(2, 0).data()
    _one_more(stage)
    again = _grid(page, "voorraad")
    assert again is not grid
    assert stage.window.focusWidget() is again
    assert (again.currentIndex().siblingAtColumn(0).data(), again.currentIndex().column()) == (row, 1)


def test_figures_that_are_the_same_are_not_made_anew(stage: Stage, page: OverzichtPage):
    _tab(stage, page, "In het kort")
    grid = _grid(page, "voorraad")
    with held(stage.tasks):
        page.refresh()
        page.refresh()
    assert _grid(page, "voorraad") is grid


def test_what_is_in_sight_of_the_figures_stays_in_sight(stage: Stage, page: OverzichtPage, qtbot: QtBot):
    stage.window.resize(1000, 420)
    _tab(stage, page, "Binnengekomen")
    scroll = page.findChild(QScrollArea, "overzicht.blad.binnen")
    assert scroll is not None
    bar = scroll.verticalScrollBar()
    qtbot.waitUntil(lambda: bar.maximum() > 100)
    bar.setValue(bar.maximum() // 2)
    place = bar.value()
    _one_more(stage)
    assert abs(bar.value() - place) <= 2


def test_the_analysis_is_not_put_back_by_what_was_read_before_it_was_kept(
    stage: Stage, page: OverzichtPage, office: Office, qtbot: QtBot
):
    _tab(stage, page, "Aanbevelingen")
    field = page.findChild(QPlainTextEdit, "overzicht.analyse")
    assert field is not None
    field.setFocus()
    QTest.keyClicks(field, "Te weinig uitleg over meerwerk.")
    first = Gate(stage.tasks)
    page.refresh()
    keeping = Gate(stage.tasks)
    page.setFocus()  # the field is left: it is kept, after the figures are read
    title = page.findChild(QLabel, "overzicht.titel")
    assert title is not None
    title.setText("")
    first.open()
    qtbot.waitUntil(lambda: title.text() != "")  # the figures came
    assert field.toPlainText() == "Te weinig uitleg over meerwerk."
    keeping.open()
    stage.settle()
    assert field.toPlainText() == "Te weinig uitleg over meerwerk."
    assert read_conclusies(office.desk, YEAR).analyse == "Te weinig uitleg over meerwerk."
