"""Fills in the text of a letter, and tells its blocks apart: headings, paragraphs, lists and tables.

While Jinja2 works each value is a token; it takes its place after the blocks have been told apart. So what people
typed never becomes a heading, a field or markup: a name with `{{` or `## ` in it prints as typed.
"""

import re
from collections.abc import Iterator, Mapping
from datetime import date
from typing import Final

from klachtdesk.brieven.controle import check_tekst
from klachtdesk.brieven.taal import fields_of, language, lines_of, only_statements
from klachtdesk.brieven.waarden import (
    Alinea,
    Blok,
    Kop,
    Lijst,
    Opsomming,
    Tabel,
    VeldSoort,
    Waarde,
    Waarden,
    soorten_of,
)
from klachtdesk.dutch import dutch_date, dutch_number, in_a_row
from klachtdesk.errors import SjabloonError

MAX_TEKENS: Final = 250_000
"""Characters in a filled-in letter: about a hundred pages."""

DELEN: Final = "delen."
"""What the key of a shared part begins with, where a letter uses it as a field."""

_TOKEN: Final = re.compile("\ue000([0-9]+)\ue001")
_FULL_STOP: Final = re.compile(r"\.(?=\s|$)")
_NOTHING_CHANGED: Final = "Verbeter de tekst bij Instellingen, Brieven, of zet daar de standaardtekst terug."


def fill_tekst(tekst: str, waarden: Waarden, delen: Mapping[str, str] | None = None) -> tuple[Blok, ...]:
    """Return the blocks of a text. `waarden` has a value for every field, also for one that is empty.

    `delen` are the texts of the shared parts, by name; they use the same fields, and no other parts.
    Raises SjabloonError when the text is faulty, or longer than MAX_TEKENS once it is filled in.
    """
    filling = _Filling(waarden, delen or {})
    return filling.blocks(filling.render(tekst))


def fill_regel(tekst: str, waarden: Waarden) -> str:
    """Return a filled-in text as one line, such as the onderwerp; raises SjabloonError as `fill_tekst`."""
    return " ".join(fill_plat(tekst, waarden).split())


def fill_plat(tekst: str, waarden: Waarden) -> str:
    """Return a filled-in text as it is, for somebody to go on writing in; raises SjabloonError as `fill_tekst`."""
    filling = _Filling(waarden, {})
    return filling.restored(filling.render(tekst)).strip()


def in_words(waarde: Waarde) -> str:
    """Return how a value reads in a sentence: a date in words, a list as "a, b en c", a table as lines."""
    if isinstance(waarde, str):
        return waarde
    if isinstance(waarde, bool):
        return "ja" if waarde else "nee"
    if isinstance(waarde, date):
        return dutch_date(waarde)
    if isinstance(waarde, Tabel):
        return "\n".join(map(", ".join, waarde.rijen))
    return in_a_row([item.strip() for item in waarde.items if item.strip()])


class _Rendered(str):
    """A shared part that has been filled in: its tokens are tokens already."""

    __slots__ = ()


class _Filling:
    """Fills in one letter, and keeps what its tokens stand for."""

    def __init__(self, waarden: Waarden, delen: Mapping[str, str]) -> None:
        self._waarden = dict(waarden)
        self._delen = delen
        self._values: list[Waarde] = []
        self._language = language().overlay(finalize=self._protect)

    def render(self, tekst: str) -> str:
        """Return the text with its conditions decided and a token for each value."""
        used = {field.removeprefix(DELEN) for field in fields_of(tekst) if field.startswith(DELEN)}
        parts = {name: self._render_one(self._delen[name], {}) for name in used if name in self._delen}
        return self._render_one(
            tekst, {f"{DELEN}{name}": _Rendered(part.strip("\n")) for name, part in parts.items()}
        )

    def _render_one(self, tekst: str, parts: Mapping[str, str]) -> str:
        velden = soorten_of(self._waarden) | dict.fromkeys(parts, VeldSoort.DEEL)
        faults = check_tekst(tekst, velden)
        if faults:
            said = tuple(f"Regel {fault.regel}: {fault.zin}" for fault in faults)
            number = "een fout" if len(said) == 1 else f"{len(said)} fouten"
            raise SjabloonError(
                f"In de tekst van deze brief staat {number}. {said[0]}", _NOTHING_CHANGED, faults=said
            )
        lines = (line if only_statements(line) else f"{line}\n" for line in lines_of(tekst))
        template = self._language.from_string("".join(lines))
        return template.render(_spaces({**self._waarden, **parts}))

    def _protect(self, value: "Waarde | _Space") -> str:
        """Return what Jinja2 puts in the text for a value."""
        if isinstance(value, _Rendered):
            return value
        self._values.append(value._value if isinstance(value, _Space) else value)
        return f"\ue000{len(self._values) - 1}\ue001"

    def restored(self, text: str) -> str:
        """Return a text with its values in place."""
        pieces: list[str] = []
        total = end = 0
        for match in _TOKEN.finditer(text):
            pieces += [text[end : match.start()], in_words(self._value(match))]
            total += len(pieces[-2]) + len(pieces[-1])
            # A sentence that ends with "Interactie B.V." has its full stop already.
            stop = _FULL_STOP.match(text, match.end()) if pieces[-1].endswith(".") else None
            end = match.end() if stop is None else stop.end()
            if total > MAX_TEKENS:
                raise _too_long()
        return "".join([*pieces, text[end:]])

    def _value(self, match: re.Match[str]) -> Waarde:
        return self._values[int(match[1])]

    def blocks(self, text: str) -> tuple[Blok, ...]:
        """Return the blocks of a rendered text, those without any ink left out."""
        found: list[Blok] = []
        total = 0
        for paragraph in re.split(r"\n[ \t]*\n", text):
            for block in _joined(filter(None, map(self._block, paragraph.split("\n")))):
                total += _length(block)
                if total > MAX_TEKENS:
                    raise _too_long()
                found.append(block)
        return tuple(found)

    def _block(self, line: str) -> Blok | None:
        """Return what one line makes, or None when nothing of it is left."""
        line = line.strip()
        for mark, make in (("## ", Kop), ("- ", _single)):
            if line.startswith(mark):
                lone = self._lone(line.removeprefix(mark).strip())
                if make is _single and isinstance(lone, Opsomming):
                    return _listed(lone)
                words = self.restored(line.removeprefix(mark).strip())
                return make(words) if words.strip() else None
        lone = self._lone(line)
        if isinstance(lone, Opsomming):
            return _listed(lone)
        if isinstance(lone, Tabel):
            return lone or None
        words = self.restored(line)
        return Alinea(words) if words.strip() else None

    def _lone(self, line: str) -> Waarde | None:
        """Return the value that is all of this line, or None."""
        match = _TOKEN.fullmatch(line)
        return None if match is None else self._value(match)


class _Space:
    """A field with fields under it, such as "gronden" beside "gronden.toelichting"; in a condition it is its value."""

    def __init__(self) -> None:
        self._value: Waarde = ""

    def __bool__(self) -> bool:
        return bool(self._value)

    def __eq__(self, other: object) -> bool:
        return self._value == (other._value if isinstance(other, _Space) else other)

    __hash__ = None  # type: ignore[assignment]  # nothing here is ever a key


def _spaces(waarden: Mapping[str, Waarde]) -> dict[str, object]:
    """Return the values as a template sees them: "dossier.nummer" is `nummer` of `dossier`."""
    spaces: dict[str, object] = {key.partition(".")[0]: _Space() for key in waarden if "." in key}
    for key, waarde in waarden.items():
        first, _, rest = key.partition(".")
        value = "" if isinstance(waarde, str) and not waarde.strip() else waarde
        if first in spaces:
            setattr(spaces[first], rest or "_value", value)
        else:
            spaces[key] = value
    return spaces


def _single(words: str) -> Lijst:
    return Lijst((words,))


def _listed(items: Opsomming) -> Lijst | None:
    filled = tuple(item for item in items.items if item.strip())
    return Lijst(filled) if filled else None


def _joined(blocks: Iterator[Blok]) -> Iterator[Blok]:
    """Make one list of list items that follow each other, and one paragraph of lines that do."""
    last: Blok | None = None
    for block in blocks:
        if isinstance(last, Lijst) and isinstance(block, Lijst):
            last = Lijst(last.items + block.items)
        elif isinstance(last, Alinea) and isinstance(block, Alinea):
            last = Alinea(f"{last.tekst}\n{block.tekst}")
        else:
            if last is not None:
                yield last
            last = block
    if last is not None:
        yield last


def _length(block: Blok) -> int:
    if isinstance(block, Lijst):
        return sum(map(len, block.items))
    if isinstance(block, Tabel):
        return sum(len(cell) for row in block.rijen for cell in row)
    return len(block.tekst)


def _too_long() -> SjabloonError:
    return SjabloonError(
        f"De brief wordt langer dan {dutch_number(MAX_TEKENS)} tekens.",
        "Kort de tekst in, of stuur het lange deel als bijlage mee.",
    )
