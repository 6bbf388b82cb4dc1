"""Reads what lies in `resources/`, wherever the program is installed."""

from functools import cache
from importlib.resources import files
from importlib.resources.abc import Traversable


@cache
def _root() -> Traversable:
    return files("klachtdesk.resources")


def read_text(*parts: str) -> str:
    """Return the text of a resource, for instance `read_text("reglementen", "interactie.toml")`.

    Raises FileNotFoundError when there is none.
    """
    return _root().joinpath(*parts).read_text(encoding="utf-8")


def read_bytes(*parts: str) -> bytes:
    """Return the bytes of a resource; raises FileNotFoundError when there is none."""
    return _root().joinpath(*parts).read_bytes()


def names(folder: str, suffix: str) -> tuple[str, ...]:
    """Return the sorted names, without suffix, of the files in a resource folder that end in `suffix`."""
    found = (entry.name for entry in _root().joinpath(folder).iterdir() if entry.name.endswith(suffix))
    return tuple(sorted(name.removesuffix(suffix) for name in found))


def folders(folder: str) -> tuple[str, ...]:
    """Return the sorted names of the folders in a resource folder."""
    found = (entry.name for entry in _root().joinpath(folder).iterdir() if entry.is_dir())
    return tuple(sorted(found))
