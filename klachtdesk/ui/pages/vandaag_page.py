"""The page of the morning: what is due over all open dossiers, late first, each with its next stap one click away."""

from collections.abc import Iterable
from dataclasses import replace
from functools import partial

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QFocusEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import (
    QApplication,
    QFrame,
    QHBoxLayout,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from klachtdesk.dutch import long_date
from klachtdesk.errors import DeskError
from klachtdesk.services.changes import Changes
from klachtdesk.services.vandaag import read_vandaag
from klachtdesk.ui.brieven.veel_brieven_button import VeelBrievenButton
from klachtdesk.ui.forms.kept_drafts import KeptDrafts
from klachtdesk.ui.widgets.controls import card, chip, empty_layout, line, push_button, text_label
from klachtdesk.ui.widgets.empty_state import EmptyState
from klachtdesk.ui.widgets.office_card import office_card
from klachtdesk.ui.widgets.todo_row import TodoRow
from klachtdesk.ui.workspace import Workspace
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

_NARROW = 820
"""Pixels; below this a row takes two lines."""

_WIDEST_BUTTON = 38
"""Letters; a longer stap is shortened."""

_EMPTY = "Er loopt geen termijn. Komt er een klacht binnen? Druk op Ctrl+N en begin te typen."


class VandaagPage(QWidget):
    """One reading at a time; what changes meanwhile is read after it."""

    opened = Signal(int)
    stap_wanted = Signal(int, object)
    """The dossier and the StapView to do there."""
    draft_resumed = Signal(object)
    melding_wanted = Signal()
    files_wanted = Signal()

    def __init__(self, workspace: Workspace) -> None:
        super().__init__()
        self.setObjectName("vandaag")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._workspace = workspace
        self._reading = False
        self._stale = False
        self._view: VandaagView | None = None
        self._all_shown: set[str] = set()
        self._rows: list[TodoRow] = []
        self._at_hand: int | None = None
        self._title = text_label(look="title", name="vandaag.titel")
        self._count = text_label(look="muted", name="vandaag.telling", wrap=True)
        self._drafts = KeptDrafts(workspace)
        self._letters = VeelBrievenButton(workspace)
        self._groups = QVBoxLayout()
        self._scroll = QScrollArea()
        self._empty = EmptyState(
            "circle-check",
            "vandaag.leeg",
            push_button(
                "vandaag.leeg.melding",
                "Nieuwe melding",
                self.melding_wanted.emit,
                look="primary",
                icon="plus",
            ),
        )
        self._assemble()
        self._drafts.resumed.connect(self.draft_resumed)
        self._letters.opened.connect(self._on_opened)
        workspace.changed.connect(self._on_changed)

    def _assemble(self) -> None:
        inside = QWidget()
        inside.setProperty("look", "clear")
        self._groups.setSpacing(8)
        column = QVBoxLayout(inside)
        column.setContentsMargins(24, 0, 24, 24)
        column.setSpacing(4)
        column.addWidget(self._drafts)
        column.addLayout(self._groups)
        column.addWidget(self._empty, 1)
        self._scroll.setObjectName("vandaag.lijst")
        self._scroll.setWidgetResizable(True)
        self._scroll.setFrameShape(QFrame.Shape.NoFrame)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._scroll.setWidget(inside)
        self._title.setText(_capital(long_date(self._workspace.klok.vandaag())))
        self._empty.tell("Niets te doen vandaag", _EMPTY)
        self._empty.hide()
        page = QVBoxLayout(self)
        page.setContentsMargins(0, 0, 0, 0)
        page.setSpacing(0)
        page.addLayout(self._head())
        page.addWidget(self._scroll, 1)

    def _head(self) -> QHBoxLayout:
        texts = QVBoxLayout()
        texts.setSpacing(0)
        texts.addWidget(self._title)
        texts.addWidget(self._count)
        add = push_button(
            "vandaag.bestand", "Post toevoegen…", self.files_wanted.emit, look="quiet", icon="paperclip"
        )
        add.setToolTip("Een brief of e-mail die binnenkwam; u kunt hem ook hierheen slepen (Ctrl+O)")
        head = QHBoxLayout()
        head.setContentsMargins(24, 18, 24, 10)
        head.addLayout(texts, 1)
        head.addWidget(self._letters, 0, Qt.AlignmentFlag.AlignTop)
        head.addWidget(add, 0, Qt.AlignmentFlag.AlignTop)
        return head

    def refresh(self) -> None:
        """Read again what is to be done."""
        if self._reading:
            self._stale = True
            return
        self._reading = True
        self._workspace.read(self, read_vandaag, self._on_read, self._on_failed)

    def showEvent(self, event: QShowEvent) -> None:
        """Show how things stand now: it may have become another day."""
        super().showEvent(event)
        self.refresh()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Hand the keyboard on to the first row."""
        super().focusInEvent(event)
        self._follow_day()
        if self._rows:
            self._go_back()

    def changeEvent(self, event: QEvent) -> None:
        """Look at the date when somebody comes back to the window, after a night for instance."""
        super().changeEvent(event)
        if event.type() is QEvent.Type.ActivationChange and self.isVisible() and self.isActiveWindow():
            self._follow_day()

    def _follow_day(self) -> None:
        """Read again when what is shown is of another day."""
        if self._view is not None and self._view.datum != self._workspace.klok.vandaag():
            self.refresh()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Let each row take two lines where there is little room."""
        super().resizeEvent(event)
        self._fit()

    def _on_read(self, view: VandaagView) -> None:
        self._view = view
        self._show(view)
        self._read_done()

    def _on_failed(self, error: DeskError) -> None:
        self._workspace.notices.tell_error(error)
        self._read_done()

    def _read_done(self) -> None:
        self._reading = False
        if self._stale:
            self._stale = False
            self.refresh()

    def _on_changed(self, changes: Changes) -> None:
        if changes.lijst and self.isVisible():
            self.refresh()

    def _show(self, view: VandaagView) -> None:
        holder = QApplication.focusWidget()
        focused = holder is self or holder in self._rows
        empty_layout(self._groups)
        self._rows = []
        self._title.setText(_capital(long_date(view.datum)))
        self._count.setText(_summary(view))
        self._letters.offer(view)
        for groep in _GROUPS:
            regels = [regel for regel in view.regels if regel.groep == groep]
            if regels:
                self._show_group(groep, _once(regels) if groep == "signaal" else regels)
        if view.kantoor:
            self._groups.addWidget(office_card(view.kantoor))
        self._groups.addStretch(1)
        self._empty.setVisible(not (view.regels or view.kantoor))
        self._fit()
        if focused and self._rows:
            self._go_back()

    def _go_back(self) -> None:
        """Put the keyboard in the row of the dossier that was at hand last, or else in the first."""
        again = (row for row in self._rows if row.regel.dossier_id == self._at_hand)
        next(again, self._rows[0]).setFocus()

    def _show_group(self, groep: str, regels: list[VandaagRegel]) -> None:
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
            rows.addWidget(self._row(groep, place, regel))
        if len(shown) < len(regels):
            words = f"Nog {len(regels) - len(shown)} tonen"
            more = push_button(f"vandaag.{groep}.meer", words, partial(self._on_more, groep), look="link")
            rows.addWidget(more, 0, Qt.AlignmentFlag.AlignLeft)
        self._groups.addWidget(frame)

    def _row(self, groep: str, place: int, regel: VandaagRegel) -> TodoRow:
        row = TodoRow(regel, self._workspace.klok.vandaag(), f"vandaag.{groep}.{place + 1}")
        row.opened.connect(self._on_opened)
        row.stap_wanted.connect(self._on_stap)
        row.move_wanted.connect(partial(self._on_move, row))
        self._rows.append(row)
        return row

    def _on_opened(self, dossier_id: int) -> None:
        self._at_hand = dossier_id
        self.opened.emit(dossier_id)

    def _on_stap(self, dossier_id: int, stap: StapView) -> None:
        self._at_hand = dossier_id
        self.stap_wanted.emit(dossier_id, stap)

    def _on_move(self, row: TodoRow, direction: int) -> None:
        place = self._rows.index(row) + direction
        if 0 <= place < len(self._rows):
            self._at_hand = self._rows[place].regel.dossier_id
            self._rows[place].setFocus()
            self._scroll.ensureWidgetVisible(self._rows[place])

    def _on_more(self, groep: str) -> None:
        self._all_shown.add(groep)
        if self._view is not None:
            self._show(self._view)

    def _fit(self) -> None:
        """Line the buttons of all rows up."""
        widest = max((row.button.sizeHint().width() for row in self._rows), default=0)
        widest = min(widest, _WIDEST_BUTTON * self.fontMetrics().averageCharWidth())
        narrow = self.width() < _NARROW
        for row in self._rows:
            row.button.setFixedWidth(widest)
            row.set_narrow(narrow=narrow)


def _capital(words: str) -> str:
    return words[0].upper() + words[1:]


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


def _summary(view: VandaagView) -> str:
    late = sum(1 for regel in view.regels if regel.groep == "te_laat")
    today = sum(1 for regel in view.regels if regel.groep == "vandaag")
    parts = [f"{late} te laat" if late else "", f"{today} voor vandaag" if today else ""]
    return ", ".join(filter(None, parts)) or "Niets te laat, en niets voor vandaag."
