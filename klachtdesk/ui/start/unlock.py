"""The window that asks for the password of a kluis."""

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QVBoxLayout, QWidget

from klachtdesk.errors import DeskError, WrongPassword
from klachtdesk.services.klok import Klok
from klachtdesk.ui.announce import announce
from klachtdesk.ui.start import opening
from klachtdesk.ui.tasks import Tasks
from klachtdesk.ui.theme import restyle
from klachtdesk.ui.widgets.controls import as_tip, card, push_button, text_label
from klachtdesk.ui.widgets.icon_mark import IconMark
from klachtdesk.ui.widgets.password_edit import PasswordEdit

if TYPE_CHECKING:
    from klachtdesk.services.desk import Desk

_WIDTH = 400
_LONGEST_PATH = 52


class UnlockWindow(QWidget):
    """Opens the kluis in one folder, or lets another folder be chosen."""

    opened = Signal(object)
    """The Desk of the kluis that was opened."""
    folder_chosen = Signal(Path)
    new_wanted = Signal()

    def __init__(self, folder: Path, klok: Klok, tasks: Tasks) -> None:
        super().__init__()
        self.setObjectName("ontgrendelen")
        self.setWindowTitle("Kluis ontgrendelen")
        self._klok = klok
        self._tasks = tasks
        self._folder = folder
        self._path = text_label(look="small", name="ontgrendelen.map", wrap=True)
        self._password = PasswordEdit("ontgrendelen.wachtwoord", "Wachtwoord")
        self._password.textEdited.connect(self._on_typed)
        self._error_title = text_label(look="error", name="ontgrendelen.fout")
        self._error = text_label(look="small", name="ontgrendelen.uitleg", wrap=True)
        self._open_button = push_button("ontgrendelen.openen", "&Openen", self._on_open, look="primary")
        self._open_button.setDefault(True)
        self._password.returnPressed.connect(self._on_open)
        self._other = push_button(
            "ontgrendelen.andere", "&Andere kluis kiezen…", self._on_other, look="quiet", icon="folder-open"
        )
        self._new = push_button(
            "ontgrendelen.nieuw", "&Nieuwe kluis maken…", self.new_wanted.emit, look="quiet", icon="plus"
        )
        self._assemble()
        self.show_folder(folder)

    def _assemble(self) -> None:
        mark = IconMark("shield-check", "accent", 40)
        label = text_label("&Wachtwoord", look="strong")
        label.setBuddy(self._password)
        box = card("ontgrendelen.kaart")
        box.setFixedWidth(_WIDTH)
        column = QVBoxLayout(box)
        column.setContentsMargins(28, 26, 28, 24)
        column.setSpacing(6)
        column.addWidget(mark)
        column.addWidget(text_label("klachtdesk", look="title"))
        column.addWidget(self._path)
        column.addSpacing(12)
        column.addWidget(label)
        column.addWidget(self._password)
        column.addWidget(self._error_title)
        column.addWidget(self._error)
        column.addSpacing(8)
        column.addWidget(self._open_button)
        below = QHBoxLayout()
        below.addStretch()
        below.addWidget(self._other)
        below.addWidget(self._new)
        below.addStretch()
        page = QVBoxLayout(self)
        page.setContentsMargins(24, 24, 24, 24)
        page.addStretch(2)
        page.addWidget(box, 0, Qt.AlignmentFlag.AlignHCenter)
        page.addSpacing(10)
        page.addLayout(below)
        page.addStretch(3)

    def sizeHint(self) -> QSize:
        """Return a size with air around the card."""
        return QSize(720, 560)

    def show_folder(self, folder: Path) -> None:
        """Ask for the password of the kluis in this folder."""
        self._folder = folder
        path = str(folder)
        self._path.setText(path if len(path) <= _LONGEST_PATH else f"…{path[-_LONGEST_PATH + 1 :]}")
        self._path.setToolTip(as_tip(path))
        self._tell("", "")
        self._password.clear()
        self._password.setFocus()

    def keep_to_this(self, zin: str) -> None:
        """Let no other kluis be opened from here, and say what this one is: the demo has a clock of its own."""
        self._path.setText(zin)
        self._other.hide()
        self._new.hide()

    def _on_typed(self) -> None:
        self._tell("", "")

    def _on_open(self) -> None:
        if not self._password.text():
            self._tell("Typ uw wachtwoord.", "")
            return
        self._switch(enabled=False)
        self._open_button.setText("Bezig met openen…")
        work = partial(opening.open_kluis, self._folder, self._password.text(), self._klok)
        self._tasks.run(self, work, self._on_opened, self._on_failed)

    def _on_opened(self, desk: "Desk") -> None:
        self._password.clear()
        self._switch(enabled=True)
        self.opened.emit(desk)

    def _on_failed(self, error: DeskError) -> None:
        self._switch(enabled=True)
        self._tell(error.title, str(error))
        self._password.setFocus()
        if isinstance(error, WrongPassword):
            self._password.selectAll()
            restyle(self._password, "faulty", "true")

    def _on_other(self) -> None:
        folder = QFileDialog.getExistingDirectory(self, "Kies de map van een kluis", str(self._folder.parent))
        if folder:
            self.folder_chosen.emit(Path(folder))

    def _switch(self, *, enabled: bool) -> None:
        for widget in (self._password, self._open_button, self._other, self._new):
            widget.setEnabled(enabled)
        self._open_button.setText("&Openen")

    def _tell(self, title: str, text: str) -> None:
        self._error_title.setText(title)
        self._error_title.setVisible(bool(title))
        self._error.setText(text)
        self._error.setVisible(bool(text))
        self._password.setAccessibleDescription(f"{title} {text}".strip())
        restyle(self._password, "faulty", "false")
        announce(self, f"{title} {text}".strip())
