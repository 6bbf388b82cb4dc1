"""The dossier: its number, its people, what happened in it and what belongs to it.

Status, termijnen and bewaartermijn are derived from these records and stored nowhere.
"""

from datetime import date, datetime
from typing import Any

from sqlalchemy import JSON, ForeignKey, Index, LargeBinary, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column, relationship, validates

from klachtdesk.models import herkenning
from klachtdesk.models.base import Base, Moment
from klachtdesk.models.kantoor import ReglementVersie


class Dossier(Base):
    """A dossier, bound to the version of the reglement in force when it was received."""

    __tablename__ = "dossier"
    __table_args__ = (UniqueConstraint("jaar", "volgnummer"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    jaar: Mapped[int]
    volgnummer: Mapped[int]
    """Counts from 1 in each year."""
    reglement_versie_id: Mapped[int] = mapped_column(ForeignKey("reglement_versie.id"))
    aangemaakt_op: Mapped[datetime] = mapped_column(Moment)
    aangemaakt_door: Mapped[int] = mapped_column(ForeignKey("gebruiker.id"))

    reglement_versie: Mapped[ReglementVersie] = relationship()
    betrokkenheden: Mapped[list["Betrokkenheid"]] = relationship(
        back_populates="dossier", cascade="all, delete-orphan", order_by="Betrokkenheid.id"
    )
    gebeurtenissen: Mapped[list["Gebeurtenis"]] = relationship(
        back_populates="dossier", cascade="all, delete-orphan", order_by="Gebeurtenis.id"
    )

    @property
    def nummer(self) -> str:
        """The kenmerk, for instance 2026-014."""
        return f"{self.jaar}-{self.volgnummer:03d}"


_SLEUTELS = {
    "naam": herkenning.naam_sleutel,
    "email": herkenning.email_sleutel,
    "telefoon": herkenning.telefoon_sleutel,
}


class Persoon(Base):
    """Somebody who plays a part in one or more dossiers; the `_sleutel` columns find those who look alike."""

    __tablename__ = "persoon"

    id: Mapped[int] = mapped_column(primary_key=True)
    naam: Mapped[str] = mapped_column(default="", index=True)
    organisatie: Mapped[str] = mapped_column(default="")
    functie: Mapped[str] = mapped_column(default="")
    adres: Mapped[str] = mapped_column(default="")
    postcode: Mapped[str] = mapped_column(default="")
    plaats: Mapped[str] = mapped_column(default="")
    telefoon: Mapped[str] = mapped_column(default="")
    email: Mapped[str] = mapped_column(default="")
    afdeling: Mapped[str] = mapped_column(default="")
    """Where in the office somebody works: who judges a bezwaar must come from elsewhere."""
    naam_sleutel: Mapped[str] = mapped_column(default="", index=True)
    email_sleutel: Mapped[str] = mapped_column(default="", index=True)
    telefoon_sleutel: Mapped[str] = mapped_column(default="", index=True)

    @validates(*_SLEUTELS)
    def _follow(self, field: str, value: str) -> str:
        setattr(self, f"{field}_sleutel", _SLEUTELS[field](value))
        return value


class Betrokkenheid(Base):
    """The part a person plays in a dossier: melder, klager, betrokkene or behandelaar."""

    __tablename__ = "betrokkenheid"
    __table_args__ = (UniqueConstraint("dossier_id", "rol", "rij"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    dossier_id: Mapped[int] = mapped_column(ForeignKey("dossier.id", ondelete="CASCADE"), index=True)
    persoon_id: Mapped[int] = mapped_column(ForeignKey("persoon.id"), index=True)
    rol: Mapped[str]
    rij: Mapped[int]
    """The row on the form, from 1, so that a second betrokkene stays the second."""

    dossier: Mapped[Dossier] = relationship(back_populates="betrokkenheden")
    persoon: Mapped[Persoon] = relationship(lazy="joined")


class Gebeurtenis(Base):
    """Something that happened, on a date. Never edited: a wrong one is replaced by a later one."""

    __tablename__ = "gebeurtenis"
    __table_args__ = (Index("ix_gebeurtenis_soort_datum", "soort", "datum"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    dossier_id: Mapped[int] = mapped_column(ForeignKey("dossier.id", ondelete="CASCADE"), index=True)
    soort: Mapped[str]
    datum: Mapped[date]
    ref: Mapped[str | None]
    velden: Mapped[dict[str, Any]] = mapped_column(JSON, default=dict)
    """The other fields of this kind of event, by key, as text."""
    persoon_id: Mapped[int | None] = mapped_column(ForeignKey("persoon.id"), index=True)
    document_id: Mapped[int | None] = mapped_column(ForeignKey("document.id"))
    vervangt_id: Mapped[int | None] = mapped_column(ForeignKey("gebeurtenis.id"))
    """The event that this one cancels (a correctie) or takes the place of; that one counts no more."""
    vastgelegd_op: Mapped[datetime] = mapped_column(Moment)
    vastgelegd_door: Mapped[int] = mapped_column(ForeignKey("gebruiker.id"))

    dossier: Mapped[Dossier] = relationship(back_populates="gebeurtenissen")
    persoon: Mapped[Persoon | None] = relationship()


class Document(Base):
    """A final document. Its content never changes: a new version is a new document that names the old one."""

    __tablename__ = "document"

    id: Mapped[int] = mapped_column(primary_key=True)
    dossier_id: Mapped[int] = mapped_column(ForeignKey("dossier.id", ondelete="CASCADE"), index=True)
    soort: Mapped[str]
    titel: Mapped[str]
    media_type: Mapped[str]
    sha256: Mapped[str]
    grootte: Mapped[int]
    """In bytes."""
    herkomst: Mapped[str] = mapped_column(default="gemaakt")
    """`gemaakt` here, `ontvangen` from somebody, or `bijgevoegd` by whoever works on the dossier."""
    bestandsnaam: Mapped[str] = mapped_column(default="")
    """What the file was called before it came in; empty for what was made here."""
    vervangt_id: Mapped[int | None] = mapped_column(ForeignKey("document.id"))
    gemaakt_op: Mapped[datetime] = mapped_column(Moment)
    gemaakt_door: Mapped[int] = mapped_column(ForeignKey("gebruiker.id"))

    inhoud: Mapped["DocumentInhoud"] = relationship(
        cascade="all, delete-orphan", single_parent=True, back_populates="document"
    )


class DocumentInhoud(Base):
    """The bytes of a document, in a table of their own so that lists never read them."""

    __tablename__ = "document_inhoud"

    document_id: Mapped[int] = mapped_column(ForeignKey("document.id", ondelete="CASCADE"), primary_key=True)
    inhoud: Mapped[bytes] = mapped_column(LargeBinary)

    document: Mapped[Document] = relationship(back_populates="inhoud")
