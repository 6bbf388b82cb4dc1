"""The text of a mail that Outlook kept as RTF only: unpacked ([MS-OXRTFCP]), and read as text or as the web page in it.

[MS-OXRTFEX] tells how a web page hides in RTF: its tags stand in groups `htmltag`, what is only for RTF between
`htmlrtf` and `htmlrtf0`.
"""

import re
from dataclasses import dataclass, field, replace

from klachtdesk.post.tekst import clean_text, decode, html_to_text

_LONGEST = 2_000_000
"""Bytes of RTF that are unpacked."""

_KNOWN = (
    rb"{\rtf1\ansi\mac\deff0\deftab720{\fonttbl;}{\f0\fnil \froman \fswiss \fmodern \fscript \fdecor "
    rb"MS Sans SerifSymbolArialTimes New RomanCourier{\colortbl\red0\green0\blue0"
    b"\r\n"
    rb"\par \pard\plain\f0\fs20\b\i\u\tab\tx"
)
"""What both sides know before they begin."""

_WINDOW = 4_096
_PACKED, _UNPACKED = b"LZFu", b"MELA"
_TOKEN = re.compile(
    r"\\(?P<word>[a-zA-Z]{1,32})(?P<number>-?\d{1,9})? ?|\\'(?P<hex>[0-9a-fA-F]{2})|\\(?P<sign>[^a-zA-Z])"
    r"|(?P<brace>[{}])|(?P<text>[^\\{}\r\n]+)|[\r\n]+|."
)
_SIGNS = {"~": " ", "_": "-", "-": "", "\\": "\\", "{": "{", "}": "}", "\n": "\n", "\r": "\n"}
_WORDS = {
    "par": "\n", "line": "\n", "row": "\n", "tab": "\t", "cell": " ", "emdash": "—", "endash": "–", "bullet": "•",
    "lquote": "‘", "rquote": "’", "ldblquote": "“", "rdblquote": "”",
}  # fmt: skip
_NOT_READ = frozenset(
    {"fonttbl", "colortbl", "stylesheet", "info", "pict", "object", "header", "footer", "fldinst"}
)
_MOST_GROUPS = 1_000


def unpack_rtf(packed: bytes) -> bytes:
    """Return what was packed; what is damaged is returned as far as it goes. Raises ValueError for another form."""
    size, kind = int.from_bytes(packed[4:8], "little"), packed[8:12]
    if kind == _UNPACKED:
        return packed[16 : 16 + min(size, _LONGEST)]
    if kind != _PACKED:
        raise ValueError("no compressed RTF")
    window = _Window()
    place, wanted = 16, min(size, _LONGEST)
    while place < len(packed) and len(window.made) < wanted:
        control = packed[place]
        place += 1
        for bit in range(8):
            if not control >> bit & 1:
                window.add(packed[place : place + 1])
                place += 1
                continue
            reference = int.from_bytes(packed[place : place + 2], "big")
            place += 2
            if reference >> 4 == window.at:
                return bytes(window.made)
            window.repeat(reference >> 4, (reference & 15) + 2)
    return bytes(window.made)


class _Window:
    """What was unpacked, and the last 4096 bytes of it, to which the packed bytes refer."""

    def __init__(self) -> None:
        self.made = bytearray()
        self.at = len(_KNOWN)
        self._ring = bytearray(_KNOWN.ljust(_WINDOW, b"\0"))

    def add(self, found: bytes | bytearray) -> None:
        for byte in found:
            self.made.append(byte)
            self._ring[self.at] = byte
            self.at = (self.at + 1) % _WINDOW

    def repeat(self, offset: int, length: int) -> None:
        for step in range(length):  # one by one: what is added can be part of what is repeated
            self.add(self._ring[(offset + step) % _WINDOW : (offset + step) % _WINDOW + 1])


@dataclass(slots=True)
class _Group:
    """What holds between two braces."""

    skipped: bool = False
    tag: bool = False
    hidden: bool = False
    after_unicode: int = 1


@dataclass(slots=True)
class _Reader:
    """Reads RTF from left to right."""

    html: bool
    codepage: str = "cp1252"
    group: _Group = field(default_factory=_Group)
    stack: list[_Group] = field(default_factory=list)
    made: list[str] = field(default_factory=list)
    raw: bytearray = field(default_factory=bytearray)
    pending: int = 0
    """Signs to leave out: they stand in for one that was given in Unicode already."""
    starred: bool = False

    def read(self, rtf: str) -> str:
        for match in _TOKEN.finditer(rtf):
            self._token(match)
        self._flush()
        return "".join(self.made)

    def _token(self, match: re.Match[str]) -> None:
        if (code := match["hex"]) is not None:
            if self.pending:
                self.pending -= 1
            elif self._seen():
                self.raw.append(int(code, 16))
            return
        self._flush()
        if match["word"] is not None:
            self._word(match["word"], match["number"])
        elif match["brace"] is not None:
            self._brace(match["brace"])
        elif match["sign"] == "*":
            self.starred = True
        elif match["sign"] is not None:
            self._say(_SIGNS.get(match["sign"], ""))
        elif match["text"] is not None:
            text = match["text"]
            skipped = min(self.pending, len(text))
            self.pending -= skipped
            self._say(text[skipped:])

    def _brace(self, brace: str) -> None:
        self.pending, self.starred = 0, False
        if brace == "{":
            if len(self.stack) > _MOST_GROUPS:
                raise ValueError("deeper than any real text")
            self.stack.append(replace(self.group))
        elif self.stack:
            self.group = self.stack.pop()

    def _word(self, word: str, number: str | None) -> None:
        starred, self.starred = self.starred, False
        if word == "htmltag" and self.html:
            self.group.tag = True
        elif starred or word in _NOT_READ:
            self.group.skipped = True
        elif word == "htmlrtf":
            self.group.hidden = number != "0"
        elif word == "ansicpg" and number:
            self.codepage = f"cp{number}"
        elif word == "uc" and number:
            self.group.after_unicode = min(abs(int(number)), 8)
        elif word == "u" and number:
            self._say(chr(int(number) % 0x10000))
            self.pending = self.group.after_unicode
        else:
            self._say(_WORDS.get(word, ""))

    def _seen(self) -> bool:
        return not self.group.skipped and (self.group.tag or not self.group.hidden)

    def _say(self, text: str) -> None:
        if self._seen():
            self.made.append(text)

    def _flush(self) -> None:
        if self.raw:
            self.made.append(decode(bytes(self.raw), self.codepage))
            self.raw.clear()


def rtf_to_text(rtf: bytes) -> str:
    """Return what a person reads of RTF, or of the web page that is packed in it."""
    source = rtf[:_LONGEST].decode("latin-1")
    html = "\\fromhtml" in source[:1_000]
    made = _Reader(html).read(source)
    return html_to_text(made) if html else clean_text(made)
