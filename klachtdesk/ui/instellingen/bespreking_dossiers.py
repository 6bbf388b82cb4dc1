"""The dossiers that a bespreking covers: all that were closed by then and not discussed, unless some are left out."""

from dataclasses import dataclass, field
from datetime import date
from functools import partial

from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from klachtdesk.services.besprekingen.holding import to_discuss
from klachtdesk.services.desk import Desk
from klachtdesk.ui.dutch_dates import short_date, understand_date
from klachtdesk.ui.instellingen.form_dialog import FormDialog
from klachtdesk.ui.widgets.controls import empty_layout, scrolled, text_label
from klachtdesk.ui.widgets.flow_layout import FlowLayout
from klachtdesk.ui.widgets.tick import TickBox
from klachtdesk.ui.workspace import Workspace
from klachtdesk.views.kantoorgegevens import TeBesprekenRegel

_HEIGHT = 96


@dataclass(slots=True)
class Keuze:
    """Which dossiers were offered and which of those were left out; outlives the dialog, and knows no window."""

    gelezen: tuple[TeBesprekenRegel, ...] = ()
    """What could be discussed on the day in the form; put here on the worker, so that saving comes after it."""
    reglementen: frozenset[str] = frozenset()
    weggelaten: set[int] = field(default_factory=set)

    @property
    def regels(self) -> tuple[TeBesprekenRegel, ...]:
        """The dossiers that are offered."""
        asked = self.reglementen
        return tuple(item for item in self.gelezen if not asked or item.reglement in {"", *asked})

    @property
    def ids(self) -> tuple[int, ...]:
        """The dossiers that are discussed. Safe to ask on the worker."""
        return tuple(item.dossier_id for item in self.regels if item.dossier_id not in self.weggelaten)


class BesprekingDossiers(QFrame):
    """One box for each dossier, ticked to begin with; follows the date and the reglementen in the form."""

    def __init__(self, workspace: Workspace, keuze: Keuze, dialog: FormDialog) -> None:
        super().__init__()
        self.setProperty("look", "foot")
        self._workspace = workspace
        self._keuze = keuze
        self._dialog = dialog
        self._read_for = ""
        self._words = text_label(look="strong", name="bespreking.dossiers", wrap=True)
        content = QWidget()
        content.setProperty("look", "clear")
        self._flow = FlowLayout(content, spacing=4)
        scroll = scrolled(content)
        scroll.setMaximumHeight(_HEIGHT)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 10, 24, 8)
        column.setSpacing(4)
        column.addWidget(self._words)
        column.addWidget(scroll)
        dialog.form.edited.connect(self._read)
        self._read()

    def _read(self) -> None:
        """Offer what could be discussed on the date in the form."""
        asked = frozenset(self._dialog.draft.text("reglementen").split())
        if asked != self._keuze.reglementen:
            self._keuze.reglementen = asked
            self._show()
        typed = self._dialog.draft.text("datum")
        datum = understand_date(typed, self._workspace.klok.vandaag())
        if datum is not None and typed != self._read_for:
            self._read_for = typed
            self._workspace.read(self, partial(_find, self._keuze, datum), lambda _nothing: self._show())

    def _show(self) -> None:
        empty_layout(self._flow)
        regels = self._keuze.regels
        self._words.setText(
            "Welke dossiers zijn besproken?"
            if regels
            else "Op deze datum was er geen afgesloten dossier om te bespreken."
        )
        for regel in regels:
            box = TickBox(f"{regel.nummer} (gesloten {short_date(regel.gesloten_op)})")
            box.setObjectName(f"bespreking.dossier.{regel.dossier_id}")
            box.setChecked(regel.dossier_id not in self._keuze.weggelaten)
            box.toggled.connect(partial(self._on_toggled, regel.dossier_id))
            self._flow.addWidget(box)

    def _on_toggled(self, dossier_id: int, on: bool) -> None:
        change = self._keuze.weggelaten.discard if on else self._keuze.weggelaten.add
        change(dossier_id)


def _find(keuze: Keuze, datum: date, desk: Desk) -> None:
    keuze.gelezen = to_discuss(desk, datum=datum)
