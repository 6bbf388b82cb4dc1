"""The list for the werkoverleg as a PDF, to print and bring along (10 voor Taal 2.4)."""

from klachtdesk.services.desk import Desk
from klachtdesk.services.kantoor.kantoren import kantoor_view
from klachtdesk.services.overzicht.periodiek import read_werkoverleg


def render_werkoverleglijst(desk: Desk) -> bytes:
    """Return the open klachten as they stand today; nobody who complains or is complained of is named."""
    from klachtdesk.documenten.werkoverleg import render_werkoverleg  # loads ReportLab and pikepdf

    werkoverleg = read_werkoverleg(desk)
    with desk.reading() as session:
        kantoor = kantoor_view(session)
    return render_werkoverleg(werkoverleg, kantoor)
