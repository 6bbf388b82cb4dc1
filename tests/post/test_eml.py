"""Mails that were saved as `.eml`: taken apart, whatever they hold, and told about where that can't be."""

from datetime import datetime

import pytest
from mails import PDF, PNG, TEKST, mail, with_pdf

from klachtdesk.errors import PostError
from klachtdesk.post.bericht import (
    GEEN_TEKST,
    INGEKORT,
    MAX_TEKST,
    ONDERTEKEND_INGEPAKT,
    VERSLEUTELD,
    WINMAIL,
)
from klachtdesk.post.eml import read_eml
from klachtdesk.post.lezen import read_mail
from klachtdesk.views.bijlagen import MAX_BESTAND, Bestand

HEAD = b"From: a@b.nl\r\nSubject: x\r\nMIME-Version: 1.0\r\n"


def test_a_mail_tells_who_what_and_when():
    found = read_eml(with_pdf(mail()).as_bytes())
    assert (found.van.naam, found.van.email) == ("Marijke de Vries", "marijke@voorbeeld.nl")
    assert [item.email for item in found.aan] == ["klachten@bureau.nl"]
    assert found.onderwerp == "Klacht over de factuur"
    assert found.tekst == TEKST.strip()
    assert found.bijlagen == (Bestand("factuur.pdf", PDF),)
    assert found.opmerkingen == ()
    # 31 March 22:30 UTC is 0:30 on 1 April in the Netherlands, two hours ahead in summer.
    assert found.datum is not None
    assert found.datum.replace(tzinfo=None) == datetime(2026, 4, 1, 0, 30)  # noqa: DTZ001
    assert found.datum.utcoffset() is not None


def test_names_and_subjects_in_other_scripts_are_read():
    made = mail(van='"Renée Müller, juf" <renee@voorbeeld.nl>', onderwerp="Factúúr — 日本")
    with_pdf(made, "fäctuur 2026.pdf")
    found = read_eml(made.as_bytes())
    assert found.van.naam == "Renée Müller, juf"
    assert found.onderwerp == "Factúúr — 日本"
    assert found.bijlagen[0].naam == "fäctuur 2026.pdf"


def test_of_a_mail_in_two_forms_the_plain_text_is_read():
    made = mail("Gewone tekst.\n")
    made.add_alternative("<p>Opgemaakte tekst.</p>", subtype="html")
    found = read_eml(made.as_bytes())
    assert found.tekst == "Gewone tekst."
    assert found.bijlagen == ()


def test_a_mail_that_is_a_web_page_only_is_read_as_text():
    made = mail()
    made.set_content("<p>Een <b>klacht</b></p><script>alert(1)</script>", subtype="html")
    assert read_eml(made.as_bytes()).tekst == "Een klacht"


def test_a_picture_in_the_text_is_kept_as_a_file():
    made = mail()
    made.set_content("<p>Zie <img src='cid:foto'></p>", subtype="html")
    made.add_related(PNG, maintype="image", subtype="png", cid="<foto>", filename="foto.png")
    found = read_eml(made.as_bytes())
    assert found.tekst == "Zie"
    assert found.bijlagen == (Bestand("foto.png", PNG),)


def test_a_mail_inside_a_mail_becomes_a_file_that_can_be_read_again():
    made = mail("Zie de doorgestuurde mail.\n")
    made.add_attachment(with_pdf(mail(onderwerp="De eerste mail")))
    (inner,) = read_eml(made.as_bytes()).bijlagen
    assert inner.naam == "De eerste mail.eml"
    again = read_mail(inner)
    assert again is not None
    assert (again.onderwerp, again.tekst, again.bijlagen) == (
        "De eerste mail",
        TEKST.strip(),
        (Bestand("factuur.pdf", PDF),),
    )


def test_a_mail_inside_a_mail_is_written_as_it_came():
    # A parameter with a name that is longer than a line: folding it anew never ends.
    inner = (
        b"Subject: x\r\nContent-Type: text/plain; "
        + b"a" * 200
        + b'="'
        + b"\xe7" * 300
        + b'"\r\n\r\nTekst\r\n'
    )
    outer = HEAD + b"Content-Type: message/rfc822\r\n\r\n" + inner
    (found,) = read_eml(outer).bijlagen
    assert found.inhoud.replace(b"\r\n", b"\n") == inner.replace(b"\r\n", b"\n")


def test_what_outlook_packed_for_itself_is_kept_and_told():
    made = mail()
    made.add_attachment(
        b"\x78\x9f\x3e\x22", maintype="application", subtype="ms-tnef", filename="winmail.dat"
    )
    found = read_eml(made.as_bytes())
    assert [item.naam for item in found.bijlagen] == ["winmail.dat"]
    assert found.opmerkingen == (WINMAIL,)


@pytest.mark.parametrize(
    ("rest", "opmerking"),
    [
        (
            b'Content-Type: multipart/encrypted; protocol="application/pgp-encrypted"; boundary=b\r\n\r\n--b\r\n'
            b"Content-Type: application/pgp-encrypted\r\n\r\nVersion: 1\r\n--b\r\n"
            b"Content-Type: application/octet-stream\r\n\r\n-----BEGIN PGP MESSAGE-----\r\n--b--\r\n",
            VERSLEUTELD,
        ),
        (
            b"Content-Type: application/pkcs7-mime; smime-type=enveloped-data; name=smime.p7m\r\n"
            b"Content-Transfer-Encoding: base64\r\n\r\nMIAG\r\n",
            VERSLEUTELD,
        ),
        (
            b"Content-Type: application/pkcs7-mime; smime-type=signed-data; name=smime.p7m\r\n"
            b"Content-Transfer-Encoding: base64\r\n\r\nMIAG\r\n",
            ONDERTEKEND_INGEPAKT,
        ),
        (b"\r\n-----BEGIN PGP MESSAGE-----\r\n\r\nhQEM\r\n-----END PGP MESSAGE-----\r\n", VERSLEUTELD),
    ],
)
def test_an_encrypted_mail_is_told(rest: bytes, opmerking: str):
    assert opmerking in read_eml(HEAD + rest).opmerkingen


def test_a_signed_mail_is_read_and_its_signature_is_no_attachment():
    found = read_eml(
        HEAD
        + b'Content-Type: multipart/signed; protocol="application/pkcs7-signature"; boundary=b\r\n\r\n--b\r\n'
        b"Content-Type: text/plain\r\n\r\nTekst.\r\n--b\r\n"
        b"Content-Type: application/pkcs7-signature; name=smime.p7s\r\n\r\nxx\r\n--b--\r\n"
    )
    assert (found.tekst, found.bijlagen, found.opmerkingen) == ("Tekst.", (), ())


def test_of_ten_thousand_attachments_two_hundred_are_taken_out_and_the_rest_is_told():
    parts = b"".join(
        b"--b\r\nContent-Disposition: attachment; filename=%d.txt\r\n\r\nx\r\n" % number
        for number in range(10_000)
    )
    found = read_eml(HEAD + b"Content-Type: multipart/mixed; boundary=b\r\n\r\n" + parts + b"--b--\r\n")
    assert len(found.bijlagen) == 200
    assert any("10000 bijlagen; de eerste 200" in opmerking for opmerking in found.opmerkingen)


def test_a_text_that_is_too_long_is_cut_and_told():
    found = read_eml(mail("regel\n" * MAX_TEKST).as_bytes())
    assert len(found.tekst) == MAX_TEKST
    assert found.opmerkingen == (INGEKORT,)


def test_a_mail_without_text_is_told():
    assert read_eml(b"From: a@b.nl\r\nSubject: Leeg\r\n\r\n").opmerkingen == (GEEN_TEKST,)


@pytest.mark.parametrize(
    "inhoud",
    [
        b"Content-Type: message/rfc822\n\n" * 100_000,
        b"".join(b"Content-Type: multipart/mixed; boundary=b%d\n\n--b%d\n" % (n, n) for n in range(900)),
        b"".join(b"Content-Type: multipart/mixed; boundary=b%d\n\n--b%d\n" % (n, n) for n in range(60)),
        b"Content-Type: multipart/mixed; boundary=b\n\n" + b"--b\n\n\n" * 21_000,
        b"boundary" * 1_000 + b"\n" * 1_000_000,
        b"Content-Type: multipart/mixed; boundary=b\n\n"
        + (b"--b\nContent-Type: text/plain; " + b"a=b;" * 2_000 + b"\n\n\n") * 40,
    ],
)
def test_what_is_built_to_exhaust_is_refused(inhoud: bytes):
    with pytest.raises(PostError, match="ongewoon opgebouwd"):
        read_eml(inhoud)


def test_a_mail_that_is_too_large_is_refused_with_what_to_do():
    with pytest.raises(PostError, match=r"groter dan 25 MB.*Sla de bijlagen los op"):
        read_eml(bytes(MAX_BESTAND + 1))


@pytest.mark.parametrize(
    "headers",
    [
        b"From: \r\n",
        b"From: =?utf-8?b?/////w==?= <a@b.nl>\r\n",
        b"From: <<<>>>\r\nDate: morgen\r\n",
        b"From: a@b.nl\r\nDate: Wed, 99 Foo 9999 99:99:99 +9999\r\n",
        b"From: a@b.nl\r\nDate: Mon, 1 Jan 1900 00:00:00 +0000\r\n",
        b"Subject: \xff\xfe\xfd\r\n",
        b"Content-Type: ;;;===\r\n",
        b'Content-Type: text/plain; charset="\x00"\r\n',
        b"Content-Disposition: attachment; filename*=utf-8''%FF%00%2e%2e\r\n",
        b"Content-Transfer-Encoding: x-uuencode\r\n",
        b"To: " + b"a@b.nl, " * 100_000 + b"\r\n",
    ],
)
def test_headers_that_are_wrong_do_not_keep_the_text_from_being_read(headers: bytes):
    found = read_eml(headers + b"X-Iets: 1\r\n\r\nTekst van de klacht.\r\n")
    assert "Tekst" in found.tekst or found.bijlagen
    assert found.datum is None


def test_what_is_called_a_mail_and_is_none_is_told():
    with pytest.raises(PostError, match="heet een e-mail"):
        read_mail(Bestand("klacht.eml", b"\x00\x01"))
    assert read_mail(Bestand("brief.txt", b"Geachte heer,")) is None


def test_a_mail_is_a_mail_whatever_it_is_called():
    found = read_mail(Bestand("klacht.txt", mail().as_bytes()))
    assert found is not None
    assert found.onderwerp == "Klacht over de factuur"
