"""The overview of the klachten of a period: figures that name nobody, what they mean, and what has to change."""

from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from klachtdesk.errors import DeskError
from klachtdesk.services.changes import Changes
from klachtdesk.services.desk import Desk
from klachtdesk.services.overzicht.keuze import read_keuze, sentences_of
from klachtdesk.services.overzicht.reading import read_overzicht
from klachtdesk.ui.overzicht.achter_getal import show_behind
from klachtdesk.ui.overzicht.cijfers import Cijfers
from klachtdesk.ui.overzicht.conclusies import Conclusies
from klachtdesk.ui.overzicht.keurmerken import Keurmerkknop
from klachtdesk.ui.overzicht.keuze import Keuzebalk
from klachtdesk.ui.overzicht.papieren import Papieren
from klachtdesk.ui.overzicht.rasters import Plek, behind_words
from klachtdesk.ui.widgets.controls import page_tabs, text_label
from klachtdesk.ui.widgets.flow_layout import FlowLayout
from klachtdesk.ui.workspace import Workspace
from klachtdesk.views.overzicht import Over, OverzichtKeuze, OverzichtView


@dataclass(frozen=True, slots=True)
class _Stand:
    """What one reading brought: the choices, which overview it is, the overview itself and its sentences."""

    keuze: OverzichtKeuze
    over: Over
    overzicht: OverzichtView
    zinnen: tuple[str, ...]


class OverzichtPage(QWidget):
    """One reading at a time; what is wanted by then is read after it. Reads again only in sight, and when it must."""

    dossier_opened = Signal(int)
    bespreking_wanted = Signal()
    producten_wanted = Signal()

    def __init__(self, workspace: Workspace) -> None:
        super().__init__()
        self.setObjectName("overzicht")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._workspace = workspace
        self._reading = False
        self._stale = True
        self._day = workspace.klok.vandaag()
        self._overzicht: OverzichtView | None = None
        self._title = text_label("Overzicht", look="title", name="overzicht.titel", wrap=True)
        self._about = text_label(look="muted", name="overzicht.waarover", wrap=True)
        self._keuze = Keuzebalk(workspace, self)
        self._papieren = Papieren(workspace, self, self._shown)
        self._keurmerken = Keurmerkknop(workspace, self, self._shown)
        self._tabs = page_tabs("overzicht.tabs")
        self._cijfers = Cijfers(self._tabs)
        self._conclusies = Conclusies(workspace)
        self._assemble()
        self.setFocusProxy(self._keuze.periode)
        self._keuze.chosen.connect(self.refresh)
        self._cijfers.plek_wanted.connect(self._on_plek)
        self._cijfers.producten_wanted.connect(self.producten_wanted)
        self._conclusies.bespreking_wanted.connect(self.bespreking_wanted)
        workspace.changed.connect(self._on_changed)
        self._switch(on=False)

    def _assemble(self) -> None:
        texts = QVBoxLayout()
        texts.setContentsMargins(24, 18, 24, 8)
        texts.setSpacing(0)
        texts.addWidget(self._title)
        texts.addWidget(self._about)
        bar = QWidget()
        bar.setProperty("look", "clear")
        flow = FlowLayout(bar, spacing=8)
        for widget in (
            self._keuze.periode,
            self._keuze.reglement,
            self._papieren.verslag,
            self._papieren.opslaan,
            self._papieren.werkoverleg,
            self._keurmerken.button,
        ):
            flow.addWidget(widget)
        policy = bar.sizePolicy()
        policy.setHeightForWidth(True)
        bar.setSizePolicy(policy)
        head = QHBoxLayout()
        head.setContentsMargins(24, 0, 24, 10)
        head.addWidget(bar, 1)
        self._tabs.setUsesScrollButtons(True)
        self._tabs.addTab(self._conclusies, "Aanbevelingen")
        page = QVBoxLayout(self)
        page.setContentsMargins(0, 0, 0, 0)
        page.setSpacing(0)
        page.addLayout(texts)
        page.addLayout(head)
        page.addWidget(self._tabs, 1)

    def refresh(self) -> None:
        """Read the overview that is chosen again."""
        self._stale = True
        if self._reading:
            return
        self._stale = False
        self._reading = True
        self._day = self._workspace.klok.vandaag()
        self._workspace.read(self, partial(_read, over=self._keuze.asked), self._on_read, self._on_failed)

    def showEvent(self, event: QShowEvent) -> None:
        """Read it when something changed since, or it has become another day."""
        super().showEvent(event)
        if self._stale or self._day != self._workspace.klok.vandaag():
            self.refresh()

    def _on_changed(self, changes: Changes) -> None:
        if changes.conclusies and self.isVisible():
            self._conclusies.refresh()
        if not (changes.lijst or changes.instellingen):
            return
        self._stale = True
        if self.isVisible():
            self.refresh()

    def _on_read(self, stand: _Stand) -> None:
        if self._keuze.asked in {None, stand.over}:
            self._keuze.show_keuze(stand.keuze)
            self._show(stand)
        self._read_done()

    def _on_failed(self, error: DeskError) -> None:
        self._workspace.notices.tell_error(error)
        self._read_done()

    def _read_done(self) -> None:
        self._reading = False
        if self._stale and self.isVisible():
            self.refresh()

    def _show(self, stand: _Stand) -> None:
        overzicht = stand.overzicht
        self._overzicht = overzicht
        self._title.setText(overzicht.titel)
        about = overzicht.reglement or "Alle klachten van het kantoor"
        self._about.setText(f"{about}. Druk op een getal om de dossiers erachter te zien.")
        self._cijfers.show_overzicht(overzicht, stand.zinnen)
        self._conclusies.show_overzicht(stand.over, overzicht)
        self._switch(on=True)

    def _switch(self, *, on: bool) -> None:
        """Offer papers only once it is known of what."""
        for button in (self._papieren.verslag, self._papieren.opslaan, self._keurmerken.button):
            button.setEnabled(on)

    def _shown(self) -> Over:
        """Return which overview is chosen; asked for only once there is one."""
        over = self._keuze.over
        if over is None:
            raise RuntimeError("there is no overview yet")
        return over

    def _on_plek(self, plek: Plek) -> None:
        if self._overzicht is not None:
            words = behind_words(self._overzicht, plek)
            show_behind(self._workspace, self, self._shown(), plek, words, self.dossier_opened.emit)


def _read(desk: Desk, over: Over | None) -> _Stand:
    keuze = read_keuze(desk)
    chosen = over or Over(keuze.begin.van, keuze.begin.tot)
    overzicht = read_overzicht(desk, chosen.van, chosen.tot, reglement=chosen.reglement or None)
    return _Stand(keuze, chosen, overzicht, sentences_of(overzicht))
