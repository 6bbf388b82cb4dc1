"""Reads a reglement from the text of its TOML file, and reports everything that is wrong with it at once."""

from __future__ import annotations

import re
import tomllib
from typing import TYPE_CHECKING, Any, TypeVar

from pydantic import ValidationError

from klachtdesk.errors import ReglementError
from klachtdesk.reglement.consistency import find_inconsistencies
from klachtdesk.reglement.schema import Reglement
from klachtdesk.reglement.stappen import Onafhankelijkheid, Praktijk
from klachtdesk.reglement.toml_lines import Path, line_of, locate_keys

if TYPE_CHECKING:
    from pydantic_core import ErrorDetails

_HINT = "Verbeter het bestand op de genoemde regels en lees het opnieuw in. Er is niets gewijzigd."

Validated = TypeVar("Validated", Reglement, Praktijk)

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


def load_reglement(
    toml_text: str,
    reglement_tekst: str | None = None,
    *,
    bestand: str = "reglement.toml",
    praktijk: Praktijk | None = None,
) -> Reglement:
    """Return the reglement that a TOML text describes.

    With `reglement_tekst`, the text of the regulation, every `citaat` must stand in it literally
    (line breaks and runs of blanks count as one blank). `bestand` names the file in messages.
    With `praktijk`, where the reglement says nothing of a stap, an onafhankelijkheid or a signaal, that holds.
    Raises ReglementError; its `faults` hold every fault with file, key and line.
    """
    data = _read_toml(toml_text, bestand)
    found: list[tuple[Path, str]] = []
    reglement = _validated(Reglement, data, found)
    found.extend(find_inconsistencies(data, reglement_tekst))
    if reglement is None or found:
        raise _refused_at(bestand, toml_text, found)
    return reglement if praktijk is None else _with_praktijk(reglement, praktijk)


def load_praktijk(toml_text: str, *, bestand: str = "praktijk.toml") -> Praktijk:
    """Return what holds in every reglement that says nothing else; raises ReglementError as `load_reglement`."""
    data = _read_toml(toml_text, bestand)
    found: list[tuple[Path, str]] = []
    praktijk = _validated(Praktijk, data, found)
    found.extend(find_inconsistencies(data, None))
    if praktijk is None or found:
        raise _refused_at(bestand, toml_text, found)
    return praktijk


def _with_praktijk(reglement: Reglement, praktijk: Praktijk) -> Reglement:
    """Add what the reglement does not say itself; its own order stays, for that is the order of the procedure."""
    declared = {stap.gebeurtenis for stap in reglement.stappen}
    signalen = {signaal.sleutel for signaal in reglement.signalen}
    own, general = reglement.onafhankelijkheid, praktijk.onafhankelijkheid
    return reglement.model_copy(
        update={
            "stappen": (
                *reglement.stappen,
                *(stap for stap in praktijk.stap if stap.gebeurtenis not in declared),
            ),
            "signalen": (
                *reglement.signalen,
                *(signaal for signaal in praktijk.signaal if signaal.sleutel not in signalen),
            ),
            "onafhankelijkheid": Onafhankelijkheid(
                behandelaar=own.behandelaar or general.behandelaar,
                invuller=own.invuller or general.invuller,
                beoordelaar=own.beoordelaar or general.beoordelaar,
            ),
        }
    )


def _read_toml(toml_text: str, bestand: str) -> dict[str, Any]:
    try:
        return tomllib.loads(toml_text)
    except (ValueError, RecursionError) as error:  # a TOMLDecodeError, or a number of thousands of digits
        raise _refused(bestand, [_syntax_fault(bestand, toml_text, error)]) from error


def _validated(
    model: type[Validated], data: dict[str, Any], found: list[tuple[Path, str]]
) -> Validated | None:
    """Return the data as this model, or None after adding every fault to `found`."""
    try:
        return model.model_validate(data)
    except ValidationError as error:
        found.extend(
            (tuple(fault["loc"]), _in_dutch(fault)) for fault in error.errors() if not _echoes(fault)
        )
        return None


def _refused_at(bestand: str, toml_text: str, found: list[tuple[Path, str]]) -> ReglementError:
    lines = locate_keys(toml_text)
    ordered = sorted((line_of(lines, path), _dotted(path), message) for path, message in found)
    return _refused(bestand, [f"{bestand}, regel {line}, {key}: {message}" for line, key, message in ordered])


def _refused(bestand: str, faults: list[str]) -> ReglementError:
    number = "één fout" if len(faults) == 1 else f"{len(faults)} fouten"
    return ReglementError(f"Het bestand {bestand} heeft {number}.", _HINT, faults=tuple(faults))


def _syntax_fault(bestand: str, toml_text: str, error: Exception) -> str:
    """Say where TOML stops making sense; its reader tells so only in its English message."""
    place = re.search(r"at line (\d+), column (\d+)", str(error))
    line = place[1] if place else str(toml_text.count("\n") + 1)
    column = f", teken {place[2]}" if place else ""
    return (
        f"{bestand}, regel {line}{column}: dit is geen geldige TOML: er ontbreekt een teken of er staat er een te "
        "veel, of dezelfde sleutel staat er twee keer"
    )


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
