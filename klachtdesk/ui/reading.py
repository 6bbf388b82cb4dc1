"""One reading at a time, for a page that shows what may change while it is being read."""

from collections.abc import Callable


class OneReading:
    """What is asked for during a reading is read once more after it, as things stand then."""

    def __init__(self, again: Callable[[], None]) -> None:
        self.busy = False
        self._again = again
        self._stale = False

    def begin(self) -> bool:
        """Return whether to read now; while that is being done already, `again` is called when it is done."""
        if self.busy:
            self._stale = True
            return False
        self.busy = True
        return True

    def done(self) -> None:
        """Tell that what was read is shown, or could not be read."""
        self.busy = False
        if self._stale:
            self._stale = False
            self._again()
