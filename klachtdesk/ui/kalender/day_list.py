"""The pop-up list of everything on one day of the calendar."""

from PySide6.QtCore import QPoint, QSize, Qt, Signal
from PySide6.QtGui import QGuiApplication, QKeyEvent
from PySide6.QtWidgets import QFrame, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from klachtdesk.dutch import capital, long_date
from klachtdesk.ui.icons import icon
from klachtdesk.ui.kalender.words import KINDS, feestdag, item_words, what, who
from klachtdesk.ui.widgets.controls import as_tip, text_label
from klachtdesk.views.termijn import KalenderDag, KalenderItem

_WIDTH = 380
_MOST_ROWS = 6
_ICON = 16


class DayList(QFrame):
    """Lists the items of a day: Enter or a click chooses one, Esc or a click elsewhere closes it."""

    chosen = Signal(object)
    """The KalenderItem."""

    def __init__(self, dag: KalenderDag, parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setObjectName("kalender.dag")
        self.setProperty("look", "card")
        self.setAccessibleName(long_date(dag.datum))
        self._list = QListWidget()
        self._list.setObjectName("kalender.dag.lijst")
        self._list.setAccessibleName(f"Alles op {long_date(dag.datum)}")
        self._list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._list.setProperty("look", "clear")
        self._list.setIconSize(QSize(_ICON, _ICON))
        self._list.ensurePolished()
        for item in dag.items:
            self._list.addItem(_row(item))
        self._list.setCurrentRow(0)
        self._list.itemClicked.connect(self._on_chosen)
        column = QVBoxLayout(self)
        column.setContentsMargins(10, 10, 10, 10)
        column.setSpacing(6)
        title = long_date(dag.datum)
        column.addWidget(text_label(capital(title), look="heading"))
        if dag.feestdag:
            column.addWidget(text_label(feestdag(dag), look="muted"))
        column.addWidget(self._list)
        rows = min(self._list.count(), _MOST_ROWS)
        self._list.setFixedHeight(rows * self._list.sizeHintForRow(0) + 2 * self._list.frameWidth() + 4)
        self.setFixedWidth(_WIDTH)

    def open_at(self, place: QPoint) -> None:
        """Show it at a place on the screen, or as near to that as it fits; the keyboard goes to it."""
        self.adjustSize()
        screen = QGuiApplication.screenAt(place) or self.screen()
        room = screen.availableGeometry()
        left = max(room.left(), min(place.x(), room.right() - self.width()))
        top = max(room.top(), min(place.y(), room.bottom() - self.height()))
        self.move(left, top)
        self.show()
        self._list.setFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Choose with Enter; Esc closes."""
        current = self._list.currentItem()
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and current is not None:
            self._on_chosen(current)
        elif event.key() == Qt.Key.Key_Escape:
            self.close()
        else:
            super().keyPressEvent(event)

    def _on_chosen(self, row: QListWidgetItem) -> None:
        item: KalenderItem = row.data(Qt.ItemDataRole.UserRole)
        self.close()
        self.chosen.emit(item)


def _row(item: KalenderItem) -> QListWidgetItem:
    picture = icon("triangle-alert" if item.te_laat else KINDS[item.soort].icon, _ink(item))
    row = QListWidgetItem(picture, f"{who(item)}\n{what(item)}")
    row.setData(Qt.ItemDataRole.UserRole, item)
    row.setData(Qt.ItemDataRole.AccessibleTextRole, f"{who(item)}, {what(item)}")
    row.setToolTip(as_tip(item_words(item)))
    return row


def _ink(item: KalenderItem) -> str:
    return "danger" if item.te_laat else "accent"
