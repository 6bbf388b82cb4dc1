"""What was begun and is not saved: forms that are being typed, and the list of everything that was begun."""

from collections.abc import Mapping
from dataclasses import dataclass

from sqlalchemy import select

from klachtdesk.formulieren import FORMULIEREN
from klachtdesk.models import Dossier, Draft
from klachtdesk.services.brieven.drafts import BRIEF, letter_regel
from klachtdesk.services.changes import Changes
from klachtdesk.services.desk import Desk
from klachtdesk.services.dossier_records import get_dossier
from klachtdesk.services.draft_bijlagen import attach, files_of_draft
from klachtdesk.services.draft_records import drop_draft, first_words, get_draft, own_draft, store_draft
from klachtdesk.services.formulieren import form_view
from klachtdesk.services.gebeurtenis_drafts import GEBEURTENIS, gebeurtenis_regel
from klachtdesk.services.reglementkeuze import melding_view
from klachtdesk.views.bijlagen import Bestand
from klachtdesk.views.formulier import REGLEMENT, DraftRegel, FormulierView


@dataclass(frozen=True, slots=True)
class Weggegooid:
    """A draft that was thrown away, whole: what it takes to bring it back."""

    formulier: str
    dossier_id: int | None
    waarden: Mapping[str, str]
    bijlagen: tuple[Bestand, ...]
    changes: Changes


def keep_draft(
    desk: Desk, formulier: str, waarden: dict[str, str], *, draft_id: int | None, dossier_id: int | None
) -> int:
    """Keep what is being typed in a form, as it is; return the id of the draft.

    A draft that was discarded or saved in the meantime is kept anew: what is on the screen is what counts.
    """
    with desk.writing() as session:
        draft = store_draft(
            session,
            desk,
            own_draft(session, desk, draft_id),
            formulier=FORMULIEREN[formulier].sleutel,
            dossier_id=dossier_id,
            waarden={key: text for key, text in waarden.items() if text},
        )
        return draft.id


def discard_draft(desk: Desk, draft_id: int) -> Changes:
    """Throw a draft away; one that is gone already is fine."""
    with desk.writing() as session:
        drop_draft(session, desk, draft_id)
    return Changes(drafts=True)


def throw_away(desk: Desk, draft_id: int) -> Weggegooid:
    """Throw a draft away and return all that was in it; raises NotFound when it is gone already."""
    files = files_of_draft(desk, draft_id)
    with desk.writing() as session:
        draft = get_draft(session, desk, draft_id)
        session.delete(draft)
        return Weggegooid(draft.formulier, draft.dossier_id, dict(draft.waarden), files, Changes(drafts=True))


def bring_back(desk: Desk, weggegooid: Weggegooid) -> Changes:
    """Make a draft that was thrown away again, as a new one."""
    with desk.writing() as session:
        draft = store_draft(
            session,
            desk,
            None,
            formulier=weggegooid.formulier,
            dossier_id=weggegooid.dossier_id,
            waarden=weggegooid.waarden,
        )
        if weggegooid.bijlagen:
            attach(session, draft, weggegooid.bijlagen)
    return Changes(drafts=True)


def list_drafts(desk: Desk, dossier_id: int | None = None) -> tuple[DraftRegel, ...]:
    """Return what this user began and did not finish, the latest first: forms, letters and gebeurtenissen.

    With a dossier only what was begun in it.
    """
    query = (
        select(Draft, Dossier)
        .outerjoin(Dossier, Draft.dossier_id == Dossier.id)
        .where(Draft.gebruiker_id == desk.gebruiker.id)
        .order_by(Draft.bewaard_op.desc())
    )
    if dossier_id is not None:
        query = query.where(Draft.dossier_id == dossier_id)
    with desk.reading() as session:
        found = session.execute(query)
        return tuple(_regel(draft, None if dossier is None else dossier.nummer) for draft, dossier in found)


def open_draft(desk: Desk, draft_id: int) -> FormulierView:
    """Return a form as far as it was typed; raises NotFound when the draft is gone."""
    with desk.reading() as session:
        draft = get_draft(session, desk, draft_id)
        if draft.dossier_id is not None:
            dossier = get_dossier(session, draft.dossier_id)
            return form_view(session, dossier, FORMULIEREN[draft.formulier], draft)
        vandaag = desk.klok.vandaag()
        return melding_view(session, vandaag, draft.waarden, draft_id=draft.id, bewaard_op=draft.bewaard_op)


def _regel(draft: Draft, nummer: str | None) -> DraftRegel:
    if draft.formulier.startswith(BRIEF):
        return letter_regel(draft, nummer)
    if draft.formulier.startswith(GEBEURTENIS):
        return gebeurtenis_regel(draft, nummer)
    titel, begin = FORMULIEREN[draft.formulier].titel, _begin_of(draft.waarden)
    return DraftRegel(
        draft.id, draft.formulier, titel, draft.dossier_id, nummer, begin, bewaard_op=draft.bewaard_op
    )


def _begin_of(waarden: dict[str, str]) -> str:
    typed = (text for key, text in waarden.items() if key != REGLEMENT)
    return first_words(waarden.get("omschrijving") or waarden.get("melder.1.naam") or next(typed, ""))
