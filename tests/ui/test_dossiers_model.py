"""The list of dossiers as Qt shows it."""

from datetime import date

import pytest
from PySide6.QtCore import QPersistentModelIndex, Qt

from klachtdesk.ui.tables.dossiers import COLUMN, COLUMNS, DossiersModel
from klachtdesk.views.dossiers import DossierRegel


def _regel(
    number: int, klager: str, due: date | None, *, te_laat: bool = False, organisatie: str = ""
) -> DossierRegel:
    return DossierRegel(
        id=number,
        nummer=f"2026-{number:03}",
        ontvangen_op=date(2026, 3, number),
        klager=klager,
        organisatie=organisatie,
        status="In behandeling",
        loopt=True,
        eerstvolgend=due,
        termijn="Oordeel over de klacht",
        te_laat=te_laat,
        behandelaar="Noor Bakker",
    )


@pytest.fixture
def model(qtmodeltester) -> DossiersModel:
    model = DossiersModel()
    model.show(
        [
            _regel(3, "de Vries", date(2026, 10, 2)),
            _regel(2, "", None),
            _regel(1, "Jansen", date(2026, 9, 30), te_laat=True, organisatie="Gemeente Zeist"),
        ]
    )
    return model


def _column(model: DossiersModel, name: str) -> list[str]:
    return [model.index(row, COLUMN[name]).data() for row in range(model.rowCount())]


def test_it_is_a_model_as_qt_wants_it(model: DossiersModel, qtmodeltester):
    qtmodeltester.check(model)


def test_rows_come_in_the_order_in_which_they_were_read(model: DossiersModel):
    assert _column(model, "nummer") == ["2026-003", "2026-002", "2026-001"]
    assert model.columnCount() == len(COLUMNS)


def test_a_klager_is_shown_with_the_organisatie_and_an_unknown_one_in_words(model: DossiersModel):
    assert _column(model, "klager") == ["de Vries", "Nog onbekend", "Jansen, Gemeente Zeist"]


def test_a_name_is_no_markup_in_a_tool_tip(model: DossiersModel):
    model.show([_regel(1, "<img src=x> & Zn", None)])
    shown = model.index(0, COLUMN["klager"])
    assert shown.data() == "<img src=x> & Zn"
    assert shown.data(Qt.ItemDataRole.ToolTipRole) == "<qt>&lt;img src=x&gt; &amp; Zn</qt>"


def test_late_is_told_in_words_and_with_a_sign_not_by_colour_alone(model: DossiersModel):
    assert _column(model, "eerstvolgend") == ["2 okt 2026", "", "Te laat, 30 sep 2026"]
    late = model.index(2, COLUMN["eerstvolgend"])
    assert late.data(Qt.ItemDataRole.DecorationRole) is not None
    assert model.index(0, COLUMN["eerstvolgend"]).data(Qt.ItemDataRole.DecorationRole) is None


def test_dates_sort_as_dates_and_a_missing_one_comes_last(model: DossiersModel):
    # As text "2 okt" would come before "30 sep".
    model.sort(COLUMN["eerstvolgend"])
    assert _column(model, "nummer") == ["2026-001", "2026-003", "2026-002"]


def test_names_sort_without_regard_to_capitals(model: DossiersModel):
    model.sort(COLUMN["klager"])
    assert _column(model, "klager") == ["de Vries", "Jansen, Gemeente Zeist", "Nog onbekend"]


def test_the_chosen_order_is_kept_when_the_list_is_read_again(model: DossiersModel):
    model.sort(COLUMN["nummer"], Qt.SortOrder.AscendingOrder)
    model.show([_regel(9, "A", None), _regel(4, "B", None)])
    assert _column(model, "nummer") == ["2026-004", "2026-009"]


def test_a_selection_follows_its_dossier_when_the_order_changes(model: DossiersModel):
    chosen = QPersistentModelIndex(model.index(0, COLUMN["klager"]))
    model.sort(COLUMN["nummer"], Qt.SortOrder.AscendingOrder)
    assert chosen.row() == 2
    assert model.regel(chosen.row()).id == 3
    assert model.row_of(3) == 2
