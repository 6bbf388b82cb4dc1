"""One program at a time: the lock on the folder, and who holds it.

The lock is the operating system's, so it falls away with the program that held it, however that ended. Who
holds it stands in a file beside it, which says nothing once the lock is free.
"""

import getpass
import json
import platform
from contextlib import suppress
from datetime import datetime
from pathlib import Path

from filelock import FileLock, Timeout

from klachtdesk.errors import KluisInUse
from klachtdesk.kluis.failures import explain_os_error
from klachtdesk.kluis.folder import HOLDER_NAME, LOCK_NAME, write_atomically

_LONGEST_HOLDER = 4096  # bytes


class FolderLock:
    """Holds a folder for this program until it is released."""

    def __init__(self, folder: Path, nu: datetime) -> None:
        """Take the lock. Raises KluisInUse when another program has it, KluisError when it can't be taken."""
        self._holder = folder / HOLDER_NAME
        # Not tied to a thread: a kluis may be closed by another thread than the one that opened it.
        self._lock = FileLock(
            folder / LOCK_NAME, timeout=0, thread_local=False, fallback_to_soft=False, preserve_lock_file=True
        )
        try:
            self._lock.acquire()
        except Timeout:
            raise _in_use(self._holder) from None
        except OSError as error:
            raise explain_os_error(error) from error
        try:
            write_atomically(self._holder, _holder_text(nu))
        except OSError as error:
            self._lock.release()
            raise explain_os_error(error) from error

    def release(self) -> None:
        """Give the folder free."""
        if self._lock.is_locked:
            # A file that can't be removed does no harm: only the lock counts.
            with suppress(OSError):
                self._holder.unlink(missing_ok=True)
            self._lock.release()


def _holder_text(nu: datetime) -> bytes:
    try:
        user = getpass.getuser()
    except (OSError, KeyError, ImportError):  # no such user in the system's list, as in a container
        user = ""
    return json.dumps({"user": user, "computer": platform.node(), "since": nu.isoformat()}).encode("ascii")


def _in_use(holder: Path) -> KluisInUse:
    hint = "Sluit klachtdesk daar, of wacht tot de kluis vrij is."
    try:
        with holder.open("rb") as file:
            fields = json.loads(file.read(_LONGEST_HOLDER))
        user, computer = str(fields["user"]), str(fields["computer"])
        since = datetime.fromisoformat(fields["since"])
    except (OSError, ValueError, TypeError, KeyError):
        return KluisInUse("Een ander programma heeft deze kluis open.", hint)
    who = f"door {user} " if user else ""
    where = f"op {computer} " if computer else ""
    return KluisInUse(
        f"Deze kluis is {who}{where}geopend, sinds {since:%d-%m-%Y} om {since:%H:%M} uur.", hint
    )
