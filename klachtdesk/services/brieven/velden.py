"""From a dossier to the values of the fields that its letters may use (the catalogue in `brieven/velden.py`).

Nothing that stands in a reglement is worded here: artikelen, bodies, costs and gronden come from its file or from what
the office keeps, and every date is derived anew.
"""

from sqlalchemy.orm import Session

from klachtdesk.brieven.aanhef import aanhef
from klachtdesk.brieven.waarden import Waarde, Waarden
from klachtdesk.models import Dossier
from klachtdesk.services.brieven.context import BriefContext
from klachtdesk.services.brieven.geadresseerden import Geadresseerde
from klachtdesk.services.brieven.inhoud import gang_fields, klacht_fields, oordeel_fields
from klachtdesk.services.brieven.instanties import instantie_fields
from klachtdesk.services.brieven.personen import persoon_fields
from klachtdesk.services.brieven.termijnen import termijn_fields
from klachtdesk.services.desk import Desk
from klachtdesk.views.brief import BriefInvoer

_BODIES = frozenset({"verzekeraar", "instantie"})
"""Roles that are no person."""


def brief_values(
    session: Session, desk: Desk, dossier: Dossier, invoer: BriefInvoer, aan: Geadresseerde | None
) -> Waarden:
    """Return every field of the catalogue for a letter of this dossier, as it will stand once it is recorded.

    `aan` is to whom it goes, None while nobody was chosen. What was typed may be half done: it is never refused here.
    """
    context = BriefContext(
        session, dossier, invoer, desk.klok.vandaag(), "klager" if aan is None else aan.rol,
        None if aan is None else aan.persoon,
    )  # fmt: skip
    return {**_general(context, aan), **brief_fields(context)}


def brief_fields(context: BriefContext) -> dict[str, Waarde]:
    """Return the fields that follow from the dossier."""
    return {
        **persoon_fields(context),
        **klacht_fields(context),
        **gang_fields(context),
        **termijn_fields(context),
        **oordeel_fields(context),
        **instantie_fields(context),
    }


def _general(context: BriefContext, aan: Geadresseerde | None) -> dict[str, Waarde]:
    return {
        "aanhef": _salutation(aan),
        "brief.datum": context.datum,
        "dossier.nummer": context.dossier.nummer,
    }


def _salutation(aan: Geadresseerde | None) -> str:
    if aan is None:
        return aanhef("")
    is_body = aan.persoon is None and aan.rol in _BODIES
    return aanhef(aan.naam, aan.naam if is_body else aan.organisatie)
