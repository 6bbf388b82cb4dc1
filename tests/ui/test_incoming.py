"""Post that comes in at the window, as a person sees it. It is Wednesday 1 April 2026 at Interactie."""

from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

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
    QTabWidget,
    QWidget,
)
from pytestqt.qtbot import QtBot

from klachtdesk.services.dossiers import list_dossiers, read_dossier
from klachtdesk.services.draft_bijlagen import files_of_draft
from klachtdesk.services.drafts import list_drafts, open_draft
from klachtdesk.ui.drop import FileDrops
from klachtdesk.ui.main_window import MainWindow
from klachtdesk.ui.tasks import Tasks

W = TypeVar("W", bound=QWidget)
Find = Callable[[QWidget, str], QWidget]
Press = Callable[[QWidget, str], None]

KLAGER = "Marijke de Vries"
PHOTO = picture(20, 20)
BRIEF, FOTO, SCAN, MAIL, PROGRAM = "brief.pdf", "foto.png", "scan.png", "klacht.eml", "rekening.pdf.exe"
CONTENT = {BRIEF: PDF, FOTO: PHOTO, SCAN: PHOTO, MAIL: with_pdf(mail()).as_bytes(), PROGRAM: b"MZ\x90"}


class Reception:
    """Somebody at the window who brings files to it; all work that something starts is waited for."""

    def __init__(
        self, window: MainWindow, office: Office, tasks: Tasks, folder: Path, find: Find, press: Press
    ) -> None:
        self.window = window
        self.desk = office.desk
        self._office = office
        self._tasks = tasks
        self._folder = folder
        self._find = find
        self._press = press

    def settle(self) -> None:
        """Let all work be done, also the work that other work asks for."""
        for _ in range(6):
            self._tasks.finish()
            QApplication.processEvents()

    def see(self, name: str, kind: type[W] = QWidget) -> W:  # type: ignore[assignment]
        """Return the one visible widget of this name."""
        widget = self._find(self.window, name)
        assert isinstance(widget, kind)
        return widget

    def text(self, name: str) -> str:
        return self.see(name, QLabel).text()

    def press(self, name: str) -> None:
        """Press a button."""
        self._press(self.window, name)
        self.settle()

    def dossier_of(self, klager: str, **more: str) -> int:
        """Register a klacht of two days ago, and return the dossier."""
        return klacht_by_mail(self._office, klager, "30-3-2026", **more)

    def at_dossier(self) -> int:
        """Open the dossier of a klacht, and return it."""
        dossier = self.dossier_of(KLAGER)
        self.window.open_dossier(dossier)
        self.settle()
        return dossier

    def at_melding(self) -> None:
        """Begin a melding."""
        self.window.meldingen.begin()
        self.settle()

    def file(self, name: str, content: bytes = b"") -> Path:
        """Return a file that can be brought: one of CONTENT, or with a content of its own."""
        path = self._folder / name
        path.write_bytes(content or CONTENT[name])
        return path

    def drop(self, *files: Path) -> None:
        """Drop files on the window."""
        data = QMimeData()
        data.setUrls([QUrl.fromLocalFile(str(path)) for path in files])
        event = QDropEvent(
            QPointF(400, 300),
            Qt.DropAction.CopyAction,
            data,
            Qt.MouseButton.LeftButton,
            Qt.KeyboardModifier.NoModifier,
        )
        (drops,) = self.window.findChildren(FileDrops)
        drops.eventFilter(
            self.window, event
        )  # Qt itself only hands it on while something is really being dragged
        self.settle()

    def bring(self, *names: str) -> QDialog:
        """Drop files for which a dialog opens, and return that."""
        self.drop(*map(self.file, names))
        (dialog,) = self.dialogs()
        return dialog

    def only_keep(self) -> None:
        """Choose in the dialog that the files are kept and nothing is recorded, and do so."""
        self.see("post.soort", QComboBox).setCurrentText("Alleen bewaren als bijlage")
        self.press("post.toevoegen")

    def dialogs(self) -> list[QDialog]:
        return [item for item in self.window.findChildren(QDialog, "post") if item.isVisible()]

    def documents(self, dossier: int) -> list[str]:
        """Return the titles of what is in a dossier."""
        return [regel.titel for regel in read_dossier(self.desk, dossier).documenten]

    def files_of_melding(self) -> list[str]:
        """Return the names of the files with the one melding that was begun."""
        (draft,) = list_drafts(self.desk)
        return [item.naam for item in files_of_draft(self.desk, draft.draft_id)]


@pytest.fixture
def reception(
    window: MainWindow, office: Office, tasks: Tasks, tmp_path: Path, find: Find, press: Press
) -> Reception:
    return Reception(window, office, tasks, tmp_path, find, press)


def test_a_dropped_mail_becomes_a_melding_that_is_looked_over(reception: Reception):
    reception.bring(MAIL)
    assert reception.text("post.mail.onderwerp") == "Klacht over de factuur"
    assert "marijke@voorbeeld.nl" in reception.text("post.mail.van")
    assert list_drafts(reception.desk) == ()
    reception.press("post.toevoegen")
    assert reception.dialogs() == []
    story = reception.see("meldingsformulier.omschrijving", QPlainTextEdit)
    assert story.toPlainText().startswith("Beste mensen,")
    assert reception.text("melding.bijlagen.titel") == "2 bijlagen"
    reception.press("meldingsformulier.opslaan")
    (dossier,) = list_dossiers(reception.desk)
    assert reception.documents(dossier.id) == ["factuur.pdf", MAIL]


def test_a_mail_from_somebody_who_is_known_goes_to_their_dossier(reception: Reception):
    dossier = reception.dossier_of(KLAGER, **{"melder.1.email": "marijke@voorbeeld.nl"})
    reception.bring(MAIL)
    assert "afzender" in reception.text("post.reden")
    assert reception.see("gebeurtenis.persoon", QComboBox).currentText() == KLAGER
    reception.press("post.toevoegen")
    tijdlijn = read_dossier(reception.desk, dossier).tijdlijn
    (event,) = [regel for regel in tijdlijn if regel.soort == "correspondentie_ontvangen"]
    assert event.document_id is not None
    assert list_drafts(reception.desk) == ()


def test_what_can_not_be_recorded_says_so_at_its_field_and_loses_nothing(reception: Reception):
    dossier = reception.at_dossier()
    dialog = reception.bring(BRIEF)
    reception.press("post.toevoegen")  # from whom is not filled in
    assert reception.dialogs() == [dialog]
    assert reception.documents(dossier) == []
    dialog.reject()
    reception.settle()
    reception.press("notice_undo")
    assert len(reception.dialogs()) == 1


def test_the_keyboard_goes_through_the_dialog_from_top_to_bottom(reception: Reception):
    reception.at_dossier()
    dialog = reception.bring(BRIEF)
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


def test_a_file_that_is_only_kept_can_be_taken_back_at_once(reception: Reception):
    dossier = reception.at_dossier()
    reception.bring(FOTO)
    reception.only_keep()
    (regel,) = read_dossier(reception.desk, dossier).documenten
    assert (regel.titel, regel.herkomst) == (FOTO, "bijgevoegd")
    reception.press("notice_undo")
    assert reception.documents(dossier) == []


@pytest.mark.parametrize(
    ("names", "words"),
    [
        ((FOTO,), "‘foto.png’ is niet toegevoegd."),
        ((FOTO, SCAN), "De 2 bestanden zijn niet toegevoegd."),
    ],
)
def test_what_was_not_added_is_named_and_can_be_gone_on_with(
    reception: Reception, names: tuple[str, ...], words: str
):
    reception.bring(*names)
    reception.press("post.annuleren")
    assert reception.text("notice_text") == words
    assert reception.see("notice_undo").property("text") == "&Verder gaan"
    reception.press("notice_undo")
    assert len(reception.dialogs()) == 1


def test_a_dossier_is_found_by_a_few_letters(reception: Reception, qtbot: QtBot):
    reception.dossier_of(KLAGER)
    reception.dossier_of("Jan Jansen")
    reception.bring(BRIEF)
    reception.press("post.dossier")
    search, found = reception.see("post.zoeken", QLineEdit), reception.see("post.dossiers", QListWidget)
    assert found.count() == 2
    QTest.keyClicks(search, "jansen")
    qtbot.waitUntil(lambda: found.count() == 1)
    assert found.item(0).text().startswith("2026-002  Jan Jansen")


def test_files_dropped_on_a_melding_go_with_it_and_can_be_taken_off(reception: Reception):
    reception.at_melding()
    reception.drop(reception.file(MAIL))
    assert reception.dialogs() == []
    assert reception.files_of_melding() == [MAIL, "factuur.pdf"]
    names = (item.objectName() for item in reception.window.findChildren(QWidget))
    reception.press(next(name for name in names if name.endswith(".verwijderen")))
    assert reception.files_of_melding() == ["factuur.pdf"]
    reception.press("notice_undo")
    assert len(reception.files_of_melding()) == 2


def test_a_text_field_leaves_files_to_the_window(reception: Reception):
    reception.at_melding()
    story = reception.see("meldingsformulier.omschrijving", QPlainTextEdit)
    files, words = QMimeData(), QMimeData()
    files.setUrls([QUrl.fromLocalFile("/tmp/factuur.pdf")])
    words.setText("De factuur klopt niet.")
    assert not story.canInsertFromMimeData(files)
    assert story.canInsertFromMimeData(words)


def test_a_melding_that_was_thrown_away_comes_back_with_its_files(reception: Reception):
    reception.at_melding()
    reception.drop(reception.file(MAIL))
    reception.press("meldingsformulier.weggooien")
    assert list_drafts(reception.desk) == ()
    reception.press("notice_undo")
    assert len(reception.files_of_melding()) == 2


def test_a_filled_in_klachtenformulier_opens_as_a_melding_at_once(reception: Reception):
    reception.drop(reception.file("formulier.pdf", filled_form(TYPED)))
    assert reception.dialogs() == []
    (draft,) = list_drafts(reception.desk)
    assert TYPED.items() <= open_draft(reception.desk, draft.draft_id).waarden.items()
    assert reception.see("melding").isVisible()


def test_a_folder_and_a_file_that_is_too_large_are_told(reception: Reception, tmp_path: Path):
    large = tmp_path / "groot.eml"
    with large.open("wb") as file:
        file.truncate(500 * 1024 * 1024)
    reception.drop(tmp_path, large)
    assert reception.dialogs() == []
    said = reception.window.notices.accessibleName()
    assert "dit is een map" in said
    assert "groter dan 25 MB" in said


@pytest.mark.parametrize("page", ["vandaag", "dossiers", "kalender"])
def test_by_keyboard_files_are_chosen_from_anywhere(reception: Reception, page: str):
    window = reception.window
    window.show_page(page)
    QTest.keyClick(window, Qt.Key.Key_O, Qt.KeyboardModifier.ControlModifier)
    (chooser,) = window.findChildren(QFileDialog, "bestand.toevoegen")
    chooser.filesSelected.emit([str(reception.file(MAIL))])
    chooser.close()
    reception.settle()
    assert len(reception.dialogs()) == 1


def test_documents_from_outside_are_shown_or_only_saved_with_a_warning(reception: Reception):
    dossier = reception.at_dossier()
    reception.bring(FOTO, PROGRAM)
    reception.only_keep()
    kept = {regel.titel: regel.id for regel in read_dossier(reception.desk, dossier).documenten}
    program, photo = kept[PROGRAM], kept[FOTO]
    reception.see("dossier.tabs", QTabWidget).setCurrentIndex(2)
    reception.settle()
    assert reception.window.findChildren(QWidget, f"document.{program}.openen") == []
    assert reception.text(f"document.{program}.gevaar").startswith("Dit is een programma")
    reception.press(f"document.{program}.exporteren")
    warning = reception.see("bijlage.waarschuwing")
    assert any("Open het nooit" in label.text() for label in warning.findChildren(QLabel))
    reception.press("bijlage.waarschuwing.nee")
    reception.press(f"document.{photo}.openen")
    assert reception.see("bijlage").windowTitle() == "Bijlage 1 bij 2026-001"
    reception.press("bijlage.sluiten")
    reception.press(f"document.{photo}.verwijderen")
    assert reception.documents(dossier) == [PROGRAM]
    reception.press("notice_undo")
    assert len(reception.documents(dossier)) == 2
