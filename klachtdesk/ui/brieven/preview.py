"""The letter as it would look now, drawn anew a moment after somebody stops typing, off the thread of the window."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from klachtdesk.errors import DeskError
from klachtdesk.services.brieven.making import preview_brief
from klachtdesk.ui.reading import OneReading
from klachtdesk.ui.widgets.controls import empty_layout, readable_label
from klachtdesk.ui.widgets.icon_mark import IconMark
from klachtdesk.ui.widgets.pdf_viewer import PdfViewer
from klachtdesk.ui.workspace import Workspace
from klachtdesk.views.brief import BriefInvoer, BriefVoorbeeld

_PAUSE = 350
"""Milliseconds without a change after which the letter is drawn again."""

_ICON = 16


class LivePreview(QWidget):
    """Draws one letter at a time: what is typed meanwhile comes in the next drawing."""

    shown = Signal()
    """What is on the screen is how the letter stands."""

    def __init__(self, workspace: Workspace, dossier_id: int, typed: Callable[[], BriefInvoer]) -> None:
        super().__init__()
        self._workspace = workspace
        self._dossier_id = dossier_id
        self._typed = typed
        self._drawing = OneReading(self.draw)
        self._final = False
        self.viewer = PdfViewer("brief.pdf")
        self._remarks = QVBoxLayout()
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(_PAUSE)
        self._pause.timeout.connect(self.draw)
        self._remarks.setContentsMargins(14, 8, 14, 8)
        self._remarks.setSpacing(4)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(self._remarks)
        column.addWidget(self.viewer, 1)

    @property
    def current(self) -> bool:
        """Whether what is on the screen is how the letter stands."""
        return not (self._drawing.busy or self._pause.isActive())

    def touch(self) -> None:
        """Something changed: draw it soon."""
        self._pause.start()

    def draw(self) -> None:
        """Draw the letter as it is typed now."""
        self._pause.stop()
        if self._final or not self._drawing.begin():
            return
        service = partial(preview_brief, dossier_id=self._dossier_id, invoer=self._typed())
        self._workspace.read(self, service, self._on_drawn, self._on_failed)

    def rest(self) -> None:
        """Draw nothing any more, and take the remarks away: the letter is final. What is drawn now comes too late."""
        self._final = True
        self._pause.stop()
        self._tell(())

    def _on_drawn(self, voorbeeld: BriefVoorbeeld) -> None:
        if not self._final:
            self.viewer.load_again(voorbeeld.pdf)
            self._tell(voorbeeld.opmerkingen)
        self._go_on()

    def _on_failed(self, error: DeskError) -> None:
        if not self._final:
            self._tell((str(error),))
        self._go_on()

    def _go_on(self) -> None:
        self._drawing.done()
        if not self._drawing.busy:
            self.shown.emit()

    def _tell(self, remarks: tuple[str, ...]) -> None:
        empty_layout(self._remarks)
        self._remarks.setContentsMargins(14, 8 * bool(remarks), 14, 8 * bool(remarks))
        for place, zin in enumerate(remarks, 1):
            row = QHBoxLayout()
            row.setSpacing(8)
            row.addWidget(IconMark("circle-alert", "warning", _ICON))
            row.addWidget(readable_label(zin, name=f"brief.opmerking.{place}"), 1)
            self._remarks.addLayout(row)
