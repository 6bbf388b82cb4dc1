"""The overview as a report for the directie: in sentences first, then every table with its bars, then what to do."""

from collections.abc import Iterator, Sequence
from typing import Final

from reportlab.lib.styles import ParagraphStyle
from reportlab.lib.units import mm
from reportlab.platypus import CondPageBreak, Flowable, KeepTogether, Spacer

from klachtdesk.documenten.opmaak import (
    BODY,
    COLUMN_HEAD,
    HEADING,
    SMALL,
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
from klachtdesk.documenten.overzicht_kolommen import (
    COUNT,
    HEADED,
    NUMBER,
    NUMBER_HEAD,
    PART,
    ROWS,
    column_names,
)
from klachtdesk.documenten.overzicht_maanden import month_chart
from klachtdesk.documenten.overzicht_tabellen import figures, termijnen
from klachtdesk.documenten.overzicht_woorden import STOCK, for_outside, with_figures
from klachtdesk.documenten.overzicht_zinnen import samenvatting
from klachtdesk.documenten.pagina import Briefhoofd, render_pdfa
from klachtdesk.dutch import dutch_date
from klachtdesk.typografie import REGULAR
from klachtdesk.views.kantoor import KantoorView
from klachtdesk.views.overzicht import (
    AanbevelingView,
    Cel,
    OverzichtView,
)

_SENTENCE: Final = ParagraphStyle(
    "sentence",
    parent=BODY,
    fontSize=10.5,
    leading=15.5,
    spaceAfter=3,
    leftIndent=11,
    bulletIndent=0,
    bulletFontName=REGULAR,
)

_OUTSIDE: Final = ", voor buiten de directie"
_NOT_YET: Final = (
    "Er is bij deze cijfers nog geen analyse geschreven. Dat kan in klachtdesk, bij Overzicht onder "
    "Aanbevelingen."
)


def render_overzicht(overzicht: OverzichtView, kantoor: KantoorView) -> bytes:
    """Return the report as PDF/A-2b; raises DocumentError for an analysis that is longer than a document may be."""
    advice = (*overzicht.aanbevelingen, *overzicht.eerdere_aanbevelingen)
    check_size([overzicht.analyse, *(item.tekst for item in advice)])
    body = [*_opening(overzicht), *figures(overzicht), *termijnen(overzicht), *_conclusions(overzicht)]
    label = overzicht.perioden[0].label
    head = Briefhoofd(
        kantoor,
        "Klachtenoverzicht",
        label,
        overzicht.peildatum,
        vertrouwelijk=not overzicht.publiek,
        voet=f"Klachtenoverzicht {label}{_OUTSIDE if overzicht.publiek else ''}",
    )
    return render_pdfa(body, head)


def _opening(overzicht: OverzichtView) -> list[Flowable]:
    periode = overzicht.perioden[0]
    about = overzicht.reglement or "Alle klachten van het kantoor"
    when = f"{dutch_date(periode.van)} tot en met {dutch_date(periode.tot)}"
    return [
        paragraph(overzicht.titel, TITLE),
        paragraph(f"{about}, {when}", SUBTITLE),
        *_for_outside(overzicht),
        paragraph("In het kort", HEADING),
        *(paragraph(zin, _SENTENCE, bullet="•") for zin in samenvatting(overzicht)),
        *_voorraad(overzicht),
        *month_chart(overzicht),
        *_notes(overzicht),
    ]


def _for_outside(overzicht: OverzichtView) -> list[Flowable]:
    if not overzicht.publiek:
        return []
    return [paragraph(for_outside(overzicht), SMALL), Spacer(1, 4)]


def _voorraad(overzicht: OverzichtView) -> list[Flowable]:
    shown = with_figures(overzicht)
    rows = [
        (
            paragraph(name, VALUE),
            *(
                paragraph(_sign(place) + cel.tekst, NUMBER)
                for cel in (_stock(overzicht, year)[place] for year in shown)
            ),
        )
        for place, (_key, name) in enumerate(STOCK)
    ]
    labels = column_names(overzicht)
    head = (paragraph("", COLUMN_HEAD), *(paragraph(labels[year], NUMBER_HEAD) for year in shown))
    widths = (TEXT_WIDTH - COUNT * 1.6 * len(shown), *(COUNT * 1.6 for _ in shown))
    return [KeepTogether([paragraph("Voorraad", HEADING), table([head, *rows], widths, HEADED)])]


def _stock(overzicht: OverzichtView, year: int) -> tuple[Cel, Cel, Cel, Cel]:
    item = overzicht.voorraad[year]
    return item.begin, item.binnengekomen, item.afgesloten, item.eind


def _sign(place: int) -> str:
    return ("", "+ ", "− ", "= ")[place]


def _conclusions(overzicht: OverzichtView) -> Iterator[Flowable]:
    """Yield what somebody wrote with the figures; in a copy for outside stands no text that somebody typed."""
    if overzicht.publiek:
        return
    yield CondPageBreak(60 * mm)
    yield paragraph("Analyse en aanbevelingen", PART)
    written = paragraphs(overzicht.analyse)
    yield from written or [paragraph(_NOT_YET, SMALL)]
    for soort, titel in (
        ("voorkoming", "Om klachten te voorkomen"),
        ("verbetering", "Om klachten beter te behandelen"),
    ):
        yield from _advice(titel, [item for item in overzicht.aanbevelingen if item.soort == soort])
    yield from _advice("Wat er van de eerdere aanbevelingen is geworden", overzicht.eerdere_aanbevelingen)


def _advice(titel: str, items: Sequence[AanbevelingView]) -> list[Flowable]:
    if not items:
        return []
    rows: list[tuple[Cell, ...]] = [
        (paragraph(item.tekst, VALUE), [paragraph(words, SMALL) for words in _became(item)]) for item in items
    ]
    head = paragraph(titel, HEADING)
    top, air = ("VALIGN", (0, 0), (-1, -1), "TOP"), ("RIGHTPADDING", (0, 0), (0, -1), 5 * mm)
    made = table(rows, (TEXT_WIDTH - 56 * mm, 56 * mm), (*ROWS, top, air))
    return [head, made]


def _became(item: AanbevelingView) -> Iterator[str]:
    yield item.besluit_label or "Nog geen besluit"
    if item.eigenaar:
        yield f"Door {item.eigenaar}"
    if item.uitgevoerd_op is not None:
        yield f"Uitgevoerd op {dutch_date(item.uitgevoerd_op)}"
    elif item.uiterlijk is not None:
        yield f"Uiterlijk {dutch_date(item.uiterlijk)}" + (" (te laat)" if item.te_laat else "")
    if item.uitkomst:
        yield f"Effectief: {item.uitkomst_label.lower()}"
    elif item.uitgevoerd_op is not None:
        yield "Nog niet geëvalueerd"


def _notes(overzicht: OverzichtView) -> list[Flowable]:
    """Return what somebody should know who reads on; it stands before the tables, and mostly on the first page."""
    lines = [*overzicht.opmerkingen]
    lines.append(f"Stand op {dutch_date(overzicht.peildatum)}. Dagen zijn kalenderdagen.")
    return [KeepTogether([paragraph("Bij de cijfers", HEADING), *(paragraph(line, SMALL) for line in lines)])]
