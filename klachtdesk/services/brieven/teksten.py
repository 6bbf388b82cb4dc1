"""The words of a letter that is made: those of the office where it has its own, else those of the program.

A copy that stopped being right, because an update of the program took a field away, never stops a letter: the letter
uses the standard text and says so, and the settings show what to mend.
"""

from dataclasses import replace

from sqlalchemy import select
from sqlalchemy.orm import Session

from klachtdesk.brieven.controle import check_regel, check_tekst
from klachtdesk.brieven.invullen import DELEN
from klachtdesk.brieven.sjabloon import Sjabloon, list_delen, read_deel, read_sjabloon
from klachtdesk.brieven.taal import fields_of, lines_of
from klachtdesk.brieven.velden import VELDSOORTEN
from klachtdesk.dutch import capital
from klachtdesk.models import Briefsjabloon
from klachtdesk.views.brief import SjabloonFout

MAX_ONDERWERP = 150
"""Characters of the onderwerp as it is typed here; filled in it has to fit on a few lines."""


def brief_of(session: Session, reglement: str, sleutel: str) -> Sjabloon:
    """Return a letter in the words of the office where it has its own, else as it came with the program.

    Its `opmerking` says it when a copy of the office can't be used any more. Raises NotFound when there is none.
    """
    standard = read_sjabloon(sleutel, reglement)
    copy = copy_of(session, standard)
    chosen, stale = standard, []
    if copy is not None and faults_in(standard, copy.onderwerp, copy.tekst):
        stale = [f"Uw eigen tekst van “{standard.titel}” klopt niet meer"]
    elif copy is not None:
        chosen = standard.in_own_words(copy.onderwerp, copy.tekst)
    used = {field.removeprefix(DELEN) for field in fields_of(chosen.tekst) if field.startswith(DELEN)}
    stale += [
        f"Uw eigen tekst van “{titel_of(name)}” klopt niet meer"
        for name in sorted(used & _stale_delen(session))
    ]
    said = " ".join(
        f"{what}; hier staat de standaardtekst. Verbeter uw tekst bij Instellingen, Brieven."
        for what in stale
    )
    return replace(chosen, opmerking=said)


def delen_of(session: Session) -> dict[str, str]:
    """Return the texts of the shared parts by name, in the words of the office where those can be used."""
    copies = _own_delen(session)
    stale = _stale_delen(session)
    return {
        name: copies[name].tekst if name in copies and name not in stale else read_deel(name)
        for name in list_delen()
    }


def standard_of(sleutel: str, reglement: str) -> Sjabloon:
    """Return what the program has of a letter or a shared part ("delen.vervolg"); raises NotFound."""
    if not sleutel.startswith(DELEN):
        return read_sjabloon(sleutel, reglement)
    name = sleutel.removeprefix(DELEN)
    return Sjabloon(sleutel, "", titel_of(name), "", read_deel(name))


def titel_of(name: str) -> str:
    """Return what a shared part is called on the screen."""
    return capital(name.replace("_", " "))


def is_deel(sjabloon: Sjabloon) -> bool:
    """Tell whether this is a part that letters share."""
    return sjabloon.sleutel.startswith(DELEN)


def faults_in(standard: Sjabloon, onderwerp: str, tekst: str) -> tuple[SjabloonFout, ...]:
    """Return all that is wrong with these words for this letter or shared part."""
    if is_deel(standard):
        return (*check_tekst(tekst, VELDSOORTEN), *_unprintable(tekst))
    first = [replace(fault, onderwerp=True) for fault in check_regel(onderwerp, VELDSOORTEN)]
    if len(onderwerp) > MAX_ONDERWERP:
        first.append(SjabloonFout(1, f"Hier passen {MAX_ONDERWERP} tekens.", onderwerp=True))
    first += [replace(fault, onderwerp=True) for fault in _unprintable(onderwerp)]
    if not tekst.strip():
        return (*first, SjabloonFout(1, "Een brief kan niet leeg zijn."))
    return (*first, *check_tekst(tekst, standard.velden(VELDSOORTEN)), *_unprintable(tekst))


def _unprintable(tekst: str) -> tuple[SjabloonFout, ...]:
    from klachtdesk.typografie import (
        characters_without_glyph,
    )  # the fonts: heavy, and only a check needs them

    return tuple(
        SjabloonFout(number, f"Dit teken kan niet worden gedrukt: {name}.")
        for number, line in enumerate(lines_of(tekst), 1)
        for name in characters_without_glyph(line)
    )


def copy_of(session: Session, standard: Sjabloon) -> Briefsjabloon | None:
    """Return the office's own words for a text, if it has them."""
    key = (Briefsjabloon.reglement == standard.reglement, Briefsjabloon.sleutel == standard.sleutel)
    return session.scalars(select(Briefsjabloon).where(*key)).first()


def _own_delen(session: Session) -> dict[str, Briefsjabloon]:
    found = session.scalars(select(Briefsjabloon).where(Briefsjabloon.sleutel.startswith(DELEN)))
    return {item.sleutel.removeprefix(DELEN): item for item in found}


def _stale_delen(session: Session) -> set[str]:
    known = list_delen()
    return {
        name
        for name, item in _own_delen(session).items()
        if name in known and faults_in(standard_of(item.sleutel, ""), "", item.tekst)
    }
