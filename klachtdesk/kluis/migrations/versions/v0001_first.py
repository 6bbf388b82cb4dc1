"""The first version: all tables, and the search index."""

from typing import Any

import sqlalchemy as sa
from alembic import op

from klachtdesk.kluis.migrations.columns import texts
from klachtdesk.kluis.migrations.kantoor_tables import create_kantoor_tables
from klachtdesk.kluis.migrations.office_tables import create_office_tables, create_person_tables
from klachtdesk.kluis.migrations.paper_tables import create_paper_tables

revision = "0001"
down_revision = None


def upgrade() -> None:
    """Create the tables."""
    create_kantoor_tables()
    _create_dossiers()
    _create_betrokkenheid()
    _create_documenten()
    _create_gebeurtenissen()
    _create_formulier()
    _create_rows()
    _create_history()
    create_office_tables()
    create_person_tables()
    create_paper_tables()
    _create_zoekindex()


def _create_dossiers() -> None:
    """Dossiers, and the people there are."""
    op.create_table(
        "persoon",
        sa.Column("id", sa.Integer(), nullable=False),
        *texts("naam", "organisatie", "functie", "adres", "postcode", "plaats", "telefoon", "email"),
        *texts("afdeling", "naam_sleutel", "email_sleutel", "telefoon_sleutel"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_persoon")),
    )
    for column in ("naam", "naam_sleutel", "email_sleutel", "telefoon_sleutel"):
        op.create_index(op.f(f"ix_persoon_{column}"), "persoon", [column])
    op.create_table(
        "dossier",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("jaar", sa.Integer(), nullable=False),
        sa.Column("volgnummer", sa.Integer(), nullable=False),
        sa.Column("reglement_versie_id", sa.Integer(), nullable=False),
        sa.Column("aangemaakt_op", sa.DateTime(), nullable=False),
        sa.Column("aangemaakt_door", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["aangemaakt_door"], ["gebruiker.id"], name=op.f("fk_dossier_aangemaakt_door")
        ),
        sa.ForeignKeyConstraint(
            ["reglement_versie_id"], ["reglement_versie.id"], name=op.f("fk_dossier_reglement_versie_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_dossier")),
        sa.UniqueConstraint("jaar", "volgnummer", name=op.f("uq_dossier_jaar")),
    )


def _create_betrokkenheid() -> None:
    """The part of a person in a dossier."""
    op.create_table(
        "betrokkenheid",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("dossier_id", sa.Integer(), nullable=False),
        sa.Column("persoon_id", sa.Integer(), nullable=False),
        sa.Column("rol", sa.String(), nullable=False),
        sa.Column("rij", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["dossier_id"], ["dossier.id"], name=op.f("fk_betrokkenheid_dossier_id"), ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(["persoon_id"], ["persoon.id"], name=op.f("fk_betrokkenheid_persoon_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_betrokkenheid")),
        sa.UniqueConstraint("dossier_id", "rol", "rij", name=op.f("uq_betrokkenheid_dossier_id")),
    )
    op.create_index(op.f("ix_betrokkenheid_dossier_id"), "betrokkenheid", ["dossier_id"])
    op.create_index(op.f("ix_betrokkenheid_persoon_id"), "betrokkenheid", ["persoon_id"])


def _create_documenten() -> None:
    """Documents, their contents apart."""
    op.create_table(
        "document",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("dossier_id", sa.Integer(), nullable=False),
        *texts("soort", "titel", "media_type", "sha256"),
        sa.Column("grootte", sa.Integer(), nullable=False),
        *texts("herkomst", "bestandsnaam"),
        sa.Column("vervangt_id", sa.Integer(), nullable=True),
        sa.Column("gemaakt_op", sa.DateTime(), nullable=False),
        sa.Column("gemaakt_door", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["dossier_id"], ["dossier.id"], name=op.f("fk_document_dossier_id"), ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(["gemaakt_door"], ["gebruiker.id"], name=op.f("fk_document_gemaakt_door")),
        sa.ForeignKeyConstraint(["vervangt_id"], ["document.id"], name=op.f("fk_document_vervangt_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_document")),
    )
    op.create_index(op.f("ix_document_dossier_id"), "document", ["dossier_id"])
    op.create_table(
        "document_inhoud",
        sa.Column("document_id", sa.Integer(), nullable=False),
        sa.Column("inhoud", sa.LargeBinary(), nullable=False),
        sa.ForeignKeyConstraint(
            ["document_id"], ["document.id"], name=op.f("fk_document_inhoud_document_id"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("document_id", name=op.f("pk_document_inhoud")),
    )


def _create_gebeurtenissen() -> None:
    """What happened."""
    op.create_table(
        "gebeurtenis",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("dossier_id", sa.Integer(), nullable=False),
        sa.Column("soort", sa.String(), nullable=False),
        sa.Column("datum", sa.Date(), nullable=False),
        sa.Column("ref", sa.String(), nullable=True),
        sa.Column("velden", sa.JSON(), nullable=False),
        sa.Column("persoon_id", sa.Integer(), nullable=True),
        sa.Column("document_id", sa.Integer(), nullable=True),
        sa.Column("vervangt_id", sa.Integer(), nullable=True),
        sa.Column("vastgelegd_op", sa.DateTime(), nullable=False),
        sa.Column("vastgelegd_door", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["document_id"], ["document.id"], name=op.f("fk_gebeurtenis_document_id")),
        sa.ForeignKeyConstraint(
            ["dossier_id"], ["dossier.id"], name=op.f("fk_gebeurtenis_dossier_id"), ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(["persoon_id"], ["persoon.id"], name=op.f("fk_gebeurtenis_persoon_id")),
        sa.ForeignKeyConstraint(
            ["vastgelegd_door"], ["gebruiker.id"], name=op.f("fk_gebeurtenis_vastgelegd_door")
        ),
        sa.ForeignKeyConstraint(["vervangt_id"], ["gebeurtenis.id"], name=op.f("fk_gebeurtenis_vervangt_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_gebeurtenis")),
    )
    for column in ("dossier_id", "persoon_id"):
        op.create_index(op.f(f"ix_gebeurtenis_{column}"), "gebeurtenis", [column])
    op.create_index(op.f("ix_gebeurtenis_soort_datum"), "gebeurtenis", ["soort", "datum"])


_FIELDS: tuple[tuple[str, sa.types.TypeEngine[Any]], ...] = (
    ("omschrijving", sa.Text()),
    ("product", sa.String()),
    ("datum_gebeurtenis", sa.Date()),
    ("overeenkomst", sa.String()),
    ("overeenkomst_op", sa.Date()),
    ("onderwerpen", sa.JSON(none_as_null=True)),
    ("motivering", sa.Text()),
    ("wens", sa.Text()),
    ("dagtekening", sa.Date()),
    ("taal", sa.String()),
    ("hulp", sa.String()),
    ("machtiging_voor", sa.Text()),
    ("machtiging_op", sa.Date()),
    ("machtiging_getekend", sa.Boolean()),
    ("kanaal", sa.String()),
    ("ontvangen_op", sa.Date()),
    ("ontvangen_om", sa.Time()),
    ("aangenomen_door", sa.String()),
    ("hoedanigheid", sa.String()),
    ("soort", sa.String()),
    ("uiting", sa.String()),
    ("voortgang", sa.Text()),
    ("tevredenheid", sa.String()),
    ("tevredenheid_op", sa.Date()),
    ("invuller", sa.String()),
    ("oorzaak", sa.String()),
    ("oorzaak_toelichting", sa.Text()),
    ("oplossing", sa.Text()),
    ("overeenstemming", sa.Boolean()),
    ("bevindingen", sa.Text()),
    ("reacties", sa.Text()),
    ("conclusies", sa.Text()),
    ("afhandeling", sa.Text()),
    ("gegrondheid", sa.String()),
    ("aanbevelingen", sa.Text()),
)
"""What can be filled in once a dossier, in the order of the forms."""


def _create_formulier() -> None:
    """What was filled in."""
    op.create_table(
        "formulier",
        sa.Column("dossier_id", sa.Integer(), nullable=False),
        *(sa.Column(name, kind, nullable=True) for name, kind in _FIELDS),
        sa.ForeignKeyConstraint(
            ["dossier_id"], ["dossier.id"], name=op.f("fk_formulier_dossier_id"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("dossier_id", name=op.f("pk_formulier")),
    )


def _create_rows() -> None:
    """What is filled in more than once."""
    op.create_table(
        "klachtonderdeel",
        sa.Column("dossier_id", sa.Integer(), nullable=False),
        sa.Column("rij", sa.Integer(), nullable=False),
        sa.Column("onderwerp", sa.String(), nullable=True),
        sa.Column("omschrijving", sa.String(), nullable=True),
        sa.Column("gegrondheid", sa.String(), nullable=True),
        sa.ForeignKeyConstraint(
            ["dossier_id"], ["dossier.id"], name=op.f("fk_klachtonderdeel_dossier_id"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("dossier_id", "rij", name=op.f("pk_klachtonderdeel")),
    )


def _create_history() -> None:
    """What was filled in before, and what is not kept yet."""
    op.create_table(
        "formulier_wijziging",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("dossier_id", sa.Integer(), nullable=False),
        sa.Column("sleutel", sa.String(), nullable=False),
        sa.Column("oude_waarde", sa.Text(), nullable=False),
        sa.Column("moment", sa.DateTime(), nullable=False),
        sa.Column("gebruiker_id", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["dossier_id"], ["dossier.id"], name=op.f("fk_formulier_wijziging_dossier_id"), ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(
            ["gebruiker_id"], ["gebruiker.id"], name=op.f("fk_formulier_wijziging_gebruiker_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_formulier_wijziging")),
    )
    op.create_index(op.f("ix_formulier_wijziging_dossier_id"), "formulier_wijziging", ["dossier_id"])
    op.create_table(
        "draft",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("formulier", sa.String(), nullable=False),
        sa.Column("dossier_id", sa.Integer(), nullable=True),
        sa.Column("gebruiker_id", sa.Integer(), nullable=False),
        sa.Column("waarden", sa.JSON(), nullable=False),
        sa.Column("begonnen_op", sa.DateTime(), nullable=False),
        sa.Column("bewaard_op", sa.DateTime(), nullable=False),
        sa.ForeignKeyConstraint(
            ["dossier_id"], ["dossier.id"], name=op.f("fk_draft_dossier_id"), ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(["gebruiker_id"], ["gebruiker.id"], name=op.f("fk_draft_gebruiker_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_draft")),
    )
    op.create_index(op.f("ix_draft_dossier_id"), "draft", ["dossier_id"])


def _create_zoekindex() -> None:
    """Create the index of words; rowid is the id of the dossier, and the services keep it up to date."""
    op.execute(
        "CREATE VIRTUAL TABLE zoekindex USING fts5("
        "nummer, namen, tekst, tokenize = 'unicode61 remove_diacritics 2', prefix = '2 3')"
    )
    # Without this the index keeps words that were deleted.
    op.execute("INSERT INTO zoekindex(zoekindex, rank) VALUES ('secure-delete', 1)")
