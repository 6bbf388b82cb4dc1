"""An open kluis: its transactions, and closing it."""

from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from types import TracebackType
from typing import Self

from sqlalchemy import Engine
from sqlalchemy.exc import DBAPIError
from sqlalchemy.orm import Session

from klachtdesk.errors import DamagedKluis
from klachtdesk.kluis.database import WRITING, DatabaseKey, DriverError, closed_error
from klachtdesk.kluis.failures import READ_ONLY, explain_database_error, sqlite_code
from klachtdesk.kluis.lock import FolderLock


class OpenKluis:
    """The kluis of one user at work. Closing it locks it: the file is closed and the key is gone."""

    def __init__(
        self,
        folder: Path,
        engine: Engine,
        key: DatabaseKey,
        lock: FolderLock,
        *,
        kluis_id: str,
        gebruiker_id: str,
    ) -> None:
        self.folder = folder
        self.engine = engine
        self.kluis_id = kluis_id
        self.gebruiker_id = gebruiker_id
        self._key = key
        self._lock = lock
        self._closed = False

    def __repr__(self) -> str:
        return f"<OpenKluis {self.kluis_id[:8]}{' (gesloten)' if self._closed else ''}>"

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, traceback: TracebackType | None
    ) -> None:
        self.close()

    @contextmanager
    def reading(self) -> Iterator[Session]:
        """Open a transaction that sees one moment of the file and can't change it."""
        with (
            self._errors_explained(only_reads=True),
            Session(self.engine, expire_on_commit=False) as session,
        ):
            yield session
            _check_read_whole(session)

    @contextmanager
    def writing(self) -> Iterator[Session]:
        """Open the only transaction that may write: all is kept at the end, or nothing after an exception."""
        with self._errors_explained(), writing_session(self.engine) as session:
            yield session
            _check_read_whole(session)

    def close(self) -> None:
        """Bring all changes into the one file, close it, drop the key and give the folder free."""
        if self._closed:
            return
        self._closed = True
        try:
            # What can't be brought in now (a full disk) stays safe in the file beside it, for the next time.
            with suppress(DBAPIError, DriverError):
                connection = self.engine.raw_connection()
                try:
                    connection.cursor().execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchall()
                finally:
                    connection.close()
        finally:
            self.engine.dispose()
            self._key.wipe()
            self._lock.release()

    @contextmanager
    def _errors_explained(self, *, only_reads: bool = False) -> Iterator[None]:
        if self._closed:
            raise closed_error()
        try:
            with explained_errors(only_reads=only_reads):
                yield
        except DamagedKluis:
            # A connection that met a damaged page gives nothing any more; a new one gives all that is whole.
            self.engine.dispose()
            raise


@contextmanager
def writing_session(engine: Engine) -> Iterator[Session]:
    """Open a session whose one transaction may write; committed at the end."""
    with (
        Session(engine.execution_options(**{WRITING: True}), expire_on_commit=False) as session,
        session.begin(),
    ):
        yield session


def _check_read_whole(session: Session) -> None:
    """Raise the driver's error when a damaged page was read in this transaction.

    SQLCipher 4.19 gives zeros for a damaged page inside a long text, and no error until the next page is asked
    for: here one is. Without this a text with a hole in it would be taken for whole, and saved again.
    """
    if session.in_transaction():
        session.connection().exec_driver_sql("SELECT version_num FROM alembic_version").all()


@contextmanager
def explained_errors(*, only_reads: bool = False) -> Iterator[None]:
    """Turn errors of the file or the disk into a KluisError; faults of the program pass through.

    To write in a transaction that `only_reads` is such a fault.
    """
    try:
        yield
    except (DBAPIError, DriverError) as error:
        cause = error.orig if isinstance(error, DBAPIError) else error
        explained = explain_database_error(cause)
        if explained is None or (only_reads and sqlite_code(cause) == READ_ONLY):
            raise
        raise explained from error
