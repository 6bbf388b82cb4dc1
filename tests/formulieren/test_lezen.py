"""Reading what people type, and writing it back."""

from datetime import date, time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from klachtdesk.formulieren import (
    MELDINGSFORMULIER,
    Keuze,
    Veld,
    VeldSoort,
    read_formulier,
    row_numbers,
    write_value,
)
from klachtdesk.formulieren.lezen import read_value

VANDAAG = date(2026, 4, 1)
DATUM = Veld("dag", "Dag", VeldSoort.DATUM)
TIJD = Veld("tijd", "Tijd", VeldSoort.TIJD)
KEUZE = Veld("keuze", "Keuze", VeldSoort.KEUZE, (Keuze("a", "A"), Keuze("b", "B")))
MEERKEUZE = Veld("keuzes", "Keuzes", VeldSoort.MEERKEUZE, KEUZE.keuzes)


@pytest.mark.parametrize(
    "typed", ["12-3-2026", "12/03/2026", "12.3.2026", "12 3 2026", "2026-03-12", " 12-03-2026 "]
)
def test_a_date_is_read_the_way_dutch_people_write_it(typed):
    assert read_value(DATUM, typed, VANDAAG) == date(2026, 3, 12)


@pytest.mark.parametrize(
    ("typed", "about"),
    [
        ("gisteren", "dag-maand-jaar"),
        ("12-3", "dag-maand-jaar"),
        ("12-3-26", "dag-maand-jaar"),
        ("31-2-2026", "bestaat niet"),
        ("1-13-2026", "bestaat niet"),
        ("2-4-2026", "toekomst"),  # one day after VANDAAG
        ("1-1-1026", "verleden"),
        ("0-0-0000", "bestaat niet"),
        ("99999999-1-1", "dag-maand-jaar"),
    ],
)
def test_a_date_that_is_none_is_explained(typed, about):
    with pytest.raises(ValueError, match=about):
        read_value(DATUM, typed, VANDAAG)


def test_a_date_by_which_something_must_be_done_may_lie_ahead():
    uiterlijk = Veld("uiterlijk", "Uiterlijk", VeldSoort.DATUM, na_vandaag=True)
    assert read_value(uiterlijk, "2-4-2026", VANDAAG) == date(2026, 4, 2)


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("half \ud83d teken", "half \ufffd teken"),
        ("\udc00", "\ufffd"),
        ("\ud83d\ude00", "\U0001f600"),  # two halves that belong together are one character
        (" \ufeffgewoon ", "\ufeffgewoon"),
    ],
)
def test_half_a_character_becomes_the_sign_that_one_is_missing(typed, kept):
    assert read_value(Veld("tekst", "Tekst"), typed, VANDAAG) == kept


@pytest.mark.parametrize(("typed", "read"), [("14", 14), (" 0 ", 0), ("", None), ("00014", 14)])
def test_a_number_is_read(typed, read):
    assert read_value(Veld("dagen", "Dagen", VeldSoort.GETAL), typed, VANDAAG) == read


@pytest.mark.parametrize("typed", ["-1", "1,5", "veertien", "1e3", "123456", "٣", "1 4"])
def test_a_number_that_is_none_is_explained(typed):
    with pytest.raises(ValueError, match="heel getal"):
        read_value(Veld("dagen", "Dagen", VeldSoort.GETAL), typed, VANDAAG)


@pytest.mark.parametrize("typed", ["10:40", "10.40", "1040", "10:40 uur"])
def test_a_time_is_read(typed):
    assert read_value(TIJD, typed, VANDAAG) == time(10, 40)


@pytest.mark.parametrize("typed", ["25:00", "10:60", "half elf"])
def test_a_time_that_is_none_is_explained(typed):
    with pytest.raises(ValueError, match="uur:minuten"):
        read_value(TIJD, typed, VANDAAG)


def test_an_answer_that_is_not_in_the_list_is_explained():
    with pytest.raises(ValueError, match="staat niet in de lijst"):
        read_value(KEUZE, "c", VANDAAG)
    assert read_value(MEERKEUZE, "b a", VANDAAG) == ("b", "a")


def test_too_long_a_text_is_named_with_both_lengths():
    with pytest.raises(ValueError, match=r"5\.000\.000 tekens; hier passen er 50\.000"):
        read_value(Veld("verhaal", "Verhaal", VeldSoort.LANGE_TEKST), "x" * 5_000_000, VANDAAG)


@pytest.mark.parametrize(
    "label", ["Wanneer gebeurde het?", "Wanneer gebeurde het *", "Wanneer gebeurde het? *"]
)
def test_a_fault_begins_with_the_label_without_its_signs(label):
    with pytest.raises(ValueError, match=r"^Wanneer gebeurde het: schrijf de datum"):
        read_value(Veld("op", label, VeldSoort.DATUM), "ooit", VANDAAG)


def test_all_faults_of_a_form_come_at_once():
    gelezen = read_formulier(
        MELDINGSFORMULIER, {"datum_gebeurtenis": "ooit", "ontvangen_om": "straks"}, VANDAAG
    )
    assert {fout.sleutel for fout in gelezen.fouten} == {"datum_gebeurtenis", "ontvangen_om"}


def test_rows_keep_their_own_number():
    raw = {"betrokkene.1.naam": "", "betrokkene.3.naam": "Trainer", "betrokkene.x.naam": "niemand"}
    sectie = next(sectie for sectie in MELDINGSFORMULIER.secties if sectie.rij == "betrokkene")
    assert row_numbers(sectie, raw) == [3]
    gelezen = read_formulier(MELDINGSFORMULIER, raw, VANDAAG)
    assert gelezen.rijen["betrokkene"].keys() == {3}
    assert gelezen.rijen["betrokkene"][3]["naam"] == "Trainer"


@given(st.dates(min_value=date(1900, 1, 1), max_value=VANDAAG))
def test_every_date_survives_writing_and_reading(day):
    assert read_value(DATUM, write_value(day), VANDAAG) == day


@given(st.times().map(lambda value: value.replace(second=0, microsecond=0)))
def test_every_time_survives_writing_and_reading(value):
    assert read_value(TIJD, write_value(value), VANDAAG) == value


@given(st.dictionaries(st.text(max_size=20), st.text(max_size=50), max_size=20))
def test_no_raw_values_make_reading_fail(raw):
    assert isinstance(read_formulier(MELDINGSFORMULIER, raw, VANDAAG).fouten, tuple)


@given(st.text())
def test_what_is_typed_in_a_story_is_kept_as_it_is(text):
    veld = Veld("verhaal", "Verhaal", VeldSoort.LANGE_TEKST)
    assert (read_value(veld, text, VANDAAG) or "") == text.strip()
