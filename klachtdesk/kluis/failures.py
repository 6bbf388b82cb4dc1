"""Says in Dutch what went wrong with a disk or a database, and what the user can do about it."""

import errno
from typing import Final

from klachtdesk.errors import DamagedKluis, KluisError, KluisInUse

# In a new folder: changes that still wait beside a damaged file would be brought into the copy.
RESTORE_HINT: Final = (
    "Zet de laatste reservekopie van deze kluis (klachten.db en sleutels.json samen) in een nieuwe map en open "
    "die. Bewaar de beschadigde map tot alles weer werkt."
)
"""What to do when a kluis is damaged."""

# SQLite's result codes, which never change (sqlite.org/rescode.html).
_BUSY: Final = 5
_LOCKED: Final = 6
READ_ONLY: Final = 8
_IOERR: Final = 10
_CORRUPT: Final = 11
_FULL: Final = 13
_CANTOPEN: Final = 14
NOT_A_DATABASE: Final = 26


def sqlite_code(error: BaseException | None) -> int:
    """Return SQLite's primary result code for an error of the driver; 0 if it has none."""
    return int(getattr(error, "sqlite_errorcode", 0) or 0) & 0xFF


def explain_database_error(error: BaseException | None) -> KluisError | None:
    """Return what the user has to know about a driver's error; None when it is a fault of the program."""
    code = sqlite_code(error)
    if code in {_CORRUPT, NOT_A_DATABASE}:
        return DamagedKluis(
            "Een deel van klachten.db is beschadigd en kan niet worden gelezen.", RESTORE_HINT
        )
    if code in {_BUSY, _LOCKED}:
        return KluisInUse(
            "Een ander programma houdt klachten.db bezet.",
            "Sluit programma's die in deze map werken, zoals een back-upprogramma, en probeer het opnieuw.",
        )
    if code == _FULL:
        return _disk_full()
    if code in {READ_ONLY, _CANTOPEN}:
        return _no_permission()
    if code == _IOERR:
        return KluisError(
            "De schijf gaf een fout bij het lezen of schrijven van klachten.db.",
            "Controleer of de schijf nog is aangesloten en probeer het opnieuw. Wat al bewaard was, blijft.",
        )
    return None


def explain_os_error(error: OSError) -> KluisError:
    """Return what the user has to know about an error of the file system."""
    if error.errno in {errno.EACCES, errno.EPERM, errno.EROFS}:
        return _no_permission()
    if error.errno in {errno.ENOSPC, errno.EDQUOT}:
        return _disk_full()
    if error.errno == errno.ENAMETOOLONG:
        return KluisError("De naam van de map is te lang.", "Kies een map met een kortere naam.")
    if error.errno in {errno.ENOENT, errno.ENOTDIR}:
        return KluisError("De map bestaat niet, of is niet meer bereikbaar.", "Kies een andere map.")
    return KluisError(
        f"De map kan niet worden gebruikt (systeemfout {error.errno}).",
        "Controleer of de schijf nog is aangesloten en probeer het opnieuw.",
    )


def _no_permission() -> KluisError:
    return KluisError(
        "In deze map mag klachtdesk niet schrijven.",
        "Controleer of de map alleen-lezen is, of vraag uw beheerder om schrijfrechten.",
    )


def _disk_full() -> KluisError:
    return KluisError(
        "De schijf is vol.", "Maak ruimte vrij en probeer het opnieuw. Wat al was opgeslagen, is bewaard."
    )
