"""Keeps the keyboard, and what is in sight, where it was while a part of the window is made anew."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLayout, QLineEdit, QPlainTextEdit, QScrollArea, QWidget


@contextmanager
def keyboard_kept(holder: QWidget, otherwise: Callable[[], QWidget | None] | None = None) -> Iterator[None]:
    """Make what is in `holder` anew inside this; the keyboard is then at what has the same object name as before.

    Where that is gone it goes to what `otherwise` returns, or else to what has come in its place; with nothing left,
    to the page around it, or on to what comes next there. A keyboard that is elsewhere stays there.
    """
    had = holder.window().focusWidget()
    if had is None or had is holder or not holder.isAncestorOf(had):
        yield
        show_new(holder)
        return
    name, place, cursor = had.objectName(), _place(holder, had), _cursor(had)
    had.clearFocus()  # else it would go through all that is taken away, one after another, and scroll along
    yield
    show_new(holder)
    again = holder.findChild(QWidget, name) if name else None
    if again is not None and cursor is not None:
        _put_cursor(again, cursor)
    if again is None or not _takes_keyboard(again):
        again = (
            (otherwise() if otherwise is not None else _at(holder, place)) or _around(holder) or _next(holder)
        )
    if again is not None:
        again.setFocus()


def _cursor(widget: QWidget) -> int | None:
    """Return where one is in a text; None for what is no text."""
    if isinstance(widget, QLineEdit):
        return widget.cursorPosition()
    return widget.textCursor().position() if isinstance(widget, QPlainTextEdit) else None


def _put_cursor(widget: QWidget, place: int) -> None:
    """Go on where one was, as far as the text is there still."""
    if isinstance(widget, QLineEdit):
        widget.setCursorPosition(min(place, len(widget.text())))
    elif isinstance(widget, QPlainTextEdit):
        cursor = widget.textCursor()
        cursor.setPosition(min(place, widget.document().characterCount() - 1))
        widget.setTextCursor(cursor)


def show_new(holder: QWidget) -> None:
    """Show what was put in `holder`: by itself that happens when there is time.

    Until then it has no height; and when it gets the keyboard, keys still go where the keyboard was before.
    """
    _show_items(_layout_of(holder))


def _show_items(layout: QLayout | None) -> None:
    if layout is None:
        return
    for place in range(layout.count()):
        item = layout.itemAt(place)
        if item is None:
            continue
        widget: QWidget | None = item.widget()
        if widget is None:
            _show_items(item.layout())
        elif not _left_out(widget):
            widget.show()
            show_new(widget)


def _layout_of(widget: QWidget) -> QLayout | None:
    inside: QWidget | None = widget.widget() if isinstance(widget, QScrollArea) else widget
    return None if inside is None else inside.layout()


def _place(holder: QWidget, widget: QWidget) -> int:
    stops = _stops(holder)
    return stops.index(widget) if widget in stops else 0


def _at(holder: QWidget, place: int) -> QWidget | None:
    stops = _stops(holder)
    return stops[min(place, len(stops) - 1)] if stops else None


def _around(holder: QWidget) -> QWidget | None:
    """Return the page that the keyboard goes back to when nothing in `holder` takes it."""
    above: QWidget | None = holder.parentWidget()
    while (
        above is not None and above.focusProxy() is None and not above.focusPolicy() & Qt.FocusPolicy.TabFocus
    ):
        above = above.parentWidget()
    return above


def _next(holder: QWidget) -> QWidget | None:
    """Return where Tab would go on after `holder`."""
    after: QWidget | None = holder.nextInFocusChain()
    while after is not None and after is not holder:
        if after.window() is holder.window() and not holder.isAncestorOf(after) and _takes_keyboard(after):
            return after
        after = after.nextInFocusChain()
    return None


def _stops(holder: QWidget) -> list[QWidget]:
    """Return where Tab stops, in the order in which it was made."""
    return [widget for widget in holder.findChildren(QWidget) if _takes_keyboard(widget)]


def _takes_keyboard(widget: QWidget) -> bool:
    takes = bool(widget.focusPolicy() & Qt.FocusPolicy.TabFocus)
    return takes and widget.isEnabled() and widget.isVisibleTo(widget.window())


def _left_out(widget: QWidget) -> bool:
    """Whether somebody hid it, and did not just not show it yet."""
    return widget.isHidden() and widget.testAttribute(Qt.WidgetAttribute.WA_WState_ExplicitShowHide)
