"""Judging signatures: what an attacker, a bad copy or another program may have done to the document."""

import io
from collections.abc import Callable
from datetime import datetime, timedelta

import pikepdf
import pytest
from asn1crypto import keys
from asn1crypto import x509 as asn1_x509
from cryptography.hazmat.primitives.serialization import Encoding, NoEncryption, PrivateFormat
from pyhanko.pdf_utils import generic
from pyhanko.pdf_utils.generic import pdf_name, pdf_string
from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter
from pyhanko.sign.fields import SigFieldSpec, append_signature_field
from pyhanko.sign.signers import PdfSignatureMetadata, SimpleSigner, sign_pdf
from pyhanko_certvalidator.registry import SimpleCertificateStore

from klachtdesk.documenten.oordeel import RenderedOordeel
from klachtdesk.ondertekening.bevriezen import ZEGEL, freeze
from klachtdesk.ondertekening.certificaten import Ondertekenaar, create_kantoorcertificaat, load_pkcs12
from klachtdesk.ondertekening.tekenen import sign
from klachtdesk.ondertekening.verifieren import is_revision_of, verify
from klachtdesk.views.ondertekening import HandtekeningStatus, OndertekeningView

VELDEN = ("klager", "klachtenfunctionaris", "betrokkene")
Parties = dict[str, Ondertekenaar]
Attack = Callable[[IncrementalPdfFileWriter], None]


@pytest.fixture(scope="module")
def half_signed(frozen: bytes, parties: Parties, moment: datetime) -> bytes:
    """Signed by the klager only."""
    return sign(frozen, "klager", parties["klager"], moment, naam="Klager")


@pytest.fixture(scope="module")
def signed(half_signed: bytes, parties: Parties, moment: datetime) -> bytes:
    pdf = half_signed
    for veld in VELDEN[1:]:
        pdf = sign(pdf, veld, parties[veld], moment, naam=veld)
    return pdf


def _status(stand: OndertekeningView, veld: str) -> HandtekeningStatus:
    return next(view.status for view in stand.velden if view.veld == veld)


def _appended(pdf: bytes, attack: Attack) -> bytes:
    """Return `pdf` with an incremental update: nothing of what was signed is touched."""
    writer = IncrementalPdfFileWriter(io.BytesIO(pdf))
    attack(writer)
    output = io.BytesIO()
    writer.write(output)
    assert output.getvalue().startswith(pdf)
    return output.getvalue()


def _page(writer: IncrementalPdfFileWriter) -> generic.DictionaryObject:
    page = writer.root["/Pages"]["/Kids"][0]
    writer.update_container(page)
    return page


def _field(writer: IncrementalPdfFileWriter, name: str) -> generic.DictionaryObject:
    for reference in writer.root["/AcroForm"]["/Fields"]:
        field = reference.get_object()
        if field["/T"] == name:
            writer.mark_update(reference.reference)
            return field
    raise AssertionError(name)


def _rewrite_the_text(writer: IncrementalPdfFileWriter) -> None:
    page = _page(writer)
    page["/Contents"] = writer.add_object(generic.StreamObject(stream_data=b"BT (ongegrond) Tj ET"))


def _cover_with_an_annotation(writer: IncrementalPdfFileWriter) -> None:
    note = generic.DictionaryObject(
        {
            pdf_name("/Type"): pdf_name("/Annot"),
            pdf_name("/Subtype"): pdf_name("/FreeText"),
            pdf_name("/Rect"): generic.ArrayObject([generic.NumberObject(n) for n in (50, 400, 550, 700)]),
            pdf_name("/Contents"): pdf_string("De klacht is ongegrond."),
        }
    )
    page = _page(writer)
    page["/Annots"] = generic.ArrayObject([*page.get("/Annots", ()), writer.add_object(note)])


def _move_a_box(writer: IncrementalPdfFileWriter) -> None:
    _field(writer, "betrokkene")["/Rect"] = generic.ArrayObject(
        [generic.NumberObject(n) for n in (0, 0, 595, 842)]
    )


def _rename_who_signs(writer: IncrementalPdfFileWriter) -> None:
    _field(writer, "betrokkene")["/TU"] = pdf_string("Handtekening van iemand anders")


def _redraw_the_stamp(writer: IncrementalPdfFileWriter) -> None:
    forged = generic.StreamObject(stream_data=b"0 0 100 100 re f")
    forged["/Type"], forged["/Subtype"] = pdf_name("/XObject"), pdf_name("/Form")
    forged["/BBox"] = generic.ArrayObject([generic.NumberObject(n) for n in (0, 0, 100, 100)])
    field = _field(writer, "klager")
    field["/AP"] = generic.DictionaryObject({pdf_name("/N"): writer.add_object(forged)})


def _take_the_signature_out(writer: IncrementalPdfFileWriter) -> None:
    del _field(writer, "klager")["/V"]


def _drop_the_seal(writer: IncrementalPdfFileWriter) -> None:
    del writer.root["/Perms"]
    writer.update_root()


def _add_a_visible_box(writer: IncrementalPdfFileWriter) -> None:
    append_signature_field(writer, SigFieldSpec("directeur", box=(50, 400, 550, 700)))


def _add_a_script(writer: IncrementalPdfFileWriter) -> None:
    writer.root["/OpenAction"] = generic.DictionaryObject(
        {pdf_name("/S"): pdf_name("/JavaScript"), pdf_name("/JS"): pdf_string("app.alert(1)")}
    )
    writer.update_root()


ATTACKS = [
    _rewrite_the_text,
    _cover_with_an_annotation,
    _move_a_box,
    _rename_who_signs,
    _take_the_signature_out,
    _drop_the_seal,
    _add_a_visible_box,
    _add_a_script,
]


@pytest.mark.clausule("IA-5.7")
def test_all_three_make_it_complete(signed: bytes, moment: datetime) -> None:
    stand = verify(signed, moment)
    assert stand.volledig
    assert stand.bevroren
    assert stand.zegel_geldig
    assert all(view.intact and view.ongewijzigd for view in stand.velden)
    assert stand.oordeel == "Alle 3 partijen hebben getekend en het document is sindsdien niet gewijzigd."


def test_what_is_open_is_named(half_signed: bytes, frozen: bytes, moment: datetime) -> None:
    assert (
        verify(frozen, moment).oordeel
        == "Het document is verzegeld en niet gewijzigd; nog niemand heeft getekend."
    )
    stand = verify(half_signed, moment)
    assert stand.oordeel == "Getekend: 1 van 3. Nog open: klachtenfunctionaris, betrokkene."
    assert not stand.volledig


@pytest.mark.parametrize("attack", ATTACKS, ids=lambda attack: attack.__name__.strip("_"))
def test_whatever_is_appended_to_a_signed_document_breaks_it(
    half_signed: bytes, moment: datetime, attack: Attack
) -> None:
    altered = _appended(half_signed, attack)
    assert is_revision_of(half_signed, altered), "only the difference analysis can see this"
    stand = verify(altered, moment)
    assert not stand.zegel_geldig
    assert not stand.volledig
    assert HandtekeningStatus.GETEKEND not in {view.status for view in stand.velden}


def test_a_stamp_drawn_anew_makes_that_signature_invalid(half_signed: bytes, moment: datetime) -> None:
    # The seal allows filling in forms, and this passes for it; the signature in that field does not.
    stand = verify(_appended(half_signed, _redraw_the_stamp), moment)
    assert _status(stand, "klager") is HandtekeningStatus.ONGELDIG
    assert not stand.volledig
    assert stand.oordeel == "Er is een ongeldige handtekening: klager."


@pytest.mark.parametrize("attack", ATTACKS[:3], ids=lambda attack: attack.__name__.strip("_"))
def test_what_was_changed_before_a_later_signature_breaks_it_too(
    half_signed: bytes, parties: Parties, moment: datetime, attack: Attack
) -> None:
    altered = _signed_elsewhere(_appended(half_signed, attack), "betrokkene", parties["betrokkene"])
    stand = verify(altered, moment)
    assert not stand.zegel_geldig
    assert _status(stand, "klager") is HandtekeningStatus.ONGELDIG
    assert _status(stand, "betrokkene") is HandtekeningStatus.ONGELDIG


def test_a_changed_byte_anywhere_is_never_complete(signed: bytes, moment: datetime) -> None:
    # Sixty places spread over the whole file: text, fonts, cross-references, fields, seal and signatures. The
    # last signature has tests of its own: which algorithms it lists, for one, is not covered by itself.
    last = _contents_of(signed, VELDEN[-1])
    start = signed.index(last)
    places = range(7, len(signed), len(signed) // 60)
    for place in (place for place in places if not start <= place < start + len(last)):
        damaged = bytearray(signed)
        damaged[place] ^= 1
        assert not verify(bytes(damaged), moment).volledig, f"byte {place} of {len(signed)}"


@pytest.mark.parametrize("veld", [*VELDEN, ZEGEL])
def test_a_changed_byte_inside_a_signature_makes_it_invalid(
    signed: bytes, moment: datetime, veld: str
) -> None:
    contents = _contents_of(signed, veld)
    place = signed.index(contents) + 400  # in the certificate: bytes 60 to some 900 of the signature
    damaged = signed[:place] + (b"1" if signed[place : place + 1] != b"1" else b"2") + signed[place + 1 :]
    stand = verify(damaged, moment)
    assert not stand.volledig
    if veld != ZEGEL:
        assert _status(stand, veld) is HandtekeningStatus.ONGELDIG


def test_nothing_can_hide_in_the_room_kept_for_the_last_signature(signed: bytes, moment: datetime) -> None:
    # No signature covers this room, so only the check on zeros sees it.
    contents = _contents_of(signed, VELDEN[-1])
    assert contents.endswith(b"0" * 20)
    place = signed.index(contents) + len(contents) - 10
    stand = verify(signed[:place] + b"ab" + signed[place + 2 :], moment)
    assert _status(stand, VELDEN[-1]) is HandtekeningStatus.ONGELDIG


def _contents_of(pdf: bytes, veld: str) -> bytes:
    """Return the hexadecimal digits of the signature in a field, as they stand in the file."""
    writer = IncrementalPdfFileWriter(io.BytesIO(pdf))
    digits = _field(writer, veld)["/V"].raw_get("/Contents").original_bytes.hex().encode()
    return digits if digits in pdf else digits.upper()


def test_every_cut_off_copy_is_incomplete(signed: bytes, moment: datetime) -> None:
    for length in (0, 1, 1_000, len(signed) // 2, len(signed) - 1_000, len(signed) - 40):
        assert not verify(signed[:length], moment).volledig


def test_a_copy_saved_anew_by_another_program_is_invalid(
    signed: bytes, frozen: bytes, moment: datetime
) -> None:
    output = io.BytesIO()
    with pikepdf.open(io.BytesIO(signed)) as document:
        document.save(output)
    assert not is_revision_of(frozen, output.getvalue())
    assert not verify(output.getvalue(), moment).zegel_geldig


def _signed_elsewhere(pdf: bytes, veld: str, ondertekenaar: Ondertekenaar) -> bytes:
    """Sign as another program would: its own look, its own clock, and the older PKCS#7 form."""
    key = ondertekenaar.sleutel.private_bytes(Encoding.DER, PrivateFormat.PKCS8, NoEncryption())
    signer = SimpleSigner(
        asn1_x509.Certificate.load(ondertekenaar.certificaat.public_bytes(Encoding.DER)),
        keys.PrivateKeyInfo.load(key),
        SimpleCertificateStore(),
    )
    output = io.BytesIO()
    writer = IncrementalPdfFileWriter(io.BytesIO(pdf))
    sign_pdf(writer, PdfSignatureMetadata(field_name=veld, md_algorithm="sha512"), signer, output=output)
    return output.getvalue()


def test_a_signature_set_with_another_program_is_accepted(
    frozen: bytes, parties: Parties, zegel: Ondertekenaar, moment: datetime
) -> None:
    returned = _signed_elsewhere(frozen, "klager", parties["klager"])
    stand = verify(returned, moment, kantoorcertificaat=zegel.certificaat)
    assert is_revision_of(frozen, returned)
    assert stand.zegel_geldig
    assert _status(stand, "klager") is HandtekeningStatus.GETEKEND
    assert stand.velden[0].wijze is None


def test_a_signature_in_a_field_of_its_own_making_does_not_count(
    frozen: bytes, parties: Parties, moment: datetime
) -> None:
    stand = verify(_signed_elsewhere(frozen, "indringer", parties["klager"]), moment)
    assert _status(stand, "indringer") is HandtekeningStatus.ONGELDIG
    assert not stand.volledig
    assert "indringer" in stand.oordeel


def test_a_document_that_nobody_sealed_is_not_frozen(
    rendered: RenderedOordeel, parties: Parties, moment: datetime
) -> None:
    for pdf in (rendered.pdf, _signed_elsewhere(rendered.pdf, "klager", parties["klager"])):
        stand = verify(pdf, moment)
        assert not stand.bevroren
        assert not stand.volledig
        assert stand.oordeel == "Dit document is niet door het kantoor verzegeld."


@pytest.mark.parametrize("data", [b"", b"geen pdf", b"%PDF-1.7\n%%EOF", bytes(10_000)])
def test_what_is_no_pdf_is_told_and_never_raised(data: bytes, moment: datetime) -> None:
    stand = verify(data, moment)
    assert stand.velden == ()
    assert (stand.bevroren, stand.zegel_geldig, stand.volledig) == (False, False, False)
    assert "kan worden gelezen" in stand.oordeel


def test_the_seal_of_another_office_of_the_same_name_does_not_count(
    rendered: RenderedOordeel, zegel: Ondertekenaar, moment: datetime
) -> None:
    other = load_pkcs12(create_kantoorcertificaat("Interactie", "x", moment), "x", moment)
    forged = freeze(rendered.pdf, rendered.velden, other, moment)
    assert verify(forged, moment).zegel_geldig, "in itself the document is whole"
    stand = verify(forged, moment, kantoorcertificaat=zegel.certificaat)
    assert not stand.zegel_geldig
    assert stand.oordeel == "Het document is niet met het certificaat van dit kantoor verzegeld."


def test_trust_is_told_apart_from_validity(signed: bytes, parties: Parties, moment: datetime) -> None:
    plain = verify(signed, moment).velden[0]
    assert plain.status is HandtekeningStatus.GETEKEND
    assert not plain.vertrouwd
    assert "zelf uitgegeven: niemand anders staat in voor de naam" in plain.uitleg
    trusted = verify(signed, moment, vertrouwd=[parties["klager"].certificaat]).velden[0]
    assert trusted.vertrouwd
    assert "wordt vertrouwd" in trusted.uitleg


def test_a_signature_stays_valid_when_its_certificate_expires(signed: bytes, moment: datetime) -> None:
    assert verify(signed, moment + timedelta(days=20 * 365)).volledig


def test_the_explanation_gives_the_time_of_signing_as_the_reader_knows_it(
    signed: bytes, moment: datetime
) -> None:
    assert verify(signed, moment).velden[0].uitleg.startswith("Gezet op 24 april 2026, 14.05 uur;")


def test_the_frozen_document_comes_first_in_what_was_signed(frozen: bytes, signed: bytes) -> None:
    assert is_revision_of(frozen, signed)
    assert is_revision_of(frozen, frozen)
    assert not is_revision_of(signed, frozen)
    assert not is_revision_of(frozen, b"\n" + signed)
