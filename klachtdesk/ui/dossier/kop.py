"""The head of a dossier: its number, whose it is and how it stands, and what can be done with it as a whole."""

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QHBoxLayout, QLabel, QMenu, QVBoxLayout, QWidget

from klachtdesk.dutch import counted
from klachtdesk.ui.dialogs.reglementkeuze import ask_reglement
from klachtdesk.ui.dialogs.vergissing import ask_vergissing
from klachtdesk.ui.dossier.bundel import show_bundel
from klachtdesk.ui.widgets.controls import chip, let_go, push_button, text_label
from klachtdesk.ui.widgets.flow_layout import FlowLayout
from klachtdesk.ui.workspace import Workspace
from klachtdesk.views.dossier import DossierView


class Kop(QWidget):
    """Stays in sight whatever part of the dossier is shown below it."""

    left = Signal()
    record_wanted = Signal()

    def __init__(self, workspace: Workspace, dossier_id: int) -> None:
        super().__init__()
        self._workspace = workspace
        self._dossier_id = dossier_id
        self._dossier: DossierView | None = None
        self._number = text_label(look="title", name="dossier.nummer")
        self._title = text_label(look="muted", name="dossier.titel", wrap=True)
        self._chips = FlowLayout(spacing=8)
        self._shown_chips: list[QLabel] = []
        self._menu = QMenu(self)
        self._add("dossier.bundel", "Hele dossier als pdf…", self._on_bundel)
        self._add("dossier.vergissing", "Dit dossier is een vergissing…", self._on_vergissing)
        self._other = self._add("dossier.reglement", "Ander reglement kiezen…", self._on_reglement)
        self._other.setVisible(False)
        self._assemble()

    def _add(self, name: str, words: str, act: Callable[[], None]) -> QAction:
        action = self._menu.addAction(words)
        action.setObjectName(name)
        action.triggered.connect(act)
        return action

    def _assemble(self) -> None:
        record = push_button(
            "dossier.gebeurtenis",
            "&Gebeurtenis vastleggen",
            self.record_wanted.emit,
            icon="plus",
            tip="Leg vast wat er is gebeurd (Ctrl+G)",
        )
        back = push_button(
            "dossier.terug", "Terug", self.left.emit, look="quiet", icon="arrow-left", tip="Terug (Esc)"
        )
        more = push_button("dossier.meer", "Meer", lambda: None, look="quiet", tip="Meer acties")
        more.setMenu(self._menu)
        self._chips.addWidget(self._number)
        texts = QVBoxLayout()
        texts.setSpacing(0)
        texts.addLayout(self._chips)
        texts.addWidget(self._title)
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 14, 24, 8)
        row.setSpacing(10)
        row.addWidget(back, 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(texts, 1)
        row.addWidget(more, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(record, 0, Qt.AlignmentFlag.AlignTop)

    def show_dossier(self, dossier: DossierView) -> None:
        """Show how the dossier stands now."""
        self._dossier = dossier
        self._other.setVisible(bool(dossier.andere_reglementen))
        self._number.setText(dossier.nummer)
        self._title.setText(dossier.titel)
        for old in self._shown_chips:
            self._chips.removeWidget(old)
            let_go(old)
        self._shown_chips = _chips_of(dossier)
        for new in self._shown_chips:
            self._chips.addWidget(new)

    def _on_bundel(self) -> None:
        show_bundel(self._workspace, self, self._dossier_id, self._number.text())

    def _on_vergissing(self) -> None:
        ask_vergissing(self._workspace, self, self._dossier_id)

    def _on_reglement(self) -> None:
        if self._dossier is not None:
            ask_reglement(self._workspace, self, self._dossier_id, self._dossier.andere_reglementen)


def _chips_of(dossier: DossierView) -> list[QLabel]:
    """Return them, the status first: then what is late, and that it is closed."""
    chips = [chip(dossier.status, "accent" if dossier.open else "", "dossier.status")]
    late = sum(1 for termijn in dossier.termijnen if termijn.te_laat)
    if late:
        words = f"{counted(late, 'termijn', 'termijnen')} te laat"
        chips.append(chip(words, "danger", "dossier.te_laat"))
    if not dossier.open:
        chips.append(chip("Gesloten", "", "dossier.gesloten"))
    return chips
