"""What there is to choose and to type for a letter: to whom, when, what the gebeurtenis asks, and the free parts."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from klachtdesk.formulieren import Keuze, Veld, VeldSoort
from klachtdesk.ui.brieven.receivers import Receivers
from klachtdesk.ui.forms.field_box import FieldBox
from klachtdesk.ui.forms.gebeurtenis_form import gebeurtenis_box, go_to_box
from klachtdesk.ui.widgets.controls import push_button, text_label
from klachtdesk.views.brief import BriefInvoer, BriefView, GeadresseerdeKeuze

_VRIJ = "vrij."
_EDGES = ("adres", "ondertekening", "bijlagen")
"""What is right as it is proposed nearly always; it unfolds for who wants to change it."""

_EDGE_FIELDS = (
    Veld("adres", "Adres op de brief", VeldSoort.LANGE_TEKST, hulp="Tot zes regels, de naam eerst."),
    Veld("ondertekening", "Ondertekening", VeldSoort.LANGE_TEKST, hulp="Naam en functie, elk op een regel."),
    Veld("bijlagen", "Bijlagen", VeldSoort.LANGE_TEKST, hulp="Wat u meestuurt, elk op een regel."),
)


class BriefForm(QWidget):
    """The fields of one letter. `edited` says that the letter would look different now."""

    edited = Signal()

    def __init__(self, view: BriefView, vandaag: Callable[[], date]) -> None:
        super().__init__()
        self.setProperty("look", "clear")
        self._view = view
        self._begun = view.invoer
        self._people = {item.sleutel: item for item in view.geadresseerden}
        self._receivers = Receivers()
        self._more = push_button(
            "brief.randen",
            "Adres, ondertekening en bijlagen wijzigen",
            self.unfold,
            look="link",
            icon="pencil",
        )
        self._boxes = self._make_boxes(vandaag)
        self._assemble()
        self.put(view.invoer)
        for key, box in self._boxes.items():
            box.edited.connect(self._on_person if key == "geadresseerde" else self._on_edited)
        self._receivers.edited.connect(self._on_edited)

    def _make_boxes(self, vandaag: Callable[[], date]) -> dict[str, FieldBox]:
        keuzes = tuple(Keuze(item.sleutel, item.label) for item in self._view.geadresseerden)
        boxes = {
            "geadresseerde": FieldBox(
                Veld("geadresseerde", "Aan", VeldSoort.KEUZE, keuzes), "brief.geadresseerde", vandaag
            ),
            "datum": FieldBox(_datum(self._view), "brief.datum", vandaag),
        }
        for asked in self._view.velden:
            boxes[asked.sleutel] = gebeurtenis_box(asked, f"brief.{asked.sleutel}", vandaag)
        for part in self._view.vrij:
            label = f"{part.label} *" if part.verplicht else part.label
            veld = Veld(part.sleutel, label, VeldSoort.LANGE_TEKST, hulp=part.uitleg)
            key = f"{_VRIJ}{part.sleutel}"
            boxes[key] = FieldBox(veld, f"brief.{key}", vandaag)
        return boxes | {
            veld.sleutel: FieldBox(veld, f"brief.{veld.sleutel}", vandaag) for veld in _EDGE_FIELDS
        }

    def _assemble(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 6, 0)
        column.setSpacing(11)
        for key, box in self._boxes.items():
            if key == _EDGES[0]:
                column.addWidget(self._more)
            column.addWidget(box)
            if key == "geadresseerde":
                column.addWidget(self._receivers)
            box.setHidden(key in _EDGES)
        if any(box.veld.label.endswith(" *") for box in self._boxes.values()):
            column.addWidget(text_label("* verplicht", look="small"))
        column.addStretch(1)

    def put(self, invoer: BriefInvoer) -> None:
        """Show what was chosen and typed."""
        self._boxes["geadresseerde"].field.put(invoer.geadresseerde)
        self._boxes["datum"].field.put(invoer.datum)
        for key, text in invoer.velden.items():
            if key in self._boxes:
                self._boxes[key].field.put(text)
        for part in self._view.vrij:
            text = invoer.vrij.get(part.sleutel, part.standaard)
            self._boxes[f"{_VRIJ}{part.sleutel}"].field.put(text)
        for key in _EDGES:
            self._boxes[key].field.put(getattr(invoer, key))
        self._show_person(invoer.adres, invoer.ook)

    def invoer(self) -> BriefInvoer:
        """Return what is chosen and typed now."""
        texts = {key: box.field.text() for key, box in self._boxes.items()}
        person = self._person()
        known = "" if person is None else "\n".join(person.adres)
        return replace(
            self._begun,
            geadresseerde=texts["geadresseerde"],
            datum=texts["datum"],
            velden={veld.sleutel: texts[veld.sleutel] for veld in self._view.velden},
            vrij={part.sleutel: texts[f"{_VRIJ}{part.sleutel}"] for part in self._view.vrij},
            adres="" if texts["adres"].strip() == known else texts["adres"],
            ondertekening=texts["ondertekening"],
            bijlagen=texts["bijlagen"],
            ook=self._receivers.chosen(),
        )

    def show_faults(self, faults: Mapping[str, str]) -> bool:
        """Show faults at their fields and go to the first; return whether one was about a field of this form."""
        first = None
        for key, box in self._boxes.items():
            box.show_fault(faults.get(key, ""))
            first = first or (box if key in faults else None)
        if any(key in faults for key in _EDGES):
            self.unfold()
        if first is not None:
            go_to_box(first)
        return first is not None

    def first_to_fill(self) -> FieldBox | None:
        """Return the first field that has to be filled in and is not."""
        must = (box for box in self._boxes.values() if box.veld.label.endswith(" *") and not box.field.text())
        return next(must, None)

    def unfold(self) -> None:
        """Show the fields that are right nearly always."""
        for key in _EDGES:
            self._boxes[key].show()
        self._more.hide()

    def _person(self) -> GeadresseerdeKeuze | None:
        return self._people.get(self._boxes["geadresseerde"].field.text())

    def _show_person(self, adres: str = "", ook: tuple[str, ...] | None = None) -> None:
        person = self._person()
        self._boxes["adres"].field.put(adres or ("" if person is None else "\n".join(person.adres)))
        self._receivers.offer(() if person is None else person.ook, ook)
        if person is None or not person.naam:
            self.unfold()

    def _on_person(self) -> None:
        self._show_person()
        self.edited.emit()

    def _on_edited(self) -> None:
        self.edited.emit()


def _datum(view: BriefView) -> Veld:
    if view.verzending:
        return Veld("datum", "Datum", VeldSoort.DATUM)
    hulp = "De dag waarop het gebeurde. Op de brief komt de datum van vandaag."
    return Veld("datum", view.gebeurtenis, VeldSoort.DATUM, hulp=hulp)
