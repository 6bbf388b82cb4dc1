"""The dossiers that a bespreking covers: all that were closed by then and not discussed, unless some are left out."""

from functools import partial

from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from klachtdesk.services.besprekingen import to_discuss
from klachtdesk.ui.dutch_dates import short_date, understand_date
from klachtdesk.ui.instellingen.form_dialog import FormDialog
from klachtdesk.ui.widgets.controls import empty_layout, text_label
from klachtdesk.ui.widgets.flow_layout import FlowLayout
from klachtdesk.ui.widgets.tick import TickBox
from klachtdesk.ui.workspace import Workspace
from klachtdesk.views.kantoorgegevens import TeBesprekenRegel

_HEIGHT = 96


class BesprekingDossiers(QFrame):
    """One box for each dossier, ticked to begin with; follows the date and the reglementen in the form."""

    def __init__(self, workspace: Workspace) -> None:
        super().__init__()
        self.setProperty("look", "foot")
        self._workspace = workspace
        self._read_for = ""
        self._regels: tuple[TeBesprekenRegel, ...] = ()
        self._asked: frozenset[str] = frozenset()
        self._boxes: dict[int, TickBox] = {}
        self._words = text_label(look="strong", name="bespreking.dossiers", wrap=True)
        content = QWidget()
        content.setProperty("look", "clear")
        self._flow = FlowLayout(content, spacing=4)
        scroll = QScrollArea()
        scroll.setWidgetResizable(True)
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setMaximumHeight(_HEIGHT)
        scroll.setWidget(content)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 10, 24, 8)
        column.setSpacing(4)
        column.addWidget(self._words)
        column.addWidget(scroll)

    @property
    def ids(self) -> tuple[int, ...]:
        """The dossiers that are ticked."""
        return tuple(dossier_id for dossier_id, box in self._boxes.items() if box.isChecked())

    def follow(self, dialog: FormDialog) -> None:
        """Offer what could be discussed on the date in this form, now and whenever something changes."""
        read = partial(self._read, dialog)
        dialog.form.edited.connect(read)
        read()

    def _read(self, dialog: FormDialog) -> None:
        asked = frozenset(dialog.draft.text("reglementen").split())
        if asked != self._asked:
            self._asked = asked
            self._show()
        typed = dialog.draft.text("datum")
        datum = understand_date(typed, self._workspace.klok.vandaag())
        if datum is not None and typed != self._read_for:
            self._read_for = typed
            self._workspace.read(self, partial(to_discuss, datum=datum), self._on_read)

    def _on_read(self, regels: tuple[TeBesprekenRegel, ...]) -> None:
        self._regels = regels
        self._show()

    def _show(self) -> None:
        empty_layout(self._flow)
        self._boxes.clear()
        regels = [item for item in self._regels if not self._asked or item.reglement in {"", *self._asked}]
        self._words.setText(
            "Welke dossiers zijn besproken?"
            if regels
            else "Op deze datum was er geen afgesloten dossier om te bespreken."
        )
        for regel in regels:
            box = TickBox(f"{regel.nummer} (gesloten {short_date(regel.gesloten_op)})")
            box.setObjectName(f"bespreking.dossier.{regel.dossier_id}")
            box.setChecked(True)
            self._boxes[regel.dossier_id] = box
            self._flow.addWidget(box)
