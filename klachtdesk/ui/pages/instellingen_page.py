"""The settings of the office: the parts at the left, the chosen one beside them."""

from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QButtonGroup,
    QFrame,
    QHBoxLayout,
    QPushButton,
    QScrollArea,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from klachtdesk.ui.instellingen.besprekingen import BesprekingenDeel
from klachtdesk.ui.instellingen.bewaartermijn import BewaartermijnDeel
from klachtdesk.ui.instellingen.brieven import BrievenDeel
from klachtdesk.ui.instellingen.dubbele_personen import DubbelePersonenDeel
from klachtdesk.ui.instellingen.kantoor import KantoorDeel
from klachtdesk.ui.instellingen.kantoorlijsten import lijsten
from klachtdesk.ui.instellingen.lijst_deel import LijstDeel
from klachtdesk.ui.instellingen.producten import ProductenDeel
from klachtdesk.ui.instellingen.reglementen import ReglementDeel
from klachtdesk.ui.instellingen.werkwijze import WerkwijzeDeel
from klachtdesk.ui.widgets.controls import push_button, text_label
from klachtdesk.ui.workspace import Workspace

_WIDTH = 200
_NARROW_WIDTH = 150
_NARROW = 820
"""Pixels of the page below which the list of parts gives way."""


class InstellingenPage(QWidget):
    """Shows one part at a time; each reads itself when it comes in sight."""

    def __init__(self, workspace: Workspace) -> None:
        super().__init__()
        self.setObjectName("instellingen")
        self._parts = QScrollArea()
        self._title = QWidget()
        self._stack = QStackedWidget()
        self._group = QButtonGroup(self)
        self._buttons: dict[str, QPushButton] = {}
        self._delen: dict[str, QWidget] = {}
        for label, deel in _delen(workspace):
            self._delen[deel.objectName()] = deel
            self._stack.addWidget(deel)
            if isinstance(deel, QStackedWidget):
                deel.currentChanged.connect(self._fit)
            if isinstance(deel, KantoorDeel):
                deel.part_wanted.connect(self._on_part_wanted)
            self._add_button(deel.objectName(), label)
        self._assemble()
        self.open_part(next(iter(self._delen)))

    def _add_button(self, name: str, label: str) -> None:
        button = push_button(f"instellingen.{name}", label, partial(self.open_part, name), look="navigation")
        button.setCheckable(True)
        self._group.addButton(button)
        self._buttons[name] = button

    def _assemble(self) -> None:
        self._assemble_parts()
        self._title.setProperty("look", "clear")
        title = QHBoxLayout(self._title)
        title.setContentsMargins(24, 18, 24, 10)
        title.addWidget(text_label("Instellingen", look="title"))
        row = QHBoxLayout()
        row.setContentsMargins(16, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self._parts)
        row.addWidget(self._stack, 1)
        page = QVBoxLayout(self)
        page.setContentsMargins(0, 0, 0, 0)
        page.setSpacing(0)
        page.addWidget(self._title)
        page.addLayout(row, 1)

    def _assemble_parts(self) -> None:
        """Put the buttons under each other; on a low screen they scroll, and the window need not be as high."""
        inside = QWidget()
        inside.setProperty("look", "clear")
        buttons = QVBoxLayout(inside)
        buttons.setContentsMargins(0, 0, 0, 0)
        buttons.setSpacing(2)
        for button in self._buttons.values():
            buttons.addWidget(button)
        buttons.addStretch()
        parts = self._parts
        parts.setWidgetResizable(True)
        parts.setFrameShape(QFrame.Shape.NoFrame)
        parts.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        parts.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        parts.setFixedWidth(_WIDTH)
        parts.setWidget(inside)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Give the part the room where there is little."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        """Let the list of parts give way; an editor, which has a way back of its own, gets all there is."""
        narrow, deel = self.width() < _NARROW, self._stack.currentWidget()
        editing = isinstance(deel, QStackedWidget) and deel.currentIndex() > 0
        for widget in (self._title, self._parts):
            widget.setHidden(narrow and editing)
        self._parts.setFixedWidth(_NARROW_WIDTH if narrow else _WIDTH)

    def open_part(self, name: str) -> None:
        """Show a part by its object name."""
        self._buttons[name].setChecked(True)
        self._parts.ensureWidgetVisible(self._buttons[name])
        self._stack.setCurrentWidget(self._delen[name])
        self._fit()
        self.setFocusProxy(self._buttons[name])

    def _on_part_wanted(self, name: str) -> None:
        self.open_part(name)
        self._buttons[name].setFocus()


def _delen(workspace: Workspace) -> tuple[tuple[str, QWidget], ...]:
    functionarissen, leden, instanties, bekendmaking = (LijstDeel(workspace, lijst) for lijst in lijsten())
    return (
        ("Kantoor", KantoorDeel(workspace)),
        ("Functionarissen", functionarissen),
        ("Commissieleden", leden),
        ("Beroepsinstanties", instanties),
        ("Bekendmaking", bekendmaking),
        ("Producten", ProductenDeel(workspace)),
        ("Besprekingen", BesprekingenDeel(workspace)),
        ("Bewaartermijn", BewaartermijnDeel(workspace)),
        ("Brieven", BrievenDeel(workspace)),
        ("Werkwijze", WerkwijzeDeel(workspace)),
        ("Reglement", ReglementDeel(workspace)),
        ("Dubbele personen", DubbelePersonenDeel(workspace)),
    )
