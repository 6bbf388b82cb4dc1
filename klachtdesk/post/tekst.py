"""Text from outside made safe to keep: decoded, freed of what is no text, and of markup; and names of files."""

import codecs
import re
import unicodedata
from html import unescape

from klachtdesk.post.bericht import MAX_TEKST

_LONGEST_HTML = 2_000_000
"""Characters of markup that are looked at."""

_LONGEST_NAME = 120
_REFUSED_CODECS = frozenset(
    {"punycode", "idna", "unicode-escape", "raw-unicode-escape", "undefined", "utf-7"}
)
"""Not used for mail, and some take ages over hostile text."""

_NO_TEXT = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029\ufeff\ufffe\uffff]")
_REORDERS = re.compile(
    "[\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b-\u200f\u202a-\u202e\u2060-\u206f\u2800\u3164\ufe00-\ufe0f"
    "\ufeff\uffa0\U000e0000-\U000e0fff]"
)
"""Signs that nobody sees; in a name they make `exe.pdf` of `fdp.exe`, or push `.exe` out of sight."""

_NOT_IN_A_NAME = re.compile(r'[<>:"/\\|?*\x00-\x1f\x7f-\x9f]')
_RESERVED = re.compile(r"(con|prn|aux|nul|conin\$|conout\$|(com|lpt)[0-9¹²³]) *(\..*)?", re.IGNORECASE)
"""What Windows takes for a device, whatever comes after the dot and with spaces before it."""

_TAG = re.compile(r"</?([a-zA-Z][a-zA-Z0-9:-]*)")
_SKIPPED = {name: re.compile(rf"</{name}\b", re.IGNORECASE) for name in ("script", "style", "head", "title")}
_BREAKS = frozenset({"br", "div", "tr", "ul", "ol", "dl", "dt", "dd", "hr", "pre", "section", "article"})
_PARAGRAPHS = frozenset({"p", "table", "blockquote", "h1", "h2", "h3", "h4", "h5", "h6"})

_WROTE = re.compile(r"(op|on|am) .{6,200}(schreef|wrote|schrieb)\b.{0,120}:", re.IGNORECASE)
_ORIGINAL = re.compile(
    r"-{2,} ?(oorspronkelijk bericht|original message|origineel bericht) ?-{2,}", re.IGNORECASE
)
_HEAD_OF_QUOTE = re.compile(r"\**(van|from)\**: ?\**.+", re.IGNORECASE)
_REST_OF_HEAD = re.compile(r"\**(verzonden|sent|datum|date|aan|to|onderwerp|subject)\**:", re.IGNORECASE)
_REPLY = re.compile(r"(re|antw|antwoord|aw|sv)\s*:", re.IGNORECASE)


def clean(text: str) -> str:
    """Return text without signs that are none, half characters replaced, lines ended one way."""
    whole = text.encode("utf-16", "surrogatepass").decode("utf-16", "replace")
    lines = whole.replace("\r\n", "\n").replace("\r", "\n")
    return _NO_TEXT.sub("", lines)


def clean_line(text: str, longest: int = 300) -> str:
    """Return text as one line."""
    line = _REORDERS.sub("", " ".join(clean(text[: 20 * longest]).split()))
    return line if len(line) <= longest else line[: longest - 1] + "…"


def clean_text(text: str) -> str:
    """Return the text of a mail: no white space at the ends of lines, at most one empty line in a row."""
    lines = (line.rstrip() for line in clean(text).replace("\u00a0", " ").split("\n"))
    return re.sub(r"\n{3,}", "\n\n", "\n".join(lines)).strip()


def decode(inhoud: bytes, charset: str) -> str:
    """Return bytes as text in the character set they claim, or else the likeliest; never fails."""
    name = _codec(charset)
    for attempt in filter(None, (name, "utf-8", "cp1252")):
        try:
            return inhoud.decode(attempt)
        except (UnicodeError, LookupError):
            continue
    return inhoud.decode(name or "cp1252", "replace")


def _codec(charset: str) -> str:
    """Return the name of a codec that Python knows and that is meant for text; empty for none."""
    try:
        name = codecs.lookup(charset.strip().strip("\"'")).name if charset else ""
        b"".decode(name or "ascii")  # refuses what is a codec, but not for text
    except (LookupError, ValueError):
        return ""
    if name.replace("_", "-") in _REFUSED_CODECS or name == "ascii":
        return ""  # what claims to be ASCII is, or is something better
    return "cp1252" if name == "iso8859-1" else name  # what programs call Latin-1 is Windows' own


def html_to_text(html: str) -> str:
    """Return what a person reads of a web page. Nothing is fetched or run; each step goes on, so it can't hang."""
    html = html[:_LONGEST_HTML]
    parts: list[str] = []
    place = 0
    while (begin := html.find("<", place)) >= 0:
        parts.append(_words(html[place:begin]))
        if html.startswith("<!--", begin):
            place = _after(html, "-->", begin)
            continue
        tag = _TAG.match(html, begin)
        if tag is None and not html.startswith(("<!", "<?"), begin):
            parts.append("<")
            place = begin + 1
            continue
        place = _after(html, ">", begin)
        if tag is not None:
            parts.append(_break(tag))
            place = _past_hidden(html, tag, place)
        if len(parts) > MAX_TEKST:
            break
    else:
        parts.append(_words(html[place:]))
    return clean_text(re.sub(r" *\n *", "\n", re.sub(r"[ \t]+", " ", "".join(parts))))


def _words(text: str) -> str:
    return re.sub(r"\s+", " ", unescape(text))


def _after(html: str, end: str, place: int) -> int:
    found = html.find(end, place)
    return len(html) if found < 0 else found + len(end)


def _past_hidden(html: str, tag: re.Match[str], place: int) -> int:
    """Return where text goes on after a tag whose content nobody reads."""
    ends = _SKIPPED.get(tag[1].lower())
    if ends is None or tag[0].startswith("</"):
        return place
    found = ends.search(html, place)
    return len(html) if found is None else found.start()


def _break(tag: re.Match[str]) -> str:
    name, closes = tag[1].lower(), tag[0].startswith("</")
    if name in _PARAGRAPHS:
        return "\n\n"
    if name == "li":
        return "" if closes else "\n- "
    if name in {"td", "th"}:
        return " "
    return "\n" if name in _BREAKS else ""


def without_history(tekst: str, onderwerp: str) -> str:
    """Return a reply without the mails that it quotes, where it is certain what is quoted; else all of it.

    A forwarded mail is never shortened: there the older mail is what it is about.
    """
    lines = tekst.split("\n")
    end = _begin_of_signs(lines)
    if end is None and _REPLY.match(onderwerp.strip()):
        heads = (
            place
            for place, line in enumerate(lines)
            if _ORIGINAL.fullmatch(line.strip()) or _is_head_of_quote(lines, place)
        )
        end = next(heads, None)
    return "\n".join(lines[:end]).strip() or tekst


def _begin_of_signs(lines: list[str]) -> int | None:
    """Return where "Op maandag schreef Jan:" stands above lines that all begin with `>`; None when nothing does."""
    quoted = len(lines)
    while quoted and (not lines[quoted - 1].strip() or lines[quoted - 1].lstrip().startswith(">")):
        quoted -= 1
    if not any(line.strip() for line in lines[quoted:]):
        return None
    for above in (1, 2):  # a long address makes it two lines
        begin = max(0, quoted - above)
        if _WROTE.fullmatch(" ".join(line.strip() for line in lines[begin:quoted])):
            return begin
    return None


def _is_head_of_quote(lines: list[str], place: int) -> bool:
    """Tell whether the lines from here are those that Outlook puts above the mail it quotes."""
    following = [line.strip() for line in lines[place + 1 : place + 6]]
    known = sum(1 for line in following if _REST_OF_HEAD.match(line))
    return _HEAD_OF_QUOTE.fullmatch(lines[place].strip()) is not None and known >= 2  # noqa: PLR2004


def file_name(naam: str, otherwise: str = "bestand") -> str:
    """Return the name of a file without its folders, and without signs that mislead or that Windows refuses."""
    last = re.split(r"[/\\]", clean(naam[-2_000:]).replace("\n", " "))[-1]
    plain = _NOT_IN_A_NAME.sub("-", _REORDERS.sub("", unicodedata.normalize("NFC", last)))
    plain = " ".join(plain.split()).strip(" .-")
    if len(plain) > _LONGEST_NAME:
        stem, dot, extension = plain.rpartition(".")
        short = len(extension) <= 10  # noqa: PLR2004 (longer is no extension, but a sentence with a full stop)
        tail = f"{dot}{extension}" if dot and short else ""
        plain = (stem if tail else plain)[: _LONGEST_NAME - len(tail)].rstrip(" .") + tail
    if _RESERVED.fullmatch(plain):
        plain = f"_{plain}"
    return plain or otherwise
