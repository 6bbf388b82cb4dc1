"""Lets Python collect its garbage on the thread of the window only.

It collects on whatever thread happens to ask for memory. A widget in a ring of references would then be destroyed on
the worker, and Qt ends the program at once.
"""

import gc

from PySide6.QtCore import QObject, QTimer

_EVERY = 250
"""Milliseconds between two looks at whether there is enough to collect."""


class GarbageCollector(QObject):
    """Takes the collecting over from Python until it is stopped."""

    _at_work = 0

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        GarbageCollector._at_work += 1
        gc.disable()
        self._timer = QTimer(self)
        self._timer.setInterval(_EVERY)
        self._timer.timeout.connect(self.collect)
        self._timer.start()

    def collect(self) -> None:
        """Collect the generations of which Python itself would think that there is enough, the oldest first."""
        full = [
            generation
            for generation, (count, enough) in enumerate(zip(gc.get_count(), gc.get_threshold(), strict=True))
            if count > enough > 0
        ]
        if full:
            gc.collect(full[-1])

    def stop(self) -> None:
        """Leave the collecting to Python again, once there is no worker any more; a second time does nothing."""
        if not self._timer.isActive():
            return
        self._timer.stop()
        GarbageCollector._at_work -= 1
        if not GarbageCollector._at_work:
            gc.enable()
