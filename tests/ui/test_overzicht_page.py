"""The page with the overview, with a mouse and with the keyboard alone."""

from collections.abc import Callable
from datetime import date

import pytest
from dossiers import klacht_by_mail
from hand import Hand
from office import Office, OfficeMaker
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAction
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QComboBox, QLabel, QPlainTextEdit, QTableWidget, QTabWidget, QWidget
from pytestqt.qtbot import QtBot
from stage import Stage

from klachtdesk.services.changes import Changes
from klachtdesk.services.gebeurtenissen import record_gebeurtenis
from klachtdesk.services.overzicht.aanbevelingen import read_conclusies, save_aanbeveling
from klachtdesk.services.overzicht.producten import add_product
from klachtdesk.ui.overzicht.raster_view import RasterView
from klachtdesk.ui.overzicht.rasters import short_month
from klachtdesk.ui.pages.overzicht_page import OverzichtPage
from klachtdesk.views.overzicht import Over

YEAR = Over(date(2026, 1, 1), date(2026, 12, 31))
ACCESSIBLE = Qt.ItemDataRole.AccessibleTextRole


@pytest.fixture
def office(make_office: OfficeMaker) -> Office:
    """Return the office of Interactie with two klachten of April 2026, one of them withdrawn, on 4 May 2026."""
    office = make_office("interactie", date(2026, 4, 1))
    first = klacht_by_mail(office, "Marijke de Vries", "1-4-2026")
    office.on(2026, 4, 20)
    klacht_by_mail(office, "Pieter Bakker", "20-4-2026")
    record_gebeurtenis(office.desk, first, "ingetrokken", "20-4-2026", {"reden": "Opgelost."})
    office.on(2026, 5, 4)
    return office


@pytest.fixture
def page(stage: Stage) -> OverzichtPage:
    page = OverzichtPage(stage.workspace)
    stage.show(page)
    return page


def show_tab(stage: Stage, page: OverzichtPage, label: str) -> None:
    tabs = page.findChild(QTabWidget, "overzicht.tabs")
    assert tabs is not None
    (place,) = (place for place in range(tabs.count()) if tabs.tabText(place) == label)
    tabs.setCurrentIndex(place)
    stage.settle()


def raster(page: OverzichtPage, sleutel: str) -> RasterView:
    (found,) = (view for view in page.findChildren(RasterView) if view.objectName() == f"overzicht.{sleutel}")
    return found


def words(view: RasterView) -> list[list[str]]:
    """Return all cells of a grid, its bars left out."""
    model = view.model()
    rows = range(model.rowCount())
    return [
        [
            str(model.index(row, column).data())
            for column in range(model.columnCount())
            if _is_text(view, row, column)
        ]
        for row in rows
    ]


def _is_text(view: RasterView, row: int, column: int) -> bool:
    return bool(view.model().flags(view.model().index(row, column)) & Qt.ItemFlag.ItemIsEnabled)


def sentences(page: OverzichtPage) -> list[str]:
    found = [label for label in page.findChildren(QLabel) if label.objectName().startswith("overzicht.zin.")]
    return [label.text() for label in found]


def listed() -> list[list[str]]:
    model = Hand().find("achter_getal.lijst", QTableWidget).model()
    columns = range(model.columnCount())
    return [[str(model.index(row, column).data()) for column in columns] for row in range(model.rowCount())]


def test_the_year_in_sentences_and_its_stock(page: OverzichtPage) -> None:
    assert sentences(page)[:2] == [
        "In 2026 kwamen 2 klachten en meldingen binnen, tot en met 4 mei.",
        "Aan het begin liep er geen, er is er 1 afgesloten, en op 4 mei liep er nog 1.",
    ]
    # Of 2025 there is nothing: it has no column.
    assert words(raster(page, "voorraad")) == [
        ["Liep aan het begin", "0"],
        ["Binnengekomen", "+ 2"],
        ["Afgesloten", "− 1"],
        ["Liep aan het eind", "= 1"],
    ]


def test_a_click_on_a_number_shows_the_dossiers_and_opens_one(
    qtbot: QtBot, stage: Stage, page: OverzichtPage
) -> None:
    show_tab(stage, page, "Binnengekomen")
    view = raster(page, "kanaal")
    model = view.model()
    row = next(row for row in range(model.rowCount()) if model.index(row, 0).data() == "E-mail")
    assert model.index(row, 2).data(ACCESSIBLE) == "E-mail, 2026, 2. Enter toont de dossiers"
    rect = view.visualRect(model.index(row, 2))
    qtbot.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=rect.center())
    stage.settle()
    assert Hand().text("achter_getal.titel") == "Kanaal: E-mail, 2026"
    assert listed() == [
        ["2026-001", "1 apr 2026", "20 apr 2026"],
        ["2026-002", "20 apr 2026", "Loopt"],
    ]
    with qtbot.waitSignal(page.dossier_opened) as opened:
        Hand().click("achter_getal.openen")
    assert opened.args == [1]


def test_the_keyboard_alone_gets_to_a_dossier(qtbot: QtBot, stage: Stage, page: OverzichtPage) -> None:
    view = raster(page, "voorraad")
    view.setFocus()
    # The first number that has dossiers behind it is what came in; two rows down is what is still open.
    assert view.currentIndex().data() == "+ 2"
    for _row in range(2):
        qtbot.keyClick(view, Qt.Key.Key_Down)
    qtbot.keyClick(view, Qt.Key.Key_Return)
    stage.settle()
    assert listed() == [["2026-002", "20 apr 2026", "Loopt"]]
    with qtbot.waitSignal(page.dossier_opened) as opened:
        QTest.keyClick(Hand().find("achter_getal.lijst"), Qt.Key.Key_Return)
    assert opened.args == [2]


def test_a_zero_leads_nowhere(qtbot: QtBot, stage: Stage, page: OverzichtPage) -> None:
    view = raster(page, "voorraad")
    zero = view.model().index(0, 1)
    with qtbot.assertNotEmitted(view.plek_wanted):
        qtbot.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=view.visualRect(zero).center())
    stage.settle()


def test_another_period_is_chosen_and_typed(stage: Stage, page: OverzichtPage) -> None:
    choice = Hand().find("overzicht.periode", QComboBox)
    assert [choice.itemText(place) for place in range(choice.count())] == [
        "2026",
        "2e kwartaal 2026",
        "1e kwartaal 2026",
        "Andere periode…",
    ]
    _choose(choice, "1e kwartaal 2026")
    stage.settle()
    assert sentences(page) == [
        "In het 1e kwartaal van 2026 kwam er geen enkele klacht of melding binnen, en er liep er ook geen meer."
    ]
    _choose(choice, "Andere periode…")
    stage.settle()
    Hand().fill("periode.van", "20-4-2026")
    Hand().fill("periode.tot", "19-4-2026")
    Hand().click("periode.opslaan")
    stage.settle()
    assert Hand().text("periode.tot.fout") == "De laatste dag ligt voor de eerste."
    Hand().fill("periode.tot", "30-4-2026")
    Hand().click("periode.opslaan")
    stage.settle()
    assert choice.currentText() == "20 april t/m 30 april 2026"
    # The first was open by then and closed on the 20th; the second came in.
    assert [row[1] for row in words(raster(page, "voorraad"))] == ["1", "+ 1", "− 1", "= 1"]


def _choose(choice: QComboBox, label: str) -> None:
    choice.setCurrentText(label)
    choice.activated.emit(choice.currentIndex())


def test_in_the_first_months_the_year_before_is_shown(
    make_office: OfficeMaker, make_stage: Callable[[Office], Stage]
) -> None:
    office = make_office("interactie", date(2026, 4, 1))
    klacht_by_mail(office, "Marijke de Vries", "1-4-2026")
    office.on(2027, 1, 12)
    stage = make_stage(office)
    page = OverzichtPage(stage.workspace)
    stage.show(page)
    assert Hand().find("overzicht.periode", QComboBox).currentText() == "2026"


def test_an_office_without_klachten_is_told_what_to_do(
    make_office: OfficeMaker, make_stage: Callable[[Office], Stage]
) -> None:
    stage = make_stage(make_office("klassewerk", date(2026, 4, 1)))
    page = OverzichtPage(stage.workspace)
    stage.show(page)
    assert "geen enkele klacht" in sentences(page)[0]
    assert "Ctrl+N" in Hand().text("overzicht.leeg.tekst")


def test_it_is_read_again_only_when_it_must(stage: Stage, page: OverzichtPage) -> None:
    klacht_by_mail(stage.office, "Anna Smit", "4-5-2026")
    stage.workspace.changed.emit(Changes(drafts=True))
    stage.settle()
    assert words(raster(page, "voorraad"))[1] == ["Binnengekomen", "+ 2"]
    page.hide()
    stage.workspace.changed.emit(Changes(lijst=True))
    stage.settle()
    assert words(raster(page, "voorraad"))[1] == ["Binnengekomen", "+ 2"]  # nobody looks
    page.show()
    stage.settle()
    assert words(raster(page, "voorraad"))[1] == ["Binnengekomen", "+ 3"]


def test_the_report_is_shown_and_can_be_saved(stage: Stage, page: OverzichtPage) -> None:
    Hand().click("overzicht.verslag")
    stage.settle()
    Hand().find("document")
    Hand().find("document.opslaan")
    Hand().click("document.sluiten")


@pytest.mark.parametrize(
    "name", ["overzicht.keurmerk.crkbo", "overzicht.bekijken.extern", "overzicht.werkoverleg.lijst"]
)
def test_the_menus_make_their_documents(stage: Stage, page: OverzichtPage, name: str) -> None:
    action(page, name).trigger()
    stage.settle()
    Hand().find("document.pdf")
    Hand().click("document.sluiten")


@pytest.mark.parametrize(
    ("name", "file"),
    [
        ("overzicht.opslaan.xlsx", "klachtenoverzicht-2026.xlsx"),
        ("overzicht.opslaan.csv.extern", "klachtenoverzicht-2026-extern.csv"),
    ],
)
def test_a_file_is_asked_for_under_a_name_that_says_what_it_is(
    page: OverzichtPage, name: str, file: str
) -> None:
    action(page, name).trigger()
    dialog = Hand().find("document.bestand")
    chosen = dialog.property("selectedFiles") or dialog.selectedFiles()
    assert chosen[0].endswith(file)
    dialog.close()


def action(page: OverzichtPage, name: str) -> QAction:
    (found,) = page.findChildren(QAction, name)
    return found


def test_nobody_has_to_choose_the_new_year(stage: Stage, office: Office, page: OverzichtPage) -> None:
    """A program that stays open shows the year that it would begin with; what somebody chose stays."""
    choice = Hand().find("overzicht.periode", QComboBox)
    office.on(2027, 5, 3)
    page.refresh()
    stage.settle()
    assert (Hand().text("overzicht.titel"), choice.currentText()) == ("Klachtenoverzicht 2027", "2027")
    _choose(choice, "2026")
    stage.settle()
    office.on(2028, 5, 1)
    page.refresh()
    stage.settle()
    assert (Hand().text("overzicht.titel"), choice.currentText()) == ("Klachtenoverzicht 2026", "2026")


def test_the_werkoverleg_is_recorded_in_the_open_dossiers(stage: Stage, page: OverzichtPage) -> None:
    action(page, "overzicht.werkoverleg.vastleggen").trigger()
    stage.settle()
    Hand().fill("werkoverleg.verslag", "Doorgenomen.")
    Hand().click("werkoverleg.opslaan")
    stage.settle()
    assert "elk dossier dat liep" in stage.notice()


def test_the_analysis_is_kept_while_it_is_typed(stage: Stage, page: OverzichtPage) -> None:
    show_tab(stage, page, "Aanbevelingen")
    Hand().fill("overzicht.analyse", "De facturen waren de oorzaak.")
    Hand().wait(lambda: _kept(stage) == "De facturen waren de oorzaak.")
    stage.settle()
    assert Hand().text("overzicht.analyse.stand").startswith("Opgeslagen")


def test_closing_the_kluis_keeps_the_last_words_of_the_analysis(stage: Stage, page: OverzichtPage) -> None:
    show_tab(stage, page, "Aanbevelingen")
    Hand().fill("overzicht.analyse", "Nog snel dit.")
    stage.workspace.flushing.emit()
    stage.settle()
    assert _kept(stage) == "Nog snel dit."


def test_another_period_has_its_own_analysis(stage: Stage, page: OverzichtPage) -> None:
    show_tab(stage, page, "Aanbevelingen")
    edit = Hand().find("overzicht.analyse", QPlainTextEdit)
    Hand().fill("overzicht.analyse", "Over het hele jaar.")
    choice = Hand().find("overzicht.periode", QComboBox)
    _choose(choice, "2e kwartaal 2026")
    stage.settle()
    assert edit.toPlainText() == ""
    assert _kept(stage) == "Over het hele jaar."
    _choose(choice, "2026")
    stage.settle()
    assert edit.toPlainText() == "Over het hele jaar."


def test_what_somebody_types_is_never_overwritten(stage: Stage, page: OverzichtPage) -> None:
    show_tab(stage, page, "Aanbevelingen")
    edit = Hand().find("overzicht.analyse", QPlainTextEdit)
    edit.setPlainText("Halverwege een zin")
    stage.workspace.changed.emit(Changes(lijst=True, conclusies=True))
    stage.settle()
    assert edit.toPlainText() == "Halverwege een zin"


def _kept(stage: Stage) -> str:
    return read_conclusies(stage.office.desk, YEAR).analyse


def test_an_aanbeveling_is_added_changed_and_taken_back(stage: Stage, page: OverzichtPage) -> None:
    show_tab(stage, page, "Aanbevelingen")
    Hand().find("aanbevelingen.leeg")
    Hand().click("aanbevelingen.toevoegen")
    stage.settle()
    Hand().fill("aanbeveling.soort", "Om klachten te voorkomen")
    Hand().fill("aanbeveling.tekst", "Meerwerk alleen na akkoord.")
    Hand().click("aanbeveling.opslaan")
    stage.settle()
    assert Hand().text("aanbevelingen.1.titel") == "Meerwerk alleen na akkoord."
    Hand().click("aanbevelingen.1.wijzigen")
    stage.settle()
    Hand().fill("aanbeveling.besluit", "Overgenomen")
    Hand().click("aanbeveling.opslaan")
    stage.settle()
    assert Hand().text("aanbeveling.eigenaar.fout") == "Vul in wie dit uitvoert."
    Hand().fill("aanbeveling.eigenaar", "Amber Veldman")
    Hand().fill("aanbeveling.uiterlijk", "1-9-2026")
    Hand().click("aanbeveling.opslaan")
    stage.settle()
    assert Hand().text("aanbevelingen.1.regel.2") == "Door Amber Veldman, uiterlijk 1 sep 2026"
    assert not page.findChildren(QWidget, "aanbevelingen.1.verwijderen")  # it was decided on
    Hand().click("notice_undo")
    stage.settle()
    Hand().click("aanbevelingen.1.verwijderen")
    stage.settle()
    assert read_conclusies(stage.office.desk, YEAR).aanbevelingen == ()
    Hand().click("notice_undo")
    stage.settle()
    assert [item.tekst for item in read_conclusies(stage.office.desk, YEAR).aanbevelingen] == [
        "Meerwerk alleen na akkoord."
    ]


def test_what_became_of_those_of_the_year_before(stage: Stage, page: OverzichtPage) -> None:
    before = Over(date(2025, 1, 1), date(2025, 12, 31))
    waarden = {
        "soort": "verbetering",
        "tekst": "Eerder bellen.",
        "besluit": "overgenomen",
        "eigenaar": "Amber Veldman",
        "uiterlijk": "1-4-2026",
    }
    stage.workspace.change(page, lambda desk: save_aanbeveling(desk, before, waarden))
    stage.settle()
    show_tab(stage, page, "Aanbevelingen")
    assert Hand().text("aanbevelingen.1.titel") == "Eerder bellen."
    texts = {label.text() for label in page.findChildren(QLabel)}
    assert {"Wat er van de eerdere aanbevelingen is geworden", "Te laat"} <= texts


def test_in_a_narrow_window_every_column_can_be_reached(stage: Stage, page: OverzichtPage) -> None:
    stage.window.resize(560, 600)
    show_tab(stage, page, "Termijnen")
    view = raster(page, "termijn.interactie.oordeel")
    last = view.model().columnCount() - 1
    view.setFocus()
    view.setCurrentIndex(view.model().index(0, last))
    stage.settle()
    assert view.viewport().rect().contains(view.visualRect(view.currentIndex()).center() + QPoint(0, 0))


def test_every_row_and_bar_has_words(stage: Stage, page: OverzichtPage) -> None:
    for label in ("In het kort", "Binnengekomen", "Afgesloten", "Termijnen", "Vervolg"):
        show_tab(stage, page, label)
    for view in page.findChildren(RasterView):
        assert view.accessibleName()
        model = view.model()
        for row in range(model.rowCount()):
            assert model.index(row, 0).data(ACCESSIBLE)


@pytest.mark.parametrize(
    ("name", "expected"), [("maart", "mrt"), ("september", "sep"), ("maart 2026", "mrt 26"), ("", "")]
)
def test_a_month_is_short_above_its_column(name: str, expected: str) -> None:
    assert short_month(name) == expected


def test_without_a_list_the_page_leads_to_where_producten_get_their_figure(
    qtbot: QtBot, stage: Stage, page: OverzichtPage
) -> None:
    show_tab(stage, page, "Binnengekomen")
    hand = Hand()
    assert hand.text("overzicht.product.geen.titel") == "Nog geen cijfers per training, product of dienst"
    with qtbot.waitSignal(page.producten_wanted):
        hand.click("overzicht.product.lijst")


def test_what_is_not_on_the_list_is_one_click_from_it(
    qtbot: QtBot, stage: Stage, office: Office, page: OverzichtPage
) -> None:
    for product in ("Rekenen", "Taal"):
        klacht_by_mail(office, "Sem Visser", "4-5-2026", product=product)
    changes = add_product(office.desk, "Rekenen").changes
    stage.workspace.changed.emit(changes)
    show_tab(stage, page, "Binnengekomen")
    # Four klachten: one about what is on the list, one about what is not, two about nothing in particular.
    assert [row[:2] for row in words(raster(page, "product"))][:-1] == [
        ["Rekenen", "1"],
        ["Staat niet op de lijst van het kantoor", "1"],
        ["Niet ingevuld", "2"],
    ]
    hand = Hand()
    with qtbot.waitSignal(page.producten_wanted):
        hand.click("overzicht.product.lijst")
    stage.workspace.changed.emit(add_product(office.desk, "Taal").changes)
    stage.settle()
    hand.gone("overzicht.product.lijst")
