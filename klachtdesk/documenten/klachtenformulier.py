"""The klachtenformulier of an office as a PDF to fill in, for mail, website or paper (10 voor Taal 1.2)."""

from collections.abc import Iterator, Mapping
from typing import Final

from reportlab.lib.styles import ParagraphStyle
from reportlab.lib.units import mm
from reportlab.platypus import CondPageBreak, Flowable, KeepTogether

from klachtdesk.documenten.acroform import add_fields
from klachtdesk.documenten.invulregel import Aankruisregel, Antwoord, Invulregel, Tekenregel, Vraag
from klachtdesk.documenten.invulvak import Invulvak
from klachtdesk.documenten.opmaak import BODY, HEADING, QUOTE, SMALL, TITLE, paragraph
from klachtdesk.documenten.pagina import Briefhoofd, render_pdf
from klachtdesk.dutch import capital, dutch_postcode
from klachtdesk.formulieren import Sectie, Veld, VeldSoort
from klachtdesk.formulieren.klachtenformulier import MACHTIGING, marked_keys
from klachtdesk.reglement.schema import Reglement
from klachtdesk.views.formulier_pdf import KlachtenformulierInhoud
from klachtdesk.views.kantoor import KantoorView

MERK: Final = "klachtdesk.formulier"
"""The hidden field by which the form is known when it comes back."""

VORM: Final = "klachtenformulier-1"
"""Which form it is; the number changes when keys get another meaning."""

TICKED: Final = "Yes"
"""What a box is when it is ticked: the name that every program knows."""

_TWO_PAGES: Final = {"omschrijving": 57 * mm, "motivering": 34 * mm, "wens": 24 * mm}
_THREE_PAGES: Final = {"omschrijving": 88 * mm, "motivering": 46 * mm, "wens": 34 * mm}
"""A machtiging takes the form to a third page, which leaves more room for the stories on the second."""

_STORY: Final = 16 * mm
_ROOM: Final = 35 * mm
_WHOLE: Final = 130 * mm
"""A section begins on the next page when there is less room than this; who authorises somebody signs one page."""

_STORY_LENGTH: Final = 10_000
"""More than fits in the box on paper; on a screen it scrolls."""

_INTRO: Final = ParagraphStyle("form intro", parent=BODY, spaceBefore=4)
_HINT: Final = ParagraphStyle("form hint", parent=SMALL, spaceAfter=4)
_TERM: Final = ParagraphStyle("form term", parent=BODY, fontSize=9, leading=12.5, spaceAfter=2)
_START: Final = frozenset({"ontvangen", "ingediend"})
_SAID: Final = frozenset({"vertrouwelijk", "kosten"})


def render_klachtenformulier(inhoud: KlachtenformulierInhoud) -> bytes:
    """Lay out the form and put its fields in; equal input gives equal bytes. No PDF/A, which allows no empty fields."""
    reglement = inhoud.reglement
    vakken: list[Invulvak] = []
    story = [*_opening(inhoud), *_body(inhoud, vakken), *_closing(inhoud)]
    briefhoofd = Briefhoofd(
        inhoud.kantoor,
        inhoud.formulier.titel,
        "",
        inhoud.datum,
        vertrouwelijk=False,
        voet=f"{inhoud.formulier.titel}  ·  {reglement.naam}, versie {reglement.versie}",
    )
    merk = f"{VORM} {reglement.sleutel} {reglement.versie}"
    return add_fields(render_pdf(story, briefhoofd), vakken, {MERK: merk}, merk)


def _opening(inhoud: KlachtenformulierInhoud) -> Iterator[Flowable]:
    reglement = inhoud.reglement
    yield paragraph(inhoud.formulier.titel, TITLE)
    yield paragraph(f"{inhoud.formulier.uitleg} {_where_to(inhoud.kantoor)}", _INTRO)
    if _wanted(reglement) and reglement.indiening and reglement.indiening.volledig:
        where = reglement.indiening.volledig.vindplaats
        yield paragraph(f"Een * betekent: dit hebben wij nodig ({reglement.naam}, {where}).", _HINT)


def _body(inhoud: KlachtenformulierInhoud, vakken: list[Invulvak]) -> Iterator[Flowable]:
    needed = marked_keys(inhoud.formulier, _wanted(inhoud.reglement))
    sections = {sectie.sleutel for sectie in inhoud.formulier.secties}
    heights = _THREE_PAGES if MACHTIGING in sections else _TWO_PAGES
    for sectie in inhoud.formulier.secties:
        parts = [*_questions(sectie, needed, heights, vakken)]
        if sectie.sleutel == "machtiging_inhoud":
            parts.append(Tekenregel(["Handtekening van uzelf", "Handtekening van de gemachtigde"]))
        if sectie.sleutel == "indiening":
            parts.append(Tekenregel(["Handtekening (niet nodig als u het formulier mailt)"]))
        head = [*_head(sectie, inhoud)]
        yield CondPageBreak(_WHOLE if sectie.sleutel == MACHTIGING else _ROOM)
        yield KeepTogether([*head, parts[0]])
        yield from parts[1:]


def _head(sectie: Sectie, inhoud: KlachtenformulierInhoud) -> Iterator[Flowable]:
    if not sectie.titel:
        return
    yield paragraph(sectie.titel, HEADING)
    machtiging = inhoud.reglement.indiening and inhoud.reglement.indiening.machtiging
    if sectie.sleutel == MACHTIGING and machtiging:
        said = " ".join(f"“{woorden}”" for woorden in machtiging.citaat)
        yield paragraph(f"{said} ({inhoud.reglement.naam}, {machtiging.vindplaats})", QUOTE)
    if sectie.hulp:
        yield paragraph(sectie.hulp, _HINT)


def _questions(
    sectie: Sectie, needed: frozenset[str], heights: Mapping[str, float], vakken: list[Invulvak]
) -> Iterator[Flowable]:
    """Yield short questions two by two, and what needs the width on its own."""
    pair: list[Vraag] = []
    for veld in sectie.velden:
        name = sectie.raw_key(veld)
        if veld.keuzes:
            if pair:
                yield Invulregel(pair, vakken)
            pair = []
            yield _choices(veld, name, vakken, nodig=name in needed)
            continue
        vraag = _vraag(sectie, veld, heights, nodig=name in needed)
        if vraag.hoogte:
            if pair:
                yield Invulregel(pair, vakken)
            pair = []
            yield Invulregel([vraag], vakken)
            continue
        pair.append(vraag)
        if len(pair) == 2:  # noqa: PLR2004 - a pair
            yield Invulregel(pair, vakken)
            pair = []
    if pair:
        yield Invulregel(pair, vakken)


def _vraag(sectie: Sectie, veld: Veld, heights: Mapping[str, float], *, nodig: bool) -> Vraag:
    story = veld.soort is VeldSoort.LANGE_TEKST
    return Vraag(
        sectie.raw_key(veld),
        f"{veld.label} (dag-maand-jaar)" if veld.soort is VeldSoort.DATUM else veld.label,
        _tooltip(sectie, veld, nodig=nodig),
        _STORY_LENGTH if story else 10 if veld.soort is VeldSoort.DATUM else veld.max_lengte,
        heights.get(veld.sleutel, _STORY) if story else 0,
        nodig,
    )


def _tooltip(sectie: Sectie, veld: Veld, *, nodig: bool) -> str:
    """Return what a screen reader says at a field: of whom it is, what it asks and how to write it."""
    whose = f"{sectie.enkelvoud.capitalize()}: {veld.label.lower()}" if sectie.rij else veld.label
    parts = [whose.rstrip("."), veld.hulp.rstrip("."), "nodig" if nodig else ""]
    return ". ".join(part for part in parts if part)


def _choices(veld: Veld, name: str, vakken: list[Invulvak], *, nodig: bool) -> Flowable:
    single = veld.soort is VeldSoort.KEUZE
    answers = [
        Antwoord(
            name if single else f"{name}.{keuze.sleutel}",
            keuze.sleutel if single else TICKED,
            keuze.label,
            f"{veld.label}: {keuze.label}",
        )
        for keuze in veld.keuzes
    ]
    vraag = f"{veld.label} *" if nodig else veld.label
    asked = f"{vraag} ({veld.hulp.rstrip('.')})" if veld.hulp else vraag
    return Aankruisregel(asked, answers, vakken, enkel=single, nodig=nodig)


def _where_to(kantoor: KantoorView) -> str:
    place = f"{dutch_postcode(kantoor.postcode)} {kantoor.plaats}".strip()
    lines = [line.strip() for line in (kantoor.adres, place) if line.strip()]
    ways = [f"mail het naar {kantoor.email}"] if kantoor.email.strip() else []
    ways += [f"stuur het naar {', '.join((kantoor.naam, *lines))}"] if lines else []
    sentence = " of ".join(ways)
    return f"{capital(sentence)}." if ways else ""


def _closing(inhoud: KlachtenformulierInhoud) -> Iterator[Flowable]:
    """Yield what the reglement promises to who sends it."""
    promises = [*_promises(inhoud.reglement)]
    if promises:
        yield KeepTogether([paragraph("Goed om te weten", HEADING), *promises])


def _promises(reglement: Reglement) -> Iterator[Flowable]:
    for mededeling in reglement.mededelingen:
        if mededeling.sleutel in _SAID:
            yield paragraph(f"{mededeling.zin} ({mededeling.vindplaats})", _TERM)
    for termijn in reglement.termijnen:
        if termijn.voor == "kantoor" and _START.intersection(termijn.start):
            since = "het indienen" if termijn.start[0] == "ingediend" else "ontvangst"
            line = f"{termijn.label}: binnen {termijn.duur} na {since} ({termijn.vindplaats})"
            yield paragraph(line, _TERM)


def _wanted(reglement: Reglement) -> tuple[tuple[str, ...], ...]:
    return reglement.indiening.gevraagd if reglement.indiening else ()
