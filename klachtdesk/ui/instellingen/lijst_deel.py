"""A part of the settings that is a list of records, each with its form: add, change, take out."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial

from PySide6.QtWidgets import QPushButton, QWidget

from klachtdesk.services.changes import Changes
from klachtdesk.services.desk import Desk
from klachtdesk.ui.dialogs.vraag_dialog import Vraag, VraagDialog
from klachtdesk.ui.instellingen.deel import Deel
from klachtdesk.ui.instellingen.form_dialog import FormDialog
from klachtdesk.ui.instellingen.kaart import Kaart, leeg
from klachtdesk.ui.widgets.controls import push_button
from klachtdesk.ui.workspace import Workspace
from klachtdesk.views.formulier import FormulierView


@dataclass(frozen=True, slots=True)
class Regel:
    """One record, in words. `uit_reglement`: it came with the reglement, so a removal can't be undone whole."""

    id: int
    titel: str
    regels: tuple[str, ...] = ()
    chips: tuple[tuple[str, str], ...] = ()
    uit_reglement: bool = False


@dataclass(frozen=True, slots=True)
class Actie:
    """Something that can be done with a record at once; what it changes stands in the form, so that undoes it."""

    naam: str
    knop: str
    gedaan: str
    service: Callable[[Desk, int], Changes]


@dataclass(frozen=True, slots=True)
class Lijst:
    """What a list shows and by which services; `naam` begins the object names."""

    naam: str
    titel: str
    uitleg: str
    toevoegen: str
    leeg_titel: str
    leeg_tekst: str
    icon: str
    read: Callable[[Desk], tuple[Regel, ...]]
    formulier: Callable[[Desk, int | None], FormulierView]
    save: Callable[[Desk, dict[str, str], int | None], Changes]
    remove: Callable[[Desk, int], Changes]
    actie: Actie | None = None


class LijstDeel(Deel):
    """Shows the records and edits them in a dialog."""

    def __init__(self, workspace: Workspace, lijst: Lijst) -> None:
        super().__init__(workspace, lijst.naam, lijst.titel, lijst.uitleg)
        self._lijst = lijst
        self.buttons.addWidget(
            push_button(f"{lijst.naam}.toevoegen", lijst.toevoegen, self._on_add, look="primary", icon="plus")
        )

    def refresh(self) -> None:
        """Read the list again."""
        self.workspace.read(self, self._lijst.read, self._show)

    def _show(self, regels: tuple[Regel, ...]) -> None:
        self.show_widgets(self._cards(regels))

    def _cards(self, regels: tuple[Regel, ...]) -> list[QWidget]:
        """Return a card for each record, or what to do where there is none."""
        lijst = self._lijst
        widgets: list[QWidget] = [
            Kaart(f"{lijst.naam}.{regel.id}", regel.titel, regel.regels, regel.chips, self._knoppen(regel))
            for regel in regels
        ]
        return widgets or [leeg(lijst.naam, lijst.icon, lijst.leeg_titel, lijst.leeg_tekst)]

    def _knoppen(self, regel: Regel) -> list[QPushButton]:
        name = f"{self._lijst.naam}.{regel.id}"
        made = [
            push_button(f"{name}.wijzigen", "Wijzigen", partial(self._on_edit, regel), look="quiet"),
            push_button(f"{name}.verwijderen", "Verwijderen", partial(self._on_remove, regel), look="quiet"),
        ]
        actie = self._lijst.actie
        if actie is not None:
            act = partial(self._on_actie, regel, actie)
            made.insert(0, push_button(f"{name}.{actie.naam}", actie.knop, act, look="quiet", icon="check"))
        return made

    def _on_add(self) -> None:
        def saved(_waarden: dict[str, str]) -> None:
            self.workspace.notices.tell("Toegevoegd.")

        self._ask(None, lambda view: self._dialog(view, None, saved))

    def _on_edit(self, regel: Regel) -> None:
        def ask(view: FormulierView) -> None:
            self._dialog(view, regel.id, lambda _waarden: self._tell("Opgeslagen.", view, regel.id))

        self._ask(regel.id, ask)

    def _on_actie(self, regel: Regel, actie: Actie) -> None:
        def act(view: FormulierView) -> None:
            self.workspace.change(
                self,
                lambda desk: actie.service(desk, regel.id),
                lambda _changes: self._tell(actie.gedaan, view, regel.id),
                once=f"{self.name} {regel.id}",
            )

        self._read(regel.id, act)

    def _on_remove(self, regel: Regel) -> None:
        if regel.uit_reglement:
            self._ask_remove(regel)
            return

        def remove(view: FormulierView) -> None:
            self.workspace.change(
                self,
                lambda desk: self._lijst.remove(desk, regel.id),
                lambda _changes: self._tell(f"{regel.titel} is verwijderd.", view, None),
                once=f"{self.name} {regel.id}",
            )

        self._read(regel.id, remove)

    def _ask_remove(self, regel: Regel) -> None:
        vraag = Vraag(
            f"{self.name}.vraag",
            "Uit de lijst verwijderen?",  # it is the title of a window: whom it is about is said below
            f"{regel.titel} komt uit het reglement, en u kunt dit niet ongedaan maken. Geldt het vanaf een bepaalde "
            "dag niet meer? Vul dan via ‘Wijzigen’ de laatste dag in.",
            "&Verwijderen",
        )

        def act(desk: Desk, _answers: dict[str, str], _again: bool) -> Changes:
            return self._lijst.remove(desk, regel.id)

        def done() -> None:
            self.workspace.notices.tell(f"{regel.titel} is verwijderd.")

        VraagDialog(self.workspace, vraag, act, done, self.window()).open()

    def _ask(self, record_id: int | None, show: Callable[[FormulierView], None]) -> None:
        self.workspace.open(self, lambda desk: self._lijst.formulier(desk, record_id), show)

    def _read(self, record_id: int, done: Callable[[FormulierView], None]) -> None:
        self.workspace.read(self, lambda desk: self._lijst.formulier(desk, record_id), done)

    def _dialog(
        self, view: FormulierView, record_id: int | None, saved: Callable[[dict[str, str]], None]
    ) -> None:
        def save(desk: Desk, waarden: dict[str, str]) -> Changes:
            return self._lijst.save(desk, waarden, record_id)

        FormDialog(self.workspace, view, save, saved, self.window()).open()

    def _tell(self, words: str, before: FormulierView, record_id: int | None) -> None:
        """Say what was done; undoing it saves the form as it was."""

        def undo() -> None:
            self.workspace.change(self, lambda desk: self._lijst.save(desk, before.waarden, record_id))

        self.workspace.notices.tell(words, undo=undo)
