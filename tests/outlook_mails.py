"""Writes mails as Outlook saves them, from [MS-OXMSG], so that reading them can be tried."""

import struct
from datetime import UTC, datetime

from compound_files import Tree, compound_file

_TEXT, _STRING8, _BINARY, _LONG, _TIME, _STORAGE = 0x1F, 0x1E, 0x102, 0x03, 0x40, 0x0D

Value = str | bytes | int | datetime
Properties = dict[int, Value]


def storage(properties: Properties, head: int, *, codepage: str = "") -> Tree:
    """Return the streams of these properties, by key; with `codepage`, texts as they were before Unicode."""
    tree: Tree = {}
    fixed = b""
    for key, value in properties.items():
        match value:
            case str():
                kind, content = (
                    (_STRING8, value.encode(codepage)) if codepage else (_TEXT, value.encode("utf-16-le"))
                )
                tree[f"__substg1.0_{key:04X}{kind:04X}"] = content
                fixed += struct.pack("<HHIII", kind, key, 6, len(content) + 2, 0)
            case bytes():
                tree[f"__substg1.0_{key:04X}{_BINARY:04X}"] = value
                fixed += struct.pack("<HHIII", _BINARY, key, 6, len(value), 0)
            case datetime():
                ticks = round((value - datetime(1601, 1, 1, tzinfo=UTC)).total_seconds()) * 10_000_000
                fixed += struct.pack("<HHIQ", _TIME, key, 6, ticks)
            case _:
                fixed += struct.pack("<HHIQ", _LONG, key, 6, value)
    tree["__properties_version1.0"] = bytes(head) + fixed
    return tree


def attachment(naam: str, inhoud: bytes) -> Tree:
    """Return an ordinary attachment."""
    return storage({0x3707: naam, 0x3704: naam[:8], 0x3705: 1, 0x3701: inhoud}, 8)


def inner_mail(tree: Tree) -> Tree:
    """Return an attachment that is a mail itself; `tree` was made with `head=24`."""
    made = storage({0x3705: 5, 0x3001: "Doorgestuurd"}, 8)
    made[f"__substg1.0_3701{_STORAGE:04X}"] = tree
    return made


def mail_tree(properties: Properties, attachments: list[Tree], *, head: int = 32, codepage: str = "") -> Tree:
    """Return what is in a mail."""
    tree = storage({0x001A: "IPM.Note"} | properties, head, codepage=codepage)
    for place, item in enumerate(attachments):
        tree[f"__attach_version1.0_#{place:08X}"] = item
    return tree


def outlook_mail(
    properties: Properties, attachments: list[Tree] | None = None, *, codepage: str = ""
) -> bytes:
    """Return a mail of Outlook with these properties, by key, and these attachments."""
    return compound_file(mail_tree(properties, attachments or [], codepage=codepage))


MARIJKE: Properties = {
    0x0037: "Klacht over de factuur",
    0x0042: "Marijke de Vries",
    0x0064: "SMTP",
    0x0065: "marijke@voorbeeld.nl",
    0x0039: datetime(2026, 3, 31, 14, 5, tzinfo=UTC),
    0x1000: "Beste mensen,\r\n\r\nDe factuur is hoger dan de offerte.\r\n",
}
"""Sent on Tuesday 31 March 2026 at 14:05 UTC, that is 16:05 in the Netherlands: summer time began on the 29th."""
