"""How the office answers for its procedure as a whole: where it is made known, what was discussed, how long is kept."""

from datetime import date, datetime

from sqlalchemy import JSON, ForeignKey, Text
from sqlalchemy.orm import Mapped, mapped_column, relationship

from klachtdesk.models.base import Base, Moment


class Bekendmaking(Base):
    """A place where klanten or medewerkers are told of the procedure."""

    __tablename__ = "bekendmaking"

    id: Mapped[int] = mapped_column(primary_key=True)
    sleutel: Mapped[str] = mapped_column(default="")
    """Its key in the reglement it came from; empty for one that the office added."""
    reglement: Mapped[str] = mapped_column(default="")
    """The key of that reglement."""
    doelgroep: Mapped[str]
    """`klanten` or `medewerkers`."""
    waar: Mapped[str]
    artikel: Mapped[str] = mapped_column(default="")
    sinds: Mapped[date | None]
    laatst_nagekeken: Mapped[date | None]


class Bespreking(Base):
    """A bespreking or yearly analyse of the klachten of the office."""

    __tablename__ = "bespreking"

    id: Mapped[int] = mapped_column(primary_key=True)
    reglementen: Mapped[list[str]] = mapped_column(JSON, default=list)
    """The keys of those whose klachten were discussed; empty for all."""
    datum: Mapped[date]
    aanwezigen: Mapped[str] = mapped_column(Text, default="")
    verslag: Mapped[str] = mapped_column(Text)
    maatregelen: Mapped[str] = mapped_column(Text, default="")
    aanbevelingen: Mapped[str] = mapped_column(Text, default="")
    voorgelegd: Mapped[bool] = mapped_column(default=False)
    """Whether it was put to the directie for a besluit."""
    besluit: Mapped[str] = mapped_column(Text, default="")
    besluit_op: Mapped[date | None]
    vervallen: Mapped[str] = mapped_column(Text, default="")
    """Why it was recorded by mistake; it counts no more."""
    vastgelegd_op: Mapped[datetime] = mapped_column(Moment)
    vastgelegd_door: Mapped[int] = mapped_column(ForeignKey("gebruiker.id"))

    dossiers: Mapped[list["BesprokenDossier"]] = relationship(
        cascade="all, delete-orphan", order_by="BesprokenDossier.dossier_id"
    )


class BesprokenDossier(Base):
    """A dossier that was discussed in a bespreking."""

    __tablename__ = "besproken_dossier"

    bespreking_id: Mapped[int] = mapped_column(
        ForeignKey("bespreking.id", ondelete="CASCADE"), primary_key=True
    )
    dossier_id: Mapped[int] = mapped_column(ForeignKey("dossier.id", ondelete="CASCADE"), primary_key=True)


class Bewaarkeuze(Base):
    """A bewaartermijn the office chose where its reglement names none; the last one for a reglement counts."""

    __tablename__ = "bewaarkeuze"

    id: Mapped[int] = mapped_column(primary_key=True)
    reglement: Mapped[str]
    """The key of the reglement."""
    aantal: Mapped[int]
    eenheid: Mapped[str]
    motivering: Mapped[str] = mapped_column(Text)
    gekozen_op: Mapped[date]
    vastgelegd_op: Mapped[datetime] = mapped_column(Moment)
    vastgelegd_door: Mapped[int] = mapped_column(ForeignKey("gebruiker.id"))
