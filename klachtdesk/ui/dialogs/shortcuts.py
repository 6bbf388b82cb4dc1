"""The list of keys, under F1."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QDialog, QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from klachtdesk.ui.screen_room import screen_room
from klachtdesk.ui.widgets.controls import push_button, scrolled, text_label

_Parts = tuple[tuple[str, tuple[tuple[str, str], ...]], ...]

SHORTCUTS: _Parts = (
    (
        "Overal",
        (
            ("Ctrl+N", "Nieuwe melding"),
            ("Ctrl+O", "Bestand toevoegen: e-mail, brief, scan"),
            ("Ctrl+F", "Zoeken in dossiers"),
            ("Ctrl+L", "Vergrendelen"),
            ("F1", "Deze lijst"),
        ),
    ),
    (
        "Pagina's",
        (
            ("Ctrl+1", "Vandaag"),
            ("Ctrl+2", "Dossiers"),
            ("Ctrl+3", "Kalender"),
            ("Ctrl+4", "Overzicht"),
            ("Ctrl+5", "Instellingen"),
            ("Esc", "Terug naar de vorige pagina"),
        ),
    ),
    (
        "In een formulier",
        (
            ("Tab", "Naar het volgende veld"),
            ("Ctrl+Page Up/Down", "Vorige of volgende deel"),
            ("Ctrl+S", "Opslaan of registreren"),
            ("Alt+Pijl omlaag", "Kalender of keuzelijst openen"),
            ("Ctrl+R", "Ander reglement kiezen"),
        ),
    ),
    (
        "In een dossier",
        (("Ctrl+G", "Gebeurtenis vastleggen"), ("Ctrl+Shift+N", "Notitie"), ("Ctrl+T", "Terugbelverzoek")),
    ),
    (
        "In de kalender",
        (
            ("Pijltoetsen", "Naar een andere dag"),
            ("Page Up/Down", "Vorige of volgende maand"),
            ("Home", "Naar vandaag"),
            ("Enter", "Alles op deze dag"),
        ),
    ),
)

_LEFT = 2
"""How many of these stand in the left column."""

_SCROLL_BAR = 16


class ShortcutsDialog(QDialog):
    """Shows which keys there are, in two columns; scrolls where the screen is small."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("sneltoetsen")
        self.setWindowTitle("Sneltoetsen")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        keys = QWidget()
        keys.setProperty("look", "clear")
        columns = QHBoxLayout(keys)
        columns.setContentsMargins(0, 0, 0, 0)
        columns.setSpacing(28)
        for part in (SHORTCUTS[:_LEFT], SHORTCUTS[_LEFT:]):
            columns.addLayout(_column(part))
        scroll = scrolled(keys)
        scroll.setObjectName("sneltoetsen.lijst")
        close = push_button("sneltoetsen.sluiten", "&Sluiten", self.accept, look="primary")
        close.setDefault(True)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 20, 24, 16)
        column.setSpacing(16)
        column.addWidget(scroll, 1)
        column.addWidget(close, 0, Qt.AlignmentFlag.AlignRight)
        close.setFocus()
        wanted = keys.sizeHint() + QSize(48 + _SCROLL_BAR, 52 + close.sizeHint().height())
        self.resize(wanted.boundedTo(screen_room(parent)))


def _column(parts: _Parts) -> QGridLayout:
    grid = QGridLayout()
    grid.setHorizontalSpacing(18)
    grid.setVerticalSpacing(7)
    grid.setColumnStretch(1, 1)
    for heading, keys in parts:
        grid.addWidget(text_label(heading, look="heading"), grid.rowCount(), 0, 1, 2)
        for key, meaning in keys:
            row = grid.rowCount()
            grid.addWidget(text_label(key, look="keys"), row, 0)
            grid.addWidget(text_label(meaning), row, 1)
    grid.setRowStretch(grid.rowCount(), 1)
    return grid
