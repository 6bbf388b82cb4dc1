"""A dossier as it lies in the kluis, read without the program's judgement: to compare and to judge anew."""

import re
from dataclasses import dataclass
from datetime import date

from second_judge import Happened
from sqlalchemy import func, select

from klachtdesk.formulieren import FORMULIEREN
from klachtdesk.models import AuditRegel, Gebeurtenis
from klachtdesk.services.desk import Desk
from klachtdesk.services.dossier_records import get_dossier
from klachtdesk.services.feiten import termijnen_of
from klachtdesk.services.formulier_records import counting_events, raw_values
from klachtdesk.views.termijn import TermijnSleutel


@dataclass(frozen=True)
class Snapshot:
    """What was recorded in a dossier, who is in it, what is filled in, and which termijnen ran in it until now."""

    counting: dict[int, Happened]
    """Each gebeurtenis that counts, by its id, in counting order."""
    replaced: frozenset[int]
    people: dict[str, list[str]]
    """Their ids by rol; without a klager the melder is one, and with another one that is the gemachtigde."""
    forms: tuple[dict[str, str], ...]
    termijnen: dict[TermijnSleutel, tuple[str, ...]]
    """The kinds that each can start with, by its key."""
    logged: int
    """How many lines the audit log has."""

    @property
    def judged(self) -> list[Happened]:
        """What counts for the procedure: a call that nobody answered does not."""
        return [item for item in self.counting.values() if item.velden.get("uitkomst") != "niet_bereikt"]

    @property
    def received(self) -> list[tuple[str, date]]:
        """With what the dossier came in, and when."""
        kinds = ("melding_ontvangen", "ontvangen")
        return [(item.soort, item.datum) for item in self.counting.values() if item.soort in kinds]

    @property
    def filled(self) -> set[str]:
        """The form keys that are filled in, of a row without its number."""
        found = {re.sub(r"\.\d+\.", ".", key) for form in self.forms for key, value in form.items() if value}
        if not self.people.get("gemachtigde"):
            found |= {f"klager.{key.partition('.')[2]}" for key in found if key.startswith("melder.")}
        return found


def snapshot(desk: Desk, dossier_id: int) -> Snapshot:
    """Read a dossier; that it was read is not noted."""
    with desk.reading() as session:
        dossier = get_dossier(session, dossier_id)
        counting = {item.id: _happened(item) for item in counting_events(dossier)}
        people: dict[str, list[str]] = {}
        for part in dossier.betrokkenheden:
            people.setdefault(part.rol, []).append(str(part.persoon_id))
        melders = people.get("melder", [])
        klagers = people.setdefault("klager", melders)
        people["gemachtigde"] = [key for key in klagers if melders and key not in melders]
        return Snapshot(
            counting,
            frozenset(item.id for item in dossier.gebeurtenissen) - counting.keys(),
            people,
            tuple(raw_values(session, dossier, formulier) for formulier in FORMULIEREN.values()),
            {
                TermijnSleutel(stand.termijn, stand.ref, stand.ronde): stand.loop.regel.start
                for stand in termijnen_of(dossier, desk.klok.vandaag())
            },
            session.scalars(select(func.count()).select_from(AuditRegel)).one(),
        )


def _happened(item: Gebeurtenis) -> Happened:
    velden = {**item.velden, "ref": item.ref or ""}
    return Happened(item.soort, item.datum, str(item.persoon_id or ""), velden)
