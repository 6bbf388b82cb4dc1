"""The folder of a kluis: what its files are called, where it may stand, and how files come into it safely."""

import os
import sys
from pathlib import Path

from klachtdesk.errors import KluisError
from klachtdesk.kluis.failures import explain_os_error

DATABASE_NAME = "klachten.db"
KEY_FILE_NAME = "sleutels.json"
LOCK_NAME = "kluis.lock"
HOLDER_NAME = "kluis.lock.json"
STAGE_PREFIX = ".in-aanbouw-"

PAGE_SIZE = 4096
"""Bytes in a page of the encrypted file: SQLCipher 4's own choice."""

# What a kluis adds to the path of its folder while it is made (stage, name, "-journal") is under 45
# characters. SQLite takes 512 bytes at most, Windows 260 characters.
_LONGEST_FOLDER = 210 if sys.platform == "win32" else 440

_DRIVE_REMOTE = 4  # what Windows' GetDriveTypeW answers for a network drive
_NETWORK_FILESYSTEMS = frozenset(
    {
        "9p",
        "afs",
        "ceph",
        "cifs",
        "davfs",
        "fuse.davfs",
        "fuse.rclone",
        "fuse.sshfs",
        "ncpfs",
        "nfs",
        "nfs4",
        "smb3",
        "smbfs",
    }
)


def is_kluis(folder: Path) -> bool:
    """Tell whether the folder has the two files of a kluis; neither is opened."""
    try:
        return all((folder / name).is_file() for name in (DATABASE_NAME, KEY_FILE_NAME))
    except OSError:  # a folder that may not even be looked into
        return False


def check_location(folder: Path) -> None:
    """Refuse a place where a kluis can't safely stand: a file, too long a path, a network drive."""
    try:
        if folder.exists() and not folder.is_dir():
            raise KluisError("Dit is een bestand, geen map.", "Kies een map.")
    except OSError as error:
        raise explain_os_error(error) from error
    if len(os.fsencode(folder)) > _LONGEST_FOLDER:
        raise KluisError(
            "De naam van de map is met alle mappen erboven te lang.", "Kies een map met een korter pad."
        )
    if is_network_location(folder):
        raise KluisError(
            "Deze map staat op een netwerkschijf. Daar is de kluis niet veilig tegen gelijktijdig gebruik.",
            "Kies een map op deze computer.",
        )


def is_network_location(folder: Path) -> bool:
    """Tell whether an absolute path leads to another computer: WAL and file locks can't be trusted there."""
    text = str(folder)
    if text.startswith(("\\\\?\\UNC\\", "//")) or (
        text.startswith("\\\\") and not text.startswith("\\\\?\\")
    ):
        return True
    if sys.platform == "win32":
        import ctypes

        drive = folder.drive.removeprefix("\\\\?\\")
        return bool(ctypes.windll.kernel32.GetDriveTypeW(f"{drive}\\") == _DRIVE_REMOTE)
    try:
        mounts = Path("/proc/self/mounts").read_text(encoding="utf-8", errors="replace")
    except OSError:
        return False  # a system without this list, such as macOS
    return is_network_mount(mounts, folder)


def is_network_mount(mounts: str, folder: Path) -> bool:
    """Tell from the text of /proc/mounts whether this absolute path lies on a file system of a network."""
    kind, deepest = "", -1
    for line in mounts.splitlines():
        _, point, filesystem, *_ = line.split(" ")
        mount = Path(point.replace("\\040", " "))
        # The last of equal mounts counts: it lies on top.
        if folder.is_relative_to(mount) and len(mount.parts) >= deepest:
            kind, deepest = filesystem, len(mount.parts)
    return kind in _NETWORK_FILESYSTEMS


def write_atomically(path: Path, content: bytes) -> None:
    """Replace or make a file so that after a crash at any moment the old or the new one is there, whole."""
    temporary = path.with_name(f".{path.name}.nieuw")
    try:
        descriptor = os.open(temporary, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
        with os.fdopen(descriptor, "wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        temporary.replace(path)
    except BaseException:
        temporary.unlink(missing_ok=True)
        raise
    sync_folder(path.parent)


def sync_folder(folder: Path) -> None:
    """Make new names in the folder outlive a power cut. Windows does that itself and can't open a folder."""
    if sys.platform == "win32":
        return
    descriptor = os.open(folder, os.O_RDONLY | os.O_DIRECTORY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
