"""The encrypted file: connections to it, and the SQLAlchemy engine.

SQLCipher gets a raw key together with the salt. The salt is the id of the kluis and stands as the first 16
bytes of the file, so that a file and a key file that do not belong together are recognised at once.
"""

import sqlite3
from pathlib import Path
from typing import Any, Final, Literal, cast

from sqlalchemy import Connection, Engine, create_engine, event
from sqlcipher3 import dbapi2 as sqlcipher

from klachtdesk.errors import DamagedKluis, KluisError
from klachtdesk.kluis.failures import RESTORE_HINT
from klachtdesk.kluis.folder import PAGE_SIZE
from klachtdesk.kluis.keyfile import ID_BYTES, KEY_BYTES

PLAIN_HEADER: Final = b"SQLite format 3\x00"
WRITING: Final = "kluis_writing"
"""Execution option of a connection whose transactions may write."""

_BUSY_SECONDS: Final = 5.0
_KEY_HEX: Final = 2 * (KEY_BYTES + ID_BYTES)  # a shorter text would silently be taken for a passphrase

Mode = Literal["mode=rwc", "mode=rw", "mode=ro", "immutable=1"]

DriverError: Final[type[sqlite3.DatabaseError]] = sqlcipher.DatabaseError
"""What the driver raises when the file or the disk is not right."""


class DatabaseKey:
    """The key of the encrypted file with its salt. Shows itself to nobody, and is wiped on closing."""

    __slots__ = ("_octets",)

    def __init__(self, key: bytes, kluis_id: bytes) -> None:
        self._octets = bytearray(key + kluis_id)

    def __repr__(self) -> str:
        return "<DatabaseKey>"

    def __reduce__(self) -> str:
        raise TypeError("a key is never pickled")

    def unlock(self, connection: sqlite3.Connection) -> None:
        """Give the key to a new connection; raises KluisError once it was wiped."""
        text = self._octets.hex()
        if not text:
            raise closed_error()
        if len(text) != _KEY_HEX:
            raise ValueError("a key with its salt is 48 bytes")
        connection.execute(f"PRAGMA key=\"x'{text}'\"")

    def wipe(self) -> None:
        """Overwrite and forget the key."""
        self._octets[:] = bytes(len(self._octets))
        self._octets.clear()


def closed_error() -> KluisError:
    """Return the error of whoever uses a kluis that was closed."""
    return KluisError("De kluis is vergrendeld.", "Open de kluis opnieuw met uw wachtwoord.")


def connect(path: Path, key: DatabaseKey, mode: Mode) -> sqlite3.Connection:
    """Return a connection on which nothing was read yet; the key is the first thing it gets.

    `immutable=1` reads without a lock or any file beside the database; only `mode=rwc` makes a new file.
    """
    connection = cast(
        "sqlite3.Connection",
        sqlcipher.connect(
            f"{path.as_uri()}?{mode}",
            uri=True,
            timeout=_BUSY_SECONDS,
            isolation_level=None,
            check_same_thread=False,
        ),
    )
    try:
        connection.execute("PRAGMA cipher_log_level=NONE")
        key.unlock(connection)
        connection.execute("PRAGMA cipher_compatibility=4")
    except BaseException:
        connection.close()
        raise
    return connection


def create_kluis_engine(path: Path, key: DatabaseKey, *, new: bool = False) -> Engine:
    """Return the engine on the encrypted file. A connection only reads, unless it has the option WRITING."""

    def connect_with_settings() -> sqlite3.Connection:
        connection = connect(path, key, "mode=rwc" if new else "mode=rw")
        try:
            for setting in ("foreign_keys=ON", "secure_delete=ON", "temp_store=MEMORY", "mmap_size=0"):
                connection.execute(f"PRAGMA {setting}")
            connection.execute("PRAGMA journal_mode=WAL")
            connection.execute("PRAGMA synchronous=FULL")
        except BaseException:
            connection.close()
            raise
        return connection

    # hide_parameters: SQLAlchemy's errors and log would otherwise hold what users typed.
    engine = create_engine(
        "sqlite+pysqlite:///kluis", module=sqlcipher, creator=connect_with_settings, hide_parameters=True
    )
    event.listen(engine, "begin", _begin)
    return engine


def _begin(connection: Connection) -> None:
    # The driver is in autocommit mode, so that DDL too is part of the transaction that starts here. A reader
    # with BEGIN IMMEDIATE would lock out every other connection.
    writing = bool(connection.get_execution_options().get(WRITING))
    connection.exec_driver_sql(f"PRAGMA query_only={'OFF' if writing else 'ON'}")
    connection.exec_driver_sql("BEGIN IMMEDIATE" if writing else "BEGIN")


def read_header(path: Path) -> bytes:
    """Return the first 16 bytes of the file; raises OSError."""
    with path.open("rb") as file:
        return file.read(ID_BYTES)


def has_wal(path: Path) -> bool:
    """Tell whether changes wait beside the file, as after a crash: only together are they whole."""
    wal = path.with_name(f"{path.name}-wal")
    return wal.exists() and wal.stat().st_size > 0


def check_shape(path: Path) -> None:
    """Raise DamagedKluis for a file that no key can be right for. Raises OSError too."""
    size = path.stat().st_size
    if read_header(path) == PLAIN_HEADER:
        raise DamagedKluis("klachten.db is niet versleuteld en hoort dus niet bij deze kluis.", RESTORE_HINT)
    if size < PAGE_SIZE or (size % PAGE_SIZE and not has_wal(path)):
        raise DamagedKluis(
            "klachten.db is niet compleet: er ontbreekt een stuk van het bestand.", RESTORE_HINT
        )


def execute_pragma(connection: sqlite3.Connection, pragma: str) -> list[tuple[Any, ...]]:
    """Return all rows that a pragma answers."""
    return connection.execute(f"PRAGMA {pragma}").fetchall()
