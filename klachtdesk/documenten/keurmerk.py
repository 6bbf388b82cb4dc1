"""Evidence for a quality mark: question by question the figures and the cases, none of which names a person."""

from collections.abc import Iterator, Sequence
from typing import Final

from reportlab.lib.units import mm
from reportlab.platypus import Flowable, KeepTogether, Spacer

from klachtdesk.documenten.opmaak import (
    BODY,
    COLUMN_HEAD,
    HEADING,
    INTRO,
    LINE,
    SMALL,
    STRONG,
    SUBTITLE,
    TEXT_WIDTH,
    TINT,
    TITLE,
    VALUE,
    Cell,
    paragraph,
    table,
)
from klachtdesk.documenten.pagina import Briefhoofd, render_pdfa
from klachtdesk.dutch import dutch_date, dutch_number
from klachtdesk.views.kantoor import KantoorView
from klachtdesk.views.keurmerk import AntwoordView, BewijsView, BewijsVraag, ZakenView

_FIGURE: Final = 24 * mm
_NARROWEST: Final = 15 * mm
_ROWS: Final = (
    ("LINEBELOW", (0, 0), (-1, -1), 0.4, LINE),
    ("RIGHTPADDING", (0, 0), (-2, -1), 2.5 * mm),
    ("TOPPADDING", (0, 0), (-1, -1), 1.6),
    ("BOTTOMPADDING", (0, 0), (-1, -1), 2.4),
    ("VALIGN", (0, 0), (-1, -1), "MIDDLE"),
)
_INTRO: Final = (
    "De vragen staan hier in onze woorden; leg de voorwaarden van het keurmerk ernaast. De antwoorden komen uit de "
    "dossiers in klachtdesk: wat daar niet is vastgelegd, staat hier niet. Een zaak heeft haar kenmerk, en geen namen. "
    "Dagen zijn kalenderdagen."
)


def render_keurmerk(bewijs: BewijsView, kantoor: KantoorView) -> bytes:
    """Return the evidence as PDF/A-2b."""
    about = bewijs.reglement or "Alle klachten van het kantoor"
    when = f"{dutch_date(bewijs.van)} tot en met {dutch_date(bewijs.tot)}"
    body: list[Flowable] = [
        paragraph(f"Klachten en {bewijs.naam}", TITLE),
        paragraph(bewijs.voluit, SUBTITLE),
        paragraph(f"{about}, {when}. Stand op {dutch_date(bewijs.peildatum)}.", BODY),
        paragraph(_INTRO, INTRO),
    ]
    for number, vraag in enumerate(bewijs.vragen, 1):
        body += _question(number, vraag)
    soort = f"Klachten en {bewijs.naam}"
    voet = f"{soort}, {bewijs.label}"
    return render_pdfa(body, Briefhoofd(kantoor, soort, bewijs.label, bewijs.peildatum, voet=voet))


def _question(number: int, vraag: BewijsVraag) -> Iterator[Flowable]:
    antwoord = vraag.antwoord
    opening: list[Flowable] = [paragraph(f"{number}. {vraag.tekst}", HEADING)]
    opening += [paragraph(zin, BODY) for zin in _sentences(antwoord)]
    if antwoord.cijfers:
        opening += [_figures(antwoord.cijfers), Spacer(1, 6)]
    if vraag.elders:
        opening.append(paragraph(f"Ander bewijs: {vraag.elders}", SMALL))
    yield KeepTogether(opening)
    if antwoord.zaken is not None and antwoord.zaken.rijen:
        yield Spacer(1, 6)
        yield _cases(antwoord.zaken)
        if len(antwoord.zaken.rijen) < antwoord.zaken.totaal:
            yield paragraph(_left_out(antwoord.zaken), SMALL)


def _sentences(antwoord: AntwoordView) -> Sequence[str]:
    if not antwoord.zinnen and antwoord.zaken is not None and not antwoord.zaken.rijen:
        return ("In deze periode is er geen zaak die dit laat zien.",)
    return antwoord.zinnen


def _left_out(zaken: ZakenView) -> str:
    shown, number = len(zaken.rijen), dutch_number(zaken.totaal)
    return (
        f"Hier staan {shown} van de {number} zaken, de zaken die niet goed gingen vooraan. De cijfers gaan over alle "
        "zaken."
    )


def _figures(cijfers: Sequence[tuple[str, str]]) -> Flowable:
    rows = [(paragraph(words, VALUE), paragraph(number, STRONG)) for words, number in cijfers]
    tint = ("BACKGROUND", (0, 0), (-1, -1), TINT)
    air = ("LEFTPADDING", (0, 0), (0, -1), 3 * mm)
    return table(rows, (TEXT_WIDTH - _FIGURE, _FIGURE), (*_ROWS, tint, air))


def _cases(zaken: ZakenView) -> Flowable:
    rows: list[tuple[Cell, ...]] = [tuple(paragraph(words, COLUMN_HEAD) for words in zaken.koppen)]
    rows += [tuple(paragraph(words, SMALL) for words in rij) for rij in zaken.rijen]
    return table(rows, _widths(zaken), _ROWS, repeatRows=1)


def _widths(zaken: ZakenView) -> tuple[float, ...]:
    """Share the width out by the longest words of each column, so that long names get the room."""
    columns = list(zip(zaken.koppen, *zaken.rijen, strict=True))
    longest = [max(map(len, column)) for column in columns]
    room = TEXT_WIDTH - _NARROWEST * len(columns)
    return tuple(_NARROWEST + room * letters / sum(longest) for letters in longest)
