"""Reads a klachtenformulier that comes back as a PDF: whose it is, and what stands in its fields.

Nothing in the file is run, and no text of it is trusted: what can't be read is told, never raised.
"""

import io
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Final

import pikepdf
from pikepdf import Pdf, PdfError

from klachtdesk.documenten.klachtenformulier import MERK, VORM
from klachtdesk.documenten.pdf_grenzen import bounded_pdf
from klachtdesk.documenten.pdf_velden import read_fields

MAX_BYTES: Final = 25 * 1024 * 1024
_MARK_PARTS: Final = 3


class Herkend(StrEnum):
    """What a file turned out to be."""

    FORMULIER = "formulier"
    PLAT = "plat"
    """Our form, of which the fields were made part of the page."""
    ANDER_FORMULIER = "ander_formulier"
    GEEN_FORMULIER = "geen_formulier"
    VERSLEUTELD = "versleuteld"
    BESCHADIGD = "beschadigd"
    TE_GROOT = "te_groot"
    GEEN_PDF = "geen_pdf"


@dataclass(frozen=True, slots=True)
class GelezenPdf:
    """What was found: raw values by raw key, and of which reglement the form is."""

    herkend: Herkend
    reglement: str = ""
    versie: str = ""
    waarden: dict[str, str] = field(default_factory=dict)


def read_formulier_pdf(inhoud: bytes) -> GelezenPdf:
    """Read a file of which nothing is known; never raises for what is in it."""
    if len(inhoud) > MAX_BYTES:
        return GelezenPdf(Herkend.TE_GROOT)
    if b"%PDF-" not in inhoud[:1024]:
        return GelezenPdf(Herkend.GEEN_PDF)
    try:
        with bounded_pdf(), pikepdf.open(io.BytesIO(inhoud), suppress_warnings=True) as document:
            return _read(document)
    except pikepdf.PasswordError:
        return GelezenPdf(Herkend.VERSLEUTELD)
    except (PdfError, ValueError, TypeError, KeyError, AttributeError, IndexError, RuntimeError, OSError):
        # What qpdf and pikepdf make of a damaged file differs by the damage; it is damaged all the same.
        return GelezenPdf(Herkend.BESCHADIGD)
    except (MemoryError, RecursionError, NotImplementedError, OverflowError):
        return GelezenPdf(Herkend.BESCHADIGD)


def _read(document: Pdf) -> GelezenPdf:
    fields = read_fields(document)
    waarden = {key: text for key, text in fields.values().items() if key != MERK}
    if merk := _merk(fields.texts.get(MERK, "")):
        return GelezenPdf(Herkend.FORMULIER, *merk, waarden)
    if merk := _merk(_keywords(document)):
        if fields.on_pages and waarden:
            return GelezenPdf(Herkend.FORMULIER, *merk, waarden)
        return GelezenPdf(Herkend.PLAT, *merk)
    return GelezenPdf(Herkend.ANDER_FORMULIER if fields.found else Herkend.GEEN_FORMULIER)


def _merk(text: str) -> tuple[str, str] | None:
    """Return key and version of the reglement of a form that we made, or None."""
    parts = text.split(" ")
    return (parts[1], parts[2]) if len(parts) == _MARK_PARTS and parts[0] == VORM else None


def _keywords(document: Pdf) -> str:
    """Return the keywords of the document, which stay when its fields are made part of the page."""
    info = document.trailer.get("/Info")
    found = info.get("/Keywords") if isinstance(info, pikepdf.Dictionary) else None
    return str(found) if isinstance(found, pikepdf.String) else ""
