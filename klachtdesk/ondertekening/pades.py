"""Writes PAdES signatures with pyHanko, at the moment that the caller gives and without touching disk or net.

Importing this module loads pyHanko, which takes most of a second: import it inside functions.
"""

import io
import logging
import uuid
from collections.abc import Sequence
from datetime import datetime
from typing import Any

from asn1crypto import keys, x509
from cryptography.hazmat.primitives.serialization import Encoding, NoEncryption, PrivateFormat
from pyhanko.pdf_utils.content import PdfContent
from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter
from pyhanko.pdf_utils.layout import AxisAlignment, BoxConstraints, Margins, SimpleBoxLayoutRule
from pyhanko.pdf_utils.reader import PdfFileReader
from pyhanko.sign.fields import MDPPerm, SigFieldSpec, SigSeedSubFilter, append_signature_field
from pyhanko.sign.signers import PdfSignatureMetadata, PdfSigner, SimpleSigner
from pyhanko.sign.signers.pdf_signer import PdfSigningSession
from pyhanko.stamp import StaticStampStyle
from pyhanko_certvalidator.registry import SimpleCertificateStore

from klachtdesk.ondertekening.certificaten import Ondertekenaar
from klachtdesk.views.ondertekening import Handtekeningvak

for _name in ("pyhanko", "pyhanko_certvalidator"):
    logging.getLogger(_name).setLevel(logging.CRITICAL + 1)  # what they log holds names out of certificates

FIELD_FOR = "Handtekening van "
"""Before the party's name in what PDF programs and screen readers say of a field."""

_FLUSH = SimpleBoxLayoutRule(
    x_align=AxisAlignment.ALIGN_MIN, y_align=AxisAlignment.ALIGN_MIN, margins=Margins.uniform(0)
)


def certify(
    pdf: bytes, vakken: Sequence[Handtekeningvak], zegel: Ondertekenaar, moment: datetime, veld: str
) -> bytes:
    """Add the empty fields and the invisible certifying signature `veld` in one revision.

    From then on only filling in and signing are allowed (DocMDP, ISO 32000-1, 12.8.2.2).
    """
    writer = _Writer(io.BytesIO(pdf))
    for vak in vakken:
        append_signature_field(
            writer,
            SigFieldSpec(
                vak.naam,
                on_page=vak.pagina,
                box=vak.rect,  # type: ignore[arg-type]  # whole numbers, it says, but it writes any
                readable_field_name=f"{FIELD_FOR}{vak.partij}",
            ),
        )
    metadata = PdfSignatureMetadata(
        field_name=veld,
        certify=True,
        docmdp_permissions=MDPPerm.FILL_FORMS,
        subfilter=SigSeedSubFilter.PADES,
        md_algorithm="sha256",
        name=zegel.naam,
        reason="Verzegeld door het kantoor: alleen ondertekenen is nog toegestaan.",
    )
    field = SigFieldSpec(veld, readable_field_name=f"Zegel van {zegel.naam}")
    signer = _DatedSigner(metadata, _signer(zegel), moment, new_field_spec=field)
    return _signed(signer, writer)


def approve(
    pdf: bytes, veld: str, ondertekenaar: Ondertekenaar, moment: datetime, *, reden: str, stempel: bytes
) -> bytes:
    """Sign the existing field `veld`; `stempel` is a one-page PDF of the size of the field."""
    metadata = PdfSignatureMetadata(
        field_name=veld,
        subfilter=SigSeedSubFilter.PADES,
        md_algorithm="sha256",
        name=ondertekenaar.naam,
        reason=reden,
    )
    style = StaticStampStyle(
        background=_Drawing(stempel), background_layout=_FLUSH, background_opacity=1.0, border_width=0
    )
    signer = _DatedSigner(metadata, _signer(ondertekenaar), moment, stamp_style=style)
    return _signed(signer, _Writer(io.BytesIO(pdf)))


class _Writer(IncrementalPdfFileWriter):
    """Leaves the metadata as it was sealed; pyHanko would put its own name and its own clock there."""

    def _update_meta(self) -> None:
        pass


class _DatedSigner(PdfSigner):
    """Signs at the given moment; pyHanko has no argument for it."""

    def __init__(
        self, metadata: PdfSignatureMetadata, signer: SimpleSigner, moment: datetime, **options: Any
    ) -> None:
        super().__init__(metadata, signer, **options)
        self._moment = moment

    def init_signing_session(self, *args: Any, **kwargs: Any) -> PdfSigningSession:
        session = super().init_signing_session(*args, **kwargs)
        session.system_time = self._moment
        return session


class _Drawing(PdfContent):
    """A page of a PDF in memory, as the content of a stamp; pyHanko's own class wants a file."""

    def __init__(self, pdf: bytes) -> None:
        super().__init__()
        self._pdf = pdf

    def render(self) -> bytes:
        drawing = self._ensure_writer.import_page_as_xobject(PdfFileReader(io.BytesIO(self._pdf)))
        name = f"/Stempel{uuid.uuid4().hex}"
        self.resources.xobject[name] = drawing
        left, bottom, right, top = drawing.get_object()["/BBox"]
        self.box = BoxConstraints(width=abs(right - left), height=abs(top - bottom))
        return f"{name} Do".encode()


def _signer(ondertekenaar: Ondertekenaar) -> SimpleSigner:
    key = ondertekenaar.sleutel.private_bytes(Encoding.DER, PrivateFormat.PKCS8, NoEncryption())
    certificate, *chain = (
        x509.Certificate.load(certificate.public_bytes(Encoding.DER))
        for certificate in (ondertekenaar.certificaat, *ondertekenaar.keten)
    )
    return SimpleSigner(
        signing_cert=certificate,
        signing_key=keys.PrivateKeyInfo.load(key),
        cert_registry=SimpleCertificateStore.from_certs(chain),  # type: ignore[no-untyped-call]
    )


def _signed(signer: PdfSigner, writer: IncrementalPdfFileWriter) -> bytes:
    output = io.BytesIO()
    signer.sign_pdf(writer, existing_fields_only=signer.new_field_spec is None, output=output)
    return output.getvalue()
