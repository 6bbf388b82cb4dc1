"""Mails that Outlook saved as `.msg`, written here from the description of that form."""

from datetime import UTC, datetime

import pytest
from compound_files import compound_file
from mails import PDF
from outlook_mails import MARIJKE, Properties, attachment, inner_mail, mail_tree, outlook_mail, storage

from klachtdesk.errors import PostError
from klachtdesk.post.bericht import GEEN_TEKST, VERSLEUTELD, niet_uitgepakt
from klachtdesk.post.eml import read_eml
from klachtdesk.post.lezen import read_mail
from klachtdesk.post.msg import read_msg
from klachtdesk.views.bijlagen import Bestand

HELLO = bytes.fromhex(
    "2d0000002b0000004c5a4675f1c5c7a703000a007263706731323542320af32068656c090020627705b06c647d0a800fa0"
)
"""The example of [MS-OXRTFCP], paragraph 3.1.1: a page that says "hello world"."""


def without(*keys: int) -> Properties:
    return {key: value for key, value in MARIJKE.items() if key not in keys}


def test_a_mail_of_outlook_tells_who_what_and_when():
    found = read_msg(outlook_mail(MARIJKE, [attachment("factuur 2026 definitief.pdf", PDF * 500)]))
    assert (found.van.naam, found.van.email) == ("Marijke de Vries", "marijke@voorbeeld.nl")
    assert found.onderwerp == "Klacht over de factuur"
    assert found.tekst == "Beste mensen,\n\nDe factuur is hoger dan de offerte."
    assert found.bijlagen == (Bestand("factuur 2026 definitief.pdf", PDF * 500),)
    assert found.opmerkingen == ()
    # 14:05 UTC is 16:05 in the Netherlands, two hours ahead in summer.
    assert found.datum is not None
    assert found.datum.replace(tzinfo=None) == datetime(2026, 3, 31, 16, 5)  # noqa: DTZ001


def test_the_address_within_an_office_gives_way_to_that_of_the_internet():
    found = read_msg(
        outlook_mail(without(0x64, 0x65) | {0x64: "EX", 0x65: "/o=Bureau/cn=jan", 0x5D02: "jan@bureau.nl"})
    )
    assert found.van.email == "jan@bureau.nl"


def test_sender_and_date_are_found_in_the_headers_of_the_internet_where_outlook_kept_none():
    headers = "From: Jan Jansen <jan@voorbeeld.nl>\r\nDate: Wed, 1 Apr 2026 08:00:00 +0000\r\nTo: x@y.nl\r\n"
    found = read_msg(outlook_mail(without(0x42, 0x64, 0x65, 0x39) | {0x7D: headers}))
    assert (found.van.naam, found.van.email) == ("Jan Jansen", "jan@voorbeeld.nl")
    assert found.datum is not None
    assert found.datum.hour == 10


def test_a_sender_without_an_address_keeps_the_name():
    found = read_msg(outlook_mail(without(0x64, 0x65)))
    assert (found.van.naam, found.van.email) == ("Marijke de Vries", "")


def test_a_mail_from_before_unicode_is_read_in_its_own_character_set():
    found = read_msg(outlook_mail({0x37: "Привет", 0x1000: "жалоба", 0x3FFD: 1251}, codepage="cp1251"))
    assert (found.onderwerp, found.tekst) == ("Привет", "жалоба")


def test_a_mail_that_is_a_web_page_only_is_read_as_text():
    page = "<p>De prijs is 5 €</p><script>alert(1)</script>".encode()
    assert read_msg(outlook_mail(without(0x1000) | {0x1013: page, 0x3FDE: 65001})).tekst == "De prijs is 5 €"


def test_a_mail_that_is_rtf_only_is_read_as_text():
    assert read_msg(outlook_mail(without(0x1000) | {0x1009: HELLO})).tekst == "hello world"


def test_a_mail_inside_a_mail_becomes_an_eml_with_its_own_attachments():
    inner = mail_tree(
        {0x37: "De eerste mail", 0x1000: "Café", 0x5D02: "a@b.nl"}, [attachment("x.pdf", PDF)], head=24
    )
    (found,) = read_msg(outlook_mail(MARIJKE, [inner_mail(inner)])).bijlagen
    assert found.naam == "De eerste mail.eml"
    again = read_mail(found)
    assert again is not None
    assert (again.van.email, again.tekst, again.bijlagen) == ("a@b.nl", "Café", (Bestand("x.pdf", PDF),))


def test_mails_inside_mails_without_end_are_told():
    tree = mail_tree({0x37: "diepst"}, [], head=24)
    for level in range(6):
        tree = mail_tree({0x37: f"laag {level}"}, [inner_mail(tree)], head=24)
    found = read_msg(outlook_mail(MARIJKE, [inner_mail(tree)]))
    (bijlage,) = found.bijlagen
    assert b"diepst" not in bijlage.inhoud


def test_of_mails_inside_mails_five_hundred_are_taken_out():
    # 30 mails with 30 in each are 930. Depth first: each whole one takes 31, so 16 of them 496. Of the 17th itself and
    # three mails inside it there is room for, which makes 500; the 13 after it can't be taken out.
    each = inner_mail(mail_tree({0x37: "Binnenste"}, [], head=24))
    outer = inner_mail(mail_tree({0x37: "Buitenste"}, [each] * 30, head=24))
    found = read_msg(outlook_mail(MARIJKE, [outer] * 30))
    assert len(found.bijlagen) == 17
    assert found.opmerkingen == (niet_uitgepakt(13),)
    assert [len(read_eml(item.inhoud).bijlagen) for item in found.bijlagen] == [30] * 16 + [3]


def test_what_is_only_a_link_is_told():
    link = storage({0x3707: "groot.zip", 0x3705: 7}, 8)
    found = read_msg(outlook_mail(MARIJKE, [link]))
    assert found.bijlagen == ()
    assert found.opmerkingen == (
        "Een bijlage kon niet uit de e-mail worden gehaald; de e-mail zelf is wel heel bewaard.",
    )


def test_of_many_attachments_two_hundred_are_taken_out_and_the_rest_is_told():
    found = read_msg(outlook_mail(MARIJKE, [attachment("x.txt", b"x")] * 1_000))
    assert len(found.bijlagen) == 200
    assert "1000 bijlagen; de eerste 200" in found.opmerkingen[0]


def test_of_many_people_it_was_sent_to_the_first_are_read():
    # 0x0C15 is 1 for whoever a mail is addressed to.
    tree = mail_tree(MARIJKE, [])
    for number in range(300):
        tree[f"__recip_version1.0_#{number:08X}"] = storage({0x3001: f"Lezer {number}", 0x0C15: 1}, 8)
    found = read_msg(compound_file(tree))
    assert [item.naam for item in found.aan] == [f"Lezer {number}" for number in range(200)]


@pytest.mark.parametrize("kind", ["IPM.Note.SMIME", "IPM.Note.Smime"])
def test_an_encrypted_mail_is_told(kind: str):
    found = read_msg(outlook_mail(without(0x1000) | {0x1A: kind}, [attachment("smime.p7m", b"0\x80")]))
    assert found.opmerkingen == (VERSLEUTELD,)


def test_a_protected_mail_is_told():
    found = read_msg(outlook_mail(without(0x1000), [attachment("message.rpmsg", b"x")]))
    assert VERSLEUTELD in found.opmerkingen


def test_a_mail_without_text_is_told():
    assert read_msg(outlook_mail(without(0x1000))).opmerkingen == (GEEN_TEKST,)


@pytest.mark.parametrize("kind", ["IPM.Appointment", "IPM.Contact", "IPM.Task"])
def test_what_outlook_saved_that_is_no_mail_is_refused(kind: str):
    with pytest.raises(PostError, match="geen e-mail"):
        read_msg(outlook_mail(MARIJKE | {0x1A: kind}))


@pytest.mark.parametrize(
    "inhoud",
    [
        b"",
        b"geen Outlook",
        bytes.fromhex("d0cf11e0a1b11ae1"),
        outlook_mail(MARIJKE)[:700],
        compound_file({"WordDocument": b"x" * 100})[:-100],
        bytes.fromhex("d0cf11e0a1b11ae1") + b"\xff" * 10_000,
    ],
)
def test_what_is_damaged_or_of_another_form_is_refused(inhoud: bytes):
    with pytest.raises(PostError):
        read_msg(inhoud)


def test_a_part_that_claims_to_be_larger_than_the_file_is_refused():
    # Its chain of sectors bites its own tail: read to the size that it claims, it would take 2 GB.
    made = bytearray(outlook_mail(MARIJKE, [attachment("groot.bin", b"x" * 9_000)]))
    name = "__substg1.0_37010102".encode("utf-16-le")
    place = made.find(name)
    start = int.from_bytes(made[place + 116 : place + 120], "little")
    made[place + 120 : place + 124] = (2_000_000_000).to_bytes(4, "little")
    table = len(made) - 512  # the one table of sectors stands last
    made[table + 4 * start : table + 4 * start + 4] = start.to_bytes(4, "little")
    with pytest.raises(PostError, match="beschadigd"):
        read_msg(bytes(made))


@pytest.mark.parametrize("place", [30, 32, 44, 56, 64, 72])
def test_a_head_that_claims_more_than_the_file_holds_is_refused(place: int):
    made = bytearray(outlook_mail(MARIJKE))
    made[place : place + 2] = b"\xff\xff"
    with pytest.raises(PostError, match="beschadigd"):
        read_msg(bytes(made))


def test_parts_that_share_their_bytes_do_not_fill_the_memory():
    # Fifty attachments claim the same 4 MB, together 200 MB; of what comes in at once 100 MB is the limit.
    found = read_msg(_all_the_same(4_000_000, 50))
    assert 0 < sum(len(item.inhoud) for item in found.bijlagen) <= 100 * 1024 * 1024
    assert any("niet uit de e-mail worden gehaald" in opmerking for opmerking in found.opmerkingen)


def _all_the_same(size: int, number: int) -> bytes:
    """Return a mail of which all attachments point at the bytes of one."""
    large, small = attachment("groot.bin", b"x" * size), attachment("klein.bin", b"y" * 5_000)
    made = bytearray(outlook_mail(MARIJKE, [large, *[small] * number]))
    name = "__substg1.0_37010102".encode("utf-16-le")
    places = [place for place in range(0, len(made), 128) if made[place : place + len(name)] == name]
    first = next(
        place for place in places if int.from_bytes(made[place + 120 : place + 124], "little") == size
    )
    for place in places:
        made[place + 116 : place + 124] = made[first + 116 : first + 124]
    return bytes(made)


def test_the_moment_of_delivery_counts_where_that_of_sending_is_missing():
    found = read_msg(outlook_mail(without(0x39) | {0x0E06: datetime(2026, 1, 5, 12, 0, tzinfo=UTC)}))
    assert found.datum is not None
    assert found.datum.hour == 13  # winter: one hour ahead
