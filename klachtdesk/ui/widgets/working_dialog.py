"""A dialog that takes no key and does not close while what it was asked to do is being done."""

from PySide6.QtWidgets import QDialog, QWidget


class WorkingDialog(QDialog):
    """What would be typed or pressed meanwhile comes too late, or does it twice; closed, nobody hears how it ended."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._at_work = False

    @property
    def at_work(self) -> bool:
        """Whether something is being done; a `reject` that does more than closing asks for this first."""
        return self._at_work

    def work(self, *, at_work: bool) -> None:
        """Begin or end the time in which nothing is taken; the keyboard stays where it was."""
        self._at_work = at_work
        self.setEnabled(not at_work)

    def reject(self) -> None:
        """Close without doing anything."""
        if not self._at_work:
            super().reject()
