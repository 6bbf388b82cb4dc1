"""A full check of an open kluis, page by page and table by table; for `klachtdesk controleer`."""

import sqlite3
from typing import cast

from klachtdesk.kluis.database import execute_pragma
from klachtdesk.kluis.opened import OpenKluis, explained_errors


def check_integrity(kluis: OpenKluis) -> tuple[str, ...]:
    """Return what is wrong with the file, a sentence for each fault; empty when it is whole."""
    with explained_errors():
        pooled = kluis.engine.raw_connection()
        try:
            return tuple(_faults(cast("sqlite3.Connection", pooled.driver_connection)))
        finally:
            pooled.close()


def _faults(connection: sqlite3.Connection) -> list[str]:
    # The check of the encryption reads the file itself: changes that still stand beside it look like faults.
    execute_pragma(connection, "wal_checkpoint(TRUNCATE)")
    pages = execute_pragma(connection, "cipher_integrity_check")
    if pages:
        # What can't be decrypted can't be looked into either.
        return [f"klachten.db: {len(pages)} beschadigde bladzijde(n) gevonden."]
    faults = [
        f"klachten.db: de opbouw klopt niet ({text})."
        for (text,) in execute_pragma(connection, "integrity_check")
        if text != "ok"
    ]
    faults += [
        f"klachten.db: in de tabel {table} verwijst rij {row} naar iets dat niet bestaat."
        for table, row, *_ in execute_pragma(connection, "foreign_key_check")
    ]
    return faults
