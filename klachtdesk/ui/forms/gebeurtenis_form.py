"""What a gebeurtenis asks for: its date and its own fields, built from what the service says it needs."""

from collections.abc import Callable, Mapping
from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from klachtdesk.dutch import typed_date
from klachtdesk.formulieren import Keuze, Veld, VeldSoort
from klachtdesk.ui.forms.field import Field
from klachtdesk.ui.forms.field_box import FieldBox
from klachtdesk.ui.forms.gronden_field import GrondenField
from klachtdesk.ui.forms.names_field import NamesField
from klachtdesk.ui.forms.suggest_field import SuggestField
from klachtdesk.ui.widgets.controls import text_label
from klachtdesk.views.dossier import GebeurtenisKeuze, GebeurtenisVeld

_KINDS = {"tekst": VeldSoort.LANGE_TEKST, "datum": VeldSoort.DATUM}
_NAME = "gebeurtenis"
_SEVERAL = "gronden"
"""The key of the field in which more than one ground can be ticked."""

_ONLY_WAY = frozenset({"ref", "termijn", "instantie"})
"""Kinds of fields that fill themselves in when there is one thing to choose: nothing is judged by that."""


class GebeurtenisForm(QWidget):
    """The fields of one kind of gebeurtenis, in raw text."""

    edited = Signal()

    def __init__(self, keuze: GebeurtenisKeuze, vandaag: Callable[[], date]) -> None:
        super().__init__()
        self.setProperty("look", "clear")
        datum = Veld("datum", "Datum *", VeldSoort.DATUM, hulp="De dag waarop het gebeurde.")
        self._boxes = {"datum": FieldBox(datum, f"{_NAME}.datum", vandaag)}
        self._boxes["datum"].field.put(typed_date(vandaag()))
        self._proposed: dict[str, str] = {}
        for veld in keuze.velden:
            self._boxes[veld.sleutel] = gebeurtenis_box(veld, f"{_NAME}.{veld.sleutel}", vandaag)
            if veld.voorstel:
                self.propose({veld.sleutel: veld.voorstel})
            elif veld.verplicht and veld.soort in _ONLY_WAY and len(veld.keuzes) == 1:
                self.propose({veld.sleutel: veld.keuzes[0][0]})
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 4, 0)
        column.setSpacing(10)
        for box in self._boxes.values():
            column.addWidget(box)
            box.edited.connect(self._on_edited)
        column.addWidget(text_label("* verplicht", look="small"))
        column.addStretch(1)

    def _on_edited(self, _text: str) -> None:
        self.edited.emit()

    def datum(self) -> str:
        """Return the raw date."""
        return self._boxes["datum"].field.text()

    def velden(self) -> dict[str, str]:
        """Return the raw values of the other fields."""
        return {key: box.field.text() for key, box in self._boxes.items() if key != "datum"}

    def waarden(self) -> dict[str, str]:
        """Return the raw values of all fields, `datum` among them."""
        return {key: box.field.text() for key, box in self._boxes.items()}

    def put(self, waarden: Mapping[str, str]) -> None:
        """Fill fields in, `datum` among them; others stay as they are."""
        for key, text in waarden.items():
            if key in self._boxes:
                self._boxes[key].field.put(text)

    def propose(self, waarden: Mapping[str, str]) -> None:
        """Fill fields in with what is meant most likely; nobody typed it."""
        self.put(waarden)
        self._proposed.update(waarden)

    def typed(self) -> dict[str, str]:
        """Return what was filled in by somebody, without the date."""
        return {key: text for key, text in self.velden().items() if text and text != self._proposed.get(key)}

    def show_faults(self, faults: Mapping[str, str]) -> bool:
        """Show faults at their fields and go to the first; return whether one was about a field of this form."""
        first = None
        for key, box in self._boxes.items():
            box.show_fault(faults.get(key, ""))
            first = first or (box if key in faults else None)
        if first is not None:
            go_to_box(first)
        return first is not None

    def begin(self) -> None:
        """Put the keyboard in the date, ready to be typed over."""
        go_to_box(self._boxes["datum"])

    def go_on(self) -> None:
        """Put the keyboard in the first field that is still empty, or else in the date."""
        empty = (box for box in self._boxes.values() if not box.field.text())
        go_to_box(next(empty, self._boxes["datum"]))


def gebeurtenis_box(asked: GebeurtenisVeld, name: str, vandaag: Callable[[], date]) -> FieldBox:
    """Return the field with its label for one thing that a gebeurtenis asks, with what is proposed filled in."""
    keuzes = tuple(Keuze(sleutel, label) for sleutel, label in asked.keuzes)
    people = asked.soort in {"persoon", "personen"}
    kind = VeldSoort.KEUZE if keuzes and not people else _KINDS.get(asked.soort, VeldSoort.TEKST)
    label = f"{asked.label} *" if asked.verplicht else asked.label
    chosen = keuzes if kind is VeldSoort.KEUZE else ()
    veld = Veld(asked.sleutel, label, kind, chosen, hulp=asked.toelichting, na_vandaag=True)
    box = FieldBox(veld, name, vandaag, _own_field(asked, veld, keuzes, name))
    box.field.put(asked.voorstel)
    return box


def go_to_box(box: FieldBox) -> None:
    """Put the keyboard in a field."""
    if isinstance(box.field, GrondenField):
        box.field.begin()
    else:
        box.field.focus_target().setFocus()


def _own_field(asked: GebeurtenisVeld, veld: Veld, keuzes: tuple[Keuze, ...], name: str) -> Field | None:
    """Return the field for what forms do not have; None leaves it to the kind of `veld`."""
    match asked.soort:
        case "persoon":
            return SuggestField(keuzes)
        case "personen":
            return NamesField(veld, keuzes)
        case "gronden" if keuzes:
            return GrondenField(keuzes, name, one=asked.sleutel != _SEVERAL)
        case _:
            return None
