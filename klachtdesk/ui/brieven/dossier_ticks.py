"""The dossiers that can get a letter together, each with a tick, and those that have to be done one by one."""

from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRectF, Qt, Signal
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import (
    QHBoxLayout,
    QListWidget,
    QListWidgetItem,
    QSizePolicy,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from klachtdesk.ui.theme import colors
from klachtdesk.ui.widgets.controls import as_tip, push_button, text_label
from klachtdesk.ui.widgets.tick import paint_tick
from klachtdesk.views.veel_brieven import Kandidaat

_KANDIDAAT = Qt.ItemDataRole.UserRole
_UNKNOWN = "Klager nog onbekend"


class DossierTicks(QWidget):
    """All are ticked to begin with."""

    edited = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("look", "clear")
        self.list = _plain_list("brieven.dossiers", "Dossiers die de brief krijgen, spatie zet het vinkje")
        self._all = push_button("brieven.alles", "Alles aanvinken", self._on_all, look="link")
        self._filling = False
        self.list.setItemDelegate(_TickDelegate(self.list))
        head = QHBoxLayout()
        head.addWidget(text_label("Voor deze dossiers", look="strong"), 1)
        head.addWidget(self._all)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addLayout(head)
        column.addWidget(self.list, 1)
        self.list.itemChanged.connect(self._on_changed)

    def offer(self, kandidaten: Sequence[Kandidaat]) -> None:
        """Show these dossiers, all ticked."""
        self._filling = True
        self.list.clear()
        for kandidaat in kandidaten:
            item = QListWidgetItem(_words(kandidaat))
            item.setToolTip(as_tip(_words(kandidaat)))
            item.setData(_KANDIDAAT, kandidaat)
            item.setFlags(item.flags() | Qt.ItemFlag.ItemIsUserCheckable)
            item.setCheckState(Qt.CheckState.Checked)
            self.list.addItem(item)
        self.list.setCurrentRow(0)
        self._filling = False
        self._on_changed()

    def chosen(self) -> tuple[Kandidaat, ...]:
        """Return the dossiers that are ticked, in their order."""
        items = map(self.list.item, range(self.list.count()))
        return tuple(item.data(_KANDIDAAT) for item in items if item.checkState() is Qt.CheckState.Checked)

    def rest(self) -> None:
        """Take no more changes: what was chosen is being done."""
        self.setEnabled(False)
        self._all.hide()

    def _on_all(self) -> None:
        state = Qt.CheckState.Checked if self._some_left() else Qt.CheckState.Unchecked
        self._filling = True
        for row in range(self.list.count()):
            self.list.item(row).setCheckState(state)
        self._filling = False
        self._on_changed()

    def _some_left(self) -> bool:
        return len(self.chosen()) < self.list.count()

    def _on_changed(self) -> None:
        if self._filling:
            return
        self._all.setText("Alles aanvinken" if self._some_left() else "Alle vinkjes weghalen")
        self._all.setEnabled(self.list.count() > 0)
        self.edited.emit()


class ApartList(QWidget):
    """Dossiers with why they did not get a letter with the rest; each can be opened."""

    opened = Signal(int)

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("look", "clear")
        self._title = text_label(look="strong", name="brieven.apart.titel", wrap=True)
        self._list = _plain_list("brieven.apart", "Dossiers die u één voor één doet, met de reden")
        self._list.setWordWrap(True)
        self._list.itemDoubleClicked.connect(self._on_open)
        self._open = push_button("brieven.apart.openen", "&Dossier openen", self._on_open, look="link")
        head = QHBoxLayout()
        head.addWidget(self._title, 1)
        head.addWidget(self._open)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addLayout(head)
        column.addWidget(self._list, 1)
        self.hide()

    def tell(self, title: str, found: Sequence[tuple[Kandidaat, str]]) -> None:
        """Show these dossiers with their reasons; without any there is nothing to see."""
        self._title.setText(title)
        self._list.clear()
        for kandidaat, reason in found:
            item = QListWidgetItem(f"{_words(kandidaat)}\n{reason}")
            item.setData(_KANDIDAAT, kandidaat)
            self._list.addItem(item)
        self._list.setCurrentRow(0)
        self.setVisible(bool(found))

    def _on_open(self) -> None:
        item = self._list.currentItem()
        if item is not None:
            self.opened.emit(item.data(_KANDIDAAT).dossier_id)


def _plain_list(name: str, words: str) -> QListWidget:
    made = QListWidget()
    made.setObjectName(name)
    made.setAccessibleName(words)
    made.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    made.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
    made.setMinimumHeight(90)
    return made


def _words(kandidaat: Kandidaat) -> str:
    about = f", aan {kandidaat.persoon}" if kandidaat.persoon not in {"", kandidaat.klager} else ""
    return f"{kandidaat.nummer}  {kandidaat.klager or _UNKNOWN}{about}"


class _TickDelegate(QStyledItemDelegate):
    """Draws the ticks as everywhere else; the plain ones have no edge in the dark."""

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        """Draw a row, and its tick over the plain one."""
        super().paint(painter, option, index)
        full = QStyleOptionViewItem(option)
        self.initStyleOption(full, index)
        place = full.widget.style().subElementRect(
            QStyle.SubElement.SE_ItemViewItemCheckIndicator, full, full.widget
        )
        enabled = bool(full.state & QStyle.StateFlag.State_Enabled)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        paint_tick(
            painter,
            QRectF(place).adjusted(0.5, 0.5, -0.5, -0.5),
            colors().outline if enabled else colors().faint,
            checked=full.checkState is Qt.CheckState.Checked,
            enabled=enabled,
        )
        painter.restore()
