"""What `dev.py test` runs, in this order: the quick checks first, the real window last."""

import os
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

import lock
from environment import run_python

_ARCHITECTURE = "tests/test_architecture.py"
_NEEDS_QT = ("tests/ui", "tests/journeys")
_PARALLEL = ("-n", str(min(os.cpu_count() or 1, 4)), "--dist", "loadfile")
"""One process a core; the tests of one file stay together, for they share what is slow to make."""

_NO_PYSIDE6 = "raise ModuleNotFoundError('PySide6 is kept out of these tests', name='PySide6')\n"


def run_all() -> int:
    """Run every step, also after one that failed, and say which did. Returns 0 when all is well, else 1."""
    failed = []
    for name, step in _steps().items():
        print(f"\n== {name}", flush=True)
        begin = time.monotonic()
        code = step()
        print(f"-- {name}: {'ok' if code == 0 else 'FAILED'} in {time.monotonic() - begin:.1f} s", flush=True)
        if code:
            failed.append(name)
    print("\n" + (f"FAILED: {', '.join(failed)}" if failed else "All is well."), flush=True)
    return 1 if failed else 0


def run_tests(arguments: list[str]) -> int:
    """Run pytest with these arguments, without a screen; returns its exit code."""
    return run_python("-m", "pytest", *arguments, QT_QPA_PLATFORM="offscreen")


def _steps() -> dict[str, Callable[[], int]]:
    return {
        "ruff check": lambda: run_python("-m", "ruff", "check", "--quiet"),
        "ruff format": lambda: run_python("-m", "ruff", "format", "--check", "--quiet"),
        "mypy": lambda: run_python("-m", "mypy"),
        "wheels for Windows": lock.check_wheels,
        "architecture": lambda: run_tests(["-q", _ARCHITECTURE]),
        "tests without Qt": _run_tests_without_qt,
        "all tests but the journeys": lambda: run_tests(["-q", *_PARALLEL, "--ignore=tests/journeys"]),
        "journeys": lambda: run_tests(["-q", *_PARALLEL, "tests/journeys"]),
    }


def _run_tests_without_qt() -> int:
    """Whatever is no user interface must work where PySide6 can't be imported, in child processes too."""
    ignored = [f"--ignore={path}" for path in (*_NEEDS_QT, _ARCHITECTURE)]
    with tempfile.TemporaryDirectory() as folder:
        Path(folder, "PySide6.py").write_text(_NO_PYSIDE6, encoding="ascii")
        return run_python("-m", "pytest", "-q", *_PARALLEL, "-p", "no:pytest-qt", *ignored, PYTHONPATH=folder)
