"""Certificates of people who sign, as a provider would hand them out: made here, with no provider behind them."""

from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta

from cryptography import x509
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import rsa
from cryptography.hazmat.primitives.serialization import BestAvailableEncryption, pkcs12
from cryptography.x509.oid import NameOID


@dataclass(frozen=True)
class PartyCertificate:
    """A PKCS#12 file and its password."""

    data: bytes
    wachtwoord: str


def party_certificate(
    naam: str, geldig_vanaf: date, *, dagen: int = 730, wachtwoord: str = "geheim van de partij"
) -> PartyCertificate:
    """Make a self-issued signing certificate in the name of a party."""
    key = rsa.generate_private_key(public_exponent=65537, key_size=2048)
    start = datetime.combine(geldig_vanaf, time(), tzinfo=UTC)
    name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, naam)])
    certificate = (
        x509.CertificateBuilder()
        .subject_name(name)
        .issuer_name(name)
        .public_key(key.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(start)
        .not_valid_after(start + timedelta(days=dagen))
        .add_extension(
            x509.KeyUsage(True, True, False, False, False, False, False, False, False), critical=True
        )
        .sign(key, hashes.SHA256())
    )
    data = pkcs12.serialize_key_and_certificates(
        naam.encode(), key, certificate, None, BestAvailableEncryption(wachtwoord.encode())
    )
    return PartyCertificate(data, wachtwoord)
