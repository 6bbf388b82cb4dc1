"""One line of what is to be done: which dossier, what, by when, and the button that does it."""

from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QBoxLayout, QFrame, QHBoxLayout, QLabel, QSizePolicy, QVBoxLayout, QWidget

from klachtdesk.ui.dutch_dates import days_left, short_date
from klachtdesk.ui.widgets.controls import chip, text_label
from klachtdesk.ui.widgets.elided_button import ElidedButton
from klachtdesk.views.vandaag import VandaagRegel

_MOVES = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}
_LONGEST_DATE = "uiterlijk 30 nov 2026"
_ENTER = frozenset({Qt.Key.Key_Return, Qt.Key.Key_Enter})


class TodoRow(QFrame):
    """Enter or a click opens the dossier, the arrows go to the next row, Tab to the button."""

    opened = Signal(int)
    stap_wanted = Signal(int, object)
    """The dossier and the StapView."""
    move_wanted = Signal(int)

    def __init__(self, regel: VandaagRegel, vandaag: date, name: str) -> None:
        super().__init__()
        self.regel = regel
        self._vandaag = vandaag
        self.setObjectName(name)
        self.setProperty("look", "todo")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAccessibleName(_sentence(regel, vandaag))
        self.setAccessibleDescription("Enter opent het dossier")
        self._halves = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self.button = self._make_button()
        self._assemble()

    def set_narrow(self, *, narrow: bool) -> None:
        """Put the date and the button under the words where there is no room beside them."""
        self._halves.setDirection(
            QBoxLayout.Direction.TopToBottom if narrow else QBoxLayout.Direction.LeftToRight
        )

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Act on Enter and the arrows."""
        if event.key() in _ENTER:
            self.opened.emit(self.regel.dossier_id)
        elif event.key() in _MOVES:
            self.move_wanted.emit(_MOVES[Qt.Key(event.key())])
        else:
            super().keyPressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Open the dossier on a click anywhere but on the button."""
        if event.button() is Qt.MouseButton.LeftButton and self.rect().contains(event.position().toPoint()):
            self.opened.emit(self.regel.dossier_id)

    def _make_button(self) -> ElidedButton:
        regel, name = self.regel, self.objectName()
        stap = regel.stap
        if stap is None or not stap.mogelijk:
            button = ElidedButton(
                f"{name}.stap", "Dossier openen", lambda: self.opened.emit(regel.dossier_id), look="quiet"
            )
            button.setAccessibleName(f"Dossier {regel.nummer} openen")
            return button
        button = ElidedButton(
            f"{name}.stap",
            stap.words,
            lambda: self.stap_wanted.emit(regel.dossier_id, stap),
            icon="check",
        )
        button.setAccessibleName(f"{stap.words}. Vastleggen in dossier {regel.nummer}")
        return button

    def _assemble(self) -> None:
        regel = self.regel
        words = QHBoxLayout()
        words.setSpacing(14)
        klager = text_label(regel.klager or "Klager onbekend", look="strong", wrap=True)
        who = _column(klager, text_label(regel.nummer, look="small"))
        what = _column(*(text_label(zin, wrap=True) for zin in regel.wat.split("\n")))
        for line in _details(regel):
            what.addWidget(text_label(line, look="small", wrap=True))
        words.addWidget(_freely(who), 4)
        words.addWidget(_freely(what), 7)
        acts = QHBoxLayout()
        acts.setSpacing(14)
        acts.addLayout(self._when(), 1)
        acts.addWidget(self.button, 0, Qt.AlignmentFlag.AlignVCenter)
        self._halves.setContentsMargins(14, 9, 10, 9)
        self._halves.setSpacing(12)
        self._halves.addLayout(words, 1)
        self._halves.addLayout(acts)
        self.setLayout(self._halves)

    def _when(self) -> QVBoxLayout:
        regel = self.regel
        column = QVBoxLayout()
        column.setSpacing(2)
        words = ""
        if regel.uiterlijk is not None:
            column.addStretch()
            column.addWidget(_urgency(regel, self._vandaag))
            words = f"uiterlijk {short_date(regel.uiterlijk)}"
        if regel.datum is not None and regel.datum != regel.uiterlijk:
            words = f"streef {short_date(regel.datum)}\n{words}"
        dates = text_label(words, look="small")
        dates.setMinimumWidth(self.fontMetrics().horizontalAdvance(_LONGEST_DATE))
        column.addWidget(dates)
        column.addStretch()
        return column


def _urgency(regel: VandaagRegel, vandaag: date) -> QLabel:
    """Return the chip that says how much time is left, to the streefdatum or when that is over to the last day."""
    last = regel.uiterlijk or vandaag
    push = regel.datum if regel.datum is not None and regel.datum >= vandaag else last
    if last < vandaag:
        kind = "danger"
    elif push == vandaag:
        kind = "warning"
    else:
        kind = "accent" if regel.groep == "deze_week" else ""
    return chip(days_left(min(push, last), vandaag), kind)


def _details(regel: VandaagRegel) -> list[str]:
    """Return the lines under what is to be done: who is to move, and why not if it can't be now."""
    lines = []
    if regel.aan_zet:
        lines.append(f"Aan zet: {regel.aan_zet}")
    if regel.stap is not None and not regel.stap.mogelijk:
        lines += [reden.zin for reden in regel.stap.redenen[:1]]
    return lines


def _sentence(regel: VandaagRegel, vandaag: date) -> str:
    left = "" if regel.uiterlijk is None else days_left(regel.uiterlijk, vandaag)
    parts = (regel.nummer, regel.klager, regel.wat.replace("\n", " "), left, *_details(regel))
    return ", ".join(filter(None, parts))


def _column(*labels: QLabel) -> QVBoxLayout:
    column = QVBoxLayout()
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(2)
    for label in labels:
        column.addWidget(label)
    return column


def _freely(column: QVBoxLayout) -> QWidget:
    """Return a holder whose width follows from the row, not from its words, so that rows line up."""
    column.addStretch()
    holder = QWidget()
    holder.setProperty("look", "clear")
    holder.setLayout(column)
    policy = QSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
    policy.setHeightForWidth(True)
    holder.setSizePolicy(policy)
    return holder
