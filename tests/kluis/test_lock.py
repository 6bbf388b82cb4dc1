"""One program at a time, and what the second is told."""

import getpass
import platform
import subprocess
import sys
from collections.abc import Callable, Iterator
from datetime import datetime
from pathlib import Path

import pytest

from klachtdesk.errors import KluisInUse, WrongPassword
from klachtdesk.kluis import OpenKluis, open_kluis

Reopen = Callable[[Path], OpenKluis]

_HOLD = """
import sys
from datetime import datetime, timedelta, timezone
from pathlib import Path
from klachtdesk.kluis import open_kluis

winter = timezone(timedelta(hours=1))
kluis = open_kluis(Path(sys.argv[1]), "vier losse woorden samen", nu=datetime(2026, 1, 2, 15, 4, tzinfo=winter))
print("open", flush=True)
sys.stdin.readline()
kluis.close()
"""


@pytest.fixture
def other_program(folder: Path) -> Iterator[subprocess.Popen[str]]:
    """A second program that has the kluis open, until it reads a line or is killed."""
    with subprocess.Popen(
        [sys.executable, "-c", _HOLD, str(folder)], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    ) as other:
        assert other.stdout is not None
        assert other.stdout.readline() == "open\n"
        yield other
        other.kill()


def test_a_second_program_is_told_who_has_it_open_and_since_when(
    folder: Path, reopen: Reopen, other_program: subprocess.Popen[str]
) -> None:
    with pytest.raises(KluisInUse) as refused:
        reopen(folder)

    assert refused.value.message == (
        f"Deze kluis is door {getpass.getuser()} op {platform.node()} geopend, sinds 02-01-2026 om 15:04 uur."
    )


def test_what_a_second_program_does_harms_nothing(
    folder: Path, nu: datetime, reopen: Reopen, other_program: subprocess.Popen[str]
) -> None:
    for _ in range(2):
        with pytest.raises(KluisInUse):
            reopen(folder)
    # Not even the right to guess passwords, while it is open elsewhere.
    with pytest.raises(KluisInUse):
        open_kluis(folder, "een ander wachtwoord", nu=nu)

    other_program.communicate("close\n")
    assert other_program.returncode == 0
    reopen(folder).close()


def test_a_program_that_was_killed_holds_nothing(
    folder: Path, reopen: Reopen, other_program: subprocess.Popen[str]
) -> None:
    other_program.kill()
    other_program.wait()
    assert (folder / "kluis.lock.json").exists()

    reopen(folder).close()

    assert not (folder / "kluis.lock.json").exists()


def test_a_program_does_not_open_a_kluis_twice(kluis: OpenKluis, reopen: Reopen) -> None:
    with pytest.raises(KluisInUse):
        reopen(kluis.folder)


def test_after_a_failed_opening_the_kluis_is_free(folder: Path, nu: datetime, reopen: Reopen) -> None:
    with pytest.raises(WrongPassword):
        open_kluis(folder, "een ander wachtwoord", nu=nu)

    reopen(folder).close()


@pytest.mark.parametrize(
    "content", [None, b"", b"\xff", b"[]", b'{"user": 1}', b'{"user": "a", "computer": "b", "since": 3}']
)
def test_without_knowing_who_it_is_still_said_to_be_open(
    kluis: OpenKluis, reopen: Reopen, content: bytes | None
) -> None:
    holder = kluis.folder / "kluis.lock.json"
    holder.unlink()
    if content is not None:
        holder.write_bytes(content)

    with pytest.raises(KluisInUse, match="Een ander programma heeft deze kluis open"):
        reopen(kluis.folder)


def test_a_program_that_reads_the_database_itself_is_said_to_be_in_the_way(
    folder: Path, reopen: Reopen
) -> None:
    # For instance one that copies files: SQLite's own lock, not ours.
    script = (
        "import fcntl, sys; file = open(sys.argv[1], 'r+b'); fcntl.lockf(file, fcntl.LOCK_EX);"
        "print('held', flush=True); sys.stdin.readline()"
    )
    if sys.platform == "win32":
        pytest.skip("Windows has other file locks")
    with subprocess.Popen(
        [sys.executable, "-c", script, str(folder / "klachten.db")],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    ) as other:
        assert other.stdout is not None
        assert other.stdout.readline() == "held\n"
        with pytest.raises(KluisInUse, match="Een ander programma houdt"):
            reopen(folder)
        other.kill()
