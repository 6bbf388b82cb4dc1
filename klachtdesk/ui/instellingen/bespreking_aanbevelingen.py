"""The aanbevelingen that wait for a decision, under the form of a bespreking: adopted, not adopted, or left open."""

from collections.abc import Sequence

from PySide6.QtGui import QStandardItemModel
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from klachtdesk.services.aanbevelingen import undecided_aanbevelingen
from klachtdesk.ui.dutch_dates import short_date
from klachtdesk.ui.widgets.choice import Choice
from klachtdesk.ui.widgets.controls import text_label
from klachtdesk.ui.workspace import Workspace
from klachtdesk.views.overzicht import AanbevelingView

_HEIGHT = 150
_OPEN, _YES, _NO = "Nog geen besluit", "Overgenomen", "Niet overgenomen"
_CHOICES = ((_OPEN, None), (_YES, True), (_NO, False))


class BesprekingAanbevelingen(QFrame):
    """A choice for each; what has no owner and no day yet can't be adopted, and says so."""

    def __init__(self, workspace: Workspace) -> None:
        super().__init__()
        self.setObjectName("bespreking.aanbevelingen")
        self.setProperty("look", "foot")
        self._chosen: dict[int, bool] = {}
        self._rows = QVBoxLayout()
        self._rows.setContentsMargins(0, 0, 6, 0)
        self._rows.setSpacing(8)
        content = QWidget()
        content.setProperty("look", "clear")
        content.setLayout(self._rows)
        scroll = QScrollArea()
        scroll.setWidgetResizable(True)
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setMaximumHeight(_HEIGHT)
        scroll.setWidget(content)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 10, 24, 8)
        column.setSpacing(6)
        column.addWidget(text_label("Wat is er besloten over de aanbevelingen?", look="strong", wrap=True))
        column.addWidget(scroll)
        self.hide()
        workspace.read(self, undecided_aanbevelingen, self._show)

    @property
    def overgenomen(self) -> dict[int, bool]:
        """What was chosen, by the id of the aanbeveling; what was left open is not in it. Safe to ask on the worker."""
        return dict(self._chosen)

    def _show(self, items: Sequence[AanbevelingView]) -> None:
        for item in items:
            self._rows.addWidget(self._row(item))
        self.setVisible(bool(items))

    def _on_chosen(self, aanbeveling_id: int, overgenomen: bool | None) -> None:
        if overgenomen is None:
            self._chosen.pop(aanbeveling_id, None)
        else:
            self._chosen[aanbeveling_id] = overgenomen

    def _row(self, item: AanbevelingView) -> QWidget:
        ready = bool(item.eigenaar) and item.uiterlijk is not None
        box = Choice()
        box.setObjectName(f"bespreking.aanbeveling.{item.id}")
        box.setAccessibleName(f"Besluit over: {item.tekst}")
        for words, value in _CHOICES:
            box.addItem(words, value)
        model = box.model()
        if not ready and isinstance(model, QStandardItemModel):
            model.item(1).setEnabled(False)
        box.currentIndexChanged.connect(lambda _place: self._on_chosen(item.id, box.currentData()))
        texts = QVBoxLayout()
        texts.setSpacing(1)
        texts.addWidget(text_label(item.tekst, wrap=True))
        texts.addWidget(text_label(_about(item, ready=ready), look="small", wrap=True))
        row = QWidget()
        row.setProperty("look", "clear")
        line = QHBoxLayout(row)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(12)
        line.addLayout(texts, 1)
        line.addWidget(box)
        return row


def _about(item: AanbevelingView, *, ready: bool) -> str:
    if ready:
        return f"Door {item.eigenaar}, uiterlijk {short_date(item.uiterlijk)}"
    return "Overnemen kan als bij Overzicht is ingevuld wie dit uitvoert en wanneer."
