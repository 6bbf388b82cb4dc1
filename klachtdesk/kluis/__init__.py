"""The encrypted folder: keys, opening, locking and migrating."""

from klachtdesk.kluis.creation import create_kluis
from klachtdesk.kluis.folder import is_kluis
from klachtdesk.kluis.keyfile import KdfParameters
from klachtdesk.kluis.opened import OpenKluis
from klachtdesk.kluis.opening import open_kluis

__all__ = ["KdfParameters", "OpenKluis", "create_kluis", "is_kluis", "open_kluis"]
