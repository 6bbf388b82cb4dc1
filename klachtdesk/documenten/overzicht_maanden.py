"""The months of the overview: as columns in a chart, and beside each other in a table."""

from typing import Final

from reportlab.lib.units import mm
from reportlab.platypus import Flowable, KeepTogether

from klachtdesk.documenten.grafieken import columns
from klachtdesk.documenten.opmaak import HEADING, SMALL, TEXT_WIDTH, VALUE, Cell, paragraph, table
from klachtdesk.documenten.overzicht_kolommen import HEADED, NUMBER_HEAD, column_names, number
from klachtdesk.documenten.overzicht_woorden import with_figures
from klachtdesk.dutch import abbreviated_month
from klachtdesk.views.overzicht import OverzichtView, RijView, TabelView

_BY_MONTH: Final = ("maanden_binnen", "maanden_afgesloten")
_YEAR: Final = 12
_NAME: Final = 26 * mm


def month_chart(overzicht: OverzichtView) -> list[Flowable]:
    """Return what came in and what was closed as columns; nothing where a count is hidden, or all are nothing."""
    came, went = (overzicht.tabel(sleutel) for sleutel in _BY_MONTH)
    counts = [[row.cellen[0].aantal or 0 for row in tabel.rijen] for tabel in (came, went)]
    hidden = any(row.cellen[0].aantal is None for tabel in (came, went) for row in tabel.rijen)
    if hidden or not any(map(any, counts)):
        return []
    long = len(came.rijen) > _YEAR
    labels = [_short_month(row.label, with_year=long) for row in came.rijen]
    chart = columns(labels, counts[0], counts[1], ("Binnengekomen", "Afgesloten"), TEXT_WIDTH)
    return [KeepTogether([paragraph("Per maand", HEADING), chart])]


def month_table(overzicht: OverzichtView, tabel: TabelView) -> list[Flowable]:
    """Return the months beside each other: a row for each period, or for each year of a period longer than one."""
    long = len(tabel.rijen) > _YEAR
    head = ["", *(_short_month(row.label) for row in tabel.rijen[:_YEAR]), *([] if long else ["totaal"])]
    cells: list[tuple[Cell, ...]] = [tuple(paragraph(words, NUMBER_HEAD) for words in head)]
    for name, *counts in _years(tabel) if long else _periods(overzicht, tabel):
        cells.append((paragraph(name, VALUE), *(number(text) for text in counts)))
    narrow = (TEXT_WIDTH - _NAME) / (len(head) - 1)
    made = table(cells, (_NAME, *(narrow for _ in head[1:])), HEADED)
    return [paragraph(tabel.titel, HEADING), paragraph(tabel.toelichting, SMALL), made]


def _periods(overzicht: OverzichtView, tabel: TabelView) -> list[list[str]]:
    names = column_names(overzicht)
    return [
        [
            names[year],
            *(row.cellen[year].tekst for row in tabel.rijen),
            tabel.totaal[year].tekst if tabel.totaal else "",
        ]
        for year in with_figures(overzicht)
    ]


def _years(tabel: TabelView) -> list[list[str]]:
    """Return this period only, twelve months on a row: the ones before it are for the greater part the same months."""
    found = []
    for start in range(0, len(tabel.rijen), _YEAR):
        rows = tabel.rijen[start : start + _YEAR]
        texts = [row.cellen[0].tekst for row in rows]
        found.append([_name_of(rows[0]), *texts, *([""] * (_YEAR - len(texts)))])
    return found


def _name_of(first: RijView) -> str:
    """Return what a row of twelve months is called: "2025", or "vanaf aug 25" when it does not begin in January."""
    word, _, year = first.label.partition(" ")
    return year if word == "januari" else f"vanaf {_short_month(first.label, with_year=True)}"


def _short_month(name: str, *, with_year: bool = False) -> str:
    """Return a month in three letters as Dutch writes it: "jan", "mrt", and "mrt 26" with its year if it has one."""
    word, _, year = name.partition(" ")
    short = abbreviated_month(word)
    return f"{short} {year[-2:]}" if with_year and year else short
