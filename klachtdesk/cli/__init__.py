"""The commands: what may be asked on the command line, and which module answers it.

Exit code 0 is good, 1 says that a check found something, 2 that the command was used wrongly or its input is
wrong; then there is a message on standard error and nothing on standard output. A command's own module is
imported only when that command runs.
"""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, cast

from klachtdesk.cli.dutch_parser import DutchParser
from klachtdesk.errors import DeskError

if TYPE_CHECKING:
    from argparse import Namespace
    from collections.abc import Callable, Sequence

WRONG_USE = 2


def main(arguments: Sequence[str]) -> int:
    """Run one command and return its exit code."""
    parsed = _parser().parse_args(arguments)
    run = cast("Callable[[Namespace], int]", parsed.run)
    try:
        return run(parsed)
    except DeskError as error:
        sys.stderr.write(f"{error.title}.\n{error.message}\n")
        for fault in getattr(error, "faults", ()):
            sys.stderr.write(f"- {fault}\n")
        if error.hint:
            sys.stderr.write(f"{error.hint}\n")
        return WRONG_USE


def _parser() -> DutchParser:
    parser = DutchParser(prog="klachtdesk", description="Klachtenbureau voor kleine opleiders.")
    commands = parser.add_subparsers(title="opdrachten", metavar="OPDRACHT", required=True, dest="opdracht")
    termijnen = commands.add_parser(
        "termijnen",
        help="rekent uit welke termijnen lopen en hoe lang een dossier wordt bewaard",
        description="Leest een lijst gebeurtenissen (JSON) van standaardinvoer en rekent de termijnen en de "
        "bewaartermijn uit die daaruit volgen, met uitleg.",
    )
    termijnen.add_argument(
        "--reglement", required=True, metavar="SLEUTEL", help="het reglement, bijvoorbeeld interactie"
    )
    termijnen.add_argument(
        "--peildatum", metavar="JJJJ-MM-DD", help="de dag waarop wordt gekeken (anders: vandaag)"
    )
    termijnen.add_argument(
        "--gelijkgestelde-dagen",
        action="store_true",
        help="tel de bij koninklijk besluit gelijkgestelde dagen niet als werkdag",
    )
    termijnen.add_argument(
        "--bewaartermijn",
        metavar='"N EENHEID"',
        help="de bewaartermijn die het kantoor koos waar het reglement er geen noemt: dagen, weken, maanden of jaar",
    )
    termijnen.add_argument("--motivering", metavar="TEKST", help="waarom het kantoor die bewaartermijn koos")
    termijnen.add_argument("--json", action="store_true", help="geef de uitkomst als JSON")
    termijnen.set_defaults(run=_termijnen)
    return parser


def _termijnen(arguments: Namespace) -> int:
    from klachtdesk.cli.termijnen import run  # pydantic takes time to load

    return run(arguments)
