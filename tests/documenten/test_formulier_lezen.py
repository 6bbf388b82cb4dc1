"""Klachtenformulieren that come back: filled in by many programs, made flat, damaged, or not ours at all."""

import logging
from io import BytesIO
from pathlib import Path

import pikepdf
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from klachtenformulieren import TYPED, changed, empty_form, fields_of, filled_form, small_form
from pikepdf import Array, Dictionary, Name, Pdf, Stream, String
from pikepdf.form import ExtendedAppearanceStreamGenerator, Form
from pypdf import PdfWriter

from klachtdesk.documenten.formulier_lezen import MAX_BYTES, Herkend, read_formulier_pdf
from klachtdesk.documenten.klachtenformulier import MERK
from klachtdesk.documenten.pdf_velden import MAX_TEXT

FOLDER = Path(__file__).parent / "formulieren"
TICKED = {"onderwerpen": "gedrag", "hoedanigheid": "client"}


@pytest.fixture(autouse=True)
def _quiet(caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.CRITICAL, logger="pypdf")
    caplog.set_level(logging.CRITICAL, logger="pikepdf")


def _by_pypdf(*, appearances: bool) -> bytes:
    writer = PdfWriter(clone_from=BytesIO(empty_form()))
    values = {**TYPED, "onderwerpen.gedrag": "/Yes", "hoedanigheid": "/client"}
    for page in writer.pages:
        writer.update_page_form_field_values(page, values, auto_regenerate=not appearances)
    output = BytesIO()
    writer.write(output)
    return output.getvalue()


def _by_pikepdf(*, appearances: bool) -> bytes:
    def fill(document: Pdf) -> None:
        form = Form(document, ExtendedAppearanceStreamGenerator if appearances else None)
        for name in ("melder.1.naam", "dagtekening"):
            form[name].value = TYPED[name]
        form["onderwerpen.gedrag"].checked = True

    return changed(empty_form(), fill)


@pytest.mark.clausule("TT-1.3")
@pytest.mark.parametrize("appearances", [True, False])
def test_what_pypdf_filled_in_comes_back(appearances: bool):
    gelezen = read_formulier_pdf(_by_pypdf(appearances=appearances))
    assert (gelezen.herkend, gelezen.reglement, gelezen.versie) == (
        Herkend.FORMULIER,
        "tien_voor_taal",
        "1",
    )
    assert gelezen.waarden == {**TYPED, **TICKED}


def test_what_pikepdf_filled_in_comes_back():
    gelezen = read_formulier_pdf(_by_pikepdf(appearances=False))
    assert gelezen.waarden == {
        "melder.1.naam": "Çağla Şahin",
        "dagtekening": "13-4-2026",
        "onderwerpen": "gedrag",
    }


@pytest.mark.parametrize("made_with", ["mupdf", "qpdf"])
def test_what_other_programs_filled_in_comes_back(made_with: str):
    gelezen = read_formulier_pdf((FOLDER / f"{made_with}.pdf").read_bytes())
    assert gelezen.herkend is Herkend.FORMULIER
    assert gelezen.waarden == {
        **TYPED,
        **TICKED,
        "melder.1.naam": "Çağla Şahin Łukasz Żółć",
        "melder.1.plaats": "Київ Ђорђе",
    }


def test_what_was_typed_in_a_browser_comes_back():
    gelezen = read_formulier_pdf((FOLDER / "pdfium.pdf").read_bytes())
    assert gelezen.waarden == {
        "melder.1.naam": "Çağla Şahin Łukasz",
        "melder.1.adres": "Nguyễn Trãi 5, Αθήνα",
        "melder.1.plaats": "Київ Ђорђе",
        "onderwerpen": "gedrag",
    }


def test_several_onderwerpen_are_one_value():
    ticked = {"onderwerpen.kwaliteit": "Yes", "onderwerpen.handelen": "Yes", "onderwerpen.gedrag": "Off"}
    assert read_formulier_pdf(filled_form({}, ticked)).waarden == {"onderwerpen": "kwaliteit handelen"}


def test_an_empty_form_has_no_values():
    gelezen = read_formulier_pdf(empty_form())
    assert (gelezen.herkend, gelezen.waarden) == (Herkend.FORMULIER, {})


def test_a_box_that_is_ticked_in_its_appearance_only_counts():
    def tick(document: Pdf) -> None:
        fields_of(document)["onderwerpen.gedrag"].AS = Name.Yes

    assert read_formulier_pdf(changed(empty_form(), tick)).waarden == {"onderwerpen": "gedrag"}


def test_a_long_text_may_be_a_stream():
    def fill(document: Pdf) -> None:
        fields_of(document)["omschrijving"].V = Stream(document, String("Łange tekst").__bytes__())

    assert read_formulier_pdf(changed(empty_form(), fill)).waarden == {"omschrijving": "Łange tekst"}


@pytest.mark.filterwarnings("ignore:This document has")
def test_fields_that_hang_loose_on_the_page_are_found():
    """Some programs drop the list of fields and leave the fields on the pages."""

    def loosen(document: Pdf) -> None:
        document.Root.AcroForm.Fields = Array()

    gelezen = read_formulier_pdf(changed(filled_form(ticked={"onderwerpen.gedrag": "Yes"}), loosen))
    assert gelezen.herkend is Herkend.FORMULIER
    assert gelezen.waarden == {**TYPED, "onderwerpen": "gedrag"}


def test_a_form_without_its_hidden_field_is_known_by_its_metadata():
    def drop(document: Pdf) -> None:
        del fields_of(document)[MERK]["/V"]

    gelezen = read_formulier_pdf(changed(filled_form(), drop))
    assert (gelezen.herkend, gelezen.reglement) == (Herkend.FORMULIER, "tien_voor_taal")
    assert gelezen.waarden == TYPED


class TestMadeFlat:
    @pytest.mark.parametrize("made_with", ["mupdf", "ghostscript"])
    def test_a_flat_form_is_told_apart(self, made_with: str):
        gelezen = read_formulier_pdf((FOLDER / f"plat_{made_with}.pdf").read_bytes())
        assert (gelezen.herkend, gelezen.reglement, gelezen.waarden) == (Herkend.PLAT, "tien_voor_taal", {})

    def test_by_pypdf(self):
        writer = PdfWriter(clone_from=BytesIO(empty_form()))
        for page in writer.pages:
            writer.update_page_form_field_values(page, TYPED, flatten=True)
        writer.remove_annotations(subtypes="/Widget")
        output = BytesIO()
        writer.write(output)
        assert read_formulier_pdf(output.getvalue()).herkend is Herkend.PLAT

    def test_by_pikepdf(self):
        def flatten(document: Pdf) -> None:
            document.generate_appearance_streams()
            document.flatten_annotations("print")

        assert read_formulier_pdf(changed(filled_form(), flatten)).herkend is Herkend.PLAT

    def test_printed_as_pdf_nothing_tells_what_it_was(self):
        assert read_formulier_pdf((FOLDER / "plat_cairo.pdf").read_bytes()).herkend is Herkend.GEEN_FORMULIER


class TestNotOurs:
    def test_another_form(self):
        def other(document: Pdf) -> None:
            page = document.add_blank_page()
            field = document.make_indirect(
                Dictionary(
                    FT=Name.Tx,
                    T=String("naam"),
                    V=String("Jan"),
                    Type=Name.Annot,
                    Subtype=Name.Widget,
                    Rect=Array([0, 0, 9, 9]),
                )
            )
            page.Annots = Array([field])
            document.Root.AcroForm = Dictionary(Fields=Array([field]))

        blank = BytesIO()
        Pdf.new().save(blank)
        gelezen = read_formulier_pdf(changed(blank.getvalue(), other))
        assert (gelezen.herkend, gelezen.waarden) == (Herkend.ANDER_FORMULIER, {})

    def test_no_pdf_at_all(self):
        assert read_formulier_pdf(b"PK\x03\x04 a Word document").herkend is Herkend.GEEN_PDF
        assert read_formulier_pdf(b"").herkend is Herkend.GEEN_PDF

    @pytest.mark.parametrize("owner_only", [True, False])
    def test_encrypted(self, owner_only: bool):
        """What asks for a password to be opened can't be read; what only forbids printing can."""
        encryption = pikepdf.Encryption(owner="geheim", user="" if owner_only else "geheim")
        made = changed(filled_form(), lambda _document: None, encryption=encryption)
        expected = Herkend.FORMULIER if owner_only else Herkend.VERSLEUTELD
        assert read_formulier_pdf(made).herkend is expected

    def test_damaged(self):
        assert read_formulier_pdf(b"%PDF-1.7\n" + b"\x00" * 500).herkend is Herkend.BESCHADIGD

    def test_larger_than_25_mb_is_not_looked_at(self):
        assert read_formulier_pdf(filled_form() + b"\x00" * MAX_BYTES).herkend is Herkend.TE_GROOT


class TestHostile:
    def test_a_bomb_is_not_unpacked(self):
        """An object stream of some hundred kB that would be 1 GB: the reader gives up long before."""

        def hide(document: Pdf) -> None:
            import zlib

            packer = zlib.compressobj(9)
            packed = b"".join(packer.compress(b"0 " * 500_000) for _ in range(1_000)) + packer.flush()
            stream = Stream(document, b"")
            stream.write(packed, filter=Name.FlateDecode)
            fields_of(document)["omschrijving"].V = document.make_indirect(stream)

        made = changed(empty_form(), hide)
        assert len(made) < 5_000_000
        assert read_formulier_pdf(made).herkend in {Herkend.FORMULIER, Herkend.BESCHADIGD}

    def test_a_text_of_a_million_characters_is_cut(self):
        gelezen = read_formulier_pdf(filled_form({"omschrijving": "x" * 1_000_000}))
        assert len(gelezen.waarden["omschrijving"]) == MAX_TEXT

    def test_half_characters_and_null_bytes_do_not_stop_it(self):
        def fill(document: Pdf) -> None:
            fields = fields_of(document)
            fields["melder.1.naam"].V = String(b"\xfe\xff\xd8\x00\x00A")  # half of a pair, then an A
            fields["product"].V = String(b"a\x00b\xff")

        waarden = read_formulier_pdf(changed(empty_form(), fill)).waarden
        assert waarden["melder.1.naam"].endswith("A")
        assert waarden["product"].startswith("a")

    def test_a_field_that_is_its_own_kid_ends(self):
        def tie(document: Pdf) -> None:
            root = document.Root.AcroForm.Fields[1]
            root.Kids.append(root)
            fields_of_first = root.Kids[0]
            fields_of_first.Kids.append(root)

        assert read_formulier_pdf(changed(filled_form(), tie)).herkend is Herkend.FORMULIER

    def test_ten_thousand_fields_and_as_many_attachments_are_bounded(self):
        def fill(document: Pdf) -> None:
            for number in range(10_000):
                document.Root.AcroForm.Fields.append(
                    document.make_indirect(Dictionary(FT=Name.Tx, T=String(f"extra{number}"), V=String("x")))
                )
            names = [part for number in range(10_000) for part in (String(f"{number:05}"), Dictionary())]
            document.Root.Names = Dictionary(EmbeddedFiles=Dictionary(Names=Array(names)))

        gelezen = read_formulier_pdf(changed(filled_form(), fill))
        assert gelezen.herkend is Herkend.FORMULIER
        assert gelezen.waarden["melder.1.naam"] == TYPED["melder.1.naam"]

    @pytest.mark.parametrize("value", [Name.x, Array([1]), Dictionary(), 7, True])
    def test_a_value_that_is_no_text_is_passed_over(self, value):
        def fill(document: Pdf) -> None:
            fields_of(document)["product"].V = value

        assert read_formulier_pdf(changed(empty_form(), fill)).waarden == {}

    @settings(max_examples=150, suppress_health_check=[HealthCheck.function_scoped_fixture])
    @given(
        changes=st.lists(
            st.tuples(st.integers(min_value=0, max_value=10**9), st.binary(min_size=1, max_size=12)),
            min_size=1,
            max_size=8,
        ),
        cut=st.none() | st.integers(min_value=0, max_value=10**9),
    )
    def test_no_damage_makes_it_fail(self, changes: list[tuple[int, bytes]], cut: int | None):
        """Any change of any bytes gives an answer, never an exception."""
        made = bytearray(small_form())
        for place, what in changes:
            start = place % len(made)
            made[start : start + len(what)] = what
        end = len(made) if cut is None else cut % (len(made) + 1)
        assert isinstance(read_formulier_pdf(bytes(made[:end])).herkend, Herkend)
