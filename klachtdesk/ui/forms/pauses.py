"""Says when what is being typed has to be kept: at the first pause, and within two seconds anyhow."""

from PySide6.QtCore import QObject, QTimer, Signal

_PAUSE = 700
"""Milliseconds without a keystroke after which typing is kept."""

_LONGEST = 1_700
"""Milliseconds that typing goes unkept at most, however fast somebody types: with the saving under two seconds."""


class TypingPauses(QObject):
    """Two timers: one that every keystroke starts anew, and one that none does."""

    due = Signal()

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._pause = self._timer(_PAUSE)
        self._longest = self._timer(_LONGEST)

    def _timer(self, milliseconds: int) -> QTimer:
        timer = QTimer(self)
        timer.setSingleShot(True)
        timer.setInterval(milliseconds)
        timer.timeout.connect(self.due)
        return timer

    def touch(self) -> None:
        """Something was typed: it is due soon."""
        self._pause.start()
        if not self._longest.isActive():
            self._longest.start()

    def rest(self) -> None:
        """Nothing is due until something is typed again."""
        self._pause.stop()
        self._longest.stop()
