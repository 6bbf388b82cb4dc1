"""The tables of the first version for what comes in and goes out on paper, and for the yearly overview."""

import sqlalchemy as sa
from alembic import op

from klachtdesk.kluis.migrations.columns import changed, period, texts


def create_paper_tables() -> None:
    """Create what belongs to letters, to files that came in, and to the overview."""
    _create_brieven()
    _create_draft_bijlage()
    _create_cijferrecord()
    _create_product()
    _create_overzichtstekst()
    _create_aanbeveling()


def _create_brieven() -> None:
    """The office's own words for its letters, and what each letter was made from."""
    op.create_table(
        "briefsjabloon",
        sa.Column("id", sa.Integer(), nullable=False),
        *texts("reglement", "sleutel", "onderwerp"),
        sa.Column("tekst", sa.Text(), nullable=False),
        *changed("briefsjabloon", "gewijzigd"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_briefsjabloon")),
        sa.UniqueConstraint("reglement", "sleutel", name=op.f("uq_briefsjabloon_reglement")),
    )
    op.create_table(
        "brief",
        sa.Column("document_id", sa.Integer(), nullable=False),
        *texts("titel", "email"),
        sa.Column("bijlage_id", sa.Integer(), nullable=True),
        sa.Column("invoer", sa.JSON(), nullable=False),
        sa.ForeignKeyConstraint(
            ["document_id"], ["document.id"], name=op.f("fk_brief_document_id"), ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(["bijlage_id"], ["document.id"], name=op.f("fk_brief_bijlage_id")),
        sa.PrimaryKeyConstraint("document_id", name=op.f("pk_brief")),
    )


def _create_draft_bijlage() -> None:
    """Files that came with a melding which is not registered yet."""
    op.create_table(
        "draft_bijlage",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("draft_id", sa.Integer(), nullable=False),
        *texts("naam", "media_type"),
        sa.Column("inhoud", sa.LargeBinary(), nullable=False),
        sa.ForeignKeyConstraint(
            ["draft_id"], ["draft.id"], name=op.f("fk_draft_bijlage_draft_id"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_draft_bijlage")),
    )
    op.create_index(op.f("ix_draft_bijlage_draft_id"), "draft_bijlage", ["draft_id"])


def _create_cijferrecord() -> None:
    """The figures of dossiers that are gone."""
    op.create_table(
        "cijferrecord",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("jaar", sa.Integer(), nullable=False),
        sa.Column("volgnummer", sa.Integer(), nullable=False),
        sa.Column("gegevens", sa.JSON(), nullable=False),
        sa.Column("vastgelegd_op", sa.DateTime(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_cijferrecord")),
        sa.UniqueConstraint("jaar", "volgnummer", name=op.f("uq_cijferrecord_jaar")),
    )


def _create_product() -> None:
    """The trainings, products and diensten that the office names in its figures."""
    op.create_table(
        "product",
        sa.Column("id", sa.Integer(), nullable=False),
        *texts("sleutel", "naam"),
        sa.Column("ook_wel", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_product")),
        sa.UniqueConstraint("sleutel", name=op.f("uq_product_sleutel")),
    )


def _create_overzichtstekst() -> None:
    """What somebody wrote with the figures of a period."""
    op.create_table(
        "overzichtstekst",
        sa.Column("id", sa.Integer(), nullable=False),
        *period(nullable=False),
        *texts("reglement"),
        sa.Column("analyse", sa.Text(), nullable=False),
        *changed("overzichtstekst", "gewijzigd"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_overzichtstekst")),
        sa.UniqueConstraint("van", "tot", "reglement", name=op.f("uq_overzichtstekst_van")),
    )


def _create_aanbeveling() -> None:
    """What should change, and what came of it."""
    op.create_table(
        "aanbeveling",
        sa.Column("id", sa.Integer(), nullable=False),
        *period(nullable=False),
        *texts("reglement", "soort"),
        sa.Column("tekst", sa.Text(), nullable=False),
        sa.Column("bespreking_id", sa.Integer(), nullable=True),
        *texts("besluit", "eigenaar"),
        sa.Column("uiterlijk", sa.Date(), nullable=True),
        sa.Column("uitgevoerd_op", sa.Date(), nullable=True),
        *texts("uitkomst"),
        sa.Column("geevalueerd_op", sa.Date(), nullable=True),
        *changed("aanbeveling", "vastgelegd"),
        sa.ForeignKeyConstraint(
            ["bespreking_id"],
            ["bespreking.id"],
            name=op.f("fk_aanbeveling_bespreking_id"),
            ondelete="SET NULL",
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_aanbeveling")),
    )
