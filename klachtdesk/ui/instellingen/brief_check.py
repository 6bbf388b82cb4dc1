"""Looks at the words of a letter while they are typed: what is wrong with them, and how the letter comes to look."""

from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import QWidget

from klachtdesk.errors import DeskError
from klachtdesk.services.desk import Desk
from klachtdesk.ui.workspace import Workspace
from klachtdesk.views.brief import SjabloonFout

_PAUSE = 500
"""Milliseconds without a key after which the letter is checked and shown anew."""

Typed = tuple[str, str]
"""The onderwerp and the text."""
Seen = tuple[tuple[SjabloonFout, ...], bytes]


class BriefCheck(QObject):
    """Asks for one look at a time; what was overtaken by more typing is not told."""

    seen = Signal(object, object)
    """The faults, and the letter as PDF: empty when the faults leave none."""

    def __init__(
        self,
        workspace: Workspace,
        owner: QWidget,
        typed: Callable[[], Typed],
        look_at: Callable[[Typed], Callable[[Desk], Seen]],
    ) -> None:
        super().__init__(owner)
        self._workspace = workspace
        self._typed = typed
        self._look_at = look_at
        self._asked: Typed | None = None
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(_PAUSE)
        self._pause.timeout.connect(self.look)

    @property
    def busy(self) -> bool:
        """Whether what was typed last has not been looked at yet."""
        return self._pause.isActive()

    def wait(self) -> None:
        """Look once there is a pause in the typing."""
        self._pause.start()

    def look(self) -> None:
        """Look now, unless this was looked at already."""
        self._pause.stop()
        asked = self._typed()
        if asked == self._asked:
            return
        self._asked = asked

        def show(seen: Seen) -> None:
            if asked == self._asked:
                self.seen.emit(*seen)

        def failed(error: DeskError) -> None:
            if asked == self._asked:
                self.seen.emit((SjabloonFout(0, str(error)),), b"")

        self._workspace.read(self, self._look_at(asked), show, failed)

    def look_again(self) -> None:
        """Look now, also at what was looked at already."""
        self._asked = None
        self.look()
