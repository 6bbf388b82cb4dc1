"""A real kluis to try things on, made quickly; and a look at its files from outside."""

import ctypes
import os
import shutil
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path

import pytest

from klachtdesk.kluis import KdfParameters, OpenKluis, create_kluis, open_kluis

Snapshot = Callable[[Path], dict[str, tuple[bytes, int]]]


@pytest.fixture(scope="session")
def nu() -> datetime:
    return datetime(2026, 11, 20, 9, 15, tzinfo=UTC)


@pytest.fixture(scope="session")
def password() -> str:
    return "vier losse woorden samen"


@pytest.fixture(scope="session")
def cheap() -> KdfParameters:
    """The least that Argon2id can do: these tests are not about its cost."""
    return KdfParameters(memory_kib=8, iterations=1, lanes=1)


@pytest.fixture(scope="session")
def make(password: str, nu: datetime, cheap: KdfParameters) -> Callable[[Path], OpenKluis]:
    def make_kluis(folder: Path) -> OpenKluis:
        return create_kluis(folder, password, nu=nu, kdf=cheap)

    return make_kluis


@pytest.fixture(scope="session")
def reopen(password: str, nu: datetime) -> Callable[[Path], OpenKluis]:
    def open_again(folder: Path) -> OpenKluis:
        return open_kluis(folder, password, nu=nu)

    return open_again


@pytest.fixture(scope="session")
def pattern(tmp_path_factory: pytest.TempPathFactory, make: Callable[[Path], OpenKluis]) -> Path:
    """The folder of a closed kluis that no test changes: a copy of it is there sooner than a new one."""
    folder = tmp_path_factory.mktemp("pattern") / "kluis"
    make(folder).close()
    return folder


@pytest.fixture
def folder(tmp_path: Path, pattern: Path) -> Path:
    """The folder of a closed kluis."""
    return Path(shutil.copytree(pattern, tmp_path / "kluis"))


@pytest.fixture
def kluis(folder: Path, reopen: Callable[[Path], OpenKluis]) -> Iterator[OpenKluis]:
    """An open kluis, closed after the test."""
    with reopen(folder) as opened:
        yield opened


@pytest.fixture(scope="session")
def snapshot() -> Snapshot:
    """What is in every file of a folder, and when each was last changed."""

    def look(folder: Path) -> dict[str, tuple[bytes, int]]:
        return {path.name: (path.read_bytes(), path.stat().st_mtime_ns) for path in folder.iterdir()}

    return look


_CAPABILITIES_V3 = 0x20080522
_OVERRULING = (1 << 1) | (1 << 2)  # CAP_DAC_OVERRIDE and CAP_DAC_READ_SEARCH, of linux/capability.h


@pytest.fixture
def read_only() -> Callable[[Path], object]:
    """A folder in which this program may not write, also where the tests run as root."""

    @contextmanager
    def protected(folder: Path) -> Iterator[None]:
        if sys.platform == "win32":
            pytest.skip("a folder is made read-only in another way on Windows")
        folder.chmod(0o500)
        try:
            with _without_overruling():
                yield
        finally:
            folder.chmod(0o700)

    return protected


@contextmanager
def _without_overruling() -> Iterator[None]:
    """Give up root's right to write where it is not allowed, for as long as this lasts."""
    if os.geteuid() != 0:
        yield
        return
    libc = ctypes.CDLL(None, use_errno=True)
    header = (ctypes.c_uint32 * 2)(_CAPABILITIES_V3, 0)
    before = (ctypes.c_uint32 * 6)()  # effective, permitted, inheritable; twice 32 bits
    assert libc.capget(header, before) == 0
    less = (ctypes.c_uint32 * 6)(*before)
    less[0] &= ~_OVERRULING
    assert libc.capset(header, less) == 0
    try:
        yield
    finally:
        assert libc.capset(header, before) == 0
