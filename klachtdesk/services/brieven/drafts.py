"""Letters that were begun and are not final: kept as they were typed, so that a power cut loses nothing."""

from sqlalchemy import select
from sqlalchemy.orm import Session

from klachtdesk.errors import NotFound
from klachtdesk.models import Dossier, Draft
from klachtdesk.reglement.gebeurtenissen import SOORTEN
from klachtdesk.services.brieven.invoer import invoer_of, raw_of_invoer
from klachtdesk.services.changes import Changes
from klachtdesk.services.desk import Desk
from klachtdesk.services.draft_records import drop_draft, first_words, keep_typed, own_draft
from klachtdesk.views.brief import BriefInvoer
from klachtdesk.views.formulier import DraftRegel

BRIEF = "brief:"
"""What the `formulier` of such a draft begins with; the kind of gebeurtenis follows."""


def letter_in(formulier: str) -> int | None:
    """Return the draft of a letter that a row in the list of drafts stands for; None for the draft of a form."""
    return int(formulier.removeprefix(BRIEF)) if formulier.startswith(BRIEF) else None


def letter_regel(draft: Draft, nummer: str | None) -> DraftRegel:
    """Return a begun letter as the list of drafts shows it, between the forms."""
    soort = SOORTEN.get(draft.formulier.removeprefix(BRIEF))
    words = (
        text for key, text in draft.waarden.items() if key.startswith(("vrij.", "veld.")) and text.strip()
    )
    return DraftRegel(
        draft_id=draft.id,
        formulier=f"{BRIEF}{draft.id}",
        titel="Brief" if soort is None else f"Brief: {soort.label}",
        dossier_id=draft.dossier_id,
        nummer=nummer,
        begin=first_words(next(words, "")),
        bewaard_op=draft.bewaard_op,
    )


def read_brief_draft(desk: Desk, draft_id: int) -> tuple[int, BriefInvoer]:
    """Return a begun letter with its dossier, to bring it back with; raises NotFound when it is gone."""
    with desk.reading() as session:
        draft = own_draft(session, desk, draft_id, BRIEF)
        if draft is None or draft.dossier_id is None:
            raise NotFound("Dit concept is er niet meer.", "De brief is definitief gemaakt of weggegooid.")
        return draft.dossier_id, invoer_of(draft.waarden)


def keep_brief_draft(desk: Desk, dossier_id: int, invoer: BriefInvoer) -> int:
    """Keep a letter as far as it was typed; return the id of the draft. See `draft_records.keep_typed`."""
    return keep_typed(desk, dossier_id, invoer.draft_id, BRIEF, invoer.soort, raw_of_invoer(invoer))


def discard_brief_draft(desk: Desk, draft_id: int) -> Changes:
    """Throw a begun letter away; one that is gone already is fine."""
    with desk.writing() as session:
        drop_draft(session, desk, draft_id, BRIEF)
    return Changes(drafts=True)


def begun_letters(session: Session, desk: Desk, dossier: Dossier, soort: str) -> list[Draft]:
    """Return the letters of a kind that this user began for a dossier, the latest first."""
    query = select(Draft).where(
        Draft.dossier_id == dossier.id,
        Draft.formulier == f"{BRIEF}{soort}",
        Draft.gebruiker_id == desk.gebruiker.id,
    )
    return list(session.scalars(query.order_by(Draft.bewaard_op.desc(), Draft.id.desc())))
