"""The bar at the left: a new melding, the pages, and who is at work in which office."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QButtonGroup, QFrame, QPushButton, QVBoxLayout

from klachtdesk.ui.widgets.controls import as_tip, line, push_button, text_label
from klachtdesk.views.kluis import KantoorStatus

_WIDTH = 212
_NARROW_WIDTH = 62


class Sidebar(QFrame):
    """Says which page is wanted, by its name."""

    page_wanted = Signal(str)
    melding_wanted = Signal()
    lock_wanted = Signal()
    shortcuts_wanted = Signal()

    def __init__(self, pages: tuple[tuple[str, str, str], ...]) -> None:
        super().__init__()
        self.setObjectName("zijbalk")
        self.setProperty("look", "sidebar")
        self.setFixedWidth(_WIDTH)
        self._narrow = False
        self._buttons: dict[str, QPushButton] = {}
        self._group = QButtonGroup(self)
        self._kantoor = text_label(look="strong", name="zijbalk.kantoor", wrap=True)
        self._reglement = text_label(look="small", name="zijbalk.reglement", wrap=True)
        self._gebruiker = text_label(look="small", name="zijbalk.gebruiker", wrap=True)
        for name, label, icon in pages:
            self._buttons[name] = self._page_button(name, label, icon)
        self._assemble()
        for button in self.findChildren(QPushButton):
            button.setAccessibleName(button.text())
        self._tips = {button: button.toolTip() for button in self.findChildren(QPushButton)}

    def _page_button(self, name: str, label: str, icon: str) -> QPushButton:
        button = push_button(
            f"zijbalk.{name}", label, lambda: self.page_wanted.emit(name), look="navigation", icon=icon
        )
        button.setCheckable(True)
        self._group.addButton(button)
        return button

    def _assemble(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 16, 12, 12)
        column.setSpacing(4)
        column.addWidget(self._kantoor)
        column.addWidget(self._reglement)
        column.addSpacing(10)
        column.addWidget(
            push_button(
                "zijbalk.nieuw",
                "Nieuwe melding",
                self.melding_wanted.emit,
                look="primary",
                icon="plus",
                tip="Leeg formulier (Ctrl+N)",
            )
        )
        column.addSpacing(10)
        for button in self._buttons.values():
            column.addWidget(button)
        column.addStretch()
        column.addWidget(line())
        column.addWidget(self._gebruiker)
        for name, text, icon, signal, tip in (
            ("sneltoetsen", "Sneltoetsen", "keyboard", self.shortcuts_wanted, "F1"),
            ("vergrendelen", "Vergrendelen", "lock", self.lock_wanted, "Ctrl+L"),
        ):
            column.addWidget(
                push_button(f"zijbalk.{name}", text, signal.emit, look="navigation", icon=icon, tip=tip)
            )

    def set_narrow(self, *, narrow: bool) -> None:
        """Show icons only, for a window without room to spare; what they mean is in their tool tips."""
        if narrow == self._narrow:
            return
        self._narrow = narrow
        self.setFixedWidth(_NARROW_WIDTH if narrow else _WIDTH)
        for button in self.findChildren(QPushButton):
            words = button.accessibleName()
            button.setText("" if narrow else words)
            button.setToolTip(words if narrow else self._tips[button])
        for label in (self._kantoor, self._reglement, self._gebruiker):
            label.setVisible(not narrow)

    def show_status(self, status: KantoorStatus) -> None:
        """Show the office, what it works by and who is at work; the tool tip names every reglement."""
        self._kantoor.setText(status.kantoor.naam)
        main, *beside = status.reglementen
        others = f" en {len(beside)}\u00a0{'ander' if len(beside) == 1 else 'andere'}" if beside else ""
        self._reglement.setText(f"{main}{others}")
        self._reglement.setToolTip(as_tip("\n".join(status.reglementen)) if beside else "")
        self._gebruiker.setText(status.gebruiker.naam)
        self._gebruiker.setToolTip(as_tip(status.map))

    def mark(self, name: str | None) -> None:
        """Show which page is in sight; None when it is none of these."""
        self._group.setExclusive(name is not None)
        for key, button in self._buttons.items():
            button.setChecked(key == name)
