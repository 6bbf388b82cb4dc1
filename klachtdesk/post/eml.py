"""Takes a mail apart that was saved as `.eml`: by the standard library, within bounds, and running nothing.

The standard library is strict in what it understands and lax in what it raises, so each look at a header goes
through `_header`, and everything it is known to raise becomes one Dutch sentence.
"""

import binascii
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from email.errors import MessageError
from email.headerregistry import AddressHeader, ContentDispositionHeader, ContentTypeHeader, DateHeader
from email.message import Message
from email.policy import EmailPolicy
from typing import Any

from klachtdesk.errors import PostError
from klachtdesk.post import bericht as words
from klachtdesk.post.bericht import MAX_TEKST, Adres, Bericht
from klachtdesk.post.eml_grenzen import LONGEST_HEADER, MOST_PARTS, parse_bounded
from klachtdesk.post.tekst import clean_line, clean_text, decode, file_name, html_to_text
from klachtdesk.post.tijd import dutch_time
from klachtdesk.views.bijlagen import MAX_BESTAND, MAX_BESTANDEN, Bestand

_FAULTS = (
    MessageError,
    ValueError,
    LookupError,
    TypeError,
    AttributeError,
    ArithmeticError,
    AssertionError,
    RecursionError,
    binascii.Error,
)
_MOST_WORK = 40_000_000
"""Lines times levels: what the standard library takes half a minute over. A mail of 25 MB needs a tenth."""

_MOST_LEVELS = 30
_LEVELS = re.compile(rb"boundary|message/", re.IGNORECASE)
_SIGNATURES = frozenset(
    {"application/pgp-signature", "application/pkcs7-signature", "application/x-pkcs7-signature"}
)
_PKCS7 = frozenset({"application/pkcs7-mime", "application/x-pkcs7-mime"})
_PGP = "-----BEGIN PGP MESSAGE-----"
_EXTENSIONS = {
    "text/plain": ".txt", "text/html": ".html", "text/calendar": ".ics", "text/csv": ".csv", "image/png": ".png",
    "image/jpeg": ".jpg", "image/gif": ".gif", "application/pdf": ".pdf",
}  # fmt: skip
_AS_IT_CAME = EmailPolicy(refold_source="none")
"""Writes headers as they were read: the standard library can go on for ever folding those that others thought up."""


@dataclass
class _Found:
    """What was found in a mail so far."""

    plain: list[str] = field(default_factory=list)
    html: list[str] = field(default_factory=list)
    bijlagen: list[Bestand] = field(default_factory=list)
    aantal: int = 0
    mislukt: int = 0
    opmerkingen: list[str] = field(default_factory=list)

    def tell(self, opmerking: str) -> None:
        if opmerking not in self.opmerkingen:
            self.opmerkingen.append(opmerking)


def read_eml(inhoud: bytes) -> Bericht:
    """Take a mail apart; raises PostError for what can't be read as one.

    Attachments beyond the first 200 stay in it, which `opmerkingen` tell, as they tell of whatever could not be read.
    """
    if len(inhoud) > MAX_BESTAND:
        raise PostError(
            "Deze e-mail is groter dan 25 MB.", "Sla de bijlagen los op, en voeg ze een voor een toe."
        )
    lines = inhoud.count(b"\n") + inhoud.count(b"\r")
    if lines * (1 + len(_LEVELS.findall(inhoud))) > _MOST_WORK:
        raise _unreadable()
    try:
        mail, effort = parse_bounded(inhoud)
        found = _Found()
        for part in _parts(mail):
            _take(part, found)
        effort.check()  # before, what was raised over a header counted as a header that says nothing
        return _bericht(mail, found)
    except _FAULTS as error:
        raise _unreadable() from error


def _unreadable() -> PostError:
    return PostError(
        "Deze e-mail is beschadigd of ongewoon opgebouwd, en kan niet worden gelezen.",
        "Voeg het bestand toe als bijlage, of neem de tekst over uit uw mailprogramma.",
    )


def _bericht(mail: Message, found: _Found) -> Bericht:
    plain = clean_text("\n\n".join(found.plain))
    tekst = plain or html_to_text("\n".join(found.html))
    if _PGP in tekst:
        found.tell(words.VERSLEUTELD)
    if len(tekst) > MAX_TEKST:
        tekst = tekst[:MAX_TEKST]
        found.tell(words.INGEKORT)
    if found.aantal > len(found.bijlagen) + found.mislukt:
        found.tell(words.te_veel_bijlagen(found.aantal, len(found.bijlagen)))
    if found.mislukt:
        found.tell(words.niet_uitgepakt(found.mislukt))
    if not tekst and words.VERSLEUTELD not in found.opmerkingen:
        found.tell(words.GEEN_TEKST)
    senders = _adressen(mail, "from") or _adressen(mail, "sender") or _adressen(mail, "reply-to")
    return Bericht(
        van=next(iter(senders), Adres()),
        aan=_adressen(mail, "to"),
        datum=_datum(mail),
        onderwerp=clean_line(str(_header(mail, "subject") or "")),
        tekst=tekst,
        bijlagen=tuple(found.bijlagen),
        opmerkingen=tuple(found.opmerkingen),
    )


def _header(part: Message, name: str) -> Any:
    """Return a header as the standard library understands it, as bare text where it does not; None without it."""
    raw = next((value for key, value in part.raw_items() if key.lower() == name), None)
    if raw is None:
        return None
    text = "".join(str(raw)[:LONGEST_HEADER].splitlines())
    try:
        return part.policy.header_fetch_parse(name, text)
    except _FAULTS:
        return text


def _adressen(mail: Message, name: str) -> tuple[Adres, ...]:
    header = _header(mail, name)
    if not isinstance(header, AddressHeader):
        return ()
    found = []
    for item in header.addresses:
        email = clean_line(item.addr_spec) if item.username and item.domain else ""
        naam = clean_line(item.display_name).strip("'\" ")
        if naam or email:
            found.append(Adres("" if naam == email else naam, email))
    return tuple(found)


def _datum(mail: Message) -> Any:
    header = _header(mail, "date")
    return dutch_time(header.datetime) if isinstance(header, DateHeader) else None


def _parts(mail: Message) -> Iterator[Message]:
    """Yield the parts that hold something, in order. A mail inside a mail is one part."""
    stack: list[tuple[Message, int]] = [(mail, 0)]
    seen = 0
    while stack:
        part, level = stack.pop()
        seen += 1
        if seen > MOST_PARTS or level > _MOST_LEVELS:
            raise ValueError("deeper or larger than any real mail")
        inner = part.get_payload()
        kind = _type(part)
        if not isinstance(inner, list) or kind == "message/rfc822":
            yield part
            continue
        if kind == "multipart/encrypted":
            yield part
        children: Sequence[Any] = inner
        stack.extend((child, level + 1) for child in reversed(children) if isinstance(child, Message))


def _type(part: Message) -> str:
    header = _header(part, "content-type")
    if isinstance(header, ContentTypeHeader):
        return header.content_type.lower()
    return "text/plain" if header is None else "application/octet-stream"


def _take(part: Message, found: _Found) -> None:
    kind, naam, attached = _type(part), _name(part), _is_attached(part)
    if kind == "multipart/encrypted":
        found.tell(words.VERSLEUTELD)
        return
    if kind in _SIGNATURES:
        return  # it stays in the mail itself, and says nothing to a reader
    if kind in {"text/plain", "text/html"} and not attached and not naam:
        texts = found.plain if kind == "text/plain" else found.html
        texts.append(decode(_content(part)[: 4 * MAX_TEKST], _charset(part)))
        return
    if kind in _PKCS7:
        signed = str(_parameter(part, "smime-type")).lower() == "signed-data"
        found.tell(words.ONDERTEKEND_INGEPAKT if signed else words.VERSLEUTELD)
    if kind == "application/ms-tnef" or naam.casefold() == "winmail.dat":
        found.tell(words.WINMAIL)
    _take_file(part, kind, naam, found)


def _take_file(part: Message, kind: str, naam: str, found: _Found) -> None:
    found.aantal += 1
    if len(found.bijlagen) >= MAX_BESTANDEN:
        return
    try:
        inhoud = _inner_mail(part) if kind == "message/rfc822" else _content(part)
    except _FAULTS:
        found.mislukt += 1
        return
    if not naam and kind == "message/rfc822":
        naam = f"{_subject_of(part) or 'Doorgestuurde e-mail'}.eml"
    otherwise = f"bijlage {found.aantal}{_EXTENSIONS.get(kind, '')}"
    found.bijlagen.append(Bestand(file_name(naam, otherwise), inhoud))


def _inner(part: Message) -> Message | None:
    """Return the mail that a part of the kind message/rfc822 holds."""
    inner: Any = part.get_payload()
    first = inner[0] if isinstance(inner, list) and inner else None
    return first if isinstance(first, Message) else None


def _inner_mail(part: Message) -> bytes:
    """Return a mail inside a mail as a file of its own."""
    mail = _inner(part)
    return _content(part) if mail is None else mail.as_bytes(policy=_AS_IT_CAME)


def _subject_of(part: Message) -> str:
    mail = _inner(part)
    return "" if mail is None else clean_line(str(_header(mail, "subject") or ""), 80)


def _content(part: Message) -> bytes:
    """Return the bytes of a part; what is wrongly encoded is returned as it stands there."""
    try:
        inhoud = part.get_payload(decode=True)
    except _FAULTS:
        inhoud = str(part.get_payload()).encode("utf-8", "replace")
    return inhoud if isinstance(inhoud, bytes) else b""


def _parameter(part: Message, name: str) -> str:
    header = _header(part, "content-type")
    return str(header.params.get(name, "")) if isinstance(header, ContentTypeHeader) else ""


def _charset(part: Message) -> str:
    return _parameter(part, "charset")


def _is_attached(part: Message) -> bool:
    header = _header(part, "content-disposition")
    return isinstance(header, ContentDispositionHeader) and header.content_disposition == "attachment"


def _name(part: Message) -> str:
    header = _header(part, "content-disposition")
    named = header.params.get("filename", "") if isinstance(header, ContentDispositionHeader) else ""
    return clean_line(str(named or _parameter(part, "name")))
