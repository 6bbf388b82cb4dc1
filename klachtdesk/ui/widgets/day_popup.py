"""Everything that is due on one day, to choose a dossier from."""

from PySide6.QtCore import QPoint, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from klachtdesk.ui.dutch_dates import long_date
from klachtdesk.ui.tables.maand import item_words
from klachtdesk.ui.widgets.controls import card, text_label
from klachtdesk.views.termijn import KalenderDag

_WIDTH = 420
_MOST_ROWS = 9


class DayPopup(QWidget):
    """A list over the calendar; Enter or a click opens, Escape closes."""

    opened = Signal(int)

    def __init__(self, dag: KalenderDag, parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        self.setObjectName("kalender.dag")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._list = QListWidget()
        self._list.setObjectName("kalender.dag.lijst")
        self._list.setAccessibleName(long_date(dag.datum))
        self._list.setWordWrap(True)
        for item in dag.items:
            row = QListWidgetItem(item_words(item))
            row.setData(Qt.ItemDataRole.UserRole, item.dossier_id)
            self._list.addItem(row)
        self._list.setCurrentRow(0)
        self._list.itemClicked.connect(self._on_chosen)
        frame = card(look="card")
        inside = QVBoxLayout(frame)
        inside.setContentsMargins(10, 8, 10, 10)
        title = f"{long_date(dag.datum)}, {dag.feestdag}" if dag.feestdag else long_date(dag.datum)
        inside.addWidget(text_label(title, look="strong"))
        inside.addWidget(self._list)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(frame)
        rows = min(_MOST_ROWS, max(1, len(dag.items)))
        height = self._list.sizeHintForRow(0) if dag.items else 0
        self._list.setMinimumHeight(rows * max(height, 30) + 8)

    def sizeHint(self) -> QSize:
        """Return a size wide enough for an item with its names."""
        return QSize(_WIDTH, super().sizeHint().height())

    def show_at(self, place: QPoint) -> None:
        """Show it at a point of the screen, within its edges."""
        self.adjustSize()
        room = self.screen().availableGeometry()
        left = min(place.x(), room.right() - self.width())
        top = min(place.y(), room.bottom() - self.height())
        self.move(max(room.left(), left), max(room.top(), top))
        self.show()
        self._list.setFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Open on Enter, close on Escape."""
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and self._list.currentItem() is not None:
            self._on_chosen(self._list.currentItem())
        elif event.key() == Qt.Key.Key_Escape:
            self.close()
        else:
            super().keyPressEvent(event)

    def _on_chosen(self, item: QListWidgetItem) -> None:
        self.close()
        self.opened.emit(int(item.data(Qt.ItemDataRole.UserRole)))
