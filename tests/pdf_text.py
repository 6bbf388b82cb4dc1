"""What a reader sees of a PDF, read with another library than the one that made it."""

from io import BytesIO

from pypdf import PdfReader


def text_of(pdf: bytes) -> str:
    """Return its text as one line, words apart by one blank."""
    return " ".join(" ".join(page.extract_text() for page in PdfReader(BytesIO(pdf)).pages).split())
