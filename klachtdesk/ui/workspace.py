"""What every page is handed: the open kluis, the worker, the clock, notices, and word of what changed."""

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING, Protocol, TypeVar

import shiboken6
from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QApplication, QWidget

from klachtdesk.errors import DeskError
from klachtdesk.services.klok import Klok
from klachtdesk.ui.notify import Notices
from klachtdesk.ui.tasks import Tasks, Unexpected

if TYPE_CHECKING:
    from klachtdesk.services.changes import Changes
    from klachtdesk.services.desk import Desk

T = TypeVar("T")


class HasChanges(Protocol):
    """The answer of a service that made something and tells what it touched."""

    @property
    def changes(self) -> "Changes":
        """What was touched."""
        ...


R = TypeVar("R", bound=HasChanges)


class Workspace(QObject):
    """An open kluis as the window sees it.

    Four words for work: `read` only looks, `open` looks in order to show a window, `change` and `make` alter something
    and tell every page, `keep` puts away what is being typed, which no page shows yet.
    """

    changed = Signal(object)
    """A `Changes`: pages that show what it names read it again."""
    flushing = Signal()
    """The kluis is about to be closed: keep what is being typed, now."""
    keeping_failed = Signal(object)
    """A DeskError: something that was typed could not be kept."""

    def __init__(self, desk: "Desk", klok: Klok, tasks: Tasks, notices: Notices) -> None:
        super().__init__()
        self.klok = klok
        self.notices = notices
        self._desk = desk
        self._tasks = tasks
        self._wishes: dict[str, int] = {}
        self._under_way: set[str] = set()

    def read(
        self,
        owner: QObject,
        service: Callable[["Desk"], T],
        done: Callable[[T], None],
        failed: Callable[[DeskError], None] | None = None,
    ) -> None:
        """Call a service that only reads; `done` gets what it returns."""
        self._tasks.run(owner, partial(service, self._desk), done, failed)

    def open(
        self,
        owner: QWidget,
        service: Callable[["Desk"], T],
        show: Callable[[T], None],
        failed: Callable[[DeskError], None] | None = None,
        lane: str = "",
    ) -> None:
        """Call a service that reads what a page or a window is then opened with, unless that comes too late: `wish`."""
        wanted = self.wish(owner, lane)

        def deliver(found: T) -> None:
            if wanted():
                show(found)

        def refuse(error: DeskError) -> None:
            if wanted():
                self._refuse(owner, failed, error)

        self._tasks.run(owner, partial(service, self._desk), deliver, refuse)

    def wish(self, owner: QWidget, lane: str = "") -> Callable[[], bool]:
        """Return what tells later whether a window that is asked for now may still open.

        Not when `owner` went out of sight, there is a question over it by now, or something else was asked for since
        in the same `lane`. What takes the keyboard shares a lane; a document, beside which one goes on working, has
        its own.
        """
        mine = self._wishes[lane] = self._wishes.get(lane, 0) + 1

        def wanted() -> bool:
            if self._wishes[lane] != mine or not shiboken6.isValid(owner):
                return False
            return owner.isVisible() and QApplication.activeModalWidget() in {None, owner.window()}

        return wanted

    def forget(self) -> None:
        """Somebody went elsewhere: what was asked for before is not opened any more, documents excepted."""
        self._wishes[""] = self._wishes.get("", 0) + 1

    def keep(
        self,
        service: Callable[["Desk"], None],
        done: Callable[[None], None],
        failed: Callable[[DeskError], None],
    ) -> None:
        """Call a service that keeps a draft; its answer comes also when the form has been left meanwhile."""
        self._tasks.run(self, partial(service, self._desk), done, failed)

    def change(
        self,
        owner: QObject,
        service: Callable[["Desk"], "Changes"],
        done: Callable[["Changes"], None] | None = None,
        failed: Callable[[DeskError], None] | None = None,
        once: str = "",
    ) -> None:
        """Call a service that alters something; every page hears of it, after `done` has been called.

        When `owner` was left meanwhile, only `done` and `failed` are not called: the pages hear of it all the same,
        and an error is told in the window. What is `once` is not done again while it is being done.
        """

        def deliver(changes: "Changes") -> None:
            if done is not None and shiboken6.isValid(owner):
                done(changes)
            self.changed.emit(changes)

        self._alter(owner, service, deliver, failed, once)

    def make(
        self,
        owner: QObject,
        service: Callable[["Desk"], R],
        done: Callable[[R], None],
        failed: Callable[[DeskError], None] | None = None,
        once: str = "",
    ) -> None:
        """Call a service that makes something new; as `change`, for an answer that carries its `changes`."""

        def deliver(made: R) -> None:
            if shiboken6.isValid(owner):
                done(made)
            self.changed.emit(made.changes)

        self._alter(owner, service, deliver, failed, once)

    def _alter(
        self,
        owner: QObject,
        service: Callable[["Desk"], T],
        deliver: Callable[[T], None],
        failed: Callable[[DeskError], None] | None,
        once: str,
    ) -> None:
        if once and once in self._under_way:
            return
        self._under_way.add(once)

        def done(answer: T) -> None:
            self._under_way.discard(once)
            deliver(answer)

        def refused(error: DeskError) -> None:
            self._under_way.discard(once)
            self._refuse(owner, failed, error)

        self._tasks.run(self, partial(service, self._desk), done, refused)

    def _refuse(self, owner: QObject, failed: Callable[[DeskError], None] | None, error: DeskError) -> None:
        """Tell an error to who asked; when that is gone or did not want it, in the window. A crash is told already."""
        if failed is not None and shiboken6.isValid(owner):
            failed(error)
        elif not isinstance(error, Unexpected):
            self._tasks.refused.emit(error)
