"""Post that comes in at the window, as a person sees it. It is Wednesday 1 April 2026 at Interactie."""

from collections.abc import Callable
from pathlib import Path

import pytest
from dossiers import klacht_by_mail
from klachtenformulieren import TYPED, filled_form
from mails import PDF, mail, with_pdf
from office import Office
from pictures import picture
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QApplication,
    QComboBox,
    QDialog,
    QFileDialog,
    QLabel,
    QLineEdit,
    QListWidget,
    QPlainTextEdit,
    QWidget,
)

from klachtdesk.services.dossiers import list_dossiers, read_dossier
from klachtdesk.services.draft_bijlagen import files_of_draft
from klachtdesk.services.drafts import list_drafts, open_draft
from klachtdesk.ui.drop import FileDrops
from klachtdesk.ui.main_window import MainWindow
from klachtdesk.ui.tasks import Tasks

Find = Callable[[QWidget, str], QWidget]
Press = Callable[[QWidget, str], None]
Drop = Callable[..., None]

EML = with_pdf(mail()).as_bytes()


@pytest.fixture
def settle(tasks: Tasks) -> Callable[[], None]:
    """Return what lets all work be done, also the work that other work asks for."""

    def settle_it() -> None:
        for _ in range(6):
            tasks.finish()
            QApplication.processEvents()

    return settle_it


@pytest.fixture
def drop(window: MainWindow, settle: Callable[[], None]) -> Drop:
    def drop_it(*paths: Path) -> None:
        data = QMimeData()
        data.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
        event = QDropEvent(
            QPointF(400, 300),
            Qt.DropAction.CopyAction,
            data,
            Qt.MouseButton.LeftButton,
            Qt.KeyboardModifier.NoModifier,
        )
        (drops,) = window.findChildren(FileDrops)
        drops.eventFilter(window, event)  # Qt itself only hands it on while something is really being dragged
        settle()

    return drop_it


@pytest.fixture
def eml(tmp_path: Path) -> Path:
    path = tmp_path / "klacht.eml"
    path.write_bytes(EML)
    return path


def text(widget: QWidget) -> str:
    assert isinstance(widget, QLabel | QLineEdit)
    return widget.text()


def dialogs(window: MainWindow) -> list[QDialog]:
    return [item for item in window.findChildren(QDialog, "post") if item.isVisible()]


def test_a_dropped_mail_becomes_a_melding_that_is_looked_over(
    window: MainWindow,
    drop: Drop,
    find: Find,
    press: Press,
    settle: Callable[[], None],
    eml: Path,
    office: Office,
):
    drop(eml)
    (dialog,) = dialogs(window)
    assert text(find(dialog, "post.mail.onderwerp")) == "Klacht over de factuur"
    assert "marijke@voorbeeld.nl" in text(find(dialog, "post.mail.van"))
    assert list_drafts(office.desk) == ()
    press(dialog, "post.toevoegen")
    settle()
    assert dialogs(window) == []
    page = find(window, "melding")
    story = find(page, "meldingsformulier.omschrijving")
    assert isinstance(story, QPlainTextEdit)
    assert story.toPlainText().startswith("Beste mensen,")
    assert text(find(page, "melding.bijlagen.titel")) == "2 bijlagen"
    press(page, "meldingsformulier.opslaan")
    settle()
    (dossier,) = list_dossiers(office.desk)
    assert [regel.titel for regel in read_dossier(office.desk, dossier.id).documenten] == [
        "factuur.pdf",
        "klacht.eml",
    ]


def test_a_mail_from_somebody_who_is_known_goes_to_their_dossier(
    window: MainWindow,
    drop: Drop,
    find: Find,
    press: Press,
    settle: Callable[[], None],
    eml: Path,
    office: Office,
):
    dossier = klacht_by_mail(
        office, "Marijke de Vries", "30-3-2026", **{"melder.1.email": "marijke@voorbeeld.nl"}
    )
    drop(eml)
    (dialog,) = dialogs(window)
    assert "afzender" in text(find(dialog, "post.reden"))
    persoon = find(dialog, "gebeurtenis.persoon")
    assert isinstance(persoon, QComboBox)
    assert persoon.currentText() == "Marijke de Vries"
    press(dialog, "post.toevoegen")
    settle()
    (event,) = [
        regel
        for regel in read_dossier(office.desk, dossier).tijdlijn
        if regel.soort == "correspondentie_ontvangen"
    ]
    assert event.document_id is not None
    assert list_drafts(office.desk) == ()


def test_what_can_not_be_recorded_says_so_at_its_field_and_loses_nothing(
    window: MainWindow,
    drop: Drop,
    find: Find,
    press: Press,
    settle: Callable[[], None],
    tmp_path: Path,
    office: Office,
):
    dossier = klacht_by_mail(office, "Marijke de Vries", "30-3-2026")
    (tmp_path / "brief.pdf").write_bytes(PDF)
    window.open_dossier(dossier)
    settle()
    drop(tmp_path / "brief.pdf")
    (dialog,) = dialogs(window)
    press(dialog, "post.toevoegen")  # from whom is not filled in
    assert dialogs(window) == [dialog]
    assert read_dossier(office.desk, dossier).documenten == ()
    dialog.reject()
    settle()
    press(window, "notice_undo")
    settle()
    assert len(dialogs(window)) == 1


def test_the_keyboard_goes_through_the_dialog_from_top_to_bottom(
    window: MainWindow, drop: Drop, settle: Callable[[], None], tmp_path: Path, office: Office
):
    dossier = klacht_by_mail(office, "Marijke de Vries", "30-3-2026")
    (tmp_path / "brief.pdf").write_bytes(PDF)
    window.open_dossier(dossier)
    settle()
    drop(tmp_path / "brief.pdf")
    (dialog,) = dialogs(window)
    passed = []
    for _ in range(9):
        at = dialog.focusWidget()
        assert at is not None
        passed.append(at.objectName())
        dialog.focusNextChild()
    # It begins at how this is recorded: which dossier is known. Then round, once.
    assert passed == [
        "post.soort",
        "gebeurtenis.datum",
        "gebeurtenis.persoon",
        "post.annuleren",
        "post.toevoegen",
        "post.melding",
        "post.zoeken",
        "post.dossiers",
        "post.soort",
    ]


def test_a_file_that_is_only_kept_can_be_taken_back_at_once(
    window: MainWindow,
    drop: Drop,
    find: Find,
    press: Press,
    settle: Callable[[], None],
    tmp_path: Path,
    office: Office,
):
    dossier = klacht_by_mail(office, "Marijke de Vries", "30-3-2026")
    (tmp_path / "foto.png").write_bytes(picture(20, 20))
    window.open_dossier(dossier)
    settle()
    drop(tmp_path / "foto.png")
    (dialog,) = dialogs(window)
    kind = find(dialog, "post.soort")
    assert isinstance(kind, QComboBox)
    kind.setCurrentText("Alleen bewaren als bijlage")
    press(dialog, "post.toevoegen")
    settle()
    (regel,) = read_dossier(office.desk, dossier).documenten
    assert (regel.titel, regel.herkomst) == ("foto.png", "bijgevoegd")
    press(window, "notice_undo")
    settle()
    assert read_dossier(office.desk, dossier).documenten == ()


@pytest.mark.parametrize(
    ("names", "words"),
    [
        (("foto.png",), "‘foto.png’ is niet toegevoegd."),
        (("foto.png", "scan.png"), "De 2 bestanden zijn niet toegevoegd."),
    ],
)
def test_what_was_not_added_is_named_and_can_be_gone_on_with(
    window: MainWindow,
    drop: Drop,
    find: Find,
    press: Press,
    settle: Callable[[], None],
    tmp_path: Path,
    names: tuple[str, ...],
    words: str,
):
    for name in names:
        (tmp_path / name).write_bytes(picture(20, 20))
    drop(*(tmp_path / name for name in names))
    (dialog,) = dialogs(window)
    press(dialog, "post.annuleren")
    assert text(find(window, "notice_text")) == words
    assert find(window, "notice_undo").property("text") == "&Verder gaan"
    press(window, "notice_undo")
    settle()
    assert len(dialogs(window)) == 1


def test_a_dossier_is_found_by_a_few_letters(
    window: MainWindow,
    drop: Drop,
    find: Find,
    press: Press,
    settle: Callable[[], None],
    tmp_path: Path,
    office: Office,
    qtbot,
):
    klacht_by_mail(office, "Marijke de Vries", "30-3-2026")
    klacht_by_mail(office, "Jan Jansen", "30-3-2026")
    (tmp_path / "brief.pdf").write_bytes(PDF)
    drop(tmp_path / "brief.pdf")
    (dialog,) = dialogs(window)
    press(dialog, "post.dossier")
    settle()
    search, found = find(dialog, "post.zoeken"), find(dialog, "post.dossiers")
    assert isinstance(search, QLineEdit)
    assert isinstance(found, QListWidget)
    assert found.count() == 2
    QTest.keyClicks(search, "jansen")
    qtbot.waitUntil(lambda: found.count() == 1)
    assert found.item(0).text().startswith("2026-002  Jan Jansen")


def test_files_dropped_on_a_melding_go_with_it_and_can_be_taken_off(
    window: MainWindow,
    drop: Drop,
    find: Find,
    press: Press,
    settle: Callable[[], None],
    eml: Path,
    office: Office,
):
    window.new_melding()
    settle()
    drop(eml)
    assert dialogs(window) == []
    (draft,) = list_drafts(office.desk)
    assert [item.naam for item in files_of_draft(office.desk, draft.draft_id)] == [
        "klacht.eml",
        "factuur.pdf",
    ]
    first = next(item for item in window.findChildren(QWidget) if item.objectName().endswith(".verwijderen"))
    press(window, first.objectName())
    settle()
    assert [item.naam for item in files_of_draft(office.desk, draft.draft_id)] == ["factuur.pdf"]
    press(window, "notice_undo")
    settle()
    assert len(files_of_draft(office.desk, draft.draft_id)) == 2


def test_a_text_field_leaves_files_to_the_window(window: MainWindow, find: Find, settle: Callable[[], None]):
    window.new_melding()
    settle()
    story = find(window, "meldingsformulier.omschrijving")
    assert isinstance(story, QPlainTextEdit)
    files, words = QMimeData(), QMimeData()
    files.setUrls([QUrl.fromLocalFile("/tmp/factuur.pdf")])
    words.setText("De factuur klopt niet.")
    assert not story.canInsertFromMimeData(files)
    assert story.canInsertFromMimeData(words)


def test_a_melding_that_was_thrown_away_comes_back_with_its_files(
    window: MainWindow, drop: Drop, press: Press, settle: Callable[[], None], eml: Path, office: Office
):
    window.new_melding()
    settle()
    drop(eml)
    press(window, "meldingsformulier.weggooien")
    settle()
    assert list_drafts(office.desk) == ()
    press(window, "notice_undo")
    settle()
    (draft,) = list_drafts(office.desk)
    assert len(files_of_draft(office.desk, draft.draft_id)) == 2


def test_a_filled_in_klachtenformulier_opens_as_a_melding_at_once(
    window: MainWindow, drop: Drop, find: Find, settle: Callable[[], None], tmp_path: Path, office: Office
):
    (tmp_path / "formulier.pdf").write_bytes(filled_form(TYPED))
    drop(tmp_path / "formulier.pdf")
    assert dialogs(window) == []
    (draft,) = list_drafts(office.desk)
    assert TYPED.items() <= open_draft(office.desk, draft.draft_id).waarden.items()
    assert find(window, "melding").isVisible()


def test_a_folder_and_a_file_that_is_too_large_are_told(window: MainWindow, drop: Drop, tmp_path: Path):
    with (tmp_path / "groot.eml").open("wb") as file:
        file.truncate(500 * 1024 * 1024)
    drop(tmp_path, tmp_path / "groot.eml")
    assert dialogs(window) == []
    said = window.notices.accessibleName()
    assert "dit is een map" in said
    assert "groter dan 25 MB" in said


@pytest.mark.parametrize("page", ["vandaag", "dossiers", "kalender"])
def test_by_keyboard_files_are_chosen_from_anywhere(
    window: MainWindow, page: str, settle: Callable[[], None], eml: Path
):
    window.show_page(page)
    QTest.keyClick(window, Qt.Key.Key_O, Qt.KeyboardModifier.ControlModifier)
    (chooser,) = window.findChildren(QFileDialog, "bestand.toevoegen")
    chooser.filesSelected.emit([str(eml)])
    chooser.close()
    settle()
    assert len(dialogs(window)) == 1


def test_documents_from_outside_are_shown_or_only_saved_with_a_warning(
    window: MainWindow,
    drop: Drop,
    find: Find,
    press: Press,
    settle: Callable[[], None],
    tmp_path: Path,
    office: Office,
):
    dossier = klacht_by_mail(office, "Marijke de Vries", "30-3-2026")
    (tmp_path / "foto.png").write_bytes(picture(20, 20))
    (tmp_path / "rekening.pdf.exe").write_bytes(b"MZ\x90")
    window.open_dossier(dossier)
    settle()
    drop(tmp_path / "foto.png", tmp_path / "rekening.pdf.exe")
    (dialog,) = dialogs(window)
    kind = find(dialog, "post.soort")
    assert isinstance(kind, QComboBox)
    kind.setCurrentText("Alleen bewaren als bijlage")
    press(dialog, "post.toevoegen")
    settle()
    kept = {regel.titel: regel.id for regel in read_dossier(office.desk, dossier).documenten}
    program, photo = kept["rekening.pdf.exe"], kept["foto.png"]
    tabs = window.findChild(QWidget, "dossier.tabs")
    assert tabs is not None
    tabs.setCurrentIndex(2)  # type: ignore[attr-defined]
    settle()
    assert window.findChildren(QWidget, f"document.{program}.openen") == []
    assert text(find(window, f"document.{program}.gevaar")).startswith("Dit is een programma")
    press(window, f"document.{program}.exporteren")
    settle()
    warning = find(window, "bijlage.waarschuwing")
    assert any("Open het nooit" in label.text() for label in warning.findChildren(QLabel))
    press(warning, "bijlage.waarschuwing.nee")
    press(window, f"document.{photo}.openen")
    settle()
    shown = find(window, "bijlage")
    assert shown.windowTitle() == "foto.png"
    press(shown, "bijlage.sluiten")
    press(window, f"document.{photo}.verwijderen")
    settle()
    assert [regel.titel for regel in read_dossier(office.desk, dossier).documenten] == ["rekening.pdf.exe"]
    press(window, "notice_undo")
    settle()
    assert len(read_dossier(office.desk, dossier).documenten) == 2
