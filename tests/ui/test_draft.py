"""The plain draft of a form."""

from datetime import date

import pytest

from klachtdesk.formulieren import INTERN_KLACHTENFORMULIER, MELDINGSFORMULIER, Formulier, Keuze, Sectie
from klachtdesk.ui.forms.draft import Draft
from klachtdesk.views.formulier import FormulierView


def _sectie(formulier: Formulier, sleutel: str) -> Sectie:
    return next(sectie for sectie in formulier.secties if sectie.sleutel == sleutel)


@pytest.fixture
def draft() -> Draft:
    return Draft(FormulierView(MELDINGSFORMULIER, {"kanaal": "telefoon", "betrokkene.2.naam": "K. Smit"}))


def test_defaults_are_nothing_to_keep(draft: Draft):
    assert not draft.altered
    assert not draft.to_keep
    assert not draft.unsaved


def test_typing_is_to_be_kept_until_it_has_been(draft: Draft):
    draft.put("omschrijving", "De factuur")
    assert draft.to_keep
    draft.kept(draft.waarden)
    assert not draft.to_keep
    draft.put("omschrijving", "De factuur is te hoog")
    assert draft.to_keep


def test_emptying_a_field_takes_its_key_away(draft: Draft):
    draft.put("kanaal", "")
    assert "kanaal" not in draft.waarden
    assert draft.altered


def test_saving_makes_the_form_unaltered_and_the_draft_gone(draft: Draft):
    draft.put("omschrijving", "De factuur")
    draft.draft_id = 7
    draft.saved(draft.waarden)
    assert not draft.unsaved
    assert draft.text("omschrijving") == "De factuur"


def test_what_is_typed_while_saving_goes_on_is_still_to_keep(draft: Draft):
    draft.put("omschrijving", "De factuur")
    sent = draft.waarden
    draft.put("omschrijving", "De factuur is te hoog")
    draft.saved(sent)
    assert draft.to_keep
    assert draft.unsaved


def test_rows_keep_their_numbers_and_a_number_is_not_used_twice(draft: Draft):
    betrokkenen = _sectie(MELDINGSFORMULIER, "betrokkene")
    assert draft.rows(betrokkenen) == (2,)
    assert draft.add_row(betrokkenen) == 3
    draft.remove_row(betrokkenen, 2)
    assert draft.add_row(betrokkenen) == 4
    assert draft.rows(betrokkenen) == (3, 4)


def test_a_row_that_was_taken_away_comes_back_whole(draft: Draft):
    betrokkenen = _sectie(MELDINGSFORMULIER, "betrokkene")
    draft.add_row(betrokkenen)
    taken = draft.remove_row(betrokkenen, 2)
    assert draft.text("betrokkene.2.naam") == ""
    draft.restore_row(betrokkenen, 2, taken)
    assert draft.rows(betrokkenen) == (2, 3)
    assert draft.text("betrokkene.2.naam") == "K. Smit"


def test_the_last_row_only_becomes_empty(draft: Draft):
    betrokkenen = _sectie(MELDINGSFORMULIER, "betrokkene")
    draft.remove_row(betrokkenen, 2)
    assert draft.rows(betrokkenen) == (2,)
    assert draft.text("betrokkene.2.naam") == ""


def test_there_is_one_melder_and_there_are_fifty_actiepunten():
    draft = Draft(FormulierView(INTERN_KLACHTENFORMULIER, {}))
    actiepunten = _sectie(INTERN_KLACHTENFORMULIER, "actiepunten")
    while draft.may_add_row(actiepunten):
        draft.add_row(actiepunten)
    assert len(draft.rows(actiepunten)) == 50
    melder = _sectie(MELDINGSFORMULIER, "melder")
    assert not Draft(FormulierView(MELDINGSFORMULIER, {})).may_add_row(melder)


def test_every_fault_is_found_in_the_order_of_the_form(draft: Draft):
    draft.put("ontvangen_op", "2-4-2026")
    draft.put("datum_gebeurtenis", "31-2-2026")
    faults = draft.faults(date(2026, 4, 1))
    assert [fault.sleutel for fault in faults] == ["datum_gebeurtenis", "ontvangen_op"]


def test_a_choice_that_another_form_does_not_have_is_back_with_one_that_has_it(draft: Draft):
    def with_onderwerpen(*sleutels: str) -> Formulier:
        keuzes = tuple(Keuze(sleutel, sleutel) for sleutel in sleutels)
        return MELDINGSFORMULIER.with_keuzes(
            {"onderwerpen": keuzes, "hoedanigheden": (Keuze("client", "Client"),)}
        )

    one, other = with_onderwerpen("factuur", "trainer"), with_onderwerpen("trainer", "zaal")
    assert not draft.change_formulier(one)
    draft.put("onderwerpen", "factuur trainer")
    draft.put("hoedanigheid", "client")
    assert draft.change_formulier(other)
    assert (draft.text("onderwerpen"), draft.text("hoedanigheid")) == ("trainer", "client")
    draft.put("onderwerpen", "trainer zaal")
    assert draft.change_formulier(one)
    assert set(draft.text("onderwerpen").split()) == {"factuur", "trainer"}
    assert draft.change_formulier(other)
    assert set(draft.text("onderwerpen").split()) == {"trainer", "zaal"}
