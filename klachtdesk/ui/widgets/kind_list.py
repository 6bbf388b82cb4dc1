"""The list of kinds of gebeurtenis: what is possible now first, by fase, and after that what is not, in grey."""

from collections.abc import Iterable, Sequence

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QStyledItemDelegate, QStyleOptionViewItem

from klachtdesk.ui.theme import colors
from klachtdesk.views.dossier import GebeurtenisKeuze

_KEY = Qt.ItemDataRole.UserRole
_LOOK = Qt.ItemDataRole.UserRole + 1
_HEADING, _REFUSED = "heading", "refused"


class KindList(QListWidget):
    """Headings stand between the kinds, except among what is searched for."""

    def __init__(self) -> None:
        super().__init__()
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.setItemDelegate(_KindDelegate(self))

    def show_kinds(self, keuzes: Sequence[GebeurtenisKeuze], *, headings: bool) -> None:
        """Show these kinds and choose the first."""
        self.clear()
        possible = [keuze for keuze in keuzes if keuze.mogelijk]
        refused = [keuze for keuze in keuzes if not keuze.mogelijk]
        if headings:
            for fase in dict.fromkeys(keuze.fase for keuze in possible):
                self._add_heading(fase)
                self._add(keuze for keuze in possible if keuze.fase == fase)
        else:
            self._add(possible)
        if refused and headings:
            self._add_heading("Nu niet mogelijk")
        self._add(refused)
        self.step(1)

    def soort(self) -> str | None:
        """Return the kind that is chosen."""
        item = self.currentItem()
        return None if item is None else str(item.data(_KEY))

    def choose(self, soort: str) -> None:
        """Choose a kind; one that is not there is left alone."""
        for row in range(self.count()):
            if self.item(row).data(_KEY) == soort:
                self.setCurrentRow(row)

    def step(self, direction: int) -> None:
        """Choose the next kind (1) or the one before (-1), past any heading."""
        row = self.currentRow() + direction
        while 0 <= row < self.count():
            if self.item(row).data(_KEY) is not None:
                self.setCurrentRow(row)
                return
            row += direction

    def _add_heading(self, words: str) -> None:
        item = QListWidgetItem(words)
        item.setFlags(Qt.ItemFlag.NoItemFlags)
        item.setData(_LOOK, _HEADING)
        self.addItem(item)

    def _add(self, keuzes: Iterable[GebeurtenisKeuze]) -> None:
        for keuze in keuzes:
            item = QListWidgetItem(keuze.label)
            item.setData(_KEY, keuze.soort)
            if not keuze.mogelijk:
                item.setData(_LOOK, _REFUSED)
                words = f"{keuze.label}, nu niet mogelijk"
                item.setData(Qt.ItemDataRole.AccessibleTextRole, words)
            self.addItem(item)


class _KindDelegate(QStyledItemDelegate):
    """Draws headings small, and what is not possible in grey, in the colours of the moment."""

    def initStyleOption(
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Set how an item looks."""
        super().initStyleOption(option, index)
        look = index.data(_LOOK)
        if look is None:
            return
        ink = colors().muted
        for group in (QPalette.ColorGroup.Normal, QPalette.ColorGroup.Inactive, QPalette.ColorGroup.Disabled):
            option.palette.setColor(group, QPalette.ColorRole.Text, ink)
        if look == _HEADING:
            option.font.setBold(True)
            option.font.setPointSizeF(option.font.pointSizeF() * 0.9)
        else:
            option.font.setItalic(True)
