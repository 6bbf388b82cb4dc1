"""Run by alembic: applies the versions to a connection, inside that connection's transaction.

`klachtdesk.kluis.schema.migrate` gives the connection and owns the transaction.
"""

from typing import Literal

from alembic import context
from sqlalchemy.schema import SchemaItem

from klachtdesk.models import Base


def _is_compared(
    item: SchemaItem,  # noqa: ARG001 - alembic passes all five
    name: str | None,
    kind: Literal[
        "schema",
        "table",
        "column",
        "index",
        "unique_constraint",
        "foreign_key_constraint",
        "check_constraint",
    ],
    reflected: bool,  # noqa: ARG001
    compare_to: SchemaItem | None,  # noqa: ARG001
) -> bool:
    # The search index is no record: SQLite's FTS5 makes and owns its tables.
    return not (kind == "table" and name is not None and name.startswith("zoekindex"))


context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=Base.metadata,
    include_object=_is_compared,
    render_as_batch=True,
    transactional_ddl=True,
)
with context.begin_transaction():
    context.run_migrations()
