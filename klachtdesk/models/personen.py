"""What was decided about persons who stand in the kluis twice, or seem to."""

from datetime import datetime

from sqlalchemy import JSON, ForeignKey
from sqlalchemy.orm import Mapped, mapped_column

from klachtdesk.models.base import Base, Moment


class Samenvoeging(Base):
    """That two persons turned out to be one: who was kept, who went into them, and all that moved with that.

    The record of who went into the other stays as it was, so that nothing is lost and it can be undone.
    """

    __tablename__ = "samenvoeging"

    id: Mapped[int] = mapped_column(primary_key=True)
    behouden_id: Mapped[int] = mapped_column(ForeignKey("persoon.id", ondelete="CASCADE"), index=True)
    opgegaan_id: Mapped[int] = mapped_column(ForeignKey("persoon.id", ondelete="CASCADE"), index=True)
    betrokkenheden: Mapped[list[int]] = mapped_column(JSON)
    """Ids of what was moved from one to the other."""
    vervallen: Mapped[list[dict[str, str | int]]] = mapped_column(JSON)
    """Parts that both played in one dossier, and that one of them plays now: dossier_id, rol and rij."""
    gebeurtenissen: Mapped[dict[str, dict[str, str]]] = mapped_column(JSON)
    """By the id of an event: the fields that named who went into the other, as they were."""
    aangevuld: Mapped[dict[str, str]] = mapped_column(JSON)
    """Fields that were empty with who was kept, and what the other's held."""
    moment: Mapped[datetime] = mapped_column(Moment)
    gebruiker_id: Mapped[int] = mapped_column(ForeignKey("gebruiker.id"))
    ongedaan_op: Mapped[datetime | None] = mapped_column(Moment)


class Onderscheid(Base):
    """That two persons who look alike are two persons; the lower id stands first."""

    __tablename__ = "onderscheid"

    eerste_id: Mapped[int] = mapped_column(ForeignKey("persoon.id", ondelete="CASCADE"), primary_key=True)
    tweede_id: Mapped[int] = mapped_column(ForeignKey("persoon.id", ondelete="CASCADE"), primary_key=True)
    moment: Mapped[datetime] = mapped_column(Moment)
    gebruiker_id: Mapped[int] = mapped_column(ForeignKey("gebruiker.id"))
