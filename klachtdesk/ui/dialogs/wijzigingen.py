"""What the fields of a dossier held before: who changed them, and when."""

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from klachtdesk.ui.dutch_dates import short_moment
from klachtdesk.ui.widgets.controls import line, push_button, readable_label, scrolled, text_label
from klachtdesk.views.formulier import WijzigingRegel


class WijzigingenDialog(QDialog):
    """Lists earlier values, the latest change on top."""

    def __init__(self, regels: Sequence[WijzigingRegel], vandaag: date, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("wijzigingen")
        self.setWindowTitle("Eerdere waarden")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.resize(QSize(600, 480).boundedTo(parent.screen().availableSize()))
        inside = QWidget()
        inside.setProperty("look", "clear")
        rows = QVBoxLayout(inside)
        rows.setContentsMargins(0, 0, 8, 0)
        rows.setSpacing(8)
        for regel in regels:
            if rows.count():
                rows.addWidget(line())
            head = QHBoxLayout()
            head.addWidget(text_label(regel.veld, look="strong", wrap=True), 1)
            words = f"{regel.gebruiker}, {short_moment(regel.moment, vandaag)}"
            head.addWidget(text_label(words, look="small"))
            rows.addLayout(head)
            rows.addWidget(readable_label(regel.oude_waarde or "(leeg)"))
        if not regels:
            words = "Er is nog niets gewijzigd. Na een wijziging ziet u hier wat er eerst stond."
            rows.addWidget(text_label(words, look="muted", wrap=True))
        rows.addStretch()
        scroll = scrolled(inside)
        close = push_button("wijzigingen.sluiten", "&Sluiten", self.accept, look="primary")
        column = QVBoxLayout(self)
        column.setContentsMargins(22, 18, 18, 16)
        column.addWidget(scroll, 1)
        column.addWidget(close, 0, Qt.AlignmentFlag.AlignRight)
