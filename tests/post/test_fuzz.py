"""Whatever is dropped on the window, reading it ends in a mail or in one Dutch sentence; never in anything else."""

from contextlib import suppress

import hypothesis.strategies as some
import pytest
from hypothesis import HealthCheck, given, settings
from mails import mail, with_pdf
from outlook_mails import MARIJKE, attachment, inner_mail, mail_tree, outlook_mail

from klachtdesk.errors import PostError
from klachtdesk.post.bericht import Bericht
from klachtdesk.post.eml import read_eml
from klachtdesk.post.herkennen import kind_of
from klachtdesk.post.lezen import read_mail
from klachtdesk.post.msg import read_msg
from klachtdesk.post.rtf import rtf_to_text, unpack_rtf
from klachtdesk.post.tekst import clean, file_name, html_to_text, without_history
from klachtdesk.views.bijlagen import Bestand

_INNER = with_pdf(mail(onderwerp="Binnenste"))
_EML = with_pdf(mail(van='"Renée Müller" <renee@voorbeeld.nl>', onderwerp="Factúúr — 日本"), "fäctuur.pdf")
_EML.add_attachment(_INNER)
EML = _EML.as_bytes()
MSG = outlook_mail(
    MARIJKE
    | {0x7D: "From: Jan <jan@voorbeeld.nl>\r\nDate: Wed, 1 Apr 2026 08:00:00 +0000\r\n", 0x3FDE: 65001},
    [
        attachment("factuur.pdf", b"%PDF-1.7" * 700),
        inner_mail(mail_tree({0x37: "Binnenste", 0x1013: b"<p>x</p>"}, [attachment("x.txt", b"x")], head=24)),
    ],
)
WORDS = (
    b"\r\n", b"\r\n\r\n", b"--", b";", b'"', b"=", b"=?utf-8?b?/w==?=", b"\x00", b"\xff\xfe", b"boundary=",
    b"Content-Type: ", b"multipart/mixed", b"message/rfc822", b"text/html; charset=", b"utf-7", b"base64",
    b"Content-Transfer-Encoding: ", b"Content-Disposition: attachment; filename*0*=", b"Date: ", b"From: ", b"<", b">",
    b"\xff\xff\xff\xff", b"\xfe\xff\xff\xff", b"\x00\x00\x00\x00", b"\x01\x00\x00\x00", b"\x05", b"_\x00_\x00",
)  # fmt: skip
"""What the two forms consist of: put anywhere, it does more than a changed byte."""


@some.composite
def damaged(draw: some.DrawFn, sample: bytes) -> bytes:
    """Return a real file with some of it changed, left out, doubled or put in."""
    made = bytearray(sample)
    for _ in range(draw(some.integers(1, 12))):
        at = draw(some.integers(0, max(0, len(made) - 1)))
        length = draw(some.sampled_from((1, 2, 4, 8, 64, 512)))
        match draw(some.integers(0, 4)):
            case 0:
                made[at : at + 1] = draw(some.binary(min_size=1, max_size=4))
            case 1:
                del made[at : at + length]
            case 2:
                made[at:at] = made[at : at + length]
            case 3:
                word = draw(some.sampled_from(WORDS))
                made[at : at + draw(some.sampled_from((0, len(word))))] = word
            case _:
                other = draw(some.integers(0, max(0, len(made) - 1)))
                made[at : at + length] = made[other : other + length]
    return bytes(made)


def check(found: Bericht) -> None:
    """Everything that is kept can be kept: stored as UTF-8, shown in one line, named as a file."""
    texts = [found.van.naam, found.van.email, found.onderwerp, found.tekst, *found.opmerkingen]
    texts += [item.naam for item in found.bijlagen]
    assert not any("\x00" in text for text in texts)
    "".join(texts).encode("utf-8")
    assert "\n" not in found.onderwerp + found.van.naam + found.van.email
    assert all(item.naam and not {"/", "\\", "\n"} & set(item.naam) for item in found.bijlagen)
    assert len(found.bijlagen) <= 200


quick = settings(max_examples=300, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])


@quick
@given(damaged(EML))
def test_a_damaged_eml_is_a_mail_or_one_sentence(inhoud: bytes):
    with suppress(PostError):
        check(read_eml(inhoud))


@quick
@given(damaged(MSG))
def test_a_damaged_msg_is_a_mail_or_one_sentence(inhoud: bytes):
    with suppress(PostError):
        check(read_msg(inhoud))


@quick
@given(some.one_of(some.binary(max_size=2_000), damaged(EML), damaged(MSG)), some.text(max_size=40))
def test_any_file_has_a_kind_and_is_read_or_not(inhoud: bytes, naam: str):
    assert kind_of(inhoud, naam).label
    try:
        found = read_mail(Bestand(naam, inhoud))
    except PostError:
        return
    if found is not None:
        check(found)


@quick
@given(some.text(some.characters(codec=None), max_size=300), some.text(max_size=40))
def test_any_text_becomes_one_that_can_be_kept(text: str, onderwerp: str):
    for made in (clean(text), html_to_text(text), without_history(clean(text), onderwerp), file_name(text)):
        made.encode("utf-8")
        assert "\x00" not in made
    assert file_name(text)


@quick
@given(
    some.one_of(some.binary(max_size=400), damaged(rb"{\rtf1\ansi\fromhtml1 {\*\htmltag <p>}a\'e9\u8364?b}"))
)
def test_any_rtf_becomes_text(inhoud: bytes):
    for packed in (
        b"\xff\xff\0\0\xff\xff\0\0LZFu\0\0\0\0" + inhoud,
        b"\xff\xff\0\0\xff\xff\0\0MELA\0\0\0\0" + inhoud,
    ):
        rtf_to_text(unpack_rtf(packed)).encode("utf-8")


def test_the_samples_are_read_whole():
    """A fuzz test over samples that can't be read would prove nothing."""
    for found in (read_eml(EML), read_msg(MSG)):
        assert found.opmerkingen == ()
        assert len(found.bijlagen) == 2
    with pytest.raises(PostError):
        read_msg(EML)
