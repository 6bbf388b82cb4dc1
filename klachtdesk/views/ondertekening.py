"""Signature fields, and how the signatures in a document stand."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum


@dataclass(frozen=True, slots=True)
class Handtekeningvak:
    """A place in a PDF where one party signs.

    `rect` is (left, bottom, right, top) in points from the lower left corner of the page; `pagina` counts
    from 0.
    """

    naam: str
    pagina: int
    rect: tuple[float, float, float, float]
    partij: str
    """The name of who signs here."""


class HandtekeningStatus(StrEnum):
    """How one signature field stands."""

    OPEN = "open"
    GETEKEND = "getekend"
    ONGELDIG = "ongeldig"


@dataclass(frozen=True, slots=True)
class HandtekeningView:
    """One signature field. Trust in the certificate is told apart and never makes a signature invalid."""

    veld: str
    naam: str
    """The party the field was made for, as the document says."""
    status: HandtekeningStatus
    ondertekenaar: str | None = None
    """The name in the certificate that signed."""
    uitgever: str | None = None
    """The name of who issued that certificate."""
    wijze: str | None = None
    """The way of signing, as the signature itself states it in Dutch."""
    gezet_op: datetime | None = None
    """The time that the signer's own computer stated."""
    intact: bool = False
    """The signed bytes are those of the document."""
    ongewijzigd: bool = False
    """Nothing was altered after this signature, apart from other signatures."""
    vertrouwd: bool = False
    """The certificate chains up to a root that the caller trusts."""
    uitleg: str = ""
    """In Dutch, for the user: what was checked and what is wrong, if anything."""


@dataclass(frozen=True, slots=True)
class OndertekeningView:
    """All signature fields of one document, and what follows from them."""

    velden: tuple[HandtekeningView, ...]
    volledig: bool
    """Every field is signed and all signatures, the office's seal included, are valid."""
    bevroren: bool
    """The document carries the office's certifying signature."""
    zegel_geldig: bool
    oordeel: str
    """One Dutch sentence."""
