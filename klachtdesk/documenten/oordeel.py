"""The oordeel: the judgement on a klacht, with the boxes in which the parties sign it."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from reportlab.lib.units import mm
from reportlab.platypus import Flowable, KeepTogether, Paragraph, Spacer, Table

from klachtdesk.documenten.handtekeningblok import Handtekeningblok, Handtekeningregel, handtekeningregels
from klachtdesk.documenten.opmaak import (
    ACCENT,
    BODY,
    COLUMN_HEAD,
    HEADING,
    INTRO,
    LINE,
    QUOTE,
    SMALL,
    STRONG,
    SUBTITLE,
    TEXT_WIDTH,
    TINT,
    TITLE,
    VALUE,
    Cell,
    check_names,
    check_size,
    field_list,
    paragraph,
    paragraphs,
    section,
    table,
)
from klachtdesk.documenten.pagina import NEXT_PAGE_HEIGHT, Briefhoofd, render_pdfa
from klachtdesk.dutch import capital, dutch_date
from klachtdesk.errors import DocumentError
from klachtdesk.reglement.parts import vindplaats_of
from klachtdesk.views.ondertekening import Handtekeningvak
from klachtdesk.views.oordeel import GrondslagView, OnderdeelView, OordeelInhoud, PartijView

SIGNING_ROLES: Final = ("klager", "klachtenfunctionaris", "betrokkene")
MAX_PARTIJEN: Final = 5
_VERDICT_WIDTH: Final = 32 * mm
_HOW_TO_SIGN: Final = "Iedere partij tekent hieronder in het eigen vak. De volgorde maakt niet uit."
_AFTER: Final = "Voor de klager: als u het niet eens bent met dit oordeel"
"""The betrokkene gets the oordeel as well, and can't take it any further."""


@dataclass(frozen=True, slots=True)
class RenderedOordeel:
    """The PDF, and where its parties sign; no boxes when nobody has to sign."""

    pdf: bytes
    velden: tuple[Handtekeningvak, ...]


def render_oordeel(inhoud: OordeelInhoud) -> RenderedOordeel:
    """Lay out the oordeel as PDF/A-2b; equal input gives equal bytes.

    With `inhoud.ondertekening` it ends in a box for each party, together on one page (Interactie,
    artikel 5.7).
    Raises DocumentError that names what is missing, or says what is too long.
    """
    _check_complete(inhoud)
    _check_sizes(inhoud)
    regels = handtekeningregels(inhoud.partijen) if inhoud.ondertekening else []
    body = [*_opening(inhoud), *_reasoning(inhoud), *_verdict(inhoud), *_closing(inhoud, regels)]
    briefhoofd = Briefhoofd(inhoud.kantoor, "Oordeel", inhoud.kenmerk, inhoud.datum)
    pdf = render_pdfa(body, briefhoofd)
    return RenderedOordeel(pdf, tuple(regel.vak for regel in regels if regel.vak))


def _check_complete(inhoud: OordeelInhoud) -> None:
    needed = {
        "het kenmerk": inhoud.kenmerk,
        "de naam van de klager": inhoud.klager.naam,
        "de naam van de behandelaar": inhoud.behandelaar.naam,
        "de bevindingen": inhoud.bevindingen,
        "het oordeel over de klacht als geheel": inhoud.gegrondheid,
    }
    missing = [label for label, value in needed.items() if not value.strip()]
    if inhoud.ondertekening:
        named = {partij.rol for partij in inhoud.partijen if partij.naam.strip()}
        missing += [f"de naam van de {rol} die ondertekent" for rol in SIGNING_ROLES if rol not in named]
        unnamed = (partij.rol for partij in inhoud.partijen if not partij.naam.strip())
        missing += [f"de naam van een {rol}" for rol in unnamed if rol in named]
    if missing:
        raise DocumentError(
            f"Het oordeel kan nog niet worden gemaakt. Er ontbreekt: {', '.join(missing)}.",
            "Vul dit eerst in het dossier in.",
        )
    if len(inhoud.partijen) > MAX_PARTIJEN:
        raise DocumentError(
            f"Er zijn {len(inhoud.partijen)} ondertekenaars; er passen er {MAX_PARTIJEN} op één pagina.",
            "Laat minder personen ondertekenen.",
        )


def _check_sizes(inhoud: OordeelInhoud) -> None:
    people = [inhoud.klager, *inhoud.betrokkenen, inhoud.behandelaar, *inhoud.partijen]
    names = [("het kenmerk", inhoud.kenmerk), ("het reglement", inhoud.reglement)]
    names += [(f"de naam bij {person.rol}", person.naam) for person in people]
    names += [(f"de organisatie bij {person.rol}", person.organisatie) for person in people]
    names += [("het onderwerp van een onderdeel", onderdeel.onderwerp) for onderdeel in inhoud.onderdelen]
    names += [("het oordeel over een onderdeel", onderdeel.gegrondheid) for onderdeel in inhoud.onderdelen]
    check_names([*names, ("het oordeel over de klacht als geheel", inhoud.gegrondheid)])
    check_size(
        [
            inhoud.klacht,
            inhoud.bevindingen,
            inhoud.reacties,
            inhoud.conclusies,
            inhoud.afhandeling,
            inhoud.aanbevelingen,
            inhoud.vervolg,
            *(onderdeel.omschrijving for onderdeel in inhoud.onderdelen),
        ]
    )


def _named(partij: PartijView) -> str:
    return f"{partij.naam}, {partij.organisatie}" if partij.organisatie.strip() else partij.naam


def _opening(inhoud: OordeelInhoud) -> list[Flowable]:
    betrokkenen = "\n".join(_named(betrokkene) for betrokkene in inhoud.betrokkenen)
    rows = [
        ("Kenmerk", inhoud.kenmerk),
        ("Datum", dutch_date(inhoud.datum)),
        ("Klager", _named(inhoud.klager)),
        ("Betrokkene" if len(inhoud.betrokkenen) == 1 else "Betrokkenen", betrokkenen),
        ("Klacht ontvangen op", dutch_date(inhoud.ontvangen_op)),
        (capital(inhoud.behandelaar.rol), _named(inhoud.behandelaar)),
        ("Reglement", inhoud.reglement),
        ("Uitkomst", inhoud.gegrondheid),
    ]
    return [
        paragraph("Oordeel", TITLE),
        paragraph("over de gegrondheid van een klacht", SUBTITLE),
        field_list(rows),
        Spacer(0, 2 * mm),
    ]


def _reasoning(inhoud: OordeelInhoud) -> Iterator[Flowable]:
    yield from section("De klacht", inhoud.klacht)
    yield from section("Bevindingen", inhoud.bevindingen)
    yield from section("Reacties van partijen", inhoud.reacties)
    yield from section("Conclusies", inhoud.conclusies)


def _verdict(inhoud: OordeelInhoud) -> Iterator[Flowable]:
    """The judgement per part and as a whole: what every reader looks for first, kept on one page if it fits."""
    onderdelen = [_onderdelen(inhoud)] if inhoud.onderdelen else []
    quotes = [_quoted(grond, inhoud.reglement) for grond in inhoud.grondslag]
    yield KeepTogether(
        [paragraph("Het oordeel", HEADING), *quotes, *onderdelen, _as_a_whole(inhoud.gegrondheid)]
    )


def _quoted(grond: GrondslagView, reglement: str) -> Paragraph:
    return paragraph(f"“{grond.woorden.strip()}” ({reglement}, {vindplaats_of(grond.artikel)})", QUOTE)


def _onderdelen(inhoud: OordeelInhoud) -> Table:
    head = (paragraph("Onderdeel van de klacht", COLUMN_HEAD), paragraph("Oordeel", COLUMN_HEAD))
    rows = [head, *(_onderdeel(onderdeel) for onderdeel in inhoud.onderdelen)]
    commands = [
        ("RIGHTPADDING", (0, 0), (0, -1), 6 * mm),
        ("TOPPADDING", (0, 0), (-1, -1), 4),
        ("BOTTOMPADDING", (0, 0), (-1, -1), 5),
        ("LINEBELOW", (0, 0), (-1, 0), 0.8, ACCENT),
        ("LINEBELOW", (0, 1), (-1, -1), 0.5, LINE),
    ]
    return table(rows, (TEXT_WIDTH - _VERDICT_WIDTH, _VERDICT_WIDTH), commands, repeatRows=1)


def _onderdeel(onderdeel: OnderdeelView) -> tuple[Cell, Cell]:
    what = paragraphs(onderdeel.omschrijving, VALUE)
    if onderdeel.onderwerp.strip():
        what.append(paragraph(onderdeel.onderwerp, SMALL))
    return what, paragraph(onderdeel.gegrondheid, STRONG)


def _as_a_whole(gegrondheid: str) -> Table:
    commands = [
        ("BACKGROUND", (0, 0), (-1, -1), TINT),
        ("LINEBEFORE", (0, 0), (0, 0), 2.5, ACCENT),
        ("LEFTPADDING", (0, 0), (0, 0), 10),
        ("TOPPADDING", (0, 0), (-1, -1), 7.5),
        ("BOTTOMPADDING", (0, 0), (-1, -1), 5.5),
    ]
    cells = (paragraph("De klacht als geheel", STRONG), paragraph(gegrondheid, STRONG))
    widths = (TEXT_WIDTH - _VERDICT_WIDTH, _VERDICT_WIDTH)
    return table([cells], widths, commands, spaceBefore=4 * mm, spaceAfter=2 * mm)


def _closing(inhoud: OordeelInhoud, regels: list[Handtekeningregel]) -> Iterator[Flowable]:
    """What follows from the judgement; its last words share a page with the signatures, if both fit on one."""
    yield from section("Aanbevelingen", inhoud.aanbevelingen or "Bij dit oordeel horen geen aanbevelingen.")
    yield from section("Afhandeling", inhoud.afhandeling)
    vervolg = section(_AFTER, inhoud.vervolg)
    yield KeepTogether([*vervolg, _signing(inhoud, regels) if regels else _signed_off(inhoud)])


def _signing(inhoud: OordeelInhoud, regels: list[Handtekeningregel]) -> Flowable:
    quotes = [_quoted(inhoud.ondertekening, inhoud.reglement)] if inhoud.ondertekening else []
    how = paragraph(_HOW_TO_SIGN, INTRO)
    blok = Handtekeningblok([paragraph("Ondertekening", HEADING), *quotes, how], regels)
    if blok.wrap(TEXT_WIDTH, NEXT_PAGE_HEIGHT)[1] > NEXT_PAGE_HEIGHT:
        raise DocumentError(
            f"De {len(regels)} handtekeningvakken passen niet bij elkaar op één pagina.",
            "Kort de namen of organisaties in, of laat minder personen ondertekenen.",
        )
    return blok


def _signed_off(inhoud: OordeelInhoud) -> Flowable:
    place = f"{inhoud.kantoor.plaats}, " if inhoud.kantoor.plaats.strip() else ""
    lines = [
        (paragraph(f"{place}{dutch_date(inhoud.datum)}", BODY),),
        (paragraph(inhoud.behandelaar.naam, STRONG),),
        (paragraph(inhoud.behandelaar.rol, SMALL),),
    ]
    room_to_sign = [("TOPPADDING", (0, 0), (0, 0), 9 * mm), ("TOPPADDING", (0, 1), (0, 1), 16 * mm)]
    return table(lines, (TEXT_WIDTH,), room_to_sign)
