"""Text from outside: decoded, without markup, without what was quoted; and names of files that mislead nobody."""

import pytest

from klachtdesk.post.tekst import (
    clean,
    clean_line,
    clean_text,
    decode,
    file_name,
    html_to_text,
    without_history,
)


def test_signs_that_are_none_and_half_characters_are_left_out():
    assert clean("a\x00b\x07c\r\nd\re") == "abc\nd\ne"
    assert clean("half \ud83d teken") == "half \ufffd teken"
    assert clean("heel \U0001f600 teken") == "heel \U0001f600 teken"


def test_a_line_is_one_line_and_not_endless():
    assert clean_line(" Klacht \r\n over  iets ") == "Klacht over iets"
    assert len(clean_line("x" * 10_000)) == 300


def test_a_text_has_no_trailing_space_and_one_empty_line_at_most():
    assert clean_text("a  \n\n\n\nb\u00a0c\n") == "a\n\nb c"


@pytest.mark.parametrize(
    ("inhoud", "charset", "tekst"),
    [
        ("café €".encode(), "utf-8", "café €"),
        ("café".encode("latin-1"), "iso-8859-1", "café"),
        (
            "prijs € 5".encode("cp1252"),
            "iso-8859-1",
            "prijs € 5",
        ),  # Windows writes € in what it calls Latin-1
        ("Привет".encode("koi8-r"), "koi8-r", "Привет"),
        ("日本".encode("iso-2022-jp"), "ISO-2022-JP", "日本"),
        ("café".encode(), "us-ascii", "café"),
        ("café".encode("cp1252"), "bestaat-niet", "café"),
        (b"tekst", "rot13", "tekst"),
        (b"tekst", "zlib", "tekst"),
        (b"a-b-c", "punycode", "a-b-c"),
        (b"\\x41", "unicode_escape", "\\x41"),
        (b"tekst", "\x00", "tekst"),
    ],
)
def test_bytes_are_read_in_the_character_set_they_claim_or_else_the_likeliest(
    inhoud: bytes, charset: str, tekst: str
):
    assert decode(inhoud, charset) == tekst


def test_a_web_page_becomes_what_a_person_reads():
    html = (
        "<html><head><title>Titel</title><style>p { color: red }</style></head><body><!-- weg --><p>Beste&nbsp;mensen,"
        "</p><p>De prijs is 5&nbsp;&lt; 6 &amp; <b>te hoog</b>.<br>Twee\nregels.</p><script>alert('x')</script>"
        "<ul><li>een</li><li>twee</li></ul><img src='http://volg.mij/x.gif' alt='spion'></body></html>"
    )
    assert (
        html_to_text(html) == "Beste mensen,\n\nDe prijs is 5 < 6 & te hoog.\nTwee regels.\n\n- een\n- twee"
    )


@pytest.mark.parametrize(
    "html",
    [
        "<" * 300_000,
        "<!--" * 100_000,
        "<p" * 100_000,
        "<script>" * 50_000,
        "a < b > c " * 30_000,
        "&" * 300_000,
    ],
)
def test_a_hostile_web_page_ends_too(html: str):
    assert len(html_to_text(html)) <= len(html)


def test_a_reply_loses_what_it_quotes():
    tekst = "Ik ben het er niet mee eens.\n\nOp wo 1 apr 2026 om 10:12 schreef Bureau <a@b.nl>:\n> Beste,\n>\n> Nee."
    assert without_history(tekst, "Re: Klacht") == "Ik ben het er niet mee eens."


def test_the_line_above_a_quote_may_be_two_lines():
    tekst = "Nee.\n\nOp wo 1 apr 2026 om 10:12 schreef Marijke de Vries <\nmarijke@voorbeeld.nl>:\n\n> Beste,"
    assert without_history(tekst, "Re: Klacht") == "Nee."


def test_a_reply_from_outlook_loses_what_stands_under_its_head():
    tekst = "Antwoord.\n\nVan: Bureau\nVerzonden: woensdag 1 april 2026\nAan: Marijke\n\nBeste Marijke,"
    assert without_history(tekst, "RE: Klacht") == "Antwoord."


@pytest.mark.parametrize("onderwerp", ["FW: Klacht", "Klacht"])
def test_a_forwarded_mail_stays_whole(onderwerp: str):
    tekst = "Ter behandeling.\n\nVan: Marijke\nVerzonden: woensdag 1 april 2026\nAan: Bureau\n\nIk heb een klacht."
    assert without_history(tekst, onderwerp) == tekst


def test_an_answer_between_the_lines_stays_whole():
    tekst = "Op wo 1 apr 2026 om 10:12 schreef Bureau:\n> Wat vond u?\nSlecht."
    assert without_history(tekst, "Re: vraag") == tekst


def test_a_reply_with_nothing_of_its_own_stays_whole():
    tekst = "Op wo 1 apr 2026 om 10:12 schreef Bureau:\n> Wat vond u?"
    assert without_history(tekst, "Re: vraag") == tekst


@pytest.mark.parametrize(
    ("naam", "schoon"),
    [
        ("factuur.pdf", "factuur.pdf"),
        ("C:\\Users\\jan\\factuur.pdf", "factuur.pdf"),
        ("../../etc/passwd", "passwd"),
        ("factuur\u202efdp.exe", "factuurfdp.exe"),
        ('wat? "ja": <nee>|*.txt', "wat- -ja-- -nee---.txt"),
        ("aux.txt", "_aux.txt"),
        ("nul .txt", "_nul .txt"),
        ("COM¹.pdf", "_COM¹.pdf"),
        ("conin$", "_conin$"),
        ("console.txt", "console.txt"),
        ("factuur.pdf" + "\u3164" * 80 + ".exe", "factuur.pdf.exe"),
        ("factuur.pdf" + "\u2800" * 80 + ".exe", "factuur.pdf.exe"),
        ("  .. ", "bestand"),
        ("", "bestand"),
        ("a\x00b\nc.pdf", "ab c.pdf"),
        ("x" * 300 + ".docx", "x" * 115 + ".docx"),
    ],
)
def test_a_name_is_one_name_that_misleads_nobody(naam: str, schoon: str):
    assert file_name(naam) == schoon
