"""One dossier in the window: what happened, what is due, and its forms. Today is Wednesday 1 April 2026."""

from collections.abc import Callable

import pytest
from office import Office
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QComboBox, QLabel, QLineEdit, QListWidget, QPlainTextEdit, QWidget
from sqlalchemy import text
from stage import Stage, texts_in

from klachtdesk.services.dossiers import list_dossiers, read_dossier
from klachtdesk.services.drafts import list_drafts
from klachtdesk.services.formulieren import read_formulier, register_melding
from klachtdesk.services.gebeurtenissen import record_gebeurtenis
from klachtdesk.ui.pages.dossier_page import DossierPage

Find = Callable[[QWidget, str], QWidget]
Press = Callable[[QWidget, str], None]


@pytest.fixture
def dossier_id(office: Office) -> int:
    made = register_melding(
        office.desk,
        {
            "kanaal": "email",
            "melder.1.naam": "Marijke de Vries",
            "betrokkene.1.naam": "K. Smit",
            "omschrijving": "De factuur is te hoog",
        },
        draft_id=None,
    )
    return made.dossier_id


@pytest.fixture
def page(stage: Stage, dossier_id: int) -> DossierPage:
    page = DossierPage(stage.workspace, dossier_id)
    stage.show(page)
    return page


def _dialog(stage: Stage, find: Find, name: str) -> QWidget:
    return find(stage.window, name)


def _choose(dialog: QWidget, find: Find, words: str) -> None:
    search = find(dialog, "gebeurtenis.zoeken")
    assert isinstance(search, QLineEdit)
    QTest.keyClicks(search, words)


def _put(dialog: QWidget, find: Find, name: str, text: str) -> None:
    field = find(dialog, name)
    if isinstance(field, QComboBox):
        if field.isEditable():
            field.setEditText(text)
        else:
            field.setCurrentText(text)
    elif isinstance(field, QPlainTextEdit):
        field.setPlainText(text)
    else:
        assert isinstance(field, QLineEdit)
        field.setText(text)


def test_the_head_tells_which_dossier_whose_and_how_it_stands(
    page: DossierPage, office: Office, dossier_id: int, find: Find
):
    shown = texts_in(page)
    assert "2026-001" in shown
    assert "Marijke de Vries" in shown
    status = find(page, "dossier.status")
    assert isinstance(status, QLabel)
    (listed,) = list_dossiers(office.desk)
    assert status.text() == listed.status == "In behandeling"


def test_the_summary_tells_where_a_betrokkene_works(stage: Stage, office: Office):
    waarden = {"kanaal": "brief", "betrokkene.1.naam": "K. Smit", "betrokkene.1.afdeling": "Helpdesk"}
    made = register_melding(office.desk, waarden, draft_id=None)
    page = DossierPage(stage.workspace, made.dossier_id)
    stage.show(page)
    assert "K. Smit\nAfdeling Helpdesk" in texts_in(page)


def test_a_gebeurtenis_is_found_by_a_few_letters_and_recorded(
    page: DossierPage, stage: Stage, find: Find, click: Press, office: Office, dossier_id: int
):
    click(page, "dossier.gebeurtenis")
    dialog = _dialog(stage, find, "gebeurtenis")
    _choose(dialog, find, "doorgez")
    kinds = find(dialog, "gebeurtenis.soorten")
    assert isinstance(kinds, QListWidget)
    assert [kinds.item(row).text() for row in range(kinds.count())] == ["Klacht doorgezonden"]
    _put(dialog, find, "gebeurtenis.persoon", "Noor Bakker")
    click(dialog, "gebeurtenis.vastleggen")
    (recorded,) = (
        regel for regel in read_dossier(office.desk, dossier_id).tijdlijn if regel.soort == "doorgezonden"
    )
    assert recorded.details == (("Persoon", "Noor Bakker"),)
    assert "Klacht doorgezonden" in texts_in(page)
    assert stage.notice() == "Vastgelegd: Klacht doorgezonden."


def test_what_is_not_possible_now_says_why_and_cannot_be_recorded(
    page: DossierPage, stage: Stage, find: Find, click: Press
):
    # Interactie 5.7: signing comes after the oordeel; so does sending it. Nothing was judged yet.
    click(page, "dossier.gebeurtenis")
    dialog = _dialog(stage, find, "gebeurtenis")
    _choose(dialog, find, "oordeel verzonden aan de klager")
    stage.settle()
    assert "Dit kan nu niet:" in texts_in(dialog)
    assert any("artikel 5.6" in text for text in texts_in(find(dialog, "gebeurtenis.redenen")))
    assert not find(dialog, "gebeurtenis.vastleggen").isEnabled()
    dialog.close()


def test_the_next_stap_is_one_click_away_with_its_person_filled_in(
    page: DossierPage, stage: Stage, find: Find, click: Press
):
    words = find(page, "dossier.stap.vastleggen").accessibleName()
    click(page, "dossier.stap.vastleggen")
    dialog = _dialog(stage, find, "gebeurtenis")
    title = find(dialog, "gebeurtenis.titel")
    assert isinstance(title, QLabel)
    assert words.startswith(title.text())
    dialog.close()


def test_what_is_missing_is_told_at_its_field_and_nothing_is_recorded(
    page: DossierPage, stage: Stage, find: Find, click: Press, office: Office, dossier_id: int
):
    click(page, "dossier.gebeurtenis")
    dialog = _dialog(stage, find, "gebeurtenis")
    _choose(dialog, find, "doorgez")
    _put(dialog, find, "gebeurtenis.persoon", "")
    click(dialog, "gebeurtenis.vastleggen")
    fault = find(dialog, "gebeurtenis.persoon.fout")
    assert isinstance(fault, QLabel)
    assert fault.text()
    assert QApplication.focusWidget() is not None
    assert len(read_dossier(office.desk, dossier_id).tijdlijn) == 1
    _put(dialog, find, "gebeurtenis.persoon", "Noor Bakker")
    click(dialog, "gebeurtenis.vastleggen")
    assert len(read_dossier(office.desk, dossier_id).tijdlijn) == 2


def test_opening_a_dossier_is_noted_once_however_often_it_is_shown_again(
    page: DossierPage, stage: Stage, office: Office, dossier_id: int
):
    for _ in range(3):
        page.refresh()
        stage.settle()
    with office.desk.reading() as session:
        query = text("SELECT object_id FROM audit_regel WHERE handeling = 'dossier_gelezen'")
        assert session.execute(query).scalars().all() == [dossier_id]


def test_a_gebeurtenis_that_was_given_up_can_be_taken_up_again(
    page: DossierPage, stage: Stage, find: Find, click: Press
):
    click(page, "dossier.gebeurtenis")
    dialog = _dialog(stage, find, "gebeurtenis")
    _choose(dialog, find, "notitie")
    _put(dialog, find, "gebeurtenis.tekst", "Belde nog een keer")
    click(dialog, "gebeurtenis.annuleren")
    click(stage.window, "notice_undo")
    again = _dialog(stage, find, "gebeurtenis")
    field = find(again, "gebeurtenis.tekst")
    assert isinstance(field, QPlainTextEdit)
    assert field.toPlainText() == "Belde nog een keer"
    again.close()


def test_a_corrected_gebeurtenis_stays_visible_and_is_replaced(
    page: DossierPage, stage: Stage, find: Find, click: Press, office: Office, dossier_id: int
):
    record_gebeurtenis(office.desk, dossier_id, "betrokkene_ingelicht", "1-4-2026", {"persoon": "K. Smit"})
    page.refresh()
    stage.settle()
    (wrong,) = (
        regel
        for regel in read_dossier(office.desk, dossier_id).tijdlijn
        if regel.soort == "betrokkene_ingelicht"
    )
    click(page, f"tijdlijn.{wrong.id}.corrigeren")
    dialog = _dialog(stage, find, "correctie")
    person = find(dialog, "gebeurtenis.persoon")
    assert isinstance(person, QComboBox)
    assert person.currentText() == "K. Smit"
    _put(dialog, find, "correctie.reden", "Het was iemand anders")
    _put(dialog, find, "gebeurtenis.persoon", "L. Prins")
    click(dialog, "correctie.opslaan")
    tijdlijn = read_dossier(office.desk, dossier_id).tijdlijn
    counted = [
        (dict(regel.details).get("Persoon"), regel.vervangen)
        for regel in tijdlijn
        if regel.soort == "betrokkene_ingelicht"
    ]
    assert sorted(counted) == [("K. Smit", True), ("L. Prins", False)]
    assert "Vervangen" in texts_in(page)


def test_a_gebeurtenis_that_did_not_happen_lapses(
    page: DossierPage, stage: Stage, find: Find, click: Press, office: Office, dossier_id: int
):
    record_gebeurtenis(office.desk, dossier_id, "notitie", "1-4-2026", {"tekst": "Verkeerd dossier"})
    page.refresh()
    stage.settle()
    (note,) = (regel for regel in read_dossier(office.desk, dossier_id).tijdlijn if regel.soort == "notitie")
    click(page, f"tijdlijn.{note.id}.corrigeren")
    dialog = _dialog(stage, find, "correctie")
    _put(dialog, find, "correctie.reden", "Hoort bij een ander dossier")
    click(dialog, "correctie.vervallen")
    click(dialog, "correctie.opslaan")
    assert [
        regel.vervangen
        for regel in read_dossier(office.desk, dossier_id).tijdlijn
        if regel.soort == "notitie"
    ] == [True]


@pytest.mark.clausule("IA-5.5")
def test_the_termijn_shows_its_last_day_and_the_reason_is_one_click_away(
    page: DossierPage, stage: Stage, find: Find, click: Press, office: Office, dossier_id: int
):
    # Four weeks after receipt on Wednesday 1 April 2026 is Wednesday 29 April 2026.
    assert "Uiterlijk woensdag 29 april 2026" in texts_in(page)
    click(page, "termijn.oordeel.waarom")
    dialog = _dialog(stage, find, "uitleg")
    assert any("29 april 2026" in text for text in texts_in(dialog))
    dialog.close()


def test_a_form_is_saved_and_its_history_kept(
    page: DossierPage, stage: Stage, find: Find, click: Press, office: Office, dossier_id: int
):
    page.open_form("meldingsformulier")
    stage.settle()
    field = find(page, "meldingsformulier.product")
    QTest.keyClicks(field, "Gesprekken onder druk")
    click(page, "meldingsformulier.opslaan")
    assert read_formulier(office.desk, dossier_id, "meldingsformulier").waarden["product"] == (
        "Gesprekken onder druk"
    )
    assert "Marijke de Vries · Gesprekken onder druk" in texts_in(page)
    assert list_drafts(office.desk) == ()


def test_typing_in_a_form_that_is_left_is_there_on_coming_back(
    page: DossierPage, stage: Stage, find: Find, click: Press, office: Office
):
    page.open_form("intern_klachtenformulier")
    stage.settle()
    QTest.keyClicks(find(page, "intern_klachtenformulier.oplossing"), "Creditnota")
    click(page, "dossier.formulier.oordeel")
    find(page, "oordeel.bevindingen")
    click(page, "dossier.formulier.intern_klachtenformulier")
    field = find(page, "intern_klachtenformulier.oplossing")
    assert isinstance(field, QPlainTextEdit)
    assert field.toPlainText() == "Creditnota"
    assert [draft.formulier for draft in list_drafts(office.desk)] == ["intern_klachtenformulier"]


def test_what_was_typed_in_a_form_is_thrown_away_and_brought_back(
    page: DossierPage, stage: Stage, find: Find, click: Press, office: Office
):
    page.open_form("meldingsformulier")
    stage.settle()
    QTest.keyClicks(find(page, "meldingsformulier.product"), "Verkeerd")
    click(page, "meldingsformulier.weggooien")
    field = find(page, "meldingsformulier.product")
    assert isinstance(field, QLineEdit)
    assert field.text() == ""
    click(stage.window, "notice_undo")
    stage.settle()
    field = find(page, "meldingsformulier.product")
    assert isinstance(field, QLineEdit)
    assert field.text() == "Verkeerd"


def test_the_oordeel_tab_leads_to_its_form(page: DossierPage, stage: Stage, find: Find, click: Press):
    tabs = find(page, "dossier.tabs")
    tabs.setCurrentIndex(3)
    stage.settle()
    click(page, "oordeel.formulier")
    stage.settle()
    assert QApplication.focusWidget() is find(page, "oordeel.bevindingen")


def test_a_user_text_is_shown_as_it_was_typed(office: Office, stage: Stage):
    made = register_melding(
        office.desk,
        {"melder.1.naam": "<b>Bobby</b> & Zn", "omschrijving": "<img src=x> & meer"},
        draft_id=None,
    )
    page = DossierPage(stage.workspace, made.dossier_id)
    stage.show(page)
    labels = [label for label in page.findChildren(QLabel) if label.isVisible()]
    assert {"<b>Bobby</b> & Zn", "<img src=x> & meer"} <= {label.text() for label in labels}
    assert {label.textFormat() for label in labels} == {Qt.TextFormat.PlainText}
