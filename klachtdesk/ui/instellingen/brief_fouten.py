"""What is wrong in the text of a letter, under it: each fault with its line, and Enter goes there."""

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent
from PySide6.QtWidgets import QListWidget, QListWidgetItem

from klachtdesk.errors import DeskError, SjabloonError
from klachtdesk.ui.announce import announce
from klachtdesk.ui.icons import icon
from klachtdesk.ui.notify import Notices
from klachtdesk.ui.theme import colors
from klachtdesk.views.brief import SjabloonFout

_FAULT = Qt.ItemDataRole.UserRole
_ICON = QSize(16, 16)
_HIGHEST = 118
"""Pixels; more faults than fit can be scrolled to."""


class BriefFouten(QListWidget):
    """Is there only while something is wrong."""

    chosen = Signal(SjabloonFout)

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("brief.fouten")
        self.setAccessibleName("Wat er niet klopt; Enter gaat naar de regel")
        self.setWordWrap(True)
        self.setMaximumHeight(_HIGHEST)
        self.setIconSize(_ICON)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.itemClicked.connect(self._on_wanted)
        self.hide()

    def show_fouten(self, fouten: Sequence[SjabloonFout]) -> None:
        """Show these faults in the order of the text."""
        before = [self.item(row).text() for row in range(self.count())]
        self.clear()
        for fout in fouten:
            item = QListWidgetItem(icon("circle-alert", "danger"), words_of(fout))
            item.setData(_FAULT, fout)
            item.setForeground(QColor(colors().danger))
            self.addItem(item)
        self.setVisible(bool(fouten))
        now = [words_of(fout) for fout in fouten]
        if now and now != before:
            announce(self, " ".join(now))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Take Enter as a choice."""
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and self.currentItem() is not None:
            self._on_wanted(self.currentItem())
        else:
            super().keyPressEvent(event)

    def _on_wanted(self, item: QListWidgetItem) -> None:
        self.chosen.emit(item.data(_FAULT))


def words_of(fout: SjabloonFout) -> str:
    """Return a fault with its place."""
    if fout.onderwerp:
        return f"Onderwerp: {fout.zin}"
    return f"Regel {fout.regel}: {fout.zin}" if fout.regel else fout.zin


def tell_refused(notices: Notices, error: DeskError) -> None:
    """Say that a text was not saved; what is wrong in it stands in the list, which a lasting notice would hide."""
    if isinstance(error, SjabloonError):
        notices.tell("Nog niet opgeslagen: kijk onder de tekst wat er niet klopt.")
    else:
        notices.tell_error(error)
