"""Passwords: how they are turned into bytes, and how strong a new one is.

The strength is a rough count of bits: what everybody picks (a common word, a year, `1234`, `aaaa`) adds
almost nothing, anything else adds by its length. A wordlist library would know English better than Dutch.
"""

import re
import unicodedata
from typing import Final

from klachtdesk.dutch import counted
from klachtdesk.errors import InvalidInput
from klachtdesk.views.kluis import Sterkte

MINIMUM_LENGTH: Final = 12
_MAXIMUM_LENGTH: Final = 1000

_COMMON_WORDS: Final = (
    "wachtwoord|welkom|geheim|toegang|inloggen|password|welcome|secret|admin|login|letmein|iloveyou|dragon|monkey|"
    "klachtdesk|klachten|klacht|kluis|kantoor|beheer|training|docent|computer|"
    "lente|zomer|herfst|winter|maandag|dinsdag|woensdag|donderdag|vrijdag|zaterdag|zondag|"
    "januari|februari|maart|april|juni|juli|augustus|september|oktober|november|december|"
    "nederland|holland|amsterdam|rotterdam|utrecht|denhaag|feyenoord|ajax|oranje|voetbal|vakantie|liefde|schatje"
)
_ROWS: Final = ("abcdefghijklmnopqrstuvwxyz", "01234567890", "qwertyuiop", "asdfghjkl", "zxcvbnm")

# Bits that each piece of a password adds. A letter counts for less than a random one: people write words.
_BITS_WORD: Final = 8.0
_BITS_YEAR: Final = 6.0
_BITS_PATTERN: Final = 4.0
_BITS_LETTER: Final = 2.8
_BITS_OTHER: Final = 4.2
_SCORES: Final = (28.0, 42.0, 56.0, 70.0)
"""The bits from which the score is 1, 2, 3 and 4."""

_PIECE: Final = re.compile(
    "|".join(
        [
            f"(?P<word>{_COMMON_WORDS})",
            r"(?P<year>(?:19|20)\d\d)",
            r"(?P<repeat>(?P<unit>.{1,12}?)(?P=unit){2,})",
            r"(?P<letter>[^\W\d_])",
            r"(?P<other>.)",
        ]
    ),
    re.DOTALL,
)


def password_bytes(password: str) -> bytes:
    """Return what is put into Argon2id: the text in Unicode's NFC form, however the keyboard composed it."""
    return unicodedata.normalize("NFC", password).encode("utf-8", errors="surrogatepass")


def check_new_password(password: str) -> None:
    """Refuse a new password that is too short or too easy to guess; raises InvalidInput."""
    strength = password_strength(password)
    if len(password) > _MAXIMUM_LENGTH:
        hint = f"Gebruik ten hoogste {_MAXIMUM_LENGTH} tekens."
    elif not strength.voldoende:
        hint = strength.hint
    else:
        return
    message = "Dit wachtwoord kan niet worden gebruikt."
    raise InvalidInput(message, hint, fields={"wachtwoord": hint})


def password_strength(text: str) -> Sterkte:
    """Return how strong a new password is, with what would make it better."""
    password = unicodedata.normalize("NFC", text)[:_MAXIMUM_LENGTH]
    score = sum(_bits(password) >= least for least in _SCORES)
    if len(password) < MINIMUM_LENGTH:
        missing = MINIMUM_LENGTH - len(password)
        hint = f"Nog {counted(missing, 'teken', 'tekens')}. Vier losse woorden zijn een goed begin."
        return Sterkte(score=0, hint=hint, voldoende=False)
    hints = (
        "Dit is snel te raden. Gebruik geen bekende woorden, jaartallen of rijtjes, maar vier losse woorden.",
        "Zwak, maar bruikbaar. Voeg een of twee woorden toe die niets met elkaar te maken hebben.",
        "Redelijk. Nog een woord erbij maakt het sterk.",
        "Sterk.",
        "Heel sterk.",
    )
    return Sterkte(score=score, hint=hints[score], voldoende=score > 0)


def _bits(password: str) -> float:
    bits = 0.0
    rest = _without_rows(password.casefold())
    seen: set[str] = set()
    for piece in _PIECE.finditer(rest):
        kind = piece.lastgroup
        if kind == "word":
            bits += 1.0 if piece.group() in seen else _BITS_WORD
            seen.add(piece.group())
        elif kind == "year":
            bits += _BITS_YEAR
        elif kind == "repeat" or piece.group() == _ROW_MARK:
            bits += _BITS_PATTERN
        else:
            bits += _BITS_LETTER if kind == "letter" else _BITS_OTHER
    return bits


_ROW_MARK: Final = "\x00"
_SHORTEST_ROW: Final = 4


def _without_rows(text: str) -> str:
    """Replace each run along the alphabet, the digits or the keyboard (both ways) by one mark."""
    for row in _ROWS:
        for direction in (row, row[::-1]):
            for length in range(len(direction), _SHORTEST_ROW - 1, -1):
                for start in range(len(direction) - length + 1):
                    text = text.replace(direction[start : start + length], _ROW_MARK)
    return text
