"""All that is to be done, in groups: the keyboard stays where it was when the list is made anew."""

from collections.abc import Iterable
from dataclasses import replace
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QApplication, QHBoxLayout, QVBoxLayout, QWidget

from klachtdesk.ui.widgets.controls import card, chip, empty_layout, line, push_button, text_label
from klachtdesk.ui.widgets.keyboard_kept import show_new
from klachtdesk.ui.widgets.office_card import office_card
from klachtdesk.ui.widgets.todo_row import TodoRow
from klachtdesk.views.stap import StapView
from klachtdesk.views.vandaag import VandaagRegel, VandaagView

_GROUPS = {
    "te_laat": ("Te laat", "danger"),
    "vandaag": ("Vandaag", "warning"),
    "deze_week": ("Deze week", "accent"),
    "later": ("Later", ""),
    "signaal": ("Signalen", ""),
}
_SHOWN = 25
"""Rows of a group that are shown at once; the rest comes when it is asked for."""

_WIDEST_BUTTON = 38
"""Letters; a longer stap is shortened."""


class TodoList(QWidget):
    """A row for each thing to do; the arrows go over the rows."""

    opened = Signal(int)
    stap_wanted = Signal(int, object)
    """The dossier and the StapView to do there."""
    reached = Signal(QWidget)
    """The row to which the arrows went: it has to be in sight."""

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("look", "clear")
        self._view: VandaagView | None = None
        self._narrow = False
        self._all_shown: set[str] = set()
        self._rows: list[TodoRow] = []
        self._at_hand: int | None = None
        self._groups = QVBoxLayout(self)
        self._groups.setContentsMargins(0, 0, 0, 0)
        self._groups.setSpacing(8)

    def tell(self, view: VandaagView) -> None:
        """Show what is to be done; what is shown already stays as it is."""
        if view != self._view:
            self._view = view
            self._rebuild(view)

    def set_narrow(self, *, narrow: bool) -> None:
        """Let each row take two lines where there is little room."""
        self._narrow = narrow
        self._fit()

    def take_keyboard(self) -> None:
        """Put the keyboard in the row of the dossier that was at hand last, or else in the first."""
        again = (row for row in self._rows if row.regel.dossier_id == self._at_hand)
        row = next(again, self._rows[0] if self._rows else None)
        if row is not None:
            row.setFocus()

    def remember(self, dossier_id: int) -> None:
        """Go back to this dossier when the keyboard comes back to the list."""
        self._at_hand = dossier_id

    def has_keyboard(self) -> bool:
        """Tell whether something in the list has the keyboard."""
        return self._held() is not None

    def _rebuild(self, view: VandaagView) -> None:
        held = self._held()
        empty_layout(self._groups)
        self._rows = []
        for groep in _GROUPS:
            regels = [regel for regel in view.regels if regel.groep == groep]
            if regels:
                self._show_group(view, groep, _once(regels) if groep == "signaal" else regels)
        if view.kantoor:
            self._groups.addWidget(office_card(view.kantoor))
        self._groups.addStretch(1)
        self._fit()
        show_new(self)
        if held is not None:
            self._hold_again(*held)

    def _held(self) -> tuple[VandaagRegel | None, bool] | None:
        """Return what has the keyboard: of which row, and whether it is the button in it. None: nothing in here."""
        holder = QApplication.focusWidget()
        if holder is None or not self.isAncestorOf(holder):
            return None
        row = next((row for row in self._rows if row is holder or row.isAncestorOf(holder)), None)
        return (None, False) if row is None else (row.regel, holder is row.button)

    def _hold_again(self, regel: VandaagRegel | None, in_button: bool) -> None:
        """Give the keyboard back to the same thing to do; when that was done, to its dossier, or else to the first."""
        if regel is not None:
            self._at_hand = regel.dossier_id
        same = next((row for row in self._rows if regel is not None and _same(row.regel, regel)), None)
        if same is None:
            self.take_keyboard()
        else:
            (same.button if in_button else same).setFocus()

    def _show_group(self, view: VandaagView, groep: str, regels: list[VandaagRegel]) -> None:
        title, kind = _GROUPS[groep]
        head = QHBoxLayout()
        head.setSpacing(8)
        head.setContentsMargins(2, 8, 0, 0)
        head.addWidget(text_label(title, look="heading", name=f"vandaag.{groep}.titel"))
        head.addWidget(chip(str(len(regels)), kind, f"vandaag.{groep}.aantal"))
        head.addStretch()
        self._groups.addLayout(head)
        frame = card(f"vandaag.{groep}")
        rows = QVBoxLayout(frame)
        rows.setContentsMargins(1, 1, 1, 1)
        rows.setSpacing(0)
        shown = regels if groep in self._all_shown else regels[:_SHOWN]
        for place, regel in enumerate(shown):
            if place:
                rows.addWidget(line())
            rows.addWidget(self._row(view, f"vandaag.{groep}.{place + 1}", regel))
        if len(shown) < len(regels):
            rows.addWidget(self._more(groep, len(shown), len(regels)), 0, Qt.AlignmentFlag.AlignLeft)
        self._groups.addWidget(frame)

    def _more(self, groep: str, shown: int, number: int) -> QWidget:
        words = f"Nog {number - shown} tonen"
        return push_button(f"vandaag.{groep}.meer", words, partial(self._on_more, groep, shown), look="link")

    def _row(self, view: VandaagView, name: str, regel: VandaagRegel) -> TodoRow:
        row = TodoRow(regel, view.datum, name)
        row.opened.connect(self._on_opened)
        row.stap_wanted.connect(self._on_stap)
        row.move_wanted.connect(partial(self._on_move, row))
        self._rows.append(row)
        return row

    def _on_opened(self, dossier_id: int) -> None:
        self.remember(dossier_id)
        self.opened.emit(dossier_id)

    def _on_stap(self, dossier_id: int, stap: StapView) -> None:
        self.remember(dossier_id)
        self.stap_wanted.emit(dossier_id, stap)

    def _on_move(self, row: TodoRow, direction: int) -> None:
        place = self._rows.index(row) + direction
        if 0 <= place < len(self._rows):
            self._at_hand = self._rows[place].regel.dossier_id
            self._rows[place].setFocus()
            self.reached.emit(self._rows[place])

    def _on_more(self, groep: str, shown: int) -> None:
        """Show the whole group, and go on with the first row that was not there yet."""
        self._all_shown.add(groep)
        if self._view is None:
            return
        self._rebuild(self._view)
        of_group = [row for row in self._rows if row.regel.groep == groep]
        of_group[shown].setFocus()

    def _fit(self) -> None:
        """Line the buttons of all rows up."""
        widest = max((row.button.sizeHint().width() for row in self._rows), default=0)
        widest = min(widest, _WIDEST_BUTTON * self.fontMetrics().averageCharWidth())
        for row in self._rows:
            row.button.setFixedWidth(widest)
            row.set_narrow(narrow=self._narrow)


def _same(one: VandaagRegel, other: VandaagRegel) -> bool:
    """Whether two rows are about the same thing to do; its group or its words may have changed meanwhile."""
    stappen = [None if item.stap is None else item.stap.soort for item in (one, other)]
    return (
        one.dossier_id == other.dossier_id
        and stappen[0] == stappen[1]
        and (stappen[0] is not None or one.wat == other.wat)
    )


def _once(regels: Iterable[VandaagRegel]) -> list[VandaagRegel]:
    """Return one row a dossier, with its signalen under each other; what would read the same is said once."""
    zinnen: dict[int, list[str]] = {}
    first: dict[int, VandaagRegel] = {}
    for regel in regels:
        first.setdefault(regel.dossier_id, regel)
        said = zinnen.setdefault(regel.dossier_id, [])
        if regel.wat not in said:
            said.append(regel.wat)
    return [replace(regel, wat="\n".join(zinnen[key])) for key, regel in first.items()]
