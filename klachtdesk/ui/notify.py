"""Quiet notices at the foot of the window: what was done, with a way back where there is one."""

from collections.abc import Callable

import shiboken6
from PySide6.QtCore import QEvent, QObject, QPoint, QRect, Qt, QTimer
from PySide6.QtWidgets import QApplication, QFrame, QHBoxLayout, QVBoxLayout, QWidget

from klachtdesk.errors import DeskError
from klachtdesk.ui.announce import announce
from klachtdesk.ui.theme import restyle
from klachtdesk.ui.widgets.controls import icon_button, push_button, text_label

_SHOWN_FOR = 7_000
"""Milliseconds a notice stays: long enough to read it and press Undo."""

UNDO, RESUME = "&Ongedaan maken", "&Verder gaan"
"""The way back from what was done, and to what was begun and left."""

_MARGIN = 16
_WIDEST = 620


class Notices(QFrame):
    """Shows one notice at a time over the lower edge of a window, without taking the focus.

    A notice of something done leaves by itself; one of something that failed, or was left half-way, stays.
    """

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        self.setObjectName("notices")
        self._undo: Callable[[], None] | None = None
        self._came_from: QWidget | None = None
        self._title = text_label(look="strong", name="notice_title", wrap=True)
        self._text = text_label(name="notice_text", wrap=True)
        self._undo_button = push_button("notice_undo", UNDO, self._on_undo)
        self._close_button = icon_button("notice_close", "x", "Bericht sluiten", self.dismiss)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self._on_time)
        self._assemble()
        self.hide()
        window.installEventFilter(self)
        application = QApplication.instance()
        if isinstance(application, QApplication):
            application.focusChanged.connect(self._on_keyboard)

    def _assemble(self) -> None:
        texts = QVBoxLayout()
        texts.setSpacing(2)
        texts.addWidget(self._title)
        texts.addWidget(self._text)
        row = QHBoxLayout(self)
        row.setContentsMargins(14, 8, 8, 8)
        row.setSpacing(10)
        row.addLayout(texts, 1)
        row.addWidget(self._undo_button)
        row.addWidget(self._close_button, 0, Qt.AlignmentFlag.AlignTop)

    def tell(self, text: str, undo: Callable[[], None] | None = None, *, way_back: str = UNDO) -> None:
        """Say what was done; with `undo`, offer to take it back for as long as the notice is there.

        Where nothing was done, `way_back` is RESUME: there is nothing to undo then. It stays until it is closed or
        something else is told: what somebody typed hangs on it, and Escape is pressed by accident too.
        """
        self._undo_button.setText(way_back)
        self._show("", text, "notice", undo)
        if way_back == RESUME:
            self._timer.stop()
        else:
            self._timer.start(_SHOWN_FOR)

    def tell_error(self, error: DeskError) -> None:
        """Say what went wrong and what to do; it stays until it is closed or something else is told."""
        self._show(error.title, str(error), "notice-danger", None)
        self._timer.stop()

    def dismiss(self) -> None:
        """Take the notice away, and the way back with it."""
        self._give_keyboard_back()
        self._undo = None
        self._timer.stop()
        self.hide()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Keep the notice in its place when the window changes size, or the foot it stood on goes with its page."""
        moved = event.type() in {QEvent.Type.Resize, QEvent.Type.Hide}
        # A foot goes too when its window goes, and then there is no place any more.
        if moved and shiboken6.isValid(self._window) and self.isVisible():
            self._place()
        return super().eventFilter(watched, event)

    def _on_time(self) -> None:
        """Leave, but not while somebody is about to press a button here."""
        if self._has_keyboard():
            self._timer.start(_SHOWN_FOR)
        else:
            self.dismiss()

    def _on_keyboard(self, old: QWidget | None, new: QWidget | None) -> None:
        """Remember from where the keyboard came."""
        if not shiboken6.isValid(self) or new is None or not self.isAncestorOf(new):
            return
        if old is None or not self.isAncestorOf(old):
            self._came_from = old

    def _has_keyboard(self) -> bool:
        holder = self._window.window().focusWidget()
        return holder is not None and self.isAncestorOf(holder)

    def _give_keyboard_back(self) -> None:
        """Put the keyboard where it was before it came here: the same key must not do something else now."""
        back = self._came_from
        if self._has_keyboard() and back is not None and shiboken6.isValid(back) and back.isVisible():
            back.setFocus()

    def _show(self, title: str, text: str, look: str, undo: Callable[[], None] | None) -> None:
        self._give_keyboard_back()
        self._undo = undo
        restyle(self, "look", look)
        self._title.setText(title)
        self._title.setVisible(bool(title))
        self._text.setText(text)
        self._undo_button.setVisible(undo is not None)
        self.setAccessibleName(f"{title} {text}".strip())
        self._place()
        self.show()
        self.raise_()
        announce(self, self.accessibleName())

    def _place(self) -> None:
        window = self._window
        width = min(_WIDEST, window.width() - 2 * _MARGIN)
        self.setFixedWidth(width)
        height = self.heightForWidth(width)
        left = (window.width() - width) // 2
        self.setGeometry(QRect(left, self._lower_edge() - height - _MARGIN, width, height))

    def _lower_edge(self) -> int:
        """Return where the window ends, or the foot with its buttons begins: those are needed right after a notice."""
        window, edge = self._window, self._window.height()
        for foot in window.findChildren(QFrame):
            if (
                foot.property("look") != "foot"
                or not foot.isVisible()
                or foot.window() is not window.window()
            ):
                continue
            room = QRect(foot.mapTo(window, QPoint()), foot.size())
            if room.bottom() >= window.height() - _MARGIN:
                edge = min(edge, room.top())
                foot.installEventFilter(self)
        return edge

    def _on_undo(self) -> None:
        undo = self._undo
        self.dismiss()
        if undo is not None:
            undo()
