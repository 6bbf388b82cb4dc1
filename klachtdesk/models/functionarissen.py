"""Who does what in the office, and the bodies above it; each for a period, so that an old dossier still reads true."""

from datetime import date

from sqlalchemy import ForeignKey, Text
from sqlalchemy.orm import Mapped, mapped_column, relationship

from klachtdesk.models.base import Base


class Functionaris(Base):
    """Somebody with a functie in the procedure, or the functie alone while nobody is named for it."""

    __tablename__ = "functionaris"

    id: Mapped[int] = mapped_column(primary_key=True)
    sleutel: Mapped[str] = mapped_column(default="")
    """Its key in the reglement it came from; empty for one that the office added."""
    reglement: Mapped[str] = mapped_column(default="")
    """The key of that reglement: another one of the office may have the same functie. Empty: for all of them."""
    functie: Mapped[str]
    naam: Mapped[str] = mapped_column(default="")
    adres: Mapped[str] = mapped_column(default="")
    telefoon: Mapped[str] = mapped_column(default="")
    email: Mapped[str] = mapped_column(default="")
    website: Mapped[str] = mapped_column(default="")
    van: Mapped[date | None]
    tot: Mapped[date | None]
    """The last day; open-ended while it is None."""

    vervangers: Mapped[list["Vervanging"]] = relationship(
        cascade="all, delete-orphan", order_by="Vervanging.rij"
    )


class Vervanging(Base):
    """Who stands in for a functionaris: during leave, or where the functionaris is involved in the klacht."""

    __tablename__ = "vervanging"

    functionaris_id: Mapped[int] = mapped_column(
        ForeignKey("functionaris.id", ondelete="CASCADE"), primary_key=True
    )
    rij: Mapped[int] = mapped_column(primary_key=True)
    naam: Mapped[str]
    telefoon: Mapped[str] = mapped_column(default="")
    email: Mapped[str] = mapped_column(default="")
    aanleiding: Mapped[str]
    """`afwezigheid` or `betrokkenheid`."""
    van: Mapped[date | None]
    tot: Mapped[date | None]


class Commissielid(Base):
    """A member of a commissie of the office, with why they can judge independently (Klik Onderwijs formeel 10)."""

    __tablename__ = "commissielid"

    id: Mapped[int] = mapped_column(primary_key=True)
    commissie: Mapped[str]
    naam: Mapped[str]
    functie: Mapped[str] = mapped_column(default="")
    afdeling: Mapped[str] = mapped_column(default="")
    deskundigheid: Mapped[str] = mapped_column(Text)
    onafhankelijkheid: Mapped[str] = mapped_column(Text)
    telefoon: Mapped[str] = mapped_column(default="")
    email: Mapped[str] = mapped_column(default="")
    van: Mapped[date | None]
    tot: Mapped[date | None]


class Instantie(Base):
    """A body above the office's own procedure, before which a klacht can be put."""

    __tablename__ = "instantie"

    id: Mapped[int] = mapped_column(primary_key=True)
    sleutel: Mapped[str]
    """As `beroep_ingesteld` names it; one that the office added has one of its own."""
    reglement: Mapped[str] = mapped_column(default="")
    """The key of the reglement it came from. Empty: for all reglementen of the office."""
    naam: Mapped[str]
    artikel: Mapped[str] = mapped_column(default="")
    adres: Mapped[str] = mapped_column(default="")
    telefoon: Mapped[str] = mapped_column(default="")
    email: Mapped[str] = mapped_column(default="")
    website: Mapped[str] = mapped_column(default="")
    kosten: Mapped[str] = mapped_column(Text, default="")
    bindend: Mapped[bool] = mapped_column(default=False)
    van: Mapped[date | None]
    tot: Mapped[date | None]

    leden: Mapped[list["Instantielid"]] = relationship(
        cascade="all, delete-orphan", order_by="Instantielid.rij"
    )


class Instantielid(Base):
    """A member of a body above the office."""

    __tablename__ = "instantielid"

    instantie_id: Mapped[int] = mapped_column(
        ForeignKey("instantie.id", ondelete="CASCADE"), primary_key=True
    )
    rij: Mapped[int] = mapped_column(primary_key=True)
    naam: Mapped[str]
    functie: Mapped[str] = mapped_column(default="")
