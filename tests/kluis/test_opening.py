"""Opening and closing: with the right password; and what is said when it can't be, the files untouched."""

import threading
import unicodedata
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from contextlib import AbstractContextManager
from datetime import datetime
from pathlib import Path

import pytest
from sqlalchemy import func, select, text
from sqlalchemy.exc import IntegrityError

from klachtdesk.errors import DamagedKluis, KluisError, NotAKluis, WrongPassword
from klachtdesk.kluis import KdfParameters, OpenKluis, create_kluis, is_kluis, open_kluis
from klachtdesk.models import Gebruiker, Kantoor, Klachtonderdeel, Persoon

Reopen = Callable[[Path], OpenKluis]
Snapshot = Callable[[Path], dict[str, tuple[bytes, int]]]


def test_what_was_kept_is_there_again(kluis: OpenKluis, reopen: Reopen) -> None:
    with kluis.writing() as session:
        session.add(Persoon(naam="Ayşe Öztürk"))
    kluis.close()

    with reopen(kluis.folder) as again, again.reading() as session:
        assert session.scalars(select(Persoon.naam)).all() == ["Ayşe Öztürk"]
        assert (again.kluis_id, again.gebruiker_id) == (kluis.kluis_id, kluis.gebruiker_id)


def test_opening_and_closing_changes_nothing(folder: Path, reopen: Reopen, snapshot: Snapshot) -> None:
    before = snapshot(folder)

    reopen(folder).close()

    assert snapshot(folder) == before


@pytest.mark.parametrize(
    "wrong", ["", "vier losse woorden", "Vier losse woorden samen", "\ud800", "x" * 10_000]
)
def test_a_wrong_password_opens_nothing(
    folder: Path, nu: datetime, snapshot: Snapshot, reopen: Reopen, wrong: str
) -> None:
    before = snapshot(folder)

    with pytest.raises(WrongPassword):
        open_kluis(folder, wrong, nu=nu)

    assert snapshot(folder) == before
    reopen(folder).close()


def test_a_password_is_the_same_however_the_keyboard_composes_it(
    tmp_path: Path, nu: datetime, cheap: KdfParameters
) -> None:
    composed = unicodedata.normalize("NFC", "één café, twee koffiën")
    apart = unicodedata.normalize("NFD", composed)
    assert composed != apart

    create_kluis(tmp_path, apart, nu=nu, kdf=cheap).close()

    open_kluis(tmp_path, composed, nu=nu).close()


@pytest.mark.parametrize("content", [[], ["brief.docx"], ["kluis.lock"]])
def test_a_folder_without_a_kluis_is_no_kluis(tmp_path: Path, reopen: Reopen, content: list[str]) -> None:
    for name in content:
        (tmp_path / name).write_bytes(b"")

    with pytest.raises(NotAKluis):
        reopen(tmp_path)

    assert [path.name for path in tmp_path.iterdir()] == content
    assert not is_kluis(tmp_path)


def test_a_folder_that_is_not_there_is_no_kluis(tmp_path: Path, reopen: Reopen) -> None:
    with pytest.raises(NotAKluis):
        reopen(tmp_path / "weg")

    assert list(tmp_path.iterdir()) == []


def test_a_file_is_no_kluis(folder: Path, reopen: Reopen) -> None:
    with pytest.raises(KluisError, match="een bestand, geen map"):
        reopen(folder / "klachten.db")


@pytest.mark.parametrize("missing", ["klachten.db", "sleutels.json"])
def test_the_file_that_is_missing_is_named(
    folder: Path, reopen: Reopen, snapshot: Snapshot, missing: str
) -> None:
    (folder / missing).unlink()
    before = snapshot(folder)

    with pytest.raises(DamagedKluis, match=f"ontbreekt {missing}") as refused:
        reopen(folder)

    assert "reservekopie" in refused.value.hint
    assert snapshot(folder) == before


def test_a_read_only_folder_is_said_to_be_so(
    folder: Path,
    reopen: Reopen,
    snapshot: Snapshot,
    read_only: Callable[[Path], AbstractContextManager[None]],
) -> None:
    before = snapshot(folder)

    with read_only(folder), pytest.raises(KluisError, match="mag klachtdesk niet schrijven"):
        reopen(folder)

    assert snapshot(folder) == before


def test_a_read_only_database_is_said_to_be_so(
    folder: Path,
    tmp_path: Path,
    reopen: Reopen,
    snapshot: Snapshot,
    read_only: Callable[[Path], AbstractContextManager[None]],
) -> None:
    (folder / "klachten.db").chmod(0o400)
    (tmp_path / "other").mkdir()
    before = snapshot(folder)

    # The right to write where it is not allowed is given up; the folder that is protected is another one.
    with read_only(tmp_path / "other"), pytest.raises(KluisError, match="mag klachtdesk niet schrijven"):
        reopen(folder)

    assert snapshot(folder) == before


def test_after_closing_the_key_is_gone(kluis: OpenKluis) -> None:
    kluis.close()

    with pytest.raises(KluisError, match="vergrendeld"), kluis.reading():
        pass
    with pytest.raises(KluisError, match="vergrendeld"), kluis.writing():
        pass
    # Nor can whoever kept the engine open the file again.
    with pytest.raises(KluisError, match="vergrendeld"):
        kluis.engine.connect()


def test_closing_leaves_one_file_and_may_be_done_twice(kluis: OpenKluis) -> None:
    with kluis.writing() as session:
        session.add(Persoon(naam="Ayşe"))
    assert (kluis.folder / "klachten.db-wal").exists()

    kluis.close()
    kluis.close()

    assert {path.name for path in kluis.folder.iterdir()} == {"klachten.db", "sleutels.json", "kluis.lock"}


def test_a_kluis_may_be_closed_by_another_thread(kluis: OpenKluis, reopen: Reopen) -> None:
    other = threading.Thread(target=kluis.close)
    other.start()
    other.join()

    reopen(kluis.folder).close()


def test_a_transaction_is_kept_whole_or_not_at_all(kluis: OpenKluis) -> None:
    with pytest.raises(IntegrityError), kluis.writing() as session:
        session.add_all([Persoon(naam="half"), Klachtonderdeel(dossier_id=7, rij=1)])  # there is no dossier 7

    with kluis.reading() as session:
        assert session.scalar(select(func.count()).select_from(Persoon)) == 0


def test_who_only_reads_can_not_write(kluis: OpenKluis) -> None:
    with pytest.raises(Exception, match="readonly"), kluis.reading() as session:
        session.execute(text("DELETE FROM persoon"))

    # And the connection, back in the pool, writes again for who may.
    with kluis.writing() as session:
        session.add(Persoon(naam="Ayşe"))


def test_reading_holds_up_nobody_and_sees_one_moment(kluis: OpenKluis) -> None:
    count = select(func.count()).select_from(Persoon)
    with kluis.reading() as session:
        assert session.scalar(count) == 0
        with kluis.writing() as other:
            other.add(Persoon(naam="Ayşe"))
        assert session.scalar(count) == 0

    with kluis.reading() as session:
        assert session.scalar(count) == 1


def test_who_writes_what_it_read_is_never_overtaken(kluis: OpenKluis) -> None:
    with kluis.writing() as session:
        session.add(Kantoor(naam="0"))

    def count() -> None:
        for _ in range(20):
            with kluis.writing() as session:
                kantoor = session.scalars(select(Kantoor)).one()
                kantoor.naam = str(int(kantoor.naam) + 1)

    with ThreadPoolExecutor(2) as pool:
        for counting in [pool.submit(count) for _ in range(2)]:
            counting.result()

    with kluis.reading() as session:
        assert session.scalars(select(Kantoor.naam)).all() == ["40"]


def test_a_connection_is_set_up_to_lose_and_leak_nothing(kluis: OpenKluis) -> None:
    expected = {
        "foreign_keys": 1,
        "secure_delete": 1,
        "journal_mode": "wal",
        "synchronous": 2,  # FULL
        "temp_store": 2,  # MEMORY
        "mmap_size": 0,
    }
    with kluis.reading() as session:
        assert {name: session.scalar(text(f"PRAGMA {name}")) for name in expected} == expected


def test_a_full_disk_is_said_to_be_so(kluis: OpenKluis) -> None:
    # SQLite keeps to the number of pages it has now, as on a disk that takes no more.
    connection = kluis.engine.raw_connection()
    connection.cursor().execute("PRAGMA max_page_count = 1").fetchall()
    connection.close()

    with pytest.raises(KluisError, match="schijf is vol"), kluis.writing() as session:
        session.add(Persoon(naam="x" * 1_000_000))


def test_what_users_type_is_in_no_error(kluis: OpenKluis) -> None:
    with pytest.raises(IntegrityError) as refused, kluis.writing() as session:
        session.add_all(Gebruiker(sleutel="1", naam="Jan Geheim", rol="beheerder") for _ in range(2))

    assert "Jan Geheim" not in f"{refused.value!s}{refused.value!r}"
