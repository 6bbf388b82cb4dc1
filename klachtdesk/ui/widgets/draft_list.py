"""The forms that somebody began and did not save, to go on with or to throw away."""

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from klachtdesk.formulieren import FORMULIEREN
from klachtdesk.ui.dutch_dates import short_moment
from klachtdesk.ui.widgets.controls import empty_layout, push_button, text_label
from klachtdesk.ui.widgets.keyboard_kept import keyboard_kept
from klachtdesk.views.formulier import DraftRegel

_SHOWN = 3


class DraftList(QFrame):
    """Lists drafts, the latest first; hides itself when there are none.

    With `in_dossier` they are all of the dossier in sight, which needs no naming; a form is thrown away in itself then,
    for it may be open beside this.
    """

    resumed = Signal(object)
    discarded = Signal(object)

    def __init__(self, *, in_dossier: bool = False) -> None:
        super().__init__()
        self._in_dossier = in_dossier
        self.setObjectName("concepten")
        self.setProperty("look", "card-accent")
        self._drafts: tuple[DraftRegel, ...] = ()
        self._vandaag = date.min
        self._all_shown = False
        self._rows = QVBoxLayout()
        self._rows.setSpacing(2)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 10, 10, 10)
        column.setSpacing(4)
        title = "U was hiermee bezig" if in_dossier else "Nog niet opgeslagen"
        column.addWidget(text_label(title, look="strong", name="concepten.titel"))
        column.addLayout(self._rows)
        self.hide()

    def show_drafts(self, drafts: Sequence[DraftRegel], vandaag: date) -> None:
        """Show these drafts; those that are shown already stay as they are."""
        if (tuple(drafts), vandaag) == (self._drafts, self._vandaag):
            return
        self._drafts = tuple(drafts)
        self._vandaag = vandaag
        with keyboard_kept(self):
            self._build()
        self.setVisible(bool(drafts))

    def _build(self) -> None:
        empty_layout(self._rows)
        shown = self._drafts if self._all_shown else self._drafts[:_SHOWN]
        for regel in shown:
            self._rows.addWidget(self._row(regel))
        more = len(self._drafts) - len(shown)
        if more:
            button = push_button("concepten.alle", f"Nog {more} tonen", self._on_all, look="link")
            self._rows.addWidget(button, 0, Qt.AlignmentFlag.AlignLeft)

    def _row(self, regel: DraftRegel) -> QWidget:
        named = regel.nummer and not self._in_dossier
        kind = f"{regel.titel} {regel.nummer}" if named else regel.titel
        words = f"‘{regel.begin}’" if regel.begin else "Nog geen tekst"
        text = text_label(words, name=f"concept.{regel.draft_id}.begin")
        text.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        moment = short_moment(regel.bewaard_op, self._vandaag)
        resume = push_button(
            f"concept.{regel.draft_id}.verder", "Verder", lambda: self.resumed.emit(regel), look="quiet"
        )
        resume.setAccessibleName(f"Verder met {kind}: {words}")
        row = QWidget()
        row.setProperty("look", "clear")
        texts = QVBoxLayout()
        texts.setSpacing(0)
        texts.addWidget(text)
        texts.addWidget(text_label(f"{kind}, bewaard {moment}", look="small"))
        line = QHBoxLayout(row)
        line.setContentsMargins(0, 2, 0, 2)
        line.setSpacing(8)
        line.addLayout(texts, 1)
        line.addWidget(resume)
        line.addWidget(self._discard(regel, kind, words))
        return row

    def _discard(self, regel: DraftRegel, kind: str, words: str) -> QPushButton:
        button = push_button(
            f"concept.{regel.draft_id}.weggooien",
            "Weggooien",
            lambda: self.discarded.emit(regel),
            look="quiet",
        )
        button.setAccessibleName(f"{kind} weggooien: {words}")
        if self._in_dossier and regel.formulier in FORMULIEREN:
            policy = button.sizePolicy()
            policy.setRetainSizeWhenHidden(True)  # the other buttons stay in line
            button.setSizePolicy(policy)
            button.hide()
        return button

    def _on_all(self) -> None:
        """Show the rest; the keyboard goes to the first of those."""
        self._all_shown = True
        first = f"concept.{self._drafts[_SHOWN].draft_id}.verder"
        with keyboard_kept(self, lambda: self.findChild(QPushButton, first)):
            self._build()
