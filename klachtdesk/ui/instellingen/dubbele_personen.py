"""Persons who may stand in the kluis twice: make one of them, or note that they are different people."""

from functools import partial

from klachtdesk.services.changes import Changes
from klachtdesk.services.desk import Desk
from klachtdesk.services.dubbele_personen import keep_apart, possible_doubles
from klachtdesk.services.personen import list_samenvoegingen, merge_personen, undo_samenvoeging
from klachtdesk.ui.dialogs.vraag_dialog import Vraag, VraagDialog
from klachtdesk.ui.dutch_dates import short_moment
from klachtdesk.ui.instellingen.deel import Deel
from klachtdesk.ui.instellingen.dubbel_kaart import DubbelKaart
from klachtdesk.ui.instellingen.kaart import Kaart, leeg
from klachtdesk.ui.widgets.controls import push_button, text_label
from klachtdesk.ui.workspace import Workspace
from klachtdesk.views.personen import DubbelGroep, SamenvoegingRegel

Stand = tuple[tuple[DubbelGroep, ...], tuple[SamenvoegingRegel, ...]]


class DubbelePersonenDeel(Deel):
    """Shows the groups, and what was merged before."""

    def __init__(self, workspace: Workspace) -> None:
        super().__init__(
            workspace,
            "dubbele_personen",
            "Dubbele personen",
            "Wie vaker klaagt, staat er soms twee keer in. Voeg die samen, dan ziet u bij een nieuwe klacht ook de "
            "eerdere.",
        )

    def refresh(self) -> None:
        """Read the groups and the history again."""

        def service(desk: Desk) -> Stand:
            return possible_doubles(desk), list_samenvoegingen(desk)

        self.workspace.read(self, service, self._show)

    def concerns(self, changes: Changes) -> bool:
        """Return whether this part may look different: any dossier may bring persons."""
        return changes.lijst or bool(changes.dossiers)

    def _show(self, stand: Stand) -> None:
        if not self.fresh(stand):
            return
        groepen, samenvoegingen = stand
        empty = leeg(
            self.name,
            "user-round",
            "Niemand lijkt er dubbel in te staan",
            "klachtdesk kijkt naar namen, e-mailadressen en telefoonnummers. U hoeft niets te doen.",
        )
        groups = [self._groep(place, groep) for place, groep in enumerate(groepen, 1)]
        heading = [text_label("Eerder samengevoegd", look="strong")] if samenvoegingen else []
        history = map(self._samenvoeging, samenvoegingen)
        self.show_widgets([*groups, *([] if groups else [empty]), *heading, *history])

    def _groep(self, place: int, groep: DubbelGroep) -> DubbelKaart:
        kaart = DubbelKaart(f"{self.name}.groep.{place}", groep)
        kaart.merge_wanted.connect(self._on_merge)
        kaart.apart_wanted.connect(self._on_apart)
        return kaart

    def _samenvoeging(self, regel: SamenvoegingRegel) -> Kaart:
        name = f"{self.name}.samenvoeging.{regel.id}"
        vandaag = self.workspace.klok.vandaag()
        lines = [f"{short_moment(regel.moment, vandaag)} door {regel.gebruiker}"]
        if regel.ongedaan_op is not None:
            lines.append(f"Ongedaan gemaakt: {short_moment(regel.ongedaan_op, vandaag)}")
        undo = push_button(
            f"{name}.ongedaan",
            "Ongedaan maken",
            partial(self._undo, (regel.id,)),
            look="quiet",
        )
        return Kaart(
            name,
            f"{regel.opgegaan} is opgegaan in {regel.behouden}",
            lines,
            (("Ongedaan gemaakt", ""),) if regel.ongedaan_op else (),
            () if regel.ongedaan_op else (undo,),
        )

    def _on_merge(self, behouden: int, opgegaan: tuple[int, ...]) -> None:
        made: list[int] = []

        def service(desk: Desk) -> Changes:
            changes = merge_personen(desk, behouden, opgegaan)
            made.extend(
                regel.id
                for regel in list_samenvoegingen(desk)
                if regel.opgegaan_id in opgegaan and regel.ongedaan_op is None
            )
            return changes

        def done(_changes: Changes) -> None:
            self.workspace.notices.tell(
                "De personen zijn samengevoegd.", undo=lambda: self._undo(tuple(made))
            )

        self.workspace.change(self, service, done)

    def _undo(self, samenvoegingen: tuple[int, ...]) -> None:
        def service(desk: Desk) -> Changes:
            changes = Changes(lijst=True)
            for samenvoeging_id in samenvoegingen:
                changes |= undo_samenvoeging(desk, samenvoeging_id)
            return changes

        def done(_changes: Changes) -> None:
            self.workspace.notices.tell("De samenvoeging is ongedaan gemaakt.")

        self.workspace.change(self, service, done)

    def _on_apart(self, personen: tuple[int, ...]) -> None:
        vraag = Vraag(
            f"{self.name}.vraag",
            "Zijn dit verschillende personen?",
            "klachtdesk stelt hen dan niet meer samen voor. U kunt dit niet ongedaan maken.",
            "&Ja, verschillende personen",
        )

        def act(desk: Desk, _answers: dict[str, str], _again: bool) -> Changes:
            return keep_apart(desk, personen)

        def done() -> None:
            self.workspace.notices.tell("Genoteerd: dit zijn verschillende personen.")

        VraagDialog(self.workspace, vraag, act, done, self.window()).open()
