"""What the office offers: the list that forms propose and figures name, and under it what was typed beside it."""

from collections.abc import Iterator
from functools import partial

from PySide6.QtWidgets import QMenu, QPushButton, QWidget

from klachtdesk.dutch import counted
from klachtdesk.formulieren.overzicht import LONGEST_NAAM, PRODUCT
from klachtdesk.services.changes import Changes
from klachtdesk.services.desk import Desk
from klachtdesk.services.overzicht.producten import (
    ProductToegevoegd,
    add_product,
    join_product,
    product_formulier,
    read_producten,
    remove_product,
    save_product,
)
from klachtdesk.ui.instellingen.form_dialog import FormDialog
from klachtdesk.ui.instellingen.kaart import Kaart
from klachtdesk.ui.instellingen.lijst_deel import Lijst, LijstDeel, Regel
from klachtdesk.ui.widgets.controls import push_button, text_label
from klachtdesk.ui.workspace import Workspace
from klachtdesk.views.formulier import FormulierView
from klachtdesk.views.overzicht import GetyptProduct, ProductenView, ProductView

_SHOWN = 20
"""So many of what was typed are in sight at once; the rest is one click away."""

_LONGEST_IN_MENU = 60
"""Letters of a name in a menu."""

_ABOUT_TYPED = (
    "In het overzicht tellen deze klachten nu samen, zonder naam. Zet er geen naam van een persoon op: wat op de lijst "
    "staat, kan ook in een overzicht voor buiten komen."
)

Stand = tuple[tuple[Regel, ...], ProductenView]


class ProductenDeel(LijstDeel):
    """Shows the list, and lets what was typed be put on it or be joined to what is there."""

    def __init__(self, workspace: Workspace) -> None:
        super().__init__(workspace, _lijst())
        self._everything = False

    def refresh(self) -> None:
        """Read the list again, and what was typed."""

        def service(desk: Desk) -> Stand:
            return self._lijst.read(desk), read_producten(desk)

        self.workspace.read(self, service, self._show_both)

    def concerns(self, changes: Changes) -> bool:
        """Return whether this part may look different: in any dossier something can be typed."""
        return changes.instellingen or changes.lijst

    def _show_both(self, stand: Stand) -> None:
        regels, view = stand
        self.show_widgets([*self._cards(regels), *self._typed(view)])

    def _typed(self, view: ProductenView) -> Iterator[QWidget]:
        if not view.getypt:
            return
        yield text_label(
            "Getypt op formulieren, niet op de lijst", look="heading", name=f"{self.name}.getypt"
        )
        yield text_label(_ABOUT_TYPED, look="muted", wrap=True)
        shown = view.getypt if self._everything else view.getypt[:_SHOWN]
        for place, item in enumerate(shown, 1):
            yield self._typed_card(f"{self.name}.getypt.{place}", item, view.producten)
        rest = len(view.getypt) - len(shown)
        if rest:
            words = f"Nog {rest} tonen"
            yield push_button(f"{self.name}.getypt.alles", words, self._on_everything, look="link")

    def _typed_card(self, name: str, item: GetyptProduct, producten: tuple[ProductView, ...]) -> Kaart:
        too_long = len(item.naam) > LONGEST_NAAM
        act = partial(self._on_name if too_long else self._on_put, item.naam)
        buttons = [
            push_button(f"{name}.toevoegen", "Toevoegen…" if too_long else "Toevoegen", act, icon="plus")
        ]
        if producten:
            buttons.append(self._join_button(f"{name}.hoort_bij", item.naam, producten))
        return Kaart(name, item.naam, (_in_dossiers(item.dossiers),), buttons=buttons)

    def _join_button(self, name: str, getypt: str, producten: tuple[ProductView, ...]) -> QPushButton:
        button = push_button(name, "Hoort bij…", lambda: None, look="quiet")
        menu = QMenu(button)
        menu.setObjectName(f"{name}.menu")
        for product in producten:
            action = menu.addAction(_short(product.naam).replace("&", "&&"))
            action.setObjectName(f"{name}.{product.id}")
            action.triggered.connect(partial(self._on_join, getypt, product))
        button.setMenu(menu)
        return button

    def _on_everything(self) -> None:
        self._everything = True
        self.refresh()

    def _on_put(self, getypt: str) -> None:
        def done(made: ProductToegevoegd) -> None:
            self.workspace.notices.tell(
                f"“{_short(getypt)}” staat op de lijst.", undo=partial(self._take_off, made.product_id)
            )

        self.workspace.make(self, partial(add_product, naam=getypt), done, once=f"{self.name} {getypt}")

    def _take_off(self, product_id: int) -> None:
        self.workspace.change(self, partial(remove_product, product_id=product_id))

    def _on_name(self, getypt: str) -> None:
        """Ask for a name for what is a whole sentence."""

        def saved(_waarden: dict[str, str]) -> None:
            self.workspace.notices.tell("Toegevoegd.")

        view = FormulierView(PRODUCT, {"ook_wel": getypt})
        FormDialog(self.workspace, view, save_product, saved, self.window()).open()

    def _on_join(self, getypt: str, product: ProductView) -> None:
        words = f"“{_short(getypt)}” telt voortaan bij {_short(product.naam)}."

        def join(before: FormulierView) -> None:
            self.workspace.change(
                self,
                partial(join_product, product_id=product.id, getypt=getypt),
                lambda _changes: self._tell(words, before, product.id),
                once=f"{self.name} {getypt}",
            )

        self.workspace.read(self, partial(product_formulier, product_id=product.id), join)


def _lijst() -> Lijst:
    def save(desk: Desk, waarden: dict[str, str], record_id: int | None) -> Changes:
        return save_product(desk, waarden, product_id=record_id)

    return Lijst(
        "producten",
        "Trainingen, producten en diensten",
        "Wat uw kantoor aanbiedt. Formulieren stellen het voor terwijl u typt, en het overzicht telt de klachten "
        "erover.",
        "Toevoegen",
        "Er staat nog niets op de lijst",
        "Voeg toe wat uw kantoor aanbiedt, of neem over wat al op formulieren is getypt. Daarna telt het overzicht "
        "ook per training, product of dienst.",
        "folders",
        lambda desk: tuple(map(_regel, read_producten(desk).producten)),
        product_formulier,
        save,
        remove_product,
    )


def _regel(view: ProductView) -> Regel:
    others = (f"Ook wel: {', '.join(view.ook_wel)}",) if view.ook_wel else ()
    return Regel(view.id, view.naam, (*others, _in_dossiers(view.dossiers)))


def _in_dossiers(number: int) -> str:
    return f"In {counted(number, 'dossier', 'dossiers')}" if number else "Nog in geen dossier"


def _short(naam: str) -> str:
    return naam if len(naam) <= _LONGEST_IN_MENU else f"{naam[: _LONGEST_IN_MENU - 1]}…"
