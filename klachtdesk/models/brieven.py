"""The office's own copies of the letter templates."""

from datetime import datetime

from sqlalchemy import ForeignKey, Text, UniqueConstraint
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
