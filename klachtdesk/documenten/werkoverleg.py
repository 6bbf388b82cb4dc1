"""The list for the werkoverleg (10 voor Taal 2.4): the open klachten by number, how they stand and what was agreed."""

from collections.abc import Sequence
from typing import Final

from reportlab.lib.units import mm
from reportlab.platypus import Flowable, Spacer, Table

from klachtdesk.documenten.opmaak import (
    BODY,
    COLUMN_HEAD,
    LINE,
    SMALL,
    STRONG,
    SUBTITLE,
    TEXT_WIDTH,
    TITLE,
    VALUE,
    Cell,
    paragraph,
    paragraphs,
    table,
)
from klachtdesk.documenten.pagina import Briefhoofd, render_pdfa
from klachtdesk.dutch import dutch_date
from klachtdesk.views.kantoor import KantoorView
from klachtdesk.views.overzicht import WerkoverlegRegel, WerkoverlegView

_NUMBER: Final = 22 * mm
_STAND: Final = 46 * mm
_DUE: Final = 40 * mm
_NOTES_ROOM: Final = 13 * mm
_ROWS: Final = (
    ("LINEBELOW", (0, 0), (-1, -1), 0.4, LINE),
    ("RIGHTPADDING", (0, 0), (-2, -1), 3 * mm),
    ("TOPPADDING", (0, 0), (-1, -1), 4),
    ("BOTTOMPADDING", (0, 0), (-1, -1), 5),
)


def render_werkoverleg(werkoverleg: WerkoverlegView, kantoor: KantoorView) -> bytes:
    """Return the list as PDF/A-2b, with room below each klacht to write down what was said."""
    body: list[Flowable] = [
        paragraph("Werkoverleg: open klachten", TITLE),
        paragraph(f"Stand op {dutch_date(werkoverleg.datum)}", SUBTITLE),
    ]
    if werkoverleg.regels:
        body.append(_table(werkoverleg.regels))
    else:
        body.append(paragraph("Er zijn op dit moment geen open klachten.", BODY))
    day = dutch_date(werkoverleg.datum)
    voet = f"Werkoverleg van {day}"
    return render_pdfa(body, Briefhoofd(kantoor, "Werkoverleg", day, werkoverleg.datum, voet=voet))


def _table(regels: Sequence[WerkoverlegRegel]) -> Table:
    head = ("Dossier", "Waar het over gaat", "Hoe het ervoor staat", "Uiterlijk")
    rows: list[tuple[Cell, ...]] = [tuple(paragraph(words, COLUMN_HEAD) for words in head)]
    rows += [_row(regel) for regel in regels]
    widths = (_NUMBER, TEXT_WIDTH - _NUMBER - _STAND - _DUE, _STAND, _DUE)
    return table(rows, widths, _ROWS, repeatRows=1)


def _row(regel: WerkoverlegRegel) -> tuple[Cell, ...]:
    about: list[Flowable] = [paragraph(", ".join(regel.onderwerpen) or "Nog geen onderwerp", VALUE)]
    for actie in regel.actiepunten:
        who = f", {actie.wie}" if actie.wie else ""
        late = " (te laat)" if actie.te_laat else ""
        what = actie.omschrijving.strip().removesuffix(".")
        about += paragraphs(f"{what}{who}, uiterlijk {dutch_date(actie.uiterlijk)}{late}", SMALL)
    about.append(Spacer(1, _NOTES_ROOM))
    since = "" if regel.binnengekomen_op is None else f"Sinds {dutch_date(regel.binnengekomen_op)}"
    stand: list[Flowable] = [
        paragraph(regel.status, VALUE),
        *_small(f"Fase: {regel.fase}", f"Aan zet: {regel.aan_zet}" if regel.aan_zet else "", since),
    ]
    due: list[Flowable] = [paragraph("" if regel.uiterlijk is None else dutch_date(regel.uiterlijk), VALUE)]
    due += _small(regel.termijn, "Te laat" if regel.te_laat else "")
    return paragraph(regel.nummer, STRONG), about, stand, due


def _small(*lines: str) -> list[Flowable]:
    return [paragraph(line, SMALL) for line in lines if line]
