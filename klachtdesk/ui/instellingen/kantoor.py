"""The office itself: its name and where it can be reached, as they stand on what it sends."""

from functools import partial

from PySide6.QtCore import Signal

from klachtdesk.services.brieven.briefpapier import read_briefpapier
from klachtdesk.services.desk import Desk
from klachtdesk.services.kantoor.kantoren import kantoor_formulier, save_kantoor
from klachtdesk.ui.instellingen.deel import Deel
from klachtdesk.ui.instellingen.form_dialog import FormDialog
from klachtdesk.ui.instellingen.kaart import Kaart
from klachtdesk.ui.widgets.controls import push_button
from klachtdesk.ui.workspace import Workspace
from klachtdesk.views.formulier import FormulierView
from klachtdesk.views.kantoor import KantoorView

_SAVED = (
    "Opgeslagen. Wat u vanaf nu maakt krijgt deze gegevens; brieven die al gemaakt zijn, veranderen niet."
)

Stand = tuple[FormulierView, KantoorView]


class KantoorDeel(Deel):
    """Shows the office and lets it be changed; what else stands on its letters is set with these."""

    part_wanted = Signal(str)
    """The name of another part of the settings."""

    def __init__(self, workspace: Workspace) -> None:
        super().__init__(
            workspace,
            "kantoor",
            "Kantoor",
            "Naam en adres van uw kantoor, zoals ze op brieven, formulieren en overzichten staan.",
        )

    def refresh(self) -> None:
        """Read the office again."""
        self.workspace.read(self, _stand, self._show)

    def _show(self, stand: Stand) -> None:
        view, kantoor = stand
        change = push_button(f"{self.name}.wijzigen", "Wijzigen", partial(self._on_change, view))
        missing = not (kantoor.adres and kantoor.plaats)
        self.show_widgets(
            [
                Kaart(
                    f"{self.name}.gegevens",
                    kantoor.naam,
                    _lines(kantoor),
                    (("Adres ontbreekt", "warning"),) if missing else (),
                    (change,),
                ),
                self._letters(kantoor),
            ]
        )

    def _letters(self, kantoor: KantoorView) -> Kaart:
        button = push_button(
            f"{self.name}.brieven", "Naar Brieven", partial(self.part_wanted.emit, "brieven"), look="quiet"
        )
        return Kaart(
            f"{self.name}.briefpapier",
            "Logo, antwoordadres en ondertekening",
            (
                f"Antwoordadres: {kantoor.antwoordadres or 'het adres van uw kantoor'}",
                "Wat verder op een brief staat, stelt u in bij ‘Brieven’.",
            ),
            buttons=(button,),
        )

    def _on_change(self, view: FormulierView) -> None:
        FormDialog(
            self.workspace,
            view,
            save_kantoor,
            lambda _waarden: self.workspace.notices.tell(_SAVED),
            self.window(),
        ).open()


def _stand(desk: Desk) -> Stand:
    return kantoor_formulier(desk), read_briefpapier(desk)


def _lines(kantoor: KantoorView) -> tuple[str, ...]:
    place = f"{kantoor.postcode} {kantoor.plaats}".strip()
    reach = (kantoor.telefoon, kantoor.email, kantoor.website)
    address = ", ".join(filter(None, (kantoor.adres, place)))
    return tuple(filter(None, (address, ", ".join(filter(None, reach)))))
