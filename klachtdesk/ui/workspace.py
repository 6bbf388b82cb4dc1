"""What every page is handed: the open kluis, the worker, the clock, notices, and word of what changed."""

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING, Protocol, TypeVar

from PySide6.QtCore import QObject, Signal

from klachtdesk.errors import DeskError
from klachtdesk.services.klok import Klok
from klachtdesk.ui.notify import Notices
from klachtdesk.ui.tasks import Tasks

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

    Three words for work: `read` only looks, `change` alters something and tells every page, `keep` puts away what is
    being typed, which no page shows yet.
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

    def read(
        self,
        owner: QObject,
        service: Callable[["Desk"], T],
        done: Callable[[T], None],
        failed: Callable[[DeskError], None] | None = None,
    ) -> None:
        """Call a service that only reads; `done` gets what it returns."""
        self._tasks.run(owner, partial(service, self._desk), done, failed)

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
    ) -> None:
        """Call a service that alters something; every page hears of it, after `done` has been called."""
        self._tasks.run(owner, partial(service, self._desk), partial(self._announce, done), failed)

    def make(
        self,
        owner: QObject,
        service: Callable[["Desk"], R],
        done: Callable[[R], None],
        failed: Callable[[DeskError], None] | None = None,
    ) -> None:
        """Call a service that makes something new; as `change`, for an answer that carries its `changes`."""

        def deliver(made: R) -> None:
            done(made)
            self.changed.emit(made.changes)

        self._tasks.run(owner, partial(service, self._desk), deliver, failed)

    def _announce(self, done: Callable[["Changes"], None] | None, changes: "Changes") -> None:
        if done is not None:
            done(changes)
        self.changed.emit(changes)
