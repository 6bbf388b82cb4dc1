"""The fields that the text of a letter may use: found by a word, and put in the text with Enter or a double click."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from klachtdesk.ui.widgets.controls import text_label
from klachtdesk.views.brief import SjabloonVeld

_INSERT = Qt.ItemDataRole.UserRole
_WORDS = Qt.ItemDataRole.UserRole + 1
_HOW = (
    "Enter of dubbelklikken zet een veld in de tekst. Ook mogelijk: ## voor een tussenkop, - voor een opsomming, en "
    "{% if veld %}…{% else %}…{% endif %} voor wat er alleen soms staat."
)


class Veldenlijst(QWidget):
    """Lists fields with what they are and an example."""

    chosen = Signal(str)
    """What to put in the text."""

    def __init__(self) -> None:
        super().__init__()
        self._search = QLineEdit()
        self._search.setObjectName("brief.velden.zoeken")
        self._search.setPlaceholderText("Zoek een veld")
        self._search.setAccessibleName("Zoek een veld")
        self._search.setClearButtonEnabled(True)
        self._list = _Lijst()
        self._list.setObjectName("brief.velden")
        self._list.setAccessibleName("Velden die u kunt gebruiken")
        self._list.setAccessibleDescription(_HOW)
        self._list.setWordWrap(True)
        self._list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 10, 24, 8)
        column.addWidget(text_label(_HOW, look="muted", wrap=True))
        column.addWidget(self._search)
        column.addWidget(self._list, 1)
        self._search.textChanged.connect(self._filter)
        self._search.returnPressed.connect(self._list.setFocus)
        self._list.wanted.connect(lambda item: self.chosen.emit(item.data(_INSERT)))
        self._list.itemDoubleClicked.connect(self._list.wanted.emit)

    def show_velden(self, velden: Sequence[SjabloonVeld]) -> None:
        """Show these fields."""
        self._list.clear()
        for veld in velden:
            example = f", bijvoorbeeld: {veld.voorbeeld}" if veld.voorbeeld else ""
            item = QListWidgetItem(f"{veld.sleutel}\n{veld.uitleg}{example}")
            item.setData(_INSERT, veld.invoegen)
            item.setData(_WORDS, f"{veld.sleutel} {veld.uitleg}".casefold())
            self._list.addItem(item)
        if velden:
            self._list.setCurrentRow(0)

    def _filter(self, text: str) -> None:
        """Leave the fields that have every word that was typed."""
        words = text.casefold().split()
        first = -1
        for row in range(self._list.count()):
            item = self._list.item(row)
            fits = all(word in item.data(_WORDS) for word in words)
            item.setHidden(not fits)
            if fits and first < 0:
                first = row
        self._list.setCurrentRow(first)


class _Lijst(QListWidget):
    """A list that tells of Enter on every system."""

    wanted = Signal(QListWidgetItem)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Take Enter as a choice."""
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and self.currentItem() is not None:
            self.wanted.emit(self.currentItem())
        else:
            super().keyPressEvent(event)
