"""The form of a reglement in the making, one section at a time: whole it would be some seventy fields long."""

from collections.abc import Callable, Mapping
from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from klachtdesk.ui.forms.draft import Draft
from klachtdesk.ui.forms.section_box import SectionBox
from klachtdesk.ui.widgets.choice import Choice
from klachtdesk.ui.widgets.controls import text_label
from klachtdesk.views.formulier import FormulierView


class ConceptForm(QWidget):
    """Chooses a section and edits it."""

    edited = Signal()
    row_removed = Signal(str, object)

    def __init__(self, view: FormulierView, vandaag: Callable[[], date]) -> None:
        super().__init__()
        self.draft = Draft(view)
        self._before = view.waarden
        self._vandaag = vandaag
        self._section: SectionBox | None = None
        self._choice = Choice()
        self._choice.setObjectName("concept.onderdeel")
        self._choice.setAccessibleName("Onderdeel van het reglement")
        for sectie in view.formulier.secties:
            self._choice.addItem(sectie.titel, sectie.sleutel)
        self._scroll = QScrollArea()
        self._assemble()
        self._choice.currentIndexChanged.connect(self._on_chosen)
        self._on_chosen(0)

    def _assemble(self) -> None:
        label = text_label("&Onderdeel")
        label.setTextFormat(Qt.TextFormat.AutoText)
        label.setBuddy(self._choice)
        row = QHBoxLayout()
        row.setContentsMargins(24, 12, 24, 8)
        row.setSpacing(10)
        row.addWidget(label)
        row.addWidget(self._choice, 1)
        row.addStretch(1)
        self._scroll.setWidgetResizable(True)
        self._scroll.setFrameShape(QFrame.Shape.NoFrame)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(row)
        column.addWidget(self._scroll, 1)

    @property
    def section(self) -> str:
        """The key of the section in sight."""
        return str(self._choice.currentData())

    def open_section(self, sleutel: str) -> None:
        """Show a section, if the reglement still has it."""
        self._choice.setCurrentIndex(max(0, self._choice.findData(sleutel)))

    def waarden(self) -> dict[str, str]:
        """Return all that is filled in, with an empty text for what was emptied."""
        now = self.draft.waarden
        return dict.fromkeys(self._before, "") | now

    def shows(self, view: FormulierView) -> bool:
        """Return whether this is what stands here already: the same sections, with the same filled in."""
        filled = {key: text for key, text in view.waarden.items() if text}
        return (view.formulier, filled) == (self.draft.formulier, self.draft.waarden)

    def focus_first(self) -> None:
        """Put the keyboard where a section is chosen."""
        self._choice.setFocus()

    def show_faults(self, faults: Mapping[str, str]) -> None:
        """Go to the section of the first fault, and show what is wrong at its fields."""
        for sectie in self.draft.formulier.secties:
            keys = {sectie.raw_key(veld, row) for row in self.draft.rows(sectie) for veld in sectie.velden}
            if keys & faults.keys():
                self.open_section(sectie.sleutel)
                break
        if self._section is None:
            return
        for key, box in self._section.boxes.items():
            box.show_fault(faults.get(key, ""))
        first = next((box for key, box in self._section.boxes.items() if key in faults), None)
        if first is not None:
            first.field.focus_target().setFocus()
            self._scroll.ensureWidgetVisible(first)

    def _on_chosen(self, row: int) -> None:
        section = SectionBox(self.draft.formulier.secties[row], self.draft, self._vandaag)
        section.edited.connect(self.edited)
        section.row_removed.connect(self.row_removed)
        content = QWidget()
        content.setProperty("look", "clear")
        column = QVBoxLayout(content)
        column.setContentsMargins(24, 4, 24, 24)
        column.addWidget(section)
        column.addStretch()
        self._section = section
        self._scroll.setWidget(content)
