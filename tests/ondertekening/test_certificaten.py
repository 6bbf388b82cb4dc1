"""The office's certificate, and those that parties bring."""

from collections.abc import Callable
from datetime import UTC, datetime, timedelta

import pytest
from cryptography import x509
from cryptography.hazmat.primitives.asymmetric import ec, ed25519, rsa
from cryptography.hazmat.primitives.serialization import BestAvailableEncryption, Encoding, pkcs12

from klachtdesk.errors import SignatureError
from klachtdesk.ondertekening.certificaten import Ondertekenaar, create_kantoorcertificaat, load_pkcs12

Issue = Callable[..., x509.Certificate]
Pack = Callable[..., bytes]


def _usage(**allowed: bool) -> x509.KeyUsage:
    names = (
        "digital_signature",
        "content_commitment",
        "key_encipherment",
        "data_encipherment",
        "key_agreement",
        "key_cert_sign",
        "crl_sign",
        "encipher_only",
        "decipher_only",
    )
    return x509.KeyUsage(**{name: allowed.get(name, False) for name in names})


def test_the_office_issues_its_own_certificate_for_ten_years(zegel: Ondertekenaar, moment: datetime) -> None:
    assert zegel.naam == "Interactie"
    assert zegel.zelf_uitgegeven
    # 10 x 365.25 = 3652.5 days, rounded to an even 3652: the anniversary itself, give or take a leap day.
    assert abs((zegel.geldig_tot - moment.replace(year=2036)).days) <= 1
    assert isinstance(zegel.sleutel, rsa.RSAPrivateKey)
    assert zegel.sleutel.key_size == 3072


def test_a_long_office_name_is_cut_to_what_a_certificate_holds(moment: datetime) -> None:
    made = load_pkcs12(create_kantoorcertificaat("Opleider " * 20, "x", moment), "x", moment)
    assert made.naam == ("Opleider " * 20)[:64].strip()


def test_an_office_without_a_name_gets_no_certificate(moment: datetime) -> None:
    with pytest.raises(SignatureError, match="nog geen naam"):
        create_kantoorcertificaat("  ", "x", moment)


def test_a_key_is_never_shown(zegel: Ondertekenaar) -> None:
    assert "sleutel" not in repr(zegel)
    assert "RSAPrivateKey" not in repr(zegel)


def test_a_chain_comes_along(
    issue: Issue, pack: Pack, ec_key: ec.EllipticCurvePrivateKey, moment: datetime
) -> None:
    root_key = ec.generate_private_key(ec.SECP256R1())
    root = issue("Uitgever van certificaten", root_key, ca=True)
    cert = issue("Klager", ec_key, issuer=(root, root_key))
    signer = load_pkcs12(pack(ec_key, cert, [root]), "geheim", moment)
    assert (signer.naam, signer.uitgever) == ("Klager", "Uitgever van certificaten")
    assert not signer.zelf_uitgegeven
    assert signer.keten == (root,)


def test_a_wrong_password_is_told_apart_from_a_wrong_file(
    issue: Issue, pack: Pack, ec_key: ec.EllipticCurvePrivateKey, moment: datetime
) -> None:
    file = pack(ec_key, issue("Klager", ec_key))
    with pytest.raises(SignatureError, match="wachtwoord van dit certificaat klopt niet"):
        load_pkcs12(file, "Geheim", moment)


@pytest.mark.parametrize("data", [b"", b"tekst", b"%PDF-1.7", b"\x30\x82\x00", bytes(5000)])
def test_another_file_is_refused_as_such(data: bytes, moment: datetime) -> None:
    with pytest.raises(SignatureError, match="geen certificaatbestand"):
        load_pkcs12(data, "geheim", moment)


def test_a_bare_certificate_is_no_pkcs12(
    issue: Issue, ec_key: ec.EllipticCurvePrivateKey, moment: datetime
) -> None:
    with pytest.raises(SignatureError, match="geen certificaatbestand"):
        load_pkcs12(issue("Klager", ec_key).public_bytes(Encoding.DER), "geheim", moment)


def test_a_damaged_file_is_refused(
    issue: Issue, pack: Pack, ec_key: ec.EllipticCurvePrivateKey, moment: datetime
) -> None:
    file = bytearray(pack(ec_key, issue("Klager", ec_key)))
    file[len(file) // 2] ^= 0xFF
    with pytest.raises(SignatureError):
        load_pkcs12(bytes(file), "geheim", moment)


def test_without_a_private_key_it_cannot_sign(
    issue: Issue, pack: Pack, ec_key: ec.EllipticCurvePrivateKey, moment: datetime
) -> None:
    file = pack(None, issue("Klager", ec_key))
    with pytest.raises(SignatureError, match="geen certificaat met een privésleutel"):
        load_pkcs12(file, "geheim", moment)


def test_a_kind_of_key_that_pdf_programs_cannot_read_is_refused(
    issue: Issue, ec_key: ec.EllipticCurvePrivateKey, moment: datetime
) -> None:
    key = ed25519.Ed25519PrivateKey.generate()
    cert = issue("Klager", key, issuer=(issue("Uitgever", ec_key, ca=True), ec_key))
    file = pkcs12.serialize_key_and_certificates(b"x", key, cert, None, BestAvailableEncryption(b"geheim"))
    with pytest.raises(SignatureError, match="niet betrouwbaar"):
        load_pkcs12(file, "geheim", moment)


def test_a_key_that_is_too_short_is_refused(issue: Issue, pack: Pack, moment: datetime) -> None:
    key = rsa.generate_private_key(
        public_exponent=65537, key_size=1024
    )  # broken by now; 2048 is the least today
    with pytest.raises(SignatureError, match="niet betrouwbaar"):
        load_pkcs12(pack(key, issue("Klager", key)), "geheim", moment)


@pytest.mark.parametrize(
    ("start_days_ago", "days", "message"),
    [
        (400, 365, "is verlopen: het was geldig tot en met 20 maart 2026"),  # 24 April minus 35 days
        (-2, 365, "pas geldig vanaf 26 april 2026"),
    ],
)
def test_outside_its_period_a_certificate_is_refused(
    issue: Issue,
    pack: Pack,
    ec_key: ec.EllipticCurvePrivateKey,
    moment: datetime,
    start_days_ago: int,
    days: int,
    message: str,
) -> None:
    cert = issue("Klager", ec_key, start=moment - timedelta(days=start_days_ago), days=days)
    with pytest.raises(SignatureError, match=message):
        load_pkcs12(pack(ec_key, cert), "geheim", moment)


def test_the_last_second_still_counts(
    issue: Issue, pack: Pack, ec_key: ec.EllipticCurvePrivateKey, moment: datetime
) -> None:
    file = pack(ec_key, issue("Klager", ec_key, start=moment, days=1))
    last = moment.astimezone(UTC) + timedelta(days=1)
    assert load_pkcs12(file, "geheim", last).naam == "Klager"
    with pytest.raises(SignatureError, match="verlopen"):
        load_pkcs12(file, "geheim", last + timedelta(seconds=1))


def test_a_certificate_for_encryption_only_is_refused(
    issue: Issue, pack: Pack, ec_key: ec.EllipticCurvePrivateKey, moment: datetime
) -> None:
    file = pack(ec_key, issue("Klager", ec_key, usage=_usage(key_agreement=True)))
    with pytest.raises(SignatureError, match="niet bedoeld om mee te ondertekenen"):
        load_pkcs12(file, "geheim", moment)


@pytest.mark.parametrize("purpose", ["digital_signature", "content_commitment"])
def test_either_purpose_of_signing_will_do(
    issue: Issue, pack: Pack, ec_key: ec.EllipticCurvePrivateKey, moment: datetime, purpose: str
) -> None:
    file = pack(ec_key, issue("Klager", ec_key, usage=_usage(**{purpose: True})))
    assert load_pkcs12(file, "geheim", moment).naam == "Klager"
