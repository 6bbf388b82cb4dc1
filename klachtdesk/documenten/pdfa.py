"""Makes an archivable PDF (PDF/A-2b) out of what ReportLab wrote, and proves it before handing it over."""

import io
from datetime import UTC, date, datetime, time

import pikepdf
from pikepdf import pdfa

from klachtdesk.errors import DocumentError

FLAVOUR = "2b"


def to_pdfa(pdf: bytes, day: date) -> bytes:
    """Return `pdf` as validated PDF/A-2b, with `day` as the date in its metadata.

    Works in memory only: `pikepdf.pdfa.save` would put the text of the document in a temporary file.
    The same input gives the same bytes. Raises DocumentError when the result does not pass validation.
    """
    made_on = datetime.combine(day, time(), tzinfo=UTC)
    with pikepdf.open(io.BytesIO(pdf)) as document:
        for page in document.pages:
            if "/Trans" in page:  # ReportLab writes an empty one, which PDF/A refuses
                del page["/Trans"]
        stamp = pikepdf.models.metadata.encode_pdf_date(made_on)
        document.docinfo["/CreationDate"] = document.docinfo["/ModDate"] = pikepdf.String(stamp)
        pdfa.prepare(document, FLAVOUR)
        with document.open_metadata(set_pikepdf_as_editor=False, update_docinfo=False) as metadata:
            metadata["xmp:MetadataDate"] = made_on.isoformat()
        settings = pdfa.resolve_save_kwargs(pdfa.Flavour(FLAVOUR), deterministic_id=True)
        output = io.BytesIO()
        document.save(output, **settings)
    report = pdfa.validate_written(io.BytesIO(output.getvalue()), FLAVOUR, save_kwargs=settings)
    if not report.passed:
        rules = ", ".join(sorted({finding.rule for finding in report.findings}))
        raise DocumentError(
            "Het document voldoet niet aan PDF/A-2b, de norm voor bewaren op lange termijn.",
            f"Meld dit aan de maker van het programma: {rules}.",
        )
    return output.getvalue()
