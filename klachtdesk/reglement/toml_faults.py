"""Says in Dutch, with file, line and key, what is wrong with a TOML file that was validated with pydantic."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from klachtdesk.reglement.toml_lines import Path, line_of, locate_keys

if TYPE_CHECKING:
    from collections.abc import Iterable

    from pydantic_core import ErrorDetails

# What pydantic calls it -> what the office reads.
_MESSAGES = {
    "missing": "deze sleutel ontbreekt",
    "extra_forbidden": "deze sleutel is onbekend",
    "string_type": "hier hoort tekst te staan",
    "int_type": "hier hoort een geheel getal te staan",
    "bool_type": "hier hoort true of false te staan",
    "tuple_type": "hier hoort een lijst te staan",
    "model_type": "hier hoort een tabel te staan",
    "too_short": "deze lijst mag niet leeg zijn",
    "less_than_equal": "dit getal mag hoogstens {le} zijn",
    "greater_than_equal": "dit getal mag niet kleiner zijn dan {ge}",
    "literal_error": "kies een van: {expected}",
}


def faults_at(bestand: str, toml_text: str, found: Iterable[tuple[Path, str]]) -> tuple[str, ...]:
    """Return what was found, in the order of the file, each fault with its file, line and key."""
    lines = locate_keys(toml_text)
    ordered = sorted((line_of(lines, path), _dotted(path), message) for path, message in found)
    return tuple(f"{bestand}, regel {line}, {key}: {message}" for line, key, message in ordered)


def syntax_fault(bestand: str, toml_text: str, error: Exception) -> str:
    """Say where TOML stops making sense; its reader tells so only in its English message."""
    place = re.search(r"at line (\d+), column (\d+)", str(error))
    line = place[1] if place else str(toml_text.count("\n") + 1)
    column = f", teken {place[2]}" if place else ""
    return (
        f"{bestand}, regel {line}{column}: dit is geen geldige TOML: er ontbreekt een teken of er staat er een te "
        "veel, of dezelfde sleutel staat er twee keer"
    )


def dutch_faults(faults: Iterable[ErrorDetails]) -> list[tuple[Path, str]]:
    """Return where pydantic found something wrong, and what, in Dutch."""
    return [(tuple(fault["loc"]), _in_dutch(fault)) for fault in faults if not _echoes(fault)]


def _echoes(fault: ErrorDetails) -> bool:
    """Tell that a list counts as empty only because its items are faulty, which is reported with them."""
    return fault["type"] == "too_short" and bool(fault["input"])


def _in_dutch(fault: ErrorDetails) -> str:
    context = fault.get("ctx", {})
    if fault["type"] == "value_error":
        return str(context["error"])
    if fault["type"] == "string_pattern_mismatch":
        if context["pattern"] == r"\S":
            return "deze tekst mag niet leeg zijn"
        return "gebruik alleen kleine letters, cijfers en _, te beginnen met een letter"
    if fault["type"] == "literal_error":
        context = {"expected": str(context["expected"]).replace("' or '", "' of '")}
    return _MESSAGES.get(fault["type"], "deze waarde is ongeldig").format_map(context)


def _dotted(path: Path) -> str:
    """Write a path as a reader counts: termijn[2].duur.aantal is the second termijn."""
    dotted = ""
    for part in path:
        dotted += f"[{part + 1}]" if isinstance(part, int) else f".{part}" if dotted else part
    return dotted or "het hele bestand"
