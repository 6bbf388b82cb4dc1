"""Opens the kind of file in which Outlook and the old Office keep things: a small file system in one file."""

import struct
from io import BytesIO

from olefile import OleFileIO

MAGIC = bytes.fromhex("d0cf11e0a1b11ae1")

FAULTS = (
    OSError,
    ValueError,
    LookupError,
    TypeError,
    AttributeError,
    ArithmeticError,
    AssertionError,
    RuntimeError,
    struct.error,
)
"""What olefile is known to raise over a damaged file, and what a damaged file makes Python raise."""


_SHIFTS = struct.Struct("<24xHHHHH")
_SIZES = struct.Struct("<I8xI4xI4xI")
_SECTORS, _MINI_SECTOR, _CUTOFF = {9: 512, 12: 4096}, 6, 4096
_SPARE = 109
"""Sectors of the table of sectors that may be there for later."""


def open_ole(inhoud: bytes) -> OleFileIO:
    """Open it from memory. Raises one of FAULTS for what is no such file, or is damaged.

    olefile believes the sizes that a file tells of itself and follows chains that bite their own tail as far as those
    go: no size may be more than the file has room for.
    """
    if not inhoud.startswith(MAGIC):
        raise ValueError("no compound file")
    _check_header(inhoud)
    opened = OleFileIO(BytesIO(inhoud))
    if any(entry is not None and entry.size > len(inhoud) for entry in opened.direntries):
        raise ValueError("a part is larger than the file")
    return opened


def _check_header(inhoud: bytes) -> None:
    *_version, shift, mini_shift = _SHIFTS.unpack_from(inhoud)
    fats, cutoff, mini_fats, difats = _SIZES.unpack_from(inhoud, 44)
    room = len(inhoud) // _SECTORS.get(shift, 1)
    most_fats = 2 * room // 128 + _SPARE
    if shift not in _SECTORS or (mini_shift, cutoff) != (_MINI_SECTOR, _CUTOFF):
        raise ValueError("sectors of another size")
    if fats > most_fats or mini_fats > room or difats > room:
        raise ValueError("tables larger than the file")


def root_names(inhoud: bytes) -> frozenset[str]:
    """Return what is called how in the root of such a file; empty for one that is damaged."""
    try:
        with open_ole(inhoud) as opened:
            return frozenset(path[0] for path in opened.listdir(streams=True, storages=True))
    except FAULTS:
        return frozenset()
