"""A date: typed the way people do, or picked in a calendar."""

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import QDate, QPoint, Qt
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QCalendarWidget, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from klachtdesk.dutch import long_date, typed_date
from klachtdesk.formulieren import Veld
from klachtdesk.ui.dutch_dates import understand_date
from klachtdesk.ui.forms.field import Field
from klachtdesk.ui.widgets.controls import icon_button, text_label

_LONGEST = 40
"""Characters; enough for "donderdag 12 september 2026", too few for a story."""


class DateField(Field):
    """A line in which a date is understood when it is left, with its day of the week beside it."""

    def __init__(self, veld: Veld, vandaag: Callable[[], date]) -> None:
        super().__init__()
        self._ahead = veld.na_vandaag
        self._vandaag = vandaag
        self.edit = QLineEdit()
        self.edit.setMaxLength(_LONGEST)
        self.edit.setMinimumWidth(132)
        self.edit.setPlaceholderText("dag-maand-jaar")
        self.edit.textEdited.connect(self._on_edited)
        self.edit.editingFinished.connect(self._on_finished)
        self.edit.setToolTip(
            "Bijvoorbeeld 12-3-2026, 12 maart of gisteren. Alt+Pijl omlaag opent de kalender."
        )
        self.button = icon_button("", "calendar", f"{veld.label}: kies in de kalender", self._open)
        self.button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        shortcut = QShortcut(QKeySequence("Alt+Down"), self.edit)
        shortcut.setContext(Qt.ShortcutContext.WidgetShortcut)
        shortcut.activated.connect(self._open)
        self._words = text_label(look="small", wrap=True)
        self._words.setMinimumWidth(0)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(4)
        row.addWidget(self.edit)
        row.addWidget(self.button)
        row.addWidget(self._words, 1)
        self.setFocusProxy(self.edit)

    def text(self) -> str:
        """Return what is understood, as it can be read on any later day, or else what was typed.

        Also before the field is left: who presses Ctrl+S in it has seen how it was understood.
        """
        found = self._understood()
        return self.edit.text() if found is None else typed_date(found)

    def put(self, text: str) -> None:
        """Show a raw text."""
        self.edit.setText(text)
        self._explain()

    def focus_target(self) -> QWidget:
        """Return the line."""
        return self.edit

    def lock(self, reason: str) -> None:
        """Leave the text selectable and hide the calendar."""
        self.edit.setReadOnly(True)
        self.edit.setToolTip(reason)
        self.button.hide()

    def _understood(self) -> date | None:
        return understand_date(self.edit.text(), self._vandaag(), ahead=self._ahead)

    def _explain(self) -> None:
        found = self._understood()
        self._words.setText("" if found is None else long_date(found))

    def _on_edited(self) -> None:
        self._explain()
        self.edited.emit(self.text())

    def _on_finished(self) -> None:
        found = self._understood()
        if found is not None and typed_date(found) != self.edit.text():
            self._take(found)
        self.left.emit()

    def _take(self, day: date) -> None:
        self.put(typed_date(day))
        self.edited.emit(self.text())

    def _open(self) -> None:
        popup = _CalendarPopup(self, self._understood() or self._vandaag(), self._on_picked)
        popup.show_under(self.edit)

    def _on_picked(self, day: date) -> None:
        self._take(day)
        self.edit.setFocus()
        self.left.emit()


class _CalendarPopup(QWidget):
    """A month to pick a day from; Escape closes it, Enter or a click picks."""

    def __init__(self, parent: QWidget, day: date, picked: Callable[[date], None]) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._picked = picked
        self.calendar = QCalendarWidget()
        self.calendar.setFirstDayOfWeek(Qt.DayOfWeek.Monday)
        self.calendar.setSelectedDate(QDate(day.year, day.month, day.day))
        self.calendar.clicked.connect(self._pick)
        self.calendar.activated.connect(self._pick)
        column = QVBoxLayout(self)
        column.setContentsMargins(6, 6, 6, 6)
        column.addWidget(self.calendar)

    def show_under(self, widget: QWidget) -> None:
        """Show it under a widget, within the screen."""
        self.adjustSize()
        place = widget.mapToGlobal(QPoint(0, widget.height() + 2))
        room = widget.screen().availableGeometry()
        left = min(place.x(), room.right() - self.width())
        top = place.y()
        if top + self.height() > room.bottom():
            top = widget.mapToGlobal(QPoint(0, 0)).y() - self.height() - 2
        self.move(left, top)
        self.show()
        self.calendar.setFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Close on Escape."""
        if event.key() == Qt.Key.Key_Escape:
            self.close()
        else:
            super().keyPressEvent(event)

    def _pick(self, day: QDate) -> None:
        if not self.isVisible():
            return
        self.close()
        self._picked(date(day.year(), day.month(), day.day()))
