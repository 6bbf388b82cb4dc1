"""The termijnen of a dossier, each with the reason for its date one click away."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from klachtdesk.dutch import long_date
from klachtdesk.ui.dutch_dates import short_date
from klachtdesk.ui.widgets.controls import card, chip, empty_layout, line, push_button, text_label
from klachtdesk.ui.widgets.keyboard_kept import keyboard_kept
from klachtdesk.views.termijn import TermijnView

_KINDS = {
    "te_laat": "danger",
    "te_laat_gehaald": "warning",
    "te_laat_vervallen": "warning",
    "gehaald": "good",
}
_WHOSE = {"klager": "recht van de klager, ", "signaal": "signaal, "}


class Termijnen(QWidget):
    """Lists termijnen: what runs first, then what is over."""

    uitleg_wanted = Signal(object)
    """The TermijnSleutel of which the date is to be explained."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("dossier.termijnen")
        self._shown: tuple[TermijnView, ...] | None = None
        self._rows = QVBoxLayout()
        self._rows.setSpacing(0)
        frame = card()
        inside = QVBoxLayout(frame)
        inside.setContentsMargins(18, 14, 14, 10)
        inside.setSpacing(8)
        inside.addWidget(text_label("Termijnen", look="heading"))
        inside.addLayout(self._rows)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(frame)

    def show_termijnen(self, termijnen: Sequence[TermijnView]) -> None:
        """Show these termijnen."""
        if tuple(termijnen) != self._shown:
            self._shown = tuple(termijnen)
            with keyboard_kept(self):
                self._fill(termijnen)

    def _fill(self, termijnen: Sequence[TermijnView]) -> None:
        empty_layout(self._rows)
        ordered = sorted(termijnen, key=lambda item: (not item.open, item.streefdatum or item.einde))
        for termijn in ordered:
            if self._rows.count():
                self._rows.addWidget(line())
            self._rows.addWidget(self._row(termijn))
        if not ordered:
            words = "Er loopt nog geen termijn. Die begint vanzelf bij een stap waarvoor het reglement er een noemt."
            self._rows.addWidget(text_label(words, look="muted", wrap=True))

    def _row(self, termijn: TermijnView) -> QWidget:
        name = object_name(termijn)
        row = QWidget()
        row.setObjectName(name)
        row.setProperty("look", "clear")
        head = QHBoxLayout()
        head.addWidget(text_label(termijn.label, look="strong" if termijn.open else "muted", wrap=True), 1)
        head.addWidget(
            chip(termijn.status_label, _KINDS.get(termijn.status, "accent" if termijn.open else "")),
            0,
            Qt.AlignmentFlag.AlignTop,
        )
        why = push_button(
            f"{name}.waarom",
            "Waarom deze datum?",
            lambda: self.uitleg_wanted.emit(termijn.sleutel),
            look="link",
        )
        why.setAccessibleName(f"Waarom deze datum? {termijn.label}")
        column = QVBoxLayout(row)
        column.setContentsMargins(0, 8, 0, 8)
        column.setSpacing(2)
        column.addLayout(head)
        column.addWidget(_dates(termijn))
        foot = QHBoxLayout()
        whose = _WHOSE.get(termijn.voor, "")
        foot.addWidget(text_label(f"{whose}{termijn.artikel}", look="small", wrap=True), 1)
        foot.addWidget(why)
        column.addLayout(foot)
        return row


def object_name(termijn: TermijnView) -> str:
    """Return the object name of a termijn's row: `termijn.afhandeling`, with its ref or a later ronde behind it."""
    sleutel = termijn.sleutel
    behind = sleutel.ref or (str(sleutel.ronde) if (sleutel.ronde or 1) > 1 else "")
    return f"termijn.{sleutel.termijn}{'.' if behind else ''}{behind}"


def _dates(termijn: TermijnView) -> QLabel:
    if termijn.voldaan_op is not None:
        words = f"Voldaan op {short_date(termijn.voldaan_op)}; uiterlijk {short_date(termijn.einde)}"
    elif termijn.open and termijn.streefdatum and termijn.streefdatum != termijn.einde:
        words = f"Streef naar {short_date(termijn.streefdatum)}; uiterlijk {long_date(termijn.einde)}"
    else:
        words = f"Uiterlijk {long_date(termijn.einde)}"
    return text_label(words, look="" if termijn.open else "muted", wrap=True)
