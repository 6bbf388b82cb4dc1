"""The folder of the procedure: the main points on one page, and after that the regulation word for word."""

import re
from collections.abc import Iterator, Sequence
from typing import Final

from reportlab.lib.units import mm
from reportlab.platypus import Flowable, KeepTogether, PageBreak, Spacer, Table

from klachtdesk.documenten.opmaak import (
    BODY,
    COLUMN_HEAD,
    HEADING,
    INTRO,
    RULED,
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
from klachtdesk.dutch import capital, dutch_date, in_a_row
from klachtdesk.views.folder import FolderInhoud, FolderTermijn
from klachtdesk.views.kantoorgegevens import FunctionarisView, InstantieView

_NAME_COLUMN: Final = 86 * mm
_PLACE_COLUMN: Final = 42 * mm
_POINT: Final = re.compile(r"^\s*(\d+\.|[-\u2013\u2022\u25cf\u00a7])\s")
_LONGEST_HEADING: Final = 90
"""Characters; the regulations come as plain text, in which only its shape tells a heading."""


_INTRODUCTION: Final = (
    "Bent u niet tevreden over ons, een training of een medewerker? Laat het ons weten. Hier leest u bij wie u "
    "terechtkunt en hoe lang het duurt. Daarna staat de hele tekst van het reglement."
)
_ANY_WAY: Final = (
    "U kunt uw klacht indienen zoals u dat het liefst doet: per telefoon, e-mail of brief, of mondeling."
)


def render_folder(inhoud: FolderInhoud) -> bytes:
    """Return the folder as PDF/A-2b; raises DocumentError for a regulation that is longer than a document may be."""
    check_size([inhoud.tekst])
    body = [
        *_opening(inhoud),
        *_contacts(inhoud.functionarissen),
        *_terms(inhoud),
        *_bodies(inhoud.instanties),
    ]
    body += [
        PageBreak(),
        paragraph("De volledige tekst", TITLE),
        paragraph(f"{inhoud.reglement}, van kracht sinds {dutch_date(inhoud.van_kracht)}", SUBTITLE),
        *_regulation(inhoud.tekst),
    ]
    head = Briefhoofd(inhoud.kantoor, "Folder", inhoud.reglement, inhoud.datum, vertrouwelijk=False)
    return render_pdfa(body, head)


def _opening(inhoud: FolderInhoud) -> list[Flowable]:
    how = f"U kunt uw klacht indienen {in_a_row(inhoud.kanalen, 'of')}." if inhoud.kanalen else _ANY_WAY
    return [
        paragraph("Een klacht? Zo gaat dat bij ons", TITLE),
        paragraph(inhoud.reglement, SUBTITLE),
        paragraph(_INTRODUCTION, INTRO),
        paragraph("Uw klacht indienen", HEADING),
        paragraph(how, BODY),
        *(paragraph(zin, BODY) for zin in inhoud.mededelingen),
    ]


def _contacts(people: Sequence[FunctionarisView]) -> list[Flowable]:
    rows: list[tuple[Cell, ...]] = [
        (
            [paragraph(item.naam or item.functie, STRONG), paragraph(item.functie, SMALL)]
            if item.naam
            else paragraph(capital(item.functie), STRONG),
            _reach((item.adres, item.telefoon, item.email, item.website)),
        )
        for item in _reachable(people)
    ]
    return _section("Bij wie u terechtkunt", rows)


def _reachable(people: Sequence[FunctionarisView]) -> Sequence[FunctionarisView]:
    """Leave out who has only a functie: nobody can turn to that. Where all have only that, all stay."""
    known = [item for item in people if any((item.naam, item.adres, item.telefoon, item.email, item.website))]
    return known or people


def _bodies(instanties: Sequence[InstantieView]) -> list[Flowable]:
    rows: list[tuple[Cell, ...]] = []
    for item in instanties:
        told = [item.kosten, "De uitspraak is bindend." if item.bindend else "De uitspraak is niet bindend."]
        name: Cell = [paragraph(item.naam, STRONG), *(paragraph(words, SMALL) for words in told if words)]
        rows.append((name, _reach((item.adres, item.telefoon, item.email, item.website))))
    return _section("Komt u er met ons niet uit?", rows)


def _section(titel: str, rows: Sequence[tuple[Cell, ...]]) -> list[Flowable]:
    if not rows:
        return []
    commands = [*RULED, ("RIGHTPADDING", (0, 0), (0, -1), 5 * mm)]
    made = table(rows, (_NAME_COLUMN, TEXT_WIDTH - _NAME_COLUMN), commands)
    return [KeepTogether([paragraph(titel, HEADING), made])]


def _reach(lines: Sequence[str]) -> Cell:
    known = [paragraph(line, SMALL) for line in lines if line.strip()]
    return list(known) or paragraph("Via het kantoor", SMALL)


def _terms(inhoud: FolderInhoud) -> list[Flowable]:
    ours = [item for item in inhoud.termijnen if not item.voor_klager]
    yours = [item for item in inhoud.termijnen if item.voor_klager]
    return [*_term_table("Hoe lang het duurt", ours), *_term_table("Hoe lang u de tijd hebt", yours)]


def _term_table(titel: str, termijnen: Sequence[FolderTermijn]) -> list[Flowable]:
    if not termijnen:
        return []
    head = tuple(paragraph(words, COLUMN_HEAD) for words in ("Wat", "Binnen", "Waar het staat"))
    rows: list[tuple[Cell, ...]] = [
        (paragraph(item.label, VALUE), paragraph(item.duur, VALUE), paragraph(item.artikel, SMALL))
        for item in termijnen
    ]
    widths: tuple[float, ...] = (TEXT_WIDTH - 30 * mm - _PLACE_COLUMN, 30 * mm, _PLACE_COLUMN)
    made: Table = table([head, *rows], widths, RULED, repeatRows=1)
    return [KeepTogether([paragraph(titel, HEADING), made, *_later(termijnen)])]


def _later(termijnen: Sequence[FolderTermijn]) -> list[Flowable]:
    names = [item.label.lower() for item in termijnen if item.verdaagbaar]
    if not names:
        return []
    words = f"Soms is meer tijd nodig voor: {', '.join(names)}. U krijgt dan op tijd bericht, met een nieuwe datum."
    return [Spacer(0, 2 * mm), paragraph(words, BODY)]


def _regulation(tekst: str) -> Iterator[Flowable]:
    """Yield the text as it is, with headings set apart by their shape."""
    lines = [line.strip() for line in tekst.splitlines()]
    for before, line, after in zip(["", *lines], lines, [*lines[1:], ""], strict=False):
        if not line:
            continue
        alone = not before and not after
        if alone and len(line) <= _LONGEST_HEADING and line[-1] not in ".;:," and not _POINT.match(line):
            yield paragraph(line, HEADING)
        else:
            yield from paragraphs(line, BODY)
