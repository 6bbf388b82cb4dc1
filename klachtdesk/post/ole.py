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


def open_ole(inhoud: bytes) -> OleFileIO:
    """Open it from memory. Raises one of FAULTS for what is no such file, or is damaged."""
    if not inhoud.startswith(MAGIC):
        raise ValueError("no compound file")
    return OleFileIO(BytesIO(inhoud))


def root_names(inhoud: bytes) -> frozenset[str]:
    """Return what is called how in the root of such a file; empty for one that is damaged."""
    try:
        with open_ole(inhoud) as opened:
            return frozenset(path[0] for path in opened.listdir(streams=True, storages=True))
    except FAULTS:
        return frozenset()
