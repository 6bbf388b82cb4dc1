"""To whom a letter can go: the people of the dossier by their part in it, functionarissen, bodies above the office."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from sqlalchemy.orm import Session

from klachtdesk.brieven.aanhef import naam_op_brief
from klachtdesk.dutch import dutch_postcode
from klachtdesk.models import Dossier, Persoon
from klachtdesk.services.kantoor.functionarissen import functionarissen_on
from klachtdesk.services.kantoor.instanties import instanties_on
from klachtdesk.services.kantoor.kantoren import kantoor_view
from klachtdesk.views.kantoor import KantoorView

KLAGER, MELDER, BETROKKENE = "klager", "melder", "betrokkene"

_PARTIES = (KLAGER, MELDER, BETROKKENE)
_NEVER_UNNAMED = frozenset({MELDER, BETROKKENE})
"""There is always a klager, known by name or not; these others may simply not be there."""
_STEMS = {"directie": "direct"}
"""What the name of a functie has in common with a role, where it is not the role itself: directeur, directrice."""


@dataclass(frozen=True, slots=True)
class Geadresseerde:
    """Somebody a letter can be sent to."""

    sleutel: str
    """The role, and which one of that role: "klager:12"."""
    rol: str
    naam: str
    """As it was typed; empty while nobody knows."""
    adres: tuple[str, ...]
    """The lines behind the window of an envelope."""
    organisatie: str = ""
    email: str = ""
    persoon: Persoon | None = None

    @property
    def bereikbaar(self) -> bool:
        """Whether the lines end in a place: without one no envelope arrives."""
        return any(character.isdigit() for regel in self.adres[1:] for character in regel)


def geadresseerden(
    session: Session, dossier: Dossier, rollen: Sequence[str], vandaag: date
) -> tuple[Geadresseerde, ...]:
    """Return everybody in these roles, in their order, each once.

    The klager is the melder as long as there is no other. A role that nobody has is returned without a name, so that
    name and address can be typed.
    """
    found: list[Geadresseerde] = []
    for rol in rollen:
        known = {item.persoon for item in found if item.persoon is not None}
        people = [item for item in _in_rol(session, dossier, rol, vandaag) if item.persoon not in known]
        if not people and rol not in _NEVER_UNNAMED and all(item.rol != rol for item in found):
            people = [Geadresseerde(f"{rol}:0", rol, "", ())]
        found += people
    return tuple(found)


def _in_rol(session: Session, dossier: Dossier, rol: str, vandaag: date) -> Iterator[Geadresseerde]:
    reglement = dossier.reglement_versie.sleutel
    if rol in _PARTIES:
        kantoor = kantoor_view(session) if rol == BETROKKENE else None
        for persoon in _people(dossier, rol):
            adres = _address(persoon, kantoor)
            yield Geadresseerde(
                f"{rol}:{persoon.id}", rol, persoon.naam, adres, persoon.organisatie, persoon.email, persoon
            )
    elif rol == "instantie":
        for instantie in instanties_on(session, vandaag, reglement):
            lines = _lines(instantie.naam, *_split(instantie.adres))
            yield Geadresseerde(f"{rol}:{instantie.id}", rol, instantie.naam, lines, email=instantie.email)
    else:
        for item in functionarissen_on(session, vandaag, reglement):
            if _STEMS.get(rol, rol) in item.functie.casefold():
                naam = item.waarnemer or item.naam or item.functie
                lines = _lines(naam_op_brief(naam), *_split(item.adres))
                yield Geadresseerde(f"{rol}:{item.id}", rol, naam, lines, email=item.email)


def _people(dossier: Dossier, rol: str) -> list[Persoon]:
    people = [item.persoon for item in dossier.betrokkenheden if item.rol == rol and item.persoon.naam]
    if rol == KLAGER and not people:
        return _people(dossier, MELDER)
    return list(dict.fromkeys(people))


def _address(persoon: Persoon, kantoor: KantoorView | None) -> tuple[str, ...]:
    """Return the lines for a person; who works at the office itself gets the letter there."""
    naam = naam_op_brief(persoon.naam)
    place = _place(persoon.postcode, persoon.plaats)
    if kantoor is not None and not (persoon.adres or place or persoon.organisatie):
        return _lines(naam, kantoor.naam, kantoor.adres, _place(kantoor.postcode, kantoor.plaats))
    if persoon.organisatie and persoon.organisatie != persoon.naam:
        title = naam[:1].lower() + naam[1:] if naam != persoon.naam else naam
        return _lines(persoon.organisatie, f"t.a.v. {title}", persoon.adres, place)
    return _lines(naam, persoon.adres, place)


def _place(postcode: str, plaats: str) -> str:
    """Return the last line as the post reads it best: the postcode, two spaces, the place in capitals."""
    return f"{dutch_postcode(postcode)}  {plaats.strip().upper()}".strip()


def _split(adres: str) -> Iterator[str]:
    """Yield the lines of an address that was typed in one field, with commas or with line breaks."""
    yield from (part.strip() for part in adres.replace("\n", ",").split(","))


def _lines(*texts: str) -> tuple[str, ...]:
    return tuple(text for text in texts if text.strip())
