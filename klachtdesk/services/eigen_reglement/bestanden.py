"""A reglement as files: the TOML with its rules, and beside it the text of the regulation."""

import tomllib
from pathlib import Path

from klachtdesk.errors import ReglementError

LARGEST = 2_000_000
"""In bytes: forty times the longest reglement that we know; a guard against the wrong file."""


def read_files(source: Path) -> tuple[str, str]:
    """Return the TOML file and the text beside it, with line ends as we keep them.

    The text has the name of the TOML file with .txt, or else the name that the key `tekst` in it gives. Raises
    ReglementError when one of them can't be read.
    """
    toml = _read(source)
    beside = source.with_suffix(".txt")
    if not beside.is_file():
        beside = source.parent / (_named_text(toml) or beside.name)
    if not beside.is_file():
        raise ReglementError(
            f"Naast {source.name} staat geen tekst van het reglement.",
            f"Zet het bestand {beside.name} in dezelfde map. Er is niets gewijzigd.",
            faults=(f"{source.name}, tekst: het bestand {beside.name} is er niet",),
        )
    return toml, _read(beside)


def _read(path: Path) -> str:
    try:
        if path.stat().st_size > LARGEST:
            raise ReglementError(f"{path.name} is te groot voor een reglement.", "Kies een ander bestand.")
        return path.read_text(encoding="utf-8-sig")
    except UnicodeDecodeError as error:
        raise ReglementError(
            f"{path.name} is geen leesbare tekst.",
            "Sla het bestand op als UTF-8 en lees het opnieuw in. Er is niets gewijzigd.",
            faults=(f"{path.name}: dit is geen tekst in UTF-8",),
        ) from error
    except OSError as error:
        raise ReglementError(
            f"{path.name} kan niet worden gelezen.", "Controleer of het bestand er is en of u het mag lezen."
        ) from error


def _named_text(toml: str) -> str:
    """Return the name of the text that the file gives, without any folder before it."""
    try:
        named = tomllib.loads(toml).get("tekst")
    except (ValueError, RecursionError):  # what is wrong with the file is said when it is checked
        return ""
    return named.replace("\\", "/").rpartition("/")[2] if isinstance(named, str) else ""
