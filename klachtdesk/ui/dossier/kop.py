"""What the head of a dossier says beside its number: how it stands, what is late, and that it is closed."""

from PySide6.QtWidgets import QLabel

from klachtdesk.ui.widgets.controls import chip
from klachtdesk.views.dossier import DossierView


def head_chips(dossier: DossierView) -> list[QLabel]:
    """Return them, the status first."""
    chips = [chip(dossier.procedure.status, "accent" if dossier.open else "", "dossier.status")]
    late = sum(1 for termijn in dossier.termijnen if termijn.te_laat)
    if late:
        words = "1 termijn te laat" if late == 1 else f"{late} termijnen te laat"
        chips.append(chip(words, "danger", "dossier.te_laat"))
    if not dossier.open:
        chips.append(chip("Gesloten", "", "dossier.gesloten"))
    return chips
