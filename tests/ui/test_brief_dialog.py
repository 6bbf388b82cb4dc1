"""The window of a letter: chosen, typed, seen, made final, printed, mailed, saved, and taken up again."""

from collections.abc import Callable, Iterator
from email import message_from_bytes
from pathlib import Path

import pytest
from brieven_op_kantoor import GEMACHTIGDE, KLAGER, authorise, begun, klacht_met_adres
from dossiers import BETROKKENE, klacht_by_mail
from hand import Hand
from office import Office
from pdf_text import text_of
from PySide6.QtCore import QObject, Qt, QUrl, Slot
from PySide6.QtGui import QDesktopServices
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog, QPlainTextEdit, QPushButton, QTabWidget, QWidget
from stage import Gate, Stage

from klachtdesk.services.brieven.drafts import keep_brief_draft
from klachtdesk.services.brieven.making import begin_brief, finalize_brief
from klachtdesk.services.documenten import read_document
from klachtdesk.services.dossiers import read_dossier
from klachtdesk.services.drafts import list_drafts
from klachtdesk.services.gebeurtenissen import correct_gebeurtenis
from klachtdesk.ui.brieven.brief_dialog import BriefDialog
from klachtdesk.ui.forms.kept_drafts import KeptDrafts
from klachtdesk.ui.pages.dossier_page import DossierPage
from klachtdesk.ui.widgets.pdf_viewer import PdfViewer

ONTVANGST = "ontvangstbevestiging_verzonden"
CONTROL = Qt.KeyboardModifier.ControlModifier


class MailProgram(QObject):
    """Stands where the desktop opens files, and remembers which."""

    def __init__(self) -> None:
        super().__init__()
        self.opened: list[Path] = []

    @Slot(QUrl)
    def open(self, url: QUrl) -> None:
        self.opened.append(Path(url.toLocalFile()))


@pytest.fixture
def mail_program() -> Iterator[MailProgram]:
    program = MailProgram()
    QDesktopServices.setUrlHandler("file", program, "open")
    yield program
    QDesktopServices.unsetUrlHandler("file")


@pytest.fixture
def taal_stage(taal: Office, make_stage: Callable[[Office], Stage]) -> Stage:
    return make_stage(taal)


@pytest.fixture(autouse=True)
def _close_letters(make_stage: Callable[[Office], Stage]) -> Iterator[None]:
    """Leave the letters that a test left open: what was typed is kept before the work of the window ends."""
    assert make_stage
    yield
    for widget in QApplication.topLevelWidgets():
        if isinstance(widget, BriefDialog) and widget.isVisible():
            widget.reject()


def _open(stage: Stage, hand: Hand, dossier: int, soort: str, persoon: str = "") -> DossierPage:
    """Show a dossier and go to the letter of a stap; return when it is drawn."""
    page = DossierPage(stage.workspace, dossier)
    stage.show(page)
    view = read_dossier(stage.office.desk, dossier).procedure
    page.do_stap(next(item for item in view.stappen if (item.soort, item.persoon) == (soort, persoon)))
    hand.wait(lambda: hand.find("brief.definitief_maken", QPushButton).isEnabled())
    return page


def _shown_text(hand: Hand) -> str:
    document = hand.find("brief.pdf", PdfViewer).document
    return " ".join(
        " ".join(document.getAllText(page).text() for page in range(document.pageCount())).split()
    )


def test_it_is_shown_as_it_is_typed(taal: Office, taal_stage: Stage, hand: Hand):
    dossier = klacht_met_adres(taal)
    _open(taal_stage, hand, dossier, ONTVANGST)
    assert "Geachte mevrouw De Vries," in _shown_text(hand)
    hand.fill("brief.vrij.toelichting", "Wij bellen u donderdag.")
    hand.wait(lambda: "Wij bellen u donderdag." in _shown_text(hand))
    hand.fill("brief.datum", "31-3-2026")
    hand.wait(lambda: "31 maart 2026" in _shown_text(hand))


def test_two_keys_make_it_final_when_nothing_has_to_be_filled_in(taal: Office, taal_stage: Stage, hand: Hand):
    dossier = klacht_met_adres(taal)
    _open(taal_stage, hand, dossier, ONTVANGST)
    hand.wait(lambda: QApplication.focusWidget() is hand.find("brief.definitief_maken"))
    hand.press(Qt.Key.Key_Return)
    hand.find("brief.definitief")
    hand.wait(lambda: QApplication.focusWidget() is hand.find("brief.afdrukken"))
    (document,) = read_dossier(taal.desk, dossier).documenten
    assert document.titel == f"Ontvangstbevestiging aan {KLAGER}"
    taal_stage.settle()
    stored = text_of(read_document(taal.desk, document.id))
    assert "Geachte mevrouw De Vries," in stored
    hand.click("brief.sluiten")
    hand.gone("brief")
    assert list_drafts(taal.desk) == ()


def test_the_keyboard_begins_in_what_has_to_be_filled_in(office: Office, stage: Stage, hand: Hand):
    dossier = klacht_met_adres(office)
    _open(stage, hand, dossier, "uitgenodigd_horen", BETROKKENE)
    hand.wait(lambda: hand.find("brief.vrij.afspraak").hasFocus())
    assert "Nog in te vullen: dag, tijd en plaats." in hand.text("brief.opmerking.1")
    hand.click("brief.definitief_maken")
    hand.wait(lambda: hand.text("brief.vrij.afspraak.fout") == "Vul in: dag, tijd en plaats.")
    hand.fill("brief.vrij.afspraak", "Donderdag 9 april om 14.00 uur")
    hand.press(Qt.Key.Key_Return, CONTROL)
    hand.find("brief.definitief")
    (regel,) = [
        item for item in read_dossier(office.desk, dossier).tijdlijn if item.soort == "uitgenodigd_horen"
    ]
    assert dict(regel.waarden)["persoon"] == BETROKKENE


def test_what_the_gebeurtenis_asks_is_typed_once(office: Office, stage: Stage, hand: Hand):
    dossier = klacht_met_adres(office)
    _open(stage, hand, dossier, "verdaagd")
    hand.fill("brief.tot", "13-5-2026")
    hand.fill("brief.reden", "De trainer is met verlof.")
    hand.wait(lambda: "13 mei 2026" in _shown_text(hand))
    hand.click("brief.definitief_maken")
    hand.find("brief.definitief")
    assert "13 mei 2026" in _shown_text(hand)
    assert [item.soort for item in read_dossier(office.desk, dossier).tijdlijn] == ["ontvangen", "verdaagd"]


def test_without_a_letter_goes_on_with_what_was_typed(office: Office, stage: Stage, hand: Hand):
    dossier = klacht_met_adres(office)
    _open(stage, hand, dossier, "verdaagd")
    hand.fill("brief.reden", "De trainer is met verlof.")
    hand.click("brief.zonder")
    assert hand.text("gebeurtenis.reden") == "De trainer is met verlof."
    hand.fill("gebeurtenis.tot", "13-5-2026")
    hand.click("gebeurtenis.vastleggen")
    hand.gone("gebeurtenis")
    view = read_dossier(office.desk, dossier)
    assert [item.soort for item in view.tijdlijn] == ["ontvangen", "verdaagd"]
    assert view.documenten == ()


def test_where_nobody_can_be_written_to_the_stap_is_recorded_without(
    office: Office, stage: Stage, hand: Hand
):
    # Somebody of whom only the functie is known: no letter can be addressed to that.
    unnamed = {"betrokkene.1.naam": "", "betrokkene.1.functie": "Trainer"}
    dossier = klacht_by_mail(office, KLAGER, "1-4-2026", **unnamed)
    page = DossierPage(stage.workspace, dossier)
    stage.show(page)
    view = read_dossier(office.desk, dossier).procedure
    page.do_stap(next(item for item in view.stappen if item.soort == "betrokkene_ingelicht"))
    hand.find("gebeurtenis")
    assert "Er is niemand aan wie deze brief kan gaan." in stage.notice()


def test_what_was_typed_survives_leaving(taal: Office, taal_stage: Stage, hand: Hand):
    dossier = klacht_met_adres(taal)
    page = _open(taal_stage, hand, dossier, ONTVANGST)
    hand.fill("brief.vrij.toelichting", "Halverwege")
    hand.press(Qt.Key.Key_Escape)
    hand.gone("brief")
    taal_stage.settle()
    assert taal_stage.notice() == "De brief is bewaard als concept."
    (regel,) = list_drafts(taal.desk)
    assert (regel.titel, regel.begin) == (
        "Brief: Ontvangstbevestiging verzonden",
        "De factuur is hoger dan de offerte.",
    )
    page.open_form(regel.formulier)
    assert hand.text("brief.vrij.toelichting") == "Halverwege"
    hand.click("brief.weggooien")
    hand.gone("brief")
    assert list_drafts(taal.desk) == ()


def test_a_power_cut_costs_two_seconds_of_typing_at_most(taal: Office, taal_stage: Stage, hand: Hand):
    dossier = klacht_met_adres(taal)
    _open(taal_stage, hand, dossier, ONTVANGST)
    hand.fill("brief.vrij.toelichting", "Nog niet af")
    hand.wait(lambda: hand.text("brief.concept").startswith("Concept bewaard"))
    assert begin_brief(taal.desk, dossier, ONTVANGST).invoer.vrij["toelichting"] == "Nog niet af"


def test_a_begun_letter_stands_in_the_list_and_comes_back_after_throwing_it_away(
    taal: Office, taal_stage: Stage, hand: Hand
):
    dossier = klacht_met_adres(taal)
    keep_brief_draft(taal.desk, dossier, begun(taal, dossier, ONTVANGST, vrij={"toelichting": "Nog niet af"}))
    listed = KeptDrafts(taal_stage.workspace)
    taal_stage.show(listed)
    (regel,) = list_drafts(taal.desk)
    hand.click(f"concept.{regel.draft_id}.weggooien")
    hand.wait(lambda: list_drafts(taal.desk) == ())
    taal_stage.settle()
    hand.click("notice_undo")
    taal_stage.settle()
    (again,) = list_drafts(taal.desk)
    assert (again.titel, again.begin) == (regel.titel, "Nog niet af")


def test_another_addressee_has_another_address_and_other_copies(taal: Office, taal_stage: Stage, hand: Hand):
    dossier = klacht_met_adres(taal, **GEMACHTIGDE)
    authorise(taal, dossier)
    _open(taal_stage, hand, dossier, ONTVANGST)
    hand.find("brief.ook.1")
    hand.fill("brief.geadresseerde", f"Melder: {KLAGER}")
    hand.wait(lambda: "Lindelaan 14" in _shown_text(hand))
    hand.gone("brief.ook")
    hand.click("brief.randen")
    assert hand.text("brief.adres").splitlines()[1] == "Lindelaan 14"
    hand.find("brief.adres", QPlainTextEdit).setPlainText("Mevrouw De Vries\nPostbus 3\n3500 AA  UTRECHT")
    hand.wait(lambda: "Postbus 3" in _shown_text(hand))


def test_it_goes_to_the_mail_program_with_one_key(
    taal: Office, taal_stage: Stage, hand: Hand, tmp_path: Path, mail_program: MailProgram
):
    dossier = klacht_met_adres(taal)
    _open(taal_stage, hand, dossier, ONTVANGST)
    hand.click("brief.definitief_maken")
    hand.find("brief.definitief")
    taal_stage.settle()
    hand.press(Qt.Key.Key_M, CONTROL)
    target = tmp_path / "brief.eml"
    hand.find("document.bestand", QFileDialog).fileSelected.emit(str(target))
    hand.find("document.bestand", QFileDialog).close()
    hand.wait(lambda: mail_program.opened == [target])
    assert message_from_bytes(target.read_bytes())["To"] == "marijke@delinde.example"


def test_a_copy_is_saved_where_somebody_says(taal: Office, taal_stage: Stage, hand: Hand, tmp_path: Path):
    dossier = klacht_met_adres(taal)
    _open(taal_stage, hand, dossier, ONTVANGST)
    hand.click("brief.definitief_maken")
    hand.find("brief.definitief")
    taal_stage.settle()
    hand.press(Qt.Key.Key_S, CONTROL)
    target = tmp_path / "brief.pdf"
    hand.find("document.bestand", QFileDialog).fileSelected.emit(str(target))
    hand.find("document.bestand", QFileDialog).close()
    hand.wait(target.exists)
    (document,) = read_dossier(taal.desk, dossier).documenten
    assert target.read_bytes() == read_document(taal.desk, document.id)


def test_the_documents_offer_a_mail_and_a_new_version(taal: Office, taal_stage: Stage, hand: Hand):
    dossier = klacht_met_adres(taal)
    made = finalize_brief(taal.desk, dossier, begun(taal, dossier, ONTVANGST))
    page = DossierPage(taal_stage.workspace, dossier)
    taal_stage.show(page)
    hand.find("dossier.tabs", QTabWidget).setCurrentIndex(2)
    hand.find(f"document.{made.document_id}.mailen")
    hand.click(f"document.{made.document_id}.nieuwe_versie")
    hand.wait(lambda: hand.find("brief.definitief_maken", QPushButton).isEnabled())
    assert not [item for item in page.window().findChildren(QWidget, "brief.zonder") if item.isVisible()]
    hand.fill("brief.vrij.toelichting", "Een tweede keer.")
    hand.click("brief.definitief_maken")
    hand.find("brief.definitief")
    hand.click("brief.sluiten")
    shown = read_dossier(taal.desk, dossier).documenten
    assert [item.actueel for item in shown] == [True, False]
    assert [bool(item.brief) for item in shown] == [True, False]


def test_a_letter_of_which_the_gebeurtenis_was_taken_back_is_marked(
    taal: Office, taal_stage: Stage, hand: Hand
):
    dossier = klacht_met_adres(taal)
    made = finalize_brief(taal.desk, dossier, begun(taal, dossier, ONTVANGST))
    (sent,) = [item for item in read_dossier(taal.desk, dossier).tijdlijn if item.document_id is not None]
    correct_gebeurtenis(taal.desk, dossier, sent.id, reden="Niet verstuurd.")
    page = DossierPage(taal_stage.workspace, dossier)
    taal_stage.show(page)
    hand.find("dossier.tabs", QTabWidget).setCurrentIndex(2)
    mark = hand.find(f"document.{made.document_id}.teruggenomen")
    assert "telt niet meer" in mark.toolTip()


def test_a_key_pressed_too_soon_makes_nothing_final(taal: Office, taal_stage: Stage, hand: Hand):
    dossier = klacht_met_adres(taal)
    taal_stage.show(DossierPage(taal_stage.workspace, dossier))
    drawing = Gate(taal_stage.tasks)
    dialog = BriefDialog(taal_stage.workspace, begin_brief(taal.desk, dossier, ONTVANGST), taal_stage.window)
    dialog.open()
    button = hand.find("brief.definitief_maken", QPushButton)
    assert not button.isEnabled()
    QTest.keyClick(button, Qt.Key.Key_Return)
    drawing.open()
    hand.wait(button.isEnabled)
    assert read_dossier(taal.desk, dossier).documenten == ()


def test_printing_asks_the_system_once_it_is_final(taal: Office, taal_stage: Stage, hand: Hand):
    dossier = klacht_met_adres(taal, **GEMACHTIGDE)
    authorise(taal, dossier)
    _open(taal_stage, hand, dossier, ONTVANGST)
    hand.press(Qt.Key.Key_P, CONTROL)
    assert "eerst definitief" in hand.text("brief.fout")
    hand.click("brief.definitief_maken")
    hand.find("brief.definitief")
    taal_stage.settle()
    # The letter and its copy, of the same pages, behind one another: one job for the printer.
    pages = hand.find("brief.pdf", PdfViewer).document.pageCount()
    assert pages % 2 == 0
    assert _shown_text(hand).count("Kopie van de brief aan Noud Smit") == 1
    asked = hand.printing(lambda: hand.press(Qt.Key.Key_P, CONTROL), lambda dialog: dialog.maxPage())
    assert asked == pages


def test_a_long_story_scrolls_and_stays_where_it_was(taal: Office, taal_stage: Stage, hand: Hand):
    dossier = klacht_met_adres(taal)
    _open(taal_stage, hand, dossier, ONTVANGST)
    story = hand.find("brief.vrij.toelichting", QPlainTextEdit)
    story.setPlainText("\n\n".join(f"Alinea {number}." for number in range(120)))
    hand.wait(lambda: "Alinea 119." in _shown_text(hand))
    bar = hand.find("brief.pdf", PdfViewer).view.verticalScrollBar()
    bar.setValue(bar.maximum() // 2)
    place = bar.value()
    story.appendPlainText("Alinea 120.")
    hand.wait(lambda: "Alinea 120." in _shown_text(hand))
    assert bar.value() == place > 0
