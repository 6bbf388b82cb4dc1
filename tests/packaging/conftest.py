"""The developer's scripts as modules: they lie outside the package, in packaging/."""

import importlib
from pathlib import Path
from types import ModuleType

import pytest

ROOT = Path(__file__).parents[2]


@pytest.fixture
def checkout() -> Path:
    """The root of the source."""
    return ROOT


@pytest.fixture
def scripts(monkeypatch: pytest.MonkeyPatch):
    """Import one of the scripts by its name."""
    monkeypatch.syspath_prepend(str(ROOT / "packaging"))

    def load(name: str) -> ModuleType:
        return importlib.import_module(name)

    return load
