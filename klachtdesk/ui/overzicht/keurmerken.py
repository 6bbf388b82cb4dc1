"""The button with the quality marks: for each the figures and cases that answer its questions, as one PDF."""

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtWidgets import QMenu, QWidget

from klachtdesk.services.desk import Desk
from klachtdesk.services.overzicht.keurmerken import list_keurmerken, render_bewijs, save_bewijs
from klachtdesk.ui.dialogs.document_dialog import show_document
from klachtdesk.ui.dialogs.export import Export
from klachtdesk.ui.widgets.controls import push_button
from klachtdesk.ui.workspace import Workspace
from klachtdesk.views.keurmerk import KeurmerkKeuze
from klachtdesk.views.overzicht import Over


class Keurmerkknop:
    """Offers every quality mark that is described; the PDF is about the period in sight at that moment."""

    def __init__(self, workspace: Workspace, owner: QWidget, over: Callable[[], Over]) -> None:
        self._workspace = workspace
        self._owner = owner
        self._over = over
        menu = QMenu(owner)
        menu.setObjectName("overzicht.keurmerken.menu")
        for keurmerk in list_keurmerken():
            action = menu.addAction(f"{keurmerk.naam}…")
            action.setObjectName(f"overzicht.keurmerk.{keurmerk.sleutel}")
            action.triggered.connect(partial(self._on_chosen, keurmerk))
        self.button = push_button(
            "overzicht.keurmerken",
            "&Keurmerken",
            lambda: None,
            icon="shield-check",
            tip="De cijfers en zaken die laten zien wat een keurmerk vraagt, als pdf",
        )
        self.button.setMenu(menu)

    def _on_chosen(self, keurmerk: KeurmerkKeuze, _checked: bool = False) -> None:
        over = self._over()

        def make(desk: Desk) -> bytes:
            return render_bewijs(desk, keurmerk.sleutel, over)

        def save(desk: Desk, target: Path) -> None:
            save_bewijs(desk, target, keurmerk.sleutel, over)

        def show(inhoud: bytes) -> None:
            titel = f"Klachten en {keurmerk.naam}"
            show_document(self._workspace, self._owner, titel, inhoud, Export(titel, save))

        self._workspace.open(self._owner, make, show, lane=keurmerk.naam)
