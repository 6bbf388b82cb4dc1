"""What `pip install .` brings: all packages and all that lies in resources/."""

import os
import shutil
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

SOURCE = ("klachtdesk", "resources", "pyproject.toml", "README.md", "LICENSE")


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The wheel, built from a copy: a build leaves files behind, and takes along what an earlier one left."""
    checkout = Path(__file__).parents[2]
    copy = tmp_path_factory.mktemp("source")
    for name in SOURCE:
        if (checkout / name).is_dir():
            shutil.copytree(checkout / name, copy / name, ignore=shutil.ignore_patterns("__pycache__"))
        else:
            shutil.copy(checkout / name, copy)
    target = tmp_path_factory.mktemp("wheel")
    _pip("wheel", "--no-build-isolation", "--wheel-dir", str(target), str(copy))
    [built] = target.iterdir()
    return built


def _pip(command: str, *arguments: str) -> None:
    pip = [sys.executable, "-m", "pip", command, "--quiet", "--no-deps", "--no-index"]
    subprocess.run([*pip, *arguments], check=True)


def test_holds_every_module_and_every_resource(wheel: Path, checkout: Path):
    modules = {path.relative_to(checkout) for path in (checkout / "klachtdesk").rglob("*.py")}
    resources = {
        "klachtdesk" / path.relative_to(checkout)
        for path in (checkout / "resources").rglob("*")
        if path.is_file() and "__pycache__" not in path.parts
    }
    names = {Path(name) for name in zipfile.ZipFile(wheel).namelist() if ".dist-info/" not in name}
    assert names == modules | resources | {Path("klachtdesk/py.typed")}


def test_reads_its_resources_where_it_is_installed(wheel: Path, checkout: Path, tmp_path: Path):
    _pip("install", "--target", str(tmp_path), str(wheel))
    program = "import klachtdesk.assets as a; print(a.__file__); print(*a.names('icons', '.svg'))"
    result = subprocess.run(
        [sys.executable, "-c", program],
        cwd=tmp_path,
        env={**os.environ, "PYTHONPATH": str(tmp_path)},
        capture_output=True,
        text=True,
        check=True,
    )
    where, icons = result.stdout.splitlines()
    assert Path(where) == tmp_path / "klachtdesk" / "assets.py"
    assert icons.split() == sorted(path.stem for path in (checkout / "resources" / "icons").glob("*.svg"))


def test_brings_the_command_and_the_licences_of_what_it_embeds(wheel: Path, checkout: Path):
    archive = zipfile.ZipFile(wheel)
    extra = {Path(name).name: name for name in archive.namelist() if ".dist-info/" in name}
    assert "klachtdesk = klachtdesk.__main__:main" in archive.read(extra["entry_points.txt"]).decode()
    licences = {
        path.name for folder in ("fonts", "icons") for path in (checkout / "resources" / folder).glob("*.txt")
    }
    assert licences | {"LICENSE"} <= extra.keys()
