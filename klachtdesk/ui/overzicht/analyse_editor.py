"""The analysis that goes with an overview: it is kept while it is being typed, so that nothing of it is lost."""

from functools import partial

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout

from klachtdesk.errors import DeskError
from klachtdesk.formulieren.overzicht import ANALYSE
from klachtdesk.services.changes import Changes
from klachtdesk.services.overzicht.aanbevelingen import save_analyse
from klachtdesk.ui.dutch_dates import clock_time
from klachtdesk.ui.forms.text_fields import LongTextField
from klachtdesk.ui.theme import restyle
from klachtdesk.ui.widgets.controls import text_label
from klachtdesk.ui.workspace import Workspace
from klachtdesk.views.overzicht import Over

_PAUSE = 900
"""Milliseconds without a keystroke after which typing is kept."""


class AnalyseEditor(QFrame):
    """Keeps the text after a pause, when it is left, when another overview is chosen and when the kluis closes."""

    def __init__(self, workspace: Workspace) -> None:
        super().__init__()
        self.setObjectName("overzicht.analyse.kaart")
        self.setProperty("look", "card")
        self._workspace = workspace
        self._over: Over | None = None
        self._kept = ""
        self._keeping = 0
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(_PAUSE)
        self._field = LongTextField(ANALYSE.veld("analyse"))
        self._field.edit.setObjectName("overzicht.analyse")
        self._field.edit.setAccessibleName(ANALYSE.titel)
        self._field.edit.setAccessibleDescription(ANALYSE.uitleg)
        self._status = text_label(look="small", name="overzicht.analyse.stand")
        self._assemble()
        self._field.edited.connect(self._on_edited)
        self._field.refused.connect(self._tell_fault)
        self._field.left.connect(self.keep)
        self._pause.timeout.connect(self.keep)
        workspace.flushing.connect(self.keep)

    def _assemble(self) -> None:
        head = QHBoxLayout()
        head.addWidget(text_label(ANALYSE.titel, look="heading"), 1)
        head.addWidget(self._status)
        column = QVBoxLayout(self)
        column.setContentsMargins(18, 12, 18, 16)
        column.setSpacing(6)
        column.addLayout(head)
        column.addWidget(text_label(ANALYSE.uitleg, look="muted", wrap=True))
        column.addWidget(self._field)

    def show_analyse(self, over: Over, analyse: str) -> None:
        """Show the analysis of an overview; what is being typed with this one is never overwritten.

        While it is being kept too what was read may be from before; once it is kept it is read again.
        """
        if over == self._over and (self._altered or self._keeping or self._field.edit.hasFocus()):
            return
        self.keep()
        self._over, self._kept = over, analyse
        if self._field.text() != analyse:
            self._field.put(analyse)
        self._say("")

    def keep(self) -> None:
        """Keep what was typed now, if there is anything new."""
        self._pause.stop()
        if self._over is None or not self._altered:
            return
        text, before = self._field.text(), self._kept
        self._kept = text
        self._keeping += 1
        service = partial(save_analyse, over=self._over, waarden={"analyse": text})
        self._workspace.change(self, service, self._on_kept, partial(self._on_failed, before))

    @property
    def _altered(self) -> bool:
        return self._field.text() != self._kept

    def _on_edited(self, _text: str) -> None:
        self._say("Nog niet opgeslagen")
        self._pause.start()

    def _on_kept(self, _changes: Changes) -> None:
        self._keeping -= 1
        if not self._altered:
            self._say(f"Opgeslagen {clock_time(self._workspace.klok.nu())}")

    def _on_failed(self, before: str, error: DeskError) -> None:
        """Say so in the window as well: whoever typed may be elsewhere by now."""
        self._keeping -= 1
        self._kept = before
        self._tell_fault("Niet opgeslagen")
        self._workspace.notices.tell_error(error)
        self._workspace.keeping_failed.emit(error)

    def _say(self, words: str) -> None:
        restyle(self._status, "look", "small")
        self._status.setText(words)

    def _tell_fault(self, words: str) -> None:
        restyle(self._status, "look", "error")
        self._status.setText(words)
