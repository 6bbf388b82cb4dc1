"""The overview as a spreadsheet and as CSV, read back with another library than wrote it."""

import csv
import io
import zipfile
from dataclasses import replace
from datetime import date, datetime

import openpyxl
import pytest
from overzichten import bron_of, labels_of, records_of

from klachtdesk.documenten.overzicht_csv import render_csv
from klachtdesk.documenten.overzicht_werkblad import render_xlsx
from klachtdesk.overzicht.assembly import assemble
from klachtdesk.views.overzicht import AanbevelingView, OverzichtView, RijView


@pytest.fixture(scope="module")
def overzicht() -> OverzichtView:
    labels = labels_of("interactie", "klik_onderwijs")
    bron = bron_of(labels, records_of(labels, 120), 2026)
    return assemble(bron, kantoor="Interactie", reglement="", drempel=3)


def _renamed(overzicht: OverzichtView, label: str) -> OverzichtView:
    tabel = overzicht.tabellen[0]
    first = replace(tabel.rijen[0], label=label)
    return replace(
        overzicht, tabellen=(replace(tabel, rijen=(first, *tabel.rijen[1:])), *overzicht.tabellen[1:])
    )


def _book(overzicht: OverzichtView) -> openpyxl.Workbook:
    return openpyxl.load_workbook(io.BytesIO(render_xlsx(overzicht)))


def test_every_table_has_a_sheet_with_real_numbers(overzicht: OverzichtView) -> None:
    book = _book(overzicht)
    for tabel in overzicht.tabellen:
        sheet = book[tabel.titel.translate(str.maketrans("", "", "[]:*?/\\'"))[:31]]
        rows = list(sheet.iter_rows(min_row=2, max_row=1 + len(tabel.rijen), values_only=True))
        assert [row[0] for row in rows] == [row.label for row in tabel.rijen]
        assert [list(row[1:4]) for row in rows] == [[cel.aantal for cel in row.cellen] for row in tabel.rijen]
        assert sheet.auto_filter.ref is not None
        assert sheet.auto_filter.ref.endswith(str(1 + len(tabel.rijen)))  # the total is not sorted along
        assert sheet.freeze_panes == "B2"


def test_tables_that_can_be_drawn_have_a_chart(overzicht: OverzichtView) -> None:
    with zipfile.ZipFile(io.BytesIO(render_xlsx(overzicht))) as archive:
        charts = [name for name in archive.namelist() if name.startswith("xl/charts/chart")]
    assert len(charts) == sum(
        any(row.cellen[0].aantal for row in tabel.rijen) for tabel in overzicht.tabellen
    )


def test_a_day_is_a_day(overzicht: OverzichtView) -> None:
    advice = AanbevelingView(
        1, date(2026, 1, 1), date(2026, 12, 31), "", "voorkoming", "Ter voorkoming", "Bel eerder.", None,
        "overgenomen", "Overgenomen", "Noor Bakker", date(2027, 3, 1), None, "", "", None, te_laat=False,
    )  # fmt: skip
    row = list(
        _book(replace(overzicht, aanbevelingen=(advice,)))["Aanbevelingen"].iter_rows(values_only=True)
    )[1]
    assert row[0] == "Bel eerder."
    assert row[6] == datetime(2027, 3, 1)  # noqa: DTZ001 - a spreadsheet knows no time zones
    assert row[2] == datetime(2026, 1, 1)  # noqa: DTZ001 - as above


@pytest.mark.parametrize(
    "label", ["=1+1", "+31 6", "@SUM(A1)", "-2", '=HYPERLINK("http://x")', "=cmd|' /C calc'!A0"]
)
def test_nothing_is_read_as_a_formula(overzicht: OverzichtView, label: str) -> None:
    renamed = _renamed(overzicht, label)
    cell = _book(renamed)[overzicht.tabellen[0].titel]["A2"]
    assert (cell.value, cell.data_type) == (label, "s")
    line = next(row for row in _lines(renamed) if row["tabel"] == overzicht.tabellen[0].titel)
    assert line["rij"] == f"'{label}"


def test_a_share_is_a_number_that_shows_as_a_percentage(overzicht: OverzichtView) -> None:
    tabel = overzicht.tabel("kanaal")
    sheet = _book(overzicht)[tabel.titel]
    assert [cell.value for cell in sheet[1]][4:] == ["aandeel 2026", "aandeel 2025", "aandeel 2024"]
    for row, rij in zip(sheet.iter_rows(min_row=2), tabel.rijen, strict=False):
        for cell, share in zip(row[4:], rij.aandelen, strict=True):
            assert cell.number_format == "0%"
            assert cell.value == pytest.approx((share.waarde or 0) / 100)


def test_a_pareto_adds_up_to_all_of_it(overzicht: OverzichtView) -> None:
    sheet = _book(overzicht)["Oorzaak"]
    assert sheet["H1"].value == "opgeteld"
    last = 1 + len(overzicht.tabel("oorzaak").rijen)
    assert sheet[f"H{last}"].value == pytest.approx(1)


def test_a_sheet_says_what_its_numbers_are(overzicht: OverzichtView) -> None:
    told = {cell.value for (cell,) in _book(overzicht)["Onderwerp"].iter_rows(max_col=1)}
    assert overzicht.tabel("onderwerp").toelichting in told
    assert "Totaal klachten" in told


def test_nothing_is_told_of_years_before_the_office_had_figures() -> None:
    """The first dossiers are of 2026: there is no column of zeros for 2025 and 2024."""
    labels = labels_of("interactie")
    records = tuple(item for item in records_of(labels, 60) if item.binnen.year == 2026)
    view = assemble(bron_of(labels, records, 2026), kantoor="Interactie", reglement="", drempel=3)
    for sheet in _book(view):
        assert not {"2025", "2024"} & {str(cell.value) for row in sheet.iter_rows() for cell in row}
    assert {line["periode"] for line in _lines(view)} == {"2026"}


def test_an_aanbeveling_as_long_as_may_be_typed_is_there(overzicht: OverzichtView) -> None:
    """Excel takes 32,767 characters in a cell; what is longer ends in an ellipsis, and is not left out."""
    advice = AanbevelingView(
        1, date(2026, 1, 1), date(2026, 12, 31), "", "voorkoming", "Ter voorkoming", "Bel. " * 10_000, None,
        "", "Nog geen besluit", "", None, None, "", "Nog niet geëvalueerd", None, te_laat=False,
    )  # fmt: skip
    book = _book(replace(overzicht, aanbevelingen=(advice,), analyse="Lang. " * 9_000))
    typed = str(book["Aanbevelingen"]["A2"].value)
    assert (len(typed), typed[:5], typed[-1]) == (32_767, "Bel. ", "…")
    assert book["Aanbevelingen"]["J2"].value is None  # not judged
    assert any(str(cell.value).startswith("Lang. ") for (cell,) in book["Samenvatting"].iter_rows())


def test_a_sheet_prints_on_one_page_wide_with_its_head(overzicht: OverzichtView) -> None:
    long = replace(overzicht, kantoor="Opleidingen & Zonen " * 15)
    for sheet in _book(long).worksheets[1:]:
        assert sheet.sheet_properties.pageSetUpPr.fitToPage
        assert sheet.page_setup.fitToHeight == 0
        assert sheet.page_setup.orientation == "landscape"
        assert sheet.print_title_rows == "$1:$1"
        assert sheet.oddFooter.right.text == "Pagina &P van &N"
        assert sheet.oddHeader.left.text.startswith("Opleidingen && Zonen")


@pytest.mark.parametrize("titel", ["Hoe geuit / [hoe]?", "x" * 60, "Voorraad", "'"])
def test_a_sheet_gets_a_name_that_excel_takes(overzicht: OverzichtView, titel: str) -> None:
    odd = replace(overzicht, tabellen=tuple(replace(tabel, titel=titel) for tabel in overzicht.tabellen[:3]))
    names = _book(odd).sheetnames
    assert len({name.lower() for name in names}) == len(names) == 8
    assert all(0 < len(name) <= 31 for name in names)


def _lines(overzicht: OverzichtView) -> list[dict[str, str]]:
    raw = render_csv(overzicht)
    assert raw.startswith(b"\xef\xbb\xbf")
    return list(csv.DictReader(io.StringIO(raw.decode("utf-8-sig"), newline=""), delimiter=";"))


def test_the_csv_has_every_count_of_every_table(overzicht: OverzichtView) -> None:
    lines = _lines(overzicht)
    for tabel in overzicht.tabellen:
        found = {
            (line["rij"], line["periode"]): line["aantal"] for line in lines if line["tabel"] == tabel.titel
        }
        for row in tabel.rijen:
            for periode, cel in zip(overzicht.perioden, row.cellen, strict=True):
                assert found[row.label, periode.label] == cel.tekst
        if tabel.totaal is not None:
            assert found[f"Totaal {tabel.eenheid}", "2026"] == tabel.totaal[0].tekst
    shares = [line["aandeel_procent"] for line in lines if line["aandeel_procent"]]
    assert shares
    assert all("," in share and "." not in share for share in shares)


def test_the_csv_tells_apart_termijnen_of_the_same_name(overzicht: OverzichtView) -> None:
    lines = [line for line in _lines(overzicht) if line["tabel"] == "Termijnen"]
    keys = [(line["rij"], line["periode"]) for line in lines]
    assert len(keys) == len(set(keys))
    assert not any("_" in line["rij"] for line in lines)
    (rij,) = (item for item in overzicht.termijnen if item.sleutel == "interactie.oordeel")
    name = "Oordeel over de klacht (Klachtenregeling Interactie): gehaald"
    line = next(item for item in lines if (item["rij"], item["periode"]) == (name, "2026"))
    assert line["mediaan_dagen"] == f"{rij.perioden[0].mediaan.waarde:.1f}".replace(".", ",")
    assert line["p90_dagen"] == f"{rij.perioden[0].p90.waarde:.1f}".replace(".", ",")


def test_the_csv_has_how_long_it_took(overzicht: OverzichtView) -> None:
    line = next(item for item in _lines(overzicht) if item["tabel"] == "Doorlooptijd")
    duur = overzicht.doorlooptijd[0]
    assert line["aantal"] == duur.aantal.tekst
    assert line["mediaan_dagen"].rstrip("0").rstrip(",") == duur.mediaan.tekst
    assert line["p90_dagen"].rstrip("0").rstrip(",") == duur.p90.tekst


def test_a_copy_for_outside_hides_the_same_everywhere(overzicht: OverzichtView) -> None:
    labels = labels_of("interactie", "klik_onderwijs")
    bron = bron_of(labels, records_of(labels, 120), 2026)
    public = assemble(bron, kantoor="Interactie", reglement="", drempel=3, publiek=True)
    hidden = _first_hidden(public)
    assert hidden.cellen[0].aantal is None
    line = next(row for row in _lines(public) if row["rij"] == hidden.label and row["periode"] == "2026")
    assert line["aantal"] == hidden.cellen[0].tekst
    assert line["aandeel_procent"] == ""


def test_no_chart_of_a_copy_for_outside_keeps_what_its_table_hides() -> None:
    """A chart holds a copy of its numbers: there is one only where no count of this period is hidden."""
    labels = labels_of("interactie", "klik_onderwijs")
    bron = bron_of(labels, records_of(labels, 120), 2026)
    public = assemble(bron, kantoor="Interactie", reglement="", drempel=3, publiek=True)
    book = _book(public)
    drawn = {sheet.title for sheet in book if sheet._charts}
    hidden = {
        tabel.titel for tabel in public.tabellen if any(row.cellen[0].aantal is None for row in tabel.rijen)
    }
    assert drawn
    assert hidden
    assert not drawn & hidden
    assert all(sheet.sheet_state == "visible" for sheet in book)
    assert not any(dimension.hidden for sheet in book for dimension in sheet.column_dimensions.values())


def _first_hidden(overzicht: OverzichtView) -> RijView:
    return next(
        row
        for tabel in overzicht.tabellen
        for row in tabel.rijen
        if row.cellen[0].aantal is None and row.label == "Heropend"
    )
