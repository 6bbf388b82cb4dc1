"""What a gebeurtenis asks for: its date and its own fields, built from what the service says it needs."""

from collections.abc import Callable, Mapping
from datetime import date

from PySide6.QtWidgets import QVBoxLayout, QWidget

from klachtdesk.formulieren import Keuze, Veld, VeldSoort
from klachtdesk.ui.dutch_dates import typed_date
from klachtdesk.ui.forms.field_box import FieldBox
from klachtdesk.ui.forms.suggest_field import SuggestField
from klachtdesk.views.dossier import GebeurtenisKeuze, GebeurtenisVeld

_KINDS = {"tekst": VeldSoort.LANGE_TEKST, "datum": VeldSoort.DATUM}
_NAME = "gebeurtenis"
_SEVERAL = "gronden"
"""The one field of the vocabulary in which more than one choice may be ticked."""


class GebeurtenisForm(QWidget):
    """The fields of one kind of gebeurtenis, in raw text."""

    def __init__(self, keuze: GebeurtenisKeuze, vandaag: Callable[[], date]) -> None:
        super().__init__()
        self.setProperty("look", "clear")
        self._vandaag = vandaag
        datum = Veld("datum", "Datum", VeldSoort.DATUM, hulp="De dag waarop het gebeurde.")
        self._boxes = {"datum": FieldBox(datum, f"{_NAME}.datum", vandaag)}
        self._boxes["datum"].field.put(typed_date(vandaag()))
        for veld in keuze.velden:
            self._boxes[veld.sleutel] = self._box(veld)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 4, 0)
        column.setSpacing(10)
        for box in self._boxes.values():
            column.addWidget(box)
        column.addStretch(1)

    def _box(self, asked: GebeurtenisVeld) -> FieldBox:
        keuzes = tuple(Keuze(sleutel, label) for sleutel, label in asked.keuzes)
        free = asked.soort == "persoon"
        kind = _kind(asked, free=free)
        label = asked.label if asked.verplicht else f"{asked.label} (niet verplicht)"
        veld = Veld(asked.sleutel, label, kind, () if free else keuzes, na_vandaag=True)
        field = SuggestField(veld, keuzes) if free else None
        return FieldBox(veld, f"{_NAME}.{asked.sleutel}", self._vandaag, field)

    def datum(self) -> str:
        """Return the raw date."""
        return self._boxes["datum"].field.text()

    def velden(self) -> dict[str, str]:
        """Return the raw values of the other fields."""
        return {key: box.field.text() for key, box in self._boxes.items() if key != "datum"}

    def put(self, waarden: Mapping[str, str]) -> None:
        """Fill fields in, `datum` among them; others stay as they are."""
        for key, text in waarden.items():
            if key in self._boxes:
                self._boxes[key].field.put(text)

    def typed(self) -> bool:
        """Return whether anything but the date was filled in."""
        return any(self.velden().values())

    def show_faults(self, faults: Mapping[str, str]) -> bool:
        """Show faults at their fields and go to the first; return whether one was about a field of this form."""
        first = None
        for key, box in self._boxes.items():
            box.show_fault(faults.get(key, ""))
            first = first or (box if key in faults else None)
        if first is not None:
            first.field.focus_target().setFocus()
        return first is not None

    def begin(self) -> None:
        """Put the keyboard in the date, ready to be typed over."""
        self._boxes["datum"].field.focus_target().setFocus()


def _kind(asked: GebeurtenisVeld, *, free: bool) -> VeldSoort:
    if asked.sleutel == _SEVERAL:
        return VeldSoort.MEERKEUZE
    if asked.keuzes and not free:
        return VeldSoort.KEUZE
    return _KINDS.get(asked.soort, VeldSoort.TEKST)
