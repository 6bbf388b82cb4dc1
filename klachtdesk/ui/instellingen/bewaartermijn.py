"""How long dossiers are kept: what the reglement says, or what the office chose where it names nothing."""

from functools import partial

from klachtdesk.services.bewaarkeuze import bewaarkeuze_formulier, choose_bewaartermijn, read_bewaarregel
from klachtdesk.ui.dutch_dates import short_date
from klachtdesk.ui.instellingen.deel import Deel
from klachtdesk.ui.instellingen.form_dialog import FormDialog
from klachtdesk.ui.instellingen.kaart import Kaart
from klachtdesk.ui.widgets.controls import push_button, text_label
from klachtdesk.ui.workspace import Workspace
from klachtdesk.views.kantoorgegevens import BewaarkeuzeView, BewaarregelView


class BewaartermijnDeel(Deel):
    """Shows the rule in force, and lets the office choose where the reglement leaves it open."""

    def __init__(self, workspace: Workspace) -> None:
        super().__init__(
            workspace,
            "bewaartermijnen",
            "Bewaartermijn",
            "Hoe lang een dossier na afloop bewaard blijft. Daarna moet het worden vernietigd.",
        )

    def refresh(self) -> None:
        """Read the rule and the choices again."""
        self.workspace.read(self, read_bewaarregel, self._show)

    def _show(self, regel: BewaarregelView) -> None:
        heading = [text_label("Huidige en eerdere keuzes", look="strong")] if regel.keuzes else []
        keuzes = (_keuze(place, keuze) for place, keuze in enumerate(regel.keuzes, 1))
        self.show_widgets([self._rule(regel), *heading, *keuzes])

    def _rule(self, regel: BewaarregelView) -> Kaart:
        choose = partial(push_button, f"{self.name}.kiezen", on_click=self._on_choose)
        if not regel.te_kiezen:
            source = f"Dit staat in {regel.artikel} van {regel.reglement}."
            other = "Wilt u een andere termijn? Maak dan bij ‘Reglement’ een eigen versie van het reglement."
            at_once = regel.duur.startswith("0 ")
            title = "Direct vernietigen, zodra het reglement dat toelaat" if at_once else regel.duur
            return Kaart(f"{self.name}.regel", title, (source, other), (("Uit het reglement", "accent"),))
        source = f"{regel.reglement} noemt in {regel.artikel} geen bewaartermijn."
        if regel.duur:
            note = f"{source} Daarom geldt wat u koos, ook voor dossiers die al dicht zijn."
            button = choose(text="Andere keuze maken")
            return Kaart(f"{self.name}.regel", regel.duur, (note,), (("Gekozen", "accent"),), (button,))
        note = f"{source} Zonder keuze kan geen dossier worden afgesloten."
        button = choose(text="Bewaartermijn kiezen", look="primary")
        return Kaart(
            f"{self.name}.regel", "Kies een bewaartermijn", (note,), (), (button,), look="card-warning"
        )

    def _on_choose(self) -> None:
        FormDialog(
            self.workspace,
            bewaarkeuze_formulier(),
            choose_bewaartermijn,
            lambda _waarden: self.workspace.notices.tell("De bewaartermijn is gekozen."),
            self.window(),
        ).open()


def _keuze(place: int, keuze: BewaarkeuzeView) -> Kaart:
    return Kaart(
        f"bewaartermijnen.keuze.{place}",
        keuze.duur,
        (keuze.motivering, f"Gekozen op {short_date(keuze.gekozen_op)} door {keuze.gekozen_door}."),
        (("Geldt nu", "good"),) if keuze.geldt else (("Vervangen", ""),),
    )
