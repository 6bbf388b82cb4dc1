"""Reads files that are dropped on the window, and no more of them than may come in at once."""

import stat
from collections.abc import Sequence
from pathlib import Path

from klachtdesk.errors import PostError
from klachtdesk.views.bijlagen import MAX_BESTAND, MAX_BESTANDEN, MAX_TOTAAL, Bestand, GelezenBestanden

_TOO_MUCH = "Er komt meer dan 100 MB tegelijk binnen. Voeg de bestanden in delen toe."
_TOO_MANY = f"Er komen meer dan {MAX_BESTANDEN} bestanden tegelijk binnen. Voeg ze in delen toe."


def read_bestanden(paths: Sequence[Path]) -> GelezenBestanden:
    """Read files whole, sizes first; what can't be read, or is too large, is told by name and left out."""
    bestanden: list[Bestand] = []
    fouten: list[str] = []
    left = MAX_TOTAAL
    for path in paths[:MAX_BESTANDEN]:
        try:
            inhoud = _read(path, left)
        except PostError as error:
            fouten.append(f"{path.name}: {error}")
            continue
        left -= len(inhoud)
        bestanden.append(Bestand(path.name, inhoud))
    if len(paths) > MAX_BESTANDEN:
        fouten.append(_TOO_MANY)
    return GelezenBestanden(tuple(bestanden), tuple(fouten))


def check_bestanden(files: Sequence[Bestand]) -> None:
    """Raise PostError for files that may not come in together."""
    if not files:
        raise PostError("Er is geen bestand om toe te voegen.", "Kies eerst een bestand.")
    if len(files) > MAX_BESTANDEN:
        raise PostError(_TOO_MANY)
    for file in files:
        _check_size(len(file.inhoud))
    if sum(len(file.inhoud) for file in files) > MAX_TOTAAL:
        raise PostError(_TOO_MUCH)


def _read(path: Path, left: int) -> bytes:
    """Return what is in a file. One byte more is asked for than it may have: a file can grow while it is read."""
    try:
        about = path.stat()
        if stat.S_ISDIR(about.st_mode):
            raise PostError("dit is een map.", "Voeg de bestanden die erin zitten zelf toe.")
        if not stat.S_ISREG(about.st_mode):
            raise PostError("dit is geen gewoon bestand.", "Bewaar het eerst op uw computer.")
        _check_size(about.st_size)
        _check_left(about.st_size, left)
        with path.open("rb") as file:
            inhoud = file.read(MAX_BESTAND + 1)
    except (OSError, ValueError) as error:
        raise PostError(
            "het bestand kan niet worden gelezen.", "Is het in een ander programma open, of verplaatst?"
        ) from error
    _check_size(len(inhoud))
    _check_left(len(inhoud), left)
    return inhoud


def _check_size(size: int) -> None:
    if size == 0:
        raise PostError("Het bestand is leeg.", "Bewaar het opnieuw in het programma waar het vandaan komt.")
    if size > MAX_BESTAND:
        raise PostError(
            "Het bestand is groter dan 25 MB.", "Maak het kleiner, of verdeel het over meer bestanden."
        )


def _check_left(size: int, left: int) -> None:
    if size > left:
        raise PostError(_TOO_MUCH)
