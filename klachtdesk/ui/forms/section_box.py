"""One section of a form: a card with its fields, or with a row of fields for each person or point."""

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QVBoxLayout

from klachtdesk.formulieren import Sectie, VeldSoort
from klachtdesk.ui.forms.choice_fields import MultiChoiceField
from klachtdesk.ui.forms.draft import Draft, repeats
from klachtdesk.ui.forms.field_box import FieldBox
from klachtdesk.ui.widgets.controls import card, empty_layout, icon_button, push_button, text_label

_FIXED = "Dit staat in een gebeurtenis die al is vastgelegd. Corrigeer die gebeurtenis op de tijdlijn."


class SectionBox(QFrame):
    """The fields of one section, kept in step with the draft."""

    edited = Signal()
    row_removed = Signal(str, object)
    """What was taken away, in words, and a function that puts it back."""

    def __init__(self, sectie: Sectie, draft: Draft, vandaag: Callable[[], date]) -> None:
        super().__init__()
        self.sectie = sectie
        self.setProperty("look", "card")
        self.setObjectName(f"{draft.formulier.sleutel}.sectie.{sectie.sleutel}")
        self.boxes: dict[str, FieldBox] = {}
        self._draft = draft
        self._vandaag = vandaag
        self._rows = QVBoxLayout()
        self._rows.setSpacing(12)
        self._add_button = push_button(
            f"{draft.formulier.sleutel}.{sectie.rij}.toevoegen",
            f"Nog een {sectie.enkelvoud} toevoegen",
            self._on_add,
            look="link",
            icon="plus",
        )
        self._assemble()
        self._build_rows()

    def _assemble(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(18, 14, 18, 16)
        column.setSpacing(10)
        column.addWidget(text_label(self.sectie.titel, look="heading"))
        if self.sectie.hulp:
            column.addWidget(text_label(self.sectie.hulp, look="muted", wrap=True))
        column.addLayout(self._rows)
        if repeats(self.sectie):
            last = QHBoxLayout()
            last.addWidget(self._add_button)
            last.addStretch()
            column.addLayout(last)

    def _build_rows(self) -> None:
        empty_layout(self._rows)
        self.boxes.clear()
        for number in self._draft.rows(self.sectie):
            if repeats(self.sectie):
                self._rows.addWidget(self._framed_row(number))
            else:
                self._rows.addLayout(self._grid(number))
        self._add_button.setEnabled(self._draft.may_add_row(self.sectie))

    def _framed_row(self, number: int) -> QFrame:
        frame = card(look="row")
        place = self._draft.rows(self.sectie).index(number) + 1
        title = f"{self.sectie.enkelvoud.capitalize()} {place}"
        remove = icon_button(
            f"{self._draft.formulier.sleutel}.{self.sectie.rij}.{number}.verwijderen",
            "trash-2",
            f"{title} verwijderen",
            lambda: self._on_remove(number, title),
        )
        head = QHBoxLayout()
        head.addWidget(text_label(title, look="muted"), 1)
        head.addWidget(remove)
        column = QVBoxLayout(frame)
        column.setContentsMargins(12, 6, 12, 12)
        column.setSpacing(4)
        column.addLayout(head)
        column.addLayout(self._grid(number))
        return frame

    def _grid(self, number: int) -> QGridLayout:
        grid = QGridLayout()
        grid.setHorizontalSpacing(16)
        grid.setVerticalSpacing(10)
        grid.setColumnStretch(0, 1)
        grid.setColumnStretch(1, 1)
        place = 0
        for veld in self.sectie.velden:
            box = self._box(self.sectie.raw_key(veld, number), veld_index=self.sectie.velden.index(veld))
            if box.wide:
                place += place % 2
                grid.addWidget(box, place // 2, 0, 1, 2)
                place += 2
            else:
                grid.addWidget(box, place // 2, place % 2)
                place += 1
        return grid

    def _box(self, key: str, veld_index: int) -> FieldBox:
        veld = self.sectie.velden[veld_index]
        box = FieldBox(veld, f"{self._draft.formulier.sleutel}.{key}", self._vandaag)
        box.field.put(self._draft.text(key))
        if veld.soort is VeldSoort.DATUM and key not in self._draft.vaste_sleutels:
            self._draft.put(
                key, box.field.text()
            )  # "12 maart", on a form that was read in, as it is understood
        if key in self._draft.vaste_sleutels:
            box.field.lock(_FIXED)
        if isinstance(box.field, MultiChoiceField) and box.field.is_empty:
            box.hide()  # a label over nothing: this reglement has no such list
        box.edited.connect(lambda text: self._on_edited(key, text))
        self.boxes[key] = box
        return box

    def _on_edited(self, key: str, text: str) -> None:
        self._draft.put(key, text)
        self.edited.emit()

    def _on_add(self) -> None:
        number = self._draft.add_row(self.sectie)
        self._build_rows()
        self.boxes[self.sectie.raw_key(self.sectie.velden[0], number)].field.setFocus()

    def _on_remove(self, number: int, title: str) -> None:
        taken = self._draft.remove_row(self.sectie, number)
        self._build_rows()
        self._add_button.setFocus()
        self.edited.emit()

        def restore() -> None:
            self._draft.restore_row(self.sectie, number, taken)
            self._build_rows()
            self.edited.emit()

        if taken:
            self.row_removed.emit(f"{title} is verwijderd.", restore)
