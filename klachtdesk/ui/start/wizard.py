"""The first start: from nothing to an open kluis."""

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QStackedWidget, QVBoxLayout, QWidget

from klachtdesk.errors import DeskError
from klachtdesk.services.klok import Klok
from klachtdesk.ui.start import opening
from klachtdesk.ui.start.kluis_step import KluisStep
from klachtdesk.ui.start.step import Step
from klachtdesk.ui.start.wizard_steps import CreatedStep, KantoorStep, ReglementStep, WelcomeStep
from klachtdesk.ui.tasks import Tasks
from klachtdesk.ui.widgets.controls import card, push_button, text_label
from klachtdesk.ui.widgets.error_line import ErrorLine

if TYPE_CHECKING:
    from klachtdesk.services.desk import Desk

_WIDTH, _HEIGHT = 660, 640


class Wizard(QWidget):
    """Asks, a step at a time, for what is needed to make a kluis, and makes it."""

    created = Signal(object, Path)
    """The Desk of the new kluis, and its folder."""
    finished = Signal()
    """The user has read where the kluis is and wants to go to work."""
    existing_wanted = Signal()

    def __init__(self, folder: Path, klok: Klok, tasks: Tasks) -> None:
        super().__init__()
        self.setObjectName("wizard")
        self.setWindowTitle("Een kluis maken")
        self._klok = klok
        self._tasks = tasks
        self._reglement = ReglementStep()
        self._kantoor = KantoorStep()
        self._kluis = KluisStep(folder, opening.password_strength)
        self._created = CreatedStep()
        self._steps: list[Step] = [
            WelcomeStep(),
            self._reglement,
            self._kantoor,
            self._kluis,
            self._created,
        ]
        self._stack = QStackedWidget()
        self._progress = text_label(look="small", name="wizard.stap")
        self._error = ErrorLine("wizard.fout")
        self._back = push_button("wizard.terug", "&Terug", self._on_back, look="quiet")
        self._existing = push_button(
            "wizard.bestaande", "Bestaande kluis &openen…", self.existing_wanted.emit, look="quiet"
        )
        self._next = push_button("wizard.verder", "&Verder", self._on_next, look="primary")
        self._next.setDefault(True)
        self._reglement.chosen.connect(lambda keuze: self._kantoor.prefill(keuze.kantoor))
        self._assemble()
        self._show(0)
        tasks.run(self, opening.beschikbare_reglementen, self._reglement.show_choices, self._on_failed)

    def sizeHint(self) -> QSize:
        """Return a size in which the longest step fits on a small laptop."""
        return QSize(760, 660)

    def _assemble(self) -> None:
        for step in self._steps:
            self._stack.addWidget(_scrolling(step))
        box = card("wizard.kaart")
        box.setMaximumSize(_WIDTH, _HEIGHT)
        inside = QVBoxLayout(box)
        inside.setContentsMargins(30, 20, 30, 22)
        inside.setSpacing(8)
        inside.addWidget(self._progress)
        inside.addWidget(self._stack, 1)
        inside.addWidget(self._error)
        inside.addLayout(self._buttons())
        row = QHBoxLayout()
        row.addStretch(1)
        row.addWidget(box, 1000)
        row.addStretch(1)
        page = QVBoxLayout(self)
        page.setContentsMargins(20, 20, 20, 20)
        page.addLayout(row)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Let Enter go on to the next step from wherever the keyboard is."""
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self._on_next()
        else:
            super().keyPressEvent(event)

    def _buttons(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.addWidget(self._back)
        row.addWidget(self._existing)
        row.addStretch()
        row.addWidget(self._next)
        return row

    def _show(self, number: int) -> None:
        last = len(self._steps) - 1
        self._stack.setCurrentIndex(number)
        self._progress.setText(f"Stap {number} van {last - 1}" if 0 < number < last else " ")
        self._back.setVisible(0 < number < last)
        self._existing.setVisible(number == 0)
        self._next.setText(
            {0: "&Beginnen", last - 1: "Kluis &maken", last: "Aan het &werk"}.get(number, "&Verder")
        )
        self._error.tell("")
        if number in {0, last}:
            self._next.setFocus()
        else:
            self._steps[number].take_focus()

    def _on_back(self) -> None:
        self._show(self._stack.currentIndex() - 1)

    def _on_next(self) -> None:
        number = self._stack.currentIndex()
        if number == len(self._steps) - 1:
            self.finished.emit()
            return
        fault = self._steps[number].fault()
        self._error.tell(fault)
        if fault:
            return
        if self._steps[number] is self._kluis:
            self._create()
        else:
            self._show(number + 1)

    def _create(self) -> None:
        keuze = self._reglement.keuze()
        if keuze is None:
            return
        self.setEnabled(False)
        self._next.setText("De kluis wordt gemaakt…")
        work = partial(
            opening.create_kluis,
            self._kluis.folder(),
            self._kantoor.kantoor(),
            keuze.sleutel,
            self._kantoor.gebruikersnaam(),
            self._kluis.password(),
            self._klok,
        )
        self._tasks.run(self, work, self._on_created, self._on_failed)

    def _on_created(self, desk: "Desk") -> None:
        self.setEnabled(True)
        self._created.show_folder(self._kluis.folder())
        self._show(len(self._steps) - 1)
        self.created.emit(desk, self._kluis.folder())

    def _on_failed(self, error: DeskError) -> None:
        self.setEnabled(True)
        self._next.setText("Kluis &maken")
        self._error.tell(str(error))


def _scrolling(step: Step) -> QScrollArea:
    """Let a step scroll by itself where the screen is too low for it."""
    scroll = QScrollArea()
    scroll.setWidgetResizable(True)
    scroll.setFrameShape(QFrame.Shape.NoFrame)
    scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    step.setProperty("look", "clear")
    scroll.setWidget(step)
    return scroll
