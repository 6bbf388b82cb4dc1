"""The bare program: from counts to figures, and straight into ReportLab and XlsxWriter.

Its PDF has the tables in a font of every PDF: no bars, letterhead, notes or PDF/A. Its XLSX has a sheet with a chart
for each.
"""

import io
from collections.abc import Sequence
from statistics import median
from typing import Final, NamedTuple

from benchmarks.kale_tabellen import TABELLEN, TERMIJNEN
from benchmarks.kale_termijnen import Jaar, TermijnTelling
from reportlab.lib import colors
from reportlab.lib.styles import getSampleStyleSheet
from reportlab.platypus import Flowable, Paragraph, SimpleDocTemplate, Table
from xlsxwriter import Workbook

Number = int | float | None

_STOCK: Final = ("Liep aan het begin", "Binnengekomen", "Afgesloten", "Liep aan het eind")
_OF_TERMIJN: Final = (
    "afgelopen", "gehaald", "te laat", "vervallen", "verdaagd", "loopt nog", "op tijd", "mediaan", "p90",
)  # fmt: skip
_OF_DUUR: Final = ("afgesloten", "mediaan", "p90")


class Figuren(NamedTuple):
    """The figures of a table: of each row its key, its counts and its shares, in a year and the two before it.

    `opgeteld` are the shares of a row and those above it, in a table of which the highest comes first.
    """

    rijen: list[tuple[str, list[int], list[float | None]]]
    totaal: list[int] | None
    opgeteld: list[float | None] | None = None


def stock(jaren: Sequence[Jaar]) -> list[list[int]]:
    """Return for each year what was open, came in, was closed and is open."""
    return [[item.begin, item.binnen, item.dicht, item.begin + item.binnen - item.dicht] for item in jaren]


def figures(jaren: Sequence[Jaar]) -> dict[str, Figuren]:
    """Return the figures of all tables."""
    found = {}
    for sleutel, tabel in TABELLEN.items():
        counts = {rij: [jaar.rijen[sleutel, rij] for jaar in jaren] for rij in tabel.rijen}
        if not tabel.telt_op:
            found[sleutel] = Figuren([(rij, counts[rij], [None] * len(jaren)) for rij in counts], None)
            continue
        if sleutel == "onderwerp":
            totaal = [jaar.binnen for jaar in jaren]
        elif sleutel == "grond":
            totaal = [jaar.rijen["afsluiting", "niet_in_behandeling"] for jaar in jaren]
        else:
            totaal = [sum(column) for column in zip(*counts.values(), strict=True)]
        order = (
            sorted(counts, key=lambda rij: (rij == "onbekend", -counts[rij][0]))
            if sleutel == "oorzaak"
            else counts
        )
        rijen = [(rij, counts[rij], list(map(_share, counts[rij], totaal))) for rij in order]
        found[sleutel] = Figuren(rijen, totaal, _added_up(rijen, totaal[0]) if sleutel == "oorzaak" else None)
    return found


def _share(part: int, whole: int) -> float | None:
    return 100 * part / whole if whole else None


def _added_up(rijen: Sequence[tuple[str, list[int], list[float | None]]], totaal: int) -> list[float | None]:
    found, so_far = [], 0
    for _sleutel, counts, _shares in rijen:
        so_far += counts[0]
        found.append(_share(so_far, totaal))
    return found


def figures_of_termijn(telling: TermijnTelling) -> list[Number]:
    """Return how many ended, were met, late, lapsed, extended and run, which part in time, and in how many days."""
    met, late, lapsed = (telling.aantallen[name] for name in ("gehaald", "te_laat", "vervallen"))
    counts = [
        met + late + lapsed,
        met,
        late,
        lapsed,
        telling.aantallen["verdaagd"],
        telling.aantallen["loopt"],
    ]
    return [*counts, _share(met, met + late), *_middle(telling.dagen)]


def figures_of_duur(jaar: Jaar) -> list[Number]:
    """Return how many were closed, and in how many days."""
    return [len(jaar.doorlooptijden), *_middle(jaar.doorlooptijden)]


def _middle(dagen: list[int]) -> list[float | None]:
    """Return the median, and the lowest value that nine in ten do not exceed."""
    if not dagen:
        return [None, None]
    return [median(dagen), sorted(dagen)[-(-9 * len(dagen) // 10) - 1]]


def render_pdf(jaren: Sequence[Jaar], labels: Sequence[str]) -> bytes:
    """Lay the tables out with ReportLab alone; rows of nothing are left out, as in the report of klachtdesk."""
    heading = getSampleStyleSheet()["Heading3"]
    style = [("ALIGN", (1, 0), (-1, -1), "RIGHT"), ("LINEBELOW", (0, 0), (-1, 0), 0.5, colors.black)]
    body: list[Flowable] = []

    def add(titel: str, koppen: Sequence[str], rows: Sequence[Sequence[str]]) -> None:
        body.extend([Paragraph(titel, heading), Table([["", *koppen], *rows], style=style, repeatRows=1)])

    lines = zip(_STOCK, *stock(jaren), strict=True)
    add("Voorraad", labels, [[name, *map(_text, counts)] for name, *counts in lines])
    for sleutel, figuren in figures(jaren).items():
        rows = [
            [TABELLEN[sleutel].rijen[rij], *map(_text, counts), _percent(shares[0])]
            for rij, counts, shares in figuren.rijen
            if any(counts)
        ]
        for row, added in zip(rows, figuren.opgeteld or (), strict=False):
            row.append(_percent(added))
        if figuren.totaal:
            rows.append(["Totaal", *map(_text, figuren.totaal)])
        if rows:
            add(
                TABELLEN[sleutel].titel,
                [*labels, "aandeel", *(["opgeteld"] if figuren.opgeteld else [])],
                rows,
            )
    for naam, titel in TERMIJNEN.items():
        found = [figures_of_termijn(jaar.termijnen[naam]) for jaar in jaren]
        rows = [[label, *map(_text, row)] for label, row in zip(labels, found, strict=True)]
        add(titel, _OF_TERMIJN, rows)
    durations = [
        [label, *map(_text, figures_of_duur(jaar))] for label, jaar in zip(labels, jaren, strict=True)
    ]
    add("Doorlooptijd", _OF_DUUR, durations)
    target = io.BytesIO()
    SimpleDocTemplate(target).build(body)
    return target.getvalue()


def render_xlsx(jaren: Sequence[Jaar], labels: Sequence[str]) -> bytes:
    """Write a sheet for each table with XlsxWriter alone, with a chart beside it."""
    target = io.BytesIO()
    shares = [f"aandeel {label}" for label in labels]
    with Workbook(target, {"in_memory": True}) as book:
        sheet = book.add_worksheet("Voorraad")
        sheet.write_row(0, 1, labels)
        for number, (name, *counts) in enumerate(zip(_STOCK, *stock(jaren), strict=True), 1):
            sheet.write_row(number, 0, [name, *counts])
        for sleutel, figuren in figures(jaren).items():
            sheet = book.add_worksheet(sleutel)
            sheet.write_row(0, 1, [*labels, *shares])
            for number, (rij, aantallen, parts) in enumerate(figuren.rijen, 1):
                added = figuren.opgeteld[number - 1 : number] if figuren.opgeteld else []
                sheet.write_row(number, 0, [TABELLEN[sleutel].rijen[rij], *aantallen, *parts, *added])
            size = len(figuren.rijen)
            if figuren.totaal:
                sheet.write_row(size + 1, 0, ["Totaal", *figuren.totaal])
            chart = book.add_chart({"type": "bar"})
            chart.add_series({"categories": [sleutel, 1, 0, size, 0], "values": [sleutel, 1, 1, size, 1]})
            sheet.insert_chart(1, 9, chart)
        _write_durations(book, jaren, labels)
    return target.getvalue()


def _write_durations(book: Workbook, jaren: Sequence[Jaar], labels: Sequence[str]) -> None:
    sheet = book.add_worksheet("Termijnen")
    sheet.write_row(0, 2, _OF_TERMIJN)
    runs = [(titel, place, naam) for naam, titel in TERMIJNEN.items() for place in range(len(jaren))]
    for number, (titel, place, naam) in enumerate(runs, 1):
        found = figures_of_termijn(jaren[place].termijnen[naam])
        sheet.write_row(number, 0, [titel, labels[place], *found])
    sheet = book.add_worksheet("Doorlooptijd")
    sheet.write_row(0, 1, _OF_DUUR)
    for number, jaar in enumerate(jaren, 1):
        sheet.write_row(number, 0, [labels[number - 1], *figures_of_duur(jaar)])


def _text(number: Number) -> str:
    return "–" if number is None else f"{number:,.10g}".replace(",", ".")


def _percent(share: float | None) -> str:
    return "–" if share is None else f"{share:.0f}%"
