"""Final letters with what goes along with them, as they come out of the printer."""

from collections.abc import Sequence

from klachtdesk.models import Brief
from klachtdesk.services.audit import record_audit
from klachtdesk.services.desk import Desk
from klachtdesk.services.documenten import document_content


def view_brieven(desk: Desk, document_ids: Sequence[int]) -> bytes:
    """Return these letters as one PDF to look at and print, each followed by its bijlage, in this order.

    Raises as `read_document`.
    """
    from klachtdesk.documenten.stapel import stack  # loads pikepdf

    with desk.writing() as session:
        pdfs: list[bytes] = []
        for document_id in document_ids:
            pdfs.append(document_content(session, document_id))
            record_audit(session, desk, "document_gelezen", "document", document_id)
            brief = session.get(Brief, document_id)
            if brief is not None and brief.bijlage_id is not None:
                pdfs.append(document_content(session, brief.bijlage_id))
                record_audit(session, desk, "document_gelezen", "document", brief.bijlage_id)
    return stack(pdfs)
