"""A dialog that takes no key and does not close while what it was asked to do is being done."""

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtWidgets import QApplication, QDialog, QWidget

_INPUT = frozenset(
    {
        QEvent.Type.KeyPress,
        QEvent.Type.KeyRelease,
        QEvent.Type.ShortcutOverride,
        QEvent.Type.InputMethod,
        QEvent.Type.MouseButtonPress,
        QEvent.Type.MouseButtonRelease,
        QEvent.Type.MouseButtonDblClick,
        QEvent.Type.Drop,
    }
)


class WorkingDialog(QDialog):
    """What would be typed or pressed meanwhile comes too late, or does it twice; closed, nobody hears how it ended.

    Nothing is switched off for it: that would flicker, and send the keyboard elsewhere.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._at_work = False
        self._stop = _Stop(self)

    @property
    def at_work(self) -> bool:
        """Whether something is being done; what must not be done twice, and a `reject`, ask for this first."""
        return self._at_work

    def work(self, *, at_work: bool) -> None:
        """Begin or end the time in which nothing is taken."""
        if at_work == self._at_work:
            return
        self._at_work = at_work
        application = QApplication.instance()
        if at_work and application is not None:
            application.installEventFilter(self._stop)
            self.setCursor(Qt.CursorShape.BusyCursor)
        elif application is not None:
            application.removeEventFilter(self._stop)
            self.unsetCursor()

    def done(self, result: int) -> None:
        """Close, and take part in nothing any more."""
        self.work(at_work=False)
        super().done(result)

    def reject(self) -> None:
        """Close without doing anything, unless it is being done."""
        if not self._at_work:
            super().reject()


class _Stop(QObject):
    """Takes what is typed and clicked in a dialog, and does nothing with it."""

    def __init__(self, dialog: QDialog) -> None:
        super().__init__(dialog)
        self._dialog = dialog

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Let everything else pass."""
        if (
            event.type() in _INPUT
            and isinstance(watched, QWidget)
            and (watched is self._dialog or self._dialog.isAncestorOf(watched))
        ):
            event.accept()
            return True
        return False
