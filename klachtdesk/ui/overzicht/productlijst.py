"""Where the list is by which figures name a product: said where a figure can't, with the way to it."""

from collections.abc import Callable

from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget

from klachtdesk.services.overzicht.cijfer_rows import NOT_LISTED
from klachtdesk.ui.instellingen.kaart import Kaart
from klachtdesk.ui.overzicht.rasters import Raster
from klachtdesk.ui.widgets.controls import push_button, text_label
from klachtdesk.views.overzicht import OverzichtView

PRODUCT = "product"
"""The key of the table by product; there is none as long as the list is empty."""


def has_unlisted(raster: Raster) -> bool:
    """Return whether a grid counts what is not on the list."""
    return any(vak.plek is not None and vak.plek.rij == NOT_LISTED for rij in raster.rijen for vak in rij)


def wants_list(overzicht: OverzichtView) -> bool:
    """Return whether there are klachten to tell apart by product, and no list to do it by."""
    return bool(overzicht.dossiers.aantal) and all(tabel.sleutel != PRODUCT for tabel in overzicht.tabellen)


def about_unlisted(wanted: Callable[[], object]) -> QWidget:
    """Return what stands under the figures by product when some klachten are about what is not on the list."""
    widget = QWidget()
    widget.setProperty("look", "clear")
    row = QHBoxLayout(widget)
    row.setContentsMargins(8, 4, 8, 4)
    row.setSpacing(12)
    words = "Wat niet op de lijst staat, zet u erop bij Instellingen, Producten."
    row.addWidget(text_label(words, look="muted", wrap=True), 1)
    row.addWidget(_button("Naar de lijst", wanted))
    return widget


def no_list(wanted: Callable[[], object]) -> QWidget:
    """Return what stands in the place of the figures by product when the office has no list."""
    return Kaart(
        "overzicht.product.geen",
        "Nog geen cijfers per training, product of dienst",
        (
            "Maak daarvoor eerst de lijst van wat uw kantoor aanbiedt. Wat al op formulieren is getypt, neemt u met "
            "één klik over.",
        ),
        buttons=(_button("Lijst maken", wanted),),
    )


def _button(words: str, wanted: Callable[[], object]) -> QPushButton:
    return push_button("overzicht.product.lijst", words, wanted)
