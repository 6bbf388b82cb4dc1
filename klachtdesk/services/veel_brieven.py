"""The same letter for many dossiers in one go, as each is proposed: with how far it is, and stopped at any moment."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from klachtdesk.errors import DeskError
from klachtdesk.services.brieven import begin_brief, finalize_brief
from klachtdesk.services.changes import Changes
from klachtdesk.services.desk import Desk


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


def finalize_many(desk: Desk, dossier_ids: Sequence[int], soort: str) -> Iterator[Voortgang]:
    """Make the letter of a kind of gebeurtenis final for each of these dossiers, and yield how far it is after each.

    Each dossier is kept by itself: whoever stops asking stops the work, and what was made stays. A letter that can't be
    made, because something has to be filled in or the reglement does not allow it, is passed over with the reason.
    """
    totaal = len(dossier_ids)
    for gedaan, dossier_id in enumerate(dossier_ids, 1):
        try:
            made = finalize_brief(desk, dossier_id, begin_brief(desk, dossier_id, soort).invoer)
        except DeskError as error:
            yield Voortgang(gedaan, totaal, dossier_id, (), str(error), Changes())
        else:
            yield Voortgang(gedaan, totaal, dossier_id, made.documenten, "", made.changes)
