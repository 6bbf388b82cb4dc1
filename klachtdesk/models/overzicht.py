"""What the yearly overview rests on beside the dossiers: kept figures, producten, analysis and aanbevelingen."""

from datetime import date, datetime
from typing import Any

from sqlalchemy import JSON, ForeignKey, Text, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from klachtdesk.models.base import Base, Moment


class Cijferrecord(Base):
    """The figures of a dossier that is gone: no person and no text, so that the overview still adds up."""

    __tablename__ = "cijferrecord"
    __table_args__ = (UniqueConstraint("jaar", "volgnummer"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    jaar: Mapped[int]
    volgnummer: Mapped[int]
    gegevens: Mapped[dict[str, Any]] = mapped_column(JSON)
    vastgelegd_op: Mapped[datetime] = mapped_column(Moment)


class Product(Base):
    """A training, product or dienst on the list of the office: only these are named in figures, no typed text is."""

    __tablename__ = "product"

    id: Mapped[int] = mapped_column(primary_key=True)
    sleutel: Mapped[str] = mapped_column(unique=True)
    naam: Mapped[str]
    ook_wel: Mapped[str] = mapped_column(Text, default="")
    """How it is typed as well, one to a line."""


class Overzichtstekst(Base):
    """The analysis that somebody wrote with the figures of a period."""

    __tablename__ = "overzichtstekst"
    __table_args__ = (UniqueConstraint("van", "tot", "reglement"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    van: Mapped[date]
    tot: Mapped[date]
    """The last day of the period."""
    reglement: Mapped[str] = mapped_column(default="")
    """The key of the reglement it is about; empty for all."""
    analyse: Mapped[str] = mapped_column(Text, default="")
    gewijzigd_op: Mapped[datetime] = mapped_column(Moment)
    gewijzigd_door: Mapped[int] = mapped_column(ForeignKey("gebruiker.id"))


class Aanbeveling(Base):
    """What should change, from the overview of a period: it becomes a maatregel with an owner and a day."""

    __tablename__ = "aanbeveling"

    id: Mapped[int] = mapped_column(primary_key=True)
    van: Mapped[date]
    tot: Mapped[date]
    reglement: Mapped[str] = mapped_column(default="")
    soort: Mapped[str]
    """`voorkoming` or `verbetering`."""
    tekst: Mapped[str] = mapped_column(Text)
    bespreking_id: Mapped[int | None] = mapped_column(ForeignKey("bespreking.id", ondelete="SET NULL"))
    """The bespreking in which it was decided on."""
    besluit: Mapped[str] = mapped_column(default="")
    """`overgenomen` or `niet_overgenomen`; empty while nothing was decided."""
    eigenaar: Mapped[str] = mapped_column(default="")
    uiterlijk: Mapped[date | None]
    uitgevoerd_op: Mapped[date | None]
    uitkomst: Mapped[str] = mapped_column(default="")
    """`effectief`, `deels` or `niet`; empty while it was not evaluated."""
    geevalueerd_op: Mapped[date | None]
    vastgelegd_op: Mapped[datetime] = mapped_column(Moment)
    vastgelegd_door: Mapped[int] = mapped_column(ForeignKey("gebruiker.id"))
