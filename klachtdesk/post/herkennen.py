"""Tells what kind of file something is by its content: magic numbers, never the name alone.

A name can only make a file more suspect: a program stays one whatever it is called, and what Windows would run
because of its name counts as a program whatever is in it.
"""

import re
import struct
import zlib
from io import BytesIO
from zipfile import BadZipFile, LargeZipFile, ZipFile

from klachtdesk.post.bestandssoort import SOORTEN, Bestandssoort
from klachtdesk.post.ole import MAGIC as OLE
from klachtdesk.post.ole import root_names

_RUNS_BY_NAME = frozenset({
    "ade", "adp", "app", "appref-ms", "appx", "bat", "chm", "cmd", "com", "cpl", "desktop", "dll", "dmg",
    "exe", "gadget", "hlp", "hta", "inf", "ins", "iqy", "iso", "img", "isp", "jar", "jnlp", "js", "jse",
    "lib", "library-ms", "lnk", "mde", "msc", "msi", "msix", "msp", "mst", "ocx", "one", "osd", "pif", "pl",
    "ps1", "ps1xml", "ps2", "psc1", "psd1", "psm1", "py", "pyw", "rb", "reg", "scf", "scr", "sct",
    "search-ms", "settingcontent-ms", "sh", "shb", "sys", "theme", "url", "vb", "vbe", "vbs", "vhd", "vhdx",
    "vxd", "website", "ws", "wsc", "wsf", "wsh", "xll", "xbap",
})  # fmt: skip
"""How names end of what Windows or Office runs when it is opened."""

_MAGIC = (
    (b"\x89PNG\r\n\x1a\n", "png"),
    (b"\xff\xd8\xff", "jpeg"),
    (b"GIF87a", "gif"),
    (b"GIF89a", "gif"),
    (b"II*\x00", "tiff"),
    (b"MM\x00*", "tiff"),
    (b"{\\rtf", "rtf"),
    (b"\x78\x9f\x3e\x22", "tnef"),
    (b"MZ", "programma"),
    (b"\x7fELF", "programma"),
    (b"\xca\xfe\xba\xbe", "programma"),
    (b"\xfe\xed\xfa", "programma"),
    (b"\xcf\xfa\xed\xfe", "programma"),
    (b"\xce\xfa\xed\xfe", "programma"),
    (b"#!", "programma"),
    (b"L\x00\x00\x00\x01\x14\x02\x00", "programma"),  # a shortcut of Windows
    (b"ITSF", "programma"),  # help of Windows, which can run scripts
    (b"\xe4\x52\x5c\x7b\x8c\xd8\xa7\x4d", "programma"),  # OneNote, in which programs are hidden
    (b"7z\xbc\xaf\x27\x1c", "pakket"),
    (b"Rar!\x1a\x07", "pakket"),
    (b"\x1f\x8b", "pakket"),
    (b"BZh", "pakket"),
    (b"\xfd7zXZ\x00", "pakket"),
    (b"MSCF", "pakket"),
    (b"ID3", "geluid"),
    (b"OggS", "geluid"),
    (b"fLaC", "geluid"),
    (b"\x1aE\xdf\xa3", "video"),
)
_RIFF = {b"WEBP": "webp", b"WAVE": "geluid", b"AVI ": "video"}
_PHOTOS = (b"hei", b"hev", b"mif1", b"msf1", b"avif")
_ODF = {
    b"application/vnd.oasis.opendocument.text": "odt",
    b"application/vnd.oasis.opendocument.spreadsheet": "ods",
    b"application/vnd.oasis.opendocument.presentation": "odp",
}
_OLE_STREAMS = (
    ("EncryptedPackage", "office_beveiligd"),
    ("WordDocument", "doc"),
    ("Workbook", "xls"),
    ("Book", "xls"),
    ("PowerPoint Document", "ppt"),
)
_MACROS = tuple(name.encode("utf-16-le") for name in ("_VBA_PROJECT", "Macros"))
_OPC = (("word/", "docx"), ("xl/", "xlsx"), ("ppt/", "pptx"))
_ZIP_FAULTS = (
    BadZipFile, LargeZipFile, OSError, ValueError, LookupError, TypeError, EOFError, ArithmeticError, RuntimeError,
    struct.error, zlib.error,
)  # fmt: skip

_HEADER = re.compile(
    rb"(?:from [^\r\n]*\r?\n)?((?:[!-9;-~]+:[^\r\n]*(?:\r?\n[ \t][^\r\n]*)*(?:\r?\n|\Z)){2,400})",
    re.IGNORECASE,
)
_OF_MAIL = re.compile(
    rb"^(from|to|subject|date|message-id|received|return-path|mime-version|delivered-to|sender|reply-to):",
    re.IGNORECASE | re.MULTILINE,
)
_LEAST_HEADERS = 3
_HEAD = 65_536
_PDF_HEAD = 1_024
_HTML = re.compile(
    rb"\s*(?:<\?xml[^>]*>\s*)?<(?:!doctype|!--|html|head|body|script|svg|iframe|title)\b",
    re.IGNORECASE,
)
_NOT_IN_TEXT = re.compile(rb"[\x00-\x08\x0e-\x1a\x1c-\x1f]")


def kind_of(inhoud: bytes, naam: str = "") -> Bestandssoort:
    """Return the kind of a file, judged by its content. Never fails: what is damaged is what its beginning says."""
    return SOORTEN[_by_name(naam) or _by_content(inhoud)]


def _by_name(naam: str) -> str:
    extension = naam.rpartition(".")[2].strip().casefold() if "." in naam else ""
    return "programma" if extension in _RUNS_BY_NAME else ""


def _by_content(inhoud: bytes) -> str:
    if not inhoud:
        return "leeg"
    for magic, sleutel in _MAGIC:
        if inhoud.startswith(magic):
            return sleutel
    if inhoud.startswith((b"PK\x03\x04", b"PK\x05\x06")):
        return _zip_kind(inhoud)
    if inhoud.startswith(OLE):
        return _ole_kind(inhoud)
    if inhoud.startswith(b"RIFF"):
        return _RIFF.get(inhoud[8:12], "onbekend")
    if inhoud[4:8] == b"ftyp":
        return "heic" if inhoud[8:12].startswith(_PHOTOS) else "geluid" if inhoud[8:11] == b"M4A" else "video"
    if inhoud.startswith(b"BM") and len(inhoud) > _LEAST_BMP and inhoud[6:10] == bytes(4):
        return "bmp"
    if b"%PDF-" in inhoud[:_PDF_HEAD]:
        return "pdf"
    return _text_kind(inhoud)


_LEAST_BMP = 26


def _text_kind(inhoud: bytes) -> str:
    head = inhoud[:_HEAD].removeprefix(b"\xef\xbb\xbf")
    if head.startswith((b"\xff\xfe", b"\xfe\xff")):
        return "tekst"
    if _is_mail(head):
        return "eml"
    if _NOT_IN_TEXT.search(head):
        return "onbekend"
    return "html" if _HTML.match(head) else "tekst"


def _is_mail(head: bytes) -> bool:
    """Tell whether a text begins with the headers of a mail."""
    found = _HEADER.match(head.lstrip(b"\r\n"))
    if found is None:
        return False
    return len({name.lower() for name in _OF_MAIL.findall(found[1])}) >= _LEAST_HEADERS


def _ole_kind(inhoud: bytes) -> str:
    names = root_names(inhoud)
    if "__properties_version1.0" in names:
        return "msg"
    for stream, sleutel in _OLE_STREAMS:
        if stream in names:
            macros = sleutel != "office_beveiligd" and any(name in inhoud for name in _MACROS)
            return "ole_macros" if macros else sleutel
    return "ole"


def _zip_kind(inhoud: bytes) -> str:
    try:
        with ZipFile(BytesIO(inhoud)) as opened:
            names = [name.casefold() for name in opened.namelist()]
    except _ZIP_FAULTS:
        return "zip"
    if "[content_types].xml" in names:
        if any(name.endswith("vbaproject.bin") for name in names):
            return "ooxml_macros"
        return next(
            (sleutel for prefix, sleutel in _OPC if any(name.startswith(prefix) for name in names)), "zip"
        )
    for media_type, sleutel in _ODF.items():
        # The name of the kind stands first in the file, unpacked, after the 30 bytes and 8 letters of its own header.
        if inhoud[30:38] == b"mimetype" and inhoud[38 : 38 + len(media_type)] == media_type:
            return sleutel
    return "zip_programma" if any(map(_by_name, names)) else "zip"
