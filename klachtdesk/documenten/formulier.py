"""A form of a dossier on paper: every field of the catalogue with what is filled in, as on the screen."""

from collections.abc import Iterator, Sequence
from typing import Final

from reportlab.lib.styles import ParagraphStyle
from reportlab.lib.units import mm
from reportlab.platypus import CondPageBreak, Flowable, HRFlowable, KeepTogether, Table

from klachtdesk.documenten.opmaak import (
    ACCENT,
    COLUMN_HEAD,
    HEADING,
    LINE,
    SMALL,
    STRONG,
    SUBTITLE,
    TEXT_WIDTH,
    TITLE,
    VALUE,
    Cell,
    check_size,
    paragraph,
    paragraphs,
    table,
)
from klachtdesk.documenten.pagina import Briefhoofd, render_pdfa
from klachtdesk.dutch import dutch_date
from klachtdesk.formulieren import Sectie, Veld, VeldSoort, row_numbers
from klachtdesk.formulieren.catalogus import ROL_VELDEN
from klachtdesk.views.formulier_pdf import FormulierInhoud

TICKED: Final = "\N{BALLOT BOX WITH X}"
OPEN: Final = "\N{BALLOT BOX}"
NOTHING: Final = "\N{EN DASH}"
"""Stands where nothing was filled in, so that nobody takes it for something left off the page."""

_GUTTER: Final = 6 * mm
_HALF: Final = (TEXT_WIDTH - _GUTTER) / 2
_ROOM: Final = 22 * mm
"""A heading starts on the next page when less than this is left below it."""

_UNDER: Final = ParagraphStyle("under the title", parent=SUBTITLE, spaceAfter=1)
_FIELD: Final = ParagraphStyle("form field", parent=VALUE, leading=13.5)
_LONG: Final = ParagraphStyle("form story", parent=VALUE, leading=14, spaceAfter=4)
_ROW: Final = ParagraphStyle("form row", parent=STRONG, spaceBefore=3, keepWithNext=1)
_CHOICES: Final = frozenset({VeldSoort.KEUZE, VeldSoort.MEERKEUZE, VeldSoort.JA_NEE})


def render_formulier(inhoud: FormulierInhoud) -> bytes:
    """Lay a form out on the letterhead of the office as PDF/A-2b; equal input gives equal bytes.

    Raises DocumentError when what is filled in is longer than a document may be.
    """
    briefhoofd = Briefhoofd(inhoud.kantoor, inhoud.formulier.titel, inhoud.kenmerk, inhoud.datum)
    return render_pdfa(formulier_flowables(inhoud), briefhoofd)


def formulier_flowables(inhoud: FormulierInhoud) -> list[Flowable]:
    """Return the form without its letterhead, to stand in another document; raises as `render_formulier`."""
    check_size(list(inhoud.waarden.values()))
    story: list[Flowable] = [
        paragraph(inhoud.formulier.titel, TITLE),
        paragraph(f"Dossier {inhoud.kenmerk}, stand op {dutch_date(inhoud.datum)}", _UNDER),
        paragraph(inhoud.reglement, SMALL),
    ]
    for sectie in inhoud.formulier.secties:
        story += _sectie(sectie, inhoud)
    return story


def _sectie(sectie: Sectie, inhoud: FormulierInhoud) -> Iterator[Flowable]:
    yield CondPageBreak(_ROOM)
    yield paragraph(sectie.titel, HEADING)
    numbers = row_numbers(sectie, dict(inhoud.waarden))
    if not numbers:
        yield paragraph(sectie.leeg, SMALL)
    elif sectie.rij is None or sectie.rij in ROL_VELDEN:
        for nummer in numbers:
            if len(numbers) > 1:
                yield paragraph(f"{sectie.enkelvoud.capitalize()} {nummer}", _ROW)
            yield from _fields(sectie, nummer, inhoud)
    else:
        yield _rows(sectie, numbers, inhoud)


def _fields(sectie: Sectie, nummer: int, inhoud: FormulierInhoud) -> Iterator[Flowable]:
    """Yield short fields two by two, and what needs the width on lines of its own."""
    pair: list[list[Flowable]] = []
    for veld in sectie.velden:
        text = inhoud.waarden.get(sectie.raw_key(veld, nummer), "")
        if veld.soort in _CHOICES or veld.soort is VeldSoort.LANGE_TEKST:
            yield from _grid(pair)
            pair = []
            yield from _wide(veld, text)
        else:
            pair.append([paragraph(veld.label, SMALL), paragraph(text.strip() or NOTHING, _FIELD)])
            if len(pair) == 2:  # noqa: PLR2004 - a pair
                yield from _grid(pair)
                pair = []
    yield from _grid(pair)


def _wide(veld: Veld, text: str) -> Iterator[Flowable]:
    label = paragraph(veld.label, ParagraphStyle("label above", parent=SMALL, spaceBefore=2, keepWithNext=1))
    if veld.soort in _CHOICES:
        choices = paragraph(ticked(veld, text), ParagraphStyle("choices", parent=_LONG, spaceAfter=3))
        yield KeepTogether([label, choices, _line()])
    else:
        yield label
        yield from paragraphs(text, _LONG) or [paragraph(NOTHING, _LONG)]
        yield _line()


def _line() -> Flowable:
    return HRFlowable(width="100%", thickness=0.4, color=LINE, spaceBefore=0, spaceAfter=2)


def _grid(pair: Sequence[list[Flowable]]) -> list[Flowable]:
    """Return one line of fields, which no page break splits, or nothing."""
    if not pair:
        return []
    cells: list[Cell] = [*pair, *([[]] * (2 - len(pair)))]
    commands = [
        ("RIGHTPADDING", (0, 0), (0, 0), _GUTTER),
        ("TOPPADDING", (0, 0), (-1, -1), 2),
        ("BOTTOMPADDING", (0, 0), (-1, -1), 4),
        ("LINEBELOW", (0, 0), (-1, -1), 0.4, LINE),
    ]
    return [KeepTogether([table([tuple(cells)], (_HALF + _GUTTER, _HALF), commands)])]


def _rows(sectie: Sectie, numbers: Sequence[int], inhoud: FormulierInhoud) -> Table:
    """Return the rows of a section as a table: the first column gets the room that the others leave."""
    head = tuple(paragraph(veld.label, COLUMN_HEAD) for veld in sectie.velden)
    body = [
        tuple(_cell(veld, inhoud.waarden.get(sectie.raw_key(veld, nummer), "")) for veld in sectie.velden)
        for nummer in numbers
    ]
    wide = 2.2
    part = TEXT_WIDTH / (len(sectie.velden) - 1 + wide)
    widest = max(range(len(sectie.velden)), key=lambda place: sectie.velden[place].sleutel == "omschrijving")
    widths = [part * (wide if place == widest else 1) for place in range(len(sectie.velden))]
    commands = [
        ("RIGHTPADDING", (0, 0), (-2, -1), 3 * mm),
        ("TOPPADDING", (0, 0), (-1, -1), 3),
        ("BOTTOMPADDING", (0, 0), (-1, -1), 4),
        ("LINEBELOW", (0, 0), (-1, 0), 0.8, ACCENT),
        ("LINEBELOW", (0, 1), (-1, -1), 0.5, LINE),
    ]
    return table([head, *body], widths, commands, repeatRows=1)


def _cell(veld: Veld, text: str) -> Flowable:
    shown = veld.label_of(text) if veld.soort is VeldSoort.KEUZE and text else text.strip()
    return paragraph(shown or NOTHING, _FIELD)


def ticked(veld: Veld, text: str) -> str:
    """Return all answers of a field with a box before each, ticked where chosen; one no longer listed as well."""
    known = {keuze.sleutel: keuze.label for keuze in veld.keuzes}
    if veld.soort is VeldSoort.JA_NEE:
        known = {"ja": "Ja", "nee": "Nee"}
    chosen = text.split()
    answers = {**known, **{key: key for key in chosen if key not in known}}
    blank = "\N{NO-BREAK SPACE}"
    boxes = (
        f"{TICKED if key in chosen else OPEN}{blank}{label.replace(' ', blank)}"
        for key, label in answers.items()
    )
    return f"{blank * 3} ".join(boxes) or NOTHING
