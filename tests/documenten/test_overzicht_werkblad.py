"""The overview as a spreadsheet and as CSV, read back with another library than wrote it."""

import csv
import io
import zipfile
from dataclasses import replace
from datetime import date, datetime

import openpyxl
import pytest
from overzichten import bron_of, labels_of, records_of

from klachtdesk.documenten.overzicht_werkblad import render_csv, render_xlsx
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
    assert row[5] == datetime(2027, 3, 1)  # noqa: DTZ001 - a spreadsheet knows no time zones


@pytest.mark.parametrize(
    "label", ["=1+1", "+31 6", "@SUM(A1)", "-2", '=HYPERLINK("http://x")', "=cmd|' /C calc'!A0"]
)
def test_nothing_is_read_as_a_formula(overzicht: OverzichtView, label: str) -> None:
    renamed = _renamed(overzicht, label)
    cell = _book(renamed)[overzicht.tabellen[0].titel]["A2"]
    assert (cell.value, cell.data_type) == (label, "s")
    line = next(row for row in _lines(renamed) if row["tabel"] == overzicht.tabellen[0].titel)
    assert line["rij"] == f"'{label}"


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
    shares = [line["aandeel_procent"] for line in lines if line["aandeel_procent"]]
    assert shares
    assert all("," in share and "." not in share for share in shares)


def test_a_copy_for_outside_hides_the_same_everywhere(overzicht: OverzichtView) -> None:
    labels = labels_of("interactie", "klik_onderwijs")
    bron = bron_of(labels, records_of(labels, 120), 2026)
    public = assemble(bron, kantoor="Interactie", reglement="", drempel=3, publiek=True)
    hidden = _first_hidden(public)
    assert hidden.cellen[0].aantal is None
    line = next(row for row in _lines(public) if row["rij"] == hidden.label and row["periode"] == "2026")
    assert line["aantal"] == hidden.cellen[0].tekst
    assert line["aandeel_procent"] == ""


def _first_hidden(overzicht: OverzichtView) -> RijView:
    return next(
        row
        for tabel in overzicht.tabellen
        for row in tabel.rijen
        if row.cellen[0].aantal is None and row.label == "Heropend"
    )
