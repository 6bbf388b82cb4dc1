"""Making a kluis: all of it, or nothing."""

import stat
import subprocess
import sys
from collections.abc import Callable
from contextlib import AbstractContextManager
from datetime import datetime
from pathlib import Path

import pytest
from sqlalchemy import select, text
from sqlalchemy.orm import Session

from klachtdesk.errors import InvalidInput, KluisError, KluisInUse
from klachtdesk.kluis import KdfParameters, OpenKluis, create_kluis, is_kluis
from klachtdesk.models import Gebruiker

Make = Callable[[Path], OpenKluis]


def test_a_new_kluis_is_a_database_a_key_file_and_a_lock(tmp_path: Path, make: Make) -> None:
    make(tmp_path / "kluis").close()

    names = {path.name for path in (tmp_path / "kluis").iterdir()}
    assert names == {"klachten.db", "sleutels.json", "kluis.lock"}
    assert is_kluis(tmp_path / "kluis")


def test_an_empty_folder_may_become_a_kluis(tmp_path: Path, make: Make) -> None:
    make(tmp_path).close()

    assert is_kluis(tmp_path)


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such modes")
def test_only_its_owner_may_read_a_new_kluis(folder: Path) -> None:
    assert stat.S_IMODE(folder.stat().st_mode) == 0o700
    assert stat.S_IMODE((folder / "klachten.db").stat().st_mode) == 0o600
    assert stat.S_IMODE((folder / "sleutels.json").stat().st_mode) == 0o600


def test_what_every_kluis_must_have_is_put_in_before_it_is_there(
    tmp_path: Path, password: str, nu: datetime, cheap: KdfParameters
) -> None:
    def fill(session: Session, gebruiker_id: str) -> None:
        assert not is_kluis(tmp_path)
        session.add(Gebruiker(sleutel=gebruiker_id, naam="Fatma", rol="beheerder"))

    with (
        create_kluis(tmp_path, password, nu=nu, kdf=cheap, fill=fill) as kluis,
        kluis.reading() as session,
    ):
        assert session.scalars(select(Gebruiker.sleutel)).all() == [kluis.gebruiker_id]


@pytest.mark.parametrize("there_before", [True, False])
def test_a_making_that_fails_leaves_nothing_behind(
    tmp_path: Path, password: str, nu: datetime, cheap: KdfParameters, *, there_before: bool
) -> None:
    target = tmp_path / "kluis"
    if there_before:
        target.mkdir()

    def fill(session: Session, gebruiker_id: str) -> None:
        session.execute(text("INSERT INTO kantoor (naam) VALUES ('half')"))

    with pytest.raises(Exception, match="NOT NULL"):
        create_kluis(target, password, nu=nu, kdf=cheap, fill=fill)

    assert target.exists() is there_before
    assert not there_before or list(target.iterdir()) == []


def test_a_second_kluis_in_the_same_folder_is_refused(folder: Path, make: Make, snapshot: Callable) -> None:
    before = snapshot(folder)

    with pytest.raises(KluisError, match="staat al een kluis"):
        make(folder)

    assert snapshot(folder) == before


def test_half_a_kluis_is_never_written_over(folder: Path, make: Make, snapshot: Callable) -> None:
    # Whoever lost the key file may still find it: the database must be there then.
    (folder / "sleutels.json").unlink()
    before = snapshot(folder)

    with pytest.raises(KluisError, match="staat al een kluis"):
        make(folder)

    assert snapshot(folder) == before


def test_a_folder_with_other_files_is_refused(tmp_path: Path, make: Make) -> None:
    (tmp_path / "brief.docx").write_bytes(b"x")

    with pytest.raises(KluisError, match="niet leeg"):
        make(tmp_path)

    assert [path.name for path in tmp_path.iterdir()] == ["brief.docx"]


def test_a_file_is_no_folder(tmp_path: Path, make: Make) -> None:
    (tmp_path / "kluis").write_text("een bestand")

    with pytest.raises(KluisError, match="een bestand, geen map"):
        make(tmp_path / "kluis")

    assert (tmp_path / "kluis").read_text() == "een bestand"


def test_the_folders_above_it_are_made_too(tmp_path: Path, make: Make) -> None:
    make(tmp_path / "nieuw" / "klachtdesk" / "kluis").close()

    assert is_kluis(tmp_path / "nieuw" / "klachtdesk" / "kluis")


def test_a_making_that_fails_leaves_none_of_the_folders_above_it(
    tmp_path: Path, password: str, nu: datetime, cheap: KdfParameters
) -> None:
    def fill(session: Session, gebruiker_id: str) -> None:
        raise KluisError("halverwege")

    with pytest.raises(KluisError, match="halverwege"):
        create_kluis(tmp_path / "nieuw" / "kluis", password, nu=nu, kdf=cheap, fill=fill)

    assert list(tmp_path.iterdir()) == []


def test_a_folder_under_a_file_is_refused(tmp_path: Path, make: Make) -> None:
    (tmp_path / "bestand").write_text("een bestand")

    with pytest.raises(KluisError, match="bestaat niet"):
        make(tmp_path / "bestand" / "kluis")


def test_a_folder_in_which_nothing_may_be_written_is_refused(
    tmp_path: Path, make: Make, read_only: Callable[[Path], AbstractContextManager[None]]
) -> None:
    (tmp_path / "empty").mkdir()
    with read_only(tmp_path), pytest.raises(KluisError, match="mag klachtdesk niet schrijven"):
        make(tmp_path / "kluis")
    with read_only(tmp_path / "empty"), pytest.raises(KluisError, match="mag klachtdesk niet schrijven"):
        make(tmp_path / "empty")

    assert [path.name for path in tmp_path.rglob("*")] == ["empty"]


@pytest.mark.parametrize("name", ["x" * 300, "/".join(["mapnaam"] * 80)])
def test_too_long_a_path_is_refused(tmp_path: Path, make: Make, name: str) -> None:
    with pytest.raises(KluisError, match="te lang"):
        make(tmp_path / name)

    assert list(tmp_path.iterdir()) == []


def test_a_name_with_letters_of_all_kinds_is_fine(tmp_path: Path, make: Make, reopen: Make) -> None:
    target = tmp_path / "Klachten & één #kluis? 100% 'oké' ⚖"
    make(target).close()

    with reopen(target) as kluis:
        assert kluis.folder == target


@pytest.mark.parametrize("weak", ["", "kort", "elf tekens.", "wachtwoord123", "aaaaaaaaaaaa", "x" * 1001])
def test_a_weak_password_is_refused_before_anything_is_made(
    tmp_path: Path, nu: datetime, cheap: KdfParameters, weak: str
) -> None:
    with pytest.raises(InvalidInput) as refused:
        create_kluis(tmp_path / "kluis", weak, nu=nu, kdf=cheap)

    assert refused.value.fields.keys() == {"wachtwoord"}
    assert list(tmp_path.iterdir()) == []


_CREATE = """
import sys
from datetime import UTC, datetime
from pathlib import Path
from klachtdesk.kluis import KdfParameters, create_kluis

def fill(session, gebruiker_id):
    print("bezig", flush=True)
    sys.stdin.readline()

create_kluis(
    Path(sys.argv[1]), "vier losse woorden samen", nu=datetime(2026, 11, 20, tzinfo=UTC),
    kdf=KdfParameters(8, 1, 1), fill=fill,
)
"""


def test_after_a_crash_while_making_it_can_be_made_after_all(tmp_path: Path, make: Make) -> None:
    with subprocess.Popen(
        [sys.executable, "-c", _CREATE, str(tmp_path)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    ) as other:
        assert other.stdout is not None
        assert other.stdout.readline() == "bezig\n"
        # While the other is busy nobody else can make one here.
        with pytest.raises(KluisInUse):
            make(tmp_path)
        other.kill()
        other.wait()
    assert not is_kluis(tmp_path)

    make(tmp_path).close()

    assert {path.name for path in tmp_path.iterdir()} == {"klachten.db", "sleutels.json", "kluis.lock"}


@pytest.mark.skipif(sys.platform == "win32", reason="Windows can't limit the size of a file")
@pytest.mark.parametrize("most", [0, 2048, 40_000])
def test_a_disk_that_takes_no_more_leaves_nothing_behind(tmp_path: Path, make: Make, most: int) -> None:
    import resource

    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (most, hard))
    try:
        with pytest.raises(KluisError) as refused:
            make(tmp_path / "kluis")
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))

    assert refused.value.hint
    assert list(tmp_path.iterdir()) == []
