"""Work off the UI thread: one worker, because one connection owns the database and order matters.

A worker function is free of Qt. What it returns, or the DeskError it raises, comes back on the UI thread;
anything else it raises is a bug and goes to one place.
"""

from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from typing import Any, TypeVar

import shiboken6
from PySide6.QtCore import QEventLoop, QObject, Qt, QTimer, Signal

from klachtdesk.errors import DeskError
from klachtdesk.ui.garbage import GarbageCollector

T = TypeVar("T")

_BUSY_AFTER = 300
"""Milliseconds of work before the window shows that it is busy; sooner would only flicker."""


class Unexpected(DeskError):
    """Stands in for an exception that nobody expected; the exception itself is reported elsewhere.

    It may have come after the transaction was kept, so nothing is said about whether anything changed.
    """

    title = "Er ging iets mis"

    def __init__(self) -> None:
        super().__init__(
            "Er zit een fout in het programma.",
            "Kijk eerst of het al is vastgelegd of opgeslagen, voor u het opnieuw doet.",
        )


class Tasks(QObject):
    """Runs functions one after another on one worker thread; what they return comes back in that order."""

    crashed = Signal(object)
    """An exception that nobody expected."""
    refused = Signal(object)
    """A DeskError that whoever started the work left to the window to show."""
    busy_changed = Signal(bool)
    _finished = Signal(object, object, object, object)
    _emptied = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._pool = ThreadPoolExecutor(max_workers=1, thread_name_prefix="kluis")
        self._pending = 0
        self._closed = False
        self._garbage = GarbageCollector(self)
        self._busy = QTimer(self)
        self._busy.setSingleShot(True)
        self._busy.setInterval(_BUSY_AFTER)
        self._busy.timeout.connect(self._on_busy)
        self._finished.connect(self._on_finished, Qt.ConnectionType.QueuedConnection)

    def run(
        self,
        owner: QObject,
        work: Callable[[], T],
        done: Callable[[T], None] | None = None,
        failed: Callable[[DeskError], None] | None = None,
    ) -> None:
        """Run `work` after all that was started before it, then call `done` or `failed` on this thread.

        When `owner` is gone by then, the work has been done all the same and nobody is called. Without
        `failed` a DeskError goes to the signal `refused`. After a crash `failed` gets an Unexpected, so that
        whoever waits for an answer stops waiting. After `close` nothing is run: what still wants to, such as a look
        that waited for a pause in the typing, belongs to a window that is going away.
        """
        if self._closed:
            return
        self._pending += 1
        if self._pending == 1:
            self._busy.start()
        future = self._pool.submit(work)
        future.add_done_callback(lambda finished: self._finished.emit(owner, finished, done, failed))

    def finish(self) -> None:
        """Wait until all work is done and delivered; meanwhile the window paints, but takes no input."""
        if not self._pending:
            return
        loop = QEventLoop()
        self._emptied.connect(loop.quit)
        loop.exec(QEventLoop.ProcessEventsFlag.ExcludeUserInputEvents)
        self._emptied.disconnect(loop.quit)

    def close(self) -> None:
        """Finish what was started and stop the worker; nothing is run after this."""
        self.finish()
        self._closed = True
        self._pool.shutdown(wait=True)
        self._garbage.stop()

    def _on_finished(
        self,
        owner: QObject,
        future: Future[Any],
        done: Callable[[Any], None] | None,
        failed: Callable[[DeskError], None] | None,
    ) -> None:
        try:
            self._deliver(owner, future, done, failed)
        finally:
            self._pending -= 1
            if not self._pending:
                self._busy.stop()
                self.busy_changed.emit(False)
                self._emptied.emit()

    def _deliver(
        self,
        owner: QObject,
        future: Future[Any],
        done: Callable[[Any], None] | None,
        failed: Callable[[DeskError], None] | None,
    ) -> None:
        error = future.exception()
        crash = error is not None and not isinstance(error, DeskError)
        if crash:
            self.crashed.emit(error)
        if not shiboken6.isValid(owner):
            return
        if crash and failed is not None:
            failed(Unexpected())
        elif isinstance(error, DeskError):
            (failed or self.refused.emit)(error)
        elif not crash and done is not None:
            done(future.result())

    def _on_busy(self) -> None:
        self.busy_changed.emit(True)
