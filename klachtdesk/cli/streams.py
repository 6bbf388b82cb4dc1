"""The standard streams of a command: bytes in, UTF-8 out whatever the console's own encoding, messages in Dutch.

A stream can be closed, full or no file at all; that never becomes a traceback.
"""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from klachtdesk.errors import DeskError, InvalidInput

if TYPE_CHECKING:
    from typing import TextIO

CLOSED_PIPE = 141
"""What a shell reports for a program that a closed pipe ended: 128 and the number of SIGPIPE."""

INTERRUPTED = 130
"""What a shell reports for a program that Ctrl+C ended: 128 and the number of SIGINT."""

_HINT = "Controleer waar de uitkomst heen moet, en of daar nog ruimte is."


def read_input() -> bytes:
    """Return all of standard input; raises InvalidInput when it is closed or can't be read."""
    hint = "Geef een bestand: klachtdesk termijnen … < gebeurtenissen.json"
    if sys.stdin is None:  # so Python says that the program was started without one
        raise InvalidInput("Er is geen standaardinvoer.", hint)
    try:
        return sys.stdin.buffer.read()
    except OSError as error:
        raise InvalidInput("De standaardinvoer kan niet worden gelezen.", hint) from error


def write_output(text: str) -> None:
    """Write to standard output, all of it or with an error.

    Raises BrokenPipeError when the reader has closed the pipe, DeskError when it can't be written.
    """
    if sys.stdout is None:
        raise DeskError("De uitkomst kan niet worden geschreven: er is geen standaarduitvoer.", _HINT)
    try:
        sys.stdout.flush()
        sys.stdout.buffer.write(text.encode("utf-8"))
        sys.stdout.buffer.flush()
    except BrokenPipeError:
        _abandon(sys.stdout)
        raise
    except OSError as error:
        _abandon(sys.stdout)
        raise DeskError("De uitkomst kan niet worden geschreven.", _HINT) from error


def write_message(text: str) -> None:
    """Write to standard error as far as that is possible: the exit code says it too."""
    if sys.stderr is None:
        return
    try:
        sys.stderr.write(text)
        sys.stderr.flush()
    except OSError:
        _abandon(sys.stderr)


def _abandon(stream: TextIO) -> None:
    """Let what is left in the buffer go nowhere: Python writes it once more when it ends, and would fail there."""
    with Path(os.devnull).open("wb") as nowhere:
        os.dup2(nowhere.fileno(), stream.fileno())


def printable(text: str) -> str:
    r"""Return text that is safe on a terminal and on one line: what would steer either is shown as \u001b."""
    return "".join(character if character.isprintable() else f"\\u{ord(character):04x}" for character in text)
