"""Finds what is wrong in the text of a letter, all of it at once, each fault with its line."""

import re
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass, field
from difflib import get_close_matches
from typing import Final

from klachtdesk.brieven.taal import (
    fields_of,
    key_of,
    keys_in,
    lines_of,
    only_statements,
    parse,
    why_refused,
)
from klachtdesk.brieven.waarden import VeldSoort
from klachtdesk.views.brief import SjabloonFout

MAX_TEKENS: Final = 30_000
MAX_DIEPTE: Final = 8
MAX_TAGS: Final = 500
"""Bounds on the text, on conditions inside each other, and on the tags in a text."""

Velden = Mapping[str, VeldSoort]
"""The fields that a text may use, by key."""

_MARKS: Final = re.compile(r"\{\{|\{%|\}\}|%\}")
_CLOSING: Final = {"{{": "}}", "{%": "%}"}
_NEVER: Final = frozenset({"Cc", "Co", "Cs", "Cn"})
"""Unicode categories without a letter in them: control characters, private use, halves of pairs, nothing at all."""
_SHOWN: Final = 60
"""Characters of a faulty expression that are repeated in its fault."""

_ALLEEN_IF: Final = "Gebruik alleen {% if %}, {% elif %}, {% else %} en {% endif %}."
_STATEMENTS: Final = {
    "for": "Een herhaling ({% for %})",
    "set": "Een eigen veld maken ({% set %})",
    "macro": "Een macro ({% macro %})",
    "call": "Een aanroep ({% call %})",
    "include": "Een ander bestand invoegen ({% include %})",
    "import": "Een ander bestand gebruiken ({% import %})",
    "from": "Een ander bestand gebruiken ({% from %})",
    "extends": "Voortbouwen op een ander bestand ({% extends %})",
    "filter": "Een bewerking ({% filter %})",
}


def check_tekst(tekst: str, velden: Velden) -> tuple[SjabloonFout, ...]:
    """Return every fault in a text that may use these fields, in the order of its lines (from 1)."""
    if len(tekst) > MAX_TEKENS:
        return (SjabloonFout(1, f"De tekst telt {len(tekst)} tekens; er passen er {MAX_TEKENS}."),)
    checking = _Checking(velden)
    for number, line in enumerate(lines_of(tekst), 1):
        checking.read_line(number, line)
    checking.finish()
    return tuple(sorted(checking.faults, key=lambda fault: fault.regel))


def check_regel(tekst: str, velden: Velden) -> tuple[SjabloonFout, ...]:
    """Return every fault in a text of one line, such as the onderwerp; it may not be empty."""
    if not tekst.strip():
        return (SjabloonFout(1, "Hier hoort tekst te staan."),)
    if len(lines_of(tekst.strip())) > 1:
        return (SjabloonFout(2, "Deze tekst moet op één regel passen."),)
    faults = check_tekst(tekst.strip(), velden)
    tables = (tag for tag in fields_of(tekst) if velden.get(tag) is VeldSoort.TABEL)
    return faults + tuple(
        SjabloonFout(1, f"Het veld {tag} is een tabel en past hier niet.") for tag in tables
    )


@dataclass
class _Checking:
    """Walks over the lines and remembers which conditions are still open."""

    velden: Velden
    faults: list[SjabloonFout] = field(default_factory=list)
    _line: int = 0
    _tags: int = 0
    _open: list[tuple[int, bool]] = field(default_factory=list)
    """Of each condition that is open: the line of its `if`, and whether it has had its `else`."""

    def read_line(self, number: int, line: str) -> None:
        """Check one line."""
        self._line = number
        for character in dict.fromkeys(line):
            if character != "\t" and unicodedata.category(character) in _NEVER:
                self._fault(f"Het teken U+{ord(character):04X} kan niet in een brief staan; haal het weg.")
        opened: re.Match[str] | None = None
        for mark in _MARKS.finditer(line):
            if mark[0] in _CLOSING:
                if opened is not None:
                    self._not_closed(opened[0])
                opened = mark
            elif opened is not None and _CLOSING[opened[0]] == mark[0]:
                self._read_tag(line, opened, mark)
                opened = None
            else:
                self._fault(f"Er staat {mark[0]} zonder {'{{' if mark[0] == '}}' else '{%'} ervoor.")
        if opened is not None:
            self._not_closed(opened[0])

    def finish(self) -> None:
        """Name the conditions that nobody closed."""
        for line, _ in self._open:
            self.faults.append(SjabloonFout(line, "Deze {% if %} wordt nergens afgesloten met {% endif %}."))

    def _fault(self, zin: str) -> None:
        self.faults.append(SjabloonFout(self._line, zin))

    def _not_closed(self, mark: str) -> None:
        self._fault(f"Een {mark} wordt op deze regel niet afgesloten met {_CLOSING[mark]}.")

    def _read_tag(self, line: str, opened: re.Match[str], closed: re.Match[str]) -> None:
        inside = line[opened.end() : closed.start()]
        self._tags += 1
        if self._tags > MAX_TAGS:
            if self._tags == MAX_TAGS + 1:
                self._fault(f"Er staan meer dan {MAX_TAGS} velden en voorwaarden in deze tekst.")
        elif inside[:1] in {"-", "+"} or inside[-1:] in {"-", "+"}:
            self._fault(f"Laat het teken - of + direct naast {opened[0]} of {closed[0]} weg.")
        elif opened[0] == "{{":
            around = line[: opened.start()] + line[closed.end() :]
            self._read_field(inside.strip(), alone=not around.strip() or only_statements(around))
        else:
            self._read_statement(*(inside.strip().split(maxsplit=1) or [""]))

    def _read_field(self, inside: str, *, alone: bool) -> None:
        key = key_of(parse(inside))
        if key is None:
            self._refuse_expression(inside, "Tussen {{ en }} kan alleen de naam van een veld staan.")
        elif self._known(key):
            soort = self.velden[key]
            if soort is VeldSoort.VRAAG:
                self._fault(f"Het veld {key} is alleen voor voorwaarden: gebruik het in een {{% if %}}.")
            elif soort is VeldSoort.TABEL and not alone:
                self._fault(f"Het veld {key} is een tabel: zet het alleen op een regel.")

    def _read_statement(self, word: str, rest: str = "") -> None:
        if word == "if":
            self._open.append((self._line, False))
            if len(self._open) == MAX_DIEPTE + 1:
                self._fault(f"Er staan meer dan {MAX_DIEPTE} voorwaarden in elkaar.")
            self._read_condition(rest)
        elif word in {"elif", "else", "endif"}:
            self._read_rest_of_if(word, rest)
        elif word:
            what = _STATEMENTS.get(word, f"{{% {word} %}}")
            self._fault(f"{what} kan niet in een brief. {_ALLEEN_IF}")
        else:
            self._fault(f"Tussen {{% en %}} staat niets. {_ALLEEN_IF}")

    def _read_rest_of_if(self, word: str, rest: str) -> None:
        if not self._open:
            self._fault(f"Er staat {{% {word} %}} zonder {{% if %}} ervoor.")
            return
        line, had_else = self._open.pop()
        if word != "endif":
            if had_else:
                self._fault(f"Er staat {{% {word} %}} na {{% else %}}; na {{% else %}} hoort {{% endif %}}.")
            self._open.append((line, had_else or word == "else"))
        if word == "elif":
            self._read_condition(rest)
        elif rest:
            self._fault(f"Achter {word} hoort niets te staan.")

    def _read_condition(self, condition: str) -> None:
        tree = parse(condition)
        if tree is None:
            self._refuse_expression(condition, "Deze voorwaarde is niet te lezen.")
            return
        refused: list[str] = []
        for key in keys_in(tree, refused):
            self._known(key)
        for zin in dict.fromkeys(refused):
            self._fault(zin)

    def _refuse_expression(self, inside: str, otherwise: str) -> None:
        """Say as precisely as possible what can't be read."""
        if not inside:
            self._fault("Hier hoort de naam van een veld te staan.")
            return
        zin = why_refused(parse(inside), otherwise)
        self._fault(f"{zin} Er staat: {_shortened(inside)}")

    def _known(self, key: str) -> bool:
        if key in self.velden:
            return True
        near = get_close_matches(key, self.velden, 1)
        hint = f" Bedoelt u {near[0]}?" if near else ""
        self._fault(f"Het veld {_shortened(key)} bestaat niet.{hint}")
        return False


def _shortened(text: str) -> str:
    return text if len(text) <= _SHOWN else f"{text[: _SHOWN - 1]}…"
