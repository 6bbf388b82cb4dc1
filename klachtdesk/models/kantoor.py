"""The office itself: who it is, who works with the program, its reglementen and its certificate."""

from datetime import date, datetime

from sqlalchemy import ForeignKey, LargeBinary, Text, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from klachtdesk.formulieren.kantoor import KLEINE_AANTALLEN
from klachtdesk.models.base import Base, Moment


class Kantoor(Base):
    """The office whose kluis this is; one row."""

    __tablename__ = "kantoor"

    id: Mapped[int] = mapped_column(primary_key=True)
    naam: Mapped[str]
    adres: Mapped[str] = mapped_column(default="")
    postcode: Mapped[str] = mapped_column(default="")
    plaats: Mapped[str] = mapped_column(default="")
    telefoon: Mapped[str] = mapped_column(default="")
    email: Mapped[str] = mapped_column(default="")
    website: Mapped[str] = mapped_column(default="")
    antwoordadres: Mapped[str] = mapped_column(default="")
    """Where answers go, when that is not the address of the office."""
    ondertekening: Mapped[str] = mapped_column(Text, default="")
    """What stands under a letter, below "Met vriendelijke groet"; several lines."""
    venster: Mapped[str] = mapped_column(default="")
    """On which side its envelopes have their window, `links` or `rechts`; empty for left."""
    logo: Mapped[bytes | None] = mapped_column(LargeBinary)
    """PNG or JPEG, for the letterhead."""
    eenmanskantoor: Mapped[bool] = mapped_column(default=False)
    """Whether one person does everything; then the oordeel on that person needs somebody from outside."""
    stilte_dagen: Mapped[int | None]
    """After how many days without word to the klager the program says so; 0 for never, None as its reglement has it."""
    hoofdreglement: Mapped[str] = mapped_column(default="")
    """The key of the reglement that is proposed for a melding; empty for the first one that the office had."""
    kleine_aantallen: Mapped[int] = mapped_column(default=KLEINE_AANTALLEN)
    """Counts below this are not shown in an overview for outside the directie."""


class Gebruiker(Base):
    """Somebody with a password of their own; `sleutel` is the id by which the key file knows them."""

    __tablename__ = "gebruiker"

    id: Mapped[int] = mapped_column(primary_key=True)
    sleutel: Mapped[str] = mapped_column(unique=True)
    naam: Mapped[str]
    rol: Mapped[str]


class ReglementVersie(Base):
    """A reglement as it was when it came into force here; never changed, so running dossiers keep theirs."""

    __tablename__ = "reglement_versie"
    __table_args__ = (UniqueConstraint("sleutel", "sha256", "van_kracht"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    sleutel: Mapped[str]
    sha256: Mapped[str]
    """Of the TOML text, in hexadecimal."""
    toml: Mapped[str] = mapped_column(Text)
    tekst: Mapped[str] = mapped_column(Text)
    """The text of the regulation, in which the quoted words stand."""
    vervangt: Mapped[str] = mapped_column(default="")
    """The key of another reglement whose place this one takes; empty for one that stands beside the others."""
    van_kracht: Mapped[date]
    """First day on which a received klacht falls under this version."""
    tot: Mapped[date | None]
    """Last day, where the office stopped using this reglement beside another one."""
    vastgelegd_op: Mapped[datetime] = mapped_column(Moment)


class ReglementConcept(Base):
    """A reglement of the office's own in the making; it may be wrong as long as it is not in force."""

    __tablename__ = "reglement_concept"

    id: Mapped[int] = mapped_column(primary_key=True)
    toml: Mapped[str] = mapped_column(Text)
    tekst: Mapped[str] = mapped_column(Text)
    basis_toml: Mapped[str] = mapped_column(Text)
    """What it was before it was changed, to tell what the office changed."""
    gewijzigd_op: Mapped[datetime] = mapped_column(Moment)
    gewijzigd_door: Mapped[int] = mapped_column(ForeignKey("gebruiker.id"))


class Certificaat(Base):
    """The office's own certificate with its key, as PKCS#12; it seals what the office freezes."""

    __tablename__ = "certificaat"

    id: Mapped[int] = mapped_column(primary_key=True)
    pkcs12: Mapped[bytes] = mapped_column(LargeBinary)
    wachtwoord: Mapped[str]
    """Of the PKCS#12; random, and safe here because the whole file is encrypted."""
    gemaakt_op: Mapped[datetime] = mapped_column(Moment)


class AuditRegel(Base):
    """Who did what when: ids only, no names or texts, each line chained to the one before it."""

    __tablename__ = "audit_regel"

    id: Mapped[int] = mapped_column(primary_key=True)
    moment: Mapped[datetime] = mapped_column(Moment)
    gebruiker_id: Mapped[int | None] = mapped_column(ForeignKey("gebruiker.id"))
    handeling: Mapped[str]
    object_soort: Mapped[str]
    object_id: Mapped[int | None]
    keten: Mapped[str] = mapped_column(unique=True)
    """SHA-256, in hexadecimal, over the chain value of the line before and the fields of this one."""
