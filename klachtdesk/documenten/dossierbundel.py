"""A whole dossier as one PDF: front page with contents, tijdlijn, forms, letters and what came in."""

import io
from collections.abc import Sequence
from typing import Final

import pikepdf
from reportlab.lib.styles import ParagraphStyle
from reportlab.lib.units import mm
from reportlab.platypus import Flowable, Table

from klachtdesk.documenten.blad import render_bladen
from klachtdesk.documenten.opmaak import (
    COLUMN_HEAD,
    HEADING,
    RULED,
    SMALL,
    SUBTITLE,
    TEXT_WIDTH,
    TITLE,
    VALUE,
    Cell,
    field_list,
    paragraph,
    paragraphs,
    table,
)
from klachtdesk.documenten.samenvoegen import Part, Unusable, join, pages_of
from klachtdesk.dutch import dutch_date
from klachtdesk.views.bundel import Bundel, BundelInhoud, Stuk
from klachtdesk.views.dossier import TijdlijnRegel
from klachtdesk.views.termijn import TermijnView

_PAGE_COLUMN: Final = 18 * mm
_PAGE: Final = ParagraphStyle("page", parent=VALUE, alignment=2)
_DATE_COLUMN: Final = 34 * mm


def render_bundel(inhoud: BundelInhoud) -> Bundel:
    """Put a dossier together; what can't be printed is named on the front page and in the answer, with why."""
    parts, left_out = _usable(inhoud.stukken)
    titel = f"Dossier {inhoud.dossier.nummer}"
    front = _front(inhoud, parts, [0] * len(parts), left_out)
    starts = [front.count + 1 + sum(part.count for part in parts[:place]) for place in range(len(parts))]
    front = _front(inhoud, parts, starts, left_out)  # the same rows, now with their numbers
    pdf = join([front, *parts], titel, inhoud.dossier.nummer)
    return Bundel(pdf, tuple(left_out))


def _usable(stukken: Sequence[Stuk]) -> tuple[list[Part], list[tuple[str, str]]]:
    parts: list[Part] = []
    left_out: list[tuple[str, str]] = []
    for stuk in stukken:
        titel = f"{stuk.titel}, {dutch_date(stuk.datum)}"
        try:
            parts.append(pages_of(titel, stuk.media_type, stuk.inhoud))
        except Unusable as reason:
            left_out.append((titel, str(reason)))
    return parts, left_out


def _front(
    inhoud: BundelInhoud, parts: Sequence[Part], starts: Sequence[int], left_out: Sequence[tuple[str, str]]
) -> Part:
    dossier = inhoud.dossier
    body: list[Flowable] = [
        paragraph(f"Dossier {dossier.nummer}", TITLE),
        paragraph(dossier.titel, SUBTITLE),
        field_list(_facts(inhoud)),
        paragraph("Inhoud", HEADING),
        _contents(parts, starts),
        *_omissions(left_out),
        *_people(inhoud),
        *_text("Omschrijving", dossier.omschrijving),
        *_text("Wens van de klager", dossier.wens),
        *_termijnen(dossier.termijnen),
        paragraph("Tijdlijn", HEADING),
        _tijdlijn(dossier.tijdlijn),
    ]
    return Part("Overzicht van het dossier", pikepdf.open(io.BytesIO(render_bladen(body))), whole_page=True)


def _facts(inhoud: BundelInhoud) -> list[tuple[str, str]]:
    dossier = inhoud.dossier
    return [
        ("Kantoor", inhoud.kantoor.naam),
        ("Reglement", dossier.reglement),
        ("Ontvangen op", "" if dossier.ontvangen_op is None else dutch_date(dossier.ontvangen_op)),
        ("Onderwerpen", ", ".join(dossier.onderwerpen)),
        ("Stand", dossier.status),
        ("Bewaren", dossier.bewaren.status_label),
        ("Samengesteld op", dutch_date(inhoud.datum)),
    ]


def _contents(parts: Sequence[Part], starts: Sequence[int]) -> Table:
    rows: list[tuple[Cell, ...]] = [(paragraph("Overzicht van het dossier", VALUE), paragraph("1", _PAGE))]
    rows += [
        (paragraph(part.titel, VALUE), paragraph(str(start), _PAGE))
        for part, start in zip(parts, starts, strict=True)
    ]
    return table(rows, (TEXT_WIDTH - _PAGE_COLUMN, _PAGE_COLUMN), RULED)


def _omissions(left_out: Sequence[tuple[str, str]]) -> list[Flowable]:
    if not left_out:
        return []
    rows: list[tuple[Cell, ...]] = [
        (paragraph(titel, VALUE), paragraph(why, SMALL)) for titel, why in left_out
    ]
    return [
        paragraph("Wel in het dossier, niet in deze bundel", HEADING),
        table(rows, (TEXT_WIDTH * 0.55, TEXT_WIDTH * 0.45), RULED),
    ]


def _people(inhoud: BundelInhoud) -> list[Flowable]:
    rows: list[tuple[Cell, ...]] = [
        (
            paragraph(person.rol_label, SMALL),
            paragraph(", ".join(filter(None, (person.naam, person.functie, person.organisatie))), VALUE),
            paragraph("\n".join(filter(None, (person.telefoon, person.email))), SMALL),
        )
        for person in inhoud.dossier.personen
    ]
    if not rows:
        return []
    widths = (_DATE_COLUMN, TEXT_WIDTH - _DATE_COLUMN - 52 * mm, 52 * mm)
    return [paragraph("Personen", HEADING), table(rows, widths, RULED)]


def _text(titel: str, text: str) -> list[Flowable]:
    return [paragraph(titel, HEADING), *paragraphs(text)] if text.strip() else []


def _termijnen(termijnen: Sequence[TermijnView]) -> list[Flowable]:
    rows: list[tuple[Cell, ...]] = [
        (
            paragraph(dutch_date(item.einde), VALUE),
            paragraph(f"{item.label} ({item.artikel})", VALUE),
            paragraph(item.status_label, SMALL),
        )
        for item in termijnen
    ]
    if not rows:
        return []
    head = tuple(paragraph(words, COLUMN_HEAD) for words in ("Uiterlijk", "Termijn", "Stand"))
    widths = (_DATE_COLUMN, TEXT_WIDTH - _DATE_COLUMN - 40 * mm, 40 * mm)
    return [paragraph("Termijnen", HEADING), table([head, *rows], widths, RULED, repeatRows=1)]


def _tijdlijn(regels: Sequence[TijdlijnRegel]) -> Table:
    head = tuple(paragraph(words, COLUMN_HEAD) for words in ("Datum", "Wat er gebeurde", "Vastgelegd door"))
    rows: list[tuple[Cell, ...]] = [
        (paragraph(dutch_date(regel.datum), VALUE), _happened(regel), paragraph(regel.vastgelegd_door, SMALL))
        for regel in regels
    ]
    widths = (_DATE_COLUMN, TEXT_WIDTH - _DATE_COLUMN - 34 * mm, 34 * mm)
    return table([head, *rows], widths, RULED, repeatRows=1)


def _happened(regel: TijdlijnRegel) -> list[Flowable]:
    words = f"{regel.label} (vervangen, telt niet meer)" if regel.vervangen else regel.label
    found: list[Flowable] = [paragraph(words, VALUE)]
    for label, value in regel.details:
        found += paragraphs(f"{label}: {value}", SMALL)
    return found
