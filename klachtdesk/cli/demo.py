"""The command `demo`: makes a kluis with invented klachten, and has it shown until the window is closed."""

from __future__ import annotations

import tempfile
from pathlib import Path
from typing import TYPE_CHECKING, cast

from klachtdesk.assets import names
from klachtdesk.cli.streams import write_message, write_output
from klachtdesk.dutch import long_date
from klachtdesk.errors import InvalidInput
from klachtdesk.services.demo import make_demo

if TYPE_CHECKING:
    from argparse import Namespace
    from collections.abc import Callable

    from klachtdesk.views.demo import DemoView

_PREFIX = "klachtdesk-demo-"
_KLUIS = "kluis"


def run(arguments: Namespace) -> int:
    """Make the demo, and show it or say where it is; return 0, or what the window returned.

    Raises InvalidInput for an unknown reglement and KluisError for a folder that can't be used.
    """
    known = names("reglementen", ".toml")
    if arguments.reglement not in (None, *known):
        raise InvalidInput("Dit reglement is er niet.", f"Kies een van: {', '.join(known)}.")
    write_message("De demo wordt gemaakt; dat duurt even.\n")
    if arguments.zonder_venster:
        folder = Path(arguments.map) if arguments.map else Path(tempfile.mkdtemp(prefix=_PREFIX)) / _KLUIS
        write_output(_where(make_demo(folder.resolve(), arguments.reglement, blijft=True)))
        return 0
    show = cast("Callable[[DemoView], int]", arguments.show_demo)
    if arguments.map:
        return show(make_demo(Path(arguments.map).resolve(), arguments.reglement, blijft=True))
    # A file that another program (a virus scanner) still holds must not turn closing the window into an error.
    with tempfile.TemporaryDirectory(prefix=_PREFIX, ignore_cleanup_errors=True) as made:
        return show(make_demo(Path(made) / _KLUIS, arguments.reglement))


def _where(demo: DemoView) -> str:
    return (
        f"Map: {demo.map}\n"
        f"Wachtwoord: {demo.wachtwoord}\n"
        f"De demo staat op {long_date(demo.vandaag)}; alle personen zijn verzonnen.\n"
    )
