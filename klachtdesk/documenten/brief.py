"""The letter: an address where a window envelope shows it, what it is about, its text, and who signs it."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final

from reportlab.lib.styles import ParagraphStyle
from reportlab.lib.units import mm
from reportlab.platypus import Flowable, KeepTogether, Paragraph, Spacer

from klachtdesk.brieven.waarden import Blok, Brieftekst, Kop, Lijst, Tabel
from klachtdesk.documenten.adresvak import Adresvak
from klachtdesk.documenten.opmaak import (
    ACCENT,
    BODY,
    COLUMN_HEAD,
    HEADING,
    LABEL,
    LINE,
    SMALL,
    STRONG,
    TEXT_WIDTH,
    VALUE,
    check_names,
    check_size,
    paragraph,
    paragraphs,
    table,
)
from klachtdesk.documenten.pagina import Briefhoofd, render_pdfa
from klachtdesk.documenten.slot import Slot
from klachtdesk.dutch import dutch_date
from klachtdesk.typografie import REGULAR
from klachtdesk.views.kantoor import KantoorView

_GROET: Final = "Met vriendelijke groet,"
_LABEL_WIDTH: Final = 30 * mm
_ROOM_TO_SIGN: Final = 15 * mm
_NARROWEST, _WIDEST = 10, 45
"""Characters that decide how wide a column of a table is."""
_INDENT: Final = 4.5 * mm
_ITEM: Final = ParagraphStyle(
    "item", parent=BODY, leftIndent=_INDENT, bulletIndent=0, bulletFontName=REGULAR, spaceAfter=2
)
_LAST_ITEM: Final = ParagraphStyle("last item", parent=_ITEM, spaceAfter=BODY.spaceAfter)
_SUBHEADING: Final = ParagraphStyle("subheading", parent=HEADING, fontSize=10.5, spaceBefore=7, spaceAfter=2)
_CLOSING: Final = ParagraphStyle("closing", parent=BODY, spaceBefore=9, spaceAfter=_ROOM_TO_SIGN)


@dataclass(frozen=True, slots=True)
class BriefInhoud:
    """What stands in one letter. Texts are as typed; nothing in them is read as markup."""

    kantoor: KantoorView
    titel: str
    """What kind of letter it is, such as "Ontvangstbevestiging"; it names no person."""
    kenmerk: str
    datum: date
    adres: tuple[str, ...]
    """The lines behind the window, the name first."""
    tekst: Brieftekst
    ondertekening: tuple[str, ...]
    """The lines below the greeting: the name, the functie, what the office adds."""
    bijlagen: tuple[str, ...] = ()
    kopie_aan: tuple[str, ...] = ()
    """The names of those who get a copy."""
    kopie_van: str = ""
    """On a copy: to whom the letter itself went."""


def render_brief(inhoud: BriefInhoud) -> bytes:
    """Lay out a letter as validated PDF/A-2b; equal input gives equal bytes.

    Raises DocumentError that says what is too long, or that the logo can't be read.
    """
    _check_sizes(inhoud)
    briefhoofd = Briefhoofd(inhoud.kantoor, inhoud.titel, inhoud.kenmerk, inhoud.datum)
    body = [*_reference(inhoud), *_text(inhoud)]
    return render_pdfa(body, briefhoofd, Adresvak(inhoud.adres, inhoud.kantoor.venster))


def texts_of(inhoud: BriefInhoud) -> Iterator[str]:
    """Yield every text that is printed, to look for what can't be."""
    kantoor = inhoud.kantoor
    yield from (kantoor.naam, kantoor.adres, kantoor.plaats, kantoor.antwoordadres, inhoud.titel)
    yield from (*inhoud.adres, *inhoud.ondertekening, *inhoud.bijlagen, *inhoud.kopie_aan)
    yield from (inhoud.kopie_van, inhoud.tekst.onderwerp)
    for blok in inhoud.tekst.blokken:
        yield from _texts_in(blok)


def _texts_in(blok: Blok) -> Iterator[str]:
    if isinstance(blok, Lijst):
        yield from blok.items
    elif isinstance(blok, Tabel):
        yield from blok.kop
        for rij in blok.rijen:
            yield from rij
    else:
        yield blok.tekst


def _check_sizes(inhoud: BriefInhoud) -> None:
    check_names(
        [
            ("het onderwerp", inhoud.tekst.onderwerp),
            *(("een regel van het adres", regel) for regel in inhoud.adres),
            *(("een regel van de ondertekening", regel) for regel in inhoud.ondertekening),
            *(("de naam bij de kopie", naam) for naam in (*inhoud.kopie_aan, inhoud.kopie_van)),
        ]
    )
    check_size(list(texts_of(inhoud)))


def _reference(inhoud: BriefInhoud) -> Iterator[Flowable]:
    """When, under which kenmerk and about what; and of which letter it is a copy, where it is one."""
    place = f"{inhoud.kantoor.plaats.strip()}, ".removeprefix(", ")
    rows = [
        ("Datum", paragraph(f"{place}{dutch_date(inhoud.datum)}", VALUE)),
        ("Ons kenmerk", paragraph(inhoud.kenmerk, VALUE)),
        ("Antwoordadres", paragraph(inhoud.kantoor.antwoordadres, VALUE)),
        ("Kopie", paragraph(inhoud.kopie_van and f"van de brief aan {inhoud.kopie_van}", VALUE)),
        ("Betreft", paragraph(inhoud.tekst.onderwerp, STRONG)),
    ]
    cells = [(paragraph(label, LABEL), value) for label, value in rows if value.text]
    same_baseline = VALUE.fontSize - LABEL.fontSize
    commands = [("TOPPADDING", (0, 0), (0, -1), same_baseline)]
    yield table(cells, (_LABEL_WIDTH, TEXT_WIDTH - _LABEL_WIDTH), commands, spaceAfter=7 * mm)


def _text(inhoud: BriefInhoud) -> list[Flowable]:
    """The text with its end: what follows the last paragraph never stands alone on a page."""
    body = [piece for blok in inhoud.tekst.blokken for piece in _flowables(blok)]
    closing = _closing(inhoud)
    if body and isinstance(body[-1], Paragraph):
        return [*body[:-1], Slot(body[-1], closing)]
    return [*body, KeepTogether(closing)]


def _flowables(blok: Blok) -> Sequence[Flowable]:
    if isinstance(blok, Kop):
        return [paragraph(blok.tekst, _SUBHEADING)]
    if isinstance(blok, Lijst):
        return _list(blok)
    if isinstance(blok, Tabel):
        return [_table(blok)]
    return paragraphs(blok.tekst)


def _list(blok: Lijst) -> list[Flowable]:
    styles = [_ITEM] * (len(blok.items) - 1) + [_LAST_ITEM]
    return [
        paragraph(item, style, bullet="•") for item, style in zip(blok.items, styles, strict=True) if item
    ]


def _table(blok: Tabel) -> Flowable:
    head = [tuple(paragraph(cell, COLUMN_HEAD) for cell in blok.kop)] if any(blok.kop) else []
    rows = [*head, *(tuple(paragraph(cell, VALUE) for cell in rij) for rij in blok.rijen)]
    commands = [
        ("RIGHTPADDING", (0, 0), (-2, -1), 5 * mm),
        ("TOPPADDING", (0, 0), (-1, -1), 2.5),
        ("BOTTOMPADDING", (0, 0), (-1, -1), 3.5),
        ("LINEBELOW", (0, 0), (-1, -1), 0.5, LINE),
    ]
    if head:
        commands.append(("LINEBELOW", (0, 0), (-1, 0), 0.8, ACCENT))
    return table(rows, _widths(blok), commands, repeatRows=len(head), spaceBefore=2, spaceAfter=10)


def _widths(blok: Tabel) -> list[float]:
    """Return the widths of the columns in points: a column with long texts gets more than one with dates."""
    rows = [row for row in (blok.kop, *blok.rijen) if row]
    lengths = [[min(_WIDEST, len(cell)) for cell in column] for column in zip(*rows, strict=True)]
    weights = [max(_NARROWEST, (max(column) + sum(column) / len(column)) / 2) for column in lengths]
    return [TEXT_WIDTH * weight / sum(weights) for weight in weights]


def _closing(inhoud: BriefInhoud) -> list[Flowable]:
    """The greeting with room to sign, who signs, and what goes along."""
    names = [paragraph(regel, VALUE) for regel in inhoud.ondertekening if regel.strip()]
    parts: list[Flowable] = [paragraph(_GROET, _CLOSING), *names]
    along = [
        *_along("Bijlage", "Bijlagen", inhoud.bijlagen),
        *_along("Kopie aan", "Kopie aan", inhoud.kopie_aan),
    ]
    return [*parts, Spacer(0, 5 * mm), *along] if along else parts


def _along(one: str, several: str, what: tuple[str, ...]) -> list[Flowable]:
    return [paragraph(f"{one if len(what) == 1 else several}: {', '.join(what)}", SMALL)] if what else []
