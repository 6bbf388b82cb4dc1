"""Columns and references that the tables of the first version share."""

import sqlalchemy as sa
from alembic import op


def texts(*names: str) -> list[sa.Column[str]]:
    """Return short texts, empty rather than missing."""
    return [sa.Column(name, sa.String(), nullable=False) for name in names]


def long_texts(*names: str) -> list[sa.Column[str]]:
    """Return long texts, empty rather than missing."""
    return [sa.Column(name, sa.Text(), nullable=False) for name in names]


def period(*, nullable: bool) -> list[sa.Column[object]]:
    """Return the first and the last day of something."""
    return [sa.Column(name, sa.Date(), nullable=nullable) for name in ("van", "tot")]


def reference(table: str, column: str, to: str, *, cascade: bool = False) -> sa.ForeignKeyConstraint:
    """Return the reference of a column to the id of another table, named as the models name it."""
    return sa.ForeignKeyConstraint(
        [column],
        [f"{to}.id"],
        name=op.f(f"fk_{table}_{column}"),
        ondelete="CASCADE" if cascade else None,
    )


def changed(table: str, what: str) -> tuple[sa.schema.SchemaItem, ...]:
    """Return who did it when, with the reference to that user."""
    return (
        sa.Column(f"{what}_op", sa.DateTime(), nullable=False),
        sa.Column(f"{what}_door", sa.Integer(), nullable=False),
        reference(table, f"{what}_door", "gebruiker"),
    )
