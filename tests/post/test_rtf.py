"""RTF as Outlook packs it: the examples are those of [MS-OXRTFCP], paragraph 3."""

import pytest

from klachtdesk.post.rtf import rtf_to_text, unpack_rtf

HELLO = "2d0000002b0000004c5a4675f1c5c7a703000a007263706731323542320af32068656c090020627705b06c647d0a800fa0"
REPEATING = "1a0000001c0000004c5a4675e2d44b51410004205758595a0d6e7d010eb0"


def test_the_examples_of_its_description_are_unpacked():
    assert unpack_rtf(bytes.fromhex(HELLO)) == b"{\\rtf1\\ansi\\ansicpg1252\\pard hello world}\r\n"
    assert unpack_rtf(bytes.fromhex(REPEATING)) == b"{\\rtf1 WXYZWXYZWXYZWXYZWXYZ}"


def test_what_was_not_packed_is_taken_as_it_is():
    assert unpack_rtf(b"\x1c\0\0\0\x05\0\0\0MELA\0\0\0\0{rtf}") == b"{rtf}"


def test_what_is_cut_off_is_unpacked_as_far_as_it_goes():
    assert unpack_rtf(bytes.fromhex(HELLO)[:30]).startswith(b"{\\rtf1\\ansi")


def test_another_form_is_refused():
    with pytest.raises(ValueError, match="no compressed RTF"):
        unpack_rtf(b"x" * 40)


@pytest.mark.parametrize(
    ("rtf", "tekst"),
    [
        (rb"{\rtf1 Regel een\par Regel twee}", "Regel een\nRegel twee"),
        (rb"{\rtf1{\fonttbl{\f0 Arial;}}{\colortbl;\red0;}{\*\generator Riched}Tekst}", "Tekst"),
        (rb"{\rtf1\ansicpg1252 caf\'e9 \u8364?5 \emdash  klaar}", "café €5 — klaar"),
        (rb"{\rtf1\ansicpg1251 \'cf\'f0\'e8}", "При"),
        (rb"{\rtf1\uc2 a\u8364??b}", "a€b"),
        (rb"{\rtf1 \{accolade\} \\ \~}", "{accolade} \\"),
        (b"{\\rtf1 zonder einde", "zonder einde"),
        (b"geen rtf", "geen rtf"),
    ],
)
def test_rtf_becomes_what_a_person_reads(rtf: bytes, tekst: str):
    assert rtf_to_text(rtf) == tekst


def test_a_web_page_inside_rtf_is_read_once():
    rtf = (
        rb"{\rtf1\ansi\ansicpg1252\fromhtml1 {\*\htmltag64 <html><body>}{\*\htmltag <p>}Caf\'e9"
        rb"{\*\htmltag </p>}\htmlrtf \par weg\htmlrtf0 {\*\htmltag <b>}vet{\*\htmltag </b>}}"
    )
    assert rtf_to_text(rtf) == "Café\n\nvet"


def test_braces_without_end_are_refused_by_value():
    with pytest.raises(ValueError, match="deeper"):
        rtf_to_text(b"{" * 5_000)
