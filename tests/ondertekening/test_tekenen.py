"""Freezing and signing, with other programs for a second opinion."""

import io
import re
import shutil
import subprocess
from collections.abc import Callable
from datetime import datetime, timedelta
from itertools import permutations
from pathlib import Path

import pytest
from cryptography import x509
from cryptography.hazmat.primitives.asymmetric import ec
from oordelen import make_oordeel
from pypdf import PdfReader

from klachtdesk.documenten.oordeel import RenderedOordeel, render_oordeel
from klachtdesk.errors import SignatureError
from klachtdesk.ondertekening.bevriezen import ZEGEL, freeze
from klachtdesk.ondertekening.certificaten import Ondertekenaar, load_pkcs12
from klachtdesk.ondertekening.tekenen import sign
from klachtdesk.ondertekening.verifieren import is_revision_of, verify
from klachtdesk.views.ondertekening import HandtekeningStatus
from klachtdesk.views.oordeel import PartijView

VELDEN = ("klager", "klachtenfunctionaris", "betrokkene")


def _program(name: str, package: str) -> str:
    path = shutil.which(name)
    assert path, f"this test needs {name}: apt-get install {package}"
    return path


def _stamp_text(pdf: bytes, veld: str) -> str:
    field = (PdfReader(io.BytesIO(pdf)).get_fields() or {})[veld].indirect_reference
    assert field is not None
    appearance = field.get_object()["/AP"]["/N"]
    (drawing,) = appearance["/Resources"]["/XObject"].values()
    page = PdfReader(io.BytesIO(pdf)).pages[0]
    return " ".join(page.extract_xform_text(drawing.get_object()).split())


@pytest.fixture(scope="module")
def signed(frozen: bytes, parties: dict[str, Ondertekenaar], moment: datetime) -> bytes:
    pdf = frozen
    for veld in VELDEN:
        pdf = sign(pdf, veld, parties[veld], moment, naam=f"Naam van {veld}")
    return pdf


def test_freezing_adds_to_the_document_and_leaves_it_as_it_is(
    rendered: RenderedOordeel, frozen: bytes
) -> None:
    assert frozen.startswith(rendered.pdf)
    fields = PdfReader(io.BytesIO(frozen)).get_fields() or {}
    assert set(fields) == {*VELDEN, ZEGEL}
    places = {veld.naam: veld.rect for veld in rendered.velden}
    for name, rect in places.items():
        widget = fields[name].indirect_reference
        assert widget is not None
        assert [float(value) for value in widget.get_object()["/Rect"]] == pytest.approx(rect, abs=0.01)
        assert widget.get_object()["/TU"].startswith("Handtekening van ")


def test_the_seal_is_invisible_and_allows_signing_only(frozen: bytes) -> None:
    seal = (PdfReader(io.BytesIO(frozen)).get_fields() or {})[ZEGEL].indirect_reference
    assert seal is not None
    assert [float(value) for value in seal.get_object()["/Rect"]] == [0, 0, 0, 0]
    (reference,) = seal.get_object()["/V"]["/Reference"]
    assert reference["/TransformMethod"] == "/DocMDP"
    assert reference["/TransformParams"]["/P"] == 2  # fill in forms and sign: ISO 32000-1, table 254


def test_two_parties_never_share_a_box(
    rendered: RenderedOordeel, zegel: Ondertekenaar, moment: datetime
) -> None:
    with pytest.raises(SignatureError, match="geen vakken"):
        freeze(rendered.pdf, (rendered.velden[0], rendered.velden[0]), zegel, moment)


def test_without_boxes_the_document_is_sealed_and_nothing_else(
    rendered: RenderedOordeel, zegel: Ondertekenaar, moment: datetime
) -> None:
    stand = verify(freeze(rendered.pdf, (), zegel, moment), moment)
    assert (stand.velden, stand.bevroren, stand.zegel_geldig, stand.volledig) == ((), True, True, False)


def test_an_expired_seal_freezes_nothing(
    rendered: RenderedOordeel, zegel: Ondertekenaar, moment: datetime
) -> None:
    with pytest.raises(SignatureError, match="verlopen"):
        freeze(rendered.pdf, rendered.velden, zegel, moment + timedelta(days=4_000))


@pytest.mark.clausule("IA-5.7")
@pytest.mark.parametrize("order", list(permutations(VELDEN)), ids="-".join)
def test_the_parties_sign_in_any_order(
    frozen: bytes, parties: dict[str, Ondertekenaar], moment: datetime, order: tuple[str, ...]
) -> None:
    pdf = frozen
    for number, veld in enumerate(order, start=1):
        before = pdf
        pdf = sign(pdf, veld, parties[veld], moment + timedelta(hours=number), naam=veld)
        assert is_revision_of(before, pdf)
        stand = verify(pdf, moment)
        assert stand.zegel_geldig
        done = {view.veld for view in stand.velden if view.status is HandtekeningStatus.GETEKEND}
        assert done == set(order[:number])
        assert stand.volledig is (number == 3)


@pytest.mark.clausule("IA-5.7")
def test_per_party_the_status_way_and_date_are_known(
    frozen: bytes, parties: dict[str, Ondertekenaar], moment: datetime
) -> None:
    pdf = sign(frozen, "betrokkene", parties["betrokkene"], moment, naam="de heer J. de Boer")
    by_field = {view.veld: view for view in verify(pdf, moment).velden}
    signed = by_field["betrokkene"]
    assert signed.status is HandtekeningStatus.GETEKEND
    assert signed.naam == "de heer J. de Boer"
    assert signed.ondertekenaar == "J. de Boer"
    assert signed.wijze == "Digitaal ondertekend met een eigen certificaat"
    assert signed.gezet_op == moment
    assert by_field["klager"].status is HandtekeningStatus.OPEN
    assert by_field["klager"].gezet_op is None


def test_the_stamp_tells_the_party_the_moment_and_whose_certificate(signed: bytes) -> None:
    assert _stamp_text(signed, "klager") == (
        "Naam van klager 24 april 2026, 14.05 uur Digitaal ondertekend met het certificaat van "
        "M. van der Heijden (door de houder zelf uitgegeven)"
    )


def test_the_stamp_names_the_issuer_of_a_certificate(
    frozen: bytes,
    moment: datetime,
    ec_key: ec.EllipticCurvePrivateKey,
    issue: Callable[..., x509.Certificate],
    pack: Callable[..., bytes],
) -> None:
    root_key = ec.generate_private_key(ec.SECP256R1())
    root = issue("Uitgever BV", root_key, ca=True)
    cert = issue("Klager", ec_key, issuer=(root, root_key))
    signer = load_pkcs12(pack(ec_key, cert, [root]), "geheim", moment)
    pdf = sign(frozen, "klager", signer, moment, naam="Klager")
    assert _stamp_text(pdf, "klager").endswith("van Klager (uitgegeven door Uitgever BV)")
    view = verify(pdf, moment).velden[0]
    assert view.status is HandtekeningStatus.GETEKEND
    assert not view.vertrouwd
    assert verify(pdf, moment, vertrouwd=[root]).velden[0].vertrouwd


@pytest.mark.parametrize("naam", ["Willemijn " * 20, "<b>&</b> <img src='/etc/hostname'/>", "Ωμέγα ☑"])
def test_any_name_makes_a_stamp(
    frozen: bytes, parties: dict[str, Ondertekenaar], moment: datetime, naam: str
) -> None:
    pdf = sign(frozen, "klager", parties["klager"], moment, naam=naam)
    assert _stamp_text(pdf, "klager").startswith(naam.strip())


def test_every_font_of_a_stamp_is_embedded(signed: bytes) -> None:
    for veld in VELDEN:
        field = (PdfReader(io.BytesIO(signed)).get_fields() or {})[veld].indirect_reference
        assert field is not None
        (drawing,) = field.get_object()["/AP"]["/N"]["/Resources"]["/XObject"].values()
        fonts = [font.get_object() for font in drawing["/Resources"]["/Font"].values()]
        assert fonts
        assert all("/FontFile2" in font["/FontDescriptor"] for font in fonts)


def test_the_longest_names_can_sign_too(
    zegel: Ondertekenaar, parties: dict[str, Ondertekenaar], moment: datetime
) -> None:
    names = tuple(PartijView(veld, "Ĳsbrand-Willem " * 13, "Stichting " * 20) for veld in VELDEN)
    rendered = render_oordeel(make_oordeel(partijen=names))
    pdf = freeze(rendered.pdf, rendered.velden, zegel, moment)
    for veld in VELDEN:
        pdf = sign(pdf, veld, parties[veld], moment, naam=names[0].naam)
    stand = verify(pdf, moment)
    assert stand.volledig
    assert stand.velden[0].naam == names[0].naam.strip()


def test_a_second_opinion_on_the_signatures(signed: bytes, tmp_path: Path) -> None:
    file = tmp_path / "getekend.pdf"
    file.write_bytes(signed)
    command = [_program("pdfsig", "poppler-utils"), "-nocert", str(file)]
    report = subprocess.run(command, capture_output=True, text=True, check=True).stdout
    assert set(re.findall(r"Signature Field Name: (\S+)", report)) == {*VELDEN, ZEGEL}
    assert report.count("Signature Validation: Signature is Valid.") == 4
    assert report.count("Signature Type: ETSI.CAdES.detached") == 4


def test_a_second_opinion_on_the_file(signed: bytes, tmp_path: Path) -> None:
    file = tmp_path / "getekend.pdf"
    file.write_bytes(signed)
    done = subprocess.run([_program("qpdf", "qpdf"), "--check", str(file)], capture_output=True, check=False)
    assert done.returncode == 0, done.stderr.decode()


def test_signing_leaves_the_metadata_as_it_was_sealed(rendered: RenderedOordeel, signed: bytes) -> None:
    before, after = (PdfReader(io.BytesIO(pdf)) for pdf in (rendered.pdf, signed))
    assert dict(after.metadata or {}) == dict(before.metadata or {})
    assert after.trailer["/Root"]["/Metadata"].get_data() == before.trailer["/Root"]["/Metadata"].get_data()


def test_a_taken_field_is_refused(signed: bytes, parties: dict[str, Ondertekenaar], moment: datetime) -> None:
    with pytest.raises(SignatureError, match="vak van klager is al ondertekend"):
        sign(signed, "klager", parties["klager"], moment, naam="x")


@pytest.mark.parametrize("veld", ["directeur", ZEGEL, ""])
def test_an_unknown_field_is_refused(
    frozen: bytes, parties: dict[str, Ondertekenaar], moment: datetime, veld: str
) -> None:
    with pytest.raises(SignatureError, match="geen handtekeningvak"):
        sign(frozen, veld, parties["klager"], moment, naam="x")


def test_a_document_that_is_not_frozen_is_refused(
    rendered: RenderedOordeel, parties: dict[str, Ondertekenaar], moment: datetime
) -> None:
    with pytest.raises(SignatureError, match="niet door het kantoor verzegeld"):
        sign(rendered.pdf, "klager", parties["klager"], moment, naam="x")


def test_a_file_that_is_no_pdf_is_refused(parties: dict[str, Ondertekenaar], moment: datetime) -> None:
    with pytest.raises(SignatureError, match="geen PDF"):
        sign(b"geen pdf", "klager", parties["klager"], moment, naam="x")


def test_an_altered_document_is_refused(
    frozen: bytes, parties: dict[str, Ondertekenaar], moment: datetime
) -> None:
    altered = frozen.replace(b"/Rotate 0", b"/Rotate 9", 1)
    assert altered != frozen
    with pytest.raises(SignatureError, match="na de verzegeling door het kantoor gewijzigd"):
        sign(altered, "klager", parties["klager"], moment, naam="x")


def test_an_expired_certificate_is_refused(
    frozen: bytes, parties: dict[str, Ondertekenaar], moment: datetime
) -> None:
    with pytest.raises(SignatureError, match="verlopen"):
        sign(frozen, "klager", parties["klager"], moment + timedelta(days=800), naam="x")


def test_nothing_is_logged_and_nothing_written_to_disk(
    frozen: bytes,
    parties: dict[str, Ondertekenaar],
    moment: datetime,
    caplog: pytest.LogCaptureFixture,
    capfd: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise AssertionError("a temporary file would hold the text of the oordeel")

    for name in ("TemporaryFile", "NamedTemporaryFile", "mkstemp", "SpooledTemporaryFile"):
        monkeypatch.setattr(f"tempfile.{name}", refuse)
    with caplog.at_level("INFO"):
        pdf = sign(frozen, "klager", parties["klager"], moment, naam="mevrouw Geheim")
        verify(pdf, moment)
        verify(pdf[: len(pdf) // 2], moment)
    assert caplog.text == ""
    assert capfd.readouterr() == ("", "")


def test_importing_it_does_not_load_pyhanko() -> None:
    code = (
        "import sys, klachtdesk.ondertekening.bevriezen, klachtdesk.ondertekening.tekenen, "
        "klachtdesk.ondertekening.verifieren; sys.exit('pyhanko' in sys.modules)"
    )
    import sys

    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
