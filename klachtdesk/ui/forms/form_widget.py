"""A form on the screen, built from the catalogue: cards of fields under each other, in a scrolling column."""

from collections.abc import Callable, Iterable, Mapping
from datetime import date

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtWidgets import QApplication, QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from klachtdesk.formulieren import Fout
from klachtdesk.ui.forms.draft import Draft
from klachtdesk.ui.forms.field_box import FieldBox
from klachtdesk.ui.forms.section_box import SectionBox

_WIDEST = 860
"""Pixels; longer lines than this read badly."""

_AIR = 24

_NOTICE = 64
"""Pixels: what a notice takes of the lower edge, while it tells that there are faults."""


class FormWidget(QScrollArea):
    """All sections of a form. Scrolls along with the keyboard, so that the field in use is always in sight."""

    edited = Signal()
    row_removed = Signal(str, object)

    def __init__(self, draft: Draft, vandaag: Callable[[], date]) -> None:
        super().__init__()
        self.setObjectName(f"{draft.formulier.sleutel}.formulier")
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.sections = [SectionBox(sectie, draft, vandaag) for sectie in draft.formulier.secties]
        self._content = QWidget()
        self._assemble()
        for section in self.sections:
            section.edited.connect(self.edited)
            section.row_removed.connect(self.row_removed)
        QApplication.instance().focusChanged.connect(self._on_focus_changed)  # type: ignore[union-attr]

    def _assemble(self) -> None:
        content = self._content
        content.setProperty("look", "clear")
        column = QVBoxLayout()
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(14)
        for section in self.sections:
            column.addWidget(section)
        column.addStretch()
        inner = QWidget()
        inner.setProperty("look", "clear")
        inner.setMaximumWidth(_WIDEST)
        inner.setLayout(column)
        row = QHBoxLayout(content)
        row.setContentsMargins(_AIR, 4, _AIR, _AIR)
        row.addWidget(inner, 1)
        row.addStretch(0)
        self.setWidget(content)

    def focus_first(self) -> None:
        """Put the keyboard in the first field."""
        first = next(iter(self.sections[0].boxes.values()))
        first.field.focus_target().setFocus(Qt.FocusReason.OtherFocusReason)

    def scroll_back_to(self, place: int) -> None:
        """Scroll to where an earlier showing of this form was, in pixels from the top."""
        self._content.adjustSize()
        self.verticalScrollBar().setValue(place)

    def show_section(self, sleutel: str) -> None:
        """Scroll to a section and put the keyboard in its first field."""
        for section in self.sections:
            if section.sectie.sleutel == sleutel:
                self.verticalScrollBar().setValue(section.mapTo(self._content, QPoint(0, 0)).y() - 4)
                next(iter(section.boxes.values())).field.focus_target().setFocus()

    def show_next_section(self, step: int) -> None:
        """Go `step` sections further than the one with the keyboard, as far as there are any."""
        holder = self.window().focusWidget()
        here = (
            place
            for place, section in enumerate(self.sections)
            if holder is not None and section.isAncestorOf(holder)
        )
        place = min(max(0, next(here, 0) + step), len(self.sections) - 1)
        self.show_section(self.sections[place].sectie.sleutel)

    def show_faults(self, faults: Iterable[Fout] | Mapping[str, str]) -> None:
        """Show each fault at its field and go to the first; faults of fields shown elsewhere are passed over."""
        messages = (
            dict(faults)
            if isinstance(faults, Mapping)
            else {fault.sleutel: fault.bericht for fault in faults}
        )
        first: FieldBox | None = None
        for section in self.sections:
            for key, box in section.boxes.items():
                box.show_fault(messages.get(key, ""))
                if key in messages and first is None:
                    first = box
        if first is not None:
            first.field.focus_target().setFocus(Qt.FocusReason.OtherFocusReason)
            # The words of the fault took room that a field above or below has not given yet.
            self._content.adjustSize()
            self.ensureWidgetVisible(first, 0, _NOTICE)

    def _on_focus_changed(self, _old: QWidget | None, new: QWidget | None) -> None:
        if new is not None and self.isVisible() and self.isAncestorOf(new):
            parent = new.parentWidget()
            while parent is not None and not isinstance(parent, FieldBox):
                parent = parent.parentWidget()
            self.ensureWidgetVisible(parent or new, 0, _AIR)
