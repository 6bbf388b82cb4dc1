"""How long dossiers are kept: what the reglement says, or what the office chose where it names nothing."""

from collections.abc import Iterator
from functools import partial
from typing import TYPE_CHECKING

from klachtdesk.services.kantoor.bewaarkeuze import (
    bewaarkeuze_formulier,
    choose_bewaartermijn,
    read_bewaarregels,
)
from klachtdesk.ui.dutch_dates import short_date
from klachtdesk.ui.instellingen.deel import Deel
from klachtdesk.ui.instellingen.form_dialog import FormDialog
from klachtdesk.ui.instellingen.kaart import Kaart
from klachtdesk.ui.widgets.controls import push_button, text_label
from klachtdesk.ui.workspace import Workspace
from klachtdesk.views.kantoorgegevens import BewaarkeuzeView, BewaarregelView

if TYPE_CHECKING:
    from PySide6.QtWidgets import QLabel


class BewaartermijnDeel(Deel):
    """Shows the rule of each reglement, and lets the office choose where the reglement leaves it open."""

    def __init__(self, workspace: Workspace) -> None:
        super().__init__(
            workspace,
            "bewaartermijnen",
            "Bewaartermijn",
            "Hoe lang een dossier na afloop bewaard blijft. Daarna moet het worden vernietigd.",
        )

    def refresh(self) -> None:
        """Read the rules and the choices again."""
        self.workspace.read(self, read_bewaarregels, self._show)

    def _show(self, regels: tuple[BewaarregelView, ...]) -> None:
        several = len(regels) > 1
        self.show_widgets([widget for regel in regels for widget in self._of(regel, several=several)])

    def _of(self, regel: BewaarregelView, *, several: bool) -> Iterator["QLabel | Kaart"]:
        if several:
            yield text_label(regel.reglement, look="strong", wrap=True)
        yield self._rule(regel)
        if regel.keuzes:
            yield text_label("Huidige en eerdere keuzes", look="small" if several else "strong")
        for place, keuze in enumerate(regel.keuzes, 1):
            yield _keuze(f"{self.name}.{regel.sleutel}.keuze.{place}", keuze)

    def _rule(self, regel: BewaarregelView) -> Kaart:
        name = f"{self.name}.{regel.sleutel}"
        choose = partial(push_button, f"{name}.kiezen", on_click=partial(self._on_choose, regel.sleutel))
        if not regel.te_kiezen:
            source = f"Dit staat in {regel.artikel} van {regel.reglement}."
            other = "Wilt u een andere termijn? Maak dan bij ‘Reglement’ een eigen versie van het reglement."
            at_once = regel.duur.startswith("0 ")
            title = "Direct vernietigen, zodra het reglement dat toelaat" if at_once else regel.duur
            return Kaart(f"{name}.regel", title, (source, other), (("Uit het reglement", "accent"),))
        source = f"{regel.reglement} noemt in {regel.artikel} geen bewaartermijn."
        if regel.duur:
            note = f"{source} Daarom geldt wat u koos, ook voor dossiers die al dicht zijn."
            button = choose(text="Andere keuze maken")
            return Kaart(f"{name}.regel", regel.duur, (note,), (("Gekozen", "accent"),), (button,))
        note = f"{source} Zonder keuze kan geen dossier worden afgesloten."
        button = choose(text="Bewaartermijn kiezen", look="primary")
        return Kaart(f"{name}.regel", "Kies een bewaartermijn", (note,), (), (button,), look="card-warning")

    def _on_choose(self, reglement: str) -> None:
        FormDialog(
            self.workspace,
            bewaarkeuze_formulier(),
            partial(choose_bewaartermijn, reglement=reglement),
            lambda _waarden: self.workspace.notices.tell("De bewaartermijn is gekozen."),
            self.window(),
        ).open()


def _keuze(name: str, keuze: BewaarkeuzeView) -> Kaart:
    return Kaart(
        name,
        keuze.duur,
        (keuze.motivering, f"Gekozen op {short_date(keuze.gekozen_op)} door {keuze.gekozen_door}."),
        (("Geldt nu", "good"),) if keuze.geldt else (("Vervangen", ""),),
    )
