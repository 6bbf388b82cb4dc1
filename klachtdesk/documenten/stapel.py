"""Documents behind one another as they go into the envelope: to be looked at and printed, never to be kept."""

from collections.abc import Sequence
from io import BytesIO

from pikepdf import Pdf

from klachtdesk.documenten.weergave import as_seen


def stack(pdfs: Sequence[bytes]) -> bytes:
    """Return the pages of all of these, in their order, signatures in sight."""
    if len(pdfs) == 1:
        return as_seen(pdfs[0])
    made, output = Pdf.new(), BytesIO()
    opened = [Pdf.open(BytesIO(as_seen(pdf))) for pdf in pdfs]
    for source in opened:
        made.pages.extend(source.pages)
    made.save(output)
    for source in opened:
        source.close()
    return output.getvalue()
