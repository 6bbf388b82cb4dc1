"""The password of a command: asked at the keyboard, or handed over by the program that starts the command.

It is never an argument: those can be read by every program on the machine.
"""

from __future__ import annotations

import getpass
import os
import sys
from typing import TYPE_CHECKING

from klachtdesk.errors import InvalidInput

if TYPE_CHECKING:
    from argparse import ArgumentParser, Namespace

VARIABLE = "KLACHTDESK_WACHTWOORD"
_LONGEST = 10_000
"""In bytes: more is no password, but a wrong descriptor."""


def add_option(parser: ArgumentParser) -> None:
    """Let a command say from where its password comes."""
    parser.add_argument(
        "--wachtwoord-fd",
        metavar="NUMMER",
        help="lees het wachtwoord uit deze geopende bestandsdescriptor (eerste regel)",
    )
    parser.epilog = (
        f"Het wachtwoord wordt gevraagd, of komt uit --wachtwoord-fd of uit de omgevingsvariabele {VARIABLE}. "
        "Het staat nooit in de opdracht zelf."
    )


def read_wachtwoord(arguments: Namespace) -> str:
    """Return the password; raises InvalidInput when there is nobody to ask and none was handed over."""
    if arguments.wachtwoord_fd is not None:
        return _from_descriptor(arguments.wachtwoord_fd)
    handed = os.environ.pop(VARIABLE, None)  # a program that this one starts needs not see it
    if handed is not None:
        return handed
    if not sys.stdin.isatty():
        raise InvalidInput(
            "Er is geen wachtwoord.", f"Geef het met --wachtwoord-fd of in de omgevingsvariabele {VARIABLE}."
        )
    return getpass.getpass("Wachtwoord van de kluis: ")


def _from_descriptor(number: str) -> str:
    try:
        with os.fdopen(int(number), "rb", closefd=False) as stream:
            return stream.readline(_LONGEST).decode().rstrip("\r\n")
    except (OSError, ValueError, OverflowError):
        raise InvalidInput(
            "Uit --wachtwoord-fd komt geen wachtwoord.",
            "Geef het nummer van een geopende descriptor waarin het wachtwoord op de eerste regel staat.",
        ) from None
