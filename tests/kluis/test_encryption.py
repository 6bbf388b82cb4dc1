"""That the file is really encrypted, as SQLCipher does it, and stays whole when the power goes."""

import subprocess
import sys
from collections.abc import Callable
from datetime import datetime
from pathlib import Path

import apsw
import pytest
from sqlalchemy import func, select, text

from klachtdesk.errors import DamagedKluis, WrongPassword
from klachtdesk.kluis import KdfParameters, OpenKluis, open_kluis
from klachtdesk.kluis.keyfile import KEY_BYTES, read_key_file, write_key_file
from klachtdesk.kluis.slots import new_slot, open_slot, sign_slots
from klachtdesk.models import Gebruiker, Persoon

Reopen = Callable[[Path], OpenKluis]

SQLITE_HEADER = b"SQLite format 3\0"


@pytest.fixture
def raw_key(password: str) -> Callable[[Path], bytes]:
    """The key of the database, got out of the key file with the password."""

    def read(folder: Path) -> bytes:
        key_file = read_key_file(folder)
        keys = open_slot(key_file.slots[0], password.encode(), key_file.kluis_id)
        assert keys is not None
        return keys[1]

    return read


def _read_elsewhere(folder: Path, key: bytes, kluis_id: str) -> list[tuple[str]]:
    """Read the names with another implementation of SQLCipher's format."""
    database = apsw.Connection(str(folder / "klachten.db"), flags=apsw.SQLITE_OPEN_READONLY)
    try:
        database.pragma("cipher", "sqlcipher")
        database.pragma("legacy", 4)
        database.execute(f"PRAGMA key = \"x'{key.hex()}{kluis_id}'\"")
        return list(database.execute("SELECT naam FROM persoon"))
    finally:
        database.close()


def test_another_program_reads_it_with_the_key_and_only_then(
    kluis: OpenKluis, raw_key: Callable[[Path], bytes]
) -> None:
    with kluis.writing() as session:
        session.add(Persoon(naam="Ayşe Öztürk"))
    kluis.close()
    key = raw_key(kluis.folder)

    assert _read_elsewhere(kluis.folder, key, kluis.kluis_id) == [("Ayşe Öztürk",)]
    wrong = bytes([key[0] ^ 1]) + key[1:]
    with pytest.raises(apsw.NotADBError):
        _read_elsewhere(kluis.folder, wrong, kluis.kluis_id)


def test_the_file_begins_with_the_id_of_the_kluis_and_keeps_doing_so(kluis: OpenKluis) -> None:
    database = kluis.folder / "klachten.db"
    assert database.read_bytes()[:16].hex() == kluis.kluis_id

    with kluis.writing() as session:
        session.add_all(Persoon(naam=f"{number}" * 1000) for number in range(100))
    connection = kluis.engine.raw_connection()
    connection.cursor().execute("VACUUM")
    connection.close()
    kluis.close()

    assert database.read_bytes()[:16].hex() == kluis.kluis_id != SQLITE_HEADER.hex()


def test_nothing_of_what_was_typed_is_readable_in_any_file(
    kluis: OpenKluis, password: str, raw_key: Callable[[Path], bytes]
) -> None:
    planted = ["Schoenmakersstraat", "Zwaardvechter", "Kwartelslag", password]
    with kluis.writing() as session:
        session.add(Persoon(naam="Zwaardvechter", adres="Schoenmakersstraat " * 500))
        session.add(Gebruiker(sleutel=kluis.gebruiker_id, naam="Kwartelslag", rol="beheerder"))
        session.execute(
            text("INSERT INTO zoekindex (nummer, namen, tekst) VALUES ('1', 'Zwaardvechter', '')")
        )
    secrets = [word.encode(coding) for word in planted for coding in ("utf-8", "utf-16-le")]
    key = raw_key(kluis.folder)
    secrets += [key, key.hex().encode(), key.hex().upper().encode()]

    def readable() -> list[tuple[str, bytes]]:
        files = {path.name: path.read_bytes().lower() for path in kluis.folder.iterdir()}
        assert {"klachten.db", "sleutels.json", "kluis.lock"} <= files.keys()
        return [
            (name, each) for name, content in files.items() for each in secrets if each.lower() in content
        ]

    # While it is open (with a WAL beside it), and closed.
    assert (kluis.folder / "klachten.db-wal").stat().st_size > 0
    assert readable() == []
    kluis.close()
    assert readable() == []


def test_equal_texts_are_not_equal_in_the_file(kluis: OpenKluis) -> None:
    with kluis.writing() as session:
        session.add(Persoon(naam="x" * 100_000))
    kluis.close()

    content = (kluis.folder / "klachten.db").read_bytes()
    blocks = [content[place : place + 16] for place in range(0, len(content), 16)]
    assert len(set(blocks)) == len(blocks)


def test_the_key_shows_itself_nowhere(kluis: OpenKluis, raw_key: Callable[[Path], bytes]) -> None:
    key = raw_key(kluis.folder).hex()
    shown = [
        repr(kluis),
        str(kluis),
        repr(kluis.engine),
        repr(vars(kluis)),
        repr(read_key_file(kluis.folder)),
    ]

    assert not [text for text in shown if key in text or key.upper() in text]
    assert len(key) == 2 * KEY_BYTES


_WRITE = """
import sys
from datetime import UTC, datetime
from pathlib import Path
from klachtdesk.kluis import open_kluis
from klachtdesk.models import Persoon

kluis = open_kluis(Path(sys.argv[1]), "vier losse woorden samen", nu=datetime(2026, 11, 20, tzinfo=UTC))
for number in range(5):
    with kluis.writing() as session:
        session.add_all([Persoon(naam=f"kept {number}", adres="x" * 10_000), Persoon(naam="kept")])
with kluis.writing() as session:
    session.add_all(Persoon(naam="half", adres="x" * 10_000) for _ in range(1000))
    session.flush()
    print("bezig", flush=True)
    sys.stdin.readline()
"""


@pytest.fixture
def killed(folder: Path) -> Path:
    """The folder of a kluis whose program was killed in the middle of a large transaction."""
    with subprocess.Popen(
        [sys.executable, "-c", _WRITE, str(folder)], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    ) as writer:
        assert writer.stdout is not None
        assert writer.stdout.readline() == "bezig\n"
        writer.kill()
    assert (folder / "klachten.db-wal").stat().st_size > 0
    return folder


def test_after_a_power_cut_all_that_was_kept_is_there_and_nothing_else(killed: Path, reopen: Reopen) -> None:
    with reopen(killed) as kluis, kluis.reading() as session:
        count = select(func.count()).select_from(Persoon)
        assert session.scalar(count.where(Persoon.naam.startswith("kept"))) == 10
        assert session.scalar(count) == 10
    assert {path.name for path in killed.iterdir()} == {"klachten.db", "sleutels.json", "kluis.lock"}


@pytest.mark.parametrize("index_is_there", [True, False])
def test_after_a_power_cut_who_can_not_open_it_leaves_the_changes_waiting(
    killed: Path,
    password: str,
    nu: datetime,
    cheap: KdfParameters,
    reopen: Reopen,
    snapshot: Callable,
    *,
    index_is_there: bool,
) -> None:
    # SQLite brings the WAL into the file when its last connection closes, also one with a wrong key.
    if not index_is_there:
        (killed / "klachten.db-shm").unlink()
    right = (killed / "sleutels.json").read_bytes()
    kluis_id = read_key_file(killed).kluis_id
    wrong = new_slot(
        password.encode(),
        kluis_id=kluis_id,
        gebruiker_id=bytes(16),
        kind="wachtwoord",
        kdf=cheap,
        database_keys={1: bytes(32)},
    )
    before = snapshot(killed)

    with pytest.raises(WrongPassword):
        open_kluis(killed, "een ander wachtwoord", nu=nu)
    write_key_file(killed, sign_slots(kluis_id, (wrong,), {1: bytes(32)}))
    with pytest.raises(DamagedKluis, match="oudere reservekopie"):
        reopen(killed)

    after = snapshot(killed)
    assert {name: after[name] for name in ("klachten.db", "klachten.db-wal")} == {
        name: before[name] for name in ("klachten.db", "klachten.db-wal")
    }
    assert ("klachten.db-shm" in after) is index_is_there
    (killed / "sleutels.json").write_bytes(right)
    with reopen(killed) as kluis, kluis.reading() as session:
        assert session.scalar(select(func.count()).select_from(Persoon)) == 10
