"""What letters are made of: the office's own copies of their texts, and what each letter was made from."""

from datetime import datetime

from sqlalchemy import JSON, ForeignKey, Text, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from klachtdesk.models.base import Base, Moment


class Briefsjabloon(Base):
    """A letter, or a part that letters share, in the words of the office; without one the standard holds."""

    __tablename__ = "briefsjabloon"
    __table_args__ = (UniqueConstraint("reglement", "sleutel"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    reglement: Mapped[str] = mapped_column(default="")
    """The key of the reglement it is for; empty for all."""
    sleutel: Mapped[str]
    onderwerp: Mapped[str] = mapped_column(default="")
    tekst: Mapped[str] = mapped_column(Text)
    gewijzigd_op: Mapped[datetime] = mapped_column(Moment)
    gewijzigd_door: Mapped[int] = mapped_column(ForeignKey("gebruiker.id"))


class Brief(Base):
    """What a final letter was made from: to begin a new version with, and to address a mail."""

    __tablename__ = "brief"

    document_id: Mapped[int] = mapped_column(ForeignKey("document.id", ondelete="CASCADE"), primary_key=True)
    titel: Mapped[str]
    """What kind of letter it is; it names no person."""
    email: Mapped[str] = mapped_column(default="")
    """Of whom it went to, as it was then."""
    bijlage_id: Mapped[int | None] = mapped_column(ForeignKey("document.id"))
    """The document that goes along, such as the oordeel."""
    invoer: Mapped[dict[str, str]] = mapped_column(JSON)
    """The raw texts by key; empty for a copy."""
