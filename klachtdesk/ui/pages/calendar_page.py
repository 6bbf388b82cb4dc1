"""The calendar: a month at a time, with the day by which each thing must be done."""

from calendar import monthrange
from datetime import date, timedelta
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QMenu, QToolButton, QVBoxLayout, QWidget

from klachtdesk.dutch import MAANDEN, capital
from klachtdesk.errors import DeskError
from klachtdesk.services.changes import Changes
from klachtdesk.services.termijnen import read_maand, render_kalender
from klachtdesk.ui.dialogs.document_dialog import open_preview
from klachtdesk.ui.kalender.grid import MonthGrid
from klachtdesk.ui.kalender.words import KINDS, summary
from klachtdesk.ui.reading import OneReading
from klachtdesk.ui.widgets.controls import icon_button, push_button, text_label
from klachtdesk.ui.widgets.flow_layout import FlowLayout
from klachtdesk.ui.widgets.icon_mark import IconMark
from klachtdesk.ui.workspace import Workspace
from klachtdesk.views.termijn import KalenderItem, KalenderMaand

_MONTHS = 12
_PERIODS = (("Deze maand", 1), ("Deze maand en de twee erna", 3), ("Een heel jaar", 12))
"""What can be printed, with how many months that is."""
_LEGEND_ICON = 14


class CalendarPage(QWidget):
    """Shows a month. One reading at a time: the month that is wanted by then is read after it."""

    dossier_chosen = Signal(int)

    def __init__(self, workspace: Workspace) -> None:
        super().__init__()
        self.setObjectName("kalender")
        self._workspace = workspace
        self._reading = OneReading(self.refresh)
        self._day = workspace.klok.vandaag()
        self._shown: date | None = None
        self._title = text_label(look="title", name="kalender.titel")
        self._count = text_label(look="muted", name="kalender.telling")
        self._grid = MonthGrid("kalender.maand")
        self._grid.setAccessibleName("Kalender")
        self.setFocusProxy(self._grid)
        self._assemble()
        self._grid.item_chosen.connect(self._on_item)
        self._grid.day_chosen.connect(self._on_day)
        self._grid.day_wanted.connect(self._go_to)
        self._grid.month_wanted.connect(self._move)
        self._grid.today_wanted.connect(self._on_today)
        workspace.changed.connect(self._on_changed)

    def _assemble(self) -> None:
        texts = QVBoxLayout()
        texts.setSpacing(0)
        texts.addWidget(self._title)
        texts.addWidget(self._count)
        head = QHBoxLayout()
        head.setSpacing(4)
        head.addLayout(texts, 1)
        head.addWidget(self._print_button())
        head.addWidget(
            icon_button("kalender.vorige", "chevron-left", "Vorige maand (Page Up)", partial(self._move, -1))
        )
        head.addWidget(push_button("kalender.vandaag", "Van&daag", self._on_today, tip="Vandaag (Home)"))
        head.addWidget(
            icon_button(
                "kalender.volgende", "chevron-right", "Volgende maand (Page Down)", partial(self._move, 1)
            )
        )
        page = QVBoxLayout(self)
        page.setContentsMargins(24, 18, 24, 16)
        page.setSpacing(10)
        page.addLayout(head)
        page.addWidget(self._grid, 1)
        page.addWidget(_legend())

    def _print_button(self) -> QWidget:
        menu = QMenu(self)
        for words, months in _PERIODS:
            menu.addAction(words).triggered.connect(partial(self._on_print, months))
        tip = "Afdrukken, zonder namen"
        button = icon_button("kalender.afdrukken", "printer", tip, lambda: None)
        button.setMenu(menu)
        button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        return button

    def refresh(self) -> None:
        """Read the month again."""
        if not self._reading.begin():
            return
        service = partial(read_maand, jaar=self._day.year, maand=self._day.month)
        self._workspace.read(self, service, self._on_month, self._on_failed)

    def showEvent(self, event: QShowEvent) -> None:
        """Show how things stand now: it may have become another day."""
        super().showEvent(event)
        self.refresh()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Let the keys of the grid work from the buttons too."""
        if event.key() in {Qt.Key.Key_PageUp, Qt.Key.Key_PageDown, Qt.Key.Key_Home}:
            self._grid.setFocus()
            self._grid.keyPressEvent(event)
        else:
            super().keyPressEvent(event)

    def _on_month(self, maand: KalenderMaand) -> None:
        name = f"{MAANDEN[maand.maand - 1]} {maand.jaar}"
        if (maand.jaar, maand.maand) == (self._day.year, self._day.month):
            self._shown = self._day
            self._title.setText(capital(name))
            self._grid.setAccessibleName(f"Kalender van {name}")
            self._grid.show_month(maand, self._day)
            self._count.setText(summary(tuple(dag for dag in self._grid.dagen() if dag.in_maand)))
        self._reading.done()

    def _on_failed(self, error: DeskError) -> None:
        if self._shown is not None:
            self._day = self._shown
        self._workspace.notices.tell_error(error)
        self._reading.done()

    def _on_changed(self, changes: Changes) -> None:
        if changes.lijst and self.isVisible():
            self.refresh()

    def _on_item(self, item: KalenderItem) -> None:
        self.dossier_chosen.emit(item.dossier_id)

    def _on_day(self, day: date) -> None:
        if (day.year, day.month) == (self._day.year, self._day.month):
            self._day = day

    def _on_print(self, months: int) -> None:
        """Show some months from the one on the screen, ready to be printed."""
        first = self._day.replace(day=1)
        last = _months_later(first, months) - timedelta(days=1)
        open_preview(self._workspace, self, "Kalender", partial(render_kalender, van=first, tot=last))

    def _on_today(self) -> None:
        self._go_to(self._workspace.klok.vandaag())

    def _move(self, months: int) -> None:
        """Go some months on or back, to the same day or else the last of that month."""
        if date.min.year < self._day.year + (self._day.month - 1 + months) // _MONTHS < date.max.year:
            self._go_to(_months_later(self._day, months))

    def _go_to(self, day: date) -> None:
        self._day = day
        self.refresh()


def _months_later(day: date, months: int) -> date:
    """Return the same day some months on, or else the last of that month."""
    years, month = divmod(day.month - 1 + months, _MONTHS)
    year = day.year + years
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))


def _legend() -> QWidget:
    """Return what each sign in the grid means."""
    legend = QWidget()
    legend.setObjectName("kalender.legenda")
    legend.setProperty("look", "clear")
    flow = FlowLayout(legend, spacing=16)
    signs = [(kind.icon, "accent", kind.word, kind.meaning) for kind in KINDS.values()]
    for picture, color, words, meaning in [*signs, ("triangle-alert", "danger", "Te laat", "")]:
        entry = QWidget()
        entry.setToolTip(meaning)
        row = QHBoxLayout(entry)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(5)
        row.addWidget(IconMark(picture, color, _LEGEND_ICON))
        row.addWidget(text_label(words, look="small"))
        flow.addWidget(entry)
    return legend
