"""Certificates of all kinds, and an oordeel frozen by an office; made once, for making keys is slow."""

from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta, timezone

import pytest
from certificates import party_certificate
from cryptography import x509
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec, rsa
from cryptography.hazmat.primitives.serialization import BestAvailableEncryption, pkcs12
from cryptography.x509.oid import NameOID
from oordelen import make_oordeel

from klachtdesk.documenten.oordeel import RenderedOordeel, render_oordeel
from klachtdesk.ondertekening.bevriezen import freeze
from klachtdesk.ondertekening.certificaten import Ondertekenaar, create_kantoorcertificaat, load_pkcs12

MOMENT = datetime(2026, 4, 24, 14, 5, tzinfo=timezone(timedelta(hours=2)))
"""The day on which the parties of the story sign."""

Key = rsa.RSAPrivateKey | ec.EllipticCurvePrivateKey
Party = Callable[[str], Ondertekenaar]


@pytest.fixture(scope="session")
def moment() -> datetime:
    return MOMENT


@pytest.fixture(scope="session")
def zegel() -> Ondertekenaar:
    """The office's own certificate."""
    return load_pkcs12(
        create_kantoorcertificaat("Interactie", "zegelwachtwoord", MOMENT), "zegelwachtwoord", MOMENT
    )


@pytest.fixture(scope="session")
def rendered() -> RenderedOordeel:
    return render_oordeel(make_oordeel())


@pytest.fixture(scope="session")
def frozen(rendered: RenderedOordeel, zegel: Ondertekenaar) -> bytes:
    return freeze(rendered.pdf, rendered.velden, zegel, MOMENT)


@pytest.fixture(scope="session")
def parties() -> dict[str, Ondertekenaar]:
    """The three parties of the story, each with a certificate of their own, by the field they sign in."""
    names = {"klager": "M. van der Heijden", "klachtenfunctionaris": "A. Veldman", "betrokkene": "J. de Boer"}
    made = {veld: party_certificate(naam, date(2026, 1, 1)) for veld, naam in names.items()}
    return {veld: load_pkcs12(file.data, file.wachtwoord, MOMENT) for veld, file in made.items()}


@pytest.fixture(scope="session")
def ec_key() -> ec.EllipticCurvePrivateKey:
    return ec.generate_private_key(ec.SECP256R1())


def certificate(
    naam: str,
    key: Key,
    *,
    start: datetime = MOMENT - timedelta(days=1),
    days: int = 365,
    usage: x509.KeyUsage | None = None,
    issuer: tuple[x509.Certificate, Key] | None = None,
    ca: bool = False,
) -> x509.Certificate:
    """Issue a certificate to `naam`: by itself, or by `issuer`."""
    name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, naam)])
    builder = (
        x509.CertificateBuilder()
        .subject_name(name)
        .issuer_name(issuer[0].subject if issuer else name)
        .public_key(key.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(start.astimezone(UTC))
        .not_valid_after(start.astimezone(UTC) + timedelta(days=days))
        .add_extension(x509.BasicConstraints(ca=ca, path_length=None), critical=True)
    )
    if usage is not None:
        builder = builder.add_extension(usage, critical=True)
    return builder.sign(issuer[1] if issuer else key, hashes.SHA256())


def packed(
    key: Key | None, cert: x509.Certificate | None, chain: list[x509.Certificate] | None = None
) -> bytes:
    """Return a PKCS#12 file with the password "geheim"."""
    return pkcs12.serialize_key_and_certificates(b"x", key, cert, chain, BestAvailableEncryption(b"geheim"))


@pytest.fixture(scope="session")
def issue() -> Callable[..., x509.Certificate]:
    return certificate


@pytest.fixture(scope="session")
def pack() -> Callable[..., bytes]:
    return packed
