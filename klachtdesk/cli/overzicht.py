"""The command `overzicht`: writes the yearly overview of a kluis to files, for a scheduled task."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from klachtdesk.cli.streams import write_output
from klachtdesk.cli.wachtwoord import read_wachtwoord
from klachtdesk.errors import DocumentError, InvalidInput
from klachtdesk.services.klok import SysteemKlok
from klachtdesk.services.kluis import close_kluis, open_kluis
from klachtdesk.services.overzicht.bestanden import save_overzichten

if TYPE_CHECKING:
    from argparse import Namespace

    from klachtdesk.services.klok import Klok


def run(arguments: Namespace, klok: Klok | None = None) -> int:
    """Write the files and say which; return 0. `klok` says which day it is, where that is not today.

    Raises InvalidInput for a year that is none, and DeskError for a kluis or a folder that can't be used.
    """
    clock = SysteemKlok() if klok is None else klok
    jaar = _jaar(arguments.jaar, clock)
    folder = Path(arguments.naar)
    if not folder.is_dir():
        raise DocumentError(f"De map {folder} bestaat niet.", "Maak hem eerst, of kies een andere.")
    desk = open_kluis(Path(arguments.kluis), read_wachtwoord(arguments), clock)
    van, tot = date(jaar, 1, 1), date(jaar, 12, 31)
    try:
        made = save_overzichten(
            desk, folder, van, tot, reglement=arguments.reglement, publiek=arguments.extern
        )
    finally:
        close_kluis(desk)
    write_output("".join(f"{target}\n" for target in made))
    return 0


def _jaar(typed: str | None, klok: Klok) -> int:
    if typed is None:
        return klok.vandaag().year - 1
    if not (typed.isascii() and typed.isdigit() and date.min.year <= int(typed) <= date.max.year):
        raise InvalidInput("Dit jaar bestaat niet.", "Geef een jaartal van vier cijfers, zoals 2026.")
    return int(typed)
