"""The calendar of a period on paper: day by day what must be done, without the names of people."""

from collections.abc import Sequence
from datetime import date
from itertools import groupby
from typing import Final

from reportlab.lib.units import mm
from reportlab.platypus import Flowable, KeepTogether

from klachtdesk.documenten.opmaak import (
    BODY,
    HEADING,
    LINE,
    SMALL,
    STRONG,
    SUBTITLE,
    TEXT_WIDTH,
    TITLE,
    VALUE,
    Cell,
    paragraph,
    table,
)
from klachtdesk.documenten.pagina import Briefhoofd, render_pdfa
from klachtdesk.dutch import WEEKDAGEN, dutch_date
from klachtdesk.views.kantoor import KantoorView
from klachtdesk.views.termijn import KalenderDag, KalenderItem

_KINDS: Final = {"einde": "Laatste dag", "streefdatum": "Streefdatum", "actiepunt": "Actiepunt"}
_DAY_COLUMN: Final = 46 * mm
_NUMBER_COLUMN: Final = 24 * mm
_KIND_COLUMN: Final = 26 * mm
_ROWS: Final = (
    ("LINEABOVE", (0, 0), (-1, 0), 0.6, LINE),
    ("TOPPADDING", (0, 0), (-1, -1), 3),
    ("BOTTOMPADDING", (0, 0), (-1, -1), 3),
)


def render_kalenderlijst(
    kantoor: KantoorView, dagen: Sequence[KalenderDag], van: date, tot: date, vandaag: date
) -> bytes:
    """Return what is due from `van` to `tot`, as PDF/A-2b; days without anything are left out.

    Dossiers stand in it by number only: it may hang on a wall.
    """
    body: list[Flowable] = [
        paragraph("Kalender", TITLE),
        paragraph(f"{dutch_date(van)} tot en met {dutch_date(tot)}", SUBTITLE),
    ]
    busy = [dag for dag in dagen if dag.items]
    if not busy:
        body.append(paragraph("In deze periode hoeft er voor geen enkel dossier iets te gebeuren.", BODY))
    for (jaar, week), days in groupby(busy, key=lambda dag: dag.datum.isocalendar()[:2]):
        body += _week(f"Week {week}, {jaar}", list(days))
    return render_pdfa(body, Briefhoofd(kantoor, "Kalender", f"{van:%Y-%m}", vandaag))


def _week(titel: str, days: Sequence[KalenderDag]) -> list[Flowable]:
    made: list[Flowable] = [_day(dag) for dag in days]
    return [KeepTogether([paragraph(titel, HEADING), made[0]]), *made[1:]]


def _day(dag: KalenderDag) -> Flowable:
    day = f"{WEEKDAGEN[dag.datum.weekday()]} {dag.datum.day}-{dag.datum.month}"
    name: list[Flowable] = [paragraph(day, STRONG)]
    if dag.feestdag:
        name.append(paragraph(dag.feestdag, SMALL))
    rows: list[tuple[Cell, ...]] = [
        (name if place == 0 else [], *_cells(item)) for place, item in enumerate(dag.items)
    ]
    widths = (
        _DAY_COLUMN,
        TEXT_WIDTH - _DAY_COLUMN - _NUMBER_COLUMN - _KIND_COLUMN,
        _NUMBER_COLUMN,
        _KIND_COLUMN,
    )
    return table(rows, widths, _ROWS)


def _cells(item: KalenderItem) -> tuple[Cell, ...]:
    """Return what an item says; an actiepunt is in somebody's own words, which may name a person."""
    words = "Zie het dossier" if item.soort == "actiepunt" else item.label
    kind = "Te laat" if item.te_laat else _KINDS[item.soort]
    return paragraph(words, VALUE), paragraph(item.nummer, VALUE), paragraph(kind, SMALL)
