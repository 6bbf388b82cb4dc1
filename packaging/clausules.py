"""Keeps the page about the clauses: what the five reglementen ask, where that is done, and which tests hold it.

The list itself is resources/clausules/clausules.csv. Where a clause is done follows from the reglement files, and
what is no rule in them stands in tests/clausules/waar.toml; what waits for later work, in wachtend.toml beside it.
Uses the standard library only, like all of the developer's commands.
"""

import csv
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from clausule_marks import Mark, read_marks

ROOT = Path(__file__).parents[1]
LIST = "resources/clausules/clausules.csv"
PAGE = "resources/clausules/CLAUSULES.md"
WHERE = "tests/clausules/waar.toml"
WAITING = "tests/clausules/wachtend.toml"

TITLES = {
    "klassewerk": "Klassewerk",
    "klik_onderwijs": "Klik Onderwijs",
    "tien_voor_taal": "10 voor Taal",
    "interactie": "Interactie",
    "leefstijlwijzer": "Leefstijlwijzer",
    "algemeen": "In every reglement: the praktijkregels of klachtdesk",
}

_INTRODUCTION = """\
# The clauses and their tests

Made by `python3 packaging/dev.py clausules` from the clause list, the reglement files and the marks on the tests:
not to be edited by hand. *Where* names the rule in the TOML file of the reglement, and the module where it takes more
than a rule. Of a clause that waits, wholly or in part, *how tested* says for what.
"""


@dataclass(frozen=True)
class Clausule:
    """A clause of a reglement: where it stands, its words in short, and what it asks of the program."""

    id: str
    reglement: str
    artikel: str
    tekst: str
    eis: str


@dataclass(frozen=True)
class Waiting:
    """That a clause, or the `deel` of it that is named, waits: for which later work. Without `deel` all of it does."""

    clausule: str
    wacht_op: str
    deel: str = ""


@dataclass(frozen=True)
class Place:
    """That a part of a reglement file names a clause: the file, and the part as its author would call it."""

    clausule: str
    reglement: str
    part: str


def read_clausules(root: Path = ROOT) -> tuple[Clausule, ...]:
    """Return the clauses in the order of the list."""
    with (root / LIST).open(encoding="utf-8", newline="") as file:
        return tuple(Clausule(**row) for row in csv.DictReader(file))


def read_waiting(root: Path = ROOT) -> tuple[Waiting, ...]:
    """Return what waits for later work."""
    found = tomllib.loads((root / WAITING).read_text(encoding="utf-8"))
    return tuple(Waiting(**item) for item in found["wacht"])


def read_where(root: Path = ROOT) -> dict[str, list[str]]:
    """Return for each clause that is done elsewhere than in a reglement file: the modules that do it."""
    found: dict[str, list[str]] = tomllib.loads((root / WHERE).read_text(encoding="utf-8"))["waar"]
    return found


def read_places(root: Path = ROOT) -> tuple[Place, ...]:
    """Return where the reglement files and the praktijkregels name their clauses, in the order of the files."""
    files = [
        *sorted((root / "resources/reglementen").glob("*.toml")),
        root / "resources/praktijk/praktijk.toml",
    ]
    found = (
        Place(clausule, path.stem, part)
        for path in files
        for clausule, part in _places_in(tomllib.loads(path.read_text(encoding="utf-8")), "")
    )
    return tuple(dict.fromkeys(found))


def _places_in(table: dict[str, Any], name: str) -> Iterator[tuple[str, str]]:
    for clausule in table.get("clausule", ()):
        yield clausule, name
    for key, value in table.items():
        for item in value if isinstance(value, list) else [value]:
            if isinstance(item, dict):
                own = next((item[naming] for naming in ("sleutel", "gebeurtenis") if naming in item), "")
                yield from _places_in(item, " ".join(filter(None, (name, key, own))))


def render_page(root: Path = ROOT) -> str:
    """Return the page as it should be now."""
    marks = read_marks(root)
    lines = [_INTRODUCTION]
    clausules = read_clausules(root)
    for reglement in dict.fromkeys(clausule.reglement for clausule in clausules):
        lines += [f"## {TITLES[reglement]}", ""]
        lines += ["| clause | artikel | what it asks | where | how tested |", "|---|---|---|---|---|"]
        lines += [_row(item, root, marks) for item in clausules if item.reglement == reglement]
        lines.append("")
    return "\n".join(lines)


def write_page(root: Path = ROOT) -> None:
    """Write the page again."""
    (root / PAGE).write_text(render_page(root), encoding="utf-8", newline="\n")


def _row(clausule: Clausule, root: Path, marks: tuple[Mark, ...]) -> str:
    places = [place.part for place in read_places(root) if place.clausule == clausule.id]
    where = [f"`{part}`" for part in dict.fromkeys(places)]
    where += [f"`{module}`" for module in read_where(root).get(clausule.id, ())]
    cells = (
        clausule.id,
        clausule.artikel,
        f"*{clausule.tekst}.* {clausule.eis}.",
        "<br>".join(where),
        "<br>".join([*_tests(clausule.id, marks), *_waits(clausule.id, root)]),
    )
    return "| " + " | ".join(cell.replace("|", "\\|") for cell in cells) + " |"


def _tests(clausule: str, marks: tuple[Mark, ...]) -> Iterator[str]:
    """Yield the tests of a clause, those of one file together."""
    files: dict[str, list[str]] = {}
    for mark in marks:
        if mark.clausule == clausule:
            files.setdefault(mark.file.removeprefix("tests/"), []).append(f"`{mark.test}`")
    for file, tests in files.items():
        yield f"{file}: {', '.join(tests)}"


def _waits(clausule: str, root: Path) -> Iterator[str]:
    for item in read_waiting(root):
        if item.clausule == clausule:
            yield f"**Waits for {item.wacht_op}**" + (f": {item.deel}" if item.deel else "")
