"""What is on the screen stays where it was when it is read again, however late or often: the dossier page."""

from collections.abc import Callable

import pytest
from dossiers import klacht_that_was_heard, write_oordeel
from office import Office
from PySide6.QtCore import Qt
from PySide6.QtGui import QShortcut
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QLabel, QScrollArea, QTabWidget, QWidget
from pytestqt.qtbot import QtBot
from stage import Stage, held

from klachtdesk.services.changes import dossier_changed
from klachtdesk.services.dossiers import read_dossier
from klachtdesk.services.formulieren import read_formulier
from klachtdesk.services.gebeurtenissen import record_gebeurtenis
from klachtdesk.services.oordeel import freeze_oordeel
from klachtdesk.ui.dialogs.gebeurtenis import GebeurtenisDialog
from klachtdesk.ui.dossier.formulieren import Formulieren
from klachtdesk.ui.forms.editor import FormEditor
from klachtdesk.ui.pages.dossier_page import DossierPage

Find = Callable[[QWidget, str], QWidget]
VERLOOP, FORMULIEREN, DOCUMENTEN, OORDEEL = 0, 1, 2, 3


@pytest.fixture
def dossier(office: Office) -> int:
    """A dossier on 21 April 2026 in which everybody was heard, and of which the oordeel is final."""
    dossier = klacht_that_was_heard(office)
    write_oordeel(office, dossier)
    freeze_oordeel(office.desk, dossier)
    return dossier


@pytest.fixture
def page(stage: Stage, dossier: int, qtbot: QtBot) -> DossierPage:
    page = DossierPage(stage.workspace, dossier)
    stage.show(page)
    stage.window.activateWindow()
    qtbot.waitUntil(stage.window.isActiveWindow)
    return page


def _tab(page: DossierPage, place: int) -> None:
    tabs = page.findChild(QTabWidget, "dossier.tabs")
    assert tabs is not None
    tabs.setCurrentIndex(place)


def _note(stage: Stage, dossier: int) -> None:
    """Let something happen in the dossier elsewhere, and be told to the page."""
    record_gebeurtenis(stage.office.desk, dossier, "notitie", "21-4-2026", {"tekst": "Zij belde nog eens."})
    stage.workspace.changed.emit(dossier_changed(dossier))
    stage.settle()


def _has_keyboard() -> str:
    holder = QApplication.focusWidget()
    return "" if holder is None else holder.objectName()


@pytest.mark.parametrize(
    ("tab", "begins"),
    [
        (VERLOOP, "tijdlijn.1.corrigeren"),
        (VERLOOP, "tijdlijn.5.document"),
        (VERLOOP, "termijn.oordeel.waarom"),
        (VERLOOP, "dossier.stap.vastleggen"),
        (VERLOOP, "stap.tevredenheidscheck"),
        (VERLOOP, "stappen.meer"),
        (DOCUMENTEN, "document.1.openen"),
        (DOCUMENTEN, "document.1.exporteren"),
        (OORDEEL, "ondertekening.betrokkene.tekenen"),
        (OORDEEL, "ondertekening.bekijken"),
    ],
)
def test_the_keyboard_stays_at_the_same_button_when_the_dossier_is_read_again(
    page: DossierPage, stage: Stage, dossier: int, find: Find, tab: int, begins: str
):
    _tab(page, tab)
    stage.settle()
    button = find(page, begins)
    button.setFocus()
    assert _has_keyboard() == begins
    _note(stage, dossier)
    assert _has_keyboard() == begins
    assert "Zij belde nog eens." in " ".join(label.text() for label in page.findChildren(QLabel))


def test_words_that_are_selected_stay_so_when_nothing_changed(page: DossierPage, stage: Stage, dossier: int):
    words = "De factuur is hoger dan de offerte."
    (label,) = (item for item in page.findChildren(QLabel) if item.text() == words)
    label.setSelection(3, 7)
    with held(stage.tasks):
        page.refresh()
        page.refresh()
    (label,) = (item for item in page.findChildren(QLabel) if item.text() == words)
    assert label.selectedText() == "factuur"


def test_what_is_in_sight_of_a_dossier_stays_in_sight(
    page: DossierPage, stage: Stage, dossier: int, qtbot: QtBot
):
    scroll = page.findChild(QScrollArea, "dossier.verloop")
    assert scroll is not None
    stage.window.resize(1000, 420)
    bar = scroll.verticalScrollBar()
    qtbot.waitUntil(lambda: bar.maximum() > 100)
    bar.setValue(bar.maximum() // 2)
    place = bar.value()
    _note(stage, dossier)
    assert bar.value() == place
    assert len(read_dossier(stage.office.desk, dossier).tijdlijn) > 5


@pytest.mark.parametrize("keys", ["Ctrl+G", "Ctrl+T"])
def test_pressing_twice_asks_once(page: DossierPage, stage: Stage, find: Find, keys: str):
    (shortcut,) = (item for item in page.findChildren(QShortcut) if item.key().toString() == keys)
    with held(stage.tasks):
        shortcut.activated.emit()
        shortcut.activated.emit()
    assert find(stage.window, "gebeurtenis").isVisible()


def test_what_was_asked_for_last_is_what_opens(page: DossierPage, stage: Stage, find: Find):
    with held(stage.tasks):
        page.record()
        QTest.mouseClick(find(page, "termijn.oordeel.waarom"), Qt.MouseButton.LeftButton)
    assert find(stage.window, "uitleg").isVisible()
    assert stage.window.findChildren(GebeurtenisDialog) == []


def test_nothing_opens_over_a_page_that_somebody_went_on_to(page: DossierPage, stage: Stage, find: Find):
    with held(stage.tasks):
        page.record()
        QTest.mouseClick(find(page, "tijdlijn.5.document"), Qt.MouseButton.LeftButton)
        page.hide()
    assert stage.window.findChildren(QDialog) == []


MELDING = "meldingsformulier"


def _form(page: DossierPage, stage: Stage, sleutel: str = MELDING) -> FormEditor:
    """Show a form of the dossier."""
    _tab(page, FORMULIEREN)
    stage.settle()
    forms = page.findChild(Formulieren)
    assert forms is not None
    forms.open(sleutel)
    stage.settle()
    return _editor(page)


def _editor(page: DossierPage) -> FormEditor:
    (editor,) = page.findChildren(FormEditor)
    return editor


def test_a_form_that_is_read_again_stays_as_it_is(page: DossierPage, stage: Stage, find: Find):
    editor = _form(page, stage)
    find(page, f"{MELDING}.product").setFocus()
    forms = page.findChild(Formulieren)
    assert forms is not None
    with held(stage.tasks):
        forms.open(MELDING)
        forms.open(MELDING)
    assert _editor(page) is editor
    assert _has_keyboard() == f"{MELDING}.product"


def test_what_was_typed_and_kept_is_not_put_back_by_what_was_read_before(
    page: DossierPage, stage: Stage, find: Find
):
    _form(page, stage)
    forms = page.findChild(Formulieren)
    assert forms is not None
    field = find(page, f"{MELDING}.wens")
    with held(stage.tasks):
        forms.open(MELDING)
        QTest.keyClicks(field, "Een creditnota")
        _editor(page).keeper.keep()
    assert _editor(page).draft.text("wens") == "Een creditnota"


def test_what_is_typed_while_another_form_is_read_is_kept(
    page: DossierPage, stage: Stage, dossier: int, find: Find
):
    _form(page, stage)
    forms = page.findChild(Formulieren)
    assert forms is not None
    field = find(page, f"{MELDING}.wens")
    with held(stage.tasks):
        forms.open("oordeel")
        QTest.keyClicks(field, "Een creditnota")
    stage.settle()
    kept = read_formulier(stage.office.desk, dossier, MELDING)
    assert kept.waarden["wens"] == "Een creditnota"
