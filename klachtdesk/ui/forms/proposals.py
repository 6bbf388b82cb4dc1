"""What a line of text offers while somebody types in it: the names on a list, found by other words too."""

from PySide6.QtCore import QEvent, QModelIndex, QObject, QPersistentModelIndex, Qt
from PySide6.QtGui import QKeyEvent, QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QCompleter, QWidget

from klachtdesk.formulieren import Voorstel

_FOUND_BY = Qt.ItemDataRole.UserRole
_MOST_SHOWN = 8


class Proposals(QCompleter):
    """Looks for what is typed in the names and in the other words for them; what is picked is the name."""

    def __init__(self, voorstellen: tuple[Voorstel, ...], parent: QWidget) -> None:
        super().__init__(parent)
        model = QStandardItemModel(self)
        for voorstel in voorstellen:
            item = QStandardItem(voorstel.tekst)
            item.setData("\n".join((voorstel.tekst, *voorstel.ook_wel)), _FOUND_BY)
            model.appendRow(item)
        self.setModel(model)
        self.setCompletionRole(_FOUND_BY)
        self.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        self.setFilterMode(Qt.MatchFlag.MatchContains)
        self.setMaxVisibleItems(_MOST_SHOWN)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Let Esc close the list only: else it would first be taken for the key that leaves the page."""
        if (
            isinstance(event, QKeyEvent)
            and event.type() is QEvent.Type.ShortcutOverride
            and event.key() == Qt.Key.Key_Escape
            and self._is_open()
        ):
            event.accept()
            return True
        return super().eventFilter(watched, event)

    def _is_open(self) -> bool:
        popup = self.popup()
        return popup is not None and popup.isVisible()

    def pathFromIndex(self, index: QModelIndex | QPersistentModelIndex) -> str:
        """Return the name."""
        return str(index.data(Qt.ItemDataRole.DisplayRole))
