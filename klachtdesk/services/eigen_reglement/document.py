"""A reglement file that is being edited: its comments, its order and whatever no form knows stay as they are."""

import re
from collections.abc import Mapping
from itertools import pairwise
from typing import Any

import tomlkit
from tomlkit.exceptions import TOMLKitError
from tomlkit.items import AoT

from klachtdesk.errors import ReglementError
from klachtdesk.formulieren import Formulier, Gelezen, Waarde, write_value
from klachtdesk.services.eigen_reglement.plekken import Blok, Path, Plek, blokken
from klachtdesk.services.sleutels import new_sleutel

_NUMBER = re.compile(r"-?\d{1,9}")


class ReglementDocument:
    """The TOML text of a reglement, with the form in which it can be changed."""

    def __init__(self, toml: str) -> None:
        try:
            self._doc: Any = tomlkit.parse(toml)
        except TOMLKitError as error:
            raise ReglementError(
                "Dit bestand kan hier niet worden bewerkt.", "Het is geen geldige TOML."
            ) from error
        self._blokken = tuple(blokken(self._doc))

    @property
    def toml(self) -> str:
        """The text as it is now."""
        return tomlkit.dumps(self._doc)

    @property
    def sleutel(self) -> str:
        """Its key; empty while the file has none."""
        return str(self._doc.get("sleutel", ""))

    def formulier(self) -> Formulier:
        """Return the form that fits this reglement."""
        return Formulier(
            "eigen_reglement",
            "Eigen reglement",
            "Verander hier wat bij uw kantoor anders is. Lopende dossiers houden hun eigen reglement.",
            tuple(blok.sectie() for blok in self._blokken),
        )

    def waarden(self) -> dict[str, str]:
        """Return the raw values of the form, without the empty ones."""
        raw: dict[str, str] = {}
        for blok in self._blokken:
            sectie = blok.sectie()
            for nummer, table in self._tables(blok):
                for plek in blok.plekken:
                    raw[sectie.raw_key(plek.veld, nummer)] = _read(table, plek)
        return {key: text for key, text in raw.items() if text}

    def set_versie(self, versie: str) -> None:
        """Give it another versie."""
        self._doc["versie"] = versie

    def write(self, gelezen: Gelezen) -> None:
        """Put in the file what was read from the whole form, and touch nothing else."""
        for blok in self._blokken:
            if blok.lijst is None:
                for plek in blok.plekken:
                    _write(self._doc, plek, gelezen.waarden.get(plek.veld.sleutel))
            else:
                self._write_rows(blok, blok.lijst, gelezen.rijen.get(blok.sleutel, {}))
        self._drop_empty_eisen()
        self._blokken = tuple(blokken(self._doc))

    def _tables(self, blok: Blok) -> list[tuple[int | None, Any]]:
        if blok.lijst is None:
            return [(None, self._doc)]
        return list(enumerate(_find(self._doc, blok.lijst) or (), start=1))

    def _write_rows(self, blok: Blok, lijst: Path, rows: Mapping[int, Mapping[str, Waarde]]) -> None:
        tables = _find(self._doc, lijst)
        known = len(tables or ())
        for nummer in range(known, 0, -1):
            if nummer not in rows:
                del tables[nummer - 1]
        kept = [nummer for nummer in range(1, known + 1) if nummer in rows]
        for place, nummer in enumerate(kept):
            for plek in blok.plekken:
                _write(tables[place], plek, rows[nummer].get(plek.veld.sleutel))
        for nummer in sorted(nummer for nummer in rows if nummer > known):
            self._append(blok, lijst, rows[nummer])
        if known and not _find(self._doc, lijst):
            _delete(self._doc, lijst)

    def _append(self, blok: Blok, lijst: Path, row: Mapping[str, Waarde]) -> None:
        tables = _find(self._doc, lijst)
        if tables is None:
            tables = tomlkit.aot() if len(lijst) == 1 else tomlkit.array().multiline(multiline=True)
            if len(lijst) == 1:
                self._doc.add(tomlkit.nl())
            _set(self._doc, lijst, tables)
            tables = _find(self._doc, lijst)
        table: Any = tomlkit.table() if isinstance(tables, AoT) else tomlkit.inline_table()
        taken = {item.get("sleutel") for item in tables}
        table["sleutel"] = new_sleutel(str(row.get(blok.sleutel_uit) or ""), taken)
        for key, value in blok.nieuw.items():
            table[key] = value
        for plek in blok.plekken:
            _write(table, plek, row.get(plek.veld.sleutel))
        if isinstance(tables, AoT):
            table.add(tomlkit.nl())
        tables.append(table)

    def _drop_empty_eisen(self) -> None:
        """Take out an eis that asks for no field any more, and say what is missing in a new one."""
        for stap in self._doc.get("stap", ()):
            eisen = stap.get("eisen", ())
            for place in range(len(eisen) - 1, -1, -1):
                if "ingevuld" in eisen[place] and not eisen[place]["ingevuld"]:
                    del eisen[place]
                elif "anders" not in eisen[place]:
                    eisen[place]["anders"] = "Nog in te vullen: {velden}."


def _find(container: Any, path: Path) -> Any:
    found = container
    for part in path:
        known = part < len(found) if isinstance(part, int) else part in found
        if not known:
            return None
        found = found[part]
    return found


def _set(container: Any, path: Path, value: object) -> None:
    """Set a value; a table on the way there that is missing (a duur, a new eis) is made inline."""
    parent = container
    for part, following in pairwise(path):
        if _find(parent, (part,)) is None:
            made: Any = tomlkit.array() if isinstance(following, int) else tomlkit.inline_table()
            if isinstance(part, int):
                parent.append(made)
            else:
                parent[part] = made
        parent = parent[part]
    parent[path[-1]] = value


def _delete(container: Any, path: Path) -> None:
    parent = _find(container, path[:-1])
    if parent is not None and path[-1] in parent:
        del parent[path[-1]]
        if not parent and len(path) > 1:
            _delete(container, path[:-1])


def _read(container: Any, plek: Plek) -> str:
    found = _find(container, plek.path)
    if found is None:
        return ""
    match plek.vorm:
        case "regels":
            return "\n".join(" ".join(str(item).split()) for item in found)
        case "sleutels":
            return " ".join(item for item in found if isinstance(item, str))
        case "ja_nee":
            return "ja" if found else "nee"
        case _:
            return str(found)


def _write(container: Any, plek: Plek, value: Waarde) -> None:
    """Write a value where it differs from what stands there."""
    text = write_value(value)
    if text == _read(container, plek) or _same_lines(text, _read(container, plek), plek):
        return
    if plek.vorm == "sleutels":
        _set(container, plek.path, _keys(_find(container, plek.path) or (), text.split()))
    elif not text:
        _delete(container, plek.path)
    else:
        _set(container, plek.path, _stored(plek, text))


def _same_lines(text: str, was: str, plek: Plek) -> bool:
    return (
        plek.vorm == "regels"
        and [line.strip() for line in text.splitlines() if line.strip()] == was.splitlines()
    )


def _stored(plek: Plek, text: str) -> object:
    match plek.vorm:
        case "ja_nee":
            return text == "ja"
        case "getal":  # what is no number is kept as typed, and named when the whole is checked
            return int(text) if _NUMBER.fullmatch(text) else text
        case "regels":
            lines = [line.strip() for line in text.splitlines() if line.strip()]
            array = tomlkit.array().multiline(multiline=len(lines) > 1)
            array.extend(lines)
            return array
        case _:
            return text


def _keys(was: Any, chosen: list[str]) -> Any:
    """Return a list of required keys; an item that is itself a list ("any of these") stays as it is."""
    kept = [item for item in was if not isinstance(item, str) or item in chosen]
    array = tomlkit.array()
    array.extend([*kept, *(key for key in chosen if key not in kept)])
    return array
