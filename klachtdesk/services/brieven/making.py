"""Making letters: begin one for a stap, look at it, and make it final together with the gebeurtenis it tells of."""

from dataclasses import dataclass, replace

from sqlalchemy.orm import Session

from klachtdesk.errors import InvalidInput
from klachtdesk.formulieren import write_value
from klachtdesk.models import Brief, Document, Gebeurtenis
from klachtdesk.services.audit import record_audit
from klachtdesk.services.brieven.drafts import BRIEF, begun_letters, read_brief_draft
from klachtdesk.services.brieven.gebreken import faults_in, remarks_on
from klachtdesk.services.brieven.invoer import invoer_of, raw_of_invoer
from klachtdesk.services.brieven.ontwerp import Briefstap, Ontwerp, brief_stap, chosen, design, with_persoon
from klachtdesk.services.brieven.versies import event_of, replaceable, version_before
from klachtdesk.services.brieven.views import brief_view, draft_for, in_order, proposed_invoer
from klachtdesk.services.changes import Changes, dossier_changed
from klachtdesk.services.desk import Desk
from klachtdesk.services.documenten import store_document
from klachtdesk.services.documentnamen import outside_names
from klachtdesk.services.dossier_records import get_dossier
from klachtdesk.services.draft_records import drop_draft, own_draft
from klachtdesk.services.gebeurtenis_records import add_correctie, check_gebeurtenis
from klachtdesk.services.gebeurtenissen import GelezenGebeurtenis, add_gelezen, read_gebeurtenis
from klachtdesk.services.zoeken import index_dossier
from klachtdesk.views.brief import BriefInvoer, BriefView, BriefVoorbeeld
from klachtdesk.views.dossier import name_without_ending

SOORT, SOORT_KOPIE = "brief", "brief_kopie"
"""What letters and their copies are called among the documents."""

_NEW_VERSION = "Er is een nieuwe versie van de brief gemaakt."
_NOTHING_YET = "Er is nog niets vastgelegd."
_NAMED = 10
"""So many characters are named of those that no font has; a whole text can be in another script."""


@dataclass(frozen=True, slots=True)
class GemaakteBrief:
    """The letters that were made: the one that the gebeurtenis rests on, and all of them, that one first."""

    document_id: int
    documenten: tuple[int, ...]
    titels: tuple[str, ...]
    """What the documents are called, in the same order."""
    namen: tuple[str, ...]
    """What they are called outside the kluis, where they name nobody, in the same order."""
    changes: Changes


def begin_brief(desk: Desk, dossier_id: int, soort: str, persoon: str = "") -> BriefView:
    """Return the letter of a kind of gebeurtenis, to choose and type for; what this user began goes on.

    `persoon` is the name of whom the stap is about, where it is asked of somebody in particular. Raises NotFound when
    the reglement has no letter with it, and NotAllowed when there is nobody it can go to.
    """
    with desk.reading() as session:
        dossier = get_dossier(session, dossier_id)
        stap = brief_stap(session, dossier, soort, desk.klok.vandaag())
        people = in_order(stap, persoon)
        draft = draft_for(begun_letters(session, desk, dossier, soort), people[0], persoon)
        if draft is None:
            invoer = proposed_invoer(session, desk, stap, people[0])
        else:
            invoer = invoer_of(draft.waarden, draft.id)
        return brief_view(session, desk, stap, people, invoer, draft)


def resume_brief(desk: Desk, draft_id: int) -> BriefView:
    """Return a letter as far as it was typed; raises NotFound when it is gone."""
    dossier_id, invoer = read_brief_draft(desk, draft_id)
    with desk.reading() as session:
        draft = own_draft(session, desk, draft_id, BRIEF)
        stap = brief_stap(session, get_dossier(session, dossier_id), invoer.soort, desk.klok.vandaag())
        return brief_view(session, desk, stap, in_order(stap), replace(invoer, draft_id=draft_id), draft)


def begin_nieuwe_versie(desk: Desk, document_id: int) -> BriefView:
    """Return a final letter to make anew: what was typed for it, under the date of today; a begun one goes on.

    Raises NotAllowed for a document that is no letter, or of which there is a later version already.
    """
    with desk.reading() as session:
        document, brief = replaceable(session, document_id)
        dossier = get_dossier(session, document.dossier_id)
        today = write_value(desk.klok.vandaag())
        invoer = replace(invoer_of(brief.invoer), datum=today, vervangt=document_id)
        stap = brief_stap(session, dossier, invoer.soort, desk.klok.vandaag())
        begun = begun_letters(session, desk, dossier, invoer.soort)
        draft = next((item for item in begun if item.waarden.get("vervangt") == str(document_id)), None)
        if draft is not None:
            invoer = invoer_of(draft.waarden, draft.id)
        return brief_view(session, desk, stap, in_order(stap), invoer, draft)


def preview_brief(desk: Desk, dossier_id: int, invoer: BriefInvoer) -> BriefVoorbeeld:
    """Return the letter as it would look now, with what is missing; nothing is stored.

    Raises InvalidInput without an addressee, SjabloonError for a text that can't be used, and DocumentError for what
    can't be laid out.
    """
    from klachtdesk.documenten.brief import render_brief, texts_of  # loads ReportLab
    from klachtdesk.typografie import characters_without_glyph

    with desk.reading() as session:
        stap = brief_stap(session, get_dossier(session, dossier_id), invoer.soort, desk.klok.vandaag())
        ontwerpen = list(design(session, desk, stap, invoer))
        remarks = list(remarks_on(session, desk, stap, invoer, ontwerpen))
    inhoud = ontwerpen[0].inhoud
    unknown = characters_without_glyph("\n".join(texts_of(inhoud)))
    if unknown:
        shown, more = " ".join(unknown[:_NAMED]), len(unknown) - _NAMED
        rest = f" en nog {more} andere" if more > 0 else ""
        remarks.append(f"Deze tekens kunnen niet worden afgedrukt en worden een blokje: {shown}{rest}.")
    return BriefVoorbeeld(render_brief(inhoud), tuple(remarks))


def finalize_brief(desk: Desk, dossier_id: int, invoer: BriefInvoer) -> GemaakteBrief:
    """Make a letter final, with one for each other reader, and record the gebeurtenis: all of it, or nothing.

    The checks are those of `record_gebeurtenis`. A new version takes the place of the letter that `invoer` names, and
    its gebeurtenis that of the earlier one. Raises as that does, and as `preview_brief`.
    """
    with desk.writing() as session:
        dossier = get_dossier(session, dossier_id)
        stap = brief_stap(session, dossier, invoer.soort, desk.klok.vandaag())
        earlier = event_of(session, dossier, invoer.vervangt)
        gelezen = _checked(session, desk, stap, invoer, earlier)
        made = [_store(session, desk, stap, item, invoer) for item in design(session, desk, stap, invoer)]
        if earlier is not None:
            add_correctie(session, desk, dossier, earlier, _NEW_VERSION)
        add_gelezen(session, desk, dossier, gelezen, document=made[0], vervangt=earlier)
        drop_draft(session, desk, invoer.draft_id, BRIEF)
        index_dossier(session, dossier)
        record_audit(session, desk, f"gebeurtenis:{gelezen.soort}", "dossier", dossier.id)
        names = outside_names(session, dossier)
        return GemaakteBrief(
            document_id=made[0].id,
            documenten=tuple(item.id for item in made),
            titels=tuple(item.titel for item in made),
            namen=tuple(name_without_ending(names[item.id]) for item in made),
            changes=dossier_changed(dossier_id),
        )


def _checked(
    session: Session, desk: Desk, stap: Briefstap, invoer: BriefInvoer, earlier: Gebeurtenis | None
) -> GelezenGebeurtenis:
    """Return the gebeurtenis, read and allowed, before the work of laying out begins; every fault at once."""
    aan = chosen(stap, invoer)
    soort, velden = stap.soort.sleutel, with_persoon(stap, invoer, aan).velden
    faults = faults_in(session, desk, stap, invoer, aan)
    try:
        gelezen = read_gebeurtenis(session, desk, stap.dossier, soort, invoer.datum, velden, vervangt=earlier)
    except InvalidInput as error:
        raise InvalidInput(error.message, _NOTHING_YET, fields={**error.fields, **faults}) from error
    if faults:
        raise InvalidInput(next(iter(faults.values())), _NOTHING_YET, fields=faults)
    if earlier is None:
        check_gebeurtenis(session, desk, stap.dossier, soort, velden=gelezen.velden, persoon=gelezen.persoon)
    return gelezen


def _store(session: Session, desk: Desk, stap: Briefstap, ontwerp: Ontwerp, invoer: BriefInvoer) -> Document:
    from klachtdesk.documenten.brief import render_brief  # loads ReportLab

    titel = f"{stap.sjabloon.titel}{', kopie' * ontwerp.kopie} aan {ontwerp.aan.naam}"
    first = not ontwerp.kopie and ontwerp.aan.sleutel == invoer.geadresseerde
    document = store_document(
        session,
        desk,
        stap.dossier,
        soort=SOORT_KOPIE if ontwerp.kopie else SOORT,
        titel=titel,
        inhoud=render_brief(ontwerp.inhoud),
        vervangt=version_before(session, stap.dossier, titel, invoer.vervangt, first=first),
    )
    session.add(
        Brief(
            document_id=document.id,
            titel=stap.sjabloon.titel,
            email=ontwerp.aan.email,
            bijlage_id=None if stap.bijlage is None else stap.bijlage.id,
            invoer=raw_of_invoer(replace(invoer, draft_id=None, vervangt=None)) if first else {},
        )
    )
    record_audit(session, desk, "brief_gemaakt", "document", document.id)
    return document
