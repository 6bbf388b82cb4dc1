"""The two questions about a concept that can't be undone: from when it holds, and whether to throw it away."""

from collections.abc import Callable
from functools import partial

from PySide6.QtWidgets import QWidget

from klachtdesk.dutch import typed_date
from klachtdesk.errors import InvalidInput
from klachtdesk.formulieren import Keuze, Veld, VeldSoort
from klachtdesk.services.changes import Changes
from klachtdesk.services.desk import Desk
from klachtdesk.services.eigen_reglement.concepten import discard_concept
from klachtdesk.services.eigen_reglement.toets import OlderReglement
from klachtdesk.services.eigen_reglement.van_kracht import put_in_force
from klachtdesk.ui.dialogs.vraag_dialog import Vraag, VraagDialog
from klachtdesk.ui.workspace import Workspace

_VAN = Veld("van", "Van kracht vanaf", VeldSoort.DATUM, na_vandaag=True)
_BESIDE = "-"
"""The answer that a reglement comes beside those that there are; no key looks like it."""


def ask_put_in_force(
    workspace: Workspace,
    concept_id: int,
    vervangbaar: tuple[Keuze, ...],
    parent: QWidget,
    done: Callable[[], None],
) -> None:
    """Ask from when a concept holds, and of which of `vervangbaar` it takes the place, if there are any."""
    vraag = Vraag(
        "concept.vraag",
        "Vanaf wanneer geldt dit reglement?",
        "Klachten die vanaf die dag binnenkomen vallen eronder. Dossiers die er al zijn houden hun eigen "
        "reglement. U kunt dit niet ongedaan maken.",
        "&Van kracht laten worden",
        (_VAN, _place(vervangbaar)) if vervangbaar else (_VAN,),
    )
    act = partial(_put_in_force, concept_id)
    dialog = VraagDialog(workspace, vraag, act, done, parent, asks_again=OlderReglement)
    dialog.boxes["van"].field.put(typed_date(workspace.klok.vandaag()))
    dialog.open()


def ask_discard(workspace: Workspace, concept_id: int, parent: QWidget, done: Callable[[], None]) -> None:
    """Ask whether to throw a concept away."""
    vraag = Vraag(
        "concept.weg",
        "Wilt u dit concept weggooien?",
        "U kunt dit niet ongedaan maken. Het reglement dat nu geldt blijft gelden.",
        "&Weggooien",
    )

    def act(desk: Desk, _answers: dict[str, str], _again: bool) -> Changes:
        return discard_concept(desk, concept_id)

    VraagDialog(workspace, vraag, act, done, parent).open()


def _put_in_force(concept_id: int, desk: Desk, answers: dict[str, str], again: bool) -> Changes:
    if answers.get("plaats") == "":
        message = "Kies of dit reglement ernaast komt of ervoor in de plaats."
        raise InvalidInput(message, fields={"plaats": message})
    vervangt = "" if answers.get("plaats") == _BESIDE else answers.get("plaats")
    return put_in_force(desk, concept_id, answers["van"], vervangt=vervangt, ook_al_ouder=again)


def _place(vervangbaar: tuple[Keuze, ...]) -> Veld:
    """Return the question that a reglement raises which the office does not have yet."""
    instead = tuple(Keuze(item.sleutel, f"In de plaats van {item.label}") for item in vervangbaar)
    beside = Keuze(_BESIDE, "Ernaast: bij elke melding kiest u onder welk reglement die valt")
    return Veld(
        "plaats",
        "Uw kantoor heeft al een reglement. Hoe komt dit erbij?",
        VeldSoort.KEUZE,
        (beside, *instead),
    )
