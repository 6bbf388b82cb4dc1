"""What happened in a dossier, the latest on top; what was replaced stays, struck through."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from klachtdesk.ui.dutch_dates import short_date, short_moment
from klachtdesk.ui.widgets.controls import (
    card,
    chip,
    empty_layout,
    icon_button,
    line,
    push_button,
    readable_label,
    text_label,
)
from klachtdesk.ui.widgets.keyboard_kept import keyboard_kept
from klachtdesk.ui.workspace import Workspace
from klachtdesk.views.dossier import TijdlijnRegel

_DATE_WIDTH = 92
_CORRECTIE = "correctie"


class Tijdlijn(QWidget):
    """The gebeurtenissen of one dossier."""

    correct_wanted = Signal(object)
    document_wanted = Signal(int)

    def __init__(self, workspace: Workspace) -> None:
        super().__init__()
        self.setObjectName("dossier.tijdlijn")
        self._workspace = workspace
        self._shown: object = None
        self._rows = QVBoxLayout()
        self._rows.setSpacing(0)
        frame = card()
        inside = QVBoxLayout(frame)
        inside.setContentsMargins(18, 14, 12, 10)
        inside.setSpacing(8)
        inside.addWidget(text_label("Tijdlijn", look="heading"))
        inside.addLayout(self._rows)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(frame)

    def show_regels(self, regels: Sequence[TijdlijnRegel]) -> None:
        """Show these gebeurtenissen, given in the order in which they happened."""
        shown = (tuple(regels), self._workspace.klok.vandaag())
        if shown == self._shown:
            return
        self._shown = shown
        with keyboard_kept(self):
            empty_layout(self._rows)
            for regel in reversed(regels):
                if self._rows.count():
                    self._rows.addWidget(line())
                self._rows.addWidget(self._row(regel))

    def _row(self, regel: TijdlijnRegel) -> QWidget:
        row = QWidget()
        row.setObjectName(f"tijdlijn.{regel.id}")
        row.setProperty("look", "clear")
        box = QHBoxLayout(row)
        box.setContentsMargins(0, 8, 0, 8)
        box.setSpacing(10)
        day = text_label(short_date(regel.datum), look="struck" if regel.vervangen else "muted")
        day.setMinimumWidth(_DATE_WIDTH)
        box.addWidget(day, 0, Qt.AlignmentFlag.AlignTop)
        box.addLayout(self._texts(regel), 1)
        if not regel.vervangen and regel.soort != _CORRECTIE:
            box.addWidget(
                icon_button(
                    f"tijdlijn.{regel.id}.corrigeren",
                    "pencil",
                    f"{regel.label} corrigeren",
                    lambda: self.correct_wanted.emit(regel),
                ),
                0,
                Qt.AlignmentFlag.AlignTop,
            )
        return row

    def _texts(self, regel: TijdlijnRegel) -> QVBoxLayout:
        texts = QVBoxLayout()
        texts.setSpacing(2)
        head = QHBoxLayout()
        look = "struck" if regel.vervangen else "strong"
        head.addWidget(text_label(regel.label, look=look, name=f"tijdlijn.{regel.id}.soort", wrap=True), 1)
        if regel.vervangen:
            head.addWidget(chip("Vervangen"), 0, Qt.AlignmentFlag.AlignTop)
        texts.addLayout(head)
        for label, value in regel.details:
            texts.addWidget(readable_label(f"{label}: {value}", look="struck" if regel.vervangen else ""))
        if regel.document_id is not None:
            document_id = regel.document_id
            texts.addWidget(
                push_button(
                    f"tijdlijn.{regel.id}.document",
                    "Document openen",
                    lambda: self.document_wanted.emit(document_id),
                    look="link",
                    icon="file-text",
                ),
                0,
                Qt.AlignmentFlag.AlignLeft,
            )
        moment = short_moment(regel.vastgelegd_op, self._workspace.klok.vandaag())
        texts.addWidget(text_label(f"{regel.vastgelegd_door}, {moment}", look="small", wrap=True))
        return texts
