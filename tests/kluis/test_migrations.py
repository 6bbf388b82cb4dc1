"""The tables in the file are those of the models, and come to be in one transaction."""

from collections.abc import Callable
from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import text
from sqlalchemy.exc import OperationalError
from sqlalchemy.orm import Session

from klachtdesk.errors import KluisError
from klachtdesk.kluis import OpenKluis
from klachtdesk.kluis.database import DatabaseKey, create_kluis_engine
from klachtdesk.kluis.schema import REVISIONS, migrate
from klachtdesk.models import Base

Reopen = Callable[[Path], OpenKluis]


def _is_of_the_models(item: object, name: str | None, kind: str, reflected: bool, compare_to: object) -> bool:
    return not (kind == "table" and name is not None and name.startswith("zoekindex"))


def test_migrations_and_models_agree(kluis: OpenKluis) -> None:
    options = {"compare_type": True, "compare_server_default": True, "include_object": _is_of_the_models}
    with kluis.engine.connect() as connection:
        context = MigrationContext.configure(connection, opts=options)
        assert compare_metadata(context, Base.metadata) == []


def test_the_models_are_really_compared(kluis: OpenKluis) -> None:
    # So that the test above can fail: with one column less, it does.
    with kluis.writing() as session:
        session.execute(text("ALTER TABLE kantoor DROP COLUMN website"))
    with kluis.engine.connect() as connection:
        context = MigrationContext.configure(connection, opts={"include_object": _is_of_the_models})
        (difference,) = compare_metadata(context, Base.metadata)
    assert difference[0] == "add_column"


def test_the_program_knows_each_version_that_there_is() -> None:
    scripts = ScriptDirectory(str(Path(__file__).parents[2] / "klachtdesk" / "kluis" / "migrations"))

    assert tuple(script.revision for script in scripts.walk_revisions())[::-1] == REVISIONS


def test_a_kluis_of_a_newer_version_is_refused_and_left_alone(
    kluis: OpenKluis, reopen: Reopen, snapshot: Callable
) -> None:
    with kluis.writing() as session:
        session.execute(text("UPDATE alembic_version SET version_num = '9999'"))
    kluis.close()
    before = snapshot(kluis.folder)

    with pytest.raises(KluisError, match="nieuwere versie van klachtdesk"):
        reopen(kluis.folder)

    assert snapshot(kluis.folder) == before


@pytest.mark.parametrize("statement", ["DELETE FROM alembic_version", "DROP TABLE alembic_version"])
def test_a_database_without_a_version_is_not_ours(kluis: OpenKluis, reopen: Reopen, statement: str) -> None:
    with kluis.engine.execution_options(kluis_writing=True).begin() as connection:
        connection.execute(text(statement))
    kluis.close()

    with pytest.raises(KluisError, match="geen gegevens van klachtdesk"):
        reopen(kluis.folder)


def test_a_migration_that_fails_leaves_nothing_behind(tmp_path: Path) -> None:
    engine = create_kluis_engine(tmp_path / "klachten.db", DatabaseKey(bytes(32), bytes(16)), new=True)
    with engine.execution_options(kluis_writing=True).begin() as connection:
        connection.execute(
            text("CREATE TABLE draft (in_the_way)")
        )  # one of the last tables of the first version

    with pytest.raises(OperationalError, match="draft already exists"):
        migrate(engine)

    with engine.connect() as connection:
        assert connection.scalars(text("SELECT name FROM sqlite_master")).all() == ["draft"]
    engine.dispose()


def test_references_are_held_after_a_migration_too(tmp_path: Path) -> None:
    engine = create_kluis_engine(tmp_path / "klachten.db", DatabaseKey(bytes(32), bytes(16)), new=True)
    migrate(engine)

    with engine.connect() as connection:
        assert connection.scalar(text("PRAGMA foreign_keys")) == 1
    engine.dispose()


def _insert(session: Session, number: int, names: str) -> None:
    session.execute(
        text("INSERT INTO zoekindex (rowid, nummer, namen, tekst) VALUES (:id, :nummer, :names, '')"),
        {"id": number, "nummer": f"2026-{number:03d}", "names": names},
    )


def _find(session: Session, words: str) -> list[int]:
    found = session.scalars(
        text("SELECT rowid FROM zoekindex WHERE zoekindex MATCH :words"), {"words": words}
    )
    return list(found)


@pytest.mark.parametrize("words", ['"oz"*', '"ÖZTÜRK"', '"ayse"', '"2026-007"'])
def test_the_search_index_finds_beginnings_and_ignores_accents(kluis: OpenKluis, words: str) -> None:
    with kluis.writing() as session:
        _insert(session, 7, "Ayşe Öztürk")
        _insert(session, 8, "Jan Jansen")

    with kluis.reading() as session:
        assert _find(session, words) == [7]


def test_a_word_that_was_deleted_is_not_in_the_index_any_more(kluis: OpenKluis) -> None:
    blocks = text("SELECT block FROM zoekindex_data")
    with kluis.writing() as session:
        _insert(session, 7, "Geheimhouding")
        _insert(session, 8, "Jansen")
    with kluis.reading() as session:
        assert b"eheimhouding" in b"".join(session.scalars(blocks))

    with kluis.writing() as session:
        session.execute(text("DELETE FROM zoekindex WHERE rowid = 7"))

    with kluis.reading() as session:
        kept = b"".join(session.scalars(blocks))
    assert b"eheimhouding" not in kept
    assert b"jansen" in kept
