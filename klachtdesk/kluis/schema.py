"""The versions of the tables: which one a file has, and bringing it up to this program's."""

import sqlite3
from typing import Final

from sqlalchemy import Engine

from klachtdesk.errors import DamagedKluis, KluisError
from klachtdesk.kluis.database import WRITING
from klachtdesk.kluis.failures import RESTORE_HINT

REVISIONS: Final = ("0001",)
"""All versions that this program knows, oldest first: opening a kluis need not load alembic to know them."""


def read_revision(connection: sqlite3.Connection) -> str:
    """Return the version of the tables in an open file; raises DamagedKluis when it says none."""
    known = connection.execute(
        "SELECT 1 FROM sqlite_master WHERE type = 'table' AND name = 'alembic_version'"
    ).fetchone()
    row = connection.execute("SELECT version_num FROM alembic_version").fetchone() if known else None
    if row is None:
        raise DamagedKluis("klachten.db bevat geen gegevens van klachtdesk.", RESTORE_HINT)
    return str(row[0])


def check_revision(revision: str) -> None:
    """Refuse a file with tables newer than this program knows."""
    if revision not in REVISIONS:
        raise KluisError(
            "Deze kluis is gemaakt met een nieuwere versie van klachtdesk.",
            "Installeer de nieuwste versie en open de kluis daarmee. Er is niets veranderd.",
        )


def migrate(engine: Engine) -> None:
    """Bring the tables to the newest version in one transaction: all of it, or nothing."""
    from alembic import command
    from alembic.config import Config

    config = Config()
    config.set_main_option("script_location", "klachtdesk.kluis:migrations")
    with engine.connect().execution_options(**{WRITING: True}) as connection:
        driver = connection.connection
        # Rebuilding a table would otherwise take along the rows that refer to it. Inside a transaction this
        # can't be switched off; afterwards every reference is checked.
        driver.cursor().execute("PRAGMA foreign_keys=OFF")
        try:
            with connection.begin():
                config.attributes["connection"] = connection
                command.upgrade(config, "head")
                if connection.exec_driver_sql("PRAGMA foreign_key_check").first() is not None:
                    raise DamagedKluis("Na het bijwerken verwijst een gegeven naar niets.", RESTORE_HINT)
        finally:
            driver.cursor().execute("PRAGMA foreign_keys=ON")
