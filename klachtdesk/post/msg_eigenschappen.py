"""The properties of an Outlook file, read by hand from its streams: [MS-OXMSG] for the form, [MS-OXPROPS] for the keys.

A storage (the mail, one of its attachments) keeps short values in one stream and each long one in a stream of its own.
"""

import struct
from collections.abc import Iterator
from dataclasses import dataclass
from enum import IntEnum
from functools import cached_property

from olefile import STGTY_STORAGE, OleFileIO
from olefile.olefile import OleDirectoryEntry

from klachtdesk.post.tekst import decode
from klachtdesk.views.bijlagen import MAX_BESTAND

_MOST_PROPERTIES = 4_000
LONGEST_TEXT = 8_000_000
"""Bytes of the text of a mail that are read."""

_LONGEST_NAME = 64_000
"""Bytes that a name or a subject can have: a longer one is none."""

_STRING8, _UNICODE, _BINARY, _STORAGE = 0x001E, 0x001F, 0x0102, 0x000D
_ENTRY = struct.Struct("<HHI8s")
_CODEPAGES = {65001: "utf-8", 1200: "utf-16-le", 20127: "ascii", 28591: "latin-1", 28605: "iso8859-15", 0: ""}


class Sleutel(IntEnum):
    """The properties that are looked at."""

    MESSAGE_CLASS = 0x001A
    SUBJECT = 0x0037
    CLIENT_SUBMIT_TIME = 0x0039
    REPRESENTING_NAME = 0x0042
    REPRESENTING_TYPE = 0x0064
    REPRESENTING_EMAIL = 0x0065
    TRANSPORT_HEADERS = 0x007D
    SENDER_NAME = 0x0C1A
    SENDER_TYPE = 0x0C1E
    SENDER_EMAIL = 0x0C1F
    DELIVERY_TIME = 0x0E06
    BODY = 0x1000
    RTF_COMPRESSED = 0x1009
    HTML = 0x1013
    RECIPIENT_NAME = 0x3001
    RECIPIENT_EMAIL = 0x3003
    RECIPIENT_SMTP = 0x39FE
    RECIPIENT_KIND = 0x0C15
    ATTACH_DATA = 0x3701
    ATTACH_EXTENSION = 0x3703
    ATTACH_FILENAME = 0x3704
    ATTACH_METHOD = 0x3705
    ATTACH_LONG_FILENAME = 0x3707
    INTERNET_CODEPAGE = 0x3FDE
    MESSAGE_CODEPAGE = 0x3FFD
    SENDER_SMTP = 0x5D01
    REPRESENTING_SMTP = 0x5D02


@dataclass(frozen=True)
class Opslag:
    """One storage of an Outlook file: the mail itself (`pad` is empty), an attachment, or somebody it was sent to."""

    ole: OleFileIO
    pad: tuple[str, ...]
    kop: int
    """Bytes before the first property: 32 in the mail itself, 24 in a mail inside it, 8 elsewhere."""
    codepage: str = "cp1252"

    @cached_property
    def _vast(self) -> dict[int, bytes]:
        """The values that fit in eight bytes."""
        data = self._stream("__properties_version1.0") or b""
        entries = data[self.kop : self.kop + _MOST_PROPERTIES * _ENTRY.size]
        whole = len(entries) - len(entries) % _ENTRY.size
        return {key: value for _kind, key, _flags, value in _ENTRY.iter_unpack(entries[:whole])}

    def number(self, sleutel: Sleutel) -> int:
        """Return a number of 32 bits; 0 for none."""
        return int.from_bytes(self._vast.get(sleutel, b"")[:4], "little")

    def ticks(self, sleutel: Sleutel) -> int:
        """Return a number of 64 bits; 0 for none."""
        return int.from_bytes(self._vast.get(sleutel, b""), "little")

    def text(self, sleutel: Sleutel, longest: int = _LONGEST_NAME) -> str:
        """Return a text; empty for none, and for one that has more bytes than `longest`."""
        unicode = self._stream(_name(sleutel, _UNICODE), longest)
        if unicode is not None:
            return unicode.decode("utf-16-le", "replace")
        plain = self._stream(_name(sleutel, _STRING8), longest)
        return "" if plain is None else decode(plain, self.codepage)

    def binary(self, sleutel: Sleutel) -> bytes | None:
        """Return bytes; None for none."""
        return self._stream(_name(sleutel, _BINARY))

    def code_pages(self) -> str:
        """Return the character set that the texts of this mail are in where they are not in Unicode."""
        number = self.number(Sleutel.MESSAGE_CODEPAGE) or self.number(Sleutel.INTERNET_CODEPAGE)
        return _CODEPAGES.get(number, f"cp{number}") or "cp1252"

    def html_codepage(self) -> str:
        """Return the character set that the web page in this mail is in."""
        number = self.number(Sleutel.INTERNET_CODEPAGE)
        return _CODEPAGES.get(number, f"cp{number}") or self.codepage

    def inside(self, prefix: str) -> Iterator["Opslag"]:
        """Yield the storages in this one whose name begins so, in order."""
        names = {
            kid.name
            for kid in _kids(self.ole, self.pad)
            if kid.entry_type == STGTY_STORAGE and kid.name.startswith(prefix)
        }
        for name in sorted(names):
            yield Opslag(self.ole, (*self.pad, name), 8, self.codepage)

    def inner_mail(self) -> "Opslag | None":
        """Return the mail that this attachment is; None when it is something else."""
        pad = (*self.pad, _name(Sleutel.ATTACH_DATA, _STORAGE))
        if not self.ole.exists([*pad, "__properties_version1.0"]):
            return None
        return Opslag(self.ole, pad, 24, self.codepage)

    def _stream(self, name: str, longest: int = MAX_BESTAND) -> bytes | None:
        path = [*self.pad, name]
        if self.ole.get_type(path) != _IS_STREAM or self.ole.get_size(path) > longest:
            return None
        with self.ole.openstream(path) as stream:
            data: bytes = stream.read()
            return data


_IS_STREAM = 2


def _kids(ole: OleFileIO, pad: tuple[str, ...]) -> list[OleDirectoryEntry]:
    """Return what is in a storage. olefile can only list the whole file, and does that again for each storage."""
    entry = ole.root
    for name in pad:
        entry = entry.kids_dict[name.lower()]
    kids: list[OleDirectoryEntry] = entry.kids
    return kids


def _name(sleutel: Sleutel, kind: int) -> str:
    return f"__substg1.0_{sleutel:04X}{kind:04X}"
