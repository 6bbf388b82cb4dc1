"""The figures of the overview as one plain CSV, a count on each line."""

import csv
import io
from collections.abc import Iterator
from typing import Final

from klachtdesk.documenten.overzicht_woorden import STOCK, with_figures
from klachtdesk.views.overzicht import Cel, Maat, OverzichtView

Line = tuple[str, ...]

_HEAD: Final = ("tabel", "rij", "periode", "aantal", "aandeel_procent", "mediaan_dagen", "p90_dagen")
_COUNTS: Final = (
    ("gehaald", "gehaald"),
    ("te_laat", "te laat"),
    ("vervallen", "vervallen"),
    ("verdaagd", "verdaagd"),
    ("loopt", "loopt nog"),
)
_FORMULA_STARTS: Final = ("=", "+", "-", "@", "\t", "\r")


def render_csv(overzicht: OverzichtView) -> bytes:
    """Return every count as a row of its own: UTF-8 with BOM and semicolons, as Dutch Excel opens it."""
    output = io.StringIO(newline="")
    writer = csv.writer(output, delimiter=";", lineterminator="\r\n")
    writer.writerow(_HEAD)
    for part in (_stock, _tables, _termijnen, _lengths):
        for line in part(overzicht):
            writer.writerow(_harmless(item) for item in (*line, *([""] * (len(_HEAD) - len(line)))))
    return b"\xef\xbb\xbf" + output.getvalue().encode()


def _stock(overzicht: OverzichtView) -> Iterator[Line]:
    for place, periode in _periods(overzicht):
        for name, label in STOCK:
            yield "Voorraad", label, periode, _count(getattr(overzicht.voorraad[place], name))


def _tables(overzicht: OverzichtView) -> Iterator[Line]:
    for tabel in overzicht.tabellen:
        for row in tabel.rijen:
            for place, periode in _periods(overzicht):
                share = row.aandelen[place] if place < len(row.aandelen) else None
                yield tabel.titel, row.label, periode, _count(row.cellen[place]), _decimal(share)
        if tabel.totaal is not None:
            for place, periode in _periods(overzicht):
                yield tabel.titel, f"Totaal {tabel.eenheid}", periode, _count(tabel.totaal[place])


def _termijnen(overzicht: OverzichtView) -> Iterator[Line]:
    """Yield the outcomes of each termijn; its reglement stands with it, for several may call one the same."""
    for rij in overzicht.termijnen:
        name = f"{rij.label} ({rij.reglement})"
        for place, periode in _periods(overzicht):
            item = rij.perioden[place]
            for key, label in _COUNTS:
                share = item.op_tijd if key == "gehaald" else None
                days = (_decimal(item.mediaan), _decimal(item.p90)) if key == "gehaald" else ()
                yield (
                    "Termijnen",
                    f"{name}: {label}",
                    periode,
                    _count(getattr(item, key)),
                    _decimal(share),
                    *days,
                )


def _lengths(overzicht: OverzichtView) -> Iterator[Line]:
    for place, periode in _periods(overzicht):
        item = overzicht.doorlooptijd[place]
        days = _decimal(item.mediaan), _decimal(item.p90)
        yield "Doorlooptijd", "Afgesloten", periode, _count(item.aantal), "", *days


def _periods(overzicht: OverzichtView) -> Iterator[tuple[int, str]]:
    return ((place, overzicht.perioden[place].label) for place in with_figures(overzicht))


def _count(cel: Cel) -> str:
    return cel.tekst if cel.aantal is None else str(cel.aantal)


def _decimal(maat: Maat | None) -> str:
    """Return a measure with a comma; what is hidden or does not exist stays empty."""
    return "" if maat is None or maat.waarde is None else f"{maat.waarde:.1f}".replace(".", ",")


def _harmless(text: str) -> str:
    """Keep a label that somebody made up from being read as a formula when the file is opened."""
    return f"'{text}" if text.startswith(_FORMULA_STARTS) else text
