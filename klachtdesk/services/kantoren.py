"""The office whose kluis this is."""

from sqlalchemy import select
from sqlalchemy.orm import Session

from klachtdesk.models import Kantoor
from klachtdesk.views.kantoor import KantoorView

KANTOOR_FIELDS = ("naam", "adres", "postcode", "plaats", "telefoon", "email", "website")


def kantoor_view(session: Session) -> KantoorView:
    """Return the office, as it stands at the top of its letters."""
    kantoor = session.scalars(select(Kantoor)).one()
    return KantoorView(**{name: getattr(kantoor, name) for name in KANTOOR_FIELDS})
