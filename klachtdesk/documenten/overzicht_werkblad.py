"""The overview as a spreadsheet: a sheet for each table, with real numbers and dates, and charts."""

import io
from collections.abc import Iterator, Sequence
from typing import Final

from klachtdesk.documenten.overzicht_woorden import STOCK, for_outside, with_figures
from klachtdesk.documenten.overzicht_zinnen import samenvatting
from klachtdesk.documenten.werkbladen import Blad, Bladen, Deel, Value
from klachtdesk.views.overzicht import AanbevelingView, Cel, Maat, OverzichtView, TabelView

_PERCENT: Final = 100
_WORDS: Final = (0, 1, 2, 3)
"""The columns of the termijnen that hold words."""
_PARETO: Final = "pareto"


def render_xlsx(overzicht: OverzichtView) -> bytes:
    """Return the overview as XLSX. Nothing in it is a formula, also not what looks like one; no file is written."""
    from xlsxwriter import Workbook  # only wanted when somebody asks for it

    output = io.BytesIO()
    options = {
        "in_memory": True,
        "strings_to_formulas": False,
        "strings_to_urls": False,
        "strings_to_numbers": False,
    }
    with Workbook(output, options) as book:
        book.set_properties({"title": overzicht.titel, "author": overzicht.kantoor})
        bladen = Bladen(book, f"{overzicht.kantoor}: {overzicht.titel}")
        bladen.text("Samenvatting", list(_summary(overzicht)))
        bladen.table(_voorraad(overzicht))
        for tabel in overzicht.tabellen:
            blad = _tabel(overzicht, tabel)
            sheet = bladen.table(blad)
            counts = [row.cellen[0].aantal for row in tabel.rijen]
            if any(counts) and None not in counts:
                bladen.chart(sheet, blad, tabel.vorm)
        bladen.table(_termijnen(overzicht))
        bladen.table(_doorlooptijd(overzicht))
        if not overzicht.publiek:
            bladen.table(_aanbevelingen(overzicht))
    return output.getvalue()


def _summary(overzicht: OverzichtView) -> Iterator[str]:
    yield overzicht.titel
    yield overzicht.reglement or "Alle klachten van het kantoor"
    if overzicht.publiek:
        yield for_outside(overzicht)
    yield ""
    yield from samenvatting(overzicht)
    yield ""
    yield from overzicht.opmerkingen
    if overzicht.analyse.strip():
        yield ""
        yield from ("Analyse", overzicht.analyse.strip())


def _voorraad(overzicht: OverzichtView) -> Blad:
    shown = with_figures(overzicht)
    rows = [
        [label, *(_cell(getattr(overzicht.voorraad[place], name)) for place in shown)]
        for name, label in STOCK
    ]
    return Blad("Voorraad", ["Voorraad", *_labels(overzicht)], rows)


def _tabel(overzicht: OverzichtView, tabel: TabelView) -> Blad:
    shown = with_figures(overzicht)
    heads = [tabel.titel, *_labels(overzicht)]
    if tabel.totaal is not None:
        heads += [f"aandeel {label}" for label in _labels(overzicht)]
    if tabel.vorm == _PARETO:
        heads.append("opgeteld")
    rows: list[list[Value]] = []
    for rij in tabel.rijen:
        row: list[Value] = [rij.label, *(_cell(rij.cellen[place]) for place in shown)]
        if tabel.totaal is not None:
            row += [_share(rij.aandelen[place]) for place in shown]
        if rij.cumulatief is not None:
            row.append(_share(rij.cumulatief))
        rows.append(row)
    total: list[Value] = []
    if tabel.totaal is not None:
        total = [f"Totaal {tabel.eenheid}", *(_cell(tabel.totaal[place]) for place in shown)]
    return Blad(tabel.titel, heads, rows, total, tabel.toelichting)


def _termijnen(overzicht: OverzichtView) -> Blad:
    heads = ["Termijn", "reglement", "artikel", "duur", "periode", "gehaald", "te laat", "vervallen"]
    heads += ["verdaagd", "loopt nog", "op tijd", "mediaan (dagen)", "90e percentiel (dagen)"]
    rows: list[list[Value]] = []
    for rij in overzicht.termijnen:
        for place in with_figures(overzicht):
            item = rij.perioden[place]
            counts = (item.gehaald, item.te_laat, item.vervallen, item.verdaagd, item.loopt)
            about: list[Value] = [rij.label, rij.reglement, rij.artikel, rij.norm]
            figures = [*map(_cell, counts), _share(item.op_tijd), _days(item.mediaan), _days(item.p90)]
            rows.append([*about, overzicht.perioden[place].label, *figures])
    return Blad("Termijnen", heads, rows, breed=_WORDS)


def _doorlooptijd(overzicht: OverzichtView) -> Blad:
    heads = ["Periode", "afgesloten", "mediaan (dagen)", "90e percentiel (dagen)"]
    rows = []
    for place in with_figures(overzicht):
        item = overzicht.doorlooptijd[place]
        figures = (_cell(item.aantal), _days(item.mediaan), _days(item.p90))
        rows.append([overzicht.perioden[place].label, *figures])
    told = "Kalenderdagen van de dag waarop de melding of klacht binnenkwam tot de dag waarop het dossier is gesloten."
    return Blad("Doorlooptijd", heads, rows, toelichting=told)


def _aanbevelingen(overzicht: OverzichtView) -> Blad:
    heads = ["Aanbeveling", "waarvoor", "over", "tot en met", "besluit", "door", "uiterlijk"]
    heads += ["uitgevoerd", "geëvalueerd", "effectief"]
    items = (*overzicht.aanbevelingen, *overzicht.eerdere_aanbevelingen)
    return Blad("Aanbevelingen", heads, [_aanbeveling(item) for item in items], breed=(0, 1, 4, 5))


def _aanbeveling(item: AanbevelingView) -> list[Value]:
    about: list[Value] = [item.tekst, item.soort_label, item.van, item.tot, item.besluit_label, item.eigenaar]
    days = (item.uiterlijk, item.uitgevoerd_op, item.geevalueerd_op)
    return [*about, *days, item.uitkomst_label if item.uitkomst else ""]


def _labels(overzicht: OverzichtView) -> Sequence[str]:
    return [overzicht.perioden[place].label for place in with_figures(overzicht)]


def _cell(cel: Cel) -> Value:
    return cel.tekst if cel.aantal is None else cel.aantal


def _share(maat: Maat) -> Value:
    return maat.tekst if maat.waarde is None else Deel(maat.waarde / _PERCENT)


def _days(maat: Maat) -> Value:
    return maat.tekst if maat.waarde is None else maat.waarde
