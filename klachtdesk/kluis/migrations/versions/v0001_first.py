"""The first version: all tables, and the search index."""

import sqlalchemy as sa
from alembic import op

from klachtdesk.kluis.migrations.office_tables import create_office_tables, create_person_tables
from klachtdesk.kluis.migrations.paper_tables import create_paper_tables

revision = "0001"
down_revision = None


def upgrade() -> None:
    """Create the tables."""
    _create_kantoor()
    _create_registers()
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


def _create_kantoor() -> None:
    """The office, who works there and its certificate."""
    op.create_table(
        "kantoor",
        sa.Column("id", sa.Integer(), nullable=False),
        *_texts("naam", "adres", "postcode", "plaats", "telefoon", "email", "website"),
        *_texts("antwoordadres", "venster", "hoofdreglement"),
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
        *_texts("sleutel", "naam", "rol"),
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


def _create_dossiers() -> None:
    """Dossiers, and the people there are."""
    op.create_table(
        "persoon",
        sa.Column("id", sa.Integer(), nullable=False),
        *_texts("naam", "organisatie", "functie", "adres", "postcode", "plaats", "telefoon", "email"),
        *_texts("afdeling", "naam_sleutel", "email_sleutel", "telefoon_sleutel"),
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
        *_texts("soort", "titel", "media_type", "sha256"),
        sa.Column("grootte", sa.Integer(), nullable=False),
        *_texts("herkomst", "bestandsnaam"),
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


def _create_formulier() -> None:
    """What was filled in."""
    op.create_table(
        "formulier",
        sa.Column("dossier_id", sa.Integer(), nullable=False),
        sa.Column("omschrijving", sa.Text(), nullable=True),
        sa.Column("product", sa.String(), nullable=True),
        sa.Column("datum_gebeurtenis", sa.Date(), nullable=True),
        sa.Column("overeenkomst", sa.String(), nullable=True),
        sa.Column("overeenkomst_op", sa.Date(), nullable=True),
        sa.Column("onderwerpen", sa.JSON(none_as_null=True), nullable=True),
        sa.Column("motivering", sa.Text(), nullable=True),
        sa.Column("wens", sa.Text(), nullable=True),
        sa.Column("dagtekening", sa.Date(), nullable=True),
        sa.Column("taal", sa.String(), nullable=True),
        sa.Column("hulp", sa.String(), nullable=True),
        sa.Column("machtiging_voor", sa.Text(), nullable=True),
        sa.Column("machtiging_op", sa.Date(), nullable=True),
        sa.Column("machtiging_getekend", sa.Boolean(), nullable=True),
        sa.Column("kanaal", sa.String(), nullable=True),
        sa.Column("ontvangen_op", sa.Date(), nullable=True),
        sa.Column("ontvangen_om", sa.Time(), nullable=True),
        sa.Column("aangenomen_door", sa.String(), nullable=True),
        sa.Column("hoedanigheid", sa.String(), nullable=True),
        sa.Column("soort", sa.String(), nullable=True),
        sa.Column("uiting", sa.String(), nullable=True),
        sa.Column("voortgang", sa.Text(), nullable=True),
        sa.Column("tevredenheid", sa.String(), nullable=True),
        sa.Column("tevredenheid_op", sa.Date(), nullable=True),
        sa.Column("invuller", sa.String(), nullable=True),
        sa.Column("oorzaak", sa.String(), nullable=True),
        sa.Column("oorzaak_toelichting", sa.Text(), nullable=True),
        sa.Column("oplossing", sa.Text(), nullable=True),
        sa.Column("overeenstemming", sa.Boolean(), nullable=True),
        sa.Column("bevindingen", sa.Text(), nullable=True),
        sa.Column("reacties", sa.Text(), nullable=True),
        sa.Column("conclusies", sa.Text(), nullable=True),
        sa.Column("afhandeling", sa.Text(), nullable=True),
        sa.Column("gegrondheid", sa.String(), nullable=True),
        sa.Column("aanbevelingen", sa.Text(), nullable=True),
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


def _texts(*names: str) -> list[sa.Column[str]]:
    return [sa.Column(name, sa.String(), nullable=False) for name in names]
