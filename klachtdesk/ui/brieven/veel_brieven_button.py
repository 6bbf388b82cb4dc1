"""The way to make letters for many dossiers in one go, for where what is to be done is listed."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QPushButton

from klachtdesk.services.brieven.many import briefstapels
from klachtdesk.ui.brieven.veel_brieven import VeelBrievenDialog
from klachtdesk.ui.widgets.controls import dress_button
from klachtdesk.ui.workspace import Workspace
from klachtdesk.views.vandaag import VandaagView

if TYPE_CHECKING:
    from klachtdesk.views.veel_brieven import Briefstapel


class VeelBrievenButton(QPushButton):
    """Is there only while several dossiers wait for the same letter."""

    opened = Signal(int)
    """A dossier that somebody wants to see."""

    def __init__(self, workspace: Workspace) -> None:
        super().__init__("Brieven in één keer…")
        self._workspace = workspace
        self._stapels: tuple[Briefstapel, ...] = ()
        tip = "Meer dossiers wachten op dezelfde brief: maak die samen"
        dress_button(self, "vandaag.brieven", self._on_clicked, look="quiet", icon="file-text", tip=tip)
        self.hide()

    def offer(self, view: VandaagView) -> None:
        """Look at what is to be done whether letters can be made together."""
        self._stapels = briefstapels(view)
        self.setVisible(bool(self._stapels))

    def _on_clicked(self) -> None:
        dialog = VeelBrievenDialog(self._workspace, self._stapels, self.window())
        dialog.opened.connect(self.opened)
        dialog.open()
