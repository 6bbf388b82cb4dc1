"""Checks on a reglement that look further than one value: they run on the raw tables of the file.

So they find their faults even where the shape of the file is wrong elsewhere, and all faults come at once.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from klachtdesk.reglement.consistency_stappen import find_stap_faults
from klachtdesk.reglement.gebeurtenissen import REF_PAREN

if TYPE_CHECKING:
    from collections.abc import Iterator

    from klachtdesk.reglement.toml_lines import Path

    Fault = tuple[Path, str]


def find_inconsistencies(data: dict[str, Any], reglement_tekst: str | None) -> Iterator[Fault]:
    """Yield the path and the Dutch description of each fault; without the text, quotes are not checked."""
    yield from _duplicates(data)
    yield from _misfits(data)
    yield from find_stap_faults(data)
    if reglement_tekst is not None:
        yield from _words_not_in(data, reglement_tekst)


def _walk(value: object, path: Path = ()) -> Iterator[tuple[Path, dict[str, Any]]]:
    """Yield every table in the file, however deep, with its path."""
    if isinstance(value, dict):
        yield path, value
        for key, inner in value.items():
            yield from _walk(inner, (*path, key))
    elif isinstance(value, list):
        for index, inner in enumerate(value):
            yield from _walk(inner, (*path, index))


def _duplicates(data: dict[str, Any]) -> Iterator[Fault]:
    """Find a sleutel that stands twice in one list of tables."""
    seen: set[tuple[Path, str]] = set()
    for path, table in _walk(data):
        sleutel = table.get("sleutel")
        if not path or not isinstance(path[-1], int) or not isinstance(sleutel, str):
            continue
        if (path[:-1], sleutel) in seen:
            yield (*path, "sleutel"), f"de sleutel “{sleutel}” komt vaker voor"
        seen.add((path[:-1], sleutel))


def _misfits(data: dict[str, Any]) -> Iterator[Fault]:
    """Find termijnen whose parts do not go together."""
    termijnen = data.get("termijn")
    for index, termijn in enumerate(termijnen if isinstance(termijnen, list) else ()):
        if not isinstance(termijn, dict) or not isinstance(termijn.get("start"), list):
            continue
        path: Path = ("termijn", index)
        has_ref = [soort in REF_PAREN for soort in termijn["start"] if isinstance(soort, str)]
        if any(has_ref) and not all(has_ref):
            yield (*path, "start"), "hier staan gebeurtenissen met en zonder kenmerk door elkaar"
        if termijn.get("rekent_vanaf") and not any(has_ref):
            yield (*path, "rekent_vanaf"), "dit kan alleen bij een start met een kenmerk"
        if "verdaging" in termijn and any(has_ref):
            yield (*path, "verdaging"), "een termijn per kenmerk kan niet worden verdaagd"


def _words_not_in(data: dict[str, Any], reglement_tekst: str) -> Iterator[Fault]:
    """Find quoted words that do not stand in the text of the regulation."""
    text = " ".join(reglement_tekst.split())
    for path, table in _walk(data):
        quotes = table.get("citaat")
        for index, words in enumerate(quotes if isinstance(quotes, list) else ()):
            if isinstance(words, str) and " ".join(words.split()) not in text:
                yield (
                    (*path, "citaat", index),
                    "deze woorden staan niet letterlijk in de tekst van het reglement",
                )
