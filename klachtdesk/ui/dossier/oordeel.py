"""The oordeel of a dossier: its content is a form, the document and the signatures have a panel."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from klachtdesk.ui.dossier.signing_panel import SigningPanel
from klachtdesk.ui.widgets.controls import card, push_button, scrolled, text_label
from klachtdesk.ui.workspace import Workspace
from klachtdesk.views.dossier import DossierView

_EXPLANATION = (
    "Bevindingen, conclusies en het oordeel per klachtonderdeel vult u in op het formulier. "
    "Het document hieronder wordt daaruit gemaakt."
)


class OordeelTab(QWidget):
    """Checking signatures takes a moment, so the panel is only filled when it is in sight."""

    form_wanted = Signal()

    def __init__(self, workspace: Workspace) -> None:
        super().__init__()
        self.setObjectName("dossier.oordeel")
        self._dossier: DossierView | None = None
        self._stale = False
        self._panel = SigningPanel(workspace)
        self._assemble()

    def _assemble(self) -> None:
        content = card()
        texts = QVBoxLayout()
        texts.setSpacing(2)
        texts.addWidget(text_label("Inhoud", look="heading"))
        texts.addWidget(text_label(_EXPLANATION, look="muted", wrap=True))
        row = QHBoxLayout(content)
        row.setContentsMargins(20, 14, 20, 16)
        row.setSpacing(16)
        row.addLayout(texts, 1)
        row.addWidget(
            push_button("oordeel.formulier", "&Inhoud invullen", self.form_wanted.emit, icon="file-pen-line"),
            0,
            Qt.AlignmentFlag.AlignVCenter,
        )
        inside = QWidget()
        inside.setProperty("look", "clear")
        column = QVBoxLayout(inside)
        column.setContentsMargins(24, 16, 24, 24)
        column.setSpacing(14)
        column.addWidget(content)
        column.addWidget(self._panel)
        column.addStretch(1)
        scroll = scrolled(inside)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        page = QVBoxLayout(self)
        page.setContentsMargins(0, 0, 0, 0)
        page.addWidget(scroll)

    def show_dossier(self, dossier: DossierView) -> None:
        """Show this dossier, now or when this comes in sight."""
        self._dossier = dossier
        self._stale = True
        if self.isVisible():
            self._fill()

    def showEvent(self, event: QShowEvent) -> None:
        """Fill the panel when something changed meanwhile."""
        super().showEvent(event)
        self._fill()

    def _fill(self) -> None:
        if self._stale and self._dossier is not None:
            self._stale = False
            self._panel.show_dossier(self._dossier)
