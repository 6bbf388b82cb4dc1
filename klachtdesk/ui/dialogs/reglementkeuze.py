"""Puts a dossier that came under the wrong reglement under another one, as long as nothing has happened in it."""

from PySide6.QtWidgets import QWidget

from klachtdesk.errors import InvalidInput
from klachtdesk.formulieren import Keuze, Veld, VeldSoort
from klachtdesk.services.changes import Changes
from klachtdesk.services.desk import Desk
from klachtdesk.services.reglementkeuze import change_reglement
from klachtdesk.ui.dialogs.vraag_dialog import Vraag, VraagDialog
from klachtdesk.ui.workspace import Workspace

_UITLEG = (
    "De termijnen en stappen worden die van het andere reglement. Dat kan alleen zolang er nog niets is gebeurd. "
    "Onderwerpen die het andere reglement niet heeft vindt u terug bij ‘Eerdere waarden’."
)


def ask_reglement(workspace: Workspace, owner: QWidget, dossier_id: int, keuzes: tuple[Keuze, ...]) -> None:
    """Ask which reglement it should have been, and put the dossier under it."""
    veld = Veld("reglement", "Dit dossier valt onder", VeldSoort.KEUZE, keuzes)
    vraag = Vraag("reglementkeuze", "Onder een ander reglement brengen?", _UITLEG, "&Wijzigen", (veld,))

    def act(desk: Desk, answers: dict[str, str], _again: bool) -> Changes:
        if not answers["reglement"]:
            message = "Kies een reglement."
            raise InvalidInput(message, fields={"reglement": message})
        return change_reglement(desk, dossier_id, answers["reglement"])

    def done() -> None:
        workspace.notices.tell("Het dossier valt nu onder het andere reglement.")

    dialog = VraagDialog(workspace, vraag, act, done, owner.window())
    if len(keuzes) == 1:
        dialog.boxes["reglement"].field.put(keuzes[0].sleutel)
    dialog.open()
