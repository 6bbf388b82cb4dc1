"""The services that make and open a kluis, imported when first used: they load most of the program.

The unlock window can be on the screen, and a password typed, while that is still going on.
"""

from importlib import import_module
from pathlib import Path
from pkgutil import walk_packages
from typing import TYPE_CHECKING

from klachtdesk.services.klok import Klok
from klachtdesk.views.kantoor import KantoorView
from klachtdesk.views.kluis import ReglementKeuze, Sterkte

if TYPE_CHECKING:
    from types import ModuleType

    from klachtdesk.services.desk import Desk


_NEEDED_BY_NO_WINDOW = frozenset({"klachtdesk.services.demo"})

WINDOW_PARTS = (
    "klachtdesk.ui.forms.editor",
    "klachtdesk.ui.pages.dossier_page",
    "klachtdesk.ui.pages.overzicht_page",
    "klachtdesk.ui.pages.instellingen_page",
    "klachtdesk.ui.main_window",
)
"""What is loaded for the main window, on its own thread, one after another: in between a password can be typed."""


def _services() -> "ModuleType":
    return import_module("klachtdesk.services.kluis")


def warm_up() -> None:
    """Load the services that the main window will need; without Qt, so that it can be done on the worker.

    Two threads that load classes of Qt at the same time can end the program.
    """
    services = import_module("klachtdesk.services")
    for item in walk_packages(services.__path__, f"{services.__name__}."):
        if item.name not in _NEEDED_BY_NO_WINDOW:
            import_module(item.name)


def open_kluis(folder: Path, password: str, klok: Klok) -> "Desk":
    """Open a kluis; raises WrongPassword and the other KluisErrors."""
    desk: Desk = _services().open_kluis(folder, password, klok)
    return desk


def create_kluis(
    folder: Path,
    kantoor: KantoorView,
    reglement: str,
    gebruikersnaam: str,
    password: str,
    klok: Klok,
) -> "Desk":
    """Make a kluis and open it; raises InvalidInput or KluisError, and then leaves nothing behind."""
    desk: Desk = _services().create_kluis(
        folder,
        kantoor=kantoor,
        reglement=reglement,
        gebruikersnaam=gebruikersnaam,
        wachtwoord=password,
        klok=klok,
    )
    return desk


def beschikbare_reglementen() -> tuple[ReglementKeuze, ...]:
    """Return the reglementen that come with the program."""
    found: tuple[ReglementKeuze, ...] = _services().beschikbare_reglementen()
    return found


def password_strength(password: str) -> Sterkte:
    """Return how strong a password is."""
    found: Sterkte = _services().password_strength(password)
    return found


def is_kluis(folder: Path) -> bool:
    """Return whether a folder holds a kluis."""
    return bool(_services().is_kluis(folder))


def close_kluis(desk: "Desk") -> None:
    """Close the file of a kluis and forget its key."""
    _services().close_kluis(desk)
