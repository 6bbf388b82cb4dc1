"""A PDF as it is looked at: what was filled in shows, whoever filled it in."""

from io import BytesIO
from pathlib import Path

import pikepdf
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from klachtenformulieren import TYPED, changed, fields_of, filled_form, small_form
from pdf_text import text_of
from pikepdf import Array, Name, Pdf

from klachtdesk.documenten.weergave import as_seen

FOLDER = Path(__file__).parent / "formulieren"


def test_values_without_an_appearance_are_drawn():
    text = text_of(as_seen(filled_form()))
    assert [value for value in TYPED.values() if " ".join(value.split()) not in text] == []


def test_a_tick_without_an_appearance_of_its_own_shows():
    ticked = {"onderwerpen.gedrag": "Yes", "onderwerpen.kwaliteit": "Off"}
    plain, crossed = (len(_drawing(as_seen(filled_form({}, item)))) for item in ({}, ticked))
    assert crossed > plain


def test_what_the_file_says_not_to_trust_is_drawn_anew():
    def stale(document: Pdf) -> None:
        document.Root.AcroForm.NeedAppearances = True

    assert TYPED["melder.1.naam"] in text_of(as_seen(changed(filled_form(), stale)))


def test_a_value_prints_as_it_was_typed_and_only_as_far_as_its_box():
    typed = {"product": "<img src='/etc/hostname'/>", "omschrijving": "regel\n" * 3_000}
    text = text_of(as_seen(filled_form(typed)))
    assert "<img src='/etc/hostname'/>" in text
    assert 5 < text.count("regel") < 40


def test_the_hidden_mark_stays_hidden():
    assert "klachtenformulier-1" not in text_of(as_seen(filled_form()))


def test_a_box_without_width_or_off_the_page_does_no_harm():
    def squeeze(document: Pdf) -> None:
        fields = fields_of(document)
        fields["product"].Rect = Array([10, 10, 10, 10])
        fields["omschrijving"].Rect = Array([9_000, 9_000, 1, 1])

    assert "Şahin" in text_of(as_seen(changed(filled_form({**TYPED, "product": "x"}), squeeze)))


@pytest.mark.parametrize("made_with", ["mupdf", "pdfium", "qpdf"])
def test_what_other_programs_filled_in_shows(made_with: str):
    text = text_of(as_seen((FOLDER / f"{made_with}.pdf").read_bytes()))
    assert "Çağla Şahin Łukasz" in text
    assert "Nguyễn Trãi 5, Αθήνα" in text


@settings(max_examples=60)
@given(place=st.integers(min_value=0), what=st.binary(min_size=1, max_size=12))
def test_no_damage_makes_it_fail(place: int, what: bytes):
    made = bytearray(small_form())
    start = place % len(made)
    made[start : start + len(what)] = what
    assert as_seen(bytes(made))


def _drawing(pdf: bytes) -> bytes:
    """Return all that is drawn on the first page, unpacked."""
    with pikepdf.open(BytesIO(pdf)) as document:
        page = document.pages[0]
        forms = [
            item.read_bytes()
            for item in page.Resources.get("/XObject", {}).values()
            if item.get("/Subtype") == Name.Form
        ]
        page.contents_coalesce()
        return page.Contents.read_bytes() + b"".join(forms)
