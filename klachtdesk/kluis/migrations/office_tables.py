"""The tables of the first version for the office as a whole, and for persons who stand in the kluis twice."""

import sqlalchemy as sa
from alembic import op


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
        *_texts("sleutel", "reglement", "functie", "naam", "adres", "telefoon", "email", "website"),
        *_period(),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_functionaris")),
    )
    op.create_table(
        "vervanging",
        sa.Column("functionaris_id", sa.Integer(), nullable=False),
        sa.Column("rij", sa.Integer(), nullable=False),
        *_texts("naam", "telefoon", "email", "aanleiding"),
        *_period(),
        _reference("vervanging", "functionaris_id", "functionaris", cascade=True),
        sa.PrimaryKeyConstraint("functionaris_id", "rij", name=op.f("pk_vervanging")),
    )
    op.create_table(
        "commissielid",
        sa.Column("id", sa.Integer(), nullable=False),
        *_texts("commissie", "naam", "functie", "afdeling"),
        *_long_texts("deskundigheid", "onafhankelijkheid"),
        *_texts("telefoon", "email"),
        *_period(),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_commissielid")),
    )


def _create_instanties() -> None:
    """The bodies above the office."""
    op.create_table(
        "instantie",
        sa.Column("id", sa.Integer(), nullable=False),
        *_texts("sleutel", "reglement", "naam", "artikel", "adres", "telefoon", "email", "website"),
        *_long_texts("kosten"),
        sa.Column("bindend", sa.Boolean(), nullable=False),
        *_period(),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_instantie")),
    )
    op.create_table(
        "instantielid",
        sa.Column("instantie_id", sa.Integer(), nullable=False),
        sa.Column("rij", sa.Integer(), nullable=False),
        *_texts("naam", "functie"),
        _reference("instantielid", "instantie_id", "instantie", cascade=True),
        sa.PrimaryKeyConstraint("instantie_id", "rij", name=op.f("pk_instantielid")),
    )


def _create_verantwoording() -> None:
    """Where the procedure is made known, and when the klachten were discussed."""
    op.create_table(
        "bekendmaking",
        sa.Column("id", sa.Integer(), nullable=False),
        *_texts("sleutel", "reglement", "doelgroep", "waar", "artikel"),
        sa.Column("sinds", sa.Date(), nullable=True),
        sa.Column("laatst_nagekeken", sa.Date(), nullable=True),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_bekendmaking")),
    )
    op.create_table(
        "bespreking",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("reglementen", sa.JSON(), nullable=False),
        sa.Column("datum", sa.Date(), nullable=False),
        *_long_texts("aanwezigen", "verslag", "maatregelen", "aanbevelingen", "besluit", "vervallen"),
        sa.Column("voorgelegd", sa.Boolean(), nullable=False),
        sa.Column("besluit_op", sa.Date(), nullable=True),
        sa.Column("vastgelegd_op", sa.DateTime(), nullable=False),
        sa.Column("vastgelegd_door", sa.Integer(), nullable=False),
        _reference("bespreking", "vastgelegd_door", "gebruiker"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_bespreking")),
    )
    op.create_table(
        "besproken_dossier",
        sa.Column("bespreking_id", sa.Integer(), nullable=False),
        sa.Column("dossier_id", sa.Integer(), nullable=False),
        _reference("besproken_dossier", "bespreking_id", "bespreking", cascade=True),
        _reference("besproken_dossier", "dossier_id", "dossier", cascade=True),
        sa.PrimaryKeyConstraint("bespreking_id", "dossier_id", name=op.f("pk_besproken_dossier")),
    )


def _create_choices() -> None:
    """A reglement of the office's own in the making, and the bewaartermijnen that it chose."""
    op.create_table(
        "reglement_concept",
        sa.Column("id", sa.Integer(), nullable=False),
        *_long_texts("toml", "tekst", "basis_toml"),
        sa.Column("gewijzigd_op", sa.DateTime(), nullable=False),
        sa.Column("gewijzigd_door", sa.Integer(), nullable=False),
        _reference("reglement_concept", "gewijzigd_door", "gebruiker"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_reglement_concept")),
    )
    op.create_table(
        "bewaarkeuze",
        sa.Column("id", sa.Integer(), nullable=False),
        *_texts("reglement"),
        sa.Column("aantal", sa.Integer(), nullable=False),
        *_texts("eenheid"),
        *_long_texts("motivering"),
        sa.Column("gekozen_op", sa.Date(), nullable=False),
        sa.Column("vastgelegd_op", sa.DateTime(), nullable=False),
        sa.Column("vastgelegd_door", sa.Integer(), nullable=False),
        _reference("bewaarkeuze", "vastgelegd_door", "gebruiker"),
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
        _reference("samenvoeging", "behouden_id", "persoon", cascade=True),
        _reference("samenvoeging", "opgegaan_id", "persoon", cascade=True),
        _reference("samenvoeging", "gebruiker_id", "gebruiker"),
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
        _reference("onderscheid", "eerste_id", "persoon", cascade=True),
        _reference("onderscheid", "tweede_id", "persoon", cascade=True),
        _reference("onderscheid", "gebruiker_id", "gebruiker"),
        sa.PrimaryKeyConstraint("eerste_id", "tweede_id", name=op.f("pk_onderscheid")),
    )


def _texts(*names: str) -> list[sa.Column[str]]:
    return [sa.Column(name, sa.String(), nullable=False) for name in names]


def _long_texts(*names: str) -> list[sa.Column[str]]:
    return [sa.Column(name, sa.Text(), nullable=False) for name in names]


def _period() -> list[sa.Column[object]]:
    return [sa.Column(name, sa.Date(), nullable=True) for name in ("van", "tot")]


def _reference(table: str, column: str, to: str, *, cascade: bool = False) -> sa.ForeignKeyConstraint:
    return sa.ForeignKeyConstraint(
        [column],
        [f"{to}.id"],
        name=op.f(f"fk_{table}_{column}"),
        ondelete="CASCADE" if cascade else None,
    )
