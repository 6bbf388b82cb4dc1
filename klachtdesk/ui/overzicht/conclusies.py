"""What the figures lead to: the analysis, the aanbevelingen, and what became of those of the year before."""

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from klachtdesk.services.changes import Changes
from klachtdesk.services.desk import Desk
from klachtdesk.services.overzicht.aanbevelingen import (
    aanbeveling_formulier,
    read_conclusies,
    remove_aanbeveling,
    save_aanbeveling,
)
from klachtdesk.ui.dutch_dates import short_date
from klachtdesk.ui.instellingen.form_dialog import FormDialog
from klachtdesk.ui.instellingen.kaart import Kaart, leeg
from klachtdesk.ui.overzicht.analyse_editor import AnalyseEditor
from klachtdesk.ui.overzicht.kolom import Kolom
from klachtdesk.ui.widgets.controls import empty_layout, push_button, text_label
from klachtdesk.ui.widgets.keyboard_kept import keyboard_kept
from klachtdesk.ui.workspace import Workspace
from klachtdesk.views.formulier import FormulierView
from klachtdesk.views.overzicht import AanbevelingView, ConclusiesView, Over, OverzichtView

_NAME = "aanbevelingen"
_UITKOMST = {"effectief": "good", "deels": "warning", "niet": "danger"}
_WORDS = {"": "Besluit of wijziging", "overgenomen": "Uitvoering en evaluatie"}
_BESLUIT = {"": "warning", "overgenomen": "accent", "niet_overgenomen": ""}


class Conclusies(Kolom):
    """The analysis is kept while it is typed; an aanbeveling is written in a dialog."""

    bespreking_wanted = Signal()

    def __init__(self, workspace: Workspace) -> None:
        super().__init__("overzicht.blad.conclusies")
        self._workspace = workspace
        self._over: Over | None = None
        self._analyse = AnalyseEditor(workspace)
        self._list = QVBoxLayout()
        self._list.setSpacing(10)
        self._add = push_button(
            f"{_NAME}.toevoegen", "Aanbeveling &toevoegen", self._on_add, look="primary", icon="plus"
        )
        self._shown: object = None
        self._items = QWidget()
        self._items.setProperty("look", "clear")
        self._items.setLayout(self._list)
        self._list.setContentsMargins(0, 0, 0, 0)
        self.column.addWidget(self._analyse)
        self.column.addLayout(self._head())
        self.column.addWidget(self._items)
        self.column.addStretch(1)

    def _head(self) -> QHBoxLayout:
        head = QHBoxLayout()
        head.setContentsMargins(2, 8, 0, 0)
        head.setSpacing(8)
        head.addWidget(text_label("Aanbevelingen", look="heading"), 1)
        head.addWidget(
            push_button(
                f"{_NAME}.bespreking",
                "Naar de besprekingen",
                self.bespreking_wanted.emit,
                look="quiet",
                tip="Leg daar vast wat er is besproken, en welke aanbevelingen zijn overgenomen",
            )
        )
        head.addWidget(self._add)
        return head

    def show_overzicht(self, over: Over, overzicht: OverzichtView) -> None:
        """Show what goes with an overview that was read."""
        self._over = over
        self._show(
            over,
            ConclusiesView(overzicht.analyse, overzicht.aanbevelingen, overzicht.eerdere_aanbevelingen),
        )

    def refresh(self) -> None:
        """Read the conclusions again, without the figures."""
        over = self._over
        if over is not None:
            self._workspace.read(self, partial(read_conclusies, over=over), partial(self._show, over))

    def _show(self, over: Over, conclusies: ConclusiesView) -> None:
        if over != self._over:
            return
        self._analyse.show_analyse(over, conclusies.analyse)
        items = (conclusies.aanbevelingen, conclusies.eerdere)
        if items == self._shown:
            return
        self._shown = items
        with keyboard_kept(self._items, lambda: self._add):
            empty_layout(self._list)
            for widget in self._rows(conclusies):
                self._list.addWidget(widget)

    def _rows(self, conclusies: ConclusiesView) -> Sequence[QWidget]:
        made: list[QWidget] = [self._kaart(item) for item in conclusies.aanbevelingen]
        if not made:
            made.append(
                leeg(
                    _NAME,
                    "target",
                    "Nog geen aanbevelingen bij dit overzicht",
                    "Wat moet er anders om klachten te voorkomen, of om ze beter te behandelen? Kies ‘Aanbeveling "
                    "toevoegen’.",
                )
            )
        if conclusies.eerdere:
            made.append(text_label("Wat er van de eerdere aanbevelingen is geworden", look="heading"))
            made += [self._kaart(item) for item in conclusies.eerdere]
        return made

    def _kaart(self, item: AanbevelingView) -> Kaart:
        name = f"{_NAME}.{item.id}"
        words = _WORDS.get(item.besluit, "Wijzigen") if not item.uitkomst else "Wijzigen"
        buttons = [push_button(f"{name}.wijzigen", words, partial(self._on_edit, item), look="quiet")]
        if not item.besluit:
            act = partial(self._on_remove, item)
            buttons.append(push_button(f"{name}.verwijderen", "Verwijderen", act, look="quiet"))
        chips = [(item.besluit_label, _BESLUIT.get(item.besluit, ""))]
        if item.te_laat:
            chips.append(("Te laat", "danger"))
        if item.uitkomst:
            chips.append((f"Effectief: {item.uitkomst_label.lower()}", _UITKOMST.get(item.uitkomst, "")))
        return Kaart(name, item.tekst, _lines(item), chips, buttons)

    def _on_add(self) -> None:
        over = self._over
        if over is not None:
            self._open(
                over, None, lambda _view: self._workspace.notices.tell("De aanbeveling is toegevoegd.")
            )

    def _on_edit(self, item: AanbevelingView) -> None:
        over = Over(item.van, item.tot, item.reglement)

        def saved(before: FormulierView) -> None:
            def undo() -> None:
                service = partial(save_aanbeveling, over=over, waarden=before.waarden, aanbeveling_id=item.id)
                self._workspace.change(self, service)

            self._workspace.notices.tell("Opgeslagen.", undo=undo)

        self._open(over, item.id, saved)

    def _open(self, over: Over, aanbeveling_id: int | None, saved: Callable[[FormulierView], None]) -> None:
        def save(desk: Desk, waarden: dict[str, str]) -> Changes:
            return save_aanbeveling(desk, over, waarden, aanbeveling_id=aanbeveling_id)

        def ask(view: FormulierView) -> None:
            FormDialog(self._workspace, view, save, lambda _waarden: saved(view), self.window()).open()

        self._workspace.open(self, partial(aanbeveling_formulier, aanbeveling_id=aanbeveling_id), ask)

    def _on_remove(self, item: AanbevelingView) -> None:
        over = Over(item.van, item.tot, item.reglement)

        def remove(view: FormulierView) -> None:
            def undo() -> None:
                self._workspace.change(self, partial(save_aanbeveling, over=over, waarden=view.waarden))

            def done(_changes: Changes) -> None:
                self._workspace.notices.tell("De aanbeveling is verwijderd.", undo=undo)

            service = partial(remove_aanbeveling, aanbeveling_id=item.id)
            self._workspace.change(self, service, done, once=f"aanbeveling {item.id}")

        self._workspace.read(self, partial(aanbeveling_formulier, aanbeveling_id=item.id), remove)


def _lines(item: AanbevelingView) -> tuple[str, ...]:
    """Return for what it is, by whom and when, and what came of it."""
    who = f"Door {item.eigenaar}" if item.eigenaar else "Nog niemand die het uitvoert"
    if item.uitgevoerd_op is not None:
        when = f"uitgevoerd op {short_date(item.uitgevoerd_op)}"
    else:
        when = f"uiterlijk {short_date(item.uiterlijk)}" if item.uiterlijk else "nog zonder datum"
    lines = [item.soort_label, f"{who}, {when}"]
    if item.geevalueerd_op is not None:
        lines.append(f"Geëvalueerd op {short_date(item.geevalueerd_op)}")
    return tuple(lines)
