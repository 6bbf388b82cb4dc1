"""By what somebody is recognised who was recorded twice: name, e-mail address, telephone, freed of their spelling."""

import re
import unicodedata

_TITELS = frozenset({"dhr", "meneer", "mevr", "mevrouw", "mw", "mr", "dr", "drs", "prof", "ir", "ing"})
_HEER = frozenset({"dhr", "meneer", "heer"})
_MEVROUW = frozenset({"mevr", "mevrouw", "mw"})
_SHORTEST_NUMBER = 9
"""Digits after the country's: fewer is an extension, or half a number."""


def naam_sleutel(naam: str) -> str:
    """Return a name without capitals, accents, punctuation and titles: "Dhr. J.P. de Vriès" gives "j p de vries".

    "Vries, Jan de" is read as "Jan de Vries".
    """
    family, comma, given = naam.partition(",")
    text = f"{given} {family}" if comma and given.strip() else naam
    plain = "".join(letter for letter in _caseless(text) if not unicodedata.combining(letter))
    words = re.sub(r"[\W_]+", " ", plain.strip().removeprefix("de heer ")).split()
    return " ".join(word for word in words if word not in _TITELS)


def is_same_naam(one: str, other: str) -> bool:
    """Tell whether two names are written for one person: "mevrouw Amber Veldman" is Amber Veldman.

    Of a family both can be in a dossier, so "mevr. J. de Vries" and "dhr. J. de Vries" are two.
    """
    sleutel = naam_sleutel(one)
    if not sleutel or sleutel != naam_sleutel(other):
        return " ".join(one.split()).casefold() == " ".join(other.split()).casefold() != ""
    both = {_aanspreking(one), _aanspreking(other)}
    return not both >= {"heer", "mevrouw"}


def _caseless(text: str) -> str:
    """Return a text without capitals and with accents apart; folding a letter of mathematics takes two rounds."""
    for _round in range(2):
        text = unicodedata.normalize("NFKD", text.casefold())
    return text


def _aanspreking(naam: str) -> str:
    words = set(re.sub(r"[\W_]+", " ", naam.casefold()).split())
    return "heer" if words & _HEER else "mevrouw" if words & _MEVROUW else ""


def email_sleutel(email: str) -> str:
    """Return an e-mail address without capitals; empty for what is none."""
    plain = email.strip().casefold()
    return plain if "@" in plain else ""


def telefoon_sleutel(telefoon: str) -> str:
    """Return the digits of a Dutch number without 0, +31 or 0031 before them; empty when it is too short to tell."""
    digits = re.sub(r"\D", "", telefoon.replace("(0)", ""))
    digits = re.sub(r"^(0031|31(?=\d{9})|0)", "", digits)
    return digits if len(digits) >= _SHORTEST_NUMBER else ""
