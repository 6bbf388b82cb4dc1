"""Reads a reglement from the text of its TOML file, and reports everything that is wrong with it at once."""

from __future__ import annotations

import tomllib
from typing import TYPE_CHECKING, Any, TypeVar

from pydantic import ValidationError

from klachtdesk.errors import ReglementError
from klachtdesk.reglement.consistency import find_inconsistencies
from klachtdesk.reglement.schema import Reglement
from klachtdesk.reglement.stappen import Onafhankelijkheid, Praktijk
from klachtdesk.reglement.toml_faults import dutch_faults, faults_at, syntax_fault

if TYPE_CHECKING:
    from klachtdesk.reglement.toml_lines import Path

_HINT = "Verbeter het bestand op de genoemde regels en lees het opnieuw in. Er is niets gewijzigd."

Validated = TypeVar("Validated", Reglement, Praktijk)


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
                bemiddelaar=own.bemiddelaar or general.bemiddelaar,
            ),
        }
    )


def _read_toml(toml_text: str, bestand: str) -> dict[str, Any]:
    try:
        return tomllib.loads(toml_text)
    except (ValueError, RecursionError) as error:  # a TOMLDecodeError, or a number of thousands of digits
        raise _refused(bestand, (syntax_fault(bestand, toml_text, error),)) from error


def _validated(
    model: type[Validated], data: dict[str, Any], found: list[tuple[Path, str]]
) -> Validated | None:
    """Return the data as this model, or None after adding every fault to `found`."""
    try:
        return model.model_validate(data)
    except ValidationError as error:
        found.extend(dutch_faults(error.errors()))
        return None


def _refused_at(bestand: str, toml_text: str, found: list[tuple[Path, str]]) -> ReglementError:
    return _refused(bestand, faults_at(bestand, toml_text, found))


def _refused(bestand: str, faults: tuple[str, ...]) -> ReglementError:
    number = "één fout" if len(faults) == 1 else f"{len(faults)} fouten"
    return ReglementError(f"Het bestand {bestand} heeft {number}.", _HINT, faults=faults)
