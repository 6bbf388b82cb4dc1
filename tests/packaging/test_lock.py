"""The lock: in step with pyproject.toml, complete in hashes, and free of hosts."""

import re
import tomllib
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

PINNED = re.compile(
    r"^(?P<name>[a-z0-9-]+)==(?P<version>\S+)(?P<marker> ; .+?)? \\$(?P<rest>(?:\n    .+)+)", re.MULTILINE
)


@pytest.fixture
def lock(checkout: Path) -> dict[str, re.Match[str]]:
    """The pinned packages by name."""
    text = (checkout / "packaging" / "requirements.lock").read_text(encoding="utf-8")
    return {found["name"]: found for found in PINNED.finditer(text)}


@pytest.fixture
def wanted(checkout: Path) -> list[Requirement]:
    """What pyproject.toml asks for: to run, and to develop."""
    project = tomllib.loads((checkout / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    return [Requirement(text) for text in project["dependencies"] + project["optional-dependencies"]["dev"]]


def test_pins_a_version_that_each_requirement_allows(lock, wanted):
    unmet = [
        str(requirement)
        for requirement in wanted
        if not requirement.specifier.contains(lock[canonicalize_name(requirement.name)]["version"])
    ]
    assert not unmet, "run: python3 packaging/dev.py lock"


def test_pins_nothing_that_is_no_longer_asked_for(lock, wanted):
    direct = {name for name, pin in lock.items() if "klachtdesk (pyproject.toml)" in pin["rest"]}
    assert direct == {canonicalize_name(requirement.name) for requirement in wanted}


def test_reads_the_whole_lock(lock, checkout):
    text = (checkout / "packaging" / "requirements.lock").read_text(encoding="utf-8")
    assert "\n".join(pin[0] for pin in lock.values()) + "\n" == text


def test_has_a_hash_for_each_package(lock):
    assert [name for name, pin in lock.items() if "--hash=sha256:" not in pin["rest"]] == []


def test_names_no_host(checkout):
    for path in [
        checkout / "packaging" / "requirements.lock",
        checkout / "pyproject.toml",
        *checkout.glob(".ci/*"),
    ]:
        assert "://" not in path.read_text(encoding="utf-8"), path
