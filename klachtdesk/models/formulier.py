"""What was filled in: a typed column per field of the catalogue, rows, history, and drafts."""

from datetime import date, datetime, time

from sqlalchemy import JSON, ForeignKey, LargeBinary, Text
from sqlalchemy.orm import Mapped, mapped_column

from klachtdesk.models.base import Base, Moment


class Formulier(Base):
    """The values of all forms of one dossier; a key that stands on two forms is one column."""

    __tablename__ = "formulier"

    dossier_id: Mapped[int] = mapped_column(ForeignKey("dossier.id", ondelete="CASCADE"), primary_key=True)

    omschrijving: Mapped[str | None] = mapped_column(Text)
    product: Mapped[str | None]
    datum_gebeurtenis: Mapped[date | None]
    overeenkomst: Mapped[str | None]
    overeenkomst_op: Mapped[date | None]
    onderwerpen: Mapped[list[str] | None] = mapped_column(JSON(none_as_null=True))
    motivering: Mapped[str | None] = mapped_column(Text)
    wens: Mapped[str | None] = mapped_column(Text)
    dagtekening: Mapped[date | None]
    taal: Mapped[str | None]
    hulp: Mapped[str | None]
    machtiging_voor: Mapped[str | None] = mapped_column(Text)
    machtiging_op: Mapped[date | None]
    machtiging_getekend: Mapped[bool | None]
    kanaal: Mapped[str | None]
    ontvangen_op: Mapped[date | None]
    ontvangen_om: Mapped[time | None]
    aangenomen_door: Mapped[str | None]
    hoedanigheid: Mapped[str | None]
    soort: Mapped[str | None]
    uiting: Mapped[str | None]
    voortgang: Mapped[str | None] = mapped_column(Text)
    tevredenheid: Mapped[str | None]
    tevredenheid_op: Mapped[date | None]
    invuller: Mapped[str | None]
    oorzaak: Mapped[str | None]
    oorzaak_toelichting: Mapped[str | None] = mapped_column(Text)
    oplossing: Mapped[str | None] = mapped_column(Text)
    overeenstemming: Mapped[bool | None]
    bevindingen: Mapped[str | None] = mapped_column(Text)
    reacties: Mapped[str | None] = mapped_column(Text)
    conclusies: Mapped[str | None] = mapped_column(Text)
    afhandeling: Mapped[str | None] = mapped_column(Text)
    gegrondheid: Mapped[str | None]
    aanbevelingen: Mapped[str | None] = mapped_column(Text)


class Klachtonderdeel(Base):
    """One part of the klacht with its own oordeel."""

    __tablename__ = "klachtonderdeel"

    dossier_id: Mapped[int] = mapped_column(ForeignKey("dossier.id", ondelete="CASCADE"), primary_key=True)
    rij: Mapped[int] = mapped_column(primary_key=True)
    onderwerp: Mapped[str | None]
    omschrijving: Mapped[str | None]
    gegrondheid: Mapped[str | None]


class FormulierWijziging(Base):
    """What a field held before it was changed, by whom and when."""

    __tablename__ = "formulier_wijziging"

    id: Mapped[int] = mapped_column(primary_key=True)
    dossier_id: Mapped[int] = mapped_column(ForeignKey("dossier.id", ondelete="CASCADE"), index=True)
    sleutel: Mapped[str]
    """The raw key of the field, so that rows are told apart."""
    oude_waarde: Mapped[str] = mapped_column(Text)
    moment: Mapped[datetime] = mapped_column(Moment)
    gebruiker_id: Mapped[int] = mapped_column(ForeignKey("gebruiker.id"))


class Draft(Base):
    """A form that is being typed: raw text per key, so that an unfinished date survives a power cut."""

    __tablename__ = "draft"

    id: Mapped[int] = mapped_column(primary_key=True)
    formulier: Mapped[str]
    dossier_id: Mapped[int | None] = mapped_column(ForeignKey("dossier.id", ondelete="CASCADE"), index=True)
    """None for a melding that is not registered yet."""
    gebruiker_id: Mapped[int] = mapped_column(ForeignKey("gebruiker.id"))
    waarden: Mapped[dict[str, str]] = mapped_column(JSON)
    begonnen_op: Mapped[datetime] = mapped_column(Moment)
    bewaard_op: Mapped[datetime] = mapped_column(Moment)


class DraftBijlage(Base):
    """A file that came with a melding which is not registered yet; it goes to the dossier when that is made."""

    __tablename__ = "draft_bijlage"

    id: Mapped[int] = mapped_column(primary_key=True)
    draft_id: Mapped[int] = mapped_column(ForeignKey("draft.id", ondelete="CASCADE"), index=True)
    naam: Mapped[str]
    media_type: Mapped[str]
    inhoud: Mapped[bytes] = mapped_column(LargeBinary)
