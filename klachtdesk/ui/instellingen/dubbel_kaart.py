"""Persons who may be one: what they have in common, what is known of each, and whom to keep."""

from collections.abc import Iterator

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QButtonGroup, QFrame, QHBoxLayout, QVBoxLayout, QWidget

from klachtdesk.dutch import capital
from klachtdesk.ui.widgets.controls import push_button, readable_label, text_label
from klachtdesk.ui.widgets.tick import RadioChoice, TickBox
from klachtdesk.views.personen import DubbelGroep, PersoonRegel

_PAIR = 2


class DubbelKaart(QFrame):
    """Asks whom to keep; in a group of three or more also who belong together."""

    merge_wanted = Signal(int, object)
    apart_wanted = Signal(object)

    def __init__(self, name: str, groep: DubbelGroep) -> None:
        super().__init__()
        self.setObjectName(name)
        self.setProperty("look", "card")
        self._group = QButtonGroup(self)
        self._ticks: dict[int, TickBox] = {}
        gronden = " en ".join(groep.gronden)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 12, 16, 12)
        column.setSpacing(8)
        title = f"{capital(gronden)}. Wie houdt u aan?"
        column.addWidget(text_label(title, look="strong", name=f"{name}.gronden", wrap=True))
        for persoon in groep.personen:
            column.addWidget(self._persoon(persoon, choose=len(groep.personen) > _PAIR))
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        self._merge = push_button(f"{name}.samenvoegen", "Samenvoegen", self._on_merge)
        self._apart = push_button(
            f"{name}.verschillend", "Dit zijn verschillende personen", self._on_apart, look="quiet"
        )
        buttons.addWidget(self._merge)
        buttons.addWidget(self._apart)
        buttons.addStretch()
        column.addLayout(buttons)
        names = ", ".join(dict.fromkeys(persoon.naam for persoon in groep.personen))
        for button in (self._merge, self._apart):
            button.setAccessibleName(f"{button.text()}: {names}")
        self._group.buttons()[0].setChecked(True)
        self._group.buttonClicked.connect(self._show_ticks)
        self._show_ticks()

    def _persoon(self, persoon: PersoonRegel, *, choose: bool) -> QWidget:
        name = f"{self.objectName()}.{persoon.id}"
        keep = RadioChoice(persoon.naam.replace("&", "&&") or "Zonder naam")
        keep.setObjectName(f"{name}.behouden")
        keep.setAccessibleName(f"{persoon.naam} aanhouden")
        self._group.addButton(keep, persoon.id)
        known = (persoon.functie, persoon.organisatie, persoon.afdeling, persoon.plaats, persoon.telefoon)
        parts = ", ".join(_deelnames(persoon))
        words = "; ".join(part for part in (", ".join(filter(None, (*known, persoon.email))), parts) if part)
        row = QWidget()
        row.setProperty("look", "clear")
        line = QHBoxLayout(row)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(12)
        line.addWidget(keep)
        line.addWidget(readable_label(words, look="muted", name=f"{name}.gegevens"), 1)
        tick = TickBox("Samenvoegen")
        tick.setObjectName(f"{name}.meedoen")
        tick.setAccessibleName(f"{persoon.naam} samenvoegen")
        tick.setChecked(True)
        tick.toggled.connect(self._show_ticks)
        self._ticks[persoon.id] = tick
        tick.setParent(row)
        tick.setVisible(choose)
        if choose:
            line.addWidget(tick)
        return row

    def _chosen(self) -> tuple[int, ...]:
        """Return who go into the one who is kept."""
        kept = self._group.checkedId()
        return tuple(key for key, tick in self._ticks.items() if tick.isChecked() and key != kept)

    def _show_ticks(self) -> None:
        kept = self._group.checkedId()
        for key, tick in self._ticks.items():
            tick.setEnabled(key != kept)
        self._merge.setEnabled(bool(self._chosen()))

    def _on_merge(self) -> None:
        self.merge_wanted.emit(self._group.checkedId(), self._chosen())

    def _on_apart(self) -> None:
        self.apart_wanted.emit((self._group.checkedId(), *self._chosen()))


def _deelnames(persoon: PersoonRegel) -> Iterator[str]:
    """Yield each dossier once, with the parts that the person has in it."""
    for nummer in dict.fromkeys(item.nummer for item in persoon.deelnames):
        rollen = [item.rol_label.lower() for item in persoon.deelnames if item.nummer == nummer]
        named = " en ".join(filter(None, rollen))
        yield f"{nummer} ({named})" if named else nummer
