"""A reglement of one's own in the window: copied, changed, checked, compared, put in force, and as files.

Today is Wednesday 1 April 2026, at the office of Interactie.
"""

from pathlib import Path

import pytest
from hand import Hand
from office import Office
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QComboBox, QFileDialog, QLabel, QMenu, QPlainTextEdit, QTabWidget
from stage import Stage

from klachtdesk.services.eigen_reglement.concepten import list_concepten, read_concept
from klachtdesk.services.kantoor.gebruikte_reglementen import list_versies
from klachtdesk.ui.instellingen.concept_form import ConceptForm
from klachtdesk.ui.pages.instellingen_page import InstellingenPage

ZES_WEKEN = "De klachtenfunctionaris handelt de klacht af binnen zes weken na ontvangst van de klacht"
FORM = "eigen_reglement"


@pytest.fixture
def hand(stage: Stage) -> Hand:
    page = InstellingenPage(stage.workspace)
    stage.show(page)
    page.open_part("reglement")
    stage.settle()
    return Hand()


@pytest.fixture
def concept(hand: Hand, stage: Stage) -> int:
    """A concept of the reglement in force, on the screen; return its id, the first."""
    hand.click("reglementen.versie.1.kopieren")
    hand.find("concept.onderdeel")
    stage.settle()
    return 1


def _section(hand: Hand, sleutel: str) -> None:
    choice = hand.find("concept.onderdeel", QComboBox)
    choice.setCurrentIndex(choice.findData(sleutel))


def _tab(hand: Hand, place: int) -> None:
    hand.find("concept.tabs", QTabWidget).setCurrentIndex(place)


def _trigger(stage: Stage, name: str) -> None:
    """Choose from the menu for a new concept."""
    menu = stage.window.findChild(QMenu, "reglementen.menu")
    assert menu is not None
    action = menu.findChild(QAction, name)
    assert action is not None
    action.trigger()
    stage.settle()


def _choose_file(hand: Hand, name: str, path: Path) -> None:
    hand.find(name, QFileDialog).fileSelected.emit(str(path))
    hand.find(name, QFileDialog).close()
    hand.gone(name)


def _six_weeks(hand: Hand, stage: Stage) -> None:
    _section(hand, "termijn.oordeel")
    hand.fill(f"{FORM}.termijn.oordeel.aantal", "6")
    hand.fill(f"{FORM}.termijn.oordeel.citaat", ZES_WEKEN)
    _tab(hand, 1)
    text = hand.find("concept.tekst", QPlainTextEdit)
    text.setPlainText(text.toPlainText().replace("binnen vier weken na", "binnen zes weken na"))
    hand.click("concept.opslaan")
    stage.settle()


def test_a_concept_is_made_changed_and_put_in_force_from_a_day(
    stage: Stage, office: Office, hand: Hand, concept: int
):
    assert hand.text("concept.stand") == "Klopt"
    _six_weeks(hand, stage)
    assert hand.text("concept.stand") == "Klopt"
    hand.click("concept.van_kracht")
    hand.fill("concept.vraag.van", "1-6-2026")
    hand.click("concept.vraag.ja")
    hand.gone("concept")
    stage.settle()
    later, now = list_versies(office.desk)
    assert (later.versie, later.geldt, f"{later.van_kracht}") == ("2", False, "2026-06-01")
    assert (now.versie, now.geldt) == ("1", True)
    assert list_concepten(office.desk) == ()
    assert any(label.text() == "Geldt later" for label in stage.window.findChildren(QLabel))


def test_everything_wrong_is_shown_at_once_and_keeps_it_from_coming_into_force(
    stage: Stage, office: Office, hand: Hand, concept: int
):
    _section(hand, "termijn.oordeel")
    hand.fill(f"{FORM}.termijn.oordeel.aantal", "6")
    _section(hand, "reglement")
    hand.fill(f"{FORM}.naam", "")
    QTest.keyClick(hand.find(f"{FORM}.naam"), Qt.Key.Key_Backspace)
    hand.click("concept.van_kracht")
    stage.settle()
    assert hand.find("concept.tabs", QTabWidget).currentIndex() == 2
    faults = read_concept(office.desk, concept).fouten
    assert faults
    shown = [hand.text(f"concept.fouten.{number}") for number in range(1, len(faults) + 1)]
    assert [text.casefold() for text in shown] == [text.casefold() for text in faults]
    assert len(list_versies(office.desk)) == 1


def test_a_duration_in_letters_is_kept_as_typed_and_said_to_be_wrong(stage: Stage, hand: Hand, concept: int):
    _section(hand, "termijn.oordeel")
    hand.fill(f"{FORM}.termijn.oordeel.aantal", "zes")
    hand.click("concept.opslaan")
    stage.settle()
    assert hand.text(f"{FORM}.termijn.oordeel.aantal") == "zes"
    assert "fout" in hand.text("concept.stand")


def test_a_refused_value_is_said_at_its_field_in_its_own_section(stage: Stage, hand: Hand, concept: int):
    _section(hand, "kantoor")
    stage.window.findChild(ConceptForm).show_faults({"termijn.oordeel.artikel": "Dit kan niet."})
    assert hand.text(f"{FORM}.termijn.oordeel.artikel.fout") == "Dit kan niet."
    assert hand.find("concept.onderdeel", QComboBox).currentData() == "termijn.oordeel"


def test_leaving_saves_what_was_typed(stage: Stage, office: Office, hand: Hand, concept: int):
    hand.fill(f"{FORM}.versie", "2026-04")
    assert hand.text("concept.opgeslagen") == "Nog niet opgeslagen"
    hand.click("concept.terug")
    hand.gone("concept")
    stage.settle()
    assert list_concepten(office.desk)[0].versie == "2026-04"
    assert "versie 2026-04" in hand.text("reglementen.concept.1.titel")


def test_locking_saves_it_as_well(stage: Stage, office: Office, hand: Hand, concept: int):
    hand.fill(f"{FORM}.versie", "2026-04")
    stage.workspace.flushing.emit()
    stage.settle()
    assert list_concepten(office.desk)[0].versie == "2026-04"


def test_what_changes_is_seen_beside_what_holds(stage: Stage, hand: Hand, concept: int):
    _six_weeks(hand, stage)
    hand.click("concept.vergelijken")
    stage.settle()
    assert (
        hand.text("vergelijking.samenvatting") == "Bij een klacht die vandaag binnenkomt verandert één datum."
    )
    # Four and six weeks after Wednesday 1 April 2026.
    assert hand.text("vergelijking.1.oud").startswith("29 apr 2026")
    assert hand.text("vergelijking.1.nieuw").startswith("13 mei 2026")


def test_the_same_reglement_again_is_asked_twice(stage: Stage, office: Office, hand: Hand, concept: int):
    hand.fill(f"{FORM}.versie", "1")
    hand.click("concept.van_kracht")
    hand.fill("concept.vraag.van", "2-4-2026")
    hand.click("concept.vraag.ja")
    stage.settle()
    assert "nu geldt" in hand.text("concept.vraag.fout")
    assert len(list_versies(office.desk)) == 1
    hand.click("concept.vraag.ja")
    hand.gone("concept")
    stage.settle()
    assert len(list_versies(office.desk)) == 2


def test_a_concept_is_thrown_away_only_after_a_question(
    stage: Stage, office: Office, hand: Hand, concept: int
):
    hand.click("concept.weggooien")
    hand.click("concept.weg.nee")
    hand.gone("concept.weg")
    assert len(list_concepten(office.desk)) == 1
    hand.click("concept.weggooien")
    hand.click("concept.weg.ja")
    hand.gone("concept")
    stage.settle()
    assert list_concepten(office.desk) == ()


def test_a_shipped_reglement_can_be_copied(stage: Stage, office: Office, hand: Hand):
    _trigger(stage, "reglementen.kopie.leefstijlwijzer")
    hand.find("concept.onderdeel")
    assert hand.text("concept.titel").startswith("Klachtenprocedure Leefstijlwijzer Opleidingen")


def test_it_goes_out_as_a_file_and_comes_in_again_after_a_question(
    stage: Stage, office: Office, hand: Hand, tmp_path: Path
):
    target = tmp_path / "reglement.toml"
    hand.click("reglementen.versie.1.exporteren")
    _choose_file(hand, "reglement.bestand", target)
    hand.wait(target.exists)
    stage.settle()
    assert target.with_suffix(".txt").exists()
    _trigger(stage, "reglementen.inlezen")
    _choose_file(hand, "reglement.inlezen", target)
    hand.click("reglement.ouder.ja")
    hand.find("concept.onderdeel")
    stage.settle()
    assert len(list_concepten(office.desk)) == 1


def test_a_faulty_file_is_refused_with_all_its_faults(
    stage: Stage, office: Office, hand: Hand, tmp_path: Path
):
    source = tmp_path / "eigen.toml"
    source.write_text('naam = "Iets"\n', encoding="utf-8")
    source.with_suffix(".txt").write_text("Niets.\n", encoding="utf-8")
    _trigger(stage, "reglementen.inlezen")
    _choose_file(hand, "reglement.inlezen", source)
    assert "eigen.toml" in hand.text("reglement.fouten.lijst.1").lower()
    assert hand.text("reglement.fouten.lijst.2")
    hand.click("reglement.fouten.sluiten")
    assert list_concepten(office.desk) == ()
