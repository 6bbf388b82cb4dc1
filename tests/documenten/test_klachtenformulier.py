"""The empty klachtenformulier: its fields, and what stands around them, for each reglement."""

from io import BytesIO

import pikepdf
import pytest
from klachtenformulieren import KANTOOR, empty_form, fields_of
from pdf_text import text_of
from pypdf import PdfReader

from klachtdesk.assets import read_text
from klachtdesk.documenten.klachtenformulier import MERK
from klachtdesk.formulieren import MELDINGSFORMULIER, VeldSoort
from klachtdesk.formulieren.klachtenformulier import KLACHTENFORMULIER
from klachtdesk.reglement.loading import load_reglement

REGLEMENTEN = ("interactie", "klassewerk", "klik_onderwijs", "leefstijlwijzer", "tien_voor_taal")
_MULTILINE, _REQUIRED = 1 << 12, 1 << 1


@pytest.fixture(params=REGLEMENTEN)
def reglement(request: pytest.FixtureRequest):
    return load_reglement(read_text("reglementen", f"{request.param}.toml"))


@pytest.fixture
def document(reglement):
    with pikepdf.open(BytesIO(empty_form(reglement.sleutel))) as opened:
        yield opened


def _fields(reglement: str):
    with pikepdf.open(BytesIO(empty_form(reglement))) as opened:
        return {
            name: (int(field.get("/Ff", 0)), str(field.get("/TU", "")))
            for name, field in fields_of(opened).items()
        }


def test_every_question_is_one_of_the_meldingsformulier_of_the_same_kind():
    melding = {
        sectie.raw_key(veld): veld.soort for sectie in MELDINGSFORMULIER.secties for veld in sectie.velden
    }
    asked = {
        sectie.raw_key(veld): veld.soort for sectie in KLACHTENFORMULIER.secties for veld in sectie.velden
    }
    assert asked.items() <= melding.items()


def test_a_field_is_called_by_its_raw_key_and_choices_by_their_key(reglement, document):
    names = set(fields_of(document)) - {MERK}
    known = {sectie.raw_key(veld): veld for sectie in KLACHTENFORMULIER.secties for veld in sectie.velden}
    onderwerpen = {f"onderwerpen.{item.sleutel}" for item in reglement.onderwerpen}
    assert names <= known.keys() | onderwerpen
    assert onderwerpen <= names
    if reglement.hoedanigheden:
        kids = fields_of(document)["hoedanigheid"].Kids
        states = {key.removeprefix("/") for kid in kids for key in kid.AP.N.keys()} - {"Off"}  # noqa: SIM118
        assert states == {item.sleutel for item in reglement.hoedanigheden}


def test_every_field_says_what_it_is(document):
    fields = fields_of(document)
    assert all(str(field.get("/TU", "")) for name, field in fields.items() if name != MERK)
    assert str(fields["melder.1.naam"].TU).startswith("Melder: naam")
    assert "12-3-2026" in str(fields["datum_gebeurtenis"].TU)


def test_long_answers_take_lines_and_short_ones_no_more_than_is_kept(document):
    fields = fields_of(document)
    for sectie in KLACHTENFORMULIER.secties:
        for veld in sectie.velden:
            field = fields.get(sectie.raw_key(veld))
            if field is None or veld.keuzes_uit:
                continue
            assert bool(int(field.get("/Ff", 0)) & _MULTILINE) == (veld.soort is VeldSoort.LANGE_TEKST)
            assert int(field.MaxLen) <= veld.max_lengte


def test_tab_goes_down_the_form(document):
    """The boxes stand in the order of the questions, line by line; that order is the one of Tab."""
    for page in document.pages:
        assert str(page.Tabs) == "/S"
        places = [
            (float(item.Rect[3]), float(item.Rect[0]))
            for item in page.obj.get("/Annots", [])
            if not int(item.F) & 2
        ]
        assert places == sorted(places, key=lambda place: (-round(place[0]), place[1]))


def test_it_is_dutch_and_titled_and_runs_nothing(document):
    assert str(document.Root.Lang) == "nl-NL"
    assert str(document.docinfo["/Title"]) == "Klachtenformulier"
    assert bool(document.Root.ViewerPreferences.DisplayDocTitle)
    found = [item for item in document.objects if isinstance(item, pikepdf.Dictionary)]
    assert not [item for item in found if {"/JS", "/AA", "/OpenAction"} & set(item.keys())]


def test_the_hidden_mark_names_the_reglement_and_is_neither_seen_nor_printed(reglement, document):
    mark = fields_of(document)[MERK]
    assert str(mark.V) == f"klachtenformulier-1 {reglement.sleutel} {reglement.versie}"
    assert int(mark.F) == 2
    assert int(mark.Ff) & 1


@pytest.mark.parametrize(
    "text", ["Çağla Şahin", "Łukasz Żółć", "Nguyễn Đức", "Αθήνα", "Київ Ђорђе", "“ij” € –"]
)
def test_any_of_these_letters_can_be_typed(document, text: str):
    """The embedded font is whole: it has a glyph, and a way to it, for each of these characters."""
    font = document.Root.AcroForm.DR.Font["/Invul"]
    named = font.ToUnicode.read_bytes().decode("ascii")
    assert [letter for letter in text if f"<{ord(letter):04X}>\n" not in named] == []
    assert len(font.DescendantFonts[0].FontDescriptor.FontFile2.read_bytes()) > 500_000


def test_what_it_says_around_the_fields_is_the_reglements(reglement):
    text = text_of(empty_form(reglement.sleutel))
    assert KANTOOR.adres in text
    assert KANTOOR.email in text
    assert f"{reglement.naam}, versie {reglement.versie}" in text
    for mededeling in reglement.mededelingen:
        if mededeling.sleutel in {"vertrouwelijk", "kosten"}:
            assert " ".join(mededeling.zin.split()) in text
    for onderwerp in reglement.onderwerpen:
        assert onderwerp.label in text


@pytest.mark.clausule("TT-1.3")
def test_10_voor_taal_marks_what_has_to_be_filled_in():
    fields = _fields("tien_voor_taal")
    assert {name for name, (flags, _) in fields.items() if flags & _REQUIRED} == {
        "melder.1.naam",
        "omschrijving",
        "dagtekening",
    }
    assert fields["omschrijving"][1].endswith("nodig")


@pytest.mark.clausule("KL-2")
def test_klik_onderwijs_marks_what_a_klacht_contains():
    fields = _fields("klik_onderwijs")
    assert {name for name, (flags, _) in fields.items() if flags & _REQUIRED} == {
        "melder.1.naam",
        "melder.1.organisatie",
        "melder.1.email",
        "melder.1.telefoon",
        "product",
        "dagtekening",
        "omschrijving",
        "motivering",
    }


@pytest.mark.clausule("TT-1.3", "TT-2.1", "IA-1")
def test_the_machtiging_stands_where_the_reglement_knows_one():
    with_machtiging = {key for key in REGLEMENTEN if "klager.1.naam" in _fields(key)}
    assert with_machtiging == {"tien_voor_taal", "interactie"}
    text = text_of(empty_form("tien_voor_taal"))
    assert "dan dient de machtiging volledig en juist te zijn ingevuld" in text
    assert "Handtekening van uzelf" in text
    assert "Handtekening van de gemachtigde" in text
    assert "machtiging_op" in _fields("tien_voor_taal")


def test_equal_input_gives_equal_bytes_and_another_library_reads_its_fields(reglement):
    first = empty_form.__wrapped__(reglement.sleutel)
    assert first == empty_form.__wrapped__(reglement.sleutel)
    fields = PdfReader(BytesIO(first)).get_fields() or {}
    assert {"melder.1.naam", "omschrijving", MERK} <= fields.keys()
