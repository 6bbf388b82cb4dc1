"""The overview as a spreadsheet (a sheet for each table, real numbers and dates, charts) and as one plain CSV."""

import csv
import io
from collections.abc import Iterator, Sequence
from datetime import date
from typing import TYPE_CHECKING, Any, Final

from klachtdesk.documenten.overzicht_zinnen import samenvatting
from klachtdesk.views.overzicht import AanbevelingView, Cel, Maat, OverzichtView, TabelView

if TYPE_CHECKING:
    from xlsxwriter import Workbook
    from xlsxwriter.worksheet import Worksheet

Value = str | int | float | date | None
Line = tuple[str, str, str, str, str]

_STOCK: Final = ("begin", "binnengekomen", "afgesloten", "eind")

_NAME_LENGTH: Final = 31
_NOT_IN_A_NAME: Final = str.maketrans("", "", "[]:*?/\\'")
_WIDE, _NARROW = 46, 13
_FORMULA_STARTS: Final = ("=", "+", "-", "@", "\t", "\r")


def render_xlsx(overzicht: OverzichtView) -> bytes:
    """Return the overview as XLSX. Nothing in it is a formula, also not what looks like one; no file is written."""
    from xlsxwriter import Workbook  # only wanted when somebody asks for it

    output = io.BytesIO()
    options = {
        "in_memory": True,
        "strings_to_formulas": False,
        "strings_to_urls": False,
        "strings_to_numbers": False,
    }
    with Workbook(output, options) as book:
        book.set_properties({"title": overzicht.titel, "author": overzicht.kantoor})
        sheets = _Sheets(book)
        sheets.text("Samenvatting", [overzicht.titel, *samenvatting(overzicht), "", *overzicht.opmerkingen])
        sheets.table("Voorraad", _voorraad(overzicht))
        for tabel in overzicht.tabellen:
            sheet = sheets.table(tabel.titel, _tabel(overzicht, tabel))
            sheets.chart(sheet, tabel)
        sheets.table("Termijnen", _termijnen(overzicht))
        sheets.table("Doorlooptijd", _doorlooptijd(overzicht))
        if not overzicht.publiek:
            sheets.table("Aanbevelingen", _aanbevelingen(overzicht))
    return output.getvalue()


def render_csv(overzicht: OverzichtView) -> bytes:
    """Return every count as a row of its own: UTF-8 with BOM and semicolons, as Dutch Excel opens it."""
    output = io.StringIO(newline="")
    writer = csv.writer(output, delimiter=";", lineterminator="\r\n")
    writer.writerow(("tabel", "rij", "periode", "aantal", "aandeel_procent"))
    for line in (*_stock_lines(overzicht), *_table_lines(overzicht), *_termijn_lines(overzicht)):
        writer.writerow(_harmless(item) for item in line)
    return b"\xef\xbb\xbf" + output.getvalue().encode()


class _Sheets:
    """A workbook in the making: each sheet with a name that Excel takes, and that no other has."""

    def __init__(self, book: "Workbook") -> None:
        self._book = book
        self._names: set[str] = set()
        self._head = book.add_format({"bold": True, "bottom": 1, "text_wrap": True, "valign": "top"})
        self._wrap = book.add_format({"text_wrap": True, "valign": "top"})
        self._day = book.add_format({"num_format": "d-m-yyyy", "align": "left", "valign": "top"})

    def text(self, titel: str, lines: Sequence[str]) -> None:
        """Add a sheet of sentences."""
        sheet = self._add(titel)
        sheet.set_column(0, 0, 110, self._wrap)
        for place, line in enumerate(lines):
            sheet.write_string(place, 0, line, self._head if place == 0 else self._wrap)

    def table(self, titel: str, rows: Sequence[Sequence[Value]]) -> "Worksheet":
        """Add a sheet with a head that stays in sight and can be filtered."""
        sheet = self._add(titel)
        sheet.set_column(0, 0, _WIDE)
        sheet.set_column(1, max(len(rows[0]) - 1, 1), _NARROW)
        for y, row in enumerate(rows):
            for x, value in enumerate(row):
                self._write(sheet, y, x, value)
        sheet.freeze_panes(1, 1)
        if len(rows) > 1:
            sheet.autofilter(0, 0, len(rows) - 1, len(rows[0]) - 1)
        return sheet

    def chart(self, sheet: "Worksheet", tabel: TabelView) -> None:
        """Draw the first period beside its table, where every count of it is shown."""
        counts = [row.cellen[0].aantal for row in tabel.rijen]
        if not any(counts) or None in counts:
            return
        kind = "column" if tabel.vorm == "maanden" else "bar"
        chart: Any = self._book.add_chart({"type": kind})
        last = len(counts)
        chart.add_series(
            {
                "name": [sheet.name, 0, 1],
                "categories": [sheet.name, 1, 0, last, 0],
                "values": [sheet.name, 1, 1, last, 1],
                "fill": {"color": "#17426B"},
            }
        )
        chart.set_title({"name": tabel.titel})
        chart.set_legend({"none": True})
        if kind == "bar":
            chart.set_y_axis({"reverse": True})
        sheet.insert_chart(1, 6, chart)

    def _add(self, titel: str) -> "Worksheet":
        base = titel.translate(_NOT_IN_A_NAME).strip() or "Tabel"
        name = base[:_NAME_LENGTH]
        number = 2
        while name.lower() in self._names:
            name = f"{base[: _NAME_LENGTH - len(str(number)) - 1]} {number}"
            number += 1
        self._names.add(name.lower())
        return self._book.add_worksheet(name)

    def _write(self, sheet: "Worksheet", y: int, x: int, value: Value) -> None:
        if isinstance(value, date):
            sheet.write_datetime(y, x, value, self._day)
        elif isinstance(value, (int, float)):
            sheet.write_number(y, x, value)
        elif value:
            sheet.write_string(y, x, value, self._head if y == 0 else self._wrap)


def _voorraad(overzicht: OverzichtView) -> list[list[Value]]:
    head: list[Value] = ["Voorraad", *(periode.label for periode in overzicht.perioden)]
    rows = [[name, *(_cell(getattr(item, name)) for item in overzicht.voorraad)] for name in _STOCK]
    return [head, *rows]


def _tabel(overzicht: OverzichtView, tabel: TabelView) -> list[list[Value]]:
    labels = [periode.label for periode in overzicht.perioden]
    head: list[Value] = [tabel.titel, *labels, "aandeel (%)"]
    rows: list[list[Value]] = [
        [row.label, *map(_cell, row.cellen), _measure(row.aandelen[0]) if row.aandelen else None]
        for row in tabel.rijen
    ]
    if tabel.totaal is not None:
        rows.append([f"Totaal {tabel.eenheid}", *map(_cell, tabel.totaal), None])
    return [head, *rows]


def _termijnen(overzicht: OverzichtView) -> list[list[Value]]:
    head: list[Value] = ["Termijn", "reglement", "artikel", "duur", "periode"]
    head += ["gehaald", "te laat", "vervallen", "verdaagd", "loopt nog", "op tijd (%)"]
    head += ["mediaan (dagen)", "90e percentiel (dagen)"]
    rows: list[list[Value]] = []
    for rij in overzicht.termijnen:
        for periode, item in zip(overzicht.perioden, rij.perioden, strict=True):
            counts = (item.gehaald, item.te_laat, item.vervallen, item.verdaagd, item.loopt)
            measures = (item.op_tijd, item.mediaan, item.p90)
            about: list[Value] = [rij.label, rij.reglement, rij.artikel, rij.norm, periode.label]
            rows.append([*about, *map(_cell, counts), *map(_measure, measures)])
    return [head, *rows]


def _doorlooptijd(overzicht: OverzichtView) -> list[list[Value]]:
    head: list[Value] = ["Periode", "afgesloten", "mediaan (dagen)", "90e percentiel (dagen)"]
    return [
        head,
        *(
            [periode.label, _cell(item.aantal), _measure(item.mediaan), _measure(item.p90)]
            for periode, item in zip(overzicht.perioden, overzicht.doorlooptijd, strict=True)
        ),
    ]


def _aanbevelingen(overzicht: OverzichtView) -> list[list[Value]]:
    head: list[Value] = [
        "Aanbeveling",
        "soort",
        "uit",
        "besluit",
        "door",
        "uiterlijk",
        "uitgevoerd",
        "werkte het",
    ]
    return [head, *map(_aanbeveling, (*overzicht.aanbevelingen, *overzicht.eerdere_aanbevelingen))]


def _aanbeveling(item: AanbevelingView) -> list[Value]:
    told: list[Value] = [item.tekst, item.soort_label, str(item.van.year), item.besluit_label, item.eigenaar]
    return [*told, item.uiterlijk, item.uitgevoerd_op, item.uitkomst_label]


def _stock_lines(overzicht: OverzichtView) -> Iterator[Line]:
    for periode, item in zip(overzicht.perioden, overzicht.voorraad, strict=True):
        for name in _STOCK:
            yield "Voorraad", name, periode.label, _count(getattr(item, name)), ""


def _table_lines(overzicht: OverzichtView) -> Iterator[Line]:
    for tabel in overzicht.tabellen:
        for row in tabel.rijen:
            for place, (periode, cel) in enumerate(zip(overzicht.perioden, row.cellen, strict=True)):
                share = row.aandelen[place] if place < len(row.aandelen) else None
                yield tabel.titel, row.label, periode.label, _count(cel), _decimal(share)


def _termijn_lines(overzicht: OverzichtView) -> Iterator[Line]:
    for rij in overzicht.termijnen:
        for periode, item in zip(overzicht.perioden, rij.perioden, strict=True):
            for name in ("gehaald", "te_laat", "vervallen", "verdaagd", "loopt"):
                yield "Termijnen", f"{rij.label}: {name}", periode.label, _count(getattr(item, name)), ""


def _cell(cel: Cel) -> Value:
    return cel.tekst if cel.aantal is None else cel.aantal


def _measure(maat: Maat) -> Value:
    return maat.tekst if maat.waarde is None else maat.waarde


def _count(cel: Cel) -> str:
    return cel.tekst if cel.aantal is None else str(cel.aantal)


def _decimal(maat: Maat | None) -> str:
    """Return a measure with a comma; what is hidden or does not exist stays empty."""
    return "" if maat is None or maat.waarde is None else f"{maat.waarde:.1f}".replace(".", ",")


def _harmless(text: str) -> str:
    """Keep a label that somebody made up from being read as a formula when the file is opened."""
    return f"'{text}" if text.startswith(_FORMULA_STARTS) else text
