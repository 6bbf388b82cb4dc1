"""Opening a kluis: what is wrong is found out before anything is written to it."""

import sqlite3
from contextlib import ExitStack
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Final

from klachtdesk.errors import DamagedKluis, NotAKluis, WrongPassword
from klachtdesk.kluis.database import (
    DatabaseKey,
    DriverError,
    check_shape,
    connect,
    create_kluis_engine,
    execute_pragma,
    has_wal,
    read_header,
)
from klachtdesk.kluis.failures import (
    NOT_A_DATABASE,
    RESTORE_HINT,
    explain_database_error,
    explain_os_error,
    sqlite_code,
)
from klachtdesk.kluis.folder import DATABASE_NAME, KEY_FILE_NAME, check_location
from klachtdesk.kluis.keyfile import KeyFile, Slot, read_key_file
from klachtdesk.kluis.lock import FolderLock
from klachtdesk.kluis.opened import OpenKluis, explained_errors
from klachtdesk.kluis.schema import REVISIONS, check_revision, migrate, read_revision
from klachtdesk.kluis.slots import check_slots, open_slot
from klachtdesk.kluis.wachtwoorden import password_bytes

_CHECKED_ON_OPENING: Final = 32 * 2**20
"""Bytes up to which a file is checked page by page each time it opens (about 2 ms for each MB)."""

_OTHER_KLUIS: Final = "sleutels.json hoort bij een andere kluis dan klachten.db."


def open_kluis(folder: Path, password: str, *, nu: datetime) -> OpenKluis:
    """Open the kluis in a folder, and bring its tables up to date.

    Raises NotAKluis, WrongPassword, KluisInUse, DamagedKluis, or KluisError for anything else in the way.
    After any of these the files of the kluis are as they were.
    """
    folder = folder.absolute()
    check_location(folder)
    _check_is_kluis(folder)
    with ExitStack() as undo:
        lock = FolderLock(folder, nu)
        undo.callback(lock.release)
        try:
            found = _unlock(folder, password)
        except OSError as error:
            raise explain_os_error(error) from error
        undo.callback(found.key.wipe)
        engine = create_kluis_engine(folder / DATABASE_NAME, found.key)
        undo.callback(engine.dispose)
        with explained_errors():
            if found.revision != REVISIONS[-1]:
                migrate(engine)
            engine.connect().close()
        undo.pop_all()
    return OpenKluis(
        folder,
        engine,
        found.key,
        lock,
        kluis_id=found.kluis_id.hex(),
        gebruiker_id=found.slot.gebruiker_id.hex(),
    )


@dataclass(frozen=True, slots=True)
class _Found:
    kluis_id: bytes
    slot: Slot
    key: DatabaseKey
    revision: str


def _check_is_kluis(folder: Path) -> None:
    try:
        database, key_file = ((folder / name).is_file() for name in (DATABASE_NAME, KEY_FILE_NAME))
    except OSError as error:
        raise explain_os_error(error) from error
    if not database and not key_file:
        raise NotAKluis(
            "In deze map staat geen kluis.",
            "Kies de map waarin klachten.db en sleutels.json staan, of maak een nieuwe kluis.",
        )
    if not database or not key_file:
        missing = KEY_FILE_NAME if database else DATABASE_NAME
        raise DamagedKluis(f"In deze map ontbreekt {missing}.", RESTORE_HINT)


def _unlock(folder: Path, password: str) -> _Found:
    database = folder / DATABASE_NAME
    key_file = read_key_file(folder)
    check_shape(database)
    database.open("r+b").close()  # SQLite would open a file that can't be written without a word
    belongs = read_header(database) == key_file.kluis_id
    slot, keys = _open_slots(key_file, password_bytes(password))
    if slot is None:
        if not belongs:
            raise DamagedKluis(_OTHER_KLUIS, RESTORE_HINT)
        raise WrongPassword(
            "Dit wachtwoord past niet op deze kluis.", "Let op hoofdletters en probeer het opnieuw."
        )
    # Two, when a change of the key was broken off: either may be the one.
    for number, raw_key in keys.items():
        key = DatabaseKey(raw_key, key_file.kluis_id)
        revision = _probe(database, key, whole=belongs)
        if revision is not None:
            check_slots(key_file, number, raw_key)
            check_revision(revision)
            return _Found(key_file.kluis_id, slot, key, revision)
        key.wipe()
    if not belongs:
        raise DamagedKluis(_OTHER_KLUIS, RESTORE_HINT)
    raise DamagedKluis(
        "Het begin van klachten.db is beschadigd, of sleutels.json komt uit een oudere reservekopie.",
        RESTORE_HINT,
    )


def _open_slots(key_file: KeyFile, secret: bytes) -> tuple[Slot | None, dict[int, bytes]]:
    for slot in key_file.slots:
        keys = open_slot(slot, secret, key_file.kluis_id)
        if keys is not None:
            return slot, keys
    return None, {}


def _probe(database: Path, key: DatabaseKey, *, whole: bool) -> str | None:
    """Return the version of the tables without changing a byte; None when this is not the key of the file.

    After a crash the newest changes stand in the WAL. Only a connection that can't write leaves that alone:
    any other, even with a wrong key, brings it into the file on closing.
    """
    pending = has_wal(database)
    index = database.with_name(f"{database.name}-shm")
    index_was_there = index.exists()
    connection = connect(database, key, "mode=ro" if pending else "immutable=1")
    try:
        revision = read_revision(connection)
        if not whole:
            raise DamagedKluis("De eerste letters van klachten.db zijn beschadigd.", RESTORE_HINT)
        if not pending and database.stat().st_size <= _CHECKED_ON_OPENING:
            _check_pages(connection)
    except DriverError as error:
        if sqlite_code(error) == NOT_A_DATABASE:
            return None
        raise explain_database_error(error) or error from error
    finally:
        connection.close()
        if pending and not index_was_there:
            index.unlink(missing_ok=True)
    return revision


def _check_pages(connection: sqlite3.Connection) -> None:
    faults = execute_pragma(connection, "cipher_integrity_check")
    if faults:
        raise DamagedKluis(
            f"In klachten.db zijn {len(faults)} bladzijden beschadigd."
            if len(faults) > 1
            else "In klachten.db is een bladzijde beschadigd.",
            RESTORE_HINT,
        )
