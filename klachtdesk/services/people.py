"""The people of a dossier, also those who are only named in something that happened; and finding one by name."""

from collections.abc import Iterable, Iterator

from sqlalchemy.orm import Session

from klachtdesk.models import Dossier, Gebeurtenis, Persoon
from klachtdesk.models.herkenning import is_same_naam
from klachtdesk.reglement.gebeurtenissen import SOORTEN

ROL_LABELS = {"melder": "Melder", "klager": "Klager", "betrokkene": "Betrokkene"}

PERSON_KINDS = frozenset({"persoon", "personen"})
"""The kinds of field that hold people; all but the field `persoon` itself keep their ids as text."""


def people_in(session: Session, dossier: Dossier) -> list[Persoon]:
    """Return everybody in a dossier, each once, in the order in which they came in."""
    found = {item.persoon_id: item.persoon for item in dossier.betrokkenheden}
    for item in dossier.gebeurtenissen:
        if item.persoon is not None:
            found.setdefault(item.persoon.id, item.persoon)
        for persoon_id in person_ids(item):
            persoon = session.get(Persoon, persoon_id)
            if persoon is not None:
                found.setdefault(persoon.id, persoon)
    return list(found.values())


def person_ids(item: Gebeurtenis) -> Iterator[int]:
    """Yield the ids of the people in the other fields of an event, such as who appointed and who was appointed."""
    for veld in SOORTEN[item.soort].velden:
        if veld.soort in PERSON_KINDS and veld.sleutel != "persoon":
            yield from map(int, str(item.velden.get(veld.sleutel, "")).split())


def person_named(session: Session, dossier: Dossier, naam: str) -> Persoon:
    """Return the person of this name in the dossier, or a new one: an event points at a person, not at a text.

    Who is there with the very same name goes before who is there with another title before it.
    """
    wanted = " ".join(naam.split())
    people = people_in(session, dossier)
    exactly = (item for item in people if " ".join(item.naam.split()).casefold() == wanted.casefold())
    alike = (item for item in people if is_same_naam(item.naam, wanted))
    if found := next(exactly, None) or next(alike, None):
        return found
    persoon = Persoon(naam=wanted)
    session.add(persoon)
    session.flush()
    return persoon


def names_of(session: Session, ids: Iterable[int]) -> str:
    """Return the names of these people, as a list to read."""
    found = (session.get(Persoon, persoon_id) for persoon_id in ids)
    return ", ".join(persoon.naam for persoon in found if persoon is not None)
