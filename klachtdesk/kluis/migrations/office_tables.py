"""The tables of the first version for the office as a whole, and for persons who stand in the kluis twice."""

import sqlalchemy as sa
from alembic import op

from klachtdesk.kluis.migrations.columns import long_texts, period, reference, texts


def create_office_tables() -> None:
    """Create what belongs to no dossier."""
    _create_functionarissen()
    _create_instanties()
    _create_verantwoording()
    _create_choices()


def _create_functionarissen() -> None:
    """Who does what, and who stands in for them."""
    op.create_table(
        "functionaris",
        sa.Column("id", sa.Integer(), nullable=False),
        *texts("sleutel", "reglement", "functie", "naam", "adres", "telefoon", "email", "website"),
        *period(nullable=True),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_functionaris")),
    )
    op.create_table(
        "vervanging",
        sa.Column("functionaris_id", sa.Integer(), nullable=False),
        sa.Column("rij", sa.Integer(), nullable=False),
        *texts("naam", "telefoon", "email", "aanleiding"),
        *period(nullable=True),
        reference("vervanging", "functionaris_id", "functionaris", cascade=True),
        sa.PrimaryKeyConstraint("functionaris_id", "rij", name=op.f("pk_vervanging")),
    )
    op.create_table(
        "commissielid",
        sa.Column("id", sa.Integer(), nullable=False),
        *texts("commissie", "naam", "functie", "afdeling"),
        *long_texts("deskundigheid", "onafhankelijkheid"),
        *texts("telefoon", "email"),
        *period(nullable=True),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_commissielid")),
    )


def _create_instanties() -> None:
    """The bodies above the office."""
    op.create_table(
        "instantie",
        sa.Column("id", sa.Integer(), nullable=False),
        *texts("sleutel", "reglement", "naam", "artikel", "adres", "telefoon", "email", "website"),
        *long_texts("kosten"),
        sa.Column("bindend", sa.Boolean(), nullable=False),
        *period(nullable=True),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_instantie")),
    )
    op.create_table(
        "instantielid",
        sa.Column("instantie_id", sa.Integer(), nullable=False),
        sa.Column("rij", sa.Integer(), nullable=False),
        *texts("naam", "functie"),
        reference("instantielid", "instantie_id", "instantie", cascade=True),
        sa.PrimaryKeyConstraint("instantie_id", "rij", name=op.f("pk_instantielid")),
    )


def _create_verantwoording() -> None:
    """Where the procedure is made known, and when the klachten were discussed."""
    op.create_table(
        "bekendmaking",
        sa.Column("id", sa.Integer(), nullable=False),
        *texts("sleutel", "reglement", "doelgroep", "waar", "artikel"),
        sa.Column("sinds", sa.Date(), nullable=True),
        sa.Column("laatst_nagekeken", sa.Date(), nullable=True),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_bekendmaking")),
    )
    op.create_table(
        "bespreking",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("reglementen", sa.JSON(), nullable=False),
        sa.Column("datum", sa.Date(), nullable=False),
        *long_texts("aanwezigen", "verslag", "maatregelen", "aanbevelingen", "besluit", "vervallen"),
        sa.Column("voorgelegd", sa.Boolean(), nullable=False),
        sa.Column("besluit_op", sa.Date(), nullable=True),
        sa.Column("vastgelegd_op", sa.DateTime(), nullable=False),
        sa.Column("vastgelegd_door", sa.Integer(), nullable=False),
        reference("bespreking", "vastgelegd_door", "gebruiker"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_bespreking")),
    )
    op.create_table(
        "besproken_dossier",
        sa.Column("bespreking_id", sa.Integer(), nullable=False),
        sa.Column("dossier_id", sa.Integer(), nullable=False),
        reference("besproken_dossier", "bespreking_id", "bespreking", cascade=True),
        reference("besproken_dossier", "dossier_id", "dossier", cascade=True),
        sa.PrimaryKeyConstraint("bespreking_id", "dossier_id", name=op.f("pk_besproken_dossier")),
    )


def _create_choices() -> None:
    """A reglement of the office's own in the making, and the bewaartermijnen that it chose."""
    op.create_table(
        "reglement_concept",
        sa.Column("id", sa.Integer(), nullable=False),
        *long_texts("toml", "tekst", "basis_toml"),
        sa.Column("gewijzigd_op", sa.DateTime(), nullable=False),
        sa.Column("gewijzigd_door", sa.Integer(), nullable=False),
        reference("reglement_concept", "gewijzigd_door", "gebruiker"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_reglement_concept")),
    )
    op.create_table(
        "bewaarkeuze",
        sa.Column("id", sa.Integer(), nullable=False),
        *texts("reglement"),
        sa.Column("aantal", sa.Integer(), nullable=False),
        *texts("eenheid"),
        *long_texts("motivering"),
        sa.Column("gekozen_op", sa.Date(), nullable=False),
        sa.Column("vastgelegd_op", sa.DateTime(), nullable=False),
        sa.Column("vastgelegd_door", sa.Integer(), nullable=False),
        reference("bewaarkeuze", "vastgelegd_door", "gebruiker"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_bewaarkeuze")),
    )


def create_person_tables() -> None:
    """Create what was decided about persons who look alike."""
    op.create_table(
        "samenvoeging",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("behouden_id", sa.Integer(), nullable=False),
        sa.Column("opgegaan_id", sa.Integer(), nullable=False),
        sa.Column("betrokkenheden", sa.JSON(), nullable=False),
        sa.Column("vervallen", sa.JSON(), nullable=False),
        sa.Column("gebeurtenissen", sa.JSON(), nullable=False),
        sa.Column("aangevuld", sa.JSON(), nullable=False),
        sa.Column("moment", sa.DateTime(), nullable=False),
        sa.Column("gebruiker_id", sa.Integer(), nullable=False),
        sa.Column("ongedaan_op", sa.DateTime(), nullable=True),
        reference("samenvoeging", "behouden_id", "persoon", cascade=True),
        reference("samenvoeging", "opgegaan_id", "persoon", cascade=True),
        reference("samenvoeging", "gebruiker_id", "gebruiker"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_samenvoeging")),
    )
    for column in ("behouden_id", "opgegaan_id"):
        op.create_index(op.f(f"ix_samenvoeging_{column}"), "samenvoeging", [column])
    op.create_table(
        "onderscheid",
        sa.Column("eerste_id", sa.Integer(), nullable=False),
        sa.Column("tweede_id", sa.Integer(), nullable=False),
        sa.Column("moment", sa.DateTime(), nullable=False),
        sa.Column("gebruiker_id", sa.Integer(), nullable=False),
        reference("onderscheid", "eerste_id", "persoon", cascade=True),
        reference("onderscheid", "tweede_id", "persoon", cascade=True),
        reference("onderscheid", "gebruiker_id", "gebruiker"),
        sa.PrimaryKeyConstraint("eerste_id", "tweede_id", name=op.f("pk_onderscheid")),
    )
