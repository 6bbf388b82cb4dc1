"""The figures of the overview on their tabs: in short, what came in, was closed, took how long, and came of it."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QTabWidget, QVBoxLayout, QWidget

from klachtdesk.ui.instellingen.kaart import leeg
from klachtdesk.ui.overzicht.kolom import Kolom
from klachtdesk.ui.overzicht.maandgrafiek import Maandgrafiek
from klachtdesk.ui.overzicht.productlijst import PRODUCT, about_unlisted, has_unlisted, no_list, wants_list
from klachtdesk.ui.overzicht.raster_view import RasterView
from klachtdesk.ui.overzicht.rasters import (
    Groep,
    Raster,
    maanden,
    tabel_groepen,
    termijn_groep,
    voorraad_raster,
)
from klachtdesk.ui.widgets.controls import card, readable_label, text_label
from klachtdesk.ui.widgets.icon_mark import IconMark
from klachtdesk.ui.widgets.keyboard_kept import keyboard_kept
from klachtdesk.views.overzicht import OverzichtView

_ICON = 16


@dataclass(frozen=True, slots=True)
class Blad:
    """A tab: its name and label."""

    naam: str
    label: str


BLADEN = (
    Blad("kort", "In het kort"),
    Blad("binnen", "Binnengekomen"),
    Blad("afgesloten", "Afgesloten"),
    Blad("termijnen", "Termijnen"),
    Blad("vervolg", "Vervolg"),
)


class Cijfers(QObject):
    """Fills its tabs with an overview; each tab is made when it is first looked at."""

    plek_wanted = Signal(object)
    """A `Plek`: the number of which the dossiers are asked for."""
    producten_wanted = Signal()
    """The list by which figures name a product."""

    def __init__(self, tabs: QTabWidget) -> None:
        super().__init__(tabs)
        self._kolommen = {blad.naam: Kolom(f"overzicht.blad.{blad.naam}") for blad in BLADEN}
        self._shown: object = None
        self._waiting: dict[str, Callable[[], list[QWidget]]] = {}
        for blad in BLADEN:
            tabs.addTab(self._kolommen[blad.naam], blad.label)
            self._kolommen[blad.naam].installEventFilter(self)

    def show_overzicht(self, overzicht: OverzichtView, zinnen: Sequence[str]) -> None:
        """Show an overview with its sentences; what is shown already stays as it is."""
        if (overzicht, tuple(zinnen)) == self._shown:
            return
        self._shown = (overzicht, tuple(zinnen))
        binnen, afgesloten, vervolg = tabel_groepen(overzicht)
        self._waiting = {
            "kort": lambda: self._in_short(overzicht, zinnen),
            "binnen": lambda: [*self._group(binnen), *self._no_list(overzicht)],
            "afgesloten": lambda: self._group(afgesloten),
            "termijnen": lambda: [_about_days(), *self._group(termijn_groep(overzicht))],
            "vervolg": lambda: self._group(vervolg),
        }
        for naam, kolom in self._kolommen.items():
            if kolom.isVisible():
                self._fill(naam)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Make a tab when it comes in sight."""
        if event.type() is QEvent.Type.Show:
            for naam, kolom in self._kolommen.items():
                if kolom is watched:
                    self._fill(naam)
        return super().eventFilter(watched, event)

    def _fill(self, naam: str) -> None:
        make = self._waiting.pop(naam, None)
        if make is None:
            return
        kolom = self._kolommen[naam]
        places = {view.objectName(): view.place() for view in kolom.findChildren(RasterView)}
        with keyboard_kept(kolom):
            kolom.fill(make())
            for view in kolom.findChildren(RasterView):
                view.go_to(places.get(view.objectName()))

    def _in_short(self, overzicht: OverzichtView, zinnen: Sequence[str]) -> list[QWidget]:
        made: list[QWidget] = [_sentences(zinnen)]
        if overzicht.opmerkingen:
            made.append(_notes(overzicht.opmerkingen))
        if overzicht.dossiers.aantal == 0:
            made.append(_nothing_yet())
        months = maanden(overzicht)
        made.append(self._card(voorraad_raster(overzicht)))
        if any(came or went for _name, came, went in months):
            made.append(_chart(months))
        return made

    def _group(self, groep: Groep) -> list[QWidget]:
        made: list[QWidget] = [self._card(raster) for raster in groep.rasters]
        if groep.leeg:
            made.append(text_label(f"Niets te melden bij: {', '.join(groep.leeg)}.", look="muted", wrap=True))
        return made

    def _no_list(self, overzicht: OverzichtView) -> list[QWidget]:
        return [no_list(self.producten_wanted.emit)] if wants_list(overzicht) else []

    def _card(self, raster: Raster) -> QFrame:
        frame = card(f"overzicht.{raster.sleutel}.kaart")
        column = QVBoxLayout(frame)
        column.setContentsMargins(10, 12, 10, 8)
        column.setSpacing(2)
        for words, look in ((raster.titel, "heading"), (raster.uitleg, "small")):
            if words:
                label = text_label(words, look=look, wrap=True)
                label.setContentsMargins(8, 0, 8, 0)
                column.addWidget(label)
        view = RasterView(raster)
        view.plek_wanted.connect(self.plek_wanted)
        column.addWidget(view)
        if raster.sleutel == PRODUCT and has_unlisted(raster):
            column.addWidget(about_unlisted(self.producten_wanted.emit))
        return frame


def _sentences(zinnen: Sequence[str]) -> QFrame:
    frame = card("overzicht.zinnen")
    column = QVBoxLayout(frame)
    column.setContentsMargins(18, 12, 18, 14)
    column.setSpacing(5)
    column.addWidget(text_label("In het kort", look="heading"))
    for place, zin in enumerate(zinnen, 1):
        column.addWidget(readable_label(zin, name=f"overzicht.zin.{place}"))
    return frame


def _notes(opmerkingen: Sequence[str]) -> QFrame:
    frame = card("overzicht.opmerkingen")
    row = QHBoxLayout(frame)
    row.setContentsMargins(18, 12, 18, 12)
    row.setSpacing(12)
    row.addWidget(IconMark("info", "muted", _ICON), 0, Qt.AlignmentFlag.AlignTop)
    column = QVBoxLayout()
    column.setSpacing(3)
    for place, zin in enumerate(opmerkingen, 1):
        column.addWidget(readable_label(zin, look="muted", name=f"overzicht.opmerking.{place}"))
    row.addLayout(column, 1)
    return frame


def _about_days() -> QWidget:
    words = (
        "‘Helft in’ is het aantal kalenderdagen waarbinnen de helft klaar was, ‘9 van 10’ dat van negen van de tien. "
        "‘Vervallen’ is een termijn waarvan de stap niet meer nodig was."
    )
    return text_label(words, look="muted", wrap=True)


def _nothing_yet() -> QWidget:
    return leeg(
        "overzicht",
        "inbox",
        "In deze periode is er geen klacht",
        "Kies hierboven een andere periode. Komt er een klacht binnen? Druk op Ctrl+N en begin te typen. Ook over een "
        "jaar zonder klachten kunt u een verslag maken.",
    )


def _chart(months: Sequence[tuple[str, int, int]]) -> QFrame:
    frame = card("overzicht.maanden")
    column = QVBoxLayout(frame)
    column.setContentsMargins(18, 12, 18, 12)
    column.setSpacing(8)
    column.addWidget(text_label("Per maand", look="heading"))
    column.addWidget(Maandgrafiek(months))
    return frame
