"""What is to be done next in a dossier and by whom, and what the program points out by itself."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from klachtdesk.ui.dutch_dates import long_date
from klachtdesk.ui.widgets.controls import card, empty_layout, push_button, readable_label, text_label
from klachtdesk.ui.widgets.icon_mark import IconMark
from klachtdesk.views.stap import ProcedureView, SignaalView, StapView


class VolgendeStap(QWidget):
    """The card above the termijnen; hides itself when nothing is waited for and nothing stands out."""

    record_wanted = Signal(object)
    """The StapView that is to be recorded."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("dossier.stap")
        self._rows = QVBoxLayout()
        self._rows.setSpacing(6)
        frame = card()
        inside = QVBoxLayout(frame)
        inside.setContentsMargins(18, 14, 14, 14)
        inside.setSpacing(8)
        inside.addWidget(text_label("Volgende stap", look="heading"))
        inside.addLayout(self._rows)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(frame)

    def show_procedure(self, procedure: ProcedureView) -> None:
        """Show where a dossier stands."""
        empty_layout(self._rows)
        stap = procedure.wacht_op
        if stap is not None:
            self._show_stap(stap, procedure.aan_zet)
        # One sentence once: the same can hold for several persons, and names are left out of it.
        for signaal in {signaal.zin: signaal for signaal in procedure.signalen}.values():
            self._rows.addLayout(_signaal(signaal))
        self.setHidden(stap is None and not procedure.signalen)

    def _show_stap(self, stap: StapView, aan_zet: str) -> None:
        who = f"{stap.label}: {stap.persoon}" if stap.persoon else stap.label
        row = QHBoxLayout()
        row.setSpacing(10)
        texts = QVBoxLayout()
        texts.setSpacing(1)
        texts.addWidget(text_label(who, look="strong", name="dossier.stap.naam", wrap=True))
        details = [f"Aan zet: {aan_zet}" if aan_zet else ""]
        details.append(f"streef naar {long_date(stap.streefdatum)}" if stap.streefdatum else "")
        words = "; ".join(filter(None, details))
        if words:
            texts.addWidget(text_label(words, look="muted", name="dossier.stap.wie", wrap=True))
        row.addLayout(texts, 1)
        if stap.mogelijk:
            record = push_button(
                "dossier.stap.vastleggen", "Vastleggen…", lambda: self.record_wanted.emit(stap)
            )
            record.setAccessibleName(f"{who} vastleggen")
            row.addWidget(record, 0, Qt.AlignmentFlag.AlignTop)
        self._rows.addLayout(row)
        for reden in () if stap.mogelijk else stap.redenen:
            self._rows.addWidget(readable_label(reden.zin, look="muted"))


def _signaal(signaal: SignaalView) -> QHBoxLayout:
    row = QHBoxLayout()
    row.setSpacing(8)
    row.addWidget(IconMark("info", "warning", 16), 0, Qt.AlignmentFlag.AlignTop)
    row.addWidget(readable_label(signaal.zin, name=f"dossier.signaal.{signaal.sleutel}"), 1)
    return row
