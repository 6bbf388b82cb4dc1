"""The list of keys, under F1."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QGridLayout, QVBoxLayout, QWidget

from klachtdesk.ui.widgets.controls import push_button, text_label

SHORTCUTS = (
    (
        "Overal",
        (
            ("Ctrl+N", "Nieuwe melding"),
            ("Ctrl+O", "Bestand toevoegen: een e-mail, brief, scan of klachtenformulier"),
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
            ("Ctrl+S", "Opslaan of registreren"),
            ("Alt+Pijl omlaag", "Kalender bij een datum, of de keuzelijst"),
            ("Ctrl+R", "Melding onder een ander reglement"),
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
            ("Page Up, Page Down", "Vorige of volgende maand"),
            ("Home", "Naar vandaag"),
            ("Enter", "Alles op deze dag"),
        ),
    ),
)


class ShortcutsDialog(QDialog):
    """Shows which keys there are."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("sneltoetsen")
        self.setWindowTitle("Sneltoetsen")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        grid = QGridLayout()
        grid.setHorizontalSpacing(18)
        grid.setVerticalSpacing(7)
        row = 0
        for heading, keys in SHORTCUTS:
            grid.addWidget(text_label(heading, look="heading"), row, 0, 1, 2)
            row += 1
            for key, meaning in keys:
                grid.addWidget(text_label(key, look="keys"), row, 0)
                grid.addWidget(text_label(meaning), row, 1)
                row += 1
        close = push_button("sneltoetsen.sluiten", "&Sluiten", self.accept, look="primary")
        close.setDefault(True)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 20, 24, 16)
        column.setSpacing(16)
        column.addLayout(grid)
        column.addWidget(close, 0, Qt.AlignmentFlag.AlignRight)
