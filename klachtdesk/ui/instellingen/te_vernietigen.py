"""What may be destroyed after a bespreking: proposed in a dialog, with what still stands in the way of the others."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from klachtdesk.dutch import counted
from klachtdesk.services.besprekingen.na_bespreking import proposed_destruction
from klachtdesk.ui.dutch_dates import short_date
from klachtdesk.ui.instellingen.kaart import Kaart
from klachtdesk.ui.widgets.controls import push_button, scrolled, text_label
from klachtdesk.ui.workspace import Workspace
from klachtdesk.views.kantoorgegevens import TeVernietigenRegel

_NAME = "te_vernietigen"
_SIZE = QSize(560, 460)
_BLOCKS = {
    "bezwaar": "Er loopt nog bezwaar.",
    "beroep": "Er loopt nog beroep.",
    "opgeschort": "Het vernietigen is opgeschort.",
}


def show_te_vernietigen(
    workspace: Workspace, owner: QWidget, bespreking_id: int, nothing: Callable[[], None] | None = None
) -> None:
    """Show what may be destroyed after a bespreking; calls `nothing` where no reglement says so of these dossiers."""

    def show(regels: tuple[TeVernietigenRegel, ...]) -> None:
        if regels:
            TeVernietigenDialog(regels, owner.window()).open()
        elif nothing is not None:
            nothing()

    workspace.open(owner, partial(proposed_destruction, bespreking_id=bespreking_id), show)


class TeVernietigenDialog(QDialog):
    """A list to look at: nothing is destroyed by it."""

    def __init__(self, regels: tuple[TeVernietigenRegel, ...], parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName(_NAME)
        self.setWindowTitle("Wat mag worden vernietigd")
        self.setWindowModality(Qt.WindowModality.WindowModal)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.resize(_SIZE.boundedTo(parent.screen().availableSize() - QSize(40, 60)))
        rows = QVBoxLayout()
        rows.setContentsMargins(0, 0, 6, 0)
        rows.setSpacing(8)
        for regel in regels:
            rows.addWidget(_kaart(regel))
        rows.addStretch(1)
        content = QWidget()
        content.setProperty("look", "clear")
        content.setLayout(rows)
        scroll = scrolled(content)
        foot = QHBoxLayout()
        foot.addStretch()
        foot.addWidget(push_button(f"{_NAME}.sluiten", "&Sluiten", self.accept, look="primary"))
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 16, 20, 14)
        column.setSpacing(10)
        column.addWidget(text_label(_title(regels), look="heading", name=f"{_NAME}.titel", wrap=True))
        told = "Het reglement laat deze dossiers vernietigen nadat zij zijn besproken. Er is nog niets vernietigd."
        column.addWidget(text_label(told, look="muted", wrap=True))
        column.addWidget(scroll, 1)
        column.addLayout(foot)


def _title(regels: tuple[TeVernietigenRegel, ...]) -> str:
    now = sum(regel.mag_nu for regel in regels)
    soon = sum(regel.vanaf is not None and not regel.geblokkeerd_door for regel in regels)
    if now:
        return f"{counted(now, 'dossier mag', 'dossiers mogen')} nu weg"
    if soon:
        return f"{counted(soon, 'dossier mag', 'dossiers mogen')} weg vanaf de dag die erbij staat"
    return "Er mag nog niets weg"


def _kaart(regel: TeVernietigenRegel) -> Kaart:
    if regel.mag_nu:
        chip = ("Mag nu weg", "good")
    elif regel.vanaf is not None:
        chip = (f"Vanaf {short_date(regel.vanaf)}", "")
    else:
        chip = ("Nog niet", "warning")
    lines = [regel.artikel, *([regel.reden] if regel.reden and not regel.mag_nu else [])]
    lines += [_BLOCKS.get(item, item) for item in regel.geblokkeerd_door]
    return Kaart(f"{_NAME}.{regel.dossier_id}", regel.nummer, lines, (chip,))
