"""Certificates to sign with: the office's own, and those that parties bring as a PKCS#12 file."""

from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from typing import Final, TypeGuard

from asn1crypto import pkcs12 as asn1_pkcs12
from cryptography import x509
from cryptography.exceptions import UnsupportedAlgorithm
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec, rsa
from cryptography.hazmat.primitives.serialization import BestAvailableEncryption, pkcs12
from cryptography.x509.oid import NameOID

from klachtdesk.dutch import dutch_date
from klachtdesk.errors import SignatureError

SigningKey = rsa.RSAPrivateKey | ec.EllipticCurvePrivateKey

OFFICE_KEY_BITS: Final = 3072
OFFICE_VALID_YEARS: Final = 10
_SMALLEST_RSA_BITS: Final = 2048
_LONGEST_COMMON_NAME: Final = 64  # X.520's upper bound


@dataclass(frozen=True, slots=True)
class Ondertekenaar:
    """A certificate with its private key, ready to sign; printing it shows no key."""

    certificaat: x509.Certificate
    sleutel: SigningKey = field(repr=False)
    keten: tuple[x509.Certificate, ...] = ()
    """The certificates between this one and its root, as far as the file holds them."""

    @property
    def naam(self) -> str:
        """The name in the certificate."""
        return display_name(self.certificaat.subject)

    @property
    def uitgever(self) -> str:
        """The name of who issued the certificate."""
        return display_name(self.certificaat.issuer)

    @property
    def zelf_uitgegeven(self) -> bool:
        """Whether the holder issued the certificate, so that nobody else vouches for the name in it."""
        return self.certificaat.subject == self.certificaat.issuer

    @property
    def geldig_tot(self) -> datetime:
        """The last moment, in UTC, at which the certificate may sign."""
        return self.certificaat.not_valid_after_utc

    def check_valid_at(self, moment: datetime) -> None:
        """Raise SignatureError when the certificate is not valid yet, or no longer, at `moment`."""
        if moment < self.certificaat.not_valid_before_utc:
            since = dutch_date(self.certificaat.not_valid_before_utc.astimezone(moment.tzinfo))
            raise SignatureError(
                f"Dit certificaat is pas geldig vanaf {since}.",
                "Klopt de datum van deze computer? Gebruik anders een ander certificaat.",
            )
        if moment > self.geldig_tot:
            until = dutch_date(self.geldig_tot.astimezone(moment.tzinfo))
            raise SignatureError(
                f"Dit certificaat is verlopen: het was geldig tot en met {until}.",
                "Vraag de uitgever om een nieuw certificaat, of onderteken op een andere manier.",
            )


def create_kantoorcertificaat(naam: str, password: str, moment: datetime) -> bytes:
    """Make the office's own certificate, valid for ten years from `moment`; return key and certificate as PKCS#12.

    RSA, because every PDF program reads that. The office issues it itself, so it proves that a document is
    unaltered since the office sealed it, and not who the office is. Takes up to some seconds.
    """
    key = rsa.generate_private_key(public_exponent=65537, key_size=OFFICE_KEY_BITS)
    common_name = naam.strip()[:_LONGEST_COMMON_NAME].strip()
    if not common_name:
        raise SignatureError(
            "Het kantoor heeft nog geen naam.", "Vul die eerst in bij Instellingen, Kantoor."
        )
    subject = x509.Name(
        [
            x509.NameAttribute(NameOID.COUNTRY_NAME, "NL"),
            x509.NameAttribute(NameOID.ORGANIZATION_NAME, common_name),
            x509.NameAttribute(NameOID.COMMON_NAME, common_name),
        ]
    )
    start = moment.astimezone(UTC).replace(microsecond=0)
    certificate = (
        x509.CertificateBuilder()
        .subject_name(subject)
        .issuer_name(subject)
        .public_key(key.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(start - timedelta(minutes=5))  # clocks of two computers differ
        .not_valid_after(start + timedelta(days=round(365.25 * OFFICE_VALID_YEARS)))
        .add_extension(x509.BasicConstraints(ca=False, path_length=None), critical=True)
        .add_extension(_key_usage(), critical=True)
        .add_extension(x509.SubjectKeyIdentifier.from_public_key(key.public_key()), critical=False)
        .sign(key, hashes.SHA256())
    )
    return pkcs12.serialize_key_and_certificates(
        common_name.encode(), key, certificate, None, BestAvailableEncryption(password.encode())
    )


def _key_usage() -> x509.KeyUsage:
    return x509.KeyUsage(
        digital_signature=True,
        content_commitment=True,
        key_encipherment=False,
        data_encipherment=False,
        key_agreement=False,
        key_cert_sign=False,
        crl_sign=False,
        encipher_only=False,
        decipher_only=False,
    )


def load_pkcs12(data: bytes, password: str, moment: datetime) -> Ondertekenaar:
    """Open a PKCS#12 file (.p12, .pfx) to sign with at `moment`.

    Raises SignatureError for a wrong password, a file that is none, one without a usable private key, and a
    certificate that is not valid at `moment` or not meant for signing.
    """
    key, certificate, chain = _open(data, password)
    if key is None or certificate is None:
        raise SignatureError(
            "In dit bestand zit geen certificaat met een privésleutel.",
            "Exporteer het certificaat opnieuw en kies daarbij voor ‘met privésleutel’.",
        )
    if not _is_usable(key):
        raise SignatureError(
            "Met de sleutel van dit certificaat kan een PDF niet betrouwbaar worden ondertekend.",
            "Gebruik een certificaat met een RSA-sleutel van 2048 bits of meer, of met een EC-sleutel.",
        )
    _check_purpose(certificate)
    signer = Ondertekenaar(certificate, key, chain)
    signer.check_valid_at(moment)
    return signer


def _open(
    data: bytes, password: str
) -> tuple[object | None, x509.Certificate | None, tuple[x509.Certificate, ...]]:
    if not _looks_like_pkcs12(data):
        raise SignatureError(
            "Dit bestand is geen certificaatbestand (PKCS#12).",
            "Kies een bestand dat eindigt op .p12 of .pfx.",
        )
    try:
        stored = pkcs12.load_pkcs12(data, password.encode())
    except UnsupportedAlgorithm as error:
        raise SignatureError(
            "Dit certificaatbestand is op een verouderde manier versleuteld.",
            "Exporteer het certificaat opnieuw met AES-versleuteling.",
        ) from error
    except ValueError as error:
        raise SignatureError(
            "Het wachtwoord van dit certificaat klopt niet, of het bestand is beschadigd.",
            "Probeer het wachtwoord opnieuw. Let op hoofdletters.",
        ) from error
    certificate = stored.cert.certificate if stored.cert else None
    return stored.key, certificate, tuple(extra.certificate for extra in stored.additional_certs)


def _looks_like_pkcs12(data: bytes) -> bool:
    try:
        version = asn1_pkcs12.Pfx.load(data, strict=True)["version"].native
    except (ValueError, TypeError, KeyError):
        return False
    return bool(version == "v3")


def _is_usable(key: object) -> TypeGuard[SigningKey]:
    if isinstance(key, rsa.RSAPrivateKey):
        return key.key_size >= _SMALLEST_RSA_BITS
    return isinstance(key, ec.EllipticCurvePrivateKey)


def _check_purpose(certificate: x509.Certificate) -> None:
    """Refuse a certificate that says what it is for, and does not say signing (RFC 5280, 4.2.1.3)."""
    try:
        usage = certificate.extensions.get_extension_for_class(x509.KeyUsage).value
    except x509.ExtensionNotFound:
        return
    if not (usage.digital_signature or usage.content_commitment):
        raise SignatureError(
            "Dit certificaat is niet bedoeld om mee te ondertekenen.",
            "Gebruik een certificaat met het doel ‘digitale handtekening’.",
        )


def display_name(name: x509.Name) -> str:
    """Return how to show a certificate's subject or issuer: its common name, else its organisation."""
    for oid in (NameOID.COMMON_NAME, NameOID.ORGANIZATION_NAME):
        values = name.get_attributes_for_oid(oid)
        if values:
            return str(values[0].value)
    return name.rfc4514_string()
