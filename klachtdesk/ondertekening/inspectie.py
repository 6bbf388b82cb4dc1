"""Finds out with pyHanko how each signature in a PDF stands: facts only, the judgement is in `verifieren`.

Importing this module loads pyHanko, which takes most of a second: import it inside functions.
"""

import io
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from asn1crypto import x509 as asn1_x509
from cryptography import x509
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.serialization import Encoding
from pyhanko.pdf_utils.reader import PdfFileReader
from pyhanko.sign.diff_analysis import ModificationLevel
from pyhanko.sign.fields import MDPPerm, enumerate_sig_fields
from pyhanko.sign.validation import SignatureCoverageLevel, validate_pdf_signature
from pyhanko.sign.validation.pdf_embedded import EmbeddedPdfSignature, read_certification_data
from pyhanko.sign.validation.settings import KeyUsageConstraints
from pyhanko_certvalidator import ValidationContext

from klachtdesk.ondertekening.certificaten import display_name
from klachtdesk.ondertekening.pades import FIELD_FOR

_WHOLE = (SignatureCoverageLevel.ENTIRE_FILE, SignatureCoverageLevel.ENTIRE_REVISION)
_SIGNING = KeyUsageConstraints(key_usage={"digital_signature", "non_repudiation"}, match_all_key_usages=False)
_ANY_USE = KeyUsageConstraints(key_usage=set())


@dataclass(frozen=True, slots=True)
class VeldFeiten:
    """A signature field; `handtekening` is None while it is empty."""

    naam: str
    partij: str
    in_zegel: bool
    """Whether the field was there when the document was sealed."""
    handtekening: "HandtekeningFeiten | None" = None


@dataclass(frozen=True, slots=True)
class HandtekeningFeiten:
    """What pyHanko found about one signature. All is false or empty for one that it could not read."""

    leesbaar: bool = False
    intact: bool = False
    """The signed bytes hash to what was signed, and the signature over that is right."""
    ongewijzigd: bool = False
    """It covers its whole revision, and what was added later is signing only (difference analysis)."""
    vertrouwd: bool = False
    ondertekenaar: str | None = None
    uitgever: str | None = None
    zelf_uitgegeven: bool = False
    vingerafdruk: bytes = b""
    """SHA-256 of the certificate."""
    reden: str | None = None
    gezet_op: datetime | None = None
    certificaat_geldig: bool = False
    """The certificate's own period holds the stated time of signing."""


@dataclass(frozen=True, slots=True)
class DocumentFeiten:
    """All signature fields of a PDF, and which of them certifies it (None when the document is not frozen)."""

    velden: tuple[VeldFeiten, ...]
    zegel: str | None


def inspect(pdf: bytes, moment: datetime, roots: Sequence[x509.Certificate]) -> DocumentFeiten:
    """Examine all signatures of `pdf`; trust is judged at `moment` and against `roots` only, without any network.

    Raises whatever pyHanko raises when it can't read the file as a PDF.
    """
    reader = PdfFileReader(io.BytesIO(pdf))
    signatures = {signature.field_name: signature for signature in reader.embedded_signatures}
    zegel = _certifying(reader, signatures)
    sealed = _field_names(reader, signatures[zegel]) if zegel else frozenset()
    anchors = [asn1_x509.Certificate.load(root.public_bytes(Encoding.DER)) for root in roots]
    velden = []
    for name, value, reference in enumerate_sig_fields(reader):
        signature = signatures.get(name)
        if signature is not None and signature.sig_object_type == "/DocTimeStamp":
            continue
        facts = None if value is None else _examine(signature, moment, anchors)
        label = str(reference.get_object().get("/TU", name)).removeprefix(FIELD_FOR)
        velden.append(VeldFeiten(name, label, name in sealed, facts))
    return DocumentFeiten(tuple(velden), zegel)


def field_size(pdf: bytes, veld: str) -> tuple[float, float]:
    """Return width and height in points of the signature field `veld`."""
    reader = PdfFileReader(io.BytesIO(pdf))
    ((_, _, reference),) = enumerate_sig_fields(reader, with_name=veld)
    left, bottom, right, top = (float(value) for value in reference.get_object()["/Rect"])
    return right - left, top - bottom


def _certifying(reader: PdfFileReader, signatures: dict[str, EmbeddedPdfSignature]) -> str | None:
    """Return the field of the first signature, if that certifies and allows no more than filling in and signing."""
    certification = read_certification_data(reader)
    if certification is None or not signatures:
        return None
    first = min(signatures.values(), key=lambda signature: signature.signed_revision)
    strict = first.docmdp_level in (MDPPerm.NO_CHANGES, MDPPerm.FILL_FORMS)
    same = first.sig_object.container_ref == certification.author_sig.container_ref
    return first.field_name if strict and same else None


def _field_names(reader: PdfFileReader, zegel: EmbeddedPdfSignature) -> frozenset[str]:
    sealed = reader.get_historical_resolver(zegel.signed_revision)
    return frozenset(name for name, _, _ in enumerate_sig_fields(sealed))


def _examine(
    signature: EmbeddedPdfSignature | None, moment: datetime, anchors: Sequence[asn1_x509.Certificate]
) -> HandtekeningFeiten:
    if signature is None:
        return HandtekeningFeiten()
    try:
        return _facts(signature, moment, anchors)
    except Exception:  # noqa: BLE001 - hostile input makes pyHanko raise anything; whatever it is, it is not valid
        return HandtekeningFeiten()


def _facts(
    signature: EmbeddedPdfSignature, moment: datetime, anchors: Sequence[asn1_x509.Certificate]
) -> HandtekeningFeiten:
    context = ValidationContext(
        trust_roots=list(anchors), allow_fetching=False, moment=moment, revocation_mode="soft-fail"
    )
    restricted = (
        signature.signer_cert.key_usage_value is not None
    )  # without, it may do all: RFC 5280, 4.2.1.3
    status = validate_pdf_signature(
        signature, context, key_usage_settings=_SIGNING if restricted else _ANY_USE
    )
    level = status.modification_level
    signing_only = level is not None and level <= ModificationLevel.FORM_FILLING
    certificate = x509.load_der_x509_certificate(signature.signer_cert.dump())
    signed_at = signature.self_reported_timestamp
    return HandtekeningFeiten(
        leesbaar=True,
        intact=status.intact and status.valid and _padded_with_zeros(signature),
        ongewijzigd=status.coverage in _WHOLE and bool(status.docmdp_ok) and signing_only,
        vertrouwd=status.trusted,
        ondertekenaar=display_name(certificate.subject),
        uitgever=display_name(certificate.issuer),
        zelf_uitgegeven=certificate.subject == certificate.issuer,
        vingerafdruk=certificate.fingerprint(hashes.SHA256()),
        reden=_text(signature.sig_object.get("/Reason")),
        gezet_op=signed_at,
        certificaat_geldig=signed_at is not None
        and certificate.not_valid_before_utc <= signed_at <= certificate.not_valid_after_utc,
    )


def _padded_with_zeros(signature: EmbeddedPdfSignature) -> bool:
    """Whether nothing hides behind the signature in the room that was kept for it, which no signature covers."""
    content = signature.pkcs7_content
    return not content[_der_length(content) :].strip(b"\0")


def _der_length(content: bytes) -> int:
    """Return the length of the DER value that `content` starts with (X.690, 8.1.3)."""
    first = content[1]
    if first < 0x80:  # noqa: PLR2004 - the short form
        return 2 + first
    count = first & 0x7F
    return 2 + count + int.from_bytes(content[2 : 2 + count], "big")


def _text(value: Any) -> str | None:
    return None if value is None else str(value)
