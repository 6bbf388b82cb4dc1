"""The yearly bespreking of the klachten: when it is due, what is to be discussed, and those that were held."""

from functools import partial

from PySide6.QtWidgets import QPushButton, QWidget

from klachtdesk.dutch import counted, long_date
from klachtdesk.formulieren import Veld, VeldSoort
from klachtdesk.services.besprekingen.holding import (
    bespreking_formulier,
    cancel_bespreking,
    hold_bespreking,
    list_besprekingen,
    save_bespreking,
    to_discuss,
)
from klachtdesk.services.besprekingen.jaartermijnen import read_jaartermijnen
from klachtdesk.services.changes import Changes
from klachtdesk.services.desk import Desk
from klachtdesk.ui.dialogs.vraag_dialog import Vraag, VraagDialog
from klachtdesk.ui.dutch_dates import days_left, short_date
from klachtdesk.ui.instellingen.bespreking_dossiers import BesprekingDossiers, Keuze
from klachtdesk.ui.instellingen.deel import Deel
from klachtdesk.ui.instellingen.form_dialog import FormDialog
from klachtdesk.ui.instellingen.kaart import Kaart, leeg
from klachtdesk.ui.instellingen.te_vernietigen import show_te_vernietigen
from klachtdesk.ui.widgets.controls import push_button, text_label
from klachtdesk.ui.workspace import Workspace
from klachtdesk.views.formulier import FormulierView
from klachtdesk.views.kantoorgegevens import BesprekingView, JaarView, TeBesprekenRegel

Stand = tuple[tuple[JaarView, ...], tuple[TeBesprekenRegel, ...], tuple[BesprekingView, ...]]

_REDEN = Veld("reden", "Waarom klopt deze bespreking niet?", VeldSoort.LANGE_TEKST)


class BesprekingenDeel(Deel):
    """Shows the yearly termijn, the dossiers that wait, and the besprekingen."""

    def __init__(self, workspace: Workspace) -> None:
        super().__init__(
            workspace,
            "besprekingen",
            "Besprekingen",
            "De jaarlijkse bespreking of analyse van de klachten. U legt haar één keer vast; elk afgesloten dossier "
            "dat erin is besproken wordt bijgewerkt.",
        )
        self.buttons.addWidget(
            push_button(
                f"{self.name}.vastleggen", "Bespreking vastleggen", self._on_hold, look="primary", icon="plus"
            )
        )

    def refresh(self) -> None:
        """Read it all again."""

        def service(desk: Desk) -> Stand:
            return read_jaartermijnen(desk), to_discuss(desk), list_besprekingen(desk)

        self.workspace.read(self, service, self._show)

    def concerns(self, changes: Changes) -> bool:
        """Return whether this part may look different: a dossier that closes is to be discussed."""
        return changes.instellingen or changes.lijst

    def _show(self, stand: Stand) -> None:
        termijnen, waiting, held = stand
        empty = leeg(
            self.name,
            "calendar-days",
            "Er is nog geen bespreking vastgelegd",
            "Is er een gehouden? Kies dan ‘Bespreking vastleggen’.",
        )
        made = [self._jaar(place, jaar, len(termijnen) > 1) for place, jaar in enumerate(termijnen, 1)]
        made = [*(made or [self._no_jaar()]), self._waiting(waiting)]
        made.append(text_label("Gehouden", look="strong"))
        made += [self._bespreking(view) for view in held] or [empty]
        self.show_widgets(made)

    def _no_jaar(self) -> QWidget:
        return leeg(
            f"{self.name}.jaar",
            "info",
            "Er loopt geen jaarlijkse termijn",
            "Uw reglement vraagt er niet om, of er is nog nooit een klacht ontvangen. "
            "Een bespreking vastleggen kan altijd.",
        )

    def _jaar(self, place: int, jaar: JaarView, several: bool) -> QWidget:
        vandaag = self.workspace.klok.vandaag()
        since = "de ontvangst van de eerste klacht" if jaar.eerste else "de vorige bespreking"
        return Kaart(
            f"{self.name}.jaar.{place}",
            f"{jaar.label}: {jaar.reglement}" if several else jaar.label,
            (
                _until(jaar),
                f"Waarom: dit telt vanaf {since}, {long_date(jaar.start)}.",
                f"“{jaar.citaat}” ({jaar.artikel})",
            ),
            ((days_left(jaar.einde, vandaag), "danger" if jaar.te_laat else "accent"),),
        )

    def _waiting(self, waiting: tuple[TeBesprekenRegel, ...]) -> QWidget:
        number = len(waiting)
        title = (
            "Er is nu niets te bespreken"
            if not number
            else "1 dossier om te bespreken"
            if number == 1
            else f"{number} dossiers om te bespreken"
        )
        words = ", ".join(f"{item.nummer} (gesloten {short_date(item.gesloten_op)})" for item in waiting)
        text = words or "Elk afgesloten dossier is al besproken."
        return Kaart(f"{self.name}.te_bespreken", title, (text,))

    def _bespreking(self, view: BesprekingView) -> Kaart:
        name = f"{self.name}.{view.id}"
        dossiers = counted(len(view.dossiers), "dossier", "dossiers")
        lines = [f"{dossiers}; aanwezig: {', '.join(view.aanwezigen)}", view.verslag]
        for words, items in (("Overgenomen", view.overgenomen), ("Niet overgenomen", view.niet_overgenomen)):
            lines += [f"{words}: {item}" for item in items]
        if view.reglementen:
            lines.insert(0, f"Klachten onder: {', '.join(view.reglementen)}")
        buttons: list[QPushButton] = []
        if view.vervallen:
            chips = [("Vervallen", "")]
            lines = [f"Vervallen: {view.vervallen}"]
        else:
            words = "Wijzigen" if view.afgerond else "Besluit toevoegen"
            buttons = [
                push_button(f"{name}.wijzigen", words, partial(self._on_edit, view), look="quiet"),
                push_button(f"{name}.vervallen", "Vervallen…", partial(self._on_cancel, view), look="quiet"),
            ]
            chips = [("Afgerond", "good")] if view.afgerond else [("Wacht op besluit", "warning")]
            if view.afgerond:
                act = partial(self._on_destroy, view)
                buttons.append(push_button(f"{name}.vernietigen", "Wat mag weg…", act, look="quiet"))
        if view.besluit and view.besluit_op and not view.vervallen:
            lines.append(f"Besluit van {short_date(view.besluit_op)}: {view.besluit}")
        return Kaart(name, f"Bespreking van {long_date(view.datum)}", lines, chips, buttons)

    def _on_hold(self) -> None:
        self.workspace.open(self, partial(bespreking_formulier, bespreking_id=None), self._ask_hold)

    def _ask_hold(self, view: FormulierView) -> None:
        chosen = Keuze()

        def save(desk: Desk, waarden: dict[str, str]) -> Changes:
            return hold_bespreking(desk, waarden, dossiers=chosen.ids)

        def saved(_waarden: dict[str, str]) -> None:
            self.workspace.notices.tell("De bespreking is vastgelegd.")
            self.workspace.read(self, list_besprekingen, self._propose_latest)

        dossiers = partial(BesprekingDossiers, self.workspace, chosen)
        FormDialog(self.workspace, view, save, saved, self.window(), more=dossiers).open()

    def _on_edit(self, view: BesprekingView) -> None:
        service = partial(bespreking_formulier, bespreking_id=view.id)
        self.workspace.open(self, service, partial(self._ask_edit, view.id))

    def _ask_edit(self, bespreking_id: int, form: FormulierView) -> None:
        def save(desk: Desk, waarden: dict[str, str]) -> Changes:
            return save_bespreking(desk, bespreking_id, waarden)

        def saved(_waarden: dict[str, str]) -> None:
            self.workspace.notices.tell("Opgeslagen.")
            show_te_vernietigen(self.workspace, self, bespreking_id)

        FormDialog(self.workspace, form, save, saved, self.window()).open()

    def _propose_latest(self, held: tuple[BesprekingView, ...]) -> None:
        """Show what may be destroyed after the bespreking that was just recorded."""
        show_te_vernietigen(self.workspace, self, max(view.id for view in held))

    def _on_destroy(self, view: BesprekingView) -> None:
        def nothing() -> None:
            self.workspace.notices.tell(
                "Na deze bespreking hoeft volgens de reglementen niets te worden vernietigd."
            )

        show_te_vernietigen(self.workspace, self, view.id, nothing)

    def _on_cancel(self, view: BesprekingView) -> None:
        vraag = Vraag(
            f"{self.name}.vraag",
            "Bespreking laten vervallen?",
            "Gebruik dit als de bespreking bij vergissing is vastgelegd. De dossiers gelden dan weer als niet "
            "besproken; op elk ervan staat de correctie. Wat er over aanbevelingen is besloten en nog niet is "
            "uitgevoerd, wacht weer op een besluit. U kunt dit niet ongedaan maken.",
            "&Laten vervallen",
            (_REDEN,),
        )

        def act(desk: Desk, answers: dict[str, str], _again: bool) -> Changes:
            return cancel_bespreking(desk, view.id, reden=answers["reden"])

        def done() -> None:
            self.workspace.notices.tell("De bespreking is vervallen.")

        VraagDialog(self.workspace, vraag, act, done, self.window()).open()


def _until(jaar: JaarView) -> str:
    """Return until when there is time, and by when the office wants it where that is earlier."""
    last = f"Uiterlijk {long_date(jaar.einde)}"
    return (
        f"{last}."
        if jaar.streefdatum == jaar.einde
        else f"{last}; streef naar {long_date(jaar.streefdatum)}."
    )
