"""The same letter for many dossiers in one go, as each is proposed: with how far it is, and stopped at any moment."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from sqlalchemy.orm import Session

from klachtdesk.errors import DeskError
from klachtdesk.services.brieven.drafts import begun_letters
from klachtdesk.services.brieven.gebreken import remarks_on
from klachtdesk.services.brieven.making import begin_brief, finalize_brief
from klachtdesk.services.brieven.ontwerp import brief_stap, design
from klachtdesk.services.brieven.views import draft_for, in_order, proposed_invoer
from klachtdesk.services.changes import Changes
from klachtdesk.services.desk import Desk
from klachtdesk.services.dossier_records import get_dossier
from klachtdesk.views.vandaag import VandaagView
from klachtdesk.views.veel_brieven import Briefstapel, Kandidaat

_AT_LEAST = 2
"""Dossiers that have to wait for a letter before there is something to do in one go."""

_BEGUN = "Deze brief is al begonnen en staat bij de concepten."


@dataclass(frozen=True, slots=True)
class Voortgang:
    """One dossier that was dealt with: the letters that were made for it, or why there are none."""

    gedaan: int
    """How many dossiers were dealt with so far, this one included."""
    totaal: int
    dossier_id: int
    documenten: tuple[int, ...]
    fout: str
    changes: Changes


def briefstapels(view: VandaagView) -> tuple[Briefstapel, ...]:
    """Return the letters that more than one dossier waits for, the most wanted first; nothing is read for it.

    Of each dossier counts the letter that is due first. Another, or the same one to a second person, has its turn once
    that is made.
    """
    waiting: dict[tuple[str, str], list[Kandidaat]] = {}
    labels: dict[tuple[str, str], str] = {}
    seen: set[int] = set()
    for regel in view.regels:
        stap = regel.stap
        if stap is None or not stap.brief or not stap.mogelijk or regel.dossier_id in seen:
            continue
        seen.add(regel.dossier_id)
        key = stap.soort, stap.brief
        labels.setdefault(key, stap.label)
        found = Kandidaat(regel.dossier_id, regel.nummer, regel.klager, stap.persoon)
        waiting.setdefault(key, []).append(found)
    stapels = [
        Briefstapel(key[0], labels[key], tuple(kandidaten))
        for key, kandidaten in waiting.items()
        if len(kandidaten) >= _AT_LEAST
    ]
    return tuple(sorted(stapels, key=lambda stapel: -len(stapel.kandidaten)))


def why_apart(desk: Desk, soort: str, kandidaten: Sequence[Kandidaat]) -> tuple[str, ...]:
    """Return of each of these dossiers why its letter has to be made by itself, in sentences; empty where it need not.

    That is so when something has to be filled in, when an address is not complete, and when somebody began the letter:
    what was typed half is not sent unseen.
    """
    with desk.reading() as session:
        return tuple(_lacks(session, desk, soort, kandidaat) for kandidaat in kandidaten)


def finalize_many(desk: Desk, kandidaten: Sequence[Kandidaat], soort: str) -> Iterator[Voortgang]:
    """Make the letter of a kind of gebeurtenis final for each of these dossiers, and yield how far it is after each.

    Each dossier is kept by itself: whoever stops asking stops the work, and what was made stays. A letter that can't be
    made, because something has to be filled in or the reglement does not allow it, is passed over with the reason.
    """
    totaal = len(kandidaten)
    for gedaan, kandidaat in enumerate(kandidaten, 1):
        dossier_id = kandidaat.dossier_id
        try:
            invoer = begin_brief(desk, dossier_id, soort, kandidaat.persoon).invoer
            made = finalize_brief(desk, dossier_id, invoer)
        except DeskError as error:
            yield Voortgang(gedaan, totaal, dossier_id, (), str(error), Changes())
        else:
            yield Voortgang(gedaan, totaal, dossier_id, made.documenten, "", made.changes)


def _lacks(session: Session, desk: Desk, soort: str, kandidaat: Kandidaat) -> str:
    try:
        dossier = get_dossier(session, kandidaat.dossier_id)
        stap = brief_stap(session, dossier, soort, desk.klok.vandaag())
        aan = in_order(stap, kandidaat.persoon)[0]
        if draft_for(begun_letters(session, desk, dossier, soort), aan, kandidaat.persoon) is not None:
            return _BEGUN
        invoer = proposed_invoer(session, desk, stap, aan)
        return " ".join(remarks_on(session, desk, stap, invoer, list(design(session, desk, stap, invoer))))
    except DeskError as error:
        return str(error)
