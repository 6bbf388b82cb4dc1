"""Takes a mail apart that Outlook saved as `.msg`: sender, date, text and attachments, within bounds.

A mail inside the mail is made into an `.eml` of its own: nothing here writes Outlook's form.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import datetime
from email.errors import MessageError
from email.message import EmailMessage
from email.policy import EmailPolicy
from email.utils import format_datetime, formataddr
from itertools import islice

from klachtdesk.errors import PostError
from klachtdesk.post import bericht as words
from klachtdesk.post.bericht import MAX_TEKST, Adres, Bericht
from klachtdesk.post.eml import read_eml
from klachtdesk.post.msg_eigenschappen import LONGEST_TEXT, Opslag, Sleutel
from klachtdesk.post.ole import FAULTS, open_ole
from klachtdesk.post.rtf import rtf_to_text, unpack_rtf
from klachtdesk.post.tekst import clean_line, clean_text, decode, file_name, html_to_text
from klachtdesk.post.tijd import dutch_time, from_filetime
from klachtdesk.views.bijlagen import MAX_BESTAND, MAX_BESTANDEN, MAX_TOTAAL, Bestand

_MAIL = ("ipm.note", "ipm.schedule.meeting", "report.")
_ENCRYPTED = "ipm.note.smime"
_SIGNED = "ipm.note.smime.multipartsigned"
_DEEPEST = 3
_MOST_MAILS = 500
"""Mails inside a mail, and inside those, together."""

_BY_VALUE, _NONE = 1, 0
_UNFOLDED = EmailPolicy(max_line_length=100_000)
"""The standard library can go on for ever folding a header that somebody else thought up."""

_TO = 1
_MOST_RECIPIENTS = 200
"""Finding one takes longer the more there are: what is left takes no time by the square."""


class _Budget:
    """How much may still be taken out of a file: its parts can all name the same bytes as theirs, or be thousands."""

    def __init__(self) -> None:
        self._left = MAX_TOTAAL
        self._mails = _MOST_MAILS

    def take_mail(self) -> None:
        self._mails -= 1
        if self._mails < 0:
            raise ValueError("more mails than any real one holds")

    def take(self, inhoud: bytes) -> bytes:
        self._left -= len(inhoud)
        if self._left < 0:
            raise ValueError("more than comes in at once")
        return inhoud


@dataclass
class _Found:
    """What was taken out of a mail so far."""

    bijlagen: list[Bestand] = field(default_factory=list)
    aantal: int = 0
    mislukt: int = 0


def read_msg(inhoud: bytes) -> Bericht:
    """Take a mail of Outlook apart; raises PostError for what can't be read as one, or is something else."""
    if len(inhoud) > MAX_BESTAND:
        raise PostError(
            "Deze e-mail is groter dan 25 MB.", "Sla de bijlagen los op, en voeg ze een voor een toe."
        )
    try:
        with open_ole(inhoud) as ole:
            top = Opslag(ole, (), 32)
            return _read(Opslag(ole, (), 32, top.code_pages()), 0, _Budget())
    except FAULTS as error:
        raise PostError(
            "Dit bestand van Outlook is beschadigd en kan niet worden gelezen.",
            "Voeg het bestand toe als bijlage, of sla de e-mail in Outlook opnieuw op.",
        ) from error


def _read(mail: Opslag, level: int, budget: _Budget) -> Bericht:
    kind = mail.text(Sleutel.MESSAGE_CLASS).casefold()
    if kind and not kind.startswith(_MAIL):
        raise PostError(
            "Dit bestand van Outlook is geen e-mail, maar bijvoorbeeld een afspraak of een contactpersoon.",
            "Voeg het toe als bijlage.",
        )
    found = _Found()
    for attachment in mail.inside("__attach_version1.0_"):
        _take(attachment, found, level, budget)
    tekst = _tekst(mail)
    opmerkingen = list(_opmerkingen(kind, tekst, found))
    return Bericht(
        van=_afzender(mail),
        aan=tuple(_ontvangers(mail)),
        datum=_datum(mail),
        onderwerp=clean_line(mail.text(Sleutel.SUBJECT)),
        tekst=tekst[:MAX_TEKST],
        bijlagen=tuple(found.bijlagen),
        opmerkingen=tuple(dict.fromkeys(opmerkingen)),
    )


def _opmerkingen(kind: str, tekst: str, found: _Found) -> Iterator[str]:
    names = {item.naam.casefold() for item in found.bijlagen}
    if kind.startswith(_SIGNED):
        yield words.ONDERTEKEND_INGEPAKT
    elif kind.startswith(_ENCRYPTED) or "message.rpmsg" in names:
        yield words.VERSLEUTELD
    elif not tekst:
        yield words.GEEN_TEKST
    if "winmail.dat" in names:
        yield words.WINMAIL
    if len(tekst) > MAX_TEKST:
        yield words.INGEKORT
    if found.aantal > len(found.bijlagen) + found.mislukt:
        yield words.te_veel_bijlagen(found.aantal, len(found.bijlagen))
    if found.mislukt:
        yield words.niet_uitgepakt(found.mislukt)


def _afzender(mail: Opslag) -> Adres:
    """Return who a mail is from: on whose behalf it was sent goes before whose hand sent it."""
    naam = clean_line(mail.text(Sleutel.REPRESENTING_NAME) or mail.text(Sleutel.SENDER_NAME))
    pairs = (
        (Sleutel.REPRESENTING_SMTP, None),
        (Sleutel.REPRESENTING_EMAIL, Sleutel.REPRESENTING_TYPE),
        (Sleutel.SENDER_SMTP, None),
        (Sleutel.SENDER_EMAIL, Sleutel.SENDER_TYPE),
    )
    for key, kind in pairs:
        email = clean_line(mail.text(key))
        if "@" in email and (kind is None or mail.text(kind).upper() in {"", "SMTP"}):
            return Adres("" if naam == email else naam, email)
    headers = _transport(mail)
    return headers.van if headers is not None and headers.van.email else Adres(naam)


def _ontvangers(mail: Opslag) -> Iterator[Adres]:
    for recipient in islice(mail.inside("__recip_version1.0_"), _MOST_RECIPIENTS):
        if recipient.number(Sleutel.RECIPIENT_KIND) == _TO:
            email = recipient.text(Sleutel.RECIPIENT_SMTP) or recipient.text(Sleutel.RECIPIENT_EMAIL)
            yield Adres(
                clean_line(recipient.text(Sleutel.RECIPIENT_NAME)), clean_line(email) if "@" in email else ""
            )


def _datum(mail: Opslag) -> datetime | None:
    for key in (Sleutel.CLIENT_SUBMIT_TIME, Sleutel.DELIVERY_TIME):
        found = dutch_time(from_filetime(mail.ticks(key)))
        if found is not None:
            return found
    headers = _transport(mail)
    return None if headers is None else headers.datum


def _transport(mail: Opslag) -> Bericht | None:
    """Return what the headers say with which the mail came in over the internet."""
    headers = mail.text(Sleutel.TRANSPORT_HEADERS, 1_000_000)[:100_000]
    if not headers:
        return None
    try:
        return read_eml(headers.encode("utf-8", "replace") + b"\r\n\r\n")
    except PostError:
        return None


def _tekst(mail: Opslag) -> str:
    """Return the text: as such, or else out of the web page or the RTF that the mail has instead."""
    plain = clean_text(mail.text(Sleutel.BODY, LONGEST_TEXT)[: 4 * MAX_TEKST])
    if plain:
        return plain
    html = mail.binary(Sleutel.HTML)
    if html is not None:
        return html_to_text(decode(html, mail.html_codepage()))
    if page := mail.text(Sleutel.HTML, LONGEST_TEXT):
        return html_to_text(page)
    packed = mail.binary(Sleutel.RTF_COMPRESSED)
    try:
        return "" if packed is None else rtf_to_text(unpack_rtf(packed))
    except ValueError:
        return ""


def _take(attachment: Opslag, found: _Found, level: int, budget: _Budget) -> None:
    found.aantal += 1
    if len(found.bijlagen) >= MAX_BESTANDEN:
        return
    try:
        bestand = _bestand(attachment, found.aantal, level, budget)
    except (PostError, MessageError, *FAULTS):
        bestand = None
    if bestand is None:
        found.mislukt += 1
    else:
        found.bijlagen.append(bestand)


def _bestand(attachment: Opslag, number: int, level: int, budget: _Budget) -> Bestand | None:
    """Return an attachment; None for what is not in the file itself: a link to the internet, or an object of Office."""
    inner = attachment.inner_mail()
    if inner is not None:
        if level >= _DEEPEST:
            return None
        budget.take_mail()
        mail = _read(inner, level + 1, budget)
        return Bestand(file_name(f"{mail.onderwerp[:80] or 'Doorgestuurde e-mail'}.eml"), _as_eml(mail))
    inhoud = attachment.binary(Sleutel.ATTACH_DATA)
    if inhoud is None or attachment.number(Sleutel.ATTACH_METHOD) not in {_BY_VALUE, _NONE}:
        return None
    naam = (
        attachment.text(Sleutel.ATTACH_LONG_FILENAME)
        or attachment.text(Sleutel.ATTACH_FILENAME)
        or attachment.text(Sleutel.RECIPIENT_NAME)
    )
    extension = clean_line(attachment.text(Sleutel.ATTACH_EXTENSION), 10)
    return Bestand(file_name(naam, file_name(f"bijlage {number}{extension}")), budget.take(inhoud))


def _as_eml(mail: Bericht) -> bytes:
    """Return a mail that was inside another as a file of its own."""
    made = EmailMessage(_UNFOLDED)
    made["Subject"] = mail.onderwerp
    made["From"] = formataddr((mail.van.naam, mail.van.email))
    if mail.aan:
        made["To"] = ", ".join(formataddr((item.naam, item.email)) for item in mail.aan[:50])
    if mail.datum is not None:
        made["Date"] = format_datetime(mail.datum)
    made.set_content(mail.tekst)
    for bijlage in mail.bijlagen:
        made.add_attachment(
            bijlage.inhoud, maintype="application", subtype="octet-stream", filename=bijlage.naam
        )
    return made.as_bytes()
