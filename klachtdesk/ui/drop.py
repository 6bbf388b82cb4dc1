"""Files that are dragged onto a window: what the system gives of them, and what to say of what it does not give."""

import struct
from pathlib import Path

from PySide6.QtCore import QByteArray, QEvent, QMimeData, QObject, Qt, Signal
from PySide6.QtGui import QDragEnterEvent, QDragMoveEvent, QDropEvent
from PySide6.QtWidgets import QWidget

from klachtdesk.ui.widgets.controls import text_label
from klachtdesk.views.bijlagen import Bestand

_WINDOWS = 'application/x-qt-windows-mime;value="{}"'
_NAMES = _WINDOWS.format("FileGroupDescriptorW")
_CONTENT = _WINDOWS.format("FileContents")
_DESCRIPTOR = struct.Struct("<72x520s")
"""A FILEDESCRIPTORW of Windows: the name comes after 72 bytes of sizes and dates."""

NOT_GIVEN = (
    "Outlook geeft dit bericht niet rechtstreeks door. Sleep het eerst naar het bureaublad en van daar hierheen, of "
    "bewaar het in Outlook met ‘Opslaan als’ en kies hier ‘Bestand toevoegen…’ (Ctrl+O)."
)
NOT_ON_THIS_COMPUTER = (
    "Dit is geen bestand op uw computer, maar een verwijzing naar internet. Bewaar het eerst op uw computer."
)


class FileDrops(QObject):
    """Lets a window take files from anywhere on it. What is dragged is looked at only when it is let go."""

    paths_dropped = Signal(object)
    """A tuple of Path."""
    files_dropped = Signal(object)
    """A tuple of Bestand: what another program gave without there being a file."""
    refused = Signal(str)

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._hint = text_label("Laat los om toe te voegen", look="drop", name="slepen.aanwijzing")
        self._hint.setParent(window)
        self._hint.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._hint.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._hint.hide()
        self._window = window
        window.setAcceptDrops(True)
        window.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Take what holds files; leave everything else to whoever it is for."""
        if isinstance(event, QDropEvent) and event.type() is QEvent.Type.Drop:
            self._hint.hide()
            if not holds_files(event.mimeData()):
                return False
            event.setDropAction(Qt.DropAction.CopyAction)
            event.accept()
            self._take(event.mimeData())
            return True
        if isinstance(event, QDragEnterEvent | QDragMoveEvent) and holds_files(event.mimeData()):
            event.setDropAction(Qt.DropAction.CopyAction)
            event.accept()
            self._show_hint()
            return True
        if event.type() is QEvent.Type.DragLeave:
            self._hint.hide()
        return super().eventFilter(watched, event)

    def _show_hint(self) -> None:
        if not self._hint.isVisible():
            self._hint.setGeometry(self._window.rect())
            self._hint.raise_()
            self._hint.show()

    def _take(self, data: QMimeData) -> None:
        paths = tuple(Path(url.toLocalFile()) for url in data.urls() if url.isLocalFile())
        given = given_file(data)
        if paths:
            self.paths_dropped.emit(paths)
        elif given is not None:
            self.files_dropped.emit((given,))
        else:
            self.refused.emit(NOT_GIVEN if data.hasFormat(_NAMES) else NOT_ON_THIS_COMPUTER)


def holds_files(data: QMimeData) -> bool:
    """Tell whether something that is dragged is a file, or says so of itself."""
    return data.hasUrls() or data.hasFormat(_NAMES)


def given_file(data: QMimeData) -> Bestand | None:
    """Return the file that another program holds out that is not on disk; None where Qt has only its name."""
    described, inhoud = _bytes(data, _NAMES), _bytes(data, _CONTENT)
    if not inhoud or len(described) < 4 + _DESCRIPTOR.size:
        return None
    (raw,) = _DESCRIPTOR.unpack_from(described, 4)
    naam = raw.decode("utf-16-le", "replace").partition("\0")[0]
    return Bestand(naam or "bestand", inhoud)


def _bytes(data: QMimeData, kind: str) -> bytes:
    found = data.data(kind) if data.hasFormat(kind) else QByteArray()
    return bytes(found.data())
