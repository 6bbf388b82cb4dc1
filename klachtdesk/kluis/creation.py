"""Making a new kluis: built aside, and there only when all of it is there."""

import secrets
import shutil
from collections.abc import Callable
from contextlib import ExitStack, suppress
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from typing import Final

from sqlalchemy.orm import Session

from klachtdesk.errors import KluisError
from klachtdesk.kluis.database import DatabaseKey, create_kluis_engine, read_header
from klachtdesk.kluis.failures import explain_os_error
from klachtdesk.kluis.folder import (
    DATABASE_NAME,
    HOLDER_NAME,
    KEY_FILE_NAME,
    LOCK_NAME,
    STAGE_PREFIX,
    check_location,
    sync_folder,
)
from klachtdesk.kluis.keyfile import ID_BYTES, KEY_BYTES, KdfParameters, KeyFile, write_key_file
from klachtdesk.kluis.lock import FolderLock
from klachtdesk.kluis.opened import OpenKluis, explained_errors, writing_session
from klachtdesk.kluis.schema import migrate
from klachtdesk.kluis.slots import new_slot, sign_slots
from klachtdesk.kluis.wachtwoorden import check_new_password, password_bytes

Fill = Callable[[Session, str], None]

_FIRST_GENERATION: Final = 1


def create_kluis(
    folder: Path, password: str, *, nu: datetime, kdf: KdfParameters | None = None, fill: Fill | None = None
) -> OpenKluis:
    """Make a kluis in a new or empty folder, with one user, and open it.

    `fill` gets a session and the id of that user in the key file, and puts in what every kluis must have (the
    office, the user). Whatever it raises undoes the making. Raises InvalidInput for a weak password and
    KluisError when it can't be done here; then nothing is left behind.
    """
    check_new_password(password)
    folder = folder.absolute()
    check_location(folder)
    new = _NewKluis(
        kluis_id=secrets.token_bytes(ID_BYTES),
        gebruiker_id=secrets.token_bytes(ID_BYTES),
        raw_key=secrets.token_bytes(KEY_BYTES),
    )
    with ExitStack() as undo:
        try:
            lock = _claim(folder, nu, undo)
            stage = _make_stage(folder, undo)
            _build_database(stage / DATABASE_NAME, new, fill)
            write_key_file(stage, new.key_file(password, kdf or KdfParameters()))
            _complete(folder, stage, undo)
        except OSError as error:
            raise explain_os_error(error) from error
        key = new.database_key()
        engine = create_kluis_engine(folder / DATABASE_NAME, key)
        undo.callback(engine.dispose)
        with explained_errors():
            engine.connect().close()
        undo.pop_all()
    return OpenKluis(
        folder, engine, key, lock, kluis_id=new.kluis_id.hex(), gebruiker_id=new.gebruiker_id.hex()
    )


@dataclass(frozen=True, slots=True)
class _NewKluis:
    kluis_id: bytes
    gebruiker_id: bytes
    raw_key: bytes = field(repr=False)

    def database_key(self) -> DatabaseKey:
        return DatabaseKey(self.raw_key, self.kluis_id)

    def key_file(self, password: str, kdf: KdfParameters) -> KeyFile:
        keys = {_FIRST_GENERATION: self.raw_key}
        slot = new_slot(
            password_bytes(password),
            kluis_id=self.kluis_id,
            gebruiker_id=self.gebruiker_id,
            kind="wachtwoord",
            kdf=kdf,
            database_keys=keys,
        )
        return sign_slots(self.kluis_id, (slot,), keys)


def _claim(folder: Path, nu: datetime, undo: ExitStack) -> FolderLock:
    """Make the folder ours, and sure that there is nothing in it."""
    _make_folder(folder, undo)
    _check_empty(folder)
    # Not when the lock is another program's: then its files stay.
    lock = FolderLock(folder, nu)
    undo.callback(_remove, folder, LOCK_NAME)
    undo.callback(lock.release)
    # Again, now that no other program can come in between.
    _check_empty(folder)
    return lock


def _make_folder(folder: Path, undo: ExitStack) -> None:
    """Make the folder, and those above it: of the usual place, on a new computer, only the start is there."""
    missing = [each for each in (folder, *folder.parents) if not each.exists()]
    for each in reversed(missing):
        each.mkdir(mode=0o700)
        undo.callback(shutil.rmtree, each, ignore_errors=True)


def _make_stage(folder: Path, undo: ExitStack) -> Path:
    for left_by_crash in folder.glob(f"{STAGE_PREFIX}*"):
        shutil.rmtree(left_by_crash)
    stage = folder / f"{STAGE_PREFIX}{secrets.token_hex(4)}"
    stage.mkdir(mode=0o700)
    undo.callback(shutil.rmtree, stage, ignore_errors=True)
    return stage


def _complete(folder: Path, stage: Path, undo: ExitStack) -> None:
    """Move both files to their place: the key file last, with it the kluis is there."""
    undo.callback(_remove, folder, DATABASE_NAME, KEY_FILE_NAME)
    for name in (DATABASE_NAME, KEY_FILE_NAME):
        (stage / name).replace(folder / name)
    stage.rmdir()
    sync_folder(folder)


def _check_empty(folder: Path) -> None:
    names = {each.name for each in folder.iterdir() if not each.name.startswith(STAGE_PREFIX)}
    if names & {DATABASE_NAME, KEY_FILE_NAME}:
        raise KluisError(
            "In deze map staat al een kluis.", "Open die kluis, of kies een lege map voor een nieuwe."
        )
    if names - {LOCK_NAME, HOLDER_NAME}:
        raise KluisError(
            "Deze map is niet leeg.", "Kies een lege map, of geef een naam op voor een nieuwe map."
        )


def _build_database(path: Path, new: _NewKluis, fill: Fill | None) -> None:
    key = new.database_key()
    engine = create_kluis_engine(path, key, new=True)
    try:
        with explained_errors():
            migrate(engine)
            if fill is not None:
                with writing_session(engine) as session:
                    fill(session, new.gebruiker_id.hex())
    finally:
        engine.dispose()
        key.wipe()
    if read_header(path) != new.kluis_id:
        raise RuntimeError("the new file is not encrypted as it must be")
    path.chmod(0o600)


def _remove(folder: Path, *names: str) -> None:
    for name in names:
        with suppress(OSError):
            (folder / name).unlink(missing_ok=True)
