"""Files that are dragged onto a window: what is taken, what is told, and what is left to whoever it is for."""

import struct
from pathlib import Path

import pytest
from PySide6.QtCore import QByteArray, QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDragLeaveEvent, QDropEvent
from PySide6.QtWidgets import QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot

from klachtdesk.ui.drop import NOT_GIVEN, NOT_ON_THIS_COMPUTER, FileDrops, given_file
from klachtdesk.views.bijlagen import Bestand

COPY, LEFT, NO_KEY = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
NAMES = 'application/x-qt-windows-mime;value="FileGroupDescriptorW"'
CONTENT = 'application/x-qt-windows-mime;value="FileContents"'


class Told:
    """What a window was told, and by which signal."""

    def __init__(self, drops: FileDrops) -> None:
        self.paths: list[object] = []
        self.files: list[object] = []
        self.refused: list[str] = []
        drops.paths_dropped.connect(self.paths.append)
        drops.files_dropped.connect(self.files.append)
        drops.refused.connect(self.refused.append)


@pytest.fixture
def window(qtbot: QtBot) -> QWidget:
    made = QWidget()
    made.resize(300, 200)
    qtbot.addWidget(made)
    made.show()
    return made


@pytest.fixture
def told(window: QWidget) -> Told:
    return Told(FileDrops(window))


def enter(window: QWidget, data: QMimeData) -> bool:
    event = QDragEnterEvent(QPointF(9, 9), COPY, data, LEFT, NO_KEY)
    event.ignore()
    QApplication.sendEvent(window, event)
    return event.isAccepted()


def drop(window: QWidget, data: QMimeData) -> None:
    """Let go of it; Qt itself only hands that on while something is really being dragged."""
    (drops,) = window.findChildren(FileDrops)
    drops.eventFilter(window, QDropEvent(QPointF(9, 9), COPY, data, LEFT, NO_KEY))


def urls(*links: str) -> QMimeData:
    data = QMimeData()
    data.setUrls([QUrl(link) for link in links])
    return data


def from_outlook(naam: str, inhoud: bytes) -> QMimeData:
    """Return what Outlook drags: the name of a file that is not there, and what is in it if Qt was given it."""
    data = QMimeData()
    descriptor = struct.pack("<I72x520s", 1, naam.encode("utf-16-le"))
    data.setData(NAMES, QByteArray(descriptor))
    if inhoud:
        data.setData(CONTENT, QByteArray(inhoud))
    return data


def test_files_are_taken_by_where_they_are(window: QWidget, told: Told, tmp_path: Path):
    data = urls(QUrl.fromLocalFile(str(tmp_path / "a b.pdf")).toString(), "https://voorbeeld.nl/b.pdf")
    assert enter(window, data)
    drop(window, data)
    assert told.paths == [(tmp_path / "a b.pdf",)]
    assert (told.files, told.refused) == ([], [])


def test_while_files_hang_over_the_window_it_says_so(window: QWidget, told: Told):
    hint = window.findChild(QLabel, "slepen.aanwijzing")
    assert hint is not None
    enter(window, urls("file:///a.pdf"))
    assert hint.isVisible()
    (drops,) = window.findChildren(FileDrops)
    drops.eventFilter(window, QDragLeaveEvent())
    assert not hint.isVisible()


def test_a_link_to_the_internet_is_told_and_not_fetched(window: QWidget, told: Told):
    drop(window, urls("https://voorbeeld.nl/b.pdf"))
    assert told.refused == [NOT_ON_THIS_COMPUTER]


def test_text_that_is_dragged_is_left_alone(window: QWidget, told: Told):
    data = QMimeData()
    data.setText("tekst")
    assert not enter(window, data)
    drop(window, data)
    assert (told.paths, told.files, told.refused) == ([], [], [])


def test_a_mail_that_outlook_gives_is_taken(window: QWidget, told: Told):
    data = from_outlook("Klacht.msg", b"inhoud")
    assert enter(window, data)
    drop(window, data)
    assert told.files == [(Bestand("Klacht.msg", b"inhoud"),)]


def test_a_mail_that_outlook_does_not_give_is_told_with_what_to_do(window: QWidget, told: Told):
    drop(window, from_outlook("Klacht.msg", b""))
    assert told.refused == [NOT_GIVEN]
    assert "Ctrl+O" in NOT_GIVEN


@pytest.mark.parametrize("descriptor", [b"", b"\x01", b"\xff" * 100])
def test_a_damaged_description_is_no_file(descriptor: bytes):
    data = QMimeData()
    data.setData(NAMES, QByteArray(descriptor))
    data.setData(CONTENT, QByteArray(b"inhoud"))
    assert given_file(data) is None
