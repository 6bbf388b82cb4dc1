"""The tables of the first version for the office itself, its reglementen and its audit log."""

import sqlalchemy as sa
from alembic import op

from klachtdesk.kluis.migrations.columns import texts


def create_kantoor_tables() -> None:
    """Create what everything else refers to."""
    _create_kantoor()
    _create_registers()


def _create_kantoor() -> None:
    """The office, who works there and its certificate."""
    op.create_table(
        "kantoor",
        sa.Column("id", sa.Integer(), nullable=False),
        *texts("naam", "adres", "postcode", "plaats", "telefoon", "email", "website"),
        *texts("antwoordadres", "venster", "hoofdreglement"),
        sa.Column("ondertekening", sa.Text(), nullable=False),
        sa.Column("logo", sa.LargeBinary(), nullable=True),
        sa.Column("eenmanskantoor", sa.Boolean(), nullable=False),
        sa.Column("stilte_dagen", sa.Integer(), nullable=True),
        sa.Column("kleine_aantallen", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_kantoor")),
    )
    op.create_table(
        "gebruiker",
        sa.Column("id", sa.Integer(), nullable=False),
        *texts("sleutel", "naam", "rol"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_gebruiker")),
        sa.UniqueConstraint("sleutel", name=op.f("uq_gebruiker_sleutel")),
    )
    op.create_table(
        "certificaat",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("pkcs12", sa.LargeBinary(), nullable=False),
        sa.Column("wachtwoord", sa.String(), nullable=False),
        sa.Column("gemaakt_op", sa.DateTime(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_certificaat")),
    )


def _create_registers() -> None:
    """The reglementen as they were, and the audit log."""
    op.create_table(
        "reglement_versie",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("sleutel", sa.String(), nullable=False),
        sa.Column("sha256", sa.String(), nullable=False),
        sa.Column("toml", sa.Text(), nullable=False),
        sa.Column("tekst", sa.Text(), nullable=False),
        sa.Column("vervangt", sa.String(), nullable=False),
        sa.Column("van_kracht", sa.Date(), nullable=False),
        sa.Column("tot", sa.Date(), nullable=True),
        sa.Column("vastgelegd_op", sa.DateTime(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_reglement_versie")),
        sa.UniqueConstraint("sleutel", "sha256", "van_kracht", name=op.f("uq_reglement_versie_sleutel")),
    )
    op.create_table(
        "audit_regel",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("moment", sa.DateTime(), nullable=False),
        sa.Column("gebruiker_id", sa.Integer(), nullable=True),
        sa.Column("handeling", sa.String(), nullable=False),
        sa.Column("object_soort", sa.String(), nullable=False),
        sa.Column("object_id", sa.Integer(), nullable=True),
        sa.Column("keten", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(["gebruiker_id"], ["gebruiker.id"], name=op.f("fk_audit_regel_gebruiker_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_audit_regel")),
        sa.UniqueConstraint("keten", name=op.f("uq_audit_regel_keten")),
    )
