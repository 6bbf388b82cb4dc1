"""Takes a name as somebody typed it apart: who it is, the initials, titles and the surname with its tussenvoegsel."""

import re
from dataclasses import dataclass, replace
from typing import Final

_MEVROUW: Final = r"mevrouw|mevr\.?|mw\.?|mej\."
_HEER: Final = r"(?:de\s+)?heer|dhr\.?|hr\.|meneer"
_EITHER: Final = re.compile(
    rf"(?:(?:{_HEER})\s*(?:/|\bof\b)\s*(?:{_MEVROUW})|(?:{_MEVROUW})\s*(?:/|\bof\b)\s*(?:{_HEER}))\s+",
    re.IGNORECASE,
)
_COUPLE: Final = re.compile(
    rf"(?:(?:{_HEER})\s+(?:en|&)\s+(?:{_MEVROUW})|(?:{_MEVROUW})\s+(?:en|&)\s+(?:{_HEER}))\s+", re.IGNORECASE
)
_COURTESY: Final = re.compile(
    rf"(?:(?P<mevrouw>{_MEVROUW})|(?P<heer>{_HEER})|(?P<familie>(?:de\s+)?familie|fam\.))\s+", re.IGNORECASE
)
_ATTENTION: Final = re.compile(r"(?:t\.?a\.?v\.?|ter attentie van)\s+", re.IGNORECASE)
_AND: Final = re.compile(r"\s+(?:en|&)\s+", re.IGNORECASE)
_FIRM: Final = re.compile(
    r"\b(?:b\.?v|n\.?v|v\.?o\.?f|c\.?v|u\.?a)\.?$|^(?:stichting|vereniging|gemeente|coöperatie|maatschap)\b",
    re.IGNORECASE,
)
_INITIALS: Final = re.compile(r"(?:[^\W\d_][^\W\d_]{0,2}\.-?)+|[A-Z]{1,3}")
_TITLE: Final = re.compile(
    r"(?:mr|dr|drs|ir|ing|prof|ds|bacc|kand|lic)\.?|professor|doctor|dominee|pastor|rector", re.IGNORECASE
)
_SUFFIX: Final = re.compile(
    r"(?:B[AS]c?|M[AS]c?|LL\.?[BM]|PhD|Ph\.D|[MB]\.?Sc|[MB]Ed|E?MBA|MPA|R[ABCE]|AA|[Jj]r|[Ss]r)\.?"
)
_TUSSEN: Final = frozenset(
    re.findall(
        r"\S+",
        "van von de der den het 't ’t ten ter te op in uit aan bij onder over voor tot la le les di da do dos das du "
        "el al ben bin ibn ait ould abu zu zur zum",
    )
)
_ALSO_A_FIRST_NAME: Final = frozenset({"ben", "al", "di", "do", "da", "dos", "bin", "la"})
_A_NAME: Final = 2
"""Words in a plain full name: one first name and one surname."""


@dataclass(frozen=True, slots=True)
class Naam:
    """One person: `wie` is mevrouw, heer or familie, and empty where the name does not say."""

    wie: str
    kort: str
    """The surname as it stands after mevrouw or heer: "De Vries"."""
    heel: str
    """First names or initials and surname, without titles: "A. de Vries"."""
    voluit: str
    """All that was typed but mevrouw and heer: "mr. A. de Vries MA"."""
    kaal: bool
    """Whether only a surname is known."""


def tidy(naam: str) -> str:
    """Return a name with single spaces, without what stands in brackets and without "t.a.v."."""
    return _ATTENTION.sub("", " ".join(re.sub(r"\([^()]*\)", " ", naam).split()), count=1).strip(" ,;")


def capital(text: str) -> str:
    """Return a text with a capital first letter; `'t` keeps its own."""
    return text if text[:1] in {"'", "’"} else text[:1].upper() + text[1:]


def parse_couple(naam: str) -> str | None:
    """Return the surname in "de heer en mevrouw Jansen", with what stands before it; None for any other name."""
    match = _COUPLE.match(tidy(naam))
    return None if match is None else tidy(naam)[match.end() :]


def parse_people(naam: str, organisatie: str = "") -> tuple[Naam, ...]:
    """Return who a name names, one or two; nobody when it is empty or the name of an organisation."""
    typed = tidy(naam)
    if (
        not any(map(str.isalpha, typed))
        or typed.casefold() == tidy(organisatie).casefold()
        or _is_firm(typed)
    ):
        return ()
    parts = _AND.split(typed)
    if len(parts) == 1:
        return (_parse(typed),)
    people = [_parse(part) for part in parts]
    if len(parts) > _A_NAME or not all(map(str.strip, parts)):
        return (_together(typed),)
    first, last = people
    if first.kaal and not last.kaal and not first.wie:  # "Jan en Els de Vries": one surname for both
        return (_together(typed),)
    if not first.kort:  # "mevr. A. en dhr. B. Jansen"
        first = replace(first, kort=last.kort) if first.wie and last.wie else _together(typed)
        return (first, last) if first.wie else (first,)
    return (first, last)


def _is_firm(typed: str) -> bool:
    return _COURTESY.match(typed) is None and _FIRM.search(typed) is not None


def _together(typed: str) -> Naam:
    return Naam("", typed, typed, typed, kaal=False)


def _parse(part: str) -> Naam:
    """Take the name of one person apart."""
    either = _EITHER.match(part)
    rest = part[either.end() :] if either else part
    courtesy = _COURTESY.match(rest)
    rest = _reordered(rest[courtesy.end() :] if courtesy else rest)
    words = rest.replace(" - ", "-").split()
    while len(words) > 1 and _TITLE.fullmatch(words[0]):
        words.pop(0)
    while len(words) > 1 and _SUFFIX.fullmatch(words[-1]):
        words.pop()
    before, surname = _split(words)
    kort = capital(" ".join(surname))
    heel = " ".join([*before, *surname]) if before else kort
    kaal = not before and len(surname) - _leading(surname) <= 1
    wie = courtesy.lastgroup or "" if courtesy else ""
    return Naam(wie, kort, heel, rest if before else capital(rest), kaal)


def _reordered(rest: str) -> str:
    """Return "A. de Vries" for "Vries, A. de"; what else stands behind a comma, such as a title, stays there."""
    surname, comma, behind = (piece.strip() for piece in rest.partition(","))
    words = behind.split()
    if comma and words and all(_INITIALS.fullmatch(word) or word.lower() in _TUSSEN for word in words):
        return rest if all(map(_SUFFIX.fullmatch, words)) else f"{behind} {surname}"
    return rest.replace(",", "")


def _split(words: list[str]) -> tuple[list[str], list[str]]:
    """Return the first names or initials, and the surname with its tussenvoegsel.

    Where a first name can't be told from a double surname ("Maria Garcia Lopez"), all of it counts as surname:
    nobody is addressed with half of a name.
    """
    initials = 0
    while initials < len(words) and _INITIALS.fullmatch(words[initials]):
        initials += 1
    if initials:
        return words[:initials], words[initials:]
    if _leading(words):
        return [], words
    for at, word in enumerate(words[1:], 1):
        if word.lower() in _TUSSEN or re.search(r"-[a-z’']+$", word):
            return words[:at], words[at:]
    return (words[:1], words[1:]) if len(words) == _A_NAME else ([], words)


def _leading(words: list[str]) -> int:
    """Return how many words of a tussenvoegsel a name begins with."""
    if not words or (words[0].lower() in _ALSO_A_FIRST_NAME and words[0][:1].isupper()):
        return 0
    at = 0
    while at < len(words) - 1 and words[at].lower() in _TUSSEN:
        at += 1
    return at
