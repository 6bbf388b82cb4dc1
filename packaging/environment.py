"""Sets up what a checkout needs: Debian packages, the virtual environment `.venv`, the locked packages in it.

A stamp in `.venv` says what it was made from; as long as that is the same, nothing is done.
"""

import ctypes
import hashlib
import importlib
import importlib.util
import json
import os
import shutil
import subprocess
import sys
import tomllib
from collections.abc import Iterable
from pathlib import Path
from typing import NamedTuple

ROOT = Path(__file__).resolve().parent.parent
LOCK = ROOT / "packaging" / "requirements.lock"
VENV = ROOT / ".venv"
STAMP = VENV / "klachtdesk-setup.json"


class SetupError(Exception):
    """The set-up can't go on; the message says what to do."""


class Need(NamedTuple):
    """A shared library, or with `command` a program, of the system; and the Debian package that holds it."""

    name: str
    package: str
    command: bool = False

    def is_met(self) -> bool:
        """Whether this machine has it."""
        if self.command:
            return shutil.which(self.name) is not None
        try:
            ctypes.CDLL(self.name)
        except OSError:
            return False
        return True


QT = (
    Need("libglib-2.0.so.0", "libglib2.0-0"),
    Need("libEGL.so.1", "libegl1"),
    Need("libGL.so.1", "libgl1"),
    Need("libdbus-1.so.3", "libdbus-1-3"),
    Need("libfontconfig.so.1", "libfontconfig1"),
    Need("libxkbcommon.so.0", "libxkbcommon0"),
)
WINDOW = (
    *QT,
    Need("libxcb-cursor.so.0", "libxcb-cursor0"),
    Need("libxcb-icccm.so.4", "libxcb-icccm4"),
    Need("libxcb-image.so.0", "libxcb-image0"),
    Need("libxcb-keysyms.so.1", "libxcb-keysyms1"),
    Need("libxcb-randr.so.0", "libxcb-randr0"),
    Need("libxcb-render-util.so.0", "libxcb-render-util0"),
    Need("libxcb-shape.so.0", "libxcb-shape0"),
    Need("libxcb-xkb.so.1", "libxcb-xkb1"),
    Need("libxkbcommon-x11.so.0", "libxkbcommon-x11-0"),
    Need("libX11-xcb.so.1", "libx11-xcb1"),
    Need("libcups.so.2", "libcups2"),
)
TESTS = (
    *QT,
    Need("pdfsig", "poppler-utils", command=True),
    Need("qpdf", "qpdf", command=True),
)


def prepare(needs: Iterable[Need]) -> None:
    """See to it that the system's packages and `.venv` are there and up to date."""
    if sys.platform == "linux":
        _install_system_packages(needs)
    made_from = _made_from()
    if _stamp() == made_from and python().exists():
        return
    if _must_be_made_anew(made_from):
        _say(f"making {VENV.name} with Python {sys.version.split()[0]}")
        _run([sys.executable, "-m", "venv", "--clear", str(VENV)])
    STAMP.unlink(missing_ok=True)
    _say("installing the locked packages (the first time a download of some 200 MB)")
    _pip("--require-hashes", "--only-binary", ":all:", "-r", str(LOCK))
    _pip("--no-deps", "--no-build-isolation", "-e", str(ROOT))
    STAMP.write_text(json.dumps(made_from), encoding="utf-8")


def python() -> Path:
    """The interpreter of `.venv`."""
    return VENV / ("Scripts/python.exe" if os.name == "nt" else "bin/python")


def run_python(*arguments: str, **environment: str) -> int:
    """Run the interpreter of `.venv` in the checkout and return its exit code."""
    return subprocess.call([str(python()), *arguments], cwd=ROOT, env={**os.environ, **environment})


def _install_system_packages(needs: Iterable[Need]) -> None:
    packages = [need.package for need in needs if not need.is_met()]
    if importlib.util.find_spec("ensurepip") is None and not python().exists():
        packages.append(f"python3.{sys.version_info.minor}-venv")
    if not packages:
        return
    command = ["apt-get", "install", "--yes", "--no-install-recommends", *packages]
    if shutil.which("apt-get") is None:
        raise SetupError(f"Install first what Debian has in these packages: {' '.join(packages)}")
    as_root = [] if os.geteuid() == 0 else ["sudo"]
    if as_root and shutil.which("sudo") is None:
        raise SetupError(f"Packages are missing. As root: {' '.join(command)}")
    _say(f"installing the system's packages {' '.join(packages)}")
    quiet = [*as_root, "env", "DEBIAN_FRONTEND=noninteractive"]
    # A mirror that fails to refresh need not matter: the install that follows is what decides.
    subprocess.call([*quiet, "apt-get", "update", "--quiet=2"], stdin=subprocess.DEVNULL)
    _run([*quiet, *command], stdout=subprocess.DEVNULL)
    importlib.invalidate_caches()


def _made_from() -> dict[str, str]:
    """All that decides what is in `.venv`: of pyproject.toml that is not, say, a rule of ruff."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    installed = [project["build-system"], project["project"], project["tool"]["setuptools"]]
    content = LOCK.read_bytes() + json.dumps(installed, sort_keys=True).encode()
    return {
        "packages": hashlib.sha256(content).hexdigest(),
        "python": ".".join(map(str, sys.version_info[:3])),
        "checkout": str(ROOT),
    }


def _stamp() -> dict[str, str]:
    try:
        found: dict[str, str] = json.loads(STAMP.read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return {}
    return found


def _must_be_made_anew(made_from: dict[str, str]) -> bool:
    """Whether `.venv` is of no use: made by another Python or elsewhere, or never finished."""
    if Path(sys.prefix).resolve() == VENV.resolve():
        return False  # it is running this very script
    found = _stamp()
    same = all(found.get(key) == made_from[key] for key in ("python", "checkout"))
    return not (same and python().exists())


def _pip(*arguments: str) -> None:
    """Install with the machine's own pip configuration: where packages come from is not ours to say."""
    quiet = ["--quiet", "--disable-pip-version-check", "--no-input"]
    _run([str(python()), "-m", "pip", "install", *quiet, *arguments])


def _run(command: list[str], stdout: int | None = None) -> None:
    code = subprocess.call(command, cwd=ROOT, stdin=subprocess.DEVNULL, stdout=stdout)
    if code:
        raise SetupError(f"This failed with exit code {code}: {' '.join(command)}")


def _say(text: str) -> None:
    print(f"dev.py: {text}", flush=True)
