"""The rows in which drafts are kept, within the transaction of whoever calls; every user has their own."""

from collections.abc import Mapping

from sqlalchemy.orm import Session

from klachtdesk.errors import NotFound
from klachtdesk.models import Draft
from klachtdesk.services.desk import Desk
from klachtdesk.services.dossier_records import get_dossier

_FIRST_WORDS = 60
"""How much of a draft a list shows, in characters: enough to recognise it."""


def own_draft(session: Session, desk: Desk, draft_id: int | None, begins: str = "") -> Draft | None:
    """Return a draft of this user, or None; with `begins` only one whose `formulier` begins with that."""
    draft = None if draft_id is None else session.get(Draft, draft_id)
    if draft is None or draft.gebruiker_id != desk.gebruiker.id or not draft.formulier.startswith(begins):
        return None
    return draft


def get_draft(session: Session, desk: Desk, draft_id: int, begins: str = "") -> Draft:
    """Return a draft of this user as `own_draft` does; raises NotFound when it is gone."""
    draft = own_draft(session, desk, draft_id, begins)
    if draft is None:
        raise NotFound("Dit concept is er niet meer.", "Het is opgeslagen of weggegooid.")
    return draft


def store_draft(
    session: Session,
    desk: Desk,
    draft: Draft | None,
    *,
    formulier: str,
    dossier_id: int | None,
    waarden: Mapping[str, str],
) -> Draft:
    """Put what was typed in a draft, or in a new one, and return it with its id."""
    now = desk.klok.nu()
    if draft is None:
        draft = Draft(dossier_id=dossier_id, gebruiker_id=desk.gebruiker.id, begonnen_op=now)
        session.add(draft)
    draft.formulier = formulier
    draft.waarden = dict(waarden)
    draft.bewaard_op = now
    session.flush()
    return draft


def keep_typed(
    desk: Desk, dossier_id: int, draft_id: int | None, begins: str, soort: str, waarden: Mapping[str, str]
) -> int:
    """Keep what is being typed of a kind of gebeurtenis in a dossier; return the id of the draft.

    A draft that was discarded meanwhile is kept anew: what is on the screen is what counts. Raises NotFound for a
    dossier that there is not.
    """
    with desk.writing() as session:
        draft = store_draft(
            session,
            desk,
            own_draft(session, desk, draft_id, begins),
            formulier=f"{begins}{soort}",
            dossier_id=get_dossier(session, dossier_id).id,
            waarden=waarden,
        )
        return draft.id


def drop_draft(session: Session, desk: Desk, draft_id: int | None, begins: str = "") -> None:
    """Delete a draft of this user; one that is gone already is fine."""
    draft = own_draft(session, desk, draft_id, begins)
    if draft is not None:
        session.delete(draft)


def first_words(text: str) -> str:
    """Return the beginning of a text on one line, to recognise a draft by."""
    one_line = " ".join(text.split())
    return one_line if len(one_line) <= _FIRST_WORDS else one_line[: _FIRST_WORDS - 1] + "…"
