"""The sheets of a spreadsheet: each with a name that Excel takes, a head that stays in sight, and fit to be printed."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Any, Final

if TYPE_CHECKING:
    from xlsxwriter import Workbook
    from xlsxwriter.worksheet import Worksheet

_NAME_LENGTH: Final = 31
_NOT_IN_A_NAME: Final = str.maketrans("", "", "[]:*?/\\'")
_LONGEST_CELL: Final = 32_767
"""Characters that Excel takes in a cell."""

_LONGEST_KOP: Final = 100
"""Letters at the left above a page; Excel takes no more than 255 there in all."""

_WIDE, _WIDEST, _NARROW, _TEXT = 46, 70, 13, 110
_A4: Final = 9
_BELOW: Final = 5
"""Rows from the last of a table to its chart: for the total, the line that says what it is, and some air."""
_CHART: Final = {"width": 760, "height": 340}
_PARETO: Final = 460
_BAR: Final = 26
"""Points on the screen for a bar with its name."""
_DARK, _LIGHT = "#17426B", "#A9BFD6"
"""The colours of the report: told apart in grey too."""


@dataclass(frozen=True, slots=True)
class Deel:
    """A part of a whole, 0 to 1; it shows as a percentage."""

    waarde: float


Value = str | int | float | date | Deel | None


@dataclass(frozen=True, slots=True)
class Blad:
    """A sheet with a table: its head, its rows, a total that is not filtered along, and a line that says what it is."""

    titel: str
    koppen: Sequence[str]
    rijen: Sequence[Sequence[Value]]
    totaal: Sequence[Value] = ()
    toelichting: str = ""
    breed: Sequence[int] = (0,)
    """Which columns hold words; the others are as wide as a number."""


class Bladen:
    """A workbook in the making; with `kop` above each page that is printed."""

    def __init__(self, book: "Workbook", kop: str) -> None:
        self._book = book
        self._kop = kop[:_LONGEST_KOP]
        self._names: set[str] = set()
        self._formats: dict[tuple[tuple[str, Any], ...], Any] = {}

    def text(self, titel: str, lines: Sequence[str]) -> None:
        """Add a sheet of sentences, the first of which is its title."""
        sheet = self._add(titel)
        sheet.set_column(0, 0, _TEXT)
        for place, line in enumerate(lines):
            look = {"bold": True, "font_size": 14} if place == 0 else {}
            sheet.write_string(place, 0, _fitting(line), self._look(text_wrap=True, valign="top", **look))

    def table(self, blad: Blad) -> "Worksheet":
        """Add a sheet with a table that can be filtered."""
        sheet = self._add(blad.titel)
        last = len(blad.koppen) - 1
        sheet.set_column(0, last, _NARROW)
        for column in blad.breed:
            sheet.set_column(column, column, _width(blad, column))
        for column, kop in enumerate(blad.koppen):
            look = self._look(bold=True, bottom=1, text_wrap=True, valign="bottom", align=_side(blad, column))
            sheet.write_string(0, column, kop, look)
        for place, row in enumerate(blad.rijen, 1):
            for column, value in enumerate(row):
                self._write(sheet, place, column, value, align=_side(blad, column))
        end = len(blad.rijen)
        for column, value in enumerate(blad.totaal):
            self._write(sheet, end + 1, column, value, align=_side(blad, column), bold=True, top=1)
        if blad.toelichting:
            look = self._look(italic=True, font_color="#5C6570")
            sheet.write_string(end + (3 if blad.totaal else 2), 0, blad.toelichting, look)
        sheet.freeze_panes(1, 1)
        sheet.repeat_rows(0)
        if blad.rijen:
            sheet.autofilter(0, 0, end, last)
        return sheet

    def chart(self, sheet: "Worksheet", blad: Blad, vorm: str) -> None:
        """Draw the first column of numbers below its table; a `pareto` with the line of what it adds up to."""
        last = len(blad.rijen)
        chart: Any = self._book.add_chart({"type": "bar" if vorm == "staaf" else "column"})
        chart.add_series(
            {
                "name": [sheet.name, 0, 1],
                "categories": [sheet.name, 1, 0, last, 0],
                "values": [sheet.name, 1, 1, last, 1],
                "fill": {"color": _DARK},
                "gap": 60,
                "data_labels": {"value": True},
            }
        )
        if vorm == "pareto":
            chart.combine(self._line(sheet, last, list(blad.koppen).index("opgeteld")))
        chart.set_title({"name": f"{blad.titel}, {blad.koppen[1]}", "name_font": {"size": 12}})
        chart.set_legend({"none": True})
        if vorm == "staaf":
            chart.set_y_axis({"reverse": True})
            chart.set_x_axis({"visible": False, "major_gridlines": {"visible": False}})
        else:
            chart.set_y_axis({"major_gridlines": {"visible": True, "line": {"color": "#C3CAD2"}}})
        tall = {"staaf": {"height": 70 + _BAR * last}, "pareto": {"height": _PARETO}}.get(vorm, {})
        chart.set_size(_CHART | tall)
        sheet.insert_chart(last + _BELOW, 0, chart)

    def _line(self, sheet: "Worksheet", last: int, column: int) -> Any:
        line: Any = self._book.add_chart({"type": "line"})
        line.add_series(
            {
                "name": [sheet.name, 0, column],
                "categories": [sheet.name, 1, 0, last, 0],
                "values": [sheet.name, 1, column, last, column],
                "y2_axis": True,
                "line": {"color": _LIGHT, "width": 2},
                "marker": {"type": "circle", "fill": {"color": _LIGHT}, "border": {"color": _DARK}},
            }
        )
        line.set_y2_axis({"min": 0, "max": 1, "num_format": "0%"})
        return line

    def _add(self, titel: str) -> "Worksheet":
        base = titel.translate(_NOT_IN_A_NAME).strip() or "Tabel"
        name, number = base[:_NAME_LENGTH], 2
        while name.lower() in self._names:
            name = f"{base[: _NAME_LENGTH - len(str(number)) - 1]} {number}"
            number += 1
        self._names.add(name.lower())
        sheet = self._book.add_worksheet(name)
        sheet.set_landscape()
        sheet.set_paper(_A4)
        sheet.fit_to_pages(1, 0)
        sheet.set_header(f"&L{self._kop.replace('&', '&&')}&R{name.replace('&', '&&')}")
        sheet.set_footer("&RPagina &P van &N")
        sheet.ignore_errors({"number_stored_as_text": "A1:XFD1048576"})  # a year above a column, "<3" in it
        return sheet

    def _write(self, sheet: "Worksheet", y: int, x: int, value: Value, **look: Any) -> None:
        if isinstance(value, Deel):
            sheet.write_number(y, x, value.waarde, self._look(num_format="0%", valign="top", **look))
        elif isinstance(value, date):
            day = self._look(num_format="d-m-yyyy", valign="top", **look)
            sheet.write_datetime(y, x, value, day)
        elif isinstance(value, (int, float)):
            points = {"num_format": "#,##0"} if isinstance(value, int) else {}
            sheet.write_number(y, x, value, self._look(valign="top", **points, **look))
        elif value:
            sheet.write_string(y, x, _fitting(value), self._look(text_wrap=True, valign="top", **look))

    def _look(self, **properties: Any) -> Any:
        """Return the format with these properties, the same for the same ones."""
        key = tuple(sorted(properties.items()))
        if key not in self._formats:
            self._formats[key] = self._book.add_format(properties)
        return self._formats[key]


def _side(blad: Blad, column: int) -> str:
    return "left" if column in blad.breed else "right"


def _width(blad: Blad, column: int) -> int:
    """Return how many letters wide a column of words is: as wide as the longest, up to what can still be read."""
    longest = max((len(str(row[column] or "")) for row in (blad.koppen, *blad.rijen)), default=0)
    return min(max(longest + 2, _WIDE if column == 0 else _NARROW), _WIDEST)


def _fitting(text: str) -> str:
    """Return a text as long as a cell can hold; one that is longer would be left out whole."""
    return text if len(text) <= _LONGEST_CELL else f"{text[: _LONGEST_CELL - 1]}…"
