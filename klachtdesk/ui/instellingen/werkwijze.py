"""How the office works where its reglement leaves that open."""

from functools import partial

from klachtdesk.services.kantoor.kantoren import save_werkwijze, werkwijze_formulier
from klachtdesk.ui.instellingen.deel import Deel
from klachtdesk.ui.instellingen.form_dialog import FormDialog
from klachtdesk.ui.instellingen.kaart import Kaart
from klachtdesk.ui.widgets.controls import push_button
from klachtdesk.ui.workspace import Workspace
from klachtdesk.views.formulier import FormulierView


class WerkwijzeDeel(Deel):
    """Says how it is set, and lets it be changed."""

    def __init__(self, workspace: Workspace) -> None:
        super().__init__(
            workspace,
            "werkwijze",
            "Werkwijze",
            "Hoe uw kantoor werkt, waar het reglement dat openlaat.",
        )

    def refresh(self) -> None:
        """Read the settings again."""
        self.workspace.read(self, werkwijze_formulier, self._show)

    def _show(self, view: FormulierView) -> None:
        change = partial(push_button, text="Wijzigen", on_click=partial(self._on_change, view))
        self.show_widgets(
            [
                Kaart(
                    f"{self.name}.bezetting",
                    _bezetting(view),
                    (_about_alone(view),),
                    buttons=(change(f"{self.name}.bezetting.wijzigen"),),
                ),
                Kaart(
                    f"{self.name}.stilte",
                    _stilte(view),
                    ("De waarschuwing staat op ‘Vandaag’ en bij het dossier.",),
                    buttons=(change(f"{self.name}.stilte.wijzigen"),),
                ),
                Kaart(
                    f"{self.name}.kleine_aantallen",
                    f"Aantallen onder {view.waarden['kleine_aantallen']} staan niet in een overzicht voor buiten",
                    ("Een klein getal kan verraden over wie het gaat. De directie ziet wel alle getallen.",),
                    buttons=(change(f"{self.name}.kleine_aantallen.wijzigen"),),
                ),
            ]
        )

    def _on_change(self, view: FormulierView) -> None:
        FormDialog(
            self.workspace,
            view,
            save_werkwijze,
            lambda _waarden: self.workspace.notices.tell("De werkwijze is opgeslagen."),
            self.window(),
        ).open()


def _bezetting(view: FormulierView) -> str:
    return "Eén persoon doet alles op kantoor" if _alone(view) else "Er werken meer mensen aan klachten"


def _about_alone(view: FormulierView) -> str:
    if _alone(view):
        return "Gaat een klacht over die persoon, dan wijst u iemand van buiten aan. Anders kan er geen oordeel komen."
    return "Gaat een klacht over wie haar behandelt, dan wijst u iemand anders van het kantoor aan, of van buiten."


def _alone(view: FormulierView) -> bool:
    return view.waarden.get("eenmanskantoor") == "ja"


def _stilte(view: FormulierView) -> str:
    dagen = view.waarden.get("stilte_dagen", "")
    if dagen == "0":
        return "Geen waarschuwing als de klager lang niets hoort"
    if not dagen:
        return "Waarschuwing als de klager lang niets hoort: het aantal dagen van het reglement"
    return f"Waarschuwing als de klager {dagen} {'dag' if dagen == '1' else 'dagen'} niets hoort"
