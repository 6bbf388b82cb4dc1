"""Checks on the stappen of a reglement that look further than one value, on the raw tables of the file."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from klachtdesk.reglement.gebeurtenissen import SOORTEN, GebeurtenisSoort

if TYPE_CHECKING:
    from collections.abc import Iterator

    from klachtdesk.reglement.toml_lines import Path

    Fault = tuple[Path, str]


def find_stap_faults(data: dict[str, Any]) -> Iterator[Fault]:
    """Yield the path and the Dutch description of each stap, grond or functionaris that does not fit the rest."""
    stappen = _tables(data.get("stap"))
    seen: set[str] = set()
    for index, stap in stappen:
        path: Path = ("stap", index)
        soort = SOORTEN.get(stap.get("gebeurtenis", "")) if isinstance(stap.get("gebeurtenis"), str) else None
        if soort is None:
            continue
        if soort.sleutel in seen:
            yield (*path, "gebeurtenis"), f"voor “{soort.sleutel}” staat er al een stap"
        seen.add(soort.sleutel)
        if soort.sleutel == "correctie":
            yield (*path, "gebeurtenis"), "een correctie is geen stap: zij kan altijd"
        yield from _unknown_velden(path, stap, soort)
        yield from _misplaced(path, stap, soort)
    yield from _unknown_gronden(data, stappen)
    yield from _unknown_functionarissen(data)


def _tables(value: object) -> list[tuple[int, dict[str, Any]]]:
    """Return the tables in what should be a list of them, each with its place."""
    items = value if isinstance(value, list) else []
    return [(index, item) for index, item in enumerate(items) if isinstance(item, dict)]


def _texts(value: object) -> list[tuple[int, str]]:
    items = value if isinstance(value, list) else []
    return [(index, item) for index, item in enumerate(items) if isinstance(item, str)]


def _unknown_velden(path: Path, stap: dict[str, Any], soort: GebeurtenisSoort) -> Iterator[Fault]:
    for index, text in _texts(stap.get("velden")):
        sleutel, _, condition = text.partition(":")
        other, given, waarde = condition.partition("=")
        names = [sleutel, other] if condition else [sleutel]
        for name in names:
            if soort.veld(name) is None:
                yield (*path, "velden", index), f"“{soort.sleutel}” heeft geen veld “{name}”"
        found = soort.veld(other)
        if condition and found is not None and not (given and waarde in (found.keuzes or (waarde,))):
            yield (*path, "velden", index), f"“{waarde}” is geen keuze van “{other}”"


def _misplaced(path: Path, stap: dict[str, Any], soort: GebeurtenisSoort) -> Iterator[Fault]:
    """Find keys that mean nothing with this kind of gebeurtenis."""
    kinds = {veld.soort for veld in soort.velden}
    if stap.get("kanalen") and soort.veld("kanaal") is None:
        yield (*path, "kanalen"), f"“{soort.sleutel}” heeft geen kanaal"
    if stap.get("gronden") and "gronden" not in kinds:
        yield (*path, "gronden"), f"bij “{soort.sleutel}” wordt geen grond gekozen"
    if stap.get("vraagt") and stap.get("brief"):
        yield (*path, "vraagt"), "een stap met een brief vraagt niets van het intern klachtenformulier"
    if stap.get("per") and soort.veld("persoon") is None:
        yield (*path, "per"), f"bij “{soort.sleutel}” wordt geen persoon vastgelegd"


def _unknown_gronden(data: dict[str, Any], stappen: list[tuple[int, dict[str, Any]]]) -> Iterator[Fault]:
    """Find events narrowed to a grond ("niet_in_behandeling:gronden=...") that their stap does not have."""
    known = {
        str(stap.get("gebeurtenis")): {str(grond.get("sleutel")) for _, grond in _tables(stap.get("gronden"))}
        for _, stap in stappen
    }
    for path, text in _every_text(data.get("stap"), ("stap",)):
        soort, _, condition = text.partition(":")
        veld, given, waarde = condition.partition("=")
        if given and waarde and veld in {"grond", "gronden"} and waarde not in known.get(soort, set()):
            yield path, f"de grond “{waarde}” bestaat niet bij “{soort}”"


def _every_text(value: object, path: Path) -> Iterator[tuple[Path, str]]:
    if isinstance(value, str):
        yield path, value
    elif isinstance(value, dict):
        for key, inner in value.items():
            yield from _every_text(inner, (*path, key))
    elif isinstance(value, list):
        for index, inner in enumerate(value):
            yield from _every_text(inner, (*path, index))


def _unknown_functionarissen(data: dict[str, Any]) -> Iterator[Fault]:
    functionarissen = _tables(data.get("functionaris"))
    known = {str(item.get("sleutel")) for _, item in functionarissen}
    for index, item in functionarissen:
        for place, sleutel in _texts(item.get("vervangt")):
            if sleutel not in known:
                yield ("functionaris", index, "vervangt", place), f"de functionaris “{sleutel}” bestaat niet"
    for index, stap in _tables(data.get("stap")):
        if isinstance(named := stap.get("naar"), str) and named not in known:
            yield ("stap", index, "naar"), f"de functionaris “{named}” bestaat niet"
    for part in ("bezwaar", "vragen"):
        table = data.get(part)
        named = table.get("functionaris") if isinstance(table, dict) else None
        if isinstance(named, str) and named not in known:
            yield (part, "functionaris"), f"de functionaris “{named}” bestaat niet"
