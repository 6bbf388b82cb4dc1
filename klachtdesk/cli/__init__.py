"""The commands: what may be asked on the command line, and which module answers it.

Exit code 0 is good, 1 says that a check found something, 2 that the command was used wrongly or its input is
wrong; then there is a message on standard error and nothing on standard output. Ended from outside, it says so as
programs do, and quietly: 141 when the reader of its output stopped, 130 after Ctrl+C. A command's own module is
imported only when that command runs.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from klachtdesk.cli.dutch_parser import DutchParser
from klachtdesk.cli.streams import CLOSED_PIPE, INTERRUPTED, write_message
from klachtdesk.cli.wachtwoord import add_option
from klachtdesk.errors import DeskError

if TYPE_CHECKING:
    from argparse import Namespace, _SubParsersAction
    from collections.abc import Callable, Sequence

    from klachtdesk.views.demo import DemoView

    Commands = _SubParsersAction[DutchParser]

WRONG_USE = 2


def main(arguments: Sequence[str], *, show_demo: Callable[[DemoView], int]) -> int:
    """Run one command and return its exit code; `show_demo` shows the window on a demo, which commands know not of."""
    try:
        parsed = _parser().parse_args(arguments)
        parsed.show_demo = show_demo
        run = cast("Callable[[Namespace], int]", parsed.run)
        return run(parsed)
    except DeskError as error:
        faults = [f"- {fault}" for fault in getattr(error, "faults", ())]
        lines = [f"{error.title}.", error.message, *faults, error.hint]
        write_message("".join(f"{line}\n" for line in lines if line))
        return WRONG_USE
    except BrokenPipeError:
        return CLOSED_PIPE
    except KeyboardInterrupt:
        return INTERRUPTED


def _parser() -> DutchParser:
    parser = DutchParser(prog="klachtdesk", description="Klachtenbureau voor kleine opleiders.")
    commands = parser.add_subparsers(title="opdrachten", metavar="OPDRACHT", required=True, dest="opdracht")
    _add_termijnen(commands)
    _add_overzicht(commands)
    _add_demo(commands)
    return parser


def _add_termijnen(commands: Commands) -> None:
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
        help="de bewaartermijn die het kantoor koos waar het reglement er geen noemt: een geheel getal zonder "
        "plusteken of nullen ervoor, een spatie en dag(en), week of weken, maand(en), jaar of jaren; "
        "bijvoorbeeld “2 jaar”",
    )
    termijnen.add_argument("--motivering", metavar="TEKST", help="waarom het kantoor die bewaartermijn koos")
    termijnen.add_argument("--json", action="store_true", help="geef de uitkomst als JSON")
    termijnen.set_defaults(run=_termijnen)


def _add_overzicht(commands: Commands) -> None:
    overzicht = commands.add_parser(
        "overzicht",
        help="maakt het jaaroverzicht van een kluis",
        description="Schrijft het klachtenoverzicht van een jaar als pdf, xlsx en csv naar een map. Er staat geen "
        "klager of betrokkene in; met --extern ook geen analyse, en geen aantal waaruit iemand te herkennen is.",
    )
    overzicht.add_argument("kluis", metavar="KLUIS", help="de map van de kluis")
    overzicht.add_argument("--jaar", metavar="JJJJ", help="het jaar (anders: vorig jaar)")
    overzicht.add_argument("--naar", metavar="MAP", required=True, help="de map waarin de bestanden komen")
    overzicht.add_argument("--reglement", metavar="SLEUTEL", help="alleen klachten onder dit reglement")
    overzicht.add_argument("--extern", action="store_true", help="maak de versie voor buiten de directie")
    add_option(overzicht)
    overzicht.set_defaults(run=_overzicht)


def _add_demo(commands: Commands) -> None:
    demo = commands.add_parser(
        "demo",
        help="laat het programma zien met verzonnen klachten",
        description="Maakt een kluis met verzonnen klachten volgens alle reglementen, op een vaste dag, en "
        "opent die in het venster. Alles verdwijnt als het venster sluit, behalve met --map of --zonder-venster.",
    )
    demo.add_argument("--map", metavar="MAP", help="maak de kluis in deze nieuwe map, en laat die staan")
    demo.add_argument(
        "--reglement",
        metavar="SLEUTEL",
        help="het reglement waaronder nieuwe meldingen vallen, bijvoorbeeld klassewerk (anders: interactie)",
    )
    demo.add_argument(
        "--zonder-venster", action="store_true", help="maak de kluis alleen; zeg waar, en met welk wachtwoord"
    )
    demo.set_defaults(run=_demo)


def _termijnen(arguments: Namespace) -> int:
    from klachtdesk.cli.termijnen import run  # pydantic takes time to load

    return run(arguments)


def _overzicht(arguments: Namespace) -> int:
    from klachtdesk.cli.overzicht import run  # loads most of the program

    return run(arguments)


def _demo(arguments: Namespace) -> int:
    from klachtdesk.cli.demo import run  # loads most of the program

    return run(arguments)
