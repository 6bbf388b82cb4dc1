"""A PDF as it is looked at: what stands in its fields, such as a signature, becomes part of the page.

What draws pages for the window leaves form fields out, so that a signed document would look unsigned. The copy made
here is for the eye alone: the document itself, with its signatures, stays as it was stored.
"""

from io import BytesIO

from pikepdf import Pdf

from klachtdesk.documenten.invulweergave import draw_values
from klachtdesk.documenten.pdf_grenzen import PDF_FAULTS, bounded_pdf


def as_seen(pdf: bytes) -> bytes:
    """Return a copy with the appearance of every field drawn on its page; what can't be read stays as it is."""
    made = BytesIO()
    try:
        with bounded_pdf(), Pdf.open(BytesIO(pdf), suppress_warnings=True) as document:
            draw_values(document)
            document.flatten_annotations("print")
            for page in document.pages:
                if "/Annots" in page:  # what has no appearance: the invisible seal of the office, links
                    del page["/Annots"]
            document.save(made)
    except PDF_FAULTS:
        return pdf
    return made.getvalue()
