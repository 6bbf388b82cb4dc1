"""The keyboard stays where it was, whatever is made anew under it."""

from collections.abc import Sequence

import pytest
from PySide6.QtWidgets import QApplication, QLineEdit, QPushButton, QScrollArea, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from klachtdesk.ui.widgets.controls import empty_layout
from klachtdesk.ui.widgets.keyboard_kept import keyboard_kept


class Window(QWidget):
    """A field, and under it a list of buttons that is made anew."""

    def __init__(self) -> None:
        super().__init__()
        self.field = QLineEdit()
        self.field.setObjectName("field")
        self.holder = QWidget()
        self.rows = QVBoxLayout(self.holder)
        self.scroll = QScrollArea()
        self.scroll.setWidgetResizable(True)
        self.scroll.setWidget(self.holder)
        column = QVBoxLayout(self)
        column.addWidget(self.field)
        column.addWidget(self.scroll)

    def fill(self, names: Sequence[str]) -> None:
        with keyboard_kept(self.holder):
            empty_layout(self.rows)
            for name in names:
                row = QWidget()
                button = QPushButton(name)
                button.setObjectName(name)
                QVBoxLayout(row).addWidget(button)
                self.rows.addWidget(row)

    def focus(self, name: str) -> None:
        found = self.findChild(QWidget, name)
        assert found is not None
        found.setFocus()


@pytest.fixture
def window(qtbot: QtBot) -> Window:
    window = Window()
    qtbot.addWidget(window)
    window.fill(("one", "two", "three"))
    window.show()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    return window


def _has_keyboard() -> str:
    holder = QApplication.focusWidget()
    return "" if holder is None else holder.objectName()


def test_the_same_button_has_the_keyboard_though_its_row_is_another(window: Window):
    window.focus("two")
    window.fill(("new", "one", "two", "three"))
    assert _has_keyboard() == "two"
    QApplication.processEvents()
    assert _has_keyboard() == "two"
    remembered = window.focusWidget()
    assert remembered is not None
    assert remembered.objectName() == "two"  # also when somebody comes back to the window later


def test_where_the_button_is_gone_what_came_in_its_place_has_the_keyboard(window: Window):
    window.focus("two")
    window.fill(("one", "three"))
    assert _has_keyboard() == "three"
    window.fill(("one",))
    assert _has_keyboard() == "one"


def test_a_keyboard_elsewhere_stays_there(window: Window):
    window.focus("field")
    window.fill(("one",))
    assert _has_keyboard() == "field"


def test_without_anything_left_nothing_has_it(window: Window):
    window.focus("two")
    window.fill(())
    QApplication.processEvents()
    assert _has_keyboard() == ""


def test_nothing_scrolls_along(window: Window, qtbot: QtBot):
    names = [f"row {number}" for number in range(60)]
    window.fill(names)
    bar = window.scroll.verticalScrollBar()
    qtbot.waitUntil(lambda: bar.maximum() > 0)
    window.focus("row 30")
    window.scroll.ensureWidgetVisible(window.findChild(QWidget, "row 30"))
    place = bar.value()
    window.fill(names)
    QApplication.processEvents()
    assert _has_keyboard() == "row 30"
    assert bar.value() == place > 0


def test_the_cursor_stays_where_it_was_in_a_text(qtbot: QtBot):
    holder = QWidget()
    qtbot.addWidget(holder)
    column = QVBoxLayout(holder)
    holder.show()
    holder.activateWindow()
    qtbot.waitUntil(holder.isActiveWindow)

    def fill() -> QLineEdit:
        with keyboard_kept(holder):
            empty_layout(column)
            line = QLineEdit("een lange zin")
            line.setObjectName("line")
            column.addWidget(line)
        return line

    first = fill()
    first.setFocus()
    first.setCursorPosition(4)
    second = fill()
    assert second is not first
    assert (_has_keyboard(), second.cursorPosition()) == ("line", 4)
