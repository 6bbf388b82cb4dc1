"""A part of the settings that is a list, or the editor of one thing in it."""

from collections.abc import Callable

from PySide6.QtCore import SignalInstance
from PySide6.QtWidgets import QStackedWidget, QWidget

from klachtdesk.ui.widgets.controls import let_go


class EditorStack(QStackedWidget):
    """Shows its first widget, the list, until something is edited, and again once the editor was left."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self.setObjectName(name)
        self._editor: QWidget | None = None

    def show_editor(self, editor: QWidget, left: SignalInstance, then: Callable[[], None]) -> None:
        """Show an editor until its signal `left`; `then` puts the keyboard back in the list."""

        def back() -> None:
            self._drop()
            then()

        self._drop()
        self._editor = editor
        left.connect(back)
        self.addWidget(editor)
        self.setCurrentWidget(editor)

    def _drop(self) -> None:
        if self._editor is not None:
            self.removeWidget(self._editor)
            let_go(self._editor)
            self._editor = None
