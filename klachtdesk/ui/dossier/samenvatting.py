"""What the klacht is and who are in it, at a glance."""

from PySide6.QtWidgets import QVBoxLayout, QWidget

from klachtdesk.ui.dutch_dates import short_date
from klachtdesk.ui.widgets.controls import card, chip, empty_layout, readable_label, text_label
from klachtdesk.ui.widgets.flow_layout import FlowLayout
from klachtdesk.ui.widgets.keyboard_kept import keyboard_kept
from klachtdesk.views.dossier import DossierView, PersoonView

_LONGEST = 600
"""Characters of a text that are shown here; the form has all of it."""


class Samenvatting(QWidget):
    """The card beside the tijdlijn."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("dossier.samenvatting")
        self._shown: object = None
        self._rows = QVBoxLayout()
        self._rows.setSpacing(4)
        frame = card()
        inside = QVBoxLayout(frame)
        inside.setContentsMargins(18, 14, 14, 16)
        inside.setSpacing(8)
        inside.addWidget(text_label("De klacht", look="heading"))
        inside.addLayout(self._rows)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(frame)

    def show_dossier(self, dossier: DossierView) -> None:
        """Show a dossier."""
        klacht = (dossier.omschrijving, dossier.onderwerpen, dossier.wens)
        shown = (*klacht, dossier.personen, dossier.reglement, dossier.bewaren)
        if shown != self._shown:
            self._shown = shown
            with keyboard_kept(self):
                self._fill(dossier)

    def _fill(self, dossier: DossierView) -> None:
        empty_layout(self._rows)
        text = dossier.omschrijving or "Nog niets opgeschreven. Vul het meldingsformulier aan."
        self._rows.addWidget(readable_label(_shortened(text), "" if dossier.omschrijving else "muted"))
        if dossier.onderwerpen:
            self._rows.addWidget(_chips(dossier.onderwerpen))
        if dossier.wens:
            self._part("Wat wil de klager?", _shortened(dossier.wens))
        for persoon in dossier.personen:
            self._part(persoon.rol_label, _about(persoon))
        self._part("Reglement", dossier.reglement)
        bewaren = dossier.bewaren
        until = f" tot {short_date(bewaren.tot)}" if bewaren.tot else ""
        self._part("Bewaren", ". ".join(filter(None, (f"{bewaren.status_label}{until}", bewaren.reden))))

    def _part(self, title: str, text: str) -> None:
        self._rows.addSpacing(4)
        self._rows.addWidget(text_label(title, look="small"))
        self._rows.addWidget(readable_label(text))


def _chips(words: tuple[str, ...]) -> QWidget:
    holder = QWidget()
    holder.setProperty("look", "clear")
    flow = FlowLayout(holder)
    for word in words:
        flow.addWidget(chip(word))
    policy = holder.sizePolicy()
    policy.setHeightForWidth(True)
    holder.setSizePolicy(policy)
    return holder


def _shortened(text: str) -> str:
    return text if len(text) <= _LONGEST else f"{text[:_LONGEST].rstrip()}…"


def _about(persoon: PersoonView) -> str:
    first = ", ".join(
        filter(None, (persoon.naam or "Naam nog onbekend", persoon.functie, persoon.organisatie))
    )
    afdeling = f"Afdeling {persoon.afdeling}" if persoon.afdeling else ""
    return "\n".join(filter(None, (first, afdeling, persoon.telefoon, persoon.email)))
