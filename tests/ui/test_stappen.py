"""Stappen and signalen in the window: what may happen next, what may not and why, and the dialog that records it."""

from collections.abc import Callable
from datetime import date

import pytest
from dossiers import BETROKKENE, KLAGER, klacht_by_mail, klacht_that_was_heard, write_oordeel
from office import Office, OfficeMaker
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QComboBox, QLabel, QLineEdit, QPlainTextEdit, QTabWidget, QWidget
from stage import Stage, texts_in

from klachtdesk.formulieren import Keuze, Veld, VeldSoort
from klachtdesk.services.dossiers import read_dossier
from klachtdesk.services.gebeurtenissen import possible_gebeurtenissen, record_gebeurtenis
from klachtdesk.services.kantoor.bewaarkeuze import choose_bewaartermijn
from klachtdesk.ui.forms.names_field import NamesField
from klachtdesk.ui.pages.dossier_page import DossierPage
from klachtdesk.ui.widgets.kind_list import KindList
from klachtdesk.ui.widgets.tick import RadioChoice, TickBox

Find = Callable[[QWidget, str], QWidget]
Click = Callable[[QWidget, str], None]
CONTROL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def show(stage: Stage) -> Callable[[int], DossierPage]:
    """Return what shows a dossier."""

    def show_it(dossier_id: int) -> DossierPage:
        page = DossierPage(stage.workspace, dossier_id)
        stage.show(page)
        return page

    return show_it


def _kinds(parent: QWidget, find: Find) -> KindList:
    kinds = find(parent, "gebeurtenis.soorten")
    assert isinstance(kinds, KindList)
    return kinds


def _labels(kinds: KindList) -> list[str]:
    return [kinds.item(row).text() for row in range(kinds.count())]


def test_a_stap_opens_its_letter_or_the_dialog_with_its_person(
    office: Office, stage: Stage, show: Callable[[int], DossierPage], find: Find, click: Click
):
    dossier = klacht_by_mail(office, KLAGER, "1-4-2026")
    record_gebeurtenis(office.desk, dossier, "doorgezonden", "1-4-2026", {"persoon": "Amber Veldman"})
    record_gebeurtenis(office.desk, dossier, "betrokkene_ingelicht", "1-4-2026", {"persoon": BETROKKENE})
    page = show(dossier)
    assert "Nu aan zet: de klachtenfunctionaris" in texts_in(page)
    click(page, "stap.gehoord.2")
    letter = find(stage.window, "brief")
    person = find(letter, "brief.geadresseerde")
    assert isinstance(person, QComboBox)
    assert person.currentText() == f"Betrokkene: {BETROKKENE}"
    click(letter, "brief.zonder")
    dialog = find(stage.window, "gebeurtenis")
    person = find(dialog, "gebeurtenis.persoon")
    assert isinstance(person, QComboBox)
    assert person.currentText() == BETROKKENE
    # The person stands there already, so the keyboard is in what is still empty.
    assert QApplication.focusWidget() is find(dialog, "gebeurtenis.verslag")


def test_after_a_stap_was_recorded_the_keyboard_is_on_the_next(
    office: Office, stage: Stage, show: Callable[[int], DossierPage], find: Find, click: Click
):
    page = show(klacht_by_mail(office, KLAGER, "1-4-2026"))
    click(page, "dossier.stap.vastleggen")
    dialog = find(stage.window, "gebeurtenis")
    person = find(dialog, "gebeurtenis.persoon")
    assert isinstance(person, QComboBox)
    person.setCurrentText("Amber Veldman")
    click(dialog, "gebeurtenis.vastleggen")
    assert stage.notice() == "Vastgelegd: Klacht doorgezonden."
    assert stage.window.focusWidget() is find(page, "dossier.stap.vastleggen")


def test_after_a_correctie_the_keyboard_is_still_in_the_dossier(
    stage: Stage, office: Office, show: Callable[[int], DossierPage], find: Find, click: Click
):
    dossier = klacht_by_mail(office, KLAGER, "1-4-2026")
    page = show(dossier)
    regel = read_dossier(office.desk, dossier).tijdlijn[0]
    click(page, f"tijdlijn.{regel.id}.corrigeren")
    dialog = find(stage.window, "correctie")
    day, reason = find(dialog, "gebeurtenis.datum"), find(dialog, "correctie.reden")
    assert isinstance(day, QLineEdit)
    day.setText("31-3-2026")
    QTest.keyClicks(reason, "Een dag te laat opgeschreven.")
    click(dialog, "correctie.opslaan")
    holder = stage.window.focusWidget()
    assert holder is not None
    assert page.isAncestorOf(holder)


def test_ctrl_g_begins_with_what_the_dossier_waits_for(
    office: Office, stage: Stage, show: Callable[[int], DossierPage], find: Find
):
    dossier = klacht_by_mail(office, KLAGER, "1-4-2026")
    record_gebeurtenis(office.desk, dossier, "doorgezonden", "1-4-2026", {"persoon": "Amber Veldman"})
    page = show(dossier)
    QTest.keyClick(page, Qt.Key.Key_G, CONTROL)
    stage.settle()
    dialog = find(stage.window, "gebeurtenis")
    # Article 5.2 of Interactie: the betrokkene is told, and heard after that.
    assert _kinds(dialog, find).soort() == "betrokkene_ingelicht"
    assert QApplication.focusWidget() is find(dialog, "gebeurtenis.zoeken")


def test_ctrl_s_records_from_a_text_of_several_lines(
    office: Office, stage: Stage, show: Callable[[int], DossierPage], find: Find, click: Click
):
    page = show(klacht_by_mail(office, KLAGER, "1-4-2026"))
    click(page, "stappen.notitie")
    text = find(find(stage.window, "gebeurtenis"), "gebeurtenis.tekst")
    QTest.keyClicks(text, "Belde over de factuur.")
    QTest.keyClick(text, Qt.Key.Key_S, CONTROL)
    stage.settle()
    assert stage.notice() == "Vastgelegd: Notitie."


def test_a_stap_without_a_letter_opens_the_dialog_and_nobody_typed_anything_yet(
    office: Office, stage: Stage, show: Callable[[int], DossierPage], find: Find, click: Click
):
    dossier = klacht_by_mail(office, KLAGER, "1-4-2026")
    page = show(dossier)
    click(page, "dossier.stap.vastleggen")
    dialog = find(stage.window, "gebeurtenis")
    click(dialog, "gebeurtenis.annuleren")
    # There is nothing to go back to.
    assert stage.notice() == ""


def test_why_something_is_not_possible_yet_unfolds_with_its_artikel(
    office: Office, stage: Stage, show: Callable[[int], DossierPage], find: Find, click: Click
):
    page = show(klacht_by_mail(office, KLAGER, "1-4-2026"))
    # Article 5.2 of Interactie: both sides are heard before the oordeel.
    assert "De klager is nog niet gehoord (artikel 5.2)." not in texts_in(page)
    click(page, "stappen.niet")
    assert "De klager is nog niet gehoord (artikel 5.2)." in texts_in(page)
    page.refresh()
    stage.settle()
    assert "De klager is nog niet gehoord (artikel 5.2)." in texts_in(page), "it stays unfolded"
    click(page, "stappen.niet")
    assert "De klager is nog niet gehoord (artikel 5.2)." not in texts_in(page)


def test_the_oordeel_is_done_on_its_tab(
    office: Office, stage: Stage, show: Callable[[int], DossierPage], find: Find, click: Click
):
    dossier = klacht_that_was_heard(office)
    record_gebeurtenis(office.desk, dossier, "betrokkene_ingelicht", "21-4-2026", {"persoon": BETROKKENE})
    velden = {"uitkomst": "niet_opgelost", "tussenkomst": "ja"}
    record_gebeurtenis(office.desk, dossier, "oplossingspoging", "21-4-2026", velden)
    write_oordeel(office, dossier)
    page = show(dossier)
    assert find(page, "dossier.stap.vastleggen").accessibleName() == "Oordeel vastgesteld"
    click(page, "dossier.stap.vastleggen")
    tabs = find(page, "dossier.tabs")
    assert isinstance(tabs, QTabWidget)
    assert tabs.tabText(tabs.currentIndex()) == "Oordeel"


@pytest.mark.parametrize(
    ("key", "modifier", "soort", "veld"),
    [
        (Qt.Key.Key_N, CONTROL | SHIFT, "notitie", "tekst"),
        (Qt.Key.Key_T, CONTROL, "terugbelverzoek", "wanneer"),
    ],
)
def test_a_note_and_a_terugbelverzoek_are_one_keystroke_away(
    office: Office,
    stage: Stage,
    show: Callable[[int], DossierPage],
    find: Find,
    click: Click,
    key: Qt.Key,
    modifier: Qt.KeyboardModifier,
    soort: str,
    veld: str,
):
    dossier = klacht_by_mail(office, KLAGER, "1-4-2026")
    page = show(dossier)
    stage.window.activateWindow()
    page.setFocus()
    QTest.keyClick(page, key, modifier)
    stage.settle()
    dialog = find(stage.window, "gebeurtenis")
    field = find(dialog, f"gebeurtenis.{veld}")
    assert isinstance(field, QPlainTextEdit)
    assert QApplication.focusWidget() is field
    QTest.keyClicks(field, "Morgen na tienen")
    click(dialog, "gebeurtenis.vastleggen")
    last = read_dossier(office.desk, dossier).tijdlijn[-1]
    assert (last.soort, [value for _label, value in last.details]) == (soort, ["Morgen na tienen"])


def test_signalen_stand_under_it_with_their_ground_each_once(
    office: Office, show: Callable[[int], DossierPage], find: Find
):
    office.on(2026, 3, 20)
    dossier = klacht_by_mail(office, KLAGER, "20-3-2026")
    office.on(2026, 4, 17)
    page = show(dossier)
    said = texts_in(find(page, "dossier.signalen"))
    assert len(said) == len(set(said))
    # Article 7.3: the klager is kept informed; nobody wrote since Friday 20 March.
    assert "De klager heeft sinds vrijdag 20 maart 2026 niets van u gehoord (artikel 7.3)." in said


def test_what_is_possible_stands_first_by_fase_and_the_rest_can_only_be_read(
    office: Office, stage: Stage, show: Callable[[int], DossierPage], find: Find, click: Click
):
    dossier = klacht_by_mail(office, KLAGER, "1-4-2026")
    page = show(dossier)
    click(page, "dossier.gebeurtenis")
    dialog = find(stage.window, "gebeurtenis")
    kinds = _kinds(dialog, find)
    labels = _labels(kinds)
    keuzes = possible_gebeurtenissen(office.desk, dossier)
    border = labels.index("Nu niet mogelijk")
    assert {keuze.label for keuze in keuzes if keuze.mogelijk} <= set(labels[:border])
    assert labels[border + 1 :] == [keuze.label for keuze in keuzes if not keuze.mogelijk]
    # The hearing of Interactie (article 5.2) stands under its fase, before the oordeel.
    assert labels.index("Horen") < labels.index("Gehoord") < labels.index("Oordeel verzonden aan de klager")
    kinds.choose("afgehandeld")
    assert any("artikel 5.6" in text for text in texts_in(find(dialog, "gebeurtenis.redenen")))
    assert not find(dialog, "gebeurtenis.vastleggen").isEnabled()
    kinds.choose("notitie")
    assert find(dialog, "gebeurtenis.vastleggen").isEnabled()
    dialog.close()


def test_the_arrows_pass_over_the_headings(
    office: Office, stage: Stage, show: Callable[[int], DossierPage], find: Find, click: Click
):
    page = show(klacht_by_mail(office, KLAGER, "1-4-2026"))
    click(page, "dossier.gebeurtenis")
    dialog = find(stage.window, "gebeurtenis")
    kinds, search = _kinds(dialog, find), find(dialog, "gebeurtenis.zoeken")
    for target in (search, kinds):
        target.setFocus()
        seen = []
        for _ in range(5):
            seen.append(kinds.soort())
            QTest.keyClick(target, Qt.Key.Key_Down)
        assert len(set(seen)) == 5
        assert "None" not in seen
    dialog.close()


def test_what_became_impossible_meanwhile_is_refused_in_place(
    office: Office, stage: Stage, show: Callable[[int], DossierPage], find: Find, click: Click
):
    dossier = klacht_by_mail(office, KLAGER, "1-4-2026")
    page = show(dossier)
    click(page, "dossier.stap.vastleggen")
    dialog = find(stage.window, "gebeurtenis")
    record_gebeurtenis(office.desk, dossier, "ingetrokken", "1-4-2026", {})
    person = find(dialog, "gebeurtenis.persoon")
    assert isinstance(person, QComboBox)
    person.setEditText("Amber Veldman")
    click(dialog, "gebeurtenis.vastleggen")
    fault = find(dialog, "gebeurtenis.fout")
    assert isinstance(fault, QLabel)
    assert fault.text().startswith("Dat kan nu niet. ")
    assert "doorgezonden" not in [regel.soort for regel in read_dossier(office.desk, dossier).tijdlijn]
    dialog.close()


def test_several_gronden_can_be_ticked(
    make_office: OfficeMaker, make_stage: Callable[[Office], Stage], find: Find
):
    office = make_office("tien_voor_taal", date(2026, 4, 1))
    # 10 voor Taal names no bewaartermijn, and without one no dossier may be closed.
    keuze = {"aantal": "2", "eenheid": "jaren", "motivering": "Zo lang kan iemand erop terugkomen."}
    choose_bewaartermijn(office.desk, keuze)
    dossier = klacht_by_mail(office, KLAGER, "1-4-2026", datum_gebeurtenis="1-2-2025")
    stage = make_stage(office)
    page = DossierPage(stage.workspace, dossier)
    stage.show(page)
    page.record()
    stage.settle()
    dialog = find(stage.window, "gebeurtenis")
    _kinds(dialog, find).choose("niet_in_behandeling")
    stage.settle()
    boxes = [box for box in dialog.findChildren(TickBox) if box.isVisible()]
    # Six gronden in artikel 1.2 lid 1, the seventh in lid 2.
    assert len(boxes) == 7
    words = [box.text().replace("&&", "&") for box in boxes[:2]]
    for box in boxes[:2]:
        QTest.mouseClick(box, Qt.MouseButton.LeftButton)
    QTest.mouseClick(find(dialog, "gebeurtenis.vastleggen"), Qt.MouseButton.LeftButton)
    stage.settle()
    last = read_dossier(office.desk, dossier).tijdlijn[-1]
    assert last.soort == "niet_in_behandeling"
    shown = dict(last.details)["Gronden"]
    assert all(label in shown for label in words)


def test_one_ground_excludes_the_other(
    office: Office, stage: Stage, show: Callable[[int], DossierPage], find: Find, click: Click
):
    dossier = klacht_by_mail(office, KLAGER, "1-4-2026")
    record_gebeurtenis(office.desk, dossier, "uitgenodigd_horen", "1-4-2026", {"persoon": KLAGER})
    page = show(dossier)
    click(page, "dossier.gebeurtenis")
    dialog = find(stage.window, "gebeurtenis")
    _kinds(dialog, find).choose("afgezien_van_horen")
    stage.settle()
    boxes = [box for box in dialog.findChildren(RadioChoice) if box.isVisible()]
    for box in boxes:
        QTest.mouseClick(box, Qt.MouseButton.LeftButton)
    assert [box.isChecked() for box in boxes] == [box is boxes[-1] for box in boxes]
    dialog.close()


def test_names_are_completed_one_after_the_other(stage: Stage):
    veld = Veld("personen", "Leden", VeldSoort.TEKST)
    field = NamesField(veld, (Keuze("Anna Smit", "Anna Smit"), Keuze("Bo Prins", "Bo Prins")))
    told: list[str] = []
    field.edited.connect(told.append)
    stage.show(field)
    line = field.focus_target()
    assert isinstance(line, QLineEdit)
    stage.window.activateWindow()
    line.setFocus()
    QTest.keyClicks(line, "Anna Smit, pri")
    popup = line.completer().popup()
    assert popup.isVisible()
    QTest.keyClick(popup, Qt.Key.Key_Down)
    QTest.keyClick(popup, Qt.Key.Key_Return)
    assert field.text() == "Anna Smit, Bo Prins"
    assert told[-1] == "Anna Smit, Bo Prins"  # so that it is kept
