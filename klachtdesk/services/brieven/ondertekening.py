"""Who signs a letter, as it is proposed: whoever the reglement lets take the stap, and what the office adds."""

from sqlalchemy.orm import Session

from klachtdesk.brieven.aanhef import naam_op_brief
from klachtdesk.models import Dossier
from klachtdesk.models.herkenning import is_same_naam
from klachtdesk.reglement.stappen import Partij
from klachtdesk.services.desk import Desk
from klachtdesk.services.kantoor.functionarissen import functionarissen_on
from klachtdesk.services.kantoor.kantoren import kantoor_view
from klachtdesk.services.status import behandelaar_of
from klachtdesk.views.kantoorgegevens import FunctionarisView

_STEMS: dict[Partij, str] = {"klachtenfunctionaris": "klachtenfunctionaris", "directie": "direct"}
"""What the functie of who takes a stap has in it, for parties that the office names a person for."""

_FUNCTIES: dict[Partij, str] = {
    "medewerker": "",
    "klachtenfunctionaris": "klachtenfunctionaris",
    "behandelaar": "behandelaar van de klacht",
    "directie": "namens de directie",
    "commissie": "namens de commissie",
}


def proposed_ondertekening(session: Session, desk: Desk, dossier: Dossier, door: Partij) -> str:
    """Return the lines below the greeting: a name, the functie, and the lines that the office always adds."""
    in_office = functionarissen_on(session, desk.klok.vandaag(), dossier.reglement_versie.sleutel)
    naam, functie = _signer(desk, dossier, door, in_office)
    own = kantoor_view(session).ondertekening.splitlines()
    return "\n".join(filter(None, (naam_op_brief(naam), functie, *map(str.strip, own))))


def _signer(
    desk: Desk, dossier: Dossier, door: Partij, in_office: tuple[FunctionarisView, ...]
) -> tuple[str, str]:
    at_work = desk.gebruiker.naam
    handler = behandelaar_of(dossier)
    if door == "behandelaar":
        return (handler, _FUNCTIES[door]) if handler else (at_work, "")
    named = [
        item for item in in_office if item.naam and door in _STEMS and _STEMS[door] in item.functie.casefold()
    ]
    for item in named:
        if is_same_naam(item.naam, at_work):
            return at_work, item.functie
    if named and not any(is_same_naam(item.waarnemer, at_work) for item in named):
        return named[0].waarnemer or named[0].naam, named[0].functie
    own = next((item.functie for item in in_office if is_same_naam(item.naam, at_work)), "")
    return at_work, own if door == "medewerker" else _FUNCTIES.get(door, "")
