"""Withdraws a dossier that should never have been made; it stays in the list and says so."""

from PySide6.QtWidgets import QWidget

from klachtdesk.formulieren import Veld, VeldSoort
from klachtdesk.services.changes import Changes
from klachtdesk.services.desk import Desk
from klachtdesk.services.vergissingen import withdraw_vergissing
from klachtdesk.ui.dialogs.vraag_dialog import Vraag, VraagDialog
from klachtdesk.ui.workspace import Workspace

_VRAAG = Vraag(
    "vergissing",
    "Is dit dossier een vergissing?",
    "Het wordt ingetrokken en telt nergens meer in mee, maar blijft wel te zien. Toch geen vergissing? "
    "Corrigeer dan op de tijdlijn de gebeurtenis ‘ingetrokken’.",
    "Dossier &intrekken",
    (Veld("reden", "Waarom is het een vergissing?", VeldSoort.LANGE_TEKST),),
)


def ask_vergissing(workspace: Workspace, owner: QWidget, dossier_id: int) -> None:
    """Ask for the reason, and withdraw the dossier."""

    def act(desk: Desk, answers: dict[str, str], _again: bool) -> Changes:
        return withdraw_vergissing(desk, dossier_id, reden=answers["reden"])

    def done() -> None:
        workspace.notices.tell("Het dossier is ingetrokken als vergissing.")

    VraagDialog(workspace, _VRAAG, act, done, owner.window()).open()
