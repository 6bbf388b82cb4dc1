"""What may happen next in a dossier: the stap it waits for, what else is possible, and what is not yet, and why."""

from collections.abc import Callable, Iterable, Sequence
from datetime import date
from functools import partial
from itertools import groupby

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from klachtdesk.dutch import long_date
from klachtdesk.services.gebeurtenissen import NOT_BY_HAND
from klachtdesk.ui.dutch_dates import days_left
from klachtdesk.ui.widgets.controls import card, empty_layout, line, push_button, text_label
from klachtdesk.ui.widgets.elided_button import ElidedButton
from klachtdesk.ui.widgets.flow_layout import FlowLayout
from klachtdesk.ui.widgets.fold import Fold
from klachtdesk.ui.widgets.icon_mark import IconMark
from klachtdesk.ui.widgets.keyboard_kept import keyboard_kept
from klachtdesk.views.stap import ProcedureView, RedenView, StapView

ON_THE_OORDEEL_TAB = frozenset({"oordeel_vastgesteld", "ondertekening_gevraagd", "oordeel_ondertekend"})
"""Kinds that are recorded by what is done to the document of the oordeel."""

NOTITIE, TERUGBELVERZOEK = "notitie", "terugbelverzoek"
_OFFERED_BELOW = frozenset({NOTITIE, TERUGBELVERZOEK})
_NEXT = "dossier.stap.vastleggen"
_ICON = 16


class Stappen(QWidget):
    """The card on top of the column beside the tijdlijn."""

    stap_wanted = Signal(object)
    """A StapView, to be recorded."""
    kind_wanted = Signal(str)
    """A kind of gebeurtenis that can always be recorded."""

    def __init__(self, vandaag: Callable[[], date]) -> None:
        super().__init__()
        self.setObjectName("dossier.stappen")
        self._vandaag = vandaag
        self._heading = text_label(look="heading", name="dossier.stap.wie", wrap=True)
        self._next = QVBoxLayout()
        self._next.setSpacing(4)
        self._also = QVBoxLayout()
        self._also.setSpacing(5)
        self._more = Fold("stappen.meer")
        self._not_yet = Fold("stappen.niet")
        self._assemble()

    def _assemble(self) -> None:
        top = card(look="card-accent")
        first = QVBoxLayout(top)
        first.setContentsMargins(17, 13, 14, 14)
        first.setSpacing(8)
        first.addWidget(self._heading)
        first.addLayout(self._next)
        inside = QVBoxLayout()
        inside.setContentsMargins(17, 8, 13, 8)
        inside.setSpacing(4)
        inside.addLayout(self._also)
        inside.addWidget(self._more)
        inside.addWidget(self._not_yet)
        inside.addWidget(line())
        inside.addLayout(self._always())
        frame = card()
        both = QVBoxLayout(frame)
        both.setContentsMargins(0, 0, 0, 0)
        both.setSpacing(0)
        both.addWidget(top)
        both.addLayout(inside)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(frame)

    def _always(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(4)
        for soort, words, picture, keys in (
            (NOTITIE, "Notitie", "pencil", "Ctrl+Shift+N"),
            (TERUGBELVERZOEK, "Terugbelverzoek", "clock", "Ctrl+T"),
        ):
            wanted = partial(self.kind_wanted.emit, soort)
            button = push_button(f"stappen.{soort}", words, wanted, look="quiet", icon=picture, tip=keys)
            button.setAccessibleName(f"{words} vastleggen ({keys})")
            row.addWidget(button)
        row.addStretch()
        return row

    def show_procedure(self, procedure: ProcedureView) -> None:
        """Show where a dossier stands; the keyboard goes from a stap that was done to the next."""
        with keyboard_kept(self, self._onward):
            self._fill(procedure)

    def _fill(self, procedure: ProcedureView) -> None:
        mover = procedure.aan_zet
        self._heading.setText(f"Nu aan zet: {mover}" if mover else "Er is nu niemand aan zet")
        empty_layout(self._next)
        awaited = procedure.wacht_op
        if awaited is not None:
            self._show_next(awaited)
        elif not mover:
            words = "Dit dossier wacht nergens op. Wat toch nog gebeurt, legt u hieronder vast."
            self._next.addWidget(text_label(words, look="muted", wrap=True))
        others = [stap for stap in procedure.stappen if stap != awaited and _by_hand(stap)]
        possible = [stap for stap in others if stap.mogelijk and stap.soort not in _OFFERED_BELOW]
        near = _ahead(possible, procedure)
        self._show_also(near)
        rest = [stap for stap in possible if stap not in near]
        self._more.setVisible(bool(rest))
        self._more.fill(f"Verder mogelijk ({len(rest)})", partial(self._by_fase, rest))
        refused = _together(stap for stap in others if not stap.mogelijk and not stap.gebeurd)
        self._not_yet.setVisible(bool(refused))
        self._not_yet.fill(f"Nog niet mogelijk ({len(refused)})", partial(_reasons, refused))

    def take_keyboard(self) -> None:
        """Put the keyboard on the stap that is waited for: whoever opens a dossier most often goes on with that."""
        self._onward().setFocus()

    def _onward(self) -> QWidget:
        """Return the stap that is waited for, or else where the others are."""
        return self.findChild(QPushButton, _NEXT) or self._more.focus_target()

    def _show_next(self, stap: StapView) -> None:
        if stap.mogelijk or stap.soort in ON_THE_OORDEEL_TAB:
            picture = "scale" if stap.soort in ON_THE_OORDEEL_TAB else "check"
            wanted = partial(self.stap_wanted.emit, stap)
            button = ElidedButton(_NEXT, stap.words, wanted, look="primary", icon=picture)
            self._next.addWidget(button, 0, Qt.AlignmentFlag.AlignLeft)
        else:
            self._next.addWidget(text_label(stap.words, look="strong", name="dossier.stap.naam", wrap=True))
        if stap.streefdatum is not None:
            left = days_left(stap.streefdatum, self._vandaag(), over="geleden")
            words = f"Streefdatum {long_date(stap.streefdatum)} ({left})"
            words += f" voor: {', '.join(dict.fromkeys(stap.termijnen))}" if stap.termijnen else ""
            self._next.addWidget(text_label(words, look="muted", name="stappen.streefdatum", wrap=True))
        if stap.besluit:
            words = "Dit kan omdat de directie dat heeft besloten."
            self._next.addWidget(text_label(words, look="small", name="stappen.besluit", wrap=True))
        if stap.redenen:
            self._next.addWidget(text_label("Eerst is nog nodig:", look="muted"))
            for reden in stap.redenen:
                self._next.addWidget(_noted(reden.zin, "circle-dashed"))

    def _show_also(self, stappen: Sequence[StapView]) -> None:
        empty_layout(self._also)
        if stappen:
            self._also.addWidget(text_label("Kan ook nu", look="small"))
            self._also.addWidget(self._buttons(stappen))

    def _buttons(self, stappen: Sequence[StapView]) -> QWidget:
        """Return the stappen as links; those of one kind are told apart by their place."""
        holder = _holder()
        flow = FlowLayout(holder, spacing=5)
        for _soort, alike in groupby(stappen, lambda stap: stap.soort):
            for place, stap in enumerate(alike, 1):
                name = f"stap.{stap.soort}.{place}" if stap.persoon else f"stap.{stap.soort}"
                wanted = partial(self.stap_wanted.emit, stap)
                flow.addWidget(ElidedButton(name, stap.words, wanted, look="pill"))
        return holder

    def _by_fase(self, stappen: Sequence[StapView]) -> QWidget:
        holder = QWidget()
        holder.setProperty("look", "clear")
        column = QVBoxLayout(holder)
        column.setContentsMargins(24, 0, 0, 6)
        column.setSpacing(4)
        for fase in dict.fromkeys(stap.fase for stap in stappen):
            column.addWidget(text_label(fase, look="small"))
            column.addWidget(self._buttons([stap for stap in stappen if stap.fase == fase]))
        return holder


def _by_hand(stap: StapView) -> bool:
    return stap.soort in ON_THE_OORDEEL_TAB or stap.soort not in NOT_BY_HAND


def _ahead(possible: Sequence[StapView], procedure: ProcedureView) -> list[StapView]:
    """Return what comes after the stap that is waited for, in the order of the normal way: the rest is passed."""
    awaited = procedure.wacht_op
    passed = procedure.stappen.index(awaited) if awaited in procedure.stappen else 0
    return [
        stap
        for stap in possible
        if stap.verwacht and not stap.gebeurd and procedure.stappen.index(stap) >= passed
    ]


def _together(stappen: Iterable[StapView]) -> dict[str, tuple[RedenView, ...]]:
    """Return the stappen with why not, those of one kind that share their reasons as one."""
    people: dict[tuple[str, tuple[RedenView, ...]], list[str]] = {}
    for stap in stappen:
        people.setdefault((stap.label, stap.redenen), []).append(stap.persoon)
    found = {}
    for (label, redenen), names in people.items():
        known = ", ".join(filter(None, names))
        found[f"{label}: {known}" if known else label] = redenen
    return found


def _reasons(refused: dict[str, tuple[RedenView, ...]]) -> QWidget:
    holder = QWidget()
    holder.setProperty("look", "clear")
    column = QVBoxLayout(holder)
    column.setContentsMargins(24, 2, 0, 4)
    column.setSpacing(2)
    for place, (words, redenen) in enumerate(refused.items(), 1):
        column.addWidget(text_label(words, name=f"stappen.niet.{place}", wrap=True))
        for reden in redenen:
            column.addWidget(text_label(reden.zin, look="small", wrap=True))
        column.addSpacing(6)
    return holder


def _noted(words: str, picture: str) -> QWidget:
    holder = QWidget()
    holder.setProperty("look", "clear")
    row = QHBoxLayout(holder)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(8)
    row.addWidget(IconMark(picture, "muted", _ICON), 0, Qt.AlignmentFlag.AlignTop)
    row.addWidget(text_label(words, wrap=True), 1)
    return holder


def _holder() -> QWidget:
    holder = QWidget()
    holder.setProperty("look", "clear")
    policy = holder.sizePolicy()
    policy.setHeightForWidth(True)
    holder.setSizePolicy(policy)
    return holder
